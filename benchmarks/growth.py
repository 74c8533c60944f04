"""Cost of a POST to a store of 50,000 records and to one of 100, in alternating pairs.

    python -m benchmarks.growth

Both stores run at the same time, and one client sends requests in short turns. A row contains the
adapter, CPU microseconds per request for each size, their ratio, and the same in wall-clock time.
These are means of all turns and not medians, because SQLite moves its log into the file only in
some turns.
"""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from time import perf_counter

from benchmarks.load import HERE, records

SIZES = (100, 50_000)
TURNS = 60
REQUESTS = 50
"""Number of requests in a turn."""


@dataclass
class Served:
    """A server and the results of its turns: CPU and wall-clock seconds per request."""

    pid: int
    connection: http.client.HTTPConnection
    processor: list[float] = field(default_factory=list)
    clock: list[float] = field(default_factory=list)

    def turn(self, body: bytes) -> None:
        """Send the requests of a turn through a new connection: the server closes idle ones."""
        self.connection.close()
        processor, clock = busy(self.pid), perf_counter()
        for _ in range(REQUESTS):
            self.connection.request(
                "POST", "/customers", body, {"content-type": "application/json"}
            )
            answer = self.connection.getresponse()
            answer.read()
            assert answer.status == 201
        self.processor.append((busy(self.pid) - processor) / REQUESTS)
        self.clock.append((perf_counter() - clock) / REQUESTS)


def busy(pid: int) -> float:
    """Return the CPU seconds of all threads of a process."""
    return (
        sum(
            int(each.read_text().split()[0])
            for each in Path(f"/proc/{pid}/task").glob("*/schedstat")
        )
        / 1e9
    )


@contextmanager
def served(folder: str, adapter: str, size: int) -> Iterator[Served]:
    """Start ``pfg serve`` with *adapter* and *size* customers on a free port."""
    words = [
        "serve",
        "benchmarks.medium:Customer",
        "--port",
        "0",
        "--count",
        str(size),
        "--adapter",
        adapter,
    ]
    command = [
        sys.executable,
        "-m",
        "pytest_fixturegen",
        *words,
        "--db-path",
        f"{folder}/{adapter}-{size}",
    ]
    with subprocess.Popen(
        command, cwd=HERE.parent, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip().removeprefix("http://")
        try:
            yield Served(process.pid, http.client.HTTPConnection(address))
        finally:
            process.terminate()


def measured(adapter: str, body: bytes) -> str:
    """Return the row of *adapter*."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        pair = [stack.enter_context(served(folder, adapter, size)) for size in SIZES]
        for each in pair:
            each.turn(body)
            each.processor.clear()
            each.clock.clear()
        for turn in range(TURNS):
            for each in pair if turn % 2 else reversed(pair):
                each.turn(body)
    small, large = pair
    costs = [f"{mean(each.processor) * 1e6:,.0f}" for each in pair]
    busier, later = (
        mean(large.processor) / mean(small.processor),
        mean(large.clock) / mean(small.clock),
    )
    return f"| {adapter} | {' | '.join(costs)} | {busier:.2f} | {later:.2f} |"


def main() -> None:
    """Print the table."""
    body = json.dumps(
        {name: value for name, value in records(7)[6].items() if name != "id"}
    ).encode()
    print("| adapter | µs of the processor at 100 | at 50,000 | times as much | by the clock |")
    print("|---|---|---|---|---|")
    for adapter in ("memory", "sqlite"):
        print(measured(adapter, body), flush=True)


if __name__ == "__main__":
    main()
