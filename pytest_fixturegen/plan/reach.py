"""How far a type reaches: which models it holds, how deep they must nest, and how deep they may.

A type that refers to itself can be drawn only if somewhere the chain may end; a wide type is filled less deep, so that
no record grows beyond what one would read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf

from pytest_fixturegen.shape.shapes import (
    Checked,
    Either,
    Items,
    JsonText,
    Maybe,
    Model,
    Named,
    Pairs,
    Places,
    Reading,
    Ref,
    Shape,
    Unlike,
    Wrapped,
)

LEAVES = 1000
"""Values in a record at most, as far as optional parts decide it."""


@dataclass(slots=True)
class Reach:
    """Answers for one reading. *depth* is how many models deep optional parts are filled."""

    refs: dict[str, Shape]
    depth: int = 0
    heights: dict[str, float] = field(default_factory=dict)
    sizes: dict[tuple[str, int], float] = field(default_factory=dict)
    circles: frozenset[str] = frozenset()

    @staticmethod
    def of(reading: Reading, most: int) -> Reach:
        """The reach of *reading*, filled at most *most* models deep."""
        reach = Reach(reading.refs)
        reach._measure()
        reach.circles = frozenset(name for name in reading.refs if reach._returns(reading.refs[name], name, set()))
        fitting = (depth for depth in range(most, 1, -1) if reach._leaves(reading.shape, depth) <= LEAVES)
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

    def models(self, shape: Shape) -> set[str]:
        """The refs of the models nearest below *shape*: those a value of it may hold at once."""
        match shape:
            case Ref(name) if name in self.circles or isinstance(self.refs.get(name), Model | Wrapped):
                return {name}
            case Ref(name):
                return self.models(self.refs[name]) if name in self.refs else set()
            case Model(ref=ref):
                return {ref}
            case _:
                return set().union(*(self.models(part) for part in _parts(shape)))

    def holds_model(self, shape: Shape) -> bool:
        """Whether a value of *shape* holds a record."""
        return bool(self.models(shape))

    def ending(self, members: tuple[tuple[str, Shape], ...]) -> tuple[tuple[str, Shape], ...]:
        """Those of a union's *members* that nest least."""
        least = min(self.height(shape) for _, shape in members)
        return tuple((label, shape) for label, shape in members if self.height(shape) == least)

    def _returns(self, shape: Shape, home: str, seen: set[str]) -> bool:
        """Whether *shape* leads to the ref *home* through other shapes than models: a type alias that names itself."""
        if isinstance(shape, Model):
            return False
        if isinstance(shape, Ref):
            if shape.name == home or shape.name in seen or shape.name not in self.refs:
                return shape.name == home
            seen.add(shape.name)
            return self._returns(self.refs[shape.name], home, seen)
        return any(self._returns(part, home, seen) for part in _parts(shape))

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
                return sum((self._leaves(part, depth) for part in _parts(shape)), start=0) or 1


def _parts(shape: Shape) -> Iterable[Shape]:
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
