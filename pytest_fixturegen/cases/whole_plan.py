"""A plan with a node for each field, also for those that are left to the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from pytest_fixturegen.nodes import Array, Dictionary, Node, Record, Slot
from pytest_fixturegen.strategies.node_parts import list_inner, rebuild
from pytest_fixturegen.strategies.plan import Plan


class WholePlan(NamedTuple):
    """A plan with a node for each field.

    *left_out* are the paths of the fields that are not filled in the base record, with ``*`` for
    the position of an item.
    """

    plan: Plan
    left_out: tuple[str, ...]


def build_whole_plan(plan: Plan, filled: Plan) -> WholePlan:
    """Return *plan*, completed with the nodes of *filled* for the fields that it does not draw.

    *filled* is the plan of the same type that draws all fields.
    """
    merger = _Merger()
    merged = merger.merge(
        plan.node,
        filled.node,
        "",
    )
    return WholePlan(
        replace(
            plan,
            node=merged,
            fallbacks=(),
        ),
        tuple(merger.left_out),
    )


class _Merger:
    """Merges two nodes of one type, and notes which fields only the second one fills."""

    def __init__(self) -> None:
        self.left_out: list[str] = []

    def merge(
        self,
        node: Node,
        filled: Node,
        path: str,
    ) -> Node:
        """Return *node* at *path*, with the fields of *filled* that it leaves out."""
        if isinstance(node, Record) and isinstance(filled, Record):
            return self._merge_records(
                node,
                filled,
                path,
            )
        inner, others = list_inner(node), list_inner(filled)
        if type(node) is not type(filled) or len(inner) != len(others) or not inner:
            return node
        merged = [
            self.merge(
                part,
                other,
                f"{path}{step}".lstrip("."),
            )
            for (step, part), (_, other) in zip(
                inner,
                others,
                strict=True,
            )
        ]
        is_same = all(
            new is part
            for new, (_, part) in zip(
                merged,
                inner,
                strict=True,
            )
        )
        return node if is_same else rebuild(node, merged)

    def _merge_records(
        self,
        node: Record,
        filled: Record,
        path: str,
    ) -> Record:
        """Return *node* with the slots of *filled* that it does not fill, in their order."""
        own = {slot.name: slot for slot in node.slots}
        slots = []
        for other in filled.slots:
            slot = own.pop(other.name, None)
            slots.append(
                self._merge_slot(
                    slot,
                    other,
                    f"{path}.{other.name}".lstrip("."),
                )
            )
        return replace(node, slots=(*slots, *own.values()))

    def _merge_slot(
        self,
        slot: Slot | None,
        filled: Slot,
        path: str,
    ) -> Slot:
        """Return *slot*, or *filled* for a field that the model itself fills."""
        if slot is not None and slot.key is not None:
            return replace(
                slot,
                node=self.merge(
                    slot.node,
                    filled.node,
                    path,
                ),
            )
        if filled.key is None:
            return slot or filled
        self.left_out.append(path)
        return replace(filled, is_optional=True)


def expand_paths(paths: Iterable[str], item_count: int) -> frozenset[str]:
    """Return *paths* with each ``*`` replaced by the positions of *item_count* items."""
    expanded: list[str] = []
    for path in paths:
        expanded.extend(_expand_path(path, item_count))
    return frozenset(expanded)


def _expand_path(path: str, item_count: int) -> Iterator[str]:
    """Yield *path* for each position of an item that it names by ``*``."""
    first, *rest = path.split("*")
    positions = map(str, range(item_count))
    for chosen in product([*positions], repeat=len(rest)):
        yield first + "".join(
            map(
                "".join,
                zip(
                    chosen,
                    rest,
                    strict=True,
                ),
            )
        )


def find_largest_size(nodes: Iterable[Node]) -> int:
    """Return the most items that a collection within *nodes* has."""
    waiting, largest = [*nodes], 0
    while waiting:
        node = waiting.pop()
        if isinstance(node, Array | Dictionary):
            largest = max(largest, node.high)
        waiting.extend(part for _, part in list_inner(node))
    return largest
