"""The locale shows in every word, not in names and places alone."""

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
def test_words_are_of_the_locale(locale):
    made = records(model("Order", **WORDS), 400, locale=locale)
    for field, word in SHOWS[locale].items():
        assert word in {record[field] for record in made}


@pytest.mark.parametrize("locale", SHOWS)
def test_nothing_is_left_in_english(locale):
    english = records(model("Order", **WORDS), 400)
    for field in WORDS.keys() - {"color"}:
        here = {record[field] for record in records(model("Order", **WORDS), 100, locale=locale)}
        shared = here & {record[field] for record in english}
        assert len(shared) <= 3, (field, shared)


@pytest.mark.parametrize("locale", SHOWS)
def test_sentences_end_and_begin_as_they_should(locale):
    stop = "。" if locale == "ja_JP" else "."
    for record in records(model(description=str, comment=str, body=str), locale=locale):
        for said in record.values():
            assert said.endswith(stop)
            assert said[0] == said[0].upper()
            assert f"{stop}{stop}" not in said


def test_japanese_has_no_spaces():
    made = records(model(title=str, description=str, product_name=str), locale="ja_JP")
    assert not any(" " in said for record in made for said in record.values())
