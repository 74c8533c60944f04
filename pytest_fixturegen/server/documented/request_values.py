"""The values of a request: parameters and body, as a description says they are written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from starlette.requests import Request

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.introspection.readers.documents.operations import (
    DocumentedOperation,
    MediaType,
    Parameter,
    SchemaPlace,
    is_json_type,
)
from pytest_fixturegen.introspection.readers.documents.schema_places import (
    find_items,
    list_properties,
    list_types,
)
from pytest_fixturegen.server.documented.prepared_schemas import Fault, PreparedSchema, SchemaDesk
from pytest_fixturegen.server.documented.xml_bodies import is_xml_type, read_xml

INTEGER = re.compile(r"[+-]?\d{1,4000}", re.ASCII)
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
SEPARATORS = {"spaceDelimited": " ", "pipeDelimited": "|"}
FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
MAX_QUOTED = 200

Pairs = Sequence[tuple[str, str]]


class RequestValues(NamedTuple):
    """The values of a request.

    *parameters* are by location and name. *body* is None if it is missing. If it
    *is_malformed*, the request cannot be read at all. *faults* begin with the location of the part.
    """

    parameters: Mapping[str, Mapping[str, Any]]
    body: Any
    faults: tuple[Fault, ...]
    is_malformed: bool = False
    is_unsupported: bool = False


class RequestReader:
    """Reads requests for *operation*, whose schemas come from *desk*."""

    def __init__(
        self,
        operation: DocumentedOperation,
        desk: SchemaDesk,
    ) -> None:
        self._operation = operation
        self._desk = desk

    def read(
        self,
        request: Request,
        path_values: Mapping[str, str],
        content: bytes,
    ) -> RequestValues:
        """Return the values of *request*, whose body is *content*."""
        query = parse_qsl(
            request.scope["query_string"].decode("latin-1"),
            keep_blank_values=True,
        )
        pairs: dict[str, Pairs] = {
            "path": list(path_values.items()),
            "query": query,
            "header": [(name.lower(), value) for name, value in request.headers.items()],
            "cookie": list(request.cookies.items()),
        }
        parameters: dict[str, dict[str, Any]] = {location: {} for location in pairs}
        faults: list[Fault] = []
        for parameter in self._operation.parameters:
            found = self._read_parameter(
                parameter,
                pairs[parameter.location],
                faults,
            )
            if found is not None:
                parameters[parameter.location][parameter.name] = found
        body = _BodyReader(self._operation, self._desk).read(request, content)
        return body._replace(parameters=parameters, faults=(*faults, *body.faults))

    def _read_parameter(
        self,
        parameter: Parameter,
        pairs: Pairs,
        faults: list[Fault],
    ) -> Any:
        """Return the value of *parameter*, or None, and add what is wrong with it to *faults*."""
        place = (parameter.location, parameter.name)
        candidates = list(_iter_candidates(parameter, pairs))
        if not candidates:
            if parameter.is_required:
                faults.append(Fault(place, "the parameter is required"))
            return None
        if parameter.schema is None:
            return candidates[0]
        prepared = self._desk.prepare(parameter.schema, "request")
        found: list[Fault] = []
        for candidate in candidates:
            found = prepared.list_faults(candidate)
            if not found:
                return candidate
        faults += [Fault((*place, *each.steps), each.message) for each in found]
        return candidates[-1]


def _iter_candidates(parameter: Parameter, pairs: Pairs) -> Iterator[Any]:
    """Yield the values that the texts of *parameter* may mean."""
    name = parameter.name.lower() if parameter.location == "header" else parameter.name
    texts = [text for each, text in pairs if each == name]
    if parameter.media_type and texts:
        yield _parse_json_text(texts[0]) if is_json_type(parameter.media_type) else texts[0]
        return
    types = list_types(parameter.schema) if parameter.schema else set()
    if "object" in types:
        found = _read_object(
            parameter,
            pairs,
            texts,
        )
        if found:
            yield found
    if "array" in types and (texts or _has_brackets(name, pairs)):
        yield _read_array(
            parameter,
            pairs,
            texts,
        )
    if texts and (not types or types - {"object", "array"}):
        yield from _iter_scalars(_strip_style(parameter, texts[-1]), types)


def _has_brackets(name: str, pairs: Pairs) -> bool:
    """Return whether a list is written as ``name[]=``."""
    return any(each == f"{name}[]" for each, _ in pairs)


def _strip_style(parameter: Parameter, text: str) -> str:
    """Return *text* without the characters that the style of a path puts in front of it."""
    if parameter.style == "label":
        return text.removeprefix(".")
    if parameter.style == "matrix":
        return text.partition("=")[2]
    return text


def _read_array(
    parameter: Parameter,
    pairs: Pairs,
    texts: list[str],
) -> list[Any]:
    """Return the items of a list in the style of *parameter*."""
    texts = [*texts, *(text for each, text in pairs if each == f"{parameter.name}[]")]
    separator = SEPARATORS.get(parameter.style, ",")
    is_repeated = parameter.explode and parameter.location in ("query", "cookie")
    if not is_repeated:
        joined = _strip_style(parameter, texts[0])
        texts = joined.split(separator) if joined else []
    items = find_items(parameter.schema) if parameter.schema else None
    types = list_types(items) if items else set()
    return [next(_iter_scalars(text, types), text) for text in texts]


def _read_object(
    parameter: Parameter,
    pairs: Pairs,
    texts: list[str],
) -> dict[str, Any]:
    """Return the properties of an object in the style of *parameter*."""
    assert parameter.schema is not None
    properties = list_properties(parameter.schema)
    if parameter.style == "deepObject":
        prefix = f"{parameter.name}["
        found = [(name[len(prefix) : -1], text) for name, text in pairs if name.startswith(prefix)]
    elif parameter.explode and parameter.location in ("query", "cookie"):
        found = [(name, text) for name, text in pairs if name in properties]
    else:
        parts = texts[0].split(",") if texts else []
        is_exploded = parameter.explode and all("=" in part for part in parts)
        if is_exploded:
            found = [(part.partition("=")[0], part.partition("=")[2]) for part in parts]
        else:
            found = list(
                zip(
                    parts[::2],
                    parts[1::2],
                    strict=False,
                )
            )
    return read_fields(found, properties)


def read_fields(pairs: Pairs, properties: Mapping[str, SchemaPlace]) -> dict[str, Any]:
    """Return the values of *pairs* by name, in the types of *properties*."""
    grouped: dict[str, list[str]] = {}
    for name, text in pairs:
        grouped.setdefault(name.removesuffix("[]"), []).append(text)
    return {name: _read_field(texts, properties.get(name)) for name, texts in grouped.items()}


def _read_field(texts: list[str], place: SchemaPlace | None) -> Any:
    """Return the value of a field that is written as *texts*."""
    types = list_types(place) if place else set()
    if "array" in types:
        items = find_items(place) if place else None
        inner = list_types(items) if items else set()
        return [next(_iter_scalars(text, inner), text) for text in texts]
    if "object" in types:
        value = _parse_json_text(texts[-1])
        return value if isinstance(value, dict) else texts[-1]
    return next(_iter_scalars(texts[-1], types), texts[-1])


def _iter_scalars(text: str, types: set[str]) -> Iterator[Any]:
    """Yield the values of *types* that *text* may mean; the text itself comes last."""
    if "integer" in types and INTEGER.fullmatch(text):
        yield int(text)
    if types & {"number", "integer"} and NUMBER.fullmatch(text):
        number = float(text)
        yield int(number) if "number" not in types and number.is_integer() else number
    if "boolean" in types and text in ("true", "false"):
        yield text == "true"
    if "null" in types and text in ("", "null"):
        yield None
    yield text


def _read_scalar(text: str, types: set[str]) -> Any:
    """Return the value of *types* that *text* means."""
    return next(_iter_scalars(text, types), text)


def _parse_json_text(text: str) -> Any:
    """Return the value of the JSON *text*; the text itself if it is not JSON."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


class _BodyReader:
    """Reads the bodies of requests for *operation*."""

    def __init__(
        self,
        operation: DocumentedOperation,
        desk: SchemaDesk,
    ) -> None:
        self._body = operation.body
        self._desk = desk

    def read(
        self,
        request: Request,
        content: bytes,
    ) -> RequestValues:
        """Return the values of a request without its parameters."""
        if self._body is None or not content.strip():
            is_missing = self._body is not None and self._body.is_required
            faults = (Fault(("body",), "the body is required"),) if is_missing else ()
            return RequestValues(
                {},
                None,
                faults,
                is_malformed=is_missing,
            )
        header = request.headers.get("content-type", "")
        media_type = find_media_type(self._body.content, header)
        if media_type is None:
            known = ", ".join(each.name for each in self._body.content)
            message = f"expected a body of type {known}, got {shorten(header, MAX_QUOTED)!r}"
            return RequestValues(
                {},
                None,
                (Fault(("body",), message),),
                is_unsupported=True,
            )
        try:
            value = self._parse(
                media_type,
                header,
                content,
            )
        except (ValueError, RecursionError) as error:
            message = f"the body cannot be read: {shorten(str(error), MAX_QUOTED)}"
            return RequestValues(
                {},
                None,
                (Fault(("body",), message),),
                is_malformed=True,
            )
        return RequestValues(
            {},
            value,
            tuple(self._iter_faults(media_type, value)),
        )

    def _iter_faults(
        self,
        media_type: MediaType,
        value: Any,
    ) -> Iterator[Fault]:
        """Yield what is wrong with the body *value*, if its form can be validated."""
        if media_type.schema is None or not isinstance(
            value, dict | list | str | int | float | None
        ):
            return
        if not is_json_type(media_type.name) and not isinstance(value, dict):
            return
        prepared: PreparedSchema = self._desk.prepare(media_type.schema, "request")
        for fault in prepared.list_faults(value):
            yield Fault(("body", *fault.steps), fault.message)

    def _parse(
        self,
        media_type: MediaType,
        header: str,
        content: bytes,
    ) -> Any:
        """Return the value of *content*: an object for forms, bytes for other types than JSON."""
        sent = header.partition(";")[0].strip().lower() or media_type.name
        if is_json_type(sent) or (media_type.is_json and not header):
            return _parse_json(content)
        properties = list_properties(media_type.schema) if media_type.schema else {}
        if sent == FORM_TYPES[0]:
            pairs = parse_qsl(content.decode("utf-8"), keep_blank_values=True)
            return read_fields(pairs, properties)
        if sent == FORM_TYPES[1]:
            return read_fields(list(_iter_form_parts(header, content)), properties)
        if is_xml_type(sent):
            return read_xml(content, media_type.schema, _read_scalar)
        return content


def _parse_json(content: bytes) -> Any:
    """Return the value of the JSON *content*. Raise ValueError if no text can hold it."""
    value = json.loads(content, parse_constant=_refuse_constant)
    if SURROGATE.search(content):
        json.dumps(value, ensure_ascii=False).encode()  # fails for half of a pair
    return value


def _refuse_constant(name: str) -> Any:
    """Raise ValueError for NaN and Infinity, which JSON does not have."""
    raise ValueError(f"{name} is not JSON")


def find_media_type(content: Sequence[MediaType], header: str) -> MediaType | None:
    """Return the one of *content* that a Content-Type or Accept *header* names; None otherwise.

    Without a header, it is JSON, or else the first.
    """
    wanted = header.partition(";")[0].strip().lower()
    if not wanted:
        return next((each for each in content if each.is_json), next(iter(content), None))
    for each in content:
        name = each.name.partition(";")[0].strip().lower()
        is_range = name in ("*/*", f"{wanted.partition('/')[0]}/*")
        if name == wanted or is_range or (each.is_json and is_json_type(wanted)):
            return each
    return None


def _iter_form_parts(header: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each part of a form in several parts."""
    head = f"Content-Type: {header}\r\n\r\n".encode("latin-1")
    message = BytesParser(policy=HTTP).parsebytes(head + content)
    if not message.is_multipart():
        raise ValueError("it has no parts")
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        payload = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(payload, bytes):
            yield name, payload.decode("utf-8", "replace")
