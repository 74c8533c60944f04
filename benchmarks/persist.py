"""Speed of delivery, compared with minimal code that does the same, in one run.

    python benchmarks/persist.py                 # needs the group: pip install . --group test
    python benchmarks/persist.py --rounds 9

The lines are drawn before the measurement. Both contenders of a pair deliver the same records in
the same batches, take turns, and start with an empty table. The result is the median of the
ratios within a round.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import httpx
import psycopg
from medium import Customer

from pytest_fixturegen import DeliveryConfig, PersistenceContext, generate_lines
from pytest_fixturegen.persistence.run import DeliveryRun, prepare_handler

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT))
from tests.persistence.databases import postgres  # noqa: E402 - importable only now

Act = Callable[[], None]
Pair = tuple[str, float, int, Act, Act, Act]
"""Name, minimum share of the bare speed, records, cleanup, bare function, our function."""

CONCURRENCY = 8


def delivered(
    handler: str,
    options: dict[str, object],
    lines: list[bytes],
    size: int,
    journal: Path | None = None,
) -> None:
    """Deliver *lines* as ``pfg persist`` does, with a *journal* if the handler needs one."""
    context = PersistenceContext(
        model="Customer",
        module="medium",
        schema={},
        seed=0,
        total=len(lines),
        batch_size=size,
        config={},
    )
    with prepare_handler(handler, options, {}) as ready:
        assert DeliveryRun(ready, DeliveryConfig(batch_size=size), {}, journal).deliver(
            [(context, iter(lines))]
        ).summary.records == len(lines)


def pieces(lines: list[bytes], size: int) -> list[list[bytes]]:
    """Yield *lines* in batches."""
    return [lines[start : start + size] for start in range(0, len(lines), size)]


def of_sqlite(database: Path, lines: list[bytes], size: int) -> Pair:
    """Insert prepared rows with ``executemany``, one transaction per batch."""
    rows = [("Customer", "0", "x", place, line.decode()) for place, line in enumerate(lines)]
    batches = [rows[start : start + size] for start in range(0, len(rows), size)]
    options: dict[str, object] = {"database": str(database)}
    delivered("sqlite-json", options, lines[:1], 1)

    def bare() -> None:
        with closing(sqlite3.connect(database)) as connection:
            for batch in batches:
                with connection:
                    connection.executemany("insert into records values (?, ?, ?, ?, ?)", batch)

    def clear() -> None:
        with closing(sqlite3.connect(database, isolation_level=None)) as connection:
            connection.execute("delete from records")
            connection.execute("vacuum")

    return (
        "sqlite-json: a bare executemany",
        0.6,
        len(lines),
        clear,
        bare,
        lambda: delivered("sqlite-json", options, lines, size),
    )


def of_postgres(dsn: str, lines: list[bytes], size: int) -> Pair:
    """Insert prepared rows into the same table with COPY, one transaction per batch."""
    rows = [
        f"Customer\t0\tx\t{place}\t".encode() + line.replace(b"\\", b"\\\\") + b"\n"
        for place, line in enumerate(lines)
    ]
    batches = [b"".join(rows[start : start + size]) for start in range(0, len(rows), size)]
    options: dict[str, object] = {"dsn": dsn}
    delivered("postgres-json", options, lines[:1], 1)

    def bare() -> None:
        with closing(psycopg.connect(dsn, autocommit=True)) as connection:
            for batch in batches:
                with connection.cursor() as cursor, cursor.copy("copy records from stdin") as sink:
                    sink.write(batch)

    def clear() -> None:
        with psycopg.connect(dsn) as connection:
            connection.execute("truncate records")

    ours = partial(delivered, "postgres-json", options, lines, size)
    return "postgres-json: a bare COPY", 0.6, len(lines), clear, bare, ours


def of_http(url: str, journal: Path, lines: list[bytes], size: int) -> Pair:
    """Post batches in a loop of httpx with the same number of concurrent requests."""
    bodies = [b"[" + b",".join(piece) + b"]" for piece in pieces(lines, size)]
    options: dict[str, object] = {"url": url, "concurrency": CONCURRENCY}

    async def posted() -> None:
        limits = httpx.Limits(max_connections=CONCURRENCY, max_keepalive_connections=CONCURRENCY)
        async with httpx.AsyncClient(limits=limits) as client:
            waiting = iter(bodies)

            async def post() -> None:
                for body in waiting:
                    answer = await client.post(
                        url, content=body, headers={"Content-Type": "application/json"}
                    )
                    answer.raise_for_status()

            await asyncio.gather(*(post() for _ in range(CONCURRENCY)))

    ours = partial(delivered, "http-post-async", options, lines, size, journal)
    return (
        "http-post-async: a bare loop of httpx",
        0.8,
        len(lines),
        lambda: None,
        lambda: asyncio.run(posted()),
        ours,
    )


@contextmanager
def serving_apart() -> Iterator[str]:
    """Start the tests' server in a separate process; yield its address."""
    script = "import sys; from tests.persistence.server import serving\nwith serving() as inbox:\n"
    script += "    print(inbox.url, flush=True); sys.stdin.read()"
    server = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    try:
        yield server.stdout.readline().strip()
    finally:
        server.kill()
        server.wait()


def timed(act: Act) -> float:
    """Return the seconds that *act* takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def measured(pair: Pair, rounds: int) -> bool:
    """Print the row of *pair*; return whether it meets its limit."""
    name, least, count, clear, bare, ours = pair
    taken: list[tuple[float, float]] = []
    for turn in range(rounds + 1):
        pace = []
        for act in (bare, ours) if turn % 2 else (ours, bare):
            clear()
            pace.append(timed(act))
        taken.append((pace[0], pace[1]) if turn % 2 else (pace[1], pace[0]))
    plain, mine = (statistics.median(each) for each in zip(*taken[1:], strict=True))
    share = statistics.median(first / second for first, second in taken[1:])
    held = "ok" if share >= least else "MISS"
    print(
        f"{name:40} {count / plain:12,.0f} {count / mine:12,.0f} {share:7.0%} {least:6.0%}  {held}"
    )
    return share >= least


def main() -> int:
    """Print the table; return 1 if a limit is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--batch-size", type=int, default=1_000)
    given = parser.parse_args()
    lines = list(generate_lines(Customer, given.records))
    print(f"{'records a second':40} {'bare':>12} {'ours':>12} {'share':>7} {'bar':>6}")
    with tempfile.TemporaryDirectory() as folder, postgres() as dsn, serving_apart() as url:
        pairs = [
            of_sqlite(Path(folder) / "x.db", lines, given.batch_size),
            of_postgres(dsn, lines, given.batch_size),
            of_http(url, Path(folder) / "journal", lines, 50),
        ]
        held = [measured(pair, given.rounds) for pair in pairs]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
