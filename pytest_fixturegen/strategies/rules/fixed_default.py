"""The rule for fields that keep the constant default of their model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen.strategies.fields.omitted_fields import has_fixed_default, plan_default
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule
from pytest_fixturegen.strategies.stage_views import find_stage_views

if TYPE_CHECKING:
    from pytest_fixturegen.introspection.readers.fields import is_single_value
else:
    (is_single_value,) = import_on_call(
        "pytest_fixturegen.introspection.readers.fields", "is_single_value"
    )


@rule(reason="the default", fills="default")
def fixed_default(context: PlanContext) -> Planned | None:
    """The field's default, if it is a constant other than None and `ignore_defaults` is not set."""
    request = context.request
    if request is None or not context.is_free or not has_fixed_default(context, request.field):
        return None
    if context.inputs.relations.is_declared_unique(context.model, context.name):
        return None
    decision = fixed_default.decide(
        context,
        repr(request.field.default),
    )
    planned = plan_default(request.field).after(decision)
    planned = planned._replace(fixed_views=find_stage_views(context, request.field.default))
    if request.is_tag and is_single_value(request.field.shape):
        return planned._replace(presence="always")  # the value tells the members of a union apart
    return planned
