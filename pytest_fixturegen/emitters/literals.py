"""A value as a *form*: JSON that says how to write the value as Python, and that ``source`` prints.

The forms are a closed set, so that the process that prints them need not trust the one that made them::

    ["value", None | bool | int of 64 bits | finite float | str]   ["float", "inf" | "-inf" | "nan"]
    ["int", "-0xff"]   ["str", base64 of UTF-8 with lone surrogates]   ["bytes", base64]
    ["list" | "tuple" | "set" | "frozenset", [form, ...]]   ["dict", [[form, form], ...]]
    ["symbol", module, dotted name]   ["generic", symbol, [form, ...]]   ["attribute", generic, name]
    ["or", [symbol | generic | None, ...]]
    ["call", symbol | generic | attribute, [form, ...], [[name, form], ...]]
"""

from __future__ import annotations

import dataclasses
import json
import re
import sys
import types
import typing
from base64 import b64encode
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, Flag
from fractions import Fraction
from functools import partial, reduce
from math import isfinite
from operator import or_
from pathlib import Path
from typing import Any, TypeAlias

from pytest_fixturegen.emitters.objects import UnacceptedError, build_input
from pytest_fixturegen.emitters.source import (
    MAX_INT_BITS,
    FormError,
    Json,
    are_names,
    is_name,
    list_symbols,
)
from pytest_fixturegen.errors import EmitError
from pytest_fixturegen.introspection.readers.foreign_classes import (
    get_constructor_arguments,
    is_foreign,
)

DescribeValue: TypeAlias = Callable[[Any], Json]
_CONSTRUCTOR_ERRORS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)  # of a constructor
_IMPORTABLE_TYPES = type | types.FunctionType | types.BuiltinFunctionType | types.MethodType


class LiteralError(EmitError, TypeError):
    """A value that no source can say: its type is unknown, or cannot be imported."""


def describe_value(value: object, *, as_dict: bool = False) -> Json:
    """The form of *value*; with *as_dict*, models and dataclasses become the mappings that they accept.

    Raises LiteralError, which names the type, where no expression is known to make an equal value.
    """
    try:
        form = _describe_part(value, as_dict)
        list_symbols(form)
    except RecursionError:
        raise _make_literal_error(value, "it contains itself, or nests too deep") from None
    except FormError as error:
        raise _make_literal_error(value, "it is too deep, too large or not to be called") from error
    return form


def describe_type(kind: Any) -> Json:
    """The form of a type, as it stands in an annotation: ``Box[int]``, ``User | None``."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    generic = getattr(kind, "__pydantic_generic_metadata__", None)
    if generic and generic["origin"]:
        origin, arguments = generic["origin"], generic["args"]
    if kind is None or kind is type(None):
        return ["value", None]
    if isinstance(kind, typing.TypeVar):  # which is bound to nothing where the annotation stands
        return find_symbol(Any)
    if origin in (typing.Union, types.UnionType):
        return ["or", [describe_type(argument) for argument in arguments]]
    if origin is typing.Literal:
        return [
            "generic",
            find_symbol(origin),
            [describe_value(argument) for argument in arguments],
        ]
    if origin is typing.Annotated:
        return [
            "generic",
            find_symbol(origin),
            [describe_type(arguments[0]), *map(describe_value, kind.__metadata__)],
        ]
    if origin is not None:
        return ["generic", find_symbol(origin), [describe_type(argument) for argument in arguments]]
    return (
        ["list", [describe_type(part) for part in kind]]
        if isinstance(kind, list)
        else find_symbol(kind)
    )


def find_symbol(thing: Any) -> Json:
    """Where *thing*, a class or function, is imported from. Raises LiteralError if it is not found there."""
    if thing is ...:
        return ["symbol", "builtins", "Ellipsis"]
    module = str(getattr(thing, "__module__", None))
    name = (
        getattr(thing, "__qualname__", None)
        or getattr(thing, "__name__", None)
        or getattr(thing, "_name", None)
    )
    if not isinstance(name, str) or "<" in name or module == "__main__":
        raise _make_literal_error(
            thing, "it is made inside a function or a script, where no import reaches it"
        )
    for home in _list_modules(module):
        if are_names(home, name) and _find_attribute(home, name) == thing:
            return ["symbol", home, name]
    if not are_names(module):
        raise _make_literal_error(
            thing, f"no import can name the module {module!r}", "Rename the module."
        )
    raise _make_literal_error(thing, f"{module} has no such name")


def find_class_symbol(kind: Any, name: str) -> Json:
    """Where the class *kind* is imported from; for a type that is none, such as ``Page[User]``, a *name* of a class alone."""
    generic = getattr(kind, "__pydantic_generic_metadata__", None)
    is_class = (
        isinstance(kind, type) and not typing.get_args(kind) and not (generic and generic["origin"])
    )
    return find_symbol(kind) if is_class else ["symbol", "builtins", make_class_name(name)]


def make_class_name(name: str) -> str:
    """A name of a class for a type that is none: ``ListUser`` for ``list[User]``."""
    return "".join(word[0].upper() + word[1:] for word in re.findall(r"[^\W_]+", name)) or "Value"


def _list_modules(module: str) -> Iterator[str]:
    """The modules that may export what *module* defines: public packages first, then *module* itself."""
    parts = module.split(".")
    if parts[0] == "pydantic" or any(part.startswith("_") for part in parts):
        for count in range(1, len(parts)):
            if not any(part.startswith("_") for part in parts[:count]):
                yield ".".join(parts[:count])
    yield module


def _find_attribute(module: str, name: str) -> object:
    try:
        return reduce(getattr, name.split("."), sys.modules[module])
    except (AttributeError, ImportError, KeyError):
        return None


def _make_literal_error(
    thing: Any,
    reason: str,
    hint: str = "Override the field, or leave the model out with --exclude.",
) -> LiteralError:
    kind = thing if hasattr(thing, "__qualname__") else type(thing)
    return LiteralError(
        f"{kind.__module__}.{kind.__qualname__} cannot be written as source: {reason}.", hint=hint
    )


def _describe_part(value: Any, as_dict: bool) -> Json:
    kind, inner = type(value), partial(_describe_part, as_dict=as_dict)
    if maker := _DESCRIBERS.get(kind):
        return maker(value, inner)
    if kind in _CONSTRUCTOR_ARGUMENTS:
        return _build_call(
            find_symbol(Path if kind is type(Path()) else kind),
            map(inner, _CONSTRUCTOR_ARGUMENTS[kind](value)),
        )
    if isinstance(value, _IMPORTABLE_TYPES) or typing.get_origin(value) is not None or value is ...:
        return describe_type(value)
    for test, form in _FAMILY_DESCRIBERS:
        if test(value):
            return form(value, inner)
    if hasattr(kind, "__pydantic_validator__") or dataclasses.is_dataclass(value):
        return _describe_object(value, inner, as_dict)
    if is_foreign(kind):
        return _build_call(
            find_symbol(kind),
            keywords={name: inner(part) for name, part in get_constructor_arguments(value).items()},
        )
    return _describe_by_argument(value, inner)


def _build_call(
    maker: Json, parts: Iterable[Json] = (), keywords: Mapping[str, Json] | None = None
) -> Json:
    return ["call", maker, list(parts), [[name, form] for name, form in (keywords or {}).items()]]


def _describe_by_argument(value: Any, describe_inner: DescribeValue) -> Json:
    """A type that is made from one value, such as its text: only if that is seen to make an equal one."""
    kind = type(value)
    bases = (int, float, bytes, list, tuple, set, frozenset, dict)
    base = next((base for base in bases if isinstance(value, base)), str)
    try:
        plain = str.__str__(value) if isinstance(value, str) else base(value)
        made = kind(plain)
        if type(made) is kind and made == value:
            return _build_call(find_symbol(kind), [describe_inner(plain)])
    except _CONSTRUCTOR_ERRORS as error:
        raise _make_literal_error(
            value, f"nothing is known that makes an equal value ({error})"
        ) from error
    raise _make_literal_error(value, "nothing is known that makes an equal value")


def _describe_named(value: Any, describe_inner: DescribeValue, *names: str) -> Json:
    return _build_call(
        find_symbol(type(value)),
        keywords={name: describe_inner(getattr(value, name)) for name in names},
    )


def _describe_text(value: str, _: DescribeValue) -> Json:
    try:
        value.encode()
    except UnicodeEncodeError:
        return ["str", b64encode(value.encode("utf-8", "surrogatepass")).decode()]
    return ["value", value]


def _describe_enum_member(value: Any, describe_inner: DescribeValue) -> Json:
    """A member by its name, flags as ``A | B``; by its value where that fails."""
    kind = type(value)
    bits = (
        [one for one in kind if one.value & value.value and one.value.bit_count() == 1]
        if isinstance(value, Flag)
        else []
    )
    parts = [value] if kind.__members__.get(value.name) is value else bits
    if not parts or not all(is_name(one.name) for one in parts) or reduce(or_, parts) != value:
        return _build_call(find_symbol(kind), [describe_inner(value.value)])
    _, module, name = find_symbol(kind)
    forms = [["symbol", module, f"{name}.{one.name}"] for one in parts]
    return forms[0] if len(forms) == 1 else ["or", forms]


def _get_sort_key(form: Json) -> tuple[bool, float, str]:
    """How the members of a set are sorted: numbers by size, then all others by what is written."""
    number = form[0] == "value" and isinstance(form[1], int | float)
    return (not number, form[1] if number else 0, json.dumps(form))


def _describe_datetime(value: datetime | time, describe_inner: DescribeValue) -> Json:
    """A moment; one in UTC by its text, since Pythons and linters disagree on how UTC itself is to be spelt."""
    if value.tzinfo is not None and not value.fold and _is_utc(value.tzinfo):
        return _build_call(
            [
                "symbol",
                "datetime",
                f"{'datetime' if isinstance(value, datetime) else 'time'}.fromisoformat",
            ],
            [describe_inner(value.isoformat())],
        )
    day = (value.year, value.month, value.day) if isinstance(value, datetime) else ()
    clock = [value.hour, value.minute, value.second, value.microsecond]
    while (
        clock and not clock[-1] and (clock[2:] or (day and not any(clock)))
    ):  # 9:00, but no time at midnight
        clock.pop()
    named = {} if value.tzinfo is None else {"tzinfo": describe_inner(value.tzinfo)}
    named |= {"fold": describe_inner(1)} if value.fold else {}
    return _build_call(
        find_symbol(datetime if day else time), map(describe_inner, (*day, *clock)), named
    )


def _describe_date(value: date, describe_inner: DescribeValue) -> Json:
    return _build_call(find_symbol(date), map(describe_inner, (value.year, value.month, value.day)))


def _describe_timedelta(value: timedelta, describe_inner: DescribeValue) -> Json:
    sign = -1 if value < timedelta() else 1
    whole = value * sign
    minutes, seconds = divmod(whole.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    sizes = {"days": whole.days, "hours": hours, "minutes": minutes, "seconds": seconds}
    sizes["microseconds"] = whole.microseconds
    return _build_call(
        find_symbol(timedelta),
        keywords={name: describe_inner(sign * size) for name, size in sizes.items() if size},
    )


def _describe_timezone(value: timezone, describe_inner: DescribeValue) -> Json:
    return _build_call(find_symbol(timezone), map(describe_inner, value.__getinitargs__()))  # type: ignore[attr-defined]  # offset and name


def _is_utc(zone: Any) -> bool:
    return zone is timezone.utc or (
        type(zone).__name__ == "TzInfo" and zone.utcoffset(None) == timedelta()
    )


def _describe_pattern(value: re.Pattern[Any], describe_inner: DescribeValue) -> Json:
    maker, parts = ["symbol", "re", "compile"], [describe_inner(value.pattern)]
    if re.compile(value.pattern) == value:
        return _build_call(maker, parts)
    names = ("ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE")
    flags = [["symbol", "re", name] for name in names if value.flags & getattr(re, name)]
    return _build_call(maker, [*parts, flags[0] if len(flags) == 1 else ["or", flags]])


def _describe_object(value: Any, describe_inner: DescribeValue, as_dict: bool) -> Json:
    """A model or dataclass: its constructor, or ``model_validate`` where a key of its input is no name."""
    kind = type(value)
    if getattr(kind, "__pydantic_root_model__", False):
        return (
            describe_inner(value.root)
            if as_dict
            else _build_call(describe_type(kind), [describe_inner(value.root)])
        )
    try:
        data = build_input(value)
    except UnacceptedError as error:
        raise _make_literal_error(value, str(error)) from error
    if as_dict:
        return describe_inner(data)
    maker = describe_type(kind)
    if all(map(is_name, data)):
        return _build_call(
            maker, keywords={name: describe_inner(part) for name, part in data.items()}
        )
    if not hasattr(kind, "model_validate"):
        raise _make_literal_error(value, "a key of its input is no name")
    of_class = ["attribute", maker, "model_validate"]
    return _build_call(
        of_class if maker[0] == "generic" else [*maker[:2], f"{maker[2]}.model_validate"],
        [describe_inner(data)],
    )


_DESCRIBERS: dict[type, Callable[[Any, DescribeValue], Json]] = {
    type(None): lambda value, _: ["value", value],
    bool: lambda value, _: ["value", value],
    int: lambda value, _: (
        ["value", value] if value.bit_length() < MAX_INT_BITS else ["int", hex(value)]
    ),
    float: lambda value, _: ["value", value] if isfinite(value) else ["float", str(value)],
    str: _describe_text,
    bytes: lambda value, _: ["bytes", b64encode(value).decode()],
    list: lambda value, inner: ["list", [*map(inner, value)]],
    tuple: lambda value, inner: ["tuple", [*map(inner, value)]],
    set: lambda value, inner: ["set", sorted(map(inner, value), key=_get_sort_key)],
    frozenset: lambda value, inner: ["frozenset", sorted(map(inner, value), key=_get_sort_key)],
    dict: lambda value, inner: ["dict", [[inner(key), inner(part)] for key, part in value.items()]],
    datetime: _describe_datetime,
    time: _describe_datetime,
    timedelta: _describe_timedelta,
    date: _describe_date,
    timezone: _describe_timezone,
    re.Pattern: _describe_pattern,
}

_CONSTRUCTOR_ARGUMENTS: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    complex: lambda value: (value.real, value.imag),
    bytearray: lambda value: (bytes(value),),
    range: lambda value: (
        (value.start, value.stop, value.step) if value.step != 1 else (value.start, value.stop)
    ),
    deque: lambda value: (list(value),) if value.maxlen is None else (list(value), value.maxlen),
    defaultdict: lambda value: (value.default_factory, dict(value)),
    OrderedDict: lambda value: (dict(value),),
    Counter: lambda value: (dict(value),),
    Decimal: lambda value: (str(value),),
    Fraction: lambda value: (value.numerator, value.denominator),
    type(Path()): lambda value: (str(value),),
}

_FAMILY_DESCRIBERS: tuple[
    tuple[Callable[[Any], bool], Callable[[Any, DescribeValue], Json]], ...
] = (
    (lambda value: isinstance(value, Enum), _describe_enum_member),
    (lambda value: isinstance(value, datetime | time), _describe_datetime),
    (lambda value: isinstance(value, date), _describe_date),
    (lambda value: isinstance(value, timedelta), _describe_timedelta),
    (
        lambda value: hasattr(value, "get_secret_value"),
        lambda value, inner: _build_call(
            find_symbol(type(value)), [inner(value.get_secret_value())]
        ),
    ),
    (
        lambda value: type(value).__name__ == "NameEmail",
        lambda value, inner: _describe_named(value, inner, "name", "email"),
    ),
    (
        lambda value: type(value).__name__ == "TzInfo",
        lambda value, inner: inner(timezone(value.utcoffset(None))),
    ),
    (
        lambda value: isinstance(value, tuple) and hasattr(value, "_fields"),
        lambda value, inner: _describe_named(value, inner, *value._fields),
    ),
)
