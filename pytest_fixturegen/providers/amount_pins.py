"""The quantities, prices and tax rates that fixed amounts add up from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from itertools import product
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.nodes import Constant, Fact, FactPin, FactView, Node
from pytest_fixturegen.providers.fact_pins import (
    PinnedNodes,
    build_choice,
    build_constant,
    list_options,
    read_size,
)

AmountFormula = Callable[..., int]
"""Computes an amount from the values of its facts, in the order quantity, price, rate."""

QUANTITY, PRICE, RATE = range(3)
"""Places of the facts of an amount."""

MAX_FIXED_PRICES = 16
"""With more prices than that, the price is open: it follows from the amount."""

Factors = tuple[Any, ...]
"""A quantity, a price, and perhaps a tax rate; None for a price that follows from the amount."""


@dataclass(frozen=True, slots=True)
class FactorView:
    """The factor at *place* of a tuple of factors, which only work together.

    *amount* is the last one that was fixed, in the unit of its field.
    """

    place: int
    amount: Any

    def __call__(
        self,
        word: int,
        factors: Factors,
    ) -> Any:
        """Return the factor."""
        return factors[self.place]


def simplify_number(number: Decimal) -> Any:
    """Return *number* as an int if it is whole."""
    return int(number) if number == number.to_integral_value() else number


def _find_number(
    scale: Decimal,
    number: Decimal,
    node: Node,
) -> PinnedNodes:
    """Return the node of the fact that is *number* times *scale*."""
    return (build_constant(simplify_number(number * scale)),)


QUANTITY_PIN = FactPin(read_size, partial(_find_number, Decimal(1)))
"""The pin of a quantity."""


def make_rate_pin(divisor: int) -> FactPin:
    """Return the pin of a tax rate, which is counted in parts of *divisor*."""
    return FactPin(read_size, partial(_find_number, Decimal(divisor)))


def make_near_price_pin(
    low: int,
    high: int,
    places: int,
) -> FactPin:
    """Return the pin of an amount of *low* to *high* hundredths of the price."""

    def find_prices(number: Decimal, node: Node) -> PinnedNodes | None:
        """Return the node of the prices of which *number* may be that part."""
        hundredfold = number.scaleb(places + 2)
        prices = list_options(node)
        near = [price for price in prices if price * low <= hundredfold <= price * high]
        if near:
            return (build_choice(near),)
        if isinstance(node, Constant):
            return None
        return (build_constant(round(hundredfold / ((low + high) // 2))),)

    return FactPin(read_size, find_prices, 1)


def make_amount_pin(
    formula: AmountFormula,
    places: int,
    *,
    in_whole_units: bool,
    is_tax: bool,
) -> FactPin:
    """Return the pin of an amount that *formula* computes. A tax goes after the total.

    The currency has *places* decimal places; a field *in_whole_units* shows none of them.
    """
    scale = Decimal(1).scaleb(places)
    unit = int(scale) if in_whole_units else 1
    solver = AmountSolver(formula, scale, unit, is_tax)
    return FactPin(read_size, solver.find_factors, int(is_tax))


@dataclass(frozen=True, slots=True)
class AmountSolver:
    """Finds the factors of which *formula* makes an amount.

    *scale* is the number of smallest units in a unit of the currency. Prices are counted in the
    smallest unit, but the amount in units of *unit* of them.
    """

    formula: AmountFormula
    scale: Decimal
    unit: int
    is_tax: bool

    def find_factors(self, number: Decimal, *nodes: Node) -> PinnedNodes | None:
        """Return the nodes of factors whose amount is *number*; None if there are none.

        An amount of one fact is the price itself.
        """
        amount = simplify_number(number * self.scale / self.unit)
        if len(nodes) == 1:
            return (build_constant(simplify_number(number * self.scale)),)
        found = self._solve(amount, nodes)
        if not found:
            return None
        factors = Fact("factors", build_choice(found))
        return tuple(FactView(FactorView(place, amount), (factors,)) for place in range(len(nodes)))

    def _solve(
        self,
        amount: Any,
        nodes: Sequence[Node],
    ) -> list[Factors]:
        """Return factors of *amount*: exact ones, else with another tax rate, else rounded ones."""
        drawn = _list_factors(nodes)
        exact = [self._find_price(amount, factors) for factors in drawn]
        found = [factors for factors in exact if factors is not None]
        if not found and self.is_tax:
            found = self._divide_total(
                amount,
                nodes[RATE],
                drawn,
            )
        if not found and len(nodes) > RATE and not isinstance(nodes[RATE], Constant):
            found = self._find_rates(amount, drawn)
        return found or self._round_prices(amount, drawn)

    def _compute(self, factors: Factors) -> Any:
        """Return the amount of *factors*."""
        quantity, price, *rate = factors
        in_units = price if self.unit == 1 else price // self.unit
        return self.formula(quantity, in_units, *rate)

    def _find_price(
        self,
        amount: Any,
        factors: Factors,
    ) -> Factors | None:
        """Return *factors*, with a price if they have none, if they make *amount*."""
        if factors[PRICE] is not None:
            return factors if self._compute(factors) == amount else None
        guess = self._guess_price(amount, factors)
        for price in (guess, guess + self.unit, guess - self.unit):
            solved = (
                factors[QUANTITY],
                price,
                *factors[RATE:],
            )
            if self._compute(solved) == amount:
                return solved
        return None

    def _guess_price(
        self,
        amount: Any,
        factors: Factors,
    ) -> int:
        """Return a price whose amount is about *amount*; 0 if that does not depend on it."""
        million = self.formula(
            factors[QUANTITY],
            10**6,
            *factors[RATE:],
        )
        return round(Decimal(amount) * 10**6 / million) * self.unit if million else 0

    def _find_rates(
        self,
        amount: Any,
        drawn: Sequence[Factors],
    ) -> list[Factors]:
        """Return those of *drawn* that have a price, with the tax rate that makes *amount*."""
        found = []
        for quantity, price, _ in drawn:
            if price is None:
                continue
            least, most = (self._compute((quantity, price, rate)) for rate in (0, 10_000))
            if least <= amount and least < most:
                rate = Decimal(amount - least) * 10_000 / (most - least)
                found.append((quantity, price, simplify_number(rate)))
        return list(dict.fromkeys(found))

    def _divide_total(
        self,
        tax: Any,
        rate_node: Node,
        drawn: Sequence[Factors],
    ) -> list[Factors]:
        """Return those of *drawn* with a price and a rate that make both a total and its *tax*.

        Return [] if *rate_node* does not belong to a total that is fixed.
        """
        if not isinstance(rate_node, FactView) or not isinstance(rate_node.show, FactorView):
            return []
        subtotal = rate_node.show.amount - tax
        rate = simplify_number(Decimal(tax) * 10_000 / subtotal) if subtotal > 0 else 0
        quantities = dict.fromkeys(factors[QUANTITY] for factors in drawn)
        divisors = [quantity for quantity in quantities if quantity and subtotal % quantity == 0]
        return [(quantity, subtotal // quantity * self.unit, rate) for quantity in divisors]

    def _round_prices(
        self,
        amount: Any,
        drawn: Sequence[Factors],
    ) -> list[Factors]:
        """Return those of *drawn* that have no price, with one whose amount is about *amount*."""
        return [
            (factors[QUANTITY], self._guess_price(amount, factors), *factors[RATE:])
            for factors in drawn
            if factors[PRICE] is None and factors[QUANTITY]
        ]


def _list_factors(nodes: Sequence[Node]) -> list[Factors]:
    """Return the factors that *nodes* draw together."""
    first, *_ = nodes
    if isinstance(first, FactView):  # an amount is fixed already
        together, rate_nodes = first.facts[0].node, nodes[RATE:]
        pairs = [factors[: len(nodes)] for factors in list_options(together)]
    else:
        prices = list_options(nodes[PRICE])
        open_prices = prices if len(set(prices)) <= MAX_FIXED_PRICES else (None,)
        rate_nodes = nodes[RATE:]
        pairs = list(product(list_options(first), open_prices))
    return [(*pair, *rate) for pair in pairs for rate in _list_rates(rate_nodes)]


def _list_rates(nodes: Sequence[Node]) -> list[tuple[Any, ...]]:
    """Return a tuple of each tax rate of *nodes*, which has one or none.

    Factors that are drawn together already have theirs.
    """
    if not nodes or isinstance(nodes[0], FactView):
        return [()]
    return [(rate,) for rate in list_options(nodes[0])]
