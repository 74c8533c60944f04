"""Trade: prices look like prices, and keep their bounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import Field

from tests.providers.samples import model, records


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


def test_a_price_has_no_more_digits_than_it_may():
    records(
        model(
            price=Annotated[Decimal, Field(max_digits=4, decimal_places=2)],
            tax=Annotated[Decimal, Field(decimal_places=0)],
        )
    )


def test_a_share_is_one_of_a_hundred_or_of_one():
    for record in records(
        model(score=Annotated[float, Field(ge=0, le=1)], progress=float, tax_rate=float)
    ):
        assert 0 <= record["score"] <= 1
        assert 0 <= record["progress"] <= 100
        assert 0 <= record["tax_rate"] <= 0.25


def test_what_a_record_sells_has_one_title():
    for record in records(model("LineItem", title=str, product_name=str, name=str)):
        assert record["title"] == record["product_name"] == record["name"]


def test_a_company_is_called_the_same_throughout():
    for record in records(model("Company", name=str, legal_name=str)):
        assert record["name"] == record["legal_name"]


@pytest.mark.parametrize(
    ("locale", "like"), [("de_DE", "GmbH"), ("sv_SE", "AB"), ("ja_JP", "株式会社")]
)
def test_companies_are_of_the_locale(locale, like):
    assert any(like in record["company"] for record in records(model(company=str), locale=locale))


def test_a_status_is_one_that_things_of_the_model_have():
    assert {record["status"] for record in records(model("Invoice", status=str))} <= {
        "paid",
        "pending",
        "failed",
        "refunded",
    }
    assert "shipped" in {record["status"] for record in records(model("Order", status=str))}
