"""Commands on schema documents."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.functional.conftest import Pfg, assert_exit_code, assert_success, error_of

SCHEMA = {
    "type": "object",
    "title": "Ticket",
    "required": ["id", "email"],
    "properties": {
        "id": {"type": "integer", "minimum": 1},
        "email": {"type": "string", "format": "email"},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
}

OPENAPI = {
    "openapi": "3.1.0",
    "components": {
        "schemas": {
            "Ticket": SCHEMA,
            "Reply": {
                "type": "object",
                "properties": {"to": {"$ref": "#/components/schemas/Ticket"}},
            },
        }
    },
}


@pytest.fixture
def documents(project: Path) -> Path:
    """Write a schema and a description of an API into the project."""
    (project / "ticket.json").write_text(json.dumps(SCHEMA))
    (project / "openapi.json").write_text(json.dumps(OPENAPI))
    return project


def test_list_shows_the_schemas(documents: Path, pfg: Pfg) -> None:
    result = pfg("list", "openapi.json")
    assert_success(result)
    assert result.stdout.splitlines() == [
        "openapi.json.Ticket  schema",
        "openapi.json.Reply  schema",
    ]


def test_list_with_ast_shows_them_too(documents: Path, pfg: Pfg) -> None:
    assert pfg("list", "openapi.json", "--ast").stdout == pfg("list", "openapi.json").stdout


def test_json_has_the_records_of_the_schema(documents: Path, pfg: Pfg) -> None:
    result = pfg("gen", "json", "ticket.json", "-n", "3", "--jsonl", "--seed", "4")
    assert_success(result)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record.keys() for record in records] == [{"id", "email", "tags"}] * 3


def test_all_components_are_selected_without_a_name(documents: Path, pfg: Pfg) -> None:
    result = pfg("gen", "json", "openapi.json", "-n", "1")
    assert_success(result)
    assert json.loads(result.stdout).keys() == {"Ticket", "Reply"}


def test_include_selects_components(documents: Path, pfg: Pfg) -> None:
    result = pfg("gen", "json", "openapi.json", "-n", "1", "--jsonl", "--include", "Re*")
    assert json.loads(result.stdout).keys() == {"to"}


def test_overrides_name_fields_of_components(documents: Path, pfg: Pfg) -> None:
    words = ["gen", "json", "openapi.json:Reply", "-n", "1", "--jsonl"]
    result = pfg(*words, "--override", "Ticket.email=a@example.com")
    assert json.loads(result.stdout)["to"]["email"] == "a@example.com"


def test_required_fields_alone_can_be_drawn(documents: Path, pfg: Pfg) -> None:
    result = pfg("gen", "json", "ticket.json", "-n", "1", "--jsonl", "--fill", "required")
    assert json.loads(result.stdout).keys() == {"id", "email"}


def test_fixtures_are_a_module_of_dictionaries(documents: Path, pfg: Pfg) -> None:
    assert_success(pfg("gen", "fixtures", "ticket.json", "--out", "made.py", "--seed", "1"))
    source = (documents / "made.py").read_text()
    assert "def ticket() -> dict[str, Any]:" in source
    compile(source, "made.py", "exec")


def test_the_schema_of_a_component_stands_alone(documents: Path, pfg: Pfg) -> None:
    import jsonschema_rs

    schema = json.loads(pfg("gen", "schema", "openapi.json:Reply").stdout)
    validator = jsonschema_rs.validator_for(schema)
    assert validator.is_valid({"to": {"id": 1, "email": "a@example.com"}})
    assert not validator.is_valid({"to": {"id": 0, "email": "a@example.com"}})


def test_explain_names_the_provider_of_each_field(documents: Path, pfg: Pfg) -> None:
    result = pfg("gen", "explain", "ticket.json")
    assert_success(result)
    assert "email" in result.stdout


def test_doctor_examines_a_document(documents: Path, pfg: Pfg) -> None:
    result = pfg("doctor", "ticket.json")
    assert_success(result)
    assert "1 model, 3 fields, 100 records drawn" in result.stdout


def test_persist_delivers_records(documents: Path, pfg: Pfg) -> None:
    config = json.dumps({"path": "out.jsonl"})
    words = ["persist", "ticket.json", "--handler", "jsonl", "--handler-config", config, "-n", "4"]
    assert_success(pfg(*words))
    assert len((documents / "out.jsonl").read_text().splitlines()) == 4


def test_workers_share_a_document(documents: Path, pfg: Pfg) -> None:
    words = ["gen", "json", "ticket.json", "-n", "600", "--jsonl", "--seed", "3"]
    alone = pfg(*words, "--workers", "1")
    shared = pfg(*words, "--workers", "2")
    assert_success(shared)
    assert alone.stdout == shared.stdout


@pytest.mark.parametrize(
    ("target", "code", "words"),
    [
        ("missing.json", 10, "missing.json is not a file"),
        ("openapi.json:Tickets", 10, "has no schema 'Tickets'"),
        ("broken.json", 10, "is not valid JSON"),
        ("impossible.json", 20, "no value satisfies the schema at impossible.json#"),
    ],
)
def test_an_error_is_one_sentence(
    target: str, code: int, words: str, documents: Path, pfg: Pfg
) -> None:
    (documents / "broken.json").write_text("{,}")
    (documents / "impossible.json").write_text('{"type": "integer", "minimum": 2, "maximum": 1}')
    result = pfg("gen", "json", target, "-n", "1", "--json-errors")
    assert_exit_code(result, code)
    assert words in str(error_of(result)["message"])


def test_without_the_extra_the_error_says_how_to_install_it(
    documents: Path, pfg: Pfg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    result = pfg("gen", "json", "ticket.json", "-n", "1", "--json-errors")
    assert_exit_code(result, 10)
    assert "pip install 'pytest-fixturegen[schema]'" in str(error_of(result)["hint"])
