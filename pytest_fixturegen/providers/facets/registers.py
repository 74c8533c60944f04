"""Choose the register in which a field is written, and fill its frames with the record's facts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS
from pytest_fixturegen.nodes import Call, FactView, Node
from pytest_fixturegen.providers import commerce, people, places
from pytest_fixturegen.providers.facets.register_rules import FIELD_REGISTERS, REGISTER_RULES
from pytest_fixturegen.providers.fact_fields import NamedProvider, guard_show, is_free
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.streams import mix_word

PART = re.compile(r"\[[^]]*\]|\{\w+\}|#")
"""A choice, a slot or a digit of a frame."""

ENDS = ".!?"
"""What a sentence ends with."""

LEAST_ROOM = 80
"""The characters that a field must have room for, if its texts are to be of a register."""

SLOTS: dict[str, tuple[str, NamedProvider, str]] = {
    "city": ("city", places.provide_city, ""),
    "name": ("first_name", people.provide_first_name, "colleague"),
    "product": ("product", commerce.provide_product, ""),
    "company": ("company", commerce.provide_company, ""),
}
"""What fills a slot: the name of a field, its provider and the owner of its facts."""

DIGIT = -1

Piece = Any
"""A part of a frame: a text, the place of a slot, :data:`DIGIT`, or a tuple of frames to choose
from; a frame is a list of pieces."""


@lru_cache(maxsize=1)
def _load_rules() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Return for each register the names of fields and the words of classes."""
    rows = []
    for line in REGISTER_RULES.replace("\n  ", " ").strip().splitlines():
        register, _, rest = line.partition(":")
        fields, _, words = rest.partition("|")
        rows.append((register, frozenset(fields.split()), frozenset(words.split())))
    return tuple(rows)


@lru_cache(maxsize=1)
def _load_field_registers() -> dict[str, str]:
    """Return the register of each name that has one in every class."""
    lines = FIELD_REGISTERS.replace("\n  ", " ").strip().splitlines()
    rows = (line.partition(":") for line in lines)
    return {name: register for register, _, names in rows for name in names.split()}


def find_register(context: FieldContext) -> str:
    """Return the register of the field: by its name and its class, else by its name alone."""
    name = context.name
    last = name.rpartition("_")[2]
    if "_" in name and name in _load_field_registers():
        return _load_field_registers()[name]
    own_words = (context.model.split("_"), context.record.root.split("_"))
    for words in (*map(set, own_words), set(name.split("_")[:-1])):
        for register, fields, classes in _load_rules():
            if (name in fields or last in fields) and not classes.isdisjoint(words):
                return register
    known = _load_field_registers()
    return known.get(name) or known.get(last, "")


def build_register_node(
    context: FieldContext, low: int, high: int, fallback: Callable[[int], str]
) -> Node | None:
    """Return the node of texts of at least *low* characters in the register of the field.

    What is too long for the field is replaced by *fallback*. Return None if the language or the
    name has no register, or the field has less room than *high* for a sentence.
    """
    register = find_register(context) if context.vocabulary.language == "en" else ""
    if not register or high < LEAST_ROOM:
        return None
    frames, slots = load_frames(register)
    views = [_build_slot(context, slot) for slot in slots]
    facts = tuple(fact for view in views for fact in view.facts)
    show = _make_show(frames, views, low, context.constraints.min_length or 0)
    if not is_free(context.constraints):
        show = guard_show(show, context.constraints, fallback)
    return FactView(show, facts) if facts else Call(show)


def _build_slot(context: FieldContext, slot: str) -> FactView:
    """Return the view that fills *slot*."""
    name, provide, owner = SLOTS[slot]
    node = provide(replace(context, name=name, kind="str", constraints=NO_CONSTRAINTS), owner)
    assert isinstance(node, FactView)
    return node


def _make_show(
    frames: tuple[list[Piece], ...], views: list[FactView], low: int, least: int
) -> Callable[..., str]:
    """Return what shows a frame, and others after it while the text has less than *low* letters.

    A frame that is no sentence stays alone, if it has *least* letters.
    """
    size = len(frames)

    def show(word: int, *facts: Any) -> str:
        values, rest = [], list(facts)
        for view in views:
            own, rest = rest[: len(view.facts)], rest[len(view.facts) :]
            values.append(view.show(word, *own))
        place = mix_word(word, 7) % size
        text = fill(frames[place], values, word)
        step = 1
        while len(text) < low and (text[-1] in ENDS or len(text) < least):
            other = fill(frames[(place + step) % size], values, mix_word(word, step))
            text, step = f"{text} {other}", step + 1
        return text

    return show


def fill(
    frame: list[Piece],
    values: list[str],
    word: int,
) -> str:
    """Return *frame* with its choices made by *word* and its slots filled with *values*."""
    parts = []
    for step, piece in enumerate(frame, 20):
        if isinstance(piece, str):
            parts.append(piece)
        elif isinstance(piece, tuple):
            drawn = mix_word(word, step)
            parts.append(fill(piece[drawn % len(piece)], values, drawn))
        elif piece == DIGIT:
            parts.append(str(mix_word(word, step) % 9 + 1))
        else:
            parts.append(values[piece])
    return "".join(parts)


@lru_cache(maxsize=64)
def load_frames(register: str) -> tuple[tuple[list[Piece], ...], tuple[str, ...]]:
    """Return the frames of *register*, parsed, and the slots that they have."""
    from pytest_fixturegen.providers.facets.register_words import REGISTERS

    text = REGISTERS[register].replace("\n" + 10 * " ", " ")
    lines = [line.strip() for line in text.strip().splitlines()]
    slots = tuple(dict.fromkeys(re.findall(r"\{(\w+)\}", " ".join(lines))))
    return tuple(_parse(line, slots) for line in lines), slots


def _parse(text: str, slots: tuple[str, ...]) -> list[Piece]:
    """Return the pieces of *text*."""
    pieces: list[Piece] = []
    end = 0
    for found in PART.finditer(text):
        pieces.append(text[end : found.start()])
        pieces.append(_parse_part(found[0], slots))
        end = found.end()
    return [piece for piece in (*pieces, text[end:]) if piece != ""]


def _parse_part(part: str, slots: tuple[str, ...]) -> Piece:
    """Return the piece that *part* of a frame describes: a digit, a slot, or alternatives."""
    if part == "#":
        return DIGIT
    if part.startswith("{"):
        return slots.index(part[1:-1])
    return tuple(_parse(option.strip(), slots) for option in part[1:-1].split("|"))
