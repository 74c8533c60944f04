"""Mutation testing of one package: does the suite notice when the code is wrong?

    python dev.py mutate strategies           # 10 random mutants
    python dev.py mutate providers 40 --seed 3

cosmic-ray finds the possible mutants and applies them; this script draws some at random, runs the
tests of the package against each in a copy of the project, and prints the survivors with their
diff. A mutant is killed if a test fails or the tests take longer than MAX_SECONDS.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).resolve().parents[1]

PACKAGE = "pytest_fixturegen"

COPIED = (PACKAGE, "tests", "examples", "docs", "changes", "benchmarks")
COPIED_FILES = ("pyproject.toml", "conftest.py", "README.md", "CHANGELOG.md", "CONTRIBUTING.md")

MAX_SECONDS = 900
"""Time limit of the tests of one mutant. A mutant that loops for ever is killed by it."""

WORKERS = 2

ROOM_TESTS = {
    "strategies": (
        "tests/strategies",
        "tests/golden",
        "tests/kinds",
        "tests/laws",
        "tests/plugins",
        "tests/functional/test_overrides.py",
        "tests/functional/test_relations.py",
    ),
    "generator": ("tests/generator", "tests/golden", "tests/kinds", "tests/laws", "tests/fixtures"),
    "providers": ("tests/providers", "tests/golden", "tests/kinds", "tests/laws"),
    "persistence": (
        "tests/persistence",
        "tests/functional/test_persist.py",
        "tests/functional/test_persist_failures.py",
        "tests/functional/test_persist_parent.py",
        "tests/functional/test_persist_signals.py",
    ),
    "store": ("tests/store", "tests/server", "tests/functional/test_serve.py"),
}
"""The tests of each package, those that fail fastest first."""

EQUIVALENT_OPERATORS = (
    "ReplaceBinaryOperator_BitOr",  # str | None in annotations, which are not evaluated
    "RemoveDecorator",  # mostly lru_cache and overload, which change no result
)
"""Operators whose mutants rarely change behaviour, so that survivors would say nothing."""


@dataclass(frozen=True)
class Mutant:
    """One possible change: the *occurrence*-th place where *operator* applies in *module*."""

    module: str
    operator: str
    occurrence: int
    line: int
    arguments: str


@dataclass(frozen=True)
class Outcome:
    """The result of the tests against one mutant."""

    mutant: Mutant
    is_killed: bool
    reason: str
    diff: str


def main(arguments: list[str]) -> int:
    """Draw mutants of a package, test them, and print the survivors; return 1 if there are any."""
    parser = argparse.ArgumentParser(prog="dev.py mutate", description=__doc__.splitlines()[0])
    parser.add_argument("room", choices=sorted(ROOM_TESTS))
    parser.add_argument("count", nargs="?", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    mutants = draw_mutants(options.room, options.count, options.seed)
    outcomes = run_mutants(mutants, ROOM_TESTS[options.room])
    survivors = [outcome for outcome in outcomes if not outcome.is_killed]
    for outcome in survivors:
        print(f"\nSURVIVED {outcome.mutant.module}:{outcome.mutant.line}\n{outcome.diff}")
    print(f"\n{len(outcomes) - len(survivors)} of {len(outcomes)} mutants were killed.")
    return 1 if survivors else 0


def draw_mutants(room: str, count: int, seed: int) -> list[Mutant]:
    """Return *count* random mutants of the package *room*."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "config.toml")
        session = Path(folder, "session.sqlite")
        config.write_text(
            f'[cosmic-ray]\nmodule-path = "{PACKAGE}/{room}"\ntimeout = 60.0\n'
            'excluded-modules = []\ntest-command = "true"\n'
            '[cosmic-ray.distributor]\nname = "local"\n'
        )
        run_cosmic_ray("init", str(config), str(session), folder=ROOT)
        dump = run_cosmic_ray("dump", str(session), folder=ROOT)
    mutants = [mutant for line in dump.splitlines() for mutant in read_mutants(line)]
    # cosmic-ray lists them in the order of random ids
    mutants.sort(key=lambda mutant: (mutant.module, mutant.operator, mutant.occurrence))
    return random.Random(seed).sample(mutants, min(count, len(mutants)))


def read_mutants(line: str) -> list[Mutant]:
    """Return the mutants of one line of cosmic-ray's dump that may change behaviour."""
    work_item, _ = json.loads(line)
    return [
        Mutant(
            module=found["module_path"],
            operator=found["operator_name"],
            occurrence=found["occurrence"],
            line=found["start_pos"][0],
            arguments=json.dumps(found.get("operator_args") or {}),
        )
        for found in work_item["mutations"]
        if not any(name in found["operator_name"] for name in EQUIVALENT_OPERATORS)
    ]


def run_mutants(mutants: list[Mutant], tests: tuple[str, ...]) -> list[Outcome]:
    """Return the outcome of each mutant, WORKERS at a time, each in its own copy of the project."""
    with tempfile.TemporaryDirectory() as folder:
        copies: Queue[Path] = Queue()
        for number in range(WORKERS):
            copies.put(copy_project(Path(folder, str(number))))

        def run(mutant: Mutant) -> Outcome:
            copy = copies.get()
            try:
                outcome = run_mutant(mutant, tests, copy)
            finally:
                copies.put(copy)
            word = "killed" if outcome.is_killed else "SURVIVED"
            print(f"{word:<9} {mutant.module}:{mutant.line} {outcome.reason}", flush=True)
            return outcome

        with ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(run, mutants))


def copy_project(folder: Path) -> Path:
    """Copy what the tests need to *folder* and return it."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    for name in COPIED_FILES:
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, folder / name)
    return folder


def run_mutant(mutant: Mutant, tests: tuple[str, ...], copy: Path) -> Outcome:
    """Apply *mutant* in *copy*, run the tests, and restore the file."""
    file = copy / mutant.module
    original = file.read_text()
    try:
        run_cosmic_ray("apply", mutant.module, mutant.operator, str(mutant.occurrence), folder=copy)
        changed = file.read_text()
        lines = difflib.unified_diff(
            original.splitlines(), changed.splitlines(), mutant.module, "mutant", lineterm="", n=2
        )
        is_killed, reason = run_tests(tests, copy)
        return Outcome(mutant, is_killed, reason, "\n".join(lines))
    finally:
        file.write_text(original)


def run_tests(tests: tuple[str, ...], copy: Path) -> tuple[bool, str]:
    """Run *tests* in *copy* until one fails; return whether one did, and which."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:randomly", *tests]
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"}
    try:
        result = subprocess.run(
            command,
            cwd=copy,
            env=environment,
            capture_output=True,
            text=True,
            timeout=MAX_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True, "timed out"
    failures = [line for line in result.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return result.returncode != 0, failures[0][:110] if failures else f"exit {result.returncode}"


def run_cosmic_ray(*words: str, folder: Path) -> str:
    """Run cosmic-ray in *folder* and return its output."""
    command = [sys.executable, "-m", "cosmic_ray.cli", *words]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SystemExit(f"cosmic-ray {' '.join(words)} failed:\n{result.stderr}")
    return result.stdout


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
