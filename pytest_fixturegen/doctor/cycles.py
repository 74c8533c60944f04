"""How a model may hold itself, and how deep its records nest."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from pytest_fixturegen.doctor.shape_names import find_ref_name
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CustomJsonShape,
    ModelShape,
    Shape,
    TypeReading,
)
from pytest_fixturegen.nodes import (
    Array,
    Constructed,
    Converted,
    Dictionary,
    JsonEncoded,
    Node,
    Nullable,
    OneOf,
    Pinned,
    Record,
    Tuple,
)
from pytest_fixturegen.strategies.recursion_limits import find_named_refs

RefSteps = dict[str, list[tuple[str, str]]]
"""From a ref to what it names: the step as one reads it, and the ref that it leads to."""


def find_cycles(reading: TypeReading) -> tuple[tuple[str, ...], ...]:
    """The shortest way from each class back to itself, as ``("Comment.replies", "Comment")``; one for each set of classes."""
    steps = {ref: list(_list_steps(ref, shape, reading)) for ref, shape in reading.refs.items()}
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for ref in steps:
        way = _find_way_back(ref, steps)
        if way:
            found.setdefault(
                frozenset(each.partition(".")[0] for each in way),
                (*way, find_ref_name(ref, reading)),
            )
    return tuple(found.values())


def _list_steps(ref: str, shape: Shape, reading: TypeReading) -> Iterable[tuple[str, str]]:
    while isinstance(shape, CheckedShape | CustomJsonShape):
        shape = shape.inner
    name = find_ref_name(ref, reading)
    if isinstance(shape, ModelShape):
        return [
            (f"{name}.{each.name}", target)
            for each in shape.fields
            for target in sorted(find_named_refs(each.shape))
        ]
    return [(name, target) for target in sorted(find_named_refs(shape))]


def _find_way_back(ref: str, steps: RefSteps) -> tuple[str, ...]:
    waiting: deque[tuple[str, tuple[str, ...]]] = deque([(ref, ())])
    seen = {ref}
    while waiting:
        here, way = waiting.popleft()
        for step, target in steps.get(here, ()):
            if target == ref:
                return (*way, step)
            if target not in seen:
                seen.add(target)
                waiting.append((target, (*way, step)))
    return ()


def measure_depth(node: Node, known_depths: dict[int, int] | None = None) -> int:
    """How many records stand in each other at most in what *node* draws; *known* keeps those of nodes that stand twice."""
    known_depths = {} if known_depths is None else known_depths
    if id(node) not in known_depths:
        inner = max((measure_depth(each, known_depths) for each in _list_children(node)), default=0)
        known_depths[id(node)] = inner + isinstance(node, Record)
    return known_depths[id(node)]


def _list_children(node: Node) -> Iterable[Node]:
    match node:
        case Record(slots):
            return [slot.node for slot in slots]
        case (
            Nullable(inner)
            | Converted(inner)
            | Constructed(inner)
            | JsonEncoded(inner)
            | Pinned(inner)
        ):
            return [inner]
        case OneOf(members):
            return [member for _, member in members]
        case Tuple(items):
            return items
        case Array(item=item, high=high) | Dictionary(value=item, high=high):
            return [item] if high else []
        case _:
            return []
