"""The parts of a shape, and what is known of all shapes of a type together.

Nothing here calls itself: a type may nest deeper than Python's calls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
    TupleShape,
    UnionShape,
)

Refs = Mapping[str, Shape]


def list_parts(shape: Shape) -> Iterable[Shape]:
    """Return the shapes that *shape* is made of, except those of the fields of a model."""
    match shape:
        case UnionShape(members):
            return [member for _, member in members]
        case TupleShape(items=items):
            return items
        case MappingShape(key=key, value=value):
            return [key, value]
        case CollectionShape(item=inner) | OptionalShape(inner=inner) | RootShape(inner=inner):
            return [inner]
        case CheckedShape(inner=inner) | CustomJsonShape(inner=inner) | JsonText(inner=inner):
            return [inner]
        case NamedShape(inner=inner) if inner is not None:
            return [inner]
        case _:
            return []


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
