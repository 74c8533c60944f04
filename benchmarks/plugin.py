"""Cost of the plugin in a pytest run: unused, with 200 declarations, and per value.

    python benchmarks/plugin.py [--rounds N]        (needs the extra ``bench``)

Every figure comes from pairs of runs, without and with the plugin. It is the difference of the
fastest runs, which the load of the machine affects least, and in brackets the median of the
differences. The run without loads an empty plugin instead, because pytest searches all installed
distributions for any plugin that is named.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PLUGINS = {
    "pytest-fixturegen": "pytest_fixturegen.plugin",
    "pytest-factoryboy": "pytest_factoryboy.plugin",
    "Faker": "faker.contrib.pytest.plugin",
    "Hypothesis": "_hypothesis_pytestplugin",
    "polyfactory": "polyfactory.pytest_plugin",
}
BARE = {
    **os.environ,
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPATH": ".",
}
NOTHING = ("-p", "nothing_plugin")
EMPTY = "def test_nothing(): pass\n"
MODELS = "from pydantic import BaseModel\nclass User(BaseModel):\n    id: int\n    name: str\n"
IMPORTS = "from pytest_fixturegen import pfg_fixture\nfrom models import User\n"
BUILDING = """
import time
from medium import Customer

def test_it(pfg):
    pfg.build(Customer)
    start = time.perf_counter()
    for _ in range(200):
        pfg.build(Customer)
    print("ms", (time.perf_counter() - start) * 1000 / 200)
"""


def seconds(folder: Path, *words: str) -> float:
    """Return the seconds of a pytest run with the arguments *words*."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words]
    subprocess.run(command, cwd=folder, env=BARE, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def more(folder: Path, rounds: int, without: tuple[str, ...], with_it: tuple[str, ...]) -> str:
    """Return the milliseconds between two runs: of the fastest of each, and the median of pairs."""
    pairs = [(seconds(folder, *without), seconds(folder, *with_it)) for _ in range(rounds)]
    fastest = min(later for _, later in pairs) - min(before for before, _ in pairs)
    median = statistics.median(later - before for before, later in pairs)
    return f"{1000 * fastest:.1f} ({1000 * median:.1f})"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    rounds = parser.add_argument("--rounds", type=int, default=15) and parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "test_empty.py").write_text(EMPTY)
        (folder / "nothing_plugin.py").write_text("")
        (folder / "models.py").write_text(MODELS)
        head = f"{'loaded and unused':24}{'--version':>24}{'one empty test':>24}"
        print(f"{head}   (ms more than an empty plugin)")
        for title, plugin in PLUGINS.items():
            version = more(folder, rounds, (*NOTHING, "--version"), ("-p", plugin, "--version"))
            empty = more(
                folder, rounds, (*NOTHING, "test_empty.py"), ("-p", plugin, "test_empty.py")
            )
            print(f"{title:24}{version:>24}{empty:>24}", flush=True)
        ours = ("-p", "pytest_fixturegen.plugin", "--collect-only")
        for count in (0, 200):
            (folder / f"few{count}").mkdir()
            (folder / f"few{count}" / "models.py").write_text(MODELS)
            lines = [f"user{number} = pfg_fixture(User)\n" for number in range(count)]
            (folder / f"few{count}" / "conftest.py").write_text(IMPORTS + "".join(lines))
            (folder / f"few{count}" / "test_empty.py").write_text(EMPTY)
        milliseconds = more(folder, rounds, (*ours, "few0"), (*ours, "few200"))
        print(f"\n200 declarations: {milliseconds} ms more at collection")
        (folder / "medium.py").write_text((Path(__file__).parent / "medium.py").read_text())
        (folder / "test_building.py").write_text(BUILDING)
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-sq",
            "-p",
            "pytest_fixturegen.plugin",
            "test_building.py",
        ]
        said = subprocess.run(
            command, cwd=folder, env=BARE, capture_output=True, text=True, check=True
        ).stdout
        print(f"one medium instance in a test, warm: {said.split('ms ')[1].split()[0][:5]} ms")


if __name__ == "__main__":
    main()
