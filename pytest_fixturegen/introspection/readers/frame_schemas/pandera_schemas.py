"""Schemas of pandera, for pandas and for Polars, as targets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, Optional

import pyarrow as pa

from pytest_fixturegen.introspection.readers.frame_schemas import arrow_schemas
from pytest_fixturegen.introspection.readers.frame_schemas.checks import apply_checks
from pytest_fixturegen.introspection.readers.frame_schemas.frame_schema import (
    TableSchema,
    find_frame_name,
)


def read_schema(target: Any) -> TableSchema:
    """Return the columns of *target*, a DataFrameModel or a DataFrameSchema."""
    build_schema = getattr(
        target,
        "to_schema",
        None,
    )
    schema = target if build_schema is None else build_schema()
    is_polars = type(schema).__module__.startswith("pandera.api.polars")
    build = _build_polars_schema if is_polars else _build_pandas_schema
    nullable = {name: bool(column.nullable) for name, column in schema.columns.items()}
    arrow = pa.schema([field.with_nullable(nullable[field.name]) for field in build(schema)])
    columns, is_open = {}, bool(schema.checks)
    for field in arrow:
        column = schema.columns[field.name]
        plain = arrow_schemas.read_type(field.type, field.name)
        annotation, has_own = apply_checks(plain, column.checks)
        columns[field.name] = Optional[annotation] if field.nullable else annotation  # noqa: UP045
        is_open = is_open or has_own
    convert = _to_polars if is_polars else _to_pandas
    return TableSchema(
        find_frame_name(target),
        columns,
        arrow,
        tuple(_list_unique_groups(schema)),
        partial(
            _check,
            schema,
            convert,
        ),
        is_open,
    )


def _list_unique_groups(schema: Any) -> Iterator[tuple[str, ...]]:
    """Yield the columns that are unique, alone or together."""
    for name, column in schema.columns.items():
        if column.unique:
            yield (name,)
    if schema.unique:
        yield tuple([schema.unique] if isinstance(schema.unique, str) else schema.unique)


def _check(
    schema: Any,
    convert: Any,
    table: Any,
) -> None:
    """Raise what pandera raises if it refuses *table*."""
    schema.validate(convert(schema, table), lazy=True)


def _build_polars_schema(schema: Any) -> Any:
    """Return the Arrow schema of the columns of Polars."""
    import polars as pl

    types = {
        name: column.dtype.type if column.dtype else pl.String
        for name, column in schema.columns.items()
    }
    return pl.DataFrame(schema=types).to_arrow(compat_level=pl.CompatLevel.oldest()).schema


def _to_polars(schema: Any, table: Any) -> Any:
    import polars as pl

    types = {name: column.dtype.type for name, column in schema.columns.items() if column.dtype}
    frame = pl.DataFrame(pl.from_arrow(table))
    return frame.cast({name: dtype for name, dtype in types.items() if name in frame.columns})


def _build_pandas_schema(schema: Any) -> Any:
    """Return the Arrow schema of the columns of pandas."""
    import pandas as pd

    columns = {
        name: pd.Series([], dtype=_get_dtype(column)) for name, column in schema.columns.items()
    }
    arrow = pa.Schema.from_pandas(pd.DataFrame(columns), preserve_index=False)
    # An empty column of objects says nothing; pandas has texts in them.
    fields = [
        pa.field(field.name, pa.string()) if pa.types.is_null(field.type) else field
        for field in arrow
    ]
    return pa.schema(fields)


def _get_dtype(column: Any) -> Any:
    """Return the type that pandas has for *column*; texts if the column has none."""
    import pandas as pd

    if column.dtype is None:
        return object
    dtype = getattr(
        column.dtype,
        "type",
        column.dtype,
    )
    return object if dtype is str else pd.api.types.pandas_dtype(dtype)


def _to_pandas(schema: Any, table: Any) -> Any:
    """Return *table* with the types that pandera expects."""
    frame = table.to_pandas()
    types = {
        name: getattr(
            column.dtype,
            "type",
            column.dtype,
        )
        for name, column in schema.columns.items()
        if column.dtype is not None and name in frame
    }
    return frame.astype(types)
