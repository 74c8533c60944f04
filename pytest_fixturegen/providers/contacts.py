"""How to reach people, who cannot be reached: e-mail at reserved domains, telephones in ranges kept for fiction."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import FactView, Node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_table,
    build_text_view,
    detach_facts,
    guard_show,
    is_free,
)
from pytest_fixturegen.providers.field_context import FieldContext, Provider
from pytest_fixturegen.providers.field_names import to_singular
from pytest_fixturegen.providers.network import RESERVED_DOMAINS
from pytest_fixturegen.providers.person_facts import (
    FAMILY_NAME_FIRST,
    FirstName,
    LastName,
    build_first_name_fact,
    build_last_name_fact,
    find_name_lengths,
    list_first_names,
)
from pytest_fixturegen.providers.place_facts import Locality, build_place_fact, list_localities

MAILBOX_DOMAIN = "@example.com"

PERSON_ROLES = frozenset(
    """author assignee buyer cc bcc customer from manager organizer owner recipient reply_to reporter requester reviewer
    seller sender supervisor to""".split()
)
"""Fields whose name alone says that their address is another person's."""


def provide_email(context: FieldContext, owner: str) -> Node | None:
    """The person's address at a reserved domain, as text."""
    room = find_name_lengths(context.vocabulary, len("10@") + 11, 3, ascii_only=True)
    return build_text_view(
        context,
        _show_email,
        build_first_name_fact(context, owner),
        build_last_name_fact(context, owner),
        lengths=room,
    )


NAME_SEPARATORS = (".", "_", "", ".")
NUMBER_TEXTS = tuple(str(number) for number in range(10, 1034))
MAILBOX_ENDINGS = tuple(
    f"{number}@{RESERVED_DOMAINS[place % 3]}" for place, number in enumerate(range(10, 1034))
)
"""What stands between the names of an address, and what follows them."""


def _show_email(word: int, first: FirstName, last: LastName) -> str:
    return f"{first[1]}{NAME_SEPARATORS[word & 3]}{last[2]}{MAILBOX_ENDINGS[word >> 8 & 1023]}"


def show_numbered_email(word: int, first: FirstName, last: LastName, number: int) -> str:
    """The same with a number that no other record has."""
    mailbox = (
        MAILBOX_ENDINGS[number]
        if number < 1024
        else f"{number + 10}@{RESERVED_DOMAINS[number % 3]}"
    )
    return f"{first[1]}{NAME_SEPARATORS[word & 3]}{last[2]}{mailbox}"


def provide_email_address(context: FieldContext, owner: str) -> Node | None:
    """The same for the type of an address, which must stay one whatever its length."""
    facts, rules = (
        (build_first_name_fact(context, owner), build_last_name_fact(context, owner)),
        context.constraints,
    )
    if is_free(rules):
        return text.build_cased_node(FactView(_show_email, facts), rules)
    low, high = (
        max((rules.min_length or 0) - len(MAILBOX_DOMAIN), 1),
        min((rules.max_length or 64) - len(MAILBOX_DOMAIN), 60),
    )
    if rules.pattern is not None or low > high:
        return None
    return FactView(
        guard_show(_show_email, rules, partial(_draw_plain_address, low, min(high, max(low, 12)))),
        facts,
    )


def _draw_plain_address(low: int, high: int, word: int) -> str:
    return ("user" + f"{word:016x}" * 4)[: low + word % (high - low + 1)] + MAILBOX_DOMAIN


def typed_address(context: FieldContext) -> Node | None:
    """An address that only its type asks for."""
    node = provide_email_address(context, context.name if context.name in PERSON_ROLES else "")
    return (
        detach_facts(node)
        if node and (to_singular(context.name) or context.name in ("to", "cc", "bcc"))
        else node
    )


def named_address(context: FieldContext) -> Node | None:
    """An address with its person's name before it."""
    whose = context.name if context.name in PERSON_ROLES else ""
    space = FAMILY_NAME_FIRST.get(context.vocabulary.language)
    node = FactView(
        partial(_show_named_address, space),
        (build_first_name_fact(context, whose), build_last_name_fact(context, whose)),
    )
    return (
        detach_facts(node)
        if context.is_item or to_singular(context.name) or context.name in ("to", "cc", "bcc")
        else node
    )


def _show_named_address(separator: str | None, word: int, first: FirstName, last: LastName) -> str:
    given, family = first[0], last[first[2]]
    name = f"{given} {family}" if separator is None else f"{family}{separator}{given}"
    return f"{name} <{_show_email(word, first, last)}>"


def provide_username(context: FieldContext, owner: str) -> Node | None:
    """What the person signs in as."""
    low, high = find_name_lengths(context.vocabulary, len("10"), 3, ascii_only=True)
    shortest = (
        low - min(len(first.ascii_form) for first in list_first_names(context.vocabulary)) + 1
    )
    return build_text_view(
        context,
        _show_username,
        build_first_name_fact(context, owner),
        build_last_name_fact(context, owner),
        lengths=(shortest, high),
    )


def _show_username(word: int, first: FirstName, last: LastName) -> str:
    name = first[1] if word & 4 else first[1][0]
    return f"{name}{NAME_SEPARATORS[word & 3]}{last[2]}{NUMBER_TEXTS[word >> 8 & 1023]}"


def show_numbered_username(word: int, first: FirstName, last: LastName, number: int) -> str:
    """The same with a number that no other record has."""
    return (
        f"{first[1] if word & 4 else first[1][0]}{NAME_SEPARATORS[word & 3]}{last[2]}{number + 10}"
    )


NUMBERED_VARIANTS: dict[Callable[..., str], Callable[..., str]] = {
    _show_email: show_numbered_email,
    _show_username: show_numbered_username,
}
"""What shows the same with a number of the record's own."""

FICTION_RANGES = {
    "GB": (
        ("+44 1632 960", "+44 7700 900"),
        3,
    ),  # [Ofcom, Telephone numbers for use in TV and radio drama]
    "SE": (("+46 8 465 004 ", "+46 8 465 004 "), 2),  # [PTS, Fiktiva telefonnummer]
    "DE": (("+49 30 23125 ", "+49 40 66969 "), 3),  # [Bundesnetzagentur, Rufnummern für Medien]
    "FR": (("+33 1 99 00 ", "+33 6 39 98 "), 4),  # [ARCEP, décision 2018-0881]
    "AU": (("+61 2 5550 ", "+61 2 7010 "), 4),  # [ACMA, Fictional phone numbers]
    "JP": (
        ("+81 3 0000 ", "+81 90 0000 "),
        4,
    ),  # no subscriber's number begins with 0 [MIC, 電気通信番号計画]
    "IE": (("+353 20 911 ", "+353 20 912 "), 4),  # [ComReg 15/136]
}
"""By country, the beginning of land-line and mobile numbers that are kept for fiction, and how many digits are free."""

US_AREA_CODES = (
    "202",
    "206",
    "212",
    "213",
    "303",
    "305",
    "312",
    "404",
    "415",
    "503",
    "512",
    "602",
    "617",
    "702",
    "713",
    "816",
)
"""Area codes of America for places that have none: 555-01xx is kept for fiction in each [ATIS-0300115]."""


def provide_phone(range_index: int, context: FieldContext, owner: str) -> Node | None:
    """A number in a range kept for fiction: written for people if that fits, else as E.164, else as digits."""
    known = FICTION_RANGES.get(context.vocabulary.country)
    spelled: Any = (
        _show_us_phone
        if known is None
        else partial(_show_local_phone, known[0][range_index], known[1])
    )
    writes: tuple[Any, ...] = (
        None,
        _show_e164,
        _show_digits,
        *((_show_national,) if known is None else ()),
    )
    for write in writes:
        show = spelled if write is None else partial(write, spelled)
        size = len(show(0, list_localities(context.vocabulary)[0]))
        node = build_text_view(
            context,
            show,
            build_place_fact(context, owner),
            lengths=(size, size if write is not _show_national else size + 2),
        )
        if node is not None:
            return node
    return None


US_LINE_NUMBERS = tuple(f"-555-01{number:02}" for number in range(100))


def _show_us_phone(word: int, place: Locality) -> str:
    return f"+1-{place[6] or US_AREA_CODES[word & 15]}{US_LINE_NUMBERS[(word >> 32) % 100]}"


def _show_local_phone(prefix: str, digit_count: int, word: int, place: Locality) -> str:
    return f"{prefix}{(word >> 16) % 10**digit_count:0{digit_count}}"


def _show_e164(show_phone: Any, word: int, place: Locality) -> str:
    return "+" + _show_digits(show_phone, word, place)


def _show_digits(show_phone: Any, word: int, place: Locality) -> str:
    return "".join(filter(str.isdigit, show_phone(word, place)))


def _show_national(show_phone: Any, word: int, place: Locality) -> str:
    digits = _show_digits(show_phone, word, place)
    return (
        f"({digits[1:4]}) {digits[4:7]}-{digits[7:]}"
        if word & 1
        else f"{digits[1:4]}-{digits[4:7]}-{digits[7:]}"
    )


def provide_us_phone(context: FieldContext, owner: str) -> Node | None:
    """A number of America, kept for fiction."""
    return build_text_view(
        context, _show_us_phone, build_place_fact(context, owner), lengths=(15, 15)
    )


def draw_sample_phone(context: FieldContext) -> str:
    """One land-line number of the locale."""
    known = FICTION_RANGES.get(context.vocabulary.country)
    place = list_localities(context.vocabulary)[0]
    return (
        _show_local_phone(known[0][0], known[1], 1 << 20, place)
        if known
        else _show_us_phone(0, place)
    )


provide_landline: NamedProvider = partial(provide_phone, 0)
provide_mobile: NamedProvider = partial(provide_phone, 1)

NAMES: ProviderTable = build_table(
    ("email e_mail mail email_address mail_address e_mail_address", "str", provide_email),
    (
        "email e_mail mail email_address mail_address e_mail_address",
        "EmailStr",
        provide_email_address,
    ),
    (
        """username user_name login login_name handle screen_name account_name userid user_handle slack_handle twitter_handle
        github_handle instagram_handle discord_handle telegram_handle mastodon_handle social_handle""",
        "str",
        provide_username,
    ),
    (
        "phone telephone phone_number telephone_number tel phone_no fax fax_number landline",
        "str",
        provide_landline,
    ),
    (
        "mobile mobile_phone mobile_number cell cell_phone cellphone msisdn whatsapp",
        "str",
        provide_mobile,
    ),
)
"""Names of fields and kinds of value, and who serves them."""

PROVIDERS: dict[Any, Provider] = {"EmailStr": typed_address, "NameEmail": named_address}
