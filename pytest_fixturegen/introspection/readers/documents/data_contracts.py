"""Data contracts of the Open Data Contract Standard 3, in the terms of JSON Schema.

Each object of the contract is one schema; its properties become the properties of an object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

CONTRACT_KIND = "DataContract"

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

PHYSICAL_TYPES: Mapping[str, str] = {
    "timestamp": "timestamp",
    "datetime": "timestamp",
    "date": "date",
    "time": "time",
    "bool": "boolean",
    "bit": "boolean",
    "int": "integer",
    "serial": "integer",
    "num": "number",
    "dec": "number",
    "double": "number",
    "float": "number",
    "real": "number",
    "money": "number",
    "array": "array",
    "struct": "object",
    "json": "object",
}
"""The logical type that a word in a physical type means, if a column names no logical one."""

PHYSICAL_TEXT = re.compile(r"(?:n?var|bp)?char(?:acter)?(?: varying)?2?\s*\((\d+)\)", re.IGNORECASE)
"""A physical type of texts with a greatest length."""

METRICS: Mapping[str, str] = {
    "nullValues": "nullValues",
    "nullCheck": "nullValues",
    "missingValues": "missingValues",
    "invalidValues": "invalidValues",
    "validValues": "invalidValues",
    "duplicateValues": "duplicateValues",
    "duplicateCount": "duplicateValues",
}
"""Quality metrics that say something of single values, by their present and past names."""

UNIQUE_KEYS = "x-unique-keys"
"""Own keyword: lists of properties of which no two records have the same values."""

FOREIGN_KEYS = "x-foreign-keys"
"""Own keyword: pairs of a property and the one of another schema whose values it has."""

REFERENCE = re.compile(r"(\w+)\.(\w+)|/?schema/(\w+)/properties/(\w+)")
"""A column of another object, as relationships name it since version 3.1."""

FORMATS = frozenset("email uuid uri hostname ipv4 ipv6 date-time date time".split())
"""Formats of texts that both standards know."""


def is_contract(content: Any) -> bool:
    """Return whether *content* is a data contract of this standard."""
    return isinstance(content, dict) and content.get("kind") == CONTRACT_KIND


def convert_contract(content: dict[str, Any]) -> dict[str, Any]:
    """Return a document whose components are the objects of the contract."""
    objects = content.get("schema")
    tables = objects if isinstance(objects, list) else []
    schemas = {
        str(table["name"]): _convert_object(table)
        for table in tables
        if isinstance(table, Mapping) and "name" in table
    }
    return {"kind": CONTRACT_KIND, "components": {"schemas": schemas}}


def _convert_object(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of an object with properties."""
    properties = table.get("properties")
    columns = [each for each in properties or () if isinstance(each, Mapping)]
    named = {str(each.get("name")): each for each in columns}
    return {
        "type": "object",
        "title": str(table.get("name", "")),
        "properties": {name: _convert_property(each) for name, each in named.items()},
        "required": [name for name, each in named.items() if _is_required(each)],
        "additionalProperties": False,
        UNIQUE_KEYS: list(_iter_keys(named)),
        FOREIGN_KEYS: list(_iter_foreign_keys(named)),
    }


def _iter_foreign_keys(columns: Mapping[str, Mapping[str, Any]]) -> Iterator[list[str]]:
    """Yield each column that refers to a column of another object, and that column."""
    for name, column in columns.items():
        relationships = column.get("relationships")
        for each in relationships if isinstance(relationships, list) else ():
            target = each.get("to") if isinstance(each, Mapping) else None
            match = REFERENCE.fullmatch(target) if isinstance(target, str) else None
            if match is not None:
                yield [name, f"{match[1] or match[3]}.{match[2] or match[4]}"]


def _iter_keys(columns: Mapping[str, Mapping[str, Any]]) -> Iterator[list[str]]:
    """Yield the names of the columns of each key that no two records may share."""
    primary = [name for name, each in columns.items() if each.get("primaryKey") is True]
    if primary:
        yield primary
    for name, column in columns.items():
        checks = _list_checks(column)
        is_unique = column.get("unique") is True or "duplicateValues" in checks
        if is_unique and [name] != primary:
            yield [name]


def _is_required(column: Mapping[str, Any]) -> bool:
    """Return whether every record has a value for *column*."""
    if column.get("required") is True or column.get("primaryKey") is True:
        return True
    return not {"nullValues", "missingValues"}.isdisjoint(_list_checks(column))


def _list_checks(column: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the arguments of each quality check of *column* that no value may fail, by metric.

    A check is named by ``metric`` since version 3.1, and by ``rule`` before.
    """
    quality = column.get("quality")
    checks = {}
    for check in quality if isinstance(quality, list) else ():
        if isinstance(check, Mapping) and check.get("mustBe") == 0:
            arguments = check.get("arguments")
            name = METRICS.get(str(check.get("metric", check.get("rule"))), "")
            checks[name] = arguments if isinstance(arguments, Mapping) else check
    return checks


def _convert_property(column: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of one property."""
    kind = _find_kind(column)
    schema = dict(LOGICAL_TYPES.get(kind, {})) | _read_length(column)
    schema |= _convert_options(column.get("logicalTypeOptions"))
    schema |= _convert_options(_list_checks(column).get("invalidValues"))
    if kind == "object" and column.get("properties"):
        schema |= _convert_object(column)
    if kind == "array" and isinstance(column.get("items"), Mapping):
        schema["items"] = _convert_property(column["items"])
    if isinstance(column.get("examples"), list):
        schema["examples"] = column["examples"]
    if not _is_required(column) and isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
        if "enum" in schema:
            schema["enum"] = [*schema["enum"], None]
    return schema


def _convert_options(options: Any) -> dict[str, Any]:
    """Return the keywords that *options* of a type, or arguments of a check, mean."""
    if not isinstance(options, Mapping):
        return {}
    schema = {key: value for key, value in options.items() if key in OPTIONS}
    if options.get("format") in FORMATS:
        schema["format"] = options["format"]
    if isinstance(options.get("validValues"), list):
        schema["enum"] = options["validValues"]
    return schema


def _find_kind(column: Mapping[str, Any]) -> str:
    """Return the logical type of *column*, or the one that its physical type means."""
    kind = column.get("logicalType")
    if isinstance(kind, str):
        return kind
    physical = str(column.get("physicalType", "")).lower()
    return next((each for word, each in PHYSICAL_TYPES.items() if word in physical), "string")


def _read_length(column: Mapping[str, Any]) -> dict[str, Any]:
    """Return the greatest length of the texts of a physical type such as ``varchar(20)``."""
    match = PHYSICAL_TEXT.fullmatch(str(column.get("physicalType", "")).strip())
    return {"maxLength": int(match[1])} if match and _find_kind(column) == "string" else {}
