"""Runs the examples of the docs in a copy of the shop.

A ``console`` block contains commands after ``$`` and their output; a line of ``...`` matches any
lines. A ``python`` block that begins with a comment naming a file is written to that file, or
copied from it if the file is part of ``examples/tour``; any other is run.

``python -m tests.docs.examples`` writes the present output, and the present tour, into the docs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
PYTEST_OPTIONS = "-p no:asyncio -p no:randomly -p no:cacheprovider"
"""Options that keep other plugins and files out of the output of pytest."""

FENCE = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*(?:\\\n.*)*)\n((?:(?!\$ ).*\n?)*)", re.MULTILINE)


def replay_page(page: Path) -> str:
    """Return the text of *page* with the present output of its examples."""
    with tempfile.TemporaryDirectory() as folder:
        shop = Path(folder) / "shop"
        for name in ("shop", "tour"):
            source, target = ROOT / "examples" / name, shop / (name if name != "shop" else "")
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        return FENCE.sub(
            lambda block: f"```{block[1]}\n{RUNNERS[block[1]](block[2], shop)}```",
            page.read_text("utf-8"),
        )


def run_python(source: str, shop: Path) -> str:
    """Write or run a block of Python, and return its text."""
    named = re.match(r"# ([\w/]+\.py)\n", source)
    if named and (shop / named[1]).exists() and named[1].startswith("tour/"):
        return (shop / named[1]).read_text("utf-8")
    if named:
        (shop / named[1]).parent.mkdir(parents=True, exist_ok=True)
        (shop / named[1]).write_text(source, "utf-8")
    else:
        ran = run_command([sys.executable, "-W", "error", "-c", source], shop)
        assert not ran, f"an example printed: {ran}"
    return source


def run_console(block: str, shop: Path) -> str:
    """Return the commands of *block*, each with its output."""
    return COMMAND.sub(
        lambda found: f"$ {found[1]}\n{merge_output(found[2], run_command(found[1], shop))}", block
    )


def merge_output(shown: str, printed: str) -> str:
    """Return *shown* if *printed* matches it, ``...`` lines included, and *printed* otherwise."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return shown if re.fullmatch("(?:.*\n)*".join(parts), printed) else printed


def run_command(command: str | list[str], shop: Path) -> str:
    """Return the output of *command*, without parts that differ from run to run."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PFG"))
    }
    ran = subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=shop,
        env={
            **environment,
            "PYTEST_ADDOPTS": PYTEST_OPTIONS,
            "PATH": path,
            "PYTHONPATH": f"{shop}{os.pathsep}{ROOT}",
            "NO_COLOR": "1",
            "COLUMNS": "100",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    plain = re.sub(r" in \d+\.\d\ds", " in 0.05s", ran.stdout)
    return plain.replace(str(shop), "shop")


RUNNERS: dict[str, Callable[[str, Path], str]] = {"console": run_console, "python": run_python}

if __name__ == "__main__":
    for each in PAGES:
        each.write_text(replay_page(each), "utf-8")
