"""Contact details: well-formed, and at domains and in ranges that reach nobody."""

from __future__ import annotations

import re
from typing import Annotated

import pytest
from pydantic import EmailStr, Field, NameEmail

from pytest_fixturegen.providers import contacts, phones
from pytest_fixturegen.providers.person_facts import FirstName, LastName
from tests.providers.samples import draw_values, field, model, records

FICTION = {
    "en_US": r"\+1-\d{3}-555-01\d\d",
    "en_GB": r"\+44 (1632 960|7700 900)\d{3}",
    "sv_SE": r"\+46 8 465 004 \d\d",
    "de_DE": r"\+49 (30 23125|40 66969) \d{3}",
    "fr_FR": r"\+33 (1 99 00|6 39 98) \d{4}",
    "en_AU": r"\+61 2 (5550|7010) \d{4}",
    "ja_JP": r"0(3|90)-0000-\d{4}",
    "en_IE": r"\+353 20 91[12] \d{4}",
}


@pytest.mark.parametrize("locale", FICTION)
def test_telephone_numbers_are_in_ranges_reserved_for_fiction(locale):
    for record in records(model(phone=str, mobile_phone=str, fax=str), locale=locale):
        assert all(re.fullmatch(FICTION[locale], number) for number in record.values())


@pytest.mark.parametrize("pattern", [r"^\+\d{9,15}$", r"^\d{9,15}$"])
def test_a_telephone_number_has_the_style_of_its_pattern(pattern):
    numbers = [
        record["phone"] for record in records(model(phone=Annotated[str, Field(pattern=pattern)]))
    ]
    assert all("55501" in number for number in numbers)


@pytest.mark.parametrize("length", [14, 20, 30])
def test_an_address_is_valid_at_every_length(length):
    records(
        model(
            email=Annotated[EmailStr, Field(max_length=length)],
            address=Annotated[EmailStr, Field(min_length=length)],
        )
    )


def test_a_text_with_the_pattern_of_addresses_is_an_address():
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


def test_a_user_name_is_made_of_the_names_of_the_person():
    person = model("User", first_name=str, last_name=str, username=str)
    forms = set()
    for record in records(person, 200):
        first, last = record["first_name"].lower(), record["last_name"].lower().replace("'", "")
        found = re.fullmatch(rf"({first}|{first[0]})[._]?{last}\d{{2,4}}", record["username"])
        assert found, record
        forms.add(found[1] == first)
    assert forms == {True, False}


@pytest.mark.parametrize("number", [0, 5, 1023, 1024, 123_456])
def test_numbered_addresses_end_in_their_number(number):
    ann, lee = FirstName("Ann", "ann", 0), LastName("Lee", "Lee", "lee")
    address = contacts.show_numbered_email(0, ann, lee, number)
    assert re.fullmatch(rf"ann\.lee{number + 10}@example\.(com|net|org)", address)
    assert contacts.show_numbered_username(5, ann, lee, number) == f"ann_lee{number + 10}"
    assert contacts.show_numbered_username(1, ann, lee, number) == f"a_lee{number + 10}"


@pytest.mark.parametrize(("low", "high"), [(14, 14), (20, 22), (40, None), (None, 15)])
def test_an_address_for_a_short_field_is_a_plain_one(low, high):
    context = field("email", "EmailStr", min_length=low, max_length=high)
    for address in draw_values(contacts.provide_email_address(context, "")):
        assert (low or 0) <= len(address) <= (high or 99)
        assert re.fullmatch(r"[\w.]+@example\.(com|net|org)", address)


@pytest.mark.parametrize("rules", [{"max_length": 12}, {"pattern": "x"}, {"min_length": 80}])
def test_there_is_no_address_for_other_constraints(rules):
    context = field("email", "EmailStr", **rules)
    assert contacts.provide_email_address(context, "") is None


def test_recipients_of_a_message_are_different_people():
    message = model("Message", to=list[EmailStr], cc=EmailStr, sender=EmailStr, email=EmailStr)
    for record in records(message, 20):
        people = [*record["to"], record["cc"], record["sender"], record["email"]]
        assert len(set(people)) == len(people)


@pytest.mark.parametrize(("locale", "is_family_first"), [("en_US", False), ("ja_JP", True)])
def test_a_name_before_an_address_has_the_order_of_its_language(locale, is_family_first):
    person = model("User", first_name=str, last_name=str, mail=NameEmail)
    for record in records(person, 20, locale=locale):
        names = [record["first_name"], record["last_name"]]
        shown = record["mail"].split(" <")[0]
        assert shown == " ".join(reversed(names) if is_family_first else names)


@pytest.mark.parametrize(
    ("length", "style"),
    [(15, r"\+1-\d{3}-555-01\d\d"), (12, r"\+1\d{3}55501\d\d"), (11, r"1\d{3}55501\d\d")],
)
def test_a_telephone_number_has_the_longest_style_that_fits(length, style):
    node = phones.provide_landline(field("phone", max_length=length), "")
    assert all(re.fullmatch(style, number) for number in draw_values(node))


def test_a_telephone_number_may_have_its_area_in_brackets():
    pattern = r"^\(\d{3}\) \d{3}-\d{4}$|^\d{3}-\d{3}-\d{4}$"
    node = phones.provide_landline(field("phone", pattern=pattern), "")
    numbers = draw_values(node)
    assert any(number.startswith("(") for number in numbers)
    assert all("555-01" in number for number in numbers)
