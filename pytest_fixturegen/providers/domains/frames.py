"""Sentences of domains, whose slots show facts of their record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from pytest_fixturegen.nodes import Fact, FactPin, FactView, Integer, Node
from pytest_fixturegen.providers.domains.drawn_nodes import build_drawn_fact
from pytest_fixturegen.providers.domains.independent import (
    build_seed_fact,
    draw_text,
)
from pytest_fixturegen.providers.domains.rows import (
    AbsentShow,
    accepts_none,
    build_row_fact,
    draw_reading,
)
from pytest_fixturegen.providers.domains.specs import (
    EMPTY,
    CellRange,
    Domain,
    DrawnCell,
    Framed,
    Seeded,
    Sentences,
    Spec,
    TableColumn,
    Words,
)
from pytest_fixturegen.providers.fact_fields import (
    build_draw,
    build_text_view,
    format_fact_name,
)
from pytest_fixturegen.providers.fact_pins import (
    PinnedNodes,
    build_choice,
    build_constant,
    read_text,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.web import accepts_https_url
from pytest_fixturegen.streams import WORD_MASK, mix_word

SLOT = re.compile(r"\{(\w+)\}")
"""What a sentence shows of its record."""

URL_LENGTHS = (12, 400)
"""The least and the greatest length of the URLs that frames make."""

Known = tuple[Any, ...]
"""The facts that a sentence shows, in the order of the view."""


class FrameContext(NamedTuple):
    """Where a sentence stands: its domain, its field, and the owner of the facts."""

    domain: Domain
    field: FieldContext
    owner: str


def build_sentences(spec: Sentences, place: FrameContext) -> Node | None:
    """Return the view of one of the sentences, filled with the record's facts."""
    view = _build_frame_view(spec.frames, partial(_pick_frame, spec.frames), {}, place)
    if place.field.is_item and view is not None:
        return _build_pool(view)
    if not spec.fact or not isinstance(view, FactView):
        return view
    picked = Fact(format_fact_name(place.owner, spec.fact), Integer(0, WORD_MASK))
    pin = FactPin(read_text, _pin_title)
    show = _make_title_show(view.show, len(view.facts))
    return build_text_view(place.field, show, picked, *view.facts, pin=pin)


def _build_pool(view: Node) -> Node:
    """Return the node of one of many sentences, none of which a list shows twice."""
    draw = build_draw(view)
    drawn = (draw(mix_word(POOL_SEED, number)) for number in range(POOL_SIZE))
    sentences = tuple(dict.fromkeys(text for text in drawn if text))
    return build_choice(sentences) if sentences else view


POOL_SEED, POOL_SIZE = 0x5EED, 512
"""What the sentences of a pool are drawn from, and how many there are, repetitions included."""


def _pick_frame(
    frames: tuple[str, ...],
    word: int,
    known: Known,
) -> str:
    return frames[(word >> FRAME_SHIFT) % len(frames)]


FRAME_SHIFT, SLOT_SHIFTS = 44, {2: 0, 3: 22}
"""The bits of a word that choose a frame, and those of its first slots by their place.

The other slots mix the word, which takes longer.
"""


def _make_title_show(show: Callable[..., str], count: int) -> Callable[..., str]:
    """Return what shows the sentence that a fact picks, or the fact itself if it is a text.

    Most titles show no other facts, or one; any number of them takes longer.
    """
    if count == 0:
        return lambda word, picked: picked if isinstance(picked, str) else show(picked)
    if count == 1:
        return lambda word, picked, one: picked if isinstance(picked, str) else show(picked, one)
    return lambda word, picked, *more: picked if isinstance(picked, str) else show(picked, *more)


def _pin_title(text: str, *nodes: Node) -> PinnedNodes:
    """Return the pins of a title that the user fixed."""
    return (build_constant(text), *(None for _ in nodes[1:]))


def build_framed(spec: Framed, place: FrameContext) -> Node | None:
    """Return the view of the frame in the record's row, filled with the record's facts."""
    column = spec.column
    fact = build_row_fact(column, place.owner, place.field.record)
    choose = lambda word, known: known[0][column.place]  # noqa: E731
    view = _build_frame_view(list_frames(spec), choose, {column.entity: fact}, place)
    is_partial = accepts_none(place.field) and _lacks_cells(spec)
    if is_partial and isinstance(view, FactView):
        return replace(view, show=AbsentShow(view.show))
    return view


def _build_frame_view(
    frames: tuple[str, ...],
    choose: Callable[[int, Known], str],
    facts: dict[str, Fact],
    place: FrameContext,
) -> Node | None:
    """Return the view of the frame that *choose* returns, with each slot filled.

    *facts* are the first that *choose* is called with.
    """
    if not _takes_frames(frames, place.field):
        return None
    specs = collect_specs(frames, place.domain)
    facts = {**facts, **dict(_iter_slot_facts(specs, place))}
    absent = None if accepts_none(place.field) else ""
    numbers = {name: number for number, name in enumerate(facts)}
    filler = FrameFiller(specs, {name: step for step, name in enumerate(specs, 2)}, numbers, {})

    def show(word: int, *shown: Any) -> Any:
        """Return a frame filled by facts or words of its own; nothing if a fact is absent."""
        template, slots, is_capital = filler.get_parts(choose(word, shown))
        texts = tuple([fill_slot(word, shown) for fill_slot in slots])
        filled = EMPTY if EMPTY in texts else template % texts
        if filled == EMPTY:
            return absent
        return filled[:1].upper() + filled[1:] if is_capital else filled

    lengths = URL_LENGTHS if place.field.kind == "url" else None
    is_partial = absent is None and any(map(_lacks_cells, specs.values()))
    shown = AbsentShow(show) if is_partial else show
    return build_text_view(place.field, shown, *facts.values(), lengths=lengths)


def _lacks_cells(spec: Spec) -> bool:
    """Return whether some rows do not have what *spec* shows."""
    column = spec.column if isinstance(spec, Framed) else spec
    if not isinstance(column, TableColumn):
        return False
    return any(row[column.place] == EMPTY for row in column.rows)


def _takes_frames(frames: tuple[str, ...], context: FieldContext) -> bool:
    """Return whether the field may show *frames*: a text, or a URL if all of them are URLs."""
    if context.kind == "str":
        return True
    is_url = context.kind == "url" and all(frame.startswith("https://") for frame in frames)
    return is_url and accepts_https_url(context.constraints, *URL_LENGTHS)


def collect_specs(frames: tuple[str, ...], domain: Domain) -> dict[str, Spec]:
    """Return what the slots of *frames* show, and those of the frames that they show."""
    specs: dict[str, Spec] = {}
    open_names = [name for frame in frames for name in SLOT.findall(frame)]
    while open_names:
        name = open_names.pop()
        if name not in specs:
            specs[name] = domain.within.get(name) or domain.own[name]
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


def _iter_slot_facts(specs: dict[str, Spec], place: FrameContext) -> Iterator[tuple[str, Fact]]:
    """Yield the facts that *specs* show, each with its name without an owner."""
    record = place.field.record
    for spec in specs.values():
        match spec:
            case TableColumn(entity) as column:
                yield entity, build_row_fact(column, place.owner, record)
            case CellRange(TableColumn(entity) as column) | Framed(TableColumn(entity) as column):
                yield entity, build_row_fact(column, place.owner, record)
            case DrawnCell(entity):
                yield entity, build_drawn_fact(spec, place.domain.name, record, place.owner)
            case Seeded(fact):
                yield fact, build_seed_fact(spec, place.owner)


class FrameFiller(NamedTuple):
    """What fills the slots of frames: their meanings, their places, and the numbers of facts.

    A frame is taken apart once, because it is filled for each record.
    """

    specs: Mapping[str, Spec]
    places: Mapping[str, int]
    numbers: Mapping[str, int]
    frames: dict[str, FrameParts]

    def fill(
        self,
        frame: str,
        word: int,
        known: Known,
    ) -> str:
        """Return *frame* with each slot filled; EMPTY if the record does not have what one shows.

        A slot that occurs twice is filled alike.
        """
        template, slots, _ = self.get_parts(frame)
        texts = tuple([fill_slot(word, known) for fill_slot in slots])
        return EMPTY if EMPTY in texts else template % texts

    def get_parts(self, frame: str) -> FrameParts:
        """Return the parts of *frame*."""
        parts = self.frames.get(frame)
        if parts is None:
            parts = self.frames[frame] = self._take_apart(frame)
        return parts

    def _take_apart(self, frame: str) -> FrameParts:
        """Return *frame* with ``%s`` for each slot, and what fills the slots."""
        template = SLOT.sub("%s", frame.replace("%", "%%"))
        names = SLOT.findall(frame)
        slots = tuple(self._make_part(self.specs[each], self.places[each]) for each in names)
        return template, slots, frame.startswith("{") and frame.endswith((".", "!", "?"))

    def _make_part(
        self,
        spec: Spec,
        step: int,
    ) -> FillSlot:
        """Return what shows *spec*: a fact, or a text that the word mixed with *step* makes."""
        match spec:
            case TableColumn(entity, place) | DrawnCell(entity, place):
                return make_cell_part(self.numbers[entity], place)
            case Seeded(fact, draw):
                seed = self.numbers[fact]
                return lambda word, known: draw(known[seed])
            case CellRange(low, high):
                first, last = self.numbers[low.entity], self.numbers[high.entity]
                return lambda word, known: draw_reading(
                    mix_word(word, step), known[first][low.place], known[last][high.place]
                )
            case Framed(TableColumn(entity, place)):
                row = self.numbers[entity]
                return lambda word, known: self.fill(known[row][place], mix_word(word, step), known)
            case Sentences(frames):
                return lambda word, known: self.fill(
                    _pick_frame(frames, mix_word(word, step), known), mix_word(word, step), known
                )
            case Words(options) if step in SLOT_SHIFTS:
                shift, size = SLOT_SHIFTS[step], len(options)
                return lambda word, known: options[(word >> shift) % size]
            case Words(options):
                count = len(options)
                return lambda word, known: options[mix_word(word, step) % count]
            case _:
                return lambda word, known: draw_text(spec, mix_word(word, step))


FillSlot = Callable[[int, Known], str]
"""Makes the text of a slot from a word and the facts of the record."""

FrameParts = tuple[str, tuple[FillSlot, ...], bool]
"""A frame as a template of the operator ``%``, what fills its slots, and whether a slot begins a
sentence, with a capital.
"""


def make_cell_part(row: int, place: int) -> FillSlot:
    """Return what shows the cell at *place* in the fact *row*; EMPTY if the record lacks it."""

    def fill_cell(word: int, known: Known) -> str:
        cell = known[row][place]
        if type(cell) is str:
            return cell
        return EMPTY if cell is None else str(cell)

    return fill_cell
