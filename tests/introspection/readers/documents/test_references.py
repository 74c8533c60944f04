"""References within a document, to files beside it, and to what does not exist."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen import FixturegenError, document, generate_instances
from tests.introspection.readers.documents.conftest import Draw


def write(path: Path, content: Any) -> Path:
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_a_recursive_schema_ends(draw: Draw) -> None:
    node = {"type": "object", "properties": {"next": {"$ref": "#"}, "name": {"type": "string"}}}
    records = draw({"required": ["name"], **node})
    assert all("next" in record for record in records)


def test_mutual_recursion_through_lists_ends(draw: Draw) -> None:
    draw(
        {
            "$ref": "#/$defs/value",
            "$defs": {
                "value": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/list"}]},
                "list": {"type": "array", "items": {"$ref": "#/$defs/value"}, "minItems": 1},
            },
        }
    )


def test_anchors_and_ids_are_found(draw: Draw) -> None:
    draw(
        {
            "$id": "https://example.com/root",
            "properties": {"a": {"$ref": "#name"}, "b": {"$ref": "other"}},
            "required": ["a", "b"],
            "type": "object",
            "$defs": {
                "one": {"$anchor": "name", "type": "integer"},
                "two": {"$id": "other", "type": "boolean"},
            },
        }
    )


def test_a_dynamic_reference_leads_to_the_outermost_anchor(draw: Draw) -> None:
    records = draw(
        {
            "$id": "https://example.com/strings",
            "$ref": "list",
            "$defs": {
                "item": {"$dynamicAnchor": "item", "type": "string"},
                "list": {
                    "$id": "list",
                    "type": "array",
                    "minItems": 1,
                    "items": {"$dynamicRef": "#item"},
                    "$defs": {"any": {"$dynamicAnchor": "item"}},
                },
            },
        }
    )
    assert all(isinstance(item, str) for record in records for item in record)


def test_keywords_next_to_a_reference_count_since_2019(draw: Draw) -> None:
    schema = {"$ref": "#/$defs/n", "maximum": 3, "$defs": {"n": {"type": "integer", "minimum": 3}}}
    assert set(draw(schema)) == {3}


def test_a_file_beside_the_document_is_read(tmp_path: Path) -> None:
    write(tmp_path / "city.json", {"$defs": {"city": {"enum": ["Porto"]}}})
    path = write(tmp_path / "home.json", {"$ref": "city.json#/$defs/city"})
    assert next(iter(generate_instances(document(path)))) == "Porto"


def test_a_reference_to_the_network_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path / "home.json", {"$ref": "https://example.com/city.json"})
    with pytest.raises(FixturegenError, match=r"home\.json#: cannot resolve the reference") as info:
        list(generate_instances(document(path)))
    assert info.value.code == 10


def test_a_misspelt_reference_names_the_nearest(tmp_path: Path) -> None:
    path = write(tmp_path / "home.json", {"$ref": "#/$defs/citi", "$defs": {"city": {}}})
    with pytest.raises(FixturegenError) as info:
        list(generate_instances(document(path)))
    assert "city" in info.value.hint


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", {"const": 1})
    assert next(iter(generate_instances(document(path)))) == 1
    write(path, {"const": "another"})
    assert next(iter(generate_instances(document(path)))) == "another"


def test_a_long_chain_of_schemas_is_read(draw: Draw) -> None:
    definitions: dict[str, Any] = {
        f"C{number}": {
            "type": "object",
            "properties": {"next": {"$ref": f"#/$defs/C{(number + 1) % 600}"}},
            "required": ["next"] if number < 5 else [],
        }
        for number in range(600)
    }
    draw({"$ref": "#/$defs/C0", "$defs": definitions}, 2)


def test_an_impossible_schema_within_itself_is_left_out(draw: Draw) -> None:
    records = draw(
        {
            "type": "object",
            "properties": {"child": {"$ref": "#/$defs/child"}, "name": {"type": "string"}},
            "$defs": {
                "child": {
                    "type": "object",
                    "properties": {"again": {"$ref": "#/$defs/child"}, "never": False},
                    "required": ["never"],
                }
            },
        },
        2,
    )
    assert all(record.keys() == {"name"} for record in records)
