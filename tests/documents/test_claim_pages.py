"""Each page of ``docs/documents`` names an existing test for every claim of its document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "documents").glob("*.md"))
ROW = re.compile(r"^\|.*\| (✔|different) \| (`.*`) \|$", re.MULTILINE)


@pytest.fixture(scope="session")
def test_names() -> set[str]:
    """Return the names of all tests and classes of tests."""
    files = [*(ROOT / "tests").rglob("*.py"), ROOT / "pytest_fixturegen" / "store" / "contract.py"]
    text = "\n".join(file.read_text("utf-8") for file in files)
    return set(re.findall(r"(?:def|class) (test_\w+|Test\w+)[(:]", text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_claim_has_an_existing_test(page: Path, test_names: set[str]) -> None:
    text = page.read_text("utf-8")
    rows = ROW.findall(text)
    named = {name for _, tests in rows for name in re.findall(r"`(\w+)`", tests)}
    assert named <= test_names
    lines = [line for line in text.splitlines() if line.startswith("|")]
    header_lines = [line for line in lines if line.startswith(("| section", "|---"))]
    assert len(rows) == len(lines) - len(header_lines) > 20
    assert "✘" not in text
