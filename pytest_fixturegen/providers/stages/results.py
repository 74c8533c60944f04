"""What is known of a record only once it is carried out, whatever it is called: scores, findings.

The table of details in ``presence`` lists whole names. Here the last word says what the field is,
and the words before it whether it may be known from the beginning.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.conditions import Condition, make_over_condition
from pytest_fixturegen.providers.stages.later import find_later_condition
from pytest_fixturegen.providers.stages.stage import find_stage_kind
from pytest_fixturegen.providers.stages.stems import Place
from pytest_fixturegen.providers.stages.workflow import (
    find_begun_condition,
    find_done_condition,
    find_last_condition,
    find_nearest_condition,
    find_workflow,
)

RESULT_WORDS = frozenset(
    """score scores rating ratings grade grades mark marks points percentage percentile passed
    satisfaction feedback verdict evaluation csat nps stars gpa findings outcome conclusion
    recommendation recommendations lessons learned retrospective debrief result results
    valuation""".split()
)
"""Last words of what comes of a record that is done."""

MEASURED_WORDS = frozenset(
    """coverage throughput output yield accuracy precision recall loss log logs artifact artifacts
    duration elapsed runtime""".split()
)
"""Last words of what is measured once a record is over, however it went."""

KNOWN_WORDS = frozenset(
    """credit risk fraud lead priority health trust quality popularity relevance confidence match
    propensity intent fit fico churn seo page domain sentiment severity urgency importance min max
    minimum maximum target passing required expected previous prior last star hotel seller buyer
    supplier vendor driver_license age content film esg energy security crash safety board bond
    current average avg reference baseline entry initial threshold pass handicap seed apgar base
    loyalty reward bonus class school wind ice year""".split()
)
"""Words before a result that make it known from the beginning, or the result of another record."""

EVENT_NOUNS = frozenset(
    """visit exam examination interview consultation session inspection meeting treatment call
    procedure surgery lesson audit test service job trip tour delivery repair closing closure
    discharge completion exit debrief""".split()
)
"""Nouns of what is carried out, before ``notes``, ``summary`` or ``report``."""

ACCOUNT_WORDS = frozenset("notes note summary report findings observations remarks".split())

WAIT_WORDS = frozenset("wait waiting waited queue queued".split())
UNIT_WORDS = frozenset("minutes min mins seconds sec hours time days ms percent pct value".split())

STARTED = Place(50)


@lru_cache(maxsize=512)
def find_result_condition(words: tuple[str, ...], outline: RecordOutline) -> Condition | None:
    """Return the condition under which a record has the optional result that *words* name.

    Return None if they name no result, or no status says how far the record came.

    A score, a grade or the notes of a visit come at its end, what is measured of a run once it is
    over, however it went, and the time that somebody waited once it is over. The score of a credit
    is known before.
    """
    *owners, last = words
    head = "".join(owners[-1:]) if last in UNIT_WORDS else last
    is_known = find_workflow(outline) is None or not KNOWN_WORDS.isdisjoint(owners)
    if is_known:
        return None
    if last in UNIT_WORDS and not WAIT_WORDS.isdisjoint(words):
        return find_nearest_condition(STARTED, outline)
    if last in ACCOUNT_WORDS and not EVENT_NOUNS.isdisjoint(owners):
        head = ACCOUNT
    find_condition = CONDITIONS.get(head)
    return (
        find_condition(outline)
        if find_condition
        else find_later_condition("_".join(words), outline)
    )


def find_finished_condition(outline: RecordOutline) -> Condition | None:
    """Return the condition that a record is done, or else in use: a student has marks.

    The last step counts if no step is an end.
    """
    done = find_done_condition(outline)
    if done is not None:
        return done
    return find_begun_condition(outline) or find_last_condition(outline)


def _find_over_condition(outline: RecordOutline) -> Condition | None:
    """Return the condition that a record is over, however it went."""
    return make_over_condition(find_stage_kind(outline.model), outline)


ACCOUNT = "account"
"""Stands for what somebody writes about what was carried out."""

CONDITIONS: dict[str, Callable[[RecordOutline], Condition | None]] = {
    **dict.fromkeys(MEASURED_WORDS, _find_over_condition),
    **dict.fromkeys(RESULT_WORDS | {ACCOUNT}, find_finished_condition),
}
"""How the condition of a result is found, by its last word."""
