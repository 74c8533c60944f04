"""Requests as they are sent: the text of each parameter, the URL, the headers and the body."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from pytest_fixturegen._internal.json_values import dumps

PARAMETER_LOCATIONS = ("path", "query", "header", "cookie")

URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
FORM_TYPES = (URLENCODED, MULTIPART)

BOUNDARY = "pytest-fixturegen"
"""Boundary between the parts of a multipart form; constant, so that requests are reproducible."""

UNSENDABLE: dict[str, re.Pattern[str]] = {
    # Clients and servers pass on visible ASCII, and spaces within it [RFC 9110].
    "header": re.compile(r"[^ -~]|^ | $"),
    "cookie": re.compile(r"[^!#-+\--:<-\[\]-~]"),  # [RFC 6265]
    # Routers expect one line, and clients resolve segments of dots [RFC 3986].
    "path": re.compile(r"[\r\n\ud800-\udfff]|^\.{1,2}$"),
}
"""The characters that a part of a request cannot carry."""

UNSENDABLE_ELSEWHERE = re.compile(r"[\ud800-\udfff]")
"""Lone surrogates, which UTF-8 cannot express."""

ABSENT = object()
"""The body of a request without one."""

Pairs = tuple[tuple[str, str], ...]


class UnsendableError(Exception):
    """A value has no text in its *location*, such as a line break in a header."""

    def __init__(self, *location: str) -> None:
        """Name the place of the value: a part of the request, and a key."""
        super().__init__(".".join(location))
        self.location = location


class HttpParts(NamedTuple):
    """The parts of a request as texts. *body* is a JSON value; a form has *form* instead."""

    path: Pairs
    query: Pairs
    header: Pairs
    cookie: Pairs
    form: Pairs = ()
    body: Any = ABSENT

    def format_url(
        self,
        template: str,
        slash_names: Container[str] = (),
    ) -> str:
        """Return the path of *template* with its values, and the query.

        The parameters *slash_names* may hold several segments of the path.
        """
        url = template
        for name, text in self.path:
            segments = quote(text, safe="/" if name in slash_names else "")
            url = url.replace(f"{{{name}}}", segments)
        return f"{url}?{urlencode(self.query)}" if self.query else url

    def encode_body(
        self,
        content_type: str,
        file_names: frozenset[str],
    ) -> bytes | None:
        """Return the bytes of the body, if there is one."""
        if content_type == MULTIPART:
            return _encode_multipart(self.form, file_names)
        if content_type == URLENCODED:
            return urlencode(self.form).encode()
        return None if self.body is ABSENT else dumps(self.body)


def encode_payload(payload: Mapping[str, Any], content_type: str) -> HttpParts:
    """Return the texts of *payload*, the JSON value of a whole request.

    Raises:
        UnsendableError: If a value has no text in its place.
    """
    parts = HttpParts(
        _encode_group(payload, "path"),
        _encode_group(payload, "query"),
        _encode_group(payload, "header"),
        _encode_group(payload, "cookie"),
    )
    if content_type in FORM_TYPES:
        return parts._replace(form=_encode_group(payload, "body"))
    body = payload.get("body", ABSENT)
    if body is not ABSENT:
        _require_json(body)
    return parts._replace(body=body)


def find_media_type(content_type: str) -> str:
    """Return the Content-Type header of a body."""
    return f"{MULTIPART}; boundary={BOUNDARY}" if content_type == MULTIPART else content_type


def _require_json(body: Any) -> None:
    """Raise UnsendableError if *body* has no JSON, such as a lone surrogate."""
    try:
        dumps(body)
    except (TypeError, ValueError) as error:
        raise UnsendableError("body") from error


def _encode_group(payload: Mapping[str, Any], location: str) -> Pairs:
    """Return the names and texts of one part of the request."""
    group = payload.get(location)
    if group is None:
        return ()
    if not isinstance(group, dict):
        raise UnsendableError(location)
    pairs: list[tuple[str, str]] = []
    for name, value in _flatten_group(group):
        pairs += (
            (name, text)
            for text in _encode_values(
                location,
                name,
                value,
            )
        )
    return tuple(pairs)


def _flatten_group(group: Mapping[str, Any]) -> Sequence[tuple[str, Any]]:
    """Return the names and values of *group*.

    A model of parameters has one level more: its fields are parameters as well.
    """
    flat: list[tuple[str, Any]] = []
    for name, value in group.items():
        if isinstance(value, dict):
            flat += value.items()
        else:
            flat.append((name, value))
    return flat


def _encode_values(
    location: str,
    name: str,
    value: Any,
) -> list[str]:
    """Return the texts of *value*: none for None, and one for each item of a list."""
    items = value if isinstance(value, list) and location != "path" else [value]
    if value is None and location != "path":
        return []
    texts = [encode_text(item) for item in items]
    if all(text is not None and can_send(location, text) for text in texts):
        return [text for text in texts if text is not None]
    raise UnsendableError(location, name)


def encode_text(value: Any) -> str | None:
    """Return the text of a single JSON value; None if it has none, as objects have none."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) else None


def can_send(location: str, text: str) -> bool:
    """Return whether *text* arrives unchanged in a part of a request."""
    if location == "path" and not text:
        return False
    return UNSENDABLE.get(location, UNSENDABLE_ELSEWHERE).search(text) is None


def clean_payload(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return *payload* with hyphens instead of what a parameter cannot carry.

    A realistic text for a cookie may have spaces, for example, which no cookie has.
    """
    cleaned = dict(payload)
    for location in PARAMETER_LOCATIONS:
        if location in payload:
            cleaned[location] = _clean_value(location, payload[location])
    return cleaned


def _clean_value(location: str, value: Any) -> Any:
    """Return *value* with hyphens instead of what *location* cannot carry."""
    if isinstance(value, str):
        return UNSENDABLE.get(location, UNSENDABLE_ELSEWHERE).sub("-", value)
    if isinstance(value, list):
        return [_clean_value(location, item) for item in value]
    if isinstance(value, dict):
        return {name: _clean_value(location, item) for name, item in value.items()}
    return value


def _encode_multipart(form: Pairs, file_names: frozenset[str]) -> bytes:
    """Return a form as multipart/form-data [RFC 7578]; files have a name and a type."""
    lines = []
    for name, text in form:
        escaped = name.replace('"', "%22")
        head = f'Content-Disposition: form-data; name="{escaped}"'
        if name in file_names:
            head += f'; filename="{escaped}.txt"\r\nContent-Type: text/plain'
        lines.append(f"--{BOUNDARY}\r\n{head}\r\n\r\n{text}\r\n")
    return "".join([*lines, f"--{BOUNDARY}--\r\n"]).encode()
