"""How deep the models of a type nest: how deep they must, and how deep they may.

A type that refers to itself can only be drawn if the chain may end somewhere. A type with many
fields is filled less deep, so that a record does not become too long to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf
from typing import TYPE_CHECKING

from pytest_fixturegen._internal.lazy_functions import import_on_call
from pytest_fixturegen.introspection.shape_parts import list_parts
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CollectionShape,
    CustomJsonShape,
    MappingShape,
    ModelShape,
    OpaqueShape,
    OptionalShape,
    RootShape,
    Shape,
    ShapeRef,
    TupleShape,
    TypeReading,
    UnionShape,
)

if TYPE_CHECKING:
    from pytest_fixturegen.introspection.named_types import find_related_model
else:
    (find_related_model,) = import_on_call(
        "pytest_fixturegen.introspection.named_types", "find_related_model"
    )

MAX_CYCLE_DEPTH = 2
"""How many models deep a model that may hold itself is filled: a comment, and its answers."""

UNKNOWN_MODEL_REFS = frozenset({"elsewhere"})
"""The models of a type that only refers to a model: they are unknown, so they count as cyclic."""

MAX_LEAF_COUNT = 300
"""The most values in a record, as far as optional parts decide."""

REQUIRED_ONLY = -2
"""The depth at which the required values of a reference are stored."""


class RecursionLimits:
    """The depths of one reading.

    *max_depth* is the depth to which optional parts with models are filled: the greatest one with
    at most *max_leaves* values in a record. *max_cycle_depth* is the depth for models that may hold
    themselves, which are those of *cyclic_refs*.
    """

    def __init__(
        self,
        reading: TypeReading,
        max_depth: int,
        max_leaves: int = MAX_LEAF_COUNT,
        max_cycle_depth: int = MAX_CYCLE_DEPTH,
    ) -> None:
        """Measure the depths that the models of *reading* need, then choose the depth to fill.

        If no depth of at least two keeps *max_leaves*, optional parts are filled at most
        one level deep.
        """
        self.refs: Mapping[str, Shape] = reading.refs
        self.max_cycle_depth = max_cycle_depth
        self.cyclic_refs = find_cyclic_refs(
            {name: find_named_refs(shape) for name, shape in reading.refs.items()}
        )
        self._nearest_models: dict[str, frozenset[str]] = {}
        self._leaf_counts: dict[tuple[str, int], float] = {}
        self._min_depths: dict[str, float] = {}
        self._measure_min_depths()
        fitting_depths = (
            depth
            for depth in range(
                max_depth,
                1,
                -1,
            )
            if self._count_leaves(reading.shape, depth) <= max_leaves
        )
        self.max_depth = next(fitting_depths, min(max_depth, 1))

    def count_required_leaves(self, shape: Shape) -> float:
        """Return how many values *shape* holds at least; a list counts as one of its items."""
        match shape:
            case ShapeRef(name):
                return self._count_required_leaves_of_ref(name)
            case ModelShape(fields=fields):
                parts: Iterable[Shape] = [inner.shape for inner in fields if inner.required]
            case TupleShape(items=items):
                parts = items
            case CollectionShape(item=inner, low=low) | MappingShape(value=inner, low=low) if low:
                parts = [inner]
            case CheckedShape(inner=inner) | CustomJsonShape(inner=inner) | RootShape(inner=inner):
                parts = [inner]
            case _:
                return 1
        return sum(map(self.count_required_leaves, parts))

    def _count_required_leaves_of_ref(self, name: str) -> float:
        """Return the values of the shape that *name* refers to, counted once."""
        key = (name, REQUIRED_ONLY)
        if key not in self._leaf_counts:
            self._leaf_counts[key] = 0  # a model within itself: other limits end it
            self._leaf_counts[key] = self.count_required_leaves(self.refs[name])
        return self._leaf_counts[key]

    def get_min_depth(self, shape: Shape) -> float:
        """Return how many models must nest in *shape*; infinite if they never end."""
        match shape:
            case ShapeRef(name):
                return self._min_depths.get(name, inf)
            case ModelShape(fields=fields):
                required = [inner.shape for inner in fields if inner.required]
                return 1 + self._get_max_depth(required)
            case UnionShape(members):
                return min((self.get_min_depth(member) for _, member in members), default=inf)
            case CollectionShape(item=item, low=low) | MappingShape(value=item, low=low):
                return self._get_item_depth(item) if low else 0
            case TupleShape(items=items):
                return max(map(self._get_item_depth, items), default=0)
            case OptionalShape():
                return 0
            case _:
                return self._get_max_depth(list_parts(shape))

    def _get_item_depth(self, item: Shape) -> float:
        """Return the depth of an *item* that may not be missing.

        An alias that may name itself counts like a model, as it does in planning: otherwise a list
        of itself would be as shallow as the texts that it may hold instead.
        """
        depth = self.get_min_depth(item)
        if not isinstance(item, ShapeRef) or item.name not in self.cyclic_refs:
            return depth
        return depth + (not isinstance(self.refs[item.name], ModelShape))

    def _get_max_depth(self, parts: Iterable[Shape]) -> float:
        """Return the depth of the deepest of *parts*, all of which a value holds; 0 without any."""
        depths = map(self.get_min_depth, parts)
        return max(depths, default=0)

    def find_models(self, shape: Shape) -> frozenset[str]:
        """Return the refs of the nearest models in *shape*, and of aliases that name themselves."""
        if isinstance(shape, ShapeRef):
            return self._find_models_of_ref(shape.name)
        if isinstance(shape, ModelShape):
            return frozenset({shape.ref})
        if isinstance(shape, OpaqueShape):
            return UNKNOWN_MODEL_REFS if find_related_model(shape.cls) else frozenset()
        return frozenset().union(*(self.find_models(part) for part in list_parts(shape)))

    def _find_models_of_ref(self, name: str) -> frozenset[str]:
        """Return the nearest models behind *name*, cached: those of its shape if it is an alias."""
        known = self._nearest_models.get(name)
        if known is not None:
            return known
        # Also the result for the same name within its own shape: an alias that names itself.
        models = self._nearest_models[name] = frozenset({name})
        shape = self.refs.get(name)
        is_alias = shape is not None and not isinstance(shape, ModelShape | RootShape)
        if shape is not None and is_alias and name not in self.cyclic_refs:
            models = self._nearest_models[name] = self.find_models(shape)
        return models

    def has_model(self, shape: Shape) -> bool:
        """Whether a value of *shape* holds a record."""
        return bool(self.find_models(shape))

    def find_shallowest(
        self, members: tuple[tuple[str, Shape], ...]
    ) -> tuple[tuple[str, Shape], ...]:
        """Return those of a union's *members* in which the fewest models nest."""
        depths = [self.get_min_depth(shape) for _, shape in members]
        least = min(depths)
        return tuple(
            member
            for member, depth in zip(
                members,
                depths,
                strict=True,
            )
            if depth == least
        )

    def is_too_deep(
        self,
        shape: Shape,
        depth: int,
    ) -> bool:
        """Whether an optional *shape* stays empty *depth* models deep, because it holds a model."""
        models = self.find_models(shape)
        if not models:
            return False
        if models & (self.cyclic_refs | UNKNOWN_MODEL_REFS):
            return depth > min(self.max_depth, self.max_cycle_depth)
        return depth > self.max_depth

    def _measure_min_depths(self) -> None:
        """Fill *_min_depths*: each round adds the models whose parts all have a depth by then."""
        has_changed = True
        while has_changed:
            has_changed = False
            for name, shape in reversed([*self.refs.items()]):  # inner models are read last
                depth = self.get_min_depth(shape)
                if depth < self._min_depths.get(name, inf):
                    self._min_depths[name] = depth
                    has_changed = True

    def _count_leaves(
        self,
        shape: Shape,
        depth: int,
    ) -> float:
        """Return about how many values *shape* holds, filled *depth* models deep."""
        match shape:
            case ShapeRef(name):
                return self._count_leaves_of_ref(name, depth)
            case ModelShape():
                return self._count_leaves_of_model(shape, depth)
            case UnionShape(members):
                return max(self._count_leaves(member, depth) for _, member in members)
            case OptionalShape(inner=inner) if self._stays_empty(inner, depth):
                return 0
            case CollectionShape(item=item) | MappingShape(value=item):
                if self._stays_empty(item, depth):
                    return 0
                return 2 * self._count_leaves(item, depth)
            case _:
                return self._count_leaves_of_parts(list_parts(shape), depth) or 1

    def _count_leaves_of_model(
        self,
        model: ModelShape,
        depth: int,
    ) -> float:
        """Return the leaves of a record of *model*, without its optional fields at depth 0."""
        inner_depth = max(depth - 1, -1)
        filled = model.fields
        if depth <= 0:
            filled = tuple(inner for inner in model.fields if inner.required)
        return sum(self._count_leaves(inner.shape, inner_depth) for inner in filled)

    def _count_leaves_of_parts(
        self,
        parts: Iterable[Shape],
        depth: int,
    ) -> float:
        """Return the total number of leaves of *parts*; 0 if *parts* is empty, as for a scalar."""
        counts = (self._count_leaves(part, depth) for part in parts)
        return sum(counts, start=0.0)

    def _stays_empty(
        self,
        inner: Shape,
        depth: int,
    ) -> bool:
        """Return whether an optional part or a list of *inner* is empty: too deep for a model."""
        return depth < 0 and bool(self.find_models(inner))

    def _count_leaves_of_ref(
        self,
        name: str,
        depth: int,
    ) -> float:
        """Return the leaves of the shape that *name* refers to, cached by name and *depth*."""
        key = (name, depth)
        if key not in self._leaf_counts:
            self._leaf_counts[key] = 0  # a model within itself: other limits end it
            self._leaf_counts[key] = self._count_leaves(
                self.refs[name],
                depth,
            )
        return self._leaf_counts[key]


def find_named_refs(shape: Shape) -> frozenset[str]:
    """Return every ref that *shape* names, at any depth."""
    if isinstance(shape, ShapeRef):
        return frozenset({shape.name})
    if isinstance(shape, ModelShape):
        parts: Iterable[Shape] = [inner.shape for inner in shape.fields]
    else:
        parts = list_parts(shape)
    return frozenset().union(*map(find_named_refs, parts))


def find_cyclic_refs(refs_by_name: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the names that lead to a cycle: the rest, once those that end are removed."""
    remaining = dict(refs_by_name)
    while True:
        ending = [name for name, refs in remaining.items() if not refs & remaining.keys()]
        if not ending:
            return frozenset(remaining)
        for name in ending:
            del remaining[name]
