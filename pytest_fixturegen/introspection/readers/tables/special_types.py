"""Types of columns that PostgreSQL has and that Python has no class for.

Addresses are texts, as all drivers take them. Ranges are those of SQLAlchemy. The types are known
by the names that SQLAlchemy gives them, so that no dialect is imported.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from ipaddress import IPv4Address, IPv4Network
from typing import Annotated, Any, Literal, get_args, get_origin

from pytest_fixturegen.introspection.readers.tables.ranges import build_ranges, read_range
from pytest_fixturegen.introspection.readers.tables.readable_types import make_text

PATTERNS = {
    "MACADDR": r"^(([0-9a-f]{2}:){5}[0-9a-f]{2}|([0-9A-F]{2}:){5}[0-9A-F]{2})$",
    "MACADDR8": r"^(([0-9a-f]{2}:){7}[0-9a-f]{2}|([0-9A-F]{2}:){7}[0-9A-F]{2})$",
    "TSVECTOR": r"^[a-z]{3,9}( [a-z]{3,9}){1,4}$",
    "TSQUERY": r"^[a-z]{3,10}( & [a-z]{3,10})?$",
    "JSONPATH": r"^\$(\.[a-z]{3,10}){1,2}$",
}
"""The texts that a column takes [PostgreSQL, chapter 8]."""

SIMPLE_TYPES: dict[str, Any] = {
    "HSTORE": dict[str, str],
    "OID": int,
    "REGCLASS": Literal["pg_class", "pg_type"],
    "REGCONFIG": Literal["english", "simple"],
}

RANGE_ITEMS: dict[str, Any] = {
    "INT4": int,
    "INT8": int,
    "NUM": Decimal,
    "DATE": datetime.date,
    "TS": datetime.datetime,
    "TSTZ": datetime.datetime,
}
"""The types of the bounds of a range, by what comes before ``RANGE``."""


def find_special_type(column_type: Any) -> Any:
    """Return the type of the values of *column_type*; None if it is an ordinary type."""
    name = column_type.__visit_name__
    if name in PATTERNS:
        return _make_pattern(PATTERNS[name])
    if name in SIMPLE_TYPES:
        return SIMPLE_TYPES[name]
    if name.endswith("RANGE"):
        return _get_range(name)
    make = MAKERS.get(name)
    return make(column_type) if make else None


def _make_pattern(pattern: str) -> Any:
    """Return the type of texts of *pattern*."""
    from pydantic import Field

    return Annotated[str, Field(pattern=pattern)]


def _make_address(hint: Any, column_type: Any) -> Any:
    """Return the hint of an address as text."""
    return make_text(hint)


def _make_bits(column_type: Any) -> Any:
    """Return the type of texts of zeros and ones, as many as the column has."""
    length = column_type.length or 1
    least = 1 if column_type.varying else length
    return _make_pattern(f"^[01]{{{least},{length}}}$")


def _make_money(column_type: Any) -> Any:
    """Return the type of amounts with two decimal places."""
    from pydantic import Field

    return Annotated[Decimal, Field(max_digits=10, decimal_places=2)]


def _get_domain_type(column_type: Any) -> Any:
    """Return the type of the values of a domain: that of the type which it restricts."""
    inner = column_type.data_type
    return find_special_type(inner) or inner.python_type


def _get_range(name: str) -> Any:
    """Return the type of the range, or of the list of ranges, that *name* means."""
    is_multiple = name.endswith("MULTIRANGE")
    prefix = name.removesuffix("MULTIRANGE") if is_multiple else name.removesuffix("RANGE")
    item = RANGE_ITEMS.get(prefix)
    if item is None:
        return None
    if prefix == "TS":
        from pydantic import NaiveDatetime

        item = NaiveDatetime
    return build_ranges(item) if is_multiple else read_range(item)


MAKERS: dict[str, Callable[[Any], Any]] = {
    "INET": partial(_make_address, IPv4Address),
    "CIDR": partial(_make_address, IPv4Network),
    "BIT": _make_bits,
    "MONEY": _make_money,
    "DOMAIN": _get_domain_type,
}
"""Functions that return the type of a column."""


def is_range(hint: Any) -> bool:
    """Return whether *hint* is the class that SQLAlchemy has for ranges, or a list of them."""
    origin, arguments = get_origin(hint) or hint, get_args(hint)
    if origin is list and arguments:
        return is_range(arguments[0])
    module, name = getattr(origin, "__module__", ""), getattr(origin, "__name__", "")
    return str(module).startswith("sqlalchemy.") and name in ("Range", "MultiRange")
