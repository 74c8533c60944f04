"""Slugs and pages of titled things; domains, sites and mailboxes of companies.

They are derived from the title of the record, or from the name of the company.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import Constant, FactPin, FactView, Node
from pytest_fixturegen.providers import commerce, field_names, people, prose, web
from pytest_fixturegen.providers.domains.lookup import find_domains
from pytest_fixturegen.providers.domains.nodes import find_domain_node
from pytest_fixturegen.providers.fact_fields import NamedProvider, build_text_view
from pytest_fixturegen.providers.fact_pins import make_derived_pin
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.network import RESERVED_DOMAINS

NAMED_THING_NOUNS = frozenset(
    {
        "project",
        "team",
        "group",
        "campaign",
        "channel",
        "list",
        "course",
        "workspace",
        "repository",
        "repo",
        "room",
        "board",
        "space",
    }
)
"""Nouns of models that have a name instead of a title."""

PAGE_FOLDERS = {"post": "blog", "article": "news", "page": "pages"}
"""Folders of the pages of some nouns; those of the others are named after the plural."""

MAILBOXES = ("info", "hello", "contact", "office", "support", "sales")

SITE_FIELDS = frozenset("website homepage home_page site web site_url website_url web_page".split())
DOMAIN_FIELDS = frozenset({"domain", "domain_name", "email_domain"})
EMAIL_FIELDS = frozenset({"email", "e_mail", "mail", "email_address", "contact_email"})
SLUG_FIELDS = frozenset({"slug", "url_slug"})
PAGE_FIELDS = frozenset("url page_url canonical_url permalink_url permalink web_url".split())

TITLE_FIELDS = ("title", "name")
"""Fields with what a thing is called, the likelier one first."""

MAX_SLUG_LENGTH = 60
"""The most characters of a slug or of a label of a domain, which may have 63 [RFC 1035 2.3.4]."""

URL_LENGTHS = (20, 120)
"""Characters that every URL from a title or a name has, and that one may need."""

UMLAUT_SPELLINGS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)

TextFormat = Callable[[int, str], str]
"""A function from a word and a title or name to a text."""


@lru_cache(maxsize=8192)
def to_slug(title: str) -> str:
    """Return *title* in lower-case ASCII letters and digits, with hyphens between its words.

    Return "page" if none of these are left.
    """
    if not title.isascii():
        from faker.decode import unidecode

        title = unidecode(title.translate(UMLAUT_SPELLINGS))
    text = title.lower().replace("'", "")
    words = "".join(letter if letter.isalnum() else " " for letter in text).split()
    slug = "-".join(words) or "page"
    if len(slug) <= MAX_SLUG_LENGTH:
        return slug
    return slug[:MAX_SLUG_LENGTH].rpartition("-")[0]


def _read_slug(text: str, node: Node) -> str:
    """Return a title with the slug at the end of *text*, a slug or the URL of a page.

    A title that is fixed stays.
    """
    slug = text.rstrip("/").rpartition("/")[2]
    words = slug.replace("_", "-").split("-")
    title = " ".join(filter(None, words))
    return "" if isinstance(node, Constant) else title[:1].upper() + title[1:]


SLUG_PIN = make_derived_pin(_read_slug)


class HostedName(str):
    """The name of a company whose domain is *host*, and not the one that its name gives."""

    __slots__ = ("host",)

    host: str

    @staticmethod
    def from_parts(name: str, host: str) -> HostedName:
        """Return *name* with its *host*."""
        hosted = HostedName(name)
        hosted.host = host
        return hosted


def _read_host(text: str, node: Node) -> str:
    """Return the name of the company at *text*: a domain, an e-mail address or a URL.

    A name that is fixed stays.
    """
    host = text.partition("://")[2] or text.rpartition("@")[2]
    host = host.partition("/")[0].partition(":")[0].lower().removeprefix("www.")
    label = host.partition(".")[0]
    if not label or not all(letter.isalnum() or letter in "-." for letter in host):
        return ""
    name = node.value if isinstance(node, Constant) else label.replace("-", " ").title()
    return HostedName.from_parts(name, host)


HOST_PIN = make_derived_pin(_read_host)


def _to_free_text(context: FieldContext, **changes: Any) -> FieldContext:
    """Return *context* for a text without constraints."""
    return replace(
        context,
        kind="str",
        constraints=Constraints(),
        **changes,
    )


def derive_text_view(
    node: Node | None,
    format_text: TextFormat,
    context: FieldContext,
    pin: FactPin | None = None,
) -> Node | None:
    """Return a view of what *format_text* makes of *node*; None if that shows no facts.

    *pin* is that of a view of one fact, which may be any text.
    """
    if not isinstance(node, FactView):
        return None
    show = node.show
    # A function with fixed arguments is faster than one that passes on any number of them.
    if len(node.facts) == 1:

        def show_derived(word: int, fact: Any) -> str:
            name = fact if isinstance(fact, HostedName) else show(0, fact)
            return format_text(word, name)

        return build_text_view(
            context,
            show_derived,
            *node.facts,
            pin=pin,
        )
    return build_text_view(
        context, lambda word, *facts: format_text(word, show(0, *facts)), *node.facts
    )


def _derive_url_view(
    node: Node | None,
    format_text: TextFormat,
    context: FieldContext,
    pin: FactPin,
) -> Node | None:
    """Return the same for a URL, which is a text or Pydantic's type."""
    if context.kind == "str":
        return derive_text_view(node, format_text, context, pin)
    if not web.accepts_https_url(context.constraints, *URL_LENGTHS):
        return None
    return derive_text_view(node, format_text, _to_free_text(context), pin)


# Titled things


def provide_title(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the title of the record, without the constraints of this field."""
    noun = field_names.find_noun(context.model)
    title_context = _to_free_text(context, name="title")
    of_domain = _find_domain_title(title_context)
    if of_domain:
        return of_domain
    if noun in field_names.PRODUCT_NOUNS:
        return commerce.provide_product(title_context, owner)
    if noun in field_names.COMPANY_NOUNS:
        return commerce.provide_company(title_context, owner)
    if noun in field_names.PERSON_NOUNS:
        return people.provide_full_name(title_context, owner)
    has_name_only = context.record.has("name") and not context.record.has("title", "headline")
    if noun in NAMED_THING_NOUNS or has_name_only:
        return prose.provide_thing_name(title_context, owner)
    return prose.provide_headline(title_context, owner)


def _find_domain_title(context: FieldContext) -> Node | None:
    """Return the view of what a record of its domain is called; None if no domain says it."""
    known = find_domains(context.record)
    for name in sorted(TITLE_FIELDS, key=lambda name: not context.record.has(name)):
        provider, node = find_domain_node(replace(context, name=name), owned=False) or ("", None)
        is_known = provider.partition(".")[0] in known
        if is_known and isinstance(node, FactView) and node.facts:
            return node
    return None


def provide_slug(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the slug of the title."""
    slug = derive_text_view(
        provide_title(context, owner),
        _show_slug,
        context,
        SLUG_PIN,
    )
    return slug or web.provide_slug(context, owner)


def _show_slug(word: int, title: str) -> str:
    return to_slug(title)


def provide_page_url(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the URL of the page with that slug."""
    noun = field_names.find_noun(context.model) or "page"
    folder = PAGE_FOLDERS.get(noun) or _build_plural(noun)
    show = partial(_show_page_url, folder)
    return _derive_url_view(
        provide_title(context, owner),
        show,
        context,
        SLUG_PIN,
    )


def _build_plural(noun: str) -> str:
    """Return the regular plural of *noun*: a final "y" becomes "ies"."""
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _show_page_url(
    folder: str,
    word: int,
    title: str,
) -> str:
    """Return the URL of a page in *folder*, named after *title*; *word* has no influence."""
    return f"https://www.example.com/{folder}/{to_slug(title)}"


def find_thing_provider(
    name: str,
    kind: str,
    noun: str,
) -> NamedProvider | None:
    """Return the provider of the field *name* of a model with a title: its slug or its page."""
    if name in SLUG_FIELDS and kind == "str":
        return provide_slug
    if name not in PAGE_FIELDS or kind not in ("str", "url"):
        return None
    if not noun or noun in field_names.PERSON_NOUNS:
        return None
    return provide_page_url


# Companies


def provide_company_name(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the name of the company, without the constraints of this field."""
    return commerce.provide_company(_to_free_text(context), owner)


def format_host(name: str) -> str:
    """Return a reserved domain with the name of the company."""
    if isinstance(name, HostedName):
        return name.host
    return f"{to_slug(name)}.{RESERVED_DOMAINS[len(name) % 3]}"


def provide_website(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the URL of the company's site."""
    return _derive_url_view(
        provide_company_name(context, owner),
        _show_website,
        context,
        HOST_PIN,
    )


def _show_website(word: int, name: str) -> str:
    return f"https://{format_host(name)}/"


def provide_domain(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the domain of the company."""
    return derive_text_view(
        provide_company_name(context, owner),
        _show_domain,
        context,
        HOST_PIN,
    )


def _show_domain(word: int, name: str) -> str:
    return format_host(name)


def provide_mailbox(context: FieldContext, owner: str) -> Node | None:
    """Return the node of an e-mail address at the company's domain."""
    constraints = context.constraints
    has_lengths = bool(constraints.min_length or constraints.max_length)
    is_constrained = has_lengths or constraints.pattern is not None
    if context.kind == "EmailStr" and is_constrained:
        return None
    company = provide_company_name(context, owner)
    return derive_text_view(
        company,
        _show_mailbox,
        replace(context, kind="str"),
        HOST_PIN,
    )


def _show_mailbox(word: int, name: str) -> str:
    return f"{MAILBOXES[word % 6]}@{format_host(name)}"


COMPANY_PROVIDERS: tuple[tuple[frozenset[str], tuple[str, ...], NamedProvider], ...] = (
    (SITE_FIELDS | {"url"}, ("str", "url"), provide_website),
    (DOMAIN_FIELDS, ("str",), provide_domain),
    (EMAIL_FIELDS, ("str", "EmailStr"), provide_mailbox),
)
"""The providers of a company's fields: the names of the fields, the kinds of their types."""


def find_company_provider(name: str, kind: str) -> NamedProvider | None:
    """Return the provider of the field *name* of a company; None if it is not one of these.

    The fields are the website, the domain and the mailbox. A plain ``url`` is the website.
    """
    return next(
        (provide for names, kinds, provide in COMPANY_PROVIDERS if name in names and kind in kinds),
        None,
    )
