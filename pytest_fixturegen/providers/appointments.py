"""Moments that depend on the period of a record: plans, trials, pay days, arrivals, months."""

from __future__ import annotations

from datetime import date
from functools import partial

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.fact_fields import ProviderTable, build_table, build_text_view
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.began import (
    build_began_fact,
    get_life,
    get_outline,
    to_seconds,
)
from pytest_fixturegen.providers.lives.clock import build_began_clock
from pytest_fixturegen.providers.lives.kinds import DAY, HOUR
from pytest_fixturegen.providers.lives.periods import (
    DAYS,
    Term,
    build_period,
    build_term_fact,
    find_month,
    find_pair,
)
from pytest_fixturegen.providers.lives.verbs import DONE, PAID, PARTS, SENT
from pytest_fixturegen.providers.moment_views import EPOCH_ORDINAL
from pytest_fixturegen.providers.schedules import provide_later, provide_scheduled, provide_start
from pytest_fixturegen.providers.timestamps import (
    provide_expected,
    provide_place,
)


def provide_arrival_on_day(
    is_end: bool,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of when somebody really came, or left, on the day of the booking."""
    pair = find_pair(get_outline(context))
    period = build_period(context, owner)
    if not pair or not period.is_ahead:
        place = DONE * PARTS if is_end else SENT * PARTS
        return provide_place(
            place,
            context,
            owner,
        )

    is_boarding = not is_end and pair[0].startswith("depart")

    def compute_moment(began_at: int, term: Term) -> int:
        if is_boarding:
            return period.compute_start(began_at, term) - (35 + began_at % 90) * 60
        if is_end:
            day = (
                period.compute_end(
                    pair[2],
                    began_at,
                    term,
                )
                // DAY
            )
            return day * DAY + 7 * HOUR + term[1] % (4 * HOUR)
        day = period.compute_start(began_at, term) // DAY
        return day * DAY + 14 * HOUR + began_at % (6 * HOUR)

    return provide_scheduled(
        context,
        compute_moment,
        period.facts,
    )


def provide_plan(context: FieldContext, owner: str) -> Node | None:
    """Return the node of when something was to happen: near when its work began."""
    life = get_life(context)
    if life.is_parent and not life.late:
        return provide_start(context, owner) if context.kind != "time" else None
    place = SENT * PARTS if life.is_slow else 1
    return provide_expected(
        place,
        context,
        owner,
    )


def provide_month(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the first day of the month in which the record began."""
    show_began = build_began_clock(get_life(context))
    facts = (build_began_fact(context),)
    return provide_scheduled(
        context,
        lambda began: find_month(show_began(began), 0),
        facts,
    )


def provide_week_end(last: bool, context: FieldContext, owner: str) -> Node | None:
    """Return the node of the first, or the *last*, day of the week before the record began."""
    show_began = build_began_clock(get_life(context))

    def compute_day(began: int) -> int:
        day = show_began(began) // DAY
        monday = day - (day + THURSDAY) % DAYS_OF_WEEK - DAYS_OF_WEEK
        return (monday + last * (DAYS_OF_WEEK - 1)) * DAY

    return provide_scheduled(
        context,
        compute_day,
        (build_began_fact(context),),
    )


THURSDAY, DAYS_OF_WEEK = 3, 7
"""The weekday of the first of January 1970."""


def provide_first_payment(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the day a month after the beginning of what is paid in installments."""
    period = build_period(context, owner)
    return provide_scheduled(
        context,
        lambda *facts: period.compute_start(*facts) + 30 * DAY * period.ticks,
        period.facts,
        ticks=period.ticks,
    )


def provide_month_text(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the month in which the record began, such as ``2025-03``."""
    show_began = build_began_clock(get_life(context))

    def show_month(word: int, began: int) -> str:
        return date.fromordinal(show_began(began) // DAY + EPOCH_ORDINAL).isoformat()[:7]

    return build_text_view(
        context,
        show_month,
        build_began_fact(context),
        lengths=(7, 7),
    )


def provide_trial(
    is_end: bool,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the start or the end of a trial: one, two or four weeks."""
    show_began = build_began_clock(get_life(context))

    def compute_moment(began_at: int, term: Term) -> int:
        days = (7, 14, 14, 30)[term[0] % 4] if is_end else 0
        return show_began(began_at) + days * DAY

    return provide_scheduled(
        context, compute_moment, (build_began_fact(context), build_term_fact(""))
    )


def provide_current_period(
    is_end: bool,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the start or the end of the month of a subscription at present."""
    now = to_seconds(context.now)
    show_began = build_began_clock(get_life(context))

    def compute_moment(began_at: int) -> int:
        start = now - (now - show_began(began_at)) % MONTH
        return start + MONTH if is_end else start

    return provide_scheduled(
        context,
        compute_moment,
        (build_began_fact(context),),
    )


MONTH = 30 * DAY


def provide_follow_up(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a moment one to six weeks after the end of the record."""
    return provide_later(
        context,
        get_life(context).length + 2 * DAY,
        40,
    )


def provide_pay_day(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the day on which the period is paid: shortly after its end."""
    period = build_period(context, owner)
    if period.is_ahead or len(period.facts) > 1:
        return provide_place(
            PAID * PARTS,
            context,
            owner,
        )

    def compute_pay_day(began_at: int) -> int:
        return period.compute_end(DAYS, began_at) + (1 + began_at % 4) * DAY

    return provide_scheduled(
        context,
        compute_pay_day,
        period.facts,
    )


NAMES: ProviderTable = build_table(
    (
        "scheduled scheduled_at scheduled_for scheduled_date planned_at planned_for",
        "datetime date str",
        provide_plan,
    ),
    (
        "trial_start trial_started_at trial_starts_at",
        "datetime date str",
        partial(provide_trial, False),
    ),
    (
        "trial_end trial_ends_at trial_ended_at trial_expires_at",
        "datetime date str",
        partial(provide_trial, True),
    ),
    (
        "month month_start report_month billing_month statement_month period_month cohort_month",
        "datetime date",
        provide_month,
    ),
    (
        """billing_period pay_period fiscal_period statement_period reporting_period month_year
        year_month billing_month report_month statement_month""",
        "str",
        provide_month_text,
    ),
    (
        """week_start week_starting week_start_date week_begin week_beginning week_of
        week_commencing""",
        "datetime date str",
        partial(provide_week_end, False),
    ),
    (
        "week_end week_ending week_end_date week_ending_date",
        "datetime date str",
        partial(provide_week_end, True),
    ),
    (
        """first_payment_date first_installment_date first_due_date first_payment_due
        first_payment_on first_repayment_date""",
        "datetime date str",
        provide_first_payment,
    ),
    ("current_period_start", "datetime date str int", partial(provide_current_period, False)),
    (
        "current_period_end renews_at renews_on renewal_date next_renewal",
        "datetime date str int",
        partial(provide_current_period, True),
    ),
    (
        "follow_up follow_up_date follow_up_at followup_date follow_up_on",
        "datetime date str",
        provide_follow_up,
    ),
    (
        "checked_in_at checkin_at checked_in_on actual_check_in actual_checkin checkin_timestamp",
        "datetime date str",
        partial(provide_arrival_on_day, False),
    ),
    (
        "checked_out_at checkout_at checked_out_on actual_check_out actual_checkout",
        "datetime date str",
        partial(provide_arrival_on_day, True),
    ),
    ("pay_date payday pay_day payment_date payout_date", "datetime date str", provide_pay_day),
)
"""Names of fields and kinds of value, and their providers."""
