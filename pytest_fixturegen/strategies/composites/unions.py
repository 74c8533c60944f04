"""Plans of unions: which members are drawn, how often, and why others are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS, Shape, UnionShape
from pytest_fixturegen.nodes import OneOf, Unsatisfiable
from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.providers.by_name import find_named_provider
from pytest_fixturegen.strategies import distributions
from pytest_fixturegen.strategies.partial_values import fits_member
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import DROPPED_PROVIDER, Planned, combine
from pytest_fixturegen.strategies.rules.provider_by_name import provider_by_name


def plan_union(context: PlanContext, shape: UnionShape) -> Planned:
    """Return the plan of one of the members that can be drawn.

    A decision gives the reason why another member is dropped. If no member can be drawn, the result
    is the plan of the first one.
    """
    place = _enter_member(context, shape)
    shapes = _list_members(context, shape)
    kinds = {getattr(member, "kind", "") for _, member in shapes}
    planned = [(label, _plan_member(place, member, kinds)) for label, member in shapes]
    drawable = [member for member in planned if not isinstance(member[1].node, Unsatisfiable)]
    if not drawable:
        return planned[0][1]._replace(decisions=())
    members = tuple((label, member.node) for label, member in drawable)
    chosen = distributions.apply_choice_policy(members, context.config.union_policy)
    node = OneOf(chosen) if len(drawable) > 1 and len(chosen) > 1 else chosen[0][1]
    union = combine(node, [member for _, member in drawable])
    return union._replace(decisions=union.decisions + _explain_dropped(context, planned))


MOMENTS = {"date": "at", "datetime": "at"}
FORMS = {
    "str": {"date": "date", "datetime": "at", "uuid": "uuid", "url": "url"},
    "int": MOMENTS,
    "float": MOMENTS,
}
"""What the name of a text or a number ends with that stands for another kind of value."""


def _plan_member(
    place: PlanContext,
    member: Shape,
    kinds: Set[str],
) -> Planned:
    """Return the plan of *member*, beside members of *kinds*.

    A text or a number stands for the same as they: the text in ``date | str`` is a date, that of
    ``start: datetime | int`` are seconds after 1970. In a cell of a table, which may hold anything,
    it is what it would be alone.
    """
    inner = place._replace(shape=member, request=None)
    forms = FORMS.get(getattr(member, "kind", ""), {})
    endings = sorted(map(forms.__getitem__, kinds & forms.keys()))
    named = (
        inner._replace(name=f"{place.name}_{ending}")
        for ending in endings
        if _needs_form(inner, kinds, forms)
    )
    planned = filter(None, map(provider_by_name.plan, named))
    return next(planned, None) or inner.plan()


def _needs_form(
    place: PlanContext,
    kinds: Set[str],
    forms: Mapping[str, str],
) -> bool:
    """Return whether the value at *place* takes the form of another member of its union.

    A number does if its name says that it is a moment; a text if its name says nothing, and the
    others are moments or *kinds* that have *forms*.
    """
    is_moment = find_named_provider(place.ask("datetime", NO_CONSTRAINTS)) is not None
    if place.question.kind != "str":
        return is_moment
    is_alone = kinds - {"str"} <= forms.keys()
    return max(is_moment, is_alone) and find_named_provider(place.question) is None


def _list_members(context: PlanContext, shape: UnionShape) -> tuple[tuple[str, Shape], ...]:
    """Return the members to plan: only the shallowest ones if the record is too deep.

    If a call fixes a part of the value, these are the members that have this part.
    """
    if not context.is_free:
        return tuple(
            (label, member)
            for label, member in shape.members
            if fits_member(context.overrides.value, member, context.refs)
        )
    if context.limits.is_too_deep(shape, context.depth):
        return context.limits.find_shallowest(shape.members)
    return shape.members


def _enter_member(context: PlanContext, shape: UnionShape) -> PlanContext:
    """Return the context of the members: models among them need a discriminator."""
    model_count = sum(context.limits.has_model(member) for _, member in shape.members)
    return context._replace(
        with_instances=context.with_instances or model_count > 0,
        with_discriminator=model_count > 1,
    )


def _explain_dropped(
    context: PlanContext, planned: Sequence[tuple[str, Planned]]
) -> tuple[Strategy, ...]:
    """Return a decision for each member that cannot be drawn."""
    return tuple(
        Strategy(context.path, DROPPED_PROVIDER, f"{label}: {member.node.reason}", context.model)
        for label, member in planned
        if isinstance(member.node, Unsatisfiable)
    )
