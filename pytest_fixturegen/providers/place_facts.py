"""The place that a record speaks of: a city with all that is said of where it lies, a street, and a door."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pytest_fixturegen.nodes import Choice, Fact, Integer
from pytest_fixturegen.providers.data.cities import CITIES, POSTAL_DIGITS, POSTAL_LETTERS, STREETS
from pytest_fixturegen.providers.data.countries import COUNTRIES, LANGUAGE_COUNTRIES, Country
from pytest_fixturegen.providers.fact_fields import format_fact_name
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.vocabulary import Vocabulary

DEGREE_PARTS = 10_000
"""Parts of a degree."""

MIN_CITY_ROWS = 8
"""Rows of Faker's that make a country's list of cities."""


class Locality(NamedTuple):
    """A city. Latitude and longitude are in ten-thousandths of a degree; *start* begins its postal codes, which go on with
    as many *digits* and *letters*.
    """

    city: str
    state: str
    state_code: str
    postcode_prefix: str
    postcode_digits: int
    postcode_letters: int
    area_code: str
    latitude: int
    longitude: int
    timezone: str
    country: Country


def build_place_fact(context: FieldContext, owner: str) -> Fact:
    """Where the record is."""
    found = list_localities(context.vocabulary)
    return Fact(format_fact_name(owner, "place"), Choice(found, found))


def build_street_fact(context: FieldContext, owner: str) -> Fact:
    """In which street."""
    found = list_street_names(context.vocabulary)
    return Fact(format_fact_name(owner, "street"), Choice(found, found))


def build_door_fact(owner: str) -> Fact:
    """Behind which door: what house number and postal code are made of."""
    return Fact(format_fact_name(owner, "door"), Integer(0, (1 << 32) - 1))


def find_home_country(vocabulary: Vocabulary) -> Country:
    """The country of the locale."""
    return (
        COUNTRIES.get(vocabulary.country)
        or COUNTRIES[LANGUAGE_COUNTRIES.get(vocabulary.language, "US")]
    )


@lru_cache(maxsize=32)
def list_localities(vocabulary: Vocabulary) -> tuple[Locality, ...]:
    """Cities of the locale's country."""
    country = find_home_country(vocabulary)
    if country.alpha2 in CITIES:
        return tuple(_parse_locality(row, country) for row in CITIES[country.alpha2].splitlines())
    return _list_faker_localities(vocabulary, country)


def _parse_locality(row: str, country: Country) -> Locality:
    city, state, code, start, area, latitude, longitude, zone = row.split("|")
    digits, letters = POSTAL_DIGITS[country.alpha2], POSTAL_LETTERS.get(country.alpha2, 0)
    start, more = start.rstrip("#"), start.count("#")
    return Locality(
        city,
        state,
        code,
        start,
        digits + more,
        letters,
        area,
        _to_degree_parts(latitude),
        _to_degree_parts(longitude),
        zone,
        country,
    )


def _list_faker_localities(vocabulary: Vocabulary, country: Country) -> tuple[Locality, ...]:
    """Cities as Faker knows them, each at the place of one that lies in the country."""
    from faker.providers.geo import Provider

    rows = [row for row in Provider.land_coords if row[3] == country.alpha2]
    latin = all(
        letter.isascii() or (letter.isalpha() and ord(letter) < 0x250)
        for letter in country.native_name
    )
    names = (
        [row[2] for row in rows]
        if len(rows) >= MIN_CITY_ROWS and latin
        else list(dict.fromkeys(vocabulary.draw_pool("city", 64)))
    )
    spots = rows or [("0.0", "0.0", "", "", country.timezone)]
    states = vocabulary.draw_pool(
        "administrative_unit" if vocabulary.has_provider("administrative_unit") else "city", 64
    )
    codes = vocabulary.draw_pool("postcode", 64)
    return tuple(
        Locality(
            name,
            states[number % 64],
            states[number % 64][:2].upper(),
            codes[number % 64],
            0,
            0,
            "",
            _to_degree_parts(spots[number % len(spots)][0]),
            _to_degree_parts(spots[number % len(spots)][1]),
            spots[number % len(spots)][4],
            country,
        )
        for number, name in enumerate(names)
    )


def _to_degree_parts(degrees: str) -> int:
    return round(float(degrees) * DEGREE_PARTS)


@lru_cache(maxsize=32)
def list_street_names(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Names of streets."""
    country = find_home_country(vocabulary).alpha2
    if vocabulary.language == "en" and country not in STREETS:
        country = "GB"
    return STREETS.get(country) or tuple(dict.fromkeys(vocabulary.draw_pool("street_name", 256)))
