"""The settings of single fields: overrides and field policies of the configuration.

An override names a field by its path, ``User.home.city``, or by its model, ``Address.city``; the
path wins. An override may also name a type, see :mod:`type_settings`. A field policy names fields
by a pattern of either, and an override wins over it. Two patterns may ask the same of a field, but
not different things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import reduce
from itertools import filterfalse
from typing import Any, Literal, NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.field_policies import to_mapping
from pytest_fixturegen.config.options import GenerationConfig, Pairs
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.introspection.shapes import ModelField, TypeReading
from pytest_fixturegen.strategies.fields.override_paths import (
    expand_json_paths,
    find_nested_models,
    validate_paths,
)
from pytest_fixturegen.strategies.fields.type_settings import (
    TypeOverride,
    is_type_key,
    read_type_overrides,
)

Settings = Mapping[str, Any]
NO_SETTINGS: Settings = {}

SettingsSource = Literal["", "override", "plugin", "policy"]
"""The settings that choose how the value of a field is made; empty if none do."""

SETTING_TYPES: dict[str, tuple[Any, str]] = {
    "value": (object, "a value"),
    "factory": ((str, Callable), "a function, or a dotted path such as 'app.fakes:iban'"),
    "ignore": (bool, "true or false"),
    "require": (bool, "true or false"),
    "post_generate": ((str, Callable), "a function, or a dotted path such as 'app.fakes:trimmed'"),
    "provider": (
        str,
        "the name of a provider, such as 'email', 'laboratory.loinc' or 'faker.iban'",
    ),
    "p_none": ((int, float), "a number from 0 to 1"),
    "min_items": (int, "a whole number of at least 0"),
    "max_items": (int, "a whole number of at least 0"),
}
"""The settings of a field: the type of each and its description."""

VALUE_SOURCES = frozenset(("value", "factory", "provider", "ignore"))
"""The settings that choose how the value of a field is made."""

ITEM_STEPS = r"\.?(?:\*(?:\.key|\.value)?|\d+)(?=\.|$)"
"""The steps of a path that lead into containers."""


class MergedSettings(NamedTuple):
    """The settings of one field, and the *source* of those that choose how its value is made."""

    settings: Settings
    source: SettingsSource


@dataclass(frozen=True, slots=True)
class FieldSettings:
    """The settings that one configuration has for the fields of one type.

    *roots* are the names of the models that a path may begin with. *types* are those overrides that
    name types.
    """

    overrides: Mapping[str, Settings]
    policies: Mapping[str, Settings]
    locales: Pairs
    roots: tuple[str, ...]
    types: tuple[TypeOverride, ...] = ()

    @staticmethod
    def for_reading(config: GenerationConfig, reading: TypeReading) -> FieldSettings:
        """Return the settings of *config* for *reading*.

        Raise ConfigError for an unknown setting, a wrong value, or a field that does not exist.
        """
        overrides, policies = to_mapping(config.overrides), to_mapping(config.field_policies)
        for option, entries in (("overrides", overrides), ("field_policies", policies)):
            for path, settings in entries.items():
                validate_settings(option, path, settings)
        roots = tuple(model.cls.__name__ for model in find_nested_models(reading, reading.shape))
        overrides = expand_json_paths(overrides, roots)
        types = read_type_overrides(overrides, reading)
        if overrides:
            validate_paths(filterfalse(is_type_key, overrides), reading)
        return FieldSettings(
            overrides,
            policies,
            config.locale_map,
            roots,
            types,
        )

    @property
    def is_by_path(self) -> bool:
        """Whether a model may be filled differently in different places."""
        return bool(self.overrides or self.policies or self.locales)

    def find_settings(
        self,
        model: str,
        model_field: ModelField,
        path: str,
        plugin_settings: Settings = NO_SETTINGS,
    ) -> MergedSettings:
        """Return the settings of *model_field* of *model* at *path*.

        Overrides win over *plugin_settings*, and those over policies.
        """
        override = policy = NO_SETTINGS
        if self.overrides or self.policies:
            by_model, by_path = self._list_names(
                model,
                _list_field_names(model_field),
                path,
            )
            override = merge_settings(
                _find_first(self.overrides, by_model), _find_first(self.overrides, by_path)
            )
            policy = self._merge_policies((*by_model, *by_path))
        layers: tuple[tuple[SettingsSource, Settings], ...] = (
            ("override", override),
            ("plugin", plugin_settings),
            ("policy", policy),
        )
        sources = (source for source, settings in layers if VALUE_SOURCES & settings.keys())
        weakest_first = reversed([settings for _, settings in layers])
        return MergedSettings(reduce(merge_settings, weakest_first), next(sources, ""))

    def has_value_source(
        self,
        model: str,
        model_field: ModelField,
        path: str,
    ) -> bool:
        """Whether an override chooses how the value of a field is made."""
        if not self.overrides:
            return False
        names = self._list_names(
            model,
            _list_field_names(model_field),
            path,
        )
        return any(VALUE_SOURCES & _find_first(self.overrides, listed).keys() for listed in names)

    def find_locale(
        self,
        model: str,
        name: str,
        path: str,
        default: str,
    ) -> str:
        """Return the locale of the first pattern that names a field, or *default*."""
        if not self.locales:
            return default
        by_model, by_path = self._list_names(
            model,
            (name,),
            path,
        )
        names = (*by_model, *by_path)
        matching = (locale for pattern, locale in self.locales if _is_match(pattern, names))
        return next(matching, default)

    def _list_names(
        self,
        model: str,
        names: Sequence[str],
        path: str,
    ) -> tuple[list[str], list[str]]:
        """Return the names of a field by its model, and those by its path from a root."""
        parent = re.sub(ITEM_STEPS, "", path).strip(".").rpartition(".")[0]
        prefix = f".{parent}" if parent else ""
        by_model = [f"{model}.{name}" for name in names]
        by_path = [f"{root}{prefix}.{name}" for root in self.roots for name in names]
        return by_model, [name for name in by_path if name not in by_model]

    def _merge_policies(self, names: Sequence[str]) -> Settings:
        """Return the settings of all patterns that match. Raise ConfigError if two contradict."""
        merged: dict[str, tuple[str, Any]] = {}
        for pattern, settings in self.policies.items():
            if not _is_match(pattern, names):
                continue
            for key, value in settings.items():
                first_pattern, first_value = merged.setdefault(key, (pattern, value))
                if first_value != value:
                    raise ConfigError(
                        f"The field policies {first_pattern!r} and {pattern!r} contradict each "
                        f"other for {names[0]}: {key} is {first_value!r} and {value!r}.",
                        hint="Remove one of the two settings, or write an override.",
                        key="field_policies",
                    )
        return {key: value for key, (_, value) in merged.items()}


def merge_settings(weaker: Settings, stronger: Settings) -> Settings:
    """Return both, key by key. A value source of *stronger* replaces all of *weaker*'s."""
    if VALUE_SOURCES & stronger.keys():
        weaker = {key: value for key, value in weaker.items() if key not in VALUE_SOURCES}
    return {**weaker, **stronger}


def validate_settings(
    option: str,
    path: str,
    settings: Settings,
) -> None:
    """Raise ConfigError if *option* has an unknown setting or a wrong value for *path*."""
    for key, value in settings.items():
        if key not in SETTING_TYPES:
            raise ConfigError(
                f"Unknown setting {key!r} of {path} in {option}.",
                hint=suggest_nearest(key, SETTING_TYPES),
                key=key,
            )
        if not _is_valid_setting(key, value):
            expected = SETTING_TYPES[key][1]
            raise ConfigError(
                f"Invalid {key} of {path} in {option}: expected {expected}, got {value!r}.",
                hint=f"Give it {expected}.",
                key=key,
            )


def _is_valid_setting(key: str, value: Any) -> bool:
    """Return whether *value* has the type and the range that the setting *key* requires."""
    types = SETTING_TYPES[key][0]
    if isinstance(value, bool) and types not in (object, bool):
        return False  # bool is a subclass of int
    if not isinstance(value, types):
        return False
    if key == "p_none":
        return bool(0 <= value <= 1)
    return not key.endswith("_items") or value >= 0


def _list_field_names(model_field: ModelField) -> tuple[str, str]:
    """Return the name and the alias of a field."""
    return model_field.name, str(model_field.key[0])


def _find_first(entries: Mapping[str, Settings], names: Sequence[str]) -> Settings:
    """Return the settings of the first of *names* that has an entry; none if no name has one."""
    return next(
        (entries[name] for name in names if name in entries),
        NO_SETTINGS,
    )


def _is_match(pattern: str, names: Sequence[str]) -> bool:
    """Return whether one of *names* matches *pattern*: a glob, or after ``re:`` a regex.

    Raise ConfigError if the regular expression is invalid.
    """
    if not pattern.startswith("re:"):
        return any(fnmatchcase(name, pattern) for name in names)
    try:
        return any(re.fullmatch(pattern[3:], name) for name in names)
    except re.error as error:
        raise ConfigError(
            f"Invalid regular expression {pattern!r}: {error}.",
            hint="Correct the pattern after 're:'.",
            key=pattern,
        ) from error
