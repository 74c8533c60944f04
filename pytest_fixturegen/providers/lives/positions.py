"""Numbers of things in a row: steps, lines and chapters of a list, and records of a series."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pytest_fixturegen.nodes import Fact, FactView, Node
from pytest_fixturegen.providers.fact_fields import NamedProvider, build_text_view
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.began import INDEX, ITEM_HALF, PLACE_IN_LIST, get_outline
from pytest_fixturegen.providers.quantity import is_valid_number

ITEM_NAMES = frozenset(
    """step step_number step_no step_order sequence sequence_number sequence_no seq seq_no seq_num
    line line_number line_no line_num ln ln_no position pos order order_index sort_order
    display_order sort sort_index rank ranking row row_number row_no item_number item_no ordinal
    number_in_list chapter_number chapter section_number lap lap_number round round_number
    stop_number stop_sequence leg leg_number day_number week_number track_number track_no
    page_number page question_number slide_number stage_number set_number place standing priority
    phase_number clause_number article_number entry_number attempt attempt_number version_number
    paragraph verse episode_number installment_number instalment_number payment_number
    visit_number session_number period_number page_index level_number heat_number run_number
    task_number wave_number cycle_number iteration epoch batch_number""".split()
)
"""Names of the number of an item in its list."""

INDEX_NAMES = frozenset("index idx item_index array_index chunk_index offset_index".split())
"""Names of such numbers that count from 0."""

SERIES_NAMES = frozenset(
    """sequence sequence_number sequence_no sequence_id seq seq_no seq_num seqno record_number
    event_number row_number message_number block_number block_height nonce_number""".split()
)
"""Names of numbers that grow from record to record."""

NUMBERED_NOUNS = frozenset(
    """step line clause section chapter article paragraph question lap round stop leg stage phase
    episode slide page item rule entry verse round_ point exhibit""".split()
)
"""Nouns of items whose plain ``number`` is the one in their list."""

SPORT_EVENTS = frozenset("goal card substitution event incident penalty booking score".split())
"""Nouns of what happens in a match, minute after minute."""

MATCH_MINUTES = 96
MOST_ITEMS = 64


def find_position_provider(context: FieldContext) -> NamedProvider | None:
    """Return the provider of a number in a row if the name of the field is one; None if not."""
    outline = get_outline(context)
    noun = outline.model.rpartition("_")[2]
    if context.is_item or context.kind not in ("int", "str"):
        return None
    is_number = context.name in ("number", "no", "num") and noun in NUMBERED_NOUNS
    if not outline.is_nested:
        is_series = context.name in SERIES_NAMES and context.kind == "int"
        return _provide_series if is_series else None
    if context.kind == "str":
        is_numbered = is_number or context.name in ("line_number", "step_number", "clause_number")
        return _provide_numeral if is_numbered else None
    if context.name == "minute" and noun in SPORT_EVENTS:
        return _provide_minute
    if context.name in INDEX_NAMES:
        return partial(_provide_position, 0)
    is_number = is_number or context.name in (f"{noun}_number", f"{noun}_no", f"{noun}_num")
    return partial(_provide_position, 1) if is_number or context.name in ITEM_NAMES else None


def _provide_series(context: FieldContext, owner: str) -> Node | None:
    return _build_counter(context, INDEX, 1, 1 << 24)


def _provide_position(first: int, context: FieldContext, owner: str) -> Node | None:
    is_valid = is_valid_number(first, context.constraints)
    return _build_counter(context, PLACE_IN_LIST, first if is_valid else 1, MOST_ITEMS)


def _build_counter(context: FieldContext, fact: Fact, first: int, most: int) -> Node | None:
    """Return the node of *fact* counted from *first*; None if the constraints refuse one."""
    if not all(is_valid_number(end, context.constraints) for end in (first, most)):
        return None
    show: Callable[[int, int], int] = lambda word, place: place + first  # noqa: E731
    return FactView(show, (fact,))


def _provide_numeral(context: FieldContext, owner: str) -> Node | None:
    return build_text_view(context, lambda word, place: str(place + 1), PLACE_IN_LIST)


def _provide_minute(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a minute of a match after those of the items before it."""
    if not all(is_valid_number(end, context.constraints) for end in (1, MATCH_MINUTES)):
        return None

    def show_minute(word: int, place: int) -> int:
        part = (place << 16) + (word >> 48)
        return 1 + part * (MATCH_MINUTES - 1) // (part + (ITEM_HALF << 16))

    return FactView(show_minute, (PLACE_IN_LIST,))
