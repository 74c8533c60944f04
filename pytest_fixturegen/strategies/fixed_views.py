"""Facts of a record that follow what the user fixes.

A fixed field shows no fact, but it says something about the facts that it would have shown. The
other fields of the record show facts that go with it: the e-mail address of a fixed name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.shapes import (
    ChoiceShape,
    Constraints,
    ModelField,
    NamedShape,
    Scalar,
    Shape,
    UnionShape,
)
from pytest_fixturegen.nodes import Fact, FactView, Node, OneOf, Slot, unwrap_node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.fact_fields import build_draw, list_sample_words
from pytest_fixturegen.providers.fact_pins import read_number
from pytest_fixturegen.providers.lives.published import list_outer_facts
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.strategies.fields.field_settings import NO_SETTINGS
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES
from pytest_fixturegen.strategies.plan_context import PlanContext, PlanningRule
from pytest_fixturegen.strategies.planned import FixedView
from pytest_fixturegen.strategies.rule import Rule
from pytest_fixturegen.strategies.stage_views import find_stage_views
from pytest_fixturegen.strategies.unique_facts import replace_facts

VALUE_SHAPES = (Scalar, NamedShape, ChoiceShape, UnionShape)
"""Shapes of values that may show a fact."""

FACT_RULES = frozenset(
    (
        "synthetic_identity",
        "text_style",
        "record_stage",
        "provider_by_name",
        "provider_by_named_type",
        "composite",
    )
)
"""The rules whose plans show facts, and those that replace such plans."""

CHECKED_SAMPLES = 4
"""How many values of a field that shows other facts than planned are checked."""


def find_fixed_views(context: PlanContext, value: Any) -> tuple[FixedView, ...]:
    """Return the views through which the fixed *value* of a field determines record facts."""
    shape = unwrap_shape(context.shape, context.refs)
    stages = find_stage_views(context._replace(settings=NO_SETTINGS), value)
    if value is None or context.is_item or not isinstance(shape, VALUE_SHAPES):
        return stages
    rules = tuple(rule for rule in context.inputs.rules if _may_show_facts(rule))
    usual = context._replace(
        inputs=context.inputs._replace(rules=rules),
        shape=shape,
        overrides=NO_OVERRIDES,
        settings=NO_SETTINGS,
        request=None,
    )
    view = _find_view(usual.plan().node)
    if view is None or view.pin is None or any(view == each.view for each in stages):
        return stages
    return (*stages, FixedView(context.name, value, view))


def _may_show_facts(rule: PlanningRule) -> bool:
    """Return whether *rule* may fill a field with facts of its record."""
    return isinstance(rule, Rule) and rule.name in FACT_RULES


def _find_view(node: Node) -> FactView | None:
    """Return the view that *node* draws, or the first one of a union."""
    node = unwrap_node(node)
    if isinstance(node, OneOf):
        views = (_find_view(member) for _, member in node.members)
        return next(
            (view for view in views if view is not None),
            None,
        )
    return node if isinstance(node, FactView) else None


def replace_slot_facts(
    context: PlanContext,
    fields: Sequence[ModelField],
    slots: Sequence[Slot],
    facts: dict[str, Node],
) -> list[Slot]:
    """Return *slots* with *facts* that go with the fixed values of their record.

    A field whose constraints do not allow what such a fact shows stays as it is.
    """
    shapes = {field.name: unwrap_shape(field.shape, context.refs) for field in fields}
    return [_replace_slot_facts(slot, facts, shapes.get(slot.name)) for slot in slots]


def list_record_facts(
    context: PlanContext,
    fixed: Sequence[FixedView],
    shared: tuple[Fact, ...] = (),
) -> tuple[Fact, ...]:
    """Return the facts that records within the record of *context* may ask for.

    They and the *shared* ones go with the *fixed* values of the record.
    """
    pinned = pin_facts(fixed) if fixed else {}
    facts = (*list_outer_facts(context.outline, context.config.now), *shared)
    return tuple(replace(fact, node=replace_facts(fact.node, pinned)) for fact in facts)


def pin_facts(fixed: Sequence[FixedView]) -> dict[str, Node]:
    """Return the nodes of the facts that show the *fixed* values, by the name of the fact.

    Values of fewer facts come first, whatever the order of the fields. A value that no facts show
    together with those before it changes none.
    """
    facts: dict[str, Node] = {}
    for _, value, view in sorted(fixed, key=_get_pin_order):
        assert view.pin is not None
        read_value = view.pin.read(value)
        if read_value in (None, ""):
            continue
        nodes = [facts.get(fact.name, fact.node) for fact in view.facts]
        pinned = view.pin.find(read_value, *nodes) or ()
        for fact, node in zip(view.facts, pinned, strict=False):
            if node is not None:
                facts[fact.name] = node
    return facts


def _get_pin_order(fixed: FixedView) -> tuple[Any, ...]:
    """Return the key that sorts *fixed*: what says most of the facts pins them first."""
    assert fixed.view.pin is not None
    names = tuple(fact.name for fact in fixed.view.facts)
    return len(names), fixed.view.pin.order, names, fixed.field


def _replace_slot_facts(
    slot: Slot,
    facts: dict[str, Node],
    shape: Shape | None,
) -> Slot:
    """Return *slot* with *facts*, unless values of *shape* would break its constraints."""
    changed = replace(slot, node=replace_facts(slot.node, facts))
    if isinstance(shape, Scalar | NamedShape):
        view = _find_view(changed.node)
        if view is not None and not _is_valid_view(view, shape.constraints):
            return slot
    return changed


def _is_valid_view(view: FactView, constraints: Constraints) -> bool:
    """Return whether the first values of *view* satisfy *constraints*, as far as they tell."""
    try:
        draw = build_draw(view)
    except TypeError:  # a fact that is drawn from the number of the record
        return True
    values = [draw(word) for word in list_sample_words()[:CHECKED_SAMPLES]]
    return all(_is_valid_value(value, constraints) for value in values)


def _is_valid_value(value: Any, constraints: Constraints) -> bool:
    """Return whether a text or a number satisfies *constraints*; other values always do."""
    if isinstance(value, str):
        return text.is_valid_text(value, constraints)
    number = read_number(value)
    return number is None or is_valid_number(number, constraints)
