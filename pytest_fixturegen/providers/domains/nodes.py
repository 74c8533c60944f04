"""Nodes of the specifications of domains."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import Choice, Fact, FactPin, FactView, Integer, Node
from pytest_fixturegen.providers import commerce, field_names, people, places, text
from pytest_fixturegen.providers.domains.drawn_nodes import (
    build_drawn_fact,
    build_drawn_node,
    list_class_spellings,
)
from pytest_fixturegen.providers.domains.lookup import DomainMatch, find_matches, load_domain
from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
    Code,
    Column,
    Domain,
    Drawn,
    Either,
    Number,
    Sentences,
    Spec,
    Via,
    Words,
)
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    build_draw_node,
    build_fact_view,
    build_text_view,
    find_first_node,
    format_fact_name,
    get_json_converter,
)
from pytest_fixturegen.providers.fact_pins import (
    PinnedNodes,
    build_choice,
    build_constant,
    is_same_text,
    read_text,
)
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
    if isinstance(spec, Via):
        return _build_other(spec, context, owner)
    if isinstance(spec, Drawn):
        return build_drawn_node(spec, match.domain, context, owner)
    if isinstance(spec, Column):
        return _build_column(spec, context, owner)
    if isinstance(spec, Borrowed | Either):
        return _build_general(spec, match, context, owner)
    return _build_independent(spec, match.domain, context, owner)


def _build_independent(spec: Spec, domain: str, context: FieldContext, owner: str) -> Node | None:
    """Return the node of what is no fact of the record, sentences about its facts included."""
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
    if not isinstance(spec, Sentences):
        return None
    return _build_sentences(spec, load_domain(domain, context.record.own_domains), context, owner)


def _build_general(
    spec: Borrowed | Either, match: DomainMatch, context: FieldContext, owner: str
) -> Node | None:
    """Return the node of another provider, or of the first specification that fits."""
    if isinstance(spec, Borrowed):
        return _borrow(spec, context, owner)
    nodes = (build_node(match._replace(spec=one), context, owner) for one in spec.specs)
    return find_first_node(nodes)


def _borrow(spec: Borrowed, context: FieldContext, owner: str) -> Node | None:
    """Return the node of a general provider; the field itself says who or which firm it is."""
    if context.kind != "str":
        return None
    is_own = context.name in ("name", "title") or (spec.name == "company" and not owner)
    return LENDERS[spec.name](context, "" if is_own else owner or context.name)


LENDERS: dict[str, NamedProvider] = {
    "person": people.provide_full_name,
    "company": commerce.provide_company,
    "city": places.provide_city,
}
"""The general providers that domains borrow from, by name."""


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
    if context.kind == "bool":
        return _build_flag(spec, fact)
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


def _build_flag(spec: Column, fact: Fact) -> Node | None:
    """Return the view of a column of ``true`` and ``false``; None if it has other cells."""
    place = spec.place
    if not all(row[place] in ("true", "false") for row in spec.rows):
        return None
    return FactView(lambda word, row: row[place] == "true", (fact,))


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
    specs = dict(_iter_slots(spec, domain))
    rows = {found.entity: found for found in specs.values() if isinstance(found, Column | Drawn)}
    facts = tuple(_build_fact(found, domain, context, owner) for found in rows.values())
    fill = partial(_fill_frame, spec, specs)
    entities = tuple(rows)

    def show(word: int, *shown: tuple[Any, ...]) -> str:
        """Return a frame with each slot filled: by a fact, or by a word of its own."""
        return fill(dict(zip(entities, shown, strict=True)), word)

    if not spec.fact or context.is_item:
        return build_text_view(context, show, *facts)
    picked = Fact(format_fact_name(owner, spec.fact), Integer(0, (1 << 64) - 1))
    pin = FactPin(read_text, _pin_title)
    return build_text_view(context, partial(_show_title, show), picked, *facts, pin=pin)


def _show_title(show: Callable[..., str], word: int, picked: int | str, *shown: Any) -> str:
    """Return the sentence that *picked* picks, or *picked* itself if it is a fixed text."""
    return picked if isinstance(picked, str) else show(picked, *shown)


def _pin_title(text: str, *nodes: Node) -> PinnedNodes:
    return (build_constant(text), *(None for _ in nodes[1:]))


def _iter_slots(spec: Sentences, domain: Domain) -> Iterator[tuple[str, Spec]]:
    """Yield the slots of the frames and what fills them, and the slots of those."""
    for name in dict.fromkeys(name for frame in spec.frames for name in SLOT.findall(frame)):
        found = _find_spec(domain, name)
        yield name, found
        if isinstance(found, Sentences):
            yield from _iter_slots(found, domain)


def _build_fact(spec: Column | Drawn, domain: Domain, context: FieldContext, owner: str) -> Fact:
    if isinstance(spec, Column):
        return build_row_fact(spec, owner)
    return build_drawn_fact(spec, domain.name, context.record, owner)


def _build_other(spec: Via, context: FieldContext, owner: str) -> Node | None:
    """Return the node of what the name of *spec* means in every record."""
    from pytest_fixturegen.providers import by_name

    provide = by_name.NAMES.get((spec.name, by_name.get_kind_name(context)))
    return provide(context, owner) if provide else None


def _find_spec(domain: Domain, name: str) -> Spec:
    return domain.within.get(name) or domain.own[name]


def _fill_frame(
    spec: Sentences, specs: dict[str, Spec], cells: dict[str, tuple[Any, ...]], word: int
) -> str:
    """Return one of the frames of *spec*, filled; *word* picks the frame and what fills it.

    A slot that occurs twice is filled alike.
    """
    frame = spec.frames[mix_word(word, 1) % len(spec.frames)]
    places = {name: place for place, name in enumerate(specs, 2)}
    return SLOT.sub(
        lambda found: _fill_slot(specs[found[1]], specs, cells, mix_word(word, places[found[1]])),
        frame,
    )


def _fill_slot(
    spec: Spec, specs: dict[str, Spec], cells: dict[str, tuple[Any, ...]], word: int
) -> str:
    match spec:
        case Column(entity, place) | Drawn(entity, place):
            return str(cells[entity][place])
        case Words(options):
            return options[word % len(options)]
        case Code(draw):
            return draw(word)
        case Sentences():
            return _fill_frame(spec, specs, cells, word)
        case Number():
            numbers = list_numbers(spec)
            return f"{numbers[word % len(numbers)] / 10**spec.places:g}"
        case _:
            raise TypeError(f"{spec!r} cannot fill a slot.")


def find_domain_node(context: FieldContext, *, owned: bool) -> tuple[str, Node] | None:
    """Return the domain and name that serve the field, as ``medicine.icd10``, and its node.

    The whole name is looked up, or if *owned*, each noun at its end.
    """
    for name in _list_spellings(context, owned=owned):
        for match in find_matches(name, context.record):
            if owned != bool(match.owner) or _has_local_words(match, context):
                continue
            owner = field_names.find_fact_owner(match.owner, context.model) if owned else ""
            node = build_node(match, context, owner)
            if node is not None:
                return f"{match.domain}.{match.name}", node
    return None


def _has_local_words(match: DomainMatch, context: FieldContext) -> bool:
    """Return whether others serve the name in the language of the locale, and the domain not."""
    is_text = isinstance(match.spec, Words | Column | Sentences)
    return is_text and context.vocabulary.language != "en" and match.name in LOCAL_NAMES


LOCAL_NAMES = frozenset(
    """title name description summary details comment note notes message text content body
    product product_name category department job_title job color material genre tag review
    subject headline question answer reason bio""".split()
)
"""Names that have texts in several languages elsewhere; those of domains are English."""


def _list_spellings(context: FieldContext, *, owned: bool) -> tuple[str, ...]:
    """Return the name, as it is written too, and for the items of a list its singular.

    Unless it is *owned*, the name comes first with the class before it: ``ingredient_name``.
    """
    singular = field_names.to_singular(context.name) if context.is_item else None
    others = filter(None, (context.spelling, singular))
    names = tuple(dict.fromkeys((context.name, *others)))
    if owned:
        return names
    return (*names[1:], *list_class_spellings(names[0], context.record.model))
