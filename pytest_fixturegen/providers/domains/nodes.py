"""Nodes of the specifications of domains."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.nodes import Choice, Fact, Integer, Node
from pytest_fixturegen.providers import field_names, text
from pytest_fixturegen.providers.domains.lookup import DomainMatch, find_matches, load_domain
from pytest_fixturegen.providers.domains.rows import (
    NUMBER_KINDS,
    accepts_none,
    build_column,
    build_reading,
    build_row_fact,
    draw_reading,
    is_number,
)
from pytest_fixturegen.providers.domains.specs import (
    EMPTY,
    Code,
    Column,
    Draw,
    Framed,
    Number,
    Reading,
    Seeded,
    Sentences,
    Spec,
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
from pytest_fixturegen.providers.web import accepts_https_url
from pytest_fixturegen.streams import WORD_MASK, mix_word

POOL_SIZE = 512

SLOT = re.compile(r"\{(\w+)\}")
"""What a sentence shows of its record."""


def build_node(match: DomainMatch, context: FieldContext, owner: str) -> Node | None:
    """Return the node of what *match* means for the field of *context*; None if it does not fit.

    *owner* is the owner of the facts that the field shows.
    """
    spec = match.spec
    if isinstance(spec, Column):
        if context.is_item:
            return _build_words(Words(_list_cells(spec)), context)
        return build_column(spec, context, owner)
    if isinstance(spec, Reading):
        return build_reading(spec, context, owner)
    if isinstance(spec, Seeded):
        return _build_seeded(spec, context, owner)
    if isinstance(spec, Sentences):
        return _build_sentences(spec, match.domain, context, owner)
    if isinstance(spec, Framed):
        return _build_framed(spec, match.domain, context, owner)
    return _build_independent(spec, context)


def _build_independent(spec: Number | Words | Code, context: FieldContext) -> Node | None:
    """Return the node of a value that shows no fact of its record."""
    if isinstance(spec, Number):
        return build_number_pool(list_numbers(spec), spec.places, context)
    if isinstance(spec, Words):
        return _build_words(spec, context)
    return build_draw_node(context, spec.draw) if context.kind == "str" else None


def _build_words(spec: Words, context: FieldContext) -> Node | None:
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


def _build_optional_words(spec: Words, context: FieldContext) -> Node | None:
    """Return the node of the options, of which some say that there is no value."""
    filled = Words(tuple(option for option in spec.options if option != EMPTY))
    node = _build_words(filled, context)
    if not isinstance(node, Choice) or not accepts_none(context):
        return node
    absent = (None,) * (len(spec.options) - len(filled.options))
    return Choice((*node.options, *absent), (*node.json, *absent))


def _list_cells(spec: Column) -> tuple[str, ...]:
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
    valid = [value for value in values if is_valid_number(value, context.constraints)]
    if not valid or (context.kind == "int" and any(value % 1 for value in valid)):
        return None
    if context.kind == "decimal":
        return Choice(tuple(valid), tuple(map(str, valid)))
    shown = tuple(map(int if context.kind == "int" else float, valid))
    return Choice(shown, shown)


def _build_seeded(spec: Seeded, context: FieldContext, owner: str) -> Node | None:
    """Return the view of a text that a hidden word of the record makes."""
    if context.kind != "str":
        return None
    return build_text_view(context, SeedShow(spec.draw), build_seed_fact(spec, owner))


@dataclass(frozen=True, slots=True)
class SeedShow:
    """Shows the text that *draw* makes of a hidden word."""

    draw: Draw

    def __call__(self, word: int, seed: int) -> str:
        """Return the text of *seed*."""
        return self.draw(seed)


MIN_UNIQUE_BITS = 60
"""The random bits of codes that never repeat in practice."""


def never_repeats(node: Node) -> bool:
    """Return whether *node* draws codes of a domain that are long enough to be unique."""
    draw = getattr(node, "draw", None) or getattr(node, "show", None)
    if isinstance(draw, SeedShow):
        draw = draw.draw
    return isinstance(draw, TemplateDraw) and draw.count_bits() >= MIN_UNIQUE_BITS


def build_seed_fact(spec: Seeded, owner: str) -> Fact:
    """Return the hidden word of *spec*."""
    return Fact(format_fact_name(owner, spec.fact), Integer(0, WORD_MASK))


def _build_sentences(
    spec: Sentences, domain: str, context: FieldContext, owner: str
) -> Node | None:
    """Return the view of one of the sentences, filled with the record's facts."""
    choose = lambda word, known: spec.frames[mix_word(word, 1) % len(spec.frames)]  # noqa: E731
    return _build_frame_view(spec.frames, choose, {}, FrameContext(domain, context, owner))


def _build_framed(spec: Framed, domain: str, context: FieldContext, owner: str) -> Node | None:
    """Return the view of the frame in the record's row, filled with the record's facts."""
    column = spec.column
    fact = build_row_fact(column, owner, context.record)
    choose = lambda word, known: known[column.entity][column.place]  # noqa: E731
    place = FrameContext(domain, context, owner)
    return _build_frame_view(list_frames(spec), choose, {column.entity: fact}, place)


class FrameContext(NamedTuple):
    """Where a sentence stands: its domain, its field, and the owner of the facts."""

    domain: str
    field: FieldContext
    owner: str


def _build_frame_view(
    frames: tuple[str, ...],
    choose: Callable[[int, dict[str, Any]], str],
    facts: dict[str, Fact],
    place: FrameContext,
) -> Node | None:
    """Return the view of the frame that *choose* returns, with each slot filled."""
    if not _takes_frames(frames, place.field):
        return None
    specs = collect_specs(frames, place.domain)
    facts = {**facts, **dict(_iter_slot_facts(specs, place))}
    keys, absent = [*facts], None if accepts_none(place.field) else ""

    def show(word: int, *shown: Any) -> Any:
        """Return a frame filled by facts or words of its own; nothing if a fact is absent."""
        known = dict(zip(keys, shown, strict=True))
        filled = fill_frame(choose(word, known), specs, known, word)
        return absent if filled == EMPTY else filled

    lengths = URL_LENGTHS if place.field.kind == "url" else None
    return build_text_view(place.field, show, *facts.values(), lengths=lengths)


URL_LENGTHS = (12, 400)
"""The least and the greatest length of the URLs that frames make."""


def _takes_frames(frames: tuple[str, ...], context: FieldContext) -> bool:
    """Return whether the field may show *frames*: a text, or a URL if all of them are URLs."""
    if context.kind == "str":
        return True
    is_url = context.kind == "url" and all(frame.startswith("https://") for frame in frames)
    return is_url and accepts_https_url(context.constraints, *URL_LENGTHS)


def collect_specs(frames: tuple[str, ...], domain: str) -> dict[str, Spec]:
    """Return what the slots of *frames* show, and those of the frames that they show."""
    specs: dict[str, Spec] = {}
    open_names = [name for frame in frames for name in SLOT.findall(frame)]
    while open_names:
        name = open_names.pop()
        if name not in specs:
            specs[name] = find_spec(domain, name)
            inner = list_frames(specs[name])
            open_names += [slot for frame in inner for slot in SLOT.findall(frame)]
    return specs


def list_frames(spec: Spec) -> tuple[str, ...]:
    """Return the frames of *spec*; () if it has none."""
    match spec:
        case Sentences(frames):
            return frames
        case Framed(column):
            return tuple(dict.fromkeys(row[column.place] for row in column.rows))
        case _:
            return ()


def fill_frame(frame: str, specs: dict[str, Spec], known: dict[str, Any], word: int) -> str:
    """Return *frame* with each slot filled; EMPTY if the record does not have what one shows."""
    texts = {name: fill_slot(name, specs, known, word) for name in SLOT.findall(frame)}
    if EMPTY in texts.values():
        return EMPTY
    return SLOT.sub(lambda found: texts[found[1]], frame)


def _iter_slot_facts(specs: dict[str, Spec], place: FrameContext) -> Iterator[tuple[str, Fact]]:
    """Yield the facts that *specs* show, each with its name without an owner."""
    record = place.field.record
    for spec in specs.values():
        match spec:
            case Column(entity) as column:
                yield entity, build_row_fact(column, place.owner, record)
            case Reading(Column(entity) as column) | Framed(Column(entity) as column):
                yield entity, build_row_fact(column, place.owner, record)
            case Seeded(fact):
                yield fact, build_seed_fact(spec, place.owner)


def find_spec(domain: str, name: str) -> Spec:
    """Return what *name* means in *domain*. Raise KeyError if it means nothing."""
    known = load_domain(domain)
    return known.within.get(name) or known.own[name]


def fill_slot(name: str, specs: dict[str, Spec], known: dict[str, Any], word: int) -> str:
    """Return what *name* shows: a fact of *known*, or a text that *word* makes."""
    match specs[name]:
        case Column(entity, place):
            return str(known[entity][place])
        case Seeded(fact, draw):
            return draw(known[fact])
        case Reading(low, high):
            row = known[low.entity]
            return draw_reading(word, row[low.place], row[high.place])
        case Framed(Column(entity, place)):
            return fill_frame(known[entity][place], specs, known, word)
        case Sentences(frames):
            frame = frames[mix_word(word, 5) % len(frames)]
            return fill_frame(frame, specs, known, word)
        case spec:
            return draw_text(spec, word)


def draw_text(spec: Words | Code | Number, word: int) -> str:
    """Return a text that shows no fact."""
    match spec:
        case Words(options):
            return options[mix_word(word, 2) % len(options)]
        case Code(draw):
            return draw(mix_word(word, 3))
        case Number(places=places):
            numbers = list_numbers(spec)
            return f"{numbers[mix_word(word, 4) % len(numbers)] / 10**places:g}"


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
