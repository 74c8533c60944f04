"""People: all fields of a record describe one person."""

from __future__ import annotations

import re
from typing import Annotated

import pytest
from pydantic import EmailStr, Field

from pytest_fixturegen.providers.data.job_titles import JOBS
from pytest_fixturegen.providers.person_facts import (
    FEMALE,
    MALE,
    list_first_names,
    list_last_names,
    to_ascii_name,
)
from pytest_fixturegen.providers.vocabulary import Vocabulary
from tests.providers.samples import model, records

LOCALES = ["en_US", "de_DE", "sv_SE", "ja_JP", "fr_FR", "pl_PL", "ru_RU", "es", "vi_VN"]


@pytest.mark.parametrize("locale", LOCALES)
def test_an_email_address_belongs_to_its_person(locale):
    person = model(first_name=str, last_name=str, email=EmailStr, username=str)
    words = Vocabulary(locale)
    spelled = {first.name: first.ascii_form for first in list_first_names(words)}
    families = {name: last.ascii_form for last in list_last_names(words) for name in last[:2]}
    for record in records(person, locale=locale):
        assert record["email"].startswith(spelled[record["first_name"]])
        assert families[record["last_name"]] in record["email"]
        assert families[record["last_name"]] in record["username"]
        assert record["email"].isascii()


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "pl_PL", "ru_RU"])
def test_the_full_name_is_made_of_its_parts(locale):
    for record in records(
        model("User", first_name=str, surname=str, name=str, initials=str), locale=locale
    ):
        assert record["name"] == f"{record['first_name']} {record['surname']}"
        assert record["initials"] == record["first_name"][0] + record["surname"][0]


@pytest.mark.parametrize(
    ("locale", "separator"), [("ja_JP", " "), ("zh_CN", ""), ("ko_KR", ""), ("hu_HU", " ")]
)
def test_the_family_name_comes_first_where_the_language_says_so(locale, separator):
    person = model(first_name=str, last_name=str, full_name=str)
    for record in records(person, locale=locale):
        family, given = record["last_name"], record["first_name"]
        assert record["full_name"] == f"{family}{separator}{given}"
        assert family != given


@pytest.mark.parametrize("locale", ["ru_RU", "cs_CZ"])
def test_women_and_men_have_the_family_name_of_their_sex(locale):
    vocabulary = Vocabulary(locale)
    sexes = {name.name: name.sex for name in list_first_names(vocabulary)}
    women = {name.female for name in list_last_names(vocabulary)}
    men = {name.male for name in list_last_names(vocabulary)}
    assert women != men
    seen = set()
    for record in records(model(first_name=str, last_name=str, name=str), 200, locale=locale):
        sex = sexes[record["first_name"]]
        assert record["last_name"] in (women if sex == FEMALE else men)
        seen.add(sex)
    assert seen == {FEMALE, MALE}


def test_a_russian_man_never_has_the_name_of_a_woman():
    names = {name.male: name.female for name in list_last_names(Vocabulary("ru_RU"))}
    assert names["Иванов"] == "Иванова"
    men = [
        record["last_name"]
        for record in records(model(gender=str, last_name=str), 200, locale="ru_RU")
        if record["gender"] == "male"
    ]
    assert len(men) > 50
    assert not {*men} & ({*names.values()} - {*names})


@pytest.mark.parametrize("locale", ["en_US", "sv_SE", "ru_RU"])
def test_a_nickname_is_the_given_name_maybe_with_an_initial(locale):
    person = model(first_name=str, last_name=str, nickname=str)
    with_initial = 0
    for record in records(person, 200, locale=locale):
        given, family = record["first_name"], record["last_name"]
        assert record["nickname"] in (given, given + family[0])
        with_initial += record["nickname"] != given
    assert 50 < with_initial < 150


def test_a_middle_name_is_of_the_same_sex():
    sexes = {}
    for name in list_first_names(Vocabulary("en_US")):
        sexes.setdefault(name.name, set()).add(name.sex)
    for record in records(model(first_name=str, middle_name=str), 200):
        assert sexes[record["first_name"]] & sexes[record["middle_name"]]


@pytest.mark.parametrize(
    ("locale", "titles"),
    [
        ("de_DE", {"Frau", "Herr"}),
        ("fr_FR", {"Mme", "M."}),
        ("pl_PL", {"Ms.", "Mrs.", "Mr.", "Dr."}),
    ],
)
def test_titles_are_those_of_the_language_or_english(locale, titles):
    assert {record["prefix"] for record in records(model(prefix=str), 200, locale=locale)} == titles


def test_a_gender_of_one_letter_is_f_or_m():
    rules = Annotated[str, Field(max_length=1)]
    assert {record["sex"] for record in records(model(sex=rules))} == {"F", "M"}


def test_words_of_other_families_are_from_their_lists():
    person = model(suffix=str, name_suffix=str, marital_status=str, blood_type=str, job_title=str)
    for record in records(person):
        assert record["name_suffix"] in ("Jr.", "Sr.", "II", "III", "PhD", "MD", "Esq.")
        assert record["marital_status"] in ("single", "married", "divorced", "widowed")
        assert record["blood_type"].rstrip("+-") in ("A", "B", "AB", "0", "O")
        assert record["job_title"] in JOBS


def test_a_password_has_two_words_a_number_and_a_sign():
    for record in records(model(password=str)):
        assert re.fullmatch(r"[A-Z][a-z]+-[A-Z][a-z]+-\d{4}!", record["password"])


def test_the_role_of_a_field_is_a_person_of_its_own():
    pairs = [(r["author"], r["editor"]) for r in records(model("Book", author=str, editor=str))]
    assert sum(author != editor for author, editor in pairs) > 40


def test_a_title_of_respect_agrees_with_the_gender():
    for record in records(model(prefix=str, gender=str)):
        assert (
            record["prefix"]
            in {"female": ("Ms.", "Mrs.", "Dr."), "male": ("Mr.", "Dr.")}[record["gender"]]
        )


def test_author_and_customer_are_two_people_with_their_own_addresses():
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


def test_common_names_come_more_often():
    names = [record["last_name"] for record in records(model(last_name=str), 1000)]
    assert names.count("Smith") > 5 * names.count("Archer")


def test_a_short_field_gets_a_short_form_of_the_name():
    short = re.compile(r"[A-Z]\. [A-Z]\S*")
    names = [
        record["full_name"]
        for record in records(model(full_name=Annotated[str, Field(max_length=12)]))
    ]
    assert all(0 < len(name) <= 12 for name in names)
    assert sum(short.fullmatch(name) is not None for name in names) > len(names) / 2


def test_a_social_security_number_is_never_issued():
    assert all(record["ssn"][4:6] == "00" for record in records(model(ssn=str)))
