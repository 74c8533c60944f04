"""Words after a participle, repeated words, and words that are English as well."""

from __future__ import annotations

import pytest

from pytest_fixturegen.providers.name_words.reading import read_names


@pytest.mark.parametrize(
    ("language", "name", "english"),
    [
        ("es", "creado_en", "created_at"),
        ("es", "enviado_el", "sent_at"),
        ("de", "abgelesen_von", "read_by"),
        ("de", "betrag_netto", "net_amount"),
        ("de", "betrag_brutto", "gross_amount"),
    ],
)
def test_a_name_is_read_as_people_say_it(
    language: str,
    name: str,
    english: str,
) -> None:
    assert read_names("thing", "thing", (name,), language).names == {name: english}


def test_one_word_of_another_language_does_not_translate_an_english_record() -> None:
    names = "first_name last_name birth_date phone_number grade_level days_present days_absent"
    reading = read_names("student", "student", tuple(names.split()))
    assert reading.language == "en"
    assert "days_absent" not in reading.names
