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
    bodies,
    codes,
    commerce,
    contacts,
    lifeline,
    naming,
    people,
    places,
    prose,
    pursuits,
    schedules,
    sites,
    sums,
    web,
)
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.quantity import PLAIN, counted, end_of, ends_fact
from pytest_fixturegen.providers.views import Named, Table, alone, picked

NAMES: Table = {
    **prose.NAMES,
    **commerce.NAMES,
    **pursuits.NAMES,
    **bodies.NAMES,
    **sums.NAMES,
    **codes.NAMES,
    **web.NAMES,
    **lifeline.NAMES,
    **schedules.NAMES,
    **places.NAMES,
    **contacts.NAMES,
    **people.NAMES,
}
"""Every name in snake case with each kind of value it is served for."""

KINDS = frozenset(kind for _, kind in NAMES)

PETS = picked(*"Luna Max Bella Charlie Coco Milo Daisy Rocky Nala Oscar Ruby Simba Willow Leo Poppy Felix".split())
TYPES = picked("standard", "basic", "premium", "custom", "internal", "external", "default", "special")
AGES = counted(range(schedules.ADULT, schedules.OLD + 1))
PLACED = frozenset(name for name, _ in places.NAMES)

SOON = ("next", "scheduled", "planned", "expected", "estimated", "upcoming", "due", "target")
"""Words with which the name of a moment to come begins."""

ENDINGS: tuple[tuple[tuple[str, ...], str, Named], ...] = (
    (("_id", "_uuid", "_guid", "_uid"), "str", web.identifier),
    (("_url", "_uri", "_link", "_href"), "str url", web.url(web.page_url)),
    (("_at", "_on", "_date", "_datetime", "_timestamp", "_ts"), "datetime date str int float", lifeline.somewhen),
    (("_time", "_when", "_since"), "datetime", lifeline.somewhen),
    (("_count", "_quantity", "_qty", "_total", "_num"), "int", commerce.quantity),
    (("_total", "_sum", "_value", "_fee"), "float decimal", commerce.amount),
    (("_number", "_no", "_nr"), "str", codes.NUMBERED),
    (("_by",), "str", lambda ask, whose: people.full_name(ask, ask.name)),
)
"""What the end of a name says, when all of it says nothing."""

BEGINNINGS: tuple[tuple[tuple[str, ...], str, Named], ...] = (
    (("num_", "number_of_", "n_", "total_", "count_"), "int", commerce.quantity),
    (("total_",), "float decimal", commerce.amount),
    (("date_", "time_"), "datetime date", lifeline.somewhen),
)


ITEMS: Table = {
    **dict.fromkeys((("country", "str"), ("country_name", "str")), places.anywhere),
    **dict.fromkeys((("country_code", "str"), ("nationality", "str")), places.world_code),
    **dict.fromkeys((("currency", "str"), ("currency_code", "str")), places.world_currency),
    **dict.fromkeys((("timezone", "str"), ("time_zone", "str")), places.world_zone),
}
"""Who serves an item of a list, of what a record by itself has only that of its own place."""


class Meaning(NamedTuple):
    """One way to read a name: who *serves* it, *whose* fact it shows, and whether it is one of *several*."""

    name: str
    serve: Named
    whose: str = ""
    several: bool = False


def named_provider(ask: Ask) -> tuple[str, Node] | None:
    """The provider that the name of the field asks for, and its node; None when the name says nothing."""
    kind = kind_of(ask)
    if kind not in KINDS:
        return None
    for name, serve, whose, several in meanings(ask, kind):
        node = serve(ask, whose)
        if node is not None:
            return f"by_name.{name}", alone(node) if several or ask.several else node
    return None


def kind_of(ask: Ask) -> str:
    """The kind of value asked for, a class by its name."""
    return ask.kind if isinstance(ask.kind, str) else getattr(ask.kind, "__name__", "")


def meanings(ask: Ask, kind: str) -> Iterator[Meaning]:
    """Each way to read the name, the closest first."""
    yield from _known(ask, kind, ask.name)
    yield from _ends(ask, kind)
    one = naming.singular(ask.name)
    if one:
        yield from (Meaning(one, ITEMS[place, kind]) for place in (one, one.partition("_")[2]) if (place, kind) in ITEMS)
        yield from (meaning._replace(several=True) for meaning in (*_known(ask, kind, one), *_owned(ask, kind, one)))
    yield from _owned(ask, kind, ask.name)
    bare = naming.without_tail(ask.name)
    if bare:
        yield from (*_known(ask, kind, bare), *_owned(ask, kind, bare))
    yield from _by_ends(ask, kind)


def _known(ask: Ask, kind: str, name: str, owner: str = "") -> Iterator[Meaning]:
    """*name* as it stands, of *owner* or of the model."""
    about = naming.noun_of(owner or ask.model)
    special = _by_noun(name, kind, about)
    whose = naming.whose(owner, ask.model, place=name in PLACED) if owner else ""
    if special:
        yield Meaning(name, special, whose)
    if (name, kind) in NAMES and (not owner or name not in naming.ALONE):
        yield Meaning(name, NAMES[name, kind], whose)


def _by_noun(name: str, kind: str, about: str) -> Named | None:
    """Who serves a name that means something else for each model."""
    site = sites.of_firm(name, kind) if about in naming.FIRMS else sites.of_thing(name, kind, about)
    if site or kind != "str":
        return site or (bodies.OF_PEOPLE.get((name, kind)) if about in naming.PEOPLE else None)
    match name:
        case "name" | "title":
            return _called(name, about)
        case "legal_name" | "display_name" if about in naming.FIRMS:
            return commerce.company
        case "state" if about in naming.ERRANDS:
            return commerce.status
        case "state":
            return places.state
        case "code" | "number" | "no" | "ref" | "reference" if (f"{about}_{name}", kind) in NAMES:
            return NAMES[f"{about}_{name}", kind]
        case "number" | "no":
            return NAMES["house_number", kind] if about == "address" else codes.NUMBERED
        case "type" | "kind":
            return TYPES
        case _:
            return None


def _called(name: str, about: str) -> Named:
    """What a thing is called."""
    if about in naming.PEOPLE:
        return people.full_name if name == "name" else people.job_title
    if about in naming.GOODS:
        return commerce.product
    if about in naming.FIRMS:
        return commerce.company
    if about in ("pet", "dog", "cat", "animal"):
        return PETS
    if name == "title":
        return prose.headline
    return NAMES[about, "str"] if about in naming.CALLED_SO else prose.thing_name


def _owned(ask: Ask, kind: str, name: str) -> Iterator[Meaning]:
    """*name* as a noun with an owner before it."""
    for owner, noun in naming.owned_nouns(name):
        yield from _known(ask, kind, noun, owner)


def _ends(ask: Ask, kind: str) -> Iterator[Meaning]:
    """*name* as one end of a range of numbers."""
    found = naming.range_end(ask.name) if kind in PLAIN else None
    if found:
        base, end = found
        yield Meaning(ask.name, lambda ask, whose: _end(replace(ask, name=base), kind, end), "")


def _end(ask: Ask, kind: str, end: int) -> Node | None:
    fact = ends_fact(ask.name or "range", "")
    known = AGES if ask.name.endswith("age") else next((each.serve for each in _whole(ask, kind)), None)
    node = known(ask, "") if known else None
    return end_of(node, fact, end) or end_of(PLAIN[kind](ask), fact, end)


def _whole(ask: Ask, kind: str) -> Iterator[Meaning]:
    yield from _known(ask, kind, ask.name)
    yield from _owned(ask, kind, ask.name)


def _by_ends(ask: Ask, kind: str) -> Iterator[Meaning]:
    """What the first or the last word says."""
    if kind in ("datetime", "date") and ask.name.startswith(SOON):
        yield Meaning(ask.name, schedules.coming)
    for heads, kinds, serve in BEGINNINGS:
        if ask.name.startswith(heads) and kind in kinds.split():
            yield Meaning(ask.name, serve)
    for tails, kinds, serve in ENDINGS:
        if ask.name.endswith(tails) and kind in kinds.split():
            yield Meaning(ask.name, serve)
