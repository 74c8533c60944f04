"""Nodes of the specifications of domains."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import Choice, Fact, FactPin, FactView, Node
from pytest_fixturegen.providers import field_names, text
from pytest_fixturegen.providers.domains.lookup import DomainMatch, find_matches, load_domain
from pytest_fixturegen.providers.domains.specs import (
    Code,
    Column,
    Domain,
    Number,
    Sentences,
    Spec,
    Words,
    draw_template,
)
from pytest_fixturegen.providers.fact_fields import (
    build_draw_node,
    build_fact_view,
    build_text_view,
    format_fact_name,
    get_json_converter,
)
from pytest_fixturegen.providers.fact_pins import PinnedNodes, build_choice, is_same_text
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import build_number_pool, is_valid_number
from pytest_fixturegen.streams import mix_word

NUMBER_KINDS = ("int", "float", "decimal")
POOL_SIZE = 512

SLOT = re.compile(r"\{(\w+)\}")
"""What a sentence shows of its record."""


def build_node(match: DomainMatch, context: FieldContext, owner: str) -> Node | None:
    """Return the node of what *match* means for the field of *context*; None if it does not fit.

    *owner* is the owner of the facts that the field shows.
    """
    spec = match.spec
    if isinstance(spec, Column):
        return _build_column(spec, context, owner)
    if isinstance(spec, Number):
        return build_number_pool(list_numbers(spec), spec.places, context)
    if context.kind in NUMBER_KINDS:
        return _build_numeric_words(spec, context)
    if context.kind != "str":
        return None
    if isinstance(spec, Words):
        return text.build_text_pool(spec.options, context.constraints)
    if isinstance(spec, Code):
        return build_draw_node(context, spec.draw)
    known = load_domain(match.domain, context.record.own_domains)
    return _build_sentences(spec, known, context, owner)


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


def _build_numeric_words(spec: Spec, context: FieldContext) -> Node | None:
    """Return the node of the numbers that *spec* spells; None if it spells texts."""
    if not isinstance(spec, Words) or not all(map(_is_number, spec.options)):
        return None
    values = [Decimal(option) for option in spec.options]
    return _build_number_choice(values, context)


def _build_number_choice(values: list[Decimal], context: FieldContext) -> Node | None:
    valid = [value for value in values if is_valid_number(value, context.constraints)]
    if not valid or (context.kind == "int" and any(value % 1 for value in valid)):
        return None
    if context.kind == "decimal":
        return Choice(tuple(valid), tuple(map(str, valid)))
    shown = tuple(map(int if context.kind == "int" else float, valid))
    return Choice(shown, shown)


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


def _build_column(spec: Column, context: FieldContext, owner: str) -> Node | None:
    """Return the view of one column of the row that is a fact of the record."""
    fact = build_row_fact(spec, owner)
    pin = FactPin(str, partial(_find_rows, spec.place))
    if context.kind == "str":
        return build_fact_view(context, make_cell_show(spec.place), fact, pin)
    if context.kind not in NUMBER_KINDS:
        return None
    if not all(_is_number(row[spec.place]) for row in spec.rows):
        return None
    convert = CELL_CONVERTERS[context.kind]
    shown = [Decimal(row[spec.place]) for row in spec.rows]
    if context.kind == "int" and any(value % 1 for value in shown):
        return None
    if not all(is_valid_number(value, context.constraints) for value in shown):
        return None
    show = lambda word, row: convert(row[spec.place])  # noqa: E731
    return FactView(show, (fact,), get_json_converter(context.kind), pin)


CELL_CONVERTERS: dict[str, Callable[[str], Any]] = {
    "int": lambda cell: int(Decimal(cell)),
    "float": float,
    "decimal": Decimal,
}
"""What makes a number of a cell, by the kind of the field."""


def build_row_fact(spec: Column, owner: str) -> Fact:
    """Return the fact of which row of its table the record shows."""
    return Fact(format_fact_name(owner, spec.entity), Choice(spec.rows, spec.rows))


def make_cell_show(place: int) -> Callable[[int, tuple[str, ...]], str]:
    """Return what shows the cell at *place* of a row."""
    return lambda word, row: row[place]


def _find_rows(place: int, value: str, node: Node) -> PinnedNodes | None:
    """Return the node of the rows with *value* at *place*; None if there are none."""
    rows = node.options if isinstance(node, Choice) else ()
    found = [row for row in rows if is_same_text(value, row[place])]
    return (build_choice(found),) if found else None


def _build_sentences(
    spec: Sentences, domain: Domain, context: FieldContext, owner: str
) -> Node | None:
    """Return the view of one of the sentences, filled with the record's facts."""
    slots = dict.fromkeys(name for frame in spec.frames for name in SLOT.findall(frame))
    specs = {name: _find_spec(domain, name) for name in slots}
    rows = {spec.entity: spec for spec in specs.values() if isinstance(spec, Column)}
    facts = tuple(build_row_fact(spec, owner) for spec in rows.values())
    entities = [*rows]

    def show(word: int, *shown: tuple[str, ...]) -> str:
        """Return a frame with each slot filled: by a fact, or by a word of its own."""
        frame = spec.frames[mix_word(word, 1) % len(spec.frames)]
        cells = dict(zip(entities, shown, strict=True))
        return SLOT.sub(lambda found: _fill_slot(specs[found[1]], cells, word), frame)

    return build_text_view(context, show, *facts)


def _find_spec(domain: Domain, name: str) -> Spec:
    return domain.within.get(name) or domain.own[name]


def _fill_slot(spec: Spec, cells: dict[str, tuple[str, ...]], word: int) -> str:
    match spec:
        case Column(entity, place):
            return cells[entity][place]
        case Words(options):
            return options[mix_word(word, 2) % len(options)]
        case Code(draw):
            return draw(mix_word(word, 3))
        case Number():
            numbers = list_numbers(spec)
            return f"{numbers[mix_word(word, 4) % len(numbers)] / 10**spec.places:g}"
        case _:
            return draw_template("", word)


def find_domain_node(context: FieldContext, *, owned: bool) -> tuple[str, Node] | None:
    """Return the domain and name that serve the field, as ``medicine.icd10``, and its node.

    The whole name is looked up, or if *owned*, each noun at its end.
    """
    for name in _list_spellings(context):
        for match in find_matches(name, context.record):
            if owned != bool(match.owner):
                continue
            owner = field_names.find_fact_owner(match.owner, context.model) if owned else ""
            node = build_node(match, context, owner)
            if node is not None:
                return f"{match.domain}.{match.name}", node
    return None


def _list_spellings(context: FieldContext) -> tuple[str, ...]:
    """Return the name, and for the items of a list its singular."""
    singular = field_names.to_singular(context.name) if context.is_item else None
    return (context.name, singular) if singular else (context.name,)
