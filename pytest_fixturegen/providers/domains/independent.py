"""Nodes of what shows no table: words, codes, numbers, texts of a hidden word."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from zlib import crc32

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.nodes import Choice, Fact, Integer, Node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.domains.rows import NUMBER_KINDS, accepts_none, is_number
from pytest_fixturegen.providers.domains.specs import (
    EMPTY,
    Code,
    Draw,
    Number,
    Seeded,
    Spec,
    TableColumn,
    TemplateDraw,
    Words,
)
from pytest_fixturegen.providers.fact_fields import (
    build_draw_node,
    build_text_view,
    format_fact_name,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import build_number_pool, is_valid_number
from pytest_fixturegen.providers.units.specs import build_number_choice
from pytest_fixturegen.streams import WORD_MASK

POOL_SIZE = 512

MIN_UNIQUE_BITS = 60
"""The random bits of codes that never repeat in practice."""


def build_independent(spec: Number | Words | Code, context: FieldContext) -> Node | None:
    """Return the node of a value that shows no fact of its record."""
    if isinstance(spec, Number):
        return _build_number(spec, context)
    if isinstance(spec, Words):
        return build_words(spec, context)
    return build_draw_node(context, _pick_form(spec, context)) if context.kind == "str" else None


def _pick_form(spec: Code, context: FieldContext) -> Draw:
    """Return what draws the codes of the field: those of one form if *spec* says so."""
    draw = spec.draw
    if not spec.has_one_form or not isinstance(draw, TemplateDraw):
        return draw
    number = crc32(f"{context.model}.{context.name}".encode())
    return TemplateDraw((draw.templates[number % len(draw.templates)],))


def _build_number(spec: Number, context: FieldContext) -> Node | None:
    """Return the node of the numbers of *spec*, or of their texts; None for other kinds."""
    if context.kind in NUMBER_KINDS:
        return build_number_pool(list_numbers(spec), spec.places, context)
    if context.kind != "str":
        return None
    scale = 10**spec.places
    texts = tuple(f"{number / scale:g}" for number in list_numbers(spec))
    return text.build_text_pool(texts, context.constraints)


@lru_cache(maxsize=256)
def list_numbers(spec: Number) -> tuple[int, ...]:
    """Return the numbers of *spec*, in units of its last decimal place, in ascending order.

    They are dense around the median and thin towards both ends.
    """
    scale = 10**spec.places
    last = POOL_SIZE // 2
    below = (
        spec.median - (spec.median - spec.low) * (step / last) ** 2 for step in range(last, 0, -1)
    )
    above = (spec.median + (spec.high - spec.median) * (step / last) ** 2 for step in range(last))
    return tuple(round(value * scale) for value in (*below, *above))


def build_words(spec: Words, context: FieldContext) -> Node | None:
    """Return the node of the options, as values of the field's kind; items are equally likely."""
    if context.is_item:
        spec = Words(tuple(dict.fromkeys(spec.options)))
    if EMPTY in spec.options:
        return _build_optional_words(spec, context)
    if context.kind in NUMBER_KINDS:
        return _build_numeric_words(spec, context)
    if context.kind == "bool" and {*spec.options} == {"true", "false"}:
        flags = tuple(option == "true" for option in spec.options)
        return Choice(flags, flags)
    if context.kind != "str":
        return None
    return text.build_text_pool(spec.options, context.constraints)


def _build_optional_words(spec: Words, context: FieldContext) -> Node | None:
    """Return the node of the options, of which some say that there is no value."""
    filled = Words(tuple(option for option in spec.options if option != EMPTY))
    node = build_words(filled, context)
    if not isinstance(node, Choice) or not accepts_none(context):
        return node
    absent = (None,) * (len(spec.options) - len(filled.options))
    return Choice(
        (*node.options, *absent),
        (*node.json, *absent),
    )


def list_cells(spec: TableColumn) -> tuple[str, ...]:
    """Return the different cells of a column; items of a list are rows of their own."""
    cells = (row[spec.place] for row in spec.rows)
    return tuple(cell for cell in dict.fromkeys(cells) if cell != EMPTY)


def _build_numeric_words(spec: Words, context: FieldContext) -> Node | None:
    """Return the node of the numbers that *spec* spells; None if it spells texts."""
    if not all(map(is_number, spec.options)):
        return None
    values = [Decimal(option) for option in spec.options]
    return _build_number_choice(values, context)


def _build_number_choice(values: list[Decimal], context: FieldContext) -> Node | None:
    """Return the node of the valid *values*; None if the kind of the field has none."""
    valid = [value for value in values if is_valid_number(value, context.constraints)]
    if not valid or (context.kind == "int" and any(value % 1 for value in valid)):
        return None
    return build_number_choice(valid, context.kind)


def build_seeded(
    spec: Seeded,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the view of a text that a hidden word of the record makes."""
    if context.kind != "str":
        return None
    return build_text_view(
        context,
        SeedShow(spec.draw),
        build_seed_fact(spec, owner),
    )


def build_seed_fact(spec: Seeded, owner: str) -> Fact:
    """Return the hidden word of *spec*."""
    return Fact(
        format_fact_name(owner, spec.fact),
        Integer(0, WORD_MASK),
    )


@dataclass(frozen=True, slots=True)
class SeedShow:
    """Shows the text that *draw* makes of a hidden word."""

    draw: Draw

    def __call__(
        self,
        word: int,
        seed: int,
    ) -> str:
        """Return the text of *seed*."""
        return self.draw(seed)


def never_repeats(node: Node) -> bool:
    """Return whether *node* draws codes of a domain that are long enough to be unique."""
    draw = getattr(node, "draw", None) or getattr(node, "show", None)
    if isinstance(draw, SeedShow):
        draw = draw.draw
    return isinstance(draw, TemplateDraw) and draw.count_bits() >= MIN_UNIQUE_BITS


def draw_text(spec: Spec, word: int) -> str:
    """Return a text that shows no fact. Raise TypeError if *spec* has no such texts."""
    match spec:
        case Words(options):
            return options[word % len(options)]
        case Code(draw):
            return draw(word)
        case Number(places=places):
            numbers = list_numbers(spec)
            return f"{numbers[word % len(numbers)] / 10**places:g}"
        case _:
            raise TypeError(f"{spec!r} cannot fill a slot.")
