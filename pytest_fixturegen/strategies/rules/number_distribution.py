"""The rule for numbers at the bounds of their type."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import Scalar
from pytest_fixturegen.providers.registry import find_type_provider
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.provider_plans import spread_numbers
from pytest_fixturegen.strategies.rule import rule

NUMBER_KINDS = ("int", "float", "decimal")
EXTREME_DISTRIBUTIONS = ("bounds", "maximum")
"""Distributions that draw the bounds of a type, so the field's name must not narrow them."""


@rule(reason="number_distribution", fills="style")
def number_distribution(context: PlanContext) -> Planned | None:
    """A number at the bounds of its type, if `number_distribution` is `bounds` or `maximum`."""
    if context.config.number_distribution not in EXTREME_DISTRIBUTIONS:
        return None
    shape = context.shape
    if not isinstance(shape, Scalar) or shape.kind not in NUMBER_KINDS:
        return None
    provider = find_type_provider(shape.kind)
    node = provider(context.question) if provider else None
    if node is None:
        return None
    decision = number_distribution.decide(context, f"numeric.{shape.kind}")
    return Planned(spread_numbers(node, context), (decision,))
