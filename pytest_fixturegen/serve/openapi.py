"""The OpenAPI document of a store: what may be asked of it, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen.records import dumps
from pytest_fixturegen.serve.answers import tagged
from pytest_fixturegen.serve.resources import names_of, refuse_parameters
from pytest_fixturegen.store.queries import MOST_ROWS, OPERATORS, ORDERS, TEXTS
from pytest_fixturegen.store.schema import Column, Resource, Schema

if TYPE_CHECKING:
    from pytest_fixturegen.serve.app import App

Node = dict[str, Any]
REFUSALS = {
    "400": "What was sent makes no sense.",
    "401": "The token is missing or wrong.",
    "404": "There is no such record.",
    "405": "Not for this method.",
    "409": "A key, a unique field or a reference stands against it.",
    "412": "The record has changed since it was read.",
    "413": "More was sent than is taken.",
    "422": "The model refuses the record.",
}
TAG = {"type": "string", "pattern": '^("[0-9a-f]*"|\\*)$'}
MATCH: Node = {"name": "If-Match", "in": "header", "schema": TAG, "description": "The state that a change is meant for."}
NONE_MATCH: Node = {"name": "If-None-Match", "in": "header", "schema": TAG, "description": "The state that is there already."}
AGAIN: Node = {
    "name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "pattern": "^[!-~]{1,100}$"},
    "description": "What is sent again with it makes nothing.",
}  # fmt: skip
HEADERS: dict[str, tuple[str, str]] = {
    "ETag": ("string", "The state of what is answered."),
    "Location": ("string", "Where a new record is."),
    "X-Total-Count": ("integer", "How many records the filters let through."),
    "Link": ("string", "The first, previous, next and last page [RFC 8288]."),
}
SNAPSHOT = {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"}


async def described(app: App, request: Request) -> Response:
    """``GET /openapi.json``."""
    refuse_parameters(request)
    return tagged(request, dumps(document(app.store.schema)))


def document(schema: Schema) -> Node:
    """The document of *schema* [OpenAPI 3.1.0]."""
    components: Node = {"Error": error_schema()}
    paths: Node = {}
    for resource in schema.resources:
        components |= schemas(resource)
        paths |= _of_resource(resource, schema)
    return {
        "openapi": "3.1.0",
        "info": {"title": "A store of pytest-fixturegen", "version": version("pytest-fixturegen")},
        "paths": paths | dict(_of_admin()),
        "components": {"schemas": components, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "security": [{}, {"token": []}],
    }


def schemas(resource: Resource) -> Node:
    """The schemas of *resource*: a record as it is read, as it is sent, and as it is patched."""
    read, parts = _schema(resource, "serialization")
    sent, more = _schema(resource, "validation")
    new = {**sent, "required": [name for name in sent.get("required", ()) if name != resource.key]}
    patch = {key: value for key, value in sent.items() if key != "required"}
    named = {resource.name: read, f"{resource.name}.new": new, f"{resource.name}.patch": patch}
    return {**parts, **more, **{_plain(name): each for name, each in named.items()}}


def error_schema() -> Node:
    """What every refusal looks like."""
    text = {"type": "string"}
    properties = {
        "status": {"type": "integer"}, "kind": text, "message": text, "hint": text, "request_id": text,
        "suggestions": {"type": "array", "items": text}, "details": {"type": "object"},
    }  # fmt: skip
    error = {"type": "object", "properties": properties, "required": list(properties)}
    return {"type": "object", "properties": {"error": error}, "required": ["error"]}


def _schema(resource: Resource, mode: Any) -> tuple[Node, Node]:
    """The JSON Schema of the model, and those of its parts by their names among all components."""
    from pydantic import TypeAdapter

    prefix = f"{_plain(resource.name)}.{mode[:5]}."
    template = "#/components/schemas/" + prefix + "{model}"
    try:
        schema = TypeAdapter(resource.model).json_schema(mode=mode, ref_template=template)
    except Exception:  # a type of the user's that has no schema: an object, at least
        schema = {"type": "object"}
    parts = {prefix + name: part for name, part in schema.pop("$defs", {}).items()}
    if "$ref" in schema:  # a model that holds itself
        schema = dict(parts[schema["$ref"].removeprefix("#/components/schemas/")])
    return schema, parts


def _of_resource(resource: Resource, schema: Schema) -> Node:
    """The addresses of *resource*: all its records, one, and those that refer to one."""
    name = resource.name
    paths = {f"/{name}": _collection(resource, schema), f"/{name}/{{key}}": _single(resource, schema)}
    for owner, _ in schema.referrers(name):
        listed = _page(f"list {owner.name} of {name}", owner, schema)
        paths[f"/{name}/{{key}}/{owner.name}"] = {"parameters": [_key(resource)], "get": listed}
    return paths


def _collection(resource: Resource, schema: Schema) -> Node:
    name, new = resource.name, _ref(f"{resource.name}.new")
    made = {"anyOf": [_ref(name), _several(_ref(name))]}
    return {
        "get": _page(f"list {name}", resource, schema),
        "post": _with_headers(
            _operation(f"create {name}", 201, made, [AGAIN], {"anyOf": [new, _several(new)]}), "ETag", "Location"
        ),
    }


def _single(resource: Resource, schema: Schema) -> Node:
    name = resource.name
    return {
        "parameters": [_key(resource)],
        "get": _unless_there(_operation(f"read {name}", 200, _shown(resource), _view(resource, schema)), "ETag"),
        "put": _with_headers(_operation(f"replace {name}", 200, _ref(name), [MATCH], _ref(f"{name}.new")), "ETag"),
        "patch": _with_headers(_operation(f"patch {name}", 200, _ref(name), [MATCH], _ref(f"{name}.patch")), "ETag"),
        "delete": _operation(f"delete {name}", 204, None, [MATCH]),
    }


def _page(title: str, resource: Resource, schema: Schema) -> Node:
    """What lists records of *resource*."""
    listed = _operation(title, 200, _several(_shown(resource)), _query(resource, schema))
    return _unless_there(listed, "ETag", "X-Total-Count", "Link")


def _unless_there(operation: Node, *headers: str) -> Node:
    """*operation*, whose answer a client may have already."""
    operation["parameters"] = [*operation["parameters"], NONE_MATCH]
    operation["responses"]["304"] = {"description": "What If-None-Match names is what there is."}
    return _with_headers(operation, *headers)


def _with_headers(operation: Node, *names: str) -> Node:
    """*operation* with the headers of its good answer."""
    told = {name: {"schema": {"type": HEADERS[name][0]}, "description": HEADERS[name][1]} for name in names}
    next(iter(operation["responses"].values()))["headers"] = told
    return operation


def _key(resource: Resource) -> Node:
    return {"name": "key", "in": "path", "required": True, "schema": dict(resource.columns[resource.key].schema)}


def _view(resource: Resource, schema: Schema) -> list[Node]:
    """The parameters that say what of a record is shown."""
    return [
        _parameter("fields", _list_of(list(resource.columns))),
        _parameter("expand", _list_of(_relations(resource, schema))),
    ]


def _shown(resource: Resource) -> Node:
    """A record of *resource*, whole or in part."""
    return {"anyOf": [_ref(resource.name), {"type": "object"}]}


def _several(item: Node) -> Node:
    return {"type": "array", "items": item}


def _of_admin() -> Iterator[tuple[str, Node]]:
    anything: Node = {"type": "object"}
    named: Node = {"type": "object", "properties": {"name": SNAPSHOT}, "required": ["name"], "additionalProperties": False}
    for what in ("save", "load", "reset", "backup"):
        yield f"/admin/{what}", {"post": _operation(what, 200, anything)}
    yield "/admin/restore", {"post": _operation("restore a backup", 200, anything, body=anything)}
    yield "/admin/stats", {"get": _operation("stats", 200, anything)}
    yield (
        "/admin/snapshots",
        {
            "get": _operation("list snapshots", 200, anything),
            "post": _operation("save a snapshot", 201, anything, body=named),
        },
    )
    yield "/admin/snapshots/restore", {"post": _operation("restore a snapshot", 200, anything, body=named)}
    name = {"name": "name", "in": "path", "required": True, "schema": SNAPSHOT}
    yield "/admin/snapshots/{name}", {"parameters": [name], "delete": _operation("delete a snapshot", 204, None)}


def _operation(title: str, status: int, schema: Node | None, parameters: Any = (), body: Node | None = None) -> Node:
    content = {"application/json": {"schema": _ref("Error")}}
    answers: Node = {code: {"description": words, "content": content} for code, words in REFUSALS.items()}
    good: Node = {"description": "Done."}
    if schema is not None:
        good["content"] = {"application/json": {"schema": schema}}
    made: Node = {"operationId": title.replace(" ", "_"), "summary": title.capitalize() + ".", "parameters": list(parameters)}
    made["responses"] = {str(status): good, **answers}
    if body is not None:
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    return made


def _query(resource: Resource, schema: Schema) -> list[Node]:
    """The parameters of a list of *resource*."""
    columns = [column for column in resource.columns.values() if column.kind != "other"]
    names = [column.name for column in columns if column.kind != "list"]
    sort = {"type": "string", "enum": [*names, *(f"-{name}" for name in names)]} if names else {"type": "string"}
    whole = {"type": "integer", "minimum": 1}
    fixed = [
        _parameter("page", {**whole, "maximum": 1000}),
        _parameter("limit", {**whole, "maximum": MOST_ROWS}),
        _parameter("offset", {"type": "integer", "minimum": 0, "maximum": 10**6}),
        _parameter("sort", sort),
        _parameter("q", {"type": "string"}),
    ]
    known = {each["name"] for each in fixed}
    filters = (each for column in columns for each in _filters(column) if each["name"] not in known)
    return [*filters, *fixed, *_view(resource, schema)]


def _filters(column: Column) -> Iterator[Node]:
    yield _parameter(column.name, column.schema)
    for operator in OPERATORS[1:]:
        if (operator in TEXTS and column.kind != "text") or (operator in ORDERS and column.kind == "list"):
            continue
        kind: Mapping[str, Any] = (
            {"type": "boolean"} if operator == "null" else {"type": "string"} if operator in TEXTS else column.schema
        )
        if operator in ("in", "nin"):
            kind = {"type": "array", "items": dict(kind)}
        yield _parameter(f"{column.name}_{operator}", kind)


def _relations(resource: Resource, schema: Schema) -> list[str]:
    own = [names_of(each.field, each.target)[0] for each in resource.references]
    return [*own, *(owner.name for owner, _ in schema.referrers(resource.name))]


def _list_of(names: list[str]) -> Node:
    return {"type": "string", "enum": names} if names else {"type": "string", "maxLength": 0}


def _parameter(name: str, schema: Mapping[str, Any]) -> Node:
    return {"name": name, "in": "query", "schema": dict(schema)}


def _ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{_plain(name)}"}


def _plain(name: str) -> str:
    """*name* as a component may be called."""
    return "".join(letter if letter.isascii() and (letter.isalnum() or letter in "._-") else "_" for letter in name)
