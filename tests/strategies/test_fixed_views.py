"""Facts of a record that follow what the user fixes: each way to fix, each kind of fact."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, EmailStr, Field

from pytest_fixturegen import GenerationConfig, generate_lines, policies_of
from pytest_fixturegen.api.generate import build_instance, make_plan
from tests.laws.coherence import Address, Company, Invoice, Meeting, Page, Row, User
from tests.strategies.rules.planning import find_node


def build(
    model: Any,
    overrides: dict[str, Any] | None = None,
    locale: str = "en_US",
) -> Any:
    return build_instance(model, GenerationConfig(locale=locale), "key", overrides=overrides)


def utc(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=dt.timezone.utc)  # type: ignore[arg-type,misc]


# Ways to fix a value


class Tier(str, Enum):
    LOW = "low"


class Profile(BaseModel):
    first_name: str = "Ada"
    email: EmailStr


class Customer(BaseModel):
    last_name: str | None
    email: EmailStr
    profile: Profile


def test_a_configured_value_conditions_every_record() -> None:
    overrides = policies_of({"User.first_name": {"value": "Zebedee"}})
    lines = generate_lines(User, 20, config=GenerationConfig(overrides=overrides))
    for record in map(json.loads, lines):
        assert record["email"].startswith("zebedee")
        assert record["full_name"] == f"Zebedee {record['last_name']}"


def test_a_policy_by_pattern_conditions_facts() -> None:
    policies = policies_of({"*.city": {"value": "Oslo"}})
    line = next(generate_lines(Address, 1, config=GenerationConfig(field_policies=policies)))
    assert json.loads(line)["country"] == "Norway"


def test_a_value_of_a_nested_record_conditions_the_facts_it_shares() -> None:
    customer = build(Customer, {"profile": {"first_name": "Zebedee"}})
    assert customer.email.startswith("zebedee")
    assert customer.profile.email.startswith("zebedee")


def test_a_value_conditions_the_nested_records_that_share_its_facts() -> None:
    customer = build(Customer, {"last_name": "Quux"})
    assert "quux" in customer.profile.email


def test_none_and_functions_condition_nothing() -> None:
    usual = build(Customer)
    assert build(Customer, {"last_name": None}).email == usual.email
    assert build(Customer, {"last_name": lambda: "Quux"}).email == usual.email


def test_a_default_that_the_user_does_not_fix_conditions_nothing() -> None:
    assert not build(Customer).email.startswith("ada.")


@pytest.mark.parametrize("names", [("country", "city"), ("city", "country")])
def test_fixed_values_narrow_a_fact_one_after_the_other(names: tuple[str, ...]) -> None:
    values = {"country": "Germany", "city": "Hamburg"}
    address = build(Address, {name: values[name] for name in names})
    assert (address.country_code, address.currency) == ("DE", "EUR")
    assert address.postal_code.startswith("20")


def test_values_that_contradict_each_other_are_kept() -> None:
    user = build(User, {"first_name": "Emma", "gender": "male", "email": "zoe@example.org"})
    assert (user.first_name, user.gender, user.email) == ("Emma", "male", "zoe@example.org")
    address = build(Address, {"country": "Germany", "city": "Oslo"})
    assert (address.country, address.city, address.currency) == ("Germany", "Oslo", "EUR")


def test_a_field_that_does_not_accept_what_the_fact_shows_stays_valid() -> None:
    class Short(BaseModel):
        first_name: str
        email: Annotated[str, Field(max_length=40)]
        username: Annotated[str, Field(max_length=20)]

    short = build(Short, {"first_name": "Hubert-Blaine-Wolfeschlegelsteinhausen"})
    assert len(short.username) <= 20


ODD_VALUES = (
    0,
    -1,
    True,
    b"x",
    [],
    {},
    object(),
    float("nan"),
    10**400,
    Decimal("1e999999"),
    Decimal("NaN"),
    "",
    " ",
    "@",
    "٣",
    "x" * 5000,
    dt.date.min,
    dt.datetime.max,
    dt.timedelta.max,
    Tier.LOW,
)


@pytest.mark.parametrize("model", [User, Address, Invoice, Row, Meeting, Page, Company])
def test_odd_values_condition_facts_without_errors(model: Any) -> None:
    for name in model.model_fields:
        for value in ODD_VALUES:
            plan = make_plan(model, GenerationConfig(), {name: value})
            assert find_node(plan, name) is not None


# Kinds of facts


def test_a_fixed_name_is_that_of_the_addresses() -> None:
    user = build(User, {"full_name": "Zebedee Quux"})
    assert (user.first_name, user.last_name, user.initials) == ("Zebedee", "Quux", "ZQ")
    letters = "".join(filter(str.isalpha, user.email.partition("@")[0]))
    assert letters == "zebedeequux"


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("zoe.quux42@acme.io", ("Zoe", "Quux")),
        ("zoe_quux@acme.io", ("Zoe", "Quux")),
        ("emma.jones+tag@acme.io", ("Emma", "Jones")),
        ("emmajones12@acme.io", ("Emma", "Jones")),
    ],
)
def test_a_fixed_address_gives_the_names(address: str, names: tuple[str, str]) -> None:
    user = build(User, {"email": address})
    assert (user.first_name, user.last_name) == names


def test_a_fixed_gender_gives_the_name_and_the_title() -> None:
    for word, titles in (("female", {"Ms.", "Mrs.", "Dr."}), ("male", {"Mr.", "Dr."})):
        user = build(User, {"gender": word, "first_name": "Quux"})
        assert user.prefix in titles


def test_a_fixed_gender_may_be_a_literal() -> None:
    class Patient(BaseModel):
        gender: Literal["M", "F"]
        title_of_respect: str
        prefix: str

    assert build(Patient, {"gender": "F"}).prefix in {"Ms.", "Mrs.", "Dr."}


def test_a_fixed_family_name_has_the_form_of_its_sex() -> None:
    user = build(User, {"last_name": "Nováková"}, locale="cs_CZ")
    assert user.full_name.endswith("Nováková")


@pytest.mark.parametrize(
    ("fixed", "country"),
    [
        ({"city": "Oslo"}, "Norway"),
        ({"city": "munich"}, "Germany"),
        ({"country_code": "se"}, "Sweden"),
        ({"currency": "JPY"}, "Japan"),
        ({"phone": "+47 22 33 44 55"}, "Norway"),
        ({"timezone": "Europe/Oslo"}, "Norway"),
        ({"city": "Boston"}, "United States"),
        ({"postal_code": "90011"}, "United States"),
    ],
)
def test_a_fixed_place_gives_its_country(fixed: dict[str, Any], country: str) -> None:
    assert build(Address, fixed).country == country


def test_a_place_abroad_has_its_postal_code_and_telephone_numbers() -> None:
    address = build(Address, {"city": "Oslo"})
    assert (address.country_code, address.currency) == ("NO", "NOK")
    assert len(address.postal_code) == 4
    assert address.phone.startswith("+47 ")


def test_an_unknown_city_stays_in_its_country() -> None:
    address = build(Address, {"city": "Springfield Gardens", "country": "Norway"})
    assert (address.city, address.country, address.currency) == (
        "Springfield Gardens",
        "Norway",
        "NOK",
    )


@pytest.mark.parametrize(
    "fixed",
    [
        {"quantity": 7},
        {"unit_price": Decimal("9.99")},
        {"subtotal": Decimal("99.98")},
        {"tax": Decimal("20.00")},
        {"total": Decimal("100.00")},
        {"tax_rate": Decimal("0.25")},
        {"quantity": 2, "unit_price": Decimal("50.00"), "tax": Decimal("10.00")},
        {"subtotal": Decimal(100), "total": Decimal(120)},
        {"quantity": 0},
    ],
)
def test_fixed_amounts_add_up(fixed: dict[str, Any]) -> None:
    bill = build(Invoice, fixed)
    assert bill.quantity * bill.unit_price == bill.subtotal
    assert bill.subtotal + bill.tax == bill.total


def test_an_amount_that_cannot_be_divided_gives_a_rounded_price() -> None:
    bill = build(Invoice, {"quantity": 3, "subtotal": Decimal(100)})
    assert bill.unit_price == Decimal("33.33")


@pytest.mark.parametrize("year", [1999, 2020, 2040])
@pytest.mark.parametrize("name", Row.model_fields)
def test_a_fixed_stage_keeps_the_order(name: str, year: int) -> None:
    moments = list(build(Row, {name: utc(year, 6, 1)}).__dict__.values())
    assert moments == sorted(moments)


def test_stages_between_two_fixed_ones_are_between_them() -> None:
    fixed = {"created_at": utc(2024, 1, 1), "deleted_at": utc(2024, 1, 1, 0, 1)}
    moments = list(build(Row, fixed).__dict__.values())
    assert moments == sorted(moments)


def test_a_record_that_was_created_long_ago_ends_before_the_present() -> None:
    assert build(Row, {"created_at": utc(2001, 1, 1)}).deleted_at < utc(2026, 1, 1)


@pytest.mark.parametrize("name", ["start_time", "end_time", "start_date", "end_date"])
@pytest.mark.parametrize("year", [1999, 2040])
def test_a_fixed_end_of_a_period_keeps_the_order(name: str, year: int) -> None:
    meeting = build(Meeting, {name: utc(year, 6, 1)})
    assert meeting.created_at <= meeting.start_time <= meeting.end_time
    assert meeting.start_date <= meeting.end_date


def test_a_fixed_title_gives_the_slug_and_a_slug_the_title() -> None:
    assert build(Page, {"title": "Hello World"}).slug == "hello-world"
    assert build(Page, {"slug": "hello-world"}).title == "Hello world"


def test_a_fixed_domain_is_that_of_the_company() -> None:
    company = build(Company, {"domain": "rockets.io", "name": "Rocket Lab"})
    assert (company.name, str(company.website)) == ("Rocket Lab", "https://rockets.io/")
    assert company.email.endswith("@rockets.io")
    assert type(company.name) is str


# Statuses


class Article(BaseModel):
    status: Literal["draft", "published", "archived", "odd"] = "published"
    created_at: dt.datetime
    published_at: dt.datetime | None
    archived_at: dt.datetime | None
    updated_at: dt.datetime


@pytest.mark.parametrize(
    ("status", "is_published", "may_be_archived"),
    [("draft", False, False), ("published", True, False), ("odd", True, False)],
)
def test_a_fixed_status_leaves_later_moments_out(
    status: str, is_published: bool, may_be_archived: bool
) -> None:
    config = GenerationConfig(fill="all", p_none=0)
    article = build_instance(Article, config, "key", overrides={"status": status})
    assert (article.published_at is not None) == is_published
    assert (article.archived_at is not None) == may_be_archived
    assert article.updated_at is not None


def test_a_default_status_leaves_later_moments_out() -> None:
    config = GenerationConfig(fill="all", p_none=0)
    article = build_instance(Article, config, "key")
    assert (article.status, article.archived_at) == ("published", None)
    assert article.published_at is not None


def test_a_moment_that_is_fixed_stays_whatever_the_status() -> None:
    moment = utc(2024, 1, 1)
    article = build(Article, {"status": "draft", "published_at": moment})
    assert article.published_at == moment
