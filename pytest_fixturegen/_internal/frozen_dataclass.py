"""A ``dataclass`` decorator for frozen classes that costs little at import.

The standard library compiles six methods for each frozen dataclass, about a millisecond for each
class whenever a command starts. This decorator gives the class closures that read its fields
instead. Instances behave the same; making one takes a little longer.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - type checkers see the original
else:

    def dataclass(
        *,
        frozen,
        slots=False,
        kw_only=False,
        repr=True,  # noqa: A002 - same signature
    ):
        """Like :func:`dataclasses.dataclass`, but *frozen* must be True."""
        if not frozen:
            raise TypeError("expected frozen=True: use dataclasses.dataclass for mutable classes")

        def decorate(cls):
            own_names = set(vars(cls))
            # Without a docstring, dataclasses would build the signature, which takes long.
            cls.__doc__ = cls.__doc__ or cls.__name__
            build = dataclasses.dataclass(
                init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
            )
            built = build(cls)
            for name, method in _build_methods(built, repr).items():
                if name not in own_names:
                    setattr(built, name, method)
            built.__signature__ = FieldSignature()
            return built

        return decorate


class FieldSignature:
    """The signature of a class by its fields, which ``help()`` and editors show.

    It is built when it is asked for, because it takes long.
    """

    def __get__(
        self,
        instance: object,
        owner: type,
    ) -> Any:
        import inspect

        if instance is not None:  # callable instances have signatures of their own
            raise AttributeError("__signature__")
        parameters = []
        for field in dataclasses.fields(owner):
            kind: Any = inspect.Parameter.POSITIONAL_OR_KEYWORD
            if field.kw_only:
                kind = inspect.Parameter.KEYWORD_ONLY
            default = inspect.Parameter.empty if field.default is MISSING else field.default
            if field.default_factory is not MISSING:
                default = field.default_factory()
            parameters.append(
                inspect.Parameter(
                    field.name,
                    kind,
                    default=default,
                    annotation=field.type,
                )
            )
        return inspect.Signature(parameters)


def _build_methods(cls: type, with_repr: bool) -> Mapping[str, Callable[..., Any]]:
    """Return the methods of *cls* by name."""
    fields = dataclasses.fields(cls)
    read_compared_values = _build_reader([field.name for field in fields if field.compare])
    shown_names = [field.name for field in fields if field.repr]

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        if other.__class__ is not self.__class__:
            return NotImplemented
        return read_compared_values(self) == read_compared_values(other)

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(read_compared_values(self))

    def __repr__(self: Any) -> str:  # noqa: N807
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown_names)
        return f"{type(self).__qualname__}({values})"

    methods: dict[str, Callable[..., Any]] = {
        "__init__": _build_init(cls, fields),
        "__eq__": __eq__,
        "__hash__": __hash__,
        "__setattr__": _refuse_change,
        "__delattr__": _refuse_change,
        "__setstate__": _restore_state,
    }
    if with_repr:
        methods["__repr__"] = __repr__
    return methods


def _build_reader(names: list[str]) -> Callable[[Any], Any]:
    """Return a function that reads the attributes *names* of an instance."""
    return attrgetter(*names) if names else lambda instance: ()


def _build_init(cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    """Return an ``__init__`` that sets the fields of *cls* and calls ``__post_init__``.

    If *cls* has a class method ``_read_keywords``, it converts the keyword arguments.
    """
    positional_names = [field.name for field in fields if not field.kw_only]
    names = positional_names + [field.name for field in fields if field.kw_only]
    max_positional = len(positional_names)
    defaults = {field.name: field.default for field in fields if field.default is not MISSING}
    factories = _get_default_factories(fields)
    post_init = getattr(cls, "__post_init__", None)
    read_keywords = getattr(cls, "_read_keywords", None)
    set_attribute = object.__setattr__  # the class's own __setattr__ refuses

    def fill_values(arguments: tuple[Any, ...], keywords: dict[str, Any]) -> list[Any]:
        """Return the value of each field in order. Raise TypeError if *arguments* do not fit."""
        placed = dict(zip(positional_names, arguments, strict=False))
        made = {name: make() for name, make in factories.items()}
        values = {
            **defaults,
            **made,
            **placed,
            **keywords,
        }
        duplicates = placed.keys() & keywords.keys()
        if values.keys() != {*names} or len(arguments) > max_positional or duplicates:
            raise TypeError(
                _explain_mismatch(
                    cls.__name__,
                    names,
                    values,
                    duplicates,
                )
            )
        return [values[name] for name in names]

    def __init__(  # noqa: N807
        self: Any,
        /,
        *arguments: Any,
        **keywords: Any,
    ) -> None:
        if read_keywords and keywords:
            keywords = read_keywords(keywords)
        is_complete = len(arguments) == max_positional == len(names) and not keywords
        values = arguments if is_complete else fill_values(arguments, keywords)
        for name, value in zip(names, values, strict=True):
            set_attribute(self, name, value)
        if post_init:
            post_init(self)

    return __init__


def _get_default_factories(
    fields: tuple[dataclasses.Field[Any], ...],
) -> dict[str, Callable[[], Any]]:
    """Return the default factory of each field that has one, by the name of the field."""
    factories = {}
    for field in fields:
        if field.default_factory is not MISSING:
            factories[field.name] = field.default_factory
    return factories


def _explain_mismatch(
    cls: str,
    names: Sequence[str],
    values: Mapping[str, Any],
    duplicates: Iterable[str],
) -> str:
    """Return why *values* do not make an instance of *cls*."""
    unknown = [name for name in values if name not in names]
    if unknown:
        return f"{cls} has no {unknown[0]!r}"
    missing = [name for name in names if name not in values]
    if missing:
        return f"{cls} needs {', '.join(map(repr, missing))}"
    repeated = ", ".join(map(repr, duplicates))
    if repeated:
        return f"{cls} is given {repeated} twice"
    return f"{cls} is given too many positional values"


def _refuse_change(
    self: Any,
    name: str,
    *_: Any,
) -> NoReturn:
    """Raise FrozenInstanceError, as assignments and deletions of attributes must."""
    raise FrozenInstanceError(f"{name} of {type(self).__name__} cannot be changed")


def _restore_state(self: Any, state: Any) -> None:
    """Restore what ``copy`` or ``pickle`` saved of an instance."""
    # A class with slots saves two mappings, of its attributes and of its slots, or None.
    parts = state if isinstance(state, tuple) else (state,)
    for values in filter(None, parts):
        for name, value in values.items():
            object.__setattr__(self, name, value)
