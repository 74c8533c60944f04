"""Sentences, headlines, biographies and names of things."""

from __future__ import annotations

import re

import pytest

from pytest_fixturegen.providers import prose
from pytest_fixturegen.providers.data import prose_words
from pytest_fixturegen.providers.phrases import ALL_TOPICS
from pytest_fixturegen.providers.vocabulary import Vocabulary
from tests.providers.contexts import draw_samples, make_context
from tests.providers.samples import model, records

SUBJECTS = [parts[0] for parts in prose_words.TOPIC_SENTENCE_PARTS]


def topics_of(texts):
    return {
        topic
        for topic, subjects in enumerate(SUBJECTS)
        if any(subject in text for text in texts for subject in subjects)
    }


@pytest.mark.parametrize("topics", [(1,), (3,), (5, 7), ALL_TOPICS])
def test_sentences_are_about_their_topics(topics):
    provide = prose.make_sentence_provider(40, 160, topics)
    texts = draw_samples(provide(make_context("description"), ""))
    assert topics_of(texts) == {*topics}


@pytest.mark.parametrize(
    ("rules", "low", "high"),
    [
        ({}, 40, 160),
        ({"max_length": 50}, 40, 50),
        ({"max_length": 30}, 0, 30),
        ({"min_length": 300}, 300, 360),
        ({"min_length": 300, "max_length": 310}, 300, 310),
    ],
)
def test_sentences_are_as_long_as_usual_or_as_required(rules, low, high):
    provide = prose.make_sentence_provider(40, 160)
    texts = draw_samples(provide(make_context("description", **rules), ""))
    assert all(low <= len(text) <= high for text in texts)
    assert all(text.endswith(".") or high < 40 for text in texts)  # short texts may be phrases


@pytest.mark.parametrize("rules", [{"pattern": "a"}, {"lower": True}, {"max_length": 23}])
def test_rules_that_sentences_may_miss_get_none(rules):
    assert prose.make_sentence_provider(40, 160)(make_context("text", **rules), "") is None


def test_a_headline_has_three_to_six_words_and_a_capital():
    for record in records(model("Article", title=str, headline=str)):
        assert 3 <= len(record["headline"].split()) <= 11
        assert record["headline"][0].isupper()


def test_a_short_headline_is_two_words():
    texts = draw_samples(prose.provide_headline(make_context("title", max_length=16), ""))
    assert all(len(text) <= 16 for text in texts)
    assert sum(len(text.split()) == 2 for text in texts) > len(texts) / 2


def test_the_name_of_a_thing_is_two_words_with_capitals():
    for text in draw_samples(prose.provide_thing_name(make_context("gizmo", is_item=True), "")):
        assert re.fullmatch(r"[A-Z]\S* [A-Z]\S*", text)


def test_a_biography_has_a_role_and_an_interest():
    texts = draw_samples(prose.provide_biography(make_context("bio"), ""))
    assert all(40 <= len(text) <= 160 for text in texts)
    for text in texts:
        assert text.startswith(tuple(prose_words.BIO_ROLES))
        assert any(interest in text for interest in prose_words.BIO_INTERESTS)
    german = draw_samples(prose.provide_biography(make_context("bio", locale="de_DE"), ""))
    assert not any(text.startswith(tuple(prose_words.BIO_ROLES)) for text in german)


def test_a_word_is_one_word_and_a_label_is_a_tag():
    assert all(" " not in word for word in draw_samples(prose.provide_word(make_context(), "")))
    labels = draw_samples(prose.provide_label(make_context(), ""))
    assert {*labels} <= {*prose_words.TAGS}


def test_a_phrase_of_three_words_has_one_capital_or_three():
    vocabulary = Vocabulary("en_US")
    plain = prose.build_short_phrase(vocabulary, 3)(12345 << 40)
    assert (len(plain.split()), sum(word[0].isupper() for word in plain.split())) == (3, 1)
    title = prose.build_short_phrase(vocabulary, 2, with_capitals=True)(12345 << 40)
    assert title.istitle()
