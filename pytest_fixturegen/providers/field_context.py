"""What a provider is: a function from an :class:`Ask` to a node, or to None when it cannot serve."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FieldContext:
    """One place to fill: the *name* of its field in snake case, its *kind* of value (``str``, ``int``, ``datetime``, ... or
    a named type), the *rules* it must keep, the *words* of the locale, and the moment *now*. *model* is the class it
    stands in, in snake case; *several* says that the place is an item of a list or mapping.
    """

    name: str
    model: str
    kind: Any
    constraints: Constraints
    vocabulary: Vocabulary
    now: datetime
    is_item: bool = False


Provider = Callable[[FieldContext], Node | None]
