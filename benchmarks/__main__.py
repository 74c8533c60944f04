"""The benchmark suite: our outputs beside other tools and beside the limits, in one table.

    python -m benchmarks                      # all models, peers and growth
    python -m benchmarks medium small --no-peers
    python -m benchmarks --save results.json
    python -m benchmarks --compare benchmarks/results.json

The limits are what the work would cost at best: Pydantic's validation of ready records, orjson's
encoding, writing the same bytes, and Arrow tables from ready columns.
"""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.contender import OUTPUTS, PEERS
from benchmarks.contest import Result, compare, find_ratio, start_contenders
from benchmarks.models import NAMES
from benchmarks.scaling import SUPERLINEAR, measure_growth

REFERENCE = "lines"
"""The output to which the table compares all others."""

BARS = (
    ("lines", "orjson alone", 3.0),
    ("instances", "validation alone", 1.1),
    ("arrow", "lines", 0.5),
)
"""Pairs of an output and a limit, and how many times the limit it may take for the medium model."""

FAR_FROM_LIMIT = 3.0
"""Outputs of other models that take more than this many times their limit are listed."""

CHANGED = 1.15
"""A ratio that differs by more than this factor from the earlier run is listed."""

Table = dict[str, dict[str, float]]
"""The ratio of each output to lines of JSON, by model."""


def main() -> None:
    """Print the tables, and what misses a bar."""
    options = parse_options()
    table: Table = {}
    peers = [] if options.no_peers else list(PEERS)
    with start_contenders(peers) as contenders:
        for name in options.models or NAMES:
            results = compare(contenders, name, list(OUTPUTS), options.rounds)
            table[name] = print_results(name, results)
            print_bars(name, results)
    growth = [] if options.no_growth else print_growth(is_full=options.full)
    if options.compare:
        print_changes(table, json.loads(options.compare.read_text("utf-8"))["ratios"])
    if options.save:
        facts = {"python": platform.python_version(), "ratios": table, "growth": growth}
        options.save.write_text(json.dumps(facts, indent=2) + "\n", "utf-8")


def parse_options() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("models", nargs="*", metavar="MODEL", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--rounds", type=int, default=5, help="turns of each contender")
    parser.add_argument("--no-peers", action="store_true", help="measure our outputs alone")
    parser.add_argument("--no-growth", action="store_true", help="measure no growth")
    parser.add_argument("--full", action="store_true", help="growth up to ten million records")
    parser.add_argument("--save", type=Path, help="write the ratios to this file")
    parser.add_argument("--compare", type=Path, help="list changes since the run in this file")
    options = parser.parse_args()
    unknown = set(options.models) - set(NAMES)
    if unknown:
        parser.error(f"unknown models: {', '.join(sorted(unknown))}")
    return options


def print_results(name: str, results: Sequence[Result]) -> dict[str, float]:
    """Print one table, and return the ratio of each output to lines of JSON."""
    reference = next(result for result in results if result.output == REFERENCE)
    print(f"\n{name:28} {'µs/record':>10} {'× lines':>8}")
    ratios: dict[str, float] = {}
    for result in results:
        if result.error or not result.times or reference.error:
            print(f"  {result.output:26} {'-':>10} {'-':>8}  {result.error}")
            continue
        ratios[result.output] = round(find_ratio(result, reference), 3)
        print(f"  {result.output:26} {result.typical:10.1f} {ratios[result.output]:8.2f}")
    return ratios


def print_bars(name: str, results: Sequence[Result]) -> None:
    """Print the bars of the medium model, and what is far from its limit for others."""
    found = {result.output: result for result in results if result.times and not result.error}
    for output, limit, factor in BARS:
        if output in found and limit in found:
            ratio = find_ratio(found[output], found[limit])
            text = f"{output} ÷ {limit}: {ratio:.2f}"
            if name == "medium":
                print(f"  {'ok  ' if ratio <= factor else 'MISS'} {text} (bar {factor})")
            elif ratio > FAR_FROM_LIMIT and limit != REFERENCE:
                print(f"  far  {text}")


def print_growth(*, is_full: bool) -> list[dict[str, Any]]:
    """Print how the time per unit grows, and return the rows."""
    rows = []
    for sizes in measure_growth(is_full=is_full):
        print()
        for size in sizes:
            factor = size.each / sizes[0].each
            mark = "  SUPERLINEAR" if factor > SUPERLINEAR else ""
            print(f"{size.units:>10} {size.what:14} {size.each:10.1f} µs each {factor:6.2f}{mark}")
            rows.append({"what": size.what, "units": size.units, "factor": round(factor, 3)})
    return rows


def print_changes(table: Table, earlier: Table) -> None:
    """Print the ratios that differ from those of an *earlier* run."""
    print("\nchanges since the earlier run, × lines")
    for name, ratios in table.items():
        for output, ratio in ratios.items():
            before = earlier.get(name, {}).get(output)
            if before and not 1 / CHANGED < ratio / before < CHANGED:
                print(f"  {name:24} {output:22} {before:8.2f} → {ratio:8.2f}")


if __name__ == "__main__":
    main()
