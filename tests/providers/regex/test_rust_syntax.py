"""The syntax of Rust, translated to that of Python."""

import re
import sys

import pytest

from pytest_fixturegen.providers.regex.rust_syntax import translate_syntax


@pytest.mark.parametrize(
    ("rust", "python"),
    [
        ("^abc$", "^abc$"),
        (r"(?<year>\d{4})\z", r"(?P<year>\d{4})\Z"),
        (r"(?<=a)b(?<!c)", r"(?<=a)b(?<!c)"),
        (r"\x{41}\u{2d}", r"A\-"),
        (r"\b{start}a", r"\ba"),
        ("[[:digit:]x]", "[0123456789x]"),
        ("[a&&b]", "(?:(?=[b])[a])"),
        (r"[\w--\d]", r"(?:(?![\d])[\w])"),
        ("(?U)a+", "a+"),
        ("(?i-s:a)", "(?i-s:a)"),
        ("(?iu:a)", "(?i:a)"),
        ("(?-u:a)", "(?:a)"),
        ("[]a]", "[]a]"),
    ],
)
def test_rust_is_translated_and_shared_syntax_is_kept(rust: str, python: str) -> None:
    assert translate_syntax(rust)[0] == python


def test_stacked_repetitions_are_possessive_where_python_has_them() -> None:
    expected = "a++b" if sys.version_info >= (3, 11) else "a+b"
    assert translate_syntax("a++b") == (expected, 0)


@pytest.mark.parametrize(
    ("source", "flags"),
    [
        ("(?i)a", re.IGNORECASE),
        ("(?ims)a", re.IGNORECASE | re.MULTILINE | re.DOTALL),
        ("(?i-s)a", re.IGNORECASE),
        ("(?R)a", 0),
    ],
)
def test_flags_for_the_whole_pattern_are_returned(source: str, flags: int) -> None:
    text, found = translate_syntax(source)
    assert (text, found) == ("a", flags)


@pytest.mark.parametrize(
    ("source", "members", "others"),
    [
        (r"\p{Lu}", "AZ", "az1"),
        (r"\pL", "Aa", "1-"),
        (r"\P{L}", "1-", "Aa"),
        (r"\p{^L}", "1-", "Aa"),
        (r"[^\p{L}\s]", "1-", "a "),
        (r"\p{Uppercase_Letter}", "AZ", "az"),
        (r"\p{White Space}", " \t", "a"),
        (r"\p{Greek}", "ΑΒ", "aж"),
        (r"\p{Script=Cyrillic}", "ЖЯ", "aα"),
        (r"\p{Han}", "一", "a"),
        (r"\p{Lm}", "ʰ", "a"),
        (r"[[:^alpha:]]", "1-", "a"),
        (r"\p{Cased_Letter}", "aZ", "1"),
    ],
)
def test_properties_become_members(source: str, members: str, others: str) -> None:
    pattern = re.compile(translate_syntax(source)[0])
    assert all(pattern.fullmatch(char) for char in members)
    assert not any(pattern.fullmatch(char) for char in others)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (r"\p{Nonsense}", "unknown property nonsense"),
        ("[[:nonsense:]]", "unknown POSIX class nonsense"),
        ("(?q)a(?<n>b)", "unknown flag q"),
        ("[a&&[bc]d]", "set operations deeper than one"),
        ("[^a&&b]", "a negated set operation"),
        ("[[:alpha:]", "unterminated character set"),
    ],
)
def test_what_neither_syntax_knows_is_an_error(source: str, message: str) -> None:
    with pytest.raises(re.error, match=message):
        translate_syntax(source)
