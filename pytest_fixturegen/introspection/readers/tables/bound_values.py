"""Values as a TypeDecorator stores them, for handlers that insert rows without its code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen._internal.user_code import call_or_default, translate_user_errors
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.introspection.readers.django_models.bound_values import bind_model_lines
from pytest_fixturegen.introspection.readers.django_models.dispatch import use_for_django
from pytest_fixturegen.introspection.readers.tables.decorated_types import (
    bind_value,
    has_bind_code,
    is_decorator,
)
from pytest_fixturegen.introspection.readers.tables.mapped_classes import (
    is_plain_table,
    list_columns,
)
from pytest_fixturegen.introspection.readers.tables.stand_ins import build_stand_in


@use_for_django(bind_model_lines)
def bind_lines(
    cls: Any,
    lines: Iterable[bytes],
    url: str,
) -> Iterator[bytes]:
    """Yield *lines*, the JSON of records of *cls*, with the values that its decorators store.

    *url* is that of the database, as far as it is known; its beginning names the dialect.
    """
    types = _list_decorators(cls)
    if not types:
        yield from lines
        return
    dialect = call_or_default(partial(_load_dialect, url), None)
    model = build_stand_in(cls)
    for line in lines:
        values = model.read_values(model.model.model_validate_json(line))
        record = loads(line)
        for name, column_type in types.items():
            bind = partial(bind_value, column_type, values[name], dialect)
            record[name] = _bind(cls, name, bind)
        yield dumps(record)


def _list_decorators(cls: Any) -> dict[str, Any]:
    """Return the column types that run user code by attribute; empty unless *cls* is plain."""
    if not is_plain_table(cls):
        return {}
    columns = call_or_default(
        lambda: dict(list_columns(cls)),
        {},
    )
    types = {name: column.type for name, column in columns.items()}
    return {
        name: each for name, each in types.items() if is_decorator(each) and has_bind_code(each)
    }


def _load_dialect(url: str) -> Any:
    """Return the dialect of the database at *url*. SQLAlchemy raises if it is unknown."""
    from sqlalchemy.dialects import registry

    return registry.load(url.partition(":")[0].partition("+")[0])()


def _bind(
    cls: Any,
    name: str,
    bind: Callable[[], Any],
) -> Any:
    """Return the result of *bind* for the attribute *name*, converted to JSON values.

    Raise MappingError if it raises, or if its result has no JSON.
    """
    from pydantic_core import to_jsonable_python

    def build_error(error: Exception) -> MappingError:
        return MappingError(
            f"{cls.__name__}.{name} cannot be stored: {error}",
            hint="Override the field, or leave the model out with --exclude.",
            model=cls.__name__,
            path=name,
        )

    with translate_user_errors(build_error):
        return to_jsonable_python(bind())
