"""Patterns that need a check, and how their look-arounds become part of the text."""

import re

import pytest

from pytest_fixturegen.providers.regex.assertions import (
    absorb_lookarounds,
    find_requested_lengths,
    minimize_lookahead,
    needs_check,
    pad_open_ends,
)
from pytest_fixturegen.providers.regex.length_fit import build_node
from pytest_fixturegen.providers.regex.patterns import compile_pattern, draw_match
from pytest_fixturegen.providers.regex.syntax_tree import (
    EMPTY_SYNTAX,
    Alternation,
    Concatenation,
    Lookaround,
    Repetition,
    Syntax,
    find_length_range,
    parse_pattern,
    walk_syntax,
)


def read(source: str) -> Syntax:
    return parse_pattern(source, 0)[0]


@pytest.mark.parametrize("source", ["abc", "^abc$", "^(a|b)+$", "^a|b$", "(?:^a)b", "^^a$$"])
def test_plain_patterns_and_outer_anchors_need_no_check(source: str) -> None:
    assert not needs_check(read(source))


@pytest.mark.parametrize(
    "source",
    ["a^b", "a$b", "(^a)+", "(a$){2}", r"\bfoo", "(?=.*a)b+", r"(a)\1", "(a)?(?(1)b|c)", "(?!a)b+"],
)
def test_inner_anchors_and_lookarounds_need_a_check(source: str) -> None:
    assert needs_check(read(source))


def test_lookarounds_at_the_outer_ends_become_text() -> None:
    for source in (r"(?<=\$)\d+", r"\d+(?= USD)"):
        tree = absorb_lookarounds(read(source))
        assert not any(isinstance(node, Lookaround) for node in walk_syntax(tree))
    assert find_length_range(absorb_lookarounds(read("a(?=bcd)"))) == (4, 4)


@pytest.mark.parametrize("source", ["(?<!a)b", "b(?!a)", "(?=a)a"])
def test_negative_or_inner_lookarounds_stay(source: str) -> None:
    tree = read(source)
    assert absorb_lookarounds(tree) == tree


def test_an_empty_pattern_has_nothing_to_absorb() -> None:
    assert absorb_lookarounds(EMPTY_SYNTAX) == EMPTY_SYNTAX


@pytest.mark.parametrize(
    ("source", "lengths"),
    [
        (r"^(?=.{8,20}$)\w+$", (8, 20)),
        (r"^(?=.{2,50}$)(?=.{5,9}$)\w+$", (5, 9)),
        (r"^(?!.{8,20}$)\w+$", (3, 30)),
        (r"^(?=[a-z]{8,20}$)\w+$", (3, 30)),
        (r"^\w(?=.{8,20}$)\w+$", (3, 30)),
    ],
)
def test_lengths_are_read_from_leading_lookaheads(source: str, lengths: tuple[int, int]) -> None:
    assert find_requested_lengths(read(source), 3, 30) == lengths


def test_open_ends_get_letters_and_anchored_ends_do_not() -> None:
    tree = pad_open_ends(read("^abc"))
    assert isinstance(tree, Concatenation)
    head, _, tail = tree.items
    assert head == EMPTY_SYNTAX
    assert isinstance(tail, Repetition)
    branches = pad_open_ends(read("^a|b$"))
    assert isinstance(branches, Alternation)
    grammar = compile_pattern(r"\bfoo\b", min_length=9, max_length=9)
    text = draw_match(grammar, 5)
    assert re.search(r"\bfoo\b", text)
    assert len(text) == 9


def test_a_minimized_lookahead_keeps_what_it_requires_alone() -> None:
    look = next(
        node for node in walk_syntax(read(r"(?=.*\d{2}[A-Z]?)x")) if isinstance(node, Lookaround)
    )
    smallest = minimize_lookahead(look.item, frozenset("x7"))
    assert find_length_range(smallest) == (2, 2)
    assert build_node(smallest, 0, 9).ways == 1  # "77": the only digit of the body
