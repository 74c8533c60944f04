"""The rule for named types such as ``EmailStr``."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import NamedShape
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.provider_plans import plan_by_type
from pytest_fixturegen.strategies.rule import rule


@rule(reason="the named type", fills="named type")
def provider_by_named_type(context: PlanContext) -> Planned | None:
    """A provider for a named type such as `EmailStr`, `IPv4Address` or `Path`."""
    shape = context.shape
    if not isinstance(shape, NamedShape) or isinstance(shape.type, str):
        return None  # a type without a class, such as ImportString, counts as plain
    return plan_by_type(provider_by_named_type, context)
