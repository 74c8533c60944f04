"""Run the examples of the docs in a copy of the shop project.

A ``console`` block has commands after ``$`` and their output; a line of ``...`` matches any lines.
If a ``python`` block begins with a comment that names a file, the block is that file (one of
``examples/tour``, ``databases`` or ``bookings`` if it exists there); any other block is run.
``python -m tests.docs.examples`` writes the current output and these files into the docs, or into
the pages it is given; with ``--check``, it shows what would change.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", *sorted(DOCS.glob("*.md")), *sorted(DOCS.glob("guides/*.md")))
STANDALONE_PAGES = ("quickstart", "tutorial")
"""Pages whose examples begin in an empty folder."""

HIDDEN_PLUGINS = (
    "asyncio",
    "randomly",
    "cacheprovider",
    "schemathesis",
    "pytest-factoryboy",
    "django",
)
PYTEST_OPTIONS = " ".join(f"-p no:{name}" for name in HIDDEN_PLUGINS)
"""Options that keep other plugins and files out of the output of pytest, and let it start early."""

SHOWN_PROJECTS = ("tour", "databases", "bookings")
"""Example projects whose files the pages show."""

HIDDEN_VARIABLES = ("PYTEST", "PFG", "CI", "BUILD_NUMBER")
"""Beginnings of the names of variables on which the output of pytest depends."""

PROGRAMS = [Path(sys.executable).parent]
"""Folders of the programs, before those of the search path."""

FENCE = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*(?:\\\n.*)*)\n((?:(?!\$ ).*\n?)*)", re.MULTILINE)


def replay_page(page: Path) -> str:
    """Return the text of *page* with the current output of its examples."""
    with tempfile.TemporaryDirectory() as folder:
        shop = Path(folder) / "shop"
        shop.mkdir()
        for name in () if page.stem in STANDALONE_PAGES else ("shop", *SHOWN_PROJECTS):
            source, target = ROOT / "examples" / name, shop / (name if name != "shop" else "")
            shutil.copytree(
                source,
                target,
                ignore=shutil.ignore_patterns("__pycache__", ".*"),
                dirs_exist_ok=True,
            )
        return FENCE.sub(
            lambda block: f"```{block[1]}\n{RUNNERS[block[1]](block[2], shop)}```",
            page.read_text("utf-8"),
        )


def run_python_block(source: str, shop: Path) -> str:
    """Write or run a Python block, and return it."""
    file_name = re.match(r"# ([\w/]+\.py)\n", source)
    if file_name and (shop / file_name[1]).exists() and file_name[1].startswith(SHOWN_PROJECTS):
        return (shop / file_name[1]).read_text("utf-8")
    if file_name:
        (shop / file_name[1]).parent.mkdir(parents=True, exist_ok=True)
        (shop / file_name[1]).write_text(source, "utf-8")
    else:
        output = run_example(["python", "-W", "error", "-c", source], shop)
        assert not output, f"an example printed: {output}"
    return source


def run_console_block(block: str, shop: Path) -> str:
    """Return the commands of *block*, each with its current output."""
    return COMMAND.sub(
        lambda match: f"$ {match[1]}\n{merge_output(match[2], run_example(match[1], shop))}", block
    )


def merge_output(shown: str, printed: str) -> str:
    """Return *shown* if its ``...`` lines match *printed*; otherwise return *printed*."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return shown if re.fullmatch("(?:.*\n)*".join(parts), printed) else printed


def run_example(command: str | list[str], shop: Path) -> str:
    """Return both outputs of *command* without the parts that differ between runs."""
    path = os.pathsep.join([*map(str, PROGRAMS), os.environ["PATH"]])
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(HIDDEN_VARIABLES)
    }
    result = subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=shop,
        env={
            **environment,
            "PYTEST_ADDOPTS": PYTEST_OPTIONS,
            "PATH": path,
            "PYTHONPATH": f"{shop}{os.pathsep}{ROOT}" if (shop / "tour").exists() else "",
            "NO_COLOR": "1",
            "COLUMNS": "100",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    plain = re.sub(r" in \d+\.\d\ds( \([\d:]+\))?", " in 0.05s", result.stdout)
    return plain.replace(str(shop), "shop")


RUNNERS: dict[str, Callable[[str, Path], str]] = {
    "console": run_console_block,
    "python": run_python_block,
}


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` print which would change; return the exit code."""
    checks = arguments[:1] == ["--check"]
    pages = [Path(name).resolve() for name in arguments[checks:]] or PAGES
    shown = {page: replay_page(page) for page in pages}
    stale = [page for page in pages if shown[page] != page.read_text("utf-8")]
    for page in stale:
        if checks:
            lines = page.read_text("utf-8").splitlines(), shown[page].splitlines()
            print(*unified_diff(*lines, page.name, "printed today", lineterm=""), sep="\n")
        else:
            page.write_text(shown[page], "utf-8")
    return int(checks and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
