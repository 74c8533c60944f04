"""The type arguments of generic base classes: ``class IntBox(Box[int])`` has an item of int.

Pydantic and attrs read the inherited annotation ``item: T`` and forget what T is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from pytest_fixturegen._internal.user_code import call_or_default

Arguments = Mapping[Any, Any]
"""Type arguments by type variable."""

NO_ARGUMENTS: Arguments = {}


def find_specialized_hints(cls: Any, arguments: Arguments = NO_ARGUMENTS) -> dict[str, Any]:
    """Return the types of inherited fields of *cls* whose type variables its bases replace.

    *arguments* are those of *cls* itself. Its other variables stay in the types.
    """
    found: dict[str, Any] = {}
    own_names = _list_own_names(cls)
    for base, base_arguments in _iter_generic_bases(cls, arguments):
        hints = read_hints(base)
        # A variable of an inherited field is one of another class, although it may be the same.
        for name in (_list_own_names(base) & hints.keys()) - own_names:
            hint_after = replace_variables(hints[name], base_arguments)
            if hint_after is not hints[name]:
                found.setdefault(name, hint_after)
    return found


def read_hints(cls: Any) -> dict[str, Any]:
    """Return the types of the fields of *cls*; none if a name in them does not exist."""
    hints: dict[str, Any] = {}
    return call_or_default(lambda: get_type_hints(cls, include_extras=True), hints)


class AliasSearch:
    """Finds the type arguments of generic classes in *annotation*, and in the classes within it.

    The schema of a class does not say what its own type variables are. The search is made once, if
    a class asks for it.
    """

    def __init__(self, annotation: Any = None) -> None:
        self._pending = [annotation]
        self._arguments: dict[Any, list[Arguments]] = {}

    def find(self, cls: Any) -> Arguments:
        """Return the arguments of *cls*; none if it has several, or no known ones."""
        seen: set[int] = set()
        while self._pending:
            hint = self._pending.pop()
            if id(hint) not in seen:
                seen.add(id(hint))
                self._pending += self._enter(hint)
        known = self._arguments.get(cls, [])
        return known[0] if len(known) == 1 else NO_ARGUMENTS

    def _enter(self, hint: Any) -> list[Any]:
        """Note the arguments of *hint*, and return the types within it."""
        cls, values = get_origin(hint) or hint, get_args(hint)
        arguments = dict(zip(_list_variables(cls), values, strict=False))
        known = self._arguments.setdefault(cls, []) if arguments else [arguments]
        if arguments not in known:
            known.append(arguments)
        has_fields = isinstance(cls, type) and bool(getattr(cls, "__annotations__", ()))
        return [*values, *(read_hints(cls).values() if has_fields else ())]


def replace_variables(hint: Any, arguments: Arguments) -> Any:
    """Return *hint* with each type variable of *arguments* replaced."""
    if isinstance(hint, TypeVar):
        return arguments.get(hint, hint)
    parameters = getattr(hint, "__parameters__", ())
    if not get_args(hint) or not any(each in arguments for each in parameters):
        return hint
    return hint[tuple(arguments.get(each, each) for each in parameters)]


def _iter_generic_bases(cls: Any, arguments: Arguments) -> Iterator[tuple[Any, Arguments]]:
    """Yield each specialized base of *cls* with its type arguments, the nearest first."""
    for base in getattr(cls, "__orig_bases__", getattr(cls, "__bases__", ())):
        origin = get_origin(base) or base
        parameters = _list_variables(origin)
        values = (replace_variables(each, arguments) for each in get_args(base))
        known = dict(zip(parameters, values, strict=False))
        if known and getattr(origin, "__annotations__", None):
            yield origin, known
        if origin is not object and isinstance(origin, type):
            yield from _iter_generic_bases(origin, known)


def _list_variables(cls: Any) -> tuple[Any, ...]:
    """Return the type variables of *cls*.

    A class whose instances are types, such as that of ``int | None``, has a descriptor there.
    """
    variables = getattr(cls, "__parameters__", ())
    return variables if isinstance(variables, tuple) else ()


def _list_own_names(cls: Any) -> set[str]:
    """Return the fields that *cls* itself annotates. A TypedDict holds those of its bases, too."""
    names = set(getattr(cls, "__annotations__", ()))
    if hasattr(cls, "__total__"):
        for base in getattr(cls, "__orig_bases__", ()):
            names -= set(getattr(get_origin(base) or base, "__annotations__", ()))
    return names
