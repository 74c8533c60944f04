"""Plans of mappings and lists that show a row of the record's domain: its changed fields."""

from __future__ import annotations

from pytest_fixturegen.introspection.shapes import CollectionShape, MappingShape, Shape
from pytest_fixturegen.providers.domains.rows import find_entries
from pytest_fixturegen.strategies import containers
from pytest_fixturegen.strategies.composites.json_objects import TEXT_KEYS, list_kinds
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import Planned

TEXT_KINDS = frozenset(("str", "any"))
"""The kinds of values that may be any text."""


def plan_entry_mapping(context: PlanContext, shape: MappingShape) -> Planned | None:
    """Return the plan of a mapping with the entry of a row; None if the name tells none."""
    is_plain = shape.key in TEXT_KEYS and containers.get_mapping_builder(shape) is None
    return _plan_entries(context, shape, shape.value) if is_plain else None


def plan_entry_list(context: PlanContext, shape: CollectionShape) -> Planned | None:
    """Return the plan of a list with the entry of a row; None if the name tells none."""
    return _plan_entries(context, shape, shape.item) if shape.kind == "list" else None


def _plan_entries(
    context: PlanContext, shape: MappingShape | CollectionShape, value: Shape
) -> Planned | None:
    """Return the plan of a mapping or list of a domain; None if the domain has none."""
    has_room = shape.low <= 1 and (shape.high is None or shape.high >= 1)
    if not has_room or context.is_item or TEXT_KINDS.isdisjoint(list_kinds(value)):
        return None
    found = find_entries(context.question)
    return Planned(found[1]) if found else None
