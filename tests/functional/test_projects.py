"""The example projects that have tests, and need no database."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.parametrize("suite", ["tour", "shop"])
def test_the_example_suite_passes(suite: str) -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:asyncio",
        "-c",
        "/dev/null",
        ".",
    ]
    folder = EXAMPLES / suite
    result = subprocess.run(
        [*command, "--rootdir", "."],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": f"{EXAMPLES.parent}:."},
    )
    assert result.returncode == 0, result.stdout + result.stderr
