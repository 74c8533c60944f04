"""How a field shows what its record knows: views of facts that keep the rules of the place they stand in.

A view serves only where all that it can show is valid. Where most of it is, it is checked as it is shown, and what does
not fit is drawn as plain text instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import (
    Call,
    Choice,
    Constant,
    Converted,
    Fact,
    FactView,
    Integer,
    Node,
    Unsatisfiable,
)
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.streams import mix_word

NamedProvider = Callable[[FieldContext, str], Node | None]
"""A provider by name: serves an ask, *whose* fact it shows ("" is the record's own, ``billing`` another)."""

ProviderTable = dict[tuple[str, str], NamedProvider]
"""Names in snake case and kinds of value, and who serves them."""

SAMPLE_COUNT = 96
MIN_VALID_SHARE = 0.6
"""Which share of its samples must fit before a view serves."""


def build_table(*rows: tuple[str, str, NamedProvider]) -> ProviderTable:
    """Rows of names, kinds (both separated by spaces) and a provider, as a table."""
    return {
        (name, kind): serve
        for names, kinds, serve in rows
        for name in names.split()
        for kind in kinds.split()
    }


def format_fact_name(owner: str, name: str) -> str:
    """The name of a fact: ``first_name``, or ``author_first_name``."""
    return f"{owner}_{name}" if owner else name


def build_text_view(
    context: FieldContext,
    show: Callable[..., Any],
    *facts: Fact,
    lengths: tuple[int, int] | None = None,
) -> Node | None:
    """A view that says a text. *lengths* are the least and the most characters it can have, if that is known."""
    if is_free(context.constraints) or (
        lengths and text.fits_lengths(context.constraints, *lengths)
    ):
        return text.build_cased_node(FactView(show, facts), context.constraints)
    draws = [build_draw(fact.node) for fact in facts]
    samples = (
        str(
            show(
                mix_word(seed, 9),
                *(draw(mix_word(seed, place)) for place, draw in enumerate(draws, 1)),
            )
        )
        for seed in list_sample_words()
    )
    if not has_enough_valid(
        text.is_valid_text(apply_case(sample, context.constraints), context.constraints)
        for sample in samples
    ):
        return None
    instead = text.text(context)
    return (
        None
        if isinstance(instead, Unsatisfiable)
        else FactView(guard_show(show, context.constraints, build_draw(instead)), facts)
    )


def has_enough_valid(validity: Iterable[bool]) -> bool:
    """Whether enough samples fit; the last are not looked at once it is plain that too few do."""
    misses = 0
    for fits in validity:
        misses += not fits
        if misses > (1 - MIN_VALID_SHARE) * SAMPLE_COUNT:
            return False
    return True


def build_fact_view(context: FieldContext, show: Callable[..., str], fact: Fact) -> Node | None:
    """A view that says a text of *fact* alone, whatever the word: all it can say is looked at once."""
    assert isinstance(fact.node, Choice)
    if is_free(context.constraints) or all(
        text.is_valid_text(apply_case(show(0, option), context.constraints), context.constraints)
        for option in fact.node.options
    ):
        return text.build_cased_node(FactView(show, (fact,)), context.constraints)
    return build_text_view(context, show, fact)


def build_draw_node(
    context: FieldContext, draw: Callable[[int], str], lengths: tuple[int, int] | None = None
) -> Node | None:
    """The same of a text that shows no fact."""
    node = build_text_view(context, draw, lengths=lengths)
    return Call(node.show) if isinstance(node, FactView) and not node.facts else node


def make_draw_provider(
    draw: Callable[[int], str], lengths: tuple[int, int] | None = None
) -> NamedProvider:
    """A provider of what *draw* makes of a word; *lengths* as for :func:`shown`."""
    return lambda context, owner: build_draw_node(context, draw, lengths)


def find_first_node(nodes: Iterable[Node | None]) -> Node | None:
    """The first of *nodes* that is one."""
    return next((node for node in nodes if node is not None), None)


def list_sample_words() -> range:
    """Words to take samples with."""
    return range(0, SAMPLE_COUNT * 0x29D4_9BB1_3311_1EB, 0x29D4_9BB1_3311_1EB)


def is_free(constraints: Constraints) -> bool:
    """Whether *rules* ask nothing of the length and the letters of a text."""
    return (
        not constraints.min_length
        and constraints.max_length is None
        and constraints.pattern is None
        and not constraints.ascii_only
    )


def apply_case(value: str, constraints: Constraints) -> str:
    """*value* in the case that *rules* turn it to."""
    return value.lower() if constraints.lower else value.upper() if constraints.upper else value


def guard_show(
    show: Callable[..., str], constraints: Constraints, draw_fallback: Callable[[int], Any]
) -> Callable[..., Any]:
    """What *show* shows if it keeps *rules*, else what *instead* draws, which always does."""
    low, high = (
        constraints.min_length or 0,
        constraints.max_length if constraints.max_length is not None else 1 << 62,
    )
    if constraints.pattern is None and not (
        constraints.lower or constraints.upper or constraints.ascii_only
    ):

        def show_measured(word: int, *facts: Any) -> Any:
            value = show(word, *facts)
            return value if low <= len(value) <= high else draw_fallback(mix_word(word, 3))

        return show_measured
    found = re.compile(constraints.pattern or "").search

    def show_checked(word: int, *facts: Any) -> Any:
        value = apply_case(show(word, *facts), constraints)
        fits = (
            low <= len(value) <= high
            and found(value)
            and (value.isascii() or not constraints.ascii_only)
        )
        return value if fits else draw_fallback(mix_word(word, 3))

    return show_checked


def detach_facts(node: Node) -> Node:
    """*node* with facts of its own instead of those of the record: for items of a list, each of which is another."""
    match node:
        case FactView(_, (_, *_), json):
            return Call(build_draw(node), json)
        case Converted(inner, convert, json):
            return Converted(detach_facts(inner), convert, json)
        case _:
            return node


def build_draw(node: Node) -> Callable[[int], Any]:
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
            draw = build_draw(inner)
            return draw if convert is None else lambda word: convert(draw(word))
        case FactView(show, facts):
            draws = [build_draw(fact.node) for fact in facts]
            return lambda word: show(
                word, *(draw(mix_word(word, place)) for place, draw in enumerate(draws, 17))
            )
        case _:
            raise TypeError(type(node).__name__)


def make_choice_provider(*options: str) -> NamedProvider:
    """A provider of one of *options*."""
    return lambda context, owner: text.build_text_pool(options, context.constraints)
