"""The rule for values that a plugin asks for in ``pfg_modify_strategy``."""

from __future__ import annotations

from pytest_fixturegen.strategies.fields.requested_values import plan_requested_value
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule


# The reason is replaced by one that names the plugin, see modified_fields.py.
@rule(reason="a plugin", fills="override")
def plugin(context: PlanContext) -> Planned | None:
    """The value, factory or provider that a plugin asks for in `pfg_modify_strategy`."""
    if context.request is None or context.request.source != "plugin":
        return None
    return plan_requested_value(plugin, context)
