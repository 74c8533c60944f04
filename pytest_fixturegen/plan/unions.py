"""Unions: which of their members are drawn, how often, and why the others are not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_fixturegen.nodes import Node, OneOf, Refused
from pytest_fixturegen.plan import amounts
from pytest_fixturegen.plan.spots import Spot
from pytest_fixturegen.plan.strategy import DROPPED
from pytest_fixturegen.shape.shapes import Either, Shape

if TYPE_CHECKING:
    from pytest_fixturegen.plan.planner import Planner


def either(planner: Planner, shape: Either, spot: Spot) -> Node:
    """One of the members that can be drawn; of each that cannot, it is remembered why, unless none can."""
    choices = planner.reach.ending(shape.members) if planner.reach.is_too_deep(shape, spot.deep) else shape.members
    models = sum(planner.reach.holds_model(choice) for _, choice in shape.members)
    inside = replace(spot, instances=spot.instances or models > 0, told=models > 1)
    planned = [(label, _member(planner, choice, inside)) for label, choice in choices]
    drawable = tuple((label, node) for label, node in planned if not isinstance(node, Refused))
    if not drawable:
        return planned[0][1]
    for label, node in planned:
        if isinstance(node, Refused):
            planner.decided(spot, DROPPED, f"{label}: {node.reason}")
    kept = amounts.preferred(drawable, planner.config.union_policy)
    return OneOf(kept) if len(drawable) > 1 and len(kept) > 1 else kept[0][1]


def _member(planner: Planner, choice: Shape, spot: Spot) -> Node:
    """What to draw for *choice*; where nothing can be, nothing else that was decided of it is remembered."""
    before = len(planner.strategies)
    node = planner.node(choice, spot)
    if isinstance(node, Refused):
        del planner.strategies[before:]
    return node
