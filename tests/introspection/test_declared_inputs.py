"""Plain validators whose type declares what they read."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import (
    BaseModel,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    TypeAdapter,
    WithJsonSchema,
)
from pydantic_core import core_schema

from pytest_fixturegen import generate_instances


def read_even(value: Any) -> int:
    """Return *value*, an even number."""
    if not isinstance(value, int) or value % 2:
        raise ValueError("wrong")
    return value


def read_words(value: Any) -> tuple[str, ...]:
    """Return the words of *value*, a list."""
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError("wrong")
    return tuple(value)


def read_level(value: Any) -> str:
    """Return *value*, one of two words."""
    if value not in ("low", "high"):
        raise ValueError("wrong")
    return str(value)


def read_amount(value: Any) -> Decimal:
    """Return the amount *value*, between 5 and 9."""
    if not isinstance(value, float) or not 5 <= value <= 9:
        raise ValueError("wrong")
    return Decimal(value)


class Matrix:
    """Rows of numbers, all of one length."""

    def __init__(self, rows: list[list[float]]) -> None:
        self.rows = rows

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        def read(rows: Any) -> Matrix:
            """Return the matrix of *rows*."""
            if isinstance(rows, Matrix):
                return rows
            if not isinstance(rows, list) or len({len(row) for row in rows}) > 1:
                raise ValueError("wrong")
            return Matrix([[float(number) for number in row] for row in rows])

        return core_schema.no_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda own: own.rows),
            metadata={"pydantic_js_functions": [cls.describe]},
        )

    @classmethod
    def describe(cls, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the JSON Schema of a matrix."""
        rows = core_schema.list_schema(core_schema.list_schema(core_schema.float_schema()))
        return handler(rows)


def describe(json_schema: dict[str, Any], read: Any) -> Any:
    """Return the type whose validator is *read* and whose JSON Schema is *json_schema*."""
    return Annotated[Any, PlainValidator(read), WithJsonSchema(json_schema)]


TYPES = {
    "input type": Annotated[int, PlainValidator(read_even, json_schema_input_type=int)],
    "integer": describe({"type": "integer", "multipleOf": 2}, read_even),
    "list": describe({"type": "array", "items": {"type": "string"}}, read_words),
    "enum": describe({"enum": ["low", "high"]}, read_level),
    "constants": describe({"anyOf": [{"const": "low"}, {"const": "high"}]}, read_level),
    "limits": describe({"type": "number", "minimum": 5, "maximum": 9}, read_amount),
    "class": Matrix,
}


@pytest.mark.parametrize("name", TYPES)
def test_a_plain_validator_gets_what_its_type_declares(name: str) -> None:
    model = TypeAdapter(TYPES[name])
    assert model is not None

    class Declared(BaseModel):
        field: TYPES[name]  # type: ignore[valid-type]

    assert len(list(generate_instances(Declared, 20, seed=1))) == 20


def test_anything_that_holds_itself_is_anything() -> None:
    tree = {"anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Tree"}}, {}]}
    document = {"type": "array", "items": {"$ref": "#/$defs/Tree"}, "$defs": {"Tree": tree}}

    class Declared(BaseModel):
        field: describe(document, list)  # type: ignore[valid-type]

    assert len(list(generate_instances(Declared, 20, seed=1))) == 20
