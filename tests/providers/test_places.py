"""Places: all fields of a record describe one place."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import Field

from pytest_fixturegen.providers import places
from pytest_fixturegen.providers.data.cities import CITIES
from pytest_fixturegen.providers.data.countries import CALLING_CODES, COUNTRIES
from pytest_fixturegen.providers.place_facts import list_localities
from pytest_fixturegen.providers.vocabulary import Vocabulary
from tests.providers.contexts import draw_samples, make_context
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
def test_a_country_is_written_as_the_field_has_room_for(field, rules, like):
    assert {
        record[field] for record in records(model(**{field: Annotated[str, Field(**rules)]}))
    } == {like}


def test_locales_and_languages_have_their_usual_form():
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


@pytest.mark.parametrize("locale", LOCALES)
def test_every_fact_of_a_place_agrees_with_its_city(locale):
    names = "state_code country country_code country_alpha3 dial_code currency timezone".split()
    address = model("Address", city=str, state=str, postcode=str, **dict.fromkeys(names, str))
    cities = {(place.city, place.state): place for place in list_localities(Vocabulary(locale))}
    for record in records(address, 100, locale=locale):
        place = cities[record["city"], record["state"]]
        country = place.country
        is_english = locale.startswith("en")
        assert record["country"] == (country.english_name if is_english else country.native_name)
        assert record["country_code"] == country.alpha2
        assert record["country_alpha3"] == country.alpha3
        assert record["dial_code"] == f"+{CALLING_CODES[country.alpha2]}"
        assert record["currency"] == country.currency
        assert record["timezone"] == place.timezone
        if len(cities) == len({city for city, _ in cities}):
            assert record["state_code"] == place.state_code
            assert record["postcode"].startswith(place.postcode_prefix)


@pytest.mark.parametrize(
    ("locale", "pattern"),
    [
        ("en_US", r"\d+ .+, .+, [A-Z]{2} \d{5}"),
        ("en_GB", r"\d+ .+, .+ [A-Z0-9]+ \d[A-Z]{2}"),
        ("de_DE", r".+ \d+, \d{5} .+"),
        ("fr_FR", r"\d+ .+, \d{5} .+"),
        ("ja_JP", r"〒\d{3}-\d{4} \D+\d+-\d+-\d+"),
    ],
)
def test_an_address_is_in_the_order_of_its_country(locale, pattern):
    for record in records(model(address=str), locale=locale):
        assert re.fullmatch(pattern, record["address"]), record


def test_an_address_without_room_is_a_street_with_a_number():
    rules = Annotated[str, Field(max_length=28)]
    for record in records(model(address=rules, street_name=str, house_number=str)):
        assert record["address"] == f"{record['house_number']} {record['street_name']}"


def test_a_destination_is_never_the_origin():
    for record in records(model("Flight", origin=str, destination=str), 300, locale="en_GB"):
        assert record["origin"] != record["destination"]


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en_US", ("Apt", "Suite")), ("de_DE", ("Whg.", "Etage")), ("ja_JP", ("号室", "階"))],
)
def test_an_apartment_is_in_the_words_of_the_language(locale, words):
    lines = draw_samples(places.provide_second_line(make_context(locale=locale), ""))
    assert {line.split()[0] for line in lines} == {*words}


def test_low_numbers_of_houses_are_more_common():
    low = [number for number in places.HOUSE_NUMBERS if int(number) < 257]
    assert len(low) > 200
    assert all(1 <= int(number) < 1000 for number in places.HOUSE_NUMBERS)


@pytest.mark.parametrize(
    ("provide", "attribute"),
    [
        (places.provide_any_country, "english_name"),
        (places.provide_any_country_code, "alpha2"),
        (places.provide_any_currency, "currency"),
        (places.provide_any_timezone, "timezone"),
    ],
)
def test_countries_of_the_world_are_those_of_the_table(provide, attribute):
    drawn = draw_samples(provide(make_context(), ""))
    assert {*drawn} <= {getattr(country, attribute) for country in COUNTRIES.values()}
    assert len({*drawn}) > 15


def test_codes_have_three_letters_if_two_are_too_few():
    codes = draw_samples(places.provide_any_country_code(make_context(min_length=3), ""))
    assert {*codes} <= {country.alpha3 for country in COUNTRIES.values()}
    languages = draw_samples(places.provide_language(make_context(min_length=3), ""))
    assert {*languages} <= {*places.LONG_LANGUAGE_CODES}


def test_a_venue_has_an_adjective_and_a_kind():
    for record in records(model("Event", venue=str)):
        assert record["venue"].split()[-1] in places.VENUE_KINDS
        assert record["venue"].istitle()
