"""The fact of a record's stage: how far it came, how it ended, and what is exceptional.

It depends on the kind of record alone, never on its fields: orders are mostly delivered, employees
mostly active, candidates mostly at the beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import Any, NamedTuple

from pytest_fixturegen.nodes import Choice, Fact, FactPin, FactView, Node, Outer
from pytest_fixturegen.providers import field_names
from pytest_fixturegen.providers.fact_pins import build_choice, list_options
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.streams import mix_word

STAGE_COUNT = 2048
"""How many stages a record of a kind may have."""

LAST = 100
"""The progress of a record that is done."""


class Stage(NamedTuple):
    """One stage that a record may have.

    *progress* is from 0 to 100. *ending* and *exception* are names of the tables in ``stems``, or
    "". *variety* chooses among equals.
    """

    progress: int
    ending: str = ""
    exception: str = ""
    variety: int = 0


class StageKind(NamedTuple):
    """How often records of a kind have which stage, in per cent.

    *progress* lists the shares of the ranges in ``PROGRESS_RANGES``. *endings* and *exceptions* are
    shares of all records; *cuts* are the ranges in which those with an ending stop.
    """

    progress: tuple[int, ...]
    endings: dict[str, int]
    exceptions: dict[str, int]
    cuts: dict[str, tuple[int, int]]


PROGRESS_RANGES = ((0, 7), (8, 19), (20, 35), (36, 49), (50, 69), (70, 89), (90, 95), (100, 100))
"""Ranges of progress: drafts, requests, reviews, accepted, under way, sent, done, closed."""

USUAL_ENDINGS = {
    "cancelled": 4,
    "failed": 3,
    "denied": 3,
    "refunded": 2,
    "overdue": 2,
    "expired": 2,
    "terminated": 3,
    "died": 1,
    "lost": 2,
    "missed": 1,
}
USUAL_EXCEPTIONS = {
    "deleted": 6,
    "archived": 5,
    "banned": 2,
    "locked": 1,
    "paused": 3,
    "repaired": 1,
    "amended": 4,
}
USUAL_CUTS = {
    "cancelled": (10, 28),
    "failed": (51, 58),
    "denied": (26, 35),
    "missed": (37, 45),
    "overdue": (51, 59),
    "expired": (70, 100),
    "lost": (70, 80),
}
UNFINISHED = ("paused", "repaired", "locked")
"""Exceptions of records that are not done."""

FUNNEL_CUTS = {**USUAL_CUTS, "lost": (16, 29), "denied": (20, 29)}
STANDING_CUTS = {**USUAL_CUTS, "cancelled": (50, 69), "expired": (50, 69), "failed": (50, 69)}
STANDING_CUTS |= {"terminated": (50, 89), "lost": (50, 69), "died": (50, 69), "denied": (20, 35)}
PARCEL_CUTS = {**USUAL_CUTS, "refunded": (75, 88)}

ALIKE = {"flight": "trade", "refund": "request"}
"""Kinds whose records are spread like those of another one, but whose words differ."""

STAGE_KINDS = {
    "work": StageKind(
        (5, 6, 4, 4, 11, 7, 14, 49),
        USUAL_ENDINGS,
        USUAL_EXCEPTIONS,
        USUAL_CUTS,
    ),
    "request": StageKind(
        (4, 10, 6, 24, 5, 4, 10, 37),
        {**USUAL_ENDINGS, "denied": 12, "cancelled": 5, "failed": 1, "refunded": 1, "died": 1},
        USUAL_EXCEPTIONS,
        USUAL_CUTS,
    ),
    "run": StageKind(
        (2, 3, 1, 1, 7, 3, 18, 65),
        {**USUAL_ENDINGS, "failed": 9, "cancelled": 3, "denied": 2, "terminated": 1, "lost": 1},
        {**USUAL_EXCEPTIONS, "deleted": 2, "archived": 2},
        USUAL_CUTS,
    ),
    "trade": StageKind(
        (3, 7, 3, 5, 9, 12, 14, 47),
        {**USUAL_ENDINGS, "cancelled": 7, "refunded": 4, "failed": 2, "denied": 2, "died": 1},
        {**USUAL_EXCEPTIONS, "deleted": 2, "paused": 2},
        USUAL_CUTS,
    ),
    "bill": StageKind(
        (5, 4, 9, 6, 4, 4, 20, 48),
        {**USUAL_ENDINGS, "overdue": 8, "cancelled": 4, "refunded": 3, "died": 1},
        {**USUAL_EXCEPTIONS, "deleted": 2},
        {**USUAL_CUTS, "overdue": (31, 35)},
    ),
    "parcel": StageKind(
        (4, 5, 1, 2, 4, 24, 14, 46),
        {**USUAL_ENDINGS, "refunded": 4, "failed": 3, "cancelled": 3, "denied": 1, "died": 1},
        {**USUAL_EXCEPTIONS, "deleted": 2, "paused": 2},
        PARCEL_CUTS,
    ),
    "loan": StageKind(
        (2, 2, 1, 2, 22, 3, 16, 52),
        {**USUAL_ENDINGS, "overdue": 8, "lost": 3, "failed": 1, "denied": 1, "cancelled": 2},
        {**USUAL_EXCEPTIONS, "deleted": 2},
        USUAL_CUTS,
    ),
    "standing": StageKind(
        (2, 4, 2, 4, 62, 22, 2, 2),
        {**USUAL_ENDINGS, "terminated": 7, "expired": 3, "cancelled": 3, "died": 3, "failed": 2}
        | {"refunded": 1, "denied": 1, "overdue": 1, "lost": 1},
        {**USUAL_EXCEPTIONS, "paused": 6, "repaired": 2},
        STANDING_CUTS,
    ),
    "machine": StageKind(
        (1, 2, 1, 1, 70, 23, 1, 1),
        {**dict.fromkeys(USUAL_ENDINGS, 1), "terminated": 5, "failed": 4},
        {**USUAL_EXCEPTIONS, "paused": 6, "repaired": 2},
        STANDING_CUTS,
    ),
    "message": StageKind(
        (2, 3, 1, 1, 2, 34, 46, 11),
        {**USUAL_ENDINGS, "failed": 6, "denied": 1, "cancelled": 2},
        {**USUAL_EXCEPTIONS, "deleted": 2},
        USUAL_CUTS,
    ),
    "funnel": StageKind(
        (26, 33, 15, 5, 3, 2, 8, 8),
        {**USUAL_ENDINGS, "denied": 12, "lost": 10, "cancelled": 3, "terminated": 1, "died": 1},
        USUAL_EXCEPTIONS,
        FUNNEL_CUTS,
    ),
}
"""The kinds of records."""

KIND_NOUNS = {
    "request": """
        claim request leave absence timeoff permit visa expense reimbursement approval review
        submission quote proposal referral authorization bid tender nomination amendment dispute
        timesheet time_sheet requisition
        appeal complaint petition grant inspection audit verification kyc
    """,
    "run": """
        run execution payment transaction log entry event sync import export backup test scan
        pipeline build deployment webhook transfer withdrawal
        deposit charge payout call query span trace record attempt session step login
        migration check evaluation observation result analysis specimen sample measurement
    """,
    "trade": """
        order purchase trip ride booking reservation appointment sale cart visit encounter
        match game delivery beställning bestellung pedido commande port_call
    """,
    "bill": "invoice bill facture faktura factura rechnung fattura statement",
    "message": "email message notification sms push mail newsletter letter",
    "flight": "flight train bus ferry voyage crossing",
    "refund": "return refund rma",
    "parcel": "shipment parcel package consignment freight tracking sendung",
    "loan": "loan rental borrowing checkout lending hire",
    "standing": """
        employee user member account customer contract policy subscription subscriber vessel
        vehicle ship truck aircraft driver animal pet patient student teacher instructor staff
        person profile company organization vendor supplier partner store branch product flag
        feature certificate license key token plan membership project team channel group
        property unit tenant warehouse asset user_account credential course player athlete emp
        cust kund kunde mitarbeiter empleado client cliente farm site posting vacancy
        job_posting program policyholder doctor physician nurse agent worker contractor crew
        pilot rule alert_rule webhook_endpoint kokyaku 顧客 pass sim sim_card phone_number
        mobile_line coach trainer tutor referee judge lawyer attorney pupil child resident
        landlord lease tenancy guest house apartment building facility gym studio library museum
        school university hospital clinic pharmacy restaurant cafe hotel airline bank insurer
        charity foundation club league band artist author publisher label channel_partner franchise
        garden field plant tree forest park beach trail road bridge route fleet drone robot
        satellite antenna tower grid mine well dam reservoir tank silo barn herd flock horse cow
        dog cat breed species variety recipe menu dish wine beer book album track song movie
        series episode podcast artwork antique collectible instrument tool spare_part component
        material ingredient drug medication vaccine allergy disease diagnosis prescription
        insurance coverage benefit pension fund portfolio holding bond stock wallet address
        contact household family relationship profile_setting preference setting configuration
        secret role permission policy_rule firewall_rule dns_record ip_address subnet network
        vpn gateway load_balancer queue topic bucket_policy image template theme plugin
        extension integration connector webhook_subscription api_key token_grant session_token
        category tag glossary_term unit_of_measure tax_rate currency exchange country region
        city district zone site_location landmark shop retailer dealer distributor manufacturer
        brand agency broker agent_profile realtor volunteer donor sponsor board_member committee
        politician voter citizen taxpayer passport driver_license
    """,
    "machine": """
        device instance pod node server container machine cluster volume bucket sensor station
        host printer router camera meter reactor turbine pump database domain service app
        equipment
    """,
    "funnel": """
        lead opportunity deal prospect candidate applicant application issue task todo ticket bug
        story case incident
    """,
}
"""The nouns of models by the kind of their records; "work" for all others."""

SETTLED_NOUNS = frozenset("ticket case incident issue bug task todo story".split())
"""Nouns whose records are worked off, more than those of a funnel of sales."""


@lru_cache(maxsize=1)
def _load_nouns() -> dict[str, str]:
    """Return the kind of stages of each noun."""
    nouns = {noun: kind for kind, text in KIND_NOUNS.items() for noun in text.split()}
    return {**nouns, **dict.fromkeys(SETTLED_NOUNS, "work")}


@lru_cache(maxsize=512)
def find_stage_kind(model: str) -> str:
    """Return the name of the kind of records of *model*, a class name in snake case."""
    nouns = _load_nouns()
    words = model.split("_")
    for name in (model, field_names.find_noun(model), *reversed(words)):
        found = nouns.get(name) or nouns.get(field_names.to_singular(name) or "")
        if found:
            is_about = name != words[-1] and words[-1].endswith(DOCUMENT_ENDINGS)
            return ABOUT_KINDS.get(found, found) if is_about else found
    return "work"


ABOUT_KINDS = {"standing": "work", "machine": "work"}
"""Kinds of what is done about records of a kind, if it is another one."""


DOCUMENT_ENDINGS = ("sheet", "form", "ation", "ition", "ment", "survey")
"""Ends of nouns of what is done about somebody or something that stands: a member's evaluation."""


PART_NOUNS = frozenset(
    """party signatory signer signature line lineitem item leg stop parcel package container
    payment fulfillment installment milestone variant""".split()
)
"""Nouns of records within another one whose stage is theirs: the signatures of a contract."""


def build_stage_fact(context: FieldContext) -> Fact:
    """Return the fact of the stage of the record around the field.

    A part of another record shares the stage of the whole.
    """
    kind = find_stage_kind(context.model)
    outline = context.record
    node: Node = build_stage_node(kind)
    is_part = not PART_NOUNS.isdisjoint(list_nouns(context.model))
    if outline.is_nested and is_part and outline.root != outline.model:
        node = Outer(format_stage_name(find_stage_kind(outline.root)), node)
    return Fact(format_stage_name(kind), node)


def build_stage_node(kind: str) -> Choice:
    """Return the node of the stage of a record of *kind*."""
    stages = list_stages(kind)
    return Choice(stages, stages)


STAGE_NAME = "stage"
"""The beginning of the names of facts of stages."""


def format_stage_name(kind: str) -> str:
    """Return the name of the fact of the stage of records of *kind*."""
    return STAGE_NAME if kind == "work" else f"{STAGE_NAME}_{kind}"


def list_nouns(model: str) -> list[str]:
    """Return the words of *model*, in the singular."""
    return [field_names.to_singular(word) or word for word in model.split("_")]


@lru_cache(maxsize=16)
def list_stages(kind: str) -> tuple[Stage, ...]:
    """Return the stages of records of *kind*, each as likely as the others."""
    shares = STAGE_KINDS[ALIKE.get(kind, kind)]
    progresses = _spread_progress(shares.progress)
    endings = _spread_names(shares.endings)
    exceptions = _spread_names(shares.exceptions)
    stages = []
    rows = zip(
        _shuffle(endings, 1),
        _shuffle(exceptions, 2),
        progresses,
        strict=True,
    )
    for number, (ending, named, spread) in enumerate(rows):
        exception, progress = "" if ending else named, spread
        if ending in shares.cuts:
            low, high = shares.cuts[ending]
            progress = low + mix_word(number, 3) % (high - low + 1)
        elif ending:
            progress = LAST if shares.progress[-1] > 10 else 69
        elif exception in UNFINISHED and progress >= 70:
            low = 37 if kind in ("trade", "flight") else 51
            progress = low + mix_word(number, 3) % 8
        stages.append(
            Stage(
                progress,
                ending,
                exception,
                mix_word(number, 4) & 0xFFFF,
            )
        )
    return tuple(stages)


def _shuffle(names: list[str], salt: int) -> list[str]:
    """Return *names*, one for each stage, in another order."""
    multiplier = 2 * (mix_word(salt, 5) % (STAGE_COUNT // 2)) + 1
    start = salt * 977
    return [names[(n * multiplier + start) % STAGE_COUNT] for n in range(STAGE_COUNT)]


def _spread_progress(shares: Sequence[int]) -> list[int]:
    """Return a progress for each stage, in ascending order, as the *shares* of the ranges say."""
    progresses = []
    ends = [end * STAGE_COUNT // sum(shares) for end in accumulate(shares)]
    for (low, high), begin, end in zip(
        PROGRESS_RANGES,
        [0, *ends],
        ends,
        strict=False,
    ):
        count = end - begin
        progresses += [low + place * (high - low + 1) // count for place in range(count)]
    return progresses


def _spread_names(shares: dict[str, int]) -> list[str]:
    """Return a name for each stage, "" for the most, as the *shares* in per cent say."""
    names = [name for name, share in shares.items() for _ in range(share * STAGE_COUNT // 100)]
    return names + [""] * (STAGE_COUNT - len(names))


def make_stage_view(
    context: FieldContext,
    read: Callable[[Any], Any],
    show: Callable[[Stage], Any],
    matches: Callable[[Any, Stage], bool] | None = None,
    json: Callable[[Any], Any] | None = None,
) -> FactView:
    """Return the view that shows what *show* makes of the record's stage.

    A fixed value, converted by *read*, leaves those stages with which the view shows it, or those
    that *matches* accepts.
    """
    test = matches or (lambda value, stage: show(stage) == value)
    pin = FactPin(read, partial(_find_stages, test))
    return FactView(
        lambda word, stage: show(stage),
        (build_stage_fact(context),),
        json,
        pin,
    )


def _find_stages(
    test: Callable[[Any, Stage], bool],
    value: Any,
    node: Node,
) -> Any:
    """Return the node of those stages of *node* that *test* accepts for *value*."""
    stages = [stage for stage in list_options(node) if test(value, stage)]
    return (build_choice(stages),) if stages else None
