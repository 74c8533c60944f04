"""The options as others read them: what is in effect and who set it, as TOML; what may be set, as JSON Schema."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, get_args, get_origin

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.command_options import CONFIGS
from pytest_fixturegen.config.field_policies import to_mapping
from pytest_fixturegen.config.options import JsonObject, Pairs, Policies
from pytest_fixturegen.config.sources import Source, find_origins, get_option_key, read_options

SCHEMA_DRAFT = "https://json-schema.org/draft/2020-12/schema"
JSON_TYPES: dict[Any, dict[str, Any]] = {
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


def list_settings(sources: Sequence[Source]) -> Iterator[Setting]:
    """Every option as *sources* settle it. Raises the source's error for a value that cannot be."""
    for config in CONFIGS:
        filled: Any = read_options(config, sources)
        said = find_origins(config, sources)
        for each in dataclasses.fields(config):
            value = _to_json_value(
                getattr(filled, each.name), typing.get_type_hints(config)[each.name]
            )
            yield Setting(
                get_option_key(config, each.name),
                value,
                said.get(each.name, ""),
                each.metadata["help"],
            )


def format_toml_table(settings: Sequence[Setting], *, table: str, with_origin: bool) -> str:
    """*found* as the *table* of a pyproject.toml; with *origin*, each with a comment that says who set it."""
    rows: list[str] = []
    section = None
    for each in sorted(
        settings, key=lambda each: each.key.rpartition(".")[0]
    ):  # a table may stand only once
        place, _, name = each.key.rpartition(".")
        if place != section:
            section = place
            rows += [*([""] if rows else []), f"[{table}{'.' if place else ''}{place}]"]
        row = f"{name} = {format_toml_value(each.value)}"
        rows.append(f"{row}  # {each.origin or 'default'}" if with_origin else row)
    return "\n".join(rows) + "\n"


def format_toml_value(value: Any) -> str:
    """*value* as TOML says it on one line."""
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(
                f"{json.dumps(name)} = {format_toml_value(inner)}" for name, inner in value.items()
            )
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(format_toml_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def build_config_schema() -> dict[str, Any]:
    """The JSON Schema [2020-12] of the table ``[tool.pytest_fixturegen]``, for editors."""
    properties: dict[str, Any] = {}
    for config in CONFIGS:
        inside = properties
        if section := getattr(config, "section", ""):
            table = properties.setdefault(
                section, {"type": "object", "additionalProperties": False, "properties": {}}
            )
            inside = table["properties"]
        hints = typing.get_type_hints(config)
        inside |= {
            each.name: _build_property(each, hints[each.name])
            for each in dataclasses.fields(config)
        }
    head = {
        "$schema": SCHEMA_DRAFT,
        "title": "pytest-fixturegen",
        "type": "object",
        "additionalProperties": False,
    }
    return {**head, "properties": properties}


def _build_property(option_field: dataclasses.Field[Any], annotation: Any) -> dict[str, Any]:
    facts = {"minimum": option_field.metadata["low"], "maximum": option_field.metadata["high"]}
    shown = {name: bound for name, bound in facts.items() if bound is not None}
    return {
        **_build_type_schema(annotation),
        **shown,
        "default": _to_json_value(option_field.default, annotation),
        "description": option_field.metadata["help"],
    }


def _build_type_schema(annotation: Any) -> dict[str, Any]:
    if annotation in (Policies, Pairs, JsonObject):
        return {"type": "object"}
    if get_origin(annotation) is typing.Literal:
        return {"enum": list(get_args(annotation))}
    return (
        {"type": "array", "items": {"type": "string"}}
        if get_origin(annotation) is tuple
        else JSON_TYPES[annotation]
    )


def _to_json_value(value: Any, annotation: Any) -> Any:
    if annotation == Policies:
        return to_mapping(value)
    if annotation == Pairs:
        return dict(value)
    if annotation is JsonObject:
        return json.loads(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
