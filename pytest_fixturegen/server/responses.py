"""What a request is answered: records, refusals, and the headers that go with them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.errors import FixturegenError, InternalError, StoreError
from pytest_fixturegen.store.errors import RequestError, StaleError

JSON_TYPE = "application/json"


def make_json_response(
    text: bytes, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """An answer of the JSON *text*."""
    return Response(text, status, dict(headers or {}), JSON_TYPE)


def make_value_response(value: Any, status: int = 200) -> Response:
    """An answer that says *value* in JSON."""
    return make_json_response(dumps(value), status)


def compute_etag(text: bytes) -> str:
    """The ETag of *text*: the same for the same bytes."""
    return f'"{hashlib.blake2b(text, digest_size=12).hexdigest()}"'


def make_tagged_response(
    request: Request, text: bytes, headers: Mapping[str, str] | None = None
) -> Response:
    """An answer of *text* with its tag; without a body where the request has it already."""
    tag = compute_etag(text)
    given = {**(headers or {}), "etag": tag}
    if has_matching_tag(request, "if-none-match", tag):
        return Response(None, 304, given)
    return make_json_response(text, 200, given)


def has_matching_tag(request: Request, header: str, tag: str) -> bool:
    """Whether *header* of *request*, If-Match or If-None-Match on one line or several, names *tag*."""
    names = [
        each.strip().removeprefix("W/")
        for line in request.headers.getlist(header)
        for each in line.split(",")
    ]
    return "*" in names or tag in names


def require_match(request: Request, text: bytes) -> None:
    """Raise StaleError when the request was made for another state of the record than *text*, or for none."""
    tag = compute_etag(text)
    if "if-match" in request.headers and not has_matching_tag(request, "if-match", tag):
        raise StaleError(
            "The record has changed since it was read.",
            hint="Read it again, and send its ETag as If-Match.",
        )
    if has_matching_tag(request, "if-none-match", tag):
        raise StaleError(
            "The record is there, and If-None-Match says that it is not.",
            hint="Send the change without it.",
        )


def make_error_response(error: Exception, request_id: str) -> Response:
    """The answer to a request that *error* put an end to."""
    known = error if isinstance(error, FixturegenError) else InternalError.from_exception(error)
    status = (
        known.status
        if isinstance(known, RequestError)
        else 503
        if isinstance(known, StoreError)
        else 500
    )
    facts = dict(known.facts)
    body: dict[str, Any] = {
        "status": status,
        "kind": type(known).__name__.removesuffix("Error"),
        "message": known.message,
    }
    body |= {
        "hint": known.hint,
        "suggestions": facts.pop("suggestions", []),
        "details": facts,
        "request_id": request_id,
    }
    headers = {"www-authenticate": "Bearer"} if status == 401 else {}
    if "allowed" in facts:
        headers["allow"] = facts["allowed"]
    return make_json_response(dumps({"error": _to_plain(body)}), status, headers)


def join_records(texts: Sequence[bytes]) -> bytes:
    """Records as one array of JSON."""
    return b"[" + b",".join(texts) + b"]"


def _to_plain(value: Any) -> Any:
    """*value* as JSON and UTF-8 can say it."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {str(_to_plain(name)): _to_plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_to_plain(each) for each in value]
    return (
        value
        if isinstance(value, bool | float | None) or (isinstance(value, int) and abs(value) < 2**63)
        else str(value)
    )
