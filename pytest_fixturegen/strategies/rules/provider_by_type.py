"""The rule for plain types and closed lists."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import ChoiceShape
from pytest_fixturegen.nodes import Unsatisfiable
from pytest_fixturegen.strategies import distributions
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.provider_plans import VALUE_SHAPES, plan_by_type
from pytest_fixturegen.strategies.rule import rule

NO_MEMBERS = Unsatisfiable(
    "an enum without members has no value.", "Give it a member, or override the field."
)


@rule(reason="the type", fills="plain type")
def provider_by_type(context: PlanContext) -> Planned | None:
    """A provider for a plain type such as `int`, or a member of an enum or `Literal`."""
    shape = context.shape
    if isinstance(shape, ChoiceShape):
        return _plan_choice(context, shape)
    if not isinstance(shape, VALUE_SHAPES):
        return None
    kind = context.question.kind
    # Classes belong to the rule for named types. Any value fits "any", so its provider guesses:
    # it belongs to the rule fallback.
    if not isinstance(kind, str) or kind == "any":
        return None
    return plan_by_type(provider_by_type, context)


def _plan_choice(context: PlanContext, shape: ChoiceShape) -> Planned:
    """Return the plan that draws a member of *shape*; it is unsatisfiable without members."""
    if not shape.values:
        return Planned(NO_MEMBERS)
    node = distributions.build_choice(
        shape.values,
        shape.json,
        context.config.enum_policy,
    )
    return Planned(node, (provider_by_type.decide(context, "choices.options"),))
