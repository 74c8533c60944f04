"""How far a type reaches: which models it holds, how deep they must nest, and how deep they may.

A type that refers to itself can be drawn only if somewhere the chain may end; a wide type is filled less deep, so that
no record grows beyond what one would read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import inf

from pytest_fixturegen.shape.named import related_model
from pytest_fixturegen.shape.shapes import (
    Checked,
    Either,
    Items,
    JsonText,
    Maybe,
    Model,
    Named,
    Opaque,
    Pairs,
    Places,
    Reading,
    Ref,
    Shape,
    Unlike,
    Wrapped,
)

CIRCLE = 2
"""How many models deep what may hold itself is filled: a comment, its answers, and theirs."""

ELSEWHERE = frozenset({"elsewhere"})
"""What a type that stands for a model holds: it may lead anywhere, so it counts as holding itself."""

LEAVES = 300
"""Values in a record at most, as far as optional parts decide it."""


@dataclass(slots=True)
class Reach:
    """Answers for one reading. *depth* is how many models deep optional parts are filled."""

    refs: dict[str, Shape]
    depth: int = 0
    heights: dict[str, float] = field(default_factory=dict)
    sizes: dict[tuple[str, int], float] = field(default_factory=dict)
    near: dict[str, frozenset[str]] = field(default_factory=dict)
    circles: frozenset[str] = frozenset()
    circle: int = CIRCLE

    @staticmethod
    def of(reading: Reading, most: int, leaves: int = LEAVES, circle: int = CIRCLE) -> Reach:
        """The reach of *reading*, filled at most *most* models deep, what may hold itself at most *circle* deep."""
        reach = Reach(reading.refs, circle=circle)
        reach._measure()
        reach.circles = circles({name: named_by(shape) for name, shape in reading.refs.items()})
        fitting = (depth for depth in range(most, 1, -1) if reach._leaves(reading.shape, depth) <= leaves)
        reach.depth = next(fitting, min(most, 1))
        return reach

    def height(self, shape: Shape) -> float:
        """How many models must nest in *shape* at least; infinite when it cannot end."""
        match shape:
            case Ref(name):
                return self.heights.get(name, inf)
            case Model(fields=fields):
                needed = (self.height(each.shape) for each in fields if each.required)
                return 1 + max(needed, default=0)
            case Maybe():
                return 0
            case Either(members):
                return min((self.height(member) for _, member in members), default=inf)
            case Items(item=item, low=low) | Pairs(value=item, low=low):
                return self.height(item) if low else 0
            case Places(items=items):
                return max((self.height(item) for item in items), default=0)
            case Named(inner=None):
                return 0
            case Wrapped(inner=inner) | Checked(inner=inner) | Unlike(inner=inner) | JsonText(inner=inner) | Named(inner=inner):
                assert inner is not None
                return self.height(inner)
            case _:
                return 0

    def models(self, shape: Shape) -> frozenset[str]:
        """The refs of the models, and of the aliases that name themselves, nearest below *shape*."""
        if isinstance(shape, Ref):
            if shape.name not in self.near:
                self.near[shape.name] = frozenset({shape.name})  # which is what an alias within itself is
                target = self.refs.get(shape.name)
                if not isinstance(target, Model | Wrapped) and target is not None and shape.name not in self.circles:
                    self.near[shape.name] = self.models(target)
            return self.near[shape.name]
        if isinstance(shape, Model):
            return frozenset({shape.ref})
        if isinstance(shape, Opaque):
            return ELSEWHERE if related_model(shape.cls) else frozenset()
        return frozenset().union(*(self.models(part) for part in parts_of(shape)))

    def holds_model(self, shape: Shape) -> bool:
        """Whether a value of *shape* holds a record."""
        return bool(self.models(shape))

    def ending(self, members: tuple[tuple[str, Shape], ...]) -> tuple[tuple[str, Shape], ...]:
        """Those of a union's *members* that nest least."""
        least = min(self.height(shape) for _, shape in members)
        return tuple((label, shape) for label, shape in members if self.height(shape) == least)

    def is_too_deep(self, shape: Shape, deep: int) -> bool:
        """Whether an optional *shape* is left empty *deep* models down: what holds a model, and sooner what holds itself."""
        refs = self.models(shape)
        return bool(refs) and deep > (min(self.depth, self.circle) if refs & (self.circles | ELSEWHERE) else self.depth)

    def _measure(self) -> None:
        """Fill in the heights: each round lets those end that hold only such as end already."""
        changed = True
        while changed:
            changed = False
            for name, shape in self.refs.items():
                height = self.height(shape)
                if height < self.heights.get(name, inf):
                    self.heights[name], changed = height, True

    def _leaves(self, shape: Shape, depth: int) -> float:
        """About how many values stand in *shape* when it is filled *depth* models deep."""
        match shape:
            case Ref(name):
                if (name, depth) not in self.sizes:
                    self.sizes[name, depth] = 0  # what refers to itself is cut elsewhere
                    self.sizes[name, depth] = self._leaves(self.refs[name], depth)
                return self.sizes[name, depth]
            case Model(fields=fields):
                return sum(self._leaves(each.shape, max(depth - 1, -1)) for each in fields if depth > 0 or each.required)
            case Either(members):
                return max(self._leaves(member, depth) for _, member in members)
            case Maybe(inner=inner) if depth < 0 and self.models(inner):
                return 0
            case Items(item=item) | Pairs(value=item):
                return 0 if depth < 0 and self.models(item) else 2 * self._leaves(item, depth)
            case _:
                return sum((self._leaves(part, depth) for part in parts_of(shape)), start=0) or 1


def named_by(shape: Shape) -> frozenset[str]:
    """Every ref that *shape* names, however deep in it."""
    if isinstance(shape, Ref):
        return frozenset({shape.name})
    parts = (each.shape for each in shape.fields) if isinstance(shape, Model) else parts_of(shape)
    return frozenset().union(*map(named_by, parts))


def circles(names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Those refs that lead back to themselves: what is left when all that leads nowhere is taken away."""
    left = dict(names)
    while True:
        ending = [name for name, targets in left.items() if not targets & left.keys()]
        if not ending:
            return frozenset(left)
        for name in ending:
            del left[name]


def parts_of(shape: Shape) -> Iterable[Shape]:
    """The shapes that *shape* is made of; none of a model, which is a place of its own."""
    match shape:
        case Either(members):
            return [member for _, member in members]
        case Places(items=items):
            return items
        case Pairs(key=key, value=value):
            return [key, value]
        case Items(item=inner) | Maybe(inner=inner) | Wrapped(inner=inner) | Checked(inner=inner):
            return [inner]
        case Unlike(inner=inner) | JsonText(inner=inner):
            return [inner]
        case Named(inner=inner) if inner is not None:
            return [inner]
        case _:
            return []
