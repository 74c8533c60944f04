"""Sums that add up: quantity × unit price = subtotal, subtotal × tax rate = tax, subtotal + tax = total.

Each of them is a view of the same three facts, so it is right whichever of the others its model has. Amounts are counted
in the smallest unit of the currency; where the field is a whole number, in whole units.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import Choice, Fact, FactView, Node
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_table,
    format_fact_name,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.place_facts import find_home_country
from pytest_fixturegen.providers.quantity import (
    is_valid_number,
    make_evenly_spaced,
    make_log_spaced,
    make_number_provider,
    make_price_lister,
)

NUMBER_KINDS = "int float decimal"

LINE_NOUNS = frozenset(
    "line item lineitem orderitem cartitem orderline invoiceline position entry row".split()
)
"""Nouns of models that are one line of a bill: tax is not in their total."""

QUANTITIES = (*[1] * 14, *[2] * 7, *[3] * 4, *[4] * 2, 5, 5, 6, 8, 10, 12)
ZERO_DECIMAL_CURRENCIES = frozenset({"JPY", "KRW", "CLP", "VND", "ISK"})
"""Currencies without a smaller unit [ISO 4217]."""

RATE_PARTS = 10_000
"""Parts of one that a rate is counted in."""

TAX_RATES = {
    "US": (0, 400, 600, 625, 700, 725, 825, 888), "DE": (1900, 1900, 1900, 700), "SE": (2500, 2500, 1200, 600),
    "JP": (1000, 1000, 1000, 800), "FR": (2000, 2000, 1000, 550), "GB": (2000, 2000, 500, 0), "ES": (2100, 2100, 1000, 400),
    "IT": (2200, 2200, 1000, 400), "NL": (2100, 2100, 900), "AU": (1000, 1000, 0), "CH": (810, 810, 260), "AT": (2000, 1000),
}  # fmt: skip
"""What countries tax sales with; of those that are missing, a fifth."""


def build_quantity_fact(owner: str) -> Fact:
    """How many."""
    return Fact(format_fact_name(owner, "quantity"), Choice(QUANTITIES, QUANTITIES))


def build_price_fact(owner: str) -> Fact:
    """What one costs."""
    found = list_prices()
    return Fact(format_fact_name(owner, "unit_price"), Choice(found, found))


def build_tax_rate_fact(context: FieldContext, owner: str) -> Fact:
    """Which part of it is added for the state."""
    found = TAX_RATES.get(find_home_country(context.vocabulary).alpha2, (2000,))
    return Fact(format_fact_name(owner, "tax_rate"), Choice(found, found))


@lru_cache(maxsize=1)
def list_prices() -> tuple[int, ...]:
    """Prices of things in a shop."""
    return tuple(make_price_lister(3, 900)())


AmountFormula = Callable[..., int]


def compute_subtotal(quantity: int, price: int) -> int:
    """What so many cost."""
    return quantity * price


def compute_tax(quantity: int, price: int, rate: int) -> int:
    """The tax on that, rounded half up."""
    return (quantity * price * rate + RATE_PARTS // 2) // RATE_PARTS


def compute_total(quantity: int, price: int, rate: int) -> int:
    """Both together."""
    return quantity * price + compute_tax(quantity, price, rate)


def provide_money(formula: AmountFormula, context: FieldContext, *facts: Fact) -> Node | None:
    """A view of an amount that *tell* tells of the *facts*; None where the rules may refuse one."""
    places = 0 if find_home_country(context.vocabulary).currency in ZERO_DECIMAL_CURRENCIES else 2
    write, exact = find_converters(context.kind, places)
    options = [fact.node.options for fact in facts if isinstance(fact.node, Choice)]
    whole = context.kind == "int" and places == 2
    found = [
        formula(
            *(to_units(end(each), whole, fact) for each, fact in zip(options, facts, strict=True))
        )
        for end in (min, max)
    ]
    if context.constraints.multiple_of is not None or not all(
        is_valid_number(exact(one), context.constraints) for one in found
    ):
        return None
    return FactView(
        build_amount_formatter(formula, write, len(facts), in_whole_units=whole),
        facts,
        str if context.kind == "decimal" else None,
    )


def to_units(value: int, in_whole_units: bool, fact: Fact) -> int:
    """A price in whole units where these are asked for."""
    return value // 100 if in_whole_units and fact.name.endswith("unit_price") else value


def find_converters(
    kind: str, places: int
) -> tuple[Callable[[int], Any], Callable[[int], Decimal]]:
    """How an amount is written in a *kind* of number, and as a Decimal."""
    if kind == "int":
        return int, Decimal
    exact = Decimal if places == 0 else _cents_to_decimal
    if kind == "float":
        return (float if places == 0 else _cents_to_float), exact
    return exact, exact


def _cents_to_decimal(amount: int) -> Decimal:
    return Decimal(amount).scaleb(-2)


def _cents_to_float(amount: int) -> float:
    return amount / 100


def build_amount_formatter(
    formula: AmountFormula, convert: Callable[[int], Any], fact_count: int, *, in_whole_units: bool
) -> Callable[..., Any]:
    """How a view shows *count* facts; each has a lambda of its own, which is twice as fast as to pass on any number."""
    unit = 100 if in_whole_units else 1
    if fact_count == 1:
        written = {price: convert(price // unit) for price in list_prices()}
        return lambda word, price: written[price]
    if fact_count == 2:
        return lambda word, quantity, price: convert(formula(quantity, price // unit))
    return lambda word, quantity, price, rate: convert(formula(quantity, price // unit, rate))


def provide_quantity(context: FieldContext, owner: str) -> Node | None:
    """How many: one most often."""
    if context.is_item or not all(
        is_valid_number(each, context.constraints) for each in QUANTITIES
    ):
        return make_number_provider(make_log_spaced(1, 60))(context, owner)
    convert = {"int": int, "float": float, "decimal": Decimal}[context.kind]
    written = {each: convert(each) for each in QUANTITIES}
    return FactView(
        lambda word, many: written[many],
        (build_quantity_fact(owner),),
        str if context.kind == "decimal" else None,
    )


def provide_price(context: FieldContext, owner: str) -> Node | None:
    """What one costs."""
    node = None if context.is_item else provide_money(int, context, build_price_fact(owner))
    return node or make_number_provider(make_price_lister(3, 900), 2)(context, owner)


def provide_near_price(low: int, high: int, context: FieldContext, owner: str) -> Node | None:
    """*low* to *high* hundredths of the price: what it is bought for, or was sold for before."""
    ends = (
        provide_money(partial(_compute_price_part, part), context, build_price_fact(owner))
        for part in (low, high)
    )
    if context.is_item or not all(ends):
        return provide_price(context, owner)
    whole = (
        context.kind == "int"
        and find_home_country(context.vocabulary).currency not in ZERO_DECIMAL_CURRENCIES
    )
    write, _ = find_converters(
        context.kind,
        0 if find_home_country(context.vocabulary).currency in ZERO_DECIMAL_CURRENCIES else 2,
    )
    unit, span = 100 if whole else 1, high - low + 1

    def show_near_price(word: int, price: int) -> Any:
        return write(price // unit * (low + (word >> 16) % span) // 100)

    return FactView(
        show_near_price, (build_price_fact(owner),), str if context.kind == "decimal" else None
    )


def _compute_price_part(percent: int, price: int) -> int:
    return price * percent // 100


def provide_subtotal(context: FieldContext, owner: str) -> Node | None:
    """Quantity times price."""
    node = (
        None
        if context.is_item
        else provide_money(
            compute_subtotal, context, build_quantity_fact(owner), build_price_fact(owner)
        )
    )
    return node or provide_amount(context, owner)


def provide_taxed_amount(formula: AmountFormula, context: FieldContext, owner: str) -> Node | None:
    """What depends on the rate too."""
    facts = build_quantity_fact(owner), build_price_fact(owner), build_tax_rate_fact(context, owner)
    node = None if context.is_item else provide_money(formula, context, *facts)
    return node or provide_amount(context, owner)


def provide_total(context: FieldContext, owner: str) -> Node | None:
    """Subtotal and tax; of a line, the subtotal."""
    if field_names.find_noun(context.model) in LINE_NOUNS:
        return provide_subtotal(context, owner)
    return provide_taxed_amount(compute_total, context, owner)


def provide_model_amount(context: FieldContext, owner: str) -> Node | None:
    """An amount that the name tells nothing of; of a line, the subtotal."""
    return (
        provide_subtotal if field_names.find_noun(context.model) in LINE_NOUNS else provide_amount
    )(context, owner)


def provide_tax_rate(context: FieldContext, owner: str) -> Node | None:
    """The rate of the tax: a part of one, or percents where the field is a whole number or named so."""
    fact = build_tax_rate_fact(context, owner)
    assert isinstance(fact.node, Choice)
    percents = context.kind == "int" or "perc" in context.name
    exact = {
        each: Decimal(f"{each / (100 if percents else RATE_PARTS):g}") for each in fact.node.options
    }
    if context.kind == "int" or not all(
        is_valid_number(each, context.constraints) for each in exact.values()
    ):
        return (
            make_number_provider(make_evenly_spaced(0, 30))(context, owner)
            if context.kind == "int"
            else make_number_provider(range(0, 255, 5), 3)(context, owner)
        )
    written = (
        exact
        if context.kind == "decimal"
        else {each: float(value) for each, value in exact.items()}
    )
    return FactView(
        lambda word, each: written[each], (fact,), str if context.kind == "decimal" else None
    )


provide_amount: NamedProvider = make_number_provider(make_price_lister(5, 20_000), 2)

NAMES: ProviderTable = build_table(
    ("quantity qty", NUMBER_KINDS, provide_quantity),
    ("price unit_price selling_price retail_price price_per_unit", NUMBER_KINDS, provide_price),
    (
        "cost unit_cost purchase_price cost_price wholesale_price",
        NUMBER_KINDS,
        partial(provide_near_price, 40, 75),
    ),
    (
        "sale_price discounted_price special_price offer_price",
        NUMBER_KINDS,
        partial(provide_near_price, 60, 95),
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
    ("gross gross_amount total_gross gross_total", NUMBER_KINDS, provide_total),
    ("amount", NUMBER_KINDS, provide_model_amount),
    ("tax_rate vat_rate tax_percent vat_percent tax_percentage", NUMBER_KINDS, provide_tax_rate),
)
"""Names of fields and kinds of value, and who serves them."""
