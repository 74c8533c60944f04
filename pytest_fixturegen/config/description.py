"""Descriptions of options: the values in effect as TOML, and the JSON Schema of the
configuration.
"""

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
    """One option in effect: its *key*, its *value* as JSON, and its *origin* unless it is
    default.
    """

    key: str
    value: Any
    origin: str
    help: str


def list_settings(sources: Sequence[Source]) -> Iterator[Setting]:
    """Yield every option with the value that *sources* give it.

    Raises:
        FixturegenError: If a value is invalid; the class is that of its source.
    """
    for config in CONFIGS:
        options: Any = read_options(config, sources)
        origins = find_origins(config, sources)
        hints = typing.get_type_hints(config)
        for option in dataclasses.fields(config):
            name = option.name
            yield Setting(
                get_option_key(config, name),
                _to_json_value(getattr(options, name), hints[name]),
                origins.get(name, ""),
                option.metadata["help"],
            )


def format_toml_table(
    settings: Sequence[Setting],
    *,
    table: str,
    with_origin: bool,
) -> str:
    """Return *settings* as the *table* of a pyproject.toml.

    *with_origin* adds a comment with the origin of each value.
    """
    lines: list[str] = []
    current_section = None
    # Sorted by section, since TOML allows each table only once.
    for setting in sorted(settings, key=_get_section):
        section = _get_section(setting)
        if section != current_section:
            current_section = section
            heading = f"{table}.{section}" if section else table
            lines += ["", f"[{heading}]"] if lines else [f"[{heading}]"]
        line = f"{setting.key.rpartition('.')[2]} = {format_toml_value(setting.value)}"
        lines.append(f"{line}  # {setting.origin or 'default'}" if with_origin else line)
    return "\n".join(lines) + "\n"


def _get_section(setting: Setting) -> str:
    """Return the section of the key of *setting*."""
    return setting.key.rpartition(".")[0]


def format_toml_value(value: Any) -> str:
    """Return *value* as TOML on one line."""
    if isinstance(value, dict):
        items = [f"{json.dumps(name)} = {format_toml_value(item)}" for name, item in value.items()]
        return "{" + ", ".join(items) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(format_toml_value(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def build_config_schema() -> dict[str, Any]:
    """Return the JSON Schema [2020-12] of the table ``[tool.pytest_fixturegen]``, for editors."""
    properties: dict[str, Any] = {}
    for config in CONFIGS:
        section = getattr(config, "section", "")
        target = properties
        if section:
            table = properties.setdefault(section, _build_object_schema({}))
            target = table["properties"]
        hints = typing.get_type_hints(config)
        for option in dataclasses.fields(config):
            target[option.name] = _build_property(
                option,
                hints[option.name],
            )
    head = {"$schema": SCHEMA_DRAFT, "title": "pytest-fixturegen"}
    return {**head, **_build_object_schema(properties)}


def _build_object_schema(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON Schema of an object that has only *properties*."""
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _build_property(option_field: dataclasses.Field[Any], annotation: Any) -> dict[str, Any]:
    """Return the JSON Schema of one option: its type, bounds, default and help."""
    metadata = option_field.metadata
    schema = dict(_build_type_schema(annotation))
    if metadata["low"] is not None:
        schema["minimum"] = metadata["low"]
    if metadata["high"] is not None:
        schema["maximum"] = metadata["high"]
    schema["default"] = _to_json_value(option_field.default, annotation)
    schema["description"] = metadata["help"]
    return schema


def _build_type_schema(annotation: Any) -> dict[str, Any]:
    """Return the JSON Schema of a type; policies, pairs and JSON are all objects."""
    if annotation in (Policies, Pairs, JsonObject):
        return {"type": "object"}
    if get_origin(annotation) is typing.Literal:
        return {"enum": list(get_args(annotation))}
    if get_origin(annotation) is tuple:
        return {"type": "array", "items": {"type": "string"}}
    return JSON_TYPES[annotation]


def _to_json_value(value: Any, annotation: Any) -> Any:
    """Return the default *value* of an option in the form that its schema describes."""
    if annotation == Policies:
        return to_mapping(value)
    if annotation == Pairs:
        return dict(value)
    if annotation is JsonObject:
        return json.loads(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
