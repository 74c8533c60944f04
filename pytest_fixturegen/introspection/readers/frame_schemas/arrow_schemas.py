"""Arrow types as annotations, and ``pyarrow.Schema`` as a target."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Annotated, Any, Optional

import pyarrow as pa
from pyarrow import types
from pydantic import AwareDatetime, Field, NaiveDatetime
from typing_extensions import TypedDict

from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.introspection.readers.frame_schemas.frame_schema import (
    TableSchema,
    find_frame_name,
)

WIDE_BITS = 32


def read_schema(target: Any) -> TableSchema:
    """Return the columns of the ``pyarrow.Schema`` *target*."""
    columns = read_columns(target)
    return TableSchema(
        find_frame_name(target),
        columns,
        target,
    )


def read_columns(schema: Iterable[Any]) -> dict[str, Any]:
    """Return the annotations of the fields of a schema, or of a struct, by name."""
    return {field.name: read_field(field) for field in schema}


def read_field(field: Any) -> Any:
    """Return the annotation of a field."""
    annotation = read_type(field.type, field.name)
    is_null = types.is_null(field.type)
    return Optional[annotation] if field.nullable and not is_null else annotation  # noqa: UP045


def read_type(arrow_type: Any, name: str) -> Any:
    """Return the annotation of *arrow_type*. Raise MappingError if the field *name* has no values
    that can be drawn.
    """
    for matches, read in TYPE_READERS:
        if matches(arrow_type):
            return read(arrow_type, name)
    raise MappingError(
        f"{name}: no values for the Arrow type {arrow_type}.",
        hint="Choose another type, or leave the column out.",
        path=name,
    )


def _bound_integer(arrow_type: Any, name: str) -> Any:
    """Return whole numbers; the usual range of those needs bounds in fewer than 32 bits only."""
    bits, is_signed = arrow_type.bit_width, types.is_signed_integer(arrow_type)
    if bits >= WIDE_BITS:
        return int if is_signed else Annotated[int, Field(ge=0)]
    low, high = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if is_signed else (0, 2**bits - 1)
    return Annotated[int, Field(ge=low, le=high)]


def _read_decimal(arrow_type: Any, name: str) -> Any:
    digits, places = arrow_type.precision, arrow_type.scale
    return Annotated[Decimal, Field(max_digits=digits, decimal_places=max(places, 0))]


def _read_list(arrow_type: Any, name: str) -> Any:
    item = read_field(arrow_type.value_field)
    if types.is_fixed_size_list(arrow_type):
        size = arrow_type.list_size
        return Annotated[list[item], Field(min_length=size, max_length=size)]  # type: ignore[valid-type]
    return list[item]  # type: ignore[valid-type]


def _read_map(arrow_type: Any, name: str) -> Any:
    key, value = read_type(arrow_type.key_type, name), read_field(arrow_type.item_field)
    return dict[key, value]  # type: ignore[valid-type]


def _read_struct(arrow_type: Any, name: str) -> Any:
    return TypedDict(name.title() or "Struct", read_columns(arrow_type))  # type: ignore[operator]


def _read_fixed_bytes(arrow_type: Any, name: str) -> Any:
    size = arrow_type.byte_width
    return Annotated[bytes, Field(min_length=size, max_length=size)]


def _is_text(arrow_type: Any) -> bool:
    is_view = getattr(
        types,
        "is_string_view",
        lambda each: False,
    )
    return bool(
        types.is_string(arrow_type) or types.is_large_string(arrow_type) or is_view(arrow_type)
    )


def _is_bytes(arrow_type: Any) -> bool:
    is_view = getattr(
        types,
        "is_binary_view",
        lambda each: False,
    )
    return bool(
        types.is_binary(arrow_type) or types.is_large_binary(arrow_type) or is_view(arrow_type)
    )


def _is_list(arrow_type: Any) -> bool:
    kinds = (types.is_list, types.is_large_list, types.is_fixed_size_list)
    return any(is_kind(arrow_type) for is_kind in kinds)


def _always(annotation: Any) -> Callable[[Any, str], Any]:
    """Return a function that returns *annotation*."""
    return lambda arrow_type, name: annotation


TYPE_READERS: tuple[tuple[Callable[[Any], bool], Callable[[Any, str], Any]], ...] = (
    (types.is_boolean, _always(bool)),
    (types.is_integer, _bound_integer),
    (types.is_floating, _always(float)),
    (types.is_decimal, _read_decimal),
    (_is_text, _always(str)),
    (types.is_fixed_size_binary, _read_fixed_bytes),
    (_is_bytes, _always(bytes)),
    (types.is_date, _always(dt.date)),
    (types.is_time, _always(dt.time)),
    (types.is_timestamp, lambda each, name: AwareDatetime if each.tz else NaiveDatetime),
    (types.is_duration, _always(dt.timedelta)),
    (_is_list, _read_list),
    (types.is_map, _read_map),
    (types.is_struct, _read_struct),
    (types.is_dictionary, lambda each, name: read_type(each.value_type, name)),
    (types.is_null, _always(None)),
    (lambda each: isinstance(each, pa.UuidType), _always(uuid.UUID)),
)
"""The test of each kind of Arrow types, and the function that returns the annotation."""
