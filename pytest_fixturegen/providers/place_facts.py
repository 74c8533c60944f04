"""The place that a record speaks of: a city with all that is said of where it lies, a street, and a door."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pytest_fixturegen.nodes import Choice, Fact, Integer
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.city_tables import CITIES, FREE_DIGITS, FREE_LETTERS, STREETS
from pytest_fixturegen.providers.country_tables import COUNTRIES, HOMES, Country
from pytest_fixturegen.providers.views import owned
from pytest_fixturegen.providers.vocabulary import Vocabulary

GRID = 10_000
"""Parts of a degree."""

FEW = 8
"""Rows of Faker's that make a country's list of cities."""


class Place(NamedTuple):
    """A city. Latitude and longitude are in ten-thousandths of a degree; *start* begins its postal codes, which go on with
    as many *digits* and *letters*.
    """

    city: str
    state: str
    state_code: str
    start: str
    digits: int
    letters: int
    area: str
    latitude: int
    longitude: int
    zone: str
    country: Country


def place_fact(ask: Ask, whose: str) -> Fact:
    """Where the record is."""
    found = places(ask.words)
    return Fact(owned(whose, "place"), Choice(found, found))


def street_fact(ask: Ask, whose: str) -> Fact:
    """In which street."""
    found = streets(ask.words)
    return Fact(owned(whose, "street"), Choice(found, found))


def door_fact(whose: str) -> Fact:
    """Behind which door: what house number and postal code are made of."""
    return Fact(owned(whose, "door"), Integer(0, (1 << 32) - 1))


def home(words: Vocabulary) -> Country:
    """The country of the locale."""
    return COUNTRIES.get(words.country) or COUNTRIES[HOMES.get(words.language, "US")]


@lru_cache(maxsize=32)
def places(words: Vocabulary) -> tuple[Place, ...]:
    """Cities of the locale's country."""
    country = home(words)
    if country.alpha2 in CITIES:
        return tuple(_read(row, country) for row in CITIES[country.alpha2].splitlines())
    return _foreign(words, country)


def _read(row: str, country: Country) -> Place:
    city, state, code, start, area, latitude, longitude, zone = row.split("|")
    digits, letters = FREE_DIGITS[country.alpha2], FREE_LETTERS.get(country.alpha2, 0)
    start, more = start.rstrip("#"), start.count("#")
    return Place(city, state, code, start, digits + more, letters, area, _parts(latitude), _parts(longitude), zone, country)


def _foreign(words: Vocabulary, country: Country) -> tuple[Place, ...]:
    """Cities as Faker knows them, each at the place of one that lies in the country."""
    from faker.providers.geo import Provider

    rows = [row for row in Provider.land_coords if row[3] == country.alpha2]
    latin = all(letter.isascii() or (letter.isalpha() and ord(letter) < 0x250) for letter in country.native)
    names = [row[2] for row in rows] if len(rows) >= FEW and latin else list(dict.fromkeys(words.pool("city", 64)))
    spots = rows or [("0.0", "0.0", "", "", country.zone)]
    states = words.pool("administrative_unit" if words.has("administrative_unit") else "city", 64)
    codes = words.pool("postcode", 64)
    return tuple(
        Place(
            name,
            states[number % 64],
            states[number % 64][:2].upper(),
            codes[number % 64],
            0,
            0,
            "",
            _parts(spots[number % len(spots)][0]),
            _parts(spots[number % len(spots)][1]),
            spots[number % len(spots)][4],
            country,
        )
        for number, name in enumerate(names)
    )


def _parts(degrees: str) -> int:
    return round(float(degrees) * GRID)


@lru_cache(maxsize=32)
def streets(words: Vocabulary) -> tuple[str, ...]:
    """Names of streets."""
    country = home(words).alpha2
    if words.language == "en" and country not in STREETS:
        country = "GB"
    return STREETS.get(country) or tuple(dict.fromkeys(words.pool("street_name", 256)))
