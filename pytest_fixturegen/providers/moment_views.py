"""Views of moments: datetimes, dates, texts and numbers of seconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

from pytest_fixturegen.nodes import Converted, Fact, FactPin, FactView, Node
from pytest_fixturegen.providers.fact_fields import (
    build_text_view,
    find_first_node,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.kinds import DAY
from pytest_fixturegen.providers.quantity import is_valid_number

EPOCH = datetime(
    1970,
    1,
    1,
    tzinfo=timezone.utc,
)
NAIVE_EPOCH = datetime(1970, 1, 1)
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()

ComputeTick = Callable[..., int]
"""A function from facts to ticks after 1970: seconds, or parts of them."""


def provide_moment(
    context: FieldContext,
    compute_tick: ComputeTick,
    facts: tuple[Fact, ...],
    span: tuple[int, int],
    pin: FactPin | None = None,
    ticks: int = 1,
) -> Node | None:
    """Return the node of what *compute_tick* computes from *facts*, in the kind of the field.

    There are so many *ticks* in a second. The second is within *span*. *pin* finds the facts of a
    fixed moment. Return None if the constraints may refuse the second.
    """
    node = _build_moment(context, compute_tick, facts, span, ticks)
    return add_pin(node, pin)


def add_pin(node: Node | None, pin: FactPin | None) -> Node | None:
    """Return *node*, a view of facts, with *pin*."""
    if isinstance(node, Converted):
        return replace(node, inner=add_pin(node.inner, pin) or node.inner)
    return replace(node, pin=pin) if isinstance(node, FactView) else node


def _build_moment(
    context: FieldContext,
    compute_tick: ComputeTick,
    facts: tuple[Fact, ...],
    span: tuple[int, int],
    ticks: int,
) -> Node | None:
    """Return the node that :func:`provide_moment` returns, without a pin."""
    constraints = context.constraints
    if context.kind == "str":
        return _provide_text(context, compute_tick, facts, ticks)
    if context.kind in ("int", "float"):
        return _provide_number(context, compute_tick, facts, span, ticks)
    bounds = (
        constraints.ge,
        constraints.gt,
        constraints.le,
        constraints.lt,
    )
    if any(bound is not None for bound in bounds):
        return None
    if context.kind == "date":
        return FactView(
            build_show_date(compute_tick, len(facts), DAY * ticks),
            facts,
        )
    if ticks > 1:
        return FactView(_build_show_exact(compute_tick, constraints.tz, ticks), facts)
    return FactView(
        build_show_datetime(compute_tick, constraints.tz, len(facts)),
        facts,
    )


def _build_show_exact(
    compute_tick: ComputeTick,
    tz: str | int | None,
    ticks: int,
) -> Callable[..., datetime]:
    """Return a function that shows a moment with parts of seconds; *tz* as for seconds."""
    zone = timezone(timedelta(seconds=tz)) if isinstance(tz, int) else timezone.utc
    epoch = NAIVE_EPOCH if tz == "naive" else EPOCH.astimezone(zone)
    size = 1_000_000 // ticks
    return lambda word, *facts: epoch + timedelta(0, 0, compute_tick(*facts) * size)


# A lambda with one or two arguments takes half the time of one with any number of them. It runs for
# every value.


def build_show_date(
    compute_tick: ComputeTick, fact_count: int, day: int = DAY
) -> Callable[..., date]:
    """Return a function that shows the day of *compute_tick*, called with its facts.

    A *day* has so many ticks.
    """
    make = date.fromordinal
    if fact_count == 1:
        return lambda word, one: make(compute_tick(one) // day + EPOCH_ORDINAL)
    if fact_count == 2:
        return lambda word, one, two: make(compute_tick(one, two) // day + EPOCH_ORDINAL)
    return lambda word, *facts: make(compute_tick(*facts) // day + EPOCH_ORDINAL)


def build_show_datetime(
    compute_second: ComputeTick,
    tz: str | int | None,
    fact_count: int,
) -> Callable[..., datetime]:
    """Return a function that shows the moment of *compute_second*, called with its facts.

    *tz* is an offset in seconds, "naive" for none, and anything else for UTC.
    """
    if isinstance(tz, int) and tz:
        zone = timezone(timedelta(seconds=tz))
        return lambda word, *facts: datetime.fromtimestamp(compute_second(*facts), zone)
    epoch, delta = NAIVE_EPOCH if tz == "naive" else EPOCH, timedelta
    if fact_count == 1:
        return lambda word, one: epoch + delta(0, compute_second(one))
    if fact_count == 2:
        return lambda word, one, two: epoch + delta(0, compute_second(one, two))
    return lambda word, *facts: epoch + delta(0, compute_second(*facts))


def _provide_text(
    context: FieldContext,
    compute_tick: ComputeTick,
    facts: tuple[Fact, ...],
    ticks: int,
) -> Node | None:
    """Return the node of a text in ISO 8601: of a day or of a second, whichever fits.

    The day comes first if the name of the field means one.
    """

    def show_day(word: int, *fact_values: Any) -> str:
        ordinal = compute_tick(*fact_values) // (DAY * ticks) + EPOCH_ORDINAL
        return date.fromordinal(ordinal).isoformat()

    def show_second(word: int, *fact_values: Any) -> str:
        moment = NAIVE_EPOCH + timedelta(0, 0, compute_tick(*fact_values) * 1_000_000 // ticks)
        return f"{moment.isoformat(timespec=precision)}Z"

    precision = "seconds" if ticks == 1 else "milliseconds"
    is_day = "date" in context.name.split("_") or context.name in DAY_NAMES
    formats = (show_day, show_second) if is_day else (show_second, show_day)
    return find_first_node(build_text_view(context, show, *facts) for show in formats)


SCALES: tuple[tuple[int, frozenset[str]], ...] = (
    (1_000, frozenset("ms millis milliseconds msec".split())),
    (1_000_000, frozenset("us micros microseconds usec".split())),
    (1_000_000_000, frozenset("ns nano nanos nanoseconds".split())),
    (1, frozenset()),
)
"""Parts of a second, and the words of names that mean them."""


def _provide_number(
    context: FieldContext,
    compute_tick: ComputeTick,
    facts: tuple[Fact, ...],
    span: tuple[int, int],
    ticks: int,
) -> Node | None:
    """Return the node of seconds after 1970, or of the parts of seconds that the name says.

    If the constraints refuse seconds, they are milliseconds, or smaller.
    """
    words = set(context.name.split("_"))
    if not f"_{context.name}".endswith(TIMESTAMP_ENDINGS):
        return None
    named = [scale for scale, names in SCALES if not names.isdisjoint(words)]
    scales = named or [1, 1_000, 1_000_000, 1_000_000_000]
    for scale in scales:
        if all(is_valid_number(end * scale, context.constraints) for end in span):
            break
    else:
        return None
    if context.kind == "float":
        return FactView(
            lambda word, *values: compute_tick(*values) * scale / ticks,
            facts,
        )
    return FactView(
        lambda word, *values: compute_tick(*values) * scale // ticks,
        facts,
    )


TIMESTAMP_ENDINGS = (
    *("timestamp", "_ts", "_at", "_ms", "_millis", "_epoch", "_unix", "_nano", "_ns", "_us"),
    *("_micros", "_nanos", "_utc", "_ctime", "_mtime", "_atime", "_last_login", "_last_seen"),
)
"""Endings of the name of a number that is a timestamp."""

DAY_NAMES = frozenset({"birthday", "dob", "born", "day", "hired", "check_in", "check_out"})
"""Names of days that do not contain "date"."""
