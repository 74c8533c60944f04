"""The last rule: a guess, which the model judges."""

from __future__ import annotations

from dataclasses import replace

from pytest_fixturegen._internal.type_names import format_path, to_snake_case
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.introspection.shapes import MappingShape, OpaqueShape, Scalar
from pytest_fixturegen.nodes import Choice
from pytest_fixturegen.strategies.composites.json_objects import find_keys, plan_object
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.provider_plans import plan_by_type
from pytest_fixturegen.strategies.rule import rule

TYPE_LABELS = {"any": "Any"}
"""Names of kinds of values as annotations write them."""

FREE_OBJECT = MappingShape("dict", Scalar("str"), Scalar("any"))
"""The shape of a JSON object."""

SCALAR_WORDS = frozenset(
    "value values default expected actual threshold answer operand literal args arg".split()
)
"""Last words of names of plain values of any type."""

SCALAR_OPTIONS = (True, False, True, 10, 25, 50, "standard", "compact", "enabled")
SCALARS = Choice(SCALAR_OPTIONS, SCALAR_OPTIONS)

GUESS = Scalar("str")
"""The shape that is drawn for a type that says nothing: most values can be read from a text."""


@rule(reason="a guess: the type says nothing", fills="fallback")
def fallback(context: PlanContext) -> Planned | None:
    """A guess, for a type that does not limit its values; an error with `--no-allow-fallback`."""
    shape = context.shape
    if shape == GUESS:
        return None  # the guess itself has no provider
    if not context.config.allow_fallback:
        raise _build_refusal(context)
    if isinstance(shape, Scalar) and shape.kind == "any":
        planned = _guess_json(context) or plan_by_type(fallback, context)
        if planned is not None:
            return planned
    return _guess_text(context)


def _guess_json(context: PlanContext) -> Planned | None:
    """Return the plan of a value whose name tells the keys of an object, or means a text."""
    name = to_snake_case(context.name)
    if not context.is_free:
        return None
    if name.rpartition("_")[2] in SCALAR_WORDS:
        return Planned(SCALARS, (fallback.decide(context, "facets.scalar"),))
    has_keys = not context.is_item and bool(find_keys(name))
    planned = plan_object(context, FREE_OBJECT) if has_keys else None
    if planned is None:
        return None
    return planned._replace(decisions=(fallback.decide(context, "facets.object"),))


def _build_refusal(context: PlanContext) -> MappingError:
    """Return the error for a guess that the options forbid.

    It is raised while planning: a list of such items, or a union with such a member, could be drawn
    without them, and nobody would notice.
    """
    shape = context.shape
    label = shape.label if isinstance(shape, OpaqueShape) else getattr(shape, "kind", "")
    name = context.inputs.reading.name
    place = format_path(name, context.path)
    return MappingError(
        f"{place}: its type ({TYPE_LABELS.get(label, label)}) says nothing of its values.",
        hint="Set it with an override or a field policy, or allow a guess with --allow-fallback.",
        model=name,
        path=format_path("", context.path),
    )


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
