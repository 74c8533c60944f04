"""The OpenAPI document of a store: its addresses, their parameters, and the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from itertools import chain
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.server.openapi_service import add_service, build_network_paths
from pytest_fixturegen.server.resources import list_reference_names, refuse_parameters
from pytest_fixturegen.server.responses import make_tagged_response
from pytest_fixturegen.server.state import AppState
from pytest_fixturegen.store.filter_names import OPERATORS, ORDER_OPERATORS, TEXT_OPERATORS
from pytest_fixturegen.store.queries import MAX_ROWS
from pytest_fixturegen.store.schema import Column, Resource, Schema

JsonObject = dict[str, Any]
COMPONENT_PREFIX = "#/components/schemas/"
ERROR_DESCRIPTIONS = {
    "400": "The request is invalid.",
    "401": "The token is missing or wrong.",
    "403": "A page of another origin, or a request for another host, may not do this.",
    "404": "The record does not exist.",
    "405": "The address does not support the method.",
    "409": "A key, a unique field or a reference conflicts with other records.",
    "412": "The record has changed since it was read.",
    "413": "The body is too large.",
    "415": "The body is not JSON in UTF-8.",
    "422": "The model rejects the record.",
}
ETAG_SCHEMA = {"type": "string", "pattern": '^("[0-9a-f.]*(-gzip)?"|\\*)$'}
IF_MATCH_HEADER: JsonObject = {
    "name": "If-Match",
    "in": "header",
    "schema": ETAG_SCHEMA,
    "description": "ETag of the version that the client wants to change.",
}
IF_NONE_MATCH_HEADER: JsonObject = {
    "name": "If-None-Match",
    "in": "header",
    "schema": ETAG_SCHEMA,
    "description": "ETag of the version that the client has already.",
}
IDEMPOTENCY_HEADER: JsonObject = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": {"type": "string", "pattern": "^[!-~]{1,100}$"},
    "description": "A repeated request with the same key creates nothing.",
}
RESPONSE_HEADERS: dict[str, tuple[str, str]] = {
    "ETag": ("string", "Version of the answer."),
    "Location": ("string", "Address of the new record."),
    "X-Total-Count": ("integer", "Number of records that match the filters."),
    "Link": ("string", "The first, previous, next and last page [RFC 8288]."),
}
"""Type and description of each header."""

SNAPSHOT_NAME_SCHEMA = {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"}


async def show_document(state: AppState, request: Request) -> Response:
    """Answer ``GET /openapi.json``."""
    refuse_parameters(request)
    document = build_document(state.store.schema)
    service = state.store.hooks.service
    return make_tagged_response(
        request,
        dumps(add_service(document, service, state.store.schema)),
    )


def build_document(schema: Schema) -> JsonObject:
    """Return the document of *schema* [OpenAPI 3.1.0]."""
    components: JsonObject = {"Error": build_error_schema()}
    paths: JsonObject = {}
    for resource in schema.resources:
        components |= build_schemas(resource)
        paths |= _build_resource_paths(resource, schema)
    return {
        "openapi": "3.1.0",
        "info": {"title": "A store of pytest-fixturegen", "version": version("pytest-fixturegen")},
        "paths": paths | _build_admin_paths() | build_network_paths(),
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


def build_schemas(resource: Resource) -> JsonObject:
    """Return the component schemas of *resource*: a record as read, as created, and as patched."""
    read, read_parts = _build_model_schema(resource, "serialization")
    sent, sent_parts = _build_model_schema(resource, "validation")
    required = [name for name in sent.get("required", ()) if name != resource.key]
    patch = {key: value for key, value in sent.items() if key != "required"}
    schemas = {
        resource.name: read,
        f"{resource.name}.new": {**sent, "required": required},
        f"{resource.name}.patch": patch,
    }
    components = {_to_component_name(name): schema for name, schema in schemas.items()}
    return {**read_parts, **sent_parts, **components}


def build_error_schema() -> JsonObject:
    """Return the schema of every error."""
    text = {"type": "string"}
    properties = {
        "status": {"type": "integer"},
        "kind": text,
        "message": text,
        "hint": text,
        "request_id": text,
        "suggestions": {"type": "array", "items": text},
        "details": {"type": "object"},
    }
    error = {"type": "object", "properties": properties, "required": list(properties)}
    return {"type": "object", "properties": {"error": error}, "required": ["error"]}


def _build_model_schema(resource: Resource, mode: Any) -> tuple[JsonObject, JsonObject]:
    """Return the JSON Schema of the model, and its parts by component name.

    *mode* is Pydantic's ``serialization`` or ``validation``.
    """
    from pydantic import TypeAdapter

    prefix = f"{_to_component_name(resource.name)}.{mode[:5]}."
    template = COMPONENT_PREFIX + prefix + "{model}"

    def build_schema() -> dict[str, Any]:
        return TypeAdapter(resource.model).json_schema(mode=mode, ref_template=template)

    # The schema hooks of the user's types may raise anything.
    fallback: dict[str, Any] = {"type": "object"}
    schema = call_or_default(build_schema, fallback)
    parts = {prefix + name: part for name, part in schema.pop("$defs", {}).items()}
    if "$ref" in schema:  # Pydantic moves a recursive model into $defs
        schema = dict(parts[schema["$ref"].removeprefix(COMPONENT_PREFIX)])
    return schema, parts


# Paths of resources


def _build_resource_paths(resource: Resource, schema: Schema) -> JsonObject:
    """Return the paths of *resource*: all records, one record, and those that refer to one."""
    name = resource.name
    paths = {
        f"/{name}": _build_collection_path(resource, schema),
        f"/{name}/{{key}}": _build_record_path(resource, schema),
    }
    for owner, _ in schema.list_referrers(name):
        paths[f"/{name}/{{key}}/{owner.name}"] = {
            "parameters": [_build_key_parameter(resource)],
            "get": _build_list_operation(f"list {owner.name} of {name}", owner, schema),
        }
    return paths


def _build_collection_path(resource: Resource, schema: Schema) -> JsonObject:
    """Return the operations of a collection: list its records, and create one or many."""
    name = resource.name
    create = _build_operation(
        f"create {name}",
        201,
        _build_one_or_many(_build_ref(name)),
        [IDEMPOTENCY_HEADER],
        _build_one_or_many(_build_ref(f"{name}.new")),
    )
    return {
        "get": _build_list_operation(f"list {name}", resource, schema),
        "post": _add_headers(create, "ETag", "Location"),
    }


def _build_record_path(resource: Resource, schema: Schema) -> JsonObject:
    """Return the operations of one record: read, replace, patch and delete it."""
    name = resource.name
    read = _build_operation(
        f"read {name}",
        200,
        _build_record_schema(resource),
        _build_view_parameters(resource, schema),
    )
    return {
        "parameters": [_build_key_parameter(resource)],
        "get": _add_none_match(read, "ETag"),
        "put": _build_change_operation(f"replace {name}", resource, f"{name}.new"),
        "patch": _build_change_operation(f"patch {name}", resource, f"{name}.patch"),
        "delete": _build_operation(f"delete {name}", 204, None, [IF_MATCH_HEADER]),
    }


def _build_change_operation(
    title: str,
    resource: Resource,
    body_name: str,
) -> JsonObject:
    """Return an operation that takes the schema *body_name* and answers with the new record.

    It accepts If-Match, so that a client does not overwrite the change of another one.
    """
    record = _build_ref(resource.name)
    body = _build_ref(body_name)
    operation = _build_operation(
        title,
        200,
        record,
        [IF_MATCH_HEADER],
        body,
    )
    return _add_headers(operation, "ETag")


def _build_list_operation(
    title: str,
    resource: Resource,
    schema: Schema,
) -> JsonObject:
    """Return the operation that reads a page of records, with its total and links in headers."""
    records = _build_array_schema(_build_record_schema(resource))
    parameters = _build_list_parameters(resource, schema)
    operation = _build_operation(title, 200, records, parameters)
    return _add_none_match(operation, "ETag", "X-Total-Count", "Link")


def _add_none_match(operation: JsonObject, *headers: str) -> JsonObject:
    """Return *operation* with If-None-Match, the answer 304, and the response *headers*."""
    operation["parameters"] = [*operation["parameters"], IF_NONE_MATCH_HEADER]
    operation["responses"]["304"] = {"description": "The client has the current version."}
    return _add_headers(operation, *headers)


def _add_headers(operation: JsonObject, *names: str) -> JsonObject:
    """Return *operation* with the headers *names* on its successful response, the first one."""
    headers = {}
    for name in names:
        kind, description = RESPONSE_HEADERS[name]
        headers[name] = {"schema": {"type": kind}, "description": description}
    success = next(iter(operation["responses"].values()))
    success["headers"] = headers
    return operation


# Paths of the administration


def _build_admin_paths() -> JsonObject:
    """Return the paths below /admin, by address."""
    any_object: JsonObject = {"type": "object"}
    name_body: JsonObject = {
        "type": "object",
        "properties": {"name": SNAPSHOT_NAME_SCHEMA},
        "required": ["name"],
        "additionalProperties": False,
    }
    name_parameter = {
        "name": "name",
        "in": "path",
        "required": True,
        "schema": SNAPSHOT_NAME_SCHEMA,
    }
    paths: JsonObject = {
        f"/admin/{action}": {"post": _build_operation(action, 200, any_object)}
        for action in ("save", "load", "reset", "backup")
    }
    return paths | {
        "/admin/restore": {
            "post": _build_operation("restore a backup", 200, any_object, body=any_object)
        },
        "/admin/stats": {"get": _build_operation("stats", 200, any_object)},
        "/admin/snapshots": {
            "get": _build_operation("list snapshots", 200, any_object),
            "post": _build_operation(
                "save a snapshot", 201, any_object, body=_add_description(name_body)
            ),
        },
        "/admin/snapshots/restore": {
            "post": _build_operation("restore a snapshot", 200, any_object, body=name_body)
        },
        "/admin/snapshots/{name}": {
            "parameters": [name_parameter],
            "delete": _build_operation("delete a snapshot", 204, None),
        },
    }


def _add_description(name_body: JsonObject) -> JsonObject:
    """Return the schema of a body with a name, and perhaps a description."""
    properties = name_body["properties"] | {"description": {"type": "string", "maxLength": 1000}}
    return name_body | {"properties": properties}


# Operations and parameters


def _build_operation(
    title: str,
    status: int,
    schema: JsonObject | None,
    parameters: Sequence[JsonObject] = (),
    body: JsonObject | None = None,
) -> JsonObject:
    """Return an operation that answers *status* and *schema* (None: no body) or an error."""
    success: JsonObject = {"description": "Done."}
    if schema is not None:
        success["content"] = _build_json_content(schema)
    error_content = _build_json_content(_build_ref("Error"))
    errors = {
        code: {"description": description, "content": error_content}
        for code, description in ERROR_DESCRIPTIONS.items()
    }
    operation: JsonObject = {
        "operationId": title.replace(" ", "_"),
        "summary": title.capitalize() + ".",
        "parameters": list(parameters),
        "responses": {str(status): success, **errors},
    }
    if body is not None:
        operation["requestBody"] = {"required": True, "content": _build_json_content(body)}
    return operation


def _build_json_content(schema: JsonObject) -> JsonObject:
    return {"application/json": {"schema": schema}}


def _build_key_parameter(resource: Resource) -> JsonObject:
    """Return the parameter of the record's key in the path."""
    return {
        "name": "key",
        "in": "path",
        "required": True,
        "schema": dict(resource.columns[resource.key].schema),
    }


def _build_view_parameters(resource: Resource, schema: Schema) -> list[JsonObject]:
    """Return the parameters that choose the fields and the relations of the answer."""
    return [
        _build_parameter("fields", _build_names_schema(list(resource.columns))),
        _build_parameter("expand", _build_names_schema(_list_relations(resource, schema))),
    ]


def _build_list_parameters(resource: Resource, schema: Schema) -> list[JsonObject]:
    """Return the parameters of a list: filters, then paging, order and search, then the view."""
    columns = [column for column in resource.columns.values() if column.kind != "other"]
    sortable = [column.name for column in columns if column.kind != "list"]
    descending = [f"-{name}" for name in sortable]
    sort: JsonObject = {"type": "string"}
    if sortable:
        sort["enum"] = [*sortable, *descending]
    fixed = [
        _build_parameter("page", {"type": "integer", "minimum": 1, "maximum": 1000}),
        _build_parameter("limit", {"type": "integer", "minimum": 1, "maximum": MAX_ROWS}),
        _build_parameter("offset", {"type": "integer", "minimum": 0, "maximum": 10**6}),
        _build_parameter("sort", sort),
        _build_parameter("q", {"type": "string"}),
    ]
    reserved = {parameter["name"] for parameter in fixed}
    filters = chain.from_iterable(map(_build_filter_parameters, columns))
    free_filters = [parameter for parameter in filters if parameter["name"] not in reserved]
    return [
        *free_filters,
        *fixed,
        *_build_view_parameters(resource, schema),
    ]


def _build_filter_parameters(column: Column) -> Iterator[JsonObject]:
    """Yield one query parameter for equality and one for each operator the column supports."""
    yield _build_parameter(column.name, column.schema)
    for operator in OPERATORS[1:]:  # the first is "eq", which the bare name means
        if _has_operator(column, operator):
            schema = _build_operand_schema(column, operator)
            yield _build_parameter(f"{column.name}_{operator}", schema)


def _has_operator(column: Column, operator: str) -> bool:
    """Return whether *column* can be filtered with *operator*."""
    if operator in TEXT_OPERATORS:
        return column.kind == "text"
    return operator not in ORDER_OPERATORS or column.kind != "list"


def _build_operand_schema(column: Column, operator: str) -> Mapping[str, Any]:
    """Return the schema of an operator's value, which may differ from that of the column."""
    if operator == "null":
        return {"type": "boolean"}
    if operator in TEXT_OPERATORS:
        return {"type": "string"}
    if operator in ("in", "nin"):
        return _build_array_schema(dict(column.schema))
    return column.schema


def _list_relations(resource: Resource, schema: Schema) -> list[str]:
    """Return the relations that a request can expand: own references first, then referrers."""
    own_names = [
        list_reference_names(reference.field, reference.target)[0]
        for reference in resource.references
    ]
    return [*own_names, *(owner.name for owner, _ in schema.list_referrers(resource.name))]


# Schemas


def _build_record_schema(resource: Resource) -> JsonObject:
    """Return the schema of a record, whole or reduced to some fields."""
    return {"anyOf": [_build_ref(resource.name), {"type": "object"}]}


def _build_one_or_many(item: JsonObject) -> JsonObject:
    """Return the schema of one *item* or a list of them."""
    return {"anyOf": [item, _build_array_schema(item)]}


def _build_array_schema(item: JsonObject) -> JsonObject:
    return {"type": "array", "items": item}


def _build_names_schema(names: list[str]) -> JsonObject:
    """Return the schema of one of *names*; of an empty text if there are none."""
    return {"type": "string", "enum": names} if names else {"type": "string", "maxLength": 0}


def _build_parameter(name: str, schema: Mapping[str, Any]) -> JsonObject:
    """Return the description of a parameter of the query."""
    return {"name": name, "in": "query", "schema": dict(schema)}


def _build_ref(name: str) -> JsonObject:
    return {"$ref": COMPONENT_PREFIX + _to_component_name(name)}


def _to_component_name(name: str) -> str:
    """Return *name* with every character that a component may not have replaced by ``_``."""
    return "".join(letter if _is_component_letter(letter) else "_" for letter in name)


def _is_component_letter(letter: str) -> bool:
    """Return whether the name of a component may have *letter*, by the rules of OpenAPI."""
    if letter in "._-":
        return True
    return letter.isascii() and letter.isalnum()
