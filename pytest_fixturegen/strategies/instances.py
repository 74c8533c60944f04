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

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.seeded_globals import PLANNING_WORD, UserFunction, seed_globals
from pytest_fixturegen._internal.user_code import (
    Raised,
    attempt,
    call_or_default,
    format_user_error,
)
from pytest_fixturegen.introspection.checker_imports import read_hints
from pytest_fixturegen.introspection.readers.argument_models import (
    call_constructor,
    list_required_parameters,
)
from pytest_fixturegen.introspection.readers.plain_classes import is_standard
from pytest_fixturegen.introspection.readers.unknown_types import is_protocol
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

UNFINISHED_NAMES = ("NotImplementedError",)
"""The names that a method uses which is left to subclasses."""

UNION_ORIGINS = (typing.Union, typing.Annotated)


def build_instance_node(cls: Any, *, is_exact: bool) -> Node | None:
    """Return a node that makes an instance of *cls* for each record; None if that is impossible.

    Unless it *is_exact*, an instance that no constructor has made will do.
    """
    for make in MAKERS[: 1 if is_exact else None]:
        make_instance = partial(make, cls)
        if _makes_instance(make_instance, cls):
            build = partial(_ignore_argument, make_instance)
            has_code = is_user_function(cls)
            return Converted(
                Constant(None, None),
                UserFunction(build) if has_code else build,
            )
    return None


def find_constructor_problem(cls: Any) -> str:
    """Return why the constructor of *cls* makes no instance."""
    required = list_required_parameters(cls)
    untyped = [each.name for each in required if each.annotation is each.empty]
    if untyped:
        return f"its constructor does not say the type of {', '.join(map(repr, untyped))}"
    result = attempt(partial(construct_instance, cls))
    if isinstance(result, Raised):
        return f"its constructor raises {format_user_error(result.error)}"
    return "its constructor makes an object of another class"


def is_abstract(cls: Any) -> bool:
    """Return whether *cls* has abstract methods, or is a protocol."""
    return any((inspect.isabstract(cls), is_protocol(cls)))


def is_unfinished(cls: type) -> bool:
    """Return whether a method of *cls*, which is not standard, only raises NotImplementedError.

    That is how classes without ``abc`` say that only their subclasses are of use.
    """
    if is_standard(cls):
        return False
    members = map(partial(inspect.getattr_static, cls), dir(cls))
    codes = (getattr(_get_function(member), "__code__", None) for member in members)
    return any(code is not None and code.co_names == UNFINISHED_NAMES for code in codes)


def _get_function(member: Any) -> Any:
    """Return the function behind *member* of a class: a method or a property of any kind."""
    return getattr(member, "fget", None) or getattr(member, "__func__", member)


def iter_concrete_subclasses(cls: type) -> Iterator[type]:
    """Yield the subclasses of *cls* that are not abstract, the nearest first.

    Only those of the package of *cls* count, so that the data does not depend on what else is
    imported. Most callers need one of what may be a thousand, so each is examined in its turn.
    """
    package = cls.__module__.partition(".")[0]
    below = {cls: None}
    waiting: list[type] = [cls]
    for known in waiting:
        subclasses: list[type] = known.__subclasses__()
        waiting.extend(inner for inner in subclasses if inner not in below)
        below.update(dict.fromkeys(subclasses))
    inside = (inner for inner in below if inner.__module__.partition(".")[0] == package)
    for inner in sorted(inside, key=lambda inner: _sort_key(cls, inner)):
        if not (is_abstract(inner) or is_unfinished(inner)):
            yield inner


def _sort_key(cls: type, subclass: type) -> tuple[bool, int, str, str]:
    """Return the order of *subclass*: of the same module first, then by distance and name."""
    is_elsewhere = subclass.__module__ != cls.__module__
    distance = subclass.__mro__.index(cls)
    return is_elsewhere, distance, subclass.__module__, subclass.__qualname__


@dataclass(frozen=True, slots=True)
class InstanceBuilder:
    """Builds an instance of *cls* from a mapping of arguments, which *read_arguments* reads.

    If the constructor refuses them, it gets the samples of :func:`construct_instance`.
    """

    cls: Any
    read_arguments: Callable[[Any], Any]

    def __call__(self, values: Any) -> Any:
        """Return the instance, or *values* themselves if no argument is accepted."""
        arguments = self.read_arguments(values)
        if not isinstance(arguments, dict):
            arguments = vars(arguments)
        make = partial(call_constructor, self.cls, arguments)
        instance = call_or_default(make, None)
        if isinstance(instance, self.cls):
            return instance
        return call_or_default(partial(construct_instance, self.cls), values)


def _makes_instance(make: Callable[[], Any], cls: Any) -> bool:
    """Return whether *make* returns an instance of *cls* instead of an error."""
    # The constructor of a user's class may raise anything, and draw random numbers.
    with seed_globals(PLANNING_WORD):
        return isinstance(call_or_default(make, None), cls)


def _ignore_argument(make: Callable[[], Any], _: None) -> Any:
    return make()


def construct_instance(cls: Any, depth: int = 0) -> Any:
    """Return an instance of *cls*, constructed with plain values for its required parameters."""
    origin = typing.get_origin(cls) or cls
    if origin is Iterator:
        return iter(())
    hints = read_hints(origin.__init__)
    arguments = {
        parameter.name: make_argument(hints.get(parameter.name, str), depth)
        for parameter in list_required_parameters(origin)
    }
    return call_constructor(origin, arguments)


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
        cls = type(
            cls.__name__,
            (cls,),
            dict.fromkeys(cls.__abstractmethods__),
        )
    return cls.__new__(cls)


MAKERS = (construct_instance, make_subclass_instance, make_bare_instance)
"""Functions that make an instance of a class, in the order in which they are tried."""
