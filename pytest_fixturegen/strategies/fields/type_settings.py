"""Overrides of types: ``EmailStr`` names a type in place of a field, such as ``User.email``."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.introspection.shape_parts import walk_shapes
from pytest_fixturegen.introspection.shapes import Shape, TypeReading
from pytest_fixturegen.strategies.served_types import is_served_type, read_served

Settings = Mapping[str, Any]

TYPE_SETTINGS = frozenset(("value", "factory", "provider"))
"""The settings that an override of a type may have."""

LIBRARY_MODULES = (
    "builtins",
    "datetime",
    "decimal",
    "fractions",
    "ipaddress",
    "pathlib",
    "uuid",
    "pydantic",
)
"""Modules whose types a key names without their module."""

TYPE_MARKS = ("__mro__", "__metadata__", "__supertype__", "__value__")
"""Attributes of classes, of annotated types, and of other names of types."""

MIN_SIMILARITY = 0.7
"""How close an unknown name must be to that of a type, from 0 to 1, to count as misspelt."""


@dataclass(frozen=True, slots=True)
class TypeOverride:
    """The *settings* of the types that *key* names.

    *types* are those of them that the models can see. Classes of other modules count by their name.
    """

    key: str
    settings: Settings
    types: tuple[Any, ...]

    def serves(self, shape: Shape) -> bool:
        """Return whether *shape* is that of one of the types."""
        if get_type_name(shape) == self.key:
            return True
        return any(is_served_type(shape, each, read_served(each)) for each in self.types)


def is_type_key(key: str) -> bool:
    """Return whether the *key* of an override names a type: ``EmailStr``, ``app.types:Version``."""
    return "." not in key or ":" in key


def read_type_overrides(
    overrides: Mapping[str, Settings],
    reading: TypeReading,
) -> tuple[TypeOverride, ...]:
    """Return the overrides of types among *overrides*.

    Raise ConfigError for a setting or a type that does not exist.
    """
    keys = list(filter(is_type_key, overrides))
    if not keys:
        return ()
    shapes = list(walk_shapes(reading.shape, reading.refs))
    return tuple(_read_override(key, overrides[key], shapes) for key in keys)


def _read_override(
    key: str,
    settings: Settings,
    shapes: Sequence[Shape],
) -> TypeOverride:
    """Return the override of the type *key*.

    Raise ConfigError for an unknown setting, or if *key* is not a type.
    """
    unknown = sorted(settings.keys() - TYPE_SETTINGS)
    if unknown:
        raise ConfigError(
            f"Invalid setting {unknown[0]!r} of the type {key}: expected value, factory or "
            "provider.",
            hint="Write it for a field: Model.field.",
            key=key,
        )
    module, _, name = key.rpartition(":")
    namespaces = _list_namespaces([module] if module else _list_modules(shapes))
    found = [call_or_default(partial(getattr, each, name), None) for each in namespaces]
    types = tuple(filter(_is_type, dict.fromkeys(found)))
    held_names = set(map(get_type_name, shapes))
    if name not in held_names:
        _require_visible(key, types)
        public_names = _list_public_names(namespaces)
        _require_spelling(
            key,
            types,
            public_names if module else [*held_names, *public_names],
        )
    return TypeOverride(key, settings, types)


def _list_modules(shapes: Sequence[Shape]) -> list[str]:
    """Return the modules in which the models of *shapes* may see a type, and the libraries."""
    return [*dict.fromkeys(map(_get_module, shapes)), *LIBRARY_MODULES]


def _get_module(shape: Shape) -> str:
    """Return the module of the class of *shape*; empty for other shapes."""
    cls = getattr(shape, "cls", None)
    return str(getattr(cls, "__module__", ""))


def _list_namespaces(modules: Sequence[str]) -> list[Any]:
    """Return those of *modules* that are imported: no model holds a type of another one."""
    return list(filter(None, map(sys.modules.get, modules)))


def _is_type(value: Any) -> bool:
    """Return whether *value* is a class, an annotated type, or another name of one."""
    return any(hasattr(value, mark) for mark in TYPE_MARKS)


def get_type_name(shape: Shape) -> str:
    """Return the name of the class or the named type of *shape*; empty for others."""
    named: Any = getattr(shape, "cls", getattr(shape, "type", ""))
    return str(getattr(named, "__name__", named))


def _require_visible(key: str, types: Sequence[Any]) -> None:
    """Raise ConfigError if *types* are other names of types that models cannot tell from them."""
    if types and not any(map(read_served, types)):
        raise ConfigError(
            f"The override {key!r} names a type that models cannot tell from the type below it.",
            hint="Write Model.field for each of its fields.",
            key=key,
        )


def _list_public_names(namespaces: Sequence[Any]) -> list[str]:
    """Return the names that the modules *namespaces* export, or all that they have."""
    names = chain.from_iterable(map(_list_exports, namespaces))
    return [name for name in names if name[:1].isupper()]


def _list_exports(module: Any) -> Sequence[str]:
    """Return the names in ``__all__`` of *module*, or all that it has."""
    names: Sequence[str] = getattr(module, "__all__", dir(module))
    return names


def _require_spelling(
    key: str,
    types: Sequence[Any],
    known: Sequence[str],
) -> None:
    """Raise ConfigError if *key* is misspelt, or cannot be the name of a type.

    The types of other models are valid: one configuration serves many models.
    """
    module, _, name = key.rpartition(":")
    is_elsewhere = not module and _is_defined(name)
    if types or is_elsewhere:
        return
    from difflib import get_close_matches  # loaded late: a plan without mistakes does not need it

    min_similarity = 0 if module else MIN_SIMILARITY  # all types of an imported module are known
    if get_close_matches(name, known, n=1, cutoff=min_similarity):
        raise ConfigError(
            f"Unknown type {key!r} in an override.",
            hint=suggest_nearest(name, known),
            key=key,
        )
    if name.islower():
        raise ConfigError(
            f"The override {key!r} names no field and no type: expected a path such as "
            "'Model.field', or a type such as 'EmailStr'.",
            hint="Write Model.field.",
            key=key,
        )


def _is_defined(name: str) -> bool:
    """Return whether an imported module defines the class *name*."""
    modules = filter(None, list(sys.modules.values()))
    return any(isinstance(vars(module).get(name), type) for module in modules)
