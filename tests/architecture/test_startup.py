"""What is imported before it is needed, and what is not."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"pydantic", "pydantic_core", "faker", "click", "httpx", "orjson", "hypothesis"}


def imported_by(statement: str) -> set[str]:
    """The top-level modules that are loaded once *statement* has run in a new interpreter."""
    script = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    return set(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    ("statement", "allowed"),
    [
        ("import pytest_fixturegen.plugin", set()),
        ("import pytest_fixturegen", set()),
        ("from pytest_fixturegen import pfg_fixture; user = pfg_fixture(int)", set()),
        ("import pytest_fixturegen.cli.main", {"click"}),
    ],
)
def test_nothing_heavy_is_loaded_at_the_start(statement: str, allowed: set[str]) -> None:
    assert imported_by(statement) & HEAVY <= allowed
