"""Each page of ``docs/documents`` names an existing test for every claim of its document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "documents").glob("*.md"))
VERDICTS = ("✔", "different")
TEST_NAME = re.compile(r"`[^`]*?\b(test_\w+|Test\w+)`")


@pytest.fixture(scope="session")
def known_tests() -> set[str]:
    """Return the names of all tests and classes of tests."""
    files = [*(ROOT / "tests").rglob("*.py"), ROOT / "pytest_fixturegen" / "store" / "contract.py"]
    text = "\n".join(file.read_text("utf-8") for file in files)
    return set(re.findall(r"(?:def|class) (test_\w+|Test\w+)[(:]", text))


def read_rows(page: Path) -> list[list[str]]:
    """Return the cells of each row of the tables of *page*, without their headers."""
    lines = [line for line in page.read_text("utf-8").splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rules = {number for number, line in enumerate(lines) if line.startswith("|---")}
    return [row for number, row in enumerate(rows) if not {number, number + 1} & rules]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_claim_has_a_verdict_and_an_existing_test(page: Path, known_tests: set[str]) -> None:
    rows = read_rows(page)
    assert len(rows) > 20
    for row in rows:
        verdicts = [cell for cell in row if cell in VERDICTS]
        tests = TEST_NAME.findall(" ".join(row))
        assert len(verdicts) == 1, row
        assert tests or verdicts == ["different"], row
        assert set(tests) <= known_tests, row
