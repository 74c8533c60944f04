"""What the user fixed, by path: a value, or a mapping of what is fixed below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pytest_fixturegen.errors import UsageError, nearest
from pytest_fixturegen.shape.shapes import Field


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
