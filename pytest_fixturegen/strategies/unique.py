"""Fields that never repeat: each shows a number that only its record has.

A field with the name of a primary key is unique without being asked, as far as its type has enough
values. A field that the option ``unique`` names is unique, or its plan is an error.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from math import prod
from typing import NamedTuple

from pytest_fixturegen._internal.type_names import to_snake_case
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ModelShape,
    NamedShape,
    OptionalShape,
    Scalar,
    Shape,
    ShapeRef,
)
from pytest_fixturegen.nodes import (
    Converted,
    Fact,
    FactView,
    Link,
    Node,
    RandomUuid,
    Slot,
    UniqueNumber,
)
from pytest_fixturegen.plugins.contracts import Strategy
from pytest_fixturegen.providers.countable import Countable, build_countable, find_countable_fact
from pytest_fixturegen.providers.domains.independent import never_repeats
from pytest_fixturegen.strategies.countable_fields import (
    count_open_texts,
    find_countable,
    unwrap_node,
)
from pytest_fixturegen.strategies.fields.requested_values import REQUESTING_RULES
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.strategies.planned import OMITTED_PROVIDER, UniqueLimit
from pytest_fixturegen.strategies.relations import UniqueGroup, require_field
from pytest_fixturegen.strategies.rule import FillKind
from pytest_fixturegen.strategies.unique_facts import replace_facts

UNIQUE_FIELD_NAMES = frozenset("id pk uuid guid email username sku iban".split())
"""Fields that are unique without being asked, besides ``<model>_id``."""

UNIQUE_PROVIDER = "unique"
UNIQUE_FILLS: Mapping[str, FillKind] = {"unique_name": "field name", "unique_group": "override"}
"""The kinds of decisions that make a field unique, by the name of their rule."""

MIN_COMBINATIONS = 10_000_000
"""The combinations that a group should have. With fewer, ranges without an upper bound grow."""


class UniqueSlots(NamedTuple):
    """The slots of a record with its unique fields, and the decisions and limits for them."""

    slots: list[Slot]
    decisions: tuple[Strategy, ...] = ()
    limits: tuple[UniqueLimit, ...] = ()


class GroupMember(NamedTuple):
    """A field that is unique, alone or with others.

    *countable* are its values by number. *fact_name* is the fact of the record that the field
    shows, if other fields show it, too.
    """

    slot: Slot
    countable: Countable
    fact_name: str = ""


class _UniqueRecord(NamedTuple):
    """A record with unique fields: the shapes of its fields, and the names that plugins fill.

    *share* is that of its :class:`ModelShape`.
    """

    context: PlanContext
    shapes: Mapping[str, Shape]
    plugin_names: frozenset[str]
    share: tuple[int, int] = (0, 1)

    def count_own(self, size: int) -> int:
        """Return how many of *size* values the class may take."""
        return size // self.share[1]

    def build_number(
        self,
        size: int,
        is_growing: bool = False,
        label: str = "",
    ) -> Node:
        """Return the node of a number below *size* that no other record has, of any class."""
        number = UniqueNumber(
            self.count_own(size),
            is_growing,
            label,
        )
        if self.share[1] == 1:
            return number
        return Converted(
            number,
            partial(_take_share, *self.share),
            None,
        )

    def find_plain_shape(self, name: str) -> Scalar | NamedShape | None:
        """Return the plain type that the field *name* holds; None if it holds something else."""
        shape = self.shapes[name]
        while True:
            match shape:
                case ShapeRef(reference):
                    shape = self.context.refs[reference]
                case OptionalShape(inner) | CheckedShape(inner):
                    shape = inner
                case Scalar() | NamedShape():
                    return shape
                case _:
                    return None

    def decide(
        self,
        name: str,
        rule: str,
        reason: str,
    ) -> Strategy:
        """Return the decision that the field *name* is unique."""
        return Strategy(
            name,
            UNIQUE_PROVIDER,
            reason,
            self.context.model,
            rule=rule,
        )


def apply_uniqueness(
    context: PlanContext,
    model: ModelShape,
    slots: list[Slot],
    decisions: Sequence[Strategy],
    called: frozenset[str],
) -> UniqueSlots:
    """Return *slots* with unique fields, if the record of *context* is not part of another.

    *decisions* are those for the fields of the record, and *called* the fields that a call fixes.
    A value that the user fixes stays. Raise MappingError if the values of a field that should be
    unique cannot be counted.
    """
    if context.depth != 1 or context.path not in ("", "*"):
        return UniqueSlots(slots)
    record = _UniqueRecord(
        context,
        {field.name: field.shape for field in model.fields},
        frozenset(decision.path for decision in decisions if decision.plugin),
        model.share,
    )
    fixed = called | {decision.path for decision in decisions if _is_configured(decision)}
    groups = context.inputs.relations.find_groups(context.model)
    grouped = _apply_groups(
        record,
        model,
        slots,
        groups,
        fixed,
    )
    group_names = {name for group in groups for name in group.fields}
    named = _apply_names(
        record,
        grouped.slots,
        group_names | fixed | record.plugin_names,
    )
    return UniqueSlots(
        named.slots,
        grouped.decisions + named.decisions,
        grouped.limits,
    )


def _is_configured(decision: Strategy) -> bool:
    """Whether the configuration gives the value of a field."""
    is_requested = decision.rule in REQUESTING_RULES and not decision.plugin
    return is_requested and decision.provider != OMITTED_PROVIDER


def _apply_groups(
    record: _UniqueRecord,
    model: ModelShape,
    slots: list[Slot],
    groups: Sequence[UniqueGroup],
    fixed: frozenset[str],
) -> UniqueSlots:
    """Return *slots* in which each of *groups* is unique, unless one of its fields is fixed."""
    result = UniqueSlots(slots)
    for group in groups:
        for name in group.fields:
            require_field(model, name)
        if fixed.isdisjoint(group.fields):
            made = _make_group_unique(record, result.slots, group)
            result = UniqueSlots(
                made.slots, result.decisions + made.decisions, result.limits + made.limits
            )
    return result


def _apply_names(
    record: _UniqueRecord,
    slots: list[Slot],
    excluded: Collection[str],
) -> UniqueSlots:
    """Return *slots* in which fields with the name of a key are unique, if their types allow it."""
    key_names = UNIQUE_FIELD_NAMES | _list_own_ids(to_snake_case(record.context.model))
    first_name = f"{to_snake_case(record.context.model).partition('_')[0]}_id"
    if slots and slots[0].name == first_name:  # the job_id of a JobPosting
        key_names |= {first_name}
    candidates = key_names.difference(excluded)
    unique_slots = {
        slot.name: unique_slot
        for slot in slots
        if slot.name in candidates
        and (unique_slot := _make_unique_by_name(record, slot)) is not None
    }
    decisions = tuple(
        record.decide(name, "unique_name", "the name of the field") for name in unique_slots
    )
    return UniqueSlots(
        [unique_slots.get(slot.name, slot) for slot in slots],
        decisions,
    )


def _list_own_ids(model: str) -> set[str]:
    """Return possible field names for the id of *model*: ``sensor_reading_id``, ``reading_id``."""
    words = model.split("_")
    return {f"{'_'.join(words[start:])}_id" for start in range(len(words))}


def _make_unique_by_name(record: _UniqueRecord, slot: Slot) -> Slot | None:
    """Return *slot* with a number of its record, if its type has enough values."""
    shape = record.find_plain_shape(slot.name)
    if shape is None or (isinstance(shape, Scalar) and shape.kind not in ("int", "str")):
        return None
    if never_repeats(slot.node):
        return None
    countable = find_countable(
        record.context,
        slot,
        shape,
        with_open_range=True,
    )
    if countable is None or record.count_own(countable.size) < 2:
        return None
    number = record.build_number(countable.size, countable.is_open)
    return replace(slot, node=countable.build_node(number))


def _make_group_unique(
    record: _UniqueRecord,
    slots: list[Slot],
    group: UniqueGroup,
) -> UniqueSlots:
    """Return *slots* with the fields of *group* as digits of one number."""
    group_slots = [slot for slot in slots if slot.name in group.fields]
    if any(isinstance(unwrap_node(slot.node), RandomUuid) for slot in group_slots):
        return UniqueSlots(slots)  # 122 random bits never repeat
    members = _build_members(
        record,
        group_slots,
        with_open_range=len(group_slots) == 1,
    )
    if len(group_slots) > 1 and _count_combinations(members) < MIN_COMBINATIONS:
        members = _build_members(record, group_slots, with_open_range=True)
    if not members or not record.count_own(_count_combinations(members)):
        raise MappingError(
            f"{group} cannot be unique: the values of its type cannot be counted.",
            hint="Constrain it with a pattern of fixed parts, or leave it out of 'unique'.",
            model=group.name,
            path=",".join(group.fields),
        )
    return UniqueSlots(
        _assign_numbers(record, slots, members, str(group)),
        tuple(
            record.decide(member.slot.name, "unique_group", "asked to be unique")
            for member in members
        ),
        (UniqueLimit(str(group), record.count_own(_count_combinations(members))),),
    )


def _build_members(
    record: _UniqueRecord,
    slots: Sequence[Slot],
    *,
    with_open_range: bool,
) -> list[GroupMember]:
    """Return those of *slots* that can be counted.

    A name of a person stays the one that the rest of the record shows.
    """
    members: list[GroupMember] = []
    for slot in slots:
        fact = find_countable_fact(slot.node)
        if fact is not None and (len(slots) > 1 or isinstance(slot.node, Link)):
            fact_name, countable = fact
            if all(member.fact_name != fact_name for member in members):
                members.append(GroupMember(slot, countable, fact_name))
            continue
        found = _count_slot(record, slot, with_open_range=with_open_range)
        if found is not None:
            members.append(GroupMember(slot, found))
    return members


def _count_slot(
    record: _UniqueRecord,
    slot: Slot,
    *,
    with_open_range: bool,
) -> Countable | None:
    """Return the values of *slot* by number. The values of a plugin are never replaced."""
    shape = record.find_plain_shape(slot.name)
    if shape is None or slot.name in record.plugin_names:
        return build_countable(slot.node)
    found = find_countable(
        record.context,
        slot,
        shape,
        with_open_range=with_open_range,
    )
    return found or count_open_texts(slot, shape)


def _assign_numbers(
    record: _UniqueRecord,
    slots: list[Slot],
    members: list[GroupMember],
    label: str,
) -> list[Slot]:
    """Return *slots*, in which each of *members* shows its digit of one number."""
    nodes: dict[str, Node] = {}
    facts: dict[str, Node] = {}
    for member, index in zip(members, _list_indices(record, members, label), strict=True):
        node = member.countable.build_node(index)
        if member.fact_name:
            facts[member.fact_name] = node
        else:
            nodes[member.slot.name] = node
    numbered = [replace(slot, node=nodes.get(slot.name, slot.node)) for slot in slots]
    if not facts:
        return numbered
    return [replace(slot, node=replace_facts(slot.node, facts)) for slot in numbered]


def _list_indices(
    record: _UniqueRecord,
    members: Sequence[GroupMember],
    label: str,
) -> list[Node]:
    """Return the node of each member's number: all are digits of one unique number."""
    size = _count_combinations(members)
    if len(members) == 1:
        return [record.build_number(size, members[0].countable.is_open, label)]
    number = Fact(f"unique:{label}", record.build_number(size, label=label))
    indices: list[Node] = []
    divisor = 1
    for member in members:
        compute = partial(_compute_digit, divisor, member.countable.size)
        indices.append(FactView(compute, (number,)))
        divisor *= member.countable.size
    return indices


def _take_share(
    position: int,
    count: int,
    number: int,
) -> int:
    """Return the *number*-th of the numbers that belong to the class at *position* of *count*."""
    return number * count + position


def _compute_digit(
    divisor: int,
    size: int,
    word: int,
    number: int,
) -> int:
    """Return one digit of *number* in a notation in which each place has its own base, *size*."""
    return number // divisor % size


def _count_combinations(members: Sequence[GroupMember]) -> int:
    """Return how many records differ in at least one of *members*."""
    return prod(member.countable.size for member in members)
