"""Optional values that stay empty: at the end of a chain of models, or as in most records."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import OptionalShape
from pytest_fixturegen.strategies.plan_context import PlanContext

EXCEPTIONAL_VERBS = frozenset(
    "aborted archived banned blocked canceled cancelled deactivated declined deleted denied".split()
    + "disabled discarded disputed failed locked purged refunded rejected removed revoked".split()
    + "suspended terminated trashed voided withdrawn".split()
)
"""What happens to few records: most have no ``deleted_at``."""

MOMENT_WORDS = frozenset(("at", "date", "on", "time", "timestamp"))
"""The last words of fields that say when it happened."""

MOMENT_KINDS = ("date", "datetime")
"""The types of such fields."""


def find_empty_reason(context: PlanContext) -> str:
    """Return why the optional value of *context* is left out; nothing if it is drawn.

    Settings of the field take precedence, and so does that the model would not make the same value
    again.
    """
    request = context.request
    if request is None or context.settings or not request.field.has_stable_factory:
        return ""
    if context.config.fill == "required":
        return "fill=required"
    is_usual = context.config.fill == "usual"
    return "happens to few records" if is_usual and _is_exceptional(context) else ""


def _is_exceptional(context: PlanContext) -> bool:
    """Return whether the field of *context* is the moment of something that happens to few."""
    shape = context.shape
    if not isinstance(shape, OptionalShape):
        return False
    words = context.plain_name.split("_")
    is_named_so = words[-1] in MOMENT_WORDS and not EXCEPTIONAL_VERBS.isdisjoint(words)
    return is_named_so and getattr(shape.inner, "kind", "") in MOMENT_KINDS


def needs_stub(context: PlanContext) -> bool:
    """Whether the optional value of *context* is a stub instead of None.

    With ``on_cycle=stub`` a chain of models that refer to themselves ends with a record that holds
    only what it must.
    """
    if context.is_stub or context.config.on_cycle != "stub":
        return False
    shape, limits = context.shape, context.limits
    if not isinstance(shape, OptionalShape):
        return False
    is_cyclic = bool(limits.find_models(shape) & limits.cyclic_refs)
    return is_cyclic and limits.is_too_deep(shape, context.depth)
