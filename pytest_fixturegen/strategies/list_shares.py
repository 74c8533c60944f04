"""Numbers of the items of a list that depend on the whole list: shares of 100 %, the first one.

The record around the list tells how many items there are and how they share; each item knows its
position.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from pytest_fixturegen.introspection.shapes import Scalar, Shape
from pytest_fixturegen.nodes import (
    Array,
    Choice,
    Constant,
    Fact,
    FactView,
    GridFloat,
    Integer,
    Length,
    Node,
    Nullable,
    Outer,
    Position,
    Record,
    Slot,
)
from pytest_fixturegen.providers.fact_fields import get_json_converter
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.units.lookup import normalize
from pytest_fixturegen.streams import mix_word

NUMBER_KINDS = ("int", "float", "decimal")
ANY_WORD = Integer(0, (1 << 64) - 1)
DRAWN_NODES = (Choice, FactView, Integer, GridFloat)
"""Nodes that a provider made, and no user."""

SHARE_NAMES = frozenset(
    "percent share share_percent traffic_percent traffic_allocation traffic_split allocation "
    "allocation_percent percent_of_total proportion split split_percent ownership_percent stake "
    "weight_percent ownership ownership_share vote_percent vote_share".split()
)
"""Names of parts of 100 %, or of 1."""

WEIGHED_ITEMS = frozenset(
    "variant variation asset holding component criterion factor arm bucket destination split "
    "backend option allocation position ingredient_share constituent".split()
)
"""Items whose ``weight`` is such a part."""

FIRST_NAMES = frozenset(
    "is_primary primary is_default is_main is_control is_lead is_preferred is_baseline".split()
)
"""Flags of the first item only."""

WHOLE = Decimal(100)
FINE_ITEMS = 6
"""With so many items or more, shares are whole numbers, else multiples of 5."""


def share_list(
    slot: Slot,
    noun: str,
    names: Mapping[str, str],
    shapes: Mapping[str, Shape],
) -> Slot:
    """Return the *slot* of a list of *noun* with items that share a whole.

    *names* and *shapes* are the names in plain English and the shapes of the fields of an item.
    """
    array = slot.node.inner if isinstance(slot.node, Nullable) else slot.node
    if not isinstance(array, Array) or not isinstance(array.item, Record):
        return slot
    slots = tuple(_share_item(slot.name, one, noun, names, shapes) for one in array.item.slots)
    if slots == array.item.slots:
        return slot
    shared = replace(array, item=replace(array.item, slots=slots))
    if isinstance(slot.node, Nullable):
        return replace(slot, node=replace(slot.node, inner=shared))
    return replace(slot, node=shared)


def list_shared_facts(slots: Sequence[Slot]) -> tuple[Fact, ...]:
    """Return the facts that the items of the lists among *slots* ask their record for."""
    return tuple(
        fact
        for slot in filter(_asks_for_size, slots)
        for fact in (
            Fact(f"size_of_{slot.name}", Length(slot.name, Constant(1, 1))),
            Fact(f"split_of_{slot.name}", ANY_WORD),
        )
    )


def _asks_for_size(slot: Slot) -> bool:
    """Return whether items of *slot* share a whole."""
    array = slot.node.inner if isinstance(slot.node, Nullable) else slot.node
    item = array.item if isinstance(array, Array) else None
    slots = item.slots if isinstance(item, Record) else ()
    facts = (fact for each in slots if isinstance(each.node, FactView) for fact in each.node.facts)
    return any(fact.name == "siblings" for fact in facts)


def _share_item(
    list_name: str,
    slot: Slot,
    noun: str,
    names: Mapping[str, str],
    shapes: Mapping[str, Shape],
) -> Slot:
    """Return the *slot* of an item with its share of the whole; as it is if it has none."""
    name = normalize(names.get(slot.name, slot.name))
    shape = shapes.get(slot.name)
    if not isinstance(shape, Scalar) or not isinstance(slot.node, DRAWN_NODES):
        return slot
    if shape.kind == "bool" and name in FIRST_NAMES:
        node = FactView(
            _is_first,
            (Fact("position", Position()),),
        )
        return replace(slot, node=node)
    is_share = name in SHARE_NAMES or (name == "weight" and noun in WEIGHED_ITEMS)
    if shape.kind not in NUMBER_KINDS or not is_share:
        return slot
    total = _find_total(name, shape)
    if total is None:
        return slot
    facts = (
        Fact("position", Position()),
        Fact("siblings", Outer(f"size_of_{list_name}", Constant(1, 1))),
        Fact("split", Outer(f"split_of_{list_name}", Constant(0, 0))),
    )
    show: Any = partial(_show_share, CONVERTERS[shape.kind], total)
    return replace(slot, node=FactView(show, facts, get_json_converter(shape.kind)))


CONVERTERS: dict[str, Any] = {"int": int, "float": float, "decimal": lambda number: number}


def _find_total(name: str, shape: Scalar) -> Decimal | None:
    """Return the total of the shares, 100 or 1, or None if the field accepts neither."""
    is_part = shape.kind != "int" and "percent" not in name and "traffic" not in name
    total = Decimal(1) if is_part and name not in ("split", "allocation") else WHOLE
    for choice in (total, Decimal(1)):
        is_whole = shape.kind != "int" or choice == WHOLE
        if is_whole and all(is_valid_number(n, shape.constraints) for n in (0, choice)):
            return choice
    return None


def _is_first(word: int, position: int) -> bool:
    return position == 0


def _show_share(
    convert: Any,
    total: Decimal,
    word: int,
    place: int,
    size: int,
    split: int,
) -> Any:
    """Return the share of the item at *place* among *size*; together they are *total*."""
    share = Decimal(_find_cut(split, place + 1, size) - _find_cut(split, place, size))
    return convert(share * total / WHOLE)


def _find_cut(
    split: int,
    place: int,
    size: int,
) -> int:
    """Return how much of a hundred the first *place* of *size* items have."""
    weights = [1 if split % 3 == 0 else 2 + mix_word(split, number) % 4 for number in range(size)]
    step = 1 if split % 3 == 0 or size >= FINE_ITEMS else 5
    return round(sum(weights[:place]) * 100 / (step * max(sum(weights), 1))) * step


def split_goals(slots: Sequence[Slot], list_name: str) -> dict[str, Node]:
    """Return the facts of a match with as many goals as the list *list_name* has."""
    shown = {fact.name for slot in slots for fact in getattr(slot.node, "facts", ())}
    if "family_halves" not in shown:
        return {}
    goals = Fact(
        "goals",
        Length(list_name, Constant(0, 0)),
    )
    return {"family_halves": FactView(_split_score, (Fact("drawn match", ANY_WORD), goals))}


def _split_score(
    word: int,
    drawn: int,
    goals: int,
) -> Any:
    """Return the family of numbers of a match with *goals*."""
    home = mix_word(drawn, 3) % (goals + 1)
    return drawn, (("home_score", home), ("away_score", goals - home))
