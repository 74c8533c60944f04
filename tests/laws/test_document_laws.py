"""General properties of records and invalid records of schema documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from pytest_fixturegen import document, generate_invalid, generate_lines
from pytest_fixturegen.api.cases import iter_invalid_lines

ADDRESS = {
    "type": "object",
    "required": ["street"],
    "properties": {
        "street": {"type": "string", "minLength": 3, "maxLength": 30},
        "zip": {"type": "string", "pattern": "^[0-9]{5}$"},
    },
    "additionalProperties": False,
}

SCHEMAS: dict[str, Any] = {
    "bounds": {
        "type": "object",
        "required": ["count", "share", "day"],
        "properties": {
            "count": {"type": "integer", "minimum": 1, "maximum": 9},
            "share": {"type": "number", "exclusiveMinimum": 0, "multipleOf": 0.5},
            "day": {"type": "string", "format": "date"},
        },
    },
    "nested": {
        "type": "object",
        "required": ["home"],
        "properties": {"home": ADDRESS, "others": {"type": "array", "items": ADDRESS}},
    },
    "lists": {
        "type": "array",
        "minItems": 1,
        "maxItems": 4,
        "uniqueItems": True,
        "items": {"enum": ["red", "green", "blue", 4]},
    },
    "unions": {
        "oneOf": [
            {
                "type": "object",
                "required": ["kind", "radius"],
                "properties": {"kind": {"const": "circle"}, "radius": {"type": "number"}},
            },
            {
                "type": "object",
                "required": ["kind", "side"],
                "properties": {"kind": {"const": "square"}, "side": {"type": "number"}},
            },
        ]
    },
    "conditions": {
        "type": "object",
        "required": ["paid"],
        "properties": {"paid": {"type": "boolean"}, "receipt": {"type": "string", "minLength": 4}},
        "if": {"properties": {"paid": {"const": True}}},
        "then": {"required": ["receipt"]},
    },
    "mappings": {
        "type": "object",
        "propertyNames": {"pattern": "^[a-z]+$"},
        "additionalProperties": {"type": "integer", "minimum": 0},
        "minProperties": 1,
    },
    "patterns beside names": {
        "type": "object",
        "properties": {"name": {"type": "string"}},
        "patternProperties": {"^x-": {"type": "integer", "minimum": 3}},
        "additionalProperties": False,
    },
}


@pytest.fixture(params=SCHEMAS)
def schema_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(SCHEMAS[request.param]), "utf-8")
    return path


def test_every_invalid_record_is_refused_with_its_keyword(schema_file: Path) -> None:
    validator = jsonschema_rs.validator_for(
        json.loads(schema_file.read_text()), validate_formats=True
    )
    cases = [
        json.loads(line) for line in iter_invalid_lines(generate_invalid(document(schema_file), 0))
    ]
    assert len(cases) > 3
    for case in cases:
        assert not validator.is_valid(case["payload"]), case["id"]
        keywords = {error.kind.name for error in validator.iter_errors(case["payload"])}
        assert case["type"] in keywords, case["id"]


def test_a_record_has_entries_for_patterns_of_names(tmp_path: Path) -> None:
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(SCHEMAS["patterns beside names"]), "utf-8")
    for line in generate_lines(document(path), 5, seed=0):
        record = json.loads(line)
        assert [name for name in record if name.startswith("x-")]
