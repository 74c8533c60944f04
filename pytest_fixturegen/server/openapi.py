"""The OpenAPI document of a store: what may be asked of it, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.server.resources import list_reference_names, refuse_parameters
from pytest_fixturegen.server.responses import make_tagged_response
from pytest_fixturegen.store.queries import MAX_ROWS, OPERATORS, ORDER_OPERATORS, TEXT_OPERATORS
from pytest_fixturegen.store.schema import Column, Resource, Schema

if TYPE_CHECKING:
    from pytest_fixturegen.server.app import App

JsonObject = dict[str, Any]
ERROR_DESCRIPTIONS = {
    "400": "What was sent makes no sense.",
    "401": "The token is missing or wrong.",
    "404": "There is no such record.",
    "405": "Not for this method.",
    "409": "A key, a unique field or a reference stands against it.",
    "412": "The record has changed since it was read.",
    "413": "More was sent than is taken.",
    "422": "The model refuses the record.",
}
ETAG_SCHEMA = {"type": "string", "pattern": '^("[0-9a-f]*"|\\*)$'}
IF_MATCH_HEADER: JsonObject = {
    "name": "If-Match",
    "in": "header",
    "schema": ETAG_SCHEMA,
    "description": "The state that a change is meant for.",
}
IF_NONE_MATCH_HEADER: JsonObject = {
    "name": "If-None-Match",
    "in": "header",
    "schema": ETAG_SCHEMA,
    "description": "The state that is there already.",
}
IDEMPOTENCY_HEADER: JsonObject = {
    "name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "pattern": "^[!-~]{1,100}$"},
    "description": "What is sent again with it makes nothing.",
}  # fmt: skip
RESPONSE_HEADERS: dict[str, tuple[str, str]] = {
    "ETag": ("string", "The state of what is answered."),
    "Location": ("string", "Where a new record is."),
    "X-Total-Count": ("integer", "How many records the filters let through."),
    "Link": ("string", "The first, previous, next and last page [RFC 8288]."),
}
SNAPSHOT_NAME_SCHEMA = {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"}


async def show_document(app: App, request: Request) -> Response:
    """``GET /openapi.json``."""
    refuse_parameters(request)
    return make_tagged_response(request, dumps(build_document(app.store.schema)))


def build_document(schema: Schema) -> JsonObject:
    """The document of *schema* [OpenAPI 3.1.0]."""
    components: JsonObject = {"Error": build_error_schema()}
    paths: JsonObject = {}
    for resource in schema.resources:
        components |= build_schemas(resource)
        paths |= _build_resource_paths(resource, schema)
    return {
        "openapi": "3.1.0",
        "info": {"title": "A store of pytest-fixturegen", "version": version("pytest-fixturegen")},
        "paths": paths | dict(_build_admin_paths()),
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


def build_schemas(resource: Resource) -> JsonObject:
    """The schemas of *resource*: a record as it is read, as it is sent, and as it is patched."""
    read, parts = _build_model_schema(resource, "serialization")
    sent, more = _build_model_schema(resource, "validation")
    new = {**sent, "required": [name for name in sent.get("required", ()) if name != resource.key]}
    patch = {key: value for key, value in sent.items() if key != "required"}
    named = {resource.name: read, f"{resource.name}.new": new, f"{resource.name}.patch": patch}
    return {**parts, **more, **{_to_component_name(name): each for name, each in named.items()}}


def build_error_schema() -> JsonObject:
    """What every refusal looks like."""
    text = {"type": "string"}
    properties = {
        "status": {"type": "integer"}, "kind": text, "message": text, "hint": text, "request_id": text,
        "suggestions": {"type": "array", "items": text}, "details": {"type": "object"},
    }  # fmt: skip
    error = {"type": "object", "properties": properties, "required": list(properties)}
    return {"type": "object", "properties": {"error": error}, "required": ["error"]}


def _build_model_schema(resource: Resource, mode: Any) -> tuple[JsonObject, JsonObject]:
    """The JSON Schema of the model, and those of its parts by their names among all components."""
    from pydantic import TypeAdapter

    prefix = f"{_to_component_name(resource.name)}.{mode[:5]}."
    template = "#/components/schemas/" + prefix + "{model}"
    try:
        schema = TypeAdapter(resource.model).json_schema(mode=mode, ref_template=template)
    except Exception:  # a type of the user's that has no schema: an object, at least
        schema = {"type": "object"}
    parts = {prefix + name: part for name, part in schema.pop("$defs", {}).items()}
    if "$ref" in schema:  # a model that holds itself
        schema = dict(parts[schema["$ref"].removeprefix("#/components/schemas/")])
    return schema, parts


def _build_resource_paths(resource: Resource, schema: Schema) -> JsonObject:
    """The addresses of *resource*: all its records, one, and those that refer to one."""
    name = resource.name
    paths = {
        f"/{name}": _build_collection_path(resource, schema),
        f"/{name}/{{key}}": _build_record_path(resource, schema),
    }
    for owner, _ in schema.list_referrers(name):
        listed = _build_list_operation(f"list {owner.name} of {name}", owner, schema)
        paths[f"/{name}/{{key}}/{owner.name}"] = {
            "parameters": [_build_key_parameter(resource)],
            "get": listed,
        }
    return paths


def _build_collection_path(resource: Resource, schema: Schema) -> JsonObject:
    name, new = resource.name, _build_ref(f"{resource.name}.new")
    made = {"anyOf": [_build_ref(name), _build_array_schema(_build_ref(name))]}
    return {
        "get": _build_list_operation(f"list {name}", resource, schema),
        "post": _add_headers(
            _build_operation(
                f"create {name}",
                201,
                made,
                [IDEMPOTENCY_HEADER],
                {"anyOf": [new, _build_array_schema(new)]},
            ),
            "ETag",
            "Location",
        ),
    }


def _build_record_path(resource: Resource, schema: Schema) -> JsonObject:
    name = resource.name
    return {
        "parameters": [_build_key_parameter(resource)],
        "get": _add_none_match(
            _build_operation(
                f"read {name}",
                200,
                _build_record_schema(resource),
                _build_view_parameters(resource, schema),
            ),
            "ETag",
        ),
        "put": _add_headers(
            _build_operation(
                f"replace {name}",
                200,
                _build_ref(name),
                [IF_MATCH_HEADER],
                _build_ref(f"{name}.new"),
            ),
            "ETag",
        ),
        "patch": _add_headers(
            _build_operation(
                f"patch {name}",
                200,
                _build_ref(name),
                [IF_MATCH_HEADER],
                _build_ref(f"{name}.patch"),
            ),
            "ETag",
        ),
        "delete": _build_operation(f"delete {name}", 204, None, [IF_MATCH_HEADER]),
    }


def _build_list_operation(title: str, resource: Resource, schema: Schema) -> JsonObject:
    """What lists records of *resource*."""
    listed = _build_operation(
        title,
        200,
        _build_array_schema(_build_record_schema(resource)),
        _build_list_parameters(resource, schema),
    )
    return _add_none_match(listed, "ETag", "X-Total-Count", "Link")


def _add_none_match(operation: JsonObject, *headers: str) -> JsonObject:
    """*operation*, whose answer a client may have already."""
    operation["parameters"] = [*operation["parameters"], IF_NONE_MATCH_HEADER]
    operation["responses"]["304"] = {"description": "What If-None-Match names is what there is."}
    return _add_headers(operation, *headers)


def _add_headers(operation: JsonObject, *names: str) -> JsonObject:
    """*operation* with the headers of its good answer."""
    told = {
        name: {
            "schema": {"type": RESPONSE_HEADERS[name][0]},
            "description": RESPONSE_HEADERS[name][1],
        }
        for name in names
    }
    next(iter(operation["responses"].values()))["headers"] = told
    return operation


def _build_key_parameter(resource: Resource) -> JsonObject:
    return {
        "name": "key",
        "in": "path",
        "required": True,
        "schema": dict(resource.columns[resource.key].schema),
    }


def _build_view_parameters(resource: Resource, schema: Schema) -> list[JsonObject]:
    """The parameters that say what of a record is shown."""
    return [
        _build_parameter("fields", _build_names_schema(list(resource.columns))),
        _build_parameter("expand", _build_names_schema(_list_relations(resource, schema))),
    ]


def _build_record_schema(resource: Resource) -> JsonObject:
    """A record of *resource*, whole or in part."""
    return {"anyOf": [_build_ref(resource.name), {"type": "object"}]}


def _build_array_schema(item: JsonObject) -> JsonObject:
    return {"type": "array", "items": item}


def _build_admin_paths() -> Iterator[tuple[str, JsonObject]]:
    anything: JsonObject = {"type": "object"}
    named: JsonObject = {
        "type": "object",
        "properties": {"name": SNAPSHOT_NAME_SCHEMA},
        "required": ["name"],
        "additionalProperties": False,
    }
    for what in ("save", "load", "reset", "backup"):
        yield f"/admin/{what}", {"post": _build_operation(what, 200, anything)}
    yield (
        "/admin/restore",
        {"post": _build_operation("restore a backup", 200, anything, body=anything)},
    )
    yield "/admin/stats", {"get": _build_operation("stats", 200, anything)}
    yield (
        "/admin/snapshots",
        {
            "get": _build_operation("list snapshots", 200, anything),
            "post": _build_operation("save a snapshot", 201, anything, body=named),
        },
    )
    yield (
        "/admin/snapshots/restore",
        {"post": _build_operation("restore a snapshot", 200, anything, body=named)},
    )
    name = {"name": "name", "in": "path", "required": True, "schema": SNAPSHOT_NAME_SCHEMA}
    yield (
        "/admin/snapshots/{name}",
        {"parameters": [name], "delete": _build_operation("delete a snapshot", 204, None)},
    )


def _build_operation(
    title: str,
    status: int,
    schema: JsonObject | None,
    parameters: Any = (),
    body: JsonObject | None = None,
) -> JsonObject:
    content = {"application/json": {"schema": _build_ref("Error")}}
    answers: JsonObject = {
        code: {"description": words, "content": content}
        for code, words in ERROR_DESCRIPTIONS.items()
    }
    good: JsonObject = {"description": "Done."}
    if schema is not None:
        good["content"] = {"application/json": {"schema": schema}}
    made: JsonObject = {
        "operationId": title.replace(" ", "_"),
        "summary": title.capitalize() + ".",
        "parameters": list(parameters),
    }
    made["responses"] = {str(status): good, **answers}
    if body is not None:
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    return made


def _build_list_parameters(resource: Resource, schema: Schema) -> list[JsonObject]:
    """The parameters of a list of *resource*."""
    columns = [column for column in resource.columns.values() if column.kind != "other"]
    names = [column.name for column in columns if column.kind != "list"]
    sort = (
        {"type": "string", "enum": [*names, *(f"-{name}" for name in names)]}
        if names
        else {"type": "string"}
    )
    whole = {"type": "integer", "minimum": 1}
    fixed = [
        _build_parameter("page", {**whole, "maximum": 1000}),
        _build_parameter("limit", {**whole, "maximum": MAX_ROWS}),
        _build_parameter("offset", {"type": "integer", "minimum": 0, "maximum": 10**6}),
        _build_parameter("sort", sort),
        _build_parameter("q", {"type": "string"}),
    ]
    known = {each["name"] for each in fixed}
    filters = (
        each
        for column in columns
        for each in _build_filter_parameters(column)
        if each["name"] not in known
    )
    return [*filters, *fixed, *_build_view_parameters(resource, schema)]


def _build_filter_parameters(column: Column) -> Iterator[JsonObject]:
    yield _build_parameter(column.name, column.schema)
    for operator in OPERATORS[1:]:
        if (operator in TEXT_OPERATORS and column.kind != "text") or (
            operator in ORDER_OPERATORS and column.kind == "list"
        ):
            continue
        kind: Mapping[str, Any] = (
            {"type": "boolean"}
            if operator == "null"
            else {"type": "string"}
            if operator in TEXT_OPERATORS
            else column.schema
        )
        if operator in ("in", "nin"):
            kind = {"type": "array", "items": dict(kind)}
        yield _build_parameter(f"{column.name}_{operator}", kind)


def _list_relations(resource: Resource, schema: Schema) -> list[str]:
    own = [list_reference_names(each.field, each.target)[0] for each in resource.references]
    return [*own, *(owner.name for owner, _ in schema.list_referrers(resource.name))]


def _build_names_schema(names: list[str]) -> JsonObject:
    return {"type": "string", "enum": names} if names else {"type": "string", "maxLength": 0}


def _build_parameter(name: str, schema: Mapping[str, Any]) -> JsonObject:
    return {"name": name, "in": "query", "schema": dict(schema)}


def _build_ref(name: str) -> JsonObject:
    return {"$ref": f"#/components/schemas/{_to_component_name(name)}"}


def _to_component_name(name: str) -> str:
    """*name* as a component may be called."""
    return "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "_"
        for letter in name
    )
