"""The names of a person, in the spelling of the locale and in ASCII."""

from __future__ import annotations

import pytest

from pytest_fixturegen.providers.person_facts import (
    FAMILY_NAME_FIRST,
    FEMALE,
    MALE,
    build_first_name_fact,
    build_last_name_fact,
    find_name_lengths,
    list_first_names,
    list_last_names,
    to_ascii_name,
)
from pytest_fixturegen.providers.vocabulary import Vocabulary
from tests.providers.contexts import make_context

LOCALES = ["en_US", "ja_JP", "ru_RU", "vi_VN", "ar_AA"]


def test_names_are_spelled_for_addresses_as_their_language_does():
    assert to_ascii_name("Müller", "de") == "mueller"
    assert to_ascii_name("Björk", "sv") == "bjork"
    assert to_ascii_name("Sørensen", "da") == "soerensen"
    assert to_ascii_name("O'Neil") == "oneil"
    assert to_ascii_name("…") == "user"


@pytest.mark.parametrize("locale", LOCALES)
def test_given_names_of_women_and_men_alternate(locale):
    names = list_first_names(Vocabulary(locale))
    assert [name.sex for name in names] == [FEMALE, MALE] * (len(names) // 2)
    assert all(name.ascii_form.isascii() and name.ascii_form.islower() for name in names)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_lengths_of_both_names_are_exact(locale):
    vocabulary = Vocabulary(locale)
    firsts = [len(name.name) for name in list_first_names(vocabulary)]
    lasts = [len(form) for name in list_last_names(vocabulary) for form in name[:2]]
    expected = (min(firsts) + min(lasts) + 3, max(firsts) + max(lasts) + 5)
    assert find_name_lengths(vocabulary, 3, 2) == expected


def test_lengths_in_ascii_are_those_of_the_ascii_forms():
    vocabulary = Vocabulary("ja_JP")
    low, high = find_name_lengths(vocabulary, 0, 0, ascii_only=True)
    assert low >= 4
    assert high > find_name_lengths(vocabulary, 0, 0)[1]


def test_japanese_names_have_the_romanized_form_of_faker():
    names = {name.female: name.ascii_form for name in list_last_names(Vocabulary("ja_JP"))}
    assert (names["佐藤"], names["鈴木"]) == ("sato", "suzuki")


def test_a_locale_without_names_has_those_of_english():
    assert len({name.name for name in list_first_names(Vocabulary("en"))}) > 50


def test_five_languages_write_the_family_name_first():
    assert FAMILY_NAME_FIRST == {"ja": " ", "zh": "", "ko": "", "hu": " ", "vi": " "}


def test_facts_have_the_name_of_their_owner():
    context = make_context("author")
    assert build_first_name_fact(context, "author").name == "author_first_name"
    assert build_last_name_fact(context, "").name == "last_name"


def test_common_names_are_listed_more_often():
    names = [name.male for name in list_last_names(Vocabulary("en_US"))]
    assert names.count("Smith") > 3
    assert names.index("Smith") == 0
