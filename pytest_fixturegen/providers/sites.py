"""What follows from a title or from the name of a company: its slug, the address of its page, its domain and mailbox."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import Node, View
from pytest_fixturegen.providers import commerce, naming, people, prose, web
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.network import DOMAINS
from pytest_fixturegen.providers.views import Named, shown
from pytest_fixturegen.shape.shapes import Constraints

CALLED = frozenset("project team group campaign channel list course workspace repository repo room board space".split())
"""Nouns of models that have a name rather than a title."""

FOLDERS = {"post": "blog", "article": "news", "page": "pages"}
"""Where the pages of things of these nouns lie; of the others, below the plural of the noun."""

MAILBOXES = ("info", "hello", "contact", "office", "support", "sales")
SITES = frozenset("website homepage home_page site web site_url website_url web_page".split())
PAGES = frozenset("url page_url canonical_url permalink_url permalink web_url".split())

LONGEST = 60
"""Characters of a slug or a domain at most [RFC 1035 2.3.4: 63]."""


@lru_cache(maxsize=8192)
def slugged(title: str) -> str:
    """*title* in small letters and digits of ASCII with hyphens between its words."""
    if not title.isascii():
        from faker.decode import unidecode

        title = unidecode(title.translate(SPELLED))
    words = "".join(letter if letter.isalnum() else " " for letter in title.lower().replace("'", "")).split()
    slug = "-".join(words) or "page"
    return slug if len(slug) <= LONGEST else slug[:LONGEST].rpartition("-")[0]


SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def titled(ask: Ask, whose: str) -> Node | None:
    """What a thing of the model is called, with no regard to the rules of the field that asks."""
    about = naming.noun_of(ask.model)
    asked = replace(ask, name="title", kind="str", rules=Constraints())
    if about in naming.GOODS:
        return commerce.product(asked, whose)
    if about in naming.FIRMS:
        return commerce.company(asked, whose)
    if about in naming.PEOPLE:
        return people.full_name(asked, whose)
    return (prose.thing_name if about in CALLED else prose.headline)(asked, whose)


def told_of(node: Node | None, say: Any, ask: Ask) -> Node | None:
    """A view that says something of what *node* shows."""
    if not isinstance(node, View):
        return None
    show = node.show
    if len(node.facts) == 1:
        return shown(ask, lambda word, one: say(word, show(0, one)), *node.facts)
    return shown(ask, lambda word, *facts: say(word, show(0, *facts)), *node.facts)


def slug(ask: Ask, whose: str) -> Node | None:
    """The title with hyphens."""
    return told_of(titled(ask, whose), _slug, ask) or web.slug(ask, whose)


def _slug(word: int, title: str) -> str:
    return slugged(title)


def page(ask: Ask, whose: str) -> Node | None:
    """The address of the page with that slug."""
    about = naming.noun_of(ask.model) or "page"
    folder = FOLDERS.get(about) or (f"{about[:-1]}ies" if about.endswith("y") else f"{about}s")
    return _linked(titled(ask, whose), partial(_page, folder), ask)


def _page(folder: str, word: int, title: str) -> str:
    return f"https://www.example.com/{folder}/{slugged(title)}"


def _linked(node: Node | None, say: Any, ask: Ask) -> Node | None:
    """The same of an address, which as Pydantic's type keeps rules of its own."""
    if ask.kind == "str":
        return told_of(node, say, ask)
    open_to = not ask.rules.schemes or "https" in ask.rules.schemes
    room = ask.rules.max_length is None or ask.rules.max_length >= 120
    if not open_to or not room or ask.rules.pattern is not None or (ask.rules.min_length or 0) > 20:
        return None
    return told_of(node, say, replace(ask, kind="str", rules=Constraints()))


def firm(ask: Ask, whose: str) -> Node | None:
    """The name of the company, with no regard to the rules of the field that asks."""
    return commerce.company(replace(ask, kind="str", rules=Constraints()), whose)


def host(name: str) -> str:
    """A reserved domain that has the company's name."""
    return f"{slugged(name)}.{DOMAINS[len(name) % 3]}"


def website(ask: Ask, whose: str) -> Node | None:
    """The address of the company's site."""
    return _linked(firm(ask, whose), lambda word, name: f"https://{host(name)}/", ask)


def domain(ask: Ask, whose: str) -> Node | None:
    """The domain of the company."""
    return told_of(firm(ask, whose), lambda word, name: host(name), ask)


def mailbox(ask: Ask, whose: str) -> Node | None:
    """An address at the company's domain."""
    if ask.kind == "EmailStr" and (ask.rules.pattern is not None or ask.rules.min_length or ask.rules.max_length):
        return None
    return told_of(firm(ask, whose), lambda word, name: f"{MAILBOXES[word % 6]}@{host(name)}", replace(ask, kind="str"))


def of_firm(name: str, kind: str) -> Named | None:
    """Who serves *name* of a company."""
    if name in SITES and kind in ("str", "url"):
        return website
    if name in ("domain", "domain_name", "email_domain") and kind == "str":
        return domain
    if name in ("email", "e_mail", "mail", "email_address", "contact_email") and kind in ("str", "EmailStr"):
        return mailbox
    if name == "url" and kind in ("str", "url"):
        return website
    return None


def of_thing(name: str, kind: str, about: str) -> Named | None:
    """Who serves *name* of a thing that has a title: its slug and its page."""
    if name in ("slug", "url_slug") and kind == "str":
        return slug
    return page if name in PAGES and kind in ("str", "url") and about and about not in naming.PEOPLE else None
