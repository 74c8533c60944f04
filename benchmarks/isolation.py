"""What a store of 600 records costs a test: 1,000 tests with it and without it, in turns.

    python -m benchmarks.isolation

The time is that of the processor, so that a busy machine changes little.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TESTS = 1000
ROUNDS = 5
CONFTEST = """
import pytest
from pydantic import BaseModel

class User(BaseModel):
    id: int
    name: str

@pytest.fixture(scope="session")
def pfg_resources():
    return [User]

@pytest.fixture
def nothing():
    yield
"""
TEST = """
import pytest

@pytest.mark.parametrize("turn", range({count}))
def test_one(turn, {fixture}):
    pass
"""


def seconds(fixture: str, count: int) -> float:
    """Seconds of the processor that *count* tests with *fixture* take."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "conftest.py").write_text(CONFTEST)
        (Path(folder) / "test_one.py").write_text(TEST.format(fixture=fixture, count=count))
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PFG_STORE__COUNT": "600"}
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
        subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print what a store costs a test, without its making and beside a fixture that does nothing: the least of some rounds."""
    kinds = [(fixture, count) for fixture in ("pfg_store", "nothing") for count in (TESTS, 1)]
    rounds = [[seconds(*kind) for kind in kinds] for _ in range(ROUNDS)]
    store, opening, nothing, starting = (min(each) for each in zip(*rounds, strict=True))
    print(f"{((store - opening) - (nothing - starting)) / (TESTS - 1) * 1000:.3f} ms a test")


if __name__ == "__main__":
    main()
