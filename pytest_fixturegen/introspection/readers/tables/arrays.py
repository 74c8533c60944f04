"""Types of arrays, whose rows PostgreSQL wants to be of the same length."""

from __future__ import annotations

from typing import Annotated, Any


def make_array(
    item: Any,
    *,
    is_tuple: bool = False,
) -> Any:
    """Return the type of lists of *item*, or of tuples of any length."""
    return tuple.__class_getitem__((item, ...)) if is_tuple else list.__class_getitem__(item)


def make_rows(array: Any) -> Any:
    """Return the type of *array* as a row of a greater array, which may not be empty."""
    from pydantic import Field

    return Annotated[array, Field(min_length=1)]


def require_equal_rows(array: Any) -> Any:
    """Return *array*, a type of rows, with all rows of a value cut to the shortest."""
    from pydantic import AfterValidator

    return Annotated[array, AfterValidator(cut_rows)]


def cut_rows(value: Any) -> Any:
    """Return *value* with the rows of each level cut to the shortest of that level."""
    for level in range(1, _count_levels(value)):
        value = _cut_level(
            value,
            level,
            min(_list_lengths(value, level), default=0),
        )
    return value


def _count_levels(value: Any) -> int:
    """Return how many lists are within each other."""
    return 1 + _count_levels(value[0]) if value and isinstance(value, list | tuple) else 0


def _list_lengths(value: Any, level: int) -> list[int]:
    """Return the lengths of the lists at *level*; 0 means the whole value."""
    if level == 0:
        return [len(value)]
    return [length for row in value for length in _list_lengths(row, level - 1)]


def _cut_level(
    value: Any,
    level: int,
    length: int,
) -> Any:
    """Return *value* with the lists at *level* cut to *length*."""
    if level == 0:
        return value[:length]
    return type(value)(_cut_level(row, level - 1, length) for row in value)
