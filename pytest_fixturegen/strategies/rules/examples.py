"""The rule for the examples that a model declares."""

from __future__ import annotations

import copy

from pytest_fixturegen.nodes import Choice, Converted
from pytest_fixturegen.strategies.fields.omitted_fields import has_fixed_default
from pytest_fixturegen.strategies.fields.requested_values import make_nullable
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule


@rule(reason="field_hints", fills="default")
def examples(context: PlanContext) -> Planned | None:
    """One of the field's examples, if `field_hints` asks for them and the field has no settings."""
    request, mode = context.request, context.config.field_hints
    if request is None or not context.is_free or context.settings or "examples" not in mode:
        return None
    values = request.field.examples
    if not values:
        return None
    if mode == "defaults-then-examples" and has_fixed_default(context, request.field):
        return None
    node = Converted(Choice(values, values), copy.deepcopy)
    decision = examples.decide(context, "examples")
    return Planned(make_nullable(node, context), (decision,)).unproven()
