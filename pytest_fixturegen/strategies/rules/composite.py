"""The rule for shapes with parts."""

from __future__ import annotations

from pytest_fixturegen.strategies.composites import COMPOSITES
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule


@rule(reason="the type", fills="model")
def composite(context: PlanContext) -> Planned | None:
    """A model, list, mapping, tuple, union or optional value; these rules fill its parts, too."""
    plan_parts = COMPOSITES.get(type(context.shape))
    return plan_parts(context, context.shape) if plan_parts else None
