"""Cost of the sandbox: ``pfg list`` and ``pfg gen json`` with and without it, in turns.

    python benchmarks/sandbox.py
    python benchmarks/sandbox.py --rounds 31 -n 20000

The result is the median of the ratios within a round, so that the load of the machine affects both.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

MODULE = Path(__file__).with_name("medium.py")


def seconds(*words: str) -> float:
    """Return the seconds of one run of ``pfg``."""
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "pytest_fixturegen", *words],
        env=environment,
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - start


def row(name: str, rounds: int, *words: str) -> str:
    """Return a line of the table: both medians, and the median and quartiles of their ratio."""
    # The first runs compile and cache, which is not measured.
    seconds(*words)
    seconds(*words, "--sandbox", "off")
    pairs = [(seconds(*words), seconds(*words, "--sandbox", "off")) for _ in range(rounds)]
    low, middle, high = statistics.quantiles([walled / free for walled, free in pairs], n=4)
    walled, free = (statistics.median(each) * 1000 for each in zip(*pairs, strict=True))
    return f"{name:<28} {walled:>9.0f} ms {free:>9.0f} ms   {middle:.2f} ({low:.2f} to {high:.2f})"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("-n", type=int, default=20_000)
    given = parser.parse_args()
    print(f"{'':<28} {'walls':>12} {'none':>12}   ratio (quartiles)")
    print(row("pfg list", given.rounds, "list", str(MODULE)))
    target = f"{MODULE}:Customer"
    print(
        row(
            f"pfg gen json -n {given.n}",
            max(given.rounds // 5, 3),
            "gen",
            "json",
            target,
            "-n",
            str(given.n),
            "--jsonl",
        )
    )


if __name__ == "__main__":
    main()
