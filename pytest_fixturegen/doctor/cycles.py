"""Cycles of references between models, and the depth of nested records."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

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

StepPath = tuple[str, ...]
"""Steps, such as ``("Post.comments", "Comment.post")``."""

Step = tuple[str, str]
"""The description of a reference, such as ``Comment.replies``, and the name of its target."""

StepsByRef = dict[str, Sequence[Step]]


def find_cycles(reading: TypeReading) -> tuple[StepPath, ...]:
    """Return the shortest path from each class back to itself.

    A path is a tuple such as ``("Comment.replies", "Comment")``. Paths through the same classes are
    returned once.
    """
    steps = {ref: _list_steps(ref, shape, reading) for ref, shape in reading.refs.items()}
    cycles: dict[frozenset[str], StepPath] = {}
    for ref in steps:
        path = _find_path_back(ref, steps)
        if path:
            classes = frozenset(step.partition(".")[0] for step in path)
            cycles.setdefault(
                classes,
                (*path, find_ref_name(ref, reading)),
            )
    return tuple(cycles.values())


def _list_steps(
    ref: str,
    shape: Shape,
    reading: TypeReading,
) -> Sequence[Step]:
    """Return the steps from the class *ref*, one for each reference in its fields.

    A type without fields has its own name as the origin of each step. References are sorted, so
    that reports do not depend on the order of sets.
    """
    while isinstance(shape, CheckedShape | CustomJsonShape):
        shape = shape.inner
    name = find_ref_name(ref, reading)
    if not isinstance(shape, ModelShape):
        return _list_steps_from(name, shape)
    steps: list[Step] = []
    for field in shape.fields:
        steps += _list_steps_from(f"{name}.{field.name}", field.shape)
    return steps


def _list_steps_from(origin: str, shape: Shape) -> list[Step]:
    """Return a step from *origin* to each class that *shape* refers to, in alphabetical order."""
    targets = sorted(find_named_refs(shape))
    return [(origin, target) for target in targets]


def _find_path_back(
    start: str,
    steps_by_ref: StepsByRef,
) -> StepPath:
    """Return the shortest path from *start* to itself (breadth-first), or an empty tuple."""
    queue: deque[tuple[str, StepPath]] = deque()
    queue.append((start, ()))
    seen = {start}
    while queue:
        ref, path = queue.popleft()
        for step, target in steps_by_ref.get(ref, ()):
            if target == start:
                return (*path, step)
            if target not in seen:
                seen.add(target)
                queue.append((target, (*path, step)))
    return ()


def measure_depth(
    node: Node,
    known_depths: dict[int, int] | None = None,
) -> int:
    """Return how deep the records of *node* nest at most; a flat record has depth 1.

    *known_depths* caches the depth of nodes by identity, since plans share nodes.
    """
    known_depths = {} if known_depths is None else known_depths
    if id(node) not in known_depths:
        depths = [measure_depth(child, known_depths) for child in _list_children(node)]
        known_depths[id(node)] = max(depths, default=0)
        if isinstance(node, Record):
            known_depths[id(node)] += 1
    return known_depths[id(node)]


def _list_children(node: Node) -> Iterable[Node]:
    """Return the nodes that *node* needs to make a value.

    An array or dictionary that must be empty needs none, and neither does a node without parts.
    """
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
