"""Nodes of the specifications of domains."""

from __future__ import annotations

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import commerce, field_names, people, places
from pytest_fixturegen.providers.data.all_prose import PROSE_LANGUAGES
from pytest_fixturegen.providers.domains.drawn_nodes import build_drawn_node, list_class_spellings
from pytest_fixturegen.providers.domains.frames import FrameContext, build_framed, build_sentences
from pytest_fixturegen.providers.domains.independent import (
    build_independent,
    build_seeded,
    build_words,
    list_cells,
)
from pytest_fixturegen.providers.domains.lookup import DomainMatch, find_matches, load_domain
from pytest_fixturegen.providers.domains.rows import build_column, build_reading
from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
    CellRange,
    Code,
    DrawnCell,
    Either,
    Framed,
    Number,
    Provided,
    Seeded,
    Sentences,
    TableColumn,
    Via,
    Words,
)
from pytest_fixturegen.providers.fact_fields import NamedProvider, find_first_node
from pytest_fixturegen.providers.field_context import FieldContext


def build_node(
    match: DomainMatch,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of what *match* means for the field of *context*; None if it does not fit.

    *owner* is the owner of the facts that the field shows.
    """
    match match.spec:
        case Number() | Words() | Code() as spec:
            return build_independent(spec, context)
        case TableColumn() | CellRange() | DrawnCell() | Seeded():
            return _build_fact_node(match, context, owner)
        case Sentences() | Framed():
            return _build_frames(match, context, owner)
        case Either(specs):
            nodes = (build_node(match._replace(spec=one), context, owner) for one in specs)
            return find_first_node(nodes)
        case _:
            return _build_general(match, context, owner)


def _build_general(
    match: DomainMatch,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of another provider; None for what only containers show."""
    match match.spec:
        case Via() as spec:
            return _build_other(spec, context, owner)
        case Borrowed() as spec:
            return _borrow(spec, context, owner)
        case Provided(provide):
            provided: Node | None = provide(context, owner)
            return provided
        case _:
            return None


def _build_fact_node(
    match: DomainMatch,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the view of a fact of the record; items of a list show facts of their own."""
    match match.spec:
        case TableColumn() as spec if context.is_item:
            return build_words(Words(list_cells(spec)), context)
        case TableColumn() as spec:
            return build_column(spec, context, owner)
        case CellRange() as spec:
            return build_reading(spec, context, owner)
        case DrawnCell() as spec:
            return build_drawn_node(spec, match.domain, context, owner)
        case Seeded() as spec:
            return build_seeded(spec, context, owner)
        case _:
            return None


def _build_frames(
    match: DomainMatch,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of a sentence; None if the meaning is no sentence."""
    domain = load_domain(match.domain, context.record.own_domains)
    place = FrameContext(domain, context, owner)
    match match.spec:
        case Sentences() as spec:
            return build_sentences(spec, place)
        case Framed() as spec:
            return build_framed(spec, place)
        case _:
            return None


def _borrow(
    spec: Borrowed,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of a general provider; the field itself says who or which firm it is."""
    if context.kind != "str":
        return None
    is_own = context.name in ("name", "title") or (spec.name == "company" and not owner)
    return LENDERS[spec.name](
        context,
        "" if is_own else owner or _find_person(context),
    )


def _find_person(context: FieldContext) -> str:
    """Return the owner of the facts of the person whom the whole name of the field means.

    ``vet`` and ``owner_name`` of a visit are two people, the ``patient_name`` of a patient is that
    of the record.
    """
    return field_names.find_fact_owner(
        context.name.removesuffix("_name"),
        context.model,
    )


LENDERS: dict[str, NamedProvider] = {
    "person": people.provide_full_name,
    "company": commerce.provide_company,
    "city": places.provide_city,
}
"""The general providers that domains borrow from, by name."""


def _build_other(
    spec: Via,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of what the name of *spec* means in every record."""
    from pytest_fixturegen.providers import by_name

    provide = by_name.NAMES.get((spec.name, by_name.get_kind_name(context)))
    if provide is None:
        return None
    is_person = spec.name == "full_name" and context.name not in ("name", "full_name")
    return provide(
        context,
        owner or (_find_person(context) if is_person else ""),
    )


def find_domain_node(context: FieldContext, *, owned: bool) -> tuple[str, Node] | None:
    """Return the domain and name that serve the field, as ``medicine.icd10``, and its node.

    The whole name is looked up, or if *owned*, each noun at its end.
    """
    for name in _list_spellings(context, owned=owned):
        for match in find_matches(name, context.record):
            if owned != bool(match.owner) or _has_local_words(match, context):
                continue
            owner = field_names.find_fact_owner(match.owner, context.model) if owned else ""
            node = build_node(match, context, owner)
            if node is not None:
                return f"{match.domain}.{match.name}", node
    return None


def _has_local_words(match: DomainMatch, context: FieldContext) -> bool:
    """Return whether others serve the name in the language of the locale, and the domain not."""
    is_text = not isinstance(match.spec, Code | Number)
    is_local = not LOCAL_NAMES.isdisjoint((match.name, context.name))
    return is_text and is_local and context.vocabulary.language in PROSE_LANGUAGES


LOCAL_NAMES = frozenset(
    """title name description summary details comment note notes message text content body
    product product_name category department job_title job color material genre tag review
    subject headline question answer reason bio""".split()
)
"""Names that have texts in several languages elsewhere; those of domains are English."""


def _list_spellings(context: FieldContext, *, owned: bool) -> tuple[str, ...]:
    """Return the name, as it is written too, and for the items of a list its singular.

    Unless it is *owned*, the name comes first with the class before it: ``ingredient_name``.
    """
    singular = field_names.to_singular(context.name) if context.is_item else None
    others = filter(None, (context.spelling, singular))
    names = tuple(dict.fromkeys((context.name, *others)))
    if owned:
        return names
    return (*names[1:], *list_class_spellings(names[0], context.record.model))
