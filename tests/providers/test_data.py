"""Tables of words, names and places: their rows are complete and agree with each other."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pycountry
import pytest

from pytest_fixturegen.providers.data import commerce_words, countries, job_titles, prose_words
from pytest_fixturegen.providers.data.cities import CITIES, POSTAL_DIGITS, STREETS
from pytest_fixturegen.providers.data.local_prose import LOCAL_PROSE
from pytest_fixturegen.providers.data.local_trade import (
    LOCAL_WORDS,
    TRADES,
    find_local_words,
    split_commas,
)
from pytest_fixturegen.providers.data.names import (
    FAMILY_NAMES,
    FEMALE_FIRST_NAMES,
    MALE_FIRST_NAMES,
)


@pytest.mark.parametrize("country", CITIES)
def test_every_city_has_all_its_columns(country: str) -> None:
    for row in CITIES[country].splitlines():
        name, state, code, postal, area, latitude, longitude, zone = row.split("|")
        assert all((name, state, code, postal)), row
        assert area == "" or area.isdigit(), row
        assert -90 < float(latitude) < 90, row
        assert -180 < float(longitude) < 180, row
        assert ZoneInfo(zone).key == zone


def test_every_country_with_cities_has_postal_codes() -> None:
    assert set(CITIES) == set(POSTAL_DIGITS)
    assert all(len(set(names)) == len(names) >= 19 for names in STREETS.values())


@pytest.mark.parametrize("code", countries.COUNTRIES)
def test_every_country_is_that_of_the_standard(code: str) -> None:
    country = countries.COUNTRIES[code]
    standard = pycountry.countries.get(alpha_2=code)
    assert (country.alpha2, country.alpha3) == (code, standard.alpha_3)
    assert countries.NUMERIC_CODES[code] == standard.numeric
    assert countries.CALLING_CODES[code].isdigit()
    assert pycountry.currencies.get(alpha_3=country.currency) is not None
    assert ZoneInfo(country.timezone).key == country.timezone


def test_every_language_is_that_of_the_standard() -> None:
    for row in countries.LANGUAGES.splitlines():
        two, three, name = row.split("|")
        standard = pycountry.languages.get(alpha_2=two)
        assert (standard.alpha_3, standard.name) == (three, name)


@pytest.mark.parametrize("names", [FEMALE_FIRST_NAMES, MALE_FIRST_NAMES, FAMILY_NAMES])
def test_every_name_is_listed_once(names: list[str]) -> None:
    assert len(names) == len(set(names)) > 200
    assert all(name[0].isupper() for name in names)


@pytest.mark.parametrize("language", LOCAL_WORDS)
def test_every_language_has_the_same_kinds_of_words(language: str) -> None:
    kinds = set(LOCAL_WORDS["de"])
    assert kinds <= set(LOCAL_WORDS[language])
    assert all(all(words) for words in LOCAL_WORDS[language].values())
    assert set(LOCAL_WORDS) == set(TRADES) == set(LOCAL_PROSE)


def test_an_unknown_language_gets_the_default_words() -> None:
    assert find_local_words("xx", "color", ("red",)) == ("red",)
    assert find_local_words("de", "color", ("red",))[0] == "schwarz"


def test_words_are_split_at_commas() -> None:
    assert split_commas("a b, c,\n   d") == ("a b", "c", "d")


@pytest.mark.parametrize("language", TRADES)
def test_every_trade_has_a_template_with_both_parts(language: str) -> None:
    trade = TRADES[language]
    assert "{thing}" in trade.template
    assert "{material}" in trade.template
    assert len(set(trade.things)) == len(trade.things) > 30
    assert len(set(trade.materials)) == len(trade.materials) > 14


@pytest.mark.parametrize("language", LOCAL_PROSE)
def test_every_language_has_complete_topics(language: str) -> None:
    prose = LOCAL_PROSE[language]
    for topic in prose.topics:
        assert len(topic) == 3
        assert all(len(set(part)) == len(part) >= 4 for part in topic)


def test_the_words_of_a_table_are_different() -> None:
    tables = (
        commerce_words.MATERIALS,
        commerce_words.PRODUCT_NAMES,
        commerce_words.COMPANY_NAMES,
        commerce_words.COMPANY_TRADES,
        job_titles.JOBS,
        prose_words.HEADLINE_STARTS,
        prose_words.HEADLINE_ENDS,
    )
    assert all(len(set(table)) == len(table) for table in tables)


def test_tables_that_are_indexed_by_bits_have_powers_of_two() -> None:
    assert len(commerce_words.MATERIALS) == 32
    assert len(commerce_words.COMPANY_SUFFIXES) == 8
