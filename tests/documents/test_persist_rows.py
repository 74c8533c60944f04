"""The page of persist.md names an existing test for each of its claims."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "documents" / "persist.md").read_text("utf-8")
ROW = re.compile(r"^\| [^|]+ \| [^|]+ \| [^|]+ \| (✔|different) \| `(test_\w+)` \|$", re.MULTILINE)


def test_each_claim_of_the_page_has_an_existing_test() -> None:
    known = {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"def (test_\w+)\(", file.read_text("utf-8"))
    }
    rows = ROW.findall(PAGE)
    assert [name for _, name in rows if name not in known] == []
    assert len(rows) == len(re.findall(r"^\| (?!section)", PAGE, re.MULTILINE)) > 30


def test_no_claim_of_the_page_is_unmet() -> None:
    assert "✘" not in PAGE
