"""Plans of records: models, dataclasses and other classes with fields."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from math import inf
from typing import Any

from pytest_fixturegen.introspection.shape_parts import unwrap_shape
from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS, InstanceOf, ModelShape
from pytest_fixturegen.introspection.type_reader import get_builder, make_lenient
from pytest_fixturegen.nodes import Fact, Record
from pytest_fixturegen.providers.domains.drawn_nodes import WORD_FACT
from pytest_fixturegen.providers.domains.geo_points import POINT_NOUNS, build_point_fact
from pytest_fixturegen.providers.people import SHARED_PERSON_FIELDS
from pytest_fixturegen.strategies import unique
from pytest_fixturegen.strategies.date_parts import show_date_parts
from pytest_fixturegen.strategies.fields.modified_fields import plan_field
from pytest_fixturegen.strategies.fields.record_fields import FieldPlan
from pytest_fixturegen.strategies.fixed_views import (
    list_record_facts,
    pin_facts,
    replace_slot_facts,
)
from pytest_fixturegen.strategies.list_shares import list_shared_facts
from pytest_fixturegen.strategies.list_totals import show_list_totals
from pytest_fixturegen.strategies.number_lists import show_number_lists
from pytest_fixturegen.strategies.overrides import NO_OVERRIDES
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned, combine, make_endless_node
from pytest_fixturegen.strategies.record_outlines import outline_record
from pytest_fixturegen.strategies.stage_views import open_gates

MAPPING_KINDS = ("typed-dict", "document")
"""The kinds of records whose instances are mappings."""


def plan_model(context: PlanContext, shape: ModelShape) -> Planned:
    """Return the plan of a record, field by field; of a subclass if its class is abstract."""
    if context.depth and inspect.isabstract(shape.cls):
        return context.plan_shape(InstanceOf(shape.cls))
    name = shape.cls.__name__
    if context.limits.get_min_depth(shape) == inf:
        return Planned(make_endless_node(name))
    shares_facts = context.depth > 0 and context.plain_name in SHARED_PERSON_FIELDS
    outline = outline_record(
        shape,
        context.refs,
        context.inputs.reading.name,
        context.config,
    )
    record = context._replace(
        model=name,
        cls=shape.cls,
        depth=context.depth + 1,
        with_instances=shape.is_strict or context.inputs.with_instances,
        outline=replace(
            outline,
            is_nested=context.depth > 0 and not shares_facts,
            links=context.inputs.relations.list_linked_fields(name),
        ),
    )
    overrides = context.overrides.split_by_field(shape.fields, name)
    fields = [
        plan_field(
            record,
            model_field,
            overrides.get(model_field.name, NO_OVERRIDES),
        )
        for model_field in shape.fields
    ]
    slots = [field.slot for field in fields if field.slot is not None]
    fixed_views = tuple(chain.from_iterable(field.planned.fixed_views for field in fields))
    facts = {} if shares_facts else pin_facts(fixed_views)
    if facts:
        slots = replace_slot_facts(
            record,
            shape.fields,
            slots,
            facts,
        )
    if context.config.fill == "all":
        slots = open_gates(slots, facts)
    drawn = _list_drawn(fields)
    slots = show_list_totals(
        record,
        shape.fields,
        slots,
        drawn,
    )
    shapes = {each.name: unwrap_shape(each.shape, context.refs) for each in shape.fields}
    slots = show_number_lists(
        slots,
        shapes,
        drawn,
    )
    slots = show_date_parts(
        slots,
        shapes,
        drawn,
    )
    decisions = tuple(chain.from_iterable(field.planned.decisions for field in fields))
    uniqueness = unique.apply_uniqueness(
        record,
        shape,
        slots,
        decisions,
        frozenset(overrides),
    )
    node = Record(
        tuple(uniqueness.slots),
        _get_record_builder(context, shape),
        shares_facts=shares_facts,
        facts=(
            *list_record_facts(
                record,
                fixed_views,
                _list_shared_facts(record),
            ),
            *list_shared_facts(uniqueness.slots),
        ),
    )
    planned = combine(node, [field.planned for field in fields])
    return planned._replace(
        decisions=decisions + uniqueness.decisions,
        is_exact=planned.is_exact and shape.has_exact_json,
        limits=planned.limits + uniqueness.limits,
        fixed_views=fixed_views if shares_facts else (),
    )


def _list_shared_facts(record: PlanContext) -> tuple[Fact, ...]:
    """Return the facts that records within *record* may ask for."""
    if record.outline.has(*POINT_NOUNS):
        return (WORD_FACT, build_point_fact(record.ask("float", NO_CONSTRAINTS)))
    return (WORD_FACT,)


DRAWING_RULES = frozenset(("provider_by_name", "provider_by_type"))
"""The rules that draw a number which may as well be a total of others."""


def _list_drawn(fields: Sequence[FieldPlan]) -> frozenset[str]:
    """Return the names of the fields that no option, default or link fills."""
    return frozenset(
        field.slot.name
        for field in fields
        if field.slot and {each.rule for each in field.planned.decisions} <= DRAWING_RULES
    )


def _get_record_builder(
    context: PlanContext, shape: ModelShape
) -> Callable[[dict[str, Any]], Any] | None:
    """Return the function that makes an instance of a nested record; None if a mapping suffices."""
    if not context.depth or not context.with_instances or shape.kind in MAPPING_KINDS:
        return None
    build: Callable[[dict[str, Any]], Any] = make_lenient(get_builder(shape.cls))
    return build
