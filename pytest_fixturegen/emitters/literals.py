"""Describes a value as a *form*: JSON that says how to write it as Python, for ``source`` to print.

The forms are a closed set, so that the process that prints them need not trust the one that made
them::

    ["value", None | bool | int of 64 bits | finite float | str]
    ["float", "inf" | "-inf" | "nan"]
    ["int", "-0xff"]
    ["str", base64 of UTF-8 with lone surrogates]
    ["bytes", base64]
    ["list" | "tuple" | "set" | "frozenset", [form, ...]]
    ["dict", [[form, form], ...]]
    ["symbol", module, dotted name]
    ["generic", symbol, [form, ...]]
    ["attribute", generic, name]
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

from pytest_fixturegen._internal.deep_calls import allow_levels
from pytest_fixturegen.emitters.objects import CONSTRUCTOR_ERRORS, UnacceptedError, build_input
from pytest_fixturegen.emitters.source import (
    MAX_DEPTH,
    MAX_INT_BITS,
    FormDepthError,
    FormError,
    Json,
    are_names,
    is_name,
    list_symbols,
)
from pytest_fixturegen.errors import EmitError
from pytest_fixturegen.introspection.readers.foreign_classes import (
    get_constructor_arguments,
    is_converted_again,
    needs_bridge,
    split_call,
)
from pytest_fixturegen.introspection.readers.table_classes import is_plain_table
from pytest_fixturegen.introspection.readers.tables.instances import get_row_arguments

DescribeValue: TypeAlias = Callable[[Any], Json]
_IMPORTABLE_TYPES = type | types.FunctionType | types.BuiltinFunctionType | types.MethodType
_PLAIN_BASES = (int, float, bytes, list, tuple, set, frozenset, dict)
_PATTERN_FLAGS = ("ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE")


class LiteralError(EmitError, TypeError):
    """A value that has no source: its type is unknown, or cannot be imported."""


def describe_value(value: object, *, as_dict: bool = False) -> Json:
    """Return the form of *value*.

    With *as_dict*, models and dataclasses become the mappings that they accept. Raises
    LiteralError, which names the type, if no expression is known to make an equal value.
    """
    try:
        with allow_levels(MAX_DEPTH):
            form = _describe_part(value, as_dict)
            list_symbols(form)
    except (FormDepthError, RecursionError):
        raise _make_depth_error(value) from None
    except FormError as error:
        raise _make_literal_error(value, "it is too large or not to be called") from error
    return form


def _make_depth_error(value: object) -> LiteralError:
    """Return the error for a value that Python's parser could not read."""
    kind = type(value)
    return LiteralError(
        f"{kind.__module__}.{kind.__qualname__} cannot be written as source: it contains itself, or"
        f" nests more than {MAX_DEPTH} levels deep, and Python reads at most 199 brackets.",
        hint="Declare the fixture with pfg_fixture(), which draws the value in the test run.",
    )


# Types


def describe_type(kind: Any) -> Json:
    """Return the form of a type as an annotation has it: ``Box[int]``, ``User | None``."""
    if kind is None or kind is type(None):
        return ["value", None]
    if isinstance(kind, typing.TypeVar):  # nothing binds it in the annotation of a fixture
        return find_symbol(Any)
    if isinstance(kind, list):  # the parameters of a Callable
        return ["list", [describe_type(part) for part in kind]]
    return _describe_generic(kind)


def _describe_generic(kind: Any) -> Json:
    """Return the form of a union or a generic type with its arguments, or of a plain class.

    Raises LiteralError if no import finds the class.
    """
    origin, arguments = _split_generic(kind)
    if origin is None:
        return find_symbol(kind)
    if origin in (typing.Union, types.UnionType):
        return ["or", [describe_type(argument) for argument in arguments]]
    return [
        "generic",
        find_symbol(origin),
        _describe_arguments(kind, origin, arguments),
    ]


def _split_generic(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return the origin and the arguments of a generic type; the origin of another one is None."""
    generic = getattr(kind, "__pydantic_generic_metadata__", None)
    if generic and generic["origin"]:
        return generic["origin"], generic["args"]
    return typing.get_origin(kind), typing.get_args(kind)


def _describe_arguments(
    kind: Any,
    origin: Any,
    arguments: tuple[Any, ...],
) -> list[Json]:
    """Return the forms of the *arguments* of *origin*: values in a Literal, types elsewhere.

    In an Annotated, only the first argument is a type.
    """
    if origin is typing.Literal:
        return [describe_value(argument) for argument in arguments]
    if origin is typing.Annotated:
        return [describe_type(arguments[0]), *map(describe_value, kind.__metadata__)]
    return [describe_type(argument) for argument in arguments]


def find_symbol(thing: Any) -> Json:
    """Return the symbol form of a class or function.

    Raises LiteralError if an import does not find it.
    """
    if thing is ...:
        return ["symbol", "builtins", "Ellipsis"]
    module = str(getattr(thing, "__module__", None))
    name = _get_qualified_name(thing)
    if not isinstance(name, str) or "<" in name or module == "__main__":
        raise _make_literal_error(
            thing, "it is made inside a function or a script, where no import reaches it"
        )
    home = _find_home(thing, module, name)
    if home is not None:
        return ["symbol", home, name]
    if not are_names(module):
        raise _make_literal_error(
            thing, f"no import can name the module {module!r}", "Rename the module."
        )
    raise _make_literal_error(thing, f"{module} has no such name")


def _find_home(
    thing: Any,
    module: str,
    name: str,
) -> str | None:
    """Return the first module that exports *thing* as *name*, or None.

    It is *module* itself, or a public package above it.
    """
    for home in _list_modules(module):
        if are_names(home, name) and _find_attribute(home, name) == thing:
            return home
    return None


def _get_qualified_name(thing: Any) -> object:
    """Return the name of *thing* within its module, or None if it has no name."""
    # typing.Any and its like have only the last of these in Python 3.10.
    for attribute in ("__qualname__", "__name__", "_name"):
        name = getattr(thing, attribute, None)
        if name:
            return name
    return None


def find_class_symbol(kind: Any, name: str) -> Json:
    """Return the symbol of the class *kind*.

    A type that is not a class, such as ``Page[User]``, gets a class name made of *name*.
    """
    generic = getattr(kind, "__pydantic_generic_metadata__", None)
    is_parametrized = bool(typing.get_args(kind) or (generic and generic["origin"]))
    if isinstance(kind, type) and not is_parametrized:
        return find_symbol(kind)
    return ["symbol", "builtins", make_class_name(name)]


def make_class_name(name: str) -> str:
    """Return a class name for a type that is not a class: ``ListUser`` for ``list[User]``."""
    words = re.findall(r"[^\W_]+", name)
    return "".join(word[0].upper() + word[1:] for word in words) or "Value"


def _list_modules(module: str) -> Iterator[str]:
    """Yield the modules that may export what *module* defines: public packages first."""
    parts = module.split(".")
    first_private = next(
        (i for i, part in enumerate(parts) if part.startswith("_")),
        None,
    )
    if first_private is None and parts[0] == "pydantic":
        first_private = len(parts)
    if first_private is not None:
        for count in range(1, min(first_private + 1, len(parts))):
            yield ".".join(parts[:count])
    yield module


def _find_attribute(module: str, name: str) -> object:
    """Return the object at the dotted *name* in an imported *module*, or None."""
    try:
        return reduce(
            getattr,
            name.split("."),
            sys.modules[module],
        )
    except (AttributeError, ImportError, KeyError):
        return None


def _make_literal_error(
    thing: Any,
    reason: str,
    hint: str = "Override the field, or leave the model out with --exclude.",
) -> LiteralError:
    """Return the error that *thing* has no source.

    It names the type of *thing*, or *thing* itself if it is a class or a function.
    """
    kind = thing if hasattr(thing, "__qualname__") else type(thing)
    return LiteralError(
        f"{kind.__module__}.{kind.__qualname__} cannot be written as source: {reason}.", hint=hint
    )


# Values


def _describe_part(value: Any, as_dict: bool) -> Json:
    """Return the form of *value* and all that it contains.

    An exact type comes first, then the families of subclasses, then models, and one argument last.
    """
    kind = type(value)
    describe_inner = partial(_describe_part, as_dict=as_dict)
    if describer := _DESCRIBERS.get(kind):
        return describer(value, describe_inner)
    if kind in _CONSTRUCTOR_ARGUMENTS:
        return _describe_by_constructor(value, describe_inner)
    if _is_importable(value):
        return describe_type(value)
    for is_family, describer in _FAMILY_DESCRIBERS:
        if is_family(value):
            return describer(value, describe_inner)
    return _describe_instance(value, describe_inner, as_dict)


def _describe_instance(
    value: Any,
    describe_inner: DescribeValue,
    as_dict: bool,
) -> Json:
    """Return the form of an instance of a class of the user, or of any other class."""
    kind = type(value)
    if is_plain_table(kind):
        return _describe_row(value, describe_inner, as_dict)
    if hasattr(kind, "__pydantic_validator__") or dataclasses.is_dataclass(value):
        return _describe_object(value, describe_inner, as_dict)
    if needs_bridge(kind):
        return _describe_foreign(value, describe_inner)
    return _describe_by_argument(value, describe_inner)


def _is_importable(value: Any) -> bool:
    """Return whether *value* is written by its name: a type, a function or ``...``."""
    if isinstance(value, _IMPORTABLE_TYPES) or value is ...:
        return True
    return typing.get_origin(value) is not None


def _describe_by_constructor(value: Any, describe_inner: DescribeValue) -> Json:
    """Describe a value of the standard library by the arguments in _CONSTRUCTOR_ARGUMENTS.

    A path is a Path: its exact type depends on the operating system.
    """
    kind = type(value)
    arguments = _CONSTRUCTOR_ARGUMENTS[kind](value)
    callee = Path if kind is type(Path()) else kind
    symbol = find_symbol(callee)
    return _build_call(symbol, map(describe_inner, arguments))


def _describe_foreign(value: Any, describe_inner: DescribeValue) -> Json:
    """Describe an object of attrs or msgspec, or of a plain class, by its constructor's call."""
    kind = type(value)
    if is_converted_again(value):
        raise _make_literal_error(value, "no call of its constructor makes an equal object")
    positional, named = split_call(kind, get_constructor_arguments(value))
    keywords = {name: describe_inner(part) for name, part in named.items()}
    return _build_call(
        find_symbol(kind),
        map(describe_inner, positional),
        keywords,
    )


def _describe_row(
    value: Any,
    describe_inner: DescribeValue,
    as_dict: bool,
) -> Json:
    """Describe an instance of a class of SQLAlchemy by its columns, as keywords."""
    arguments = get_row_arguments(value)
    if as_dict:
        return describe_inner(arguments)
    keywords = {name: describe_inner(part) for name, part in arguments.items()}
    return _build_call(find_symbol(type(value)), keywords=keywords)


def _build_call(
    callee: Json,
    arguments: Iterable[Json] = (),
    keywords: Mapping[str, Json] | None = None,
) -> Json:
    """Return the form of a call of *callee*, with *keywords* in the order given."""
    named = [[name, form] for name, form in (keywords or {}).items()]
    return ["call", callee, list(arguments), named]


def _describe_by_argument(value: Any, describe_inner: DescribeValue) -> Json:
    """Describe a value by one argument, such as its text, if that makes an equal value."""
    kind = type(value)
    base = next(
        (base for base in _PLAIN_BASES if isinstance(value, base)),
        str,
    )
    try:
        plain = str.__str__(value) if isinstance(value, str) else base(value)
        copy = kind(plain)
        if type(copy) is kind and copy == value:
            return _build_call(find_symbol(kind), [describe_inner(plain)])
    except CONSTRUCTOR_ERRORS as error:
        raise _make_literal_error(
            value, f"no constructor call is known to make an equal value ({error})"
        ) from error
    raise _make_literal_error(value, "no constructor call is known to make an equal value")


def _describe_attributes(
    value: Any,
    describe_inner: DescribeValue,
    *names: str,
) -> Json:
    """Describe a value by the attributes *names*, which its constructor takes as keywords."""
    keywords = {name: describe_inner(getattr(value, name)) for name in names}
    return _build_call(find_symbol(type(value)), keywords=keywords)


# Scalars


def _describe_int(value: int, _: DescribeValue) -> Json:
    """Return the form of *value*, hexadecimal if it does not fit into a JSON number."""
    return ["value", value] if value.bit_length() < MAX_INT_BITS else ["int", hex(value)]


def _describe_float(value: float, _: DescribeValue) -> Json:
    """Return the form of *value*; JSON has no number for infinity and NaN, so they are text."""
    return ["value", value] if isfinite(value) else ["float", str(value)]


def _describe_text(value: str, _: DescribeValue) -> Json:
    """Return the form of *value*, in Base64 if it has lone surrogates, which JSON cannot carry."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return ["str", b64encode(value.encode("utf-8", "surrogatepass")).decode()]
    return ["value", value]


def _describe_enum_member(value: Any, describe_inner: DescribeValue) -> Json:
    """Describe a member by its name and flags as ``A | B``, or by its value if that fails."""
    kind = type(value)
    parts = _split_member(value)
    if not _are_parts_of(value, parts):
        return _build_call(
            find_symbol(kind),
            [describe_inner(value.value)],
        )
    _, module, name = find_symbol(kind)
    symbols = [["symbol", module, f"{name}.{part.name}"] for part in parts]
    return symbols[0] if len(symbols) == 1 else ["or", symbols]


def _are_parts_of(value: Any, parts: list[Any]) -> bool:
    """Return whether *parts*, joined by ``|``, are *value*, and all have usable names.

    A flag may have bits without a name; then its parts are not all of it.
    """
    has_names = all(is_name(part.name) for part in parts)
    if not parts or not has_names:
        return False
    return bool(reduce(or_, parts) == value)


def _split_member(value: Any) -> list[Any]:
    """Return the named members that *value* is made of: itself, or the bits of a flag."""
    kind = type(value)
    if kind.__members__.get(value.name) is value:
        return [value]
    if not isinstance(value, Flag):
        return []
    included = [member for member in kind if member.value & value.value]
    return [member for member in included if member.value.bit_count() == 1]


def _describe_pattern(value: re.Pattern[Any], describe_inner: DescribeValue) -> Json:
    """Return a call of ``re.compile``, with the flags only if the pattern differs without."""
    callee = ["symbol", "re", "compile"]
    pattern = describe_inner(value.pattern)
    if re.compile(value.pattern) == value:
        return _build_call(callee, [pattern])
    names = [name for name in _PATTERN_FLAGS if value.flags & getattr(re, name)]
    symbols = [["symbol", "re", name] for name in names]
    flags = symbols[0] if len(symbols) == 1 else ["or", symbols]
    return _build_call(callee, [pattern, flags])


# Collections


def _describe_set(
    tag: str,
    members: Iterable[Any],
    describe_inner: DescribeValue,
) -> Json:
    """Return the form of *members*, sorted: the order of a set changes from run to run."""
    return [tag, sorted(map(describe_inner, members), key=_get_sort_key)]


def _get_sort_key(form: Json) -> tuple[bool, float, str]:
    """Return a key that sorts numbers by size, then all other forms by their JSON."""
    is_number = form[0] == "value" and isinstance(form[1], int | float)
    return (
        not is_number,
        form[1] if is_number else 0,
        json.dumps(form),
    )


def _describe_dict(value: Mapping[Any, Any], describe_inner: DescribeValue) -> Json:
    """Return the form of *value*, its entries in the order of the mapping."""
    return ["dict", [[describe_inner(key), describe_inner(part)] for key, part in value.items()]]


# Dates and times


def _describe_datetime(value: datetime | time, describe_inner: DescribeValue) -> Json:
    """Describe a date and time, or a time.

    One in UTC is made from its text: Pythons and linters disagree on how to write UTC itself.
    """
    if not value.fold and _is_utc(value.tzinfo):
        return _describe_iso_text(value, describe_inner)
    numbers = _list_clock_arguments(value)
    if isinstance(value, datetime):
        numbers = [
            value.year,
            value.month,
            value.day,
            *numbers,
        ]
    keywords = {}
    if value.tzinfo is not None:
        keywords["tzinfo"] = describe_inner(value.tzinfo)
    if value.fold:
        keywords["fold"] = describe_inner(1)
    kind = datetime if isinstance(value, datetime) else time
    symbol = find_symbol(kind)
    return _build_call(symbol, map(describe_inner, numbers), keywords)


def _describe_iso_text(value: datetime | time, describe_inner: DescribeValue) -> Json:
    """Return a call of ``fromisoformat``, which reads the text of *value* in every Python."""
    name = "datetime" if isinstance(value, datetime) else "time"
    callee = ["symbol", "datetime", f"{name}.fromisoformat"]
    text = value.isoformat()
    return _build_call(callee, [describe_inner(text)])


def _list_clock_arguments(value: datetime | time) -> list[int]:
    """Return hour, minute, second and microsecond, as short as people write them.

    That is 9:00 for a full hour, and no time at all for the midnight of a date.
    """
    clock = [
        value.hour,
        value.minute,
        value.second,
        value.microsecond,
    ]
    if isinstance(value, datetime) and not any(clock):
        return []
    while len(clock) > 2 and not clock[-1]:
        clock.pop()
    return clock


def _describe_date(value: date, describe_inner: DescribeValue) -> Json:
    """Return a call with the three numbers of the date."""
    return _build_call(
        find_symbol(date),
        map(describe_inner, (value.year, value.month, value.day)),
    )


def _describe_timedelta(value: timedelta, describe_inner: DescribeValue) -> Json:
    """Return a call with the sizes that are not 0.

    A negative duration has negative sizes, where Python stores -1 day and a positive rest.
    """
    sign = -1 if value < timedelta() else 1
    length = value * sign
    minutes, seconds = divmod(length.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    sizes = {
        "days": length.days,
        "hours": hours,
        "minutes": minutes,
        "seconds": seconds,
        "microseconds": length.microseconds,
    }
    keywords = {name: describe_inner(sign * size) for name, size in sizes.items() if size}
    return _build_call(find_symbol(timedelta), keywords=keywords)


def _describe_timezone(value: timezone, describe_inner: DescribeValue) -> Json:
    """Return a call with the offset and, if it has one, the name that pickle keeps."""
    offset_and_name = value.__getinitargs__()  # type: ignore[attr-defined]  # used by pickle
    return _build_call(find_symbol(timezone), map(describe_inner, offset_and_name))


def _describe_pydantic_zone(value: Any, describe_inner: DescribeValue) -> Json:
    """Describe a zone that pydantic-core makes as a timezone of the same offset."""
    return describe_inner(timezone(value.utcoffset(None)))


def _is_utc(zone: Any) -> bool:
    """Return whether *zone* is UTC itself, or Pydantic's zone of offset 0."""
    if zone is timezone.utc:
        return True
    return _is_pydantic_zone(zone) and zone.utcoffset(None) == timedelta()


def _is_pydantic_zone(value: Any) -> bool:
    """Return whether *value* is a zone that pydantic-core makes, by the name of its class."""
    return type(value).__name__ == "TzInfo"


# Models and other classes


def _describe_object(
    value: Any,
    describe_inner: DescribeValue,
    as_dict: bool,
) -> Json:
    """Describe a model or dataclass as a call of its constructor.

    If a key of its input is not a name, ``model_validate`` is called.
    """
    kind = type(value)
    if getattr(kind, "__pydantic_root_model__", False):
        root = describe_inner(value.root)
        return root if as_dict else _build_call(describe_type(kind), [root])
    try:
        data = build_input(value)
    except UnacceptedError as error:
        raise _make_literal_error(value, str(error)) from error
    if as_dict:
        return describe_inner(data)
    symbol = describe_type(kind)
    if all(map(is_name, data)):
        keywords = {name: describe_inner(part) for name, part in data.items()}
        return _build_call(symbol, keywords=keywords)
    if not hasattr(kind, "model_validate"):
        raise _make_literal_error(value, "a key of its input is not a name")
    return _build_call(_describe_model_validate(symbol), [describe_inner(data)])


def _describe_model_validate(symbol: Json) -> Json:
    """Return the form of ``model_validate`` of the class *symbol*, which may be generic."""
    if symbol[0] == "generic":
        return ["attribute", symbol, "model_validate"]
    tag, module, name = symbol
    return [tag, module, f"{name}.model_validate"]


def _describe_secret(value: Any, describe_inner: DescribeValue) -> Json:
    """Describe a secret of Pydantic by the value that it hides."""
    return _build_call(
        find_symbol(type(value)),
        [describe_inner(value.get_secret_value())],
    )


def _describe_name_email(value: Any, describe_inner: DescribeValue) -> Json:
    """Return the description of a name with an e-mail address."""
    return _describe_attributes(value, describe_inner, "name", "email")


def _describe_named_tuple(value: Any, describe_inner: DescribeValue) -> Json:
    """Return the description of a named tuple by its fields."""
    return _describe_attributes(value, describe_inner, *value._fields)


_DESCRIBERS: dict[type, Callable[[Any, DescribeValue], Json]] = {
    type(None): lambda value, _: ["value", value],
    bool: lambda value, _: ["value", value],
    int: _describe_int,
    float: _describe_float,
    str: _describe_text,
    bytes: lambda value, _: ["bytes", b64encode(value).decode()],
    list: lambda value, describe_inner: ["list", list(map(describe_inner, value))],
    tuple: lambda value, describe_inner: ["tuple", list(map(describe_inner, value))],
    set: partial(_describe_set, "set"),
    frozenset: partial(_describe_set, "frozenset"),
    dict: _describe_dict,
    datetime: _describe_datetime,
    time: _describe_datetime,
    timedelta: _describe_timedelta,
    date: _describe_date,
    timezone: _describe_timezone,
    re.Pattern: _describe_pattern,
}
"""Describers of exactly these types."""


def _get_range_arguments(value: range) -> tuple[int, ...]:
    """Return start and stop, and the step unless it is 1, the default."""
    ends = (value.start, value.stop)
    return ends if value.step == 1 else (*ends, value.step)


def _get_deque_arguments(value: deque[Any]) -> tuple[Any, ...]:
    """Return the items, and the maximum length if there is one."""
    return (list(value),) if value.maxlen is None else (list(value), value.maxlen)


_CONSTRUCTOR_ARGUMENTS: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    complex: lambda value: (value.real, value.imag),
    bytearray: lambda value: (bytes(value),),
    range: _get_range_arguments,
    deque: _get_deque_arguments,
    defaultdict: lambda value: (value.default_factory, dict(value)),
    OrderedDict: lambda value: (dict(value),),
    Counter: lambda value: (dict(value),),
    Decimal: lambda value: (str(value),),
    Fraction: lambda value: (value.numerator, value.denominator),
    type(Path()): lambda value: (str(value),),
}
"""The arguments that make an equal value of exactly these types."""

_FAMILY_DESCRIBERS: tuple[
    tuple[Callable[[Any], bool], Callable[[Any, DescribeValue], Json]], ...
] = (
    (lambda value: isinstance(value, Enum), _describe_enum_member),
    (lambda value: isinstance(value, datetime | time), _describe_datetime),
    (lambda value: isinstance(value, date), _describe_date),
    (lambda value: isinstance(value, timedelta), _describe_timedelta),
    (lambda value: hasattr(value, "get_secret_value"), _describe_secret),
    (lambda value: type(value).__name__ == "NameEmail", _describe_name_email),
    (_is_pydantic_zone, _describe_pydantic_zone),
    (lambda value: isinstance(value, tuple) and hasattr(value, "_fields"), _describe_named_tuple),
)
"""Tests and describers of subclasses and of Pydantic's types; the first that fits is used."""
