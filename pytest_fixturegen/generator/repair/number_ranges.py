"""Strategy: ranges of numbers that a message describes by their bounds or their step."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.literal_values import find_numbers
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy
from pytest_fixturegen.generator.repair.value_targets import ValueTarget, list_value_targets
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
    r"less|below|under|at most|no more|maximum|max\b|exceed|smaller|fewer|lower|up to|before",
    re.IGNORECASE,
)
LOWER_BOUND_PATTERN = re.compile(
    r"more than|above|over\b|at least|no less|minimum|min\b|greater|larger|bigger|higher|from"
    r"|between|range|within|positive|after",
    re.IGNORECASE,
)
MAX_NUMBERS = 2
"""Numbers in a message that may be bounds: more of them are something else."""

RangeNode = Integer | GridFloat | FixedPoint | UniformFloat
Range = tuple[str, float, float]


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield patches for each number: its range or its step as the message describes them."""
    for target in list_value_targets(drawn):
        if not target.is_number:
            continue
        for label, node in _list_number_nodes(refusal.message, target):
            yield DrawInstead(
                NAME,
                target.path,
                label,
                node=target.wrap(node),
            )


def _list_number_nodes(message: str, target: ValueTarget) -> Iterator[tuple[str, Node]]:
    """Yield a label and a node for each range that *message* describes, then numbers nearby.

    If the message describes a step, only the node of its multiples is worth trying.
    """
    numbers = find_numbers(message, target.value)
    node = target.node
    if isinstance(node, Transformed):
        node = node.inner
    if not isinstance(node, RangeNode):
        node = make_range_node(target.value, numbers)
    stepped = apply_step(message, node)
    if stepped is not None:
        yield "step", stepped
        return
    ranges = list_ranges(message, numbers)
    for label, low, high in ranges:
        narrowed = narrow_range(node, low, high)
        if narrowed is not None:
            yield label, narrowed
    if ranges:
        near = tuple(find_near_numbers(numbers))
        yield "near", Choice(near, near)


def apply_step(message: str, node: Node) -> Integer | None:
    """Return the multiples among the whole numbers of *node* that *message* asks for, if any."""
    match = MULTIPLE_PATTERN.search(message)
    step = int(match[1]) if match else 0
    if not isinstance(node, Integer) or not step or node.step != 1:
        return None
    low = -(-node.low // step) * step
    return Integer(low, node.high, step) if low <= node.high else None


def list_ranges(message: str, numbers: list[int | float]) -> list[Range]:
    """Return the ranges between *numbers* that *message* may want, the likeliest first.

    Each has a label and two bounds. The list is empty if the message does not mention a bound.
    """
    is_upper = UPPER_BOUND_PATTERN.search(message) is not None
    is_bounded = is_upper or LOWER_BOUND_PATTERN.search(message) is not None
    if not is_bounded or not 0 < len(numbers) <= MAX_NUMBERS:
        return []
    low, high = min(numbers), max(numbers)
    ranges: list[Range] = [("above", high, math.inf), ("below", -math.inf, low)]
    if is_upper:
        ranges.reverse()
    return [("between", low, high), *ranges] if low < high else ranges


def find_near_numbers(numbers: list[int | float]) -> Iterator[int | float]:
    """Yield the numbers next to each of *numbers*, its half and its double."""
    for number in numbers:
        yield from (
            number - 1,
            number + 1,
            number // 2,
            number * 2,
        )


def make_range_node(value: Any, numbers: list[int | float]) -> RangeNode:
    """Return a node of numbers like *value* on both sides of *numbers*."""
    reach = 10 * math.ceil(max(map(abs, numbers), default=1))
    low = 0 if min(numbers, default=0) >= 0 else -reach
    if isinstance(value, int):
        return Integer(low, reach)
    if isinstance(value, Decimal):
        return FixedPoint(
            low * 100,
            reach * 100,
            1,
            2,
        )
    return GridFloat(low * 100, reach * 100, 100.0)


def narrow_range(
    node: RangeNode,
    low: float,
    high: float,
) -> RangeNode | None:
    """Return *node* with only the numbers between *low* and *high*; None if that are all or none.

    The bounds themselves are not drawn: the rule may exclude them.
    """
    if isinstance(node, UniformFloat):
        return _narrow_uniform_float(node, low, high)
    unit = _get_unit(node)
    step = 1 if isinstance(node, GridFloat) else node.step
    first, last = node.low, node.high
    if low * unit >= first:
        skipped = math.floor((low * unit - first) / step) + 1
        first += skipped * step
    if high * unit <= last:
        last = math.ceil(high * unit) - 1
    if first > last or (first, last) == (node.low, node.high):
        return None
    return replace(node, low=first, high=last)


def _narrow_uniform_float(
    node: UniformFloat,
    low: float,
    high: float,
) -> UniformFloat | None:
    """Return *node* between the bounds, or None if they leave all of its numbers or none."""
    lowest, highest = max(node.low, float(low)), min(node.high, float(high))
    is_narrower = (lowest, highest) != (node.low, node.high)
    if is_narrower and lowest < highest:
        return UniformFloat(lowest, highest)
    return None


def _get_unit(node: Integer | GridFloat | FixedPoint) -> float:
    """Return the number of units of *node*'s bounds in 1: 100 for amounts in cents."""
    if isinstance(node, GridFloat):
        return node.scale
    if isinstance(node, FixedPoint):
        unit: int = 10**node.decimal_places  # not a float: products of large numbers stay exact
        return unit
    return 1


STRATEGY = RepairStrategy(
    NAME,
    "Draw a number from the range, or with the step, that the message describes.",
    propose,
)
