"""Instances of classes that are no models: what an ``is-instance`` check asks for, and nothing more is known of."""

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
    datetime: datetime(2026, 1, 1, tzinfo=timezone.utc),
    timedelta: timedelta(hours=1),
    Decimal: Decimal("1.50"),
    UUID: UUID(int=1),
    Path: Path("notes.txt"),
}
"""What a constructor is given for a parameter of a plain type."""

MAX_CONSTRUCTOR_DEPTH = 3
"""How many constructors in each other are tried."""


def build_instance_node(cls: Any) -> Node | None:
    """A new instance of *cls* for each record, or None when none can be made."""
    for make in (
        partial(construct_instance, cls),
        partial(make_subclass_instance, cls),
        partial(make_bare_instance, cls),
    ):
        try:
            made = make()
            if isinstance(made, cls):
                return Converted(Constant(None, None), partial(_call_maker, make))
        except Exception:  # a constructor of the user's may raise anything
            continue
    return None


def _call_maker(make: Callable[[], Any], _: None) -> Any:
    return make()


def construct_instance(cls: Any, depth: int = 0) -> Any:
    """What the constructor of *cls* makes of plain arguments for its required parameters."""
    origin = typing.get_origin(cls) or cls
    if origin is Iterator or origin is typing.get_origin(typing.Iterator[int]):
        return iter(())
    hints = _read_type_hints(origin)
    parameters = inspect.signature(origin).parameters.values()
    needed = [
        each
        for each in parameters
        if each.default is each.empty and each.kind not in (each.VAR_POSITIONAL, each.VAR_KEYWORD)
    ]
    given = {each.name: make_argument(hints.get(each.name, str), depth) for each in needed}
    places = [given.pop(each.name) for each in needed if each.kind is each.POSITIONAL_ONLY]
    return origin(*places, **given)


def make_argument(annotation: Any, depth: int) -> Any:
    """A plain value for a parameter. Raises TypeError when none is known."""
    origin = typing.get_origin(annotation) or annotation
    if origin in (typing.Union, typing.Annotated) or type(annotation).__name__ == "UnionType":
        return make_argument(typing.get_args(annotation)[0], depth)
    if origin is typing.Literal:
        return typing.get_args(annotation)[0]
    if origin in SAMPLE_ARGUMENTS:
        return SAMPLE_ARGUMENTS[origin]
    if isinstance(origin, type) and issubclass(origin, Enum):
        return next(iter(origin))
    if origin is Callable or depth >= MAX_CONSTRUCTOR_DEPTH or not isinstance(origin, type):
        return str
    return construct_instance(origin, depth + 1)


def make_subclass_instance(cls: Any) -> Any:
    """An instance of a subclass, for a class that is there to be derived from; of a metaclass, a class."""
    if issubclass(cls, type):
        return cls("Sample", (), {})
    return type(cls.__name__, (cls,), {})()


def make_bare_instance(cls: Any) -> Any:
    """An instance that no constructor has seen; of an abstract class, one of a subclass without the missing parts."""
    if inspect.isabstract(cls):
        cls = type(cls.__name__, (cls,), dict.fromkeys(cls.__abstractmethods__))
    return cls.__new__(cls)


def _read_type_hints(cls: Any) -> dict[str, Any]:
    try:
        return typing.get_type_hints(cls.__init__)
    except Exception:  # a name that is not there at run time
        return {}
