"""Classes that are mapped to database tables, as the rest of the package sees them.

A class of SQLModel is a Pydantic model as well. A class of SQLAlchemy alone is not: a Pydantic
model with a field for each column is its stand-in.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen.introspection.readers.tables.instances import has_own_code
from pytest_fixturegen.introspection.readers.tables.mapped_classes import (
    is_plain_table,
    is_table,
    list_columns,
)
from pytest_fixturegen.introspection.shapes import CheckedShape, ModelShape, Shape, TypeReading

if TYPE_CHECKING:
    from pytest_fixturegen.introspection.readers.tables.description import describe_table
    from pytest_fixturegen.introspection.readers.tables.inheritance import find_share
    from pytest_fixturegen.introspection.readers.tables.pydantic_tables import add_column_rules
    from pytest_fixturegen.introspection.readers.tables.shape_rules import (
        change_root,
        rename_fields,
    )
    from pytest_fixturegen.introspection.readers.tables.stand_ins import build_rows, build_stand_in
else:
    build_rows, build_stand_in = import_on_call(
        "pytest_fixturegen.introspection.readers.tables.stand_ins", "build_rows", "build_stand_in"
    )
    (describe_table,) = import_on_call(
        "pytest_fixturegen.introspection.readers.tables.description", "describe_table"
    )
    (find_share,) = import_on_call(
        "pytest_fixturegen.introspection.readers.tables.inheritance", "find_share"
    )
    (add_column_rules,) = import_on_call(
        "pytest_fixturegen.introspection.readers.tables.pydantic_tables", "add_column_rules"
    )
    change_root, rename_fields = import_on_call(
        "pytest_fixturegen.introspection.readers.tables.shape_rules", "change_root", "rename_fields"
    )

__all__ = [
    "add_table_rules",
    "build_table_model",
    "build_table_reading",
    "describe_table",
    "is_plain_table",
    "is_table",
    "list_columns",
    "to_readable_type",
]


def to_readable_type(annotation: Any) -> Any:
    """Return *annotation*, or the Pydantic stand-in of a class of SQLAlchemy."""
    return build_table_model(annotation) if is_plain_table(annotation) else annotation


def build_table_model(cls: Any) -> Any:
    """Return a Pydantic model with a field for each column of *cls*."""
    return build_stand_in(cls).model


def build_table_reading(cls: Any, stand_in_reading: TypeReading) -> TypeReading:
    """Return the reading of *cls*, which validates and writes instances through its stand-in."""
    stand_in = build_stand_in(cls)
    reading = change_root(stand_in_reading, partial(_name_fields, cls))

    def build_dump(dump: Any) -> Any:
        """Return *dump* for instances of the table, whose columns the stand-in validates first."""

        def dump_instance(value: Any, **options: Any) -> Any:
            values = {name: getattr(value, name) for name in stand_in.names}
            return dump(stand_in_reading.validate(values), **options)

        return dump_instance

    return replace(
        reading,
        validate=build_rows(cls, stand_in_reading.validate),
        validate_json=build_rows(cls, stand_in_reading.validate_json),
        read_json=build_rows(cls, stand_in_reading.read_json),
        dump_json=build_dump(stand_in_reading.dump_json),
        dump_round_trip=build_dump(stand_in_reading.dump_round_trip),
        dump_by_name=build_dump(stand_in_reading.dump_round_trip),
        dump_python=build_dump(stand_in_reading.dump_python),
        user_code=frozenset(["validation"]),  # the constructor and validators of the class
    )


def add_table_rules(cls: Any, reading: TypeReading) -> TypeReading:
    """Return *reading*, of any type, with what the columns say if *cls* is a table of SQLModel."""
    return change_root(reading, partial(add_column_rules, cls)) if is_table(cls) else reading


def _name_fields(cls: Any, model: ModelShape) -> Shape:
    """Return *model* with the names of the attributes, checked if code of the user judges rows."""
    named = replace(rename_fields(model, build_stand_in(cls).names), share=find_share(cls))
    return CheckedShape(named, "the table's own code") if has_own_code(cls) else named
