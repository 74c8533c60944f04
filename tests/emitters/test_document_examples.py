"""Examples in documents: valid, stable, and no other byte changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from click.testing import CliRunner, Result

from pytest_fixturegen.cli.main import main
from pytest_fixturegen.emitters.document_text import DocumentText
from pytest_fixturegen.emitters.example_places import list_places
from pytest_fixturegen.emitters.yaml_text import format_block, format_flow

OPENAPI = """\
# Our shop.
openapi: 3.1.0
info: {title: Shop, version: '1'}   # kept
paths:
  /orders:
    parameters:
    - name: page   # from 1
      in: query
      schema: {type: integer, minimum: 1}

    - in: header
      name: X-Trace
      example: mine
      schema: {type: string}
    post:
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Order'}
          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Order'}}
      responses:
        200:
          description: |
            The order,
            as it is stored.

          headers:
            X-Rate: {schema: {type: integer, maximum: 5}}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Order'}}
        404: {$ref: '#/components/responses/Missing'}
        5XX:
          description: broken
          content:
            text/plain:
              schema:
                type: string
                description: >+
                  What went wrong,

                  in words.


components:
  responses:
    Missing:
      description: nothing
      content:
        application/problem+json:
          schema:
            type: object
            required: [title]
            properties: {title: {type: string}}
  # the schemas
  schemas:
    Order:
      type: object
      required: [id, state, secret]
      properties:
        id: {type: integer, readOnly: true}
        state: {enum: [open, 'no', "1"]}
        secret:
          type: string
          writeOnly: true
        notes: {type: array, minItems: 1, items: {type: string}}
    Price: {type: number, minimum: 0.5}
    Alias: {$ref: '#/components/schemas/Order'}
    Own:
      type: string
      maxLength: 3
      examples: [far too long]"""

STYLES = {
    "as written": OPENAPI,
    "windows": OPENAPI.replace("\n", "\r\n") + "\r\n",
    "3.0": OPENAPI.replace("3.1.0", "3.0.3") + "\n",
    "json": json.dumps(yaml.safe_load(OPENAPI.replace("200:", "'200':").replace("404:", "'404':"))),
}
STYLES["json indented"] = json.dumps(json.loads(STYLES["json"]), indent=4)
STYLES["json tabs"] = json.dumps(json.loads(STYLES["json"]), indent="\t") + "\n"
STYLES["json compact"] = json.dumps(json.loads(STYLES["json"]), separators=(",", ":"))


def run_pfg(*words: str) -> Result:
    return CliRunner().invoke(main, ["gen", "examples", *words])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_document(style: str, text: str = "") -> Path:
    path = Path("api.json" if style.startswith("json") else "api.yaml")
    path.write_bytes((text or STYLES[style]).encode())
    return path


def remove_examples(before: str, after: str) -> str:
    """Return *after* without the lines that were added, or a JSON line without what was added."""
    if "\n" not in before:
        known, value = json.loads(before), json.loads(after)
        is_compact = '": ' not in before
        return json.dumps(strip(value, known), separators=(",", ":") if is_compact else None)
    kept, expected = [], before.splitlines(keepends=True)
    for line in after.splitlines(keepends=True):
        wanted = expected[len(kept)] if len(kept) < len(expected) else None
        if (wanted is not None and line in (wanted, f"{wanted}\n", f"{wanted[:-1]},\n")) or (
            wanted is not None and has_flow_example(wanted, line)
        ):
            kept.append(wanted)
    return "".join(kept)


def has_flow_example(before: str, after: str) -> bool:
    """Return whether *after* is *before* with an example in a flow mapping."""
    end = before.rstrip("\r\n")
    closing = len(end) - len(end.rstrip("} "))
    start = end[: len(end) - closing]
    return ', "example' in after and any(
        after.startswith(f'{end[:cut]}, "example') for cut in range(len(start), len(end))
    )


def strip(value: Any, known: Any) -> Any:
    """Return *value* with the keys alone that *known* has."""
    if isinstance(value, dict):
        return {key: strip(each, known[key]) for key, each in value.items() if key in known}
    if isinstance(value, list) and isinstance(known, list):
        return [strip(*pair) for pair in zip(value, known, strict=True)]
    return value


@pytest.mark.parametrize("style", STYLES)
def test_examples_are_added_and_nothing_else_changes(style: str) -> None:
    path = write_document(style)
    before = path.read_bytes().decode()
    result = run_pfg(str(path), "--out", str(path))
    assert result.exit_code == 0, result.output
    assert "9 examples written" in result.output
    after = path.read_bytes().decode()
    assert remove_examples(before, after) == before
    load = json.loads if style.startswith("json") else yaml.safe_load
    known, value = load(before), load(after)
    assert json.dumps(strip(value, known)) == json.dumps(known)
    again = run_pfg(str(path), "--out", str(path))
    assert "unchanged" in again.output
    assert path.read_bytes().decode() == after


def test_requests_and_responses_have_their_own_properties() -> None:
    path = write_document("as written")
    run_pfg(str(path), "--out", str(path))
    content = yaml.safe_load(path.read_text())
    operation = content["paths"]["/orders"]["post"]
    sent = operation["requestBody"]["content"]["application/json"]["examples"]["generated"]["value"]
    answer = operation["responses"][200]["content"]["application/json"]
    received = answer["examples"]["generated"]["value"]
    (whole,) = content["components"]["schemas"]["Order"]["examples"]
    assert set(sent) == {"state", "secret", "notes"}
    assert set(received) == {"id", "state", "notes"}
    assert whole == {**sent, **received}
    form = operation["requestBody"]["content"]["application/x-www-form-urlencoded"]
    assert form["examples"]["generated"]["value"] == sent


def test_a_new_schema_adds_only_its_own_example() -> None:
    path = write_document("3.0")
    run_pfg(str(path), "--out", str(path))
    first = path.read_text()
    new = first + "    Extra:\n      type: string\n      format: email\n"
    path.write_text(new)
    run_pfg(str(path), "--out", str(path))
    added = path.read_text().removeprefix(new)
    assert added.startswith("      example: ")
    assert len(added.splitlines()) == 1


def test_examples_of_persons_are_kept_unless_they_are_replaced() -> None:
    path = write_document("as written")
    kept = run_pfg(str(path), "--out", str(path))
    assert "kept 1 example that schemas refuse" in kept.output
    content = yaml.safe_load(path.read_text())
    assert content["components"]["schemas"]["Own"]["examples"] == ["far too long"]
    run_pfg(str(path), "--out", str(path), "--replace", "invalid")
    content = yaml.safe_load(path.read_text())
    (own,) = content["components"]["schemas"]["Own"]["examples"]
    assert len(own) <= 3
    assert content["paths"]["/orders"]["parameters"][1]["example"] == "mine"
    run_pfg(str(path), "--out", str(path), "--replace", "all", "--seed", "4")
    content = yaml.safe_load(path.read_text())
    assert content["paths"]["/orders"]["parameters"][1]["example"] != "mine"


def test_check_writes_nothing_and_shows_the_difference() -> None:
    path = write_document("as written")
    result = run_pfg(str(path), "--out", str(path), "--check")
    assert result.exit_code == 1
    assert "+      examples:" in result.output
    assert path.read_text() == OPENAPI


def test_places_are_selected_by_their_names() -> None:
    path = write_document("as written")
    assert run_pfg(f"{path}:Price", "--out", "one.yaml").exit_code == 0
    assert yaml.safe_load(Path("one.yaml").read_text())["components"]["schemas"]["Price"][
        "examples"
    ]
    assert "1 example written" in run_pfg(str(path), "--include", "POST /orders 5XX*").output
    assert run_pfg(str(path), "--include", "nothing").exit_code == 10


def test_a_schema_without_values_is_an_error_and_the_others_are_written() -> None:
    text = OPENAPI + "\n    Never: {type: integer, minimum: 5, maximum: 4}\n"
    path = write_document("as written", text)
    result = run_pfg(str(path), "--out", str(path))
    assert result.exit_code == 20
    assert "9 examples written" in result.output
    assert "keyword 'maximum'" in result.output


def test_a_json_schema_gets_examples() -> None:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {"Name": {"type": "string", "minLength": 2}},
        "type": "object",
        "required": ["name"],
        "properties": {"name": {"$ref": "#/$defs/Name"}},
    }
    Path("person.json").write_text(json.dumps(schema, indent=2))
    assert run_pfg("person.json", "--out", "person.json").exit_code == 0
    written = json.loads(Path("person.json").read_text())
    jsonschema_rs.validate(schema, written["examples"][0])
    assert len(written["$defs"]["Name"]["examples"][0]) >= 2
    Path("person.yaml").write_text(yaml.safe_dump(schema, sort_keys=False))
    assert run_pfg("person.yaml", "--out", "person.yaml").exit_code == 0
    assert yaml.safe_load(Path("person.yaml").read_text())["$defs"]["Name"]["examples"]


@pytest.mark.parametrize("name", ["models.py", "data.json", "swagger.json"])
def test_other_targets_are_refused(name: str) -> None:
    Path(name).write_text('{"swagger": "2.0"}' if name == "swagger.json" else "[]")
    result = run_pfg(name)
    assert result.exit_code == (2 if name == "models.py" else 10)


ODD_TEXTS = [
    "no",
    "~",
    "1e3",
    "0o7",
    "a: b",
    "# x",
    "- y",
    "é😀",
    "\x7f\u2028",
    "",
    " a",
    "x\ny",
    "2020-01-01",
]


ODD_VALUES = [*ODD_TEXTS, "2020-01-01", 1e-7, 1e22, -0.5, 10**30, None, True, [], {}, [[1], {}]]


@pytest.mark.parametrize("value", ODD_VALUES)
def test_values_are_read_from_yaml_as_they_were(value: Any) -> None:
    whole = {"key": value, "list": [value, {"a": value}], "odd: key": {"b": [[value]]}}
    block = "\n".join(format_block("x", whole))
    assert yaml.safe_load(block) == {"x": whole}
    assert yaml.safe_load(f"x: {format_flow(whole)}") == {"x": whole}


def test_an_alias_has_no_place_for_an_example() -> None:
    text = "openapi: 3.0.0\ncomponents:\n  schemas:\n    A: &a {type: string}\n    B: *a\n"
    document = DocumentText(text, is_json=False)
    places = list_places(yaml.safe_load(text))
    edits = [document.build_edit(place.steps, "example", "x") for place in places]
    assert [edit is None for edit in edits] == [False, True]


def test_deep_documents_and_a_byte_order_mark_are_no_trouble() -> None:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(100):
        schema = {"allOf": [schema]}
    text = "\ufeff" + json.dumps({"$defs": {"Deep": schema}, "type": "integer"})
    Path("deep.json").write_text(text, encoding="utf-8")
    result = run_pfg("deep.json", "--out", "deep.json")
    assert result.exit_code == 0, result.output
    assert (
        Path("deep.json")
        .read_text(encoding="utf-8")
        .startswith('\ufeff{"$defs": {"Deep": {"allOf"')
    )


def test_a_document_that_no_edit_can_change_stays_as_it_is() -> None:
    text = "openapi: 3.0.0\ncomponents:\n  schemas:\n    A:\n      type: string\n"
    Path("old.yaml").write_bytes(text.replace("\n", "\r").encode())  # lines of classic Mac OS
    result = run_pfg("old.yaml", "--out", "old.yaml")
    assert result.exit_code == 30
    assert "cannot be changed at single places" in result.output
    assert Path("old.yaml").read_bytes() == text.replace("\n", "\r").encode()
