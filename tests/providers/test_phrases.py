"""Texts are whole words, of the required length."""

from __future__ import annotations

from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from pytest_fixturegen.providers.data import prose_words
from pytest_fixturegen.providers.phrases import (
    build_phrases,
    build_sentences,
    compose_phrases,
    cut_to_length,
    list_phrase_words,
    list_sentences,
)
from pytest_fixturegen.providers.vocabulary import Vocabulary
from pytest_fixturegen.streams import mix_word
from tests.providers.cost import count_calls
from tests.providers.samples import model, records

LOCALES = ["en_US", "sv_SE", "ja_JP", "de_DE"]
WORDS = [mix_word(number, 4) for number in range(60)]


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(LOCALES), st.integers(0, 300), st.integers(0, 40))
def test_a_text_has_its_length_and_no_stray_spaces(locale, low, more):
    if low + more == 0:
        return
    draw = build_phrases(Vocabulary(locale), low, low + more)
    for text in map(draw, WORDS):
        assert low <= len(text) <= low + more
        assert text == " ".join(text.split())


def test_a_text_may_be_very_long():
    assert 60_000 <= len(build_phrases(Vocabulary("en_US"), 60_000, 60_010)(WORDS[0])) <= 60_010


@pytest.mark.parametrize("length", [3, 4, 5, 8, 12])
def test_short_texts_are_whole_words(length):
    known = {*prose_words.LABEL_ADJECTIVES, *prose_words.LABEL_NOUNS}
    for text in map(build_phrases(Vocabulary("en_US"), length, length), WORDS):
        assert set(text.lower().split()) <= known


def test_a_plain_text_reads_like_a_label():
    for record in records(model(whatever=str)):
        assert record["whatever"].capitalize() == record["whatever"]
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


def test_the_description_of_a_product_is_about_products():
    texts = " ".join(record["description"] for record in records(model("Product", description=str)))
    assert "The meeting" not in texts
    assert "easy to clean" in texts


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


def test_a_text_is_drawn_in_one_call():
    draw = build_phrases(Vocabulary("en_US"), 8, 20)
    assert count_calls(lambda: draw(WORDS[0])) == 2  # the lambda and the sampler


def test_heads_have_only_tails_that_fit():
    phrases = compose_phrases(("a", "bbb", "c" * 9), (" x", " yyy", ""), 4, 5)
    assert {phrases(word << 56) for word in range(256)} == {"a yyy", "bbb x"}
    assert compose_phrases(("a",), ("b",), 9, 9).heads == ()


def test_text_without_fitting_words_is_cut():
    texts = {cut_to_length(("ab", "cd"), 4, 7)(word << 24) for word in range(256)}
    assert {len(text) for text in texts} == {4, 5, 6, 7}
    assert not any(text.endswith(" ") for text in texts)


def test_ascii_text_is_english_in_every_locale():
    assert list_phrase_words(Vocabulary("ja_JP"), ascii_only=True) == list_phrase_words(
        Vocabulary("en_US")
    )
    assert build_phrases(Vocabulary("ru_RU"), 8, 20, ascii_only=True)(WORDS[0]).isascii()


def test_words_keep_their_length_in_upper_case():
    firsts, seconds = list_phrase_words(Vocabulary("de_DE"))
    assert all(len(word.upper()) == len(word) for word in firsts + seconds)


def test_sentences_are_about_their_topics():
    subjects = prose_words.TOPIC_SENTENCE_PARTS[2][0]
    sentences = list_sentences(Vocabulary("en_US"), (2,))
    assert all(sentence.startswith(subjects) for sentence in sentences)
    assert len(set(sentences)) > 500
