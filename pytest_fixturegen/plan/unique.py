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

from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.identity import snake_case
from pytest_fixturegen.nodes import (
    Choice,
    Constant,
    Day,
    Fact,
    Fixed,
    Given,
    Instant,
    Integer,
    Link,
    Node,
    Nullable,
    Number,
    Real,
    Slot,
    Unique128,
    View,
)
from pytest_fixturegen.plan.facts import with_facts
from pytest_fixturegen.plan.relations import Group, require_field
from pytest_fixturegen.plan.strategy import OVERRIDE, Limit
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.countable import MANY, Countable, countable, fact_of, numbered_text
from pytest_fixturegen.providers.registry import provider_of
from pytest_fixturegen.providers.vocabulary import Vocabulary
from pytest_fixturegen.shape.shapes import Checked, Constraints, Maybe, Model, Named, Ref, Scalar, Shape

if TYPE_CHECKING:
    from pytest_fixturegen.plan.planner import Planner
    from pytest_fixturegen.plan.spots import Spot

KEYS = frozenset("id pk uuid guid email username sku iban".split())
"""Fields that are unique unasked, beside ``<model>_id``."""

ENOUGH = 10_000_000
"""Combinations that fields together should have before the open ones among them are widened."""

ROOM = 6
"""Characters that a text with a number at its end should have room for."""


def settled(planner: Planner, model: Model, spot: Spot, slots: list[Slot], given: set[str]) -> list[Slot]:
    """*slots* of the record itself, with numbers of its own where fields are unique; what the user has *given* stays."""
    if spot.deep != 1 or spot.path not in ("", "*"):
        return slots
    given = given | {said.path for said in planner.strategies if said.reason == OVERRIDE}
    groups = planner.relations.groups_of(spot.model)
    for group in groups:
        for name in group.fields:
            require_field(model, name)
        if not given & set(group.fields):
            slots = _declared(planner, model, spot, slots, group)
    asked = {name for group in groups for name in group.fields} | given | _plugged(planner)
    keys = KEYS | {f"{snake_case(spot.model)}_id"}
    shapes = {each.name: each.shape for each in model.fields}
    return [
        _by_name(planner, spot, slot, shapes[slot.name]) if slot.name in keys and slot.name not in asked else slot
        for slot in slots
    ]


@dataclass(frozen=True, slots=True)
class Member:
    """One field that is unique, alone or with others: what it draws counted, and the fact that it shows, if that is shared."""

    slot: Slot
    counted: Countable
    fact: str = ""


def _by_name(planner: Planner, spot: Spot, slot: Slot, shape: Shape) -> Slot:
    """A field that is called like a key, unique if its type lets it be."""
    plain = _plain(planner, shape)
    if not (isinstance(plain, Named) or (isinstance(plain, Scalar) and plain.kind in ("int", "str"))):
        return slot
    found = _counted(planner, spot, slot, plain, wide=True)
    if found is None or found.size < 2:
        return slot
    planner.decided(replace(spot, path=slot.name), "unique", "the name of the field")
    return replace(slot, node=found.show(Number(found.size, found.open)))


def _declared(planner: Planner, model: Model, spot: Spot, slots: list[Slot], group: Group) -> list[Slot]:
    """The fields of *group* as digits of one number. Raises MappingError when none of them can be counted."""
    shapes = {each.name: _plain(planner, each.shape) for each in model.fields}
    mine = [slot for slot in slots if slot.name in group.fields]
    if any(isinstance(_bare(slot.node), Unique128) for slot in mine):  # 122 drawn bits never meet again
        return slots
    members = _members(planner, spot, mine, shapes, wide=len(mine) == 1)
    if len(mine) > 1 and _product(members) < ENOUGH:
        members = _members(planner, spot, mine, shapes, wide=True)
    if not members:
        raise MappingError(
            f"{group} cannot be unique: what its type draws cannot be counted.",
            hint="Constrain it with a pattern of fixed parts, or leave it out of 'unique'.",
            model=group.name,
            path=",".join(group.fields),
        )
    for member in members:
        planner.decided(replace(spot, path=member.slot.name), "unique", "asked to be unique")
    planner.limits.append(Limit(str(group), _product(members)))
    return _numbered(slots, members, str(group))


def _numbered(slots: list[Slot], members: list[Member], what: str) -> list[Slot]:
    """*slots*, where each of *members* shows its digit of one number."""
    size, divisor = _product(members), 1
    nodes: dict[str, Node] = {}
    facts: dict[str, Node] = {}
    for member in members:
        if len(members) == 1:
            index: Node = Number(size, member.counted.open, what)
        else:
            index = View(partial(_digit, divisor, member.counted.size), (Fact(f"unique:{what}", Number(size, declared=what)),))
        divisor *= member.counted.size
        if member.fact:
            facts[member.fact] = member.counted.show(index)
        else:
            nodes[member.slot.name] = member.counted.show(index)
    changed = [replace(slot, node=nodes.get(slot.name, slot.node)) for slot in slots]
    return [replace(slot, node=with_facts(slot.node, facts)) for slot in changed] if facts else changed


def _plugged(planner: Planner) -> set[str]:
    """The fields that a plugin fills: what it draws is not given up for something that can be counted."""
    return {said.path for said in planner.strategies if said.plugin}


def _members(
    planner: Planner, spot: Spot, slots: list[Slot], shapes: Mapping[str, Scalar | Named | None], *, wide: bool
) -> list[Member]:
    """Those of *slots* that can be counted. Names of people stay those that the rest of the record shows."""
    members = []
    for slot in slots:
        shared = fact_of(slot.node) if len(slots) > 1 else None
        shape = shapes[slot.name] if slot.name not in _plugged(planner) else None
        found = _counted(planner, spot, slot, shape, wide=wide) if shape is not None else countable(slot.node)
        if shared is not None:
            members.append(Member(slot, shared[1], shared[0]))
        elif found is not None:
            members.append(Member(slot, found))
    return members


def _counted(planner: Planner, spot: Spot, slot: Slot, shape: Scalar | Named, *, wide: bool) -> Countable | None:
    """What the field draws, counted; what its plain type draws, if its name's values are too few or have no order."""
    node, rules = slot.node, shape.rules
    if _is_text(shape):
        few = isinstance(_bare(node), Choice)
        found = None if few else countable(node)
        if found is None and rules.pattern is None and _room(rules):
            found = numbered_text(node, slot.name, rules.max_length)
        return found or countable(node)
    if not isinstance(_bare(node), Integer | Real | Fixed | Instant | Day | Link | Constant):
        node = _plainly(planner, spot, slot, shape) or node
    if wide and isinstance(_bare(node), Integer) and rules.le is None and rules.lt is None:
        found = countable(_opened(node))
        return found and replace(found, open=True)
    return countable(node)


def _plainly(planner: Planner, spot: Spot, slot: Slot, shape: Scalar | Named) -> Node | None:
    """What the type of a field alone would draw."""
    provider = provider_of(shape.kind if isinstance(shape, Scalar) else shape.type)
    if provider is None:
        return None
    kind, words = shape.kind if isinstance(shape, Scalar) else shape.type, Vocabulary(planner.config.locale)
    plain = provider(Ask(slot.name, snake_case(spot.model), kind, shape.rules, words, planner.config.now))
    if plain is None or countable(plain) is None:
        return None
    return Nullable(plain, slot.node.p_none) if isinstance(slot.node, Nullable) else plain


def _opened(node: Node) -> Node:
    """Whole numbers without an upper bound: as many as anybody needs."""
    if isinstance(node, Nullable):
        return replace(node, inner=_opened(node.inner))
    assert isinstance(node, Integer)
    return replace(node, high=node.low + (MANY - 2) * node.step)


def _plain(planner: Planner, shape: Shape) -> Scalar | Named | None:
    """The plain type that a field holds, without what may stand around it; None when it holds something else."""
    while True:
        match shape:
            case Ref(name):
                shape = planner.reading.refs[name]
            case Maybe(inner) | Checked(inner):
                shape = inner
            case Scalar() | Named():
                return shape
            case _:
                return None


def _is_text(shape: Scalar | Named) -> bool:
    return shape.kind == "str" if isinstance(shape, Scalar) else getattr(shape.type, "__name__", "") == "EmailStr"


def _room(rules: Constraints) -> bool:
    return rules.max_length is None or rules.max_length >= ROOM


def _bare(node: Node) -> Node:
    return _bare(node.inner) if isinstance(node, Nullable | Given) else node


def _product(members: Sequence[Member]) -> int:
    return prod(member.counted.size for member in members)


def _digit(divisor: int, size: int, word: int, number: int) -> int:
    """One digit of *number*, in a notation where each place has a base of its own."""
    return number // divisor % size
