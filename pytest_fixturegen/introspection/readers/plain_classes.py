"""Plain classes: their annotated constructors, or annotated attributes, say what makes them."""

from __future__ import annotations

import inspect
import sys
import weakref
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, ClassVar, get_origin

from pytest_fixturegen._internal.user_code import call_or_default
from pytest_fixturegen.introspection.checker_imports import evaluate_hints

Parameter = inspect.Parameter

KNOWN_MARKS = (
    "__dataclass_fields__",
    "__get_pydantic_core_schema__",
    "__pydantic_core_schema__",
    "__attrs_attrs__",
    "__struct_fields__",
    "__mapper__",
    "__required_keys__",
    "_is_protocol",
)
"""Attributes of the classes that other readers know, and of protocols, which nothing makes."""

NEUTRAL_BASES = {"object", "Generic", "Protocol", "ABC"}
"""Classes of the standard library that do not say how their subclasses are made."""

_known_arguments: dict[int, tuple[weakref.ref[Any], dict[str, Any]]] = {}
"""The arguments of each instance that was built here, by its identity."""

VARIADIC_KINDS = (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)


@lru_cache(maxsize=1024)
def is_plain_class(cls: Any) -> bool:
    """Return whether *cls* is a class of the user that its annotations say how to make.

    The annotations are not evaluated.
    """
    return _is_candidate(cls) and call_or_default(partial(_is_annotated, cls), False)


def _is_annotated(cls: Any) -> bool:
    """Return whether *cls* has annotated attributes, or all that its constructor requires."""
    if find_constructor(cls) is None:
        annotations = [getattr(base, "__annotations__", None) for base in cls.__mro__]
        return any(annotations)
    parameters = _list_parameters(cls)
    untyped = [each for each in parameters if each.annotation is each.empty]
    return len(untyped) < len(parameters) and all(
        each.default is not each.empty for each in untyped
    )


def _is_candidate(cls: Any) -> bool:
    """Return whether *cls* is a concrete class that derives from no other kind of class."""
    if not isinstance(cls, type) or inspect.isabstract(cls):
        return False
    is_known = any(getattr(cls, mark, False) for mark in KNOWN_MARKS)
    standard = map(attrgetter("__name__"), filter(is_standard, cls.__mro__))
    return not is_known and NEUTRAL_BASES.issuperset(standard)


def is_standard(cls: Any) -> bool:
    """Return whether *cls* is a class of the standard library."""
    return cls.__module__.partition(".")[0] in sys.stdlib_module_names


@lru_cache(maxsize=1024)
def list_arguments(cls: Any) -> tuple[Parameter, ...]:
    """Return the arguments for an instance of *cls*: annotated parameters, or else attributes.

    Errors in the evaluation of the annotations propagate.
    """
    constructor = find_constructor(cls)
    if constructor is None:
        return _list_attributes(cls)
    hints = evaluate_hints(constructor)
    return tuple(
        parameter.replace(annotation=hints[parameter.name])
        for parameter in _list_parameters(cls)
        if parameter.name in hints
    )


def find_constructor(cls: Any) -> Any:
    """Return the ``__init__`` of *cls* that is written in Python, or else its ``__new__``."""
    candidates = (cls.__init__, cls.__new__)
    return next(
        (each for each in candidates if inspect.isfunction(each)),
        None,
    )


def _list_parameters(cls: Any) -> list[Parameter]:
    """Return the named parameters of the constructor in order, without ``self`` or ``cls``."""
    signature = inspect.signature(find_constructor(cls))
    parameters = list(signature.parameters.values())[1:]
    return [parameter for parameter in parameters if parameter.kind not in VARIADIC_KINDS]


def _list_attributes(cls: Any) -> tuple[Parameter, ...]:
    """Return the annotated attributes of *cls* as parameters, without class variables."""
    return tuple(
        Parameter(
            name,
            Parameter.KEYWORD_ONLY,
            default=getattr(cls, name, Parameter.empty),
            annotation=hint,
        )
        for name, hint in evaluate_hints(cls).items()
        if (get_origin(hint) or hint) is not ClassVar
    )


def build_plain_instance(cls: Any, arguments: Mapping[str, Any]) -> Any:
    """Return the instance of *cls* that its constructor, or setting its attributes, makes.

    As long as it lives, its arguments are known: it may keep others than it gets, or none.
    """
    instance = _call(cls, arguments)
    with suppress(TypeError):  # a class with slots may take no weak references
        reference = weakref.ref(
            instance,
            partial(_forget, id(instance)),
        )
        _known_arguments[id(instance)] = reference, dict(arguments)
    return instance


def _forget(key: int, _: Any) -> None:
    """Forget the arguments of a class that no longer exists."""
    _known_arguments.pop(key, None)


def _call(cls: Any, arguments: Mapping[str, Any]) -> Any:
    """Return a new instance of *cls*."""
    if find_constructor(cls) is None:
        instance = cls()
        for name, value in arguments.items():
            setattr(instance, name, value)
        return instance
    positional, named = split_arguments(cls, arguments)
    return cls(*positional, **named)


def split_arguments(
    cls: Any,
    arguments: Mapping[str, Any],
) -> tuple[list[Any], dict[str, Any]]:
    """Return those of *arguments* that *cls* takes by position, and those that it takes by name."""
    named = dict(arguments)
    positional = [
        named.pop(parameter.name)
        for parameter in list_arguments(cls)
        if parameter.kind is Parameter.POSITIONAL_ONLY
    ]
    return positional, named


def read_plain_arguments(value: Any) -> dict[str, Any]:
    """Return the arguments of a plain instance.

    Those of the user's own are the attributes of their names, perhaps private. Raise ValueError if
    it does not keep them as its constructor gets them.
    """
    known = _known_arguments.get(id(value))
    if known is not None:
        return known[1]
    cls: Any = type(value)
    arguments = call_or_default(partial(_read_attributes, value), {})
    again = call_or_default(partial(_call, cls, arguments), None)
    if call_or_default(partial(_read_attributes, again), None) != arguments:
        raise ValueError(f"{cls.__name__} does not keep the arguments of its constructor")
    return arguments


def format_value(value: Any) -> str:
    """Return the repr of *value*; of a plain instance without its own, the constructor's call."""
    cls: Any = type(value)
    has_own_repr = cls.__repr__ is not object.__repr__
    if has_own_repr or not is_plain_class(cls):
        return repr(value)
    arguments = read_plain_arguments(value)
    parts = [f"{name}={format_value(part)}" for name, part in arguments.items()]
    return f"{cls.__name__}({', '.join(parts)})"


def has_known_call(value: Any) -> bool:
    """Return whether a call of the constructor is known that makes an instance like *value*."""
    if find_constructor(type(value)) is None:
        return False
    # An object of the user's may not keep its arguments.
    return bool(call_or_default(partial(read_plain_arguments, value), {}))


def _read_attributes(value: Any) -> dict[str, Any]:
    """Return the attributes of *value* that hold its arguments. Raise AttributeError if it cannot.

    An argument may be an attribute with underscores.
    """
    cls: Any = type(value)
    prefix = f"_{cls.__name__.lstrip('_')}__"
    attributes = {}
    for name in (parameter.name for parameter in list_arguments(cls)):
        spellings = (name, f"_{name}", f"{prefix}{name}")
        found = [spelling for spelling in spellings if hasattr(value, spelling)]
        attributes[name] = getattr(value, [*found, name][0])
    return attributes
