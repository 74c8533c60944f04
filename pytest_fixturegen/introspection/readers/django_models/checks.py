"""CHECK constraints of Django's models as SQL, which is read as that of other tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

SIGNS = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<=", "exact": "=", "": "="}
"""The signs of SQL for lookups of Django."""


def list_condition_texts(cls: Any) -> Iterator[str]:
    """Yield the conditions that all rows of *cls* satisfy by its constraints."""
    for base in (cls, *cls._meta.get_parent_list()):
        for constraint in base._meta.constraints:
            if type(constraint).__name__ == "CheckConstraint":
                yield _format_condition(_get_condition(constraint))


def _get_condition(constraint: Any) -> Any:
    """Return the condition of *constraint*; Django 5.1 has renamed the argument."""
    return constraint.condition if hasattr(constraint, "condition") else constraint.check


def _format_condition(condition: Any) -> str:
    """Return *condition*, an object ``Q`` with all that it joins, or another expression."""
    if isinstance(condition, tuple):
        return _format_comparison(*condition)
    parts = map(_format_condition, getattr(condition, "children", ()))
    text = f" {getattr(condition, 'connector', '')} ".join(parts)
    return f"NOT ({text})" if getattr(condition, "negated", True) else text


def _format_comparison(name: str, value: Any) -> str:
    """Return the comparison that an argument of ``Q`` means: a field, a lookup, and a value."""
    field, _, lookup = name.partition("__")
    if lookup == "in":
        return f"{field} IN ({', '.join(map(_format_value, value))})"
    if lookup == "range":
        return f"{field} BETWEEN {' AND '.join(map(_format_value, value))}"
    return f"{field} {SIGNS.get(lookup, lookup)} {_format_value(value)}"


def _format_value(value: Any) -> str:
    """Return a constant as SQL has it, or the name of the field that an ``F`` refers to."""
    if isinstance(value, str):
        quoted = value.replace("'", "''")
        return f"'{quoted}'"
    return str(value.name if type(value).__name__ == "F" else value)
