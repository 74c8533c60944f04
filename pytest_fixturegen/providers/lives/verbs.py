"""Verbs of moments, and their places in the life of a record: created, paid, sent, deleted.

A place is a number: eight times a stage, and how many eighths of the way to the next stage. Places
before 0 are before the record was made: a loss comes before its report.
"""

from __future__ import annotations

from functools import lru_cache

from pytest_fixturegen.providers.record_outline import RecordOutline, list_name_words
from pytest_fixturegen.providers.stages.stems import find_word

CREATED, CONFIRMED, PAID, SENT, DONE, UPDATED, SEEN, ARCHIVED, DELETED = range(9)
"""Stages of a record. DONE is the end of what it is about; the later ones follow it."""

PARTS = 8
"""Places from one stage to the next."""

VERBS = """
-8: founded built manufactured incorporated established
-6: lost injured incurred
-5: happened discovered exposed
-2: detected
-4: occurred noticed
-1: drafted invited
0: created registered joined ordered opened requested issued added hired posted placed purchased
0: enrolled recorded logged measured sampled observed captured invoiced applied borrowed loaned lent
0: rented planted sown seeded admitted booked reserved collected inserted signed_up subscribed
0: clock_in punch_in time_in punched_in clocked_in commenced inducted onboarded listed
0: captured_on generated produced
0: donated contributed gifted played watched listened streamed visited called dialed searched
0: swiped scanned weighed administered injected prescribed vaccinated filed lodged elected appointed
0: spotted sighted caught deposited transferred origination incoming gate_in bid liked followed
0: initiated raised tweeted commented reacted shared plugged_in connected charging_started
1: submitted reported enqueued queued entered installed commissioned activated_on
2: scheduled triggered
3: triaged received_order first_seen
8: confirmed verified activated approved accepted acknowledged validated authorized authorised
8: signed granted qualified
10: registered_for accessioned
12: reviewed inspected adjudicated contacted responded first_response decided denied rejected
13: declined assessed effective
16: dispensed transcribed
16: paid assigned charged ticketed
18: screened prepared packed picked allocated funded disbursed
20: failed aborted cancelled canceled withdrawn voided skipped no_show
24: awarded premiered aired broadcast performed
24: published started sent shipped dispatched processed deployed released launched executed began
25: interviewed heard
24: emailed uploaded departed boarded picked_up pickup loaded
25: arrived arrived_at_pickup analysed analyzed tested checked_in served
26: paused attempted merged mitigated contained
27: opened_email in_transit clicked converted
29: offered
30: out_for_delivery arrived_at
31: dropped_off unloaded
32: delivered received completed finished ended resolved fulfilled returned settled answered stopped
32: eta ata atd etd
32: clock_out punch_out time_out clocked_out punched_out checked_out
32: harvested discharged graduated passed achieved redeemed ingested
30: resulted
33: gate_out graded scored scraped crawled fetched indexed imported
35: rolled_back reverted rollback
33: filled closed_won closed_lost rated dropped unplugged disconnected repaid
32: charging_ended charging_finished
34: refunded credited reimbursed paid_out
36: closed reopened escalated won
40: updated modified edited changed revised renewed extended amended
44: flagged reported_on upgraded
48: accessed read viewed synced seen evaluated used contacted_last
56: archived suspended deactivated disabled terminated blocked banned revoked
57: expired left resigned retired unsubscribed churned locked paused_on ended_on
58: decommissioned sold scrapped
62: deceased died
64: deleted removed purged destroyed
"""
"""A place on each line, and the verbs of the moments there."""

NOUNS = """
-6: loss incident accident injury crime offence offense onset infection
-5: event exposure
-4: occurrence
-8: foundation incorporation manufacture manufacturing production_start
0: creation registration order invoice issue purchase hire hiring transaction joining submission
0: post sale booking entry reservation enrollment enrolment admission planting sowing seeding
0: collection sampling application loan borrow measurement observation listing posting onboarding
0: shift signup installation commissioning acquisition request facturation recording billing
1: report receipt_of_claim filing reporting
8: confirmation verification approval activation acceptance authorization signing signature
18: phone_screen screening
25: interview hearing mediation
8: arraignment
28: trial
32: verdict judgment judgement ruling
33: sentencing sentenced
36: appeal
12: review inspection decision assessment adjudication
29: offer
16: payment charge assignment pay
18: preparation packing funding disbursement
20: cancellation failure withdrawal
24: release publication publish pub ship shipping dispatch launch pickup pick_up deployment
24: collection_start departure_actual processing boarding
25: analysis test testing service exam surgery procedure
31: dropoff drop_off unloading
32: completion delivery return harvest discharge graduation settlement result resolution finish
32: fulfillment fulfilment receipt arrival_actual
33: closing close
34: refund
36: closure
40: update modification change renewal_actual edit revision amendment
48: access activity login visit contact seen
56: termination archive suspension deactivation revocation
57: exit leaving separation resignation retirement churn
58: decommission decommissioning
62: death
64: deletion removal
"""
"""The same for nouns before ``date``, ``time`` and other words for a moment."""

OTHER_PLACES: tuple[tuple[str, str, int], ...] = (
    ("dropped_off dropoff drop_off", "mechanic workshop repair garage technician ready", 8),
    ("opened", "dispatched push notification newsletter recipient campaign sent queued", 33),
    ("filled", "prescription rx written prescribed pharmacy refills", 16),
    ("picked_up pickup", "prescription rx written prescribed pharmacy refills", 32),
    ("collected collection picked_up", "mechanic workshop repair garage technician ready", 33),
    ("seen", "arrived patient visit appointment wait", 26),
    ("received receipt", "collected collection sampled drawn collector specimen", 8),
    ("verified verification", "specimen resulted result", 31),
    ("captured capture", "authorized authorised charge transaction", 12),
    ("issued issue", "application applied requested submitted", 8),
    ("arrived arrival", "departed voyage flight sailing scheduled_departure", 32),
    ("received", "occurred timestamp event", 28),
    ("received", "dos claimant policy claim service", 1),
    ("reported", "analysed analyzed result received collected", 32),
    ("hired hire", "applied application interviewed interview candidate resume stage", 33),
    ("started", "enqueued queued", 8),
    ("signed", "effective expiration", 1),
    ("issued", "effective observed collected", 26),
    ("decided decision", "applied application", 30),
    ("approved", "reported loss", 10),
    ("published posted", "drafted reviewed", 26),
    ("closed", "filled hired", 36),
    ("paid", "decided reported adjudicated adj", 28),
    ("checked", "in out", 25),
    ("ata eta arrival arrived berthed", "ata atd etd berth", 24),
    ("atd etd departure departed unberthed", "ata atd etd berth", 32),
    ("sold sale", "listed listing auction bid", 33),
    ("launch launched launch_time", "instance vpc ami vm cluster server", 0),
    ("started start", "instance vpc ami vm", 1),
)
"""Verbs that come elsewhere in records with one of the words: the verbs, the words, the place."""


def _read_places(table: str) -> dict[str, int]:
    """Return the place of each word of *table*."""
    rows = (row.partition(":") for row in table.strip().splitlines())
    return {word: int(place) for place, _, words in rows for word in words.split()}


VERB_PLACES = _read_places(VERBS)
NOUN_PLACES = _read_places(NOUNS)

MOMENT_WORDS = ("at", "on", "date", "time", "ts", "timestamp", "epoch", "ms", "datetime", "dt")
"""Words after a verb or a noun that make it a moment."""

ACTUAL_WORDS = frozenset(("actual", "real", "final", "original"))
"""Words before a name that do not change its moment."""


@lru_cache(maxsize=1024)
def find_place(name: str, outline: RecordOutline) -> int | None:
    """Return the place of the verb or noun *name* in records of *outline*; None if unknown."""
    words = list_name_words(outline)
    for names, hints, place in OTHER_PLACES:
        if name in names.split() and not words.isdisjoint(hints.split()):
            return place
    known = VERB_PLACES.get(name, NOUN_PLACES.get(name))
    if known is None and name.endswith(BEGINNING_ENDS):
        return _find_beginning(name)
    return _find_stage_place(name) if known is None and name.endswith(PARTICIPLES) else known


BEGINNING_ENDS = ("ing_started", "ing_began", "ing_start")


def _find_beginning(name: str) -> int | None:
    """Return the place right before that of what begins: ``picking_started`` before ``picked``.

    Return None if nobody knows when it ends.
    """
    stem = name.rpartition("ing_")[0]
    ends = (VERB_PLACES.get(f"{stem}{ending}") for ending in ("ed", "ped", "ted"))
    end = next(filter(None, ends), None)
    return end - 1 if end else None


PARTICIPLES = ("ed", "en", "ilt")
"""Endings of words whose place the tables of stages may know."""

ENDING_PLACES = {"refunded": 34, "overdue": 33, "expired": 57, "terminated": 57, "died": 62}
EXCEPTION_PLACES = {"deleted": 64, "archived": 56, "banned": 56, "locked": 56, "amended": 40}
FAILED, PAUSED = 20, 26
"""The places of other endings and exceptions."""


def _find_stage_place(verb: str) -> int | None:
    """Return the place of *verb* by the stage that it names; None if it names none."""
    found = find_word(verb, "")
    if found is None:
        return None
    if found.ending:
        return ENDING_PLACES.get(found.ending, FAILED)
    if found.exception:
        return EXCEPTION_PLACES.get(found.exception, PAUSED)
    return found.progress * DONE * PARTS // FINISHED


FINISHED = 90
"""The progress of a record that is done."""


def strip_moment_words(name: str) -> str:
    """Return *name* without the words that only say that it is a moment, or an actual one."""
    parts = name.split("_")
    if len(parts) > 1 and parts[0] in ("date", "time", "timestamp", "datetime"):
        parts = parts[1:]
        if len(parts) > 1 and parts[0] == "of":
            parts = parts[1:]
    while len(parts) > 1 and parts[-1] in (*MOMENT_WORDS, "utc", "unix", "nano", "ns", "iso"):
        parts = parts[:-1]
    if len(parts) > 1 and parts[0] in ACTUAL_WORDS:
        parts = parts[1:]
    return "_".join(parts)
