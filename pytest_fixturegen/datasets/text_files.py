"""Bytes of CSV files and of SQL scripts, made from the JSON of records: they need no pyarrow."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.shapes import ModelField, ModelShape, Scalar, TypeReading

VALUE_COLUMN = "value"
"""The column of a type that is not a record."""

QUOTED_CELL = re.compile(r'[",\r\n]|^\s|\s$')
"""Texts that CSV has in quotes [RFC 4180]; so is an empty one, since nothing at all is null."""

MAX_STATEMENT_ROWS = 1000
"""The most rows of one INSERT: SQL Server takes no more."""

TEXT_COMPRESSIONS = ("auto", "none", "gzip")

GZIP_WINDOW = 31
"""Tells zlib to write the header of gzip, which has no time."""


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column: its *name*, the *keys* that JSON may have for it, and the *kind* of its values."""

    name: str
    keys: tuple[str, ...]
    kind: str = ""


def list_columns(reading: TypeReading) -> tuple[TextColumn, ...]:
    """Return the columns of the type of *reading*; one if it is not a record."""
    shape = unwrap_shape(reading.shape, reading.refs)
    if not isinstance(shape, ModelShape) or not shape.fields:
        return (TextColumn(VALUE_COLUMN, ()),)
    columns = [
        _read_column(field, reading)
        for field in (*shape.fields, *shape.computed_fields)
        if field.json_key is not None
    ]
    return tuple({column.name: column for column in columns}.values())


def _read_column(field: ModelField, reading: TypeReading) -> TextColumn:
    """Return the column of *field*. JSON has the keys that the model reads if it takes no other."""
    inner = unwrap_shape(field.shape, reading.refs)
    read_keys = (str(field.key[0]),) if len(field.key) == 1 else ()
    keys = (str(field.json_key), *read_keys, field.name)
    kind = inner.kind if isinstance(inner, Scalar) else ""
    return TextColumn(
        str(field.json_key),
        tuple(dict.fromkeys(keys)),
        kind,
    )


def rename_columns(
    columns: Sequence[TextColumn], names: Mapping[str, str]
) -> tuple[TextColumn, ...]:
    """Return *columns* with the *names* that the table of a database gives to their fields."""
    return tuple(replace(column, name=names.get(column.name, column.name)) for column in columns)


def read_rows(lines: Iterable[bytes], columns: Sequence[TextColumn]) -> Iterator[list[Any]]:
    """Yield the values of *columns* in *lines*, the JSON of a record each."""
    for line in lines:
        record = loads(line)
        if not columns[0].keys:
            yield [record]
            continue
        yield [_find_value(record, column) for column in columns]


def _find_value(record: Mapping[str, Any], column: TextColumn) -> Any:
    """Return the value of *column*; None if the record lacks it."""
    for key in column.keys:
        if key in record:
            return record[key]
    return None


def write_csv(rows: Iterable[Sequence[Any]], columns: Sequence[TextColumn]) -> Iterator[bytes]:
    """Yield a line with the names of *columns*, and one for each of *rows*."""
    yield _format_line([column.name for column in columns])
    for row in rows:
        yield _format_line(row)


def _format_line(values: Sequence[Any]) -> bytes:
    return (",".join(map(_format_cell, values)) + "\n").encode("utf-8", "surrogatepass")


def _format_cell(value: Any) -> str:
    """Return the cell of *value*: texts as they are, null as nothing, all else as JSON."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else dumps(value).decode()
    if text and not QUOTED_CELL.search(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


@dataclass(frozen=True, slots=True)
class InsertDialect:
    """How a database writes names, texts and bytes."""

    quote: str = '"'
    escapes_backslashes: bool = False
    bytes_format: str = "X'{}'"

    def format_name(self, name: str) -> str:
        """Return *name* in quotes; the parts of ``schema.table`` each."""
        doubled = name.replace(self.quote, self.quote * 2)
        return f"{self.quote}{doubled}{self.quote}"

    def format_value(
        self,
        value: Any,
        kind: str,
    ) -> str:
        """Return the literal of *value*, whose column has values of *kind*; null is NULL."""
        if value is None:
            return "NULL"
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, int | float):
            return dumps(value).decode()
        if isinstance(value, str):
            return TEXT_FORMATTERS.get(kind, InsertDialect.format_text)(self, value)
        return self.format_text(dumps(value).decode())

    def format_text(self, text: str) -> str:
        """Return the literal of *text*."""
        escaped = text.replace("\\", "\\\\") if self.escapes_backslashes else text
        doubled = escaped.replace("'", "''")
        return f"'{doubled}'"

    def _format_decimal(self, text: str) -> str:
        return text

    def _format_moment(self, text: str) -> str:
        """Return the literal of a point in time: databases want a blank and an offset."""
        return self.format_text(text.replace("T", " ").replace("Z", "+00:00"))

    def _format_bytes(self, text: str) -> str:
        return self.bytes_format.format(text.encode("utf-8", "surrogatepass").hex())


TEXT_FORMATTERS: Mapping[str, Callable[[InsertDialect, str], str]] = {
    "decimal": InsertDialect._format_decimal,
    "datetime": InsertDialect._format_moment,
    "bytes": InsertDialect._format_bytes,
}
"""The literals of texts that JSON has for values of these kinds; others stay texts."""

DIALECTS = {
    "ansi": InsertDialect(),
    "postgresql": InsertDialect(bytes_format="'\\x{}'"),
    "mysql": InsertDialect("`", True),
    "sqlite": InsertDialect(),
}


def write_sql(
    rows: Iterable[Sequence[Any]],
    columns: Sequence[TextColumn],
    table: str,
    dialect: InsertDialect,
    statement_rows: int,
) -> Iterator[bytes]:
    """Yield INSERT statements of *rows* into *table*, each of at most *statement_rows*."""
    names = ", ".join(dialect.format_name(column.name) for column in columns)
    place = ".".join(map(dialect.format_name, table.split(".")))
    remaining = iter(rows)
    size = min(statement_rows, MAX_STATEMENT_ROWS)
    while chunk := list(islice(remaining, size)):
        lines = ",\n".join(
            _format_row(
                row,
                columns,
                dialect,
            )
            for row in chunk
        )
        statement = f"INSERT INTO {place} ({names}) VALUES\n{lines};\n"
        yield statement.encode("utf-8", "surrogatepass")


def _format_row(
    row: Sequence[Any],
    columns: Sequence[TextColumn],
    dialect: InsertDialect,
) -> str:
    """Return the literals of *row* in parentheses."""
    literals = [
        dialect.format_value(value, column.kind)
        for value, column in zip(
            row,
            columns,
            strict=True,
        )
    ]
    return f"({', '.join(literals)})"


def compress(chunks: Iterable[bytes], compression: str) -> Iterator[bytes]:
    """Yield *chunks*, compressed with *compression*.

    Raise UsageError for a compression that text files do not support.
    """
    if compression not in TEXT_COMPRESSIONS:
        raise UsageError(
            f"CSV and SQL have no compression {compression!r}: expected none or gzip.",
            hint="Choose another --compression.",
        )
    if compression != "gzip":
        yield from chunks
        return
    packer = zlib.compressobj(wbits=GZIP_WINDOW)
    for chunk in chunks:
        packed = packer.compress(chunk)
        if packed:
            yield packed
    yield packer.flush()
