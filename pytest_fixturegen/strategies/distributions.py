"""How many, how large, and which: the policies that say how a choice is spread, as nodes and as bends of words.

A *bend* turns a word into a word before a number is made of it: bounds still hold, and the same word gives the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from pytest_fixturegen.config.options import ChoicePolicy, GenerationConfig
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.nodes import (
    Choice,
    Constant,
    Converted,
    FixedPoint,
    GridFloat,
    Integer,
    Node,
    Transformed,
    UniformFloat,
    WordTransform,
)
from pytest_fixturegen.strategies import containers
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.streams import WORD_MASK, mix_word

T = TypeVar("T")
FEW, MANY = 1, 3
"""The defaults of the options of collections: who sets one of them moves the other along."""

MAX_WEIGHT = 16
"""How much more often than the last of many the first is drawn where the first ones are preferred."""


def approximate_normal(word: int) -> int:
    """The mean of four words: numbers gather around the middle."""
    return sum(mix_word(word, step) >> 2 for step in (1, 2, 3, 4))


def spike_middle(word: int) -> int:
    """Half of all numbers in the middle eighth."""
    half = 1 << 63
    return half + ((word - half) ** 3 >> 126)


def favor_low(word: int) -> int:
    """The lower, the more often."""
    return word * word >> 64


def favor_high(word: int) -> int:
    """The higher, the more often."""
    return WORD_MASK - favor_low(WORD_MASK - word)


def pick_end(word: int) -> int:
    """The least or the greatest."""
    return WORD_MASK if word >> 63 else 0


def pick_top(word: int) -> int:
    """The greatest."""
    return WORD_MASK


DISTRIBUTION_TRANSFORMS: dict[str, WordTransform] = {
    "normal": approximate_normal,
    "spike": spike_middle,
    "min-heavy": favor_low,
    "max-heavy": favor_high,
    "bounds": pick_end,
    "maximum": pick_top,
}
"""The bend of each way to spread numbers and sizes; uniform has none."""


def get_size_transform(config: GenerationConfig) -> WordTransform | None:
    """How *config* spreads the sizes of collections."""
    return DISTRIBUTION_TRANSFORMS.get(config.collection_distribution)


def transform_number(node: Node, distribution: str) -> Node:
    """*node*, if it is a number, spread in the *way* asked for."""
    curve = DISTRIBUTION_TRANSFORMS.get(distribution)
    match node:
        case Converted(inner=inner) if curve:
            return replace(node, inner=transform_number(inner, distribution))
        case Integer() | GridFloat() | UniformFloat() | FixedPoint() if curve:
            return Transformed(node, curve)
        case _:
            return node


def plan_size_range(low: int, high: int | None, context: PlanContext) -> tuple[int, int]:
    """How few and how many items to draw at *spot*. Raises ConfigError where what is asked of the field cannot be."""
    few, many = _get_preferred_sizes(context.config)
    least, most = containers.choose_size_range(low, high, context.depth, few, many)
    asked = context.settings
    least, most = asked.get("min_items", least), asked.get("max_items", most)
    if "max_items" not in asked:
        most = max(least, most)
    if "min_items" not in asked:
        least = min(least, most)
    if least > most or least < low or (high is not None and most > high):
        wanted = f"{low} or more" if high is None else f"{low} to {high}"
        raise ConfigError(
            f"{context.model}.{context.name} is asked for {least} to {most} items, but takes {wanted}.",
            hint="Correct min_items and max_items.", path=context.path,
        )  # fmt: skip
    return least, most


def _get_preferred_sizes(config: GenerationConfig) -> tuple[int, int]:
    few, many = config.collection_min_items, config.collection_max_items
    if few <= many:
        return few, many
    if FEW not in (few, 0) and many != MANY:
        raise ConfigError(
            f"collection_min_items={few} is more than collection_max_items={many}.", hint="Exchange them.",
            key="collection_min_items",
        )  # fmt: skip
    return (many, many) if few == FEW else (few, few)


def apply_choice_policy(options: tuple[T, ...], policy: ChoicePolicy) -> tuple[T, ...]:
    """*options* as *policy* has them drawn: all alike, the first alone, or each half as often as the one before it."""
    if policy == "weighted":
        return tuple(
            option
            for place, option in enumerate(options)
            for _ in range(max(MAX_WEIGHT >> place, 1))
        )
    return options[:1] if policy == "first" else options


def build_choice(values: tuple[Any, ...], json: tuple[Any, ...], policy: ChoicePolicy) -> Node:
    """One of *values*."""
    if policy == "first":
        return Constant(values[0], json[0])
    return Choice(apply_choice_policy(values, policy), apply_choice_policy(json, policy))
