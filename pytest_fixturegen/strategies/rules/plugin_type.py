"""The rule for types that a plugin serves."""

from __future__ import annotations

from typing import Any

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    CheckedShape,
    Constraints,
    CustomJsonShape,
    InstanceOf,
    ModelShape,
    NamedShape,
    OpaqueShape,
    RootShape,
    Scalar,
    Shape,
)
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.plugin_providers import (
    build_node,
    read_served_shape,
    resolve_type,
)
from pytest_fixturegen.strategies.provider_plans import plan_plugin_node
from pytest_fixturegen.strategies.rule import rule


@rule(reason="the type", fills="override")
def plugin_type(context: PlanContext) -> Planned | None:
    """A plugin's provider for a class, a model, or an annotated type."""
    plugin_rules = context.inputs.plugin_rules
    if plugin_rules is None:
        return None
    shape = context.shape
    for entry in plugin_rules.types:
        served_shape = read_served_shape(entry)
        if served_shape is None or isinstance(served_shape, str):
            continue  # nobody has imported the type, or the rule plugin_plain_type serves it
        served = resolve_type(entry)
        is_served = shape == served_shape or _has_same_checks(shape, served_shape)
        if not is_served and not _is_shape_of(shape, served):
            continue
        if _has_fixed_field(shape, context):
            return None
        question = context.ask(served, _get_constraints(shape))
        node = build_node(entry, question, context.config.locale)
        if node is not None:
            return plan_plugin_node(plugin_type, context, entry, node)
    return None


def _has_same_checks(shape: Shape, served: Shape) -> bool:
    """Whether *shape* is the annotated type *served*, with validators, and with more constraints.

    The provider is asked with the constraints of the field.
    """
    is_checked = False
    while isinstance(shape, CheckedShape) and isinstance(served, CheckedShape):
        if shape.rule != served.rule:
            return False
        shape, served, is_checked = shape.inner, served.inner, True
    if not isinstance(shape, Scalar) or not isinstance(served, Scalar):
        return False
    return is_checked and shape.kind == served.kind


def _is_shape_of(shape: Shape, served: Any) -> bool:
    """Whether *shape* is that of the class *served*."""
    match shape:
        case ModelShape(cls=cls) | RootShape(cls=cls) | InstanceOf(cls=cls):
            return cls is served
        case OpaqueShape(cls=cls) | NamedShape(type=cls):
            return cls is served
        case _:
            return False


def _has_fixed_field(shape: Shape, context: PlanContext) -> bool:
    """Whether *shape* is a model of which a call or an override fixes a field.

    Such a model is filled field by field, because a plugin's provider would ignore the value.
    """
    shape = _unwrap(shape)
    if not isinstance(shape, ModelShape):
        return False
    if not context.is_free:
        return True
    name = shape.cls.__name__
    return any(
        context.inputs.field_settings.has_value_source(
            name, model_field, join_path(context.path, model_field.name)
        )
        for model_field in shape.fields
    )


def _get_constraints(shape: Shape) -> Constraints:
    """Return the constraints of a scalar or a named type; other shapes have none."""
    shape = _unwrap(shape)
    return shape.constraints if isinstance(shape, Scalar | NamedShape) else NO_CONSTRAINTS


def _unwrap(shape: Shape) -> Shape:
    """Return *shape* without the validators and serialisers around it."""
    while isinstance(shape, CheckedShape | CustomJsonShape):
        shape = shape.inner
    return shape
