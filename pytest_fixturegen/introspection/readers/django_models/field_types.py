"""Type hints for the values of Django's fields, in terms of Pydantic."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from ipaddress import IPv4Address, IPv6Address
from typing import Annotated, Any, Literal
from uuid import UUID

from pytest_fixturegen.introspection.readers.django_models.validators import apply_validators
from pytest_fixturegen.introspection.readers.tables.arrays import make_array
from pytest_fixturegen.introspection.readers.tables.decorated_types import PLAIN_JSON
from pytest_fixturegen.introspection.readers.tables.ranges import order_bounds
from pytest_fixturegen.introspection.readers.tables.readable_types import apply_limits, make_text
from pytest_fixturegen.introspection.readers.tables.shape_rules import SMALL_LIMITS
from pytest_fixturegen.introspection.readers.tables.special_types import RANGE_ITEMS

LITERAL_TYPES = (str, int, bytes)
"""Types of values that a Literal can name."""

FILE_NAME = "[a-z]{3,12}_[0-9a-f]{4}"
"""The pattern of the names of files, which do not exist."""

DATE_DIRECTIVES = {"Y": r"20[0-2]\d", "m": "(0[1-9]|1[0-2])", "d": "(0[1-9]|1\\d|2[0-8])"}
"""The patterns of the parts of a date in ``upload_to``."""


def build_annotation(field: Any) -> Any:
    """Return the type of the values of *field* without None."""
    if field.is_relation:
        return _find_plain_type(_find_target(field))
    choices = _list_choices(field)
    if choices:
        return make_choice(choices)
    hint = _find_plain_type(field)
    # The validators of a file read its contents, and there is only a path.
    return hint if hasattr(field, "upload_to") else apply_validators(hint, field)


def _find_target(field: Any) -> Any:
    """Return the field that *field*, a link, has the values of; it may link in turn."""
    while field.is_relation:
        field = field.target_field
    return field


def _list_choices(field: Any) -> tuple[Any, ...]:
    """Return the values that the choices of *field* leave to it, without that of no choice."""
    return tuple(value for value, _ in field.flatchoices if value not in (None, ""))


def make_choice(values: tuple[Any, ...]) -> Any:
    """Return the type of one of *values*; a Literal knows those of other types by their text."""
    if all(isinstance(value, LITERAL_TYPES) for value in values):
        return Literal[values]
    from pydantic import AfterValidator, BeforeValidator, PlainSerializer

    by_text = {str(value): value for value in values}
    return Annotated[
        Literal[tuple(by_text)],
        BeforeValidator(str),
        AfterValidator(by_text.__getitem__),
        PlainSerializer(str, return_type=str),
    ]


def _find_plain_type(field: Any) -> Any:
    """Return the type of the values of *field* by its class or its nearest known base class."""
    names = [*(base.__name__ for base in type(field).__mro__), field.get_internal_type()]
    make = next(
        filter(None, map(MAKERS.get, names)),
        _give_any,
    )
    return make(field)


def _give_any(field: Any) -> Any:
    """Return the type of all values, for a field of a class that nobody knows."""
    return Any


def _give(hint: Any, field: Any) -> Any:
    """Return *hint*, which all fields of a class have."""
    return hint


def _make_text_type(field: Any) -> Any:
    """Return the type of texts, which have a character unless they may be blank."""
    from pydantic import Field

    return Annotated[str, Field(min_length=int(not field.blank), max_length=field.max_length)]


def _make_bytes(field: Any) -> Any:
    """Return the type of bytes, as many as *field* takes."""
    return apply_limits(bytes, {"max_length": field.max_length})


def _make_datetime(field: Any) -> Any:
    """Return the type of date-times, with a time zone if the project uses them."""
    from django.conf import settings
    from pydantic import AwareDatetime, NaiveDatetime

    return AwareDatetime if settings.USE_TZ else NaiveDatetime


def _make_time(field: Any) -> Any:
    """Return the type of times, which have no time zone."""
    from pydantic import AfterValidator

    return Annotated[datetime.time, AfterValidator(_drop_zone)]


def _drop_zone(value: datetime.time) -> datetime.time:
    """Return *value* without its timezone."""
    return value.replace(tzinfo=None)


def _make_decimal(field: Any) -> Any:
    """Return the type of decimal numbers with the digits of *field*."""
    from pydantic import Field

    if field.max_digits is None:
        return Decimal
    limits = Field(max_digits=field.max_digits, decimal_places=field.decimal_places)
    return Annotated[Decimal, limits]


def _make_positive(field: Any) -> Any:
    """Return the type of whole numbers from 0 on."""
    return apply_limits(int, {"ge": 0})


def _make_positive_small(field: Any) -> Any:
    """Return the type of whole numbers from 0 on, which are usually far from the greatest one."""
    from pydantic import AfterValidator

    return Annotated[_make_positive(field), AfterValidator(_check_small)]


def _check_small(value: int) -> int:
    """Return *value*. Raise ValueError if no small integer of a database can hold it."""
    if value > SMALL_LIMITS["le"]:
        raise ValueError(f"expected at most {SMALL_LIMITS['le']}")
    return value


def _make_small(field: Any) -> Any:
    """Return the hint of a small integer."""
    return apply_limits(int, SMALL_LIMITS)


def _make_slug(field: Any) -> Any:
    """Return the type of texts of letters, digits, hyphens and underscores."""
    return apply_limits(_make_text_type(field), {"pattern": "^[-a-zA-Z0-9_]+$"})


def _make_email(field: Any) -> Any:
    """Return the type of addresses; without email-validator, texts that Django's own check."""
    from importlib.util import find_spec

    from pydantic import EmailStr

    address = EmailStr if find_spec("email_validator") else str
    return apply_limits(address, {"max_length": field.max_length})


def _make_url(field: Any) -> Any:
    """Return the type of the texts of addresses of the web."""
    from pydantic import HttpUrl

    return apply_limits(make_text(HttpUrl), {"max_length": field.max_length})


def _make_address(field: Any) -> Any:
    """Return the type of the texts of addresses of the protocol that *field* takes."""
    return make_text(IPv6Address if field.protocol.lower() == "ipv6" else IPv4Address)


def _make_file(extensions: Sequence[str], field: Any) -> Any:
    """Return the type of the paths of files in the folder that *field* uploads to."""
    from pydantic import BeforeValidator, Field

    folder = field.upload_to if isinstance(field.upload_to, str) else ""
    prefix = re.escape(posixpath.join(folder, ""))
    allowed = [getattr(each, "allowed_extensions", None) for each in field._validators]
    suffixes = "|".join(next(filter(None, allowed), extensions))
    dated = re.sub("%([A-Za-z])", _match_directive, prefix)
    pattern = f"^{dated}{FILE_NAME}\\.({suffixes})$"
    return Annotated[str, Field(pattern=pattern), BeforeValidator(_get_file_name)]


def _match_directive(match: re.Match[str]) -> str:
    """Return the pattern of what a directive of ``strftime`` becomes."""
    return DATE_DIRECTIVES.get(match[1], r"\d\d")


def _get_file_name(value: Any) -> Any:
    """Return the name of a file, which Django reads as an object."""
    return getattr(value, "name", value)


def _make_array_type(field: Any) -> Any:
    """Return the type of lists, for the arrays of PostgreSQL."""
    item = build_annotation(field.base_field)
    return apply_limits(
        make_array(item),
        {"max_length": field.size} if field.size else {},
    )


def _make_range(item: Any, field: Any) -> Any:
    """Return the type of ranges of *item*, as psycopg has them; a pair of bounds in JSON."""
    from pydantic import AfterValidator, BeforeValidator, PlainSerializer

    build = partial(_build_range, field)
    pair: Any = tuple.__class_getitem__((item, item))
    return Annotated[
        pair, BeforeValidator(_read_bounds), AfterValidator(build), PlainSerializer(_read_bounds)
    ]


def _build_range(field: Any, bounds: tuple[Any, Any]) -> Any:
    """Return the range between *bounds*."""
    return field.range_type(*order_bounds(bounds))


def _read_bounds(value: Any) -> Any:
    """Return the bounds of *value*, a range; anything else unchanged."""
    return (value.lower, value.upper) if hasattr(value, "lower_inc") else value


MAKERS: Mapping[str, Callable[[Any], Any]] = {
    "ArrayField": _make_array_type,
    "AutoField": partial(_give, int),
    "BigIntegerRangeField": partial(_make_range, RANGE_ITEMS["INT8"]),
    "BinaryField": _make_bytes,
    "BooleanField": partial(_give, bool),
    "CharField": _make_text_type,
    "DateField": partial(_give, datetime.date),
    "DateRangeField": partial(_make_range, RANGE_ITEMS["DATE"]),
    "DateTimeField": _make_datetime,
    "DecimalField": _make_decimal,
    "DecimalRangeField": partial(_make_range, RANGE_ITEMS["NUM"]),
    "DurationField": partial(_give, datetime.timedelta),
    "EmailField": _make_email,
    "FileField": partial(_make_file, ("pdf", "txt")),
    "FilePathField": _make_text_type,
    "FloatField": partial(_give, float),
    "GenericIPAddressField": _make_address,
    "HStoreField": partial(_give, dict[str, str]),
    "ImageField": partial(_make_file, ("jpg", "png")),
    "IntegerField": partial(_give, int),
    "IntegerRangeField": partial(_make_range, RANGE_ITEMS["INT4"]),
    "JSONField": partial(_give, PLAIN_JSON),
    "PositiveBigIntegerField": _make_positive,
    "PositiveIntegerField": _make_positive,
    "PositiveSmallIntegerField": _make_positive_small,
    "SlugField": _make_slug,
    "SmallAutoField": partial(_give, int),
    "SmallIntegerField": _make_small,
    "TextField": _make_text_type,
    "TimeField": _make_time,
    "URLField": _make_url,
    "UUIDField": partial(_give, UUID),
}
"""Functions that return the type of the values of a field, by the name of its class."""
