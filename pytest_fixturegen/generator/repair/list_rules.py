"""Strategy: lists and mappings that satisfy the checks in a validator's code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from pytest_fixturegen.generator.repair.converted_nodes import convert_node
from pytest_fixturegen.generator.repair.drawn_record import Drawn
from pytest_fixturegen.generator.repair.missing_keys import add_keys
from pytest_fixturegen.generator.repair.patches import DrawInstead
from pytest_fixturegen.generator.repair.refusal import Refusal
from pytest_fixturegen.generator.repair.strategy import RepairStrategy, take_share
from pytest_fixturegen.generator.repair.validator_code import MEMBERSHIP, SUBSCRIPT, ValidatorCode
from pytest_fixturegen.nodes import Array, Dictionary, Node, unwrap_node

NAME = "list rules"

MAX_NUMBERS = 3
"""Constants of the code that are tried in one way."""

MAX_LENGTH = 50
"""Items of the longest list that is drawn because a validator counts them."""

MARGIN = 3
"""Items that a list may have more than the least number."""

BINARY_PLACES = 64
"""The denominator of floats whose sums are exact."""

Collection = Array | Dictionary
Labelled = Iterator[tuple[str, Node]]


def propose(refusal: Refusal, drawn: Drawn) -> Iterator[DrawInstead]:
    """Yield patches for each list and each mapping."""
    patches = (
        DrawInstead(NAME, part.path, label, node=node)
        for part in drawn.value_suspects
        if isinstance(unwrap_node(part.node), Collection) and not isinstance(part.value, str)
        for label, node in list_collection_nodes(drawn.code, drawn.get_node(part), part.value)
    )
    return take_share(patches, drawn.lap)


def list_collection_nodes(
    code: ValidatorCode,
    whole: Node,
    value: Any,
) -> Labelled:
    """Yield a label and a node for each way to satisfy *code* with collections like *value*."""
    collection = unwrap_node(whole)
    if code.uses("sum", "fsum"):
        yield from _list_sums(code, whole, value)
    if isinstance(collection, Array):
        yield from _list_orders(code, whole, collection)
    if isinstance(collection, Collection):
        yield from _list_lengths(code, collection)
    if isinstance(collection, Dictionary) and code.uses(MEMBERSHIP, SUBSCRIPT, "get"):
        for key in list(code.texts)[:MAX_NUMBERS]:
            yield f"key {key}", add_keys(collection, [key])


def _list_sums(
    code: ValidatorCode,
    whole: Node,
    value: Any,
) -> Labelled:
    """Yield nodes of numbers that add up to one of the numbers of *code*."""
    collection = unwrap_node(whole)
    if not isinstance(collection, Collection):
        return
    filled = replace(collection, low=max(collection.low, 1), high=max(collection.high, 1))
    for total in list(code.numbers)[:MAX_NUMBERS]:
        yield f"sum {total}", convert_node(filled, partial(scale_to_sum, total))


def scale_to_sum(total: Any, numbers: Any) -> Any:
    """Return *numbers*, the items of a list or the values of a mapping, with the sum *total*."""
    if isinstance(numbers, Mapping):
        scaled = scale_to_sum(total, list(numbers.values()))
        return dict(zip(numbers, scaled, strict=True))
    if not all(isinstance(number, int | float | Decimal) for number in numbers) or not numbers:
        return numbers
    numbers = numbers if isinstance(numbers, list | tuple) else list(numbers)
    weights = [abs(float(number)) + 1 for number in numbers]
    share = float(total) / sum(weights)
    parts = split_total(
        total,
        [weight * share for weight in weights],
        type(numbers[0]),
    )
    return type(numbers)(parts)


def split_total(
    total: Any,
    parts: list[float],
    kind: Callable[[Any], Any],
) -> list[Any]:
    """Return *parts* as numbers of *kind*, rounded so that their sum is exactly *total*."""
    if kind is int:
        first: list[Any] = [int(part) for part in parts[:-1]]
        return [*first, int(total) - sum(first)]
    if kind is Decimal:
        first = [Decimal(str(round(part, 2))) for part in parts[:-1]]
        return [*first, Decimal(str(total)) - sum(first)]
    first = [round(part, 2) for part in parts[:-1]]
    rounded = [*first, round(total - sum(first), 2)]
    if sum(rounded) == total:
        return rounded
    # Floats with few binary places have exact sums.
    first = [round(part * BINARY_PLACES) / BINARY_PLACES for part in parts[:-1]]
    return [*first, total - sum(first)]


def _list_orders(
    code: ValidatorCode,
    whole: Node,
    array: Array,
) -> Labelled:
    """Yield nodes of ascending, descending and different items."""
    low = min(max(array.low, 2), array.high)
    longer = replace(array, low=low)
    distinct = replace(longer, is_distinct=True, may_repeat=False)
    orders: tuple[tuple[str, Callable[[Any], Any]], ...] = (
        ("ascending", sort_items),
        ("descending", partial(sort_items, reverse=True)),
    )
    if code.uses("set", "count", "unique", "Counter", "frozenset", "add", MEMBERSHIP):
        yield "different", _make_distinct(longer, distinct)
    if code.uses("sorted", "sort", "zip", "pairwise", "range", SUBSCRIPT):
        for label, order in orders:
            yield label, convert_node(longer, order)
            yield f"{label}, different", convert_node(distinct, order)


def _make_distinct(array: Array, distinct: Array) -> Node:
    """Return a node of different items: JSON has them in the order in which they were drawn."""
    return convert_node(distinct, array.build or list)


def sort_items(items: Any, *, reverse: bool = False) -> Any:
    """Return *items* in order, or as they are if they cannot be compared."""
    try:
        return type(items)(sorted(items, reverse=reverse))
    except TypeError:  # the items have no order
        return items


def _list_lengths(code: ValidatorCode, collection: Collection) -> Labelled:
    """Yield nodes with as many items as the numbers of *code*, more, or fewer."""
    if not code.uses("len", "count"):
        low = max(collection.low, 1)
        yield "not empty", replace(collection, low=low, high=max(low, collection.high))
        return
    numbers = [number for number in code.numbers if isinstance(number, int)]
    lengths = [number for number in numbers if 0 <= number <= MAX_LENGTH][:MAX_NUMBERS]
    for length in lengths:
        for low, high in ((length, length), (length + 1, length + MARGIN), (0, length - 1)):
            if low <= high:
                sized = replace(
                    collection,
                    low=low,
                    high=high,
                    size_transform=None,
                )
                yield f"length {low} to {high}", sized


STRATEGY = RepairStrategy(
    NAME,
    "Draw a list with the length, order, sum or keys of the code, or without repetitions.",
    propose,
    last_lap=2,
)
