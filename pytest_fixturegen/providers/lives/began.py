"""When a record began: after the records before it, within the record around it.

Records of one model begin one after the other. The time between the first and the present is spread
over them so that another record moves none: with each, a smaller part of the rest is over. A record
within another one begins while that one lives; so does one that links to another one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import lru_cache, partial

from pytest_fixturegen.nodes import (
    Choice,
    Constant,
    Fact,
    FactView,
    Linked,
    Node,
    Outer,
    Position,
    RecordIndex,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.clock import list_paces
from pytest_fixturegen.providers.lives.kinds import DAY, YEAR, Life, find_life
from pytest_fixturegen.providers.lives.rhythm import from_rhythm, to_rhythm
from pytest_fixturegen.providers.record_outline import RecordOutline, list_name_words

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

Span = tuple[int, int]
"""The seconds after 1970 from which until which a record lives."""

BITS = 16
"""Bits of the part of a place in a row that chance decides."""

ITEM_HALF = 3
"""The items after which half the life of the record around their list is over."""

EARLIER_WORDS = frozenset(
    "loss incident accident injury occurred happened onset discovered".split()
)
"""Words of moments before the record was made, which still belong to the record around it."""

EARLIEST_AGES = {"employee": 18 * YEAR, "entity": 60 * DAY}
"""The age in seconds at which a person begins, by the kind of life."""

LINKED_LIVES = Fact("linked lives", Linked("life"))
OUTER_LIFE = Fact("outer life", Outer("life", Constant(None, None)))
PLACE_IN_LIST = Fact("place in list", Position())
INDEX = Fact("index", RecordIndex())


def get_outline(context: FieldContext) -> RecordOutline:
    """Return the outline of the record around the field of *context*."""
    return context.record if context.record.model else RecordOutline(context.model)


def get_life(context: FieldContext) -> Life:
    """Return the kind of life of the record around the field of *context*."""
    return find_life(get_outline(context))


def to_seconds(moment: datetime) -> int:
    """Return the whole seconds from 1970 to *moment*. A naive one is in UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return (aware - EPOCH) // timedelta(seconds=1)


def build_began_fact(context: FieldContext) -> Fact:
    """Return the fact of when the record began, in seconds after 1970."""
    return build_outline_began_fact(get_outline(context), to_seconds(context.now))


def build_pace_fact() -> Fact:
    """Return the fact of how long after the beginning each stage came."""
    return PACE_FACT


PACE_FACT = Fact("pace", Choice(list_paces(), list_paces()))


@lru_cache(maxsize=256)
def build_outline_began_fact(outline: RecordOutline, now: int) -> Fact:
    """Return the fact of when a record of *outline* began, at the present *now*."""
    life = find_life(outline)
    if outline.is_nested:
        return Fact("began", _build_nested_node(life, now))
    show = partial(_show_root, life, now)
    facts: tuple[Fact, ...] = (INDEX,)
    if outline.has_links:
        is_late = not list_name_words(outline).isdisjoint(EARLIER_WORDS)
        show = partial(_show_linked, life, now, life.length if is_late else 0)
        facts = (INDEX, LINKED_LIVES)
    return Fact("began", FactView(show, facts))


def _show_root(life: Life, now: int, word: int, index: int) -> int:
    """Return the second at which the record with *index* begins."""
    place = (index << BITS) + (word & (1 << BITS) - 1)
    low, high = now - life.oldest, now - life.youngest
    return _adjust(life, low + (high - low) * place // (place + (life.half << BITS)))


def _show_linked(
    life: Life, now: int, margin: int, word: int, index: int, spans: tuple[Span, ...]
) -> int:
    """Return the second at which a record begins that links to records that live for *spans*."""
    if not spans:
        return _show_root(life, now, word, index)
    place = (index << BITS) + (word & (1 << BITS) - 1)
    low = max(now - life.oldest, *(start for start, _ in spans)) + margin
    end = min(now, *(end for _, end in spans))
    high = min(now - life.youngest, end)
    if high <= low:
        high = max(end, low + 60)
    second = low + (high - low) * place // (place + (life.half << BITS))
    return _adjust(life, second, low)


def _adjust(life: Life, second: int, low: int = 0) -> int:
    """Return *second* as a beginning: in working hours, a round time, but not before *low*."""
    if life.is_slow:
        return from_rhythm(max(second, low)) + 1 if low else second
    if life.is_human:
        second = max(to_rhythm(second), low)
    return second - second % life.grain if life.grain > 1 else second


# Records within records


def _build_nested_node(life: Life, now: int) -> Node:
    """Return the node of the beginning of a record within another one."""
    show: Callable[..., int] = partial(_show_item, life, now)
    if life.name in ("entity", "employee"):
        show = partial(_show_older, life, now)
    elif life.step:
        show = partial(_show_step, life, now)
    return FactView(show, (PLACE_IN_LIST, OUTER_LIFE))


def _show_item(life: Life, now: int, word: int, position: int, outer: Span | None) -> int:
    """Return the second at which the item at *position* begins: after those before it."""
    start, end = outer or (now - life.oldest, now - life.youngest)
    place = (position << BITS) + (word & (1 << BITS) - 1)
    second = start + (min(end, now) - start) * place // (place + (ITEM_HALF << BITS))
    return from_rhythm(second) + 1 if life.is_slow else second


def _show_older(life: Life, now: int, word: int, position: int, outer: Span | None) -> int:
    """Return the second at which something begins that was there before the record around it."""
    end = min(outer[0] if outer else now, now - 30 * DAY)
    second = end - (life.oldest - life.youngest) * (1 + (word & 0xFFFF)) // 0x1FFFF
    return from_rhythm(second) - 1


def _show_step(life: Life, now: int, word: int, position: int, outer: Span | None) -> int:
    """Return the second at which the step at *position* begins: each as long as the others."""
    start = outer[0] if outer else now - life.oldest
    return start - start % life.grain + position * life.step
