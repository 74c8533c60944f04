"""Named types: those of pydantic_extra_types and Pydantic's own NameEmail."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import typing
import warnings
from typing import Any

import phonenumbers
import pydantic_extra_types
import pytest
from pydantic import NameEmail, TypeAdapter
from pydantic_extra_types.coordinate import Coordinate
from pydantic_extra_types.country import CountryAlpha2, CountryShortName
from pydantic_extra_types.currency_code import Currency
from pydantic_extra_types.phone_numbers import PhoneNumber
from pydantic_extra_types.timezone_name import TimeZoneName

from pytest_fixturegen import generate_instances
from pytest_fixturegen.config.options import DEFAULT_NOW
from pytest_fixturegen.providers import codes, extra_types
from pytest_fixturegen.streams import mix_word
from tests.providers.samples import draw_values, field, model, records

NO_TYPES = {"PhoneNumberValidator", "ResolvedPathType", "NameEmail"}
"""Classes of the package that are not types of fields."""

FILE_TYPES = {"ResolvedFilePath", "ResolvedDirectoryPath", "ResolvedNewPath"}
"""Types whose values depend on the files of the machine."""


def list_types() -> dict[str, Any]:
    """Every type of the package, by module and name."""
    found = {}
    for module in pkgutil.iter_modules(pydantic_extra_types.__path__):
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", DeprecationWarning
            )  # one of its modules has another name now
            loaded = importlib.import_module(f"pydantic_extra_types.{module.name}")
        for name, each in vars(loaded).items():
            own = getattr(each, "__module__", "") == loaded.__name__ and hasattr(
                each, "__get_pydantic_core_schema__"
            )
            if (
                not name.startswith("_")
                and inspect.isclass(each) == own
                and (own or typing.get_origin(each) is typing.Annotated)
            ):
                found[f"{module.name}.{name}"] = each
    return {
        name: each
        for name, each in found.items()
        if name.split(".")[1] not in NO_TYPES | FILE_TYPES
    }


TYPES = list_types()


def test_the_package_offers_some_fifty_types():
    assert len(TYPES) > 40


@pytest.mark.parametrize("name", TYPES)
def test_each_type_is_built_twenty_times(name):
    thing = model(thing=TYPES[name])
    assert len(list(generate_instances(thing, 20, seed=5))) == 20


@pytest.mark.parametrize("name", sorted(set(TYPES) - {"ulid.ULID"}))
def test_the_json_of_each_type_is_what_the_model_writes(name):
    thing = model(thing=TYPES[name])
    written = [
        TypeAdapter(thing).dump_python(each, mode="json")
        for each in generate_instances(thing, 20, seed=3)
    ]
    assert written == records(thing, 20)


def test_a_name_before_an_address_is_that_of_the_person():
    for record in records(model(first_name=str, last_name=str, contact=NameEmail)):
        name, address = record["contact"].rstrip(">").split(" <")
        assert name == f"{record['first_name']} {record['last_name']}"
        assert address.startswith(record["first_name"].lower())


def test_named_types_show_the_same_place_as_plain_ones():
    spot = model(
        country_code=str,
        a=CountryAlpha2,
        b=CountryShortName,
        currency=str,
        c=Currency,
        timezone=str,
        d=TimeZoneName,
    )
    for record in records(spot, locale="sv_SE"):
        assert record["a"] == record["country_code"] == "SE"
        assert (record["b"], record["c"], record["d"]) == (
            "Sweden",
            record["currency"],
            record["timezone"],
        )


def test_a_coordinate_lies_in_its_city():
    for record in records(model(latitude=float, longitude=float, spot=Coordinate)):
        assert abs(record["spot"]["latitude"] - record["latitude"]) < 0.2
        assert abs(record["spot"]["longitude"] - record["longitude"]) < 0.2


@pytest.mark.parametrize("locale", ["en_US", "en_GB", "de_DE", "sv_SE", "fr_FR", "ja_JP"])
def test_the_phone_library_accepts_each_telephone_number(locale):
    for record in records(model(phone=PhoneNumber), locale=locale):
        assert phonenumbers.is_valid_number(phonenumbers.parse(record["phone"]))


def test_routing_numbers_have_a_correct_check_digit():
    for number in range(200):
        digits = [int(digit) for digit in codes.draw_routing_number(mix_word(number, 1))]
        assert digits[:2] == [1, 5]
        weights = (3, 7, 1, 3, 7, 1, 3, 7, 1)
        total = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
        assert total % 10 == 0


def test_ulids_are_of_the_year_before_now():
    digits = extra_types.CROCKFORD_DIGITS
    now = DEFAULT_NOW.timestamp()
    for number in range(200):
        ulid = extra_types.draw_ulid(DEFAULT_NOW, mix_word(number, 1))
        assert len(ulid) == 26
        seconds = 0
        for char in ulid[:10]:
            seconds = seconds * 32 + digits.index(char)
        assert now - 366 * 86_400 < seconds / 1000 <= now


@pytest.mark.parametrize(("column", "own"), [(0, "sv"), (1, "swe"), (2, "Swedish")])
def test_most_languages_are_that_of_the_locale(column, own):
    node = extra_types.provide_language(column, field(locale="sv_SE"))
    languages = draw_values(node, 1000)
    assert 700 < languages.count(own) < 850
    assert len(set(languages)) == 13


@pytest.mark.parametrize(
    ("table", "default", "locale", "own"),
    [
        (extra_types.LANGUAGE_SCRIPTS, "Latn", "ja_JP", "Jpan"),
        (extra_types.LANGUAGE_SCRIPTS, "Latn", "en_US", "Latn"),
        (extra_types.LANGUAGE_FAMILIES, "gmw", "fr_FR", "roa"),
    ],
)
def test_most_scripts_and_families_are_those_of_the_locale(table, default, locale, own):
    codes = draw_values(extra_types.provide_by_language(table, default, field(locale=locale)), 500)
    assert codes.count(own) > 400
    assert set(codes) == {default, *table.values()}


@pytest.mark.parametrize(
    ("name", "owner"),
    [("country", ""), ("billing_country", "billing"), ("home_phone", "home"), ("billing", "")],
)
def test_the_owner_of_a_named_type_is_read_from_the_field(name, owner):
    assert extra_types.find_owner(field(name)) == owner


def test_the_items_of_a_list_are_different_places():
    countries = [
        record["cities"]
        for record in records(model(cities=list[Coordinate]), 50)
        if len(record["cities"]) > 1
    ]
    assert countries
    assert any(abs(cities[0]["latitude"] - cities[1]["latitude"]) > 1 for cities in countries)
