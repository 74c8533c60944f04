"""Responses as a description documents them: status, form, headers and body."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen.introspection.readers.documents.operations import (
    DocumentedOperation,
    DocumentedResponse,
    MediaType,
    ResponseHeader,
)
from pytest_fixturegen.introspection.readers.documents.schema_places import (
    find_items,
    list_properties,
    list_types,
)
from pytest_fixturegen.introspection.readers.documents.validation import write_json
from pytest_fixturegen.server.documented.prepared_schemas import (
    Fault,
    PreparedSchema,
    SchemaDesk,
    UndrawableError,
)
from pytest_fixturegen.server.documented.request_values import find_media_type
from pytest_fixturegen.server.documented.xml_bodies import is_xml_type, write_xml
from pytest_fixturegen.store.documented.words import normalize_name

USUAL_STATUSES: Mapping[str, tuple[str, ...]] = {
    "create": ("201", "200", "202"),
    "delete": ("204", "200", "202"),
    "delete-single": ("204", "200", "202"),
}
"""The statuses of a role, the best first."""

EMPTY_STATUSES = (204, 205, 304)
MESSAGE_WORDS = "message detail error errormessage description title reason msg".split()
STATUS_WORDS = "status statuscode code httpstatus".split()
POINTER_WORDS = "pointer path field loc location param parameter property".split()
PROBLEM_LISTS = "detail details errors problems violations invalidfields issues".split()
CORS_PREFIX = "access-control-"
TRANSPORT_HEADERS = frozenset(
    "connection content-encoding content-length content-type date keep-alive te trailer"
    " transfer-encoding upgrade".split()
)
"""Headers that say how the server sends a body: it writes them itself, if they are needed."""

MAX_INDEX = 1 << 31


class Unset:
    """The type of ``UNSET``: a response whose body is drawn."""


UNSET = Unset()


def choose_index(*parts: Any) -> int:
    """Return the index of a drawn value that depends on *parts* alone."""
    digest = hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % MAX_INDEX


def choose_success(operation: DocumentedOperation, role: str) -> int:
    """Return the status of a served request to *operation*, which has *role*."""
    documented = [each.status for each in operation.responses]
    served = sorted(each for each in documented if each[:1] == "2")
    for status in USUAL_STATUSES.get(role, ("200",)):
        if status in served or (not served and ("default" in documented or not documented)):
            return int(status)
    others = served or sorted(each for each in documented if each[:1] == "3")
    if not others:
        return 200
    return int(others[0][:1] + "00") if "X" in others[0] else int(others[0])


class ResponseWriter:
    """Writes the responses of *operation*, whose schemas come from *desk*."""

    def __init__(
        self,
        operation: DocumentedOperation,
        desk: SchemaDesk,
    ) -> None:
        self._operation = operation
        self._desk = desk

    def prepare(
        self,
        status: int,
        accept: str = "",
    ) -> PreparedSchema | None:
        """Return the schema of the values of responses with *status*; None if it is missing.

        It is the schema of JSON or of XML. Other forms are texts.
        """
        media_type = self._choose_media_type(status, accept)
        if media_type is None or media_type.schema is None or not _is_structured(media_type):
            return None
        return self._desk.prepare(media_type.schema, "response")

    def find_example(
        self,
        status: int,
        accept: str,
        name: str = "",
    ) -> Any:
        """Return the documented example *name*, or the first one, that is valid; or ``UNSET``."""
        media_type = self._choose_media_type(status, accept)
        if media_type is None:
            return UNSET
        prepared = self.prepare(status, accept)
        found = [media_type.examples[name]] if name in media_type.examples else []
        for example in found or media_type.examples.values():
            if prepared is None or prepared.accepts(example):
                return example
        return UNSET

    def write(
        self,
        request: Request,
        status: int,
        value: Any,
        index: int,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """Return the response with *value* as its body; a drawn one if it is ``UNSET``.

        *index* chooses what is drawn. *headers* are known values of headers;
        an empty one is left out.
        """
        documented = self._operation.find_response(status)
        accept = request.headers.get("accept", "")
        media_type = self._choose_media_type(status, accept)
        known = dict(
            self._iter_headers(
                documented,
                headers or {},
                index,
            )
        )
        if media_type is None or status in EMPTY_STATUSES:
            is_undescribed = documented is None and value is not UNSET and status != 204
            body = write_json(value) if is_undescribed else None
            return Response(
                body,
                status,
                known,
                "application/json" if is_undescribed else None,
            )
        content = self._write_body(
            media_type,
            status,
            value,
            index,
        )
        name = media_type.name if "*" not in media_type.name else "application/json"
        return Response(
            content,
            status,
            {**known, "content-type": name},
        )

    def _choose_media_type(
        self,
        status: int,
        accept: str,
    ) -> MediaType | None:
        """Return the form of a response with *status* that the client accepts, or the first."""
        documented = self._operation.find_response(status)
        if documented is None or not documented.content:
            return None
        for wanted in accept.split(","):
            name = wanted.partition(";")[0].strip()
            found = find_media_type(documented.content, name) if name not in ("", "*/*") else None
            if found is not None:
                return found
        return find_media_type(documented.content, "")

    def _write_body(
        self,
        media_type: MediaType,
        status: int,
        value: Any,
        index: int,
    ) -> bytes:
        """Return the body of a response in the form of *media_type*."""
        if value is UNSET:
            value = self._draw_value(media_type, index)
        elif _is_structured(media_type) and media_type.schema is not None:
            prepared = self._desk.prepare(media_type.schema, "response")
            try:
                value = prepared.fit(value, index)
            except UndrawableError:
                value = next(iter(media_type.examples.values()), value)
        if _is_json(media_type):
            return write_json(value)
        if isinstance(value, bytes):
            return value
        if is_xml_type(media_type.name) and not isinstance(value, str):
            return write_xml(value, media_type.schema)
        if "urlencoded" in media_type.name or not isinstance(value, str):
            return write_json(value)
        return value.encode("utf-8", "replace")

    def _draw_value(
        self,
        media_type: MediaType,
        index: int,
    ) -> Any:
        """Return a documented example, or a value of the schema of *media_type*."""
        prepared = None
        if media_type.schema is not None:
            prepared = self._desk.prepare(media_type.schema, "response")
        for example in media_type.examples.values():
            if prepared is None or not _is_structured(media_type) or prepared.accepts(example):
                return example
        if prepared is None:
            return {} if _is_json(media_type) else ""
        try:
            return prepared.draw(index)
        except UndrawableError:
            return None

    def _iter_headers(
        self,
        documented: DocumentedResponse | None,
        known: Mapping[str, str],
        index: int,
    ) -> Iterator[tuple[str, str]]:
        """Yield the headers of a response: those that are known, and drawn documented ones."""
        names = {name.lower() for name in known} | TRANSPORT_HEADERS
        yield from ((name, text) for name, text in known.items() if text)
        for header in documented.headers if documented else ():
            name = header.name.lower()
            if name not in names and not name.startswith(CORS_PREFIX):
                text = self._draw_header(header, index)
                if text is not None:
                    yield header.name, text

    def _draw_header(
        self,
        header: ResponseHeader,
        index: int,
    ) -> str | None:
        """Return a value of *header*; None if a header cannot hold one."""
        value = next(iter(header.examples.values()), None)
        if value is None and header.schema is not None:
            try:
                value = self._desk.prepare(header.schema, "response").draw(index)
            except UndrawableError:
                return None
        text = _to_header_text(value)
        is_safe = text.isascii() and text.isprintable()
        return text if is_safe and text else None

    def describe_faults(
        self,
        status: int,
        message: str,
        faults: Sequence[Fault],
    ) -> Any:
        """Return the body of an error in the documented form; ``UNSET`` if it has none."""
        prepared = self.prepare(status)
        if prepared is None:
            media_type = self._choose_media_type(status, "")
            is_text = media_type is not None and media_type.name.startswith("text/")
            return message if is_text else UNSET
        try:
            base = prepared.draw(choose_index(status, message))
        except UndrawableError:
            return UNSET
        return fill_error(
            base,
            prepared,
            status,
            message,
            faults,
        )


def _is_json(media_type: MediaType) -> bool:
    """Return whether bodies of *media_type* are written as JSON."""
    return media_type.is_json or media_type.name in ("*/*", "application/*")


def _is_structured(media_type: MediaType) -> bool:
    """Return whether the schema of *media_type* is about values that are written as JSON or XML."""
    return _is_json(media_type) or is_xml_type(media_type.name)


def _to_header_text(value: Any) -> str:
    """Return *value* as a header writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ",".join(map(_to_header_text, value))
    return write_json(value).decode() if isinstance(value, dict) else str(value)


def fill_error(
    base: Any,
    prepared: PreparedSchema,
    status: int,
    message: str,
    faults: Sequence[Fault],
) -> Any:
    """Return the drawn error *base* with the *status*, the *message* and the *faults*."""
    if not isinstance(base, dict):
        return message if prepared.accepts(message) else base
    filled = dict(base)
    for name, candidates in _iter_error_members(
        base,
        prepared,
        status,
        message,
        faults,
    ):
        for candidate in candidates:
            changed = {**filled, name: candidate}
            if prepared.accepts(changed):
                filled = changed
                break
    return filled


def _iter_error_members(
    base: Mapping[str, Any],
    prepared: PreparedSchema,
    status: int,
    message: str,
    faults: Sequence[Fault],
) -> Iterator[tuple[str, list[Any]]]:
    """Yield the members of an error that say what is wrong, with the values to try."""
    for name in prepared.properties or base:
        word = normalize_name(name)
        place = prepared.properties.get(name)
        types = list_types(place) if place else set()
        if word in PROBLEM_LISTS and place and "array" in types:
            items = find_items(place)
            members = list_properties(items) if items else {}
            yield (
                name,
                [
                    _list_problems(
                        members,
                        message,
                        faults,
                    ),
                    [message],
                ],
            )
        elif isinstance(base.get(name), dict) and word in ("error", "fault", "status"):
            inner = [key for key in base[name] if normalize_name(key) in MESSAGE_WORDS]
            yield name, [{**base[name], key: message} for key in inner]
        elif word in MESSAGE_WORDS:
            yield name, [message]
        elif word in STATUS_WORDS:
            yield name, [status, str(status)]


def _list_problems(
    members: Mapping[str, Any],
    message: str,
    faults: Sequence[Fault],
) -> list[dict[str, Any]]:
    """Return an object for each of *faults*, with the *members* that a description gives them."""
    problems = []
    for fault in faults or [Fault((), message)]:
        problem: dict[str, Any] = {}
        for name, place in members.items():
            word = normalize_name(name)
            if word in POINTER_WORDS:
                is_list = "array" in list_types(place)
                problem[name] = list(fault.steps) if is_list else fault.pointer
            elif word in MESSAGE_WORDS:
                problem[name] = fault.message
            elif word in ("type", "code", "kind"):
                problem[name] = "invalid"
        problems.append(problem)
    return problems
