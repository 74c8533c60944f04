"""Classes of characters: what they allow, and what of it is drawn."""

import re
import string

import pytest

from pytest_fixturegen.providers.regex.character_classes import (
    ANY_CHAR,
    ASCII_CHARS,
    CharClass,
    PatternError,
    add_both_cases,
    pick_likely_chars,
)
from pytest_fixturegen.providers.regex.syntax_tree import parse_pattern

CLASSES = [
    "[abc]",
    "[^abc]",
    "[a-f0-9]",
    r"\d",
    r"\D",
    r"\w",
    r"\W",
    r"\s",
    r"\S",
    r"[^\W\d_]",
    r"[\w.-]",
    "[^ -~]",
    r"[\t-\r]",
    "[!-/]",
]


def read_class(source: str, flags: int = 0) -> CharClass:
    tree, _, _ = parse_pattern(source, flags)
    assert isinstance(tree, CharClass)
    return tree


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("source", CLASSES)
def test_a_class_allows_the_ascii_that_re_allows(source: str, flags: int) -> None:
    allowed = read_class(source, flags).allowed & ASCII_CHARS
    assert allowed == {char for char in ASCII_CHARS if re.fullmatch(source, char, flags)}


@pytest.mark.parametrize("source", CLASSES)
def test_only_allowed_characters_are_drawn(source: str) -> None:
    members = read_class(source)
    assert members.drawable
    assert set(members.drawable) <= members.allowed
    assert len(set(members.drawable)) == len(members.drawable)


def test_a_class_of_everything_draws_letters_digits_and_dashes() -> None:
    assert read_class(r"[\s\S]") == CharClass(ANY_CHAR.drawable, ASCII_CHARS)


def test_a_class_beyond_ascii_draws_its_own_characters() -> None:
    assert read_class(r"[\u03b1-\u03c9]").drawable.startswith("αβγ")
    assert "é" in read_class(r"[^\x00-\x7f]").drawable
    assert "\ud800" not in read_class(r"[\ud7ff-\ud801\x01]").drawable


def test_a_class_without_characters_is_refused() -> None:
    with pytest.raises(PatternError, match=r"has a class that no character is in\."):
        parse_pattern(r"[^\s\S]", 0)


def test_letters_come_before_signs_and_signs_before_blanks() -> None:
    assert pick_likely_chars(frozenset("~a\t")) == "a"
    assert pick_likely_chars(frozenset("~ \t")) == "~"
    assert pick_likely_chars(frozenset("\t ")) == " "
    assert pick_likely_chars(frozenset()) == ""
    assert set(pick_likely_chars(ASCII_CHARS)) == {*string.ascii_letters, *string.digits}


def test_both_cases_are_added() -> None:
    assert add_both_cases({"a", "B", "1"}) == {"a", "A", "b", "B", "1"}
