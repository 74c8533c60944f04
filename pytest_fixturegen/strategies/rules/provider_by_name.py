"""The rule for fields whose name says what they hold."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import ChoiceShape, TupleShape
from pytest_fixturegen.providers import geography, people
from pytest_fixturegen.providers.by_name import WHOLE_SCORE, find_named_provider
from pytest_fixturegen.providers.domains.choices import find_domain_choice
from pytest_fixturegen.providers.domains.drawn_nodes import provide_domain_choice
from pytest_fixturegen.providers.stages.resting import rest_until_started
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
    """Return the plan of the provider that the field's name calls for, or None without one."""
    named = find_named_provider(context.question)
    if named is None:
        return None
    if named.provider.startswith("units.") and context.config.number_distribution != "uniform":
        return None  # the option spreads numbers over the whole range of their type
    decision = provider_by_name.decide(
        context,
        named.provider,
        _explain_name(context, named.score),
    )
    node = rest_until_started(context.question, named.node)
    return Planned(spread_numbers(node, context), (decision,))


def _explain_name(context: PlanContext, score: int) -> str:
    """Return the reason of a decision: how an unusual name is read, and how sure that is."""
    question, parts = context.question, [provider_by_name.reason]
    if question.name != question.spelling:
        parts.append(f"read as {question.name!r}")
    if score != WHOLE_SCORE:
        parts.append(f"{score} % sure")
    return ", ".join(parts)


def _plan_choice(context: PlanContext, shape: ChoiceShape) -> Planned | None:
    """Return the plan of a closed list that agrees with the record: of sexes, of species."""
    if context.config.enum_policy != "random" or not shape.values:
        return None
    question = context.question
    shown = provide_domain_choice(question, shape.values, shape.json)
    shown = shown or find_domain_choice(question, shape.values, shape.json)
    if shown is not None:
        provider, node = shown
        return Planned(
            node,
            (provider_by_name.decide(context, provider),),
        )
    sex = people.provide_sex_choice(
        context.question,
        shape.values,
        shape.json,
    )
    if sex is None:
        return None
    return Planned(sex, (provider_by_name.decide(context, "people.sex"),))


def _plan_tuple(context: PlanContext, shape: TupleShape) -> Planned | None:
    """Return the plan of a tuple of coordinates."""
    if shape.names:
        return None
    node = geography.provide_coordinates(
        context.plain_name,
        shape,
        context.question,
    )
    if node is None:
        return None
    return Planned(node, (provider_by_name.decide(context, "geography.corners"),))
