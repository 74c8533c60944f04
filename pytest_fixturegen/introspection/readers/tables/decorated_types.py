"""Types that wrap another type of column (``TypeDecorator``), each with code of the user."""

from __future__ import annotations

import datetime
import decimal
import uuid
from collections.abc import Iterator
from functools import partial
from typing import Annotated, Any, TypeVar, get_type_hints

from pytest_fixturegen._internal.user_code import Raised, attempt, call_or_default
from pytest_fixturegen.introspection.readers.tables.annotations import is_vague, split_optional
from pytest_fixturegen.introspection.readers.tables.readable_types import is_readable

PLAIN_JSON = dict[str, str | int | bool]
"""The type hint of a JSON column whose content is not declared."""

SAMPLES: dict[Any, Any] = {
    uuid.UUID: uuid.UUID("00000000-0000-4000-8000-000000000000"),
    datetime.datetime: datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc),
    datetime.date: datetime.date(2026, 1, 1),
    datetime.timedelta: datetime.timedelta(hours=1),
    decimal.Decimal: decimal.Decimal("1.50"),
    dict[str, Any]: {},
    list[str]: [],
    str: "text",
    bytes: b"text",
    int: 1,
    float: 1.5,
    bool: True,
}
"""A value of each type that a decorator without any hint may take."""


def is_decorator(column_type: Any) -> bool:
    """Return whether *column_type* wraps another type."""
    return hasattr(column_type, "process_bind_param") and hasattr(column_type, "impl_instance")


def list_decorated_hints(column_type: Any, plain: Any) -> Iterator[Any]:
    """Yield the types whose values the decorator may take, the likeliest first.

    *plain* is the type of the column that it wraps. A decorator without a hint is asked with a
    value of each type.
    """
    for hint in (_find_python_type(column_type), *_list_declared(type(column_type))):
        bare, _ = split_optional(hint)
        if not is_vague(bare) and not isinstance(bare, TypeVar) and is_readable(bare):
            yield bare
    if not has_bind_code(column_type):
        yield plain
        return
    if attempt(partial(bind_value, column_type, "text")) == '"text"':  # it writes JSON
        yield PLAIN_JSON
    samples = {plain: SAMPLES[plain]} if plain in SAMPLES else {}
    for hint, sample in (samples | SAMPLES).items():
        if not isinstance(attempt(partial(bind_value, column_type, sample)), Raised):
            yield hint
    yield plain


def _find_python_type(column_type: Any) -> Any:
    """Return the ``python_type`` that the decorator declares itself; None if it has none."""
    for base in type(column_type).__mro__:
        if base.__module__.startswith("sqlalchemy."):
            return None
        if "python_type" in vars(base):
            return call_or_default(lambda: column_type.python_type, None)
    return None


def _list_declared(cls: Any) -> Iterator[Any]:
    """Yield the annotations of the bind parameter and of the result of *cls*; None if missing."""
    for method, name in ((cls.process_bind_param, "value"), (cls.process_result_value, "return")):
        # Evaluates annotations of the user, which may raise anything.
        yield call_or_default(partial(get_type_hints, method), {}).get(name)


def has_bind_code(column_type: Any) -> bool:
    """Return whether code of the user changes values before they are stored."""
    return not type(column_type).process_bind_param.__module__.startswith("sqlalchemy.")


def bind_value(
    column_type: Any,
    value: Any,
    dialect: Any = None,
) -> Any:
    """Return *value* as the decorator stores it in a database of *dialect*, or of any kind."""
    from sqlalchemy.engine.default import DefaultDialect

    return column_type.process_bind_param(value, dialect or DefaultDialect())


def add_bind_check(hint: Any, column_type: Any) -> Any:
    """Return *hint* with a validator that binds each value, as an insert does."""
    from pydantic import AfterValidator

    if not has_bind_code(column_type):
        return hint
    return Annotated[hint, AfterValidator(partial(_check_binding, column_type))]


def _check_binding(column_type: Any, value: Any) -> Any:
    """Return *value* if it can be stored. Raise ValueError with the reason if not."""
    result = attempt(partial(bind_value, column_type, value))
    if isinstance(result, Raised):
        name = type(column_type).__name__
        raise ValueError(f"{name} cannot store it: {result.error}")  # noqa: TRY004
    return value
