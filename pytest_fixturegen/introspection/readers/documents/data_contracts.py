"""Data contracts of the Open Data Contract Standard 3, in the terms of JSON Schema.

Each object of the contract is one schema; its properties become the properties of an object.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LOGICAL_TYPES: Mapping[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "timestamp": {"type": "string", "format": "date-time"},
    "time": {"type": "string", "format": "time"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "object": {"type": "object"},
    "array": {"type": "array"},
}
"""The schema of each logical type."""

OPTIONS = frozenset(
    "minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"
    " minItems maxItems uniqueItems minProperties maxProperties".split()
)
"""Options of logical types that mean what the keyword of the same name means."""

FORMATS = frozenset("email uuid uri hostname ipv4 ipv6 date-time date time".split())
"""Formats of texts that both standards know."""


def is_contract(content: Any) -> bool:
    """Return whether *content* is a data contract of this standard."""
    return isinstance(content, dict) and content.get("kind") == "DataContract"


def convert_contract(content: dict[str, Any]) -> dict[str, Any]:
    """Return a document whose components are the objects of the contract."""
    objects = content.get("schema")
    tables = objects if isinstance(objects, list) else []
    schemas = {
        str(table["name"]): _convert_object(table)
        for table in tables
        if isinstance(table, Mapping) and "name" in table
    }
    return {"components": {"schemas": schemas}}


def _convert_object(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with properties."""
    properties = [each for each in table.get("properties", ()) if isinstance(each, Mapping)]
    named = {str(each.get("name")): each for each in properties}
    return {
        "type": "object",
        "title": str(table.get("name", "")),
        "properties": {name: _convert_property(each) for name, each in named.items()},
        "required": [name for name, each in named.items() if _is_required(each)],
        "additionalProperties": False,
    }


def _is_required(column: Mapping[str, Any]) -> bool:
    """Return whether every record has a value for *column*."""
    return column.get("required") is True or column.get("primaryKey") is True


def _convert_property(column: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of one property."""
    kind = str(column.get("logicalType", "string"))
    schema = dict(LOGICAL_TYPES.get(kind, {}))
    options = column.get("logicalTypeOptions")
    options = options if isinstance(options, Mapping) else {}
    schema |= {key: value for key, value in options.items() if key in OPTIONS}
    if options.get("format") in FORMATS:
        schema["format"] = options["format"]
    if kind == "object" and column.get("properties"):
        schema |= _convert_object(column)
    if kind == "array" and isinstance(column.get("items"), Mapping):
        schema["items"] = _convert_property(column["items"])
    if isinstance(column.get("examples"), list):
        schema["examples"] = column["examples"]
    if not _is_required(column) and isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
    return schema
