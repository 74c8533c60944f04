"""Sums that add up: quantity × unit price = subtotal, subtotal × tax rate = tax, subtotal + tax = total.

Each of them is a view of the same three facts, so it is right whichever of the others its model has. Amounts are counted
in the smallest unit of the currency; where the field is a whole number, in whole units.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import Choice, Fact, Node, View
from pytest_fixturegen.providers import naming
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.place_facts import home
from pytest_fixturegen.providers.quantity import counted, even, keeps_number, prices, skewed
from pytest_fixturegen.providers.views import Named, Table, owned, table

NUMBERS = "int float decimal"

LINES = frozenset("line item lineitem orderitem cartitem orderline invoiceline position entry row".split())
"""Nouns of models that are one line of a bill: tax is not in their total."""

QUANTITIES = (*[1] * 14, *[2] * 7, *[3] * 4, *[4] * 2, 5, 5, 6, 8, 10, 12)
WHOLE = frozenset({"JPY", "KRW", "CLP", "VND", "ISK"})
"""Currencies without a smaller unit [ISO 4217]."""

PER = 10_000
"""Parts of one that a rate is counted in."""

RATES = {
    "US": (0, 400, 600, 625, 700, 725, 825, 888), "DE": (1900, 1900, 1900, 700), "SE": (2500, 2500, 1200, 600),
    "JP": (1000, 1000, 1000, 800), "FR": (2000, 2000, 1000, 550), "GB": (2000, 2000, 500, 0), "ES": (2100, 2100, 1000, 400),
    "IT": (2200, 2200, 1000, 400), "NL": (2100, 2100, 900), "AU": (1000, 1000, 0), "CH": (810, 810, 260), "AT": (2000, 1000),
}  # fmt: skip
"""What countries tax sales with; of those that are missing, a fifth."""


def quantity_fact(whose: str) -> Fact:
    """How many."""
    return Fact(owned(whose, "quantity"), Choice(QUANTITIES, QUANTITIES))


def price_fact(whose: str) -> Fact:
    """What one costs."""
    found = all_prices()
    return Fact(owned(whose, "unit_price"), Choice(found, found))


def rate_fact(ask: Ask, whose: str) -> Fact:
    """Which part of it is added for the state."""
    found = RATES.get(home(ask.words).alpha2, (2000,))
    return Fact(owned(whose, "tax_rate"), Choice(found, found))


@lru_cache(maxsize=1)
def all_prices() -> tuple[int, ...]:
    """Prices of things in a shop."""
    return tuple(prices(3, 900)())


Tell = Callable[..., int]


def subtotal_of(quantity: int, price: int) -> int:
    """What so many cost."""
    return quantity * price


def tax_of(quantity: int, price: int, rate: int) -> int:
    """The tax on that, rounded half up."""
    return (quantity * price * rate + PER // 2) // PER


def total_of(quantity: int, price: int, rate: int) -> int:
    """Both together."""
    return quantity * price + tax_of(quantity, price, rate)


def money(tell: Tell, ask: Ask, *facts: Fact) -> Node | None:
    """A view of an amount that *tell* tells of the *facts*; None where the rules may refuse one."""
    places = 0 if home(ask.words).currency in WHOLE else 2
    write, exact = writers(ask.kind, places)
    options = [fact.node.options for fact in facts if isinstance(fact.node, Choice)]
    whole = ask.kind == "int" and places == 2
    found = [tell(*(units(end(each), whole, fact) for each, fact in zip(options, facts, strict=True))) for end in (min, max)]
    if ask.rules.multiple_of is not None or not all(keeps_number(exact(one), ask.rules) for one in found):
        return None
    return View(shower(tell, write, len(facts), whole=whole), facts, str if ask.kind == "decimal" else None)


def units(value: int, whole: bool, fact: Fact) -> int:
    """A price in whole units where these are asked for."""
    return value // 100 if whole and fact.name.endswith("unit_price") else value


def writers(kind: str, places: int) -> tuple[Callable[[int], Any], Callable[[int], Decimal]]:
    """How an amount is written in a *kind* of number, and as a Decimal."""
    if kind == "int":
        return int, Decimal
    exact = Decimal if places == 0 else _cents
    if kind == "float":
        return (float if places == 0 else _hundredths), exact
    return exact, exact


def _cents(amount: int) -> Decimal:
    return Decimal(amount).scaleb(-2)


def _hundredths(amount: int) -> float:
    return amount / 100


def shower(tell: Tell, write: Callable[[int], Any], count: int, *, whole: bool) -> Callable[..., Any]:
    """How a view shows *count* facts; each has a lambda of its own, which is twice as fast as to pass on any number."""
    unit = 100 if whole else 1
    if count == 1:
        written = {price: write(price // unit) for price in all_prices()}
        return lambda word, price: written[price]
    if count == 2:
        return lambda word, quantity, price: write(tell(quantity, price // unit))
    return lambda word, quantity, price, rate: write(tell(quantity, price // unit, rate))


def quantity(ask: Ask, whose: str) -> Node | None:
    """How many: one most often."""
    if ask.several or not all(keeps_number(each, ask.rules) for each in QUANTITIES):
        return counted(skewed(1, 60))(ask, whose)
    convert = {"int": int, "float": float, "decimal": Decimal}[ask.kind]
    written = {each: convert(each) for each in QUANTITIES}
    return View(lambda word, many: written[many], (quantity_fact(whose),), str if ask.kind == "decimal" else None)


def price(ask: Ask, whose: str) -> Node | None:
    """What one costs."""
    node = None if ask.several else money(int, ask, price_fact(whose))
    return node or counted(prices(3, 900), 2)(ask, whose)


def near_price(low: int, high: int, ask: Ask, whose: str) -> Node | None:
    """*low* to *high* hundredths of the price: what it is bought for, or was sold for before."""
    ends = (money(partial(_part_of, part), ask, price_fact(whose)) for part in (low, high))
    if ask.several or not all(ends):
        return price(ask, whose)
    whole = ask.kind == "int" and home(ask.words).currency not in WHOLE
    write, _ = writers(ask.kind, 0 if home(ask.words).currency in WHOLE else 2)
    unit, span = 100 if whole else 1, high - low + 1

    def show(word: int, price: int) -> Any:
        return write(price // unit * (low + (word >> 16) % span) // 100)

    return View(show, (price_fact(whose),), str if ask.kind == "decimal" else None)


def _part_of(part: int, price: int) -> int:
    return price * part // 100


def subtotal(ask: Ask, whose: str) -> Node | None:
    """Quantity times price."""
    node = None if ask.several else money(subtotal_of, ask, quantity_fact(whose), price_fact(whose))
    return node or amount(ask, whose)


def with_rate(tell: Tell, ask: Ask, whose: str) -> Node | None:
    """What depends on the rate too."""
    facts = quantity_fact(whose), price_fact(whose), rate_fact(ask, whose)
    node = None if ask.several else money(tell, ask, *facts)
    return node or amount(ask, whose)


def total(ask: Ask, whose: str) -> Node | None:
    """Subtotal and tax; of a line, the subtotal."""
    if naming.noun_of(ask.model) in LINES:
        return subtotal(ask, whose)
    return with_rate(total_of, ask, whose)


def some_amount(ask: Ask, whose: str) -> Node | None:
    """An amount that the name tells nothing of; of a line, the subtotal."""
    return (subtotal if naming.noun_of(ask.model) in LINES else amount)(ask, whose)


def rate(ask: Ask, whose: str) -> Node | None:
    """The rate of the tax: a part of one, or percents where the field is a whole number or named so."""
    fact = rate_fact(ask, whose)
    assert isinstance(fact.node, Choice)
    percents = ask.kind == "int" or "perc" in ask.name
    exact = {each: Decimal(f"{each / (100 if percents else PER):g}") for each in fact.node.options}
    if ask.kind == "int" or not all(keeps_number(each, ask.rules) for each in exact.values()):
        return counted(even(0, 30))(ask, whose) if ask.kind == "int" else counted(range(0, 255, 5), 3)(ask, whose)
    written = exact if ask.kind == "decimal" else {each: float(value) for each, value in exact.items()}
    return View(lambda word, each: written[each], (fact,), str if ask.kind == "decimal" else None)


amount: Named = counted(prices(5, 20_000), 2)

NAMES: Table = table(
    ("quantity qty", NUMBERS, quantity),
    ("price unit_price selling_price retail_price price_per_unit", NUMBERS, price),
    ("cost unit_cost purchase_price cost_price wholesale_price", NUMBERS, partial(near_price, 40, 75)),
    ("sale_price discounted_price special_price offer_price", NUMBERS, partial(near_price, 60, 95)),
    ("line_total total_price total_cost price_total line_amount item_total extended_price", NUMBERS, subtotal),
    ("subtotal sub_total net net_amount net_total total_net total_before_tax", NUMBERS, subtotal),
    ("tax tax_amount vat_amount tax_total vat total_tax", NUMBERS, partial(with_rate, tax_of)),
    ("total grand_total total_amount invoice_total order_total cart_total amount_due", NUMBERS, total),
    ("gross gross_amount total_gross gross_total", NUMBERS, total),
    ("amount", NUMBERS, some_amount),
    ("tax_rate vat_rate tax_percent vat_percent tax_percentage", NUMBERS, rate),
)
"""Names of fields and kinds of value, and who serves them."""
