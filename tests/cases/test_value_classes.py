"""The classes of single values: bounds, and the values that break programs."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from ipaddress import IPv6Address
from typing import Annotated, Any, Literal

import pytest
from pydantic import (
    AnyUrl,
    AwareDatetime,
    EmailStr,
    Field,
    IPvAnyAddress,
    NaiveDatetime,
    StringConstraints,
    TypeAdapter,
)

from pytest_fixturegen.cases.value_classes import ValueClass, list_value_classes
from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.type_reader import read_type


def list_classes(annotation: Any) -> tuple[ValueClass, ...]:
    """Return the classes of a type."""
    reading = read_type(annotation)
    shape: Any = unwrap_shape(reading.shape, reading.refs)
    return list_value_classes(shape)


def list_values(annotation: Any) -> list[Any]:
    """Return the values that show the classes of a type."""
    return [each.value for each in list_classes(annotation)]


class Size(Enum):
    """An enum whose names differ from its values."""

    SMALL = "s"
    LARGE = "l"


TYPES = (
    int,
    Annotated[int, Field(ge=0, le=120)],
    Annotated[int, Field(gt=0, lt=10)],
    Annotated[int, Field(ge=5, le=480, multiple_of=5)],
    Annotated[int, Field(ge=-7, multiple_of=3)],
    float,
    Annotated[float, Field(gt=0, lt=1)],
    Annotated[float, Field(ge=-5, le=5, multiple_of=0.5)],
    Decimal,
    Annotated[Decimal, Field(ge=0, le=Decimal("9999.99"), decimal_places=2)],
    Annotated[Decimal, Field(max_digits=2, decimal_places=2)],
    Annotated[Decimal, Field(max_digits=12)],
    Annotated[Decimal, Field(multiple_of=0.05, ge=0, lt=2)],
    str,
    Annotated[str, Field(min_length=1, max_length=60)],
    Annotated[str, Field(min_length=3, max_length=3)],
    Annotated[str, StringConstraints(to_upper=True, max_length=12)],
    Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)],
    Annotated[str, Field(pattern=r"^\+[0-9]{8,14}$")],
    Annotated[str, Field(pattern=r"^[a-z0-9.]+@[a-z0-9.]+\.[a-z]{2,6}$", max_length=50)],
    Annotated[str, Field(pattern=r"^\w+\d$")],
    Annotated[str, Field(pattern=r"^(a|bcd)(ef)*$")],
    bool,
    date,
    Annotated[date, Field(ge=date(2000, 1, 1), lt=date(2035, 12, 31))],
    datetime,
    AwareDatetime,
    NaiveDatetime,
    time,
    Annotated[time, Field(ge=time(8), le=time(18))],
    timedelta,
    Annotated[timedelta, Field(gt=timedelta(0), le=timedelta(hours=8))],
    Size,
    Literal["a", 1, None],
    EmailStr,
    bytes,
    AnyUrl,
    IPvAnyAddress,
    IPv6Address,
)


@pytest.mark.parametrize("annotation", TYPES, ids=str)
def test_the_type_takes_the_value_of_each_class(annotation: Any) -> None:
    adapter = TypeAdapter(annotation)
    classes = list_classes(annotation)
    assert len(classes) > 1
    for each in classes:
        adapter.validate_python(each.value)


@pytest.mark.parametrize("annotation", TYPES, ids=str)
def test_classes_have_distinct_names_and_values(annotation: Any) -> None:
    classes = list_classes(annotation)
    assert len({each.name for each in classes}) == len(classes)
    assert len({(type(each.value), repr(each.value)) for each in classes}) == len(classes)


BOUNDS = (
    (Annotated[int, Field(ge=0, le=120)], {0, 1, 11, 119, 120}),
    (Annotated[int, Field(gt=17, lt=20)], {18, 19}),
    (Annotated[int, Field(ge=5, le=480, multiple_of=5)], {5, 10, 475, 480}),
    (Annotated[int, Field(ge=-3)], {-3, -2, -1, 0, 1, 11, 1000, 2**31, 2**53 + 1, 2**63}),
    (Annotated[float, Field(ge=7, le=15)], {7.0, 15.0}),
    (
        Annotated[Decimal, Field(gt=0, le=Decimal("9999.99"), decimal_places=2)],
        {*map(Decimal, ("0.01", "9999.99", "9999.98", "0.02", "10", "2.5"))},
    ),
    (
        Annotated[timedelta, Field(gt=timedelta(0), le=timedelta(minutes=5))],
        {timedelta(microseconds=1), timedelta(minutes=5)},
    ),
    (Annotated[time, Field(ge=time(8), le=time(9))], {time(8), time(9)}),
)


@pytest.mark.parametrize(("annotation", "expected"), BOUNDS, ids=[str(each[0]) for each in BOUNDS])
def test_numbers_and_moments_show_exact_bounds(annotation: Any, expected: set[Any]) -> None:
    assert set(list_values(annotation)) == expected


@pytest.mark.parametrize("annotation", [int, Decimal, float, timedelta])
def test_unbounded_numbers_are_zero_and_negative_too(annotation: Any) -> None:
    values = list_values(annotation)
    zero = annotation(0)
    assert any(value == zero for value in values)
    assert any(value < zero for value in values)


def test_texts_have_the_least_and_the_greatest_length() -> None:
    texts = list_values(Annotated[str, Field(min_length=2, max_length=40)])
    assert {min(map(len, texts)), max(map(len, texts))} == {2, 40}
    lengths = list_values(Annotated[str, Field(max_length=7)])
    assert "" in lengths


def test_texts_are_beyond_ascii_blank_and_in_case_pairs() -> None:
    texts = list_values(str)
    assert any(not text.isascii() for text in texts)
    assert any(text and not text.strip() for text in texts)
    assert any(text.upper().lower() != text.lower() for text in texts)
    assert any("\n" in text for text in texts)


def test_a_stripped_text_is_never_blank() -> None:
    texts = list_values(Annotated[str, StringConstraints(strip_whitespace=True)])
    assert all(text == text.strip() for text in texts)


PATTERNS = (
    (r"^\+[0-9]{8,14}$", 9, 15),
    (r"^[A-Z]{3}-\d{4}$", 8, 8),
    (r"^(a|bcd)(ef){0,2}$", 1, 7),
    (r"^x{3}(yy)?$", 3, 5),
)


@pytest.mark.parametrize(("pattern", "shortest", "longest"), PATTERNS)
def test_patterns_have_their_shortest_and_longest_match(
    pattern: str, shortest: int, longest: int
) -> None:
    texts = list_values(Annotated[str, Field(pattern=pattern)])
    matches = [text for text in texts if re.search(pattern, text)]
    assert {min(map(len, matches)), max(map(len, matches))} == {shortest, longest}


def test_days_are_leap_days_and_at_the_turn_of_iso_years() -> None:
    days = list_values(date)
    assert date(2024, 2, 29) in days
    assert any(day.isocalendar().year > day.year for day in days)
    assert any(day.isocalendar().year < day.year for day in days)
    assert any(day.year < 1970 for day in days)


def test_a_narrow_range_of_days_has_no_day_outside() -> None:
    low, high = date(2025, 3, 1), date(2025, 3, 3)
    days = list_values(Annotated[date, Field(ge=low, le=high)])
    assert set(days) == {low, high}


def test_moments_are_naive_only_where_the_type_takes_them() -> None:
    assert any(moment.tzinfo is None for moment in list_values(datetime))
    assert all(moment.tzinfo is not None for moment in list_values(AwareDatetime))
    assert all(moment.tzinfo is None for moment in list_values(NaiveDatetime))
    offsets = {moment.utcoffset() for moment in list_values(AwareDatetime)}
    assert len(offsets) > 2


def test_members_are_named_by_their_names() -> None:
    assert [each.label for each in list_classes(Size)] == ["SMALL", "LARGE"]
    assert [each.label for each in list_classes(Literal["a", 1, None])] == ["a", "1", "None"]


def test_a_type_with_one_value_has_no_classes() -> None:
    assert list_classes(Literal["only"]) == ()


def test_large_numbers_can_be_left_out() -> None:
    shape: Any = read_type(int).shape
    values = [each.value for each in list_value_classes(shape, with_large_numbers=False)]
    assert max(values) < 2**31
