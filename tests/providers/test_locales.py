"""Every word is in the language of the locale, not only names and places."""

from __future__ import annotations

import pytest

from tests.providers.samples import model, records

WORDS = dict.fromkeys(
    """product_name category color status title description department job_title project_name tag
    industry material""".split(),
    str,
)
SHOWS = {
    "sv_SE": {
        "category": "Möbler",
        "color": "grön",
        "status": "levererad",
        "job_title": "Sjuksköterska",
        "tag": "sommar",
    },
    "de_DE": {
        "category": "Möbel",
        "color": "grün",
        "status": "zugestellt",
        "department": "Vertrieb",
        "tag": "sommer",
    },
    "fr_FR": {
        "category": "Jardin",
        "color": "vert",
        "status": "livré",
        "department": "Ventes",
        "tag": "voyage",
    },
    "ja_JP": {
        "category": "家具",
        "color": "緑",
        "status": "配達済み",
        "department": "営業部",
        "tag": "旅行",
    },
}


@pytest.mark.parametrize("locale", SHOWS)
def test_words_are_in_the_language_of_the_locale(locale):
    orders = records(model("Order", **WORDS), 400, locale=locale)
    for field, word in SHOWS[locale].items():
        assert word in {record[field] for record in orders}


@pytest.mark.parametrize("locale", SHOWS)
def test_few_words_are_in_english(locale):
    english = records(model("Order", **WORDS), 400)
    for field in WORDS.keys() - {"color"}:
        local = {record[field] for record in records(model("Order", **WORDS), 100, locale=locale)}
        shared = local & {record[field] for record in english}
        assert len(shared) <= 3, (field, shared)


@pytest.mark.parametrize("locale", SHOWS)
def test_sentences_have_a_capital_letter_and_one_full_stop(locale):
    stop = "。" if locale == "ja_JP" else "."
    for record in records(model(description=str, comment=str, body=str), locale=locale):
        for text in record.values():
            assert text.endswith(stop)
            assert text[0] == text[0].upper()
            assert f"{stop}{stop}" not in text


def test_japanese_has_no_spaces():
    orders = records(model(title=str, description=str, product_name=str), locale="ja_JP")
    assert not any(" " in text for record in orders for text in record.values())
