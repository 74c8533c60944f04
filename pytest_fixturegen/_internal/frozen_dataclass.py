"""``dataclass``, as the standard library has it, for frozen data: its methods are shared, not compiled for each class.

Python compiles six methods for a frozen dataclass, a millisecond for each class of ours whenever a command starts. Here a
class is given functions that read its fields. What it does is the same; making an instance takes a little longer.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - what a type checker sees
else:

    def dataclass(*, frozen, slots=False, kw_only=False, repr=True):  # noqa: A002 - as it is spelt there
        """See :func:`dataclasses.dataclass`. *frozen* is True: what may change is compiled."""
        if not frozen:
            raise TypeError("What is not frozen is a dataclass of the standard library.")

        def decorate(cls):
            own = set(vars(cls))
            cls.__doc__ = (
                cls.__doc__ or cls.__name__
            )  # otherwise the signature is looked up, which takes long
            cls = dataclasses.dataclass(
                init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
            )(cls)
            for name, method in _build_methods(cls, repr).items():
                if name not in own:
                    setattr(cls, name, method)
            return cls

        return decorate


def _build_methods(cls: type, with_repr: bool) -> Mapping[str, Callable[..., Any]]:
    """What each class has, by name; how instances are *shown* only when asked for."""
    parts = dataclasses.fields(cls)
    init, key = _build_init(cls, parts), _build_key([each.name for each in parts if each.compare])
    said = [each.name for each in parts if each.repr]

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(key(self))

    def __repr__(self: Any) -> str:  # noqa: N807
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in said)})"

    methods: dict[str, Callable[..., Any]] = {
        "__init__": init,
        "__eq__": __eq__,
        "__hash__": __hash__,
    }
    methods |= {
        "__setattr__": _refuse_change,
        "__delattr__": _refuse_change,
        "__setstate__": _restore_state,
    }
    return {**methods, "__repr__": __repr__} if with_repr else methods


def _build_key(names: list[str]) -> Callable[[Any], Any]:
    """What is compared of an instance."""
    return attrgetter(*names) if names else lambda _: ()


def _build_init(cls: type, fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    places = sum(not each.kw_only for each in fields)
    names = [
        each.name for each in sorted(fields, key=lambda each: bool(each.kw_only))
    ]  # what has a place first
    defaults = {each.name: each.default for each in fields if each.default is not MISSING}
    factories = {
        each.name: each.default_factory for each in fields if each.default_factory is not MISSING
    }
    finish, put = getattr(cls, "__post_init__", None), object.__setattr__

    def fill_values(positional: tuple[Any, ...], keywords: dict[str, Any]) -> list[Any]:
        placed = dict(zip(names[:places], positional, strict=False))
        values = {
            **defaults,
            **{name: make() for name, make in factories.items()},
            **placed,
            **keywords,
        }
        if values.keys() != {*names} or len(positional) > places or placed.keys() & keywords.keys():
            raise TypeError(
                _explain_mismatch(cls.__name__, names, values, placed.keys() & keywords.keys())
            )
        return [values[name] for name in names]

    def __init__(self: Any, /, *positional: Any, **keywords: Any) -> None:  # noqa: N807
        whole = len(positional) == places == len(names) and not keywords
        for name, value in zip(
            names, positional if whole else fill_values(positional, keywords), strict=True
        ):
            put(self, name, value)
        if finish:
            finish(self)

    return __init__


def _explain_mismatch(
    cls: str, names: Sequence[str], values: Mapping[str, Any], duplicates: Iterable[str]
) -> str:
    """Why these *values* make no instance."""
    unknown, missing = (
        [name for name in values if name not in names],
        [name for name in names if name not in values],
    )
    if unknown or missing:
        return (
            f"{cls} has no {unknown[0]!r}"
            if unknown
            else f"{cls} needs {', '.join(map(repr, missing))}"
        )
    return (
        f"{cls} is given {', '.join(map(repr, duplicates))} twice"
        if duplicates
        else f"{cls} is given too many values by place"
    )


def _refuse_change(self: Any, name: str, *_: Any) -> NoReturn:
    raise FrozenInstanceError(f"{name} of {type(self).__name__} cannot be changed")


def _restore_state(self: Any, state: Any) -> None:
    """Take over what ``copy`` or ``pickle`` keep of an instance."""
    for values in state if isinstance(state, tuple) else (state,):
        for name, value in (values or {}).items():
            object.__setattr__(self, name, value)
