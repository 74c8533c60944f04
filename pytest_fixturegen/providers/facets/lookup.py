"""Read the name of a field from its last word, what it is, to the first, where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers import (
    commerce,
    contacts,
    field_names,
    people,
    phones,
    prose,
    text,
    web,
)
from pytest_fixturegen.providers.facets import (
    code_shapes,
    kind_words,
    more_kind_words,
    names,
    reason_words,
    role_words,
    scale_words,
    url_words,
    value_words,
)
from pytest_fixturegen.providers.facets.word_tables import expand, parse_table
from pytest_fixturegen.providers.fact_fields import build_draw_node
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.record_outline import list_name_words

KNOWN_SCORE = 75
"""The score of a facet whose noun is known."""

WORD_SCORE = 45
"""The score of a facet that knows the last word alone."""

Lookup = Callable[[FieldContext, "SplitName"], Node | None]


class SplitName(NamedTuple):
    """The name of a field: its *last* word in the singular, and the words *before* it.

    *raw* is the last word as it is.
    """

    last: str
    before: tuple[str, ...]
    raw: str

    @property
    def owner(self) -> str:
        """The words before the last one as a name."""
        return "_".join(self.before)


class FacetNode(NamedTuple):
    """The *node* of a facet, its *name* and its *score* of 100."""

    name: str
    score: int
    node: Node


def split_name(name: str) -> SplitName:
    """Return the parts of *name*, its last word in the singular."""
    *before, last = name.split("_")
    return SplitName(
        field_names.to_singular(last) or last,
        tuple(before),
        last,
    )


@lru_cache(maxsize=16)
def load_table(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return a table of words, which is parsed once."""
    return parse_table(TABLES[name])


TABLES = {
    "kinds": kind_words.KINDS + more_kind_words.MORE_KINDS,
    "reasons": reason_words.REASONS,
    "scales": scale_words.SCALES,
    "values": value_words.VALUES,
}


def iter_nouns(context: FieldContext, name: SplitName) -> Iterator[str]:
    """Yield what the last word may belong to: the words before it, then the class."""
    around = list_name_words(context.record)
    nouns = ["_".join(name.before[start:]) for start in range(len(name.before))]
    for noun in nouns or [field_names.find_noun(context.model)]:
        words, other = kind_words.OTHER_NOUNS.get(noun, ("", ""))
        yield noun if around.isdisjoint(words.split()) else other


def find_kind(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of kinds of the noun: ``soil_type``."""
    if name.last not in kind_words.KIND_WORDS:
        return None
    return build_noun_pool(context, name, "kinds")


def find_neutral_kind(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of kinds of what no table knows."""
    if name.last not in kind_words.KIND_WORDS:
        return None
    return text.build_text_pool(expand(kind_words.NEUTRAL_KINDS), context.constraints)


def find_key(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of short keys in small letters."""
    if name.last not in ("key", "slug", "identifier"):
        return None
    return text.build_text_pool(
        tuple(value_words.GENERAL_KEYS.split()),
        context.constraints,
    )


def build_noun_pool(
    context: FieldContext,
    name: SplitName,
    table: str,
) -> Node | None:
    """Return the node of what *table* lists for the noun of *name*."""
    options = load_table(table)
    for noun in iter_nouns(context, name):
        known = options.get(noun) or options.get(field_names.to_singular(noun) or "")
        if known:
            return text.build_text_pool(known, context.constraints)
    return None


def find_values(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of what the last two words, or more, of the name list."""
    for start in range(len(name.before)):
        owner = "_".join(name.before[start:])
        node = _build_value_pool(context, f"{owner}_{name.raw}", f"{owner}_{name.last}")
        if node is not None:
            return node
    return None if name.before else _build_value_pool(context, name.raw, name.last)


def find_last_value(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of what the last word lists, whatever comes before it."""
    if name.before and name.last in value_words.WHOLE_VALUES:
        return None
    return _build_value_pool(context, name.raw, name.last)


def find_label(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of what stands before "label", or of a label of two words."""
    if name.last != "label" or not name.before:
        return None
    return _build_value_pool(context, name.owner, name.before[-1]) or text.text(context)


def find_category(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of kinds of a thing that is not for sale: ``uv_category``."""
    if name.last != "category" or SHOP_WORDS.issuperset(name.before[-1:]):
        return None
    return find_neutral_kind(context, name)


SHOP_WORDS = frozenset(
    """product item shop store merchant sub parent main primary top sales article goods business
    secondary default preferred""".split()
)
"""Words before the category of a product."""


def _build_value_pool(context: FieldContext, *names: str) -> Node | None:
    """Return the node of what the first of *names* that is known lists."""
    tables = (load_table("scales"), load_table("values"))
    known = (table[name] for name in names for table in tables if name in table)
    options = next(known, None)
    return text.build_text_pool(options, context.constraints) if options else None


def find_reason(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of short causes of what the name, the class or the record speaks of."""
    if name.last not in reason_words.REASON_WORDS:
        return None
    reasons = load_table("reasons")
    fallback = expand(reason_words.NEUTRAL_REASONS)
    model_words = (*context.model.split("_"), *context.record.root.split("_"))
    options = next(
        (reasons[word] for word in (*reversed(name.before), *model_words) if word in reasons),
        fallback,
    )
    return text.build_text_pool(options, context.constraints)


def find_code_shape(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of a code that the name, or its end, names: ``span_id``, ``jira_ticket``.

    The class may stand before the name: the key of a variant is ``variant_key``.
    """
    words = (
        field_names.find_noun(context.model),
        *name.before,
        name.raw,
    )
    for start in range(len(words)):
        end = "_".join(words[start:])
        if start > 1 and end in code_shapes.WHOLE_ONLY:
            continue
        singular = field_names.to_singular(end) or end
        known = next(
            filter(code_shapes.has_code, (end, singular)),
            None,
        )
        if known:
            return _build_code(context, known)
    return None


def _build_code(context: FieldContext, name: str) -> Node | None:
    """Return the node of the codes *name*; a choice, if they are a list of words."""
    listed = code_shapes.list_words(name)
    if listed:
        return text.build_text_pool(listed, context.constraints)
    return build_draw_node(context, code_shapes.find_code(name))


def find_phone(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of a telephone number: ``caller_number``, ``emergency_contact_no``."""
    is_number = name.last in ("number", "no", "num", "nr") and PHONE_WORDS.intersection(name.before)
    return phones.provide_landline(context, name.owner) if is_number else None


def find_state(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of the state of a thing; None if it is a part of a country."""
    if name.last != "state" or not name.before or name.before[-1] in PLACE_OWNERS:
        return None
    return text.build_text_pool(load_table("values")["state"], context.constraints)


PHONE_WORDS = frozenset(
    """phone telephone mobile contact caller callee calling called emergency fax whatsapp sms
    dialed dialled landline hotline""".split()
)
"""Words before ``number`` of telephones."""

PLACE_OWNERS = frozenset(
    """billing shipping home work birth office registration mailing customer company us school
    license plate tax origin destination residence billing_address from to sender recipient
    delivery pickup dropoff patient provider facility vendor supplier store property address
    mail current permanent issuing filing incorporation departure arrival employer""".split()
)
"""Words before ``state`` of a country."""


def find_user_name(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of the user name of another person: ``mentions``."""
    if name.last not in ("mention", "mentioned", "follower", "followee", "tagged"):
        return None
    return contacts.provide_username(context, context.name)


def find_noun_id(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of an identifier that people read: ``device_id``."""
    if name.last not in ("id", "code") or not name.before:
        return None
    shapes = code_shapes.load_id_shapes().get(name.before[-1])
    return build_draw_node(context, partial(code_shapes.draw_shape, shapes)) if shapes else None


def find_initial_code(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of a code that begins with letters of its noun: ``FLT-104`` for a fault."""
    if name.last not in CODE_WORDS or not name.before:
        return None
    noun = name.before[-1]
    if noun in OTHER_CODES:
        return None
    letters = noun[0] + "".join(letter for letter in noun[1:] if letter not in "aeiouy")
    if not letters.isascii() or not letters.isalpha():
        return None
    prefix = (letters if len(letters) > 1 else noun)[:MAX_INITIALS].upper()
    shapes = tuple(f"{prefix}{shape}" for shape in ("-###", "-##", "-####"))
    return build_draw_node(context, partial(code_shapes.draw_shape, shapes[:1]))


CODE_WORDS = frozenset(("code", "ref", "tag"))
MAX_INITIALS = 3
OTHER_CODES = frozenset(
    """country zip postal area currency language state promo coupon discount voucher tracking dial
    dialing calling status qr bar error response exit return http source access pass pin sort swift
    bank referral invite invitation verification auth authorization confirmation security iso
    timezone region province city airport icd hs sku product color colour booking order payment
    pay invoice post location locale gift card backup recovery otp mfa login bic tax vat git image
    docker html price name hash customer git_commit release version html event""".split()
)
"""Words before ``code``, ``ref`` and ``tag`` that have codes of their own kind."""


def find_url(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of a URL of what stands before ``url``: ``resume_url``."""
    if name.last not in url_words.URL_ENDINGS or not name.before:
        return None
    for start in range(len(name.before)):
        draw = url_words.find_url("_".join(name.before[start:]))
        if draw is not None:
            return web.make_url_provider(draw)(context, "")
    return None


def find_person(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of the name of a person whose role is the end of the name."""
    role = _find_role(name, role_words.PERSON_ROLES)
    if not role or _is_no_person(context, role, name):
        return None
    owner = field_names.find_fact_owner(
        _join_owner(name, role),
        context.model,
    )
    return people.provide_full_name(context, owner)


def find_firm(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of the name of a firm whose role is the end of the name."""
    role = _find_role(name, role_words.FIRM_ROLES)
    if not role:
        return None
    return commerce.provide_company(context, _join_owner(name, role))


def _find_role(name: SplitName, roles: frozenset[str]) -> str:
    """Return the role at the end of *name*, with or without a "name" after it."""
    words = (*name.before, name.last)
    if name.last in ("name", "fullname") and name.before:
        words = name.before
    if name.last.isdigit() and name.before:
        words = name.before
    if len(words) > 1 and words[-1] == "contact" and "contact_person" in roles:
        return "contact"
    for start in range(max(0, len(words) - 3), len(words)):
        role = "_".join(words[start:])
        if role in roles:
            return role
    return ""


def _join_owner(name: SplitName, role: str) -> str:
    words = (*name.before, name.last)
    return "_".join(words[:-1] if name.last in ("name", "fullname") and name.before else words)


def _is_no_person(
    context: FieldContext,
    role: str,
    name: SplitName,
) -> bool:
    """Return whether *role* is something else than a person here: the driver of a database."""
    others = role_words.AMBIGUOUS_ROLES.get(role)
    if others is None:
        return False
    words = list_name_words(context.record) | set(name.before)
    return not words.isdisjoint(others.split())


def find_thing_name(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of names of a thing: ``station_name``, ``course_title``."""
    if not name.before or name.last not in ("name", "title"):
        return None
    if name.last == "title" and names.list_titles(context):
        return prose.provide_headline(context, name.owner)
    return find_named_noun(context, name)


def find_named_noun(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of names of the thing that the last word is: ``home_team``."""
    is_name = name.last in names.NAME_ENDINGS
    if not is_name and not names.is_named_noun(name.last, is_owned=bool(name.before)):
        return None
    return prose.provide_thing_name(context, name.owner) if names.list_names(context) else None


def find_actor(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of the name of a person who did something: ``approved_by``."""
    if name.last != "by" or not name.before:
        return None
    return people.provide_full_name(context, context.name)


def find_prose(context: FieldContext, name: SplitName) -> Node | None:
    """Return the node of sentences: ``alert_text``, ``narrative``."""
    return provide_prose(context, "") if name.last in PROSE_WORDS else None


provide_prose = prose.make_sentence_provider(40, 160)
PROSE_WORDS = frozenset(
    """text narrative statement paragraph blurb notice disclaimer guidance clarification
    appraisal storyline writeup wording rationale_text""".split()
)
"""Last words of names of prose, beside those that have a provider."""


STRONG: tuple[tuple[str, Lookup], ...] = (
    ("code", find_code_shape),
    ("id", find_noun_id),
    ("user", find_user_name),
    ("phone", find_phone),
    ("state", find_state),
    ("url", find_url),
    ("value", find_values),
    ("reason", find_reason),
    ("kind", find_kind),
    ("category", find_category),
    ("label", find_label),
    ("name", find_thing_name),
    ("person", find_person),
    ("firm", find_firm),
    ("actor", find_actor),
    ("prose", find_prose),
    ("code", find_initial_code),
)
"""The facets that know the noun, or need none, in the order in which they are tried."""

WEAK: tuple[tuple[str, Lookup], ...] = (
    ("value", find_last_value),
    ("name", find_named_noun),
    ("kind", find_neutral_kind),
    ("key", find_key),
)
"""The facets that know the last word alone."""


def find_cause(context: FieldContext) -> FacetNode | None:
    """Return the facet of a cause; None if the name names none."""
    return _find_facet(
        context,
        (("reason", find_reason),),
        KNOWN_SCORE,
    )


def find_strong_facet(context: FieldContext) -> FacetNode | None:
    """Return the facet that serves the name and its noun; None if nothing is found."""
    return _find_facet(context, STRONG, KNOWN_SCORE)


def find_weak_facet(context: FieldContext) -> FacetNode | None:
    """Return the facet that serves the last word of the name; None if nothing is found."""
    return _find_facet(context, WEAK, WORD_SCORE)


def _find_facet(
    context: FieldContext,
    lookups: tuple[tuple[str, Lookup], ...],
    score: int,
) -> FacetNode | None:
    name = split_name(context.name or "_")
    is_url = context.kind == "url" and name.last in url_words.URL_ENDINGS
    if context.kind != "str" and not is_url:
        return None
    for facet, find in lookups:
        node = find(context, name)
        if node is not None:
            return FacetNode(f"{facet}.{name.last}", score, node)
    return None
