"""The type hints of mapped attributes: ``Mapped[...]`` of SQLAlchemy, and plain ones."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pytest_fixturegen.introspection.checker_imports import read_hints

WRAPPERS = ("Mapped", "MappedColumn", "Column", "InstrumentedAttribute", "QueryableAttribute")
"""Classes of SQLAlchemy that wrap the type of an attribute."""

VAGUE_HINTS = (None, Any, object)
"""Hints that do not say what a column holds."""


def find_hint(cls: Any, name: str) -> Any:
    """Return the type that the attribute *name* of *cls* is annotated with; None if none is known.

    The hint is resolved in the module of the class that declares it, which may be a mixin.
    """
    for base in cls.__mro__:
        hint = _read_own_hint(base, name)
        if hint is not None:
            return None if isinstance(hint, TypeVar) else hint
    return None


def find_bare_hint(cls: Any, name: str) -> Any:
    """Return what :func:`find_hint` does, without the metadata that is for SQLAlchemy."""
    bare, is_optional = split_optional(find_hint(cls, name))
    return bare | None if is_optional else bare


def _read_own_hint(base: Any, name: str) -> Any:
    """Return the type of the attribute *name* that *base* itself declares, or None."""
    function = getattr(vars(base).get(name), "fget", None)
    if function is not None:  # declared_attr
        return unwrap_mapped(read_hints(function).get("return"))
    raw_hint = _get_own_annotations(base).get(name)
    if raw_hint is None:
        return None
    holder = type(
        base.__name__,
        (),
        {"__annotations__": {name: raw_hint}},
    )
    holder.__module__ = base.__module__
    return unwrap_mapped(read_hints(holder, dict(vars(base))).get(name))


def _get_own_annotations(base: Any) -> dict[str, Any]:
    """Return the annotations that *base* has, and none of its bases."""
    own = vars(base)
    if "__annotations__" in own:
        return dict(own["__annotations__"])
    annotate = getattr(base, "__annotate__", None)  # Python 3.14 computes them
    return dict(base.__annotations__) if annotate else {}


def unwrap_mapped(hint: Any) -> Any:
    """Return the type in ``Mapped[...]``; None for a wrapper without one."""
    origin = get_origin(hint) or hint
    if not _is_wrapper(origin):
        return hint
    return next(iter(get_args(hint)), None)


def _is_wrapper(origin: Any) -> bool:
    """Return whether *origin* is a class of SQLAlchemy that says what an attribute holds."""
    module, name = getattr(origin, "__module__", ""), getattr(origin, "__name__", "")
    return str(module).startswith("sqlalchemy.") and name in WRAPPERS


def split_optional(hint: Any) -> tuple[Any, bool]:
    """Return *hint* without None, and whether None was part of it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        inner, is_optional = split_optional(arguments[0])
        metadata = [each for each in hint.__metadata__ if not _is_for_sqlalchemy(each)]
        parts = (inner, *metadata)
        return Annotated[parts] if metadata else inner, is_optional
    if origin not in (Union, UnionType) or NoneType not in arguments:
        return hint, False
    members = tuple(member for member in arguments if member is not NoneType)
    return Union[members], True  # noqa: UP007 - the members are known at run time only


def _is_for_sqlalchemy(metadata: Any) -> bool:
    """Return whether *metadata* is a column, or a constant that a type map looks up."""
    module = type(metadata).__module__
    return module == "builtins" or module.startswith("sqlalchemy")


def is_vague(hint: Any) -> bool:
    """Return whether *hint* does not say what a column holds."""
    return any(hint is vague for vague in VAGUE_HINTS)
