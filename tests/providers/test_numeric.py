"""Numbers keep their bounds."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field, TypeAdapter, ValidationError

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import (
    FixedPoint,
    GridFloat,
    Integer,
    Node,
    UniformFloat,
    Unsatisfiable,
)
from pytest_fixturegen.providers import numeric
from tests.providers.contexts import draw_samples, make_context
from tests.providers.samples import model, records


def bounds(node: Node) -> tuple[int, int]:
    assert isinstance(node, Integer | GridFloat | FixedPoint)
    return node.low, node.high


@pytest.mark.parametrize(
    ("low", "high", "filled"),
    [
        (None, None, (1, 100)),
        (5, None, (5, 105)),
        (None, 50, (1, 50)),
        (None, 1, (0, 1)),
        (None, 500, (400, 500)),
        (None, -7, (-107, -7)),
        (3, 4, (3, 4)),
    ],
)
def test_a_missing_bound_is_near_the_other(
    low: int | None, high: int | None, filled: tuple[int, int]
) -> None:
    assert numeric.fill_bounds(low, high, 100) == filled


@given(
    st.fractions(-20, 20, max_denominator=12),
    st.fractions(-20, 20, max_denominator=12),
    st.sampled_from([Fraction(1), Fraction(1, 100), Fraction(3, 7)]),
)
def test_bounds_on_a_grid_are_the_first_and_last_that_satisfy(
    low: Fraction, high: Fraction, grid: Fraction
) -> None:
    first, last = numeric.find_grid_bounds(Constraints(ge=low, le=high), grid)
    assert first is not None
    assert last is not None
    assert first * grid >= low > (first - 1) * grid
    assert last * grid <= high < (last + 1) * grid
    first, last = numeric.find_grid_bounds(Constraints(gt=low, lt=high), grid)
    assert first is not None
    assert last is not None
    assert first * grid > low >= (first - 1) * grid
    assert last * grid < high <= (last + 1) * grid


def test_integers_are_multiples_within_their_bounds() -> None:
    assert bounds(numeric.integer(make_context(kind="int"))) == (1, 1000)
    node = numeric.integer(make_context(kind="int", ge=5, lt=21, multiple_of=5))
    assert node == Integer(5, 20, 5)
    assert numeric.integer(make_context(kind="int", ge=1, multiple_of=1.5)) == Integer(3, 3000, 3)


@pytest.mark.parametrize(
    ("rules", "node_type"),
    [({}, GridFloat), ({"ge": 0.5, "lt": 0.6}, GridFloat), ({"gt": 0, "lt": 1e-9}, UniformFloat)],
)
def test_floats_are_on_a_decimal_grid_with_room_for_one(
    rules: dict[str, float], node_type: type
) -> None:
    assert type(numeric.real(make_context(kind="float", **rules))) is node_type


def test_infinite_bounds_are_none() -> None:
    unbounded = numeric.real(make_context(kind="float"))
    assert numeric.real(make_context(kind="float", ge=-math.inf, le=math.inf)) == unbounded
    assert bounds(numeric.real(make_context(kind="float", ge=2.0, le=math.inf)))[0] == 200


def test_a_float_of_a_huge_size_still_has_a_range() -> None:
    node = numeric.real(make_context(kind="float", ge=1e300))
    assert isinstance(node, UniformFloat)
    assert node.low < node.high


@pytest.mark.parametrize(
    ("rules", "places"),
    [
        ({}, 2),
        ({"decimal_places": 4}, 4),
        ({"max_digits": 1}, 1),
        ({"multiple_of": Decimal("0.125")}, 3),
        ({"ge": Decimal("0.001"), "le": Decimal("0.002")}, 4),
    ],
)
def test_decimals_have_the_places_that_their_rules_need(rules: dict[str, Any], places: int) -> None:
    node = numeric.decimal(make_context(kind="decimal", **rules))
    assert isinstance(node, FixedPoint)
    assert node.decimal_places == places


@settings(max_examples=200, deadline=None)
@given(
    st.integers(1, 20),
    st.none() | st.integers(0, 12),
    st.none() | st.integers(-(10**20), 10**20),
    st.none() | st.integers(-(10**20), 10**20),
)
def test_decimals_have_no_more_digits_than_allowed(
    digits: int, places: int | None, low: int | None, high: int | None
) -> None:
    rules: dict[str, Any] = {"max_digits": digits}
    named = {"decimal_places": places, "ge": low, "le": high}
    rules |= {name: value for name, value in named.items() if value is not None}
    node = numeric.decimal(make_context(kind="decimal", **rules))
    adapter: TypeAdapter[Decimal] = TypeAdapter(Annotated[Decimal, Field(**rules)])
    if isinstance(node, Unsatisfiable):
        nearest = max(low or 0, 0) if high is None else min(max(low or 0, 0), high)
        with pytest.raises(ValidationError):
            adapter.validate_python(Decimal(nearest))
        return
    assert isinstance(node, FixedPoint)
    for number in (node.low, node.high):
        adapter.validate_python(Decimal(number).scaleb(-node.decimal_places))


@pytest.mark.parametrize(
    ("rules", "most"),
    [
        ({"max_digits": 3}, "9.99"),
        ({"max_digits": 3, "ge": 100}, "999"),
        ({"max_digits": 2, "ge": 1}, "9.9"),
        ({"max_digits": 3, "decimal_places": 5}, "0.999"),
        ({"max_digits": 4, "decimal_places": 3, "multiple_of": Decimal("0.25")}, "9.75"),
        ({"max_digits": 20, "ge": 10**19}, "9" * 20),
        ({"ge": Decimal("-Infinity"), "le": 5}, "5.00"),
    ],
)
def test_decimals_use_the_digits_that_they_may_have(rules: dict[str, Any], most: str) -> None:
    node = numeric.decimal(make_context(kind="decimal", **rules))
    assert isinstance(node, FixedPoint)
    assert str(Decimal(node.high).scaleb(-node.decimal_places)) == most


def test_a_float_without_an_upper_bound_stays_finite() -> None:
    node = numeric.real(make_context(kind="float", ge=1.7e308))
    assert isinstance(node, UniformFloat)
    assert math.isfinite(node.high)


@pytest.mark.parametrize("kind", ["int", "float", "decimal", "fraction"])
def test_bounds_without_a_number_are_said(kind: str) -> None:
    node = numeric.PROVIDERS[kind](make_context(kind=kind, gt=5, lt=5))
    assert isinstance(node, Unsatisfiable)
    assert "no number satisfies gt=5, lt=5." in repr(node)


def test_other_numbers_are_written_as_pydantic_writes_them() -> None:
    every = model(one=complex, two=Fraction, three=bool, four=None)
    for record in records(every):
        assert complex(record["one"])
        assert Fraction(record["two"]) * 12 % 1 == 0
        assert record["three"] in (True, False)
        assert record["four"] is None


def test_sizes_are_from_a_kibibyte_to_a_gibibyte() -> None:
    sizes = draw_samples(numeric.byte_size(make_context(kind="ByteSize")))
    assert all(1024 <= size <= 2**30 for size in sizes)
    assert numeric.byte_size(make_context(kind="ByteSize", le=10, ge=-5)) == Integer(0, 10)
