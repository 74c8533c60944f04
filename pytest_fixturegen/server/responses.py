"""Responses: records, errors, and their headers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.errors import FixturegenError, InternalError, StoreError
from pytest_fixturegen.server.fault_injection import SimulatedError
from pytest_fixturegen.store.errors import RequestError, StaleError

JSON_TYPE = "application/json"


def make_json_response(
    text: bytes,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a response with the JSON *text* as its body."""
    return Response(
        text,
        status,
        dict(headers or {}),
        JSON_TYPE,
    )


def make_value_response(value: Any, status: int = 200) -> Response:
    """Return a response with *value* as JSON."""
    return make_json_response(dumps(value), status)


def compute_etag(text: bytes) -> str:
    """Return the ETag of *text*, quotes included; equal bytes have equal tags."""
    return f'"{hashlib.blake2b(text, digest_size=12).hexdigest()}"'


def make_tagged_response(
    request: Request,
    text: bytes,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a response of *text* with its ETag, or 304 without a body if the client has it."""
    tag = compute_etag(text)
    tagged_headers = {**(headers or {}), "etag": tag}
    if has_matching_tag(request, "if-none-match", tag):
        return Response(None, 304, tagged_headers)
    return make_json_response(text, 200, tagged_headers)


def has_matching_tag(
    request: Request,
    header: str,
    tag: str,
) -> bool:
    """Return whether *header*, ``if-match`` or ``if-none-match``, lists *tag* or ``*``.

    The header may come on several lines.
    """
    names = ",".join(request.headers.getlist(header)).split(",")
    tags = [name.strip().removeprefix("W/") for name in names]
    return "*" in tags or tag in tags


def require_match(request: Request, text: bytes) -> None:
    """Raise StaleError if the preconditions of *request* do not hold for the record *text*."""
    tag = compute_etag(text)
    if "if-match" in request.headers and not has_matching_tag(request, "if-match", tag):
        raise StaleError(
            "The record has changed since it was read.",
            hint="Read it again, and send its ETag as If-Match.",
        )
    if has_matching_tag(request, "if-none-match", tag):
        raise StaleError(
            "The record exists, and If-None-Match says that it must not.",
            hint="Send the change without If-None-Match.",
        )


def make_error_response(error: Exception, request_id: str) -> Response:
    """Return the response for a request that failed with *error*."""
    if isinstance(error, SimulatedError) and error.failure.body is not None:
        body_text = dumps(error.failure.body)
        return make_json_response(body_text, error.status, error.failure.headers)
    known = error if isinstance(error, FixturegenError) else InternalError.from_exception(error)
    status = _get_status(known)
    facts = dict(known.facts)
    body = {
        "status": status,
        "kind": type(known).__name__.removesuffix("Error"),
        "message": known.message,
        "hint": known.hint,
        "suggestions": facts.pop("suggestions", []),
        "details": facts,
        "request_id": request_id,
    }
    headers = {"www-authenticate": "Bearer"} if status == 401 else {}
    if "allowed" in facts:
        headers["allow"] = facts["allowed"]
    if isinstance(error, SimulatedError):
        headers |= error.failure.headers
    return make_json_response(dumps({"error": _to_json_value(body)}), status, headers)


def join_records(texts: Sequence[bytes]) -> bytes:
    """Return the JSON array of the records *texts*."""
    return b"[" + b",".join(texts) + b"]"


def _get_status(error: FixturegenError) -> int:
    if isinstance(error, RequestError):
        return error.status
    return 503 if isinstance(error, StoreError) else 500


def _to_json_value(value: Any) -> Any:
    """Return *value* in types that JSON has, with text that UTF-8 can encode."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case Mapping():
            return {str(_to_json_value(name)): _to_json_value(part) for name, part in value.items()}
        case list() | tuple():
            return [_to_json_value(part) for part in value]
        case bool() | float() | None:
            return value
        case int() if abs(value) < 2**63:
            return value
        case _:
            return str(value)
