"""Trade: prices look like prices, and numbers keep their ranges and bounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import Field

from pytest_fixturegen.providers import commerce
from tests.providers.samples import draw_values, field, model, records


def test_small_prices_are_more_common_than_large_ones():
    prices = sorted(float(record["price"]) for record in records(model(price=Decimal), 1000))
    assert prices[500] < sum(prices) / 1000
    assert sum(f"{price:.2f}".endswith("9") for price in prices) > 400


@pytest.mark.parametrize("type_", [Decimal, float, int])
@pytest.mark.parametrize(
    "rules",
    [{"gt": 0}, {"ge": 100, "le": 5000}, {"le": 50}, {"ge": 10_000}, {"lt": 0}, {"multiple_of": 5}],
)
def test_a_price_keeps_its_bounds(type_, rules):
    records(model(price=Annotated[type_, Field(**rules)], total=Annotated[type_, Field(**rules)]))


def test_a_price_keeps_its_number_of_digits():
    records(
        model(
            price=Annotated[Decimal, Field(max_digits=4, decimal_places=2)],
            tax=Annotated[Decimal, Field(decimal_places=0)],
        )
    )


def test_a_percentage_is_a_share_of_one_if_the_bound_says_so():
    for record in records(
        model(score=Annotated[float, Field(ge=0, le=1)], progress=float, tax_rate=float)
    ):
        assert 0 <= record["score"] <= 1
        assert 0 <= record["progress"] <= 100
        assert 0 <= record["tax_rate"] <= 0.25


def test_the_names_of_a_product_agree():
    for record in records(model("LineItem", title=str, product_name=str, name=str)):
        assert record["title"] == record["product_name"] == record["name"]


def test_the_names_of_a_company_agree():
    for record in records(model("Company", name=str, legal_name=str)):
        assert record["name"] == record["legal_name"]


@pytest.mark.parametrize(
    ("locale", "like"), [("de_DE", "GmbH"), ("sv_SE", "AB"), ("ja_JP", "株式会社")]
)
def test_company_names_have_the_legal_forms_of_the_locale(locale, like):
    assert any(like in record["company"] for record in records(model(company=str), locale=locale))


def test_statuses_are_those_of_the_model():
    assert {record["status"] for record in records(model("Invoice", status=str))} <= {
        "draft",
        "sent",
        "paid",
        "overdue",
        "cancelled",
    }
    assert "shipped" in {record["status"] for record in records(model("Order", status=str))}


@pytest.mark.parametrize(
    ("name", "lowest", "highest"),
    [
        ("list_price", 3, 901),
        ("fee", 2, 41),
        ("balance", 5, 20_001),
        ("salary", 28_000, 180_000),
        ("hourly_rate", 15, 181),
        ("percent", 0, 100),
        ("ratio", 0, 1),
        ("exchange_rate", 0.2, 9),
        ("rating", 1, 5),
        ("weight", 0.1, 90),
        ("width", 1, 240),
        ("distance", 0.5, 900),
        ("odometer", 900, 190_000),
        ("area", 8, 400),
        ("speed", 0, 140),
        ("temperature", -12, 38),
        ("pressure", 980, 1040),
        ("voltage", 3, 13),
        ("altitude", 1, 3200),
        ("duration", 20, 7200),
        ("latency_ms", 3, 4000),
        ("minutes", 5, 240),
        ("hours", 1, 60),
    ],
)
def test_numbers_fill_the_range_of_what_they_measure(name, lowest, highest):
    numbers = draw_values(commerce.NAMES[name, "float"](field(name, "float"), ""), 4000)
    slack = (highest - lowest) * 0.03
    assert lowest <= min(numbers) <= lowest + slack
    assert highest - slack <= max(numbers) <= highest


@pytest.mark.parametrize(
    ("name", "lowest", "highest"),
    [
        ("quantity", 1, 60),
        ("count", 1, 60),
        ("stock", 1, 900),
        ("views", 1, 50_000),
        ("discount", 0, 50),
        ("rating", 1, 5),
        ("level", 1, 5),
        ("position", 1, 40),
        ("bedrooms", 1, 5),
        ("file_size", 800, 40_000_000),
        ("page_count", 12, 900),
        ("word_count", 120, 9000),
        ("years_experience", 1, 35),
        ("employees", 3, 9000),
    ],
)
def test_whole_numbers_fill_the_range_of_what_they_count(name, lowest, highest):
    provide = commerce.NAMES.get((name, "int"), commerce.provide_quantity)
    numbers = draw_values(provide(field(name, "int"), ""), 4000)
    assert {type(number) for number in numbers} == {int}
    assert (min(numbers), max(numbers)) == (lowest, highest)


def test_salaries_are_in_hundreds():
    salaries = draw_values(commerce.provide_salary(field("salary", "int"), ""))
    assert all(salary % 100 == 0 for salary in salaries)


def test_good_ratings_are_more_common_than_bad_ones():
    ratings = draw_values(commerce.provide_rating(field("rating", "int"), ""), 2000)
    assert ratings.count(1) < ratings.count(3) < ratings.count(5)
    fractions = draw_values(commerce.provide_rating(field("rating", "float"), ""), 2000)
    assert sum(rating > 3 for rating in fractions) > 1050


@pytest.mark.parametrize("owner", ["company", "organization", ""])
def test_a_company_of_the_record_is_one_company(owner):
    own = draw_values(commerce.provide_company(field("name"), ""))
    assert draw_values(commerce.provide_company(field("name"), owner)) == own


def test_a_vendor_is_another_company():
    for record in records(model("Order", company=str, vendor_name=str, supplier=str), 20):
        assert len(set(record.values())) == 3


def test_a_short_field_gets_a_product_without_its_material():
    things = {record["product"] for record in records(model(product=str), 200)}
    short = draw_values(commerce.provide_product(field("product", max_length=15), ""))
    assert all(len(thing) <= 15 for thing in short)
    assert any(thing.endswith(f" {short_thing}") for thing in things for short_thing in short)
