"""Records as rows of a table that the database described: each value as the type of its column asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.errors import PersistError, suggest_nearest
from pytest_fixturegen.persistence.contract import PersistenceContext, Record


@dataclass(frozen=True, slots=True)
class RowMapper:
    """Turns the records of one model into rows. *columns*: for each field its column and how a value becomes its."""

    columns: Mapping[str, tuple[str, Callable[[Any], Any]]]

    def to_row(self, record: Record) -> dict[str, Any]:
        """The row of *record*."""
        return {
            column: None if (value := record.get(field)) is None else convert(value)
            for field, (column, convert) in self.columns.items()
        }


def build_row_mapper(context: PersistenceContext, table: Any) -> RowMapper:
    """How records become rows of *table*, a reflected table of SQLAlchemy.

    Raises PersistError when a field has no column, or a column that must be filled no field.
    """
    names = dict(
        context.table.get("columns")
        or {name: name for name in context.schema.get("properties", {})}
    )
    labels = context.table.get("labels", {})
    known = {column.name: column for column in table.columns}
    for field, name in names.items():
        if name not in known:
            raise PersistError(
                f"The table {table.fullname} has no column for {context.model}.{field}.",
                hint=suggest_nearest(name, known),
                table=table.fullname,
                field=field,
            )
    _require_mapped_columns(context, table, set(names.values()))
    return RowMapper(
        {
            field: (name, _find_converter(known[name].type, labels.get(field, {})))
            for field, name in names.items()
        }
    )


def _require_mapped_columns(
    context: PersistenceContext, table: Any, mapped_columns: set[str]
) -> None:
    for column in table.columns:
        filled = (
            column.nullable
            or column.server_default is not None
            or column.identity is not None
            or column.computed
        )
        if (
            column.name not in mapped_columns
            and not filled
            and not _is_autoincrement(table, column)
        ):
            raise PersistError(
                f"{context.model} has no field for the column {table.fullname}.{column.name}, which must be filled.",
                hint="Give the model a field of that name, or the column a default.",
                table=table.fullname,
                column=column.name,
            )


def _is_autoincrement(table: Any, column: Any) -> bool:
    """Whether the database numbers *column* itself."""
    return table.autoincrement_column is column


def _find_converter(column_type: Any, labels: Mapping[str, str]) -> Callable[[Any], Any]:
    """What makes of a value of JSON one that a column of *kind* takes."""
    if labels:
        return lambda value: labels.get(str(value), value)
    try:
        wanted = column_type.python_type
    except NotImplementedError:
        return _to_text
    if wanted is datetime:
        return (
            _parse_aware_datetime
            if getattr(column_type, "timezone", False)
            else _parse_naive_datetime
        )
    return CONVERTERS.get(wanted, _keep_value)


def _keep_value(value: Any) -> Any:
    return value


def _to_text(value: Any) -> Any:
    """A text; lists and objects as JSON."""
    return value if isinstance(value, str) else dumps(value).decode()


def _parse_aware_datetime(value: str) -> datetime:
    moment = datetime.fromisoformat(value.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _parse_naive_datetime(value: str) -> datetime:
    """The moment in UTC, as a column without time zones keeps it; a duration counts from 1970, as SQLAlchemy keeps one."""
    if value.lstrip("-").startswith("P"):
        return datetime(1970, 1, 1) + _parse_duration(value)
    return _parse_aware_datetime(value).astimezone(timezone.utc).replace(tzinfo=None)


def _parse_duration(value: Any) -> timedelta:
    """What ISO 8601 or a number of seconds says."""
    from re import fullmatch

    if not isinstance(value, str):
        return timedelta(seconds=value)
    found = fullmatch(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?", value)
    if found is None:
        raise PersistError(
            f"{value!r} is no duration of days and less.", hint="Give the column a type of text."
        )
    days, hours, minutes, seconds = (float(part or 0) for part in found.groups()[1:])
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] else length


CONVERTERS: dict[Any, Callable[[Any], Any]] = {
    str: _to_text,
    Decimal: lambda value: Decimal(str(value)),
    float: float,
    UUID: UUID,
    date: lambda value: date.fromisoformat(value[:10]),
    time: lambda value: time.fromisoformat(value.replace("Z", "+00:00")),
    timedelta: _parse_duration,
    bytes: str.encode,
}
