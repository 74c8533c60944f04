"""Values in the language of the locale."""

from __future__ import annotations

import pytest

from pytest_fixturegen.providers.local_words.lookup import LANGUAGES, list_local_words
from tests.providers.samples import model, records

LOCALES = {"sv": "sv_SE", "de": "de_DE", "fr": "fr_FR", "es": "es_MX", "pt": "pt_BR", "ja": "ja_JP"}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_fields_have_words_of_their_language(language):
    names = ("weekday", "payment_method", "unit", "order_priority", "return_reason")
    known = list_local_words(language)
    for record in records(model(**dict.fromkeys(names, str)), locale=LOCALES[language]):
        for name, value in record.items():
            assert value in known[name.removeprefix("order_")]


def test_every_language_knows_the_same_essential_names():
    names = [set(list_local_words(language)) for language in LANGUAGES]
    common = set.intersection(*names)
    assert {"weekday", "month_name", "unit", "payment_method", "priority", "genre"} <= common
    assert len(common) >= 40


def test_a_diagnosis_with_its_code_stays_with_it():
    lists = list_local_words("de")
    patient = model("Patient", diagnosis=str, icd10=str)
    assert not any(
        record["diagnosis"] in lists["diagnosis"] for record in records(patient, locale="de_DE")
    )
