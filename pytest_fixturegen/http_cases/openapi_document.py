"""OpenAPI documents: references, operations, and the responses that an operation documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pytest_fixturegen.http_cases.operations import DocumentedBody

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Document = Mapping[str, Any]
JsonSchema = Mapping[str, Any]


class ListedOperation(NamedTuple):
    """One operation of a document: its method, path, own part, and the part of its path."""

    method: str
    path: str
    body: Mapping[str, Any]
    shared: Mapping[str, Any]


def list_documented(document: Document) -> Iterator[ListedOperation]:
    """Yield the operations of *document*, in its order."""
    for path, item in document.get("paths", {}).items():
        shared = resolve_reference(item, document)
        for method in METHODS:
            if method in shared:
                yield ListedOperation(
                    method.upper(),
                    path,
                    shared[method],
                    shared,
                )


def find_documented(
    document: Document,
    method: str,
    path: str,
) -> Mapping[str, Any]:
    """Return the description of one operation in *document*; empty if it does not list it."""
    item: Mapping[str, Any] = document.get("paths", {}).get(path, {})
    found: Mapping[str, Any] = item.get(method.lower(), {})
    return found


def resolve_reference(part: Mapping[str, Any], document: Document) -> Mapping[str, Any]:
    """Return *part*, or what its ``$ref`` points to within *document*."""
    seen = set()
    while isinstance(part.get("$ref"), str) and part["$ref"].startswith("#/"):
        reference = part["$ref"]
        if reference in seen:
            return {}
        seen.add(reference)
        part = _follow_pointer(reference, document)
    return part


def _follow_pointer(reference: str, document: Document) -> Mapping[str, Any]:
    """Return the object at *reference*, a JSON pointer [RFC 6901]; nothing if nothing is found."""
    found: Any = document
    for word in reference.removeprefix("#/").split("/"):
        key = word.replace("~1", "/").replace("~0", "~")
        found = found.get(key, {}) if isinstance(found, Mapping) else {}
    return found if isinstance(found, Mapping) else {}


def list_statuses(operation: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the statuses that *operation* documents, with ranges in capital letters."""
    return tuple(normalize_status(each) for each in operation.get("responses", {}))


def normalize_status(status: object) -> str:
    """Return *status* as documents should write it: ``200``, ``4XX`` or ``default``."""
    text = str(status)
    return text.upper() if text[:1].isdigit() else text


def list_bodies(
    operation: Mapping[str, Any], document: Document, *, may_lack_fields: bool = False
) -> dict[str, DocumentedBody]:
    """Return the body of each status for which *operation* documents one in JSON."""
    bodies = {}
    for status, response in operation.get("responses", {}).items():
        content = resolve_reference(response, document).get("content", {})
        schema = find_json_schema(content)
        if schema is not None:
            bodies[normalize_status(status)] = DocumentedBody(
                schema,
                document,
                may_lack_fields,
            )
    return bodies


def find_json_schema(content: Mapping[str, Any]) -> JsonSchema | None:
    """Return the schema of the first media type of *content* that is JSON."""
    for media_type, described in content.items():
        if is_json(media_type):
            schema: JsonSchema = described.get("schema", {})
            return schema
    return None


def is_json(media_type: str) -> bool:
    """Return whether *media_type* is JSON, such as ``application/problem+json``."""
    name = media_type.partition(";")[0].strip().lower()
    return name == "application/json" or name.endswith("+json")
