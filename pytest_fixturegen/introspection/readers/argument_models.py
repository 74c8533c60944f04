"""Classes that Pydantic does not know: a dataclass of the arguments of their constructor."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import make_dataclass
from functools import lru_cache
from typing import Any

from pytest_fixturegen._internal.user_code import Raised, attempt
from pytest_fixturegen.introspection.checker_imports import read_hints

NAMED_KINDS = (
    inspect.Parameter.POSITIONAL_ONLY,
    inspect.Parameter.POSITIONAL_OR_KEYWORD,
    inspect.Parameter.KEYWORD_ONLY,
)


@lru_cache(maxsize=1024)
def build_argument_model(cls: Any) -> Any:
    """Return a dataclass of the arguments that the constructor of *cls* requires, or None.

    None says that the constructor requires no argument, is not written in Python, or has an
    argument without an annotation.
    """
    constructor = getattr(cls, "__init__", None)
    if not inspect.isfunction(constructor):
        return None
    hints = read_hints(constructor)
    names = [parameter.name for parameter in list_required_parameters(cls)]
    if not names or not all(name in hints for name in names):
        return None
    return make_dataclass(
        cls.__name__,
        [(name, hints[name]) for name in names],
        kw_only=True,
        namespace={"__pydantic_config__": {"arbitrary_types_allowed": True}},
    )


@lru_cache(maxsize=1024)
def build_field_model(cls: Any) -> Any:
    """Return a dataclass with the fields of *cls*, a dataclass, but without its own validation.

    Return None if *cls* is not a dataclass, or if its annotations cannot be read.
    """
    fields = [field for field in getattr(cls, "__dataclass_fields__", {}).values() if field.init]
    hints = read_hints(cls)
    if not fields or not hints:
        return None
    return make_dataclass(
        cls.__name__,
        [(field.name, hints[field.name], _copy_default(field)) for field in fields],
        kw_only=True,
        namespace={"__pydantic_config__": {"arbitrary_types_allowed": True}},
    )


def _copy_default(field: dataclasses.Field[Any]) -> Any:
    """Return a new field with the default of *field*, if it has one."""
    default: Any = dataclasses.field(default=field.default)
    default.default_factory = field.default_factory
    return default


def list_required_parameters(cls: Any) -> list[inspect.Parameter]:
    """Return the named parameters without a default of the constructor of *cls*.

    The list is empty if the constructor has no readable signature, as in some C extensions.
    """
    with suppress(ValueError):
        return [
            parameter
            for parameter in inspect.signature(cls).parameters.values()
            if parameter.default is parameter.empty and parameter.kind in NAMED_KINDS
        ]
    return []


def call_constructor(cls: Any, arguments: Mapping[str, Any]) -> Any:
    """Return an instance of *cls* from its required *arguments*, each passed as its kind allows."""
    named = dict(arguments)
    positional = [
        named.pop(parameter.name)
        for parameter in list_required_parameters(cls)
        if parameter.kind is parameter.POSITIONAL_ONLY
    ]
    return cls(*positional, **named)


def construct(make: Callable[[], Any], label: str) -> Any:
    """Return what *make* returns; raise its error as a ValueError, after *label*.

    Pydantic gives a place to this error only. Its traceback shows the code that refused.
    """
    instance = attempt(make)
    if isinstance(instance, Raised):
        error = instance.error
        raise ValueError(f"{label}{error}").with_traceback(error.__traceback__) from error
    return instance
