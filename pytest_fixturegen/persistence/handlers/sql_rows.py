"""Turns records into rows of a reflected table: each value as the type of its column."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.errors import PersistError, suggest_nearest
from pytest_fixturegen.persistence.contract import PersistenceContext, Record

Converter = Callable[[Any], Any]
"""Turns a JSON value into one that the type of a column accepts."""

DURATION_PATTERN = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?")
"""An ISO 8601 duration without months and years, whose lengths vary."""

UNIX_EPOCH = datetime(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class RowMapper:
    """Turns the records of one model into rows.

    *columns* holds the column of each field, and the converter of its values.
    """

    columns: Mapping[str, tuple[str, Converter]]

    def to_row(self, record: Record) -> dict[str, Any]:
        """Return the row of *record*."""
        row = {}
        for field, (column, convert) in self.columns.items():
            value = record.get(field)
            row[column] = None if value is None else convert(value)
        return row


def build_row_mapper(
    context: PersistenceContext,
    table: Any,
    description: Mapping[str, Any],
) -> RowMapper:
    """Return the mapper from records to rows of *table*, a reflected table of SQLAlchemy.

    *description* describes the table as its class declares it; it is empty for other models.

    Raises PersistError if a field has no column, or if a column that needs a value has no field.
    """
    column_names = _get_column_names(context, description)
    known = {column.name: column for column in table.columns}
    for field, name in column_names.items():
        if name not in known:
            raise PersistError(
                f"The table {table.fullname} has no column for {context.model}.{field}.",
                hint=suggest_nearest(name, known),
                table=table.fullname,
                field=field,
            )
    _require_mapped_columns(
        context,
        table,
        set(column_names.values()),
    )
    labels = description.get("labels", {})
    return RowMapper(
        {
            field: (name, _find_converter(known[name].type, labels.get(field, {})))
            for field, name in column_names.items()
        }
    )


def _get_column_names(
    context: PersistenceContext,
    description: Mapping[str, Any],
) -> dict[str, str]:
    """Return the column name of each field; a plain model's fields name their columns."""
    declared = description.get("columns")
    if declared:
        return dict(declared)
    return {name: name for name in context.schema.get("properties", {})}


def _require_mapped_columns(
    context: PersistenceContext,
    table: Any,
    mapped_columns: set[str],
) -> None:
    """Raise PersistError for a column that has no field, unless the database fills it."""
    for column in table.columns:
        if column.name in mapped_columns or _has_own_value(table, column):
            continue
        raise PersistError(
            f"{context.model} has no field for the column {table.fullname}.{column.name}, "
            "which needs a value.",
            hint="Give the model a field of that name, or the column a default.",
            table=table.fullname,
            column=column.name,
        )


def _has_own_value(table: Any, column: Any) -> bool:
    """Return whether the database fills *column* if an insert leaves it out."""
    has_default = column.server_default is not None or column.identity is not None
    is_numbered = table.autoincrement_column is column
    return bool(column.nullable or has_default or column.computed or is_numbered)


def _find_converter(column_type: Any, labels: Mapping[str, str]) -> Converter:
    """Return the converter for *column_type*; *labels* are the values of an enum by JSON value."""
    if labels:
        return partial(_label, labels)
    try:
        python_type = column_type.python_type
    except NotImplementedError:
        return _to_text
    if python_type is not datetime:
        return CONVERTERS.get(python_type, _keep_value)
    has_time_zone = getattr(column_type, "timezone", False)
    return _parse_aware_datetime if has_time_zone else _parse_naive_datetime


def _label(labels: Mapping[str, str], value: Any) -> Any:
    """Return the database's label of an enum member, or of each member in a list."""
    if isinstance(value, list):
        return [_label(labels, item) for item in value]
    return labels.get(str(value), value)


def _keep_value(value: Any) -> Any:
    return value


def _to_text(value: Any) -> Any:
    """Return a string as it is, and lists and objects as JSON."""
    return value if isinstance(value, str) else dumps(value).decode()


def _parse_aware_datetime(value: str) -> datetime:
    """Return the date and time in *value*; one without a zone is in UTC."""
    parsed = datetime.fromisoformat(value.replace("Z", "+00:00"))
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=timezone.utc)


def _parse_naive_datetime(value: str) -> datetime:
    """Return the time in UTC without a time zone.

    SQLAlchemy stores a duration in such a column, if the database has no intervals, as the time
    that is this far from 1970.
    """
    if value.lstrip("-").startswith("P"):
        return UNIX_EPOCH + _parse_duration(value)
    return _parse_aware_datetime(value).astimezone(timezone.utc).replace(tzinfo=None)


def _parse_duration(value: Any) -> timedelta:
    """Return the duration of an ISO 8601 text or of a number of seconds."""
    if not isinstance(value, str):
        return timedelta(seconds=value)
    parsed = DURATION_PATTERN.fullmatch(value)
    if parsed is None:
        raise PersistError(
            f"Invalid duration {value!r}: expected days, hours, minutes and seconds.",
            hint="Give the column a text type.",
        )
    days, hours, minutes, seconds = (float(part or 0) for part in parsed.groups()[1:])
    duration = timedelta(
        days=days,
        hours=hours,
        minutes=minutes,
        seconds=seconds,
    )
    return -duration if parsed[1] else duration


CONVERTERS: dict[Any, Converter] = {
    str: _to_text,
    Decimal: lambda value: Decimal(str(value)),
    float: float,
    UUID: UUID,
    date: lambda value: date.fromisoformat(value[:10]),
    time: lambda value: time.fromisoformat(value.replace("Z", "+00:00")),
    timedelta: _parse_duration,
    bytes: str.encode,
}
"""Converters by the Python type of a column."""
