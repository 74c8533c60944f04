"""Converters and validators of attrs: what is drawn is what the constructor reads."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, Optional, Union

import attrs
import pytest
from attrs import converters, validators

from pytest_fixturegen.emitters.literals import LiteralError
from pytest_fixturegen.emitters.literals import describe_value as describe_literal
from tests.kinds.round_trips import draw, round_trip


def make_class(hint: Any, **arguments: Any) -> Any:
    """Return an attrs class with one attribute."""
    attribute = attrs.field(**arguments)
    return attrs.define(type("Thing", (), {"__annotations__": {"x": hint}, "x": attribute}))


def split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]


def count_cents(amount: Decimal) -> int:
    return int(amount * 100)


def read_date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def measure(text: str, _: Any) -> int:
    return len(text)


class Money:
    """A class that converts by its constructor."""

    def __init__(self, amount: int) -> None:
        assert isinstance(amount, int)
        self.amount = amount

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and self.amount == other.amount

    def __hash__(self) -> int:
        return self.amount

    def __repr__(self) -> str:
        return f"Money({self.amount})"


class Color(Enum):
    RED = "red"
    BLUE = "blue"


TAKES_FIELD = attrs.Converter(measure, takes_field=True)
CONVERTED: dict[str, tuple[Any, Any, Any]] = {
    "a text becomes a list": (list[str], split, list),
    "a decimal becomes a number": (int, count_cents, int),
    "a text becomes a date": (dt.date, read_date, dt.date),
    "a class": (Money, Money, Money),
    "optional": (Optional[int], converters.optional(count_cents), int),
    "default_if_none": (int, converters.default_if_none(3), int),
    "pipe": (frozenset, converters.pipe(split, frozenset), frozenset),
    "pipe after a default": (
        int,
        converters.pipe(converters.default_if_none(Decimal(1)), count_cents),
        int,
    ),
    "pipe of methods": (str, converters.pipe(str.strip, str.lower), str),
    "to_bool": (bool, converters.to_bool, bool),
    "with the field": (int, TAKES_FIELD, int),
    "an enum": (Color, Color, Color),
    "a path": (Path, Path, Path),
    "a tuple": (tuple[int, ...], tuple, tuple),
    "a type of the library without annotation": (Any, int, int),
}


@pytest.mark.parametrize("name", CONVERTED)
def test_a_converter_gets_what_it_reads(name: str) -> None:
    hint, converter, result = CONVERTED[name]
    records = round_trip(make_class(hint, converter=converter))
    assert {type(each.x) for each in records} - {type(None)} <= {result, type(Path())}


def test_what_a_converter_reads_is_varied() -> None:
    kind = make_class(int, converter=count_cents, validator=validators.ge(500))
    values = {each.x for each in draw(kind)}
    assert len(values) > 10
    assert min(values) >= 500


def both(*conditions: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: all(condition(value) for condition in conditions)


def is_code(value: Any) -> bool:
    return re.fullmatch("[A-Z]{3}", value) is not None


V = validators
VALIDATED: dict[str, tuple[Any, Any, Callable[[Any], bool]]] = {
    "and_": (int, V.and_(V.ge(3), V.lt(9)), lambda x: 3 <= x < 9),
    "or_": (int, V.or_(V.ge(10**6), V.in_([1, 2])), lambda x: x >= 10**6 or x in (1, 2)),
    "not_": (int, V.not_(V.in_([1, 2])), lambda x: x not in (1, 2)),
    "not_ a pattern": (str, V.not_(V.matches_re(".*e.*")), lambda x: "e" not in x),
    "optional": (Optional[int], V.optional([V.ge(10), V.le(90)]), lambda x: x is None or x >= 10),
    "in_ texts": (str, V.in_({"x", "y"}), lambda x: x in "xy"),
    "in_ numbers": (float, V.in_([1.5, 2.5]), lambda x: x in (1.5, 2.5)),
    "in_ an enum": (Color, V.in_(Color), lambda x: x in Color),
    "in_ a long range": (int, V.in_(range(10**7)), lambda x: 0 <= x < 10**7),
    "matches_re": (str, V.matches_re("[A-Z]{3}"), is_code),
    "alternatives": (str, V.matches_re("ax|bc"), lambda x: x in ("ax", "bc")),
    "match": (str, V.matches_re("[A-Z]{4}", func=re.match), lambda x: x[:4].isupper()),
    "search": (str, V.matches_re(r"\d{4}", func=re.search), lambda x: re.search(r"\d{4}", x)),
    "without case": (str, V.matches_re("abc[x-z]", re.IGNORECASE), lambda x: len(x) == 4),
    "a lookahead": (str, V.matches_re(r"(?=.*\d)[a-z\d]{8}"), lambda x: not x.isalpha()),
    "lengths": (list[int], [V.min_len(3), V.max_len(5)], lambda x: 3 <= len(x) <= 5),
    "instance_of": (Any, V.instance_of(int), lambda x: isinstance(x, int)),
    "one of the members": (Union[int, str], V.instance_of(str), lambda x: isinstance(x, str)),
    "never None": (Optional[int], V.instance_of(int), lambda x: isinstance(x, int)),
    "a date": (dt.date, V.ge(dt.date(2024, 1, 1)), lambda x: x >= dt.date(2024, 1, 1)),
    "deep_iterable": (
        list[int],
        V.deep_iterable(V.ge(900), V.min_len(2)),
        lambda x: len(x) > 1 and min(x) >= 900,
    ),
    "deep_iterable of anything": (
        list,
        V.deep_iterable([V.instance_of(int), V.lt(500)]),
        lambda x: all(isinstance(each, int) and each < 500 for each in x),
    ),
    "deep_iterable of a pattern": (
        tuple[str, ...],
        V.deep_iterable(V.and_(V.instance_of(str), V.matches_re("[A-Z]{3}"))),
        lambda x: all(map(is_code, x)),
    ),
    "deep_iterable of choices": (
        set[str],
        V.deep_iterable(V.in_(["a", "b", "c"])),
        lambda x: x <= {"a", "b", "c"},
    ),
    "deep_mapping": (
        dict[str, int],
        V.deep_mapping(V.matches_re("[A-Z]{3}"), V.ge(100), V.min_len(1)),
        both(lambda x: all(map(is_code, x)), lambda x: min(x.values()) >= 100),
    ),
    "deep_mapping of lists": (
        dict[str, list[int]],
        V.deep_mapping(value_validator=V.deep_iterable(V.gt(700))),
        lambda x: all(number > 700 for numbers in x.values() for number in numbers),
    ),
}


@pytest.mark.parametrize("name", VALIDATED)
def test_a_validator_limits_what_is_drawn(name: str) -> None:
    hint, validator, is_valid = VALIDATED[name]
    for each in round_trip(make_class(hint, validator=validator)):
        attrs.validate(each)
        assert is_valid(each.x)


def test_values_of_limited_items_are_varied() -> None:
    kind = make_class(list[int], validator=V.deep_iterable(V.ge(10**9)))
    numbers = [number for each in draw(kind) for number in each.x]
    assert len(set(numbers)) > 30


def test_an_object_that_would_be_converted_again_is_not_written_as_source() -> None:
    kind = make_class(int, converter=count_cents)
    with pytest.raises(LiteralError, match="no call of its constructor"):
        describe_literal(draw(kind)[0])
