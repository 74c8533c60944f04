"""The operations of OpenAPI descriptions."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_fixturegen import generate_lines
from pytest_fixturegen.errors import DiscoveryError
from pytest_fixturegen.introspection.readers.documents.operations import (
    make_document,
    read_description,
)

DESCRIPTION = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://{host}/v1", variables: {host: {default: shop.example.com}}}]
paths:
  /orders/{id}:
    $ref: "paths.yaml#/order"
webhooks:
  paid: {post: {responses: {"200": {description: Thanks}}}}
"""
PATHS = """
order:
  parameters:
    - {name: id, in: path, required: true, schema: {type: integer}}
    - {name: X-Trace, in: header, schema: {type: string}}
  get:
    parameters:
      - {$ref: "#/limit"}
      - {name: X-Trace, in: header, required: true, schema: {type: string}}
      - {name: Authorization, in: header, schema: {type: string}}
    responses:
      2xx:
        description: The order
        headers: {X-Rate: {schema: {type: integer}}, Content-Type: {schema: {type: string}}}
        content:
          application/vnd.order+json:
            schema: {type: object, required: [sku], properties: {sku: {const: A1}}}
            examples: {one: {value: {sku: A1}}, far: {externalValue: "https://example.com"}}
limit: {name: limit, in: query, content: {application/json: {schema: {type: integer}}}}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A description whose paths are in a file beside it."""
    (tmp_path / "paths.yaml").write_text(PATHS)
    (tmp_path / "shop.yaml").write_text(DESCRIPTION)
    return tmp_path / "shop.yaml"


def test_references_lead_to_files_beside_the_description(path: Path) -> None:
    description = read_description(path)
    assert description.servers == ("https://shop.example.com/v1",)
    order, webhook = description.operations
    assert (order.name, webhook.is_webhook) == ("GET /orders/{id}", True)
    facts = [(each.name, each.location, each.is_required) for each in order.parameters]
    assert facts == [("id", "path", True), ("X-Trace", "header", True), ("limit", "query", False)]
    assert order.parameters[2].media_type == "application/json"
    response = order.find_response(204)
    assert response is not None
    assert [header.name for header in response.headers] == ["X-Rate"]
    assert response.content[0].is_json
    assert response.content[0].examples == {"one": {"sku": "A1"}}


def test_the_schema_of_a_path_with_braces_can_be_drawn(tmp_path: Path) -> None:
    (tmp_path / "shop.json").write_text(
        '{"openapi": "3.1.0", "paths": {"/a/{b}": {"get": {"responses": {"200": {"description": "",'
        ' "content": {"application/json": {"schema": {"type": "object", "required": ["sku"],'
        ' "properties": {"sku": {"const": "A1"}}}}}}}}}}}'
    )
    (operation,) = read_description(tmp_path / "shop.json").operations
    place = operation.responses[0].content[0].schema
    assert place is not None
    assert list(generate_lines(make_document(place, "Order"), 1)) == [b'{"sku":"A1"}']


@pytest.mark.parametrize(
    ("reference", "problem"),
    [
        ("missing.yaml#/order", "there is no such file beside it"),
        ("paths.yaml#/nothing", "nothing is there"),
        ("#/paths/~1orders~1{id}", "it leads to itself"),
    ],
)
def test_a_reference_that_leads_nowhere_is_an_error(
    path: Path, reference: str, problem: str
) -> None:
    path.write_text(DESCRIPTION.replace("paths.yaml#/order", reference))
    with pytest.raises(DiscoveryError, match=problem):
        read_description(path)


def test_a_schema_is_no_description(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text('{"type": "object"}')
    with pytest.raises(DiscoveryError, match="expected an OpenAPI description"):
        read_description(tmp_path / "schema.json")
