"""How to reach people, who cannot be reached: e-mail at reserved domains, telephones in ranges kept for fiction."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Node, View
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.asks import Ask, Provider
from pytest_fixturegen.providers.naming import singular
from pytest_fixturegen.providers.network import DOMAINS
from pytest_fixturegen.providers.persons import FAMILY_FIRST, First, Last, first_fact, first_names, last_fact, lengths
from pytest_fixturegen.providers.place_facts import Place, place_fact, places
from pytest_fixturegen.providers.views import Named, Table, alone, guarded, is_free, shown, table

AT = "@example.com"

ROLES = frozenset(
    """author assignee buyer cc bcc customer from manager organizer owner recipient reply_to reporter requester reviewer
    seller sender supervisor to""".split()
)
"""Fields whose name alone says that their address is another person's."""


def email(ask: Ask, whose: str) -> Node | None:
    """The person's address at a reserved domain, as text."""
    room = lengths(ask.words, len("10@") + 11, 3, plain=True)
    return shown(ask, _email, first_fact(ask, whose), last_fact(ask, whose), lengths=room)


SEPARATORS = (".", "_", "", ".")
NUMBERS = tuple(str(number) for number in range(10, 1034))
MAILBOXES = tuple(f"{number}@{DOMAINS[place % 3]}" for place, number in enumerate(range(10, 1034)))
"""What stands between the names of an address, and what follows them."""


def _email(word: int, first: First, last: Last) -> str:
    return f"{first[1]}{SEPARATORS[word & 3]}{last[2]}{MAILBOXES[word >> 8 & 1023]}"


def numbered_email(word: int, first: First, last: Last, number: int) -> str:
    """The same with a number that no other record has."""
    mailbox = MAILBOXES[number] if number < 1024 else f"{number + 10}@{DOMAINS[number % 3]}"
    return f"{first[1]}{SEPARATORS[word & 3]}{last[2]}{mailbox}"


def address(ask: Ask, whose: str) -> Node | None:
    """The same for the type of an address, which must stay one whatever its length."""
    facts, rules = (first_fact(ask, whose), last_fact(ask, whose)), ask.rules
    if is_free(rules):
        return text.cased(View(_email, facts), rules)
    low, high = max((rules.min_length or 0) - len(AT), 1), min((rules.max_length or 64) - len(AT), 60)
    if rules.pattern is not None or low > high:
        return None
    return View(guarded(_email, rules, partial(_plain, low, min(high, max(low, 12)))), facts)


def _plain(low: int, high: int, word: int) -> str:
    return ("user" + f"{word:016x}" * 4)[: low + word % (high - low + 1)] + AT


def typed_address(ask: Ask) -> Node | None:
    """An address that only its type asks for."""
    node = address(ask, ask.name if ask.name in ROLES else "")
    return alone(node) if node and (singular(ask.name) or ask.name in ("to", "cc", "bcc")) else node


def named_address(ask: Ask) -> Node | None:
    """An address with its person's name before it."""
    whose = ask.name if ask.name in ROLES else ""
    space = FAMILY_FIRST.get(ask.words.language)
    node = View(partial(_named, space), (first_fact(ask, whose), last_fact(ask, whose)))
    return alone(node) if ask.several or singular(ask.name) or ask.name in ("to", "cc", "bcc") else node


def _named(space: str | None, word: int, first: First, last: Last) -> str:
    given, family = first[0], last[first[2]]
    name = f"{given} {family}" if space is None else f"{family}{space}{given}"
    return f"{name} <{_email(word, first, last)}>"


def username(ask: Ask, whose: str) -> Node | None:
    """What the person signs in as."""
    low, high = lengths(ask.words, len("10"), 3, plain=True)
    shortest = low - min(len(first.plain) for first in first_names(ask.words)) + 1
    return shown(ask, _username, first_fact(ask, whose), last_fact(ask, whose), lengths=(shortest, high))


def _username(word: int, first: First, last: Last) -> str:
    name = first[1] if word & 4 else first[1][0]
    return f"{name}{SEPARATORS[word & 3]}{last[2]}{NUMBERS[word >> 8 & 1023]}"


def numbered_username(word: int, first: First, last: Last, number: int) -> str:
    """The same with a number that no other record has."""
    return f"{first[1] if word & 4 else first[1][0]}{SEPARATORS[word & 3]}{last[2]}{number + 10}"


NUMBERED: dict[Callable[..., str], Callable[..., str]] = {_email: numbered_email, _username: numbered_username}
"""What shows the same with a number of the record's own."""

FICTION = {
    "GB": (("+44 1632 960", "+44 7700 900"), 3),  # [Ofcom, Telephone numbers for use in TV and radio drama]
    "SE": (("+46 8 465 004 ", "+46 8 465 004 "), 2),  # [PTS, Fiktiva telefonnummer]
    "DE": (("+49 30 23125 ", "+49 40 66969 "), 3),  # [Bundesnetzagentur, Rufnummern für Medien]
    "FR": (("+33 1 99 00 ", "+33 6 39 98 "), 4),  # [ARCEP, décision 2018-0881]
    "AU": (("+61 2 5550 ", "+61 2 7010 "), 4),  # [ACMA, Fictional phone numbers]
    "JP": (("+81 3 0000 ", "+81 90 0000 "), 4),  # no subscriber's number begins with 0 [MIC, 電気通信番号計画]
    "IE": (("+353 20 911 ", "+353 20 912 "), 4),  # [ComReg 15/136]
}
"""By country, the beginning of land-line and mobile numbers that are kept for fiction, and how many digits are free."""

AREAS = ("202", "206", "212", "213", "303", "305", "312", "404", "415", "503", "512", "602", "617", "702", "713", "816")
"""Area codes of America for places that have none: 555-01xx is kept for fiction in each [ATIS-0300115]."""


def phone(mobile: int, ask: Ask, whose: str) -> Node | None:
    """A number in a range kept for fiction: written for people if that fits, else as E.164, else as digits."""
    known = FICTION.get(ask.words.country)
    spelled: Any = _american if known is None else partial(_local, known[0][mobile], known[1])
    writes: tuple[Any, ...] = (None, _e164, _digits, *((_national,) if known is None else ()))
    for write in writes:
        show = spelled if write is None else partial(write, spelled)
        size = len(show(0, places(ask.words)[0]))
        node = shown(ask, show, place_fact(ask, whose), lengths=(size, size if write is not _national else size + 2))
        if node is not None:
            return node
    return None


LINES = tuple(f"-555-01{number:02}" for number in range(100))


def _american(word: int, place: Place) -> str:
    return f"+1-{place[6] or AREAS[word & 15]}{LINES[(word >> 32) % 100]}"


def _local(start: str, free: int, word: int, place: Place) -> str:
    return f"{start}{(word >> 16) % 10**free:0{free}}"


def _e164(spelled: Any, word: int, place: Place) -> str:
    return "+" + _digits(spelled, word, place)


def _digits(spelled: Any, word: int, place: Place) -> str:
    return "".join(filter(str.isdigit, spelled(word, place)))


def _national(spelled: Any, word: int, place: Place) -> str:
    digits = _digits(spelled, word, place)
    return f"({digits[1:4]}) {digits[4:7]}-{digits[7:]}" if word & 1 else f"{digits[1:4]}-{digits[4:7]}-{digits[7:]}"


def american(ask: Ask, whose: str) -> Node | None:
    """A number of America, kept for fiction."""
    return shown(ask, _american, place_fact(ask, whose), lengths=(15, 15))


def sample(ask: Ask) -> str:
    """One land-line number of the locale."""
    known = FICTION.get(ask.words.country)
    place = places(ask.words)[0]
    return _local(known[0][0], known[1], 1 << 20, place) if known else _american(0, place)


land_line: Named = partial(phone, 0)
mobile: Named = partial(phone, 1)

NAMES: Table = table(
    ("email e_mail mail email_address mail_address e_mail_address", "str", email),
    ("email e_mail mail email_address mail_address e_mail_address", "EmailStr", address),
    (
        """username user_name login login_name handle screen_name account_name userid user_handle slack_handle twitter_handle
        github_handle instagram_handle discord_handle telegram_handle mastodon_handle social_handle""",
        "str",
        username,
    ),
    ("phone telephone phone_number telephone_number tel phone_no fax fax_number landline", "str", land_line),
    ("mobile mobile_phone mobile_number cell cell_phone cellphone msisdn whatsapp", "str", mobile),
)
"""Names of fields and kinds of value, and who serves them."""

PROVIDERS: dict[Any, Provider] = {"EmailStr": typed_address, "NameEmail": named_address}
