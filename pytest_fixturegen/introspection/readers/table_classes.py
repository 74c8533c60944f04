"""Classes that are mapped to database tables: types, keys and names of their columns.

A class of SQLModel is a Pydantic model as well. A class of SQLAlchemy alone is not: a Pydantic
model with a field for each column is its stand-in.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, Literal

from pytest_fixturegen.introspection.shapes import TypeReading


def is_table(value: Any) -> bool:
    """Return whether *value* is a class that is mapped to a table."""
    return isinstance(value, type) and hasattr(value, "__table__") and hasattr(value, "__mapper__")


def is_plain_table(value: Any) -> bool:
    """Return whether *value* is a class that is mapped to a table, and not a Pydantic model."""
    return is_table(value) and not hasattr(value, "__pydantic_core_schema__")


def list_columns(cls: Any) -> Iterator[tuple[str, Any]]:
    """Yield the attribute name and the column of each column of *cls*."""
    for attribute in cls.__mapper__.column_attrs:
        yield attribute.key, attribute.columns[0]


def describe_table(cls: Any) -> dict[str, Any]:
    """Return the description of a table for persistence handlers; empty if *cls* has no table.

    It holds the name of the table, its columns by field, and the labels of enum members.
    """
    if not is_table(cls):
        return {}
    columns = dict(list_columns(cls))
    labels = {name: _list_labels(column.type) for name, column in columns.items()}
    return {
        "name": cls.__table__.fullname,
        "columns": {name: column.name for name, column in columns.items()},
        "labels": {name: field_labels for name, field_labels in labels.items() if field_labels},
    }


def to_readable_type(annotation: Any) -> Any:
    """Return *annotation*, or the Pydantic stand-in of a class of SQLAlchemy."""
    return build_table_model(annotation) if is_plain_table(annotation) else annotation


@lru_cache(maxsize=1024)
def build_table_model(cls: Any) -> Any:
    """Return a Pydantic model with a field for each column of *cls*."""
    from pydantic import create_model

    fields: dict[str, Any] = {name: _build_field(column) for name, column in list_columns(cls)}
    model = create_model(cls.__name__, __module__=cls.__module__, **fields)
    model.__qualname__ = cls.__qualname__
    return model


def _build_field(column: Any) -> tuple[Any, Any]:
    """Return the annotation and the ``Field`` of *column*."""
    from pydantic import Field

    annotation = _get_annotation(column.type)
    limits = _list_limits(column.type)
    if column.nullable and not column.primary_key:
        return annotation | None, Field(default=None, **limits)
    return annotation, Field(**limits)


def build_table_reading(cls: Any, stand_in_reading: TypeReading) -> TypeReading:
    """Return the reading of *cls*, which validates and writes instances through its stand-in."""

    def validate(value: Any) -> Any:
        """Return *value* if it is an instance already, else one of its validated columns."""
        if isinstance(value, cls):
            return value
        return cls(**dict(stand_in_reading.validate(value)))

    def read_json(text: bytes) -> Any:
        """Return the instance that *text* describes."""
        return cls(**dict(stand_in_reading.read_json(text)))

    def build_dump(dump: Any) -> Any:
        """Return *dump* for instances of the table, whose columns the stand-in validates first."""

        def dump_instance(value: Any, **options: Any) -> Any:
            values = {name: getattr(value, name) for name, _ in list_columns(cls)}
            return dump(stand_in_reading.validate(values), **options)

        return dump_instance

    return replace(
        stand_in_reading,
        validate=validate,
        read_json=read_json,
        dump_json=build_dump(stand_in_reading.dump_json),
        dump_round_trip=build_dump(stand_in_reading.dump_round_trip),
        dump_by_name=build_dump(stand_in_reading.dump_by_name),
        dump_python=build_dump(stand_in_reading.dump_python),
        user_code=frozenset(["validation"]),  # the constructor and validators of the class
    )


def _get_annotation(column_type: Any) -> Any:
    """Return the type hint of a column, a Literal for an enum of texts; Any if it is unknown."""
    members = getattr(column_type, "enums", None)
    if members and getattr(column_type, "enum_class", None) is None:
        return Literal[tuple(members)]
    try:
        return column_type.python_type
    except NotImplementedError:
        return Any


def _list_limits(column_type: Any) -> dict[str, Any]:
    """Return the arguments of ``Field`` that limit the values of a column."""
    if getattr(column_type, "enums", None):
        return {}
    names = {"length": "max_length", "precision": "max_digits", "scale": "decimal_places"}
    limits = {limit: getattr(column_type, name, None) for name, limit in names.items()}
    return {limit: value for limit, value in limits.items() if isinstance(value, int)}


def _list_labels(column_type: Any) -> dict[str, str]:
    """Return the label of each enum member in the database by its value, if the two differ."""
    enum_class = getattr(column_type, "enum_class", None)
    if not (isinstance(enum_class, type) and issubclass(enum_class, enum.Enum)):
        return {}
    members = list(enum_class)
    if column_type.values_callable:
        labels = column_type.values_callable(enum_class)
    else:
        labels = [member.name for member in members]
    values = [str(member.value) for member in members]
    pairs = zip(values, labels, strict=True)
    return {value: label for value, label in pairs if value != label}
