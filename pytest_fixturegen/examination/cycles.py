"""How a model may hold itself, and how deep its records nest."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from pytest_fixturegen.examination.words import name_of
from pytest_fixturegen.nodes import Array, Built, Converted, Given, Node, Nullable, OneOf, Quoted, Record, Row, Table
from pytest_fixturegen.plan.reach import named_by
from pytest_fixturegen.shape.shapes import Checked, Model, Reading, Shape, Unlike

Steps = dict[str, list[tuple[str, str]]]
"""From a ref to what it names: the step as one reads it, and the ref that it leads to."""


def cycles_of(reading: Reading) -> tuple[tuple[str, ...], ...]:
    """The shortest way from each class back to itself, as ``("Comment.replies", "Comment")``; one for each set of classes."""
    steps = {ref: list(_steps(ref, shape, reading)) for ref, shape in reading.refs.items()}
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for ref in steps:
        way = _way_back(ref, steps)
        if way:
            found.setdefault(frozenset(each.partition(".")[0] for each in way), (*way, name_of(ref, reading)))
    return tuple(found.values())


def _steps(ref: str, shape: Shape, reading: Reading) -> Iterable[tuple[str, str]]:
    while isinstance(shape, Checked | Unlike):
        shape = shape.inner
    name = name_of(ref, reading)
    if isinstance(shape, Model):
        return [(f"{name}.{each.name}", target) for each in shape.fields for target in sorted(named_by(each.shape))]
    return [(name, target) for target in sorted(named_by(shape))]


def _way_back(ref: str, steps: Steps) -> tuple[str, ...]:
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


def depth(node: Node, known: dict[int, int] | None = None) -> int:
    """How many records stand in each other at most in what *node* draws; *known* keeps those of nodes that stand twice."""
    known = {} if known is None else known
    if id(node) not in known:
        inner = max((depth(each, known) for each in _inside(node)), default=0)
        known[id(node)] = inner + isinstance(node, Record)
    return known[id(node)]


def _inside(node: Node) -> Iterable[Node]:
    match node:
        case Record(slots):
            return [slot.node for slot in slots]
        case Nullable(inner) | Converted(inner) | Built(inner) | Quoted(inner) | Given(inner):
            return [inner]
        case OneOf(members):
            return [member for _, member in members]
        case Row(items):
            return items
        case Array(item=item, high=high) | Table(value=item, high=high):
            return [item] if high else []
        case _:
            return []
