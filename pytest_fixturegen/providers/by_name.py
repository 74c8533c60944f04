"""Finds a provider by the name of the field.

A name is looked up as it stands, as one end of a range, as a plural, as a noun with an owner before it or a unit after
it, and by how it ends. The first that can serve under the rules of its place does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import (
    amounts,
    bodies,
    codes,
    commerce,
    contacts,
    field_names,
    people,
    places,
    prose,
    pursuits,
    schedules,
    sites,
    timestamps,
    web,
)
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    detach_facts,
    make_choice_provider,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.quantity import (
    NUMBER_PROVIDERS,
    build_range_end,
    build_range_fact,
    make_number_provider,
)

NAMES: ProviderTable = {
    **prose.NAMES,
    **commerce.NAMES,
    **pursuits.NAMES,
    **bodies.NAMES,
    **amounts.NAMES,
    **codes.NAMES,
    **web.NAMES,
    **timestamps.NAMES,
    **schedules.NAMES,
    **places.NAMES,
    **contacts.NAMES,
    **people.NAMES,
}
"""Every name in snake case with each kind of value it is served for."""

SERVED_KINDS = frozenset(kind for _, kind in NAMES)

provide_pet_name = make_choice_provider(
    *"Luna Max Bella Charlie Coco Milo Daisy Rocky Nala Oscar Ruby Simba Willow Leo Poppy Felix".split()
)
provide_type_label = make_choice_provider(
    "standard", "basic", "premium", "custom", "internal", "external", "default", "special"
)
provide_age = make_number_provider(range(schedules.ADULT, schedules.OLD + 1))
PLACE_NAMES = frozenset(name for name, _ in places.NAMES)

FUTURE_WORDS = (
    "next",
    "scheduled",
    "planned",
    "expected",
    "estimated",
    "upcoming",
    "due",
    "target",
)
"""Words with which the name of a moment to come begins."""

SUFFIX_PROVIDERS: tuple[tuple[tuple[str, ...], str, NamedProvider], ...] = (
    (("_id", "_uuid", "_guid", "_uid"), "str", web.provide_identifier),
    (("_url", "_uri", "_link", "_href"), "str url", web.make_url_provider(web.draw_page_url)),
    (
        ("_at", "_on", "_date", "_datetime", "_timestamp", "_ts"),
        "datetime date str int float",
        timestamps.provide_unknown_stage,
    ),
    (("_time", "_when", "_since"), "datetime", timestamps.provide_unknown_stage),
    (("_count", "_quantity", "_qty", "_total", "_num"), "int", commerce.provide_quantity),
    (("_total", "_sum", "_value", "_fee"), "float decimal", commerce.provide_amount),
    (("_number", "_no", "_nr"), "str", codes.provide_plain_number),
    (("_by",), "str", lambda context, owner: people.provide_full_name(context, context.name)),
)
"""What the end of a name says, when all of it says nothing."""

PREFIX_PROVIDERS: tuple[tuple[tuple[str, ...], str, NamedProvider], ...] = (
    (("num_", "number_of_", "n_", "total_", "count_"), "int", commerce.provide_quantity),
    (("total_",), "float decimal", commerce.provide_amount),
    (("date_", "time_"), "datetime date", timestamps.provide_unknown_stage),
)


ITEM_PROVIDERS: ProviderTable = {
    **dict.fromkeys((("country", "str"), ("country_name", "str")), places.provide_any_country),
    **dict.fromkeys(
        (("country_code", "str"), ("nationality", "str")), places.provide_any_country_code
    ),
    **dict.fromkeys((("currency", "str"), ("currency_code", "str")), places.provide_any_currency),
    **dict.fromkeys((("timezone", "str"), ("time_zone", "str")), places.provide_any_timezone),
}
"""Who serves an item of a list, of what a record by itself has only that of its own place."""


class NameMeaning(NamedTuple):
    """One way to read a name: who *serves* it, *whose* fact it shows, and whether it is one of *several*."""

    name: str
    provide: NamedProvider
    owner: str = ""
    is_item: bool = False


def find_named_provider(context: FieldContext) -> tuple[str, Node] | None:
    """The provider that the name of the field asks for, and its node; None when the name says nothing."""
    kind = get_kind_name(context)
    if kind not in SERVED_KINDS:
        return None
    for name, serve, whose, several in find_meanings(context, kind):
        node = serve(context, whose)
        if node is not None:
            return f"by_name.{name}", detach_facts(node) if several or context.is_item else node
    return None


def get_kind_name(context: FieldContext) -> str:
    """The kind of value asked for, a class by its name."""
    return context.kind if isinstance(context.kind, str) else getattr(context.kind, "__name__", "")


def find_meanings(context: FieldContext, kind: str) -> Iterator[NameMeaning]:
    """Each way to read the name, the closest first."""
    yield from _find_known(context, kind, context.name)
    yield from _find_range_end(context, kind)
    one = field_names.to_singular(context.name)
    if one:
        yield from (
            NameMeaning(one, ITEM_PROVIDERS[place, kind])
            for place in (one, one.partition("_")[2])
            if (place, kind) in ITEM_PROVIDERS
        )
        yield from (
            meaning._replace(is_item=True)
            for meaning in (*_find_known(context, kind, one), *_find_owned(context, kind, one))
        )
    yield from _find_owned(context, kind, context.name)
    bare = field_names.strip_suffix(context.name)
    if bare:
        yield from (*_find_known(context, kind, bare), *_find_owned(context, kind, bare))
    yield from _find_by_affix(context, kind)


def _find_known(
    context: FieldContext, kind: str, name: str, owner: str = ""
) -> Iterator[NameMeaning]:
    """*name* as it stands, of *owner* or of the model."""
    about = field_names.find_noun(owner or context.model)
    special = _find_by_noun(name, kind, about)
    whose = (
        field_names.find_fact_owner(owner, context.model, is_place=name in PLACE_NAMES)
        if owner
        else ""
    )
    if special:
        yield NameMeaning(name, special, whose)
    if (name, kind) in NAMES and (not owner or name not in field_names.UNOWNED_NAMES):
        yield NameMeaning(name, NAMES[name, kind], whose)


def _find_by_noun(name: str, kind: str, model_noun: str) -> NamedProvider | None:
    """Who serves a name that means something else for each model."""
    site = (
        sites.find_company_provider(name, kind)
        if model_noun in field_names.COMPANY_NOUNS
        else sites.find_thing_provider(name, kind, model_noun)
    )
    if site or kind != "str":
        return site or (
            bodies.PERSON_NAMES.get((name, kind))
            if model_noun in field_names.PERSON_NOUNS
            else None
        )
    match name:
        case "name" | "title":
            return _find_title_provider(name, model_noun)
        case "legal_name" | "display_name" if model_noun in field_names.COMPANY_NOUNS:
            return commerce.provide_company
        case "state" if model_noun in field_names.WORKFLOW_NOUNS:
            return commerce.provide_status
        case "state":
            return places.provide_state
        case "code" | "number" | "no" | "ref" | "reference" if (
            f"{model_noun}_{name}",
            kind,
        ) in NAMES:
            return NAMES[f"{model_noun}_{name}", kind]
        case "number" | "no":
            return (
                NAMES["house_number", kind]
                if model_noun == "address"
                else codes.provide_plain_number
            )
        case "type" | "kind":
            return provide_type_label
        case _:
            return None


def _find_title_provider(name: str, model_noun: str) -> NamedProvider:
    """What a thing is called."""
    if model_noun in field_names.PERSON_NOUNS:
        return people.provide_full_name if name == "name" else people.provide_job_title
    if model_noun in field_names.PRODUCT_NOUNS:
        return commerce.provide_product
    if model_noun in field_names.COMPANY_NOUNS:
        return commerce.provide_company
    if model_noun in ("pet", "dog", "cat", "animal"):
        return provide_pet_name
    if name == "title":
        return prose.provide_headline
    return (
        NAMES[model_noun, "str"]
        if model_noun in field_names.SELF_NAMED_NOUNS
        else prose.provide_thing_name
    )


def _find_owned(context: FieldContext, kind: str, name: str) -> Iterator[NameMeaning]:
    """*name* as a noun with an owner before it."""
    for owner, noun in field_names.iter_owner_splits(name):
        yield from _find_known(context, kind, noun, owner)


def _find_range_end(context: FieldContext, kind: str) -> Iterator[NameMeaning]:
    """*name* as one end of a range of numbers."""
    found = field_names.parse_range_end(context.name) if kind in NUMBER_PROVIDERS else None
    if found:
        base, end = found
        yield NameMeaning(
            context.name,
            lambda context, owner: _provide_range_end(replace(context, name=base), kind, end),
            "",
        )


def _provide_range_end(context: FieldContext, kind: str, end: int) -> Node | None:
    fact = build_range_fact(context.name or "range", "")
    known = (
        provide_age
        if context.name.endswith("age")
        else next((each.provide for each in _find_whole_name(context, kind)), None)
    )
    node = known(context, "") if known else None
    return build_range_end(node, fact, end) or build_range_end(
        NUMBER_PROVIDERS[kind](context), fact, end
    )


def _find_whole_name(context: FieldContext, kind: str) -> Iterator[NameMeaning]:
    yield from _find_known(context, kind, context.name)
    yield from _find_owned(context, kind, context.name)


def _find_by_affix(context: FieldContext, kind: str) -> Iterator[NameMeaning]:
    """What the first or the last word says."""
    if kind in ("datetime", "date") and context.name.startswith(FUTURE_WORDS):
        yield NameMeaning(context.name, schedules.provide_upcoming)
    for heads, kinds, serve in PREFIX_PROVIDERS:
        if context.name.startswith(heads) and kind in kinds.split():
            yield NameMeaning(context.name, serve)
    for tails, kinds, serve in SUFFIX_PROVIDERS:
        if context.name.endswith(tails) and kind in kinds.split():
            yield NameMeaning(context.name, serve)
