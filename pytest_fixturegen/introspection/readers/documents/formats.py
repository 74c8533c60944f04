"""Formats of texts, and the shapes of values that have them."""

from __future__ import annotations

from ipaddress import IPv6Address
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints, NamedShape, Scalar, Shape

EMAIL = NamedShape("EmailStr")
URL = Scalar("url")
AWARE = Constraints(tz="aware")


def _match(pattern: str) -> Scalar:
    """Return the shape of texts that match *pattern* as a whole."""
    return Scalar("str", Constraints(pattern=f"^(?:{pattern})$"))


HOST = _match(r"[a-z]{3,8}(-[a-z]{2,5})?\.example\.(com|org|net)")

FORMATS: dict[str, Shape] = {
    "date-time": Scalar("datetime", AWARE),
    "date": Scalar("date"),
    "time": _match(r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"),
    "duration": _match(r"P([1-9]|[12][0-9])D|PT([1-9]|1[0-9])H|PT[1-5][0-9]M"),
    "email": EMAIL,
    "idn-email": EMAIL,
    "uri": URL,
    "url": URL,
    "iri": URL,
    "uri-reference": URL,
    "iri-reference": URL,
    "uri-template": _match(r"https://example\.com/[a-z]{3,8}/\{id\}"),
    "uuid": Scalar("uuid"),
    "ipv4": NamedShape("IPvAnyAddress"),
    "ipv6": NamedShape(IPv6Address),
    "hostname": HOST,
    "idn-hostname": HOST,
    "json-pointer": _match(r"(/[a-z]{2,8}){1,3}"),
    "relative-json-pointer": _match(r"[0-3](/[a-z]{2,8}){0,2}"),
    "regex": _match(r"\^[a-z]{2,6}(\[0-9\][+*])?\$"),
    "byte": _match(r"([A-Za-z0-9+/]{4}){2,6}"),
    "base64": _match(r"([A-Za-z0-9+/]{4}){2,6}"),
    "color": _match(r"#[0-9a-f]{6}"),
}
"""The shape of each format of texts. Others say nothing that can be checked."""

INTEGER_BOUNDS: dict[str, tuple[int, int]] = {
    "int8": (-(2**7), 2**7 - 1),
    "int16": (-(2**15), 2**15 - 1),
    "int32": (-(2**31), 2**31 - 1),
    "int64": (-(2**63), 2**63 - 1),
    "uint8": (0, 2**8 - 1),
    "uint16": (0, 2**16 - 1),
    "uint32": (0, 2**32 - 1),
    "uint64": (0, 2**63 - 1),
}
"""The bounds of each format of whole numbers that OpenAPI names."""


def find_format(name: Any) -> Shape | None:
    """Return the shape of the texts with the format *name*, or None if it says nothing."""
    return FORMATS.get(name) if isinstance(name, str) else None
