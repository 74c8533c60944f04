"""Which classes are mapped to tables, and which columns their rows have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.readers.django_models.dispatch import use_for_django
from pytest_fixturegen.introspection.readers.django_models.models import (
    is_django_model,
    list_model_fields,
)


@dataclass(frozen=True, slots=True)
class TableField:
    """An attribute of a mapped class, and its columns: several if tables of a hierarchy share it.

    *column* is the one in the table of the class itself.
    """

    name: str
    columns: tuple[Any, ...]

    @property
    def column(self) -> Any:
        """The column in the table of the class that declares the attribute last."""
        return self.columns[0]


def is_table(value: Any) -> bool:
    """Return whether *value* is a class that is mapped to a table, in whichever style.

    A class whose base is mapped is not, unless it is mapped itself. Nor is a class that is mapped
    to a query, or one that only its subclasses have rows of.
    """
    return is_mapped(value) or is_django_model(value)


def is_mapped(value: Any) -> bool:
    """Return whether *value* is a class that SQLAlchemy maps to a table."""
    mapper: Any = getattr(value, "__mapper__", None)
    if not isinstance(value, type) or getattr(mapper, "class_", None) is not value:
        return False
    has_own_table = hasattr(mapper.local_table, "fullname")
    return has_own_table and not getattr(mapper, "polymorphic_abstract", False)


def is_plain_table(value: Any) -> bool:
    """Return whether *value* is a class that is mapped to a table, and not a Pydantic model."""
    return is_table(value) and not hasattr(value, "__pydantic_core_schema__")


def _list_django_fields(cls: Any) -> Iterator[TableField]:
    """Yield the attributes of *cls*, a model of Django, that hold values of its fields."""
    for field in list_model_fields(cls):
        yield TableField(field.attname, (field,))


@use_for_django(_list_django_fields)
def list_fields(cls: Any) -> Iterator[TableField]:
    """Yield the attributes of *cls* that hold values which an insert may set.

    SQL expressions (``column_property``) and columns that the database computes are left out.
    """
    for attribute in cls.__mapper__.column_attrs:
        if all(map(_is_settable, attribute.columns)):
            yield TableField(attribute.key, tuple(attribute.columns))


def list_columns(cls: Any) -> Iterator[tuple[str, Any]]:
    """Yield the attribute name and the column of each column of *cls*."""
    for field in list_fields(cls):
        yield field.name, field.column


def map_columns(cls: Any) -> dict[Any, str]:
    """Return the attributes of *cls* by the columns that they hold, of all its tables."""
    return {column: field.name for field in list_fields(cls) for column in field.columns}


def _is_settable(column: Any) -> bool:
    """Return whether an insert may set *column*.

    It may not if this is an expression, or if SQLAlchemy or the database alone fill the column.
    """
    is_column = hasattr(column, "autoincrement")
    if not is_column or column.computed is not None or column.system:
        return False
    return not getattr(column.default, "is_sentinel", False)


def list_tables(cls: Any) -> list[Any]:
    """Return the tables that a row of *cls* goes to, the one of the base class first."""
    mapper = cls.__mapper__
    return [mapper.local_table] if mapper.concrete else list(mapper.tables)
