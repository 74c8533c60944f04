"""Plans of shapes that hold one other shape in the same place."""

from __future__ import annotations

from math import inf

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    JsonText,
    NamedShape,
    RootShape,
)
from pytest_fixturegen.introspection.type_reader import get_builder, make_lenient
from pytest_fixturegen.nodes import Constructed, JsonEncoded
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned, make_endless_node


def plan_root_model(context: PlanContext, shape: RootShape) -> Planned:
    """Return the plan of a RootModel: of an instance of it, if instances are asked for."""
    name = shape.cls.__name__
    if context.limits.get_min_depth(shape) == inf:
        return Planned(make_endless_node(name))
    inside = context._replace(
        name=context.name or to_snake_case(name),
        with_instances=False,
    )
    planned = inside.plan_shape(shape.inner)
    if not context.with_instances:
        return planned
    return planned.with_node(Constructed(planned.node, make_lenient(get_builder(shape.cls))))


def plan_checked(context: PlanContext, shape: CheckedShape) -> Planned:
    """Return the plan of a value that a validator of the user's judges."""
    return context.plan_shape(shape.inner)._replace(needs_validation=True)


def plan_custom_json(context: PlanContext, shape: CustomJsonShape) -> Planned:
    """Return the plan of a value that its model writes to JSON in its own way."""
    return context.plan_shape(shape.inner)._replace(is_exact=False)


def plan_json_text(context: PlanContext, shape: JsonText) -> Planned:
    """Return the plan of a text of JSON."""
    planned = context._replace(with_instances=False).plan_shape(shape.inner)
    return planned._replace(
        node=JsonEncoded(planned.node),
        is_exact=False,
    )


def plan_named_type(context: PlanContext, shape: NamedShape) -> Planned | None:
    """Return the plan of the value that a named type without a provider is made from."""
    if shape.inner is None:
        return None
    return context.plan_shape(shape.inner).unproven()
