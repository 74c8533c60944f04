"""Numbers have a believable distribution and keep their rules."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field, TypeAdapter, ValidationError

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import (
    Choice,
    Constant,
    Converted,
    FactView,
    FixedPoint,
    GridFloat,
    Integer,
)
from pytest_fixturegen.providers import quantity
from tests.providers.contexts import SAMPLE_WORDS, make_context

NUMBER_RULES = st.fixed_dictionaries(
    {},
    optional={
        "ge": st.integers(-50, 50),
        "lt": st.integers(0, 99),
        "multiple_of": st.sampled_from([Decimal("0.5"), Decimal(3)]),
        "max_digits": st.integers(3, 6),
        "decimal_places": st.integers(0, 3),
    },
)


@settings(max_examples=200, deadline=None)
@given(NUMBER_RULES, st.decimals(-99, 99, places=2) | st.integers(-99, 99).map(Decimal))
def test_a_number_is_valid_if_pydantic_accepts_it(rules: dict[str, Any], number: Decimal) -> None:
    adapter: TypeAdapter[Decimal] = TypeAdapter(Annotated[Decimal, Field(**rules)])
    try:
        adapter.validate_python(number)
    except ValidationError:
        accepted = False
    else:
        accepted = True
    if quantity.is_valid_number(number, Constraints(**rules)):
        assert accepted


@pytest.mark.parametrize(
    ("rules", "valid"),
    [
        ({}, True),
        ({"ge": 5}, True),
        ({"gt": 5}, False),
        ({"le": 5}, True),
        ({"lt": 5}, False),
        ({"multiple_of": 2}, False),
        ({"max_digits": 1}, True),
        ({"max_digits": 2, "decimal_places": 2}, False),
    ],
)
def test_five_is_judged_by_each_rule(rules: dict[str, Any], valid: bool) -> None:
    assert quantity.is_valid_number(Decimal(5), Constraints(**rules)) == valid


def test_a_pool_keeps_valid_numbers_in_the_kind_of_the_field() -> None:
    numbers = range(100, 3000, 100)
    whole = quantity.build_number_pool(numbers, 2, make_context(kind="int", le=20))
    assert whole == Choice((*range(1, 21),), (*range(1, 21),))
    exact = quantity.build_number_pool(numbers, 2, make_context(kind="decimal", le=20))
    assert isinstance(exact, Choice)
    assert (exact.options[0], exact.json[0]) == (Decimal("1.00"), "1.00")
    real = quantity.build_number_pool(numbers, 2, make_context(kind="float"))
    assert isinstance(real, Choice)
    assert type(real.options[0]) is float


def test_a_pool_with_too_few_valid_numbers_is_not_used() -> None:
    context = make_context(kind="int", le=11)
    assert quantity.build_number_pool(range(1, 100), 0, context) is None
    assert quantity.build_number_pool(range(1, 12), 0, context) is not None


def test_listed_numbers_are_spaced_as_their_name_says() -> None:
    log = quantity.make_log_spaced(1, 10_000)()
    assert (log[0], log[-1], len(log)) == (1, 10_000, quantity.NUMBER_POOL_SIZE)
    assert 240 < sum(number < 10 for number in log) < 272
    even = quantity.make_evenly_spaced(0, 1, places=3)()
    assert (even[0], even[512], even[-1]) == (0, 500, 1000)
    prices = quantity.make_price_lister(1, 100)()
    assert {price % 100 for price in prices} == {*quantity.SHOP_ENDINGS}


def test_numbers_are_listed_when_the_provider_is_used() -> None:
    calls = []

    def list_numbers() -> list[int]:
        calls.append(1)
        return [*range(20)]

    provide = quantity.make_number_provider(list_numbers)
    assert calls == []
    assert provide(make_context(kind="int"), "") is not None
    assert calls == [1]


@pytest.mark.parametrize(
    "node",
    [
        Integer(3, 300, 3),
        GridFloat(0, 1000, 100.0),
        FixedPoint(0, 1000, 5, 2),
        Choice((1, 2, 3), (1, 2, 3)),
        Converted(Integer(1, 99), lambda number: number * 2),
    ],
)
def test_two_ends_of_a_range_are_in_order(node: Any) -> None:
    fact = quantity.build_range_fact("price", "")
    assert isinstance(fact.node, Choice)
    low, high = (quantity.build_range_end(node, fact, end) for end in (0, 1))
    assert low is not None
    assert high is not None
    low_view = low.inner if isinstance(low, Converted) else low
    high_view = high.inner if isinstance(high, Converted) else high
    assert isinstance(low_view, FactView)
    assert isinstance(high_view, FactView)
    for word in SAMPLE_WORDS[:50]:
        for shares in fact.node.options[:20]:
            assert low_view.show(word, shares) < high_view.show(word, shares)


def test_decimals_of_a_range_are_text_in_json() -> None:
    fact = quantity.build_range_fact("price", "sale")
    assert fact.name == "sale_price_ends"
    exact = quantity.build_range_end(FixedPoint(0, 9, 1, 2), fact, 0)
    assert isinstance(exact, FactView)
    assert exact.json is str
    chosen = quantity.build_range_end(Choice((1, 2, 3), ("1", "2", "3")), fact, 0)
    assert isinstance(chosen, FactView)
    assert chosen.json is str


def test_values_without_an_order_have_no_range() -> None:
    fact = quantity.build_range_fact("price", "")
    assert quantity.build_range_end(Constant(1, 1), fact, 0) is None
    assert quantity.build_range_end(Choice((1, 2), (1, 2)), fact, 0) is None
    assert quantity.build_range_end(None, fact, 0) is None


def test_ranges_share_one_table_of_their_ends() -> None:
    sale, rent = (quantity.build_range_fact("price", owner) for owner in ("sale", "rent"))
    assert sale.name != rent.name
    assert sale.node is rent.node
