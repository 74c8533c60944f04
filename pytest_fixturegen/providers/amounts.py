"""Amounts that add up: quantity × unit price = subtotal, × tax rate = tax, subtotal + tax = total.

Each amount is a view of the same three facts, so the amounts of a record agree whichever of them
its model has. Amounts are counted in the smallest unit of the currency; a field that is a whole
number counts whole units.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import Choice, Fact, FactView, Node
from pytest_fixturegen.providers import commerce, field_names
from pytest_fixturegen.providers.amount_pins import (
    QUANTITY_PIN,
    AmountFormula,
    make_amount_pin,
    make_near_price_pin,
    make_rate_pin,
)
from pytest_fixturegen.providers.fact_fields import (
    ProviderTable,
    build_table,
    format_fact_name,
    get_json_converter,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.place_facts import find_home_country
from pytest_fixturegen.providers.quantity import is_valid_number, make_price_lister
from pytest_fixturegen.providers.record_outline import list_name_words

NUMBER_KINDS = "int float decimal"

LINE_NOUNS = frozenset(
    "line item lineitem orderitem cartitem orderline invoiceline position entry row".split()
)
"""Nouns of models that are one line of a bill: tax is not in their total."""

QUANTITY_WEIGHTS = {1: 14, 2: 7, 3: 4, 4: 2, 5: 2, 6: 1, 8: 1, 10: 1, 12: 1}
"""How often each quantity is drawn, of 33: most people buy one."""

QUANTITIES = tuple(quantity for quantity, weight in QUANTITY_WEIGHTS.items() for _ in range(weight))

ZERO_DECIMAL_CURRENCIES = frozenset({"JPY", "KRW", "CLP", "VND", "ISK"})
"""Currencies without a smaller unit [ISO 4217]."""

RATE_PARTS = 10_000
"""Tax rates are counted in ten-thousandths."""

TAX_RATES = {
    "US": (0, 400, 600, 625, 700, 725, 825, 888),
    "DE": (1900, 1900, 1900, 700),
    "SE": (2500, 2500, 1200, 600),
    "JP": (1000, 1000, 1000, 800),
    "FR": (2000, 2000, 1000, 550),
    "GB": (2000, 2000, 500, 0),
    "ES": (2100, 2100, 1000, 400),
    "IT": (2200, 2200, 1000, 400),
    "NL": (2100, 2100, 900),
    "AU": (1000, 1000, 0),
    "CH": (810, 810, 260),
    "AT": (2000, 1000),
}
"""Sales tax rates by country, in ten-thousandths, common rates more than once."""

DEFAULT_TAX_RATES = (2000,)
"""The rates of the countries that :data:`TAX_RATES` does not list."""


def build_quantity_fact(owner: str) -> Fact:
    """Return the fact of how many units are bought."""
    return Fact(format_fact_name(owner, "quantity"), Choice(QUANTITIES, QUANTITIES))


def build_price_fact(owner: str) -> Fact:
    """Return the fact of the price of one unit, in the smallest unit of the currency."""
    prices = list_prices()
    return Fact(format_fact_name(owner, "unit_price"), Choice(prices, prices))


def list_tax_rates(context: FieldContext) -> tuple[int, ...]:
    """Return the tax rates of the locale's country, in ten-thousandths."""
    country = find_home_country(context.vocabulary).alpha2
    return TAX_RATES.get(country, DEFAULT_TAX_RATES)


def build_tax_rate_fact(context: FieldContext, owner: str) -> Fact:
    """Return the fact of the tax rate, in ten-thousandths."""
    rates = list_tax_rates(context)
    has_vat = not VAT_WORDS.isdisjoint(list_name_words(context.record))
    if has_vat:  # nobody writes a value added tax of nothing
        rates = tuple(filter(None, rates))
    return Fact(format_fact_name(owner, "tax_rate"), Choice(rates, rates))


VAT_WORDS = frozenset("vat gst insurance".split())
"""Words of records whose tax is not that of sales in shops."""


@lru_cache(maxsize=1)
def list_prices() -> tuple[int, ...]:
    """Return prices of things in a shop, in the smallest unit of the currency."""
    return tuple(make_price_lister(3, 900)())


def compute_subtotal(quantity: int, price: int) -> int:
    """Return the price of *quantity* units without tax."""
    return quantity * price


def compute_tax(
    quantity: int,
    price: int,
    rate: int,
) -> int:
    """Return the tax on the subtotal, rounded half up."""
    return (quantity * price * rate + RATE_PARTS // 2) // RATE_PARTS


def compute_total(
    quantity: int,
    price: int,
    rate: int,
) -> int:
    """Return the subtotal plus its tax."""
    return quantity * price + compute_tax(
        quantity,
        price,
        rate,
    )


def get_decimal_places(context: FieldContext) -> int:
    """Return how many decimal places the currency of the locale has: 0 or 2."""
    currency = find_home_country(context.vocabulary).currency
    return 0 if currency in ZERO_DECIMAL_CURRENCIES else 2


def counts_whole_units(context: FieldContext) -> bool:
    """Return whether the field is a whole number although the currency has cents."""
    return context.kind == "int" and get_decimal_places(context) == 2


def provide_money(
    formula: AmountFormula,
    context: FieldContext,
    *facts: Fact,
) -> Node | None:
    """Return a view of the amount that *formula* computes from *facts*.

    Return None if the constraints of the field may reject an amount: the least or the greatest one
    breaks them, or they ask for multiples of a number.
    """
    if context.constraints.multiple_of is not None:
        return None
    convert, to_decimal = find_converters(context.kind, get_decimal_places(context))
    in_whole_units = counts_whole_units(context)
    for pick in (min, max):  # every formula grows with each of its facts
        values = [
            _pick_fact_value(
                fact,
                pick,
                in_whole_units,
            )
            for fact in facts
        ]
        if not is_valid_number(to_decimal(formula(*values)), context.constraints):
            return None
    show = build_amount_formatter(
        formula,
        convert,
        len(facts),
        in_whole_units=in_whole_units,
    )
    places = get_decimal_places(context)
    pin = make_amount_pin(
        formula, places, in_whole_units=in_whole_units, is_tax=formula is compute_tax
    )
    return FactView(
        show,
        facts,
        get_json_converter(context.kind),
        pin,
    )


def _pick_fact_value(
    fact: Fact,
    pick: Callable[..., int],
    in_whole_units: bool,
) -> int:
    """Return the option of *fact* that *pick* (min or max) chooses.

    A unit price loses its cents if *in_whole_units*, as it does in the amount that is shown.
    """
    assert isinstance(fact.node, Choice)
    value = pick(fact.node.options)
    is_price = fact.name.endswith("unit_price")
    return value // 100 if in_whole_units and is_price else value


def find_converters(
    kind: str, places: int
) -> tuple[Callable[[int], Any], Callable[[int], Decimal]]:
    """Return what converts an amount with *places* decimal places to *kind*, and to Decimal."""
    if kind == "int":
        return int, Decimal
    to_decimal = Decimal if places == 0 else _cents_to_decimal
    if kind == "decimal":
        return to_decimal, to_decimal
    return (float if places == 0 else _cents_to_float), to_decimal


def _cents_to_decimal(amount: int) -> Decimal:
    return Decimal(amount).scaleb(-2)


def _cents_to_float(amount: int) -> float:
    return float(amount / 100)


def build_amount_formatter(
    formula: AmountFormula,
    convert: Callable[[int], Any],
    fact_count: int,
    *,
    in_whole_units: bool,
) -> Callable[..., Any]:
    """Return the ``show`` function of a view of *fact_count* facts.

    Each count has its own lambda: measured, that is twice as fast as passing on ``*facts``.
    """
    unit = 100 if in_whole_units else 1
    if fact_count == 1:
        converted = ConvertedValues(lambda price: convert(_floor(price, unit)))
        converted.update({price: convert(price // unit) for price in list_prices()})
        return lambda word, price: converted[price]
    if fact_count == 2 and unit == 1:
        return lambda word, quantity, price: convert(formula(quantity, price))
    if fact_count == 2:
        return lambda word, quantity, price: convert(formula(quantity, price // unit))
    if unit == 1:
        return lambda word, quantity, price, rate: convert(
            formula(
                quantity,
                price,
                rate,
            )
        )
    return lambda word, quantity, price, rate: convert(
        formula(
            quantity,
            price // unit,
            rate,
        )
    )


def _floor(amount: Any, unit: int) -> Any:
    """Return *amount* in whole units; unchanged if the unit is one of the smallest."""
    return amount if unit == 1 else amount // unit


class ConvertedValues(dict[Any, Any]):
    """Values of a fact in the kind of a field; *convert* makes those that the user fixes."""

    def __init__(self, convert: Callable[[Any], Any]) -> None:
        super().__init__()
        self._convert = convert

    def __missing__(self, value: Any) -> Any:
        """Return *value*, which is none of the usual ones, in the kind of the field."""
        return self._convert(value)


def are_valid_numbers(numbers: list[Any], context: FieldContext) -> bool:
    """Return whether the field accepts all of *numbers*."""
    return all(is_valid_number(number, context.constraints) for number in numbers)


def provide_quantity(context: FieldContext, owner: str) -> Node | None:
    """Return a node of quantities from 1 to 12, one most often."""
    if context.is_item or not are_valid_numbers([*QUANTITIES], context):
        return commerce.provide_quantity(context, owner)
    convert = {"int": int, "float": float, "decimal": Decimal}[context.kind]
    converted = ConvertedValues(convert)
    converted.update({quantity: convert(quantity) for quantity in QUANTITIES})
    return FactView(
        lambda word, quantity: converted[quantity],
        (build_quantity_fact(owner),),
        get_json_converter(context.kind),
        QUANTITY_PIN,
    )


def provide_price(context: FieldContext, owner: str) -> Node | None:
    """Return a node of prices of one unit.

    It shows the price of the record, unless it fills a list or the field may refuse that price.
    """
    if context.is_item:
        return commerce.provide_price(context, owner)
    node = provide_money(
        int,
        context,
        build_price_fact(owner),
    )
    return node or commerce.provide_price(context, owner)


def provide_near_price(
    low: int,
    high: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return a node of *low* to *high* hundredths of the price: a cost, or a price on sale."""
    if context.is_item or not _is_valid_price_part(
        low,
        high,
        context,
        owner,
    ):
        return provide_price(context, owner)
    convert, _ = find_converters(context.kind, get_decimal_places(context))
    unit = 100 if counts_whole_units(context) else 1
    span = high - low + 1

    def show_near_price(word: int, price: int) -> Any:
        percent = low + (word >> 16) % span
        return convert(price // unit * percent // 100)

    pin = make_near_price_pin(
        low,
        high,
        get_decimal_places(context),
    )
    facts = (build_price_fact(owner),)
    return FactView(
        show_near_price,
        facts,
        get_json_converter(context.kind),
        pin,
    )


def _is_valid_price_part(
    low: int,
    high: int,
    context: FieldContext,
    owner: str,
) -> bool:
    """Return whether the field accepts both *low* and *high* percent of every price.

    The percentages between them give amounts between these two, which need no check.
    """
    fact = build_price_fact(owner)
    return all(
        provide_money(
            partial(_compute_price_part, percent),
            context,
            fact,
        )
        for percent in (low, high)
    )


def _compute_price_part(percent: int, price: int) -> int:
    return price * percent // 100


def provide_subtotal(context: FieldContext, owner: str) -> Node | None:
    """Return a node of quantity times price."""
    facts = build_quantity_fact(owner), build_price_fact(owner)
    node = (
        None
        if context.is_item
        else provide_money(
            compute_subtotal,
            context,
            *facts,
        )
    )
    return node or commerce.provide_amount(context, owner)


def provide_taxed_amount(
    formula: AmountFormula,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return a node of an amount whose *formula* takes quantity, price and tax rate."""
    facts = build_quantity_fact(owner), build_price_fact(owner), build_tax_rate_fact(context, owner)
    node = (
        None
        if context.is_item
        else provide_money(
            formula,
            context,
            *facts,
        )
    )
    return node or commerce.provide_amount(context, owner)


def provide_total(context: FieldContext, owner: str) -> Node | None:
    """Return a node of the subtotal plus tax; of the subtotal for a line without a tax."""
    is_line = field_names.find_noun(context.model) in LINE_NOUNS
    if is_line and not context.record.has(
        "tax",
        "tax_amount",
        "vat",
        "vat_amount",
    ):
        return provide_subtotal(context, owner)
    return provide_taxed_amount(
        compute_total,
        context,
        owner,
    )


def provide_model_amount(context: FieldContext, owner: str) -> Node | None:
    """Return a node of any amount; of the subtotal if the model is a line of a bill."""
    if field_names.find_noun(context.model) in LINE_NOUNS:
        return provide_subtotal(context, owner)
    return commerce.provide_amount(context, owner)


def provide_tax_rate(context: FieldContext, owner: str) -> Node | None:
    """Return a node of the tax rate: a share of one, or a percentage if the name says so.

    A whole number is a percentage from 0 to 30 that does not depend on the country.
    """
    is_whole = not any(rate % 100 for rate in list_tax_rates(context))
    if context.kind == "int" and not is_whole:
        return commerce.provide_rate(context, owner)
    is_percentage = "perc" in context.name or context.kind == "int"
    divisor = 100 if is_percentage else RATE_PARTS
    shown: dict[int, Any] = {
        rate: Decimal(f"{rate / divisor:g}") for rate in list_tax_rates(context)
    }
    if not are_valid_numbers([*shown.values()], context):
        return commerce.provide_rate(context, owner)
    convert = {"int": int, "float": float}.get(context.kind, Decimal)
    converted = ConvertedValues(lambda rate: convert(round(rate / divisor, 4)))
    converted.update({rate: convert(value) for rate, value in shown.items()})
    return FactView(
        lambda word, rate: converted[rate],
        (build_tax_rate_fact(context, owner),),
        get_json_converter(context.kind),
        make_rate_pin(divisor),
    )


NAMES: ProviderTable = build_table(
    ("quantity qty", NUMBER_KINDS, provide_quantity),
    ("price unit_price selling_price retail_price price_per_unit", NUMBER_KINDS, provide_price),
    (
        "cost unit_cost purchase_price cost_price wholesale_price",
        NUMBER_KINDS,
        partial(
            provide_near_price,
            40,
            75,
        ),
    ),
    (
        "sale_price discounted_price special_price offer_price",
        NUMBER_KINDS,
        partial(
            provide_near_price,
            60,
            95,
        ),
    ),
    (
        "line_total total_price total_cost price_total line_amount item_total extended_price",
        NUMBER_KINDS,
        provide_subtotal,
    ),
    (
        "subtotal sub_total net net_amount net_total total_net total_before_tax",
        NUMBER_KINDS,
        provide_subtotal,
    ),
    (
        "tax tax_amount vat_amount tax_total vat total_tax",
        NUMBER_KINDS,
        partial(provide_taxed_amount, compute_tax),
    ),
    (
        "total grand_total total_amount invoice_total order_total cart_total amount_due",
        NUMBER_KINDS,
        provide_total,
    ),
    (
        "gross gross_amount total_gross gross_total amount_with_tax total_with_tax price_with_tax",
        NUMBER_KINDS,
        partial(provide_taxed_amount, compute_total),
    ),
    ("amount", NUMBER_KINDS, provide_model_amount),
    ("tax_rate vat_rate tax_percent vat_percent tax_percentage", NUMBER_KINDS, provide_tax_rate),
)
"""Names of fields and kinds of value, with the provider of each pair."""
