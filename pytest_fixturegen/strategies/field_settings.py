"""What the configuration asks of single fields: found by path, by ``Model.field``, or by a pattern of either.

An override goes before a field policy, a whole path before ``Model.field``. Two patterns may say the same of a field,
but not different things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from sys import modules
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.config.field_policies import to_mapping
from pytest_fixturegen.config.options import GenerationConfig, Pairs
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.introspection.shapes import (
    ModelField,
    ModelShape,
    Shape,
    ShapeRef,
    TypeReading,
)
from pytest_fixturegen.strategies.recursion_limits import list_parts

Settings = Mapping[str, Any]
NO_SETTINGS: Settings = {}

SETTING_TYPES: dict[str, tuple[Any, str]] = {
    "value": (object, "a value"),
    "factory": ((str, Callable), "a function, or a dotted path such as 'app.fakes:iban'"),
    "ignore": (bool, "true or false"),
    "require": (bool, "true or false"),
    "post_generate": ((str, Callable), "a function, or a dotted path such as 'app.fakes:trimmed'"),
    "provider": (str, "the name of a provider, such as 'email' or 'faker.iban'"),
    "p_none": ((int, float), "a number from 0 to 1"),
    "min_items": (int, "a whole number of at least 0"),
    "max_items": (int, "a whole number of at least 0"),
}
"""What may be asked of a field, and what each is."""

VALUE_SOURCES = frozenset(("value", "factory", "provider", "ignore"))
"""Those of them that say where its value comes from."""


@dataclass(frozen=True, slots=True)
class FieldSettings:
    """Answers for one reading: its *roots* are the names of the models that a path may begin with."""

    overrides: Mapping[str, Settings]
    policies: Mapping[str, Settings]
    locales: Pairs
    roots: tuple[str, ...]

    @staticmethod
    def for_reading(config: GenerationConfig, reading: TypeReading) -> FieldSettings:
        """What *config* asks of *reading*. Raises ConfigError for a key, a model or a field that is not there."""
        overrides, policies = to_mapping(config.overrides), to_mapping(config.field_policies)
        for option, given in (("overrides", overrides), ("field_policies", policies)):
            for path, said in given.items():
                validate_settings(option, path, said)
        if overrides:
            _validate_paths(overrides, reading)
        roots = tuple(model.cls.__name__ for model in find_nested_models(reading, reading.shape))
        return FieldSettings(overrides, policies, config.locale_map, roots)

    @property
    def is_by_path(self) -> bool:
        """Whether the same model may be filled in two ways in two places."""
        return bool(self.overrides or self.policies or self.locales)

    def find_settings(
        self,
        model: str,
        model_field: ModelField,
        path: str,
        plugin_settings: Settings = NO_SETTINGS,
    ) -> Settings:
        """What is asked of the field *each* of *model*, which stands at *path*; what a plugin *asked* goes before policies."""
        if not (self.overrides or self.policies):
            return plugin_settings
        short, whole = self._list_names(model, (model_field.name, str(model_field.key[0])), path)
        fixed = merge_settings(
            _find_first(self.overrides, short), _find_first(self.overrides, whole)
        )
        return merge_settings(
            merge_settings(self._merge_policies((*short, *whole)), plugin_settings), fixed
        )

    def has_value_source(self, model: str, model_field: ModelField, path: str) -> bool:
        """Whether an override says where the value of a field comes from."""
        names = (
            self._list_names(model, (model_field.name, str(model_field.key[0])), path)
            if self.overrides
            else ()
        )
        return any(VALUE_SOURCES & _find_first(self.overrides, listed).keys() for listed in names)

    def find_locale(self, model: str, name: str, path: str, default: str) -> str:
        """The locale of a field: that of the first pattern that names it."""
        if not self.locales:
            return default
        names = [name for listed in self._list_names(model, (name,), path) for name in listed]
        return next(
            (locale for pattern, locale in self.locales if _is_match(pattern, names)), default
        )

    def _list_names(
        self, model: str, names: tuple[str, ...], path: str
    ) -> tuple[list[str], list[str]]:
        above = (
            re.sub(r"\.?(?:\*(?:\.key|\.value)?|\d+)(?=\.|$)", "", path)
            .strip(".")
            .rpartition(".")[0]
        )
        prefix = f".{above}" if above else ""
        short, whole = (
            [f"{model}.{name}" for name in names],
            [f"{root}{prefix}.{name}" for root in self.roots for name in names],
        )
        return short, [name for name in whole if name not in short]

    def _merge_policies(self, names: Sequence[str]) -> Settings:
        said: dict[str, tuple[str, Any]] = {}
        for pattern, settings in self.policies.items():
            if not _is_match(pattern, names):
                continue
            for key, value in settings.items():
                other, before = said.setdefault(key, (pattern, value))
                if before != value:
                    raise ConfigError(
                        f"{other!r} and {pattern!r} in field_policies ask {key} of {names[0]} to be {before!r} and {value!r}.",
                        hint="Let one of them say it, or write an override.", key="field_policies",
                    )  # fmt: skip
        return {key: value for key, (_, value) in said.items()}


def find_nested_models(
    reading: TypeReading, shape: Shape, seen: frozenset[str] = frozenset()
) -> list[ModelShape]:
    """The models that *shape* holds, but none within them."""
    if isinstance(shape, ModelShape):
        return [shape]
    if isinstance(shape, ShapeRef):
        known = shape.name not in seen and shape.name in reading.refs
        return (
            find_nested_models(reading, reading.refs[shape.name], seen | {shape.name})
            if known
            else []
        )
    return [
        model for part in list_parts(shape) for model in find_nested_models(reading, part, seen)
    ]


def merge_settings(weaker: Settings, stronger: Settings) -> Settings:
    """Both, key by key; where *stronger* says what the value is, *weaker* has no say in that."""
    if VALUE_SOURCES & stronger.keys():
        weaker = {key: value for key, value in weaker.items() if key not in VALUE_SOURCES}
    return {**weaker, **stronger}


def _find_first(entries: Mapping[str, Settings], names: Sequence[str]) -> Settings:
    return next((entries[name] for name in names if name in entries), NO_SETTINGS)


def _is_match(pattern: str, names: Sequence[str]) -> bool:
    if not pattern.startswith("re:"):
        return any(fnmatchcase(name, pattern) for name in names)
    try:
        return any(re.fullmatch(pattern[3:], name) for name in names)
    except re.error as error:
        raise ConfigError(
            f"{pattern!r} is no regular expression: {error}.", hint="Correct it.", key=pattern
        ) from error


def validate_settings(option: str, path: str, settings: Settings) -> None:
    """Raises ConfigError where *option* asks of *path* what cannot be asked of a field."""
    for key, value in settings.items():
        if key not in SETTING_TYPES:
            raise ConfigError(
                f"{option} of {path} set {key!r}, which can be asked of no field.",
                hint=suggest_nearest(key, SETTING_TYPES),
                key=key,
            )
        kinds, wanted = SETTING_TYPES[key]
        fits = isinstance(value, kinds) and (kinds in (object, bool) or not isinstance(value, bool))
        if key == "p_none" or key.endswith("_items"):
            fits = fits and value >= 0 and (value <= 1 or key != "p_none")
        if not fits:
            raise ConfigError(
                f"{key} of {path} is {value!r}, which is not {wanted}.",
                hint=f"Give it {wanted}.",
                key=key,
            )


def _validate_paths(paths: Mapping[str, Settings], reading: TypeReading) -> None:
    models = [
        *find_nested_models(reading, reading.shape),
        *(model for ref in reading.refs for model in find_nested_models(reading, ShapeRef(ref))),
    ]
    for path in paths:
        head, *names = path.split(".")
        here = [model for model in models if model.cls.__name__ == head]
        if not names:
            raise ConfigError(
                f"The override {path!r} names no field.", hint="Write Model.field.", key=path
            )
        if not here:
            _validate_model_name(head, models)
            continue
        for name in names:
            fields = [
                each for model in here for each in model.fields if name in (each.name, each.key[0])
            ]
            if not fields:
                known = {each.name for model in here for each in model.fields}
                raise ConfigError(
                    f"The override {path!r} names no field: {name!r} is not there.",
                    hint=suggest_nearest(name, known),
                )
            here = [model for each in fields for model in find_nested_models(reading, each.shape)]


def _validate_model_name(name: str, models: Sequence[ModelShape]) -> None:
    """Raise ConfigError for the *name* of a model that seems misspelt: it is close to one, and nobody else's."""
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(model.cls.__name__ for model in models), n=1, cutoff=0.6)
    if close and not any(hasattr(module, name) for module in _list_modules(models)):
        raise ConfigError(
            f"There is no model {name!r} to override.", hint=f"Did you mean {close[0]!r}?", key=name
        )


def _list_modules(models: Sequence[ModelShape]) -> Iterator[Any]:
    return (modules[model.cls.__module__] for model in models if model.cls.__module__ in modules)
