"""Plain classes as models: how the source shows them, and when they are selected."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

PLAIN_KIND = "class"
"""The kind of a class that only its annotations make a model."""

PLAIN_BASES = frozenset(("object", "Generic"))
"""Bases of a plain class that other libraries define."""

CONSTRUCTORS = ("__init__", "__new__")


class Kinded(Protocol):
    """A model that was found."""

    @property
    def kind(self) -> str: ...


M = TypeVar("M", bound=Kinded)


def leave_out_plain(models: Sequence[M]) -> list[M]:
    """Return *models* without plain classes, or all of them if they are all plain classes.

    Plain classes next to models are usually services, not data, so only their names select them.
    """
    return [model for model in models if model.kind != PLAIN_KIND] or list(models)


def is_plain_definition(node: ast.ClassDef, bases: Sequence[str]) -> bool:
    """Return whether annotations say how the class *node*, which derives from *bases*, is made."""
    if not PLAIN_BASES.issuperset(bases):
        return False
    constructors: list[Any] = list(filter(_is_constructor, node.body))
    if not constructors:
        return ast.AnnAssign in map(type, node.body)
    first = constructors[0].args
    arguments = [
        *first.posonlyargs,
        *first.args,
        *first.kwonlyargs,
    ]
    annotations = [argument.annotation for argument in arguments[1:]]
    return bool(annotations) and None not in annotations


def _is_constructor(statement: ast.stmt) -> bool:
    """Return whether *statement* defines what makes an instance."""
    return getattr(statement, "name", "") in CONSTRUCTORS
