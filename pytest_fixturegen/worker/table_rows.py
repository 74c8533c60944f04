"""Rows of Parquet and Arrow files, read by their places, and compared with rows made again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

import pyarrow as pa

from pytest_fixturegen.worker.drift import describe_line


def find_other_row(
    file: IO[bytes],
    form: str,
    rows: range,
    made: bytes,
) -> str:
    """Return the first difference of *rows* of the table in *file*; empty without one.

    *form* is that of the file and of *made*, a file with these rows alone: parquet or arrow.
    """
    expected = read_rows(BytesIO(made), form, range(len(rows)))
    try:
        found = read_rows(file, form, rows)
    except (pa.ArrowException, OSError) as error:
        reason = str(error).partition("\n")[0]
        return f"it cannot be read as {form}: {reason}"
    return find_difference(found, expected, rows.start)


def read_rows(file: IO[bytes], form: str, rows: range) -> pa.Table:
    """Return the *rows* of a table in *file*, which is of *form*: parquet or arrow.

    Parts of the file without any of them are not read. Raise ArrowException or OSError if the file
    has another form.
    """
    parts = _iter_parquet_parts if form == "parquet" else _iter_arrow_parts
    return pa.concat_tables(list(parts(file, rows))).combine_chunks()


def _iter_parquet_parts(file: IO[bytes], rows: range) -> Iterator[pa.Table]:
    """Yield the part of *rows* in each row group, and an empty table of the same columns."""
    import pyarrow.parquet as pq

    source = pq.ParquetFile(file)
    yield source.schema_arrow.empty_table()
    first = 0
    for number in range(source.num_row_groups):
        count = source.metadata.row_group(number).num_rows
        if part := _find_part(range(first, first + count), rows):
            yield source.read_row_group(number, use_threads=False).slice(part.start, len(part))
        first += count


def _iter_arrow_parts(file: IO[bytes], rows: range) -> Iterator[pa.Table]:
    """Yield the part of *rows* in each record batch, and an empty table of the same columns."""
    source = pa.ipc.open_file(file)
    yield source.schema.empty_table()
    first = 0
    for number in range(source.num_record_batches):
        batch = source.get_batch(number)
        part = _find_part(range(first, first + batch.num_rows), rows)
        if part:
            yield pa.Table.from_batches([batch.slice(part.start, len(part))])
        first += batch.num_rows
        if first >= rows.stop:
            return


def _find_part(group: range, rows: range) -> range:
    """Return the places of *rows* within *group*, both of which are places in a file."""
    start, stop = max(group.start, rows.start), min(group.stop, rows.stop)
    return range(start - group.start, stop - group.start)


def find_difference(found: pa.Table, made: pa.Table, first: int) -> str:
    """Return the first difference between the rows *found* and *made*, or "" if they are equal.

    The names and types of columns are compared first, since a difference there explains others.
    *first* is the index of the first row in its file.
    """
    if found.equals(made):
        return ""
    types = [_list_types(table.schema) for table in (found, made)]
    if types[0] != types[1]:
        return _describe_columns(*types)
    texts = [list(map(_format_row, table.to_pylist())) for table in (found, made)]
    for number, expected in enumerate(texts[1]):
        actual = texts[0][number] if number < len(texts[0]) else None
        if actual != expected:
            return describe_line(first + number + 1, actual, expected, "row")
    nullable = [[field.name for field in table.schema if field.nullable] for table in (found, made)]
    if nullable[0] != nullable[1]:
        shown = [", ".join(names) or "none" for names in nullable]
        return f"columns that may be null are {shown[0]}, expected {shown[1]}"
    return ""


def _list_types(schema: pa.Schema) -> dict[str, str]:
    """Return the type of each column."""
    return {field.name: str(field.type) for field in schema}


def _describe_columns(found: dict[str, str], made: dict[str, str]) -> str:
    """Return which column differs, by the type of each column."""
    for name in dict.fromkeys([*made, *found]):
        shown = [
            f"of type {types[name]}" if name in types else "missing" for types in (found, made)
        ]
        if shown[0] != shown[1]:
            return f"column {name} is {shown[0]}, expected {shown[1]}"
    return ""


def _format_row(row: dict[str, Any]) -> str:
    """Return a row as JSON."""
    return json.dumps(row, default=str)
