"""The docs name a test for each feature, and every operator and adapter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pytest_fixturegen.plugins.builtin import ADAPTERS
from pytest_fixturegen.store.adapters.adapter import CAPABILITIES
from pytest_fixturegen.store.adapters.emulation import REQUIRED_METHODS
from pytest_fixturegen.store.api_file import OPTION_KEYS
from pytest_fixturegen.store.filter_names import OPERATORS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "store.md").read_text("utf-8")
TABLE = PAGE[PAGE.index("## Comparison with other tools for mock APIs") :]
TESTS = re.findall(r"`(test_\w+)` \|$", TABLE, re.MULTILINE)


def sources() -> str:
    files = [*(ROOT / "tests").rglob("*.py"), ROOT / "pytest_fixturegen" / "store" / "contract.py"]
    return "\n".join(file.read_text("utf-8") for file in files)


def test_each_feature_has_a_test() -> None:
    known = set(re.findall(r"def (test_\w+)\(", sources()))
    assert set(TESTS) <= known
    assert len(TESTS) == len(re.findall(r"^\| ", TABLE, re.MULTILINE)) - 1 >= 35


@pytest.mark.parametrize("word", [*OPERATORS, *ADAPTERS, *CAPABILITIES, *REQUIRED_METHODS])
def test_every_word_of_the_contract_is_in_the_docs(word: str) -> None:
    assert re.search(rf"\b{re.escape(word)}\b", PAGE)


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in OPTION_KEYS
        if path.split(".")[0] in ("database", "snapshots", "optimizations")
    ],
)
def test_every_option_of_an_api_file_is_in_the_docs(path: str) -> None:
    section, _, name = path.partition(".")
    assert re.search(rf"{section}[.:].*\b{name}\b", PAGE)
