"""Optional fields that wait for a stage of their record: ``delivered_at``, ``cancel_reason``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

from pytest_fixturegen.introspection.shapes import NO_CONSTRAINTS
from pytest_fixturegen.nodes import FactView
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import FieldOutline, RecordOutline
from pytest_fixturegen.providers.stages.conditions import (
    CONCLUSION_WORDS,
    DONE,
    OVER_ENDINGS,
    Condition,
    has_conclusion,
    list_mentions,
    make_active_condition,
    make_decided_condition,
    make_over_condition,
    make_place_condition,
    starts_done,
)
from pytest_fixturegen.providers.stages.flags import build_flag_view, find_mark, find_verb_flag
from pytest_fixturegen.providers.stages.marks import find_stem
from pytest_fixturegen.providers.stages.names import PLAN_WORDS, find_named_place
from pytest_fixturegen.providers.stages.results import find_result_condition
from pytest_fixturegen.providers.stages.sparse import find_sparse_share
from pytest_fixturegen.providers.stages.stage import find_stage_kind, make_stage_view
from pytest_fixturegen.providers.stages.stems import Place, find_word
from pytest_fixturegen.providers.stages.words import list_words
from pytest_fixturegen.providers.stages.workflow import (
    LATE,
    find_begun_condition,
    find_done_condition,
    find_last_condition,
    find_member_condition,
    find_nearest_condition,
    find_settled_condition,
    find_step_condition,
    find_workflow,
    has_granted_step,
    list_stems,
    waits_before,
)

DETAIL_ROWS = """
over conclusion|outcome|result|verdict|disposition|judgment|judgement|ruling|sentence
begun first_response_at|first_reply_at|first_responded_at|first_response|first_response_minutes
begun current_bid|highest_bid|high_bid|highest_bidder|highest_bidder_id|leading_bidder
?begun assignee|assignee_id|assignee_name|assignee_email|assigned_to|assigned_agent|underwriter
?begun underwriter_name|loan_officer|case_officer|expert|expert_name|inspector|inspector_name
?begun examiner|surveyor|appraiser|handler|handled_by|processed_by|picked_by
90 winner|winner_*|winning_*|certificate_url|certificate_number|diploma_url|final_*|actual_*
50 actual_start|actual_start_date|actual_start_time|actual_departure|actual_departure_time
80 actual_arrival|actual_arrival_time
50 home_score|away_score|half_time_home|half_time_away|home_goals|away_goals|attendance
?90 buyers_premium|buyer_premium|selling_price|sold_price|sold_for|final_price|realized_price
90 signature|customer_signature|client_signature|signature_url|signed_off_by
90 man_of_the_match
90 grade|letter_grade|final_grade|rider_rating|driver_rating|customer_rating
90 guest_rating
90 signed_by|received_by|proof_of_delivery|pod_url|recipient_signature|delivery_signature
90 satisfaction_score|csat_score|post_mortem_url|postmortem_url|root_cause|satisfaction_rating
90 closing_date|findings|buyer_id|buyer_name|hammer_price|winning_bid
36 driver_id|rider_id|courier_id|accepted_by
20 adjuster|adjuster_id|adjuster_name|assigned_agent|case_manager|caseworker|investigator
60 chk_no|check_number|check_no|payment_date|payment_method|payment_reference|date_paiement
60 mode_paiement
60 paid_by|payment_id|payment_intent_id|receipt_number|receipt_url|invoice_pdf|transaction_ref
70 tracking_number|tracking_no|tracking_code|tracking_url|tracking_id|carrier|carrier_name
70 waybill_number
54 ata
90 atd
50 start_time|started
over exit_code|exit_status|ended|finish_time|finished|return_code
over move_out_date|move_out|moved_out_at|end_date|ended_on|exit_date|exit_reason|last_day
over last_working_day|leave_date|date_left
over left_at|left_on|unplugged_at|disconnected_at|logged_out_at
?90 rating|stars|review|review_text|feedback|rating_comment|csat|csat_*|nps|nps_score|resolution
?90 resolution_notes|diagnosis|diagnosis_code|treatment_summary|soc_end*|meter_end*|final_cost
?90 resolution_minutes|resolution_hours|resolution_seconds|resolution_time*|time_to_resol*
?90 minutes_to_resol*|hours_to_resol*|satisfaction_comment
?90 average_score|avg_score|mean_score|rank|final_score|total_score
?36 courier|courier_name|courier_phone|driver|driver_name|rider|rider_name|technician
?36 technician_name|mechanic
failed error|error_message|error_msg|error_code|error_detail*|error_type|error_reason|error_text
failed err_msg|last_error|stack_trace|stacktrace|traceback|exception|exception_*|status_message
failed failure_*|failed_*|last_failure|fault_code
deleted del_dt|del_by
use public_ip|public_ip_address|public_dns|public_dns_name|public_ipv4|ip_assigned|current_task
use next_run_at|next_run|next_billing_date|next_payment_date|next_renewal_date|next_renewal
use next_due_date|next_due_on|next_due|next_payment_due|next_installment_date|next_instalment_date
value value|measured_value|result_value|value_quantity|value_numeric|reading|numeric_value
terminated term_dt|term_rsn|term_date|term_reason
died cause_of_death|death_*|date_of_death
"""
"""Details by their whole names: ``*`` stands for any words. ``over`` is every end."""

USE = Place(ending="use")
"""The place of what a record has only while it is in use."""

VALUE = Place(ending="value")
"""The place of what was measured, unless the measurement was called off."""

BEGUN = Place(ending="begun")
"""The place of what a record has once somebody cares for it."""

OVER = Place(ending="over")
"""The place of what is known once a record is over."""

PERIOD_NOUNS = frozenset(
    """contract lease policy subscription event promotion campaign course coupon offer term period
    leave absence vacation reservation booking rental schedule semester season conference trip
    agreement license membership sprint discount warranty availability range filter query""".split()
)
"""Nouns of records whose ``end_date`` is planned."""


def provide_presence(context: FieldContext) -> FactView | None:
    """Return the view of whether a record has the optional field of *context*.

    Return None if its name does not say when.
    """
    flag = _find_sibling_flag(context) or _find_opposite_flag(context)
    if flag is not None:
        return flag
    outcome = find_lateness_view(context) or _find_outcome_view(context)
    if outcome is not None:
        return outcome
    condition = find_condition(context)
    return (
        make_stage_view(
            context,
            _read_presence,
            condition,
        )
        if condition
        else _find_verb_flag(context)
    )


OUTCOME_FLAGS = frozenset(
    """won sold passed succeeded success successful filed claimed approved accepted attended
    matched found sale granted held played inspected performed""".split()
)
"""Last words of flags that tell how a record without a status went."""

NEGATIVE_WORDS = frozenset(
    """loss rejection reject rejected failure fail failed decline declined denial denied refusal
    refused defect error deferral ineligibility exclusion disqualification violation loser
    nonconformity deficiency""".split()
)
"""Words of details of what went wrong."""

JUDGING_FLAGS = frozenset("eligible valid compliant verified blocked locked".split())
"""Last words of flags that give a reason, and nothing else."""

NEGATIVE_FLAGS = frozenset("blocked locked".split())
"""Flags that are true of what went wrong."""

CLAIM_FLAGS = frozenset("filed claimed".split())
"""Flags of what is made because something went wrong."""

NEEDED_WORDS = frozenset(
    """required needed included present assigned booked ordered requested filed issued used applied
    taken given captured offered enabled available possible""".split()
)
"""Last words of flags about something that other fields describe: ``pilot_required``."""


def _find_outcome_view(context: FieldContext) -> FactView | None:
    """Return the view of the flag that tells how the record went, for a detail of it.

    Return None if there is a status, no such flag, or several.
    """
    needed = _find_needed_flag(context)
    if needed:
        return _view_flag(context, needed, (False, True))
    flags = _list_outcome_flags(context.record)
    if len(flags) != 1 or find_workflow(context.record) is not None:
        return None
    words, flag_words = list_words(context.name), list_words(flags[0])
    place = find_named_place(words, find_stage_kind(context.model))
    is_bad = not NEGATIVE_WORDS.isdisjoint(words)
    is_reason = words[-1] in ("reason", "cause") and not NEGATIVE_FLAGS.isdisjoint(flag_words)
    is_own = place is not None and not place.is_progress and not is_bad
    if words[0] in PLAN_WORDS or is_own or _is_other_detail(context):
        return None
    if not (is_bad or is_reason) and OUTCOME_FLAGS.isdisjoint(flag_words[-1:]):
        return None
    flips = is_bad and not is_reason and CLAIM_FLAGS.isdisjoint(flag_words)
    shown = (True, False) if flips else (False, True)
    return _find_verb_flag(context) or _view_flag(context, flags[0], shown)


def _is_other_detail(context: FieldContext) -> bool:
    """Return whether an optional field is missing for reasons of its own."""
    if context.name in ("outcome", "result", "verdict", "resolution"):
        return False
    return bool(find_sparse_share(context.name)[1]) or context.name in CONTACT_NAMES


CONTACT_NAMES = frozenset("last_login last_seen_at last_used_at expires_at valid_until".split())


@lru_cache(maxsize=256)
def _list_outcome_flags(outline: RecordOutline) -> tuple[str, ...]:
    """Return the flags of *outline* that tell how its record went."""
    return tuple(
        field.name
        for field in outline.fields
        if field.kind == "bool"
        and not field.is_optional
        and list_words(field.name)[-1] in OUTCOME_FLAGS | JUDGING_FLAGS
        and list_words(field.name)[0] not in ("can", "may", "auto", "requires", "allow")
    )


def find_pair_group(context: FieldContext) -> str:
    """Return the verb of an optional moment of the record that the field names, too.

    A reply and ``replied_at`` are there together, but not an estimate of it. Return "" if there is
    none.
    """
    if list_words(context.name)[0] in PLAN_WORDS:
        return ""
    beginnings = {word[:PAIR_LETTERS] for word in list_words(context.name)}
    optional = [field for field in context.record.fields if field.is_optional]
    for field in optional:
        first, _, last = field.name.rpartition("_")
        verb = first.rpartition("_")[2]
        beginning = verb[:PAIR_LETTERS]
        is_moment = last in ("at", "on") and verb.endswith("ed") and len(verb) > PAIR_LETTERS
        if is_moment and beginning in beginnings and _is_shared(beginning, optional):
            return beginning
    return ""


def _is_shared(beginning: str, fields: list[FieldOutline]) -> bool:
    """Return whether several of *fields* have a word with this *beginning*."""
    sharing = [
        one for one in fields if beginning in {w[:PAIR_LETTERS] for w in one.name.split("_")}
    ]
    return len(sharing) > 1


PAIR_LETTERS = 4
"""The letters that two forms of a word share."""


def _find_needed_flag(context: FieldContext) -> str:
    """Return the flag that tells whether there is what the field is of; "" if none does."""
    words = list_words(context.name)
    for field in context.record.fields:
        if field.kind != "bool" or field.is_optional:
            continue
        noun = list_words(field.name)
        if noun[0] in ("has", "needs", "requires"):
            noun = noun[1:]
        elif noun[-1] in NEEDED_WORDS:
            noun = noun[:-1]
        else:
            continue
        if noun and words[: len(noun)] == noun:
            return field.name
    return ""


def _view_flag(
    context: FieldContext,
    name: str,
    shown: tuple[bool, bool],
) -> FactView:
    """Return the view of the flag *name* of the record by the values of *shown*."""
    from pytest_fixturegen.providers.families.lookup import compares_numbers, find_family_nodes

    question = replace(
        context,
        name=name,
        kind="bool",
        constraints=NO_CONSTRAINTS,
    )
    found = next(find_family_nodes(question), None) if compares_numbers(question) else None
    if found is None or not isinstance(found[1], FactView):
        return build_flag_view(question, shown)
    view = found[1]
    return FactView(
        lambda word, *facts: shown[bool(view.show(word, *facts))],
        view.facts,
    )


FLAG_PARTNERS = {
    "current": "online",
    "expires": "temporary",
    "expiry": "temporary",
    "expiration": "temporary",
    "gallery": "display",
    "exhibit": "display",
    "location_in_gallery": "display",
}
"""Words of optional fields, and the flag that they wait for."""


def _find_sibling_flag(context: FieldContext) -> FactView | None:
    """Return the view of the flag of the record that names the same, if it is a mark."""
    words = list_words(context.name)
    partners = filter(None, map(FLAG_PARTNERS.get, words))
    stems = frozenset(map(find_stem, (*words, *partners)))
    return _find_flag_view(context, find_mark, stems)


def _find_verb_flag(context: FieldContext) -> FactView | None:
    """Return the view of the flag of the record that says in a verb what the field names."""
    stems = frozenset(map(find_stem, list_words(context.name)))
    return _find_flag_view(context, find_verb_flag, stems)


def _find_flag_view(
    context: FieldContext,
    find_view: Callable[[FieldContext, frozenset[str]], FactView | None],
    stems: frozenset[str],
) -> FactView | None:
    """Return the first view that *find_view* finds for *stems* among the flags of the record."""
    questions = (
        replace(context, name=field.name, kind="bool")
        for field in context.record.fields
        if field.kind == "bool"
        and not field.is_optional
        and ORDINAL_WORDS.isdisjoint(list_words(field.name))
    )
    views = (find_view(question, stems) for question in questions)
    return next(filter(None, views), None)


ORDINAL_WORDS = frozenset("first new repeat returning last final only".split())
"""Words of flags that say which of several a record is: the first visit has notes as well."""

OPPOSITE_FLAGS = {
    "outbid": frozenset(("winning", "leading", "highest")),
    "withdrawn": frozenset(("service", "operational", "operation")),
    "decommissioned": frozenset(("service", "operational", "operation")),
    "scrapped": frozenset(("service", "operational", "operation")),
}
"""Words of moments, and the last words of flags that are false from then on."""


def find_lateness_view(context: FieldContext) -> FactView | None:
    """Return the view of whether a journey is late, for the cause of its delay."""
    words = list_words(context.name)
    if "delay" not in words or words[-1] not in ("reason", "cause", "code", "note"):
        return None
    from pytest_fixturegen.providers.lives.delays import build_lateness_view

    return build_lateness_view(context)


def _find_opposite_flag(context: FieldContext) -> FactView | None:
    """Return the view of the flag that is false once the moment of the field has come."""
    lasts = OPPOSITE_FLAGS.get(list_words(context.name)[0])
    if lasts is None or find_workflow(context.record) is not None:
        return None
    names = (
        field.name
        for field in context.record.fields
        if field.kind == "bool" and not field.is_optional and list_words(field.name)[-1] in lasts
    )
    name = next(names, "")
    return _view_flag(context, name, (True, False)) if name else None


def _read_presence(value: object) -> bool:
    """Return True: the pin of a field that has a value, or of one that is fixed as None."""
    return value is not None


def find_condition(context: FieldContext) -> Condition | None:
    """Return the condition under which a record has the optional field of *context*."""
    words = _list_moment_words(context)
    kind = find_stage_kind(context.model)
    if PLAN_WORDS.issuperset(words[:1]):
        is_listed = _find_listed(context.name) is not None
        return _find_listed_condition(context, words, kind) if is_listed else None
    if words[0] == "returned" and _has_left(context.record):
        return find_last_condition(context.record) or make_over_condition(kind, context.record)
    return _find_status_condition(
        context,
        words,
        kind,
    ) or _find_listed_condition(context, words, kind)


SHORT_MOMENTS = {
    "ata": ("arrived", "at"),
    "atd": ("departed", "at"),
    "atb": ("berthed", "at"),
}
"""Abbreviations of moments of traffic, by their words."""


def _list_moment_words(context: FieldContext) -> tuple[str, ...]:
    """Return the words of the name, those of an abbreviation if the status knows its verb."""
    words = SHORT_MOMENTS.get(context.name)
    is_known = words is not None and find_member_condition(words, context.record) is not None
    return words if words and is_known else list_words(context.name)


LEAVING_NAMES = (
    *("departed_at", "left_at", "departure_time", "start_time", "checked_out_at", "out_at"),
    *("departed", "borrowed_at", "picked_up_at", "departed_on", "started_at", "rented_at"),
)
"""Moments at which somebody or something leaves, to return later."""


def _has_left(outline: RecordOutline) -> bool:
    """Return whether what returns has left before, and no member of the status says so."""
    return outline.has(*LEAVING_NAMES) and not find_member_condition(("returned", "at"), outline)


def _find_status_condition(
    context: FieldContext,
    words: tuple[str, ...],
    kind: str,
) -> Condition | None:
    """Return the condition that the status of the record decides; None if it does not."""
    outline = context.record
    condition = find_member_condition(words, outline) if OVER_WORDS.isdisjoint(words) else None
    if condition is not None:
        return condition
    if _is_own_doing(context, words):
        return find_last_condition(outline)
    if _ends_pair(context):
        return find_last_condition(outline) or make_over_condition(kind, outline)
    end = _find_interval_end(words, outline)
    if end:
        return find_condition(replace(context, name=end))
    is_request = (
        kind == "request"
        or has_granted_step(outline)
        or not OUTCOME_NOUNS.isdisjoint(context.model.split("_"))
    )
    return _find_outcome(words, outline) if is_request else None


OWN_DOINGS = frozenset(
    """inspection audit review test exam examination evaluation assessment interview visit survey
    treatment vaccination delivery measurement screening repair calibration hearing training
    checkup appraisal collection pickup transfer installation cleaning deployment migration import
    export sync conversion translation rollout calibration excavation demolition""".split()
)
"""Nouns of records whose verb says that they were carried out: an inspection is inspected."""


def _is_own_doing(context: FieldContext, words: tuple[str, ...]) -> bool:
    """Return whether *words* say when the record was carried out, by the verb of its class."""
    noun = context.model.rpartition("_")[2]
    if noun not in OWN_DOINGS or words[-1] not in ("at", "on", "by", "date"):
        return False
    return not list_stems(noun).isdisjoint(list_stems(words[0]))


def _ends_pair(context: FieldContext) -> bool:
    """Return whether the field is a reading at the end, beside one at the start."""
    start = END_WORD.sub("start", context.name)
    if start == context.name or find_workflow(context.record) is None:
        return False
    return context.record.has(start) and not MOMENT_END.search(context.name)


END_WORD = re.compile("(?<![a-z])end(?![a-z])")
MOMENT_END = re.compile("_(date|at|on|time)$")


def _find_listed_condition(
    context: FieldContext,
    words: tuple[str, ...],
    kind: str,
) -> Condition | None:
    """Return the condition of a detail in the table, or of the verb in the name."""
    detail = _find_detail("_".join(words), has_status=find_workflow(context.record) is not None)
    if words[0] == "duration" and kind == "run":
        detail = OVER
    if detail == OVER and words[0] == "end" and _is_period(context):
        return None  # it is planned
    conclusion = _find_conclusion(words, context.record) if detail == OVER else None
    if conclusion is not None:
        return conclusion
    make_condition = DETAIL_CONDITIONS.get(detail)
    if make_condition is not None:
        return make_condition(kind, context.record)
    place = detail or find_named_place(words, kind)
    if place is None:
        return find_result_condition(words, context.record)
    step = find_step_condition(place, context.record) if detail else None
    return step or make_named_condition(
        context,
        words,
        place,
        kind,
    )


OUTCOME_NOUNS = frozenset("application quote quotation offer registration enrolment".split())
"""Nouns of records that something comes of: a visa, a policy, a place."""

OUTCOME_NAMES = frozenset(
    """valid_from valid_until valid_to starts_on ends_on start_date end_date effective_from
    effective_until effective_date policy_number visa_number permit_number licence_number
    license_number certificate_number contract_number registration_number membership_number
    account_number issued_at issued_on expires_on expires_at expiry_date""".split()
)
"""Optional fields of what comes of a request."""


def _find_outcome(words: tuple[str, ...], outline: RecordOutline) -> Condition | None:
    """Return the condition that a request was granted, if *words* name what comes of it."""
    return find_last_condition(outline) if "_".join(words) in OUTCOME_NAMES else None


INTERVAL_ENDS = """
wait waiting queue queued | seen called served started admitted
duration elapsed took length | ended finished completed stopped closed resolved returned
turnaround | resulted completed finished resolved delivered closed reported
lead | delivered completed received
cycle processing | processed completed finished
resolution | resolved closed
response | responded response acknowledged arrived dispatched
transit delivery | delivered arrived received
repair | repaired completed ready finished
travel | arrived
"""
"""First words of stretches of time, and the verbs of their ends."""

TIME_UNITS = frozenset("time days hours minutes min seconds sec s h weeks ms".split())


@lru_cache(maxsize=1)
def _load_interval_ends() -> dict[str, frozenset[str]]:
    """Return the verbs of the ends of each stretch of time."""
    rows = (row.partition("|") for row in INTERVAL_ENDS.strip().splitlines())
    return {word: frozenset(ends.split()) for words, _, ends in rows for word in words.split()}


@lru_cache(maxsize=512)
def _find_interval_end(words: tuple[str, ...], outline: RecordOutline) -> str:
    """Return the optional moment at which the time that *words* measure ends; "" if none does.

    ``hours_to_resolve`` ends with ``resolved_at``, ``wait_minutes`` when somebody is served.
    """
    ends: frozenset[str] = frozenset()
    if "to" in words[1:-1]:
        ends = list_stems(words[words.index("to") + 1])
    elif len(words) == 1 or words[-1] in TIME_UNITS:
        ends = _load_interval_ends().get(words[0], ends)
    moments = (field.name for field in outline.fields if _is_optional_moment(field))
    ending = partial(_has_verb, ends)
    return next(filter(ending, moments), "")


def _is_optional_moment(field: FieldOutline) -> bool:
    """Return whether *field* is a moment that may be None."""
    return field.is_optional and field.kind == "datetime"


def _has_verb(verbs: frozenset[str], name: str) -> bool:
    """Return whether the moment *name* has one of *verbs*."""
    stems = map(list_stems, list_words(name)[:-1])
    return any(map(verbs.intersection, stems))


def _is_period(context: FieldContext) -> bool:
    """Return whether the class of the record speaks of a period."""
    return not PERIOD_NOUNS.isdisjoint(context.model.split("_"))


@lru_cache(maxsize=256)
def make_named_condition(
    context: FieldContext,
    words: tuple[str, ...],
    place: Place,
    kind: str,
) -> Condition:
    """Return the condition for *place*, which *words* name."""
    is_end = OVER_WORDS if not has_conclusion(context.record) else OVER_WORDS | {"completed"}
    if not is_end.isdisjoint(words):
        return make_over_condition(kind, context.record)
    if not DECISION_WORDS.isdisjoint(words):
        return make_decided_condition(
            place,
            context.record,
            "denied",
        )
    if place.is_progress and ("closed" in words or "close" in words):
        return make_decided_condition(
            place,
            context.record,
            "denied",
            "lost",
        )
    if place.progress >= DONE and starts_done(context.record):
        endings = list_mentions(context.record)
        return lambda stage: stage.ending not in endings
    nearest = find_nearest_condition(place, context.record)
    if nearest is not None:
        return nearest
    condition = make_place_condition(place)
    waits = waits_before(context.record) if place.progress > LATE else None
    if waits is None:
        return condition
    return lambda stage: condition(stage) and not waits(stage)


OVER_WORDS = frozenset(("finished", "ended", "concluded"))
DECISION_WORDS = frozenset("decided decision adjudicated adjudication adj".split())


@lru_cache(maxsize=1)
def _load_details() -> tuple[dict[str, Place], dict[str, Place]]:
    """Return details by their whole names, and by their beginnings or ends."""
    whole: dict[str, Place] = {}
    parts: dict[str, Place] = {}
    for line in filter(None, DETAIL_ROWS.split("\n")):
        name, _, patterns = line.partition(" ")
        prefix, name = name[: name.startswith("?")], name.lstrip("?")
        named = OWN_PLACES.get(name) or find_word(name, "") or OVER
        place = Place(int(name)) if name.isdigit() else named
        for pattern in patterns.split("|"):
            table = parts if "*" in pattern else whole
            table[prefix + pattern.strip("*")] = place
    return whole, parts


OWN_PLACES = {"use": USE, "value": VALUE, "begun": BEGUN}


def _make_value_condition(kind: str, outline: RecordOutline) -> Condition | None:
    """Return the condition that nothing called the record off; None if it does not say so."""
    stops = list_mentions(outline) & {"cancelled", "failed", "missed"}
    return (lambda stage: stage.ending not in stops) if stops else None


def _make_use_condition(kind: str, outline: RecordOutline) -> Condition:
    """Return the condition that a record is in use, and that its status does not settle it."""
    is_active = make_active_condition(kind, outline)
    is_settled = find_settled_condition(outline)
    if is_settled is None:
        return is_active
    return lambda stage: is_active(stage) and not is_settled(stage)


def _make_begun_condition(kind: str, outline: RecordOutline) -> Condition | None:
    """Return the condition that somebody cares for the record; None if no status says so."""
    return find_begun_condition(outline)


def _find_conclusion(words: tuple[str, ...], outline: RecordOutline) -> Condition | None:
    """Return the condition that a record with a status is done, for what came of it.

    Nothing comes of what was cancelled or missed.
    """
    done = find_done_condition(outline)
    if done is None or CONCLUSION_WORDS.isdisjoint(words[-1:]):
        return None
    endings = list_mentions(outline) & (OVER_ENDINGS - {"cancelled", "missed"})
    return lambda stage: done(stage) or stage.ending in endings


DETAIL_CONDITIONS: dict[Place | None, Callable[[str, RecordOutline], Condition | None]] = {
    OVER: make_over_condition,
    BEGUN: _make_begun_condition,
    USE: _make_use_condition,
    VALUE: _make_value_condition,
}
"""How the condition of an optional field is made that waits for no step."""


def _find_detail(name: str, *, has_status: bool) -> Place | None:
    """Return what a field called *name* waits for; None if the table does not list it.

    Rows with ``?`` are for records that *have a status*.
    """
    spellings = (f"?{name}", name) if has_status else (name,)
    return next(filter(None, map(_find_listed, spellings)), None)


def _find_listed(name: str) -> Place | None:
    """Return the place of the row of *name* in the table of details; None if it has none."""
    whole, parts = _load_details()
    if name in whole:
        return whole[name]
    return next(
        (place for start, place in parts.items() if name.startswith(start)),
        None,
    )
