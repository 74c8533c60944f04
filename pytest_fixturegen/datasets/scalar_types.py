"""Encodings of values without parts: numbers, texts, points in time, members of enums."""

from __future__ import annotations

import enum
import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import PurePath
from typing import Any
from uuid import UUID

import pyarrow as pa
from pydantic import ImportString, TypeAdapter
from pydantic_core import to_json

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps, to_plain_value
from pytest_fixturegen.datasets.encodings import (
    CastEncoding,
    ChoiceEncoding,
    Encoding,
    StoredEncoding,
    ValueEncoding,
)
from pytest_fixturegen.introspection.shapes import ChoiceShape, Constraints, NamedShape, Scalar

IMPORT_STRING = "ImportString"
"""The name of the type whose values are objects that are imported."""

JSON_METADATA = {"pfg.encoding": "json"}
"""The metadata of a column of JSON texts."""

MAX_DIGITS = 38
"""The most digits of a decimal of 128 bits, and of decimals in most databases."""

WIDE_DIGITS = 76
"""The most digits of a decimal of 256 bits."""

FREE_PLACES = 18
"""Digits after the point of a decimal whose places the model does not limit."""

EXACT_FLOAT = 2**53
"""Up to this number, a float can hold each whole number."""

SIGNED_RANGE = range(-(2**63), 2**63)
UNSIGNED_RANGE = range(2**64)

INDEX_TYPES = ((1 << 7, pa.int8()), (1 << 15, pa.int16()))
"""Numbers of options, and the type of indices that is enough for fewer."""


def encode_scalar(shape: Scalar, path: str) -> Encoding:
    """Return the encoding of a plain value by its kind; one of unknown kind is a text."""
    build = SCALAR_ENCODERS.get(shape.kind, _encode_text)
    return build(path, shape.constraints)


def encode_named(shape: NamedShape, path: str) -> Encoding | None:
    """Return the encoding of a type with a provider; None if its inner shape says it."""
    cls = shape.type
    if cls == IMPORT_STRING:
        return _build_value(
            path,
            pa.string(),
            str,
            _to_import_path,
        )
    if isinstance(cls, type):
        for base, kind in NUMBER_BASES:
            if issubclass(cls, base):
                return encode_scalar(Scalar(kind, shape.constraints), path)
    is_text = shape.inner is None or isinstance(cls, str) or _is_text_class(cls)
    return encode_loose_text(path) if is_text else None


def _to_import_path(value: Any) -> str:
    """Return the path by which *value* is imported, as JSON has it."""
    path: str = TypeAdapter(ImportString).dump_python(value, mode="json")
    return path


def _is_text_class(cls: Any) -> bool:
    """Return whether JSON has the values of *cls* as texts, whatever they are made from."""
    return isinstance(cls, type) and issubclass(cls, str | PurePath)


def _build_value(
    path: str, arrow_type: Any, native: type | tuple[type, ...], prepare: Callable[[Any], Any]
) -> ValueEncoding:
    """Return the encoding of values without parts."""
    kinds = native if isinstance(native, tuple) else (native,)
    return ValueEncoding(
        path,
        arrow_type,
        frozenset(kinds),
        prepare,
    )


def _encode_int(path: str, rules: Constraints) -> Encoding:
    """Return whole numbers of 64 bits, or decimals if the bounds of the field are wider."""
    low, high = _find_whole_bounds(rules)
    if low in SIGNED_RANGE and high in SIGNED_RANGE:
        return _build_value(
            path,
            pa.int64(),
            int,
            _to_int,
        )
    if low in UNSIGNED_RANGE and high in UNSIGNED_RANGE:
        return _build_value(
            path,
            pa.uint64(),
            int,
            _to_int,
        )
    digits = max(len(str(abs(low))), len(str(abs(high))))
    if digits > WIDE_DIGITS:
        return _encode_text(path, rules)
    decimal_type = pa.decimal128 if digits <= MAX_DIGITS else pa.decimal256
    width = MAX_DIGITS if digits <= MAX_DIGITS else WIDE_DIGITS
    return _build_value(
        path, decimal_type(width, 0), Decimal, lambda value: Decimal(_to_int(value))
    )


def _find_whole_bounds(rules: Constraints) -> tuple[int, int]:
    """Return the bounds of an integer; 0 replaces a missing bound, if the other one allows it.

    They choose the width of the column: values beyond a missing bound are possible, but rare.
    """
    lows = [int(bound) for bound in (rules.ge, rules.gt) if _is_finite(bound)]
    highs = [int(bound) for bound in (rules.le, rules.lt) if _is_finite(bound)]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is None:
        low = min(high or 0, 0)
    return low, max(low, 0) if high is None else high


def _is_finite(bound: Any) -> bool:
    """Return whether *bound* is a number that says something."""
    return isinstance(bound, int | float | Decimal) and math.isfinite(bound)


def _to_int(value: Any) -> int:
    """Return the whole number *value*; raise ValueError if it has another type or a fraction."""
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise ValueError(f"expected a whole number, got {value!r}")
    return int(value)


def _encode_float(path: str, rules: Constraints) -> Encoding:
    return _build_value(
        path,
        pa.float64(),
        float,
        _to_float,
    )


def _to_float(value: Any) -> float:
    """Return *value* as a float; raise ValueError if it is not a number, or not exactly a float."""
    number = float(value)
    if isinstance(value, int) and number != value:
        raise ValueError(f"no float is {value}")
    return number


def _encode_decimal(path: str, rules: Constraints) -> Encoding:
    """Return decimals with the digits and places that the constraints give."""
    digits, places = _choose_digits(rules)
    if digits > WIDE_DIGITS:
        return _encode_text(path, rules)
    is_wide = digits > MAX_DIGITS
    arrow_type = pa.decimal256(digits, places) if is_wide else pa.decimal128(digits, places)
    texts = _build_value(
        path,
        pa.string(),
        str,
        str,
    )
    decimals = _build_value(
        path,
        arrow_type,
        Decimal,
        _to_decimal,
    )
    return CastEncoding(
        path,
        arrow_type,
        texts,
        decimals,
    )


def _choose_digits(rules: Constraints) -> tuple[int, int]:
    """Return the number of digits of decimals, and how many of them follow the point."""
    places = rules.decimal_places
    if rules.max_digits is None:
        step = rules.multiple_of
        if places is None and _is_finite(step) and step:
            exponent = Decimal(str(step)).normalize().as_tuple().exponent
            places = max(-exponent, 0) if isinstance(exponent, int) else None
        return MAX_DIGITS, FREE_PLACES if places is None else min(places, MAX_DIGITS)
    if places is None:  # all of the digits may be on either side of the point
        room = max(MAX_DIGITS - rules.max_digits, 0)
        places = min(rules.max_digits, room)
        return rules.max_digits + places, places
    return max(rules.max_digits, places), places


def _to_decimal(value: Any) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _encode_text(path: str, rules: Constraints | None = None) -> Encoding:
    return _build_value(
        path,
        pa.string(),
        str,
        _to_text,
    )


def encode_loose_text(path: str) -> Encoding:
    """Return the encoding of texts, with other values as JSON."""
    return _build_value(
        path,
        pa.string(),
        str,
        _to_text,
    )


def _to_text(value: Any) -> str:
    """Return the text of *value* as JSON has it; what is not a text there stays JSON."""
    text = _write_json(value)
    if not text.startswith('"'):
        return text
    return str(TypeAdapter(str).validate_json(text)) if "\\" in text else text[1:-1]


@dataclass(frozen=True, slots=True)
class JsonEncoding:
    """Values of any type as texts of JSON, which *texts* writes."""

    path: str
    type: Any
    texts: ValueEncoding

    def build(self, values: Sequence[Any]) -> Any:
        """Return the array of *values*."""
        return self.texts.build(values)


def encode_json(path: str) -> Encoding:
    """Return JSON texts of values of any type."""
    return JsonEncoding(
        path,
        pa.string(),
        _build_value(
            path,
            pa.string(),
            (),
            _write_json,
        ),
    )


def _write_json(value: Any) -> str:
    """Return the JSON of *value*, as outputs of JSON have it."""
    try:
        return dumps(value).decode()
    except TypeError:
        return to_json(value).decode()


def _encode_bytes(path: str, rules: Constraints) -> Encoding:
    return _build_value(
        path,
        pa.binary(),
        (bytes, str),
        bytes,
    )


def _encode_bool(path: str, rules: Constraints) -> Encoding:
    return _build_value(
        path,
        pa.bool_(),
        bool,
        _refuse,
    )


def _encode_none(path: str, rules: Constraints) -> Encoding:
    return _build_value(
        path,
        pa.null(),
        (),
        _refuse,
    )


def _refuse(value: Any) -> Any:
    """Raise TypeError: no other type will do."""
    raise TypeError(f"unexpected {type(value).__name__}")


@lru_cache(maxsize=16)
def _build_parser(cls: type) -> Callable[[Any], Any]:
    """Return a function that reads a value of *cls* from its JSON."""
    return TypeAdapter(cls).validate_python


def _encode_date(path: str, rules: Constraints) -> Encoding:
    return _build_value(
        path,
        pa.date32(),
        date,
        _build_parser(date),
    )


def _encode_time(path: str, rules: Constraints) -> Encoding:
    """Return times of the day. Arrow knows no zone of a time, so one with a zone is a misfit."""
    return _build_value(
        path,
        pa.time64("us"),
        (),
        _to_naive_time,
    )


def _to_naive_time(value: Any) -> time:
    parsed: time = _build_parser(time)(value)
    if parsed.tzinfo is not None:
        raise ValueError("a time with a zone")
    return parsed


def _encode_datetime(path: str, rules: Constraints) -> Encoding:
    """Return points in time: of UTC, of a fixed offset, or without a zone, as the field says."""
    zone = _find_zone(rules)
    if zone is None:
        return _build_value(
            path,
            pa.timestamp("us"),
            (),
            _to_naive,
        )
    return _build_value(
        path,
        pa.timestamp("us", zone),
        (),
        _to_aware,
    )


def _find_zone(rules: Constraints) -> str | None:
    """Return the zone of a datetime. Unless the field says another one, it is UTC."""
    if isinstance(rules.tz, int):
        sign, minutes = "-" if rules.tz < 0 else "+", abs(rules.tz) // 60
        return f"{sign}{minutes // 60:02}:{minutes % 60:02}"
    if rules.tz is not None:
        return None if rules.tz == "naive" else "UTC"
    bounds = [rules.ge, rules.gt, rules.le, rules.lt]
    moments = [bound for bound in bounds if isinstance(bound, datetime)]
    return None if moments and moments[0].tzinfo is None else "UTC"


def _to_naive(value: Any) -> datetime:
    parsed = value if type(value) is datetime else _build_parser(datetime)(value)
    if parsed.tzinfo is not None:
        raise ValueError("a datetime with a zone")
    return parsed


def _to_aware(value: Any) -> datetime:
    parsed = value if type(value) is datetime else _build_parser(datetime)(value)
    if parsed.tzinfo is None:
        raise ValueError("a datetime without a zone")
    return parsed


def _encode_duration(path: str, rules: Constraints) -> Encoding:
    return _build_value(
        path,
        pa.duration("us"),
        timedelta,
        _build_parser(timedelta),
    )


def _encode_uuid(path: str, rules: Constraints) -> Encoding:
    storage = _build_value(
        path,
        pa.binary(16),
        bytes,
        _to_uuid_bytes,
    )
    return StoredEncoding(
        path,
        pa.uuid(),
        storage,
    )


def _to_uuid_bytes(value: Any) -> bytes:
    return (value if isinstance(value, UUID) else UUID(value)).bytes


SCALAR_ENCODERS: Mapping[str, Callable[[str, Constraints], Encoding]] = {
    "int": _encode_int,
    "float": _encode_float,
    "decimal": _encode_decimal,
    "bytes": _encode_bytes,
    "bool": _encode_bool,
    "none": _encode_none,
    "any": lambda path, rules: encode_json(path),
    "date": _encode_date,
    "time": _encode_time,
    "datetime": _encode_datetime,
    "timedelta": _encode_duration,
    "uuid": _encode_uuid,
}
"""The encoder of each kind of scalar; the kinds that are missing are texts."""

NUMBER_BASES: tuple[tuple[type, str], ...] = (
    (int, "int"),
    (float, "float"),
    (Decimal, "decimal"),
    (datetime, "datetime"),
    (date, "date"),
    (time, "time"),
    (timedelta, "timedelta"),
    (UUID, "uuid"),
    (bytes, "bytes"),
)
"""Classes, and the kind of the plain values that JSON has of their subclasses."""


def encode_choice(shape: ChoiceShape, path: str) -> Encoding:
    """Return texts as a dictionary of the options, and options of one other type as that type.

    Options of several types are JSON texts. None is not an option: it makes the column nullable.
    """
    pairs = [
        (value, option)
        for value, option in zip(
            shape.values,
            shape.json,
            strict=True,
        )
        if option is not None
    ]
    options = [option for _, option in pairs]
    kinds = {_find_kind(option) for option in options}
    if kinds == {"str"}:
        return _encode_texts(path, pairs)
    kind = next(iter(kinds)) if len(kinds) == 1 else ""
    rules = _bound_by(options) if kind == "int" else Constraints()
    encoding = encode_scalar(Scalar(kind or "any", rules), path)
    return (
        EnumEncoding(
            path,
            encoding.type,
            encoding,
        )
        if kind
        else encoding
    )


def _find_kind(option: Any) -> str:
    """Return the kind of scalar of *option*, or "" for any other type."""
    kinds = {bool: "bool", int: "int", float: "float", str: "str"}
    return next((kind for cls, kind in kinds.items() if isinstance(option, cls)), "")


def _bound_by(options: list[Any]) -> Constraints:
    """Return the bounds of *options*, whole numbers."""
    return Constraints(ge=min(options), le=max(options))


def _encode_texts(path: str, pairs: list[tuple[Any, str]]) -> Encoding:
    """Return the dictionary of the options: a member of an enum has the key of its text."""
    options = tuple(dict.fromkeys(str(to_plain_value(option)) for _, option in pairs))
    keys: dict[Any, int] = {option: place for place, option in enumerate(options)}
    for value, option in pairs:
        keys.setdefault(value, keys[str(to_plain_value(option))])
    index_type = next((each for limit, each in INDEX_TYPES if len(options) < limit), pa.int32())
    return ChoiceEncoding(
        path,
        pa.dictionary(index_type, pa.string()),
        options,
        keys,
    )


@dataclass(frozen=True, slots=True)
class EnumEncoding:
    """Members of an enum that is not one of texts, by their *values*."""

    path: str
    type: Any
    values: Encoding

    def build(self, values: Sequence[Any]) -> Any:
        """Return the array of *values*, members or their values."""
        plain = [value.value if isinstance(value, enum.Enum) else value for value in values]
        return self.values.build(plain)
