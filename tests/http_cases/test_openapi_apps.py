"""Requests to applications of Starlette, from their OpenAPI documents."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.http_cases.applications import list_operations
from pytest_fixturegen.http_cases.operations import REFUSAL_STATUSES, choose_refusals
from pytest_fixturegen.http_cases.schema_types import SchemaTypes
from tests.http_cases.helpers import list_failures, list_ids, list_requests

JSON = "application/json"
PET = {"$ref": "#/components/schemas/Pet"}
OK = {"description": "", "content": {JSON: {"schema": PET}}}
PETS = {"description": "", "content": {JSON: {"schema": {"type": "array", "items": PET}}}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "parameters": [
                    {"$ref": "#/components/parameters/Limit"},
                    {
                        "name": "kind",
                        "in": "query",
                        "schema": {"type": "array", "items": {"enum": ["cat", "dog"]}},
                    },
                ],
                "responses": {"200": PETS, "400": {"description": ""}},
            },
            "post": {
                "requestBody": {"$ref": "#/components/requestBodies/Pet"},
                "responses": {"201": OK, "default": {"description": ""}},
            },
        },
        "/pets/{petId}": {
            "parameters": [
                {"name": "petId", "in": "path", "required": True, "schema": {"type": "integer"}}
            ],
            "get": {"responses": {"2XX": OK, "404": {"description": ""}}},
        },
    },
    "components": {
        "parameters": {
            "Limit": {
                "name": "limit",
                "in": "query",
                "schema": {
                    "type": "integer",
                    "minimum": 0,
                    "exclusiveMinimum": True,
                    "maximum": 50,
                },
            }
        },
        "requestBodies": {"Pet": {"required": True, "content": {JSON: {"schema": PET}}}},
        "schemas": {
            "Named": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "minLength": 1, "maxLength": 20},
                    "born": {"type": "string", "format": "date"},
                    "tag": {"type": "string", "nullable": True},
                },
            },
            "Pet": {
                "allOf": [
                    {"$ref": "#/components/schemas/Named"},
                    {
                        "type": "object",
                        "required": ["id"],
                        "properties": {"id": {"type": "integer", "readOnly": True}},
                    },
                ]
            },
        },
    },
}


def is_pet(body: Any) -> bool:
    """Return whether *body* is what the document says of a pet in a request."""
    if not isinstance(body, dict) or not isinstance(body.get("name"), str):
        return False
    try:
        date.fromisoformat(body.get("born", "2020-01-01"))
    except (TypeError, ValueError):
        return False
    return 1 <= len(body["name"]) <= 20 and isinstance(body.get("tag"), str | None)


async def serve_pets(request: Request) -> JSONResponse:
    if request.method == "POST":
        text = await request.body()
        body = await request.json() if text else None
        return JSONResponse({**body, "id": 1}, 201) if is_pet(body) else JSONResponse({}, 400)
    limit = request.query_params.get("limit", "10")
    kinds = {*request.query_params.getlist("kind")}
    if not limit.isdecimal() or not 1 <= int(limit) <= 50 or kinds - {"cat", "dog"}:
        return JSONResponse({}, 400)
    return JSONResponse([])


async def serve_pet(request: Request) -> JSONResponse:
    return JSONResponse({"id": request.path_params["petId"], "name": "x"})


def build_app(pet: Any = serve_pet) -> Starlette:
    """Return the application, whose function for one pet is *pet*."""
    pets = Route("/pets", serve_pets, methods=["GET", "POST"])
    return Starlette(routes=[pets, Route("/pets/{petId:int}", pet)])


def test_an_application_without_bugs_passes() -> None:
    app = build_app()
    assert list_failures(list_requests(app, DOCUMENT), TestClient(app)) == {}


def test_requests_come_from_the_schemas() -> None:
    ids = list_ids(build_app(), DOCUMENT)
    assert "GET /pets query.limit=0 greater_than" in ids
    assert "GET /pets query.limit=51 less_than_equal" in ids
    assert 'GET /pets query.kind[0]="unknown" literal_error' in ids
    assert "POST /pets body.name missing" in ids
    assert not any("body.id" in name for name in ids)  # only responses have it


def test_a_body_unlike_the_schema_is_a_failure() -> None:
    async def serve_wrong(request: Request) -> JSONResponse:
        return JSONResponse({"name": "x", "id": "1"})

    app = build_app(serve_wrong)
    failures = list_failures(list_requests(app, DOCUMENT), TestClient(app))
    assert "the documented Pet (id: Input should be a valid integer)" in next(
        iter(failures.values())
    )
    assert all(name.startswith("GET /pets/{petId} valid") for name in failures)


def test_operations_are_selected_by_their_id() -> None:
    ids = list_ids(build_app(), DOCUMENT, include=("listPets",))
    assert {name.split()[1] for name in ids} == {"/pets"}


def test_a_method_that_returns_the_document_is_enough() -> None:
    app = build_app()
    app.openapi = lambda: DOCUMENT  # type: ignore[attr-defined]
    assert list_ids(app) == list_ids(build_app(), DOCUMENT)


def test_an_application_without_a_document_is_an_error() -> None:
    with pytest.raises(UsageError, match=r"Cannot read the operations of starlette\.") as caught:
        list_operations(build_app())
    assert "schema=document" in caught.value.hint


@pytest.mark.parametrize(
    ("document", "got"),
    [({}, "a mapping without 'openapi'"), ({"swagger": "2.0"}, "version 2.0"), ("x", "str")],
)
def test_another_document_is_an_error(document: Any, got: str) -> None:
    with pytest.raises(UsageError, match=rf"expected an OpenAPI document.*got {got}"):
        list_operations(build_app(), document)


@pytest.mark.parametrize(
    ("schema", "valid", "invalid"),
    [
        ({"type": "integer", "multipleOf": 3}, 6, 7),
        ({"type": ["string", "null"]}, None, 1),
        ({"const": "a"}, "a", "b"),
        ({"enum": [1, 2]}, 2, 3),
        ({"anyOf": [{"type": "integer"}, {"type": "boolean"}]}, True, "x"),
        ({"type": "array", "items": {"type": "integer"}, "maxItems": 1}, [1], [1, 2]),
        ({"type": "array", "prefixItems": [{"type": "integer"}], "items": False}, [1], [1, 2]),
        ({"additionalProperties": {"type": "integer"}}, {"a": 1}, {"a": "b"}),
        ({"properties": {"a": True}, "additionalProperties": False}, {"a": 1}, {"b": 1}),
        ({"type": "string", "pattern": r"^(?!x)\w+$"}, "abc", "xbc"),
        ({"type": "string", "format": "uuid"}, "a" * 8 + "-1111-4111-8111-" + "b" * 12, "x"),
        ({"type": "number", "minimum": 1, "exclusiveMinimum": True}, 1.5, 1),
    ],
)
def test_types_allow_what_schemas_allow(schema: Any, valid: Any, invalid: Any) -> None:
    from pydantic import ConfigDict, TypeAdapter, ValidationError, create_model

    kind = SchemaTypes({}).read(schema)
    holder = create_model("holder", __config__=ConfigDict(regex_engine="python-re"), it=(kind, ...))
    adapter = TypeAdapter(holder)
    adapter.validate_python({"it": valid})
    with pytest.raises(ValidationError):
        adapter.validate_python({"it": invalid})


def test_a_schema_within_itself_is_read() -> None:
    node = {"type": "object", "properties": {"next": {"$ref": "#/node"}, "n": {"type": "integer"}}}
    kind = SchemaTypes({"node": node}).read({"$ref": "#/node"})
    assert set(kind.model_fields) == {"next", "n"}


@pytest.mark.parametrize(
    ("statuses", "refusals"),
    [
        (("200",), ("422", "400")),
        (("200", "400", "404"), ("400",)),
        (("200", "422", "4XX"), ("422", "4XX")),
        (("200", "default"), ("4XX",)),
    ],
)
def test_invalid_requests_get_a_documented_status(
    statuses: tuple[str, ...], refusals: tuple[str, ...]
) -> None:
    assert choose_refusals(statuses, REFUSAL_STATUSES) == refusals
