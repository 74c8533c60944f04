"""The types that Pydantic's core schema hides behind functions: an e-mail address, a path, a secret.

A validator function of a library is known by its owner (``EmailStr._validate``) or its qualified name. What is not
recognised here is somebody's own rule.
"""

from __future__ import annotations

import importlib
import inspect
import ipaddress
import re
import zoneinfo
from collections.abc import Callable
from functools import partial
from typing import Any

LIBRARY_MODULES = ("pydantic", "pydantic_extra_types", "pydantic_core", "pydantic_settings")

TYPE_BY_FUNCTION: dict[str, Any] = {
    "import_string": "ImportString",
    "pattern_either_validator": re.Pattern,
    "pattern_str_validator": re.Pattern[str],
    "pattern_bytes_validator": re.Pattern[bytes],
    "validate_str_is_valid_iana_tz": zoneinfo.ZoneInfo,
    "ip_v4_address_validator": ipaddress.IPv4Address,
    "ip_v6_address_validator": ipaddress.IPv6Address,
    "ip_v4_network_validator": ipaddress.IPv4Network,
    "ip_v6_network_validator": ipaddress.IPv6Network,
    "ip_v4_interface_validator": ipaddress.IPv4Interface,
    "ip_v6_interface_validator": ipaddress.IPv6Interface,
    "validate_file": "FilePath",
    "validate_directory": "DirectoryPath",
    "validate_new": "NewPath",
    "validate_socket": "SocketPath",
}
"""Pydantic's private validator functions and the types they stand for."""

CONSTRAINT_BY_FUNCTION = {
    "greater_than_validator": "gt",
    "greater_than_or_equal_validator": "ge",
    "less_than_validator": "lt",
    "less_than_or_equal_validator": "le",
    "multiple_of_validator": "multiple_of",
    "min_length_validator": "min_length",
    "max_length_validator": "max_length",
    "max_digits_validator": "max_digits",
    "decimal_places_validator": "decimal_places",
}
"""Pydantic's functions for a constraint on a schema that has no such key of its own."""

PREDICATE_CONSTRAINTS: tuple[tuple[Any, dict[str, Any]], ...] = (
    (str.islower, {"lower": True}),
    (str.isupper, {"upper": True}),
    (str.isdigit, {"pattern": r"^[0-9]{4,9}$"}),
    (str.isascii, {"ascii_only": True}),
)
"""Questions that a Predicate may ask of a text, and the rules that answer them with yes."""

KNOWN_SERIALIZERS = (
    "serialize_url",
    "_serialize_secret_field",
    "serialize_sequence_via_list",
    "ser_ip",
    "ser_path",
    "_serialize_secret",
)
"""Pydantic's own serialisers: what they write is what the named type's provider says in JSON."""


def get_function(schema: dict[str, Any]) -> Callable[..., Any]:
    """The Python function of a ``function-...`` schema."""
    held = schema["function"]
    function: Callable[..., Any] = held["function"] if isinstance(held, dict) else held
    return function


def find_constraint(function: Callable[..., Any]) -> dict[str, Any] | None:
    """The constraint that one of Pydantic's own functions checks, such as ``{"min_length": 3}``."""
    if not isinstance(function, partial) or not _is_from_library(function.func):
        return None
    rule = CONSTRAINT_BY_FUNCTION.get(getattr(function.func, "__name__", ""))
    values = [*function.keywords.values(), *function.args]
    return {rule: values[0]} if rule and values else None


def find_named_type(function: Callable[..., Any]) -> Any:
    """The type whose validator *function* is, or None when it is no library's."""
    owner = getattr(function, "__self__", None)
    if isinstance(owner, type) and _is_from_library(owner):
        return owner
    if owner is not None and _is_from_library(type(owner)) and hasattr(owner, "encoder"):
        return owner.encoder
    if isinstance(function, type):
        return function
    return (
        TYPE_BY_FUNCTION.get(getattr(function, "__name__", ""))
        if _is_from_library(function)
        else None
    )


def find_owner_class(function: Callable[..., Any]) -> Any:
    """The class that a validator *function* belongs to: whose method it is, or that it closes over; None for none."""
    owner = getattr(function, "__self__", None)
    if isinstance(owner, type):
        return owner
    cells = getattr(function, "__closure__", None) or ()
    held = [cell.cell_contents for cell in cells if _has_contents(cell)]
    return next((thing for thing in held if isinstance(thing, type)), None)


def find_related_model(cls: Any) -> Any:
    """The model that a type of the user's stands for: a class attribute that is one, or the dotted path of one."""
    for name in dir(cls) if isinstance(cls, type) else ():
        thing = inspect.getattr_static(cls, name, None)
        if (
            isinstance(thing, str)
            and not name.startswith("__")
            and re.fullmatch(r"[\w.]+\.[A-Z]\w*", thing)
        ):
            thing = _import_object(thing)
        if (
            isinstance(thing, type)
            and hasattr(thing, "__pydantic_fields__")
            and hasattr(thing, "model_fields")
        ):
            return thing
    return None


def _import_object(path: str) -> Any:
    module, _, name = path.rpartition(".")
    try:
        return getattr(importlib.import_module(module), name, None)
    except Exception:  # a module of the user's may raise anything
        return None


def _has_contents(cell: Any) -> bool:
    try:
        return cell.cell_contents is not None
    except ValueError:  # empty
        return False


def is_library_constructor(function: Callable[..., Any]) -> bool:
    """Whether *function* is a library's way to build what its inner schema has checked already.

    One that closes over a function may ask one of the user's, as that of a Predicate does; a class is what it builds.
    """
    cells = getattr(function, "__closure__", None) or ()
    held = [cell.cell_contents for cell in cells if _has_contents(cell)]
    return _is_from_library(function) and not any(
        hasattr(each, "func") or (callable(each) and not isinstance(each, type)) for each in held
    )


def find_predicate_constraints(function: Callable[..., Any]) -> dict[str, Any]:
    """What a Predicate over one of the questions that every text answers, such as ``str.isupper``, says of the text."""
    cells = getattr(function, "__closure__", None) or ()
    asked = (
        [getattr(cell.cell_contents, "func", None) for cell in cells if _has_contents(cell)]
        if _is_from_library(function)
        else []
    )
    return next((rules for question, rules in PREDICATE_CONSTRAINTS if question in asked), {})


def is_known_serializer(serialization: dict[str, Any]) -> bool:
    """Whether a type is written to JSON as its provider says it, by Pydantic's own function."""
    if serialization["type"] == "to-string":
        return True
    function = serialization.get("function")
    return getattr(function, "__name__", "") in KNOWN_SERIALIZERS and _is_from_library(function)


def _is_from_library(thing: Any) -> bool:
    thing = thing.func if isinstance(thing, partial) else thing
    module = getattr(thing, "__module__", None) or ""
    return module.split(".")[0] in LIBRARY_MODULES
