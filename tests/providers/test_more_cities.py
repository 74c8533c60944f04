"""Cities of countries that Faker knows badly: region, postal code and telephone belong together."""

from __future__ import annotations

import re

import pytest

from pytest_fixturegen.providers.data.more_cities import MORE_CITIES, MORE_STREETS
from pytest_fixturegen.providers.place_facts import list_localities
from pytest_fixturegen.providers.vocabulary import Vocabulary
from tests.providers.samples import model, records

POSTAL_CODES = {
    "es_MX": (r"\d{5}", "+52 "),
    "es_ES": (r"\d{5}", "+34 "),
    "pt_BR": (r"\d{5}-\d{3}", "+55 "),
    "pt_PT": (r"\d{4}-\d{3}", "+351 "),
    "it_IT": (r"\d{5}", "+39 "),
    "nl_NL": (r"\d{4} [A-Z]{2}", "+31 "),
    "pl_PL": (r"\d{2}-\d{3}", "+48 "),
    "zh_CN": (r"\d{6}", "+86 "),
    "hi_IN": (r"\d{6}", "+91 "),
    "ar_SA": (r"\d{5}", "+966 "),
}


@pytest.mark.parametrize("locale", POSTAL_CODES)
def test_city_state_code_and_telephone_are_of_one_country(locale):
    pattern, dial_code = POSTAL_CODES[locale]
    regions = {place.city: place.state for place in list_localities(Vocabulary(locale))}
    address = model(city=str, state=str, postal_code=str, phone=str, street=str)
    for record in records(address, locale=locale):
        assert regions[record["city"]] == record["state"]
        assert re.fullmatch(pattern, record["postal_code"])
        assert record["phone"].startswith(dial_code)


@pytest.mark.parametrize("key", MORE_CITIES)
def test_every_country_has_cities_and_streets(key):
    assert len(MORE_CITIES[key].splitlines()) >= 10
    assert len(MORE_STREETS[key if key in MORE_STREETS else key[-2:]]) >= 10


@pytest.mark.parametrize("locale", ["hi_IN", "ar_SA", "zh_CN"])
def test_an_address_has_one_script(locale):
    address = model(city=str, state=str, country=str)
    for record in records(address, locale=locale):
        assert not any(re.search("[a-z]", text) for text in record.values())


@pytest.mark.parametrize("locale", ["pt_BR", "ar_SA", "hi_IN", "it_IT"])
def test_prose_is_no_latin_filler(locale):
    note = model("Note", text=str, summary=str)
    filler = re.compile(
        r"\b(dolor|ipsum|voluptat\w+|quia|repellendus|nemo|beatae)\b", re.IGNORECASE
    )
    assert not any(filler.search(str(record)) for record in records(note, locale=locale))
