"""CHECK constraints of Django's models, as far as they compare fields with constants or fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

LIMITS = {"gt": "gt", "gte": "ge", "lt": "lt", "lte": "le"}
"""The lookups of Django that limit a number or a date, as arguments of ``Field``."""

SIGNS = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
"""The same lookups between two fields."""


class Comparison(NamedTuple):
    """One part of a constraint: the *field*, the *lookup*, and the *value* or a name of a field."""

    field: str
    lookup: str
    value: Any

    @property
    def other_field(self) -> str:
        """The name of the field that the first one is compared with; empty for a constant."""
        return str(getattr(self.value, "name", "")) if type(self.value).__name__ == "F" else ""


def list_comparisons(cls: Any) -> Iterator[Comparison]:
    """Yield the comparisons that all rows of *cls* satisfy by its constraints."""
    for base in (cls, *cls._meta.get_parent_list()):
        for constraint in base._meta.constraints:
            # Django 5.1 has renamed the argument.
            condition = getattr(constraint, "condition", None) or getattr(constraint, "check", None)
            if type(constraint).__name__ == "CheckConstraint":
                yield from _read_condition(condition)


def _read_condition(condition: Any) -> Iterator[Comparison]:
    """Yield the comparisons of a ``Q`` object that joins them by AND; none of another."""
    connector = getattr(condition, "connector", "")
    if connector != "AND" or condition.negated:
        return
    for child in condition.children:
        if isinstance(child, tuple):
            field, _, lookup = str(child[0]).partition("__")
            yield Comparison(field, lookup or "exact", child[1])
        else:
            yield from _read_condition(child)


def list_limits(cls: Any, name: str) -> dict[str, Any]:
    """Return the arguments of ``Field`` by which constraints limit the field *name* of *cls*."""
    limits: dict[str, Any] = {}
    for part in list_comparisons(cls):
        if part.field == name and not part.other_field:
            values = part.value if part.lookup == "range" else (part.value, part.value)
            kinds = ("ge", "le") if part.lookup == "range" else (LIMITS.get(part.lookup),)
            limits |= {kind: value for kind, value in zip(kinds, values, strict=False) if kind}
    return limits


def list_options(cls: Any, name: str) -> tuple[Any, ...]:
    """Return the values that constraints leave to the field *name* of *cls*; none if many."""
    for part in list_comparisons(cls):
        if part.field == name and part.lookup == "in":
            return tuple(part.value)
    return ()


def list_field_orders(cls: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the pairs of fields of *cls* that constraints compare, with the sign between them."""
    for part in list_comparisons(cls):
        if part.other_field and part.lookup in SIGNS:
            yield part.field, SIGNS[part.lookup], part.other_field
