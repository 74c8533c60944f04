"""Distributions of numbers, sizes and choices.

A word transform maps a random word to another word before a number is made of it. So the bounds of
the number still hold, and the same word gives the same number.
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
from pytest_fixturegen.providers.list_sizes import find_usual_size
from pytest_fixturegen.strategies import containers
from pytest_fixturegen.strategies.plan_context import PlanContext
from pytest_fixturegen.streams import WORD_MASK, mix_word

T = TypeVar("T")

DEFAULT_MIN_ITEMS = 1
DEFAULT_MAX_ITEMS = 3
"""The defaults of the options for collection sizes. If one is set, the other one follows it."""

MAX_WEIGHT = 16
"""How much more often the first of many options is drawn than the last, with ``weighted``."""


def approximate_normal(word: int) -> int:
    """Return the mean of four words, so that numbers gather around the middle."""
    return sum(mix_word(word, step) >> 2 for step in (1, 2, 3, 4))


def spike_middle(word: int) -> int:
    """Return a word whose number is in the middle eighth half of the time."""
    half = 1 << 63
    return half + ((word - half) ** 3 >> 126)


def favor_low(word: int) -> int:
    """Return a word for which low numbers are more frequent."""
    return word * word >> 64


def favor_high(word: int) -> int:
    """Return a word for which high numbers are more frequent."""
    return WORD_MASK - favor_low(WORD_MASK - word)


def pick_end(word: int) -> int:
    """Return the word of the lowest or the highest number."""
    return WORD_MASK if word >> 63 else 0


def pick_top(word: int) -> int:
    """Return the word of the highest number."""
    return WORD_MASK


DISTRIBUTION_TRANSFORMS: dict[str, WordTransform] = {
    "normal": approximate_normal,
    "spike": spike_middle,
    "min-heavy": favor_low,
    "max-heavy": favor_high,
    "bounds": pick_end,
    "maximum": pick_top,
}
"""The word transform of each distribution; uniform needs none."""


def get_size_transform(config: GenerationConfig) -> WordTransform | None:
    """Return the word transform for the sizes of collections; None if they are uniform."""
    return DISTRIBUTION_TRANSFORMS.get(config.collection_distribution)


def transform_number(node: Node, distribution: str) -> Node:
    """Return *node* with its numbers in *distribution*; unchanged if it does not draw a number."""
    transform = DISTRIBUTION_TRANSFORMS.get(distribution)
    if transform is None:
        return node
    match node:
        case Converted(inner=inner):
            return replace(node, inner=transform_number(inner, distribution))
        case Integer() | GridFloat() | UniformFloat() | FixedPoint():
            return Transformed(node, transform)
        case _:
            return node


def plan_size_range(
    low: int,
    high: int | None,
    context: PlanContext,
) -> tuple[int, int]:
    """Return the fewest and the most items of a container whose type takes *low* to *high* items.

    Raise ConfigError if the settings of the field contradict its type.
    """
    preferred_min, preferred_max = _get_preferred_sizes(context.config)
    usual = _find_usual_size(context)
    depth = 1 if usual else context.size_depth
    preferred = usual or (preferred_min, preferred_max)
    least, most = containers.choose_size_range(
        low,
        high,
        depth,
        *preferred,
    )
    settings = context.settings
    least, most = settings.get("min_items", least), settings.get("max_items", most)
    if "max_items" not in settings:
        most = max(least, most)
    if "min_items" not in settings:
        least = min(least, most)
    if least > most or least < low or (high is not None and most > high):
        expected = f"{low} or more" if high is None else f"{low} to {high}"
        raise ConfigError(
            f"Invalid size of {context.model}.{context.name}: "
            f"expected {expected} items, got {least} to {most}.",
            hint="Correct min_items and max_items.",
            path=context.path,
        )
    return least, most


def _find_usual_size(context: PlanContext) -> tuple[int, int] | None:
    """Return the usual size of a list of that name, unless options ask for another one."""
    return None if has_own_sizes(context.config) else find_usual_size(context.plain_name)


def has_own_sizes(config: GenerationConfig) -> bool:
    """Return whether *config* asks for other sizes of collections than the usual ones."""
    sizes = (config.collection_min_items, config.collection_max_items)
    return sizes != (DEFAULT_MIN_ITEMS, DEFAULT_MAX_ITEMS)


def _get_preferred_sizes(config: GenerationConfig) -> tuple[int, int]:
    """Return the sizes that the options ask for. Raise ConfigError if they contradict."""
    least, most = config.collection_min_items, config.collection_max_items
    if least <= most:
        return least, most
    if least not in (DEFAULT_MIN_ITEMS, 0) and most != DEFAULT_MAX_ITEMS:
        raise ConfigError(
            f"collection_min_items={least} is more than collection_max_items={most}.",
            hint="Exchange them.",
            key="collection_min_items",
        )
    if least == DEFAULT_MIN_ITEMS:
        return most, most
    return least, least


def apply_choice_policy(options: tuple[T, ...], policy: ChoicePolicy) -> tuple[T, ...]:
    """Return *options* as *policy* has them drawn: equally often, only the first, or weighted.

    With ``weighted``, each option is half as frequent as the one before it.
    """
    if policy == "first":
        return options[:1]
    if policy == "random":
        return options
    return tuple(
        option for index, option in enumerate(options) for _ in range(max(MAX_WEIGHT >> index, 1))
    )


def build_choice(
    values: tuple[Any, ...],
    json: tuple[Any, ...],
    policy: ChoicePolicy,
) -> Node:
    """Return the node of one of *values*, which *json* has in the same order."""
    if policy == "first":
        return Constant(values[0], json[0])
    return Choice(
        apply_choice_policy(values, policy),
        apply_choice_policy(json, policy),
    )
