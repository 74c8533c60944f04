"""The bodies of people: height, weight and their index [WHO, body mass index] belong together."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import Choice, Fact, FactView, Node
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_table,
    format_fact_name,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.streams import mix_word

SAMPLE_COUNT = 512
"""How many heights, and how many indices, there are to draw from."""

SHORTEST, LEANEST = 1480, 175
"""Millimetres; tenths of kilograms for a square metre."""

NUMBER_CONVERTERS: dict[str, Callable[[int, int], Any]] = {
    "int": lambda number, places: round(number / 10**places),
    "float": lambda number, places: number / 10**places,
    "decimal": lambda number, places: Decimal(number).scaleb(-places),
}
"""A number of 10^-places, in the kind asked for."""


@lru_cache(maxsize=1)
def _list_bodies() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Heights and indices of grown-up people: those in the middle most often."""
    halves = [
        (
            mix_word(step, 1) % 256 + mix_word(step, 2) % 256,
            mix_word(step, 3) % 90 + mix_word(step, 4) % 75,
        )
        for step in range(SAMPLE_COUNT)
    ]
    return tuple(SHORTEST + tall for tall, _ in halves), tuple(LEANEST + wide for _, wide in halves)


def _build_body_facts(owner: str) -> tuple[Fact, Fact]:
    heights, indices = _list_bodies()
    return Fact(format_fact_name(owner, "height"), Choice(heights, heights)), Fact(
        format_fact_name(owner, "body"), Choice(indices, indices)
    )


def provide_body(
    compute_size: Callable[[int, int], int], decimal_places: int, context: FieldContext, owner: str
) -> Node | None:
    """What *tell* tells of a height and an index, in 10^-*places*."""
    write, (heights, indices) = NUMBER_CONVERTERS[context.kind], _list_bodies()
    ends = [compute_size(choose(heights), choose(indices)) for choose in (min, max)]
    if not all(
        is_valid_number(Decimal(str(write(each, decimal_places))), context.constraints)
        for each in ends
    ):
        return None
    json = str if context.kind == "decimal" else None
    return FactView(
        lambda word, height, index: write(compute_size(height, index), decimal_places),
        _build_body_facts(owner),
        json,
    )


def _compute_weight(height: int, index: int) -> int:
    return index * height * height // 10**6


provide_height_cm: NamedProvider = partial(provide_body, lambda height, _: height, 1)
provide_height_m: NamedProvider = partial(provide_body, lambda height, _: height // 10, 2)
provide_weight_kg: NamedProvider = partial(provide_body, _compute_weight, 1)
provide_bmi: NamedProvider = partial(provide_body, lambda _, index: index, 1)

NUMBER_KINDS = "int float decimal"
NAMES: ProviderTable = build_table(
    ("bmi body_mass_index", NUMBER_KINDS, provide_bmi),
    ("body_height body_height_cm", NUMBER_KINDS, provide_height_cm),
    ("body_weight body_weight_kg", NUMBER_KINDS, provide_weight_kg),
)
"""What speaks of a body whatever the model."""

PERSON_NAMES: ProviderTable = build_table(
    ("height height_cm", NUMBER_KINDS, provide_height_cm),
    ("height_m", "float decimal", provide_height_m),
    ("weight weight_kg", NUMBER_KINDS, provide_weight_kg),
)
"""What speaks of a body where the model is a person."""
