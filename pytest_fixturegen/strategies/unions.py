"""Unions: which of their members are drawn, how often, and why the others are not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_fixturegen.introspection.shapes import Shape, UnionShape
from pytest_fixturegen.nodes import Node, OneOf, Unsatisfiable
from pytest_fixturegen.strategies import distributions
from pytest_fixturegen.strategies.plan import DROPPED_PROVIDER
from pytest_fixturegen.strategies.plan_context import PlanContext

if TYPE_CHECKING:
    from pytest_fixturegen.strategies.planner import Planner


def plan_union(planner: Planner, shape: UnionShape, context: PlanContext) -> Node:
    """One of the members that can be drawn; of each that cannot, it is remembered why, unless none can."""
    choices = (
        planner.recursion_limits.find_shallowest(shape.members)
        if planner.recursion_limits.is_too_deep(shape, context.depth)
        else shape.members
    )
    models = sum(planner.recursion_limits.has_model(choice) for _, choice in shape.members)
    inside = replace(
        context, with_instances=context.with_instances or models > 0, with_discriminator=models > 1
    )
    planned = [(label, _plan_member(planner, choice, inside)) for label, choice in choices]
    drawable = tuple(
        (label, node) for label, node in planned if not isinstance(node, Unsatisfiable)
    )
    if not drawable:
        return planned[0][1]
    for label, node in planned:
        if isinstance(node, Unsatisfiable):
            planner.record_decision(context, DROPPED_PROVIDER, f"{label}: {node.reason}")
    kept = distributions.apply_choice_policy(drawable, planner.config.union_policy)
    return OneOf(kept) if len(drawable) > 1 and len(kept) > 1 else kept[0][1]


def _plan_member(planner: Planner, choice: Shape, context: PlanContext) -> Node:
    """What to draw for *choice*; where nothing can be, nothing else that was decided of it is remembered."""
    before = len(planner.strategies)
    node = planner.plan_node(choice, context)
    if isinstance(node, Unsatisfiable):
        del planner.strategies[before:]
    return node
