"""Names, defaults and labels of fields."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import Any

import pytest
from pydantic import AliasChoices, AliasPath, BaseModel, ConfigDict, Field

from pytest_fixturegen.introspection.readers.fields import build_label, is_base_model
from pytest_fixturegen.introspection.shapes import ModelField, ModelShape
from pytest_fixturegen.introspection.type_reader import read_type


class Colour(Enum):
    RED = "red"


class Aliases(BaseModel):
    plain: int
    short: int = Field(alias="s")
    nested: int = Field(validation_alias=AliasPath("outer", 0))
    any_of: int = Field(validation_alias=AliasChoices(AliasPath("outer", 1), "flat"))
    hidden: int = Field(1, exclude=True)


class ByName(BaseModel):
    model_config = ConfigDict(validate_by_alias=False, validate_by_name=True)
    short: int = Field(alias="s")


def read_fields(model: type[BaseModel]) -> dict[str, ModelField]:
    """Return the fields of *model* by name."""
    (shape,) = read_type(model).refs.values()
    assert isinstance(shape, ModelShape)
    return {field.name: field for field in shape.fields}


def test_the_key_is_the_shortest_alias_and_the_json_key_is_the_written_name() -> None:
    keys = {name: (field.key, field.json_key) for name, field in read_fields(Aliases).items()}
    assert keys == {
        "plain": (("plain",), "plain"),
        "short": (("s",), "s"),
        "nested": (("outer", 0), "nested"),
        "any_of": (("flat",), "any_of"),
        "hidden": (("hidden",), None),
    }


def test_a_model_that_validates_by_name_ignores_aliases() -> None:
    assert read_fields(ByName)["short"].key == ("short",)


def test_only_fields_with_a_default_are_optional() -> None:
    fields = read_fields(Aliases)
    assert [(field.required, field.default) for field in fields.values()][-2:] == [
        (True, None),
        (False, 1),
    ]


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (Colour.RED, "red"),
        (Colour, "Colour"),
        (partial(is_base_model, None), "is_base_model"),
        (3, "3"),
        (object(), "object"),
    ],
)
def test_a_label_is_the_same_in_every_run(value: Any, label: str) -> None:
    assert build_label(value) == label


def test_only_base_model_itself_is_the_base_model() -> None:
    assert is_base_model(BaseModel)
    assert not is_base_model(Aliases)
