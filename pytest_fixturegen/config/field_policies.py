"""Field policies: settings for the fields that a path or a pattern names.

Policies are tuples, so that a group of options stays frozen and hashable. A list or a mapping among
their values is kept as JSON text.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from pytest_fixturegen._internal.text import shorten

Settings = tuple[tuple[str, Any], ...]
Policies = tuple[tuple[str, Settings], ...]
Pairs = tuple[tuple[str, str], ...]


POLICY_OPTIONS = ("overrides", "field_policies", "domains")
"""The options whose values are :data:`Policies`."""


class JsonValue(str):
    """A JSON value that cannot be hashed, as its text."""

    __slots__ = ()


class MisplacedError(ValueError):
    """A part of an option is invalid: *value* at the place *at*, where *wanted* was expected."""

    def __init__(
        self,
        at: str,
        value: Any,
        wanted: str,
    ) -> None:
        super().__init__(at)
        self.at = at
        self.value = value
        self.wanted = wanted


def policies_of(settings_by_path: Mapping[str, Mapping[str, Any]]) -> Policies:
    """Return settings by path or pattern as the options ``overrides`` and ``field_policies``."""
    return tuple(
        (str(path), _freeze_settings(settings)) for path, settings in settings_by_path.items()
    )


def to_mapping(policies: Policies) -> dict[str, dict[str, Any]]:
    """Return the settings of *policies* by path, as they were given to :func:`policies_of`."""
    mapping: dict[str, dict[str, Any]] = {}
    for path, settings in policies:
        mapping[path] = {key: thaw_value(value) for key, value in settings}
    return mapping


def to_json_dict(config: Any) -> dict[str, Any]:
    """Return a group of options as a mapping that JSON can express."""
    values = dataclasses.asdict(config)
    for name in POLICY_OPTIONS:
        if name in values:
            values[name] = to_mapping(values[name])
    return {name: _format_dates(value) for name, value in values.items()}


def _format_dates(value: Any) -> Any:
    """Return *value* with the dates in it as text."""
    if isinstance(value, dict):
        return {key: _format_dates(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_format_dates(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def thaw_value(value: Any) -> Any:
    """Return *value* as it was given."""
    return json.loads(value) if isinstance(value, JsonValue) else value


def format_policies(policies: Policies) -> list[str]:
    """Return each of *policies* as the command line takes it: ``User.role={"value": "admin"}``."""
    return [
        f"{path}={json.dumps(settings, ensure_ascii=False, default=str)}"
        for path, settings in to_mapping(policies).items()
    ]


def read_policies(value: Any) -> Policies:
    """Return the policies in *value*: ``path={...}``, ``path=value``, JSON, or a mapping.

    Raises:
        ValueError: If *value* has another form.
    """
    if _is_frozen(value):
        return cast("Policies", value)
    policies = _parse_policies(value)
    for path, settings in policies.items():
        if not isinstance(settings, Mapping):
            expected = "a table of settings, such as {value = 7}"
            raise MisplacedError(
                repr(shorten(str(path), 60)),
                settings,
                expected,
            )
    return policies_of(policies)


def _is_frozen(value: Any) -> bool:
    """Return whether *value* has the form that :func:`policies_of` returns."""
    if not isinstance(value, tuple):
        return False
    return all(isinstance(item, tuple) and isinstance(item[1], tuple) for item in value)


def _parse_policies(value: Any) -> Mapping[Any, Any]:
    """Return the settings in *value* by path, not yet validated.

    A text that starts with a brace is JSON, and any other text is a single ``path=value``.
    """
    if isinstance(value, str):
        is_json = value.lstrip().startswith("{")
        value = json.loads(value) if is_json else [value]
    if isinstance(value, Mapping):
        return value
    return dict(_parse_policy(item) for item in value)


def read_pairs(value: Any) -> Pairs:
    """Return the pairs in *value*: ``name=value`` separated by commas, a list, or a mapping.

    Raises:
        MisplacedError: If a pair is not two texts.
    """
    pairs = _list_mapping_pairs(value) if isinstance(value, Mapping) else _list_text_pairs(value)
    for pair in pairs:
        if not _is_text_pair(pair):
            shown = "=".join(str(part) for part in pair if part)
            raise MisplacedError("one", shown, "a pair of texts, such as a=b")
    return tuple((name.strip(), text.strip()) for name, text in pairs)


def _is_text_pair(pair: tuple[Any, ...]) -> bool:
    """Return whether *pair* consists of exactly two texts that are not empty."""
    if len(pair) != 2:
        return False
    return all(isinstance(part, str) and part for part in pair)


def _list_mapping_pairs(mapping: Mapping[Any, Any]) -> list[tuple[Any, ...]]:
    """Return the items of *mapping*. Whole numbers become text: TOML writes ``users = 50``."""
    pairs: list[tuple[Any, ...]] = []
    for name, value in mapping.items():
        is_whole_number = type(value) is int  # not a bool, which isinstance would accept
        pairs.append((name, str(value) if is_whole_number else value))
    return pairs


def _list_text_pairs(value: Any) -> list[tuple[Any, ...]]:
    """Return the two sides of each ``name=value`` in a text or list.

    A text without ``=`` has an empty second side, which the caller refuses.
    """
    items: Iterable[Any] = [value] if isinstance(value, str) else value
    pairs: list[tuple[Any, ...]] = []
    for item in items:
        if isinstance(item, str):
            pairs += [tuple(part.partition("=")[::2]) for part in item.split(",")]
        else:
            pairs.append(tuple(item))
    return pairs


def read_object(value: Any) -> str:
    """Return the JSON text of an object, given as JSON text or as a mapping.

    Raises:
        ValueError: If *value* is not valid JSON.
        TypeError: If it is not an object.
    """
    mapping = json.loads(value) if isinstance(value, str) else value
    if not isinstance(mapping, Mapping):
        raise TypeError(value)
    return json.dumps(dict(mapping), ensure_ascii=False)


def merge_policies(weaker: Policies, stronger: Policies) -> Policies:
    """Return both policies merged path by path and key by key; *stronger* wins."""
    merged = to_mapping(weaker)
    for path, settings in to_mapping(stronger).items():
        merged[path] = {**merged.get(path, {}), **settings}
    return policies_of(merged)


def _parse_policy(text: Any) -> tuple[str, Any]:
    """Return the path and the settings of ``path=value``.

    A value that is not a mapping is short for the setting ``value``. Raise MisplacedError if *text*
    does not have this form.
    """
    path, sign, value_text = text.partition("=") if isinstance(text, str) else ("", "", "")
    if not sign or not path.strip():
        expected = "a path with a value or settings, such as User.role=admin"
        raise MisplacedError("one", text, expected)
    value = _parse_value(value_text)
    settings = value if isinstance(value, dict) else {"value": value}
    return path.strip(), settings


def _parse_value(text: str) -> Any:
    """Return *text* as JSON if it is valid JSON, or else the text itself."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _freeze_settings(settings: Mapping[str, Any]) -> Settings:
    """Return *settings* as tuples, which can be hashed."""
    return tuple((str(key), _freeze_value(value)) for key, value in settings.items())


def _freeze_value(value: Any) -> Any:
    """Return a list or mapping as its JSON text, so that it can be hashed.

    Dates among its items become text. Other values, and those that JSON cannot express, are
    returned unchanged.
    """
    if not isinstance(value, list | dict):
        return value
    try:
        return JsonValue(json.dumps(value, default=_format_moment))
    except TypeError:
        return value


def _format_moment(value: Any) -> str:
    """Return a date or a time in ISO 8601; raise TypeError for anything else."""
    if not hasattr(value, "isoformat"):
        raise TypeError(value)
    return str(value.isoformat())
