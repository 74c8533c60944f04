"""Ways to reach people: nobody is reached."""

from __future__ import annotations

import re
from typing import Annotated

import pytest
from pydantic import EmailStr, Field

from tests.providers.samples import model, records

FICTION = {
    "en_US": r"\+1-\d{3}-555-01\d\d",
    "en_GB": r"\+44 (1632 960|7700 900)\d{3}",
    "sv_SE": r"\+46 8 465 004 \d\d",
    "de_DE": r"\+49 (30 23125|40 66969) \d{3}",
    "fr_FR": r"\+33 (1 99 00|6 39 98) \d{4}",
    "en_AU": r"\+61 2 (5550|7010) \d{4}",
    "ja_JP": r"\+81 (3|90) 0000 \d{4}",
}


@pytest.mark.parametrize("locale", FICTION)
def test_telephones_ring_in_ranges_kept_for_fiction(locale):
    for record in records(model(phone=str, mobile_phone=str, fax=str), locale=locale):
        assert all(re.fullmatch(FICTION[locale], number) for number in record.values())


@pytest.mark.parametrize("pattern", [r"^\+\d{9,15}$", r"^\d{9,15}$"])
def test_a_telephone_is_written_as_its_pattern_asks(pattern):
    numbers = [
        record["phone"] for record in records(model(phone=Annotated[str, Field(pattern=pattern)]))
    ]
    assert all("55501" in number for number in numbers)


@pytest.mark.parametrize("length", [14, 20, 30])
def test_an_address_stays_one_whatever_its_length(length):
    records(
        model(
            email=Annotated[EmailStr, Field(max_length=length)],
            address=Annotated[EmailStr, Field(min_length=length)],
        )
    )


def test_a_pattern_for_addresses_gets_addresses():
    pattern = r"^[a-z0-9._]+@[a-z]+\.[a-z]{2,}$"
    emails = [
        record["email"] for record in records(model(email=Annotated[str, Field(pattern=pattern)]))
    ]
    assert all(email.endswith(("@example.com", "@example.org", "@example.net")) for email in emails)


def test_the_telephone_of_a_flat_address_has_the_area_code_of_its_city():
    codes = {"Chicago": "312", "Seattle": "206", "Boston": "617"}
    seen = [
        record for record in records(model(city=str, phone=str), 400) if record["city"] in codes
    ]
    assert seen
    assert all(record["phone"][3:6] == codes[record["city"]] for record in seen)
