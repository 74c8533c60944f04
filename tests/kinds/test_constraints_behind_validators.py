"""Constraints that stand behind a validator, on a union, or on a type with a constructor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, TypeVar

import pytest
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    EmailStr,
    Field,
    HttpUrl,
    Json,
    StringConstraints,
    WrapValidator,
    create_model,
)

from pytest_fixturegen import generate_instances


def keep_value(value: Any) -> Any:
    return value


def call_handler(value: Any, handler: Callable[[Any], Any]) -> Any:
    return handler(value)


AFTER = AfterValidator(keep_value)
BEFORE = BeforeValidator(keep_value)
WRAP = WrapValidator(call_handler)

BEHIND_A_VALIDATOR = {
    "int": (int, Field(gt=10, lt=2000, multiple_of=3)),
    "float": (float, Field(ge=5000, le=9000)),
    "decimal": (Decimal, Field(max_digits=5, decimal_places=2, ge=10)),
    "text": (str, Field(min_length=30, max_length=32)),
    "short text": (str, Field(min_length=2, max_length=2)),
    "pattern": (str, Field(pattern="^[a-f]{8}$")),
    "bytes": (bytes, Field(min_length=10, max_length=12)),
    "email": (EmailStr, Field(max_length=30)),
    "url": (HttpUrl, Field(max_length=60)),
    "date": (dt.date, Field(ge=dt.date(2030, 1, 1))),
    "datetime": (dt.datetime, Field(ge=dt.datetime(2030, 1, 1))),
    "time": (dt.time, Field(ge=dt.time(12))),
    "timedelta": (dt.timedelta, Field(ge=dt.timedelta(days=100))),
    "list": (list[int], Field(min_length=5, max_length=6)),
    "set": (set[int], Field(min_length=4)),
    "dict": (dict[str, int], Field(min_length=5, max_length=6)),
    "tuple": (tuple[int, ...], Field(min_length=4, max_length=6)),
    "json": (Json[list[int]], Field(min_length=5)),
    "optional": (int | None, Field(ge=5000)),
    "union of numbers": (int | float, Field(ge=1000, le=2000)),
    "union of sizes": (str | list[int], Field(min_length=7, max_length=8)),
    "union of a number and a text": (int | str, Field(ge=5)),
}


def count_values(annotation: Any) -> int:
    model = create_model("Model", value=(annotation, ...))
    return len({repr(made.value) for made in generate_instances(model, 200, seed=3)})  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", BEHIND_A_VALIDATOR)
@pytest.mark.parametrize(
    "validator", [AFTER, BEFORE, WRAP, None], ids=["after", "before", "wrap", "none"]
)
def test_values_vary_within_the_constraint(name: str, validator: Any) -> None:
    value_type, constraint = BEHIND_A_VALIDATOR[name]
    parts = (validator, constraint) if validator else (constraint,)
    assert count_values(Annotated[(value_type, *parts)]) >= 20


@pytest.mark.parametrize(
    "annotation",
    [
        Annotated[str, AfterValidator(str.lower), Field(min_length=2, max_length=2)],
        Annotated[str, BeforeValidator(str.strip), StringConstraints(min_length=3, max_length=5)],
        Annotated[int, BeforeValidator(int), Field(ge=5000, le=9000)],
        Annotated[float, BeforeValidator(float), Field(ge=0, le=1)],
        Annotated[int, Field(ge=0), AFTER, Field(le=9000), AFTER, Field(ge=3000)],
        list[Annotated[str, AFTER, Field(min_length=12)]],
        Annotated[Annotated[int, AFTER] | Annotated[float, AFTER], Field(ge=1000, le=2000)],
    ],
    ids=["lower", "strip", "int", "float", "alternating", "items", "members"],
)
def test_validators_and_constraints_alternate(annotation: Any) -> None:
    assert count_values(annotation) >= 20


T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    value: Annotated[T, Field(ge=5000, le=9000)]


def test_a_type_variable_has_the_constraint_of_its_field() -> None:
    assert len({page.value for page in generate_instances(Page[int], 200, seed=3)}) >= 20


def test_a_choice_that_is_too_short_is_not_drawn() -> None:
    model = create_model("Model", value=(Annotated[Literal["a", "bb"], Field(min_length=2)], ...))
    assert {made.value for made in generate_instances(model, 9, seed=1)} == {"bb"}  # type: ignore[attr-defined]
