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
from tests.providers.samples import model, records

NO_TYPES = {"PhoneNumberValidator", "ResolvedPathType", "NameEmail"}
"""What stands in the package beside its types."""

OF_THIS_MACHINE = {"ResolvedFilePath", "ResolvedDirectoryPath", "ResolvedNewPath"}
"""Types whose values depend on the files that are there."""


def offered() -> dict[str, Any]:
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
        if name.split(".")[1] not in NO_TYPES | OF_THIS_MACHINE
    }


TYPES = offered()


def test_the_package_offers_some_fifty_types():
    assert len(TYPES) > 40


@pytest.mark.parametrize("name", TYPES)
def test_each_type_is_built_twenty_times(name):
    thing = model(thing=TYPES[name])
    assert len(list(generate_instances(thing, 20, seed=5))) == 20


@pytest.mark.parametrize("name", sorted(set(TYPES) - {"ulid.ULID"}))
def test_its_json_is_what_its_model_writes(name):
    thing = model(thing=TYPES[name])
    written = [
        TypeAdapter(thing).dump_python(each, mode="json")
        for each in generate_instances(thing, 20, seed=3)
    ]
    assert written == records(thing, 20)


def test_a_name_before_an_address_is_its_person_s():
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
def test_a_telephone_number_is_one_that_the_library_takes(locale):
    for record in records(model(phone=PhoneNumber), locale=locale):
        assert phonenumbers.is_valid_number(phonenumbers.parse(record["phone"]))
