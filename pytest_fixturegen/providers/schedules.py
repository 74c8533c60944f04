"""Scheduled moments: a start and its end, due dates, expiry dates."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Converted, Fact, FactPin, FactView, Integer, Node
from pytest_fixturegen.providers import datetimes
from pytest_fixturegen.providers.ages import provide_age, provide_birth_year, provide_birthday
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_table,
    is_free,
    make_choice_provider,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.began import (
    build_began_fact,
    build_pace_fact,
    get_life,
    get_outline,
    to_seconds,
)
from pytest_fixturegen.providers.lives.clock import AnyPace, build_began_clock, build_place_clock
from pytest_fixturegen.providers.lives.durations import provide_duration
from pytest_fixturegen.providers.lives.kinds import DAY, HOUR
from pytest_fixturegen.providers.lives.periods import (
    DAYS,
    HOURS,
    MONTHS,
    START_END_PAIRS,
    Period,
    Term,
    build_period,
    build_term_fact,
    find_pair,
    takes_an_hour,
)
from pytest_fixturegen.providers.lives.verbs import DONE, PARTS, SEEN, find_place
from pytest_fixturegen.providers.moment_pins import (
    make_due_pin,
    make_end_pin,
    make_start_pin,
)
from pytest_fixturegen.providers.moment_views import provide_moment
from pytest_fixturegen.providers.quantity import (
    build_range_end,
    build_range_fact,
    is_valid_number,
    make_number_provider,
)
from pytest_fixturegen.providers.timestamps import (
    OLDEST,
    TIMESTAMP_KINDS,
    provide_expected,
)

OPENING_RANGE = (6 * 3600, 23 * 3600, 900)
"""Seconds of the day from 6:00 to 23:00, in quarters of an hour."""

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SCHEDULE_SPAN = 4 * 365 * DAY
"""Seconds after the present within which scheduled moments are."""

# Start and end


def provide_start(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a start: a quarter of an hour on a day after the record began.

    Records that take less than a day start right after they began.
    """
    if context.kind == "time":
        return _provide_period_clock(context, owner) or provide_clock(
            0,
            context,
            owner,
        )
    period = build_period(context, owner)
    pin = make_start_pin(get_life(context), period.later) if period.is_ahead else None
    return provide_scheduled(
        context,
        period.compute_start,
        period.facts,
        pin,
        period.ticks,
    )


def provide_end(
    unit: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of an end, HOURS, DAYS or MONTHS (*unit*) after the start.

    If the field holds a date, the end is days after the start.
    """
    if context.kind == "time":
        clock = _provide_period_clock(
            context,
            owner,
            is_end=True,
        )
        return clock or provide_clock(
            1,
            context,
            owner,
        )
    if find_pair(get_outline(context)) is None and _is_offer(context):
        return provide_later(
            context,
            14 * DAY,
            46,
        )
    is_date = context.kind == "date" or "date" in context.name.split("_")
    length_index = DAYS if unit == HOURS and is_date else unit
    period = build_period(context, owner)
    pin = (
        _make_end_pin(
            context,
            length_index,
            period,
        )
        if period.is_ahead
        else None
    )
    compute_end = partial(period.compute_end, length_index)
    return provide_scheduled(
        context,
        compute_end,
        period.facts,
        pin,
        period.ticks,
    )


def _provide_period_clock(
    context: FieldContext,
    owner: str,
    *,
    is_end: bool = False,
) -> Node | None:
    """Return the node of the time of day at an end of a shift, or of what takes an hour.

    Return None for other records.
    """
    is_timed = get_life(context).name == "shift" or takes_an_hour(get_outline(context))
    if not is_timed or context.constraints != Constraints():
        return None
    period = build_period(context, owner)
    compute = partial(period.compute_end, HOURS) if is_end else period.compute_start
    return FactView(
        lambda word, *facts: datetimes.build_naive_time(compute(*facts) // period.ticks % DAY),
        period.facts,
    )


def _make_end_pin(
    context: FieldContext,
    unit: int,
    period: Period,
) -> FactPin:
    """Return the pin of the end of a *period*."""
    return make_end_pin(
        unit,
        get_life(context),
        period.later,
    )


def provide_scheduled(
    context: FieldContext,
    compute: Callable[..., int],
    facts: tuple[Fact, ...],
    pin: FactPin | None = None,
    ticks: int = 1,
) -> Node | None:
    """Return the node of a moment in the past or the future.

    Return None if the type requires one of the two.
    """
    if context.constraints.now:
        return None
    now = to_seconds(context.now)
    return provide_moment(
        context,
        compute,
        facts,
        (now - OLDEST, now + SCHEDULE_SPAN),
        pin,
        ticks,
    )


def provide_clock(
    end_index: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of a time of day: 0 is the earlier of two, 1 the later."""
    node: Node = Converted(Integer(*OPENING_RANGE), datetimes.build_naive_time)
    if context.constraints != Constraints():
        node = datetimes.clock(context)
    return build_range_end(
        node,
        build_range_fact("clock", owner),
        end_index,
    )


# Due, expiring and upcoming


def provide_due(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a moment two to six weeks after the record began.

    What has a period is due at its end.
    """
    outline = get_outline(context)
    if get_life(context).name == "project" and find_pair(outline):
        return provide_end(
            DAYS,
            context,
            owner,
        )
    show_began = build_began_clock(get_life(context))

    def compute_due(began_at: int, term: Term) -> int:
        return show_began(began_at) + _count_days_to_due(term) * DAY

    facts = (build_began_fact(context), build_term_fact(""))
    return provide_scheduled(
        context, compute_due, facts, make_due_pin(_count_days_to_due, get_life(context))
    )


def _count_days_to_due(term: Term) -> int:
    """Return two to six weeks in days."""
    return 14 + term[0] % 5 * 7


def provide_expiry(context: FieldContext, owner: str) -> Node | None:
    """Return the node of when the record is no longer valid.

    What lasts is valid for some months after the present. A contract ends with its period, and
    other records some time after they began.
    """
    life, now = get_life(context), to_seconds(context.now)
    if life.name == "contract" and find_pair(get_outline(context)):
        return provide_end(
            MONTHS,
            context,
            "",
        )

    def compute_expiry(term: Term) -> int:
        return now + term[0] * DAY + term[MONTHS]

    if not context.constraints.now and _is_offer(context):
        return provide_later(
            context,
            14 * DAY,
            46,
        )
    if life.is_parent or context.constraints.now:
        return provide_scheduled(
            context,
            compute_expiry,
            (build_term_fact(owner),),
        )
    if life.speed[0] < life.speed[1]:
        return provide_later(
            context,
            life.length + HOUR,
            EXPIRY_DAYS,
            HOUR,
        )
    return provide_later(
        context,
        life.length,
        EXPIRY_DAYS,
    )


def _is_offer(context: FieldContext) -> bool:
    """Return whether the record is an offer, which is valid for some weeks."""
    return not OFFER_NOUNS.isdisjoint(context.model.split("_"))


OFFER_NOUNS = frozenset("quote quotation offer proposal estimate bid tender".split())
"""Nouns of what is valid for some weeks."""

EXPIRY_DAYS = 60
"""The days within which a record expires, once it has had the time for all of its stages."""


def provide_later(
    context: FieldContext,
    least: int,
    span: int,
    unit: int = DAY,
) -> Node | None:
    """Return the node of a moment *least* seconds, and up to *span* units, after the beginning."""
    show_began = build_began_clock(get_life(context))

    def compute_later(began_at: int, term: Term) -> int:
        return show_began(began_at) + least + term[0] % span * unit

    facts = (build_began_fact(context), build_term_fact(""))
    return provide_scheduled(
        context,
        compute_later,
        facts,
    )


def provide_upcoming(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a moment in the weeks after the present."""
    today = to_seconds(context.now) // DAY * DAY

    def compute_upcoming(term: Term) -> int:
        return today + term[0] * DAY + term[1]

    return provide_scheduled(
        context,
        compute_upcoming,
        (build_term_fact(owner),),
    )


def _has_last(context: FieldContext) -> bool:
    """Return whether the record shows the last of what the field says when the next is due."""
    names = (field.name for field in get_outline(context).fields if field.kind in MOMENT_KINDS)
    stem = context.name.partition("_")[2][:5]
    return any(name.startswith(("last_", "previous_")) and f"_{stem}" in name for name in names)


MOMENT_KINDS = ("datetime", "date")


def provide_next(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a moment some weeks after the last one that the record shows."""
    clock = build_place_clock(
        get_life(context),
        to_seconds(context.now),
        SEEN * PARTS,
    )
    ticks = get_life(context).ticks

    def compute_next(
        began: int,
        pace: AnyPace,
        term: Term,
    ) -> int:
        return clock(began, pace) + (7 + term[0]) * DAY * ticks

    facts = (build_began_fact(context), build_pace_fact(context), build_term_fact(""))
    return provide_scheduled(
        context,
        compute_next,
        facts,
        None,
        ticks,
    )


def provide_doors(context: FieldContext, owner: str) -> Node | None:
    """Return the node of when doors open: half an hour or an hour before the start."""
    period = build_period(context, owner)
    early = period.ticks * HOUR // 2

    def compute_doors(*facts: Any) -> int:
        start: int = period.compute_start(*facts)
        return start - early * (1 + start // DAY % 2)

    return provide_scheduled(
        context,
        compute_doors,
        period.facts,
        None,
        period.ticks,
    )


def provide_soon(
    days: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of a moment so many *days* after the record."""
    return provide_later(
        context,
        days * DAY,
        2,
    )


def provide_terms_days(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the days until the record is due; None if it shows no such day."""
    if not context.record.has("due_date", "due_on", "due_at", "due", "payment_due"):
        return None
    if not all(is_valid_number(days, context.constraints) for days in (14, 42)):
        return None
    return FactView(lambda word, term: _count_days_to_due(term), (build_term_fact(""),))


def provide_arrival(context: FieldContext, owner: str) -> Node | None:
    """Return the node of when something is expected: near the end of the record.

    What a record of an instant tells of, such as the position of a ship, comes days later.
    """
    life = get_life(context)
    if life.late and life.speed[0] < life.speed[1]:
        return provide_later(
            context,
            DAY // 2,
            20,
        )
    is_leaving = context.name == "etd" or "departure" in context.name
    place = find_place("etd" if is_leaving else "eta", get_outline(context))
    return provide_expected(
        DONE * PARTS if place is None else place,
        context,
        owner,
    )


def find_deadline_provider(context: FieldContext) -> NamedProvider | None:
    """Return the provider of a date that its last word makes a deadline; None if it is none."""
    if context.kind not in ("datetime", "date"):
        return None
    words = context.name.removesuffix("_date").removesuffix("_at").split("_")
    is_gathering = get_life(context).name == "gathering"
    if is_gathering and context.name.removesuffix("_date") in get_outline(context).model.split("_"):
        return provide_start
    if len(words) < 2:
        return None
    if words[0] in ("next", "upcoming"):
        return provide_next if _has_last(context) else provide_upcoming
    if words[-1] in ("due", "deadline") or (words[0] == "due" and words[1] in DUE_WORDS):
        return provide_due
    return provide_expiry if words[-1] in EXPIRY_WORDS else None


DUE_WORDS = frozenset("back return returned payment pay settlement completion for by".split())
"""Words after *due* with which a deadline of the record, and not the next one, is named."""

EXPIRY_WORDS = frozenset("expires expiry expiration until thru ends lapses".split())


def provide_card_expiry(context: FieldContext, owner: str) -> Node | None:
    """Return the node of an expiry: month and year as on a card if a short text is required."""
    constraints = context.constraints
    is_short = (constraints.max_length or 9) < 8
    if context.kind != "str" or is_free(constraints) or not is_short:
        return provide_expiry(context, owner)
    months = []
    for step in range(48):
        year = context.now.year + 1 + step // 12
        months.append(f"{1 + step % 12:02}/{year % 100:02}")
    return make_choice_provider(*months)(context, owner)


# Years


def provide_year(context: FieldContext, owner: str) -> Node | None:
    """Return the node of one of the last thirty years."""
    years = [context.now.year - 1 - step for step in range(30)]
    return make_number_provider(years)(context, owner)


def provide_expiry_year(context: FieldContext, owner: str) -> Node | None:
    """Return the node of one of the next six years."""
    years = [context.now.year + 1 + step % 6 for step in range(12)]
    return make_number_provider(years)(context, owner)


def _list_pair_rows() -> list[tuple[str, str, NamedProvider]]:
    """Return the rows of START_END_PAIRS, with the kinds of value that each name may have."""
    rows: list[tuple[str, str, NamedProvider]] = []
    timestamp_or_time = f"{TIMESTAMP_KINDS} time"
    for start, end, unit in START_END_PAIRS:
        provide_this_end = partial(provide_end, unit)
        is_clear = "_" in start  # "start" alone may be a number
        kinds = timestamp_or_time if is_clear else "datetime date time"
        rows += [(start, kinds, provide_start), (end, kinds, provide_this_end)]
        if not is_clear:
            rows += [
                (f"{start}_at {start}_on", timestamp_or_time, provide_start),
                (f"{end}_at {end}_on", timestamp_or_time, provide_this_end),
            ]
    return rows


NAMES: ProviderTable = build_table(
    *_list_pair_rows(),
    (
        "duration",
        "timedelta",
        partial(
            provide_duration,
            1,
            False,
        ),
    ),
    ("due due_date due_at due_on due_by deadline payment_due", "datetime date str", provide_due),
    ("due_at due_ts", "int float", provide_due),
    (
        "expires expiry expiration expires_on expires_at expiry_date expiration_date expire_at",
        "datetime date",
        provide_expiry,
    ),
    (
        "best_before warranty_until valid_thru expiration_time expires_date",
        "datetime date",
        provide_expiry,
    ),
    ("expires_at expires_ts exp_ts expire_at", "int float", provide_expiry),
    (
        "expires_at expires_on expiry_date expiration_date expires expiry expiration valid_thru",
        "str",
        provide_card_expiry,
    ),
    ("exp_date card_expiry expiry_month_year", "str datetime date", provide_card_expiry),
    (
        "next_run next_run_at appointment upcoming",
        "datetime date",
        provide_upcoming,
    ),
    (
        "move_in_date move_in moved_in_at occupancy_date possession_date commencement_date",
        "datetime date str",
        provide_start,
    ),
    ("move_out_date move_out moved_out_at", "datetime date str", partial(provide_end, MONTHS)),
    (
        """next_billing_date next_payment_date appointment_date next_visit next_appointment""",
        "datetime date str",
        provide_upcoming,
    ),
    (
        """estimated_delivery estimated_delivery_date delivery_estimate expected_delivery eta etd
        expected_delivery_date estimated_arrival expected_arrival estimated_departure
        estimated_completion promised_date promise_date""",
        "datetime date str",
        provide_arrival,
    ),
    ("next_run_at", "str", provide_upcoming),
    (
        "doors_open doors_open_at doors doors_at doors_opened_at gates_open gates_open_at",
        "datetime",
        provide_doors,
    ),
    (
        """terms_days payment_terms_days net_days credit_days payment_term_days due_in_days
        days_to_pay payment_days payment_term""",
        "int",
        provide_terms_days,
    ),
    ("settles_on settle_date value_date", "date datetime", partial(provide_soon, 2)),
    (
        "birthday birth_date birthdate date_of_birth dob born born_on",
        "date datetime str",
        provide_birthday,
    ),
    ("age age_years age_in_years", "int float", provide_age),
    ("birth_year year_of_birth", "int", provide_birth_year),
    (
        "year model_year founded_year year_founded release_year publication_year",
        "int",
        provide_year,
    ),
    (
        "exp_year expiry_year expiration_year",
        "int",
        provide_expiry_year,
    ),
    ("month exp_month expiry_month birth_month", "int", make_number_provider(range(1, 13))),
    ("day day_of_month", "int", make_number_provider(range(1, 29))),
    ("hour hours_of_day", "int", make_number_provider(range(24))),
    ("minute", "int", make_number_provider(range(60))),
    (
        "weekday day_of_week",
        "str",
        make_choice_provider(*WEEKDAY_NAMES),
    ),
    (
        "month month_name",
        "str",
        make_choice_provider(*MONTH_NAMES),
    ),
)
"""Names of fields and kinds of value, and their providers."""
