"""Drawn matches match, fit the lengths, and are the same everywhere."""

import hashlib
import pickle
import re
import warnings
from typing import Annotated

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import SchemaError

from pytest_fixturegen.providers.regex.patterns import (
    Grammar,
    PatternError,
    compile_pattern,
    draw_match,
)
from tests.providers.cost import count_calls
from tests.providers.regex.oracle import UNDECIDED, is_found
from tests.providers.regex.pattern_samples import (
    REAL,
    RUST,
    UUID4,
    bodies,
    conditions,
    patterns,
)

WORDS = [
    int.from_bytes(hashlib.blake2b(str(number).encode(), digest_size=8).digest(), "big")
    for number in range(60)
]


def draw_all(
    source: str, *, flags: int = 0, min_length: int = 0, max_length: int | None = None
) -> list[str]:
    grammar = compile_pattern(source, flags=flags, min_length=min_length, max_length=max_length)
    return [draw_match(grammar, word) for word in WORDS]


def refused_by_rust(source: str, texts: list[str]) -> list[str]:
    """Return those of *texts* that Pydantic refuses.

    Raise SchemaError if its engine cannot read *source*.
    """
    adapter = TypeAdapter(Annotated[str, Field(pattern=source)])
    return [text for text in texts if not accepts(adapter, text)]


def accepts(adapter: TypeAdapter[str], text: str) -> bool:
    try:
        adapter.validate_python(text)
    except ValidationError:
        return False
    return True


def refused(source: str, texts: list[str]) -> list[str]:
    """Return those of *texts* in which *source* is not found.

    Python and Rust judge them, as far as each can read *source* and answers in bounded time.
    """
    try:
        unmatched = refused_by_rust(source, texts)
    except SchemaError:
        unmatched = []
    for text in texts:
        is_quick = len(text) <= 10 or source in REAL.values()
        if is_quick and is_found(source, text) is False:
            unmatched.append(text)
    return unmatched


@pytest.mark.parametrize("name", REAL)
def test_drawn_texts_match_in_python_and_in_rust(name: str) -> None:
    assert refused(REAL[name], draw_all(REAL[name])) == []


@pytest.mark.parametrize("name", RUST)
def test_patterns_in_the_syntax_of_rust_are_understood(name: str) -> None:
    assert refused_by_rust(RUST[name], draw_all(RUST[name])) == []


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize(("low", "high"), [(0, 5), (12, 12), (20, 40), (100, None)])
def test_drawn_texts_fit_the_lengths_or_the_pattern_is_refused(
    name: str, low: int, high: int | None
) -> None:
    try:
        texts = draw_all(REAL[name], min_length=low, max_length=high)
    except PatternError:
        return
    assert all(
        low <= len(text) <= (high or len(text)) and re.search(REAL[name], text) for text in texts
    )


@pytest.mark.parametrize(
    ("source", "low", "high"),
    [
        (r"^[a-z0-9]+(?:-[a-z0-9]+)*$", 30, 31),
        (r"^[a-z]+$", 5000, 5000),
        (r"^(ab)+$", 7, 8),
        (r"^\S+(\s\S+)*$", 60, 60),
        (r"^(a{3}|b{5})+$", 19, 19),
        (r"abc", 10, 12),
        (r"^abc", 10, 12),
        (r"abc$", 10, 12),
        (r"^a|b$", 6, 8),
        (r"\bfoo\b", 9, 9),
        (r"^(a+)b\1$", 21, 21),
        (r"^(?=.*[A-Z])(?=.*\d).+$", 30, 32),
        (r"^(?:[a-z]{1,63}\.){1,8}com$", 120, 125),
        (r"^.{1,2000}$", 1500, 1500),
    ],
)
def test_repetitions_and_open_ends_stretch_to_the_lengths(source: str, low: int, high: int) -> None:
    texts = draw_all(source, min_length=low, max_length=high)
    assert all(low <= len(text) <= high and re.search(source, text) for text in texts)


@pytest.mark.parametrize(
    ("source", "low", "high"),
    [
        ("(", 0, None),
        (r"\p{Nonsense}", 0, None),
        ("[a", 0, None),
        (r"[^\s\S]", 0, None),
        ("a^b", 0, None),
        ("^(ab)+$", 3, 3),
        ("^abc$", 4, None),
        ("^abc$", 0, 2),
        ("a", 5, 4),
        ("(x{1000}){1000}", 0, None),
        ("((a?b?){1000}){1000}", 0, None),
        (r"^(?!a)a$", 0, None),
        (r"^(?=.{9}$)abc$", 0, None),
        (r"[[:nonsense:]]", 0, None),
    ],
)
def test_a_pattern_without_matches_is_refused_in_a_sentence(
    source: str, low: int, high: int | None
) -> None:
    with pytest.raises(PatternError, match=r"^(The pattern|No string) .*\.$"):
        compile_pattern(source, min_length=low, max_length=high)


def test_every_pair_of_letters_is_reached_once() -> None:
    grammar = compile_pattern("^[A-Z]{2}$")
    assert grammar.size == len({draw_match(grammar, word) for word in range(676)}) == 676


@pytest.mark.parametrize(
    ("source", "size"),
    [
        ("^abc$", 1),
        ("^(foo|bar|foo)$", 2),
        (r"^\d?\d$", 110),
        (r"^(a|ab)(c|bc)$", 3),
        (r"^(a*)*$", 9),
        (r"^(?!ab)[ab]{2}$", 3),
        (r"^([ab])\1$", 2),
        (r"^[a-c]{1,2}x?$", 24),
        (r"^[A-Z]{2}\d{6}$", 676 * 10**6),
        (r"^(ab|c)+$", 510),
        (UUID4, 2**64),
    ],
)
def test_size_counts_what_can_be_draw_all(source: str, size: int) -> None:
    assert compile_pattern(source).size == size


def test_a_small_grammar_draws_all_of_its_strings_in_as_many_words() -> None:
    grammar = compile_pattern("^(a|ab)(c|bc)d?$")
    assert {draw_match(grammar, word) for word in range(grammar.size)} == {
        "ac",
        "abc",
        "abbc",
        "acd",
        "abcd",
        "abbcd",
    }


def test_different_words_give_different_strings() -> None:
    grammar = compile_pattern(UUID4)
    assert len({draw_match(grammar, word) for word in range(5000)}) == 5000


def test_no_character_is_favoured() -> None:
    grammar = compile_pattern("^[a-j]{4}$")
    text = "".join(
        draw_match(grammar, word * 0x9E3779B97F4A7C15 & (2**64 - 1)) for word in range(5000)
    )
    assert all(1800 < text.count(char) < 2200 for char in "abcdefghij")


@pytest.mark.parametrize(
    "source",
    ["^.+$", r"^\w+$", r"^\S*$", r"^[^,;]+$", r"^\W\D$", r"^[\s\S]{5}$", r"^[ -~]+$", "^[^a]$"],
)
def test_drawn_texts_are_printable_ascii(source: str) -> None:
    assert all(text.isascii() and text.isprintable() for text in draw_all(source))


def test_letters_and_digits_are_preferred_to_other_characters() -> None:
    assert all(text.isalnum() for text in draw_all(r"^[^/]{3}\S{3}$"))


def test_a_star_is_rarely_empty() -> None:
    assert draw_all(r"^\w*$").count("") < len(WORDS) / 4


def test_flags_outside_the_pattern_are_used() -> None:
    assert all(
        re.search("^[^a-y]b c$", text, re.IGNORECASE) is None
        for text in draw_all("^[^a-y] b c$", flags=re.IGNORECASE | re.VERBOSE)
    )
    assert all(
        re.search("^[^a-y]bc$", text, re.IGNORECASE)
        for text in draw_all("^[^a-y] b c$", flags=re.IGNORECASE | re.VERBOSE)
    )


@pytest.mark.parametrize(
    "source",
    [
        r"^(a*)*$",
        r"^((a+)+)+b$",
        r"^(?=.*x)(a+|x)+$",
        r"^((a{0,60}){0,60}){0,60}$",
        r"^(\w+\s?)+$",
        r"(((.*)*)*)*",
        r"^(?=.*\d)(\w+\s?)+$",
    ],
)
def test_catastrophic_patterns_stay_cheap(source: str) -> None:
    assert count_calls(lambda: draw_all(source)) < 150_000


@pytest.mark.parametrize(
    ("source", "calls"),
    [("a" * 4000, 100_000), ("|".join(f"w{number}" for number in range(2000)), 600_000)],
    ids=["a long literal", "thousands of words"],
)
def test_long_patterns_stay_cheap(source: str, calls: int) -> None:
    assert count_calls(lambda: compile_pattern(source)) < calls


def test_a_pattern_has_a_greatest_length() -> None:
    with pytest.raises(PatternError, match=r"has 40,000 characters: expected at most 32,768\.$"):
        compile_pattern("[ab]" * 10_000)


def test_a_literal_after_a_reference_fits_exactly() -> None:
    grammar = compile_pattern(r"(a)\1bcdefghijklmn", max_length=15)
    assert draw_match(grammar, WORDS[0]) == "aabcdefghijklmn"


def test_a_tree_of_words_can_be_thousands_of_characters_long() -> None:
    grammar = compile_pattern(r"^\S+(\s\S+)*$", min_length=2000)
    assert len(draw_match(grammar, WORDS[0])) >= 2000


def test_a_grammar_is_plain_data() -> None:
    grammar = compile_pattern(REAL["slug"])
    copy: Grammar = pickle.loads(pickle.dumps(grammar))
    assert copy == grammar
    assert [draw_match(copy, word) for word in WORDS] == [
        draw_match(grammar, word) for word in WORDS
    ]
    assert len(repr(grammar)) < 200


def test_compiling_warns_of_nothing() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for source in ("[[a]b", "[!--]", "[a||b]", "[a~~b]", *RUST.values()):
            assert compile_pattern(source).size


def test_a_short_pattern_is_drawn_in_two_calls() -> None:
    grammar = compile_pattern(r"^[A-Z]{2}\d{6}$")
    calls = count_calls(lambda: draw_match(grammar, WORDS[0]))
    assert calls <= 3  # the lambda, draw_match, and a loop over slots


def test_the_same_words_always_give_the_same_strings() -> None:
    digest = hashlib.blake2b(digest_size=8)
    for source in (*REAL.values(), *RUST.values()):
        for low, high in ((0, None), (12, 30)):
            try:
                texts = draw_all(source, min_length=low, max_length=high)
            except PatternError as error:
                texts = [str(error)]
            digest.update("\0".join(texts).encode())
    assert digest.hexdigest() == "22e3a6c469dd458f"


@given(patterns, st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=5))
@settings(max_examples=300, deadline=None)
def test_any_pattern_draws_what_it_matches(source: str, words: list[int]) -> None:
    grammar = compile_pattern(source)
    assert refused(source, [draw_match(grammar, word) for word in words]) == []


@given(patterns, st.integers(0, 2**64 - 1), st.integers(0, 30), st.none() | st.integers(0, 12))
@settings(max_examples=300, deadline=None)
def test_any_pattern_draws_within_the_lengths(
    source: str, word: int, low: int, more: int | None
) -> None:
    high = None if more is None else low + more
    try:
        text = draw_match(compile_pattern(source, min_length=low, max_length=high), word)
    except PatternError:
        grammar = compile_pattern(source)
        lengths = {len(draw_match(grammar, word)) for word in WORDS}
        assert not any(low <= length <= (length if high is None else high) for length in lengths)
        return
    assert refused(source, [text]) == []
    assert low <= len(text) <= (len(text) if high is None else high)


@given(st.tuples(conditions, bodies, conditions).map("".join), st.integers(0, 2**64 - 1))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_condition_holds_or_the_pattern_is_refused(source: str, word: int) -> None:
    try:
        text = draw_match(compile_pattern(source), word)
    except PatternError:
        return
    found = is_found(source, text)
    assume(found is not UNDECIDED)
    assert found


PASSWORDS = [
    r"^(?=.{8,}$).*$",
    r"(?=.{8,}$)([a-z]+\.)+[a-z]{2,}$",
    r"^(?=.{8,}$)(?:[A-Z][a-z]+ ?)+$",
    r"^(?=.{8,})(?=.*[A-Z])(?=.*\d)(?=.*[!@#])[A-Za-z\d!@#]+$",
]


@pytest.mark.parametrize("source", PASSWORDS)
@pytest.mark.parametrize("high", [9, 12, 20])
def test_a_leading_look_ahead_keeps_the_greatest_length(source: str, high: int) -> None:
    lengths = {len(text) for text in draw_all(source, max_length=high)}
    assert min(lengths) >= 8
    assert max(lengths) <= high


CATEGORIES = [r"\p{LC}", r"\p{gc=LC}", r"\p{Script=Cyrl}", r"\p{sc=Grek}", r"\p{Emoji}", r"\p{Pi}"]


@pytest.mark.parametrize("name", CATEGORIES)
@pytest.mark.parametrize("form", ["^{}{{4}}$", r"^[{}\d]{{4}}$", "^{}$"])
def test_short_names_of_unicode_properties_are_understood(name: str, form: str) -> None:
    for source in (form.format(name), form.format(name.replace(r"\p", r"\P"))):
        assert refused_by_rust(source, draw_all(source)) == []
