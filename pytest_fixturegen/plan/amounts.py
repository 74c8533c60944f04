"""How many, how large, and which: the policies that say how a choice is spread, as nodes and as bends of words.

A *bend* turns a word into a word before a number is made of it: bounds still hold, and the same word gives the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.nodes import Bend, Choice, Constant, Converted, Fixed, Integer, Interval, Node, Real, Shaped
from pytest_fixturegen.options import GenerationConfig, Policy
from pytest_fixturegen.plan import containers
from pytest_fixturegen.plan.spots import Spot
from pytest_fixturegen.streams import MASK, mixed

if TYPE_CHECKING:
    from pytest_fixturegen.plan.planner import Planner

T = TypeVar("T")
FEW, MANY = 1, 3
"""The defaults of the options of collections: who sets one of them moves the other along."""

HEAVIEST = 16
"""How much more often than the last of many the first is drawn where the first ones are preferred."""


def normal(word: int) -> int:
    """The mean of four words: numbers gather around the middle."""
    return sum(mixed(word, step) >> 2 for step in (1, 2, 3, 4))


def spike(word: int) -> int:
    """Half of all numbers in the middle eighth."""
    half = 1 << 63
    return half + ((word - half) ** 3 >> 126)


def low_heavy(word: int) -> int:
    """The lower, the more often."""
    return word * word >> 64


def high_heavy(word: int) -> int:
    """The higher, the more often."""
    return MASK - low_heavy(MASK - word)


def ends(word: int) -> int:
    """The least or the greatest."""
    return MASK if word >> 63 else 0


def top(word: int) -> int:
    """The greatest."""
    return MASK


BENDS: dict[str, Bend] = {
    "normal": normal,
    "spike": spike,
    "min-heavy": low_heavy,
    "max-heavy": high_heavy,
    "bounds": ends,
    "maximum": top,
}
"""The bend of each way to spread numbers and sizes; uniform has none."""


def bend(config: GenerationConfig) -> Bend | None:
    """How *config* spreads the sizes of collections."""
    return BENDS.get(config.collection_distribution)


def shaped(node: Node, way: str) -> Node:
    """*node*, if it is a number, spread in the *way* asked for."""
    curve = BENDS.get(way)
    match node:
        case Converted(inner=inner) if curve:
            return replace(node, inner=shaped(inner, way))
        case Integer() | Real() | Interval() | Fixed() if curve:
            return Shaped(node, curve)
        case _:
            return node


def sizes(planner: Planner, low: int, high: int | None, spot: Spot) -> tuple[int, int]:
    """How few and how many items to draw at *spot*. Raises ConfigError where what is asked of the field cannot be."""
    few, many = _wanted(planner.config)
    least, most = containers.sizes(low, high, spot.deep, few, many)
    asked = spot.policy
    least, most = asked.get("min_items", least), asked.get("max_items", most)
    if "max_items" not in asked:
        most = max(least, most)
    if "min_items" not in asked:
        least = min(least, most)
    if least > most or least < low or (high is not None and most > high):
        wanted = f"{low} or more" if high is None else f"{low} to {high}"
        raise ConfigError(
            f"{spot.model}.{spot.name} is asked for {least} to {most} items, but takes {wanted}.",
            hint="Correct min_items and max_items.", path=spot.path,
        )  # fmt: skip
    return least, most


def _wanted(config: GenerationConfig) -> tuple[int, int]:
    few, many = config.collection_min_items, config.collection_max_items
    if few <= many:
        return few, many
    if FEW not in (few, 0) and many != MANY:
        raise ConfigError(
            f"collection_min_items={few} is more than collection_max_items={many}.", hint="Exchange them.",
            key="collection_min_items",
        )  # fmt: skip
    return (many, many) if few == FEW else (few, few)


def preferred(options: tuple[T, ...], policy: Policy) -> tuple[T, ...]:
    """*options* as *policy* has them drawn: all alike, the first alone, or each half as often as the one before it."""
    if policy == "weighted":
        return tuple(option for place, option in enumerate(options) for _ in range(max(HEAVIEST >> place, 1)))
    return options[:1] if policy == "first" else options


def chosen(values: tuple[Any, ...], json: tuple[Any, ...], policy: Policy) -> Node:
    """One of *values*."""
    if policy == "first":
        return Constant(values[0], json[0])
    return Choice(preferred(values, policy), preferred(json, policy))
