"""The interface of providers: functions from a :class:`FieldContext` to a node or None."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.record_outline import NO_RECORD, RecordOutline
from pytest_fixturegen.providers.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FieldContext:
    """The field that a provider fills.

    Attributes:
        name: The name of the field, in snake case and plain English.
        model: The name of its class, likewise.
        kind: The kind of value, such as ``"str"``, ``"int"`` or ``"datetime"``, or a named type.
        constraints: The constraints that each value must satisfy.
        vocabulary: The words of the locale.
        now: The moment that the data takes for the present.
        is_item: Whether the provider fills the items of a list or mapping.
        record: The names and kinds of the fields around it.
        spelling: The name of the field as it is written, in snake case.
    """

    name: str
    model: str
    kind: Any
    constraints: Constraints
    vocabulary: Vocabulary
    now: datetime
    is_item: bool = False
    record: RecordOutline = NO_RECORD
    spelling: str = ""


Provider = Callable[[FieldContext], Node | None]
"""Returns a node for a field, or None if it cannot serve its kind or its constraints."""
