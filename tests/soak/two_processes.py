"""Compare the data of the models of real packages in two processes.

The processes differ in the seed of hashes, in the time zone (26 hours apart, so that today is
another day), and in the moment at which they run. Each list is a JSON file of a package:
``{"preload": ["module"], "models": [{"module": ..., "qualname": ..., "kind": "model"}]}``.

python -m tests.soak.two_processes lists/*.json --python corpus-env/bin/python
python -m tests.soak.two_processes lists/fastapi.json --every 10
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "2", "TZ": "Etc/GMT+12"},
)

RECORDS = 3
SEED = 7

SECONDS = 30
"""The time for one model, after which it is passed over."""

ADDRESS = re.compile(r"0x[0-9a-f]+")


class TooSlow(BaseException):
    """A model took too long."""


def main() -> None:
    """Compare the models of the lists that the command line names, and print those that differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", nargs="+", type=Path)
    parser.add_argument("--python", default=sys.executable, help="of the environment with models")
    parser.add_argument("--every", type=int, default=1, help="only each k-th model")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print_digests(options.lists[0], options.every)
        return
    differing = compared = 0
    for path in options.lists:
        first, second = compare_list(path, options.python, options.every)
        for name in sorted(first.keys() & second.keys()):
            compared += 1
            if first[name] != second[name]:
                differing += 1
                print(f"differs: {name}", flush=True)
    print(f"{compared} models compared, {differing} differ")
    sys.exit(1 if differing else 0)


def compare_list(path: Path, python: str, every: int) -> list[dict[str, str]]:
    """Return the digest of each model of the list at *path*, as two processes compute it."""
    command = [python, "-m", "tests.soak.two_processes", str(path.resolve())]
    command += ["--child", "--every", str(every)]
    processes = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **variables, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for variables in SURROUNDINGS
    ]
    outputs = [process.communicate()[0] for process in processes]
    return [read_digests(output) for output in outputs]


def read_digests(output: str) -> dict[str, str]:
    """Return the digests in the *output* of a process, by model."""
    lines = [line.split("\t") for line in output.splitlines() if line.count("\t") == 1]
    return dict(lines)


def print_digests(path: Path, every: int) -> None:
    """Print a digest of the data of each model of the list at *path*."""
    contents = json.loads(path.read_text())
    output = os.fdopen(os.dup(1), "w")  # models may print
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.chdir(tempfile.mkdtemp())
    for module in contents.get("preload", []):
        with suppress(Exception):
            importlib.import_module(module)
    for entry in contents["models"][::every]:
        with suppress(TooSlow), limit_time():
            digest = compute_digest(find_class(entry))
            print(f"{entry['module']}:{entry['qualname']}\t{digest}", file=output, flush=True)
    output.flush()
    os._exit(0)  # threads of the models' packages would wait


def find_class(entry: dict[str, str]) -> Any:
    """Return the class that *entry* names, completed; None if it cannot be imported."""
    try:
        found: Any = importlib.import_module(entry["module"])
        for name in entry["qualname"].split("."):
            found = getattr(found, name)
        if entry["kind"] == "model":
            found.model_rebuild()
    except Exception:
        return None
    return found


def compute_digest(model: Any) -> str:
    """Return a digest of the lines of JSON of *model*, or of its instances if it has no JSON."""
    from pytest_fixturegen import generate_instances, generate_lines

    try:
        text = b"".join(generate_lines(model, RECORDS, seed=SEED)).decode()
    except Exception as error:
        text = f"{type(error).__name__}"
        with suppress(Exception):
            text = repr(list(generate_instances(model, RECORDS, seed=SEED)))
    return sha256(ADDRESS.sub("0x", text).encode("utf-8", "replace")).hexdigest()[:16]


@contextmanager
def limit_time() -> Iterator[None]:
    """Raise TooSlow if the block takes longer than SECONDS."""

    def stop(number: int, frame: Any) -> None:
        raise TooSlow

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


if __name__ == "__main__":
    main()
