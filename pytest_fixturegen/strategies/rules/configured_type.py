"""The rule for types that the option ``overrides`` names."""

from __future__ import annotations

from functools import partial

from pytest_fixturegen.introspection.shapes import InstanceOf, OptionalShape, Shape
from pytest_fixturegen.nodes import Pinned, unwrap_node
from pytest_fixturegen.strategies.fields.requested_values import plan_requested_value
from pytest_fixturegen.strategies.fields.type_settings import TypeOverride
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.plugin_providers import has_valid_samples
from pytest_fixturegen.strategies.rule import rule
from pytest_fixturegen.strategies.rules.plugin_type import has_fixed_field

PLAIN_KINDS = ("str", "int", "float")
"""The kinds of values for which a type serves only the fields that accept them.

Other types are rather specific, and their values may be texts that the model reads.
"""


@rule(reason="a configured override", fills="override")
def configured_type(context: PlanContext) -> Planned | None:
    """The value, factory or provider that `overrides` names for a type, such as `EmailStr`."""
    plans = map(partial(_plan_override, context), context.inputs.field_settings.types)
    return next(filter(None, plans), None)


def _plan_override(context: PlanContext, override: TypeOverride) -> Planned | None:
    """Return the plan of *override*, or None if it does not serve the place of *context*."""
    is_asked_again = context.settings is override.settings
    shape = _get_object_shape(context.shape)
    if is_asked_again or not override.serves(shape) or has_fixed_field(context):
        return None
    place = context._replace(settings=override.settings)
    planned = plan_requested_value(configured_type, place)
    if planned is None or not _fits(planned, context):
        return None
    return planned


def _get_object_shape(shape: Shape) -> Shape:
    """Return *shape* without the None that it accepts, if it is that of an object.

    Without an override, such a value is always None: JSON has no word for the object.
    """
    match shape:
        case OptionalShape(InstanceOf() as inner):
            return inner
    return shape


def _fits(planned: Planned, context: PlanContext) -> bool:
    """Return whether *planned* keeps the constraints of a plain value, such as its length.

    Other values are judged by the model.
    """
    kind = getattr(context.shape, "kind", "")
    node = planned.node
    if kind not in PLAIN_KINDS or not isinstance(node, Pinned):
        return True
    return has_valid_samples(unwrap_node(node.inner), context.question)
