"""Checks of responses: the documented status, the documented body, and the message of a failure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from pytest_fixturegen._internal.text import shorten, summarize_message
from pytest_fixturegen.http_cases.curl import format_curl
from pytest_fixturegen.http_cases.openapi_document import is_json
from pytest_fixturegen.http_cases.operations import DocumentedBody, matches_status
from pytest_fixturegen.http_cases.schema_types import ONLY_IN_REQUESTS, SchemaTypes

if TYPE_CHECKING:
    from pytest_fixturegen.http_cases.api_request import ApiRequest

MAX_SHOWN_BODY = 300
"""Characters of a response that a message shows."""

NOT_FOUND = 404

AUTHENTICATION_STATUSES = (401, 403)


class Problem(NamedTuple):
    """A problem of a response: the actual value, the expected one, and a hint."""

    got: str
    expected: str = ""
    hint: str = ""


def find_problem(request: ApiRequest, response: Any) -> Problem | None:
    """Return the problem of *response*, or None if it is as documented."""
    status = response.status_code
    is_expected = matches_status(request.expected, status)
    if not is_expected and not (status == NOT_FOUND and _may_be_missing(request)):
        return Problem(_describe(response), hint=_suggest_fix(request, status))
    return _find_body_problem(request, response) or _find_location_problem(request, response)


def _may_be_missing(request: ApiRequest) -> bool:
    """Return whether the application documents 404, and *request* may be for no record.

    FastAPI refuses a path with an invalid parameter; other applications may not find it.
    """
    if not matches_status(request.operation.statuses, NOT_FOUND):
        return False
    if request.broken is None:
        return bool(request.unknown_records)
    return request.broken.location[0] == "path" and not request.operation.names_locations


def _describe(response: Any) -> str:
    """Return the status of *response* and the beginning of its body."""
    body = shorten(response.text, MAX_SHOWN_BODY)
    return f"status {response.status_code}, {body}" if body else f"status {response.status_code}"


def _suggest_fix(request: ApiRequest, status: int) -> str:
    """Return a hint about an unexpected *status*, or "" if it is a bug of the application."""
    unknown = request.unknown_records
    if status == NOT_FOUND and unknown:
        known = f"pfg_requests(app, known={{{unknown[0]!r}: ...}})"
        if request.is_valid:
            return (
                f"Name a record that exists: {known}. Or document the status: "
                'responses={404: {"description": "Not found"}}.'
            )
        return f"The application looks for the record first. Name one that exists: {known}."
    if status in AUTHENTICATION_STATUSES:
        return "Give the client the rights, or override the dependency that asks for them."
    if not request.is_valid and status == 400:  # an exception handler of the application
        return "Document the status: FastAPI(responses={400: ...})."
    if request.is_valid and 200 <= status < 400:
        return f"Document the status if it is right: status_code={status}."
    return ""


def _find_body_problem(request: ApiRequest, response: Any) -> Problem | None:
    """Return the problem of the body of *response*, or None if it is as documented."""
    bodies = request.operation.bodies
    status = str(response.status_code)
    documented = bodies.get(status) or bodies.get(f"{status[0]}XX") or bodies.get("default")
    if documented is None or request.method == "HEAD":
        return None
    content_type = response.headers.get("content-type", "")
    if not is_json(content_type):
        if not documented.schema:  # FastAPI documents JSON for any response
            return None
        return Problem(
            f"{_describe(response)} of type {content_type or 'none'}",
            "the documented JSON",
        )
    errors = _validate_body(documented, response.content)
    if not errors:
        return None
    title = _find_title(documented)
    return Problem(_describe(response), f"the documented {title} ({errors})")


def _validate_body(documented: DocumentedBody, content: bytes) -> str:
    """Return the first errors of *content*, a JSON text; nothing if it is as documented."""
    try:
        _build_adapter(_Identified(documented)).validate_json(content, strict=True)
    except ValidationError as error:
        found = error.errors(include_url=False)
        shown = [f"{_format_place(each['loc'])}: {each['msg']}" for each in found[:3]]
        more = [f"and {len(found) - 3} more"] if len(found) > 3 else []
        return "; ".join(shown + more)
    return ""


def _format_place(location: Sequence[int | str]) -> str:
    """Return *location* within a body as messages show it."""
    return ".".join(map(str, location)) or "the body"


class _Identified:
    """A documented body as a key of a cache: the same object is the same key."""

    def __init__(self, documented: DocumentedBody) -> None:
        self.documented = documented

    def __hash__(self) -> int:
        return id(self.documented.schema)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Identified):
            return False
        ours, theirs = self.documented, other.documented
        return ours.schema is theirs.schema and ours.may_lack_fields == theirs.may_lack_fields


@lru_cache(maxsize=256)
def _build_adapter(key: _Identified) -> TypeAdapter[Any]:
    """Return the adapter that validates a documented body."""
    schema, document, may_lack_fields = key.documented
    reader = SchemaTypes(
        document,
        ONLY_IN_REQUESTS,
        may_lack_fields=may_lack_fields,
    )
    return TypeAdapter(reader.read(schema))


def _find_title(documented: DocumentedBody) -> str:
    """Return the name of the documented model."""
    reference = str(documented.schema.get("$ref", "")).rpartition("/")[2]
    return reference or str(documented.schema.get("title", "") or "body")


def _find_location_problem(request: ApiRequest, response: Any) -> Problem | None:
    """Return a problem if the application refuses another part of the request than is invalid."""
    broken = request.broken
    if broken is None or not request.operation.names_locations:
        return None
    reported = _list_reported_locations(response)
    if not reported or any(_overlaps(each, broken.locations) for each in reported):
        return None
    places = ", ".join(".".join(each) for each in reported)
    return Problem(
        f"status {response.status_code} for {places}",
        f"an error at {'.'.join(broken.location)}",
        "The request never reaches the rule: correct what the application refuses first.",
    )


def _list_reported_locations(response: Any) -> list[tuple[str, ...]]:
    """Return the places of the errors in *response*, if it has the form of FastAPI's own."""
    try:
        detail = response.json()["detail"]
        return [tuple(map(str, each["loc"])) for each in detail]
    except (ValueError, KeyError, TypeError):
        return []


def _overlaps(reported: tuple[str, ...], expected: tuple[tuple[str, ...], ...]) -> bool:
    """Return whether one of the *expected* places is at, above or below the *reported* one."""
    return any(
        reported[: len(place)] == place or place[: len(reported)] == reported for place in expected
    )


def format_failure(
    request: ApiRequest, sent: Any, got: str, expected: str = "", hint: str = ""
) -> str:
    """Return the message of a failed request. *sent* is the request as the client sent it."""
    lines = [
        request.id,
        f"  expected: {expected or _describe_expectation(request)}",
        f"  got:      {got}",
    ]
    if hint:
        lines.append(f"  hint:     {hint}")
    own = {name.lower(): value for name, value in request.headers.items()}
    curl = format_curl(
        request.method,
        str(sent.url),
        sent.headers,
        request.content,
        own,
    )
    return "\n".join([*lines, f"  repeat:   {curl}"])


def _describe_expectation(request: ApiRequest) -> str:
    """Return which status *request* should have, and why."""
    statuses = " or ".join(request.expected)
    if request.broken is None:
        return f"status {statuses}, as documented for a valid request"
    message = summarize_message(request.broken.message, 1)
    return f"status {statuses}, since {request.broken.text} is invalid: {message}"
