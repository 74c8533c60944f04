"""When a record began: after the records before it, within the record around it.

Records of one model begin one after the other. The time between the first and the present is spread
over them so that another record moves none: with each, a smaller part of the rest is over. A record
within another one begins while that one lives; so does one that links to another one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import lru_cache, partial

from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS
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
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.clock import AnyPace, ExactPace, list_paces
from pytest_fixturegen.providers.lives.kinds import DAY, HOUR, YEAR, Life, find_life
from pytest_fixturegen.providers.lives.rhythm import from_rhythm, to_rhythm
from pytest_fixturegen.providers.lives.verbs import DONE
from pytest_fixturegen.providers.record_outline import RecordOutline, list_name_words
from pytest_fixturegen.providers.vocabulary import Vocabulary

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

Span = tuple[int, int]
"""The seconds after 1970 from which until which a record lives."""

BITS = 16
"""Bits of the part of a place in a row that chance decides."""

PLACE_MASK = (1 << BITS) - 1

ITEM_HALF = 3
"""The items after which half the life of the record around their list is over."""

EARLIER_WORDS = frozenset(
    "loss incident accident injury occurred happened onset discovered".split()
)
"""Words of moments before the record was made, which still belong to the record around it."""

EPOCH_ORDINAL = EPOCH.toordinal()

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
    return build_outline_began_fact(get_outline(context), context.now)


def build_pace_fact(context: FieldContext) -> Fact:
    """Return the fact of how long after the beginning each stage came.

    The items of a list share it with the record around them: so they are in order at each stage.
    """
    outline = get_outline(context)
    if outline.is_nested:
        return _build_nested_pace_fact(find_life(outline))
    return _build_root_pace_fact()


@lru_cache(maxsize=1)
def _build_root_pace_fact() -> Fact:
    """Return the fact of the pace of a record that is no part of another one."""
    return Fact("pace", Choice(list_paces(), list_paces()))


@lru_cache(maxsize=64)
def _build_nested_pace_fact(life: Life) -> Fact:
    """Return the fact of the pace of a part, which depends on the record around it."""
    outer_pace = Fact("outer pace", Outer("pace", _build_root_pace_fact().node))
    return Fact(
        "pace",
        FactView(partial(_show_nested_pace, life), (OUTER_LIFE, outer_pace)),
    )


def _show_nested_pace(
    life: Life,
    word: int,
    outer: Span | None,
    pace: AnyPace,
) -> AnyPace:
    """Return the pace of a record within another one: fast enough for the life of that one."""
    if isinstance(pace, ExactPace):
        pace = list_paces()[sum(pace.ticks) % len(list_paces())]
    if outer is None:
        return pace
    times, parts = life.speed
    length = pace[DONE] * times // parts + life.least
    room = max((outer[1] - outer[0]) // 8, 1)
    if length <= room:
        return pace
    ticks = [second * room * life.ticks // pace[DONE] for second in pace[: DONE + 1]]
    late = [ticks[DONE] * (DONE + step) // DONE for step in range(1, DONE + 1)]
    return ExactPace((*ticks, *late))


@lru_cache(maxsize=256)
def build_outline_began_fact(outline: RecordOutline, moment: datetime) -> Fact:
    """Return the fact of when a record of *outline* began, at the present *moment*."""
    life, now = find_life(outline), to_seconds(moment)
    age = find_least_age(outline, life)
    if age is not None and outline.is_nested:  # the record around it says when
        age = DAY
    if outline.is_nested:
        node = _build_nested_node(outline, life, now)
    elif outline.links:
        margin = life.length if _begins_earlier(outline) else 0
        linked = Fact("linked lives", Linked("life", outline.links))
        node = FactView(
            partial(_show_linked, life, now, margin),
            (INDEX, linked),
        )
    else:
        node = FactView(_make_root_show(life, now), (INDEX,))
    if age is None:
        return Fact("began", node)
    last_age = RETIRING_AGE if life.name == "employee" else 200 * YEAR
    facts = (Fact("unaged began", node), _build_birth_fact(outline, moment))
    return Fact(
        "began",
        FactView(partial(_show_aged, age, last_age, now), facts),
    )


def _begins_earlier(outline: RecordOutline) -> bool:
    """Return whether records have moments before they were made, such as a loss."""
    return not list_name_words(outline).isdisjoint(EARLIER_WORDS)


def find_least_age(outline: RecordOutline, life: Life) -> int | None:
    """Return the age in seconds at which a person begins at the earliest; None for others."""
    noun = field_names.find_noun(outline.model)
    if noun in ANIMALS:
        return 60 * DAY
    if life.name == "employee":
        return WORKING_AGE
    if noun not in field_names.PERSON_NOUNS:
        return None
    return LEAST_AGES.get(noun, GROWING_AGE)


ANIMALS = frozenset("animal pet dog cat horse cow sheep goat pig livestock".split())
WORKING_AGE, GROWING_AGE, RETIRING_AGE = 17 * YEAR, 14 * YEAR, 58 * YEAR
LEAST_AGES = {
    **dict.fromkeys(("patient", "member", "child", "pupil", "resident", "person", "human"), DAY),
    **dict.fromkeys(("citizen", "passenger", "guest", "visitor", "relative", "dependent"), DAY),
    **dict.fromkeys(("student", "applicant", "candidate", "worker", "seller"), WORKING_AGE),
    **dict.fromkeys(("staff", "manager", "agent", "lawyer", "donor", "lead"), WORKING_AGE),
}
"""The least ages of persons at which their records begin, in seconds by noun."""


def _build_birth_fact(outline: RecordOutline, moment: datetime) -> Fact:
    """Return the fact of the birthday of the person whom a record of *outline* describes."""
    from pytest_fixturegen.providers.ages import build_birth_fact

    return build_birth_fact(build_record_context(outline, moment), "")


def build_record_context(outline: RecordOutline, moment: datetime) -> FieldContext:
    """Return the context of a moment of a record of *outline* as a whole."""
    vocabulary = Vocabulary("en_US")
    return FieldContext(
        "", outline.model, "datetime", NO_CONSTRAINTS, vocabulary, moment, record=outline
    )


def _show_aged(
    age: int,
    last_age: int,
    now: int,
    word: int,
    began: int,
    born: int,
) -> int:
    """Return the second at which a person begins who must be of *age*, in seconds."""
    birthday = (born - EPOCH_ORDINAL) * DAY
    if birthday + age <= began <= birthday + last_age:
        return began
    return max(min(began, birthday + last_age), min(birthday + age, now - 30 * DAY))


def _make_root_show(life: Life, now: int) -> Callable[[int, int], int]:
    """Return the function that shows the second at which the record with an index begins."""
    low, length, half = now - life.oldest, life.oldest - life.youngest, life.half << BITS
    is_exact = life.is_slow and life.grain == 1 and life.name not in FIRST_HOURS

    def show_root(word: int, index: int) -> int:
        place = (index << BITS) + (word & PLACE_MASK)
        second = low + length * place // (place + half)
        return second if is_exact else _adjust(life, second)

    return show_root


def _show_linked(
    life: Life,
    now: int,
    margin: int,
    word: int,
    index: int,
    spans: tuple[Span, ...],
) -> int:
    """Return the second at which a record begins that links to records that live for *spans*."""
    if not spans:
        return _make_root_show(life, now)(word, index)
    place = (index << BITS) + (word & (1 << BITS) - 1)
    start = max(start for start, _ in spans)
    start, end = start + margin, min(now, *(end for _, end in spans))
    low, high = max(now - life.oldest, start), min(now - life.youngest, end)
    if high <= low:  # the usual time of such records is over, or has not come
        low, high = start, max(end, start + 60)
    low, high = _to_flat_span(life, low, high)
    return _adjust(
        life,
        low + (high - low) * place // (place + (life.half << BITS)),
        low,
    )


def _to_flat_span(
    life: Life,
    low: int,
    high: int,
) -> Span:
    """Return the seconds between which a record begins, in a flat week if it shows another."""
    return (from_rhythm(low) + 1, from_rhythm(high)) if life.is_slow else (low, high)


FIRST_HOURS = {"shift": 6, "sleep": 21}
"""The hours of the day within three hours of which records begin, by the kind of life."""


def _adjust(
    life: Life,
    second: int,
    low: int = 0,
) -> int:
    """Return *second* as a beginning: in working hours, a round time, but not before *low*."""
    if life.name in FIRST_HOURS:
        day, rest = divmod(second, DAY)
        second = max(day * DAY + FIRST_HOURS[life.name] * HOUR + rest // 8, low)
    elif life.is_human and not life.is_slow:
        second = max(to_rhythm(second), low)
    return second - second % life.grain if life.grain > 1 else second


# Records within records


def _build_nested_node(
    outline: RecordOutline,
    life: Life,
    now: int,
) -> Node:
    """Return the node of the beginning of a record within another one."""
    show: Callable[..., int] = partial(_show_item, life, now)
    if life.name in ("entity", "employee"):
        show = partial(_show_older, life, now)
    elif life.step:
        show = partial(_show_step, life, now)
    elif not list_name_words(outline).isdisjoint(SERVICE_WORDS):
        show = partial(_show_served, life, now)
    return FactView(show, (PLACE_IN_LIST, OUTER_LIFE))


def _show_item(
    life: Life,
    now: int,
    word: int,
    position: int,
    outer: Span | None,
) -> int:
    """Return the second at which the item at *position* begins: after those before it."""
    start, end = outer or (now - life.oldest, now - life.youngest)
    place = (position << BITS) + (word & (1 << BITS) - 1)
    low, high = _to_flat_span(
        life,
        start,
        min(end, now),
    )
    return low + (high - low) * place // (place + (ITEM_HALF << BITS))


SERVICE_WORDS = frozenset(("dos", "service"))
"""Words of services that were done before the record around them was made."""


def _show_served(
    life: Life,
    now: int,
    word: int,
    position: int,
    outer: Span | None,
) -> int:
    """Return the second at which something began that was over before the record around it."""
    start = outer[0] if outer else now - life.youngest
    return start - life.length - (word & 0xFFFF) * 10 * DAY // 0xFFFF + position * DAY


def _show_older(
    life: Life,
    now: int,
    word: int,
    position: int,
    outer: Span | None,
) -> int:
    """Return the second at which something begins that was there before the record around it."""
    end = min(outer[0] if outer else now, now - 30 * DAY)
    second = end - (life.oldest - life.youngest) * (1 + (word & 0xFFFF)) // 0x1FFFF
    return from_rhythm(second) - 1


def _show_step(
    life: Life,
    now: int,
    word: int,
    position: int,
    outer: Span | None,
) -> int:
    """Return the second at which the step at *position* begins: each as long as the others."""
    start = outer[0] if outer else now - life.oldest
    return start - start % life.grain + position * life.step
