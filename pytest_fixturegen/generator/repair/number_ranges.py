"""Strategy: ranges of numbers that a message describes by their bounds or their step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import ceil, floor

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.literal_values import find_numbers
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.generator.repair.value_targets import list_value_targets
from pytest_fixturegen.nodes import (
    Choice,
    FixedPoint,
    GridFloat,
    Integer,
    Node,
    Transformed,
    UniformFloat,
)

NAME = "number ranges"

MULTIPLE_PATTERN = re.compile(r"(?:multiples? of|divisible by)\D{0,4}(\d{1,9})\b", re.IGNORECASE)
UPPER_BOUND_PATTERN = re.compile(
    r"less|below|under|at most|no more|maximum|max\b|exceed|smaller|lower|up to", re.IGNORECASE
)
MAX_NUMBERS = 2
"""Numbers in a message that may be bounds: more of them are something else."""

RangeNode = Integer | GridFloat | FixedPoint | UniformFloat
Range = tuple[str, float, float]


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield patches for each number whose node can be narrowed to what the message says."""
    for target in list_value_targets(drawn):
        if not target.is_number:
            continue
        node = target.node.inner if isinstance(target.node, Transformed) else target.node
        stepped = apply_step(refusal.message, node)
        if stepped is not None:
            yield DrawInstead(NAME, target.path, "step", node=target.wrap(stepped))
            continue
        numbers = find_numbers(refusal.message, target.value)
        if len(numbers) > MAX_NUMBERS:
            continue
        ranges = list_ranges(refusal.message, numbers)
        if isinstance(node, RangeNode):
            for label, low, high in ranges:
                narrowed = narrow_range(node, low, high)
                if narrowed is not None:
                    yield DrawInstead(NAME, target.path, label, node=target.wrap(narrowed))
        elif numbers:
            near = tuple(step for number in numbers for step in (number - 1, number + 1))
            yield DrawInstead(NAME, target.path, "near", node=target.wrap(Choice(near, near)))


def apply_step(message: str, node: Node) -> Integer | None:
    """Return the whole numbers of *node* that are multiples of what *message* names; None if it names nothing."""
    match = MULTIPLE_PATTERN.search(message)
    step = int(match[1]) if match else 0
    if not isinstance(node, Integer) or not step or node.step != 1:
        return None
    low = -(-node.low // step) * step
    return Integer(low, node.high, step) if low <= node.high else None


def list_ranges(message: str, numbers: list[int | float]) -> list[Range]:
    """Return the ranges that *numbers* cut out of all numbers, the likeliest for *message* first."""
    if not numbers:
        return []
    low, high = min(numbers), max(numbers)
    ranges: list[Range] = [("above", high, float("inf")), ("below", float("-inf"), low)]
    if UPPER_BOUND_PATTERN.search(message):
        ranges.reverse()
    return [("between", low, high), *ranges] if low < high else ranges


def narrow_range(node: RangeNode, low: float, high: float) -> RangeNode | None:
    """Return *node* without the numbers outside of *low* and *high*; None if that leaves none, or all.

    A bound itself is drawn as well: whether the rule includes it is not known.
    """
    if isinstance(node, UniformFloat):
        unit: float = 1
    elif isinstance(node, GridFloat):
        unit = node.scale
    else:
        unit = 10**node.decimal_places if isinstance(node, FixedPoint) else 1
    step = getattr(node, "step", 1)
    lowest, highest = max(node.low, low * unit), min(node.high, high * unit)
    if lowest > highest or (lowest, highest) == (node.low, node.high):
        return None
    if isinstance(node, UniformFloat):
        return replace(node, low=float(lowest), high=float(highest))
    first = node.low + ceil((lowest - node.low) / step) * step
    last = floor(highest)
    return replace(node, low=first, high=last) if first <= last else None


STRATEGY = RepairStrategy(
    NAME,
    "Draw a number from the range, or with the step, that the message describes.",
    propose,
)
