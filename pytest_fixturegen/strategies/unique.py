"""Fields that never repeat: each shows a number that only its record has.

What a primary key is called is unique unasked, as far as its type has values for; what the user asks to be unique is so,
or it is an error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import prod
from typing import TYPE_CHECKING

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    Constraints,
    ModelShape,
    NamedShape,
    OptionalShape,
    Scalar,
    Shape,
    ShapeRef,
)
from pytest_fixturegen.nodes import (
    Choice,
    Constant,
    Day,
    Fact,
    FactView,
    FixedPoint,
    GridFloat,
    Instant,
    Integer,
    Link,
    Node,
    Nullable,
    Pinned,
    RandomUuid,
    Slot,
    UniqueNumber,
)
from pytest_fixturegen.providers.countable import (
    MAX_NUMBERED_TEXTS,
    Countable,
    build_countable,
    build_numbered_text,
    find_countable_fact,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.registry import find_type_provider
from pytest_fixturegen.providers.vocabulary import Vocabulary
from pytest_fixturegen.strategies.plan import OVERRIDE_REASON, UniqueLimit
from pytest_fixturegen.strategies.relations import UniqueGroup, require_field
from pytest_fixturegen.strategies.unique_facts import replace_facts

if TYPE_CHECKING:
    from pytest_fixturegen.strategies.plan_context import PlanContext
    from pytest_fixturegen.strategies.planner import Planner

UNIQUE_FIELD_NAMES = frozenset("id pk uuid guid email username sku iban".split())
"""Fields that are unique unasked, beside ``<model>_id``."""

MIN_COMBINATIONS = 10_000_000
"""Combinations that fields together should have before the open ones among them are widened."""

MIN_NUMBERED_LENGTH = 6
"""Characters that a text with a number at its end should have room for."""


def apply_uniqueness(
    planner: Planner,
    model: ModelShape,
    context: PlanContext,
    slots: list[Slot],
    fixed_names: set[str],
) -> list[Slot]:
    """*slots* of the record itself, with numbers of its own where fields are unique; what the user has *given* stays."""
    if context.depth != 1 or context.path not in ("", "*"):
        return slots
    fixed_names = fixed_names | {
        said.path for said in planner.strategies if said.reason == OVERRIDE_REASON
    }
    groups = planner.relations.find_groups(context.model)
    for group in groups:
        for name in group.fields:
            require_field(model, name)
        if not fixed_names & set(group.fields):
            slots = _make_group_unique(planner, model, context, slots, group)
    asked = (
        {name for group in groups for name in group.fields}
        | fixed_names
        | _find_plugin_paths(planner)
    )
    keys = UNIQUE_FIELD_NAMES | {f"{to_snake_case(context.model)}_id"}
    shapes = {each.name: each.shape for each in model.fields}
    return [
        _make_unique_by_name(planner, context, slot, shapes[slot.name])
        if slot.name in keys and slot.name not in asked
        else slot
        for slot in slots
    ]


@dataclass(frozen=True, slots=True)
class GroupMember:
    """One field that is unique, alone or with others: what it draws counted, and the fact that it shows, if that is shared."""

    slot: Slot
    countable: Countable
    fact_name: str = ""


def _make_unique_by_name(planner: Planner, context: PlanContext, slot: Slot, shape: Shape) -> Slot:
    """A field that is called like a key, unique if its type lets it be."""
    plain = _find_plain_shape(planner, shape)
    if not (
        isinstance(plain, NamedShape)
        or (isinstance(plain, Scalar) and plain.kind in ("int", "str"))
    ):
        return slot
    found = _find_countable(planner, context, slot, plain, with_open_range=True)
    if found is None or found.size < 2:
        return slot
    planner.record_decision(replace(context, path=slot.name), "unique", "the name of the field")
    return replace(slot, node=found.build_node(UniqueNumber(found.size, found.is_open)))


def _make_group_unique(
    planner: Planner, model: ModelShape, context: PlanContext, slots: list[Slot], group: UniqueGroup
) -> list[Slot]:
    """The fields of *group* as digits of one number. Raises MappingError when none of them can be counted."""
    shapes = {each.name: _find_plain_shape(planner, each.shape) for each in model.fields}
    mine = [slot for slot in slots if slot.name in group.fields]
    if any(
        isinstance(_unwrap_node(slot.node), RandomUuid) for slot in mine
    ):  # 122 drawn bits never meet again
        return slots
    members = _build_members(planner, context, mine, shapes, with_open_range=len(mine) == 1)
    if len(mine) > 1 and _count_combinations(members) < MIN_COMBINATIONS:
        members = _build_members(planner, context, mine, shapes, with_open_range=True)
    if not members:
        raise MappingError(
            f"{group} cannot be unique: what its type draws cannot be counted.",
            hint="Constrain it with a pattern of fixed parts, or leave it out of 'unique'.",
            model=group.name,
            path=",".join(group.fields),
        )
    for member in members:
        planner.record_decision(
            replace(context, path=member.slot.name), "unique", "asked to be unique"
        )
    planner.limits.append(UniqueLimit(str(group), _count_combinations(members)))
    return _assign_numbers(slots, members, str(group))


def _assign_numbers(slots: list[Slot], members: list[GroupMember], label: str) -> list[Slot]:
    """*slots*, where each of *members* shows its digit of one number."""
    size, divisor = _count_combinations(members), 1
    nodes: dict[str, Node] = {}
    facts: dict[str, Node] = {}
    for member in members:
        if len(members) == 1:
            index: Node = UniqueNumber(size, member.countable.is_open, label)
        else:
            index = FactView(
                partial(_compute_digit, divisor, member.countable.size),
                (Fact(f"unique:{label}", UniqueNumber(size, label=label)),),
            )
        divisor *= member.countable.size
        if member.fact_name:
            facts[member.fact_name] = member.countable.build_node(index)
        else:
            nodes[member.slot.name] = member.countable.build_node(index)
    changed = [replace(slot, node=nodes.get(slot.name, slot.node)) for slot in slots]
    return (
        [replace(slot, node=replace_facts(slot.node, facts)) for slot in changed]
        if facts
        else changed
    )


def _find_plugin_paths(planner: Planner) -> set[str]:
    """The fields that a plugin fills: what it draws is not given up for something that can be counted."""
    return {said.path for said in planner.strategies if said.plugin}


def _build_members(
    planner: Planner,
    context: PlanContext,
    slots: list[Slot],
    shapes: Mapping[str, Scalar | NamedShape | None],
    *,
    with_open_range: bool,
) -> list[GroupMember]:
    """Those of *slots* that can be counted. Names of people stay those that the rest of the record shows."""
    members = []
    for slot in slots:
        shared = find_countable_fact(slot.node) if len(slots) > 1 else None
        shape = shapes[slot.name] if slot.name not in _find_plugin_paths(planner) else None
        found = (
            _find_countable(planner, context, slot, shape, with_open_range=with_open_range)
            if shape is not None
            else build_countable(slot.node)
        )
        if shared is not None:
            members.append(GroupMember(slot, shared[1], shared[0]))
        elif found is not None:
            members.append(GroupMember(slot, found))
    return members


def _find_countable(
    planner: Planner,
    context: PlanContext,
    slot: Slot,
    shape: Scalar | NamedShape,
    *,
    with_open_range: bool,
) -> Countable | None:
    """What the field draws, counted; what its plain type draws, if its name's values are too few or have no order."""
    node, rules = slot.node, shape.constraints
    if _is_text(shape):
        few = isinstance(_unwrap_node(node), Choice)
        found = None if few else build_countable(node)
        if found is None and rules.pattern is None and _has_room(rules):
            found = build_numbered_text(node, slot.name, rules.max_length)
        return found or build_countable(node)
    if not isinstance(
        _unwrap_node(node), Integer | GridFloat | FixedPoint | Instant | Day | Link | Constant
    ):
        node = _plan_plain_node(planner, context, slot, shape) or node
    if (
        with_open_range
        and isinstance(_unwrap_node(node), Integer)
        and rules.le is None
        and rules.lt is None
    ):
        found = build_countable(_remove_upper_bound(node))
        return found and replace(found, is_open=True)
    return build_countable(node)


def _plan_plain_node(
    planner: Planner, context: PlanContext, slot: Slot, shape: Scalar | NamedShape
) -> Node | None:
    """What the type of a field alone would draw."""
    provider = find_type_provider(shape.kind if isinstance(shape, Scalar) else shape.type)
    if provider is None:
        return None
    kind, words = (
        shape.kind if isinstance(shape, Scalar) else shape.type,
        Vocabulary(planner.config.locale),
    )
    plain = provider(
        FieldContext(
            slot.name,
            to_snake_case(context.model),
            kind,
            shape.constraints,
            words,
            planner.config.now,
        )
    )
    if plain is None or build_countable(plain) is None:
        return None
    return Nullable(plain, slot.node.p_none) if isinstance(slot.node, Nullable) else plain


def _remove_upper_bound(node: Node) -> Node:
    """Whole numbers without an upper bound: as many as anybody needs."""
    if isinstance(node, Nullable):
        return replace(node, inner=_remove_upper_bound(node.inner))
    assert isinstance(node, Integer)
    return replace(node, high=node.low + (MAX_NUMBERED_TEXTS - 2) * node.step)


def _find_plain_shape(planner: Planner, shape: Shape) -> Scalar | NamedShape | None:
    """The plain type that a field holds, without what may stand around it; None when it holds something else."""
    while True:
        match shape:
            case ShapeRef(name):
                shape = planner.reading.refs[name]
            case OptionalShape(inner) | CheckedShape(inner):
                shape = inner
            case Scalar() | NamedShape():
                return shape
            case _:
                return None


def _is_text(shape: Scalar | NamedShape) -> bool:
    return (
        shape.kind == "str"
        if isinstance(shape, Scalar)
        else getattr(shape.type, "__name__", "") == "EmailStr"
    )


def _has_room(constraints: Constraints) -> bool:
    return constraints.max_length is None or constraints.max_length >= MIN_NUMBERED_LENGTH


def _unwrap_node(node: Node) -> Node:
    return _unwrap_node(node.inner) if isinstance(node, Nullable | Pinned) else node


def _count_combinations(members: Sequence[GroupMember]) -> int:
    return prod(member.countable.size for member in members)


def _compute_digit(divisor: int, size: int, word: int, number: int) -> int:
    """One digit of *number*, in a notation where each place has a base of its own."""
    return number // divisor % size
