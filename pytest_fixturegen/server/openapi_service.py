"""What an API file adds to the OpenAPI document: routes, login, roles, failures, the base path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from pytest_fixturegen.server.resources import list_reference_names
from pytest_fixturegen.store.api_access import LoginRules, ResourceAccess
from pytest_fixturegen.store.api_network import NetworkRules
from pytest_fixturegen.store.api_routes import PARAMETER, WILDCARD, CannedRoute
from pytest_fixturegen.store.api_service import ManyToMany, ServiceRules
from pytest_fixturegen.store.schema import Schema

JsonObject = dict[str, Any]

OPERATIONS = ("get", "post", "put", "patch", "delete")
ACTIONS_BY_DEPTH = {
    1: {"get": "list", "post": "create"},
    2: {"get": "get", "put": "update", "patch": "update", "delete": "delete"},
    3: {"get": "list"},
}
"""The action of an operation by the number of parts in its path."""

ERROR_CONTENT = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
CONTENT_TYPES = {
    "json": "application/json",
    "text": "text/plain",
    "html": "text/html",
    "xml": "application/xml",
}
TEXT: JsonObject = {"type": "string"}
PLACEHOLDER = re.compile(r"\{[^}]*\}")


def add_service(
    document: JsonObject,
    rules: ServiceRules,
    schema: Schema,
) -> JsonObject:
    """Return the OpenAPI *document* of the resources with what *rules* add to it."""
    paths: JsonObject = {path: dict(item) for path, item in document["paths"].items()}
    _add_joins(paths, rules.joins)
    _add_parents(paths, schema)
    if rules.is_read_only:
        paths = dict(_drop_changes(paths, rules.access))
    if rules.login:
        _restrict_paths(paths, rules)
    for route in rules.routes:
        _add_route(
            paths,
            route,
            has_users=rules.login is not None,
        )
    if rules.login and rules.login.has_endpoints:
        paths |= _build_login_paths(rules.login)
    _add_failures(paths, rules.network)
    extended = {**document, "paths": paths}
    if rules.base_path:
        extended["servers"] = [{"url": rules.base_path}]
    if rules.login:
        extended["security"] = [{"token": []}]
        schemes = {"token": _build_scheme(rules.login)}
        extended["components"] = {**document["components"], "securitySchemes": schemes}
    return extended


def _add_joins(paths: JsonObject, joins: Sequence[ManyToMany]) -> None:
    """Add the lists of joined records, and the relations that a request can expand."""
    for join in joins:
        record = paths[f"/{join.source}/{{key}}"]
        listing = deepcopy(paths[f"/{join.target}"]["get"])
        listing["operationId"] = f"list_{join.target}_joined_with_{join.source}"
        paths[f"/{join.source}/{{key}}/{join.target}"] = {
            "parameters": record["parameters"],
            "get": listing,
        }
        for path in (f"/{join.source}", f"/{join.source}/{{key}}"):
            operation = paths[path]["get"] = deepcopy(paths[path]["get"])
            for parameter in operation["parameters"]:
                if parameter["name"] == "expand":
                    names = parameter["schema"].get("enum", [])
                    parameter["schema"] = {"type": "string", "enum": [*names, join.target]}


def _add_parents(paths: JsonObject, schema: Schema) -> None:
    """Add the addresses of the records that others refer to, such as ``/posts/{key}/author``."""
    for resource in schema.resources:
        for reference in resource.references:
            name = list_reference_names(reference.field, reference.target)[0]
            path = f"/{resource.name}/{{key}}/{name}"
            if path not in paths:
                operation = deepcopy(paths[f"/{reference.target}/{{key}}"]["get"])
                operation["operationId"] = f"read_{name}_of_{resource.name}"
                parameters = paths[f"/{resource.name}/{{key}}"]["parameters"]
                paths[path] = {"parameters": parameters, "get": operation}


def _drop_changes(
    paths: JsonObject, access: Mapping[str, ResourceAccess]
) -> Iterator[tuple[str, JsonObject]]:
    """Yield the paths without the changes of resources."""
    for path, item in paths.items():
        is_resource = path.split("/")[1] in access
        changes = OPERATIONS[1:] if is_resource else ()
        yield path, {name: each for name, each in item.items() if name not in changes}


def _restrict_paths(paths: JsonObject, rules: ServiceRules) -> None:
    """Add to each operation the roles that it requires, and the answer to other users."""
    for path, item in paths.items():
        parts = path.strip("/").split("/")
        name = parts[2] if len(parts) == 3 else parts[0]
        actions = ACTIONS_BY_DEPTH.get(len(parts), {})
        for method in OPERATIONS:
            if method in item:
                roles: tuple[str, ...] = ("admin",)
                if parts[0] != "admin":
                    access = rules.access.get(name, ResourceAccess())
                    roles = access.roles.get(
                        actions.get(method, ""),
                        ("*",),
                    )
                item[method] = _restrict(item[method], roles)


def _restrict(operation: JsonObject, roles: tuple[str, ...]) -> JsonObject:
    """Return *operation* with the *roles* it requires, unless every user may do it."""
    if "*" in roles:
        return operation
    denied = {"description": "The user may not do this.", "content": ERROR_CONTENT}
    responses = {**operation["responses"], "403": denied}
    return {**operation, "description": f"Roles: {', '.join(roles)}.", "responses": responses}


def _add_route(
    paths: JsonObject,
    route: CannedRoute,
    *,
    has_users: bool,
) -> None:
    """Add the operation of *route*. It replaces one of a resource at the same address."""
    path, names = _format_path(route.path)
    for known in paths:
        if PLACEHOLDER.sub("{}", known) == PLACEHOLDER.sub("{}", path):
            path, names = known, [name[1:-1] for name in PLACEHOLDER.findall(known)]
    operation = _build_route_operation(route, names)
    if has_users:
        operation["security"] = [] if route.is_public else [{"token": []}]
        operation = operation if route.is_public else _restrict(operation, route.roles)
    item = dict(paths.get(path, {}))
    item[route.method.lower()] = operation
    paths[path] = item


def _format_path(path: str) -> tuple[str, list[str]]:
    """Return *path* in the form of OpenAPI, and the names of its parameters."""
    names: list[str] = []

    def replace_parameter(found: re.Match[str]) -> str:
        name = next(
            (group for group in found.groups() if group),
            "path",
        )
        names.append(name)
        return "{" + name + "}"

    parts = [
        WILDCARD.sub(replace_parameter, part)
        if WILDCARD.fullmatch(part)
        else PARAMETER.sub(replace_parameter, part)
        for part in path.split("/")
    ]
    return "/".join(parts), names


def _build_route_operation(route: CannedRoute, names: list[str]) -> JsonObject:
    """Return the operation of *route*, whose path has parameters with these *names*."""
    is_script = route.type not in CONTENT_TYPES
    answer: JsonObject = {"description": "JavaScript is not supported." if is_script else "Done."}
    if not is_script and route.status not in (204, 205, 304):
        schema: JsonObject = {} if route.type == "json" else TEXT
        content_type = route.headers.get("content-type", CONTENT_TYPES[route.type])
        answer["content"] = {content_type: {"schema": schema}}
    parameters = [{"name": name, "in": "path", "required": True, "schema": TEXT} for name in names]
    title = f"{route.method} {route.path}"
    return {
        "operationId": re.sub(r"\W+", "_", f"route_{title}").strip("_"),
        "summary": route.description or title,
        "parameters": parameters,
        "responses": {"501" if is_script else str(route.status): answer},
    }


def _build_login_paths(login: LoginRules) -> JsonObject:
    """Return the paths for users: login, logout, refresh, registration, and who is logged in."""
    credentials = _build_object("username", "password")
    user = _build_object("username", "role")
    session = _build_object("token", "refreshToken", "username", "role")
    session["properties"] |= {"user": user, "expiresAt": {"type": "integer"}}
    paths: JsonObject = {
        login.path: {"post": _build_operation("log in", "200", session, credentials)},
        "/auth/refresh": {
            "post": _build_operation("refresh", "200", session, _build_object("refreshToken"))
        },
        "/auth/logout": {"post": _build_operation("log out", "204", None, None)},
        "/auth/me": {"get": {**_build_operation("show the user", "200", user, None)}},
    }
    paths["/auth/me"]["get"]["security"] = [{"token": []}]
    if login.password_field:
        operation = _build_operation("register", "201", session, credentials)
        paths["/auth/register"] = {"post": operation}
    return paths


def _build_operation(
    title: str,
    status: str,
    schema: JsonObject | None,
    body: JsonObject | None,
) -> JsonObject:
    """Return a public operation with the answers that it can have."""
    success: JsonObject = {"description": "Done."}
    if schema is not None:
        success["content"] = {"application/json": {"schema": schema}}
    failures = {"400": "The request is invalid.", "401": "The user is unknown or not logged in."}
    if title == "register":
        failures |= {
            "403": "The user may not do this.",
            "409": "The user exists.",
            "422": "The model rejects the user.",
        }
    errors = {
        code: {"description": description, "content": ERROR_CONTENT}
        for code, description in failures.items()
    }
    operation: JsonObject = {
        "operationId": title.replace(" ", "_"),
        "summary": title.capitalize() + ".",
        "security": [],
        "responses": {status: success, **errors},
    }
    if body is not None:
        content = {"application/json": {"schema": body}}
        operation["requestBody"] = {"required": True, "content": content}
    return operation


def _build_object(*names: str) -> JsonObject:
    """Return the schema of an object with texts called *names*."""
    return {
        "type": "object",
        "properties": {name: dict(TEXT) for name in names},
        "required": list(names),
    }


def _add_failures(paths: JsonObject, network: NetworkRules) -> None:
    """Add the statuses of simulated failures to every operation."""
    statuses = {status for rule in network.failures if rule.rate for status in rule.statuses}
    if network.rate_limit:
        statuses.add(network.rate_limit.status)
    failure = {"description": "A simulated failure.", "content": {"application/json": {}}}
    for item in paths.values():
        for method in OPERATIONS:
            if method in item:
                added = {str(status): failure for status in sorted(statuses)}
                item[method] = {**item[method], "responses": {**added, **item[method]["responses"]}}


def _build_scheme(login: LoginRules) -> JsonObject:
    """Return the security scheme of the tokens."""
    if login.header == "authorization":
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
    return {
        "type": "apiKey",
        "in": "header",
        "name": login.header.title(),
    }


def build_network_paths() -> JsonObject:
    """Return the paths that change the simulated network while the server runs."""
    number: JsonObject = {"type": "number", "minimum": 0}
    latency = {
        "enabled": {"type": "boolean"},
        "min": number,
        "max": number,
        "fixed": number,
    }
    rate = {"type": "number", "minimum": 0, "maximum": 1}
    errors = {"enabled": {"type": "boolean"}, "rate": rate}
    bodies = {"latency": latency, "errors": errors}
    paths: JsonObject = {}
    for name, properties in bodies.items():
        body = {"type": "object", "properties": properties}
        operation = _build_operation(f"set {name}", "200", {"type": "object"}, body)
        operation.pop("security")
        operation["responses"]["413"] = {"description": "The body is too large."}
        paths[f"/admin/{name}"] = {"post": operation}
    return paths
