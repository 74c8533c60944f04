"""Strings and bytes keep their lengths, patterns and case."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Choice, Constant, Converted, Unsatisfiable
from pytest_fixturegen.providers import text
from tests.providers.contexts import draw_samples, make_context


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60))
def test_a_text_has_a_length_within_its_bounds(low, more):
    for drawn in draw_samples(text.text(make_context(min_length=low, max_length=low + more))):
        assert low <= len(drawn) <= low + more


def test_a_text_without_rules_is_eight_to_twenty_characters_long():
    lengths = {len(drawn) for drawn in draw_samples(text.text(make_context()))}
    assert min(lengths) >= 8
    assert max(lengths) <= 20


def test_lengths_without_a_text_are_said():
    node = text.text(make_context(min_length=3, max_length=2))
    assert isinstance(node, Unsatisfiable)
    assert "no text has at least 3 and at most 2 characters." in repr(node)
    assert text.text(make_context(max_length=0)) == Constant("", "")


def test_a_pattern_is_matched_before_the_case_changes():
    node = text.text(make_context(pattern="^[A-Z]{3}$", lower=True))
    assert isinstance(node, Converted)
    assert all(re.fullmatch("[A-Z]{3}", drawn) for drawn in draw_samples(node))
    assert node.json("ABC") == "abc"


def test_a_pattern_without_matches_is_said():
    node = text.text(make_context(pattern="^(?!a)a$"))
    assert isinstance(node, Unsatisfiable)
    assert "cannot be served" in repr(node)


@pytest.mark.parametrize(("rule", "check"), [("lower", str.islower), ("upper", str.isupper)])
def test_texts_are_in_the_case_that_is_required(rule, check):
    assert all(map(check, draw_samples(text.text(make_context(**{rule: True})))))
    pool = text.build_text_pool(("Ab", "cD"), Constraints(**{rule: True}))
    assert isinstance(pool, Choice)
    assert all(map(check, pool.options))


def test_a_pool_holds_valid_texts_or_is_not_used():
    options = ("a", "bb", "ccc", "é")
    pool = text.build_text_pool(options, Constraints(max_length=2, ascii_only=True))
    assert pool == Choice(("a", "bb"), ("a", "bb"))
    assert text.build_text_pool(options, Constraints(min_length=4)) is None
    many = tuple(f"{number:03}" for number in range(200))
    assert text.build_text_pool(many, Constraints(pattern="^00[0-3]$")) is not None
    assert text.build_text_pool(many, Constraints(pattern="^00[0-2]$")) is None


@pytest.mark.parametrize(
    ("rules", "is_valid"),
    [
        ({}, True),
        ({"min_length": 5}, False),
        ({"max_length": 3}, False),
        ({"min_length": 4, "max_length": 4}, True),
        ({"pattern": "^[a-z]"}, True),
        ({"pattern": "^[0-9]"}, False),
        ({"pattern": r"\p{Greek}"}, False),
        ({"ascii_only": True}, False),
    ],
)
def test_a_text_is_judged_by_every_rule(rules, is_valid):
    assert (
        text.is_valid_text("über"[:4] if "pattern" not in rules else "uber", Constraints(**rules))
        == is_valid
    )


@pytest.mark.parametrize(
    ("rules", "fits"),
    [
        ({}, True),
        ({"min_length": 3}, True),
        ({"min_length": 4}, False),
        ({"max_length": 7}, True),
        ({"max_length": 6}, False),
        ({"pattern": "."}, False),
    ],
)
def test_lengths_fit_if_every_text_of_them_does(rules, fits):
    assert text.fits_lengths(Constraints(**rules), 3, 7) == fits


def test_bytes_are_ascii_of_the_required_length():
    for drawn in draw_samples(text.octets(make_context(kind="bytes", min_length=9, max_length=12))):
        assert isinstance(drawn, bytes)
        assert drawn.isascii()
        assert 9 <= len(drawn) <= 12
    assert isinstance(text.octets(make_context(min_length=3, max_length=2)), Unsatisfiable)
