"""Options that Python passes as keywords, and the other names that options have."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.sources import (
    Source,
    coerce_value,
    get_option_key,
    list_known_keys,
)
from pytest_fixturegen.errors import ConfigError, suggest_nearest

FIXTURES_TABLE = "emitters.pytest"
"""The table of options of ``pfg gen fixtures`` in pydantic-fixturegen."""


@dataclass(frozen=True, slots=True)
class OptionTypes:
    """The options of a group: their declarations and types by name, their aliases."""

    fields: Mapping[str, dataclasses.Field[Any]]
    defaults: Mapping[str, Any]
    annotations: Mapping[str, Any]
    names_by_alias: Mapping[str, str]


@lru_cache(maxsize=64)
def get_option_types(config: type) -> OptionTypes:
    """Return the options of the group *config*."""
    fields = {option.name: option for option in dataclasses.fields(config)}
    aliases = {
        option.metadata["alias"]: name
        for name, option in fields.items()
        if option.metadata["alias"]
    }
    defaults = {name: option.default for name, option in fields.items()}
    return OptionTypes(
        fields,
        defaults,
        typing.get_type_hints(config),
        aliases,
    )


def read_keywords(config: type, keywords: Mapping[str, Any]) -> dict[str, Any]:
    """Return *keywords* by the names of the options of *config*, in their types.

    Raises:
        ConfigError: If an option is unknown or given twice, or if its value is invalid.
    """
    types = get_option_types(config)
    values: dict[str, Any] = {}
    for keyword, value in keywords.items():
        is_default = value is types.defaults.get(keyword, types)
        if is_default and keyword not in values:  # as most options of a changed copy are
            values[keyword] = value
            continue
        name = types.names_by_alias.get(keyword, keyword)
        if name not in types.fields:
            raise ConfigError(
                f"{config.__name__} has no option {keyword!r}.",
                hint=suggest_nearest(keyword, types.fields),
                key=keyword,
            )
        if name in values:
            raise _build_duplicate_error(keyword, name, config.__name__)
        values[name] = _convert_keyword(
            types,
            name,
            keyword,
            value,
        )
    return values


def _convert_keyword(
    types: OptionTypes,
    name: str,
    keyword: str,
    value: Any,
) -> Any:
    """Return *value*, which *keyword* gives, in the type of the option *name*."""
    option = types.fields[name]
    source = Source({keyword: value}, "{key}")
    return coerce_value(
        source,
        keyword,
        types.annotations[name],
        option.metadata,
    )


def rename_aliases(
    values: Mapping[str, Any], location: str
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return *values* by the keys of options, and the key as written of each renamed one.

    Raises:
        ConfigError: If *values*, the settings at *location*, have an option under both names.
    """
    keys_by_alias = list_key_aliases() if values else {}
    renamed: dict[str, Any] = {}
    written: dict[str, str] = {}
    for key, value in values.items():
        option_key = keys_by_alias.get(key, key)
        if option_key in renamed:
            raise _build_duplicate_error(
                key,
                written.get(option_key, option_key),
                location,
            )
        renamed[option_key] = value
        if option_key != key:
            written[option_key] = key
    return renamed, written


@lru_cache(maxsize=1)
def list_key_aliases() -> dict[str, str]:
    """Return the keys of options by the other keys that a project file may use."""
    from pytest_fixturegen.config.command_options import CONFIGS

    aliases = {
        get_option_key(config, option.metadata["alias"]): get_option_key(config, option.name)
        for config in CONFIGS
        for option in dataclasses.fields(config)
        if option.metadata["alias"]
    }
    for key in list_known_keys():
        section, _, name = key.partition(".")
        if section == "fixtures":
            aliases[f"{FIXTURES_TABLE}.{name}"] = key
    return aliases


def _build_duplicate_error(
    key: str,
    other: str,
    location: str,
) -> ConfigError:
    """Return the error for two names of one option in *location*."""
    return ConfigError(
        f"{location} sets both {other!r} and {key!r}, which are one option.",
        hint="Keep one of them.",
        key=key,
    )
