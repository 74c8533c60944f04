"""Inverses of views: the facts with which a field shows a value that the user fixes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from pytest_fixturegen.nodes import Choice, Constant, FactPin, Node

PinnedNodes = tuple[Node | None, ...]
"""A node for each fact of a view; None for a fact that stays."""


MAX_NUMBER = 10**15
"""Greater numbers than any amount or moment; they condition no facts."""


def read_size(value: Any) -> Decimal | None:
    """Return the number that *value* is, if it is not negative; None for others."""
    number = read_number(value)
    return None if number is None or number < 0 else number


def list_options(node: Node) -> tuple[Any, ...]:
    """Return the values of a fact that *node* chooses from; () if they cannot be listed."""
    match node:
        case Constant(value):
            return (value,)
        case Choice(options):
            return options
        case _:
            return ()


def build_choice(options: Sequence[Any]) -> Node:
    """Return the node of one of *options*, which are Python values of a fact."""
    return Choice(tuple(options), tuple(options))


def build_constant(value: Any) -> Constant:
    """Return the node of a fact that is always *value*."""
    return Constant(value, value)


def read_text(value: Any) -> str:
    """Return the text that *value* is, or the value of a member of an enum; "" for others."""
    if isinstance(value, Enum):
        value = value.value
    return value.strip() if isinstance(value, str) else ""


def read_number(value: Any) -> Decimal | None:
    """Return the finite number that *value* is or that its text spells; None for others."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        return None
    try:
        number = Decimal(str(round(value, 9) if isinstance(value, float) else value))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < MAX_NUMBER else None


def show_fact(word: int, fact: Any) -> Any:
    """Return *fact* itself: the ``show`` of a view that gives a fact another path."""
    return fact


def is_same_text(value: Any, shown: Any) -> bool:
    """Return whether *value* is the text *shown*, in any case."""
    text = read_text(value)
    return bool(text) and text.casefold() == str(shown).casefold()


def _find_text(text: str, node: Node) -> PinnedNodes:
    return (build_constant(text),)


TEXT_PIN = FactPin(read_text, _find_text)
"""The pin of a view of one fact, which may be any text: a title, the name of a company."""

PhraseFormat = Callable[[int], str]
"""Makes a text of the number that is a fact."""


def make_phrase_show(format_number: PhraseFormat) -> Callable[[int, Any], str]:
    """Return the ``show`` of a view with :data:`TEXT_PIN`: a fact that is a text shows itself."""

    def show_phrase(word: int, picked: Any) -> str:
        return str(picked) if isinstance(picked, str) else format_number(picked)

    return show_phrase


def make_derived_pin(parse: Callable[[str, Node], str]) -> FactPin:
    """Return the pin of a text that is derived from the fact of another: a slug, a domain.

    *parse* makes a text for the fact of a fixed text and the node of the fact; "" if it cannot.
    """

    def find_source(value: Any, node: Node) -> PinnedNodes | None:
        """Return the node of the text from which *value* is derived."""
        source = parse(str(value).strip(), node)
        return (build_constant(source),) if source else None

    return FactPin(str, find_source, DERIVED_ORDER)


DERIVED_ORDER = 1
"""Derived texts go after the texts from which they are derived."""
