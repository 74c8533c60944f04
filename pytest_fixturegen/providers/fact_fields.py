"""Views of the facts of a record that satisfy the constraints of a field.

A view serves a field if all that it can show is valid. If most of it is, each value is checked as
it is shown, and an invalid one is replaced by plain text. If less is valid, no view is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import (
    Aggregate,
    Call,
    Choice,
    Constant,
    Converted,
    Fact,
    FactPin,
    FactView,
    Integer,
    Length,
    Linked,
    Node,
    Outer,
    Position,
    RecordIndex,
    Unsatisfiable,
)
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.regex.bounded_match import search_quickly
from pytest_fixturegen.streams import mix_word

NamedProvider = Callable[[FieldContext, str], Node | None]
"""Returns a node for a field, or None if it cannot.

The second argument is the owner of the facts that the node shows: "" is the record itself,
``billing`` another place or person."""

ProviderTable = dict[tuple[str, str], NamedProvider]
"""Providers by name in snake case and kind of value."""

SAMPLE_COUNT = 96
"""How many samples of a view are checked."""

MIN_VALID_SHARE = 0.6
"""The share of its samples that must be valid for a view to serve."""

MAX_INVALID_SAMPLES = (1 - MIN_VALID_SHARE) * SAMPLE_COUNT

SAMPLE_WORD_STEP = 0x29D4_9BB1_3311_1EB
"""The distance of sample words: 96 of them spread over all 64 bits."""


def build_table(*rows: tuple[str, str, NamedProvider]) -> ProviderTable:
    """Return a table of rows of names, kinds (both separated by spaces) and a provider."""
    return {
        (name, kind): provider
        for names, kinds, provider in rows
        for name in names.split()
        for kind in kinds.split()
    }


def format_fact_name(owner: str, name: str) -> str:
    """Return the name of a fact: ``first_name``, or ``author_first_name``."""
    return f"{owner}_{name}" if owner else name


def get_json_converter(kind: str) -> type[str] | None:
    """Return what writes a number of *kind* in JSON: a Decimal is a text there."""
    return str if kind == "decimal" else None


def write_present(value: Any) -> str | None:
    """Return *value* as the text that JSON holds; None stays."""
    return None if value is None else str(value)


def build_text_view(
    context: FieldContext,
    show: Callable[..., Any],
    *facts: Fact,
    lengths: tuple[int, int] | None = None,
    pin: FactPin | None = None,
) -> Node | None:
    """Return a view of *facts* that shows a text; None if too few of its texts are valid.

    *lengths* are the least and the greatest length of its texts if they are known: if the field
    allows both, no samples are needed. *pin* finds the facts that show a fixed text.
    """
    constraints = context.constraints
    has_valid_lengths = lengths is not None and text.fits_lengths(constraints, *lengths)
    if has_valid_lengths or is_free(constraints):
        return text.build_cased_node(
            FactView(show, facts, pin=pin),
            constraints,
        )
    samples = _draw_samples(show, facts)
    validity = (_is_valid_shown(sample, constraints) for sample in samples)
    if not has_enough_valid(validity):
        return None
    fallback = text.text(context)
    if isinstance(fallback, Unsatisfiable):
        return None
    return FactView(
        guard_show(show, constraints, build_draw(fallback)),
        facts,
        pin=pin,
    )


def _draw_samples(show: Callable[..., Any], facts: tuple[Fact, ...]) -> Iterator[str]:
    """Yield texts that *show* shows, each for a sample word and values of *facts* mixed from it."""
    draws = [build_draw(fact.node) for fact in facts]
    for word in list_sample_words():
        values = [draw(mix_word(word, place)) for place, draw in enumerate(draws, 1)]
        yield str(show(mix_word(word, 9), *values))


def _is_valid_shown(value: str, constraints: Constraints) -> bool:
    """Return whether *value* is valid in the case to which the model converts it."""
    cased = apply_case(value, constraints)
    return text.is_valid_text(cased, constraints)


def has_enough_valid(validity: Iterable[bool]) -> bool:
    """Return whether enough samples are valid; stop as soon as too few can be."""
    invalid_count = 0
    for is_valid in validity:
        invalid_count += not is_valid
        if invalid_count > MAX_INVALID_SAMPLES:
            return False
    return True


def build_fact_view(
    context: FieldContext,
    show: Callable[..., str],
    fact: Fact,
    pin: FactPin | None = None,
) -> Node | None:
    """Return a view that shows a text of *fact* alone, whatever the word.

    It checks every text that the view can show, so that a valid view needs no checks later.
    """
    assert isinstance(fact.node, Choice)
    constraints = context.constraints
    shown = (show(0, option) for option in fact.node.options)
    is_always_valid = is_free(constraints) or all(
        _is_valid_shown(value, constraints) for value in shown
    )
    if is_always_valid:
        return text.build_cased_node(
            FactView(show, (fact,), pin=pin),
            constraints,
        )
    return build_text_view(context, show, fact, pin=pin)


def build_draw_node(
    context: FieldContext,
    draw: Callable[[int], str],
    lengths: tuple[int, int] | None = None,
) -> Node | None:
    """Return a node of the texts of *draw*, which shows no fact; see :func:`build_text_view`."""
    node = build_text_view(context, draw, lengths=lengths)
    return Call(node.show) if isinstance(node, FactView) and not node.facts else node


def make_draw_provider(
    draw: Callable[[int], str], lengths: tuple[int, int] | None = None
) -> NamedProvider:
    """Return a provider of the texts of *draw*; see :func:`build_text_view` for *lengths*."""
    return lambda context, owner: build_draw_node(context, draw, lengths)


def find_first_node(nodes: Iterable[Node | None]) -> Node | None:
    """Return the first of *nodes* that is not None."""
    return next(
        (node for node in nodes if node is not None),
        None,
    )


def list_sample_words() -> range:
    """Return the words with which samples are drawn."""
    return range(0, SAMPLE_COUNT * SAMPLE_WORD_STEP, SAMPLE_WORD_STEP)


def is_free(constraints: Constraints) -> bool:
    """Return whether *constraints* allow texts of every length and all letters."""
    return (
        not constraints.min_length
        and constraints.max_length is None
        and constraints.pattern is None
        and not constraints.ascii_only
    )


def apply_case(value: str, constraints: Constraints) -> str:
    """Return *value* in the case to which the model converts it."""
    if constraints.lower:
        return value.lower()
    return value.upper() if constraints.upper else value


def guard_show(
    show: Callable[..., str],
    constraints: Constraints,
    draw_fallback: Callable[[int], Any],
) -> Callable[..., Any]:
    """Return a function that shows what *show* shows if it is valid, else a fallback.

    *draw_fallback* draws a text that always satisfies *constraints*.
    """
    changes_case = constraints.lower or constraints.upper
    if constraints.pattern is not None or changes_case or constraints.ascii_only:
        return _guard_pattern(show, constraints, draw_fallback)
    return _guard_length(show, constraints, draw_fallback)


def _get_length_range(constraints: Constraints) -> tuple[int, int]:
    """Return the least and the greatest length in characters; without a limit, 0 and 2**62."""
    low = constraints.min_length or 0
    if constraints.max_length is None:
        return low, 1 << 62
    return low, constraints.max_length


def _guard_length(
    show: Callable[..., Any],
    constraints: Constraints,
    draw_fallback: Callable[[int], Any],
) -> Callable[..., Any]:
    """Return *show* with a fallback for texts that are too short or too long."""
    low, high = _get_length_range(constraints)

    def show_measured(word: int, *facts: Any) -> Any:
        """Return the text if its length is allowed, else a fallback drawn from *word*.

        A record may have None instead of a text.
        """
        value = show(word, *facts)
        is_valid = value is None or low <= len(value) <= high
        return value if is_valid else draw_fallback(mix_word(word, 3))

    return show_measured


def _guard_pattern(
    show: Callable[..., Any],
    constraints: Constraints,
    draw_fallback: Callable[[int], Any],
) -> Callable[..., Any]:
    """Return *show* in the case of the field, with a fallback for texts that it rejects.

    The length, the pattern and, if asked for, ASCII are checked.
    """
    low, high = _get_length_range(constraints)
    pattern = constraints.pattern or ""
    ascii_only = constraints.ascii_only

    def show_checked(word: int, *facts: Any) -> Any:
        """Return the text if it is valid, else a fallback drawn from the same *word*."""
        shown = show(word, *facts)
        if shown is None:
            return None
        value = apply_case(shown, constraints)
        has_allowed_chars = value.isascii() or not ascii_only
        if low <= len(value) <= high and has_allowed_chars and search_quickly(pattern, value):
            return value
        return draw_fallback(mix_word(word, 3))

    return show_checked


def detach_facts(node: Node) -> Node:
    """Return *node* drawing new facts instead of showing those of the record.

    Items of a list need this: each is another person or place.
    """
    match node:
        case FactView(_, (_, *_), json):
            return Call(build_draw(node), json)
        case Converted(inner, convert, json):
            return Converted(detach_facts(inner), convert, json)
        case _:
            return node


def build_draw(node: Node) -> Callable[[int], Any]:
    """Return a function of one word that draws what *node* draws.

    Raise TypeError if *node* is of a kind that needs more than one word.
    """
    match node:
        case Constant(value):
            return lambda word: value
        case Choice(options):
            return lambda word: options[word * len(options) >> 64]
        case Integer():
            return _build_integer_draw(node)
        case Call(draw):
            return draw
        case Converted(inner, convert):
            draw = build_draw(inner)
            return draw if convert is None else lambda word: convert(draw(word))
        case FactView(show, facts):
            return _build_view_draw(show, facts)
        case _:
            return _build_surrounding_draw(node)


def _build_surrounding_draw(node: Node) -> Callable[[int], Any]:
    """Return a function that draws what *node* reads outside of its record, without a record."""
    match node:
        case Outer(_, default) | Length(_, default) | Aggregate(default=default):
            return build_draw(default)
        case RecordIndex() | Position():
            return lambda word: word % SAMPLE_COUNT
        case Linked():
            return lambda word: ()
        case _:
            raise TypeError(type(node).__name__)


def _build_integer_draw(node: Integer) -> Callable[[int], int]:
    """Return a function that draws a step of *node* from the high bits of its word."""
    low, step = node.low, node.step
    count = (node.high - low) // step + 1
    return lambda word: low + step * (word * count >> 64)


def _build_view_draw(show: Callable[..., Any], facts: tuple[Fact, ...]) -> Callable[[int], Any]:
    """Return a function of one word that mixes from it a word for each of *facts*."""
    fact_draws = (build_draw(fact.node) for fact in facts)
    draws = [*enumerate(fact_draws, 17)]

    def draw_view(word: int) -> Any:
        """Return what the view shows for *word*, and for facts drawn from words mixed from it."""
        values = (draw(mix_word(word, place)) for place, draw in draws)
        return show(word, *values)

    return draw_view


def make_choice_provider(*options: str) -> NamedProvider:
    """Return a provider of one of *options*."""
    return lambda context, owner: text.build_text_pool(options, context.constraints)
