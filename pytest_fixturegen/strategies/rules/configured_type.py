"""The rule for types that the option ``overrides`` names."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import InstanceOf, OptionalShape, Scalar
from pytest_fixturegen.nodes import Pinned, unwrap_node
from pytest_fixturegen.strategies.fields.requested_values import plan_requested_value
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
    shape = context.shape
    # Without an override, such a value is None: JSON has no word for it.
    if isinstance(shape, OptionalShape) and isinstance(shape.inner, InstanceOf):
        shape = shape.inner
    for override in context.inputs.field_settings.types:
        is_asked_again = context.settings is override.settings
        if is_asked_again or not override.serves(shape) or has_fixed_field(context):
            continue
        place = context._replace(settings=override.settings)
        planned = plan_requested_value(configured_type, place)
        if planned is not None and _fits(planned, context):
            return planned
    return None


def _fits(planned: Planned, context: PlanContext) -> bool:
    """Return whether *planned* keeps the constraints of a plain value, such as its length.

    Other values are judged by the model.
    """
    is_judged = isinstance(context.shape, Scalar) and context.shape.kind in PLAIN_KINDS
    if not is_judged or not isinstance(planned.node, Pinned):
        return True
    return has_valid_samples(unwrap_node(planned.node.inner), context.question)
