"""Reads mappings and lists of an API file."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from pytest_fixturegen.errors import ConfigError, suggest_nearest

Settings = dict[str, Any]


def require_mapping(
    value: Any,
    location: str,
    known_keys: Collection[str] = (),
) -> Settings:
    """Return *value*, or an empty mapping for None.

    Raise ConfigError if it is not a mapping, or has other keys than *known_keys*.
    """
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ConfigError(
            f"{location} must be a mapping, got {value!r:.80}.", hint="Write names with values."
        )
    for name in value:
        if known_keys and name not in known_keys:
            raise ConfigError(
                f"{location} has an unknown key {name!r}.",
                hint=suggest_nearest(str(name), map(str, known_keys)),
            )
    return value


def to_list(value: Any) -> list[Any]:
    """Return *value* as a list: an empty one for None, and one item for anything but a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
