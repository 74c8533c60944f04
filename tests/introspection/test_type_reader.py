"""Reading of types: names, references, errors, and the functions of a reading."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, Field, TypeAdapter

from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.introspection.shapes import CollectionShape, ModelShape, Scalar, ShapeRef
from pytest_fixturegen.introspection.type_reader import (
    build_json_schema,
    get_builder,
    make_lenient,
    read_class,
    read_type,
)


class Node(BaseModel):
    value: int = Field(alias="v")
    children: list[Node] = []


class Undefined(BaseModel):
    later: Later  # type: ignore[name-defined]  # noqa: F821


class Plain:
    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        raise TypeError("no schema")


def test_a_recursive_model_refers_to_itself() -> None:
    reading = read_type(Node)
    (model,) = [shape for shape in reading.refs.values() if isinstance(shape, ModelShape)]
    assert reading.shape == ShapeRef(model.ref)
    assert [field.name for field in model.fields] == ["value", "children"]
    assert model.fields[1].shape == CollectionShape("list", ShapeRef(model.ref))


def test_a_reading_validates_and_writes_with_and_without_aliases() -> None:
    reading = read_type(Node)
    node = reading.validate({"v": 3})
    assert node == reading.validate_json(b'{"v": 3}') == Node(v=3)
    assert reading.dump_json(node) == b'{"v":3,"children":[]}'
    assert reading.dump_by_name(node) == b'{"value":3,"children":[]}'


@pytest.mark.parametrize(
    ("annotation", "hint"),
    [
        (Undefined, "Import or define the names in its annotations."),
        (Plain, "Change the type as Pydantic asks, or leave the model out with --exclude."),
    ],
)
def test_an_unreadable_type_is_an_error_with_a_hint(annotation: Any, hint: str) -> None:
    name = annotation.__name__
    with pytest.raises(MappingError, match=f"^Pydantic cannot read the type {name}: ") as caught:
        read_type(annotation)
    assert caught.value.hint == hint


def test_the_reading_of_a_class_is_cached() -> None:
    assert read_class(Node) is read_class(Node)
    assert read_class(int).shape == Scalar("int")


def test_the_json_schema_is_that_of_pydantic() -> None:
    assert build_json_schema(Node) == TypeAdapter(Node).json_schema()


def test_a_lenient_builder_keeps_what_it_cannot_build() -> None:
    build = make_lenient(get_builder(Node))
    assert build({"v": 1}) == Node(v=1)
    assert build({"v": "no number"}) == {"v": "no number"}
