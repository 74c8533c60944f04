"""What the user fixed, by path: a value, or a mapping of what is fixed below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import UsageError, suggest_nearest
from pytest_fixturegen.introspection.shapes import ModelField

PLAIN_TYPES = (
    str,
    int,
    float,
    bool,
    bytes,
    Decimal,
    date,
    datetime,
    time,
    timedelta,
    UUID,
    type(None),
)
"""Types whose text tells one value from every other of the type, as ``==`` does not always."""


@dataclass(frozen=True, slots=True)
class HashableOverrides:
    """Overrides, as *given*, that can be told from others by their *key*: a plan for them can be kept."""

    key: Any
    values: Mapping[str, Any] = field(compare=False)

    @staticmethod
    def from_mapping(values: Mapping[str, Any]) -> HashableOverrides:
        """*given* with its key. Raises TypeError for a value that is not plain."""
        return HashableOverrides(_build_key(values), values)


def _build_key(value: Any) -> Any:
    if isinstance(value, Mapping):
        return tuple((name, _build_key(each)) for name, each in value.items())
    if isinstance(value, list | tuple):
        return (type(value), tuple(map(_build_key, value)))
    if isinstance(value, Enum):
        return (type(value), value.name)
    if type(value) in PLAIN_TYPES:
        return (type(value), repr(value))
    raise TypeError(f"{type(value).__name__} is not plain")


@dataclass(frozen=True, slots=True)
class Overrides:
    """Fixed here: the *value* if *is_value*; else, by name or alias, what *below* says of each field."""

    by_field: Mapping[str, Any] | None = None
    value: Any = None
    is_value: bool = False

    @staticmethod
    def from_mapping(values: Mapping[str, Any] | None) -> Overrides:
        """What a call or a declaration gave for the fields of a record."""
        return Overrides(by_field=values) if values else NO_OVERRIDES

    def split_by_field(self, fields: tuple[ModelField, ...], model: str) -> dict[str, Overrides]:
        """What is fixed for each field of a *model*, by its name. Raises UsageError for a name that no field has."""
        if not self.by_field:
            return {}
        names = {alias: each.name for each in fields for alias in (str(each.key[0]), each.name)}
        for name in self.by_field:
            if name not in names:
                raise UsageError(
                    f"{model} has no field {name!r} to override.",
                    hint=suggest_nearest(name, names),
                    model=model,
                    field=name,
                )
        return {names[name]: _to_overrides(value) for name, value in self.by_field.items()}


def _to_overrides(value: Any) -> Overrides:
    return (
        Overrides(by_field=value)
        if isinstance(value, Mapping) and value
        else Overrides(value=value, is_value=True)
    )


NO_OVERRIDES = Overrides()
