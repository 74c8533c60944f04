"""Reads the default values of fields, the special ones included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.special_values import MARKERS, is_hashed

MARKER_TYPES = {
    "$now": ("datetime", "string"),
    "$uuid": ("uuid", "string"),
    "$increment": ("integer", "number"),
    "$userId": ("integer", "number", "string", "uuid"),
    "$hash": ("string",),
}
"""The types of fields that each special value fits."""


def read_default(
    declaration: Mapping[str, Any],
    kind: str,
    location: str,
    *,
    is_top_level: bool,
) -> tuple[Any, str]:
    """Return the default value of a field of the type *kind*, and the marker of a special one.

    ``default`` and ``defaultValue`` are the same key. Raise ConfigError if both are there, or if a
    special value does not fit the field.
    """
    if "default" in declaration and "defaultValue" in declaration:
        raise ConfigError(
            f"{location} has both 'default' and 'defaultValue'.", hint="Remove one of them."
        )
    default = declaration.get("default", declaration.get("defaultValue"))
    if default not in MARKERS:
        return default, ""
    if not is_top_level or kind not in MARKER_TYPES[default]:
        allowed = " or ".join(MARKER_TYPES[default])
        raise ConfigError(
            f"{location} cannot have the default {default}: expected a field of a resource of the"
            f" type {allowed}, got {kind}.",
            hint="Correct the type, or remove the default.",
        )
    return None, str(default)


def accept_hashed(annotation: Any) -> Any:
    """Return *annotation* for a password: a hashed one need not meet its constraints."""
    from pydantic import WrapValidator

    def validate_plain(value: Any, validate: Any) -> Any:
        """Return a hashed password as it is, and check another one."""
        return value if isinstance(value, str) and is_hashed(value) else validate(value)

    return Annotated[annotation, WrapValidator(validate_plain)]
