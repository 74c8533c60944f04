"""Times of day: when hotels, shops and matches begin and end, and when the sun rises."""

from __future__ import annotations

from functools import partial

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Converted, Integer, Node
from pytest_fixturegen.providers.datetimes import build_naive_time
from pytest_fixturegen.providers.fact_fields import NamedProvider, build_draw_node
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.streams import mix_word

DAY_TIMES: tuple[tuple[str, int, int, int], ...] = (
    ("check_in_time checkin_time check_in_from check_in", 14 * 60, 16 * 60, 30),
    ("check_out_time checkout_time check_out_until check_out", 10 * 60, 12 * 60, 30),
    ("sunrise sunrise_time dawn civil_dawn", 5 * 60, 8 * 60, 1),
    ("sunset sunset_time dusk civil_dusk", 16 * 60 + 30, 20 * 60 + 30, 1),
    ("opening_time open_time opens opens_at open_at opening", 7 * 60, 10 * 60, 30),
    ("closing_time close_time closes closes_at close_at closing", 17 * 60, 22 * 60, 30),
    ("breakfast_time breakfast wake_up_time wake_time", 6 * 60, 9 * 60, 15),
    ("lunch_time lunch", 11 * 60 + 30, 13 * 60 + 30, 15),
    ("dinner_time dinner", 17 * 60 + 30, 20 * 60, 15),
    ("bed_time bedtime sleep_time", 21 * 60 + 30, 23 * 60 + 45, 15),
    ("kickoff kickoff_time kick_off match_time showtime show_time", 13 * 60, 21 * 60, 15),
    (
        "appointment_time meeting_time slot_time reservation_time hearing_time court_time "
        "exam_time lesson_time class_time interview_time visit_time consultation_time surgery_time "
        "session_time viewing_time inspection_time tour_time ceremony_time tee_time",
        8 * 60,
        17 * 60,
        15,
    ),
    ("shift_start clock_in_time", 6 * 60, 9 * 60, 15),
    ("shift_end clock_out_time", 15 * 60, 18 * 60, 15),
    ("pickup_time pick_up_time collection_time", 8 * 60, 12 * 60, 15),
    ("dropoff_time drop_off_time return_time", 13 * 60, 19 * 60, 15),
    ("delivery_time", 8 * 60, 19 * 60, 15),
)
"""Names of times, the first and the last minute of the day, and the minutes between two."""

MINUTES_BY_NAME = {
    name: (low, high, step) for names, low, high, step in DAY_TIMES for name in names.split()
}


def find_day_time_provider(context: FieldContext) -> NamedProvider | None:
    """Return the provider of a time of day if the name of the field is one; None if not."""
    found = MINUTES_BY_NAME.get(context.name)
    is_text = context.kind == "str" and ("time" in context.name or _is_weekly(context))
    if not found or not (context.kind == "time" or is_text):
        return None
    return partial(_provide_day_time, *found)


WEEKDAY_NAMES = ("day_of_week", "weekday", "week_day", "day", "days", "dow")
"""Fields of records that say what happens each week, so that their texts are times of day."""


PREMISES_NAMES = ("address", "address_line1", "street", "city", "postal_code", "opening_days")
"""Fields of places that open each day."""

NEIGHBOURS = dict.fromkeys(("opens", "opens_at", "closes", "closes_at"), PREMISES_NAMES)
"""By name of a time of day, fields beside which it is that of each day."""


def _is_weekly(context: FieldContext) -> bool:
    """Return whether the record of *context* describes what happens each week: opening hours."""
    return context.record.has(*WEEKDAY_NAMES, *NEIGHBOURS.get(context.name, ()))


def _provide_day_time(
    low: int,
    high: int,
    step: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of a time from *low* to *high* minutes, in multiples of *step*."""
    count = (high - low) // step + 1
    if context.kind == "str":
        return build_draw_node(context, partial(_draw_text, low, step, count))
    if context.constraints != Constraints():
        return None
    return Converted(
        Integer(low * 60, high * 60, step * 60),
        build_naive_time,
    )


def _draw_text(
    low: int,
    step: int,
    count: int,
    word: int,
) -> str:
    """Return a time of day, one of *count* that are *step* minutes apart."""
    minute = low + step * (mix_word(word, 1) * count >> 64)
    return f"{minute // 60:02}:{minute % 60:02}"
