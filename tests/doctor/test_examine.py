"""A model is examined as it will be drawn, and what stands in the way of that is told."""

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
    """Takes no text, and so not its own JSON."""

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


def report(model: Any, **settings: Any) -> ModelReport:
    """The report of 20 records of *model*."""
    return examine(model, ("app", model.__name__, "model"), GenerationConfig(**settings), 20, 60.0)


def test_too_few_values_to_be_unique_are_told_and_those_that_are_there_are_drawn() -> None:
    found = report(Tiny, unique=("Tiny.flag",))
    assert ([each.what for each in found.failures], found.drawn) == (["unique"], 2)


def test_json_that_its_own_model_refuses_is_told() -> None:
    (failure,) = report(OneWay).failures
    assert failure.what == "json"
    assert "JSON is not welcome here" in failure.message


def test_a_secret_is_counted_and_not_shown() -> None:
    secret = report(Tiny).fields[1]
    assert (secret.distinct, secret.spread, secret.samples) == (20, None, ("**********",))


def test_a_value_without_fields_is_told_as_its_root() -> None:
    (root,) = report(Numbers).fields
    assert (root.name, root.type, root.kind, root.fillers[0].place) == (
        "root",
        "list of int",
        "plain type",
        "*",
    )
    assert report(Table).cycles == (("Table", "Table"),)


def test_classes_of_other_libraries_are_told_by_their_fields() -> None:
    for cls in (Box, Crate):
        found = report(cls)
        assert [(each.name, each.distinct > 10) for each in found.fields] == [
            ("size", True),
            ("label", True),
        ]
        assert found.depth == 1


class Unread(BaseModel):
    """Names what is nowhere."""

    later: Later  # type: ignore[name-defined]  # noqa: F821


class Pair(NamedTuple):
    x: int
    y: int


def test_a_type_that_cannot_be_read_is_told_and_draws_nothing() -> None:
    found = report(Unread)
    assert ([each.what for each in found.failures], found.fields, found.tried) == (["model"], (), 0)


def test_places_of_a_tuple_are_its_fields() -> None:
    assert [(each.name, each.kind, each.drawn) for each in report(Pair).fields] == [
        ("x", "plain type", 20),
        ("y", "plain type", 20),
    ]


class Order(BaseModel):
    """A field for each way to be filled."""

    email: EmailStr
    city: str
    code: UUID
    size: float
    payload: Any
    address: Tiny
    state: str = "new"
    fixed: int
    parent: Order | None = None


def test_each_way_to_be_filled_has_its_kind() -> None:
    said = policies_of({"Order.fixed": {"value": 7}})
    found = {
        each.name: each.kind
        for each in report(Order, overrides=said, number_distribution="bounds").fields
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
    assert report(Order, max_depth=0).coverage["left out"] == 1
