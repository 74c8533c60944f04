"""Numbers of things in a row: steps, lines and chapters of a list, and records of a series."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS
from pytest_fixturegen.nodes import Fact, FactView, Node
from pytest_fixturegen.providers.fact_fields import NamedProvider, build_text_view
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.began import INDEX, ITEM_HALF, PLACE_IN_LIST, get_outline
from pytest_fixturegen.providers.lives.kinds import find_life
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
    if context.is_item or context.kind not in ("int", "str"):
        return None
    if not get_outline(context).is_nested:
        is_series = context.name in SERIES_NAMES and context.kind == "int"
        return _provide_series if is_series else None
    return _find_numeral(context) if context.kind == "str" else _find_item_number(context)


def _find_numeral(context: FieldContext) -> NamedProvider | None:
    """Return the provider of the number of an item as a text; None for other texts."""
    is_numbered = context.name in ("line_number", "step_number", "clause_number")
    return _provide_numeral if is_numbered or _is_plain_number(context) else None


def _find_item_number(context: FieldContext) -> NamedProvider | None:
    """Return the provider of a number of an item in its list; None for other numbers."""
    outline = get_outline(context)
    noun = outline.model.rpartition("_")[2]
    if context.name == "minute" and noun in SPORT_EVENTS:
        return _provide_minute
    if find_life(outline).name not in ("entity", "employee", "thing"):
        if context.name in ("id", f"{noun}_id", f"{outline.model}_id"):
            return _provide_item_id
        if context.name in PARENT_NAMES:
            return _provide_parent_id
    if context.name in INDEX_NAMES:
        return partial(_provide_position, 0)
    own_names = (f"{noun}_number", f"{noun}_no", f"{noun}_num")
    is_position = context.name in ITEM_NAMES or context.name in own_names
    return partial(_provide_position, 1) if is_position or _is_plain_number(context) else None


def _is_plain_number(context: FieldContext) -> bool:
    """Return whether the field is the ``number`` of a thing that is known by it."""
    noun = get_outline(context).model.rpartition("_")[2]
    return context.name in ("number", "no", "num") and noun in NUMBERED_NOUNS


def _provide_series(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a number that goes up from record to record."""
    return _build_counter(context, INDEX, 1, 1 << 24)


def _provide_position(
    first: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the place in the list, which begins with *first*."""
    is_valid = is_valid_number(first, context.constraints)
    return _build_counter(
        context,
        PLACE_IN_LIST,
        first if is_valid else 1,
        MOST_ITEMS,
    )


def _build_counter(
    context: FieldContext,
    fact: Fact,
    first: int,
    most: int,
) -> Node | None:
    """Return the node of *fact* counted from *first*; None if the constraints refuse one."""
    if not all(is_valid_number(end, context.constraints) for end in (first, most)):
        return None
    show: Callable[[int, int], int] = lambda word, place: place + first  # noqa: E731
    return FactView(show, (fact,))


PARENT_NAMES = frozenset(
    """parent_id reply_to_id in_reply_to in_reply_to_id parent_comment_id reply_to
    parent_message_id""".split()
)
"""Names of the id of an item before this one, in the same list."""

LARGEST_ID = 1 << 31


def _pair(index: int, position: int) -> int:
    """Return a number from 1 that no other item of a list of such records has [Cantor 1878]."""
    total = index + position
    return total * (total + 1) // 2 + position + 1


def _provide_item_id(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the id of an item, which no other item has."""
    if not all(is_valid_number(end, context.constraints) for end in (1, LARGEST_ID)):
        return None
    return FactView(
        lambda word, index, place: _pair(index, place),
        (INDEX, PLACE_IN_LIST),
    )


def _provide_parent_id(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the id of an item before this one; None for the first one."""
    field = get_outline(context).find(context.name)
    if field is None or not field.is_optional or context.constraints != NO_CONSTRAINTS:
        return None

    def show_parent(
        word: int,
        index: int,
        place: int,
    ) -> int | None:
        return _pair(index, word % place) if place and word >> 63 else None

    return FactView(show_parent, (INDEX, PLACE_IN_LIST))


def _provide_numeral(context: FieldContext, owner: str) -> Node | None:
    return build_text_view(
        context,
        lambda word, place: str(place + 1),
        PLACE_IN_LIST,
    )


def _provide_minute(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a minute of a match after those of the items before it."""
    if not all(is_valid_number(end, context.constraints) for end in (1, MATCH_MINUTES)):
        return None

    def show_minute(word: int, place: int) -> int:
        part = (place << 16) + (word >> 48)
        return 1 + part * (MATCH_MINUTES - 1) // (part + (ITEM_HALF << 16))

    return FactView(show_minute, (PLACE_IN_LIST,))
