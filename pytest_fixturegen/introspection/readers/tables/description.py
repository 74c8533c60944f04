"""Descriptions of tables for persistence handlers, which import no class of the user."""

from __future__ import annotations

import enum
from functools import partial
from typing import Any

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.readers.django_models.description import describe_model_tables
from pytest_fixturegen.introspection.readers.django_models.dispatch import use_for_django
from pytest_fixturegen.introspection.readers.tables.mapped_classes import (
    is_table,
    list_tables,
    map_columns,
)


@use_for_django(describe_model_tables)
def describe_table(cls: Any) -> dict[str, Any]:
    """Return the description of a table for persistence handlers; empty if *cls* has no table.

    It holds the name of the table, its columns by field, and the labels of enum members. If a row
    of *cls* goes to several tables, *bases* describes those that come before, the first one first.
    """
    if not is_table(cls):
        return {}
    # SQLAlchemy raises if it cannot configure the class, which its reading then reports.
    fields: dict[Any, str] = call_or_default(
        partial(map_columns, cls),
        {},
    )
    *bases, own = [_describe_columns(table, fields) for table in list_tables(cls)]
    return {**own, "bases": bases} if bases else own


def _describe_columns(table: Any, fields: dict[Any, str]) -> dict[str, Any]:
    """Return the description of one table; *fields* are the attributes by column."""
    columns = {name: column for column, name in fields.items() if column.table is table}
    labels = {name: _list_labels(column.type) for name, column in columns.items()}
    return {
        "name": table.fullname,
        "columns": {name: column.name for name, column in columns.items()},
        "labels": {name: field_labels for name, field_labels in labels.items() if field_labels},
    }


def _list_labels(column_type: Any) -> dict[str, str]:
    """Return the label of each enum member in the database by its value, if the two differ.

    The items of an array have labels, too.
    """
    column_type = getattr(column_type, "item_type", column_type)
    enum_class = getattr(column_type, "enum_class", None)
    if not (isinstance(enum_class, type) and issubclass(enum_class, enum.Enum)):
        return {}
    members = list(enum_class)
    if column_type.values_callable:
        labels = column_type.values_callable(enum_class)
    else:
        labels = [member.name for member in members]
    values = [str(member.value) for member in members]
    pairs = zip(values, labels, strict=False)
    return {value: label for value, label in pairs if value != label}
