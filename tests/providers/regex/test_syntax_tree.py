"""The tree of a pattern."""

import re

import pytest

from pytest_fixturegen.providers.regex.character_classes import CharClass, PatternError
from pytest_fixturegen.providers.regex.syntax_tree import (
    EMPTY_SYNTAX,
    Alternation,
    Assertion,
    Backreference,
    CaptureGroup,
    Concatenation,
    Lookaround,
    Repetition,
    Syntax,
    bound_repetitions,
    estimate_draws,
    find_length_range,
    parse_pattern,
    walk_syntax,
)

A = CharClass("a", frozenset("a"))
B = CharClass("b", frozenset("b"))


def read(source: str, flags: int = 0) -> Syntax:
    return parse_pattern(source, flags)[0]


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("", EMPTY_SYNTAX),
        ("a", A),
        ("ab", Concatenation((A, B))),
        ("a(?:b)", Concatenation((A, B))),
        ("aa|b", Alternation((Concatenation((A, A)), B))),
        ("a{2,5}", Repetition(A, 2, 5)),
        ("a*?", Repetition(A, 0, None)),
        ("(a+)*", Repetition(A, 0, None)),
        ("(a?){3}", Repetition(A, 0, 3)),
        ("^a$", Concatenation((Assertion("start"), A, Assertion("end")))),
        (r"\ba\B", Concatenation((Assertion("edge"), A, Assertion("inside")))),
        ("(?=ab)", Lookaround(Concatenation((A, B)), is_ahead=True, is_positive=True)),
        ("(?<!a)", Lookaround(A, is_ahead=False, is_positive=False)),
        (r"(a)\1", Concatenation((CaptureGroup(1, A), Backreference(1, A)))),
        ("(a)b", Concatenation((A, B))),
        ("(?=a)[ab]", A),
        ("(?!a)[ab]", B),
    ],
)
def test_a_pattern_becomes_a_small_tree(source: str, tree: Syntax) -> None:
    assert read(source) == tree


def test_case_is_ignored_where_the_flags_say_so() -> None:
    both = CharClass("a", frozenset("aA"))
    assert read("a", re.IGNORECASE) == read("(?i)a") == both
    assert read("(?i:a)b") == Concatenation((both, B))
    assert read("(?i)(?-i:b)") == B


@pytest.mark.parametrize("source", ["(", "[a", "a{3,1}", r"\p{Nonsense}", "*a"])
def test_an_unreadable_pattern_is_refused_with_its_source(source: str) -> None:
    with pytest.raises(PatternError, match=re.escape(f"The pattern {source!r} cannot be read: ")):
        parse_pattern(source, 0)


@pytest.mark.parametrize(
    ("source", "low", "high"),
    [
        ("", 0, 0),
        ("^abc$", 3, 3),
        ("a?b{2,5}", 2, 6),
        ("a|bcd", 1, 3),
        (r"(ab)\1", 4, 4),
        ("(a)?(?(1)bc|d)", 1, 3),
        ("(?=abc)d", 1, 1),
    ],
)
def test_lengths_are_those_of_the_shortest_and_longest_text(
    source: str, low: int, high: int
) -> None:
    assert find_length_range(read(source)) == (low, high)


def test_walking_enters_lookarounds_only_if_asked() -> None:
    tree = read("(?=a)bb")
    assert A not in walk_syntax(tree)
    assert A in walk_syntax(tree, with_lookarounds=True)


def test_draws_multiply_in_loops_within_loops() -> None:
    assert estimate_draws(read("abc")) == 3
    assert estimate_draws(read("(?:ab){10}")) == 20
    assert estimate_draws(read("(?:(?:ab){10}c){10}")) == 210
    assert estimate_draws(read("(?:a?){1000}|b")) == 1


@pytest.mark.parametrize(
    ("source", "extra", "bounds"),
    [
        ("a*", 0, (0, 8)),
        ("a+", 0, (1, 8)),
        ("a+", 20, (1, 28)),
        ("a{2,5}", 0, (2, 5)),
        ("a{2,500}", 0, (2, 65)),
        ("(?:abcdefgh){2,500}", 0, (2, 10)),
        ("(?:){3,9}", 0, (1, 1)),
    ],
)
def test_repetitions_get_modest_bounds(source: str, extra: int, bounds: tuple[int, int]) -> None:
    bounded = bound_repetitions(read(source), extra)
    assert isinstance(bounded, Repetition)
    assert (bounded.low, bounded.high) == bounds
