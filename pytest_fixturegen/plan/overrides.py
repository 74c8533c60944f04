"""What the user fixed, by path: a value, or a mapping of what is fixed below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from pytest_fixturegen.errors import UsageError, nearest
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.shape.shapes import Field

PLAIN = (str, int, float, bool, bytes, Decimal, date, datetime, time, timedelta, UUID, type(None))
"""Types whose text tells one value from every other of the type, as ``==`` does not always."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Overrides, as *given*, that can be told from others by their *key*: a plan for them can be kept."""

    key: Any
    given: Mapping[str, Any] = field(compare=False)

    @staticmethod
    def of(given: Mapping[str, Any]) -> Fixed:
        """*given* with its key. Raises TypeError for a value that is not plain."""
        return Fixed(_key(given), given)


def _key(value: Any) -> Any:
    if isinstance(value, Mapping):
        return tuple((name, _key(each)) for name, each in value.items())
    if isinstance(value, list | tuple):
        return (type(value), tuple(map(_key, value)))
    if isinstance(value, Enum):
        return (type(value), value.name)
    if type(value) in PLAIN:
        return (type(value), repr(value))
    raise TypeError(f"{type(value).__name__} is not plain")


@dataclass(frozen=True, slots=True)
class Overrides:
    """Fixed here: the *value* if *is_value*; else, by name or alias, what *below* says of each field."""

    below: Mapping[str, Any] | None = None
    value: Any = None
    is_value: bool = False

    @staticmethod
    def of(given: Mapping[str, Any] | None) -> Overrides:
        """What a call or a declaration gave for the fields of a record."""
        return Overrides(below=given) if given else NOTHING

    def for_fields(self, fields: tuple[Field, ...], model: str) -> dict[str, Overrides]:
        """What is fixed for each field of a *model*, by its name. Raises UsageError for a name that no field has."""
        if not self.below:
            return {}
        names = {alias: each.name for each in fields for alias in (str(each.key[0]), each.name)}
        for name in self.below:
            if name not in names:
                raise UsageError(
                    f"{model} has no field {name!r} to override.", hint=nearest(name, names), model=model, field=name
                )
        return {names[name]: _given(value) for name, value in self.below.items()}


def _given(value: Any) -> Overrides:
    return Overrides(below=value) if isinstance(value, Mapping) and value else Overrides(value=value, is_value=True)


NOTHING = Overrides()
