"""How to reach people, who cannot be reached: e-mail at reserved domains, telephones in ranges kept for fiction."""

from __future__ import annotations

from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Node, View
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.asks import Ask, Provider
from pytest_fixturegen.providers.network import DOMAINS
from pytest_fixturegen.providers.persons import First, Last, first_fact, last_fact
from pytest_fixturegen.providers.place_facts import Place, place_fact
from pytest_fixturegen.providers.views import Guarded, Named, Table, is_free, shown, table

AT = "@example.com"

ROLES = frozenset(
    """author assignee buyer cc bcc customer from manager organizer owner recipient reply_to reporter requester reviewer
    seller sender supervisor to""".split()
)
"""Fields whose name alone says that their address is another person's."""


def email(ask: Ask, whose: str) -> Node | None:
    """The person's address at a reserved domain, as text."""
    return shown(ask, _email, first_fact(ask, whose), last_fact(ask, whose))


def _email(word: int, first: First, last: Last) -> str:
    form, digits, domain = word & 3, (word >> 8) % 990 + 10, DOMAINS[(word >> 32) % 3]
    if form == 0:
        return f"{first[1][0]}{last[2]}{digits}@{domain}"
    return f"{first[1]}{'._'[form == 1] if form < 3 else ''}{last[2]}{digits}@{domain}"


def address(ask: Ask, whose: str) -> Node | None:
    """The same for the type of an address, which must stay one whatever its length."""
    facts, rules = (first_fact(ask, whose), last_fact(ask, whose)), ask.rules
    if is_free(rules):
        return text.cased(View(_email, facts), rules)
    low, high = max((rules.min_length or 0) - len(AT), 1), min((rules.max_length or 64) - len(AT), 60)
    if rules.pattern is not None or low > high:
        return None
    return View(Guarded.of(_email, rules, partial(_plain, low, min(high, max(low, 12)))), facts)


def _plain(low: int, high: int, word: int) -> str:
    return ("user" + f"{word:016x}" * 4)[: low + word % (high - low + 1)] + AT


def typed_address(ask: Ask) -> Node | None:
    """An address that only its type asks for."""
    return address(ask, ask.name if ask.name in ROLES else "")


def username(ask: Ask, whose: str) -> Node | None:
    """What the person signs in as."""
    return shown(ask, _username, first_fact(ask, whose), last_fact(ask, whose))


def _username(word: int, first: First, last: Last) -> str:
    form, digits = word & 3, (word >> 8) % 990 + 10
    if form == 0:
        return f"{first[1][0]}{last[2]}{digits}"
    return f"{first[1]}{last[2][0]}{digits}" if form == 1 else f"{first[1]}{'._'[form & 1]}{last[2]}{digits}"


FICTION: dict[str, tuple[str, str, int]] = {
    "GB": ("+44 1632 960", "+44 7700 900", 3),  # [Ofcom, Telephone numbers for use in TV and radio drama]
    "SE": ("+46 8 465 004 ", "+46 8 465 004 ", 2),  # [PTS, Fiktiva telefonnummer]
    "DE": ("+49 30 23125 ", "+49 40 66969 ", 3),  # [Bundesnetzagentur, Rufnummern f\u00fcr Medien]
    "FR": ("+33 1 99 00 ", "+33 6 39 98 ", 4),  # [ARCEP, d\u00e9cision 2018-0881]
    "AU": ("+61 2 5550 ", "+61 2 7010 ", 4),  # [ACMA, Fictional phone numbers]
    "IE": ("+353 20 911 ", "+353 20 912 ", 4),  # [ComReg 15/136]
}
"""By country, the beginning of land-line and mobile numbers that are kept for fiction, and how many digits are free."""

AREAS = ("202", "206", "212", "213", "303", "305", "312", "404", "415", "503", "512", "602", "617", "702", "713", "816")
"""Area codes of America for places that have none: 555-01xx is kept for fiction in each [ATIS-0300115]."""


def phone(mobile: int, ask: Ask, whose: str) -> Node | None:
    """A number in a range kept for fiction: written for people if that fits, else as E.164, else as digits."""
    known = FICTION.get(ask.words.country)
    spelled = partial(_american) if known is None else partial(_local, known[mobile], known[2])
    writes: tuple[Any, ...] = (None, _e164, _digits, _national)
    nodes = (shown(ask, spelled if write is None else partial(write, spelled), place_fact(ask, whose)) for write in writes)
    return next(filter(None, nodes), None)


def _american(word: int, place: Place) -> str:
    area = place[6] or AREAS[word & 15]
    return f"+1-{area}-555-01{(word >> 32) % 100:02}"


def _local(start: str, free: int, word: int, place: Place) -> str:
    return f"{start}{(word >> 16) % 10**free:0{free}}"


def _e164(spelled: Any, word: int, place: Place) -> str:
    return "+" + _digits(spelled, word, place)


def _digits(spelled: Any, word: int, place: Place) -> str:
    return "".join(filter(str.isdigit, spelled(word, place)))


def _national(spelled: Any, word: int, place: Place) -> str:
    digits = _digits(spelled, word, place)
    return f"({digits[1:4]}) {digits[4:7]}-{digits[7:]}" if word & 1 else f"{digits[1:4]}-{digits[4:7]}-{digits[7:]}"


land_line: Named = partial(phone, 0)
mobile: Named = partial(phone, 1)

NAMES: Table = table(
    ("email e_mail mail email_address mail_address e_mail_address", "str", email),
    ("email e_mail mail email_address mail_address e_mail_address", "EmailStr", address),
    ("username user_name login login_name handle screen_name account_name userid user_handle", "str", username),
    ("phone telephone phone_number telephone_number tel phone_no fax fax_number landline", "str", land_line),
    ("mobile mobile_phone mobile_number cell cell_phone cellphone msisdn whatsapp", "str", mobile),
)
"""Names of fields and kinds of value, and who serves them."""

PROVIDERS: dict[Any, Provider] = {"EmailStr": typed_address}
