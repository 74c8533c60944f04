"""Records satisfy the keywords of JSON Schema. The fixture ``draw`` validates all of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.introspection.readers.documents.conftest import Draw


def build_object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


SCHEMAS: dict[str, dict[str, Any]] = {
    "bounds": {"type": "integer", "exclusiveMinimum": 3, "maximum": 5},
    "multiples of two steps": {"allOf": [{"multipleOf": 4}, {"multipleOf": 6}], "type": "integer"},
    "a multiple of a fraction": {"type": "number", "multipleOf": 0.25, "minimum": 1},
    "lengths": {"type": "string", "minLength": 3, "maxLength": 5},
    "two patterns": {"type": "string", "allOf": [{"pattern": "^a"}, {"pattern": "[0-9]{3}$"}]},
    "a type list": {"type": ["string", "null", "integer"]},
    "const next to enum": {"enum": [1, 2, 3], "const": 2},
    "no type at all": {},
    "unique items of few values": {
        "type": "array",
        "uniqueItems": True,
        "minItems": 3,
        "items": {"enum": ["a", "b", "c"]},
    },
    "a prefix without a rest": {
        "type": "array",
        "prefixItems": [{"type": "integer"}, {"type": "string"}],
        "items": False,
        "minItems": 2,
    },
    "contains": {"type": "array", "contains": {"const": 7}, "items": {"type": "integer"}},
    "contains at most": {
        "type": "array",
        "minItems": 3,
        "items": {"type": "integer", "maximum": 9},
        "contains": {"minimum": 5},
        "maxContains": 1,
    },
    "unevaluated items": {
        "type": "array",
        "allOf": [{"prefixItems": [{"type": "string"}]}],
        "unevaluatedItems": False,
        "minItems": 1,
    },
    "a pattern of names": {
        "type": "object",
        "patternProperties": {"^x-[a-z]+$": {"type": "integer"}},
        "additionalProperties": False,
        "minProperties": 1,
    },
    "names of an enum": {
        "type": "object",
        "propertyNames": {"enum": ["red", "green"]},
        "additionalProperties": {"type": "boolean"},
        "minProperties": 2,
    },
    "more properties than are named": {
        "type": "object",
        "properties": {"a": {"type": "integer"}},
        "minProperties": 3,
    },
    "fewer properties than are named": {
        "type": "object",
        "properties": {name: {"type": "integer"} for name in "abcde"},
        "maxProperties": 2,
    },
    "closed by another schema": {
        "allOf": [
            build_object(a={"type": "integer"}),
            {"additionalProperties": False, "properties": {"a": {}, "b": {"type": "string"}}},
        ]
    },
    "unevaluated properties": {
        "allOf": [build_object(a={"type": "integer"})],
        "properties": {"b": {"type": "string"}},
        "unevaluatedProperties": False,
    },
    "one of, told apart by a constant": {
        "oneOf": [
            build_object(kind={"const": "a"}, size={"type": "integer"}),
            build_object(kind={"const": "b"}, name={"type": "string"}),
        ]
    },
    "one of, told apart by presence": {
        "type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
        "oneOf": [{"required": ["a"]}, {"required": ["b"]}],
    },
    "one of, told apart by a bound": {"oneOf": [{"type": "integer"}, {"minimum": 2}]},
    "one of, of closed objects": {
        "oneOf": [
            {"type": "object", "properties": {"a": {}}, "additionalProperties": False},
            {"type": "object", "properties": {"b": {}}, "additionalProperties": False},
        ]
    },
    "any of": {"anyOf": [{"type": "integer", "minimum": 5}, {"type": "string", "maxLength": 2}]},
    "not a type": {"not": {"type": ["string", "number", "null", "boolean"]}},
    "not a value": {"type": "integer", "minimum": 1, "maximum": 2, "not": {"const": 2}},
    "not a property": {
        "type": "object",
        "properties": {"a": {}, "b": {}},
        "not": {"required": ["b"]},
    },
    "not not": {"not": {"not": {"type": "integer"}}},
    "if, then, else": {
        "type": "object",
        "required": ["country"],
        "properties": {"country": {"enum": ["US", "NL"]}, "code": {"type": "string"}},
        "if": {"properties": {"country": {"const": "US"}}},
        "then": {"properties": {"code": {"pattern": "^[0-9]{5}$"}}, "required": ["code"]},
        "else": {"properties": {"code": {"pattern": "^[0-9]{4} [A-Z]{2}$"}}},
    },
    "a dependent property": {
        "type": "object",
        "properties": {"card": {"type": "integer"}, "address": {"type": "string"}},
        "dependentRequired": {"card": ["address"]},
    },
    "a dependent schema": {
        "type": "object",
        "properties": {"card": {"type": "integer"}},
        "dependentSchemas": {"card": {"required": ["zip"], "properties": {"zip": {"const": "1"}}}},
    },
    "content": {"type": "string", "contentMediaType": "application/json"},
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_records_satisfy(name: str, draw: Draw) -> None:
    draw(SCHEMAS[name])


FORMATS = (
    "date-time date time duration email uri uri-reference uuid ipv4 ipv6 hostname json-pointer"
    " relative-json-pointer regex uri-template iri idn-email idn-hostname"
).split()


@pytest.mark.parametrize("name", FORMATS)
def test_texts_have_their_format(name: str, draw: Draw) -> None:
    draw({"type": "string", "format": name}, draft="draft-07")


def test_both_members_of_one_of_are_drawn(draw: Draw) -> None:
    records = draw(SCHEMAS["one of, told apart by a constant"], 30)
    assert {record["kind"] for record in records} == {"a", "b"}


def test_both_branches_of_if_are_drawn(draw: Draw) -> None:
    records = draw(SCHEMAS["if, then, else"], 30)
    assert {record["country"] for record in records} == {"US", "NL"}


def test_optional_properties_are_drawn(draw: Draw) -> None:
    [record] = draw({"type": "object", "properties": {"a": {"type": "string"}}}, 1)
    assert record.keys() == {"a"}


def test_an_impossible_optional_property_is_left_out(draw: Draw) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "integer"}, "b": False}}
    assert draw(schema, 1)[0].keys() == {"a"}


def test_the_bounds_of_draft_4_are_booleans(draw: Draw) -> None:
    schema = {"type": "integer", "minimum": 3, "exclusiveMinimum": True, "maximum": 4}
    assert set(draw(schema, draft="draft-04")) == {4}


def test_names_of_properties_agree_within_a_record(draw: Draw) -> None:
    text = {"type": "string"}
    records = draw(build_object(first_name=text, last_name=text, full_name=text))
    for record in records:
        assert record["full_name"].startswith(record["first_name"])


def test_names_with_special_characters_stay(draw: Draw) -> None:
    names = ["a.b", "a b", "x|y", "~", "#", "*", ""]
    schema = build_object(**{name: {"type": "integer"} for name in names})
    assert list(draw(schema, 1)[0]) == names
