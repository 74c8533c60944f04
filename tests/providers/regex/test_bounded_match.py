"""What is promised of a trial: it says what ``re`` says, and it ends."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_fixturegen.providers.regex.bounded_match import (
    MatchCheck,
    build_check,
    is_followable,
    passes_check,
)
from pytest_fixturegen.providers.regex.syntax_tree import parse_pattern
from tests.providers.pattern_samples import bodies, conditions, patterns


def followed(source: str, text: str, flags: int = 0) -> bool:
    """Whether *source* is found in *text* by following its tree."""
    tree, spelled, all_flags = parse_pattern(source, flags)
    assert is_followable(tree)
    return passes_check(MatchCheck(re.compile(spelled, all_flags), tree), text)


texts = st.text("ab7Z-. f", max_size=7)


@given(patterns | st.tuples(conditions, bodies, conditions).map("".join), texts)
@settings(max_examples=500, deadline=None)
def test_following_the_tree_says_what_re_says(source: str, text: str) -> None:
    assert followed(source, text) == bool(re.search(source, text))


@given(st.tuples(conditions, bodies).map("".join), texts)
@settings(max_examples=100, deadline=None)
def test_following_the_tree_heeds_case(source: str, text: str) -> None:
    assert followed(source, text, re.IGNORECASE) == bool(re.search(source, text, re.IGNORECASE))


@pytest.mark.parametrize(
    "source",
    [r"^(a+)+$", r"(?=.*x)(a|a)*b", r"^(\w+\s?)+(?<!b)$", r"^(a?){30}a{30}b$", r"^((a*)*)*b"],
)
def test_a_refusal_comes_quickly_where_loops_stand_in_loops(source: str) -> None:
    assert not followed(source, "a" * 40 + "!")


def test_only_loops_in_loops_are_followed() -> None:
    def tree_of(source: str) -> object:
        return build_check(*parse_pattern(source, 0)).tree

    assert tree_of(r"^(?=.*\d)\w+$") is None
    assert tree_of(r"^(?=.*\d)(\w+ ?)+$") is not None
    assert tree_of(r"^((\w+ ?)+)-\1$") is None
