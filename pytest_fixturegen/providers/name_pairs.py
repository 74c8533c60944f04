"""Names of two places or things that differ: ``from_warehouse`` and ``to_warehouse``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytest_fixturegen.nodes import Call, Choice, Fact, FactView, Integer, Node
from pytest_fixturegen.providers.fact_fields import build_draw
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.streams import mix_word

PAIRS = (
    ("from", "to"),
    ("origin", "destination"),
    ("source", "target"),
    ("source", "destination"),
    ("source", "dest"),
    ("home", "away"),
    ("sender", "receiver"),
    ("pickup", "dropoff"),
)
"""Words of the names of the first and of the second of two that differ."""

SIDES = tuple(
    side
    for first, second in PAIRS
    for side in (
        (f"{first}_", f"{second}_", first, False),
        (f"{second}_", f"{first}_", first, True),
    )
)
"""For each word of a pair: it, the other one, the first one, and whether it is the second."""

MAX_TRIALS = 6


def part_pair(context: FieldContext, node: Node) -> Node:
    """Return *node*, or one whose text differs from that of the other of two fields.

    Both show a hidden word of the record, and the second is drawn again if it is like the first.
    """
    pair = _find_pair(context)
    if pair is None or context.is_item or not _is_alone(node):
        return node
    base, is_second = pair
    show = _make_show(build_draw(node), is_second=is_second)
    fact = Fact(f"pair {base}", Integer(0, (1 << 64) - 1))
    return FactView(show, (fact,))


OWN_FACT = "_called"
"""The end of the name of the fact of what one field calls a thing."""


def _is_alone(node: Node) -> bool:
    """Return whether no other field shows a fact of *node*."""
    is_drawn = isinstance(node, Call | Choice | FactView)
    return is_drawn and all(
        fact.name.endswith(OWN_FACT)
        for fact in getattr(
            node,
            "facts",
            (),
        )
    )


def _find_pair(context: FieldContext) -> tuple[str, bool] | None:
    """Return what the two fields name, and whether the field is the second; None for others."""
    if context.kind != "str":
        return None
    for word, other, base, is_second in SIDES:
        rest = context.name.removeprefix(word)
        if rest != context.name and context.record.has(other + rest):
            return base + rest, is_second
    return None


def _make_show(draw: Callable[[int], Any], *, is_second: bool) -> Callable[[int, int], Any]:
    """Return what shows the first or the second text of a word that the record draws."""

    def show_first(word: int, fact: int) -> Any:
        return draw(mix_word(fact, 1))

    def show_second(word: int, fact: int) -> Any:
        first = show_first(word, fact)
        drawn = (draw(mix_word(fact, 2 + trial)) for trial in range(MAX_TRIALS))
        return next((text for text in drawn if text != first), first)

    return show_second if is_second else show_first
