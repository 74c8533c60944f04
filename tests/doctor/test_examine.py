"""Examination of models: fields, failures and kinds of fillers."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

import attrs
import msgspec
from pydantic import BaseModel, EmailStr, RootModel, SecretStr, model_validator

from pytest_fixturegen.config.field_policies import policies_of
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.doctor.examine import examine
from pytest_fixturegen.doctor.report import ModelReport


class Tiny(BaseModel):
    flag: bool
    secret: SecretStr


class OneWay(BaseModel):
    """Accepts Python input, but not its own JSON."""

    name: str

    @model_validator(mode="wrap")
    @classmethod
    def python_only(cls, value: Any, handler: Any, info: Any) -> Any:
        if info.mode == "json":
            raise ValueError("JSON is not welcome here")
        return handler(value)


class Numbers(RootModel[list[int]]):
    pass


@attrs.define
class Box:
    size: int
    label: str


class Crate(msgspec.Struct):
    size: int
    label: str


class Table(RootModel[dict[str, "Numbers | Table"]]):
    pass


def build_report(model: Any, **settings: Any) -> ModelReport:
    """Return the report of 20 records of *model*."""
    return examine(model, ("app", model.__name__, "model"), GenerationConfig(**settings), 20, 60.0)


def test_too_few_unique_values_are_a_failure_and_the_possible_records_are_drawn() -> None:
    found = build_report(Tiny, unique=("Tiny.flag",))
    assert ([failure.what for failure in found.failures], found.drawn) == (["unique"], 2)


def test_json_that_its_own_model_refuses_is_a_failure() -> None:
    (failure,) = build_report(OneWay).failures
    assert failure.what == "json"
    assert "JSON is not welcome here" in failure.message


def test_secrets_are_counted_but_not_shown() -> None:
    secret = build_report(Tiny).fields[1]
    assert (secret.distinct, secret.spread, secret.samples) == (20, None, ("**********",))


def test_a_value_without_fields_is_the_field_root() -> None:
    (root,) = build_report(Numbers).fields
    assert (root.name, root.type, root.kind, root.fillers[0].place) == (
        "root",
        "list of int",
        "plain type",
        "*",
    )
    assert build_report(Table).cycles == (("Table", "Table"),)


def test_classes_of_attrs_and_msgspec_have_fields() -> None:
    for cls in (Box, Crate):
        found = build_report(cls)
        assert [(field.name, field.distinct > 10) for field in found.fields] == [
            ("size", True),
            ("label", True),
        ]
        assert found.depth == 1


class Unread(BaseModel):
    """Its annotation is not defined."""

    later: Later  # type: ignore[name-defined]  # noqa: F821


class Pair(NamedTuple):
    x: int
    y: int


def test_an_unreadable_type_is_a_failure_without_records() -> None:
    found = build_report(Unread)
    assert ([failure.what for failure in found.failures], found.fields, found.tried) == (
        ["model"],
        (),
        0,
    )


def test_items_of_a_named_tuple_are_fields() -> None:
    assert [(field.name, field.kind, field.drawn) for field in build_report(Pair).fields] == [
        ("x", "plain type", 20),
        ("y", "plain type", 20),
    ]


class Order(BaseModel):
    """Has a field for each kind of filler."""

    email: EmailStr
    city: str
    code: UUID
    size: float
    payload: Any
    address: Tiny
    state: str = "new"
    fixed: int
    parent: Order | None = None


def test_each_kind_of_filler_is_recognised() -> None:
    overrides = policies_of({"Order.fixed": {"value": 7}})
    found = {
        field.name: field.kind
        for field in build_report(Order, overrides=overrides, number_distribution="bounds").fields
    }
    assert found == {
        "email": "field name",
        "city": "field name",
        "code": "plain type",
        "size": "style",
        "payload": "fallback",
        "address": "model",
        "state": "default",
        "fixed": "override",
        "parent": "model",
    }
    assert build_report(Order, max_depth=0).coverage["left out"] == 1


class Lines(BaseModel):
    """The name of a field is the beginning of another's."""

    line: int
    line1: str
    line2: bool


def test_a_field_does_not_count_what_fills_a_longer_name() -> None:
    assert [len(field.fillers) for field in build_report(Lines).fields] == [1, 1, 1]
