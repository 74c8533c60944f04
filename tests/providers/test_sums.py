"""Sums add up, whichever of their parts a model has."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated

import pytest
from pydantic import Field

from tests.providers.samples import model, records

LOCALES = ["en_US", "de_DE", "ja_JP"]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("type_", [Decimal, int])
def test_a_line_costs_its_quantity_times_its_price(type_, locale):
    line = model(
        "OrderLine",
        quantity=Annotated[int, Field(ge=1, le=20)],
        unit_price=type_,
        line_total=type_,
        total=type_,
    )
    for record in records(line, locale=locale):
        worth = record["quantity"] * Decimal(record["unit_price"])
        assert worth == Decimal(record["line_total"]) == Decimal(record["total"])


@pytest.mark.parametrize("locale", LOCALES)
def test_an_invoice_is_its_subtotal_and_its_tax(locale):
    bill = model(
        "Invoice",
        subtotal=Decimal,
        tax_rate=Decimal,
        tax=Decimal,
        total=Decimal,
        gross_amount=Decimal,
    )
    cent = Decimal("0.01") if locale != "ja_JP" else Decimal(1)
    for record in records(bill, locale=locale):
        said = {name: Decimal(value) for name, value in record.items()}
        assert said["subtotal"] + said["tax"] == said["total"] == said["gross_amount"]
        assert said["tax"] == (said["subtotal"] * said["tax_rate"]).quantize(cent, ROUND_HALF_UP)


def test_floats_add_up_to_the_cent():
    for record in records(
        model("Order", quantity=int, price=float, subtotal=float, tax=float, total=float)
    ):
        assert round(record["quantity"] * record["price"], 2) == record["subtotal"]
        assert round(record["subtotal"] + record["tax"], 2) == record["total"]


def test_a_thing_costs_its_shop_less_than_its_customers():
    for record in records(model("Product", price=Decimal, cost=Decimal, sale_price=Decimal)):
        assert Decimal(record["cost"]) < Decimal(record["sale_price"]) * 2
        assert Decimal(record["sale_price"]) < Decimal(record["price"])
        assert Decimal(record["cost"]) < Decimal(record["price"])


def test_yen_have_no_cents():
    assert all(
        "." not in record["price"] for record in records(model(price=Decimal), locale="ja_JP")
    )


def test_most_people_buy_one():
    bought = [record["quantity"] for record in records(model(quantity=int), 1000)]
    assert bought.count(1) > 300
    assert max(bought) == 12


@pytest.mark.parametrize("rules", [{"le": 50}, {"ge": 1000}, {"multiple_of": 5}, {"lt": 0}])
def test_a_sum_keeps_its_bounds_before_it_adds_up(rules):
    whole = Annotated[int, Field(**rules)]
    records(
        model(
            "Order",
            total=whole,
            subtotal=whole,
            tax=whole,
            price=whole,
            cost=whole,
            quantity=whole,
            tax_rate=whole,
        )
    )


def test_a_part_says_the_same_without_the_others():
    alone = [record["total"] for record in records(model("Order", total=Decimal))]
    assert alone == [
        record["total"]
        for record in records(model("Order", tax=Decimal, total=Decimal, quantity=int))
    ]


def test_the_least_price_is_no_more_than_the_greatest():
    for record in records(
        model("Filter", min_price=Decimal, max_price=Decimal, price_from=float, price_to=float)
    ):
        assert Decimal(record["min_price"]) <= Decimal(record["max_price"])
        assert record["price_from"] <= record["price_to"]
