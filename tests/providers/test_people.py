"""People: all that a record says of a person is said of one person."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import EmailStr, Field

from pytest_fixturegen.providers.person_facts import (
    list_first_names,
    list_last_names,
    to_ascii_name,
)
from pytest_fixturegen.providers.vocabulary import Vocabulary
from tests.providers.samples import model, records

LOCALES = ["en_US", "de_DE", "sv_SE", "ja_JP", "fr_FR", "pl_PL", "ru_RU", "es", "vi_VN"]


@pytest.mark.parametrize("locale", LOCALES)
def test_an_e_mail_belongs_to_its_person(locale):
    person = model(first_name=str, last_name=str, email=EmailStr, username=str)
    words = Vocabulary(locale)
    spelled = {first.name: first.ascii_form for first in list_first_names(words)}
    families = {name: last.ascii_form for last in list_last_names(words) for name in last[:2]}
    for record in records(person, locale=locale):
        assert record["email"].startswith(spelled[record["first_name"]])
        assert families[record["last_name"]] in record["email"]
        assert families[record["last_name"]] in record["username"]
        assert record["email"].isascii()


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "pl_PL"])
def test_the_full_name_is_made_of_its_parts(locale):
    for record in records(
        model("User", first_name=str, surname=str, name=str, initials=str), locale=locale
    ):
        assert record["name"] == f"{record['first_name']} {record['surname']}"
        assert record["initials"] == record["first_name"][0] + record["surname"][0]


def test_a_japanese_name_begins_with_the_family():
    for record in records(model(first_name=str, last_name=str, full_name=str), locale="ja_JP"):
        assert record["full_name"] == f"{record['last_name']} {record['first_name']}"


def test_a_title_of_respect_agrees_with_the_gender():
    for record in records(model(prefix=str, gender=str)):
        assert (
            record["prefix"]
            in {"female": ("Ms.", "Mrs.", "Dr."), "male": ("Mr.", "Dr.")}[record["gender"]]
        )


def test_an_author_is_another_than_the_customer_and_has_an_e_mail_of_their_own():
    for record in records(
        model("Order", author=str, author_email=EmailStr, customer_name=str, customer_email=str)
    ):
        for role, name in (("author_email", "author"), ("customer_email", "customer_name")):
            assert to_ascii_name(record[name].split()[-1]) in record[role]


def test_the_items_of_a_list_are_different_people():
    lists = [
        record["emails"]
        for record in records(model(emails=Annotated[list[EmailStr], Field(min_length=3)]))
    ]
    assert all(
        len({email.split("@")[0].rstrip("0123456789") for email in emails}) > 1 for emails in lists
    )


def test_names_are_spelled_for_addresses_as_their_language_does():
    assert to_ascii_name("Müller", "de") == "mueller"
    assert to_ascii_name("Björk", "sv") == "bjork"
    assert to_ascii_name("Sørensen", "da") == "soerensen"
    assert to_ascii_name("O'Neil") == "oneil"


def test_common_names_come_more_often():
    names = [record["last_name"] for record in records(model(last_name=str), 1000)]
    assert names.count("Smith") > 5 * names.count("Archer")


def test_a_short_field_gets_a_short_form_of_the_name():
    for record in records(model(full_name=Annotated[str, Field(max_length=12)])):
        assert 0 < len(record["full_name"]) <= 12


def test_a_number_of_social_security_was_never_given_out():
    assert all(record["ssn"][4:6] == "00" for record in records(model(ssn=str)))
