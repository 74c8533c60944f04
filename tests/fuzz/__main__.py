"""Fuzz one room: ``python -m tests.fuzz ROOM [--minutes N]``.

Atheris guides the inputs by coverage where it is installed; Hypothesis draws them elsewhere. The
input of each fault is kept below ``corpus``, which the tests run again.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.fuzz.rooms import ROOMS, Room, run_input

CORPUS = Path(__file__).parent / "corpus"
MAX_SECONDS = 10
"""Processor time after which an input is a fault."""

MAX_EDITS = 8
ERROR_LINE = re.compile(r"[A-Za-z_][\w.]*(:|$)")
"""The line of a traceback that begins with the class of the error."""


class SlowInputError(Exception):
    """An input took longer than MAX_SECONDS."""


def mutate_input(room: Room, draw: random.Random) -> bytes:
    """Return one of the seeds of *room* with some random edits."""
    data = bytearray(draw.choice(room.seeds))
    for _ in range(draw.randint(1, MAX_EDITS)):
        place, other = draw.randrange(len(data) + 1), draw.randrange(len(data) + 1)
        start, stop = sorted((place, other))
        match draw.randrange(6):
            case 0:
                data[place:place] = draw.choice(room.words)
            case 1:
                data[start : min(stop, start + 20)] = b""
            case 2:
                data[place:place] = data[start:stop]
            case 3:
                data[place : place + 1] = draw.randbytes(1)
            case 4:
                data[start : min(stop, start + 12)] = draw.choice(room.words)
            case _:
                data[place:place] = draw.choice(room.words) * draw.choice((2, 30, 1000))
    return bytes(data)


def check_input(name: str, data: bytes) -> str:
    """Return the fault that *data* shows in the room *name*, or an empty text."""

    def stop(*_: object) -> None:
        raise SlowInputError(f"longer than {MAX_SECONDS} seconds")

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MAX_SECONDS)
    try:
        run_input(name, data)
    except Exception:
        return traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def shorten_input(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """Return a shorter input that *fails* like *data*, by leaving out ever smaller pieces."""
    size = len(data) // 2
    while size:
        start = 0
        while start < len(data):
            shorter = data[:start] + data[start + size :]
            if fails(shorter):
                data = shorter
            else:
                start += size
        size //= 2
    return data


def keep_input(name: str, data: bytes) -> Path:
    """Write *data* to the corpus of the room *name*, and return its path."""
    path = CORPUS / name / hashlib.sha256(data).hexdigest()[:16]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def get_place(report: str) -> str:
    """Return the last frame and the class of the error, which tell faults apart."""
    lines = report.strip().splitlines()
    frames = [line for line in lines if "pytest_fixturegen" in line and line.startswith("  File")]
    errors = [line.partition(":")[0] for line in lines if ERROR_LINE.match(line)]
    return f"{(errors or ['?'])[-1]} at {(frames or ['?'])[-1].strip()}"


def fuzz_room(name: str, minutes: float, seed: int) -> int:
    """Run mutated inputs for *minutes*; return the number of different faults."""
    draw = random.Random(seed)
    places: dict[str, Path] = {}
    count = 0
    end = time.monotonic() + 60 * minutes
    while time.monotonic() < end:
        data = mutate_input(ROOMS[name], draw)
        report = check_input(name, data)
        count += 1
        place = get_place(report) if report else ""
        if report and place not in places:
            is_slow = "SlowInputError" in report
            short = data if is_slow else shorten_input(data, make_judge(name, place))
            places[place] = keep_input(name, short)
            print(f"{report}\nkept as {places[place]}: {short[:200]!r}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name}: {count:,} inputs, {len(places)} faults, {peak} MB at most", flush=True)
    return len(places)


def make_judge(name: str, place: str) -> Callable[[bytes], bool]:
    """Return a function that says whether an input fails at *place*."""

    def fails(data: bytes) -> bool:
        report = check_input(name, data)
        return bool(report) and get_place(report) == place

    return fails


def run_atheris(name: str, minutes: float) -> None:
    """Fuzz the room *name* with atheris, which exits with the process."""
    import atheris

    def run_one(data: bytes) -> None:
        report = check_input(name, data)
        if report:
            print(report, "kept as", keep_input(name, data))
            raise AssertionError(report)

    seeds = CORPUS.parent / "seeds" / name
    seeds.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(ROOMS[name].seeds):
        (seeds / str(number)).write_bytes(seed)
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={int(60 * minutes)}", str(seeds)], run_one)
    atheris.Fuzz()


def main() -> int:
    """Fuzz the room that the arguments name, or all of them one after the other."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument("room", choices=[*ROOMS, "all"])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--atheris", action="store_true", help="guide the inputs by coverage")
    arguments = parser.parse_args()
    if arguments.atheris:
        run_atheris(arguments.room, arguments.minutes)
        return 0
    names = list(ROOMS) if arguments.room == "all" else [arguments.room]
    faults = [fuzz_room(name, arguments.minutes, arguments.seed) for name in names]
    return min(1, sum(faults))


if __name__ == "__main__":
    sys.exit(main())
