"""The timelines and periods that fixed moments belong to.

Fixed moments are anchors: the moments between and around two anchors keep their order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from functools import partial
from itertools import pairwise
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.nodes import Fact, FactPin, FactView, Node
from pytest_fixturegen.providers.fact_pins import PinnedNodes, read_number, read_size, show_fact
from pytest_fixturegen.providers.lives.clock import (
    AnyPace,
    ExactPace,
    build_began_clock,
    build_flat_clock,
    to_flat,
)
from pytest_fixturegen.providers.lives.kinds import Life
from pytest_fixturegen.providers.lives.verbs import DELETED, PARTS

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

LEAST_SECOND, MAX_SECONDS = -50_000_000_000, 220_000_000_000
"""Moments from the year 386 to 8941. Greater numbers are parts of seconds after 1970."""


def is_fixed(node: Node) -> bool:
    """Return whether *node* draws a fact that a fixed value conditions."""
    return isinstance(node, FactView) and any(fact.name.startswith("drawn") for fact in node.facts)


def read_second(value: Any) -> int | None:
    """Return the whole seconds from 1970 to *value*: a moment, a day, a text, or such a number.

    Return None for other values. A day is its first second, a naive moment is in UTC.
    """
    if isinstance(value, str):
        value = _parse_text(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if isinstance(value, datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=timezone.utc)
        value = (aware - EPOCH) // timedelta(seconds=1)
    number = read_number(value)
    if number is None:
        return None
    while abs(number) > MAX_SECONDS:  # milliseconds, or smaller parts
        number = number / 1000
    second = int(number)
    return second if LEAST_SECOND < second < MAX_SECONDS else None


def _parse_text(text: str) -> Any:
    """Return the moment that *text* spells in ISO 8601, else *text* itself."""
    try:
        return datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
    except ValueError:
        return text


# The timeline of a record


@dataclass(frozen=True, slots=True)
class Timeline:
    """The stages of records that live a kind of *life*, at the present *now* in seconds."""

    life: Life
    now: int

    def make_pin(self, place: int) -> FactPin:
        """Return the pin of the moment of records at *place*."""
        return FactPin(read_second, partial(self._find_facts, place))

    def read_clock(
        self,
        place: int,
        began: int,
        pace: AnyPace,
    ) -> int:
        """Return the tick at *place* in a flat week."""
        return build_flat_clock(self.life, self.now, place)(
            began,
            pace,
        )

    def _find_facts(
        self,
        place: int,
        second: int,
        began: Node,
        pace: Node,
    ) -> PinnedNodes:
        """Return the nodes of timelines that are at *place* at *second*, and keep other anchors."""
        anchors = {place: to_flat(self.life, second)}
        facts: tuple[Fact, ...] = (Fact("drawn began", began), Fact("drawn pace", pace))
        if isinstance(began, FactView) and isinstance(began.show, AnchoredTimeline):
            anchors, facts = {**dict(began.show.anchors), **anchors}, began.facts
        anchored = AnchoredTimeline(
            self,
            tuple(sorted(anchors.items())),
        )
        return FactView(anchored, facts), FactView(anchored.show_pace, facts)


@dataclass(frozen=True, slots=True)
class AnchoredTimeline:
    """A timeline of which *anchors* fix the ticks of some places, which ascend."""

    timeline: Timeline
    anchors: tuple[tuple[int, int], ...]

    def __call__(
        self,
        word: int,
        began: int,
        pace: AnyPace,
    ) -> int:
        """Return the second at which the record begins."""
        return self._list_ticks(began, pace)[0] // self.timeline.life.ticks

    def show_pace(
        self,
        word: int,
        began: int,
        pace: AnyPace,
    ) -> ExactPace:
        """Return the pace of the record: for each stage, ticks after its beginning."""
        ticks = self._list_ticks(began, pace)
        first = ticks[0] - ticks[0] % self.timeline.life.ticks
        return ExactPace(tuple(tick - first for tick in ticks))

    def _list_ticks(
        self,
        began: int,
        pace: AnyPace,
    ) -> list[int]:
        """Return the tick of each stage: those that are drawn, moved with the anchors."""
        timeline = self.timeline
        now = to_flat(timeline.life, timeline.now)
        stages = range(DELETED + 1)
        drawn = [timeline.read_clock(stage * PARTS, began, pace) for stage in stages]
        points: list[tuple[int, int]] = []
        for place, tick in self.anchors:
            if not points or tick >= points[-1][1]:  # an anchor against the order is left out
                points.append((timeline.read_clock(place, began, pace), tick))
        last_drawn, last = points[-1]
        # The stages after the last anchor keep their distance, but do not pass the present.
        end = now if last < now else last + now - last_drawn
        points.append((now, end))
        return [_move_tick(tick, points) for tick in drawn]


def _move_tick(second: int, points: list[tuple[int, int]]) -> int:
    """Return *second* moved as the *points* are: pairs of a drawn second and the second it has."""
    first_drawn, first = points[0]
    if second <= first_drawn:
        return first - (first_drawn - second)
    for (low, low_moved), (high, high_moved) in pairwise(points):
        if second <= high:
            return low_moved + (second - low) * (high_moved - low_moved) // max(high - low, 1)
    return points[-1][1]


# Periods with a start and an end

DAY = 86_400

Term = Any
"""A tuple of the days until a start, the second of that day, and the lengths of the period."""


def make_start_pin(life: Life, later: int = 0) -> FactPin:
    """Return the pin of the start of a period of a record that lives a kind of *life*.

    The period starts *later* by so many seconds than its term says.
    """

    def find_facts(
        second: int,
        began: Node,
        term: Node,
    ) -> PinnedNodes:
        return _anchor_period(
            began,
            term,
            life,
            start=second - later,
        )

    return FactPin(read_second, find_facts)


def make_end_pin(
    unit: int,
    life: Life,
    later: int = 0,
) -> FactPin:
    """Return the pin of the end of a period, whose length is at the place *unit* of a term."""

    def find_facts(
        second: int,
        began: Node,
        term: Node,
    ) -> PinnedNodes:
        return _anchor_period(
            began,
            term,
            life,
            end=second - later,
            unit=unit,
        )

    return FactPin(read_second, find_facts, 1)


def make_duration_pin(unit_seconds: float) -> FactPin:
    """Return the pin of a length of time: a timedelta, or a number of *unit_seconds*."""

    def find_term(length: Any, term: Node) -> PinnedNodes:
        """Return the node of a term with *length* seconds."""
        show = partial(_replace_lengths, int(length))
        return (FactView(show, (Fact("drawn length", term),)),)

    return FactPin(partial(_read_length, unit_seconds), find_term)


def _read_length(unit_seconds: float, value: Any) -> Any:
    """Return the seconds of a timedelta, or of a number of *unit_seconds*; None for others."""
    if isinstance(value, timedelta):
        value, unit_seconds = value / timedelta(seconds=1), 1
    number = read_size(value)
    return None if number is None else float(number) * unit_seconds


def _replace_lengths(
    length: int,
    word: int,
    term: Term,
) -> tuple[int, ...]:
    """Return *term* with *length* in each unit."""
    return (*term[:2], *[length for _ in term[2:]])


def _anchor_period(
    began: Node,
    term: Node,
    life: Life,
    **anchors: Any,
) -> PinnedNodes:
    """Return the nodes of a record and a period with these *anchors*, and those from before.

    The record begins some days before the period, unless its own beginning is fixed.
    """
    facts: tuple[Fact, ...] = (Fact("drawn begin", began), Fact("drawn term", term))
    period = AnchoredPeriod(is_fixed(began), life)
    if isinstance(term, FactView) and isinstance(term.show, AnchoredPeriod):
        period, facts = term.show, term.facts
    period = replace(period, **anchors)
    return FactView(period.show_began, facts), FactView(period, facts)


@dataclass(frozen=True, slots=True)
class AnchoredPeriod:
    """A period with a fixed *start* or *end*, in seconds after 1970.

    *unit* is the place of its length in a term. If *keeps_began*, the record begins as drawn.
    """

    keeps_began: bool
    life: Life
    start: int | None = None
    end: int | None = None
    unit: int = 2

    def __call__(
        self,
        word: int,
        began: int,
        term: Term,
    ) -> tuple[int, ...]:
        """Return the term of the period after the beginning of the record."""
        start = self._find_start(began, term)
        shown = build_began_clock(self.life)(self.show_began(word, began, term))
        first_day = shown // DAY
        lengths = list(term[2:])
        if self.start is not None and self.end is not None and self.start <= self.end:
            lengths = [self.end - self.start for _ in lengths]
        elif self.end is not None:
            lengths = [self.end - start for _ in lengths]
        return (
            start // DAY - first_day,
            start % DAY,
            *lengths,
        )

    def show_began(
        self,
        word: int,
        began: int,
        term: Term,
    ) -> int:
        """Return the second at which the record begins."""
        if self.keeps_began:
            return began
        start = self._find_start(began, term)
        first_day: int = start // DAY - term[0]
        shown: int = build_began_clock(self.life)(began)
        return to_flat(self.life, first_day * DAY + shown % DAY) // self.life.ticks

    def _find_start(
        self,
        began: int,
        term: Term,
    ) -> int:
        """Return the second at which the period starts."""
        if self.start is not None:
            return self.start
        assert self.end is not None
        start: int = self.end - term[self.unit]
        shown = build_began_clock(self.life)(began)
        return max(start, min(shown, self.end)) if self.keeps_began else start


def make_due_pin(count_days: Callable[[Term], int], life: Life) -> FactPin:
    """Return the pin of a moment that *count_days* of a term after the beginning of the record."""

    def find_began(
        second: int,
        began: Node,
        term: Node,
    ) -> PinnedNodes | None:
        """Return the nodes of a record that begins before *second*; None if that is fixed."""
        if is_fixed(began):
            return None
        show = partial(_subtract_days, count_days, second, life)
        facts = (Fact("drawn term", term),)
        return FactView(show, facts), FactView(show_fact, facts)

    return FactPin(read_second, find_began, 2)


def _subtract_days(
    count_days: Callable[[Term], int],
    second: int,
    life: Life,
    word: int,
    term: Term,
) -> int:
    """Return the second that is as many days before *second* as *count_days* says."""
    return to_flat(life, second - count_days(term) * DAY) // life.ticks
