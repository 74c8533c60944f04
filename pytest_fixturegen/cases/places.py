"""The places of a record at which cases differ."""

from __future__ import annotations

from typing import Any, NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import list_ancestors
from pytest_fixturegen.cases.options import Option
from pytest_fixturegen.introspection.shapes import ModelField, Shape
from pytest_fixturegen.nodes import Node

MISSING = object()
"""The value of a part that the base record does not have."""

Requirement = tuple[int, frozenset[str]]
"""The position of another place, and the names of its options with which a place exists.

The empty name is the base record's own value.
"""

AS_IN_BASE = ""

NONE, VALUE, UNSET = "None", "value", "unset"
"""Names of options: no value, a value that the plan draws, and a field that is left out."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a record: its *path* in the plan, its *title* in ids, and its *options*.

    It exists only in records that meet all *requirements*. *full_option* shows all that the place
    can have at once: a value instead of None, two items of a list. It is None if the base record
    shows that. *base_member* is the member of a union that the base record shows.
    """

    path: str
    title: str
    options: tuple[Option, ...]
    requirements: tuple[Requirement, ...] = ()
    full_option: Option | None = None
    base_member: str | None = None


class FixedPlaces(NamedTuple):
    """The places that cases leave alone: those at or below a path of *whole*, and those *above*.

    A place above an override must have a value, and its other fields may vary.
    """

    whole: frozenset[str]
    above: frozenset[str]

    def has(self, path: str) -> bool:
        """Return whether cases leave the place at *path* alone."""
        return path in self.above or not list_ancestors(path).isdisjoint(self.whole)


class RecordPart(NamedTuple):
    """A part of the record, which is a place if it has a choice.

    *value* is what the base record has there, or MISSING. *field* is its field, if it is one, and
    *owner* the model of that. *siblings* are the fields before it in its record: their fields,
    paths and nodes.
    """

    shape: Shape
    node: Node
    path: str
    title: str
    value: Any
    requirements: tuple[Requirement, ...]
    field: ModelField | None = None
    owner: str = ""
    siblings: tuple[tuple[ModelField, str, Node], ...] = ()

    @property
    def is_given(self) -> bool:
        """Whether the base record has a value there, and it is not None."""
        return is_given(self.value)


def is_given(value: Any) -> bool:
    """Return whether the base record has *value*, and it is not None."""
    return value is not None and value is not MISSING
