"""Bodies of people: height, weight and body mass index [WHO, body mass index] agree."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from math import sqrt
from typing import Any

from pytest_fixturegen.nodes import Choice, Constant, Fact, FactPin, FactView, Node
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_table,
    format_fact_name,
    get_json_converter,
)
from pytest_fixturegen.providers.fact_pins import (
    PinnedNodes,
    build_constant,
    read_size,
    show_fact,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.streams import mix_word

SAMPLE_COUNT = 512
"""How many heights, and how many indices, the tables hold."""

SHORTEST = 1480
"""The least height of an adult, in millimetres."""

LEANEST = 175
"""The least body mass index, in tenths of kilograms per square metre."""

NUMBER_CONVERTERS: dict[str, Callable[[int, int], Any]] = {
    "int": lambda number, places: round(number / 10**places),
    "float": lambda number, places: number / 10**places,
    "decimal": lambda number, places: Decimal(number).scaleb(-places),
}
"""By kind of value, what converts a number that counts units of 10^-places."""


@lru_cache(maxsize=1)
def _list_bodies() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return heights and indices of adults, the middle ones most often.

    Each is a sum of two uniform numbers, so that it peaks in the middle as real sizes do.
    """
    heights = tuple(
        SHORTEST + mix_word(step, 1) % 256 + mix_word(step, 2) % 256 for step in range(SAMPLE_COUNT)
    )
    indices = tuple(
        LEANEST + mix_word(step, 3) % 90 + mix_word(step, 4) % 75 for step in range(SAMPLE_COUNT)
    )
    return heights, indices


def _build_body_facts(owner: str) -> tuple[Fact, Fact]:
    """Return the facts of a height and of a body index, in this order.

    Two fields with the same *owner* share them, so that their sizes fit each other.
    """
    heights, indices = _list_bodies()
    height = Fact(
        format_fact_name(owner, "height"),
        Choice(heights, heights),
    )
    index = Fact(
        format_fact_name(owner, "body"),
        Choice(indices, indices),
    )
    return height, index


def provide_body(
    compute_size: Callable[[int, int], int],
    decimal_places: int,
    find_body: BodyFinder,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return a view of a size that *compute_size* computes from a height and an index.

    The height is in millimetres, the index in tenths, the size in units of 10^-*decimal_places*.
    *find_body* finds the nodes of both for a fixed size. Return None if the constraints of the
    field reject the least or the greatest size.
    """
    convert = NUMBER_CONVERTERS[context.kind]
    order = int(find_body is _fix_weight)  # the weight follows from the others
    heights, indices = _list_bodies()
    for pick in (min, max):
        size = convert(
            compute_size(pick(heights), pick(indices)),
            decimal_places,
        )
        if not is_valid_number(Decimal(str(size)), context.constraints):
            return None
    return FactView(
        lambda word, height, index: convert(compute_size(height, index), decimal_places),
        _build_body_facts(owner),
        get_json_converter(context.kind),
        FactPin(read_size, partial(_find_fixed_body, find_body, decimal_places), order),
    )


BodyFinder = Callable[[int, Node, Node], PinnedNodes | None]
"""Returns the nodes of height and index for a fixed size and the present nodes of both."""


def _find_fixed_body(
    find_body: BodyFinder,
    decimal_places: int,
    size: Decimal,
    height: Node,
    index: Node,
) -> PinnedNodes | None:
    """Return the nodes that *find_body* finds for *size*; None if that is 0."""
    if not size:
        return None
    return find_body(
        round(size.scaleb(decimal_places)),
        height,
        index,
    )


def _fix_height(
    millimetres: int,
    height: Node,
    index: Node,
) -> PinnedNodes:
    """Return the pins of a height in millimetres."""
    return build_constant(millimetres), None


def _fix_height_in_centimetres(
    centimetres: int,
    height: Node,
    index: Node,
) -> PinnedNodes:
    """Return the pins of a height in centimetres."""
    return build_constant(centimetres * 10), None


def _fix_index(
    tenths: int,
    height: Node,
    index: Node,
) -> PinnedNodes:
    """Return the pins of a body mass index in tenths."""
    return None, build_constant(tenths)


def _fix_weight(
    hectograms: int,
    height: Node,
    index: Node,
) -> PinnedNodes:
    """Return the node of the index with that weight; of the height if the index is fixed."""
    if isinstance(index, Constant) and not isinstance(height, Constant):
        return build_constant(round(sqrt(hectograms * 10**6 / index.value))), None
    facts = (Fact("drawn height", height),)
    show_index = partial(_compute_index, hectograms)
    return FactView(show_fact, facts), FactView(show_index, facts)


def _compute_index(
    hectograms: int,
    word: int,
    height: int,
) -> int:
    """Return the index of a body of a *height*, in tenths."""
    return round(hectograms * 10**6 / height**2)


def _compute_weight(height: int, index: int) -> int:
    """Return the weight for a *height* in millimetres and an *index* in tenths."""
    return index * height * height // 10**6


provide_height_cm: NamedProvider = partial(provide_body, lambda height, _: height, 1, _fix_height)
provide_height_m: NamedProvider = partial(
    provide_body, lambda height, _: height // 10, 2, _fix_height_in_centimetres
)
provide_weight_kg: NamedProvider = partial(provide_body, _compute_weight, 1, _fix_weight)
provide_bmi: NamedProvider = partial(provide_body, lambda _, index: index, 1, _fix_index)

NUMBER_KINDS = "int float decimal"
NAMES: ProviderTable = build_table(
    ("bmi body_mass_index", NUMBER_KINDS, provide_bmi),
    ("body_height body_height_cm", NUMBER_KINDS, provide_height_cm),
    ("body_weight body_weight_kg", NUMBER_KINDS, provide_weight_kg),
)
"""Names that mean a body in every model."""

PERSON_NAMES: ProviderTable = build_table(
    ("height height_cm", NUMBER_KINDS, provide_height_cm),
    ("height_m", "float decimal", provide_height_m),
    ("weight weight_kg", NUMBER_KINDS, provide_weight_kg),
)
"""Names that mean a body only if the model is a person."""
