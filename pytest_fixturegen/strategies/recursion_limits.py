"""How far a type reaches: which models it holds, how deep they must nest, and how deep they may.

A type that refers to itself can be drawn only if somewhere the chain may end; a wide type is filled less deep, so that
no record grows beyond what one would read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import inf

from pytest_fixturegen.introspection.named_types import find_related_model
from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    CollectionShape,
    CustomJsonShape,
    JsonText,
    MappingShape,
    ModelShape,
    NamedShape,
    OpaqueShape,
    OptionalShape,
    RootShape,
    Shape,
    ShapeRef,
    TupleShape,
    TypeReading,
    UnionShape,
)

MAX_CYCLE_DEPTH = 2
"""How many models deep what may hold itself is filled: a comment, its answers, and theirs."""

UNKNOWN_MODEL_REFS = frozenset({"elsewhere"})
"""What a type that stands for a model holds: it may lead anywhere, so it counts as holding itself."""

MAX_LEAF_COUNT = 300
"""Values in a record at most, as far as optional parts decide it."""


@dataclass(slots=True)
class RecursionLimits:
    """Answers for one reading. *depth* is how many models deep optional parts are filled."""

    refs: dict[str, Shape]
    max_depth: int = 0
    min_depths: dict[str, float] = field(default_factory=dict)
    leaf_counts: dict[tuple[str, int], float] = field(default_factory=dict)
    nearest_models: dict[str, frozenset[str]] = field(default_factory=dict)
    cyclic_refs: frozenset[str] = frozenset()
    max_cycle_depth: int = MAX_CYCLE_DEPTH

    @staticmethod
    def for_reading(
        reading: TypeReading,
        max_depth: int,
        max_leaves: int = MAX_LEAF_COUNT,
        max_cycle_depth: int = MAX_CYCLE_DEPTH,
    ) -> RecursionLimits:
        """The reach of *reading*, filled at most *most* models deep, what may hold itself at most *circle* deep."""
        reach = RecursionLimits(reading.refs, max_cycle_depth=max_cycle_depth)
        reach._measure_min_depths()
        reach.cyclic_refs = find_cyclic_refs(
            {name: find_named_refs(shape) for name, shape in reading.refs.items()}
        )
        fitting = (
            depth
            for depth in range(max_depth, 1, -1)
            if reach._count_leaves(reading.shape, depth) <= max_leaves
        )
        reach.max_depth = next(fitting, min(max_depth, 1))
        return reach

    def get_min_depth(self, shape: Shape) -> float:
        """How many models must nest in *shape* at least; infinite when it cannot end."""
        match shape:
            case ShapeRef(name):
                return self.min_depths.get(name, inf)
            case ModelShape(fields=fields):
                needed = (self.get_min_depth(each.shape) for each in fields if each.required)
                return 1 + max(needed, default=0)
            case OptionalShape():
                return 0
            case UnionShape(members):
                return min((self.get_min_depth(member) for _, member in members), default=inf)
            case CollectionShape(item=item, low=low) | MappingShape(value=item, low=low):
                return self.get_min_depth(item) if low else 0
            case TupleShape(items=items):
                return max((self.get_min_depth(item) for item in items), default=0)
            case NamedShape(inner=None):
                return 0
            case (
                RootShape(inner=inner)
                | CheckedShape(inner=inner)
                | CustomJsonShape(inner=inner)
                | JsonText(inner=inner)
                | NamedShape(inner=inner)
            ):
                assert inner is not None
                return self.get_min_depth(inner)
            case _:
                return 0

    def find_models(self, shape: Shape) -> frozenset[str]:
        """The refs of the models, and of the aliases that name themselves, nearest below *shape*."""
        if isinstance(shape, ShapeRef):
            if shape.name not in self.nearest_models:
                self.nearest_models[shape.name] = frozenset(
                    {shape.name}
                )  # which is what an alias within itself is
                target = self.refs.get(shape.name)
                if (
                    not isinstance(target, ModelShape | RootShape)
                    and target is not None
                    and shape.name not in self.cyclic_refs
                ):
                    self.nearest_models[shape.name] = self.find_models(target)
            return self.nearest_models[shape.name]
        if isinstance(shape, ModelShape):
            return frozenset({shape.ref})
        if isinstance(shape, OpaqueShape):
            return UNKNOWN_MODEL_REFS if find_related_model(shape.cls) else frozenset()
        return frozenset().union(*(self.find_models(part) for part in list_parts(shape)))

    def has_model(self, shape: Shape) -> bool:
        """Whether a value of *shape* holds a record."""
        return bool(self.find_models(shape))

    def find_shallowest(
        self, members: tuple[tuple[str, Shape], ...]
    ) -> tuple[tuple[str, Shape], ...]:
        """Those of a union's *members* that nest least."""
        least = min(self.get_min_depth(shape) for _, shape in members)
        return tuple(
            (label, shape) for label, shape in members if self.get_min_depth(shape) == least
        )

    def is_too_deep(self, shape: Shape, depth: int) -> bool:
        """Whether an optional *shape* is left empty *deep* models down: what holds a model, and sooner what holds itself."""
        refs = self.find_models(shape)
        return bool(refs) and depth > (
            min(self.max_depth, self.max_cycle_depth)
            if refs & (self.cyclic_refs | UNKNOWN_MODEL_REFS)
            else self.max_depth
        )

    def _measure_min_depths(self) -> None:
        """Fill in the heights: each round lets those end that hold only such as end already."""
        changed = True
        while changed:
            changed = False
            for name, shape in self.refs.items():
                height = self.get_min_depth(shape)
                if height < self.min_depths.get(name, inf):
                    self.min_depths[name], changed = height, True

    def _count_leaves(self, shape: Shape, depth: int) -> float:
        """About how many values stand in *shape* when it is filled *depth* models deep."""
        match shape:
            case ShapeRef(name):
                if (name, depth) not in self.leaf_counts:
                    self.leaf_counts[name, depth] = 0  # what refers to itself is cut elsewhere
                    self.leaf_counts[name, depth] = self._count_leaves(self.refs[name], depth)
                return self.leaf_counts[name, depth]
            case ModelShape(fields=fields):
                return sum(
                    self._count_leaves(each.shape, max(depth - 1, -1))
                    for each in fields
                    if depth > 0 or each.required
                )
            case UnionShape(members):
                return max(self._count_leaves(member, depth) for _, member in members)
            case OptionalShape(inner=inner) if depth < 0 and self.find_models(inner):
                return 0
            case CollectionShape(item=item) | MappingShape(value=item):
                return (
                    0
                    if depth < 0 and self.find_models(item)
                    else 2 * self._count_leaves(item, depth)
                )
            case _:
                return (
                    sum((self._count_leaves(part, depth) for part in list_parts(shape)), start=0)
                    or 1
                )


def find_named_refs(shape: Shape) -> frozenset[str]:
    """Every ref that *shape* names, however deep in it."""
    if isinstance(shape, ShapeRef):
        return frozenset({shape.name})
    parts = (
        (each.shape for each in shape.fields)
        if isinstance(shape, ModelShape)
        else list_parts(shape)
    )
    return frozenset().union(*map(find_named_refs, parts))


def find_cyclic_refs(names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Those refs that lead back to themselves: what is left when all that leads nowhere is taken away."""
    left = dict(names)
    while True:
        ending = [name for name, targets in left.items() if not targets & left.keys()]
        if not ending:
            return frozenset(left)
        for name in ending:
            del left[name]


def list_parts(shape: Shape) -> Iterable[Shape]:
    """The shapes that *shape* is made of; none of a model, which is a place of its own."""
    match shape:
        case UnionShape(members):
            return [member for _, member in members]
        case TupleShape(items=items):
            return items
        case MappingShape(key=key, value=value):
            return [key, value]
        case (
            CollectionShape(item=inner)
            | OptionalShape(inner=inner)
            | RootShape(inner=inner)
            | CheckedShape(inner=inner)
        ):
            return [inner]
        case CustomJsonShape(inner=inner) | JsonText(inner=inner):
            return [inner]
        case NamedShape(inner=inner) if inner is not None:
            return [inner]
        case _:
            return []
