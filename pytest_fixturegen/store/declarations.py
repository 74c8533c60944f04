"""Reads the values of an API file. An invalid one is a ConfigError with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.store.api_values import require_mapping

DURATION_PATTERN = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|s|m|h|d|w)", re.IGNORECASE)
SECONDS_PER_UNIT = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
FIXED_HEADERS = ("connection", "content-length", "transfer-encoding")
"""Headers that the server sets itself, because they describe the message on the wire."""


def require_list(value: Any, location: str) -> list[Any]:
    """Return *value*, or an empty list for None. Raise ConfigError for anything else."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise ConfigError(
            f"{location} must be a list, got {value!r:.80}.", hint="Begin each entry with '- '."
        )
    return value


def read_flag(
    settings: Mapping[str, Any],
    key: str,
    location: str,
    *,
    default: bool,
) -> bool:
    """Return the boolean *key*. Raise ConfigError for anything else."""
    value = settings.get(key, default)
    if not isinstance(value, bool):
        raise _make_value_error(location, key, "true or false", value)
    return value


def read_number(
    settings: Mapping[str, Any],
    key: str,
    location: str,
    *,
    default: float,
    low: float = 0,
    high: float = float("inf"),
) -> float:
    """Return the number *key*. Raise ConfigError unless it is from *low* to *high*."""
    value = settings.get(key, default)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not low <= value <= high:
        bounds = f"from {low:g} to {high:g}" if high < float("inf") else f"of at least {low:g}"
        raise _make_value_error(location, key, f"a number {bounds}", value)
    return float(value)


def read_whole(
    settings: Mapping[str, Any],
    key: str,
    location: str,
    *,
    default: int,
    low: int = 1,
    high: int = 10**9,
) -> int:
    """Return the whole number *key*. Raise ConfigError unless it is from *low* to *high*."""
    value = settings.get(key, default)
    if type(value) is not int or not low <= value <= high:  # type(): a bool is an int, too
        raise _make_value_error(location, key, f"a whole number from {low} to {high}", value)
    return value


def read_text(
    settings: Mapping[str, Any],
    key: str,
    location: str,
    *,
    default: str = "",
) -> str:
    """Return the text *key*. Raise ConfigError if it is not a text, or empty without a default."""
    value = settings.get(key, default)
    if not isinstance(value, str) or (not value and key in settings):
        raise _make_value_error(location, key, "a text", value)
    return value


def read_texts(
    settings: Mapping[str, Any],
    key: str,
    location: str,
) -> tuple[str, ...]:
    """Return the text or the list of texts *key*; nothing if it is missing."""
    if key not in settings:
        return ()
    value = settings[key]
    texts = [value] if isinstance(value, str) else value
    is_valid = isinstance(texts, list) and texts and all(isinstance(each, str) for each in texts)
    if not is_valid:
        raise _make_value_error(location, key, "a list of texts", value)
    return tuple(texts)


def read_choice(
    settings: Mapping[str, Any],
    key: str,
    location: str,
    *,
    choices: Collection[str],
    default: str = "",
) -> str:
    """Return the text *key*, one of *choices*. Raise ConfigError for another one."""
    value = read_text(settings, key, location, default=default)
    if value not in choices:
        raise ConfigError(
            f"{location}.{key} must be one of {', '.join(choices)}, got {value!r:.80}.",
            hint=suggest_nearest(value, choices),
        )
    return value


def read_seconds(
    settings: Mapping[str, Any],
    key: str,
    location: str,
    *,
    default: float,
) -> float:
    """Return the duration *key* in seconds: a number of seconds, or a text such as ``1h``."""
    value = settings.get(key, default)
    if isinstance(value, str):
        parsed = DURATION_PATTERN.fullmatch(value.strip())
        if not parsed:
            raise _make_value_error(location, key, "seconds or a duration such as '1h'", value)
        return float(parsed[1]) * SECONDS_PER_UNIT[parsed[2].lower()]
    return read_number(settings, key, location, default=default)


def read_headers(
    settings: Mapping[str, Any],
    key: str,
    location: str,
) -> dict[str, str]:
    """Return the response headers *key*, by their names in lower case.

    Raise ConfigError for a header that cannot be sent, or that the server sets itself.
    """
    place = f"{location}.{key}"
    headers = require_mapping(settings.get(key), place)
    return {str(name).lower(): _read_header(name, value, place) for name, value in headers.items()}


def _read_header(
    name: Any,
    value: Any,
    location: str,
) -> str:
    """Return the value of the header *name*. Raise ConfigError if either is invalid."""
    text = str(value)
    if not HEADER_NAME.fullmatch(str(name)) or str(name).lower() in FIXED_HEADERS:
        raise ConfigError(
            f"{location} cannot set {name!r:.80}: expected the name of a response header.",
            hint="The server sets the headers about the connection and the length itself.",
        )
    is_simple = isinstance(value, str | int | float) and not isinstance(value, bool)
    if not is_simple or not text.isprintable() or not text.isascii():
        raise ConfigError(
            f"{location}.{name} must be printable ASCII text, got {value!r:.80}.",
            hint="Percent-encode other characters.",
        )
    return text


def _make_value_error(
    location: str,
    key: str,
    expected: str,
    value: Any,
) -> ConfigError:
    """Return the error that *key* must be *expected*."""
    return ConfigError(
        f"{location}.{key} must be {expected}, got {value!r:.80}.", hint=f"Correct {key}."
    )
