"""The last rule: a guess, which the model judges."""

from __future__ import annotations

from dataclasses import replace

from pytest_fixturegen.introspection.shapes import OpaqueShape, Scalar
from pytest_fixturegen.nodes import Unsatisfiable
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.provider_plans import plan_by_type
from pytest_fixturegen.strategies.rule import rule

GUESS = Scalar("str")
"""The shape that is drawn for a type that says nothing: most values can be read from a text."""


@rule(reason="a guess: the type says nothing", fills="fallback")
def fallback(context: PlanContext) -> Planned | None:
    """A guess, for a type that does not limit its values; an error with `--no-allow-fallback`."""
    shape = context.shape
    if shape == GUESS:
        return None  # the guess itself has no provider
    if isinstance(shape, Scalar) and shape.kind == "any":
        planned = plan_by_type(fallback, context)
        if planned is not None:
            return planned
    if not context.config.allow_fallback:
        label = shape.label if isinstance(shape, OpaqueShape) else getattr(shape, "kind", "")
        reason = f"its type ({label}) says nothing of its values."
        return Planned(Unsatisfiable(reason, "Override it, or allow a fallback.")).unproven()
    return _guess_text(context)


def _guess_text(context: PlanContext) -> Planned:
    """Return the plan of a text, whose last decision names the fallback as its rule.

    The text is a guess, so a record must prove it.
    """
    planned = context.plan_shape(GUESS).unproven()
    if not planned.decisions:
        return planned
    *decisions, last = planned.decisions
    guess = replace(last, reason=fallback.reason, rule=fallback.name)
    return planned._replace(decisions=(*decisions, guess))
