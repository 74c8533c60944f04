"""Classes that are mapped to tables of a database: what their columns say of types, keys and names.

A class of SQLModel is a Pydantic model beside that. A class of SQLAlchemy alone is none: a model with its columns as
fields stands in for it.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, Literal

from pytest_fixturegen.introspection.shapes import TypeReading


def is_table(thing: Any) -> bool:
    """Whether *thing* is a class that is mapped to a table."""
    return isinstance(thing, type) and hasattr(thing, "__table__") and hasattr(thing, "__mapper__")


def is_plain_table(thing: Any) -> bool:
    """Whether *thing* is such a class, and no Pydantic model."""
    return is_table(thing) and not hasattr(thing, "__pydantic_core_schema__")


def list_columns(cls: Any) -> Iterator[tuple[str, Any]]:
    """The columns of the class *cls*, by the name of the attribute."""
    for attribute in cls.__mapper__.column_attrs:
        yield attribute.key, attribute.columns[0]


def describe_table(cls: Any) -> dict[str, Any]:
    """What a handler is told of the table of *cls*: its name, columns by field, and what it calls members of enums.

    Empty for a class that has no table.
    """
    if not is_table(cls):
        return {}
    told = dict(list_columns(cls))
    labels = {name: _list_labels(column.type) for name, column in told.items()}
    return {
        "name": cls.__table__.fullname,
        "columns": {name: column.name for name, column in told.items()},
        "labels": {name: found for name, found in labels.items() if found},
    }


def to_readable_type(annotation: Any) -> Any:
    """*annotation*, or the Pydantic model that stands in for it."""
    return build_table_model(annotation) if is_plain_table(annotation) else annotation


@lru_cache(maxsize=1024)
def build_table_model(cls: Any) -> Any:
    """A Pydantic model with the columns of *cls* as fields."""
    from pydantic import Field, create_model

    fields: dict[str, Any] = {}
    for name, column in list_columns(cls):
        annotation = _get_annotation(column.type)
        limits = (
            Field(**_list_limits(column.type))
            if annotation in (str, bytes) or _list_limits(column.type)
            else Field()
        )
        if column.nullable and not column.primary_key:
            annotation, limits.default = annotation | None, None
        fields[name] = (annotation, limits)
    made = create_model(cls.__name__, __module__=cls.__module__, **fields)
    made.__qualname__ = cls.__qualname__
    return made


def build_table_reading(cls: Any, stand_in_reading: TypeReading) -> TypeReading:
    """The reading of *cls*, whose instances are made and written by way of its *stand*-in."""

    def validate(value: Any) -> Any:
        return value if isinstance(value, cls) else cls(**dict(stand_in_reading.validate(value)))

    def build_dump(dump: Any) -> Any:
        return lambda value: dump(
            stand_in_reading.validate({name: getattr(value, name) for name, _ in list_columns(cls)})
        )

    return replace(
        stand_in_reading,
        validate=validate,
        dump_json=build_dump(stand_in_reading.dump_json),
        dump_round_trip=build_dump(stand_in_reading.dump_round_trip),
        dump_by_name=build_dump(stand_in_reading.dump_by_name),
    )


def _get_annotation(kind: Any) -> Any:
    members = getattr(kind, "enums", None)
    if members and getattr(kind, "enum_class", None) is None:
        return Literal[tuple(members)]
    try:
        return kind.python_type
    except NotImplementedError:
        return Any


def _list_limits(kind: Any) -> dict[str, Any]:
    """What Pydantic is to check of a column of *kind*."""
    names = {"length": "max_length", "precision": "max_digits", "scale": "decimal_places"}
    if getattr(kind, "enums", None):
        return {}
    limits = {limit: getattr(kind, name, None) for name, limit in names.items()}
    return {limit: value for limit, value in limits.items() if isinstance(value, int)}


def _list_labels(kind: Any) -> dict[str, str]:
    """What the database calls each member of an enum, by its value, where that differs."""
    members = getattr(kind, "enum_class", None)
    if not (isinstance(members, type) and issubclass(members, enum.Enum)):
        return {}
    shown = (
        kind.values_callable(members)
        if kind.values_callable
        else [member.name for member in members]
    )
    return {
        str(member.value): label
        for member, label in zip(members, shown, strict=True)
        if str(member.value) != label
    }
