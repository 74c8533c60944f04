"""The classes of values of a single value: its bounds, and the values that break programs.

A class is shown by one value. Which classes a type has follows from its kind and its constraints
alone, never from the name of a field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from ipaddress import ip_address
from typing import Any, Literal

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.cases.moment_classes import MOMENT_LISTERS
from pytest_fixturegen.cases.number_classes import NUMBER_LISTERS, is_large
from pytest_fixturegen.cases.text_classes import (
    list_byte_classes,
    list_email_classes,
    list_text_classes,
    list_url_classes,
)
from pytest_fixturegen.introspection.shapes import ChoiceShape, NamedShape, Scalar

ClassKind = Literal["choice", "bound", "sample"]
"""Kind of a class: one of a few choices, a bound, or a sample of many unusual values.

Pairs are formed of choices and bounds. A sample occurs once, since the pairs of all unusual texts
would be many and find little.
"""

MAX_LABEL_LENGTH = 24
"""Characters of a value in the id of a case; longer ones are named by their class."""


ADDRESSES = (
    ("loopback", "127.0.0.1"),
    ("unspecified", "0.0.0.0"),
    ("broadcast", "255.255.255.255"),
    ("IPv6 loopback", "::1"),
    ("IPv4 in IPv6", "::ffff:192.0.2.1"),
)
"""Special-purpose addresses [RFC 6890]."""


@dataclass(frozen=True, slots=True)
class ValueClass:
    """A class of values, shown by *value*.

    *name* says which class it is, such as ``maximum`` or ``leap day``; *label* is its text in the
    ids of cases: the value itself if that is short.
    """

    name: str
    label: str
    value: Any
    kind: ClassKind


def list_value_classes(
    shape: ChoiceShape | Scalar | NamedShape,
    *,
    with_large_numbers: bool = True,
) -> tuple[ValueClass, ...]:
    """Return the classes of the values of *shape*, each shown by another value.

    A type with one value has no classes: there is nothing to choose. Numbers that no bound limits
    are large only *with_large_numbers*: a validator of the user may loop as often.
    """
    if isinstance(shape, ChoiceShape):
        named = [(format_choice(value), value) for value in shape.values]
        classes = [
            ValueClass(
                name,
                name,
                value,
                "choice",
            )
            for name, value in named
        ]
    else:
        listed = _list_scalar_classes(shape)
        classes = [each for each in listed if with_large_numbers or not is_large(each.name)]
    return tuple(classes) if len(classes) > 1 else ()


def format_choice(value: Any) -> str:
    """Return the text of a member of an enum or a Literal in the ids of cases."""
    name = getattr(
        value,
        "name",
        None,
    )
    return name if isinstance(name, str) else shorten(str(value), MAX_LABEL_LENGTH)


def get_kind(shape: Scalar | NamedShape) -> str:
    """Return the name by which the listers of classes know the type of *shape*."""
    return (
        shape.kind
        if isinstance(shape, Scalar)
        else getattr(
            shape.type,
            "__name__",
            "",
        )
    )


def _list_scalar_classes(shape: Scalar | NamedShape) -> Iterator[ValueClass]:
    """Yield the classes of a value without parts; the first class that shows a value names it."""
    if get_kind(shape) == "bool":
        yield from (
            ValueClass(
                str(value),
                str(value),
                value,
                "choice",
            )
            for value in (True, False)
        )
        return
    lister = SCALAR_LISTERS.get(get_kind(shape))
    known: set[tuple[type, str]] = set()
    for kind, name, value in lister(shape) if lister else ():
        key = (type(value), repr(value))
        if key not in known:
            known.add(key)
            yield ValueClass(
                name,
                _make_label(name, value),
                value,
                kind,
            )


def _make_label(name: str, value: Any) -> str:
    """Return *value* if it is a short number or moment, else the *name* of its class."""
    text = str(value)
    is_plain = not isinstance(value, str | bytes) and len(text) <= MAX_LABEL_LENGTH
    return text if is_plain else name


def list_address_classes(shape: NamedShape) -> Iterator[tuple[ClassKind, str, Any]]:
    """Yield the classes of IP addresses, of the version that the type asks for."""
    for name, text in ADDRESSES:
        address = ip_address(text)
        if get_kind(shape) in ("IPvAnyAddress", type(address).__name__):
            yield "sample", name, address


Lister = Callable[[Any], Iterable[tuple[ClassKind, str, Any]]]

SCALAR_LISTERS: Mapping[str, Lister] = {
    **NUMBER_LISTERS,
    **MOMENT_LISTERS,
    "str": list_text_classes,
    "bytes": list_byte_classes,
    "url": list_url_classes,
    "EmailStr": list_email_classes,
    "IPvAnyAddress": list_address_classes,
    "IPv4Address": list_address_classes,
    "IPv6Address": list_address_classes,
}
"""Functions that list the classes of a kind of scalar: kind, name and value of each class."""
