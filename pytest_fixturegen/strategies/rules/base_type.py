"""The rule for classes that only their own validator understands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen._internal.seeded_globals import UserFunction
from pytest_fixturegen.introspection.readers.argument_models import build_field_model
from pytest_fixturegen.introspection.shapes import OpaqueShape
from pytest_fixturegen.introspection.type_reader import get_builder, make_lenient
from pytest_fixturegen.nodes import Constructed, OneOf
from pytest_fixturegen.strategies import containers
from pytest_fixturegen.strategies.composites.related_models import plan_related_model
from pytest_fixturegen.strategies.instances import InstanceBuilder
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule

if TYPE_CHECKING:
    from pytest_fixturegen.introspection.named_types import find_related_model
else:
    (find_related_model,) = import_on_call(
        "pytest_fixturegen.introspection.named_types", "find_related_model"
    )


@rule(reason="the type", fills="plain type")
def base_type(context: PlanContext) -> Planned | None:
    """The model or the plain type that a class with its own validator refers to or derives from."""
    shape = context.shape
    if not isinstance(shape, OpaqueShape):
        return None
    if context.inputs.with_instances:
        planned = _plan_fields(context, shape.cls)
        if planned is not None:
            return planned
    model = find_related_model(shape.cls)
    if model is not None:
        return plan_related_model(model, context).unproven()
    plain_shape = containers.find_plain_shape(shape.cls)
    if plain_shape is None:
        return None
    return context.plan_shape(plain_shape).unproven()


def _plan_fields(context: PlanContext, cls: Any) -> Planned | None:
    """Return the plan of a dataclass with its own validator: its fields, or an instance of it.

    This is for a fallback: most of these validators read a text.
    """
    model = build_field_model(cls)
    if model is None:
        return None
    planned = plan_related_model(model, context._replace(with_instances=False)).unproven()
    build = InstanceBuilder(cls, make_lenient(get_builder(model)))
    instance = Constructed(planned.node, UserFunction(build))
    return planned.with_node(OneOf((("fields", planned.node), ("instance", instance))))
