"""The place that a record describes."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from pydantic import BaseModel

from pytest_fixturegen import generate_instances
from pytest_fixturegen.providers import place_facts
from pytest_fixturegen.providers.data.cities import CITIES
from pytest_fixturegen.providers.data.countries import COUNTRIES
from pytest_fixturegen.providers.vocabulary import Vocabulary
from tests.providers.contexts import make_context


class Person(NamedTuple):
    first_name: str
    last_name: str
    email: str
    postal_code: str
    city: str
    state: str


class Crew(BaseModel):
    first_name: str
    lead: Person
    members: list[Person]


def test_the_fields_of_a_named_tuple_belong_together() -> None:
    crews = list(generate_instances(Crew, 200, seed=5))
    people = [person for crew in crews for person in (crew.lead, *crew.members)]
    assert all(person.email.startswith(person.first_name.lower()) for person in people)
    assert len({person.first_name for person in people}) > 100
    assert any(crew.lead.first_name != crew.first_name for crew in crews)
    cities = {(person.city, person.state) for person in people}
    assert len(cities) < 1.3 * len({city for city, _ in cities})


@pytest.mark.parametrize(
    ("locale", "alpha2"),
    [("en_US", "US"), ("de_AT", "AT"), ("es", "ES"), ("ja_JP", "JP"), ("en", "US")],
)
def test_the_country_is_that_of_the_locale_or_of_its_language(locale, alpha2):
    assert place_facts.find_home_country(Vocabulary(locale)) == COUNTRIES[alpha2]


def test_a_row_of_the_table_is_one_city():
    rows = CITIES["US"].splitlines()
    cities = place_facts.list_localities(Vocabulary("en_US"))
    assert len(cities) == len(rows)
    for row, city in zip(rows, cities, strict=True):
        parts = row.split("|")
        assert (city.city, city.state, city.state_code) == (*parts[:3],)
        assert city.area_code == parts[4]
        assert (city.latitude, city.longitude) == (
            round(float(parts[5]) * 10_000),
            round(float(parts[6]) * 10_000),
        )
        assert city.timezone == parts[7]
        assert len(city.postcode_prefix) + city.postcode_digits == 5


@pytest.mark.parametrize("country", CITIES)
def test_every_prefix_and_its_digits_are_as_long_as_a_postal_code(country):
    locale = {"US": "en_US", "GB": "en_GB", "DE": "de_DE", "SE": "sv_SE", "JP": "ja_JP"}
    locale |= {"FR": "fr_FR", "AU": "en_AU"}
    lengths = {
        len(place.postcode_prefix) + place.postcode_digits + place.postcode_letters
        for place in place_facts.list_localities(Vocabulary(locale[country]))
    }
    if country != "GB":  # where the first half of a postal code has two to four characters
        assert len(lengths) == 1


def test_a_city_of_faker_is_at_a_real_place_of_its_country():
    for place in place_facts.list_localities(Vocabulary("it_IT")):
        assert place.country.alpha2 == "IT"
        assert place.timezone == "Europe/Rome"
        assert 35 * 10_000 < place.latitude < 48 * 10_000
        assert 6 * 10_000 < place.longitude < 19 * 10_000


def test_a_postal_code_of_faker_stays_as_it_is():
    vocabulary = Vocabulary("fi_FI")
    known = set(vocabulary.draw_pool("postcode", place_facts.FAKER_POOL_SIZE))
    for place in place_facts.list_localities(vocabulary):
        assert place.postcode_prefix in known
        assert (place.postcode_digits, place.postcode_letters, place.area_code) == (0, 0, "")


def test_streets_are_those_of_the_country():
    assert place_facts.list_street_names(Vocabulary("en_NZ")) == place_facts.list_street_names(
        Vocabulary("en_GB")
    )
    german = place_facts.list_street_names(Vocabulary("de_DE"))
    assert any(street.endswith(("straße", "weg")) for street in german)


def test_facts_have_the_name_of_their_owner():
    context = make_context("billing_city")
    names = [
        place_facts.build_place_fact(context, "billing").name,
        place_facts.build_street_fact(context, "billing").name,
        place_facts.build_door_fact("billing").name,
        place_facts.build_door_fact("").name,
    ]
    assert names == ["billing_place", "billing_street", "billing_door", "door"]
