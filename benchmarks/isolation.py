"""Cost of a store of 600 records per test, compared with 1,000 tests of an empty fixture.

    python -m benchmarks.isolation

Both kinds of tests alternate in one session, so that the load of the machine affects both. A third
kind requests as many empty fixtures as the store needs, which shows the share of pytest itself.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TESTS = 1000
FIRST = 5
"""Number of uncounted tests of each kind: one of them builds the store."""

CONFTEST = """
import json
import time

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

@pytest.fixture(scope="session")
def one():
    pass

@pytest.fixture(scope="session")
def two():
    pass

@pytest.fixture(scope="session")
def wide(request, one, two):
    yield

@pytest.fixture
def several(request, wide):
    yield

taken = {"pfg_store": [], "nothing": [], "several": []}

@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item, nextitem):
    began = time.perf_counter()
    result = yield
    taken[item.originalname[5:-5]].append(time.perf_counter() - began)
    return result

def pytest_unconfigure():
    with open("taken.json", "w") as file:
        json.dump(taken, file)
"""


def seconds() -> dict[str, list[float]]:
    """Return the seconds of each test, by fixture."""
    tests = [
        f"def test_{fixture}_{turn:04}({fixture}): pass"
        for turn in range(TESTS)
        for fixture in KINDS
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "conftest.py").write_text(CONFTEST)
        (folder / "test_all.py").write_text("\n".join(tests))
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PFG_STORE__COUNT": "600"}
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:randomly",
            "-p",
            "no:cacheprovider",
        ]
        subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )
        taken: dict[str, list[float]] = json.loads((folder / "taken.json").read_text())
    return {kind: times[FIRST:] for kind, times in taken.items()}


KINDS = ("pfg_store", "nothing", "several")


def main() -> None:
    """Print the medians, and the difference from the empty fixture."""
    medians = {kind: statistics.median(times) * 1000 for kind, times in seconds().items()}
    for kind, milliseconds in medians.items():
        print(f"{kind:<10} {milliseconds:.3f} ms a test, {milliseconds - medians['nothing']:+.3f}")


if __name__ == "__main__":
    main()
