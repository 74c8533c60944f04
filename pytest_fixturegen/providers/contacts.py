"""Contact details that reach nobody.

E-mail addresses are at reserved domains, telephone numbers in ranges reserved for fiction.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import FactView, Node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.data.countries import CALLING_CODES, Country
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
from pytest_fixturegen.providers.person_pins import make_address_pin, make_named_address_pin
from pytest_fixturegen.providers.place_facts import (
    Locality,
    build_place_fact,
    find_home_country,
    list_localities,
)
from pytest_fixturegen.providers.place_pins import make_phone_pin

MAILBOX_DOMAIN = "@example.com"

MAX_MAILBOX_LENGTH = 60
"""Characters of a plain mailbox at most; a mailbox may have 64 [RFC 5321 4.5.3.1.1]."""

PERSON_ROLES = frozenset(
    """author assignee buyer cc bcc customer from manager organizer owner recipient reply_to
    reporter requester reviewer seller sender supervisor to""".split()
)
"""Fields whose name alone says that their address is another person's."""

RECIPIENT_FIELDS = ("to", "cc", "bcc")
"""Fields that hold the addresses of several people although their names are singular."""


def provide_email(context: FieldContext, owner: str) -> Node | None:
    """Return a view of the person's e-mail address at a reserved domain."""
    lengths = find_name_lengths(
        context.vocabulary,
        len("10@") + 11,
        3,
        ascii_only=True,
    )
    first_name = build_first_name_fact(context, owner)
    last_name = build_last_name_fact(context, owner)
    longest = context.constraints.max_length or lengths[1]
    is_short = longest < lengths[1]
    return build_text_view(
        context,
        partial(_show_short_email, longest) if is_short else _show_email,
        first_name,
        last_name,
        lengths=lengths,
        pin=make_address_pin(context),
    )


NAME_SEPARATORS = (".", "_", "", ".")
NUMBER_TEXTS = tuple(str(number) for number in range(10, 1034))
MAILBOX_ENDINGS = tuple(
    f"{number}@{RESERVED_DOMAINS[place % 3]}" for place, number in enumerate(range(10, 1034))
)
"""Numbers and domains that follow the names in an address."""


def _show_email(
    word: int,
    first: FirstName,
    last: LastName,
) -> str:
    """Return an address from the ASCII forms of both names; *word* picks separator and ending."""
    return f"{first[1]}{NAME_SEPARATORS[word & 3]}{last[2]}{MAILBOX_ENDINGS[word >> 8 & 1023]}"


def _show_short_email(
    longest: int,
    word: int,
    first: FirstName,
    last: LastName,
) -> str:
    """Return the longest form of an address that has at most *longest* characters.

    The shortest form has both initials and a number of two digits.
    """
    forms = (
        _show_email(word, first, last),
        f"{first[1][0]}.{last[2]}{MAILBOX_DOMAIN}",
        f"{first[1]}{word >> 8 & 7}{MAILBOX_DOMAIN}",
    )
    shortest = f"{first[1][0]}{last[2][0]}{(word >> 8) % 90 + 10}{MAILBOX_DOMAIN}"
    return next(
        (form for form in forms if len(form) <= longest),
        shortest,
    )


def show_numbered_email(
    word: int,
    first: FirstName,
    last: LastName,
    number: int,
) -> str:
    """Return an address of the person that ends in *number*, which no other record has."""
    if number < len(MAILBOX_ENDINGS):
        ending = MAILBOX_ENDINGS[number]
    else:
        ending = f"{number + 10}@{RESERVED_DOMAINS[number % 3]}"
    return f"{first[1]}{NAME_SEPARATORS[word & 3]}{last[2]}{ending}"


def provide_email_address(context: FieldContext, owner: str) -> Node | None:
    """Return a view of the person's address for a type that accepts only addresses.

    An address that is too long for the field is replaced by a plain one. Return None if there is
    none either: the field has a pattern, or its bounds leave no length.
    """
    constraints = context.constraints
    facts = (build_first_name_fact(context, owner), build_last_name_fact(context, owner))
    if is_free(constraints):
        view = FactView(
            _show_email,
            facts,
            pin=make_address_pin(context),
        )
        return text.build_cased_node(view, constraints)
    shortest = max((constraints.min_length or 0) - len(MAILBOX_DOMAIN), 1)
    longest = min((constraints.max_length or 64) - len(MAILBOX_DOMAIN), MAX_MAILBOX_LENGTH)
    if constraints.pattern is not None or shortest > longest:
        return None
    draw_plain = partial(_draw_plain_address, shortest, min(longest, max(shortest, 12)))
    show = guard_show(_show_email, constraints, draw_plain)
    return FactView(show, facts, pin=make_address_pin(context))


def _draw_plain_address(
    low: int,
    high: int,
    word: int,
) -> str:
    """Return an address whose mailbox has *low* to *high* characters: "user", then hex digits."""
    mailbox = "user" + f"{word:016x}" * 4
    return mailbox[: low + word % (high - low + 1)] + MAILBOX_DOMAIN


def _find_role(context: FieldContext) -> str:
    """Return the name of the field if it is the role of a person, else ""."""
    return context.name if context.name in PERSON_ROLES else ""


def _names_several_people(context: FieldContext) -> bool:
    """Return whether the field holds several addresses: a plural, or recipients of a message."""
    return bool(to_singular(context.name)) or context.name in RECIPIENT_FIELDS


def typed_address(context: FieldContext) -> Node | None:
    """Return a node for the type of an e-mail address, whatever the name of the field."""
    node = provide_email_address(context, _find_role(context))
    if node is None or not _names_several_people(context):
        return node
    return detach_facts(node)


def named_address(context: FieldContext) -> Node | None:
    """Return a node for the type of an e-mail address with its person's name before it."""
    owner = _find_role(context)
    separator = FAMILY_NAME_FIRST.get(context.vocabulary.language)
    node = FactView(
        partial(_show_named_address, separator),
        (build_first_name_fact(context, owner), build_last_name_fact(context, owner)),
        pin=make_named_address_pin(context),
    )
    if context.is_item or _names_several_people(context):
        return detach_facts(node)
    return node


def _show_named_address(
    separator: str | None,
    word: int,
    first: FirstName,
    last: LastName,
) -> str:
    """Return ``Name <address>``, with the form of the family name for the sex of the person.

    A *separator* of None puts the given name first; any other follows the family name.
    """
    given_name, family_name = first[0], last[first[2]]
    if separator is None:
        name = f"{given_name} {family_name}"
    else:
        name = f"{family_name}{separator}{given_name}"
    return f"{name} <{_show_email(word, first, last)}>"


def provide_username(context: FieldContext, owner: str) -> Node | None:
    """Return a view of the name with which the person signs in."""
    low, high = find_name_lengths(
        context.vocabulary,
        len("10"),
        3,
        ascii_only=True,
    )
    first_names = list_first_names(context.vocabulary)
    # Half of the user names hold only the first letter of the given name.
    shortest = low - min(len(name.ascii_form) for name in first_names) + 1
    return build_text_view(
        context,
        _show_username,
        build_first_name_fact(context, owner),
        build_last_name_fact(context, owner),
        lengths=(shortest, high),
        pin=make_address_pin(context),
    )


def _show_username(
    word: int,
    first: FirstName,
    last: LastName,
) -> str:
    """Return the given name or its first letter, a separator, the family name and a number.

    Bits 0 and 1 of *word* pick the separator, bit 2 the length of the name, bits 8 to 17 the
    number.
    """
    name = first[1] if word & 4 else first[1][0]
    return f"{name}{NAME_SEPARATORS[word & 3]}{last[2]}{NUMBER_TEXTS[word >> 8 & 1023]}"


def show_numbered_username(
    word: int,
    first: FirstName,
    last: LastName,
    number: int,
) -> str:
    """Return a user name of the person that ends in *number*, which no other record has."""
    name = first[1] if word & 4 else first[1][0]
    return f"{name}{NAME_SEPARATORS[word & 3]}{last[2]}{number + 10}"


NUMBERED_VARIANTS: dict[Callable[..., str], Callable[..., str]] = {
    _show_email: show_numbered_email,
    _show_username: show_numbered_username,
}
"""By ``show`` function, the one that shows the same with a number that is the record's own."""

FICTION_RANGES = {
    "GB": (("+44 1632 960", "+44 7700 900"), 3),
    "SE": (("+46 8 465 004 ", "+46 8 465 004 "), 2),
    "DE": (("+49 30 23125 ", "+49 40 66969 "), 3),
    "FR": (("+33 1 99 00 ", "+33 6 39 98 "), 4),
    "AU": (("+61 2 5550 ", "+61 2 7010 "), 4),
    "JP": (("+81 3 0000 ", "+81 90 0000 "), 4),
    "IE": (("+353 20 911 ", "+353 20 912 "), 4),
    "AT": (("+43 1 000 ", "+43 660 000 "), 4),
    "BE": (("+32 2 000 ", "+32 470 000 "), 3),
    "BR": (("+55 11 0000-", "+55 11 90000-"), 4),
    "CH": (("+41 44 000 ", "+41 79 000 "), 4),
    "CN": (("+86 10 0000 ", "+86 100 0000 "), 4),
    "DK": (("+45 00 00 ", "+45 01 00 "), 4),
    "ES": (("+34 555 000 ", "+34 555 001 "), 3),
    "FI": (("+358 9 000 ", "+358 50 000 "), 4),
    "IN": (("+91 22 0000 ", "+91 00000 0"), 4),
    "IT": (("+39 06 0000 ", "+39 300 000 "), 4),
    "KR": (("+82 2 0000 ", "+82 10 0000 "), 4),
    "MX": (("+52 55 0000 ", "+52 55 0001 "), 4),
    "NL": (("+31 20 000 ", "+31 6 0000 "), 4),
    "NO": (("+47 00 00 ", "+47 01 00 "), 4),
    "PL": (("+48 22 000 ", "+48 500 000 "), 3),
    "PT": (("+351 21 000 ", "+351 91 000 "), 4),
    "RU": (("+7 495 000 ", "+7 900 000 "), 4),
    "SA": (("+966 11 000 ", "+966 50 000 "), 4),
    "TR": (("+90 212 000 ", "+90 500 000 "), 4),
}
"""By country, the prefixes of land-line and mobile numbers reserved for fiction, and how many
digits are free after them.

Sources: GB [Ofcom, Telephone numbers for use in TV and radio drama]; SE [PTS, Fiktiva
telefonnummer]; DE [Bundesnetzagentur, Rufnummern für Medien]; FR [ARCEP, décision 2018-0881];
AU [ACMA, Fictional phone numbers]; JP [MIC, 電気通信番号計画: no subscriber's number begins
with 0]; IE [ComReg 15/136]. Other countries reserve none: the number of a subscriber there
begins with a 0, or with a prefix that nobody uses.
"""

US_AREA_CODES = (
    *("202", "206", "212", "213", "303", "305", "312", "404"),
    *("415", "503", "512", "602", "617", "702", "713", "816"),
)
"""US area codes for places that have none. In each, 555-01xx is reserved for fiction
[ATIS-0300115]."""

NORTH_AMERICA = ("US", "CA")
"""Countries whose numbers begin with +1 [ITU-T E.164]."""

PhoneFormatter = Callable[[int, Locality], str]
"""Writes the number that a word draws for a place."""


def provide_phone(
    range_index: int,
    context: FieldContext,
    owner: str,
    *,
    only_home: bool = False,
) -> Node | None:
    """Return a view of a telephone number reserved for fiction.

    *range_index* is 0 for a land line, 1 for a mobile. The number has the first style that the
    field accepts: with spaces, as E.164, as digits, and in the US with the area code in brackets.
    A place of another country has a number of that country, unless *only_home*.
    """
    show_spaced = _find_phone_formatter(range_index, context)
    if not only_home:
        home = find_home_country(context.vocabulary)
        show_spaced = partial(_show_phone_of_country, home, range_index, show_spaced)
    sample_place = list_localities(context.vocabulary)[0]
    country = find_home_country(context.vocabulary).alpha2
    is_us = country not in FICTION_RANGES
    styles = _list_phone_styles(show_spaced, with_national=is_us)
    if country in DOMESTIC_COUNTRIES:
        styles.insert(
            0,
            (partial(_show_domestic, country, show_spaced), 8),
        )
    for show, extra_length in styles:
        length = len(show(0, sample_place))
        place = build_place_fact(context, owner)
        node = build_text_view(
            context,
            show,
            place,
            lengths=(length, length + extra_length),
            pin=make_phone_pin(context),
        )
        if node is not None:
            return node
    return None


def _find_phone_formatter(range_index: int, context: FieldContext) -> PhoneFormatter:
    """Return the formatter for the country of the locale, with US numbers as the fallback.

    *range_index* picks the prefix: 0 for a land line, 1 for a mobile. US numbers ignore it.
    """
    fiction_range = FICTION_RANGES.get(find_home_country(context.vocabulary).alpha2)
    if fiction_range is None:
        return _show_us_phone
    prefixes, digit_count = fiction_range
    return partial(_show_local_phone, prefixes[range_index], digit_count)


def _list_phone_styles(
    show_spaced: PhoneFormatter, *, with_national: bool
) -> list[tuple[PhoneFormatter, int]]:
    """Return the styles of a number, each with how many characters its length may vary by."""
    styles: list[tuple[PhoneFormatter, int]] = [
        (show_spaced, 0),
        (partial(_show_e164, show_spaced), 0),
        (partial(_show_digits, show_spaced), 0),
    ]
    if with_national:
        styles.append((partial(_show_national, show_spaced), 2))
    return styles


US_LINE_NUMBERS = tuple(f"-555-01{number:02}" for number in range(100))


def _show_us_phone(word: int, place: Locality) -> str:
    """Return a number of the exchange 555-01; a place without an area code gets one from *word*."""
    area_code = place[6] or US_AREA_CODES[word & 15]
    return f"+1-{area_code}{US_LINE_NUMBERS[(word >> 32) % 100]}"


def _show_phone_of_country(
    home: Country,
    range_index: int,
    show_at_home: PhoneFormatter,
    word: int,
    place: Locality,
) -> str:
    """Return the number of *show_at_home* for a place in *home*, else one of its own country."""
    if place[10] is home:
        return show_at_home(word, place)
    country = place[10].alpha2
    if country in NORTH_AMERICA:
        return _show_us_phone(word, place)
    fiction_range = FICTION_RANGES.get(country)
    if fiction_range is None:
        return f"+{CALLING_CODES[country]} 000 00 {(word >> 16) % 1000:03}"
    prefixes, digit_count = fiction_range
    return _show_local_phone(prefixes[range_index], digit_count, word, place)


def _show_local_phone(
    prefix: str,
    digit_count: int,
    word: int,
    place: Locality,
) -> str:
    """Return *prefix* and the last *digit_count* digits, padded with zeros.

    The *place* has no influence: a range for fiction is the same in the whole country.
    """
    return f"{prefix}{(word >> 16) % 10**digit_count:0{digit_count}}"


def _show_e164(
    show_phone: PhoneFormatter,
    word: int,
    place: Locality,
) -> str:
    """Return the number of *show_phone* in the format of E.164: a plus sign, then digits only."""
    return "+" + _show_digits(show_phone, word, place)


def _show_digits(
    show_phone: PhoneFormatter,
    word: int,
    place: Locality,
) -> str:
    """Return only the digits of the number of *show_phone*, its country code included."""
    return "".join(filter(str.isdigit, show_phone(word, place)))


DOMESTIC_COUNTRIES = ("JP",)
"""Countries whose people write their numbers with a zero and hyphens: ``03-0000-1234``."""


def _show_domestic(
    country: str,
    show_phone: PhoneFormatter,
    word: int,
    place: Locality,
) -> str:
    """Return the number as *country* writes its own ones: a zero, the parts, hyphens between."""
    spaced = show_phone(word, place)
    prefix = f"+{CALLING_CODES[country]} "
    if not spaced.startswith(prefix):
        return spaced
    return "0" + spaced.removeprefix(prefix).replace(" ", "-")


def _show_national(
    show_phone: PhoneFormatter,
    word: int,
    place: Locality,
) -> str:
    """Return a US number without its country code; the lowest bit of *word* adds brackets."""
    digits = _show_digits(show_phone, word, place)
    if not digits.startswith("1"):
        return digits
    area, exchange, line = digits[1:4], digits[4:7], digits[7:]
    return f"({area}) {exchange}-{line}" if word & 1 else f"{area}-{exchange}-{line}"


def provide_us_phone(context: FieldContext, owner: str) -> Node | None:
    """Return a view of a US number reserved for fiction, whatever the locale."""
    place = build_place_fact(context, owner)
    return build_text_view(
        context,
        _show_us_phone,
        place,
        lengths=(15, 15),
    )


def draw_sample_phone(context: FieldContext) -> str:
    """Return one land-line number of the locale."""
    country = find_home_country(context.vocabulary).alpha2
    word = 1 << 20 if country in FICTION_RANGES else 0
    place = list_localities(context.vocabulary)[0]
    return _find_phone_formatter(0, context)(word, place)


provide_landline: NamedProvider = partial(provide_phone, 0)
provide_mobile: NamedProvider = partial(provide_phone, 1)
provide_home_landline: NamedProvider = partial(provide_phone, 0, only_home=True)

NAMES: ProviderTable = build_table(
    ("email e_mail mail email_address mail_address e_mail_address", "str", provide_email),
    (
        "email e_mail mail email_address mail_address e_mail_address",
        "EmailStr",
        provide_email_address,
    ),
    (
        """username user_name login login_name handle screen_name account_name userid user_handle
        slack_handle twitter_handle github_handle instagram_handle discord_handle telegram_handle
        mastodon_handle social_handle""",
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
"""Names of fields and kinds of value, with the provider of each pair."""

PROVIDERS: dict[Any, Provider] = {"EmailStr": typed_address, "NameEmail": named_address}
"""Named types of addresses, with the provider of each."""
