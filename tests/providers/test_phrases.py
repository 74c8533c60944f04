"""Texts: whole words, of the length that is asked for."""

from __future__ import annotations

import timeit
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from pytest_fixturegen.providers.phrases import build_phrases, build_sentences
from pytest_fixturegen.providers.vocabulary import Vocabulary
from pytest_fixturegen.streams import mix_word
from tests.providers.samples import model, records

LOCALES = ["en_US", "sv_SE", "ja_JP", "de_DE"]
WORDS = [mix_word(number, 4) for number in range(60)]


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(LOCALES), st.integers(0, 300), st.integers(0, 40))
def test_a_text_is_as_long_as_it_must_be_and_has_no_stray_spaces(locale, low, more):
    if low + more == 0:
        return
    draw = build_phrases(Vocabulary(locale), low, low + more)
    for text in map(draw, WORDS):
        assert low <= len(text) <= low + more
        assert text == " ".join(text.split())


def test_a_very_long_text_can_be_had():
    assert 60_000 <= len(build_phrases(Vocabulary("en_US"), 60_000, 60_010)(WORDS[0])) <= 60_010


@pytest.mark.parametrize("length", [3, 4, 5, 8, 12])
def test_short_texts_are_whole_words(length):
    from pytest_fixturegen.providers.data import prose_words

    known = {*prose_words.ADJECTIVES, *prose_words.NOUNS}
    for text in map(build_phrases(Vocabulary("en_US"), length, length), WORDS):
        assert set(text.split()) <= known


def test_a_plain_text_reads_like_two_words():
    for record in records(model(whatever=str)):
        assert record["whatever"].islower()
        assert len(record["whatever"].split()) == 2


def test_sentences_are_many_and_end_in_a_full_stop():
    draw = build_sentences(Vocabulary("en_US"), 40, 160)
    assert sum(count for _, _, count in draw.heads) > 1_000_000 / 2
    assert all(text.endswith(".") and text[0].isupper() for text in map(draw, WORDS))


@pytest.mark.parametrize(
    ("locale", "like"), [("sv_SE", "åäö"), ("de_DE", "äöüß"), ("ja_JP", "のをる")]
)
def test_the_locale_shows(locale, like):
    texts = "".join(
        record["description"] + record["anything"]
        for record in records(model(description=str, anything=str), locale=locale)
    )
    assert any(letter in texts for letter in like)


def test_what_is_said_of_a_product_is_about_products():
    texts = " ".join(record["description"] for record in records(model("Product", description=str)))
    assert "The meeting" not in texts
    assert "The lamp" in texts


@pytest.mark.parametrize(
    "rules",
    [
        {"max_length": 30},
        {"min_length": 300},
        {"max_length": 5},
        {"min_length": 20, "max_length": 25},
    ],
)
@pytest.mark.parametrize("field", ["description", "comment", "bio", "body", "title", "tag"])
def test_prose_keeps_its_length(field, rules):
    records(model(**{field: Annotated[str, Field(**rules)]}), 30)


def test_a_text_is_drawn_in_less_than_a_microsecond():
    draw = build_phrases(Vocabulary("en_US"), 8, 20)
    seconds = min(timeit.repeat(lambda: [draw(word) for word in WORDS], number=100, repeat=5))
    assert (
        seconds / 100 / len(WORDS) < 3e-6
    )  # 0.3 µs where it was measured; slow machines run this too
