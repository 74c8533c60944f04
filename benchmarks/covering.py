"""Sizes of pairwise covering arrays and the time to build them, compared with other tools.

    python -m benchmarks.covering
    python -m benchmarks.covering --run   # needs allpairspy and covertable, and pict on the PATH

A row of the table contains an instance in the usual notation, in which 5^1 3^8 is a factor of 5
levels and 8 factors of 3 levels; our size and time; the sizes of the tools; and our size divided
by the smallest of theirs. Without ``--run``, their sizes are those of RECORDED.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from pytest_fixturegen.cases.covering import Factor, cover

TOOLS = ("PICT 3.7.4", "allpairspy 2.5.1", "covertable 3.2.0")
"""The tools with their default options, in the order of the sizes in RECORDED."""

RECORDED: dict[str, tuple[int | None, ...]] = {
    "3^4": (9, 12, 9, 13),
    "3^13": (19, 19, 17, 19),
    "4^15 3^17 2^29": (35, 38, 37, 36),
    "4^1 3^39 2^35": (29, 28, 27, 27),
    "2^100": (13, 16, 15, None),
    "10^20": (212, 213, 219, 197),
    "5^1 3^8 2^2": (18, 21, 24, 22),
    "7^1 6^1 5^1 4^5 3^8 2^3": (42, 46, 42, 48),
    "5^1 4^4 3^11 2^5": (25, 28, 29, 30),
    "6^1 5^1 4^6 3^8 2^3": (32, 35, 37, 40),
    "2^13 4^5": (23, 26, 27, 22),
    "2^42 3^2 4^11": (34, 35, 36, 33),
    "2^49 3^1 4^2": (19, 22, 19, 20),
    "2^158 3^8 4^4 5^1 6^1": (45, 38, 46, None),
    "2^189 3^10": (25, 23, 28, None),
    "10^2 4^1 3^2 2^7": (100, 100, 100, 100),
    "3^50 2^50": (29, 27, 27, None),
    "8^2 7^2 6^2 5^2": (68, 78, 76, 74),
    "10^1 9^1 8^1 7^1 6^1 5^1 4^1 3^1 2^1": (90, 98, 94, 94),
    "4^10": (30, 31, 31, 29),
    "4^40": (46, 47, 47, 44),
    "4^100": (56, 57, 58, None),
    "5^10": (45, 45, 47, 46),
    "10^10": (165, 166, 172, 161),
    "15^10": (356, 357, 376, 334),
    "20^10": (621, 622, 653, 583),
    "10^5": (125, 129, 127, 126),
    "6^20": (81, 81, 83, 77),
    "7^16": (103, 102, 105, 95),
    "8^17": (133, 134, 137, 125),
}
"""Our size and that of each tool; None if the tool took longer than 300 seconds.

The first six instances are those of the efficiency table of pairwise.org. The next nine are those
of Cohen, Gibbons, Mugridge and Colbourn, "Constructing test suites for interaction testing"
(2003), and of Cohen, Dwyer and Shi (2008), without their constraints. The others are typical
instances of papers about AETG, IPO, DDA and IPOG.
"""


def parse_levels(instance: str) -> list[int]:
    """Return the number of levels of each factor of *instance*."""
    levels = []
    for group in instance.split():
        level_count, factor_count = map(int, group.split("^"))
        levels += [level_count] * factor_count
    return levels


def measure_ours(instance: str) -> tuple[int, float]:
    """Return the size of our array for *instance* and the seconds that it took."""
    factors = [Factor(level_count) for level_count in parse_levels(instance)]
    start = perf_counter()
    rows = cover(factors, 2)
    return len(rows), perf_counter() - start


def run_pict(levels: Sequence[int]) -> int | None:
    """Return the size of PICT's array; None if PICT is not installed."""
    program = shutil.which("pict")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder, "model.txt")
        lines = [
            f"p{i}: {', '.join(f'v{n}' for n in range(count))}" for i, count in enumerate(levels)
        ]
        model.write_text("\n".join(lines), "utf-8")
        done = subprocess.run([program, model], capture_output=True, text=True, check=True)
    return len(done.stdout.splitlines()) - 1  # without the header


def run_allpairspy(levels: Sequence[int]) -> int | None:
    """Return the size of allpairspy's array; None if it is not installed."""
    try:
        from allpairspy import AllPairs
    except ImportError:
        return None
    return sum(1 for _ in AllPairs([range(count) for count in levels]))


def run_covertable(levels: Sequence[int]) -> int | None:
    """Return the size of covertable's array; None if it is not installed."""
    try:
        from covertable import make
    except ImportError:
        return None
    return len(make([[f"{i}.{n}" for n in range(count)] for i, count in enumerate(levels)]))


RUNNERS: tuple[Callable[[Sequence[int]], int | None], ...] = (
    run_pict,
    run_allpairspy,
    run_covertable,
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--run", action="store_true", help="run the tools; takes about an hour")
    is_run = parser.parse_args().run
    print(f"| instance | ours | seconds | {' | '.join(TOOLS)} | ours / best |")
    print(f"|{'---|' * (len(TOOLS) + 4)}")
    for instance, recorded in RECORDED.items():
        size, seconds = measure_ours(instance)
        sizes = recorded[1:]
        if is_run:
            sizes = tuple(run(parse_levels(instance)) for run in RUNNERS)
        finished = [each for each in sizes if each is not None]
        ratio = f"{size / min(finished):.2f}" if finished else "-"
        shown = " | ".join("-" if each is None else str(each) for each in sizes)
        print(f"| {instance} | {size} | {seconds:.2f} | {shown} | {ratio} |", flush=True)


if __name__ == "__main__":
    main()
