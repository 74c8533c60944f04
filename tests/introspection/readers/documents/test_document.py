"""Which schemas a document has, how targets name them, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen import (
    FixturegenError,
    GenerationConfig,
    document,
    emit_pytest_fixtures,
    explain,
    generate_instances,
    generate_lines,
    pfg_fixture,
)

OPENAPI = """
openapi: {version}
paths: {{}}
components:
  schemas:
    Pet:
      type: object
      required: [name, born]
      properties:
        name: {{type: string}}
        born: {{type: string, format: date, nullable: true}}
        owner.v1: {{$ref: '#/components/schemas/api.v1.owner'}}
    api.v1.owner:
      type: object
      required: [email]
      properties:
        email: {{type: string, format: email}}
"""

CONTRACT = """
kind: DataContract
apiVersion: v3.0.2
schema:
  - name: orders
    properties:
      - {name: order_id, logicalType: integer, primaryKey: true,
         logicalTypeOptions: {minimum: 1, maximum: 99}}
      - {name: placed_on, logicalType: date, required: true}
      - {name: note, logicalType: string}
"""

pet_folder = Path(__file__).parents[4] / "examples/shop/openapi.yaml"
parcel = pfg_fixture(document(f"{pet_folder}:Parcel"), {"state": "delivered"})


def draw_one(target: Any) -> Any:
    return next(iter(generate_instances(document(target), seed=1)))


@pytest.fixture
def openapi(tmp_path: Path) -> Path:
    path = tmp_path / "openapi.yaml"
    path.write_text(OPENAPI.format(version="3.0.3"), "utf-8")
    return path


def test_a_component_is_named_after_a_colon(openapi: Path) -> None:
    assert draw_one(f"{openapi}:Pet").keys() == {"name", "born", "owner.v1"}


@pytest.mark.parametrize(
    "selector", ["api.v1.owner", "api_v1_owner", "#/components/schemas/api.v1.owner"]
)
def test_a_component_has_several_names(selector: str, openapi: Path) -> None:
    assert draw_one(f"{openapi}:{selector}").keys() == {"email"}


def test_nullable_of_openapi_3_0_is_a_type(openapi: Path) -> None:
    config = GenerationConfig(p_none=0.5)
    records = generate_instances(document(f"{openapi}:Pet"), 60, seed=0, config=config)
    assert {type(record["born"]) for record in records} == {str, type(None)}


def test_a_document_with_several_schemas_needs_a_name(openapi: Path) -> None:
    with pytest.raises(FixturegenError, match="has 2 schemas: expected the name of one"):
        document(openapi)


def test_an_unknown_component_is_an_error(openapi: Path) -> None:
    with pytest.raises(FixturegenError, match="has no schema 'Pets'") as info:
        document(f"{openapi}:Pets")
    assert info.value.hint == "Did you mean 'Pet'?"


def test_a_data_contract_has_its_tables(tmp_path: Path) -> None:
    path = tmp_path / "contract.odcs.yaml"
    path.write_text(CONTRACT, "utf-8")
    record = draw_one(f"{path}:orders")
    assert list(record) == ["order_id", "placed_on", "note"]
    assert 1 <= record["order_id"] <= 99


def test_the_definitions_of_a_bare_schema_are_its_records(tmp_path: Path) -> None:
    path = tmp_path / "defs.json"
    path.write_text(json.dumps({"$defs": {"only": {"const": 5}}}), "utf-8")
    assert draw_one(path) == 5


def test_lines_and_instances_are_the_same_records(openapi: Path) -> None:
    pet = document(f"{openapi}:Pet")
    lines = [json.loads(line) for line in generate_lines(pet, 5, seed=3)]
    assert lines == list(generate_instances(pet, 5, seed=3))


def test_record_i_is_the_same_alone(openapi: Path) -> None:
    pet = document(f"{openapi}:Pet")
    assert (
        list(generate_lines(pet, 1, seed=3, start=7)) == list(generate_lines(pet, 9, seed=3))[7:8]
    )


def test_explain_names_the_fields(openapi: Path) -> None:
    fields = {strategy.field for strategy in explain(document(f"{openapi}:Pet"))}
    assert {"name", "born", "email"} <= fields


def test_fixtures_are_dictionaries(openapi: Path, tmp_path: Path) -> None:
    out = tmp_path / "fixtures.py"
    emit_pytest_fixtures([document(f"{openapi}:Pet")], out, seed=1)
    assert "def pet() -> dict[str, Any]:" in out.read_text("utf-8")


def test_pfg_fixture_takes_a_document(parcel: dict[str, Any]) -> None:
    assert parcel["state"] == "delivered"
    assert "@" in parcel["recipient"]["email"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", "{", "is not valid JSON"),
        ("a.yaml", "a: [", "is not valid YAML"),
        ("a.yaml", "&a [*a]", "an alias leads back"),
        ("a.json", "[" * 600 + "]" * 600, "nests too deep"),
        ("a.json", "3", "is not a schema"),
        ("a.json", '{"$schema": "http://json-schema.org/draft-03/schema#"}', "unsupported draft"),
        ("a.yaml", "swagger: '2.0'", "unsupported version"),
        ("a.json", '{"type": "strin"}', "Invalid schema"),
        ("a.txt", "", "Invalid document"),
        ("missing/a.json", None, "is not a file"),
    ],
)
def test_a_bad_document_is_one_sentence(
    name: str, text: str | None, message: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, "utf-8")
    with pytest.raises(FixturegenError, match=message) as info:
        draw_one(path)
    assert info.value.hint


@pytest.mark.parametrize(
    ("schema", "keyword"),
    [
        ({"type": "integer", "minimum": 3, "maximum": 2}, "maximum"),
        ({"allOf": [{"type": "string"}, {"type": "integer"}]}, "type"),
        ({"enum": ["a"], "type": "integer"}, "enum"),
        ({"type": "object", "required": ["a"], "properties": {"a": False}}, "required"),
        ({"type": "string", "minLength": 3, "maxLength": 2}, "maxLength"),
        ({"type": "array", "minItems": 1, "items": False}, "false"),
        ({"type": "integer", "not": {}}, "not"),
    ],
)
def test_an_impossible_schema_names_the_keyword(
    schema: dict[str, Any], keyword: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(schema), "utf-8")
    with pytest.raises(FixturegenError) as info:
        draw_one(path)
    assert info.value.code == 20
    assert info.value.facts["keyword"] == keyword
    assert info.value.facts["pointer"].startswith("a.json#")
