"""The types of pydantic_extra_types, each found by the name of its class: the package itself is never imported here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import Any

from pytest_fixturegen.nodes import Call, Choice, Converted, FactView, Node
from pytest_fixturegen.providers import codes, contacts, field_names, places, timestamps, web
from pytest_fixturegen.providers.data.countries import (
    ISO_SHORT_NAMES,
    LANGUAGES,
    NUMERIC_CODES,
    Country,
)
from pytest_fixturegen.providers.fact_fields import NamedProvider, detach_facts
from pytest_fixturegen.providers.field_context import FieldContext, Provider
from pytest_fixturegen.providers.place_facts import Locality, build_place_fact, find_home_country
from pytest_fixturegen.streams import mix_word

KIND_WORDS = frozenset(
    "country currency phone number mobile zone timezone time tz code name latitude longitude lat lng lon".split()
)
"""Words of a field's name that say what it is, and not whose."""

LANGUAGE_FAMILIES = {
    "en": "gmw",
    "de": "gmw",
    "nl": "gmw",
    "sv": "gmq",
    "da": "gmq",
    "fr": "roa",
    "es": "roa",
    "it": "roa",
    "ja": "jpx",
}
"""The family of a language [ISO 639-5]."""

LANGUAGE_SCRIPTS = {"ja": "Jpan", "ru": "Cyrl", "uk": "Cyrl", "bg": "Cyrl", "el": "Grek", "ar": "Arab", "he": "Hebr", "zh": "Hans",
    "ko": "Kore", "th": "Thai", "hi": "Deva"}  # fmt: skip
"""The script of a language [ISO 15924], where it is not Latin."""

COLOR_NAMES = "black white silver red blue green yellow orange purple pink brown beige navy teal olive maroon turquoise gold".split()
CRON_EXPRESSIONS = (
    "0 * * * *",
    "*/15 * * * *",
    "0 3 * * *",
    "30 6 * * 1",
    "0 0 1 * *",
    "0 9 * * 1-5",
    "5 4 * * 0",
)
CROCKFORD_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The digits of a ULID [github.com/ulid/spec]."""


def find_owner(context: FieldContext) -> str:
    """Whose place or person a field of a named type shows: ``billing`` for ``billing_country``."""
    owner = "_".join(word for word in context.name.split("_") if word not in KIND_WORDS)
    return (
        field_names.find_fact_owner(owner, context.model, is_place=True)
        if owner != context.name and owner
        else ""
    )


def make_text_provider(provide_named: NamedProvider) -> Provider:
    """What *serve* serves as a text, whatever the field is called."""

    def provide(context: FieldContext) -> Node | None:
        node = provide_named(replace(context, kind="str"), find_owner(context))
        return detach_facts(node) if node is not None and context.is_item else node

    return provide


def make_country_provider(describe_country: Callable[[Country], str]) -> Provider:
    """A provider that says something of the country."""

    def show_country(word: int, place: Locality) -> str:
        return describe_country(place.country)

    return make_text_provider(
        lambda context, owner: FactView(show_country, (build_place_fact(context, owner),))
    )


def make_literal_provider(*options: str) -> Provider:
    """A provider of one of *options*."""
    return lambda context: Choice(options, options)


def make_call_provider(draw: Callable[[int], str]) -> Provider:
    """A provider of the texts that *draw* draws."""
    return lambda context: Call(draw)


def provide_language(column_index: int, context: FieldContext) -> Node:
    """A language, most often that of the data: its code, its long code, its name in English."""
    rows = [row.split("|") for row in LANGUAGES.splitlines()]
    own = [row for row in rows if row[0] == context.vocabulary.language]
    said = tuple(row[column_index] for row in [*own * (3 * len(rows)), *rows])
    return Choice(said, said)


def provide_by_language(table: dict[str, str], default_value: str, context: FieldContext) -> Node:
    """What *table* has for the language of the data, and now and then another."""
    said = (
        *[table.get(context.vocabulary.language, default_value)] * 60,
        *dict.fromkeys((default_value, *table.values())),
    )
    return Choice(said, said)


def telephone(context: FieldContext) -> Node | None:
    """A number kept for fiction that the library holds for one in use, as the type writes it."""
    library = import_module("phonenumbers")
    asked = replace(context, kind="str")
    node = contacts.provide_landline(asked, find_owner(context))
    sample = contacts.draw_sample_phone(asked)
    if not library.is_valid_number(library.parse(sample)):
        node = contacts.provide_us_phone(asked, find_owner(context))
    style = getattr(library.PhoneNumberFormat, getattr(context.kind, "phone_format", "RFC3966"))
    written = (
        Converted(node, None, lambda value: library.format_number(library.parse(value), style))
        if node
        else None
    )
    return detach_facts(written) if written is not None and context.is_item else written


def draw_routing_number(word: int) -> str:
    """Nine digits with a right check digit, of a district that the Federal Reserve has not [ABA]: 15."""
    body = f"15{word % 10**6:06}"
    return body + str(
        -sum(int(digit) * weight for digit, weight in zip(body, (3, 7, 1) * 3, strict=False)) % 10
    )


def draw_ulid(now: datetime, word: int) -> str:
    """A ULID of the last year."""
    bits = (
        (timestamps.to_seconds(now) * 1000 - word % (365 * timestamps.DAY * 1000)) << 80
        | mix_word(word, 1) << 16
        | mix_word(word, 2) >> 48
    )
    return "".join(CROCKFORD_DIGITS[bits >> shift & 31] for shift in range(125, -1, -5))


def draw_s3_path(word: int) -> str:
    """An object in a store."""
    return f"s3://example-{web.FOLDER_NAMES[word & 7]}/{2020 + (word >> 4) % 6}/{web.draw_file_name(word >> 8)}"


def provide_moment(convert: Callable[[float], Any], context: FieldContext) -> Node | None:
    """Seconds after 1970 of a moment in the record's life."""
    number = timestamps.build_stage_clock(timestamps.CREATED, timestamps.to_seconds(context.now))
    return FactView(
        lambda word, began, pace: convert(number(began, pace)),
        (timestamps.build_began_fact(context), timestamps.build_pace_fact()),
    )


def provide_degrees(axis: int, context: FieldContext) -> Node | None:
    """Latitude or longitude of a point in the city."""
    node = places.provide_degrees(axis, replace(context, kind="float"), find_owner(context))
    return detach_facts(node) if node is not None and context.is_item else node


def position(context: FieldContext) -> Node | None:
    """Both of them, as text reads them and as JSON says them."""
    north, east = (
        partial(places.show_degrees, axis) for axis in (places.LATITUDE, places.LONGITUDE)
    )

    def show_position(word: int, place: Locality) -> tuple[float, float]:
        return north(word, place), east(mix_word(word, 1), place)

    node = FactView(
        show_position,
        (build_place_fact(context, find_owner(context)),),
        lambda pair: {"latitude": pair[0], "longitude": pair[1]},
    )
    return detach_facts(node) if context.is_item else node


PROVIDERS: dict[Any, Provider] = {
    "Color": make_literal_provider(*COLOR_NAMES),
    "CountryAlpha2": make_text_provider(places.provide_alpha2),
    "CountryAlpha3": make_text_provider(places.provide_alpha3),
    "CountryNumericCode": make_country_provider(lambda country: NUMERIC_CODES[country.alpha2]),
    "CountryShortName": make_country_provider(
        lambda country: ISO_SHORT_NAMES.get(country.alpha2, country.english_name)
    ),
    "Currency": make_text_provider(places.provide_currency),
    "ISO4217": make_text_provider(places.provide_currency),
    "TimeZoneName": make_text_provider(places.provide_timezone),
    "Latitude": partial(provide_degrees, places.LATITUDE),
    "Longitude": partial(provide_degrees, places.LONGITUDE),
    "Coordinate": position,
    "LanguageAlpha2": partial(provide_language, 0),
    "ISO639_3": partial(provide_language, 1),
    "LanguageName": partial(provide_language, 2),
    "ISO639_5": partial(provide_by_language, LANGUAGE_FAMILIES, "gmw"),
    "ISO_15924": partial(provide_by_language, LANGUAGE_SCRIPTS, "Latn"),
    "PaymentCardNumber": make_literal_provider(*codes.TEST_CARDS),
    "ABARoutingNumber": make_call_provider(draw_routing_number),
    "IBAN": lambda context: Call(
        partial(codes.draw_iban, find_home_country(context.vocabulary).alpha2)
    ),
    "ISBN": make_call_provider(codes.draw_isbn),
    "PhoneNumber": telephone,
    "MacAddress": make_call_provider(web.draw_mac_address),
    "DomainStr": make_call_provider(web.draw_domain),
    "S3Path": make_call_provider(draw_s3_path),
    "MimeType": make_literal_provider(*web.MIME_TYPES),
    "ObjectId": make_call_provider(partial(web.draw_hexadecimal, 24)),
    "CronStr": make_literal_provider(*CRON_EXPRESSIONS),
    "Version": make_call_provider(web.draw_version),
    "ULID": lambda context: Call(partial(draw_ulid, context.now)),
    "Number": partial(provide_moment, float),
    "Integer": partial(provide_moment, int),
}
"""By the name of the class, or of the one that its library makes.

What is not here, such as Pendulum's moments, is drawn as what it is made of."""
