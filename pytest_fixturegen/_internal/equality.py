"""Equality of any two values, also of arrays."""

from __future__ import annotations

from typing import Any


def is_same(one: Any, other: Any) -> bool:
    """Return whether both are equal and of one type; False if that has no single answer."""
    try:
        return type(one) is type(other) and bool(one == other)
    except (TypeError, ValueError):  # of an array, equality is an array
        return False
