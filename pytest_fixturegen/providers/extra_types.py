"""The types of pydantic_extra_types, each found by the name of its class.

This module never imports the package itself, which need not be installed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import Any

from pytest_fixturegen.nodes import Call, Choice, Converted, FactView, Node
from pytest_fixturegen.providers import codes, field_names, phones, places, web
from pytest_fixturegen.providers.data.countries import (
    ISO_SHORT_NAMES,
    LANGUAGES,
    NUMERIC_CODES,
    Country,
)
from pytest_fixturegen.providers.fact_fields import NamedProvider, detach_facts
from pytest_fixturegen.providers.field_context import FieldContext, Provider
from pytest_fixturegen.providers.lives.began import build_began_fact, get_life, to_seconds
from pytest_fixturegen.providers.lives.clock import build_began_clock
from pytest_fixturegen.providers.lives.kinds import DAY
from pytest_fixturegen.providers.place_facts import Locality, build_place_fact, find_home_country
from pytest_fixturegen.providers.place_pins import make_country_pin
from pytest_fixturegen.streams import mix_word

KIND_WORDS = frozenset(
    """country currency phone number mobile zone timezone time tz code name latitude longitude lat
    lng lon""".split()
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

LANGUAGE_SCRIPTS = {
    "ja": "Jpan",
    "ru": "Cyrl",
    "uk": "Cyrl",
    "bg": "Cyrl",
    "el": "Grek",
    "ar": "Arab",
    "he": "Hebr",
    "zh": "Hans",
    "ko": "Kore",
    "th": "Thai",
    "hi": "Deva",
}
"""The script of a language [ISO 15924] if it is not Latin."""

COLOR_NAMES = """black white silver red blue green yellow orange purple pink brown beige navy teal
    olive maroon turquoise gold""".split()
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

DAY_MILLISECONDS = DAY * 1000


def find_owner(context: FieldContext) -> str:
    """Return whose place or person the field shows: ``billing`` for ``billing_country``.

    Return "" for the record's own.
    """
    words = [word for word in context.name.split("_") if word not in KIND_WORDS]
    owner = "_".join(words)
    if owner in ("", context.name):
        return ""
    return field_names.find_fact_owner(
        owner,
        context.model,
        is_place=True,
    )


def _detach_items(node: Node | None, context: FieldContext) -> Node | None:
    """Return *node*, detached from the facts of the record if it fills the items of a list."""
    if node is None or not context.is_item:
        return node
    return detach_facts(node)


def make_text_provider(provide_named: NamedProvider) -> Provider:
    """Return a provider of the texts of *provide_named*, whatever the name of the field."""

    def provide(context: FieldContext) -> Node | None:
        node = provide_named(
            replace(context, kind="str"),
            find_owner(context),
        )
        return _detach_items(node, context)

    return provide


def make_country_provider(describe_country: Callable[[Country], str]) -> Provider:
    """Return a provider of what *describe_country* says about the record's country."""

    def show_country(word: int, place: Locality) -> str:
        return describe_country(place.country)

    return make_text_provider(
        lambda context, owner: FactView(
            show_country, (build_place_fact(context, owner),), pin=make_country_pin(context)
        )
    )


def make_literal_provider(*options: str) -> Provider:
    """Return a provider of one of *options*."""
    return lambda context: Choice(options, options)


def make_call_provider(draw: Callable[[int], str]) -> Provider:
    """Return a provider of the texts that *draw* draws."""
    return lambda context: Call(draw)


def provide_language(column_index: int, context: FieldContext) -> Node:
    """Return a node of languages, three in four times the language of the locale.

    *column_index* is 0 for the code of two letters, 1 for that of three, 2 for the English name.
    """
    rows = [row.split("|") for row in LANGUAGES.splitlines()]
    own_rows = [row for row in rows if row[0] == context.vocabulary.language]
    options = tuple(row[column_index] for row in [*own_rows * (3 * len(rows)), *rows])
    return Choice(options, options)


def provide_by_language(
    table: dict[str, str],
    default_value: str,
    context: FieldContext,
) -> Node:
    """Return a node of the values of *table*, most often that of the locale's language."""
    own_value = table.get(context.vocabulary.language, default_value)
    every_value = dict.fromkeys((default_value, *table.values()))
    options = (*[own_value] * 60, *every_value)
    return Choice(options, options)


def telephone(context: FieldContext) -> Node | None:
    """Return a node of telephone numbers reserved for fiction, as the type writes them.

    ``phonenumbers`` rejects some reserved numbers as unassigned; a locale with such numbers gets
    US ones.
    """
    library = import_module("phonenumbers")
    text_context = replace(context, kind="str")
    provide = phones.provide_home_landline
    sample = phones.draw_sample_phone(text_context)
    if not library.is_valid_number(library.parse(sample)):
        provide = phones.provide_us_phone
    node = provide(text_context, find_owner(context))
    if node is None:
        return None
    style = getattr(library.PhoneNumberFormat, getattr(context.kind, "phone_format", "RFC3966"))

    def write_number(number: str) -> Any:
        return library.format_number(library.parse(number), style)

    return _detach_items(Converted(node, None, write_number), context)


def draw_ulid(now: datetime, word: int) -> str:
    """Return a ULID of the year before *now*."""
    milliseconds = to_seconds(now) * 1000 - word % (365 * DAY_MILLISECONDS)
    random_bits = mix_word(word, 1) << 16 | mix_word(word, 2) >> 48
    bits = milliseconds << 80 | random_bits
    return "".join(CROCKFORD_DIGITS[bits >> shift & 31] for shift in range(125, -1, -5))


def draw_s3_path(word: int) -> str:
    """Return the path of an object in a store."""
    bucket = f"example-{web.FOLDER_NAMES[word & 7]}"
    year = 2020 + (word >> 4) % 6
    return f"s3://{bucket}/{year}/{web.draw_file_name(word >> 8)}"


def provide_moment(convert: Callable[[float], Any], context: FieldContext) -> Node | None:
    """Return a view of a moment in the record's life, in seconds after 1970."""
    life = get_life(context)
    show_began = build_began_clock(life)
    return FactView(
        lambda word, began: convert(show_began(began)),
        (build_began_fact(context),),
    )


def provide_degrees(axis: int, context: FieldContext) -> Node | None:
    """Return a view of the latitude or the longitude of a point in the record's city."""
    node = places.provide_degrees(
        axis,
        replace(context, kind="float"),
        find_owner(context),
    )
    return _detach_items(node, context)


def position(context: FieldContext) -> Node | None:
    """Return a view of a point in the record's city: a pair in Python, an object in JSON."""
    show_latitude = partial(places.show_degrees, places.LATITUDE)
    show_longitude = partial(places.show_degrees, places.LONGITUDE)

    def show_position(word: int, place: Locality) -> tuple[float, float]:
        return show_latitude(word, place), show_longitude(mix_word(word, 1), place)

    node = FactView(
        show_position,
        (build_place_fact(context, find_owner(context)),),
        lambda pair: {"latitude": pair[0], "longitude": pair[1]},
    )
    return _detach_items(node, context)


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
    "ABARoutingNumber": make_call_provider(codes.draw_routing_number),
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
"""Providers by the name of the class, or of the class that its library makes.

A type that is not listed, such as Pendulum's moments, is drawn as the type that it is made of."""
