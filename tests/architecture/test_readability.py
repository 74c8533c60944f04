"""The figures of readability stay within their targets."""

from __future__ import annotations

import pytest

from tests.architecture.readability import compute_figures, has_dialect, is_bare_participle

TARGETS = {
    "bare participles, %": 4,
    "single-word functions, %": 40,
    "repeated class names": 6,
    "dialect in code, %": 3,
    "dialect in Markdown, %": 3,
    "tokens per line, 90th percentile": 15,
    "lines over 100 columns, %": 0.5,
    "branches per function line": 0.2,
    "broad excepts": 15,
    "modules at the root": 8,
}


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return compute_figures()


@pytest.mark.parametrize("name", TARGETS)
def test_a_figure_is_within_its_target(name: str, figures: dict[str, float]) -> None:
    assert figures[name] <= TARGETS[name]


@pytest.mark.parametrize(
    "text",
    [
        "What a store cannot be made of is told.",
        "It stands for the model's name",
        "A file that is there already",
        "somebody else's code",
    ],
)
def test_dialect_is_recognized(text: str) -> None:
    assert has_dialect(text)


@pytest.mark.parametrize("text", ["Return the plan for *model*.", "What if the file is missing?"])
def test_plain_english_is_not_dialect(text: str) -> None:
    assert not has_dialect(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("told", True), ("_drawn", True), ("seed", False), ("resolve_settings", False)],
)
def test_participles_are_recognized(name: str, expected: bool) -> None:
    assert is_bare_participle(name) is expected
