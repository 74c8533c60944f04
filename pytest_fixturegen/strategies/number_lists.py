"""Series: lists of successive measurements, and the statistics of them in the same record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from statistics import fmean, pstdev
from typing import Any

from pytest_fixturegen.introspection.shapes import (
    NO_CONSTRAINTS,
    CollectionShape,
    Scalar,
    Shape,
)
from pytest_fixturegen.nodes import (
    Aggregate,
    Array,
    Call,
    Choice,
    Fact,
    FactView,
    FixedPoint,
    GridFloat,
    Integer,
    Node,
    Nullable,
    Slot,
    unwrap_node,
)
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.units.lookup import normalize

NUMBER_KINDS = ("int", "float", "decimal")
NUMBER_NODES = (Call, Choice, FactView, Integer, GridFloat, FixedPoint)

MIN_SERIES_VALUES = 20
"""Fewest different values of a series: grades and levels, which have fewer, are not series."""

SERIES_WORDS = frozenset(
    "readings samples values measurements temperatures prices history datapoints data_points "
    "points series data heart_rates speeds pressures voltages observations trend sparkline "
    "waveform signal levels".split()
)
"""Names of lists whose numbers are near each other."""

SERIES_NAME = re.compile(f"(^|_)({'|'.join(SERIES_WORDS)})$")

SUMMARIES: dict[str, Callable[[list[float]], float]] = {
    "min": min,
    "max": max,
    "avg": fmean,
    "median": lambda values: sorted(values)[len(values) // 2],
    "sum": sum,
    "total": sum,
    "standard_dev": pstdev,
    "stddev": pstdev,
    "standard_deviation": pstdev,
}
"""Statistics that a record may have of its list of numbers, by the normalized field name."""

FILLERS = ("_value", "_reading", "_measurement", "value_", "reading_", "_sample")
"""Words that leave the name of a summary as it is."""

NEARNESS = 0.04
"""How far a number is from the level of its list, as a part of it."""


def show_number_lists(
    slots: Sequence[Slot],
    shapes: Mapping[str, Shape],
    drawn: frozenset[str],
) -> list[Slot]:
    """Return *slots* with lists of numbers that are near each other, and with their summaries."""
    slots = [
        _average(
            slot,
            slots,
            shapes,
            drawn,
        )
        for slot in slots
    ]
    lists = [slot for slot in slots if _is_series(slot, shapes.get(slot.name))]
    if len(lists) != 1:
        return list(slots)
    series = lists[0]
    found = [
        _summarize(
            slot,
            series,
            shapes,
        )
        if slot.name in drawn
        else slot
        for slot in slots
    ]
    return [_draw_near(slot) if slot.name == series.name else slot for slot in found]


def _average(
    slot: Slot,
    slots: Sequence[Slot],
    shapes: Mapping[str, Shape],
    drawn: frozenset[str],
) -> Slot:
    """Return *slot*, if it is *drawn* by name, with the mean of the list that its name asks for.

    ``average_score`` is that of ``review_scores``.
    """
    first, _, noun = normalize(slot.name).partition("_")
    shape = shapes.get(slot.name)
    is_mean = first == "avg" and slot.name in drawn
    kind = shape.kind if isinstance(shape, Scalar) and is_mean else ""
    lists = (
        other
        for other in slots
        if _lists_numbers(
            other,
            shapes.get(other.name),
            noun,
        )
    )
    series = next(lists, None) if kind in ("float", "decimal") else None
    if series is None:
        return slot
    combine = partial(
        _combine,
        fmean,
        kind,
    )
    mean = Aggregate(
        series.name,
        "",
        combine,
        unwrap_node(slot.node),
    )
    if isinstance(slot.node, Nullable):
        return replace(slot, node=replace(slot.node, inner=mean))
    return replace(slot, node=mean)


def _lists_numbers(
    slot: Slot,
    shape: Shape | None,
    noun: str,
) -> bool:
    """Return whether *slot* is a list of one number at least, each of which is a *noun*."""
    is_list = isinstance(slot.node, Array) and slot.node.low > 0
    own_noun = field_names.to_singular(slot.name.rpartition("_")[2])
    return is_list and own_noun == noun and _find_number(shape) is not None


def _find_number(shape: Shape | None) -> Scalar | None:
    """Return the shape of the items of *shape*, or None if it is not a list of numbers."""
    item = shape.item if isinstance(shape, CollectionShape) else None
    return item if isinstance(item, Scalar) and item.kind in NUMBER_KINDS else None


def _is_series(slot: Slot, shape: Shape | None) -> bool:
    """Return whether *slot* is a list of free numbers that are called a series."""
    is_free = (
        getattr(
            _find_number(shape),
            "constraints",
            None,
        )
        == NO_CONSTRAINTS
    )
    node = slot.node
    is_list = isinstance(node, Array) and _is_wide(node.item) and node.low > 0
    return is_free and is_list and SERIES_NAME.search(slot.name) is not None


def _is_wide(item: Node) -> bool:
    """Return whether *item* draws many different numbers, some of which are near each other."""
    if isinstance(item, Choice):
        return len(set(item.options)) >= MIN_SERIES_VALUES
    return isinstance(item, NUMBER_NODES)


def _draw_near(slot: Slot) -> Slot:
    """Return the list *slot* with numbers around one level."""
    array = slot.node
    assert isinstance(array, Array)
    level = Fact(f"level_of_{slot.name}", array.item)
    return replace(
        slot,
        node=replace(
            array,
            item=FactView(
                _show_near,
                (level,),
                _to_json,
            ),
        ),
    )


def _to_json(number: Any) -> Any:
    return str(number) if isinstance(number, Decimal) else number


def _show_near(word: int, level: Any) -> Any:
    """Return a number near *level*, of its type."""
    distance = ((word >> 11) * 2.0**-52 - 1) * NEARNESS * float(level)
    number = float(level) + distance
    if isinstance(level, Decimal):
        return Decimal(f"{number:.2f}")
    return round(number) if isinstance(level, int) else round(number, 2)


def _summarize(
    slot: Slot,
    series: Slot,
    shapes: Mapping[str, Shape],
) -> Slot:
    """Return *slot* with the summary of *series* that its name asks for."""
    shape = shapes.get(slot.name)
    name = normalize(slot.name)
    for filler in FILLERS:
        name = name.removesuffix(filler).removeprefix(filler)
    summarize = SUMMARIES.get(name)
    if summarize is None or not isinstance(shape, Scalar) or shape.kind not in NUMBER_KINDS:
        return slot
    if shape.constraints != NO_CONSTRAINTS:
        return slot
    combine = partial(
        _combine,
        summarize,
        shape.kind,
    )
    return replace(
        slot,
        node=Aggregate(
            series.name,
            "",
            combine,
            slot.node,
        ),
    )


def _combine(
    summarize: Callable[[list[float]], float],
    kind: str,
    values: list[Any],
) -> Any:
    """Return the summary of *values* as a number of *kind*."""
    number = summarize([float(value) for value in values] or [0.0])
    if kind == "decimal":
        return Decimal(f"{number:.2f}")
    return round(number) if kind == "int" else round(number, 3)
