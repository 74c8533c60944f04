"""The result of a planning rule."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any, Literal, NamedTuple

from pytest_fixturegen.nodes import FactView, Node, Unsatisfiable
from pytest_fixturegen.plugins.contracts import Strategy

Presence = Literal["as declared", "always", "default", "absent"]
"""Whether a record holds a field: always if it is required and otherwise perhaps (*as declared*),
*always*, only as the *default* that its model adds, or never (*absent*).
"""

OMITTED_PROVIDER = "left out"
"""The provider of a field that is not filled; the reason says why."""

NO_VALUE_PROVIDER = "None"
"""The provider of an optional value that is always None; the reason says why."""

DROPPED_PROVIDER = "dropped"
"""The provider of a union's member for which nothing valid can be drawn; the reason says why."""


class UniqueLimit(NamedTuple):
    """The number of records, *size*, for which the fields that *label* names can be unique.

    If *parents* is set, *label* is a field that links to so many records, and each of them is taken
    only so often.
    """

    label: str
    size: int
    parents: int = 0


class FixedView(NamedTuple):
    """The *value* that the user fixes for *field*, and the *view* that would have filled it."""

    field: str
    value: Any
    view: FactView


class Planned(NamedTuple):
    """The plan of one place: the node to draw, and everything that is known of it.

    *decisions* say who fills the place and the places within it, in their order.
    *needs_validation* says that only the model can tell whether a drawn value is valid.
    *is_exact* says that the JSON of the node is the JSON of the model.
    *limits* say how many records can be unique. *presence* matters for fields only. *fixed_views*
    condition the facts of the record.
    """

    node: Node
    decisions: tuple[Strategy, ...] = ()
    needs_validation: bool = False
    is_exact: bool = True
    limits: tuple[UniqueLimit, ...] = ()
    presence: Presence = "as declared"
    fixed_views: tuple[FixedView, ...] = ()

    def with_node(self, node: Node) -> Planned:
        """Return the same plan for *node*, which holds the present one."""
        return self._replace(node=node)

    def after(self, *decisions: Strategy) -> Planned:
        """Return the same plan with *decisions* before its own."""
        return self._replace(decisions=(*decisions, *self.decisions))

    def unproven(self) -> Planned:
        """Return the same plan for values that only the model can judge, and write as JSON."""
        return self._replace(needs_validation=True, is_exact=False)


def combine(node: Node, parts: Iterable[Planned]) -> Planned:
    """Return the plan of *node*, which holds the nodes of *parts*.

    It is exact if all parts are exact, and needs validation if any part needs it.
    """
    parts = tuple(parts)
    return Planned(
        node,
        tuple(chain.from_iterable(part.decisions for part in parts)),
        any(part.needs_validation for part in parts),
        all(part.is_exact for part in parts),
        tuple(chain.from_iterable(part.limits for part in parts)),
        fixed_views=tuple(chain.from_iterable(part.fixed_views for part in parts)),
    )


def make_endless_node(name: str) -> Unsatisfiable:
    """Return the node of a model that cannot be drawn, because it always holds itself."""
    return Unsatisfiable(
        f"{name} refers to itself without end.", "Make the reference optional, or a list."
    )
