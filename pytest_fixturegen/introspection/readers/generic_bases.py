"""The type arguments of generic base classes: ``class IntBox(Box[int])`` has an item of int.

Pydantic and attrs read the inherited annotation ``item: T`` and forget what T is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from pytest_fixturegen._internal.user_code import call_or_default

Arguments = Mapping[Any, Any]
"""Type arguments by type variable."""


def find_specialized_hints(cls: Any) -> dict[str, Any]:
    """Return the types of inherited fields of *cls* whose type variables its bases replace.

    Fields with variables that nothing replaces are left out.
    """
    found: dict[str, Any] = {}
    own_names = _list_own_names(cls)
    for base, arguments in _iter_generic_bases(cls, {}):
        # The names of annotations of the user's module may not exist at run time.
        hints = call_or_default(partial(get_type_hints, base, include_extras=True), {})
        for name, hint in hints.items():
            hint_after = replace_variables(hint, arguments)
            is_changed = hint_after is not hint and not _has_variables(hint_after)
            if is_changed and name not in own_names:
                found.setdefault(name, hint_after)
    return found


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
        parameters = getattr(origin, "__parameters__", ())
        values = (replace_variables(each, arguments) for each in get_args(base))
        known = dict(zip(parameters, values, strict=False))
        if known and getattr(origin, "__annotations__", None):
            yield origin, known
        if origin is not object and isinstance(origin, type):
            yield from _iter_generic_bases(origin, known)


def _list_own_names(cls: Any) -> set[str]:
    """Return the fields that *cls* itself annotates. A TypedDict holds those of its bases, too."""
    names = set(getattr(cls, "__annotations__", ()))
    if hasattr(cls, "__total__"):
        for base in getattr(cls, "__orig_bases__", ()):
            names -= set(getattr(get_origin(base) or base, "__annotations__", ()))
    return names


def _has_variables(hint: Any) -> bool:
    return isinstance(hint, TypeVar) or bool(getattr(hint, "__parameters__", ()) and get_args(hint))
