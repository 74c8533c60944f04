"""The parts of a shape, and what is known of all shapes of a type together.

Nothing here calls itself: a type may nest deeper than Python's calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CollectionShape,
    CustomJsonShape,
    JsonText,
    MappingShape,
    ModelShape,
    NamedShape,
    OptionalShape,
    RootShape,
    Shape,
    ShapeRef,
    TupleShape,
    UnionShape,
)

Refs = Mapping[str, Shape]

PARTS: Mapping[type, Callable[[Any], Iterable[Shape | None]]] = {
    UnionShape: lambda union: (member for _, member in union.members),
    TupleShape: attrgetter("items"),
    MappingShape: attrgetter("key", "value"),
    CollectionShape: lambda collection: (collection.item,),
    **dict.fromkeys(
        (OptionalShape, RootShape, CheckedShape, CustomJsonShape, JsonText, NamedShape),
        lambda shape: (shape.inner,),
    ),
}
"""The shapes that a shape of each type is made of; types without an entry have none."""

OPEN = -1
"""The levels of a shape whose parts are being measured."""


def list_parts(shape: Shape) -> Iterable[Shape]:
    """Return the shapes that *shape* is made of, except those of the fields of a model."""
    get_parts = PARTS.get(type(shape))
    parts = get_parts(shape) if get_parts else ()
    return [part for part in parts if part is not None]


def unwrap_shape(shape: Shape, refs: Refs) -> Shape:
    """Return the shape of the values of *shape* other than None, behind references and checks."""
    while isinstance(shape, ShapeRef | OptionalShape | CheckedShape | CustomJsonShape):
        shape = refs[shape.name] if isinstance(shape, ShapeRef) else shape.inner
    return shape


def walk_shapes(shape: Shape, refs: Refs) -> Iterator[Shape]:
    """Yield *shape*, the shapes that *refs* names, and all their parts, fields included."""
    waiting = [shape, *refs.values()]
    while waiting:
        part = waiting.pop()
        yield part
        waiting.extend(_list_parts_and_fields(part))


def declares_sets(shape: Shape, refs: Refs) -> bool:
    """Return whether a part of the type is a set."""
    return any(
        isinstance(part, CollectionShape) and part.kind in ("set", "frozenset")
        for part in walk_shapes(shape, refs)
    )


def _list_parts_and_fields(shape: Shape) -> Iterable[Shape]:
    """Return the parts of *shape*, or the shapes of its fields if it is a model."""
    if isinstance(shape, ModelShape):
        return [inner.shape for inner in (*shape.fields, *shape.computed_fields)]
    return list_parts(shape)


class Nesting(NamedTuple):
    """How deep a type nests: in *levels*, along *path*. *has_cycles* says that it holds itself."""

    levels: int
    path: str
    has_cycles: bool


def measure_nesting(shape: Shape, refs: Refs) -> Nesting:
    """Return how many shapes nest in each other at most; one that holds itself counts once."""
    return _NestingMeter(refs).measure(shape)


class _NestingMeter:
    """Measures the nesting of each shape after its parts, with an explicit stack."""

    def __init__(self, refs: Refs) -> None:
        self.refs = refs
        self.levels: dict[int, int] = {}
        self.deepest_parts: dict[int, tuple[str, Shape]] = {}
        self.has_cycles = False

    def measure(self, shape: Shape) -> Nesting:
        """Return the nesting of *shape*."""
        open_shapes = [shape]
        while open_shapes:
            part = open_shapes[-1]
            if id(part) not in self.levels:
                self.levels[id(part)] = OPEN
                open_shapes.extend(self._list_new_parts(part))
                continue
            open_shapes.pop()
            if self.levels[id(part)] == OPEN:
                self._close(part)
        return Nesting(
            self.levels[id(shape)],
            self._build_path(shape),
            self.has_cycles,
        )

    def _list_named_parts(self, shape: Shape) -> list[tuple[str, Shape]]:
        """Return the parts of *shape*, each with the name of its field, which may be empty."""
        if isinstance(shape, ModelShape):
            return [(inner.name, inner.shape) for inner in shape.fields]
        if isinstance(shape, ShapeRef):
            target = self.refs.get(shape.name)
            return [("", target)] if target is not None else []
        return [("", part) for part in list_parts(shape)]

    def _list_new_parts(self, shape: Shape) -> list[Shape]:
        """Return the parts of *shape* that are not measured; an open one is around *shape*."""
        parts = [part for _, part in self._list_named_parts(shape)]
        self.has_cycles |= any(self.levels.get(id(part)) == OPEN for part in parts)
        return [part for part in parts if id(part) not in self.levels]

    def _close(self, shape: Shape) -> None:
        """Measure *shape*, whose parts are measured."""
        depth = 0
        for name, part in self._list_named_parts(shape):
            part_levels = self.levels[id(part)]
            if part_levels > depth:
                depth = part_levels
                self.deepest_parts[id(shape)] = (name, part)
        self.levels[id(shape)] = depth + 1

    def _build_path(self, shape: Shape) -> str:
        """Return the path from *shape* to the part that nests deepest."""
        names = []
        while id(shape) in self.deepest_parts:
            name, shape = self.deepest_parts[id(shape)]
            if name:
                names.append(name)
        return ".".join(names)
