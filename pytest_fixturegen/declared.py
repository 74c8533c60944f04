"""The options as others read them: what is in effect and who set it, as TOML; what may be set, as JSON Schema."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, get_args, get_origin

from pytest_fixturegen.command_options import CONFIGS
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.options import JsonObject, Pairs, Policies
from pytest_fixturegen.policies import as_mapping
from pytest_fixturegen.sources import Source, key_of, origins, read

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TYPES: dict[Any, dict[str, Any]] = {
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    str: {"type": "string"},
    datetime: {"type": "string", "format": "date-time"},
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One option as it stands: its *key*, its *value* as JSON would say it, and who set it, unless it is the default."""

    key: str
    value: Any
    origin: str
    help: str


def settings(sources: Sequence[Source]) -> Iterator[Setting]:
    """Every option as *sources* settle it. Raises the source's error for a value that cannot be."""
    for config in CONFIGS:
        filled: Any = read(config, sources)
        said = origins(config, sources)
        for each in dataclasses.fields(config):
            value = _plain(getattr(filled, each.name), typing.get_type_hints(config)[each.name])
            yield Setting(key_of(config, each.name), value, said.get(each.name, ""), each.metadata["help"])


def as_toml(found: Sequence[Setting], *, table: str, origin: bool) -> str:
    """*found* as the *table* of a pyproject.toml; with *origin*, each with a comment that says who set it."""
    rows: list[str] = []
    section = None
    for each in sorted(found, key=lambda each: each.key.rpartition(".")[0]):  # a table may stand only once
        place, _, name = each.key.rpartition(".")
        if place != section:
            section = place
            rows += [*([""] if rows else []), f"[{table}{'.' if place else ''}{place}]"]
        row = f"{name} = {toml(each.value)}"
        rows.append(f"{row}  # {each.origin or 'default'}" if origin else row)
    return "\n".join(rows) + "\n"


def toml(value: Any) -> str:
    """*value* as TOML says it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(name)} = {toml(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def schema() -> dict[str, Any]:
    """The JSON Schema [2020-12] of the table ``[tool.pytest_fixturegen]``, for editors."""
    properties: dict[str, Any] = {}
    for config in CONFIGS:
        inside = properties
        if section := getattr(config, "section", ""):
            table = properties.setdefault(section, {"type": "object", "additionalProperties": False, "properties": {}})
            inside = table["properties"]
        hints = typing.get_type_hints(config)
        inside |= {each.name: _property(each, hints[each.name]) for each in dataclasses.fields(config)}
    head = {"$schema": DRAFT, "title": "pytest-fixturegen", "type": "object", "additionalProperties": False}
    return {**head, "properties": properties}


def _property(each: dataclasses.Field[Any], hint: Any) -> dict[str, Any]:
    facts = {"minimum": each.metadata["low"], "maximum": each.metadata["high"]}
    shown = {name: bound for name, bound in facts.items() if bound is not None}
    return {**_type(hint), **shown, "default": _plain(each.default, hint), "description": each.metadata["help"]}


def _type(hint: Any) -> dict[str, Any]:
    if hint in (Policies, Pairs, JsonObject):
        return {"type": "object"}
    if get_origin(hint) is typing.Literal:
        return {"enum": list(get_args(hint))}
    return {"type": "array", "items": {"type": "string"}} if get_origin(hint) is tuple else TYPES[hint]


def _plain(value: Any, hint: Any) -> Any:
    if hint == Policies:
        return as_mapping(value)
    if hint == Pairs:
        return dict(value)
    if hint is JsonObject:
        return json.loads(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
