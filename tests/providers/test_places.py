"""Places: what a record says of where it is, it says of one place."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import Field

from pytest_fixturegen.providers.data.cities import CITIES
from pytest_fixturegen.providers.data.countries import COUNTRIES
from pytest_fixturegen.providers.place_facts import list_localities
from pytest_fixturegen.providers.vocabulary import Vocabulary
from tests.providers.samples import model, records

LOCALES = ["en_US", "de_DE", "sv_SE", "ja_JP", "en_GB", "fr_FR", "it_IT", "pt_BR", "ar_AA", "es"]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_city_lies_in_its_country_at_its_place(locale):
    address = model(
        "Address",
        city=str,
        state=str,
        country_code=str,
        lat=float,
        lng=Decimal,
        timezone=str,
        currency=str,
    )
    found = {(place.city, place.state): place for place in list_localities(Vocabulary(locale))}
    for record in records(address, locale=locale):
        place = found[record["city"], record["state"]]
        assert record["country_code"] == place.country.alpha2
        assert record["timezone"] == place.timezone
        assert record["currency"] == place.country.currency


@pytest.mark.parametrize("country", CITIES)
def test_coordinates_are_near_the_middle_of_their_city(country):
    locale = {
        "US": "en_US",
        "GB": "en_GB",
        "DE": "de_DE",
        "SE": "sv_SE",
        "JP": "ja_JP",
        "FR": "fr_FR",
        "AU": "en_AU",
    }[country]
    rows = {tuple(row.split("|")[:2]): row.split("|") for row in CITIES[country].splitlines()}
    for record in records(
        model("Address", city=str, state=str, lat=float, lon=float), locale=locale
    ):
        row = rows[record["city"], record["state"]]
        assert abs(record["lat"] - float(row[5])) < 0.1
        assert abs(record["lon"] - float(row[6])) < 0.1


def test_a_postal_code_begins_as_those_of_its_city_do():
    starts = {tuple(row.split("|")[:2]): row.split("|")[3] for row in CITIES["US"].splitlines()}
    for record in records(model("Address", city=str, state=str, zip_code=str)):
        assert record["zip_code"].startswith(starts[record["city"], record["state"]])
        assert len(record["zip_code"]) == 5


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "ja_JP", "en_GB"])
def test_an_address_on_one_line_is_made_of_its_parts(locale):
    parts = ("street_address", "city", "postcode")
    for record in records(model(address=str, **dict.fromkeys(parts, str)), locale=locale):
        assert all(record[part] in record["address"] for part in parts)


def test_billing_and_shipping_are_two_places():
    flat = model(
        "Order",
        billing_city=str,
        billing_country=str,
        shipping_city=str,
        shipping_zip=str,
        city=str,
    )
    assert any(record["billing_city"] != record["shipping_city"] for record in records(flat))


@pytest.mark.parametrize(
    ("locale", "like"),
    [("de_DE", "Berlin"), ("sv_SE", "Göteborg"), ("ja_JP", "渋谷区"), ("en_GB", "Leeds")],
)
def test_the_locale_shows(locale, like):
    assert like in {record["city"] for record in records(model(city=str), 300, locale=locale)}


@pytest.mark.parametrize(
    ("field", "rules", "like"),
    [
        ("country", {"max_length": 2}, "US"),
        ("country", {"pattern": "^[A-Z]{3}$"}, "USA"),
        ("country_code", {"min_length": 3, "max_length": 3}, "USA"),
        ("currency", {"pattern": "^[A-Z]{3}$"}, "USD"),
        ("country", {}, "United States"),
    ],
)
def test_a_country_is_said_as_the_field_has_room_for(field, rules, like):
    assert {
        record[field] for record in records(model(**{field: Annotated[str, Field(**rules)]}))
    } == {like}


def test_a_locale_is_one_and_a_language_its_beginning():
    for record in records(
        model(
            locale=Annotated[str, Field(max_length=5)], language=Annotated[str, Field(max_length=2)]
        )
    ):
        assert record["locale"][2] == "_"
        assert len(record["language"]) == 2


def test_codes_of_countries_are_well_formed():
    for alpha2, country in COUNTRIES.items():
        assert (country.alpha2, len(country.alpha3), len(country.currency)) == (alpha2, 3, 3)
        assert "/" in country.timezone


def test_bounds_that_a_place_may_miss_are_kept_without_it():
    lats = [record["lat"] for record in records(model(lat=Annotated[float, Field(ge=0, le=10)]))]
    assert all(0 <= lat <= 10 for lat in lats)


def test_the_items_of_a_list_are_different_places():
    several = Annotated[set[str], Field(min_length=4)]
    for record in records(
        model(
            "Shop",
            countries=several,
            supported_currencies=several,
            timezones=several,
            cities=several,
        )
    ):
        assert all(len(set(values)) >= 4 for values in record.values())
