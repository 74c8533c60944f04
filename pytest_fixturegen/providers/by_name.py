"""Finds a provider by the name of the field.

A name is looked up in this order: as it is, as one end of a range, as a plural, as a noun with an
owner before it, without its unit, and by how it begins or ends. The first provider that can satisfy
the constraints of the field serves it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from pytest_fixturegen.nodes import FactView, Node
from pytest_fixturegen.providers import (
    ages,
    amounts,
    appointments,
    bodies,
    codes,
    commerce,
    contacts,
    field_names,
    kana,
    national_ids,
    people,
    places,
    prose,
    pursuits,
    schedules,
    sites,
    timestamps,
    web,
)
from pytest_fixturegen.providers.disguises import find_disguise
from pytest_fixturegen.providers.domains.choices import leads_relations
from pytest_fixturegen.providers.domains.drawn_nodes import count_row_numbers, shows_drawn_row
from pytest_fixturegen.providers.domains.lookup import find_domains
from pytest_fixturegen.providers.domains.nodes import find_domain_node
from pytest_fixturegen.providers.facets.misreads import AMBIGUOUS_NAMES, find_misread
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    detach_facts,
    find_first_node,
    make_choice_provider,
)
from pytest_fixturegen.providers.families.bands import find_band_place
from pytest_fixturegen.providers.families.lookup import (
    count_family_fields,
    find_family_nodes,
    reads_whole_meter,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.lives.calendars import find_calendar_provider
from pytest_fixturegen.providers.lives.day_times import find_day_time_provider
from pytest_fixturegen.providers.lives.delays import find_delay_provider
from pytest_fixturegen.providers.lives.durations import (
    find_duration_provider,
    find_interval_provider,
)
from pytest_fixturegen.providers.lives.positions import find_position_provider
from pytest_fixturegen.providers.local_words.lookup import find_local_node
from pytest_fixturegen.providers.name_pairs import part_pair
from pytest_fixturegen.providers.quantity import (
    NUMBER_PROVIDERS,
    build_band_fact,
    build_range_end,
    make_number_provider,
)
from pytest_fixturegen.providers.record_outline import RecordOutline
from pytest_fixturegen.providers.stages.progress import find_progress_nodes
from pytest_fixturegen.providers.units import lookup as units

if TYPE_CHECKING:
    from pytest_fixturegen.providers.facets.lookup import FacetNode

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
    **appointments.NAMES,
    **places.NAMES,
    **contacts.NAMES,
    **people.NAMES,
    **kana.NAMES,
    **national_ids.NAMES,
}
"""Every name in snake case and kind of value, with the provider of each pair."""

SERVED_KINDS = frozenset(kind for _, kind in NAMES) | {"bool", "any"}

provide_pet_name = make_choice_provider(
    *("Luna", "Max", "Bella", "Charlie", "Coco", "Milo", "Daisy", "Rocky"),
    *("Nala", "Oscar", "Ruby", "Simba", "Willow", "Leo", "Poppy", "Felix"),
)
provide_age = make_number_provider(range(ages.ADULT, ages.OLD + 1))
PLACE_NAMES = frozenset(name for name, _ in places.NAMES)


def _provide_actor(context: FieldContext, owner: str) -> Node | None:
    """Return a view of the name of a person whom the field itself identifies: ``approved_by``."""
    return people.provide_full_name(context, context.name)


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
"""Words with which the name of a moment in the future begins."""

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
    (("_by",), "str", _provide_actor),
)
"""Endings of names that have no provider, kinds of value, and the provider."""

PREFIX_PROVIDERS: tuple[tuple[tuple[str, ...], str, NamedProvider], ...] = (
    (("num_", "number_of_", "n_", "total_", "count_"), "int", commerce.provide_quantity),
    (("total_",), "float decimal", commerce.provide_amount),
    (("date_", "time_"), "datetime date", timestamps.provide_unknown_stage),
)
"""Beginnings of names that have no provider, kinds of value, and the provider."""

ITEM_PROVIDERS: ProviderTable = {
    ("country", "str"): places.provide_any_country,
    ("country_name", "str"): places.provide_any_country,
    ("country_code", "str"): places.provide_any_country_code,
    ("nationality", "str"): places.provide_any_country_code,
    ("currency", "str"): places.provide_any_currency,
    ("currency_code", "str"): places.provide_any_currency,
    ("timezone", "str"): places.provide_any_timezone,
    ("time_zone", "str"): places.provide_any_timezone,
}
"""Providers of the items of a list, for what a record itself has only one of."""


ProviderFinder = Callable[[FieldContext], NamedProvider | None]

LIFE_FINDERS: tuple[ProviderFinder, ...] = (
    schedules.find_deadline_provider,
    timestamps.find_moment_provider,
    find_duration_provider,
)
"""What finds the providers of moments and durations, whose names are not listed."""


FIRST_FINDERS: tuple[ProviderFinder, ...] = (
    find_position_provider,
    find_day_time_provider,
    find_interval_provider,
    find_delay_provider,
    timestamps.find_year_provider,
    find_calendar_provider,
)
"""What finds the providers of places in a list and of times of day, whatever the domain."""


class NameMeaning(NamedTuple):
    """One way to read a name.

    *owner* is the owner of the facts to show, "" for the record's own. *is_item* says that the
    node fills the items of a list.
    """

    name: str
    provide: NamedProvider
    owner: str = ""
    is_item: bool = False


class NamedNode(NamedTuple):
    """The *node* that serves a field, the *provider* of it, and a *score* of 100.

    The score says how sure the reading of the name is: a whole name in its domain has 95, the end
    of a name 30.
    """

    provider: str
    node: Node
    score: int


DOMAIN_SCORE, MISREAD_SCORE, WHOLE_SCORE = 95, 92, 90
CLASS_UNIT_SCORE, DISGUISE_SCORE, DOMAIN_NOUN_SCORE, UNIT_SCORE = 91, 85, 80, 75
OWNED_SCORE, BARE_SCORE, ROUGH_SCORE, AFFIX_SCORE, FAMILY_SCORE = 60, 50, 35, 30, 96
NEUTRAL_SCORE = 10


def find_named_provider(context: FieldContext) -> NamedNode | None:
    """Return the provider that the name of the field asks for, as ``by_name.<name>``.

    Return None if no provider knows the name, or none can satisfy the constraints.
    """
    # Bounds such as 0 and Decimal("0.00") are equal, but numbers above them are written otherwise.
    return _find_known_provider(context, repr(context.constraints))


@lru_cache(maxsize=4096)
def _find_known_provider(context: FieldContext, constraints: str) -> NamedNode | None:
    """Return the result of :func:`find_named_provider`.

    The same class is planned for each depth, for each fallback and for each set of options.
    *constraints* tells apart constraints that are only equal.
    """
    kind = get_kind_name(context)
    if kind not in SERVED_KINDS:
        return None
    for found in _find_nodes(context, kind):
        if context.is_item:
            return found._replace(node=detach_facts(found.node))
        return found._replace(node=part_pair(context, found.node))
    return None


def _find_nodes(context: FieldContext, kind: str) -> Iterator[NamedNode]:
    """Yield the providers that serve the field, and their nodes, the surest one first.

    A name has its meaning in the domain of the record before its usual one, and a whole name comes
    before the noun at its end.
    """
    yield from _provide_meanings(
        context,
        _find_life_meanings(context, FIRST_FINDERS),
        WHOLE_SCORE,
    )
    local = find_local_node(context)
    if local:
        yield NamedNode(
            f"local.{local[0]}",
            local[1],
            DOMAIN_SCORE,
        )
    # The price of a line is that of its total, not that of a thing in a table.
    is_priced = _prices_line(context) or reads_whole_meter(context)
    domain_nodes = [] if is_priced else list(_find_domain_nodes(context, owned=False))
    if leads_relations(context):
        yield from domain_nodes
    if _is_rather_row(context):  # whose numbers agree with the texts of the row
        yield from (found for found in domain_nodes if _is_native(found, context))
    finders = [find_family_nodes, find_progress_nodes]
    if count_family_fields(context) <= 1:  # nothing beside it says how much is done
        finders.reverse()
    for find_nodes in finders:
        yield from _name_units(find_nodes(context), FAMILY_SCORE)
    yield from (found for found in domain_nodes if _is_native(found, context))
    misread = find_misread(context)
    if misread is not None:
        yield NamedNode(
            f"facets.{context.name}",
            misread,
            MISREAD_SCORE,
        )
    known = list(
        _provide_meanings(
            context,
            _find_whole_meanings(context, kind),
            WHOLE_SCORE,
        )
    )
    yield from _name_units(units.find_own_nodes(context), CLASS_UNIT_SCORE)
    # A fact of the record agrees with other fields; a range of the class does not.
    yield from (found for found in known if isinstance(found.node, FactView))
    yield from _name_units(units.find_class_nodes(context), CLASS_UNIT_SCORE)
    yield from known
    yield from _name_facet(_load_facets().find_cause(context))
    if context.name not in AMBIGUOUS_NAMES:
        yield from domain_nodes
    yield from _find_part_nodes(context, kind)


LINE_TOTALS = ("line_total", "total", "subtotal", "total_price", "amount", "line_amount")


def _prices_line(context: FieldContext) -> bool:
    """Return whether the field is the price of one of several things, beside what they cost."""
    is_price = context.name in ("price", "unit_price") and context.kind in ("float", "decimal")
    return is_price and context.record.has("quantity", "qty") and context.record.has(*LINE_TOTALS)


def _is_rather_row(context: FieldContext) -> bool:
    """Return whether the field shows a drawn row that explains most of the numbers beside it."""
    is_row = shows_drawn_row(context)
    return is_row and count_family_fields(context) <= count_row_numbers(context)


def _find_part_nodes(context: FieldContext, kind: str) -> Iterator[NamedNode]:
    """Yield what the name means in another type, or by a part of it, the surest one first."""
    facets = _load_facets()
    disguise = find_disguise(context, NAMES)
    if disguise is not None:
        yield NamedNode(
            f"disguises.{disguise[0]}",
            disguise[1],
            DISGUISE_SCORE,
        )
    owned_nodes = list(_find_domain_nodes(context, owned=True))
    yield from (found for found in owned_nodes if _is_native(found, context))
    yield from _name_units(units.find_measure_nodes(context), UNIT_SCORE)
    yield from _name_facet(facets.find_strong_facet(context))
    yield from (found for found in owned_nodes if _has_clear_noun(found))
    yield from _provide_meanings(
        context,
        _find_owned(
            context,
            kind,
            context.name,
        ),
        OWNED_SCORE,
    )
    yield from _name_facet(facets.find_weak_facet(context))
    yield from _provide_meanings(
        context,
        _find_without_unit(context, kind),
        BARE_SCORE,
    )
    yield from _name_units(units.find_rough_nodes(context), ROUGH_SCORE)
    yield from _provide_meanings(
        context,
        _find_by_affix(context, kind),
        AFFIX_SCORE,
    )
    yield from _name_units(units.find_neutral_nodes(context), NEUTRAL_SCORE)


def _has_clear_noun(found: NamedNode) -> bool:
    """Return whether the noun at the end of a name has its meaning in every record."""
    return found.provider.partition(".")[2] not in AMBIGUOUS_NAMES


def _is_native(found: NamedNode, context: FieldContext) -> bool:
    """Return whether the domain that serves the field is one of its record."""
    domain = found.provider.partition(".")[0]
    own_names = {name for name, _ in context.record.own_domains}
    return domain in find_domains(context.record) or domain in own_names


def _name_units(found: Iterable[tuple[str, Node]], score: int) -> Iterator[NamedNode]:
    """Yield the nodes *found* in the table of units, with their *score*."""
    return (
        NamedNode(
            provider,
            node,
            score,
        )
        for provider, node in found
    )


def _find_domain_nodes(context: FieldContext, *, owned: bool) -> Iterator[NamedNode]:
    """Yield what the name, or if *owned* the noun at its end, means in the domain of the record.

    The name of a member of a gym is that of a person, not of the gym; a title is that of a job.
    """
    if (
        context.name in ("name", "title")
        and field_names.find_noun(context.model) in field_names.PERSON_NOUNS
    ):
        return
    found = find_domain_node(context, owned=owned)
    if found:
        provider, node = found
        yield NamedNode(
            provider,
            node,
            DOMAIN_NOUN_SCORE if owned else DOMAIN_SCORE,
        )


def _load_facets() -> ModuleType:
    """Return the module of facets, whose tables many models do not need."""
    from pytest_fixturegen.providers.facets import lookup

    return lookup


def _name_facet(facet: FacetNode | None) -> Iterator[NamedNode]:
    """Yield the node of *facet*, if there is one."""
    if facet is not None:
        yield NamedNode(
            f"facets.{facet.name}",
            facet.node,
            facet.score,
        )


def _provide_meanings(
    context: FieldContext, meanings: Iterator[NameMeaning], score: int
) -> Iterator[NamedNode]:
    """Yield the node of each of *meanings* that can serve the field."""
    for meaning in meanings:
        node = meaning.provide(context, meaning.owner)
        if node is not None:
            shown = detach_facts(node) if meaning.is_item else node
            yield NamedNode(
                f"by_name.{meaning.name}",
                shown,
                score,
            )


def get_kind_name(context: FieldContext) -> str:
    """Return the kind of value as a text; a named type by the name of its class."""
    kind = context.kind
    if isinstance(kind, str):
        return kind
    return getattr(
        kind,
        "__name__",
        "",
    )


def _find_whole_meanings(context: FieldContext, kind: str) -> Iterator[NameMeaning]:
    """Yield each way to read the whole name of the field, the closest one first."""
    yield from _find_known(
        context,
        kind,
        context.name,
    )
    yield from _find_life_meanings(context, LIFE_FINDERS)
    yield from _find_range_end(context, kind)
    yield from _find_plural(context, kind)


def _find_without_unit(context: FieldContext, kind: str) -> Iterator[NameMeaning]:
    """Yield each way to read the name of the field without its number or unit."""
    bare_name = field_names.strip_suffix(context.name)
    if bare_name:
        yield from _find_known_or_owned(
            context,
            kind,
            bare_name,
        )


def _find_known(
    context: FieldContext,
    kind: str,
    name: str,
    owner: str = "",
) -> Iterator[NameMeaning]:
    """Yield the meanings of *name* as it is, of *owner* or of the model."""
    fact_owner = ""
    if owner:
        is_place = name in PLACE_NAMES
        fact_owner = field_names.find_fact_owner(
            owner,
            context.model,
            is_place=is_place,
        )
    elif name in CONTACT_NAMES:
        fact_owner = _find_only_person(context.record)
    by_noun = _find_by_noun(
        name,
        kind,
        field_names.find_noun(owner or context.model),
    )
    if not owner and kind == "str" and name in BESIDE_PERSON:
        by_noun = _find_beside_person(context) or by_noun
    if by_noun:
        yield NameMeaning(
            name,
            by_noun,
            fact_owner,
        )
    is_login = name == "login" and kind == "str" and "last" not in owner.split("_")
    if owner and name in field_names.UNOWNED_NAMES and not is_login:
        return
    if (name, kind) in NAMES:
        yield NameMeaning(
            name,
            NAMES[name, kind],
            fact_owner,
        )


CONTACT_NAMES = frozenset(
    """email email_address mail e_mail contact_email username user_name login initials""".split()
)
"""Names of what belongs to the only person whom a record names."""

OWN_NAMES = ("name", "full_name", "first_name", "last_name", "given_name", "family_name", "surname")
OWNED_NAME = re.compile("(.+?)_(full_name|first_name|last_name|surname|name)")


@lru_cache(maxsize=256)
def _find_only_person(record: RecordOutline) -> str:
    """Return the owner of the names of the only person in *record*; "" if it is the record."""
    if record.has(*OWN_NAMES) or field_names.find_noun(record.model) in field_names.PERSON_NOUNS:
        return ""
    texts = (field.name for field in record.fields if field.kind == "str")
    found = filter(_names_person, filter(None, map(OWNED_NAME.fullmatch, texts)))
    owners = {field_names.find_fact_owner(match[1], record.model) for match in found}
    return owners.pop() if len(owners) == 1 else ""


def _names_person(match: re.Match[str]) -> bool:
    """Return whether a name with an owner is that of a person: things have no first name."""
    is_person = match[1].rpartition("_")[2] in field_names.PERSON_NOUNS
    return is_person or match[2] != "name"


PERSON_SIBLINGS = """
    first_name last_name full_name_kana name_kana birth_date date_of_birth dob birthday gender sex
    marital_status national_id personnummer ssn social_security_number nationality blood_type
""".split()
"""Fields of a person: beside one of them, ``name`` is that person's."""


BESIDE_PERSON = {
    "name": people.provide_full_name,
    "suffix": people.provide_suffix,
    "title": people.provide_prefix,
}
"""Providers of names that a record of a person gives another meaning."""

ADDRESSED_NOUNS = frozenset(
    """person patient passenger guest customer student traveler traveller member applicant visitor
    client author resident attendee subscriber beneficiary""".split()
)
"""Nouns of people whose title is a form of address, not a job."""


def _find_beside_person(context: FieldContext) -> NamedProvider | None:
    """Return the provider of a name in a record of a person; None if it has its usual meaning."""
    if context.name == "title":
        has_names = context.record.has(
            "first_name",
            "last_name",
            "given_name",
            "family_name",
        )
        is_addressed = field_names.find_noun(context.model) in ADDRESSED_NOUNS
        return BESIDE_PERSON["title"] if has_names and is_addressed else None
    return BESIDE_PERSON[context.name] if context.record.has(*PERSON_SIBLINGS) else None


def _find_by_noun(
    name: str,
    kind: str,
    model_noun: str,
) -> NamedProvider | None:
    """Return the provider of a name whose meaning depends on the model."""
    if model_noun in field_names.COMPANY_NOUNS:
        provider = sites.find_company_provider(name, kind)
    else:
        provider = sites.find_thing_provider(
            name,
            kind,
            model_noun,
        )
    if provider:
        return provider
    if kind != "str":
        is_person = model_noun in field_names.PERSON_NOUNS
        return bodies.PERSON_NAMES.get((name, kind)) if is_person else None
    find_provider = NOUN_FINDERS.get(name)
    return find_provider(name, model_noun) if find_provider else None


def _find_title_provider(name: str, model_noun: str) -> NamedProvider:
    """Return the provider of what a thing of this model is called.

    The title of a person is a job. A model without a known noun gets the name of a thing.
    """
    if model_noun in field_names.PERSON_NOUNS:
        is_own_name = name == "name"
        return people.provide_full_name if is_own_name else people.provide_job_title
    if model_noun in field_names.PRODUCT_NOUNS:
        return commerce.provide_product
    if model_noun in field_names.COMPANY_NOUNS:
        return commerce.provide_company
    if model_noun in ("pet", "dog", "cat", "animal"):
        return provide_pet_name
    if name == "title":
        return prose.provide_headline
    if model_noun in field_names.SELF_NAMED_NOUNS:
        return NAMES[model_noun, "str"]
    return prose.provide_thing_name


def _find_company_name_provider(name: str, model_noun: str) -> NamedProvider | None:
    """Return the provider of company names; None if the model is not a company."""
    is_company = model_noun in field_names.COMPANY_NOUNS
    return commerce.provide_company if is_company else None


def _find_state_provider(name: str, model_noun: str) -> NamedProvider:
    """Return the provider of statuses for a model with a workflow, else of states of a country."""
    is_workflow = model_noun in field_names.WORKFLOW_NOUNS
    return commerce.provide_status if is_workflow else places.provide_state


def _find_code_provider(name: str, model_noun: str) -> NamedProvider | None:
    """Return the provider of the model's own code, such as ``invoice_number``."""
    return NAMES.get((f"{model_noun}_{name}", "str"))


def _find_number_provider(name: str, model_noun: str) -> NamedProvider:
    """Return the provider of the model's own number, of a house number, or of plain digits."""
    own_number = _find_code_provider(name, model_noun)
    if own_number:
        return own_number
    if model_noun == "address":
        return NAMES["house_number", "str"]
    return codes.provide_plain_number


NOUN_FINDERS: dict[str, Callable[[str, str], NamedProvider | None]] = {
    "name": _find_title_provider,
    "title": _find_title_provider,
    "legal_name": _find_company_name_provider,
    "display_name": _find_company_name_provider,
    "state": _find_state_provider,
    "code": _find_code_provider,
    "ref": _find_code_provider,
    "reference": _find_code_provider,
    "number": _find_number_provider,
    "no": _find_number_provider,
}
"""Names of text fields whose provider depends on the noun of the model."""


def _find_life_meanings(
    context: FieldContext, finders: Iterable[ProviderFinder]
) -> Iterator[NameMeaning]:
    """Yield the meanings of the whole name that *finders* find."""
    for find_provider in finders:
        provide = find_provider(context)
        if provide:
            yield NameMeaning(context.name, provide)


def _find_owned(
    context: FieldContext,
    kind: str,
    name: str,
) -> Iterator[NameMeaning]:
    """Yield the meanings of *name* as a noun with an owner before it."""
    for owner, noun in field_names.iter_owner_splits(name):
        yield from _find_known(
            context,
            kind,
            noun,
            owner,
        )


def _find_known_or_owned(
    context: FieldContext,
    kind: str,
    name: str,
) -> Iterator[NameMeaning]:
    """Yield the meanings of *name* as a whole, then those with an owner before it."""
    yield from _find_known(
        context,
        kind,
        name,
    )
    yield from _find_owned(
        context,
        kind,
        name,
    )


def _find_plural(context: FieldContext, kind: str) -> Iterator[NameMeaning]:
    """Yield the meanings of the name as a plural: each item of the field is one of them."""
    singular = field_names.to_singular(context.name)
    is_amount = kind in NUMBER_PROVIDERS and not context.is_item
    is_count = is_amount and kind == "int"
    if not singular or is_count or (is_amount and units.is_amount_of_time(context.name)):
        return
    for noun in (singular, singular.partition("_")[2]):
        if (noun, kind) in ITEM_PROVIDERS:
            yield NameMeaning(singular, ITEM_PROVIDERS[noun, kind])
    for meaning in _find_known_or_owned(
        context,
        kind,
        singular,
    ):
        yield meaning._replace(is_item=True)


def _find_range_end(context: FieldContext, kind: str) -> Iterator[NameMeaning]:
    """Yield the meaning of the name as a value of a band: an end, the mean, a percentile."""
    if kind not in NUMBER_PROVIDERS or context.is_item:
        return
    band = find_band_place(context)
    if band is None:
        return
    base = replace(context, name=band.base)
    yield NameMeaning(
        context.name,
        lambda _, owner: _provide_range_end(
            base,
            kind,
            band.place,
        ),
    )


def _provide_range_end(
    context: FieldContext,
    kind: str,
    end: float,
) -> Node | None:
    """Return a node of one place in a band of what the name of *context* means.

    If the name means nothing, or its constraints leave no such band, use plain numbers.
    """
    fact = build_band_fact(context.name or "range", "")
    nodes = (*_find_range_nodes(context, kind), NUMBER_PROVIDERS[kind](context))
    return find_first_node(
        build_range_end(
            node,
            fact,
            end,
        )
        for node in nodes
    )


def _find_range_nodes(context: FieldContext, kind: str) -> Iterator[Node | None]:
    """Yield the nodes of the values of a band."""
    if context.name.endswith("age"):
        yield provide_age(context, "")
    yield from (node for _, node in units.find_class_nodes(context))
    meaning = next(
        _find_known_or_owned(
            context,
            kind,
            context.name,
        ),
        None,
    )
    if meaning:
        yield meaning.provide(context, "")
    yield from (node for _, node in units.find_measure_nodes(context))


def _find_by_affix(context: FieldContext, kind: str) -> Iterator[NameMeaning]:
    """Yield the meanings of the beginning of the name, then those of its end.

    A day or a moment whose name begins with a word of the future comes first.
    """
    if kind in ("datetime", "date") and context.name.startswith(FUTURE_WORDS):
        yield NameMeaning(context.name, schedules.provide_upcoming)
    with_prefix = [row for row in PREFIX_PROVIDERS if context.name.startswith(row[0])]
    with_suffix = [row for row in SUFFIX_PROVIDERS if context.name.endswith(row[0])]
    for _, kinds, provide in (*with_prefix, *with_suffix):
        if kind in kinds.split():
            yield NameMeaning(context.name, provide)
