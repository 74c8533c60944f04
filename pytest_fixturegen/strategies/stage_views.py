"""Views of the hidden stage of a record: statuses, flags, and the presence of optional fields."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    ChoiceShape,
    OptionalShape,
    Scalar,
    Shape,
)
from pytest_fixturegen.nodes import Converted, FactPin, FactView, Node, Nullable, Slot
from pytest_fixturegen.providers.domains.choices import find_domain_choice, shows_domain_row
from pytest_fixturegen.providers.domains.drawn_nodes import provide_domain_choice, shows_drawn_row
from pytest_fixturegen.providers.fact_pins import build_choice, list_options
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import NO_RECORD
from pytest_fixturegen.providers.stages.choices import (
    decides_details,
    find_deciders,
    is_choice_fact,
    make_choice_view,
)
from pytest_fixturegen.providers.stages.flags import provide_flag, provide_flag_choice
from pytest_fixturegen.providers.stages.later import find_later_view
from pytest_fixturegen.providers.stages.marks import make_given_view
from pytest_fixturegen.providers.stages.names import has_stages
from pytest_fixturegen.providers.stages.presence import find_pair_group, provide_presence
from pytest_fixturegen.providers.stages.sparse import find_sparse_share
from pytest_fixturegen.providers.stages.stage import STAGE_NAME
from pytest_fixturegen.providers.stages.statuses import (
    is_status_text,
    make_json_converter,
    provide_status_choice,
    provide_status_text,
)
from pytest_fixturegen.providers.stages.usual import provide_usual_choice
from pytest_fixturegen.strategies.distributions import has_own_sizes
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import FixedView


def find_stage_node(context: PlanContext) -> tuple[str, Node] | None:
    """Return the provider that shows the stage of the record in a place, and its node.

    Return None if the place shows no stage.
    """
    if context.is_item or context.outline is NO_RECORD:
        return None
    if _shows_drawn_row(context.question, context.shape):
        return None
    named = _find_named_node(context, context.shape)
    if named is None or context.inputs.relations.is_declared_unique(context.model, context.name):
        return None
    return named


def _shows_drawn_row(question: FieldContext, shape: Shape) -> bool:
    """Return whether the place shows a drawn row of a domain, such as the phase of the moon."""
    if isinstance(shape, ChoiceShape):
        return provide_domain_choice(question, shape.values, shape.json) is not None
    return shows_drawn_row(question)


def _find_named_node(context: PlanContext, shape: Shape) -> tuple[str, Node] | None:
    """Return the provider's name and the node of a status, a flag or a usual value of *shape*.

    A row of the record's domain comes first, unless the record has timestamps of stages.
    """
    question = context.question
    if isinstance(shape, ChoiceShape):
        is_random = context.config.enum_policy == "random"
        return _find_choice_node(question, shape) if is_random else None
    if not isinstance(shape, Scalar):
        return None
    flag = provide_flag(question) if shape.kind in FLAG_KINDS else None
    if flag is not None:
        return None if _is_rather_domain(question, flag) else ("stages.flag", flag)
    is_status = shape.kind == "str" and is_status_text(question)
    node = provide_status_text(question, "") if is_status else None
    if not isinstance(node, FactView) or _is_rather_domain(question, node):
        return None
    return "stages.status", node


def _is_rather_domain(question: FieldContext, view: FactView) -> bool:
    """Return whether the field belongs to a row of its domain, not to *view* of the stage."""
    shows_stage = any(fact.name.startswith(STAGE_NAME) for fact in view.facts)
    is_stage = shows_stage and has_stages(question.record)
    return not is_stage and shows_domain_row(question)


def _find_choice_node(question: FieldContext, shape: ChoiceShape) -> tuple[str, Node] | None:
    """Return the provider's name and the node that chooses a member by stage or by habit.

    Members in a table of the record's domain belong to their attributes there, unless the record
    has timestamps of stages.
    """
    known = find_domain_choice(question, shape.values, shape.json)
    flag = provide_flag_choice(question, shape.values)
    view = flag or provide_status_choice(question, shape.values, shape.json)
    if known is not None and isinstance(known[1], FactView):
        is_stage = view is not None and not _is_rather_domain(question, view)
        return ("stages.status", view) if view is not None and is_stage else None
    if view is not None:
        return ("stages.flag" if flag else "stages.status"), view
    decides = decides_details(question.name, question.record)
    if known is not None and not decides:
        return None
    if is_choice_fact(question.name) and len(shape.values) > 1:
        json = make_json_converter(shape.values, shape.json)
        texts = tuple(map(str, shape.json))
        return "stages.choice", make_choice_view(question.name, texts, shape.values, json)
    usual = provide_usual_choice(
        question.name,
        shape.values,
        shape.json,
    )
    return ("stages.usual", usual) if usual is not None else None


PAIR_SHARE = 55
"""How many records, in per cent, lack what happened at an optional moment of no stage."""

FLAG_KINDS = ("bool", "int", "str")


def find_presence_view(context: PlanContext) -> FactView | None:
    """Return the view of whether the record has the optional value of *context*.

    Return None if its name does not say when, or settings and options do.
    """
    view = find_gate(context)
    if view is not None or context.config.fill != "usual" or not _may_be_gated(context):
        return view
    group, share = find_sparse_share(context.question.name)
    shared = find_pair_group(context.question)
    if shared:
        group, share = shared, PAIR_SHARE
    return make_given_view(group, 100 - share) if group else None


def find_gate(context: PlanContext) -> FactView | None:
    """Return the view of whether the stage or a choice of the record gives it the optional value.

    Return None if its name does not say when, or settings and options do.
    """
    if not _may_be_gated(context):
        return None
    question = context.ask("optional", NO_CONSTRAINTS)
    return _find_named_gate(question, context.config.enum_policy == "random")


@lru_cache(maxsize=2048)
def _find_named_gate(question: FieldContext, draws_choices: bool) -> FactView | None:
    """Return the view of whether the record has the optional field of *question*.

    A choice of the record decides it only if members are drawn, as *draws_choices* says.
    """
    decided = _find_decided_view(question) if draws_choices else None
    return decided or provide_presence(question)


def find_list_gate(context: PlanContext) -> FactView | None:
    """Return the view of whether the record of *context* has something in the list already.

    Return None for optional lists, and if settings or options say how long the list is.
    """
    is_sized = not context.settings.keys().isdisjoint(("min_items", "max_items"))
    field = context.outline.find(context.plain_name)
    is_plain = field is not None and not field.is_optional and not context.is_item
    if is_sized or not is_plain or context.config.fill != "usual" or has_own_sizes(context.config):
        return None
    return find_later_view(context.ask("list", NO_CONSTRAINTS))


def _may_be_gated(context: PlanContext) -> bool:
    """Return whether the optional value of *context* may wait for what its record shows."""
    if context.config.fill == "required" or "p_none" in context.settings:
        return False
    return not context.is_item and context.outline is not NO_RECORD


def _find_decided_view(question: FieldContext) -> FactView | None:
    """Return the view of whether a choice of the record gives the optional field a value."""
    for field, members in find_deciders(question.name, question.record):
        shape = ChoiceShape(field.options, field.options)
        choice = find_choice_view(
            replace(question, name=field.name, kind="options"),
            shape,
        )
        if choice is not None:
            show = partial(_is_among, choice.show, members)
            return FactView(
                show,
                choice.facts,
                pin=_pin_members(choice, members),
            )
    return None


def _is_among(
    show: Callable[..., Any],
    members: Container[Any],
    word: int,
    *facts: Any,
) -> bool:
    """Return whether *show* shows one of *members*."""
    return show(word, *facts) in members


def _pin_members(choice: FactView, members: Container[Any]) -> FactPin | None:
    """Return the pin of a field that has a value with *members* of *choice*, if there is one."""
    if len(choice.facts) != 1:
        return None

    def find_facts(has_value: bool, node: Node) -> Any:
        """Return the node of what the choice shows with a value, or without one."""
        kept = [
            option
            for option in list_options(node)
            if (choice.show(0, option) in members) == has_value
        ]
        return (build_choice(kept),) if kept else None

    return FactPin(lambda value: value is not None, find_facts)


def find_choice_view(question: FieldContext, shape: ChoiceShape) -> FactView | None:
    """Return the view that a choice of the record has: of a row of a domain, or of its stage."""
    drawn = provide_domain_choice(question, shape.values, shape.json)
    shown = drawn or _find_choice_node(question, shape)
    shown = shown or find_domain_choice(question, shape.values, shape.json)
    return shown[1] if shown and isinstance(shown[1], FactView) else None


def open_gates(slots: Sequence[Slot], facts: Container[str]) -> list[Slot]:
    """Return *slots* without the gates that show none of *facts*, which the user fixed."""
    return [replace(slot, node=_open_gate(slot.node, facts)) for slot in slots]


def _open_gate(node: Node, facts: Container[str]) -> Node:
    """Return *node* without its gate if one of *facts* decides it."""
    if isinstance(node, Converted):
        return replace(node, inner=_open_gate(node.inner, facts))
    if not isinstance(node, Nullable) or node.gate is None:
        return node
    is_fixed = any(fact.name in facts for fact in node.gate.facts)
    return node if is_fixed else replace(node, gate=None)


def find_stage_views(context: PlanContext, value: Any) -> tuple[FixedView, ...]:
    """Return the views through which the fixed *value* of a field determines the record's stage."""
    views = []
    if isinstance(context.shape, OptionalShape):
        views.append(find_presence_view(context))
    shape = unwrap_shape(context.shape, context.refs)
    named = find_stage_node(context._replace(shape=shape)) if value is not None else None
    views.append(named[1] if named and isinstance(named[1], FactView) else None)
    return tuple(
        FixedView(context.name, value, view)
        for view in views
        if view is not None and view.pin is not None
    )
