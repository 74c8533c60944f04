"""Instances of classes that are not models.

An ``is-instance`` check asks for an instance of a class, and nothing more is known of the class.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from pytest_fixturegen._internal.seeded_globals import PLANNING_WORD, UserFunction, seed_globals
from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.user_functions import is_user_function
from pytest_fixturegen.nodes import Constant, Converted, Node

SAMPLE_ARGUMENTS: dict[Any, Any] = {
    int: 1,
    str: "text",
    float: 1.5,
    bool: True,
    bytes: b"text",
    list: [],
    dict: {},
    set: set(),
    tuple: (),
    date: date(2026, 1, 1),
    datetime: datetime(
        2026,
        1,
        1,
        tzinfo=timezone.utc,
    ),
    timedelta: timedelta(hours=1),
    Decimal: Decimal("1.50"),
    UUID: UUID(int=1),
    Path: Path("notes.txt"),
}
"""The argument that a constructor gets for a parameter of a plain type."""

MAX_CONSTRUCTOR_DEPTH = 3
"""How many constructors are called for each other's arguments."""

UNION_ORIGINS = (typing.Union, typing.Annotated)
VARIADIC_KINDS = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


def build_instance_node(cls: Any) -> Node | None:
    """Return a node that makes an instance of *cls* for each record; None if that is impossible."""
    for make in (construct_instance, make_subclass_instance, make_bare_instance):
        make_instance = partial(make, cls)
        if _makes_instance(make_instance, cls):
            build = partial(_ignore_argument, make_instance)
            has_code = is_user_function(cls)
            return Converted(Constant(None, None), UserFunction(build) if has_code else build)
    return None


def _makes_instance(make: Callable[[], Any], cls: Any) -> bool:
    """Return whether *make* returns an instance of *cls* instead of an error."""
    # The constructor of a user's class may raise anything, and draw random numbers.
    with seed_globals(PLANNING_WORD):
        return isinstance(call_or_default(make, None), cls)


def _ignore_argument(make: Callable[[], Any], _: None) -> Any:
    return make()


def construct_instance(cls: Any, depth: int = 0) -> Any:
    """Return what the constructor of *cls* makes of plain arguments for its required parameters."""
    origin = typing.get_origin(cls) or cls
    if origin is Iterator:
        return iter(())
    hints = _read_type_hints(origin)
    required = [
        parameter
        for parameter in inspect.signature(origin).parameters.values()
        if parameter.default is parameter.empty and parameter.kind not in VARIADIC_KINDS
    ]
    arguments = {
        parameter.name: make_argument(hints.get(parameter.name, str), depth)
        for parameter in required
    }
    positional = [
        arguments.pop(parameter.name)
        for parameter in required
        if parameter.kind is parameter.POSITIONAL_ONLY
    ]
    return origin(*positional, **arguments)


def make_argument(annotation: Any, depth: int) -> Any:
    """Return a plain value for a parameter with *annotation*."""
    origin = typing.get_origin(annotation) or annotation
    if origin in UNION_ORIGINS or type(annotation).__name__ == "UnionType":
        return make_argument(typing.get_args(annotation)[0], depth)
    if origin is typing.Literal:
        return typing.get_args(annotation)[0]
    if origin in SAMPLE_ARGUMENTS:
        return SAMPLE_ARGUMENTS[origin]
    if isinstance(origin, type) and issubclass(origin, Enum):
        return next(iter(origin))
    is_too_deep = depth >= MAX_CONSTRUCTOR_DEPTH
    if is_too_deep or origin is Callable or not isinstance(origin, type):
        return str  # something that can be called
    return construct_instance(origin, depth + 1)


def make_subclass_instance(cls: Any) -> Any:
    """Return an instance of an empty subclass of *cls*; of a metaclass, return a class."""
    if issubclass(cls, type):
        return cls("Sample", (), {})
    return type(cls.__name__, (cls,), {})()


def make_bare_instance(cls: Any) -> Any:
    """Return an instance of *cls*, which may be abstract, without calling its constructor."""
    if inspect.isabstract(cls):
        cls = type(cls.__name__, (cls,), dict.fromkeys(cls.__abstractmethods__))
    return cls.__new__(cls)


def _read_type_hints(cls: Any) -> dict[str, Any]:
    """Return the types of the constructor's parameters by name; none if they cannot be read."""
    hints: dict[str, Any] = {}
    # Evaluating annotations runs code of the user, which may raise anything.
    return call_or_default(lambda: typing.get_type_hints(cls.__init__), hints)
