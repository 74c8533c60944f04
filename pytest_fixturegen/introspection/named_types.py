"""Types that a core schema of Pydantic hides behind functions: an e-mail address, a path, a secret.

The owner (``EmailStr._validate``) or the name of a validator function identifies the type. A
function that is not recognised here is a validator of the user.
"""

from __future__ import annotations

import importlib
import inspect
import ipaddress
import re
import zoneinfo
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen._internal.user_code import call_or_default

LIBRARY_MODULES = ("pydantic", "pydantic_extra_types", "pydantic_core", "pydantic_settings")

Function = Callable[..., Any]

CLASS_PATH = re.compile(r"[\w.]+\.[A-Z]\w*")
"""The dotted path of a class, such as ``app.models.User``."""

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
"""The type that each private validator function of Pydantic validates."""

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
"""The constraint that each function of Pydantic checks.

Pydantic uses these functions for schemas that have no key for the constraint.
"""

PREDICATE_CONSTRAINTS: tuple[tuple[Any, dict[str, Any]], ...] = (
    (str.islower, {"lower": True}),
    (str.isupper, {"upper": True}),
    (str.isdigit, {"pattern": r"^[0-9]{4,9}$"}),
    (str.isascii, {"ascii_only": True}),
)
"""Functions of a Predicate on texts, and the constraints of texts that satisfy them."""

KNOWN_SERIALIZERS = (
    "serialize_url",
    "_serialize_secret_field",
    "serialize_sequence_via_list",
    "ser_ip",
    "ser_path",
    "_serialize_secret",
)
"""Serialisers of Pydantic; their output is the JSON that the provider of the type describes."""


SKIPPING = "SkipValidation."
"""A part of the names of the functions of ``SkipValidation``."""


def get_function(schema: dict[str, Any]) -> Function:
    """Return the Python function of a ``function-...`` schema."""
    entry = schema["function"]
    function: Function = entry["function"] if isinstance(entry, dict) else entry
    return function


def find_constraint(function: Function) -> dict[str, Any] | None:
    """Return the constraint that a function of Pydantic checks, such as ``{"min_length": 3}``."""
    if not isinstance(function, partial) or not _is_from_library(function.func):
        return None
    function_name = getattr(function.func, "__name__", "")
    constraint = CONSTRAINT_BY_FUNCTION.get(function_name)
    values = [*function.keywords.values(), *function.args]
    if constraint is None or not values:
        return None
    return {constraint: values[0]}


def find_named_type(function: Function) -> Any:
    """Return the type that *function* validates, or None if it is not a function of a library."""
    owner = getattr(function, "__self__", None)
    if isinstance(owner, type) and _is_from_library(owner):
        return owner
    if owner is not None and _is_library_encoder(owner):
        return owner.encoder
    if isinstance(function, type):
        return function
    if not _is_from_library(function):
        return None
    return TYPE_BY_FUNCTION.get(getattr(function, "__name__", ""))


def _is_library_encoder(owner: Any) -> bool:
    """Return whether *owner* is an instance such as EncodedBytes, which an encoder identifies."""
    return _is_from_library(type(owner)) and hasattr(owner, "encoder")


def find_owner_class(function: Function) -> Any:
    """Return the class whose method *function* is, or a class in its closure, or None."""
    owner = getattr(function, "__self__", None)
    if isinstance(owner, type):
        return owner
    for value in _list_closure(function):
        if isinstance(value, type):
            return value
    return None


@lru_cache(maxsize=4096)
def find_related_model(cls: Any) -> Any:
    """Return the model that a class attribute of *cls* holds or names by its path, or None."""
    if not isinstance(cls, type):
        return None
    for name in dir(cls):
        value = inspect.getattr_static(cls, name, None)
        is_text = isinstance(value, str) and not name.startswith("__")
        if is_text and CLASS_PATH.fullmatch(value):
            value = _import_object(value)
        if _is_model(value):
            return value
    return None


def _is_model(value: Any) -> bool:
    """Return whether *value* is a Pydantic model class; dataclasses do not count."""
    if not isinstance(value, type):
        return False
    return hasattr(value, "__pydantic_fields__") and hasattr(value, "model_fields")


def _import_object(path: str) -> Any:
    """Return the object at the dotted *path*, or None if it does not exist or import fails."""
    module, _, name = path.rpartition(".")
    # A module of the user may raise anything at import.
    return call_or_default(
        lambda: getattr(importlib.import_module(module), name, None),
        None,
    )


def is_library_constructor(function: Function) -> bool:
    """Return whether a library uses *function* to build what its inner schema has checked.

    A class in the closure of *function* is the class that it builds. Another callable in the
    closure may be a function of the user, such as that of a Predicate.
    """
    if not _is_from_library(function):
        return False
    return not any(_is_user_function(value) for value in _list_closure(function))


def _is_user_function(value: Any) -> bool:
    """Return whether *value* may be a function of the user: a Predicate, or no class."""
    return hasattr(value, "func") or (callable(value) and not isinstance(value, type))


def find_predicate_constraints(function: Function) -> dict[str, Any]:
    """Return the constraints that satisfy a Predicate on texts, such as ``str.isupper``."""
    if not _is_from_library(function):
        return {}
    predicates = [getattr(value, "func", None) for value in _list_closure(function)]
    for predicate, constraints in PREDICATE_CONSTRAINTS:
        if predicate in predicates:
            return constraints
    return {}


def _list_closure(function: Function) -> list[Any]:
    """Return the values in the closure of *function*, without None and empty cells."""
    values = []
    for cell in getattr(function, "__closure__", None) or ():
        with suppress(ValueError):  # the cell is empty
            values.append(cell.cell_contents)
    return [value for value in values if value is not None]


def find_skipped_schema(schema: dict[str, Any]) -> Any:
    """Return the schema of the type that ``SkipValidation`` does not validate, or None.

    Pydantic keeps it in the function that makes the JSON Schema.
    """
    functions = schema.get("metadata", {}).get("pydantic_js_annotation_functions", ())
    skipping = [each for each in functions if SKIPPING in getattr(each, "__qualname__", "")]
    contents = [content for each in skipping for content in _list_closure(each)]
    return next(iter(contents), None)


def is_library_class(cls: Any) -> bool:
    """Return whether *cls* is a class of Pydantic."""
    return _is_from_library(cls)


def is_known_serializer(serialization: dict[str, Any]) -> bool:
    """Return whether Pydantic's own function writes the JSON that the provider describes."""
    if serialization["type"] == "to-string":
        return True
    function = serialization.get("function")
    return getattr(function, "__name__", "") in KNOWN_SERIALIZERS and _is_from_library(function)


def _is_from_library(function: Any) -> bool:
    """Return whether *function*, or what a partial calls, is defined in a package of Pydantic."""
    inner = function.func if isinstance(function, partial) else function
    module = getattr(inner, "__module__", None) or ""
    return module.split(".")[0] in LIBRARY_MODULES
