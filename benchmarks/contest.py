"""Contenders in processes of their own, which take turns within each round.

A slow phase of the machine affects all contenders of a round, so the results are the medians of
ratios within rounds. Each peer has an environment of its own, because their requirements differ.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENTS = ROOT / ".venv-bench"

MODEL_PACKAGES = (
    "email-validator>=2",
    "mcp",
    "geojson-pydantic",
    "openapi-pydantic",
    "stac-pydantic",
)
PEER_PACKAGES = {
    "polyfactory": ("polyfactory",),
    "pydantic-fixturegen": ("pydantic-fixturegen[regex]",),
    "Hypothesis": ("hypothesis",),
    "Faker": ("faker", "factory-boy"),
    "factory_boy": ("faker", "factory-boy"),
    "mimesis": ("mimesis",),
}
"""The distributions that each peer needs."""

TURN_SECONDS = 0.15
"""Processor time that a contender takes for a turn."""

MAX_COUNT = 20_000
CALIBRATION_COUNT = 20
"""The most records of a turn, and the number of records by which the turns are sized."""


class Result(NamedTuple):
    """How long a contender takes: microseconds per record in each round, or an *error*."""

    output: str
    times: tuple[float, ...] = ()
    error: str = ""

    @property
    def typical(self) -> float:
        """The median of all rounds, in microseconds per record."""
        return median(self.times)


class Contender:
    """A process that makes records when it is asked to."""

    def __init__(self, python: Path | str) -> None:
        """Start the process in the environment of *python*."""
        self.process = subprocess.Popen(
            [str(python), "-m", "benchmarks.contender"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def time(self, name: str, output: str, count: int) -> dict[str, Any]:
        """Return the answer to a request: see :mod:`benchmarks.contender`."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        request = {"name": name, "output": output, "count": count}
        try:
            print(json.dumps(request), file=self.process.stdin, flush=True)
            answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        except (BrokenPipeError, ValueError):
            return {"error": "the process ended"}
        return answer

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.communicate()


@contextmanager
def start_contenders(peers: Sequence[str]) -> Iterator[dict[str, Contender]]:
    """Yield our contender under the empty name, and each of *peers* in its environment."""
    contenders = {"": Contender(sys.executable)}
    try:
        for peer in peers:
            contenders[peer] = Contender(install(peer))
        yield contenders
    finally:
        for contender in contenders.values():
            contender.close()


def install(peer: str) -> Path:
    """Return the Python of the environment of *peer*, which is made if it is missing."""
    folder = ENVIRONMENTS / peer.lower()
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        command = [str(python), "-m", "pip", "install", "-q", *PEER_PACKAGES[peer], *MODEL_PACKAGES]
        subprocess.run(command, check=True)
    return python


def compare(
    contenders: dict[str, Contender],
    name: str,
    outputs: Sequence[str],
    rounds: int,
) -> list[Result]:
    """Return how long each of our *outputs* and each peer takes for records of the model *name*."""
    entries = [("", output) for output in outputs]
    entries += [(peer, peer) for peer in contenders if peer]
    counts: dict[str, int] = {}
    results: dict[str, Result] = {}
    for owner, output in entries:
        answer = contenders[owner].time(name, output, CALIBRATION_COUNT)
        if "error" in answer:
            results[output] = Result(output, error=answer["error"])
        else:
            results[output] = Result(output)
            each = max(answer["seconds"] / CALIBRATION_COUNT, 1e-7)
            counts[output] = int(min(max(TURN_SECONDS / each, CALIBRATION_COUNT), MAX_COUNT))
    for _ in range(rounds):
        for owner, output in entries:
            if output in counts and not results[output].error:
                answer = contenders[owner].time(name, output, counts[output])
                results[output] = _add_round(results[output], answer, counts[output])
    return list(results.values())


def _add_round(result: Result, answer: dict[str, Any], count: int) -> Result:
    """Return *result* with one round more."""
    if "error" in answer:
        return result._replace(error=answer["error"])
    return result._replace(times=(*result.times, answer["seconds"] / count * 1e6))


def find_ratio(above: Result, below: Result) -> float:
    """Return the median, over the rounds, of the time of *above* divided by that of *below*."""
    return median(a / b for a, b in zip(above.times, below.times, strict=True))
