"""What follows from a title or from the name of a company: its slug, the address of its page, its domain and mailbox."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import FactView, Node
from pytest_fixturegen.providers import commerce, field_names, people, prose, web
from pytest_fixturegen.providers.fact_fields import NamedProvider, build_text_view
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.network import RESERVED_DOMAINS

NAMED_THING_NOUNS = frozenset(
    "project team group campaign channel list course workspace repository repo room board space".split()
)
"""Nouns of models that have a name rather than a title."""

PAGE_FOLDERS = {"post": "blog", "article": "news", "page": "pages"}
"""Where the pages of things of these nouns lie; of the others, below the plural of the noun."""

MAILBOXES = ("info", "hello", "contact", "office", "support", "sales")
SITE_FIELDS = frozenset("website homepage home_page site web site_url website_url web_page".split())
PAGE_FIELDS = frozenset("url page_url canonical_url permalink_url permalink web_url".split())

MAX_SLUG_LENGTH = 60
"""Characters of a slug or a domain at most [RFC 1035 2.3.4: 63]."""


@lru_cache(maxsize=8192)
def to_slug(title: str) -> str:
    """*title* in small letters and digits of ASCII with hyphens between its words."""
    if not title.isascii():
        from faker.decode import unidecode

        title = unidecode(title.translate(UMLAUT_SPELLINGS))
    words = "".join(
        letter if letter.isalnum() else " " for letter in title.lower().replace("'", "")
    ).split()
    slug = "-".join(words) or "page"
    return slug if len(slug) <= MAX_SLUG_LENGTH else slug[:MAX_SLUG_LENGTH].rpartition("-")[0]


UMLAUT_SPELLINGS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)


def provide_title(context: FieldContext, owner: str) -> Node | None:
    """What a thing of the model is called, with no regard to the rules of the field that asks."""
    about = field_names.find_noun(context.model)
    asked = replace(context, name="title", kind="str", constraints=Constraints())
    if about in field_names.PRODUCT_NOUNS:
        return commerce.provide_product(asked, owner)
    if about in field_names.COMPANY_NOUNS:
        return commerce.provide_company(asked, owner)
    if about in field_names.PERSON_NOUNS:
        return people.provide_full_name(asked, owner)
    return (prose.provide_thing_name if about in NAMED_THING_NOUNS else prose.provide_headline)(
        asked, owner
    )


def derive_text_view(node: Node | None, format_text: Any, context: FieldContext) -> Node | None:
    """A view that says something of what *node* shows."""
    if not isinstance(node, FactView):
        return None
    show = node.show
    if len(node.facts) == 1:
        return build_text_view(
            context, lambda word, one: format_text(word, show(0, one)), *node.facts
        )
    return build_text_view(
        context, lambda word, *facts: format_text(word, show(0, *facts)), *node.facts
    )


def provide_slug(context: FieldContext, owner: str) -> Node | None:
    """The title with hyphens."""
    return derive_text_view(provide_title(context, owner), _show_slug, context) or web.provide_slug(
        context, owner
    )


def _show_slug(word: int, title: str) -> str:
    return to_slug(title)


def provide_page_url(context: FieldContext, owner: str) -> Node | None:
    """The address of the page with that slug."""
    about = field_names.find_noun(context.model) or "page"
    folder = PAGE_FOLDERS.get(about) or (f"{about[:-1]}ies" if about.endswith("y") else f"{about}s")
    return _derive_url_view(provide_title(context, owner), partial(_show_page_url, folder), context)


def _show_page_url(folder: str, word: int, title: str) -> str:
    return f"https://www.example.com/{folder}/{to_slug(title)}"


def _derive_url_view(node: Node | None, format_text: Any, context: FieldContext) -> Node | None:
    """The same of an address, which as Pydantic's type keeps rules of its own."""
    if context.kind == "str":
        return derive_text_view(node, format_text, context)
    open_to = not context.constraints.schemes or "https" in context.constraints.schemes
    room = context.constraints.max_length is None or context.constraints.max_length >= 120
    if (
        not open_to
        or not room
        or context.constraints.pattern is not None
        or (context.constraints.min_length or 0) > 20
    ):
        return None
    return derive_text_view(
        node, format_text, replace(context, kind="str", constraints=Constraints())
    )


def provide_company_name(context: FieldContext, owner: str) -> Node | None:
    """The name of the company, with no regard to the rules of the field that asks."""
    return commerce.provide_company(replace(context, kind="str", constraints=Constraints()), owner)


def format_host(name: str) -> str:
    """A reserved domain that has the company's name."""
    return f"{to_slug(name)}.{RESERVED_DOMAINS[len(name) % 3]}"


def provide_website(context: FieldContext, owner: str) -> Node | None:
    """The address of the company's site."""
    return _derive_url_view(
        provide_company_name(context, owner),
        lambda word, name: f"https://{format_host(name)}/",
        context,
    )


def provide_domain(context: FieldContext, owner: str) -> Node | None:
    """The domain of the company."""
    return derive_text_view(
        provide_company_name(context, owner), lambda word, name: format_host(name), context
    )


def provide_mailbox(context: FieldContext, owner: str) -> Node | None:
    """An address at the company's domain."""
    if context.kind == "EmailStr" and (
        context.constraints.pattern is not None
        or context.constraints.min_length
        or context.constraints.max_length
    ):
        return None
    return derive_text_view(
        provide_company_name(context, owner),
        lambda word, name: f"{MAILBOXES[word % 6]}@{format_host(name)}",
        replace(context, kind="str"),
    )


def find_company_provider(name: str, kind: str) -> NamedProvider | None:
    """Who serves *name* of a company."""
    if name in SITE_FIELDS and kind in ("str", "url"):
        return provide_website
    if name in ("domain", "domain_name", "email_domain") and kind == "str":
        return provide_domain
    if name in ("email", "e_mail", "mail", "email_address", "contact_email") and kind in (
        "str",
        "EmailStr",
    ):
        return provide_mailbox
    if name == "url" and kind in ("str", "url"):
        return provide_website
    return None


def find_thing_provider(name: str, kind: str, noun: str) -> NamedProvider | None:
    """Who serves *name* of a thing that has a title: its slug and its page."""
    if name in ("slug", "url_slug") and kind == "str":
        return provide_slug
    return (
        provide_page_url
        if name in PAGE_FIELDS
        and kind in ("str", "url")
        and noun
        and noun not in field_names.PERSON_NOUNS
        else None
    )
