"""Amounts add up, whichever of their parts a model has."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated

import pytest
from pydantic import Field

from pytest_fixturegen.providers import amounts
from tests.providers.samples import draw_values, field, model, records

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
        amount = {name: Decimal(value) for name, value in record.items()}
        assert amount["subtotal"] + amount["tax"] == amount["total"] == amount["gross_amount"]
        assert amount["tax"] == (amount["subtotal"] * amount["tax_rate"]).quantize(
            cent, ROUND_HALF_UP
        )


def test_floats_add_up_to_the_cent():
    for record in records(
        model("Order", quantity=int, price=float, subtotal=float, tax=float, total=float)
    ):
        assert round(record["quantity"] * record["price"], 2) == record["subtotal"]
        assert round(record["subtotal"] + record["tax"], 2) == record["total"]


def test_cost_and_sale_price_are_below_the_price():
    for record in records(model("Product", price=Decimal, cost=Decimal, sale_price=Decimal)):
        assert Decimal(record["cost"]) < Decimal(record["sale_price"]) * 2
        assert Decimal(record["sale_price"]) < Decimal(record["price"])
        assert Decimal(record["cost"]) < Decimal(record["price"])
        price = Decimal(record["price"])
        assert price * 40 // 1 / 100 - 1 <= Decimal(record["cost"]) <= price * 75 / 100
        assert price * 60 // 1 / 100 - 1 <= Decimal(record["sale_price"]) <= price * 95 / 100


def test_yen_amounts_are_whole_numbers():
    assert all(
        "." not in record["price"] for record in records(model(price=Decimal), locale="ja_JP")
    )


def test_one_is_the_most_common_quantity():
    bought = [record["quantity"] for record in records(model(quantity=int), 1000)]
    assert bought.count(1) > 300
    assert max(bought) == 12


@pytest.mark.parametrize("rules", [{"le": 50}, {"ge": 1000}, {"multiple_of": 5}, {"lt": 0}])
def test_bounds_take_precedence_over_agreement(rules):
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


def test_a_total_does_not_depend_on_the_other_fields():
    alone = [record["total"] for record in records(model("Order", total=Decimal))]
    assert alone == [
        record["total"]
        for record in records(model("Order", tax=Decimal, total=Decimal, quantity=int))
    ]


def test_a_lower_price_limit_is_at_most_the_upper_one():
    for record in records(
        model("Filter", min_price=Decimal, max_price=Decimal, price_from=float, price_to=float)
    ):
        assert Decimal(record["min_price"]) <= Decimal(record["max_price"])
        assert record["price_from"] <= record["price_to"]


@pytest.mark.parametrize(
    ("rate", "tax"), [(0, 0), (1900, 57), (2500, 75), (825, 25), (50, 2), (49, 1)]
)
def test_tax_is_rounded_half_up(rate, tax):
    assert amounts.compute_tax(3, 100, rate) == tax
    assert amounts.compute_total(3, 100, rate) == 300 + tax
    assert amounts.compute_subtotal(3, 100) == 300


def test_prices_are_between_three_and_nine_hundred():
    prices = amounts.list_prices()
    assert 300 <= min(prices) < 400
    assert 90_000 <= max(prices) < 90_100


def test_quantities_are_whole_numbers_up_to_a_dozen():
    quantities = draw_values(amounts.provide_quantity(field("quantity", "int"), ""), 500)
    assert set(quantities) == {1, 2, 3, 4, 5, 6, 8, 10, 12}
    assert amounts.QUANTITIES.count(1) == 14
    assert len(amounts.QUANTITIES) == 33


@pytest.mark.parametrize(
    ("locale", "rates"),
    [
        ("de_DE", {"0.19", "0.07"}),
        ("sv_SE", {"0.25", "0.12", "0.06"}),
        ("ja_JP", {"0.1", "0.08"}),
        ("pl_PL", {"0.2"}),
    ],
)
def test_tax_rates_are_those_of_the_country(locale, rates):
    context = field("tax_rate", "decimal", locale)
    drawn = draw_values(amounts.provide_tax_rate(context, ""))
    assert {str(rate) for rate in drawn} == rates


def test_a_tax_percentage_is_a_hundred_times_the_rate():
    context = field("tax_percent", "float", "de_DE")
    assert set(draw_values(amounts.provide_tax_rate(context, ""))) == {19.0, 7.0}


def test_a_whole_tax_rate_is_a_percentage_up_to_thirty():
    rates = draw_values(amounts.provide_tax_rate(field("tax_rate", "int"), ""), 500)
    assert (min(rates), max(rates)) == (0, 30)


@pytest.mark.parametrize("rules", [{"le": 500}, {"ge": 4}, {"multiple_of": 1}])
def test_no_amount_is_computed_if_the_field_may_reject_it(rules):
    price = amounts.build_price_fact("")
    assert amounts.provide_money(int, field("price", "decimal", **rules), price) is None
    assert amounts.provide_money(int, field("price", "decimal", ge=3), price) is not None


@pytest.mark.parametrize(("kind", "price"), [("int", 12), ("float", 12.34), ("decimal", "12.34")])
def test_an_amount_is_converted_to_the_kind_of_its_field(kind, price):
    convert, to_decimal = amounts.find_converters(kind, 2)
    value = 12 if kind == "int" else 1234
    assert convert(value) == (Decimal(price) if kind == "decimal" else price)
    assert to_decimal(value) == Decimal(str(price))
