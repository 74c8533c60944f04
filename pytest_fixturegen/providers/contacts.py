"""E-mail addresses and names of users; the addresses are at reserved domains."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import FactView, Node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.fact_fields import (
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
from pytest_fixturegen.providers.phones import provide_landline, provide_mobile

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
