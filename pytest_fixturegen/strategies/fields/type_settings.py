"""Overrides of types: ``EmailStr`` names a type in place of a field, such as ``User.email``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.introspection.shape_parts import walk_shapes
from pytest_fixturegen.introspection.shapes import ChoiceShape, NamedShape, Shape, TypeReading
from pytest_fixturegen.strategies.served_types import is_served_type, read_served

Settings = Mapping[str, Any]

TYPE_SETTINGS = ("value", "factory", "provider")
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

MIN_SIMILARITY = 0.7
"""How close an unknown name must be to that of a type, from 0 to 1, to count as misspelt."""


@dataclass(frozen=True, slots=True)
class TypeOverride:
    """The *settings* of the types that *key* names.

    *name* is the name that they have, and *types* are those of them that the models can see.
    """

    key: str
    name: str
    settings: Settings
    types: tuple[Any, ...]

    def serves(self, shape: Shape) -> bool:
        """Return whether *shape* is that of one of the types."""
        if ":" not in self.key and get_type_name(shape) == self.name:
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
    shapes = list(walk_shapes(reading.shape, reading.refs)) if keys else []
    for key in keys:
        unknown = [name for name in overrides[key] if name not in TYPE_SETTINGS]
        if unknown:
            raise ConfigError(
                f"Invalid setting {unknown[0]!r} of the type {key}: expected value, factory or "
                "provider.",
                hint="Write it for a field: Model.field.",
                key=key,
            )
    return tuple(_read_override(key, overrides[key], shapes) for key in keys)


def _read_override(key: str, settings: Settings, shapes: Sequence[Shape]) -> TypeOverride:
    """Return the override of *key*. Raise ConfigError if it names no type."""
    module, _, name = key.rpartition(":")
    modules = [module] if module else _list_modules(shapes)
    namespaces = [sys.modules[each] for each in modules if each in sys.modules]
    missing = object()
    found = [call_or_default(partial(getattr, each, name), missing) for each in namespaces]
    types = tuple(dict.fromkeys(each for each in found if _is_type(each)))
    held_names = {get_type_name(shape) for shape in shapes}
    if not types and name not in held_names:
        _require_known_name(key, name, held_names, namespaces)
    if types and name not in held_names and not any(map(read_served, types)):
        raise ConfigError(
            f"The override {key!r} names a type that models cannot tell from the type below it.",
            hint="Write Model.field for each of its fields.",
            key=key,
        )
    return TypeOverride(key, name, settings, types)


def _list_modules(shapes: Iterable[Shape]) -> list[str]:
    """Return the modules in which the models of *shapes* may see a type, and the libraries."""
    classes = [getattr(shape, "cls", None) for shape in shapes]
    modules = [str(cls.__module__) for cls in classes if isinstance(cls, type)]
    return list(dict.fromkeys([*modules, *LIBRARY_MODULES]))


def _is_type(value: Any) -> bool:
    """Return whether *value* is a class, an annotated type, or another name of one."""
    if isinstance(value, type):
        return True
    return any(hasattr(value, name) for name in ("__metadata__", "__supertype__", "__value__"))


def get_type_name(shape: Shape) -> str:
    """Return the name of the class, the enum or the named type of *shape*; empty for others."""
    match shape:
        case NamedShape(type=str(name)):
            return name
        case NamedShape(type=named_type):
            return str(getattr(named_type, "__name__", ""))
        case ChoiceShape(values=values):
            return type(values[0]).__name__ if hasattr(values[0], "_name_") else ""
        case _:
            return str(getattr(getattr(shape, "cls", None), "__name__", ""))


def _require_known_name(
    key: str,
    name: str,
    held_names: set[str],
    namespaces: Sequence[Any],
) -> None:
    """Raise ConfigError if *name* is misspelt, or cannot be the name of a type.

    The types of other models are valid: one configuration serves many models.
    """
    from difflib import get_close_matches  # loaded late: a plan without mistakes does not need it

    if ":" in key and not namespaces:
        return  # nobody has imported the module, so no model holds its types
    public = {each for module in namespaces for each in getattr(module, "__all__", dir(module))}
    known = sorted(each for each in held_names | public if each[:1].isupper())
    is_misspelt = ":" in key or get_close_matches(name, known, n=1, cutoff=MIN_SIMILARITY)
    if is_misspelt and not _is_defined(name):
        raise ConfigError(
            f"Unknown type {key!r} in an override.", hint=suggest_nearest(name, known), key=key
        )
    if not name[:1].isupper():
        raise ConfigError(
            f"The override {key!r} names no field and no type: expected a path such as "
            "'Model.field', or a type such as 'EmailStr'.",
            hint="Write Model.field.",
            key=key,
        )


def _is_defined(name: str) -> bool:
    """Return whether an imported module defines the class *name*."""
    modules = list(sys.modules.values())
    return any(isinstance(getattr(module, "__dict__", {}).get(name), type) for module in modules)
