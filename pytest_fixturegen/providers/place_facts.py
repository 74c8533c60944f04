"""The place that a record describes: a city with its region and country, a street, and a door."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from pytest_fixturegen.nodes import Choice, Fact, Integer
from pytest_fixturegen.providers.data.cities import CITIES, POSTAL_DIGITS, POSTAL_LETTERS, STREETS
from pytest_fixturegen.providers.data.countries import COUNTRIES, LANGUAGE_COUNTRIES, Country
from pytest_fixturegen.providers.fact_fields import format_fact_name
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.vocabulary import Vocabulary

DEGREE_PARTS = 10_000
"""Units of latitude and longitude in a degree."""

MIN_CITY_ROWS = 8
"""Cities of Faker that make a list for a country."""

FAKER_POOL_SIZE = 64

POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXY"


class Locality(NamedTuple):
    """A city.

    Latitude and longitude are in ten-thousandths of a degree. *postcode_prefix* is the beginning of
    its postal codes; *postcode_digits* and *postcode_letters* count the characters that follow.
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


START_WORDS = frozenset(
    """origin departure source from pickup sender start shipper collection embarkation
    loading""".split()
)
END_WORDS = frozenset(
    """destination arrival dest to dropoff recipient end receiver consignee target
    disembarkation unloading""".split()
)
"""Words of the owners of the two ends of a journey."""

CITY_TRIP_WORDS = frozenset("trip ride taxi fare cab courier rideshare".split())
"""Words of classes of journeys within a city."""

MIN_JOURNEY_CITIES = 4


def build_place_fact(context: FieldContext, owner: str) -> Fact:
    """Return the fact of the record's city, or of that of *owner*.

    The ends of a journey are two cities: those of one half of the list, and of the other. A ride
    stays in the city of the record.
    """
    localities = list_localities(context.vocabulary)
    words = set(owner.split("_"))
    starts, ends = not words.isdisjoint(START_WORDS), not words.isdisjoint(END_WORDS)
    if starts or ends:
        if not CITY_TRIP_WORDS.isdisjoint(context.model.split("_")):
            owner = ""
        elif len(localities) >= MIN_JOURNEY_CITIES:
            localities = localities[ends::2]
    return Fact(format_fact_name(owner, "place"), Choice(localities, localities))


def build_street_fact(context: FieldContext, owner: str) -> Fact:
    """Return the fact of the name of the record's street."""
    streets = list_street_names(context.vocabulary)
    return Fact(format_fact_name(owner, "street"), Choice(streets, streets))


def build_door_fact(owner: str) -> Fact:
    """Return the fact of the door: 32 bits from which house number and postal code are computed."""
    return Fact(
        format_fact_name(owner, "door"),
        Integer(0, (1 << 32) - 1),
    )


def find_home_country(vocabulary: Vocabulary) -> Country:
    """Return the country of the locale, or that of its language."""
    country = COUNTRIES.get(vocabulary.country)
    return country or COUNTRIES[LANGUAGE_COUNTRIES.get(vocabulary.language, "US")]


def find_city_rows(locale: str, alpha2: str) -> str:
    """Return the table of cities of the country *alpha2* in the language of *locale*, or ""."""
    if alpha2 in CITIES:
        return CITIES[alpha2]
    from pytest_fixturegen.providers.data.more_cities import MORE_CITIES

    return MORE_CITIES.get(locale) or MORE_CITIES.get(alpha2, "")


@lru_cache(maxsize=32)
def list_localities(vocabulary: Vocabulary) -> tuple[Locality, ...]:
    """Return cities of the locale's country."""
    country = find_home_country(vocabulary)
    rows = find_city_rows(vocabulary.locale, country.alpha2)
    if rows:
        return tuple(parse_locality(row, country) for row in rows.splitlines())
    return _list_faker_localities(vocabulary, country)


def parse_locality(row: str, country: Country) -> Locality:
    """Return the locality of one *row* of the table: eight fields, separated by "|".

    A malformed row raises ValueError.
    """
    city, state, state_code, prefix, area_code, latitude, longitude, timezone = row.split("|")
    # Each "#" of the prefix stands for one more digit than is usual in the country.
    extra_digits = prefix.count("#")
    return Locality(
        city=city,
        state=state,
        state_code=state_code,
        postcode_prefix=prefix.rstrip("#"),
        postcode_digits=find_postal_count(country.alpha2, letters=False) + extra_digits,
        postcode_letters=find_postal_count(country.alpha2, letters=True),
        area_code=area_code,
        latitude=parse_degree_parts(latitude),
        longitude=parse_degree_parts(longitude),
        timezone=timezone,
        country=country,
    )


def find_postal_count(alpha2: str, *, letters: bool) -> int:
    """Return how many digits or *letters* follow the beginning of a postal code of *alpha2*."""
    known = POSTAL_LETTERS if letters else POSTAL_DIGITS
    if alpha2 in known or alpha2 in POSTAL_DIGITS:
        return known.get(alpha2, 0)
    from pytest_fixturegen.providers.data import more_cities

    more = more_cities.MORE_POSTAL_LETTERS if letters else more_cities.MORE_POSTAL_DIGITS
    return more.get(alpha2, 0)


def _list_faker_localities(vocabulary: Vocabulary, country: Country) -> tuple[Locality, ...]:
    """Return cities that Faker names, each with the coordinates of a real one in the country."""
    from faker.providers.geo import Provider

    rows = [row for row in Provider.land_coords if row[3] == country.alpha2]
    if len(rows) >= MIN_CITY_ROWS and _is_latin(country.native_name):
        names = [row[2] for row in rows]
    else:
        names = list(dict.fromkeys(vocabulary.draw_pool("city", FAKER_POOL_SIZE)))
    rows = rows or [("0.0", "0.0", "", "", country.timezone)]
    has_units = vocabulary.has_provider("administrative_unit")
    states = vocabulary.draw_pool("administrative_unit" if has_units else "city", FAKER_POOL_SIZE)
    postcodes = vocabulary.draw_pool("postcode", FAKER_POOL_SIZE)
    localities = []
    for number, name in enumerate(names):
        latitude, longitude, _, _, timezone = rows[number % len(rows)]
        state = states[number % FAKER_POOL_SIZE]
        localities.append(
            Locality(
                city=name,
                state=state,
                state_code=state[:2].upper(),
                postcode_prefix=postcodes[number % FAKER_POOL_SIZE],
                postcode_digits=0,
                postcode_letters=0,
                area_code="",
                latitude=parse_degree_parts(latitude),
                longitude=parse_degree_parts(longitude),
                timezone=timezone,
                country=country,
            )
        )
    return tuple(localities)


def _is_latin(name: str) -> bool:
    """Return whether *name* consists of Latin letters and other ASCII characters."""
    return all(letter.isascii() or _is_latin_letter(letter) for letter in name)


def _is_latin_letter(letter: str) -> bool:
    """Return whether *letter* is a Latin one, with or without an accent."""
    # Latin-1 Supplement to Latin Extended-B end at U+024F.
    return letter.isalpha() and ord(letter) < 0x250


def parse_degree_parts(degrees: str) -> int:
    """Return *degrees* in ten-thousandths."""
    return round(float(degrees) * DEGREE_PARTS)


@lru_cache(maxsize=32)
def list_street_names(vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return names of streets in the locale's country."""
    country = find_home_country(vocabulary).alpha2
    if vocabulary.language == "en" and country not in STREETS:
        country = "GB"
    streets = STREETS.get(country) or _find_more_streets(vocabulary.locale, country)
    if streets:
        return streets
    return tuple(dict.fromkeys(vocabulary.draw_pool("street_name", 256)))


def _find_more_streets(locale: str, alpha2: str) -> tuple[str, ...]:
    """Return further streets of the locale, or of the country."""
    from pytest_fixturegen.providers.data.more_cities import MORE_STREETS

    return MORE_STREETS.get(locale) or MORE_STREETS.get(alpha2, ())


PostcodeEndings = tuple[str, ...]


@lru_cache(maxsize=32)
def list_postcode_endings(place: Locality) -> PostcodeEndings:
    """Return every ending of a postal code that fits the prefix of *place*."""
    digits = [""]
    if place.postcode_digits:
        width = place.postcode_digits
        digits = [f"{number:0{width}}" for number in range(10**width)]
    letters = [""]
    if place.postcode_letters:
        letters = ["".join(pair) for pair in product(POSTCODE_LETTERS, repeat=2)]
    return tuple(first + last for first, last in product(digits, letters))
