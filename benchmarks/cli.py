"""Time of commands, compared with the time that Python needs for the same imports.

    python benchmarks/cli.py [--rounds N]

A round runs each command once, one after the other, so that a slow phase of the machine affects all
of them. The table has medians of wall-clock time and of CPU time, children included; on a busy
machine, CPU time is more reliable.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHOP = Path(__file__).resolve().parents[1] / "examples" / "shop" / "models.py"
PFG = (sys.executable, "-m", "pytest_fixturegen")
BARE = "import models, faker"
BARE_SCHEMA = "import jsonschema_rs, orjson, click"
SCHEMA = {
    "type": "object",
    "required": ["id", "email"],
    "properties": {
        "id": {"type": "integer", "minimum": 1},
        "email": {"type": "string", "format": "email"},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
}
COMMANDS = {
    "python -c pass": (sys.executable, "-c", "pass"),
    f"python -c '{BARE}'": (sys.executable, "-c", BARE),
    f"python -c '{BARE_SCHEMA}'": (sys.executable, "-c", BARE_SCHEMA),
    "pfg --help": (*PFG, "--help"),
    "pfg list models.py": (*PFG, "list", "models.py"),
    "pfg list models.py --ast": (*PFG, "list", "models.py", "--ast"),
    "pfg gen json models.py --n 1": (*PFG, "gen", "json", "models.py", "--n", "1"),
    "pfg gen json schema.json --n 1": (*PFG, "gen", "json", "schema.json", "--n", "1"),
    "pfg gen fixtures models.py": (*PFG, "gen", "fixtures", "models.py"),
    "pfg gen json … --n 100000": (
        *PFG,
        "gen",
        "json",
        "models.py:Customer",
        "--n",
        "100000",
        "--jsonl",
    ),
    "pfg gen json … --n 100000 --workers 2": (
        *(*PFG, "gen", "json", "models.py:Customer", "--n", "100000", "--jsonl", "--workers", "2"),
    ),
}
ENVIRONMENT = {**os.environ, "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": ""}
"""Compiled bytecode is kept, as on a user's machine."""

Times = dict[str, list[tuple[float, float]]]


def taken(command: tuple[str, ...], folder: Path) -> tuple[float, float]:
    """Return the wall-clock and CPU seconds of *command*."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(rounds: int, names: list[str]) -> Times:
    """Return the times of each command, after one round that fills the caches."""
    times: Times = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as place:
        shutil.copy(SHOP, place)
        Path(place, "schema.json").write_text(json.dumps(SCHEMA), "utf-8")
        for turn in range(rounds + 1):
            for name in names:
                found = taken(COMMANDS[name], Path(place))
                times[name] += [found] * bool(turn)
    return times


def ratio(times: Times, name: str, other: str, which: int) -> float:
    """Return the median, over the rounds, of the ratio of *name* to *other*."""
    return statistics.median(
        one[which] / two[which] for one, two in zip(times[name], times[other], strict=True)
    )


def most_of_schema(times: Times) -> float:
    """Return the median of the bar in milliseconds of processor time: that of each round."""
    bare = times[f"python -c '{BARE_SCHEMA}'"]
    return statistics.median(1.2 * busy * 1000 + 60 for _, busy in bare)


def main() -> None:
    """Print the table and the limits that are met or missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--quick", action="store_true", help="Without the long runs.")
    asked = parser.parse_args()
    bare = f"python -c '{BARE}'"
    times = measured(
        asked.rounds, [name for name in COMMANDS if not (asked.quick and "100000" in name)]
    )
    print(f"{'':40} {'ms':>8} {'ms of processors':>18} {'× import':>10} {'× processors':>14}")
    for name, found in times.items():
        wall, busy = (statistics.median(each[which] for each in found) * 1000 for which in (0, 1))
        ratios = f"{ratio(times, name, bare, 0):10.2f} {ratio(times, name, bare, 1):14.2f}"
        print(f"{name:40} {wall:8.0f} {busy:18.0f} {ratios}")
    bars = [
        (
            "pfg --help: at most 100 ms",
            statistics.median(each[0] for each in times["pfg --help"]) * 1000,
            100.0,
        )
    ]
    bars += [
        (f"{name}: at most 1.5 × {bare}", ratio(times, name, bare, 0), 1.5)
        for name in ("pfg list models.py", "pfg gen json models.py --n 1")
    ]
    schema_name = "pfg gen json schema.json --n 1"
    busy = statistics.median(each[1] for each in times[schema_name]) * 1000
    bar_name = f"{schema_name}: ms of processors, at most 1.2 × {BARE_SCHEMA} + 60 ms"
    bars.append((bar_name, busy, most_of_schema(times)))
    print()
    for bar, figure, most in bars:
        print(f"{'ok  ' if figure <= most else 'MISS'} {bar}: {figure:.3g}")


if __name__ == "__main__":
    main()
