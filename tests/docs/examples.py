"""Runs what the docs show, in a copy of the shop.

A ``console`` block holds commands after ``$`` and what they print; a line of ``...`` stands for
any lines. A ``python`` block that begins with a comment naming a file is that file: of
``examples/tour``, if it lies there; any other is run. ``python -m tests.docs.examples`` writes
today's output, and today's tour, into the docs.
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
FENCE = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*(?:\\\n.*)*)\n((?:(?!\$ ).*\n?)*)", re.MULTILINE)


def replayed(page: Path) -> str:
    """The text of *page* as it would be with what its examples print today."""
    with tempfile.TemporaryDirectory() as folder:
        shop = Path(folder) / "shop"
        for name in ("shop", "tour"):
            source, target = ROOT / "examples" / name, shop / (name if name != "shop" else "")
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        return FENCE.sub(
            lambda block: f"```{block[1]}\n{RUNNERS[block[1]](block[2], shop)}```",
            page.read_text("utf-8"),
        )


def python(source: str, shop: Path) -> str:
    """Write or run a block of Python; it stays as it is."""
    named = re.match(r"# ([\w/]+\.py)\n", source)
    if named and (shop / named[1]).exists() and named[1].startswith("tour/"):
        return (shop / named[1]).read_text("utf-8")
    if named:
        (shop / named[1]).parent.mkdir(parents=True, exist_ok=True)
        (shop / named[1]).write_text(source, "utf-8")
    else:
        ran = printed_by([sys.executable, "-W", "error", "-c", source], shop)
        assert not ran, f"an example printed: {ran}"
    return source


def console(block: str, shop: Path) -> str:
    """The commands of *block*, each with what it prints."""
    return COMMAND.sub(
        lambda found: f"$ {found[1]}\n{merged(found[2], printed_by(found[1], shop))}", block
    )


def merged(shown: str, printed: str) -> str:
    """*printed*, or *shown* where its ``...`` lines make it say the same."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return shown if re.fullmatch("(?:.*\n)*".join(parts), printed) else printed


def printed_by(command: str | list[str], shop: Path) -> str:
    """What *command* prints on both outputs, without what differs from run to run."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PFG"))
    }
    result = subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=shop,
        env={
            **environment,
            "PYTEST_ADDOPTS": "-p no:asyncio",
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
    plain = re.sub(r" in \d+\.\d\ds", " in 0.05s", result.stdout)
    return plain.replace(str(shop), "shop")


RUNNERS: dict[str, Callable[[str, Path], str]] = {"console": console, "python": python}

if __name__ == "__main__":
    for each in PAGES:
        each.write_text(replayed(each), "utf-8")
