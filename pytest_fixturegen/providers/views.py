"""How a field shows what its record knows: views of facts that keep the rules of the place they stand in.

A view serves only where all that it can show is valid. Where most of it is, it is checked as it is shown, and what does
not fit is drawn as plain text instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from pytest_fixturegen.nodes import Call, Choice, Constant, Converted, Fact, Integer, Node, Refused, View
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.shape.shapes import Constraints
from pytest_fixturegen.streams import mixed

Named = Callable[[Ask, str], Node | None]
"""A provider by name: serves an ask, *whose* fact it shows ("" is the record's own, ``billing`` another)."""

Table = dict[tuple[str, str], Named]
"""Names in snake case and kinds of value, and who serves them."""

SAMPLES = 96
ENOUGH = 0.6
"""Which share of its samples must fit before a view serves."""


def table(*rows: tuple[str, str, Named]) -> Table:
    """Rows of names, kinds (both separated by spaces) and a provider, as a table."""
    return {(name, kind): serve for names, kinds, serve in rows for name in names.split() for kind in kinds.split()}


def owned(whose: str, name: str) -> str:
    """The name of a fact: ``first_name``, or ``author_first_name``."""
    return f"{whose}_{name}" if whose else name


def shown(ask: Ask, show: Callable[..., Any], *facts: Fact, lengths: tuple[int, int] | None = None) -> Node | None:
    """A view that says a text. *lengths* are the least and the most characters it can have, if that is known."""
    if is_free(ask.rules) or (lengths and text.fits(ask.rules, *lengths)):
        return text.cased(View(show, facts), ask.rules)
    draws = [draw_of(fact.node) for fact in facts]
    samples = (
        str(show(mixed(seed, 9), *(draw(mixed(seed, place)) for place, draw in enumerate(draws, 1)))) for seed in seeds()
    )
    if not mostly(text.keeps(said(sample, ask.rules), ask.rules) for sample in samples):
        return None
    instead = text.text(ask)
    return None if isinstance(instead, Refused) else View(guarded(show, ask.rules, draw_of(instead)), facts)


def mostly(fitting: Iterable[bool]) -> bool:
    """Whether enough samples fit; the last are not looked at once it is plain that too few do."""
    misses = 0
    for fits in fitting:
        misses += not fits
        if misses > (1 - ENOUGH) * SAMPLES:
            return False
    return True


def told(ask: Ask, show: Callable[..., str], fact: Fact) -> Node | None:
    """A view that says a text of *fact* alone, whatever the word: all it can say is looked at once."""
    assert isinstance(fact.node, Choice)
    if is_free(ask.rules) or all(text.keeps(said(show(0, option), ask.rules), ask.rules) for option in fact.node.options):
        return text.cased(View(show, (fact,)), ask.rules)
    return shown(ask, show, fact)


def drawn(ask: Ask, draw: Callable[[int], str], lengths: tuple[int, int] | None = None) -> Node | None:
    """The same of a text that shows no fact."""
    node = shown(ask, draw, lengths=lengths)
    return Call(node.show) if isinstance(node, View) and not node.facts else node


def drawing(draw: Callable[[int], str], lengths: tuple[int, int] | None = None) -> Named:
    """A provider of what *draw* makes of a word; *lengths* as for :func:`shown`."""
    return lambda ask, whose: drawn(ask, draw, lengths)


def first(nodes: Iterable[Node | None]) -> Node | None:
    """The first of *nodes* that is one."""
    return next((node for node in nodes if node is not None), None)


def seeds() -> range:
    """Words to take samples with."""
    return range(0, SAMPLES * 0x29D4_9BB1_3311_1EB, 0x29D4_9BB1_3311_1EB)


def is_free(rules: Constraints) -> bool:
    """Whether *rules* ask nothing of the length and the letters of a text."""
    return not rules.min_length and rules.max_length is None and rules.pattern is None and not rules.ascii_only


def said(value: str, rules: Constraints) -> str:
    """*value* in the case that *rules* turn it to."""
    return value.lower() if rules.lower else value.upper() if rules.upper else value


def guarded(show: Callable[..., str], rules: Constraints, instead: Callable[[int], Any]) -> Callable[..., Any]:
    """What *show* shows if it keeps *rules*, else what *instead* draws, which always does."""
    low, high = rules.min_length or 0, rules.max_length if rules.max_length is not None else 1 << 62
    if rules.pattern is None and not (rules.lower or rules.upper or rules.ascii_only):

        def measured(word: int, *facts: Any) -> Any:
            value = show(word, *facts)
            return value if low <= len(value) <= high else instead(mixed(word, 3))

        return measured
    found = re.compile(rules.pattern or "").search

    def checked(word: int, *facts: Any) -> Any:
        value = said(show(word, *facts), rules)
        fits = low <= len(value) <= high and found(value) and (value.isascii() or not rules.ascii_only)
        return value if fits else instead(mixed(word, 3))

    return checked


def alone(node: Node) -> Node:
    """*node* with facts of its own instead of those of the record: for items of a list, each of which is another."""
    match node:
        case View(_, (_, *_), json):
            return Call(draw_of(node), json)
        case Converted(inner, convert, json):
            return Converted(alone(inner), convert, json)
        case _:
            return node


def draw_of(node: Node) -> Callable[[int], Any]:
    """What *node* draws, as a function of one word."""
    match node:
        case Constant(value):
            return lambda word: value
        case Choice(options):
            return lambda word: options[word * len(options) >> 64]
        case Integer(low, high, step):
            return lambda word: low + step * (word * ((high - low) // step + 1) >> 64)
        case Call(draw):
            return draw
        case Converted(inner, convert):
            draw = draw_of(inner)
            return draw if convert is None else lambda word: convert(draw(word))
        case View(show, facts):
            draws = [draw_of(fact.node) for fact in facts]
            return lambda word: show(word, *(draw(mixed(word, place)) for place, draw in enumerate(draws, 17)))
        case _:
            raise TypeError(type(node).__name__)


def picked(*options: str) -> Named:
    """A provider of one of *options*."""
    return lambda ask, whose: text.pool(options, ask.rules)
