"""Operations of an OpenAPI description as targets: the bodies of their requests and responses.

``POST /orders`` is the body of the request, or of the first response with one if requests have
none. ``POST /orders response`` and ``POST /orders 201`` are bodies of responses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pytest_fixturegen.errors import DiscoveryError, suggest_nearest
from pytest_fixturegen.introspection.readers.documents.directions import (
    Direction,
    follow_references,
)
from pytest_fixturegen.introspection.readers.documents.resources import escape_step, split_pointer

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

OPERATION = re.compile(
    rf"({'|'.join(METHODS)})\s+(/\S*)(?:\s+(request|response|default|[1-5](?:\d\d|XX)))?",
    re.IGNORECASE,
)
"""A method, a path, and perhaps which body is meant."""

PLAIN_JSON = ("application/json", "*/*", "application/*")


class Body(NamedTuple):
    """The body of a message: the *pointer* of its schema, its *direction*, and a *name*."""

    pointer: str
    direction: Direction
    name: str


def find_body(
    path: Path,
    content: Mapping[str, Any],
    selector: str,
) -> Body | None:
    """Return the body that *selector* names in *content*, the description at *path*.

    Return None if *selector* is not an operation. Raise DiscoveryError if the operation or its
    body does not exist.
    """
    match = OPERATION.fullmatch(selector)
    if match is None:
        return None
    method, route, part = match[1].lower(), match[2], (match[3] or "").lower()
    operation = _find_operation(
        path,
        content,
        method,
        route,
    )
    for pointer, direction, status in _iter_bodies(content, operation.pointer):
        if part in ("", direction, status):
            return Body(
                pointer,
                direction,
                _name_body(
                    content,
                    operation,
                    pointer,
                    direction,
                ),
            )
    known = {status for _, _, status in _iter_bodies(content, operation.pointer)}
    raise DiscoveryError(
        f"{path.name}: {method.upper()} {route} has no {part or 'JSON'} body.",
        hint=f"Bodies with a schema of JSON: {', '.join(sorted(known)) or 'none'}.",
        path=str(path),
    )


class _Operation(NamedTuple):
    """An operation: the *pointer* to it, and the name for its records."""

    pointer: str
    name: str


def _find_operation(
    path: Path,
    content: Mapping[str, Any],
    method: str,
    route: str,
) -> _Operation:
    """Return the operation of *method* and *route*. Raise DiscoveryError if nothing is found."""
    paths = content.get("paths")
    known = {}
    for each in paths if isinstance(paths, dict) else ():
        pointer = _resolve(content, f"#/paths/{escape_step(each)}")
        item = _read(content, pointer)
        for name in METHODS:
            if isinstance(item, dict) and isinstance(item.get(name), dict):
                own = item[name].get("operationId")
                known[f"{name} {each}"] = _Operation(
                    f"{pointer}/{name}", str(own or f"{name} {each}")
                )
    wanted = f"{method} {route}"
    if wanted in known:
        return known[wanted]
    raise DiscoveryError(
        f"{path.name} has no operation {method.upper()} {route}.",
        hint=suggest_nearest(wanted, known),
        path=str(path),
    )


def _iter_bodies(
    content: Mapping[str, Any],
    operation: str,
) -> Iterator[tuple[str, Direction, str]]:
    """Yield the pointer, the direction and the status of each body, successful ones first."""
    request = _find_schema(content, f"{operation}/requestBody")
    if request:
        yield request, "request", "request"
    responses = _read(content, f"{operation}/responses")
    statuses = [str(status) for status in responses] if isinstance(responses, dict) else []
    for status in sorted(statuses, key=lambda each: (not each.startswith("2"), each)):
        pointer = _find_schema(content, f"{operation}/responses/{escape_step(status)}")
        if pointer:
            yield pointer, "response", status.lower()


def _find_schema(
    content: Mapping[str, Any],
    message: str,
) -> str:
    """Return the pointer of the schema for JSON of the *message* at a pointer; empty if none."""
    pointer = _resolve(content, message)
    media_types = _read(content, f"{pointer}/content")
    if not isinstance(media_types, dict):
        return ""
    for media_type in sorted(media_types, key=_rank_media_type):
        described = media_types[media_type]
        if _rank_media_type(media_type) < len(PLAIN_JSON) + 1 and isinstance(described, dict):
            found = f"{pointer}/content/{escape_step(media_type)}/schema"
            return found if "schema" in described else ""
    return ""


def _rank_media_type(media_type: str) -> int:
    """Return the place of *media_type* among those of a body; high if it is not JSON."""
    plain = media_type.partition(";")[0].strip().lower()
    if plain in PLAIN_JSON:
        return PLAIN_JSON.index(plain)
    return len(PLAIN_JSON) + (0 if plain.endswith(("+json", "/json")) else 1)


def _resolve(
    content: Mapping[str, Any],
    pointer: str,
) -> str:
    """Return where the value at *pointer* is written, if it is a reference to another place."""
    value = _read(content, pointer)
    reference = value.get("$ref") if isinstance(value, dict) else None
    if isinstance(reference, str) and follow_references(content, value) is not value:
        return _resolve(content, reference)
    return pointer


def _read(
    content: Any,
    pointer: str,
) -> Any:
    """Return the value at *pointer*; None if nothing is found."""
    for step in split_pointer(pointer[1:]):
        content = content.get(step) if isinstance(content, dict) else None
    return content


def _name_body(
    content: Mapping[str, Any],
    operation: _Operation,
    pointer: str,
    direction: str,
) -> str:
    """Return the name of the records of a body: that of its component, or of the operation."""
    schema = _read(content, pointer)
    reference = schema.get("$ref") if isinstance(schema, dict) else None
    if isinstance(reference, str):
        return split_pointer(f"/{reference.rpartition('/')[2]}")[0]
    return f"{operation.name} {direction}"
