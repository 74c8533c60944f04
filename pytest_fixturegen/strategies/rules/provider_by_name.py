"""The rule for fields whose name says what they hold."""

from __future__ import annotations

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.introspection.shapes import ChoiceShape, TupleShape
from pytest_fixturegen.providers import geography, people
from pytest_fixturegen.providers.by_name import find_named_provider
from pytest_fixturegen.providers.domains.choices import find_domain_choice
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned
from pytest_fixturegen.strategies.provider_plans import VALUE_SHAPES, spread_numbers
from pytest_fixturegen.strategies.rule import rule


@rule(reason="the name of the field", fills="field name")
def provider_by_name(context: PlanContext) -> Planned | None:
    """A provider for the field's name, if every value it gives satisfies the constraints."""
    shape = context.shape
    if isinstance(shape, VALUE_SHAPES):
        return _plan_value(context)
    if isinstance(shape, ChoiceShape):
        return _plan_choice(context, shape)
    if isinstance(shape, TupleShape):
        return _plan_tuple(context, shape)
    return None


def _plan_value(context: PlanContext) -> Planned | None:
    """Return the plan of the provider that the field's name calls for, or None if there is none."""
    named = find_named_provider(context.question)
    if named is None:
        return None
    provider, node = named
    decision = provider_by_name.decide(context, provider)
    return Planned(spread_numbers(node, context), (decision,))


def _plan_choice(context: PlanContext, shape: ChoiceShape) -> Planned | None:
    """Return the plan of a closed list that agrees with facts of the record.

    Sexes agree with its person, and words of its domain with their attributes.
    """
    if context.config.enum_policy != "random" or not shape.values:
        return None
    question = context.question
    node = people.provide_sex_choice(question, shape.values, shape.json)
    if node is not None:
        return Planned(node, (provider_by_name.decide(context, "people.sex"),))
    found = find_domain_choice(question, shape.values, shape.json)
    if found is None:
        return None
    provider, node = found
    return Planned(node, (provider_by_name.decide(context, provider),))


def _plan_tuple(context: PlanContext, shape: TupleShape) -> Planned | None:
    """Return the plan of a tuple of coordinates."""
    if shape.names:
        return None
    node = geography.provide_coordinates(to_snake_case(context.name), shape)
    if node is None:
        return None
    return Planned(node, (provider_by_name.decide(context, "geography.corners"),))
