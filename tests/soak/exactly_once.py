"""Kill ``pfg persist`` at random moments, resume it, and count duplicate and missing records.

python -m tests.soak.exactly_once                   # 10,000 records, 100 kills, every outlet
python -m tests.soak.exactly_once --kills 10 --only http-post
python -m tests.soak.exactly_once --rivals 1        # two runs at once on one destination
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from tests.persistence.databases import postgres, rows
from tests.persistence.server import LOST, OK, RESET, SLOW, Behaviour, serving

ROOT = Path(__file__).resolve().parents[2]
TARGET = f"{ROOT / 'examples' / 'shop' / 'models.py'}:Customer"
PFG = [sys.executable, "-m", "pytest_fixturegen"]
REFUSED = 50
"""Exit code of a run that finds another one at its destination, among other failures."""

MAX_LAST_RUNS = 20
"""Runs without a kill: the first may find the server still busy with a killed one."""

FAULTS: list[Behaviour] = [OK] * 30 + [
    RESET,
    LOST,
    (429, "", {"Retry-After": "0"}),
    (500, "", {}),
    LOST,
    SLOW,
]
"""Behaviors of the server: it answers five of six requests."""


@dataclass
class Outlet:
    """A handler with its *options*, and functions that read its records, its progress and the
    number of repeated requests.
    """

    handler: str
    options: dict[str, Any]
    list_records: Callable[[], list[str]]
    measure_progress: Callable[[], int]
    count_repeats: Callable[[], int] = lambda: 0
    project_line: Callable[[str], str] = lambda line: line
    """Turns a line of ``pfg gen json`` into what *list_records* returns for it."""
    name: str = ""

    @property
    def label(self) -> str:
        """The name of the outlet: that of its handler, unless a handler has several outlets."""
        return self.name or self.handler


@dataclass
class Report:
    """The counts for one outlet."""

    kills: int
    runs: int
    retries: int
    duplicates: int
    missing: int
    odd: int
    refused: int = 0


def command(outlet: Outlet, records: int, journal: Path) -> list[str]:
    """Return the command to kill and resume."""
    words = [
        "persist",
        TARGET,
        "-H",
        outlet.handler,
        "--handler-config",
        json.dumps(outlet.options),
        "-n",
        str(records),
    ]
    words += [
        "--batch-size",
        "10",
        "--max-retries",
        "9",
        "--retry-wait",
        "0.01",
        "--journal",
        str(journal),
        "--resume",
        "--keep-journal",  # a kill may come between the last record and the end of the process
    ]
    return [*PFG, *words]


def soak(
    outlet: Outlet, records: int, kills: int, rng: random.Random, folder: Path, rivals: int = 0
) -> Report:
    """Kill the command *kills* times, then let it finish.

    Each time, *rivals* further processes run the same command; they are killed, too.
    """
    words = command(outlet, records, folder / f"{outlet.label}.journal")
    killed = runs = refused = 0
    pause = 0.02
    while killed < kills:
        before, share = len(outlet.list_records()), records / kills
        with ExitStack() as stack:
            others = [stack.enter_context(start(words)) for _ in range(rivals)]
            child = stack.enter_context(start(words))
            wait_for_a_moment(child, outlet, rng, 0 if before == records else pause)
            killed += child.poll() is None
            runs += 1
            refused += sum(each.poll() == REFUSED for each in [child, *others])
        pause *= 0.6 if len(outlet.list_records()) - before > share else 1.3
    for _ in range(MAX_LAST_RUNS):
        runs += 1
        last_run = subprocess.run(
            words, env=build_environment(), stderr=subprocess.DEVNULL, check=False
        )
        if last_run.returncode == 0:
            break
    report = compare_records(outlet, records, killed, runs)
    report.refused = refused
    return report


def wait_for_a_moment(
    child: subprocess.Popen[bytes], outlet: Outlet, rng: random.Random, pause: float
) -> None:
    """Wait for a random moment: during startup, or up to *pause* seconds after a record arrived."""
    before, ends = outlet.measure_progress(), time.monotonic() + 5
    if not pause or rng.random() < 0.1:
        time.sleep(rng.random() * 0.3)
        return
    while child.poll() is None and outlet.measure_progress() == before and time.monotonic() < ends:
        time.sleep(0.002)
    time.sleep(rng.random() * pause)


@contextmanager
def start(words: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Yield the running command; kill it with SIGKILL at the end of the block."""
    child = subprocess.Popen(words, env=build_environment(), stderr=subprocess.DEVNULL)
    try:
        yield child
    finally:
        child.kill()
        child.wait()


def build_environment() -> dict[str, str]:
    """Return the environment of this process with this source tree first on the path."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def compare_records(outlet: Outlet, records: int, kills: int, runs: int) -> Report:
    """Compare the delivered records with those of ``pfg gen json``."""
    generated = [*PFG, "gen", "json", TARGET, "-n", str(records), "--jsonl"]
    result = subprocess.run(generated, env=build_environment(), stdout=subprocess.PIPE, check=True)
    expected = Counter(map(outlet.project_line, result.stdout.decode().splitlines()))
    delivered = Counter(outlet.list_records())
    twice = sum(count - 1 for count in delivered.values())
    return Report(
        kills,
        runs,
        outlet.count_repeats(),
        twice,
        len(expected - delivered),
        len(delivered.keys() - expected.keys()),
    )


def sqlite_outlet(folder: Path) -> Outlet:
    """Return an outlet for rows of SQLite."""
    database = folder / "x.db"

    def list_records() -> list[str]:
        if not database.exists():
            return []
        with closing(sqlite3.connect(database)) as connection:
            known = connection.execute(
                "select 1 from sqlite_master where name = 'records'"
            ).fetchone()
            return (
                [row[0] for row in connection.execute("select body from records")] if known else []
            )

    def measure_progress() -> int:
        log = Path(f"{database}-wal")
        return log.stat().st_size if log.exists() else 0

    return Outlet("sqlite-json", {"database": str(database)}, list_records, measure_progress)


def jsonl_outlet(folder: Path) -> Outlet:
    """Return an outlet for lines of a file."""
    path = folder / "x.jsonl"

    def list_records() -> list[str]:
        return path.read_text("utf-8").splitlines() if path.exists() else []

    return Outlet(
        "jsonl",
        {"path": str(path)},
        list_records,
        lambda: path.stat().st_size if path.exists() else 0,
    )


def postgres_outlet(dsn: str) -> Outlet:
    """Return an outlet for rows of PostgreSQL."""

    def list_records() -> list[str]:
        return (
            rows(dsn, "select body from records")
            if rows(dsn, "select to_regclass('records')::text")[0]
            else []
        )

    def measure_progress() -> int:
        return int(rows(dsn, "select pg_current_wal_lsn() - '0/0'::pg_lsn")[0])

    return Outlet("postgres-json", {"dsn": dsn}, list_records, measure_progress)


CREATE_CUSTOMERS = """
create table customer (
    id text primary key, first_name text, last_name text, email text, phone text, birth_date date,
    tier text, address text, created_at timestamp, updated_at timestamp
)
"""


def read_id(line: str) -> str:
    """Return the key of the customer in *line*."""
    return str(json.loads(line)["id"])


def sql_file_outlet(folder: Path) -> Outlet:
    """Return an outlet for a table of SQLite."""
    database = folder / "tables.db"
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(CREATE_CUSTOMERS)

    def list_records() -> list[str]:
        with closing(sqlite3.connect(database)) as connection:
            return [row[0] for row in connection.execute("select id from customer")]

    options = {"url": f"sqlite:///{database}"}
    return Outlet(
        "sql",
        options,
        list_records,
        lambda: database.stat().st_size,
        project_line=read_id,
        name="sql-sqlite",
    )


def sql_server_outlet(dsn: str) -> Outlet:
    """Return an outlet for a table of PostgreSQL."""
    with psycopg.connect(dsn) as connection:
        connection.execute(CREATE_CUSTOMERS)

    def measure_progress() -> int:
        return int(rows(dsn, "select pg_current_wal_lsn() - '0/0'::pg_lsn")[0])

    return Outlet(
        "sql",
        {"url": dsn.replace("postgresql:", "postgresql+psycopg:")},
        lambda: rows(dsn, "select id from customer"),
        measure_progress,
        project_line=read_id,
        name="sql-postgres",
    )


@contextmanager
def http_outlet(handler: str, rng: random.Random) -> Iterator[Outlet]:
    """Yield an outlet for a server that fails at random and honors idempotency keys."""
    faults = iter(lambda: rng.choice(FAULTS), None)
    with serving(faults) as inbox:

        def list_records() -> list[str]:
            return [line for body in list(inbox.accepted.values()) for line in split(body.decode())]

        def split(body: str) -> list[str]:
            return body[1:-1].replace("},{", "}\n{").splitlines()

        options = {"url": inbox.url, "timeout": 0.3}
        yield Outlet(
            handler,
            options,
            list_records,
            lambda: len(inbox.accepted),
            lambda: len(inbox.requests) - len(inbox.accepted),
        )


@contextmanager
def outlets(only: str, rng: random.Random, folder: Path) -> Iterator[list[Outlet]]:
    """Yield every outlet, or only the one named *only*."""
    with ExitStack() as stack:
        factories = [
            ("sqlite-json", lambda: sqlite_outlet(folder)),
            ("postgres-json", lambda: postgres_outlet(stack.enter_context(postgres()))),
            ("sql-sqlite", lambda: sql_file_outlet(folder)),
            ("sql-postgres", lambda: sql_server_outlet(stack.enter_context(postgres()))),
            ("http-post", lambda: stack.enter_context(http_outlet("http-post", rng))),
            (
                "http-post-async",
                lambda: stack.enter_context(http_outlet("http-post-async", rng)),
            ),
            ("jsonl", lambda: jsonl_outlet(folder)),
        ]
        yield [make() for name, make in factories if only in ("", name)]


def main() -> int:
    """Print a line for each outlet; return 1 if a record is duplicated or missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--rivals", type=int, default=0, help="further runs at the same time")
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    rng, wrong = random.Random(arguments.seed), 0
    print(
        f"{'handler':16} {'kills':>6} {'runs':>6} {'retries':>8} {'duplicates':>11} "
        f"{'missing':>8} {'odd':>4} {'refused':>8} {'s':>5}"
    )
    with (
        tempfile.TemporaryDirectory() as folder,
        outlets(arguments.only, rng, Path(folder)) as found,
    ):
        for outlet in found:
            started_at = time.monotonic()
            report = soak(
                outlet, arguments.records, arguments.kills, rng, Path(folder), arguments.rivals
            )
            figures = (
                f"{report.kills:6} {report.runs:6} {report.retries:8} {report.duplicates:11} "
                f"{report.missing:8} {report.odd:4} {report.refused:8}"
            )
            print(f"{outlet.label:16} {figures} {time.monotonic() - started_at:5.0f}", flush=True)
            wrong += report.duplicates + report.missing + report.odd
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
