"""The rule for values that a call or a declaration fixes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    NamedShape,
    OptionalShape,
    Scalar,
    Shape,
    UnionShape,
)
from pytest_fixturegen.nodes import Callback, Constant, Converted, Node, Pinned
from pytest_fixturegen.strategies.composites import COMPOSITES
from pytest_fixturegen.strategies.fields.user_functions import FUNCTION_TYPES, load_factory
from pytest_fixturegen.strategies.fixed_views import find_fixed_views
from pytest_fixturegen.strategies.partial_values import is_partial, require_accepting_member
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.rule import rule

FUNCTION_SHAPES = (NamedShape("callable"), Scalar("any"))
"""The types of fields that a function can be a value of."""

MUTABLE_TYPES = (dict, list, set)
"""Containers of which each record gets a copy."""


@rule(reason="override", fills="override")
def call_override(context: PlanContext) -> Planned | None:
    """The value that a call or a declaration gives: `pfg.build(User, name="Bob")`."""
    value = context.overrides.value
    if context.is_free:
        return None
    if isinstance(value, FUNCTION_TYPES) and not _holds_functions(context.shape):
        return _plan_function(value, context)
    if is_partial(value, context.shape, context.refs):
        return COMPOSITES[type(context.shape)](
            context,
            context.shape,
        )
    require_accepting_member(
        value,
        context.shape,
        context.refs,
        context.path,
    )
    node: Node = Constant(value, value)
    if type(value) in MUTABLE_TYPES:
        node = Converted(node, copy_containers)
    decision = call_override.decide(context, "the given value")
    planned = Planned(
        Pinned(node),
        (decision,),
        fixed_views=find_fixed_views(context, value),
    )
    return planned.unproven()


def _plan_function(function: Callable[..., Any], context: PlanContext) -> Planned:
    """Return the plan that calls *function* for each record."""
    node = Pinned(Callback(load_factory(function, context.config.locale)))
    return Planned(node, (call_override.decide(context, "the given function"),)).unproven()


def _holds_functions(shape: Shape) -> bool:
    """Return whether a function may itself be a value of *shape*."""
    while isinstance(shape, OptionalShape | CheckedShape):
        shape = shape.inner
    if isinstance(shape, UnionShape):
        return any(_holds_functions(member) for _, member in shape.members)
    return isinstance(shape, NamedShape | Scalar) and shape in FUNCTION_SHAPES


def copy_containers(value: Any) -> Any:
    """Return a copy of *value* with copies of the containers within it, so that records differ.

    Other objects stay the same, because a test may compare them by identity.
    """
    if type(value) is dict:
        return {key: copy_containers(inner) for key, inner in value.items()}
    if type(value) in (list, tuple):
        return type(value)(map(copy_containers, value))
    return set(value) if type(value) is set else value
