"""Inputs that the type of a plain validator declares, in a schema of Pydantic or in a JSON Schema.

Nothing else says what such a validator reads: ``PlainValidator(read, json_schema_input_type=int)``,
or a class whose ``__get_pydantic_json_schema__`` describes arrays of numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import call_or_default

Schema = dict[str, Any]

ANY_SCHEMA: Schema = {"type": "any"}

ROW_LIMITS: Schema = {"min_length": 2, "max_length": 2}
"""The length of a list within a list that does not say it: rows of a table are equally long."""

KINDS = {
    "integer": "int",
    "number": "float",
    "string": "str",
    "boolean": "bool",
    "null": "none",
    "array": "list",
}
"""The kind of Pydantic's schema for each type of JSON Schema."""

NUMBER_LIMITS = {
    "minimum": "ge",
    "maximum": "le",
    "exclusiveMinimum": "gt",
    "exclusiveMaximum": "lt",
    "multipleOf": "multiple_of",
}
LIMITS = {
    "int": NUMBER_LIMITS,
    "float": NUMBER_LIMITS,
    "str": {"minLength": "min_length", "maxLength": "max_length", "pattern": "pattern"},
    "list": {"minItems": "min_length", "maxItems": "max_length"},
}
"""For each kind, keywords of JSON Schema and the keys of Pydantic's schema."""


def find_declared_input(schema: Schema) -> Schema | None:
    """Return the schema of what the plain validator of *schema* declares to read, or None."""
    declared: Schema = schema.get("json_schema_input_schema", ANY_SCHEMA)
    if declared == ANY_SCHEMA and _describes_itself(schema):
        declared = call_or_default(partial(_translate_own_description, schema), ANY_SCHEMA)
    return None if declared == ANY_SCHEMA else declared


def _describes_itself(schema: Schema) -> bool:
    """Return whether functions of the type make the JSON Schema of *schema*."""
    metadata = schema.get("metadata", {})
    return bool({"pydantic_js_functions", "pydantic_js_annotation_functions"} & metadata.keys())


def _translate_own_description(schema: Schema) -> Schema:
    """Return Pydantic's schema of the JSON Schema that *schema* describes itself by."""
    from pydantic.json_schema import GenerateJsonSchema

    core_schema: Any = schema
    document = GenerateJsonSchema().generate(core_schema)
    return JsonSchemaTranslator(document.get("$defs", {})).translate(document)


@dataclass(frozen=True, slots=True)
class JsonSchemaTranslator:
    """Translates a JSON Schema with *definitions*; *parents* are the names of those around it."""

    definitions: Schema
    parents: tuple[str, ...] = ()

    def translate(self, document: Schema) -> Schema:
        """Return Pydantic's schema of the JSON Schema *document*."""
        keyword = next(filter(document.__contains__, TRANSLATIONS), "type")
        return TRANSLATIONS[keyword](self, document)

    def translate_reference(self, document: Schema) -> Schema:
        """Return the schema of the definition that *document* names; anything within itself."""
        name = document["$ref"].rpartition("/")[2]
        inner = JsonSchemaTranslator(
            self.definitions,
            (*self.parents, name),
        )
        return ANY_SCHEMA if name in self.parents else inner.translate(self.definitions[name])

    def translate_constant(self, document: Schema) -> Schema:
        """Return the schema of the values that *document* lists."""
        return {"type": "literal", "expected": document.get("enum", [document.get("const")])}

    def translate_union(self, document: Schema) -> Schema:
        """Return the schema of any of the members of *document*."""
        members: Any = document.get("anyOf", document.get("oneOf"))
        choices = list(map(self.translate, members))
        return ANY_SCHEMA if ANY_SCHEMA in choices else {"type": "union", "choices": choices}

    def translate_value(self, document: Schema) -> Schema:
        """Return the schema of the type of *document*, with its limits."""
        kind = KINDS.get(document.get("type", ""), "any")
        schema: Schema = {"type": kind}
        for keyword in LIMITS.get(kind, {}).keys() & document.keys():
            schema[LIMITS[kind][keyword]] = document[keyword]
        if kind == "list":
            schema["items_schema"] = self._translate_items(document.get("items", {}))
        return schema

    def _translate_items(self, document: Schema) -> Schema:
        """Return the schema of the items of a list: lists among them are equally long."""
        items = self.translate(document)
        return {**ROW_LIMITS, **items} if items["type"] == "list" else items


TRANSLATIONS: dict[str, Callable[[JsonSchemaTranslator, Schema], Schema]] = {
    "$ref": JsonSchemaTranslator.translate_reference,
    "enum": JsonSchemaTranslator.translate_constant,
    "const": JsonSchemaTranslator.translate_constant,
    "anyOf": JsonSchemaTranslator.translate_union,
    "oneOf": JsonSchemaTranslator.translate_union,
    "type": JsonSchemaTranslator.translate_value,
}
"""The method for each keyword of JSON Schema, the first that a document has."""
