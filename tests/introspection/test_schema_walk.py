"""Walks through core schemas."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen.introspection.schema_walk import iter_schemas
from pytest_fixturegen.introspection.user_functions import find_user_code


def nest(schema: dict[str, Any], levels: int) -> dict[str, Any]:
    """Return a schema that holds *schema* in 2 ** *levels* places."""
    for _ in range(levels):
        schema = {"type": "tuple", "items_schema": [schema, schema]}
    return schema


def test_a_schema_that_stands_in_a_million_places_is_walked_once() -> None:
    schema = nest({"type": "int"}, 20)
    assert len(list(iter_schemas(schema))) == 21
    assert find_user_code(schema) == frozenset()


def test_code_is_found_in_a_schema_that_is_validated_and_written() -> None:
    part = {"type": "function-plain", "function": {"type": "no-info", "function": nest}}
    schema = {"type": "int", "serialization": {"type": "any", "schema": part}, "schema": part}
    assert find_user_code(schema) == {"validation", "serialization"}
