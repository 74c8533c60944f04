"""Latency of a cheap GET while the server does long work: restore, reset, a search.

    python -m benchmarks.blocking                       # 100,000 rows, in memory
    python -m benchmarks.blocking --adapter sqlite --rows 20000

One client reads one record again and again, 500 times a second. Another client requests long work
meanwhile. A row contains the work, its seconds, and the median, the 99th percentile and the maximum
of the reads meanwhile, in milliseconds.
"""

from __future__ import annotations

import argparse
import http.client
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep

API_FILE = """
resources:
  notes:
    fields:
      id: {type: integer, primaryKey: true}
      title: {type: string, required: true, generate: {type: sentence}}
      views: {type: integer, required: true, min: 0, max: 9999}
options:
  generateData: {enabled: true, counts: {notes: ROWS}}
"""
READ_PAUSE = 0.002
"""Seconds between two reads."""

IDLE_SECONDS = 2.0
BODY_LIMIT = 2**30
START_SECONDS = 300.0


@contextmanager
def serve(adapter: str, rows: int) -> Iterator[int]:
    """Run ``pfg serve`` with *rows* records, and yield its port."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "api.yml").write_text(API_FILE.replace("ROWS", str(rows)))
        words = ["-m", "pytest_fixturegen", "serve", "api.yml", "--port", "0"]
        words += ["--adapter", adapter, "--body-limit", str(BODY_LIMIT)]
        words += ["--db-path", "store.db"] if adapter == "sqlite" else []
        process = subprocess.Popen(
            [sys.executable, *words], cwd=folder, stdout=subprocess.PIPE, text=True
        )
        try:
            assert process.stdout is not None
            yield int(process.stdout.readline().strip().rpartition(":")[2])
        finally:
            process.terminate()
            process.wait()


def send(
    port: int,
    method: str,
    path: str,
    body: bytes = b"",
) -> bytes:
    """Send one request through a connection of its own, and return the body of the response."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=START_SECONDS)
    headers = {"content-type": "application/json"} if body else {}
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    content = response.read()
    assert response.status < 300, (path, content[:300])
    connection.close()
    return content


def read_until(port: int, done: threading.Event) -> list[float]:
    """Read one record until *done* is set, and return the milliseconds of each read."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=START_SECONDS)
    times = []
    while not done.is_set():
        started = perf_counter()
        connection.request("GET", "/notes/1")
        response = connection.getresponse()
        response.read()
        times.append((perf_counter() - started) * 1000)
        assert response.status == 200
        sleep(READ_PAUSE)
    connection.close()
    return sorted(times)


def measure(
    port: int,
    method: str,
    path: str,
    body: bytes = b"",
) -> tuple[float, list[float]]:
    """Return the seconds of a request, and the milliseconds of the reads meanwhile."""
    done = threading.Event()
    seconds = 0.0

    def work() -> None:
        nonlocal seconds
        started = perf_counter()
        if path:
            send(port, method, path, body)
        else:
            sleep(IDLE_SECONDS)
        seconds = perf_counter() - started
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    times = read_until(port, done)
    thread.join()
    return seconds, times


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--adapter", default="memory", choices=("memory", "sqlite"))
    parser.add_argument("--rows", type=int, default=100_000)
    options = parser.parse_args()
    name = b'{"name": "start"}'
    with serve(options.adapter, options.rows) as port:
        backup = send(port, "POST", "/admin/backup")
        work = (
            ("no other work", "", "", b""),
            ("list of 10,000", "GET", "/notes?limit=10000", b""),
            ("search q=", "GET", "/notes?q=nothing-has-this", b""),
            ("save a snapshot", "POST", "/admin/snapshots", name),
            ("restore a snapshot", "POST", "/admin/snapshots/restore", name),
            ("restore a backup", "POST", "/admin/restore", backup),
            ("reset", "POST", "/admin/reset", b""),
        )
        print(
            f"| {options.adapter}, {options.rows:,} rows | seconds | median ms | p99 ms | max ms |"
        )
        print("|---|---|---|---|---|")
        for title, method, path, body in work:
            seconds, times = measure(port, method, path, body)
            median, late = times[len(times) // 2], times[int(len(times) * 0.99)]
            print(f"| {title} | {seconds:.2f} | {median:.1f} | {late:.1f} | {times[-1]:.1f} |")


if __name__ == "__main__":
    main()
