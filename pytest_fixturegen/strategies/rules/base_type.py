"""The rule for classes that only their own validator understands."""

from __future__ import annotations

from pytest_fixturegen.introspection.named_types import find_related_model
from pytest_fixturegen.introspection.shapes import OpaqueShape
from pytest_fixturegen.strategies import containers
from pytest_fixturegen.strategies.composites.related_models import plan_related_model
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule


@rule(reason="the type", fills="plain type")
def base_type(context: PlanContext) -> Planned | None:
    """The model or the plain type that a class with its own validator refers to or derives from."""
    shape = context.shape
    if not isinstance(shape, OpaqueShape):
        return None
    model = find_related_model(shape.cls)
    if model is not None:
        return plan_related_model(model, context).unproven()
    plain_shape = containers.find_plain_shape(shape.cls)
    if plain_shape is None:
        return None
    return context.plan_shape(plain_shape).unproven()
