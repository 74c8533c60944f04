"""Defaults of columns: constants are kept, and functions treated as default factories."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from pytest_fixturegen._internal.user_code import Raised, attempt

Default = dict[str, Any]
"""A default as arguments of ``Field``: ``default``, ``default_factory`` or none."""

SQL_TEXT = re.compile(r"'((?:[^']|'')*)'(?:::[\w .()\[\]]+)?")
"""A text constant of SQL, with a cast of PostgreSQL."""

SQL_WORD = re.compile(r"-?\d+(?:\.\d+)?|true|false", re.IGNORECASE)
"""A number or a truth value of SQL."""

LIST_START = re.compile(r"\[|<class 'list'>")
"""The text of a default of JSON: a list, its source in SQL, or the function that makes one."""


def read_default(
    cls: Any,
    name: str,
    column: Any,
    annotation: Any,
) -> Default:
    """Return the default of the attribute *name* of *cls*, which has the type *annotation*.

    The default of a dataclass field comes first, then those of the column. A constant that the
    type rejects does not count. A nullable column without another default has the default None.
    """
    for default in _list_defaults(cls, name, column):
        if "default" not in default:
            return default
        value = convert_default(default["default"], annotation)
        if not isinstance(value, Raised):
            return {"default": value}
    return {"default": None} if column.nullable and not column.primary_key else {}


def find_default_hint(column: Any) -> Any:
    """Return the type of lists if *column* holds JSON and its default is a list; otherwise None."""
    is_json = hasattr(column.type, "none_as_null")
    defaults = [*_read_column_default(column.default), *_read_server_default(column)]
    texts = map(str, chain.from_iterable(map(dict.values, defaults)))
    has_list = any(map(LIST_START.match, texts))
    return list[str] if is_json and has_list else None


def _list_defaults(
    cls: Any,
    name: str,
    column: Any,
) -> Iterator[Default]:
    """Yield the defaults that are declared for the attribute, the strongest first."""
    fields = dataclasses.fields(cls) if dataclasses.is_dataclass(cls) else ()
    for field in fields:
        if field.name == name:
            yield from _read_dataclass_default(field)
    yield from _read_column_default(column.default)
    yield from _read_server_default(column)


def _read_dataclass_default(field: Any) -> Iterator[Default]:
    """Yield the default of a field of a dataclass; SQLAlchemy marks its own with a constant."""
    if field.default_factory is not dataclasses.MISSING:
        yield {"default_factory": field.default_factory}
    module = type(field.default).__module__
    is_constant = field.default is not dataclasses.MISSING and field.default is not None
    if is_constant and not module.startswith("sqlalchemy."):
        yield {"default": field.default}


def _read_column_default(default: Any) -> Iterator[Default]:
    """Yield the default of a column, unless SQL computes it."""
    if default is None:
        return
    if default.is_scalar:
        yield {"default": default.arg}
    elif default.is_callable:
        function = _find_factory(default.arg)
        if function is not None:
            yield {"default_factory": function}


def _find_factory(function: Any) -> Callable[[], Any] | None:
    """Return the function of a default without the wrapper that SQLAlchemy puts around it.

    Return None if it has no wrapper, since it then needs the context of the insert.
    """
    original = getattr(function, "__wrapped__", None)
    return original if callable(original) else None


def _read_server_default(column: Any) -> Iterator[Default]:
    """Yield the constant that the database puts into *column*, if it is a constant."""
    argument = getattr(column.server_default, "arg", None)
    if argument is None:
        return
    if isinstance(argument, str):
        yield {"default": argument}
        return
    text = str(argument).strip()
    quoted = SQL_TEXT.fullmatch(text)
    if quoted:
        yield {"default": quoted[1].replace("''", "'")}
    elif SQL_WORD.fullmatch(text):
        yield {"default": text}


def convert_default(value: Any, annotation: Any) -> Any:
    """Return *value* as a value of *annotation*, or what validation raised.

    An enum accepts the name of a member, as SQLAlchemy does.
    """
    members = getattr(annotation, "__members__", {})
    if isinstance(value, str) and value in members:
        return members[value]
    return attempt(partial(_validate, annotation, value))


def _validate(annotation: Any, value: Any) -> Any:
    """Return *value* after validation by a model with one field of *annotation*."""
    from pydantic import ConfigDict, create_model

    config = ConfigDict(arbitrary_types_allowed=True)
    model = create_model(
        "Trial",
        __config__=config,
        value=(annotation, ...),
    )
    result = attempt(partial(model, value=value))
    if isinstance(result, Raised):
        result = attempt(partial(model.model_validate_json, b'{"value":%b}' % str(value).encode()))
    if isinstance(result, Raised):
        raise result.error
    return result.value  # type: ignore[attr-defined]
