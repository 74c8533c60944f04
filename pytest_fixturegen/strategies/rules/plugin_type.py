"""The rule for types that a plugin serves."""

from __future__ import annotations

from pytest_fixturegen._internal.type_names import join_path
from pytest_fixturegen.introspection.shapes import ModelShape, unwrap_shape
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.plugin_providers import (
    build_node,
    read_served_shape,
    resolve_type,
)
from pytest_fixturegen.strategies.provider_plans import plan_plugin_node
from pytest_fixturegen.strategies.rule import rule
from pytest_fixturegen.strategies.served_types import get_constraints, is_served_type


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
        if not is_served_type(shape, served, served_shape):
            continue
        if has_fixed_field(context):
            return None
        question = context.ask(served, get_constraints(shape))
        node = build_node(entry, question, context.config.locale)
        if node is not None:
            return plan_plugin_node(plugin_type, context, entry, node)
    return None


def has_fixed_field(context: PlanContext) -> bool:
    """Whether a call or an override fixes a field of the model in the place of *context*.

    Such a model is filled field by field, because a plugin's provider would ignore the value.
    """
    shape = unwrap_shape(context.shape)
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
