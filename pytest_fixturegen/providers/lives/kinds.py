"""Kinds of lives: how fast records of a class go, when they begin, and by whose clock.

A ride takes minutes, a parcel days, a contract years. The noun of the class tells, and for a noun
that means several things the names of the fields.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.record_outline import RecordOutline, list_name_words

SECOND, MINUTE, HOUR, DAY, YEAR = 1, 60, 3600, 86_400, 365 * 86_400
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Life:
    """How records of a kind live.

    Attributes:
        name: The name of the kind.
        speed: A fraction: what the usual time between two stages is multiplied by.
        least: The seconds that the stages from the beginning to the end take at least.
        oldest: The seconds before the present within which records begin.
        youngest: The seconds before the present after which no record begins.
        half: The number of records after which the first half of that time is over.
        late: The seconds after its end within which a record changes; 0 is until the present.
        is_human: Whether people make the moments, most of them on working days.
        is_parent: Whether the record lives until the present, whatever was made of it.
        grain: The seconds of which the beginning is a multiple.
        step: The seconds from one item of a list to the next; 0 spreads them.
        ticks: The parts of a second that its moments tell apart.
    """

    name: str
    speed: tuple[int, int] = (1, 1)
    least: int = 0
    oldest: int = 2 * YEAR
    youngest: int = 60 * DAY
    half: int = 24
    late: int = 0
    is_human: bool = True
    is_parent: bool = False
    grain: int = 1
    step: int = 0
    ticks: int = 1

    @property
    def is_slow(self) -> bool:
        """Whether the stages are days apart, so that each falls into working hours."""
        return self.is_human and self.speed[0] >= self.speed[1]

    @property
    def length(self) -> int:
        """The seconds that the stages take at most."""
        return self.least + 17 * DAY * self.speed[0] // self.speed[1]


LIVES: dict[str, Life] = {
    life.name: life
    for life in (
        Life(
            "thing",
            oldest=3 * YEAR,
            is_parent=True,
        ),
        Life(
            "entity",
            oldest=8 * YEAR,
            youngest=200 * DAY,
            is_parent=True,
        ),
        Life(
            "employee",
            oldest=12 * YEAR,
            youngest=200 * DAY,
            is_parent=True,
        ),
        Life(
            "student",
            (30, 1),
            500 * DAY,
            9 * YEAR,
            YEAR,
            is_parent=True,
        ),
        Life(
            "gathering",
            oldest=500 * DAY,
            youngest=40 * DAY,
        ),
        Life(
            "post",
            oldest=YEAR,
            youngest=20 * DAY,
            is_parent=True,
        ),
        Life(
            "order",
            oldest=400 * DAY,
            youngest=30 * DAY,
        ),
        Life(
            "loan",
            (2, 1),
            3 * DAY,
            oldest=500 * DAY,
            youngest=60 * DAY,
        ),
        Life(
            "project",
            (4, 1),
            14 * DAY,
            oldest=2 * YEAR,
            youngest=120 * DAY,
        ),
        Life(
            "crop",
            (8, 1),
            40 * DAY,
            oldest=3 * YEAR,
            youngest=200 * DAY,
        ),
        Life(
            "contract",
            (8, 1),
            30 * DAY,
            oldest=5 * YEAR,
            youngest=200 * DAY,
            is_parent=True,
        ),
        Life(
            "mortgage",
            (8, 1),
            oldest=5 * YEAR,
            youngest=200 * DAY,
            is_parent=True,
        ),
        Life(
            "sleep",
            (1, 150),
            5 * HOUR,
            300 * DAY,
            DAY,
            2000,
            HOUR,
        ),
        Life(
            "stay",
            (1, 2),
            oldest=600 * DAY,
            youngest=30 * DAY,
        ),
        Life(
            "leave",
            (1, 4),
            oldest=400 * DAY,
            youngest=60 * DAY,
        ),
        Life(
            "incident",
            (1, 24),
            10 * MINUTE,
            400 * DAY,
            5 * DAY,
            200,
            DAY,
            is_human=False,
        ),
        Life(
            "message",
            (1, 40_000),
            0,
            200 * DAY,
            DAY,
            4000,
            DAY,
        ),
        Life(
            "flight",
            (1, 60),
            50 * MINUTE,
            300 * DAY,
            2 * DAY,
            2000,
            DAY,
            grain=5 * MINUTE,
        ),
        Life(
            "shift",
            (1, 90),
            4 * HOUR,
            300 * DAY,
            2 * DAY,
            1000,
            HOUR,
            grain=5 * MINUTE,
        ),
        Life(
            "ride",
            (1, 450),
            4 * MINUTE,
            200 * DAY,
            DAY,
            4000,
            20 * MINUTE,
        ),
        Life(
            "session",
            (1, 450),
            MINUTE,
            100 * DAY,
            DAY,
            20_000,
            HOUR,
        ),
        Life(
            "event",
            (1, 20_000),
            0,
            100 * DAY,
            DAY,
            20_000,
            MINUTE,
        ),
        Life(
            "run",
            (1, 700),
            5,
            100 * DAY,
            DAY,
            5000,
            MINUTE,
            is_human=False,
        ),
        Life(
            "call",
            (1, 900_000),
            0,
            60 * DAY,
            DAY,
            60_000,
            SECOND,
            is_human=False,
            ticks=1000,
        ),
        Life(
            "reading",
            (1, 60_000),
            0,
            90 * DAY,
            DAY,
            15_000,
            MINUTE,
            is_human=False,
        ),
        Life(
            "weather",
            (1, 60_000),
            0,
            90 * DAY,
            DAY,
            2_000,
            HOUR,
            False,
            grain=10 * MINUTE,
        ),
        Life(
            "hour",
            (1, 60_000),
            0,
            300 * DAY,
            DAY,
            10_000,
            HOUR,
            False,
            False,
            HOUR,
            HOUR,
        ),
        Life(
            "day",
            (1, 60_000),
            0,
            2 * YEAR,
            DAY,
            500,
            HOUR,
            False,
            False,
            DAY,
            DAY,
        ),
        Life(
            "week",
            (1, 60_000),
            0,
            3 * YEAR,
            DAY,
            100,
            HOUR,
            False,
            False,
            DAY,
            7 * DAY,
        ),
        Life(
            "month",
            (1, 9000),
            0,
            4 * YEAR,
            40 * DAY,
            60,
            DAY,
            step=30 * DAY,
        ),
    )
}
"""The kinds of lives by name."""

KIND_NOUNS = {
    "entity": """
        company organization organisation business vendor supplier employer merchant team hotel
        manufacturer firm restaurant store shop branch farm school university clinic hospital bank
        airport port station venue property building vessel ship vehicle car truck aircraft machine
        device sensor gateway server host cluster product item variant book song artist album
        facility warehouse location site animal pet author cardholder household league club group
        community channel repository repo application_ domain tenant workspace website game movie
    """,
    "employee": "employee worker staff driver teacher instructor nurse doctor officer agent",
    "student": "student pupil trainee apprentice undergraduate",
    "gathering": """
        match fixture race concert webinar conference festival performance screening ceremony meetup
        wedding seminar workshop
    """,
    "mortgage": "mortgage home_loan",
    "sleep": "sleep_session sleep nap",
    "incident": "incident outage alert alarm downtime breach disruption",
    "message": "message dm sms mms text_message email_message chat_message push mail",
    "flight": """
        flight flight_leg flight_segment segment_ voyage_leg train_ride bus_trip sailing
        train_run train_trip train_service train_journey rail_service ferry_crossing train
    """,
    "shift": "shift attendance timecard time_entry punch_card work_day",
    "post": """
        post article comment review answer question thread tweet story video photo note
        reply reaction feedback announcement newsletter page blog snippet
    """,
    "order": """
        order invoice payment purchase sale shipment parcel package delivery transaction transfer
        refund return cart booking reservation ticket claim complaint issue case request_
        application applicant opportunity deal lead quote expense donation bill prescription
        order_item cart_item line_item invoice_item order_line invoice_line basket_item
        wishlist_item lab_result test_result exam_result result lab_test blood_test diagnosis
        vaccination immunization specimen sample referral inspection receipt tracking candidate
    """,
    "loan": "loan lending rental borrowing checkout hire lease_ interlibrary",
    "project": """
        project experiment campaign course sprint study trial investigation semester class
        tournament season exhibition enrollment enrolment court_case lawsuit
        litigation training program programme survey test_ milestone posting
        vacancy listing auction internship fundraiser release
    """,
    "crop": "crop cycle cultivation plantation harvest pregnancy sowing planting",
    "contract": """
        contract subscription policy lease agreement license licence membership warranty
        plan employment work_experience experience education tenancy insurance certificate
        certification permit passport visa patent franchise partnership grant
    """,
    "stay": "stay encounter admission visit hospitalization consultation treatment appointment",
    "leave": "leave absence vacation holiday timeoff",
    "ride": "ride taxi trip_ journey_ commute fare ",
    "session": """
        session meeting_ call_log conversation chat workout activity lesson game_session
        game_match run_session playback stream visit_log shift_
    """,
    "event": """
        event audit entry log_entry login click impression pageview view activity_log history trail
        notification action swap punch scan checkin audit_log tracking_event
    """,
    "run": """
        run job task_ execution build pipeline deployment backup import export sync migration scrape
        training_run workflow_run batch crawl inference epoch step_run
    """,
    "call": "request span trace query api_call log access response hop packet flow logline record_",
    "reading": """
        reading telemetry measurement metric position ping waypoint track_point fix datapoint tick
        quote_tick price_tick candle heartbeat vital sample_point gps observation_ point signal
    """,
    "weather": "observation weather",
    "hour": "hourly hour window bucket",
    "day": "stock_price exchange_rate fx_rate ohlc kline daily day forecast_ rollup snapshot",
    "month": "payslip payroll paycheck salary monthly statement month mrr cost timesheet usage",
}
"""The nouns of each kind; those that end in an underscore mean it only in some records."""

NOUN_KINDS = {noun: kind for kind, nouns in KIND_NOUNS.items() for noun in nouns.split()}

REGULAR_WORDS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}
"""Words of records that are made at regular times, whatever they hold."""

FIELD_KINDS: tuple[tuple[str, str, str], ...] = (
    ("gathering", "event", "venue organizer capacity attendees tickets speaker ticket"),
    ("ride", "trip journey drive", "pickup dropoff fare driver rider passenger"),
    ("ride", "booking", "pickup dropoff driver rider"),
    ("ride", "order delivery", "courier restaurant eta cuisine dish"),
    ("session", "visit appointment consultation walkin", "arrived seen wait waiting"),
    ("session", "pass contact", "aos los satellite"),
    ("order", "job repair", "customer mechanic technician workshop client"),
    ("run", "task job", "exit runner worker queue retries attempts enqueued stdout"),
    ("call", "request record response", "method latency trace span ms"),
    ("event", "record log entry", "level logger severity actor"),
    ("reading", "observation hw metrics stats", "sensor device host hst cpu mem"),
    ("order", "observation result", "patient loinc specimen code"),
    ("month", "cost item", "billing usage"),
)
"""A kind, the nouns that mean it, and words of fields of which at least one must be there."""

EVENT_MOMENTS = frozenset("ts timestamp event_time occurred_at logged_at recorded_at".split())
"""Moments of records that are written once and in order."""


def _list_words(model: str) -> list[str]:
    """Return the words of the name of a class, without a last one that only says how it is kept.

    A request of a person is what is asked for, one of a program is a call.
    """
    words = [word for word in model.split("_") if word]
    if len(words) < 2:
        return words
    *front, last = words
    if last == "request" and front[-1] not in CALL_WORDS:
        return front if front[-1] in KIND_NOUNS["leave"].split() else [*front, "order"]
    is_kept = last in KEEPING_WORDS and NOUN_KINDS.get(front[-1]) in KEPT_KINDS
    return front if is_kept else words


KEPT_KINDS = frozenset("session run ride shift flight stay leave incident".split())
CALL_WORDS = frozenset("http https api web rpc grpc network proxy inbound outbound".split())
KEEPING_WORDS = frozenset("log record entry data info summary report history detail".split())


@lru_cache(maxsize=256)
def find_life(outline: RecordOutline) -> Life:
    """Return the kind of life that records of *outline* live.

    A part of a record has the rhythm of that record, so it needs none of its own.
    """
    life = _find_usual_life(outline)
    is_session = SESSION_TESTS.get(life.name)
    if is_session is not None and is_session(outline):
        life = LIVES["session"]
    if is_timetabled(outline):
        life = JOURNEYS.get(life.name, life)
    is_part = outline.is_nested and life.name not in ("entity", "employee")
    return replace(life, is_human=False) if is_part else life


JOURNEYS = dict.fromkeys("thing ride session event run reading call shift".split(), LIVES["flight"])
"""Kinds of lives that are journeys if they are timetabled."""

TIMETABLED = re.compile(r"\b(scheduled|planned|sched|timetabled)_(arrival|departure)")
TRAVELLED = re.compile(r"\b(arriv|depart|actual)")
"""Names of moments of a journey, as planned and as they were, in a row of names."""


def is_timetabled(outline: RecordOutline) -> bool:
    """Return whether *outline* shows when a journey was to end, and when it did."""
    moments = " ".join(field.name for field in outline.fields if field.kind == "datetime")
    return bool(TIMETABLED.search(moments)) and bool(TRAVELLED.search(moments))


def _has_end(outline: RecordOutline) -> bool:
    """Return whether records of *outline* do not last for an instant."""
    return outline.has("ended_at", "end_time")


def _takes_minutes(outline: RecordOutline) -> bool:
    """Return whether *outline* measures in minutes how long something took, or waited."""
    names = (field.name for field in outline.fields)
    moments = (field.name for field in outline.fields if field.kind == "datetime")
    return any(map(MEASURE.fullmatch, names)) and any(map(END_MOMENT.search, moments))


SESSION_TESTS = {
    **dict.fromkeys(("reading", "event", "weather"), _has_end),
    **dict.fromkeys(("order", "thing", "stay"), _takes_minutes),
}
"""By the kind of life, the test of whether records live like a session."""

MEASURE = re.compile("(duration|wait|waiting|elapsed|took|queue)_(.*_)?(m?s|sec|min)(ond|ute)?s?")
END_MOMENT = re.compile("ended|end_|_end|finished|completed|stopped|seen|called|served")


def _find_usual_life(outline: RecordOutline) -> Life:
    """Return the kind of life of such a record that is not a part of another one."""
    words = _list_words(outline.model)
    # The longest name first: then what the record is, at its end.
    endings = ["_".join(words[start:]) for start in range(len(words))]
    kind = (
        _find_first(words, REGULAR_WORDS)
        or _find_field_kind(words, list_name_words(outline))
        or _find_first(endings, NOUN_KINDS)
    )
    if kind:
        return LIVES[kind]
    if field_names.find_noun(outline.model) in field_names.PERSON_NOUNS:
        return LIVES["entity"]
    adjective = _find_first(words[::-1], NOUN_KINDS)
    return LIVES[adjective or _find_kind_of_moments(outline)]


def _find_first(words: Sequence[str], kinds: Mapping[str, str]) -> str:
    """Return the kind of the first of *words* that has one; "" if none has."""
    return next(
        filter(None, map(kinds.get, words)),
        "",
    )


def _find_field_kind(words: Sequence[str], field_words: frozenset[str]) -> str:
    """Return the kind that *words* mean in a record with *field_words*; "" if they mean none."""
    for kind, nouns, hints in FIELD_KINDS:
        is_meant = not field_words.isdisjoint(hints.split())
        if is_meant and not set(nouns.split()).isdisjoint(words):
            return kind
    return ""


def _find_kind_of_moments(outline: RecordOutline) -> str:
    """Return whether records of *outline* are written once, as events, or are things."""
    is_event = outline.has(*EVENT_MOMENTS) and not outline.has("updated_at", "created_at")
    return "event" if is_event else "thing"
