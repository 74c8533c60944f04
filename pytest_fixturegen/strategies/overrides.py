"""The values that a call or a declaration fixes: for a place, or for the fields below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from types import FunctionType
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
"""Types whose different values have different ``repr``; for ``==``, 1 is also 1.0 and True."""


@dataclass(frozen=True, slots=True)
class HashableOverrides:
    """Overrides that can be the key of a cache: equal *values* have an equal *key*."""

    key: Any
    values: Mapping[str, Any] = field(compare=False)

    @staticmethod
    def from_mapping(values: Mapping[str, Any]) -> HashableOverrides:
        """Return *values* with their key. Raise TypeError for a value that is not plain."""
        return HashableOverrides(_build_key(values), values)


def _build_key(value: Any) -> Any:
    """Return a hashable key that only equal values of the same type share.

    Raise TypeError for a value whose ``repr`` may not identify it.
    """
    if isinstance(value, Mapping):
        return tuple((name, _build_key(inner)) for name, inner in value.items())
    if isinstance(value, list | tuple):
        return (type(value), tuple(map(_build_key, value)))
    if isinstance(value, Enum):
        return (type(value), value.name)
    if isinstance(value, FunctionType):
        return value
    if type(value) in PLAIN_TYPES:
        return (type(value), repr(value))
    raise TypeError(f"{type(value).__name__} is not plain")


@dataclass(frozen=True, slots=True)
class Overrides:
    """The fixed *value* of one field or item, complete or partial.

    A mapping fixes the fields of a model that it names, and a list the items at its positions; see
    :mod:`strategies.partial_values`. Any other value is used as it is.
    """

    value: Any = None

    def split_by_field(
        self,
        fields: tuple[ModelField, ...],
        model: str,
    ) -> dict[str, Overrides]:
        """Return the overrides of each of *fields* that has some, by its name.

        Raise UsageError for a name that no field of *model* has.
        """
        if self is NO_OVERRIDES:
            return {}
        names = list_field_names(fields)
        unknown = [name for name in self.value if name not in names]
        if unknown:
            raise UsageError(
                f"{model} has no field {unknown[0]!r} to override.",
                hint=suggest_nearest(unknown[0], names),
                model=model,
                field=unknown[0],
            )
        return {names[name]: Overrides(value) for name, value in self.value.items()}


def list_field_names(fields: tuple[ModelField, ...]) -> dict[str, str]:
    """Return the name of each of *fields*, by that name and by its alias."""
    names = {str(model_field.key[0]): model_field.name for model_field in fields}
    return names | {model_field.name: model_field.name for model_field in fields}


NO_OVERRIDES = Overrides()
"""The overrides of a place of which no call fixes anything. Compare with ``is``."""
