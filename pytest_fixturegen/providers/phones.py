"""Telephone numbers in ranges that are reserved for fiction."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.data.countries import CALLING_CODES, Country
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    build_text_view,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.place_facts import (
    Locality,
    build_place_fact,
    find_home_country,
    list_localities,
)
from pytest_fixturegen.providers.place_pins import make_phone_pin

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
