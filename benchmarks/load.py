"""Requests per second of ``pfg serve`` and json-server with the same records, in one run.

    python -m benchmarks.load --json-server FOLDER

Run ``npm install json-server@0.17.4 autocannon`` in FOLDER first. A row contains the request, and
for each server requests per second, the 99th percentile in milliseconds, and peak memory in
megabytes.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SIZES = (100, 10_000, 50_000)
SECONDS = 4
CLIENTS = 8
HERE = Path(__file__).resolve().parent
Ask = tuple[str, str, str, str]

OURS = {
    "list": "/customers?limit=20&page=2",
    "filter": "/customers?status=active&sort=-age&limit=20",
    "id": "/customers/{id}",
}
THEIRS = {
    "list": "/customers?_limit=20&_page=2",
    "filter": "/customers?status=active&_sort=age&_order=desc&_limit=20",
    "id": "/customers/{id}",
}


@dataclass(frozen=True)
class Served:
    """A running server: its name, address, process and requests."""

    name: str
    address: str
    pid: int
    paths: dict[str, str]


def records(count: int) -> list[dict[str, object]]:
    """Return *count* customers of the medium model."""
    from benchmarks.medium import Customer
    from pytest_fixturegen import generate_lines

    return [json.loads(line) for line in generate_lines(Customer, count)]


@contextmanager
def ours(folder: Path, count: int, port: int, adapter: str) -> Iterator[Served]:
    """Start ``pfg serve`` with *adapter* and *count* customers."""
    words = [
        "serve",
        "benchmarks.medium:Customer",
        "--port",
        str(port),
        "--count",
        str(count),
        "--adapter",
        adapter,
    ]
    command = [
        sys.executable,
        "-m",
        "pytest_fixturegen",
        *words,
        "--db-path",
        str(folder / f"pfg.{adapter}"),
    ]
    with running(command, port, HERE.parent) as pid:
        yield Served(f"pfg {adapter}", f"http://127.0.0.1:{port}", pid, OURS)


@contextmanager
def theirs(folder: Path, count: int, port: int, npm: Path) -> Iterator[Served]:
    """Start json-server with the same customers."""
    (folder / "db.json").write_text(json.dumps({"customers": records(count)}))
    script = npm / "node_modules" / "json-server" / "lib" / "cli" / "bin.js"
    command = [
        "node",
        str(script),
        "--quiet",
        "--port",
        str(port),
        "--host",
        "127.0.0.1",
        str(folder / "db.json"),
    ]
    with running(command, port, folder) as pid:
        yield Served("json-server", f"http://127.0.0.1:{port}", pid, THEIRS)


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[int]:
    """Return the process of *command* as soon as it responds."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60):
                    break
            except OSError:
                time.sleep(0.1)
        yield process.pid
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def memory(pid: int) -> float:
    """Return the peak memory of a process in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def shot(npm: Path, served: Served, path: str, body: str = "") -> tuple[float, float, int]:
    """Return requests per second, the 99th percentile in milliseconds, and failed requests."""
    script = npm / "node_modules" / "autocannon" / "autocannon.js"
    command = [
        "node",
        str(script),
        "--json",
        "-c",
        str(CLIENTS),
        "-d",
        str(SECONDS),
        served.address + path,
    ]
    if body:
        command[3:3] = ["-m", "POST", "-H", "content-type=application/json", "-b", body]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return told["requests"]["average"], told["latency"]["p99"], told["non2xx"] + told["errors"]


def measured(
    npm: Path, served: Served, sample: dict[str, object]
) -> dict[str, tuple[float, float]]:
    """Return the figures of each request."""
    found = {}
    new = json.dumps({name: value for name, value in sample.items() if name != "id"})
    for what, path in served.paths.items():
        rate, late, refused = shot(npm, served, path.format(id=sample["id"]))
        assert not refused, (served.name, what, refused)
        found[what] = (rate, late)
    rate, late, refused = shot(npm, served, "/customers", new)
    assert not refused, (served.name, "POST", refused)
    return {**found, "POST": (rate, late)}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json-server", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    npm = parser.parse_args().json_server.resolve()
    print(
        "| rows | server | list /s | p99 | filter, sort /s | p99 "
        "| by id /s | p99 | POST /s | p99 | MB |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for size in parser.parse_args().sizes:
        for place, make in enumerate(("memory", "sqlite", "json-file", "json-server")):
            with tempfile.TemporaryDirectory() as folder:
                one, port = records(7)[6], 8700 + place
                opened = (
                    theirs(Path(folder), size, port, npm)
                    if make == "json-server"
                    else ours(Path(folder), size, port, make)
                )
                with opened as served:
                    figures = measured(npm, served, one)
                    cells = [f"{rate:,.0f} | {late:g}" for rate, late in figures.values()]
                    cells.append(f"{memory(served.pid):.0f}")
                    print(f"| {size:,} | {served.name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
