"""Statuses: closed lists and texts that show the stage of their record."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import FactView, Node
from pytest_fixturegen.providers import commerce, field_names, text
from pytest_fixturegen.providers.data import local_trade
from pytest_fixturegen.providers.fact_pins import read_text
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.local_words.statuses import translate_statuses
from pytest_fixturegen.providers.stages.conditions import has_conclusion, list_mentions
from pytest_fixturegen.providers.stages.members import make_member_finder, place_members
from pytest_fixturegen.providers.stages.names import PERSONAL_WORDS, has_stages
from pytest_fixturegen.providers.stages.stage import Stage, find_stage_kind, make_stage_view
from pytest_fixturegen.providers.stages.stems import Place
from pytest_fixturegen.providers.stages.words import find_member_place, list_words

STATUS_WORDS = frozenset(
    """status state stage phase stat sts lifecycle progress outcome result decision disposition
    resolution verdict condition step statut estado zustand estatus tillstand staat etat situacao
    estado fase etapa etape availability conclusion""".split()
)
"""Words of names of fields that say how far a record came."""

MIN_WORD = 3
"""The letters of a word that names a stage whatever the name of the field."""

EVENT_WORDS = frozenset(
    """action event verb operation method type kind category permission trigger topic reason
    command activity change op role scope level severity priority frequency interval""".split()
)
"""Words of names of fields whose members are things that happen, or are, at any stage."""


PLACE_PARTS = ("city", "zip", "zip_code", "postal_code", "postcode", "country", "street", "address")
"""Fields beside which a ``state`` is that of a place."""


def is_status_text(context: FieldContext) -> bool:
    """Return whether a text is a status: ``status``, ``order_status``, ``state`` of a job."""
    words = context.name.split("_")
    if not PERSONAL_WORDS.isdisjoint(words):
        return False
    if words[-1] in ("status", "statut", "phase", "stage", "estatus", "tillstand"):
        return True
    if words[-1] != "state":
        return False
    owner = context.name.removesuffix("state")
    if context.record.has(*(f"{owner}{part}" for part in PLACE_PARTS)):
        return False
    is_workflow = field_names.find_noun(context.model) in field_names.WORKFLOW_NOUNS
    return is_workflow or (not owner and has_stages(context.record))


def provide_status_choice(
    context: FieldContext,
    values: Sequence[Any],
    json: Sequence[Any],
) -> FactView | None:
    """Return the view of the record's stage by *values*, the members of an enum or a Literal.

    Return None if they are no stages. *json* are the values as JSON.
    """
    if context.is_item or len(values) < 2 or not _may_be_status(context.name, values, json):
        return None
    kind = find_stage_kind(context.model)
    places = place_members(_list_texts(values, json, kind), kind)
    if places is None:
        return None
    find_member = make_member_finder(places, _list_concluded(context, places))
    return make_stage_view(
        context,
        partial(_find_index, values, json),
        lambda stage: values[find_member(stage)],
        lambda index, stage: find_member(stage) == index - 1,
        make_json_converter(values, json),
    )


def _list_concluded(context: FieldContext, places: Sequence[Place]) -> frozenset[str]:
    """Return the endings of which the status only tells that they came; a conclusion names them."""
    has_endings = any(place.ending for place in places)
    if has_endings or not has_conclusion(context.record):
        return frozenset()
    return list_mentions(context.record)


def make_json_converter(values: Sequence[Any], json: Sequence[Any]) -> Any:
    """Return what converts one of *values* to its JSON; None if they are the same."""
    pairs = [(value, each) for value, each in zip(values, json, strict=True) if value is not each]
    known = {id(pair[0]): pair for pair in reversed(pairs)}
    return partial(_convert_value, known) if pairs else None


def _convert_value(known: dict[int, tuple[Any, Any]], value: Any) -> Any:
    """Return the JSON of *value*, one of the pairs *known* by the identity of their values."""
    return known.get(id(value), (value, value))[1]


def _find_index(
    values: Sequence[Any],
    json: Sequence[Any],
    value: Any,
) -> int | None:
    """Return the number of *value* among *values* or *json*, from 1; None if it is none."""
    for number, pair in enumerate(zip(values, json, strict=True), 1):
        if any(value is each or (type(value) is type(each) and value == each) for each in pair):
            return number
    return None


def _may_be_status(
    name: str,
    values: Sequence[Any],
    json: Sequence[Any],
) -> bool:
    """Return whether a field called *name* may be a status: by its name, or by all its members."""
    words = list_words(name)
    if "cache" in words:
        return False
    if not STATUS_WORDS.isdisjoint(words):
        return True
    if not EVENT_WORDS.isdisjoint(words):
        return False
    texts = _list_texts(values, json, "")
    return all(len(text) >= MIN_WORD and find_member_place(text, "") for text in texts)


def _list_texts(
    values: Sequence[Any],
    json: Sequence[Any],
    kind: str,
) -> list[str]:
    """Return the text of each member: its value, or its name if that tells more."""
    texts = []
    for value, each in zip(values, json, strict=True):
        name = getattr(value, "name", "")
        shown = str(each)
        use_name = name and not find_member_place(shown, kind) and find_member_place(name, kind)
        texts.append(name if use_name else shown)
    return texts


STATUS_TEXTS = """
bug issue task todo story | open in_progress blocked done
ticket case incident | open in_progress on_hold resolved closed
order purchase cart commande bestellung pedido
    | pending paid processing shipped delivered cancelled refunded
shipment parcel package consignment tracking freight
    | label_created picked_up in_transit out_for_delivery delivered returned
delivery | scheduled out_for_delivery delivered failed
payment transaction charge transfer payout withdrawal deposit donation pledge
    | pending processing completed failed refunded
invoice bill facture rechnung faktura | draft sent paid overdue cancelled
refund return | requested approved refunded rejected
subscription membership | trialing active past_due cancelled expired
job run execution build pipeline export import backup sync migration batch query
    | queued running completed failed cancelled
deployment release rollout | pending in_progress deployed failed
user account member customer profile subscriber client person vendor supplier partner seller
    | active inactive suspended
employee staff worker contractor agent teacher | active on_leave terminated
student enrollment | enrolled active completed withdrawn
lead prospect | new contacted qualified converted lost
opportunity deal | open proposal negotiation won lost
application applicant candidate | applied screening interview offer hired rejected
appointment meeting visit session | scheduled confirmed completed cancelled no_show
booking reservation | pending confirmed checked_in checked_out cancelled
trip ride | requested accepted in_progress completed cancelled
flight | scheduled boarding departed landed delayed cancelled
claim | submitted under_review approved denied paid
request leave expense approval absence permit reimbursement
    | pending approved rejected cancelled
contract agreement lease policy license certificate quote proposal
    | draft active expired terminated
device sensor machine server node station instance container pod host
    | online offline maintenance error
campaign experiment promotion auction | draft active paused completed
project program sprint milestone | planned in_progress on_hold completed
post article page document book content product item course lesson | draft published archived
message email notification sms | queued sent delivered failed
match game tournament race | scheduled live finished postponed
loan rental borrowing | active returned overdue
vehicle truck car vessel aircraft ship | active in_maintenance retired
property house apartment room unit listing | available reserved sold
event webhook | scheduled completed cancelled
sample specimen test inspection | registered received in_progress completed rejected
"""
"""The statuses of records by the nouns of their models."""

KIND_STATUSES = {
    "run": ("pending", "completed", "failed"),
    "standing": ("pending", "active", "inactive", "suspended"),
    "machine": ("active", "inactive", "maintenance", "error"),
    "request": ("pending", "approved", "rejected", "cancelled"),
    "funnel": ("new", "in_progress", "closed", "lost"),
}
"""Statuses of other records by their kinds."""

OTHER_STATUSES = ("pending", "in_progress", "completed", "cancelled")

OWNER_STATUSES = {
    "payment": ("unpaid", "paid", "refunded"),
    "fulfillment": ("unfulfilled", "shipped", "delivered"),
    "shipping": ("not_shipped", "shipped", "in_transit", "delivered"),
    "delivery": ("pending", "out_for_delivery", "delivered"),
    "approval": ("pending", "approved", "rejected"),
    "verification": ("unverified", "pending", "verified", "rejected"),
    "kyc": ("not_started", "pending", "verified", "rejected"),
    "employment": ("active", "on_leave", "terminated"),
    "account": ("active", "suspended", "closed"),
    "subscription": ("trialing", "active", "past_due", "cancelled"),
    "sync": ("pending", "synced", "failed"),
    "build": ("queued", "running", "passed", "failed"),
    "connection": ("connected", "disconnected"),
    "health": ("healthy", "degraded", "unhealthy"),
}
"""Statuses by the word before ``status``."""


def provide_status_text(context: FieldContext, owner: str) -> Node | None:
    """Return the view of the record's stage by one of the usual words of its kind of record."""
    kind = find_stage_kind(context.model)
    local = _list_local_options(context)
    for options in (*local, *_list_options(context)):
        places = place_members(options, kind)
        shown = translate_statuses(options, context.vocabulary.language)
        if places and text.build_text_pool(shown, context.constraints) is not None:
            return _build_text_view(context, shown, places, kind)
    return None


def _list_options(context: FieldContext) -> list[tuple[str, ...]]:
    """Return lists of statuses for the field, the fittest first."""
    words = list_words(context.name)
    owned = [OWNER_STATUSES[word] for word in words[:-1] if word in OWNER_STATUSES]
    named = [_load_texts()[word] for word in words[:-1] if word in _load_texts()]
    model = [
        _load_texts()[word] for word in reversed(context.model.split("_")) if word in _load_texts()
    ]
    kind = find_stage_kind(context.model)
    return [
        *owned,
        *named,
        *model,
        KIND_STATUSES.get(kind, OTHER_STATUSES),
    ]


def _list_local_options(context: FieldContext) -> list[tuple[str, ...]]:
    """Return the list of statuses in the language of the locale; none for English."""
    nouns = {*context.model.split("_"), *context.name.split("_")}
    kind, default = commerce.find_statuses(nouns)
    words = local_trade.find_local_words(
        context.vocabulary.language,
        kind,
        default,
    )
    return [] if words is default else [tuple(dict.fromkeys(words))]


@lru_cache(maxsize=1)
def _load_texts() -> dict[str, tuple[str, ...]]:
    """Return the statuses of the records that each noun names."""
    texts: dict[str, tuple[str, ...]] = {}
    for line in filter(None, STATUS_TEXTS.replace("\n    |", "|").split("\n")):
        nouns, _, options = line.partition("|")
        texts.update(dict.fromkeys(nouns.split(), tuple(options.split())))
    return texts


def _build_text_view(
    context: FieldContext,
    options: Sequence[str],
    places: Sequence[Place],
    kind: str,
) -> FactView:
    """Return the view of *options*, and of words that the user fixes."""
    find_member = make_member_finder(places)

    def matches(fixed: str, stage: Stage) -> bool:
        """Return whether a record with the *fixed* status may have the stage *stage*."""
        if fixed in options:
            return options[find_member(stage)] == fixed
        place = find_member_place(fixed, kind)
        return place is not None and is_at_place(place, stage)

    return make_stage_view(
        context,
        read_text,
        lambda stage: options[find_member(stage)],
        matches,
    )


def is_at_place(place: Place, stage: Stage) -> bool:
    """Return whether a record with the stage *stage* is at *place*, and has not come further."""
    if place.exception:
        return stage.exception == place.exception
    if place.ending:
        return stage.ending == place.ending
    is_regular = not stage.exception and not stage.ending
    return is_regular and place.progress <= stage.progress <= place.progress + 7
