"""Strategy: numbers that satisfy the comparisons in a validator's code."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal

from pytest_fixturegen.generator.repair.converted_nodes import convert_node
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.number_ranges import (
    RangeNode,
    make_range_node,
    narrow_range,
)
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy, take_share
from pytest_fixturegen.generator.repair.validator_code import MODULO, ValidatorCode
from pytest_fixturegen.generator.repair.value_targets import ValueTarget, list_value_targets
from pytest_fixturegen.nodes import Choice, FactView, Integer, Node, RandomUuid, Transformed

NAME = "number rules"

MAX_NUMBERS = 3
"""Constants of the code that are tried in one way."""

MAX_STEPS = 1000
"""Multiples of a step that are drawn."""

LEAST_SPAN = 1000
"""Numbers above or below a bound that are drawn at least."""

FACT_LAP = 3
"""The lap in which a number that shows a fact is replaced: the fact is drawn again before."""

UUID_VERSIONS = range(1, 9)
"""The versions of UUIDs [RFC 9562]."""

Number = int | float | Decimal


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield patches for each number, and for each UUID of another version."""
    patches = (
        DrawInstead(
            NAME,
            target.path,
            label,
            node=target.wrap(node),
        )
        for target in list_value_targets(drawn)
        if drawn.lap == FACT_LAP or not isinstance(target.node, FactView)
        for label, node in _list_nodes(drawn.code, target)
    )
    return take_share(
        patches,
        1 if drawn.lap == FACT_LAP else drawn.lap,
    )


def _list_nodes(code: ValidatorCode, target: ValueTarget) -> Iterator[tuple[str, Node]]:
    """Yield a label and a node for each way to satisfy *code* at *target*."""
    if isinstance(target.node, RandomUuid):
        versions = [number for number in code.numbers if number in UUID_VERSIONS]
        for version in versions[:MAX_NUMBERS]:
            yield f"version {version}", RandomUuid(int(version))
    elif target.is_number and _is_numeric(target):
        yield from list_number_nodes(code, target)


def _is_numeric(target: ValueTarget) -> bool:
    """Return whether the value is a number, or the items of a collection may be numbers."""
    return isinstance(target.value, int | float | Decimal) or target.value is None


def list_number_nodes(code: ValidatorCode, target: ValueTarget) -> Iterator[tuple[str, Node]]:
    """Yield a label and a node for each way to satisfy *code* with numbers.

    A label has the place of a number in the code, not the number: one that is a value of the record
    is another one in every attempt, and the ways would never end.
    """
    node = target.node.inner if isinstance(target.node, Transformed) else target.node
    if code.uses(MODULO):
        yield from _list_multiples(code, node, target.value)
    for place, group in enumerate(code.groups[:MAX_NUMBERS]):
        numbers = tuple(item for item in group if isinstance(item, int | float | Decimal))
        if numbers:
            yield f"one of group {place}", Choice(numbers, numbers)
    numbers_of_code = [number for number in code.numbers if math.isfinite(number)][:MAX_NUMBERS]
    if len(numbers_of_code) > 1:
        low, high = sorted(numbers_of_code[:2])
        yield from _list_between(node, target, low, high, "between the first two")
    for place, number in enumerate(numbers_of_code):
        yield from _list_between(
            node,
            target,
            number,
            math.inf,
            f"above number {place}",
        )
        yield from _list_between(
            node,
            target,
            -math.inf,
            number,
            f"below number {place}",
        )
        yield f"exactly number {place}", Choice((number,), (number,))


def _list_between(
    node: Node,
    target: ValueTarget,
    low: Number,
    high: Number,
    label: str,
) -> Iterator[tuple[str, Node]]:
    """Yield the numbers of *node* between the bounds, or else others like the value."""
    lowest, highest = float(low), float(high)
    if high == math.inf:
        highest = lowest + max(abs(lowest), LEAST_SPAN)
    elif low == -math.inf:
        lowest = highest - max(abs(highest), LEAST_SPAN)
    nodes = [node] if isinstance(node, RangeNode) else []
    value = 1 if target.value is None else target.value
    for candidate in (*nodes, make_range_node(value, [lowest, highest])):
        narrowed = narrow_range(
            candidate,
            float(low),
            float(high),
        )
        if narrowed is not None:
            yield label, narrowed
            return


def _list_multiples(
    code: ValidatorCode,
    node: Node,
    value: object,
) -> Iterator[tuple[str, Node]]:
    """Yield the multiples of the whole numbers of *code*, and the numbers after them."""
    steps = [step for step in code.numbers if isinstance(step, int) and step > 1]
    for step in steps[:MAX_NUMBERS]:
        for label, rest in ((f"multiples of {step}", 0), (f"after {step}", 1)):
            stepped = _make_stepped(node, step, rest)
            is_other = isinstance(value, float | Decimal)
            yield label, convert_node(stepped, type(value)) if is_other else stepped


def _make_stepped(
    node: Node,
    step: int,
    rest: int,
) -> Integer:
    """Return the numbers of *node* that leave *rest* when divided by *step*, or else others."""
    if isinstance(node, Integer):
        low = node.low + (rest - node.low) % step
        if low + step <= node.high:
            return Integer(low, node.high, step)
    return Integer(
        step + rest,
        step * MAX_STEPS + rest,
        step,
    )


STRATEGY = RepairStrategy(
    NAME,
    "Draw a number between, above or below the numbers in the code, or a multiple of them.",
    propose,
    last_lap=FACT_LAP,
)
