"""Fields of classes with a custom constructor."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from pytest_fixturegen.introspection.shapes import CheckedShape, ModelShape, ShapeRef
from pytest_fixturegen.introspection.type_reader import read_type


class Renamed(BaseModel):
    name: str = "none"
    size: int = 0

    def __init__(self, name: str, colour: str) -> None:
        super().__init__(name=f"{colour} {name}")


class Open(BaseModel):
    name: str
    size: int = 0

    def __init__(self, size: int, **others: Any) -> None:
        super().__init__(size=size, **others)


def read_model(model: type[BaseModel]) -> ModelShape:
    """Return the shape of *model* without validators around it."""
    reading = read_type(model)
    shape = reading.shape
    while not isinstance(shape, ModelShape):
        assert isinstance(shape, CheckedShape | ShapeRef)
        shape = reading.refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    return shape


def test_only_parameters_are_fields_and_unknown_parameters_become_fields() -> None:
    fields = read_model(Renamed).fields
    assert [(field.name, field.required, field.json_key) for field in fields] == [
        ("name", True, "name"),
        ("colour", True, None),
    ]


def test_a_constructor_with_keyword_arguments_takes_all_fields() -> None:
    fields = read_model(Open).fields
    assert [(field.name, field.required) for field in fields] == [("name", True), ("size", True)]


def test_the_json_of_a_custom_constructor_is_not_exact() -> None:
    assert not read_model(Open).has_exact_json
