"""Responses: records, errors, and their headers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.errors import FixturegenError, InternalError, StoreError
from pytest_fixturegen.server.etags import compute_etag, has_matching_tag
from pytest_fixturegen.server.fault_injection import SimulatedError
from pytest_fixturegen.store.errors import RequestError

JSON_TYPE = "application/json"

MAX_MESSAGE_CHARACTERS = 3000
MAX_DETAIL_CHARACTERS = 1000
MAX_DETAIL_ITEMS = 50
"""Size of an error, at most: a client must not receive more than it sent."""


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


def make_tagged_response(
    request: Request,
    text: bytes,
    headers: Mapping[str, str] | None = None,
    *,
    record: bytes | None = None,
) -> Response:
    """Return a response of *text* with its ETag, or 304 without a body if the client has it.

    *record* is the record that *text* is a view of.
    """
    tag = compute_etag(text, record)
    tagged_headers = {**(headers or {}), "etag": tag}
    if has_matching_tag(request, "if-none-match", tag):
        return Response(None, 304, tagged_headers)
    return make_json_response(text, 200, tagged_headers)


def make_error_response(error: Exception, request_id: str) -> Response:
    """Return the response for a request that failed with *error*."""
    if isinstance(error, SimulatedError) and error.failure.body is not None:
        body_text = dumps(error.failure.body)
        return make_json_response(
            body_text,
            error.status,
            error.failure.headers,
        )
    known = error if isinstance(error, FixturegenError) else InternalError.from_exception(error)
    status = _get_status(known)
    facts = dict(known.facts)
    body = {
        "status": status,
        "kind": type(known).__name__.removesuffix("Error"),
        "message": shorten(known.message, MAX_MESSAGE_CHARACTERS),
        "hint": shorten(known.hint, MAX_MESSAGE_CHARACTERS),
        "suggestions": facts.pop("suggestions", []),
        "details": facts,
        "request_id": request_id,
    }
    headers = {"www-authenticate": "Bearer"} if status == 401 else {}
    if "allowed" in facts:
        headers["allow"] = facts["allowed"]
    if isinstance(error, SimulatedError):
        headers |= error.failure.headers
    texts = {name: _encode_text(body[name]) for name in ("message", "hint")}
    return make_json_response(
        dumps({"error": {**_to_json_value(body), **texts}}),
        status,
        headers,
    )


def join_records(texts: Sequence[bytes]) -> bytes:
    """Return the JSON array of the records *texts*."""
    return b"[" + b",".join(texts) + b"]"


def _get_status(error: FixturegenError) -> int:
    """Return the HTTP status for *error*."""
    if isinstance(error, RequestError):
        return error.status
    return 503 if isinstance(error, StoreError) else 500


def _to_json_value(value: Any) -> Any:
    """Return *value* in types that JSON has, with text that UTF-8 can encode.

    Long texts and collections are cut.
    """
    match value:
        case str():
            return shorten(_encode_text(value), MAX_DETAIL_CHARACTERS)
        case Mapping():
            pairs = islice(value.items(), MAX_DETAIL_ITEMS)
            return {_to_json_value(str(name)): _to_json_value(part) for name, part in pairs}
        case list() | tuple():
            return [_to_json_value(part) for part in value[:MAX_DETAIL_ITEMS]]
        case bool() | float() | None:
            return value
        case int() if abs(value) < 2**63:
            return value
        case _:
            return _to_json_value(_format_value(value))


def _encode_text(text: str) -> str:
    """Return *text* with the surrogates replaced, which UTF-8 cannot encode."""
    return text.encode("utf-8", "replace").decode()


def _format_value(value: Any) -> str:
    """Return *value* as text; Python refuses to write a number of thousands of digits."""
    try:
        return str(value)
    except ValueError:
        return type(value).__name__
