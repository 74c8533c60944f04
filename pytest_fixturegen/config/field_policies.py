"""What is asked of the fields that a path or a pattern names: read from text, from mappings, and written back.

Policies are tuples, so that a group of options stays frozen and can be a key; a list or a mapping among their values is
kept as a text of JSON.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

Settings = tuple[tuple[str, Any], ...]
Policies = tuple[tuple[str, Settings], ...]
Pairs = tuple[tuple[str, str], ...]


class JsonValue(str):
    """A value of JSON that cannot be hashed, as its text."""

    __slots__ = ()


class MisplacedError(ValueError):
    """The *value* that stands *at* a place within an option is not what is *wanted* there."""

    def __init__(self, at: str, value: Any, wanted: str) -> None:
        super().__init__(at)
        self.at, self.value, self.wanted = at, value, wanted


def policies_of(settings_by_path: Mapping[str, Mapping[str, Any]]) -> Policies:
    """*given*, settings by path or pattern, as the options ``overrides`` and ``field_policies`` hold them."""
    return tuple(
        (str(path), tuple((str(key), _freeze_value(value)) for key, value in said.items()))
        for path, said in settings_by_path.items()
    )


def to_mapping(policies: Policies) -> dict[str, dict[str, Any]]:
    """The settings of *policies* by path, as they were given."""
    return {path: {key: thaw_value(value) for key, value in said} for path, said in policies}


def to_json_dict(config: Any) -> dict[str, Any]:
    """A group of options as JSON can carry it."""
    values = dataclasses.asdict(config)
    values |= {
        name: to_mapping(values[name]) for name in ("overrides", "field_policies") if name in values
    }
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in values.items()
    }


def thaw_value(value: Any) -> Any:
    """*value* as it was given."""
    return json.loads(value) if isinstance(value, JsonValue) else value


def format_policies(policies: Policies) -> list[str]:
    """Each of *policies* as the command line takes it."""
    return [
        f"{path}={json.dumps(said, ensure_ascii=False, default=str)}"
        for path, said in to_mapping(policies).items()
    ]


def read_policies(value: Any) -> Policies:
    """What a flag, a variable or a table says: ``path={...}``, ``path=value``, JSON, or a mapping.

    Raises ValueError for a text that is none of these.
    """
    if isinstance(value, str):
        value = json.loads(value) if value.lstrip().startswith("{") else [value]
    if not isinstance(value, Mapping):
        value = dict(_parse_policy(each) for each in value)
    for path, said in value.items():
        if not isinstance(said, Mapping):
            raise MisplacedError(repr(path), said, "a table of settings, such as {value = 7}")
    return policies_of(value)


def read_pairs(value: Any) -> Pairs:
    """What a flag, a variable or a table says of pairs: ``name=value``, separated by commas, or a mapping (to numbers, too)."""
    if isinstance(value, Mapping):
        pairs: list[tuple[Any, ...]] = [
            (name, str(said) if type(said) is int else said) for name, said in value.items()
        ]
    else:
        texts = [value] if isinstance(value, str) else value
        parts = [
            part
            for each in texts
            for part in (each.split(",") if isinstance(each, str) else [each])
        ]
        pairs = [
            tuple(each.partition("=")[::2]) if isinstance(each, str) else tuple(each)
            for each in parts
        ]
    for pair in pairs:
        if len(pair) != 2 or not all(isinstance(part, str) and part for part in pair):
            raise MisplacedError(
                "one", "=".join(map(str, filter(None, pair))), "a pair of texts, such as a=b"
            )
    return tuple((name.strip(), said.strip()) for name, said in pairs)


def read_object(value: Any) -> str:
    """The JSON text of what a flag, a variable or a table says of an object. Raises ValueError for what is none."""
    said = json.loads(value) if isinstance(value, str) else value
    if not isinstance(said, Mapping):
        raise TypeError(value)
    return json.dumps(dict(said), ensure_ascii=False)


def merge_policies(weaker: Policies, stronger: Policies) -> Policies:
    """Both, path by path and key by key; *stronger* wins."""
    together = to_mapping(weaker)
    for path, said in to_mapping(stronger).items():
        together[path] = {**together.get(path, {}), **said}
    return policies_of(together)


def _parse_policy(text: str) -> tuple[str, Any]:
    path, sign, said = text.partition("=")
    if not sign or not path.strip():
        raise MisplacedError(
            "one", text, "a path with a value or settings, such as User.role=admin"
        )
    value = _parse_value(said)
    return path.strip(), value if isinstance(value, dict) else {"value": value}


def _parse_value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _freeze_value(value: Any) -> Any:
    if not isinstance(value, list | dict):
        return value
    try:
        return JsonValue(json.dumps(value))
    except TypeError:
        return value
