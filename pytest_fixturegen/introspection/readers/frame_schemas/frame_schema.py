"""Common parts of data frame schemas: columns, and the library that validates a table."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Any

from typing_extensions import TypedDict

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import summarize_message
from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.errors import MappingError, UsageError
from pytest_fixturegen.introspection.shapes import CheckedShape, TypeReading

READERS = {
    "pyarrow": "arrow_schemas",
    "pandera": "pandera_schemas",
    "dataframely": "dataframely_schemas",
}
"""The module that reads the schemas of each library."""

SCHEMA_CLASSES = ("DataFrameModel", "DataFrameSchema", "Schema")


@dataclass(frozen=True, slots=True)
class TableSchema:
    """The columns of a data frame.

    *columns* are the types of the values by name, as annotations. *arrow* is the Arrow schema.
    *unique_groups* are the names of columns that are unique, alone or together. ``check(table)``
    raises if the library does not accept a ``pyarrow.Table``; if the schema *has_own_checks*, only
    the library knows which rows are valid.
    """

    name: str
    columns: Mapping[str, Any]
    arrow: Any
    unique_groups: tuple[tuple[str, ...], ...] = ()
    check: Callable[[Any], None] = lambda table: None
    has_own_checks: bool = False


def find_library(target: Any) -> str:
    """Return the library of the schema *target*, or "" if it is not a data frame schema."""
    cls = target if isinstance(target, type) else type(target)
    for base in cls.__mro__:
        library = base.__module__.split(".", 1)[0]
        if library in READERS and base.__name__ in SCHEMA_CLASSES:
            return "" if base is target else library
    return ""


def read_frame_schema(target: Any) -> TableSchema:
    """Return the columns of *target*, a schema of one of the libraries.

    Raise MappingError if a column has a type that cannot be drawn.
    """
    reader = import_module(f"{__package__}.{READERS[find_library(target)]}")
    try:
        schema: TableSchema = reader.read_schema(target)
    except ImportError as error:
        raise UsageError(
            f"The schema needs {error.name}.", hint="pip install 'pytest-fixturegen[dataset]'"
        ) from error
    return schema


def find_frame_name(target: Any) -> str:
    """Return the name of the records of *target*."""
    name = getattr(target, "__name__", None) or getattr(target, "name", None)
    metadata = getattr(target, "metadata", None)
    if not name and isinstance(metadata, Mapping):
        name = metadata.get(b"pfg.model", b"").decode()
    return str(name or "Row")


def build_row_type(schema: TableSchema) -> Any:
    """Return a TypedDict of the columns."""
    return TypedDict(schema.name, dict(schema.columns))  # type: ignore[operator]


def build_frame_reading(
    schema: TableSchema, read_type: Callable[[Any], TypeReading]
) -> TypeReading:
    """Return the reading of the rows of *schema*, which are mappings."""
    reading = dataclasses.replace(read_type(build_row_type(schema)), name=schema.name)
    if not schema.has_own_checks:
        return reading
    return dataclasses.replace(
        reading,
        shape=CheckedShape(reading.shape, "checks"),
        validate=partial(_validate_row, schema, reading.validate),
        validate_json=partial(_validate_row, schema, reading.validate_json),
        read_json=partial(_validate_row, schema, reading.read_json),
        user_code=reading.user_code | {"validation"},
    )


def _validate_row(
    schema: TableSchema,
    validate: Callable[[Any], Any],
    row: Any,
) -> Any:
    """Return the valid *row*; raise ValueError with the reason of the library if it refuses it."""
    valid = validate(row)
    check_rows(schema, [valid])
    return valid


def check_rows(schema: TableSchema, rows: list[Any]) -> None:
    """Raise ValueError with the reason of the library if it refuses *rows*."""
    import pyarrow as pa

    table = pa.Table.from_pylist(rows, schema.arrow)
    refusal = _find_refusal(schema, table)
    if refusal is not None:
        raise ValueError(summarize_message(str(refusal), 3)) from refusal


def _find_refusal(schema: TableSchema, table: Any) -> Exception | None:
    """Return the error that refuses *table*; None if the library accepts it."""
    result = attempt(partial(schema.check, table))
    return result.error if isinstance(result, Raised) else None


def check_table(schema: TableSchema, table: Any) -> None:
    """Raise MappingError if the library refuses *table*, whose rows are valid as far as we know."""
    refusal = _find_refusal(schema, table)
    if refusal is not None:
        reason = summarize_message(str(refusal), 3)
        raise MappingError(
            f"{schema.name}: the schema refuses the table: {reason}",
            hint="Checks of whole columns, such as of their mean, cannot be satisfied.",
            model=schema.name,
        ) from refusal
