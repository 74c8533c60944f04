"""Searching in bounded time finds the same as ``re``, and always comes to an end."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pytest_fixturegen.providers.regex.bounded_match import (
    MatchCheck,
    StepBudget,
    build_check,
    is_followable,
    may_backtrack,
    passes_check,
    search_quickly,
)
from pytest_fixturegen.providers.regex.character_classes import PatternError
from pytest_fixturegen.providers.regex.search_cost import MAX_SHORT_LENGTH
from pytest_fixturegen.providers.regex.syntax_tree import parse_pattern
from tests.providers.regex.oracle import MAX_NESTED_LOOPS, UNDECIDED, count_nested_loops, is_found
from tests.providers.regex.pattern_samples import bodies, conditions, patterns


def is_followed(source: str, text: str, flags: int = 0) -> bool:
    """Return whether *source* is found in *text* by following its tree."""
    tree, spelled, all_flags = parse_pattern(source, flags)
    assert is_followable(tree)
    check = MatchCheck(re.compile(spelled, all_flags), tree, 0, must_follow=True)
    return passes_check(check, text, StepBudget())


texts = st.text("ab7Z-. f", max_size=7)


@given(patterns | st.tuples(conditions, bodies, conditions).map("".join), texts)
@settings(max_examples=500, deadline=None)
def test_following_the_tree_finds_what_re_finds(source: str, text: str) -> None:
    expected = is_found(source, text)
    assume(expected is not UNDECIDED)
    assert is_followed(source, text) == expected


@given(st.tuples(conditions, bodies).map("".join), texts)
@settings(max_examples=100, deadline=None)
def test_following_the_tree_ignores_case_if_asked(source: str, text: str) -> None:
    expected = is_found(source, text, re.IGNORECASE)
    assume(expected is not UNDECIDED)
    assert is_followed(source, text, re.IGNORECASE) == expected


@pytest.mark.parametrize(
    ("source", "nested"),
    [("abc", 0), ("a+", 1), ("(a+b)*", 2), ("(?=(a*|(b+c)+)*)", 3), ("((a?)?)?", 0)],
)
def test_the_oracle_counts_loops_within_loops(source: str, nested: int) -> None:
    assert count_nested_loops(source) == nested


def test_the_oracle_never_gives_re_a_pattern_that_takes_exponential_time() -> None:
    # re took minutes for this pattern, in a text of two characters.
    source = r"(?!a)(?:Z?|((?:([^\W\d]+?|\d*){1,4}|\d{1,4}|a*?){1,4}){1,4})+?(?=.*\d)"
    assert count_nested_loops(source) > MAX_NESTED_LOOPS
    assert is_found(source, "f.") is UNDECIDED
    assert not is_followed(source, "f.")


@pytest.mark.parametrize(
    "source",
    [r"^(a+)+$", r"(?=.*x)(a|a)*b", r"^(\w+\s?)+(?<!b)$", r"^(a?){30}a{30}b$", r"^((a*)*)*b"],
)
def test_loops_within_loops_are_refused_in_bounded_time(source: str) -> None:
    assert not is_followed(source, "a" * 40 + "!")


def test_only_loops_within_loops_are_followed() -> None:
    def must_follow(source: str) -> bool:
        return build_check(*parse_pattern(source, 0)).must_follow

    assert not must_follow(r"^(?=.*\d)\w+$")
    assert must_follow(r"^(?=.*\d)(\w+ ?)+$")
    assert not must_follow(r"^((\w+ ?)+)-\1$")


@pytest.mark.parametrize(
    ("source", "expected"),
    [("(a+b)+", True), ("(a{2}b)+", False), ("(a?b)+", False), ("(a{0,3}b){1,3}", True), ("a+", 0)],
)
def test_a_pattern_may_backtrack_if_a_loop_contains_a_loop(source: str, expected: bool) -> None:
    assert may_backtrack(parse_pattern(source, 0)[0]) == bool(expected)


@pytest.mark.parametrize("text", ["é", "a\nb"])
def test_long_texts_that_the_tree_cannot_judge_are_refused(text: str) -> None:
    check = build_check(*parse_pattern(r"(\w+\s?)+", 0))
    assert check.must_follow
    assert passes_check(check, text, StepBudget())
    assert not passes_check(check, text.ljust(MAX_SHORT_LENGTH + 1, "a"), StepBudget())


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        (r"(a+)+\Aa|\B", "a"),
        (r"(a|aa)+b\B", "a"),
        (r"(?:a|a)*$(?!a)b", "a"),
        (r"(a*)*\1b", "a"),
        (r"(a|b|ab)*\1c", "ab"),
        (r"a*a*a*a*a*a*\bb(c)?", "a"),
        (r"((?:(?:a?){1,4}){1,4}){1,4}\Bb", "a"),
        (r"(?=(a+)+b)a", "a"),
        (r"(?<!b)(?:a+)+b", "a"),
        (r"(x)?(?(1)a|(a|aa)+)b\B", "a"),
        (r"(?=(?:.*a){12}b)a", "a"),
    ],
    ids=range(11),
)
@pytest.mark.parametrize("length", [30, 500, 60_000])
def test_every_search_ends_soon(source: str, letters: str, length: int) -> None:
    check = build_check(*parse_pattern(source, 0))
    budget = StepBudget(50_000)
    text = letters * length
    assert passes_check(check, text, budget) in (True, False)
    assert passes_check(check, f"{text}!", budget) in (True, False)


def test_a_spent_budget_refuses_the_text() -> None:
    check = build_check(*parse_pattern(r"(a+ ?)+\b", 0))
    assert passes_check(check, "a" * 50, StepBudget())
    budget = StepBudget(20)
    assert not passes_check(check, "a" * 50, budget)
    assert budget.is_spent


@pytest.mark.parametrize("source", [r"(?<=a+)b", r"(?<=a|bb)c", r"(?P<a>x)(?<=(?P=a)+)"])
def test_a_pattern_that_re_refuses_late_is_an_error_of_patterns(source: str) -> None:
    with pytest.raises(PatternError, match="cannot be read"):
        build_check(*parse_pattern(source, 0))


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (r"^[A-Z]\w+( [A-Z]\w+)*$", "Ada Lovelace", True),
        (r"^(a+)+$", "a" * 40 + "!", False),
        (r"^(a+)+$", "a" * 40, True),
        (r"(a|aa)+\1b", "a" * 40, False),
        (r"(", "a", False),
        (r"\p{L}", "a", False),
    ],
)
def test_a_quick_search_finds_what_re_finds(source: str, text: str, expected: bool) -> None:
    assert search_quickly(source, text) is expected


@given(patterns, texts)
@settings(max_examples=200, deadline=None)
def test_patterns_are_cheap_up_to_a_length(source: str, text: str) -> None:
    check = build_check(*parse_pattern(source, 0))
    expected = is_found(source, text)
    assume(expected is not UNDECIDED)
    if len(text) <= check.cheap_length:
        assert passes_check(check, text, StepBudget()) == expected
