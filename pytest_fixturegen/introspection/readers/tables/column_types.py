"""Type hints for the values of a column, in terms of Pydantic.

The hint of the attribute comes first, and the type of the column narrows it: the length of the
column limits a text, and a date-time has a time zone only if its column has one.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin
from uuid import UUID

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.tables import special_types
from pytest_fixturegen.introspection.readers.tables.annotations import is_vague, split_optional
from pytest_fixturegen.introspection.readers.tables.arrays import (
    make_array,
    make_rows,
    require_equal_rows,
)
from pytest_fixturegen.introspection.readers.tables.decorated_types import (
    PLAIN_JSON,
    add_bind_check,
    is_decorator,
    list_decorated_hints,
)
from pytest_fixturegen.introspection.readers.tables.readable_types import (
    apply_limits,
    make_text,
)
from pytest_fixturegen.introspection.readers.tables.shape_rules import SMALL_LIMITS

SMALL_INTEGERS = ("small_integer", "SMALLINT")


def build_annotation(column_type: Any, hint: Any) -> Any:
    """Return the type of a column, which *hint* names; *hint* is vague if nothing is known."""
    if is_decorator(column_type):
        return _build_decorated(column_type, hint)
    if is_vague(hint):
        return apply_limits(_find_type(column_type), list_limits(column_type))
    return _narrow_hint(column_type, hint)


def _build_decorated(column_type: Any, hint: Any) -> Any:
    """Return the type that a TypeDecorator takes, which it checks by binding each value.

    The column under the decorator limits texts only: other values may be stored in any form.
    """
    if is_vague(hint):
        plain = _find_type(column_type.impl_instance)
        hint = next(list_decorated_hints(column_type, plain), Any)
    if hint is str:
        hint = apply_limits(str, list_limits(column_type.impl_instance))
    return add_bind_check(hint, column_type)


def _narrow_hint(column_type: Any, hint: Any) -> Any:
    """Return *hint* with what the type of the column says besides."""
    if is_array(column_type) and _is_array_hint(hint):
        return _narrow_items(column_type, hint)
    special = special_types.find_special_type(column_type)
    if special is not None and (hint is str or special_types.is_range(hint)):
        return special
    if hint is str and (_list_texts(column_type) or not getattr(column_type, "as_uuid", True)):
        return _find_type(column_type)
    if hint is dict:
        return _find_type(column_type)
    if hint is datetime.datetime:
        return _get_datetime(column_type)
    return apply_limits(hint, list_limits(column_type))


def is_array(column_type: Any) -> bool:
    """Return whether *column_type* holds lists of another type."""
    return hasattr(column_type, "item_type") and hasattr(column_type, "as_tuple")


def _narrow_items(column_type: Any, hint: Any) -> Any:
    """Return *hint*, a list or a tuple, with what the type of the array's items says."""
    item = next(iter(get_args(hint)), None)
    is_tuple = (get_origin(hint) or hint) is tuple
    if _is_array_hint(item):  # another dimension
        rows = make_rows(_narrow_items(column_type, item))
        return require_equal_rows(make_array(rows, is_tuple=is_tuple))
    bare, is_optional = split_optional(item)
    inner = build_annotation(column_type.item_type, bare)
    return make_array(inner | None if is_optional else inner, is_tuple=is_tuple)


def _is_array_hint(hint: Any) -> bool:
    """Return whether *hint* is that of a list or a tuple."""
    return (get_origin(hint) or hint) in (list, tuple)


def _find_type(column_type: Any) -> Any:
    """Return the type of the values of *column_type*, Any if it is unknown."""
    if is_array(column_type):
        return _get_array(column_type)
    texts = _list_texts(column_type)
    if texts:
        return getattr(column_type, "enum_class", None) or Literal[tuple(texts)]
    special = special_types.find_special_type(column_type)
    if special is not None:
        return special
    return _get_plain_type(column_type)


def _get_plain_type(column_type: Any) -> Any:
    """Return the type of the values of *column_type*, which is neither an array nor an enum."""
    if hasattr(column_type, "none_as_null"):
        return PLAIN_JSON
    if not getattr(column_type, "as_uuid", True):
        return make_text(UUID)
    python_type = _find_python_type(column_type)
    return _get_datetime(column_type) if python_type is datetime.datetime else python_type


def _find_python_type(column_type: Any) -> Any:
    """Return the Python type that SQLAlchemy knows for *column_type*, or Any."""
    # Some versions raise for an unknown type, and others return the class of all objects.
    python_type = call_or_default(lambda: column_type.python_type, object)
    return Any if python_type is object else python_type


def _get_array(column_type: Any) -> Any:
    """Return the type of an array: a list, or a tuple, of its items in each dimension."""
    is_tuple = column_type.as_tuple
    item = build_annotation(column_type.item_type, None)
    array = make_array(item, is_tuple=is_tuple)
    for _ in range(1, column_type.dimensions or 1):
        array = require_equal_rows(make_array(make_rows(array), is_tuple=is_tuple))
    return array


def _list_texts(column_type: Any) -> list[str]:
    """Return the texts of an enum; none of another type."""
    return list(getattr(column_type, "enums", None) or ())


def _get_datetime(column_type: Any) -> Any:
    """Return the type of date-times, without a time zone if the column has none."""
    from pydantic import NaiveDatetime

    return datetime.datetime if getattr(column_type, "timezone", False) else NaiveDatetime


def list_limits(column_type: Any) -> dict[str, Any]:
    """Return the arguments of ``Field`` that limit the values of a column."""
    if _list_texts(column_type):
        return {}
    if column_type.__visit_name__ in SMALL_INTEGERS:
        return dict(SMALL_LIMITS)
    length = getattr(column_type, "length", None)
    if isinstance(length, int):
        return {"max_length": length}
    return _list_digits(column_type)


def _list_digits(column_type: Any) -> dict[str, Any]:
    """Return the limits of a decimal number; a column with a precision alone has whole numbers."""
    precision = getattr(column_type, "precision", None)
    if _find_python_type(column_type) is not Decimal or precision is None:
        return {}
    return {"max_digits": precision, "decimal_places": column_type.scale or 0}
