"""Kill ``pfg serve`` with SIGKILL while eight clients write, and count the lost records.

    python -m benchmarks.kill9 --rounds 100 --dsn postgresql://...

Each round starts the server, lets the clients write for a random time, kills the server, and
opens the store again. The store must be consistent and contain every acknowledged record, also a
json-file with a save interval.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig

API = """
resources:
  owners:
    fields: {name: string}
  notes:
    fields:
      text: {type: string, required: true}
      owner_id: {type: integer, references: {resource: owners, onDelete: cascade}}
data:
  owners: [{id: 1, name: Ada}]
"""
WRITERS = 8
LONGEST = 2.5
"""Maximum seconds of writing: long enough for SQLite to move its log into the file meanwhile."""

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Writers:
    """Clients that write until their server dies.

    *acknowledged* maps each text to the time of its response.
    """

    port: int
    acknowledged: dict[str, float] = field(default_factory=dict)

    def write(self, name: int) -> None:
        """Post notes one after the other."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with closing(connection), suppress(OSError, http.client.HTTPException):
            for number in range(1_000_000):
                text = f"{name}-{number}"
                connection.request("POST", "/notes", json.dumps({"text": text, "owner_id": 1}))
                answer = connection.getresponse()
                answer.read()
                assert answer.status == 201, answer.status
                self.acknowledged[text] = time.monotonic()


@dataclass(frozen=True)
class Round:
    """The result of one round: acknowledged and missing records; whether the store is intact."""

    acknowledged: int
    lost: int
    is_whole: bool


def play(
    folder: Path, adapter: str, place: str, interval: float, moment: float, least: int = 0
) -> Round:
    """Kill a server *moment* seconds after its clients began.

    It lives longer if fewer than *least* records are acknowledged. *interval* is the save interval
    of json-file, in seconds.
    """
    (folder / "api.yml").write_text(API)
    words = [
        "serve",
        "api.yml",
        "--port",
        "0",
        "--adapter",
        adapter,
        "--db-path",
        place,
        "--save-interval",
        str(interval),
    ]
    command = [sys.executable, "-m", "pytest_fixturegen", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    with closing(server.stdout):
        writers = Writers(int(server.stdout.readline().strip().rpartition(":")[2]))
        threads = [threading.Thread(target=writers.write, args=(name,)) for name in range(WRITERS)]
        for thread in threads:
            thread.start()
        time.sleep(moment)
        while len(writers.acknowledged) < least and server.poll() is None:
            time.sleep(0.01)
        server.send_signal(signal.SIGKILL)
        server.wait()
        for thread in threads:
            thread.join()
    left, is_whole = opened(folder, adapter, place)
    return Round(len(writers.acknowledged), len(set(writers.acknowledged) - left), is_whole)


def opened(folder: Path, adapter: str, place: str) -> tuple[set[str], bool]:
    """Return the texts in a store, and whether it is consistent."""
    config = StoreConfig(
        adapter=adapter,
        db_path=str(folder / place) if adapter != "postgres" else place,
        generate=False,
    )
    with closing(open_store(folder / "api.yml", config)) as store:
        notes = store["notes"].all()
        texts = {note.text for note in notes}
        is_whole = (
            len(texts) == len(notes) == len({note.id for note in notes})
            and len(store["owners"]) == 1
        )
    if adapter == "sqlite":
        with closing(sqlite3.connect(folder / place)) as connection:
            is_whole &= connection.execute("pragma integrity_check").fetchall() == [("ok",)]
            is_whole &= not connection.execute("pragma foreign_key_check").fetchall()
    return texts, is_whole


def main() -> None:
    """Print a line for each storage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--dsn", default="")
    parser.add_argument("--only", choices=("sqlite", "json-file", "postgres"))
    given = parser.parse_args()
    chance = random.Random(9)
    kinds = [
        ("sqlite", "state.db", 0.0),
        ("json-file", "state.json", 0.0),
        ("json-file", "state.json", 0.2),
    ]
    kinds += [("postgres", given.dsn, 0.0)] if given.dsn else []
    for adapter, place, interval in [kind for kind in kinds if given.only in (None, kind[0])]:
        rounds = []
        for turn in range(given.rounds):
            with tempfile.TemporaryDirectory() as folder:
                where = namespace(place, f"round_{turn}") if adapter == "postgres" else place
                rounds.append(
                    play(Path(folder), adapter, where, interval, chance.uniform(0.02, LONGEST))
                )
        name = f"{adapter}, saved every {interval} s" if interval else adapter
        acknowledged, lost = (
            sum(each.acknowledged for each in rounds),
            sum(each.lost for each in rounds),
        )
        torn = sum(not each.is_whole for each in rounds)
        counts = f"{acknowledged:,} acknowledged, {lost} lost, {torn} stores torn"
        print(f"{name}: {len(rounds)} kills, {counts}", flush=True)


def namespace(dsn: str, name: str) -> str:
    """Return the DSN of a new schema in PostgreSQL."""
    import psycopg

    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(f"drop schema if exists {name} cascade".encode())
        connection.execute(f"create schema {name}".encode())
    return psycopg.conninfo.make_conninfo(dsn, options=f"-c search_path={name}")


if __name__ == "__main__":
    main()
