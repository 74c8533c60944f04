"""Plans of optional values."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import OptionalShape
from pytest_fixturegen.nodes import FactView, Nullable
from pytest_fixturegen.providers.domains.drawn_nodes import decides_presence
from pytest_fixturegen.providers.domains.rows import find_domain_gate, may_be_absent
from pytest_fixturegen.providers.stages.marks import is_given_view
from pytest_fixturegen.providers.stages.names import has_stages
from pytest_fixturegen.strategies.optional_values import needs_stub
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.stage_views import find_gate, find_presence_view


def plan_optional(context: PlanContext, shape: OptionalShape) -> Planned:
    """Return the plan of a value that is None by chance, or before its time.

    A stub is never None, and neither is a value if a call fixes a part of it. A value whose name
    tells the stage at which it comes is None before.
    """
    if needs_stub(context):
        return context._replace(is_stub=True).plan_shape(shape.inner)
    planned = context.plan_shape(shape.inner)
    if not context.is_free:
        return planned
    shows_gaps = decides_presence(planned.node) or may_be_absent(planned.node)
    has_own_gaps = shows_gaps and not has_stages(context.outline)
    gate = None if has_own_gaps else _find_gate(context, planned)
    p_none = context.settings.get("p_none", context.config.p_none)
    is_decided = has_own_gaps or (gate is not None and not is_given_view(gate))
    if is_decided and p_none < 1:
        p_none = 0  # the stage alone tells, so that it agrees with the status
    return planned.with_node(Nullable(planned.node, int(p_none * 2**64), gate))


def _find_gate(context: PlanContext, planned: Planned) -> FactView | None:
    """Return the view of whether the record has the value: its domain says so, or its stage.

    What a plugin draws is there unless the stage says otherwise, however rare the name is.
    """
    is_plain = context.config.fill == "usual" and "p_none" not in context.settings
    gate = None if context.is_item or not is_plain else find_domain_gate(context.question)
    is_by_plugin = any(decision.plugin for decision in planned.decisions)
    return gate or (find_gate(context) if is_by_plugin else find_presence_view(context))
