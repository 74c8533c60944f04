"""Durations: the time between the start and the end that the same record shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS
from pytest_fixturegen.nodes import Fact, FactPin, FactView, Node
from pytest_fixturegen.providers.datetimes import format_timedelta
from pytest_fixturegen.providers.fact_fields import NamedProvider, build_draw, list_sample_words
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.began import get_life, get_outline
from pytest_fixturegen.providers.lives.periods import (
    DAYS,
    HOURS,
    Period,
    build_interval,
    build_period,
    find_pair,
    find_shown_places,
    find_verb_places,
    measure_interval,
    order_places,
)
from pytest_fixturegen.providers.lives.verbs import find_place, strip_moment_words
from pytest_fixturegen.providers.moment_pins import make_duration_pin
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.record_outline import RecordOutline

UNIT_WORDS: dict[str, float] = {
    word: size
    for size, words in (
        (1e-9, "ns nanos nanoseconds nano"),
        (1e-6, "us micros microseconds"),
        (1e-3, "ms millis milliseconds msec"),
        (1, "s sec secs seconds"),
        (60, "min mins minutes"),
        (3600, "h hr hrs hours"),
        (86_400, "days nights day"),
        (7 * 86_400, "weeks wks"),
        (2_629_800, "months mths"),
        (31_557_600, "years yrs"),
    )
    for word in words.split()
}
"""The words for units at the end of the name of a duration, in seconds."""

STEM_UNITS: dict[str, float] = {
    stem: size
    for size, stems in (
        (
            1,
            """duration collection elapsed elapsed_time run_time runtime time_taken session_length
            session_duration call_duration trip_duration ride_duration travel_time total_time
            total_duration flight flight_duration job_duration build_duration execution_time
            took exec_time wall_time trip_time ride_time travel stay_duration length
            event_duration class_duration lesson_duration meeting_duration shift_duration
            appointment_duration visit_duration journey_time journey_duration session_time
            event_length class_length meeting_length match_duration treatment_duration""",
        ),
        (3600, "hours_worked worked_hours total_hours shift_length hours worked shift"),
        (
            86_400,
            """length_of_stay length_of_trip trip_length los stay stay_length nights
            number_of_nights num_nights""",
        ),
        (86_400, "rental_days loan_days leave_days days_requested rental loan leave days"),
        (
            86_400,
            """billing period billing_period total_days num_days number_of_days requested
            number_of num""",
        ),
        (2_629_800, "term contract_length contract_term lease_term contract lease policy_term"),
    )
    for stem in stems.split()
}
"""The names of durations without their units, and the unit of a name without one."""

NEEDS_PERIOD = frozenset(
    """billing period flight collection length hours days nights number_of num requested term
    worked""".split()
)
"""Names of durations only if a start and an end stand beside."""


def find_duration_provider(context: FieldContext) -> NamedProvider | None:
    """Return the provider of a duration if the name of the field is one; None if not."""
    if context.kind not in ("int", "float", "decimal", "timedelta"):
        return None
    stem, _, last = context.name.rpartition("_")
    if last in UNIT_WORDS and stem in STEM_UNITS:
        return _make_provider(stem, UNIT_WORDS[last])
    if context.name in STEM_UNITS:
        return _make_provider(context.name, STEM_UNITS[context.name])
    return None


OWN_ENDS = re.compile(r"(\w+)_(start|started|began|opened)")
OWN_STOPS = ("ended", "end", "finished", "completed", "stopped", "closed")
"""Words for the two ends of what the words before them name: ``charging_started_at``."""


def _find_owned_places(stem: str, outline: RecordOutline) -> tuple[int, int] | None:
    """Return the places of two moments of *outline* that are the ends of the same thing.

    Return None if there are none, or *stem* does not name what lies between.
    """
    if stem not in STEM_UNITS or find_pair(outline):
        return None
    verbs = [strip_moment_words(field.name) for field in outline.fields]
    for start in filter(None, map(OWN_ENDS.fullmatch, verbs)):
        stops = map(f"{start[1]}_{{}}".format, OWN_STOPS)
        stop = next(filter(verbs.__contains__, stops), "")
        if stop:
            return order_places(
                start[2],
                stop.rpartition("_")[2],
                outline,
            )
    return None


WAITING_STEMS = frozenset("queue wait waiting queue_time wait_time waiting_time queued".split())
"""Names of the time until something started, without their units."""


def find_interval_provider(context: FieldContext) -> NamedProvider | None:
    """Return the provider of a duration if the record shows its two ends; None if not."""
    outline = get_outline(context)
    found = _find_measure(context.name, outline) if context.kind in ("int", "float") else None
    if found is not None:
        return found
    if not (find_pair(outline) or find_verb_places(outline)):
        return None
    return find_duration_provider(context)


def _find_measure(name: str, outline: RecordOutline) -> NamedProvider | None:
    """Return the provider of the time called *name* between two moments of *outline*."""
    stem, unit = _split_unit(name)
    if unit and stem in WAITING_STEMS:
        return _find_wait_provider(unit, outline)
    places = _find_named_places(stem, outline) or _find_owned_places(stem, outline)
    return (
        partial(
            _provide_interval,
            places,
            unit or 3600,
        )
        if places
        else None
    )


def _split_unit(name: str) -> tuple[str, float | None]:
    """Return *name* without its unit, and that in seconds: ``queue_ms``, ``days_open``."""
    head, _, last = name.rpartition("_")
    first, _, tail = name.partition("_")
    if last in UNIT_WORDS:
        return head, UNIT_WORDS[last]
    return (tail, UNIT_WORDS[first]) if tail and first in UNIT_WORDS else (name, None)


def _find_wait_provider(unit: float, outline: RecordOutline) -> NamedProvider | None:
    """Return the provider of the time in *unit* until something started; None if none waits."""
    for verb in QUEUED_VERBS:
        if outline.has(f"{verb}_at"):
            return partial(
                _provide_wait,
                verb,
                unit,
            )
    places = find_shown_places(
        ARRIVING_VERBS,
        SERVING_VERBS,
        outline,
    )
    return (
        partial(
            _provide_interval,
            places,
            unit,
        )
        if places
        else None
    )


ARRIVING_VERBS = ("arrived", "checked_in", "registered", "joined")
SERVING_VERBS = ("seen", "called", "started", "served", "admitted", "triaged")
"""Verbs of who waits, and of what ends that."""


INTERVALS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        """turnaround turnaround_time tat lead_time cycle_time processing_time time_to_complete
        completion_time handling_time""",
        ("ordered", "requested", "submitted", "received", "opened", "started", "created"),
        ("resulted", "completed", "finished", "resolved", "delivered", "closed", "reported"),
    ),
    (
        """resolution_time time_to_resolve time_to_resolution ttr time_to_close open to_resolve
        to_close to_resolution resolution""",
        ("opened", "created", "reported", "detected"),
        ("resolved", "closed"),
    ),
    (
        """response_time first_response_time time_to_first_response time_to_respond to_respond
        to_first_response first_response response""",
        ("opened", "created", "reported", "called", "received", "logged", "requested"),
        ("first_response", "responded", "acknowledged", "arrived", "on_scene", "dispatched"),
    ),
    (
        """repair_time repair downtime outage time_to_repair time_to_restore restoration_time
        time_to_fix outage_duration""",
        ("reported", "started", "detected", "opened", "created"),
        ("restored", "repaired", "fixed", "resolved", "completed", "finished"),
    ),
    (
        "parking parked stay_time dwell dwell_time",
        ("entered", "entry", "arrived", "parked"),
        ("exited", "exit", "left", "departed"),
    ),
    (
        "to_deliver delivery delivery_time transit transit_time shipping shipping_time in_transit",
        ("shipped", "dispatched", "picked_up", "sent", "departed"),
        ("delivered", "arrived", "received"),
    ),
    ("hospital stay", ("admitted", "admission"), ("discharged", "discharge")),
)
"""Names of durations without their units, and the verbs of their two ends, the closest first."""


def _find_named_places(stem: str, outline: RecordOutline) -> tuple[int, int] | None:
    """Return the places of the two ends of a duration called *stem*; None if one is not shown."""
    pairs = ((starts, ends) for stems, starts, ends in INTERVALS if stem in stems.split())
    found = (
        find_shown_places(
            starts,
            ends,
            outline,
        )
        for starts, ends in pairs
    )
    return next(filter(None, found), None)


def _provide_interval(
    places: tuple[int, int],
    unit: float,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the time between two *places* in seconds of *unit*."""
    period = build_interval(context, *places)
    facts, measure = _build_measure(period, HOURS)
    view = FactView(
        _build_show(
            context.kind,
            measure,
            period.ticks,
            unit,
            0,
        ),
        facts,
    )
    return _check_view(view, context)


QUEUED_VERBS = ("enqueued", "queued", "requested", "submitted", "scheduled", "created")
"""Verbs of what waits until it is started."""


def _provide_wait(
    verb: str,
    unit: float,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the time from *verb* until the record was started, in *unit* seconds."""
    outline = get_outline(context)
    first, last = find_place(verb, outline), find_place("started", outline)
    assert first is not None
    assert last is not None
    return _provide_interval(
        (first, max(last, first)),
        unit,
        context,
        owner,
    )


def _make_provider(stem: str, unit: float) -> NamedProvider:
    return partial(
        provide_duration,
        unit,
        stem in NEEDS_PERIOD,
    )


def provide_duration(
    unit: float,
    needs_period: bool,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the time from start to end: a timedelta, or a number of *unit* seconds.

    If *needs_period*, a record that shows no start and no end has no such node.
    """
    outline = get_outline(context)
    if needs_period and not (find_pair(outline) or find_verb_places(outline)):
        return None
    found = measure_interval(context, owner)
    if found is None and (context.kind == "timedelta" or not context.record.model):
        found = build_period(context, owner), HOURS
    if found is None or (unit > LONGEST and found[1] == HOURS):
        return None  # what takes hours is not measured in months
    period, length_unit = found
    facts, measure = _build_measure(period, length_unit)
    extra = period.ticks * 86_400 if _counts_both_days(context, length_unit) else 0
    show = _build_show(
        context.kind,
        measure,
        period.ticks,
        unit,
        extra,
    )
    pin = _make_pin(context, unit) if period.is_ahead else None
    json = JSON_CONVERTERS.get(context.kind)
    return _check_view(
        FactView(
            show,
            facts,
            json,
            pin,
        ),
        context,
    )


JSON_CONVERTERS: dict[Any, Callable[[Any], str]] = {"timedelta": format_timedelta, "decimal": str}


def _make_pin(context: FieldContext, unit: float) -> FactPin:
    """Return the pin of a fixed duration in seconds of *unit*."""
    return make_duration_pin(1 if context.kind == "timedelta" else unit)


def _counts_both_days(context: FieldContext, unit: int) -> bool:
    """Return whether the field counts the first and the last day: days of leave, not nights."""
    is_leave = get_life(context).name == "leave"
    return is_leave and unit == DAYS and "night" not in context.name


def _build_measure(period: Period, unit: int) -> tuple[tuple[Fact, ...], Callable[..., int]]:
    """Return the facts that decide how long *period* is, and what computes its ticks."""
    start, end = period.compute_start, period.compute_end
    if period.is_ahead:  # however the record began
        return (
            period.facts[1:],
            lambda term: (
                end(
                    unit,
                    0,
                    term,
                )
                - start(0, term)
            ),
        )
    return period.facts, lambda *facts: end(unit, *facts) - start(*facts)


def _build_show(
    kind: Any,
    measure: Callable[..., int],
    ticks: int,
    unit: float,
    extra: int,
) -> Callable[..., Any]:
    """Return what shows the ticks of *measure*, and *extra* ones, in a *kind* of value."""
    if kind == "timedelta":
        return lambda word, *facts: timedelta(seconds=measure(*facts) / ticks)
    size = ticks * unit
    if kind == "int" and unit >= WHOLE_DAY:
        return lambda word, *facts: round((measure(*facts) + extra) / size)
    if kind == "int":
        return lambda word, *facts: int((measure(*facts) + extra) / size + 1e-6)
    return lambda word, *facts: round((measure(*facts) + extra) / size, 2)


WHOLE_DAY = 86_400
LONGEST = 28 * WHOLE_DAY
"""The longest unit of what takes hours."""


def _check_view(view: FactView, context: FieldContext) -> Node | None:
    """Return *view* if the first of its values satisfy the constraints of the field."""
    constraints = context.constraints
    if constraints == NO_CONSTRAINTS:
        return view
    if context.kind == "timedelta":
        return None
    draw = build_draw(view)
    values = [draw(word) for word in list_sample_words()]
    return view if all(is_valid_number(value, constraints) for value in values) else None
