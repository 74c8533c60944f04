"""Places: addresses whose parts agree, coordinates, countries, currencies and languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Fact, FactPin, FactView, Node
from pytest_fixturegen.providers import place_pins, text
from pytest_fixturegen.providers.data.countries import (
    CALLING_CODES,
    COUNTRIES,
    CURRENCY_NAMES,
    CURRENCY_SYMBOLS,
    Country,
)
from pytest_fixturegen.providers.data.prose_words import ADJECTIVES
from pytest_fixturegen.providers.fact_fields import (
    NamedProvider,
    ProviderTable,
    build_draw_node,
    build_fact_view,
    build_table,
    build_text_view,
    find_first_node,
    format_fact_name,
    make_choice_provider,
    make_draw_provider,
)
from pytest_fixturegen.providers.fact_pins import TEXT_PIN
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.place_facts import (
    DEGREE_PARTS,
    Locality,
    PostcodeEndings,
    build_door_fact,
    build_place_fact,
    build_street_fact,
    find_home_country,
    list_localities,
    list_postcode_endings,
    list_street_names,
)
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.providers.record_outline import index_fields

NUMBER_FIRST_LANGUAGES = frozenset({"en", "fr"})
"""Languages that write the number of a house before the street."""

LATITUDE, LONGITUDE = 7, 8
"""Indices of a :class:`Locality`."""

MAX_CITY_OFFSET = 800
"""Most distance from the middle of a city, in ten-thousandths of a degree, of a point in it."""

APARTMENT_WORDS = {
    "de": ("Whg.", "Etage"),
    "sv": ("lgh", "tr"),
    "fr": ("Appt", "Bât."),
    "ja": ("号室", "階"),
}
ENGLISH_APARTMENT_WORDS = ("Apt", "Suite")

COMMON_LOCALES = (
    "en_US",
    "en_GB",
    "de_DE",
    "fr_FR",
    "es_ES",
    "sv_SE",
    "ja_JP",
    "pt_BR",
    "it_IT",
    "nl_NL",
)
COMMON_LANGUAGES = ("en", "de", "fr", "es", "it", "sv", "ja", "pt", "nl", "pl")
LONG_LANGUAGE_CODES = ("eng", "deu", "fra", "spa", "swe", "jpn")
"""Codes of three letters [ISO 639-2]."""

OWN_LOCALE_SHARE = 30
"""Entries of a pool that are the locale of the data, in addition to the common ones."""

VENUE_KINDS = (
    "Hall",
    "Center",
    "Theater",
    "Gallery",
    "Club",
    "House",
    "Arena",
    "Library",
    "Pavilion",
    "Rooftop",
    "Studio",
    "Park",
)
CONTINENTS = (
    "Africa",
    "Antarctica",
    "Asia",
    "Europe",
    "North America",
    "Oceania",
    "South America",
)


# Facts of the city

PinMaker = Callable[[FieldContext], FactPin]
"""Makes the pin of a field."""


def make_place_provider(show: Callable[[Locality], str], make_pin: PinMaker) -> NamedProvider:
    """Return a provider of a text that *show* makes of the record's city.

    *make_pin* makes the pin of the field, which finds the cities of a fixed text.
    """

    def provide_place(context: FieldContext, owner: str) -> Node | None:
        fact = build_place_fact(context, owner)
        return build_fact_view(
            context,
            lambda word, place: show(place),
            fact,
            make_pin(context),
        )

    return provide_place


def make_fallback_provider(*providers: NamedProvider) -> NamedProvider:
    """Return a provider that uses the first of *providers* that can serve."""
    return lambda context, owner: find_first_node(serve(context, owner) for serve in providers)


def provide_country_name(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the country's name, in English or in its own language."""
    if context.vocabulary.language == "en":
        return provide_english_country_name(context, owner)
    return provide_native_country_name(context, owner)


def provide_journey_city(
    end_index: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the city at one end of a journey: 0 is its start, 1 its destination."""
    cities = tuple(dict.fromkeys(place.city for place in list_localities(context.vocabulary)))
    start = build_place_fact(context, format_fact_name(owner, "origin"))
    if end_index == 0 or len(cities) == 1:
        pin = place_pins.make_city_pin(context)
        return build_fact_view(
            context,
            lambda word, place: place[0],
            start,
            pin,
        )

    def show_destination(
        word: int,
        origin: Locality,
        destination: Locality,
    ) -> str:
        """Return the city of *destination*, or the next of *cities* if the journey starts in it."""
        if destination[0] != origin[0]:
            return destination[0]
        return cities[(cities.index(origin[0]) + 1) % len(cities)]

    end = build_place_fact(context, format_fact_name(owner, "destination"))
    sizes = [len(city) for city in cities]
    lengths = (min(sizes), max(sizes))
    return build_text_view(
        context,
        show_destination,
        start,
        end,
        lengths=lengths,
    )


def _show_currency_symbol(place: Locality) -> str:
    code = place.country.currency
    return CURRENCY_SYMBOLS.get(code, code)


def _show_currency_name(place: Locality) -> str:
    code = place.country.currency
    return CURRENCY_NAMES.get(code, code)


provide_city = make_place_provider(lambda place: place.city, place_pins.make_city_pin)
provide_state_code = make_place_provider(lambda place: place.state_code, place_pins.make_state_pin)
provide_state_name = make_place_provider(lambda place: place.state, place_pins.make_state_pin)
provide_state = make_fallback_provider(provide_state_name, provide_state_code)
provide_region = make_place_provider(
    lambda place: f"{place.city}, {place.state}", place_pins.make_region_pin
)
provide_timezone = make_place_provider(lambda place: place.timezone, place_pins.make_timezone_pin)

provide_alpha2 = make_place_provider(
    lambda place: place.country.alpha2, place_pins.make_country_pin
)
provide_alpha3 = make_place_provider(
    lambda place: place.country.alpha3, place_pins.make_country_pin
)
provide_english_country_name = make_place_provider(
    lambda place: place.country.english_name, place_pins.make_country_pin
)
provide_native_country_name = make_place_provider(
    lambda place: place.country.native_name, place_pins.make_country_pin
)
provide_country_code = make_fallback_provider(provide_alpha2, provide_alpha3)
provide_country = make_fallback_provider(provide_country_name, provide_country_code)
provide_dial_code = make_place_provider(
    lambda place: f"+{CALLING_CODES[place.country.alpha2]}", place_pins.make_dial_code_pin
)
provide_currency = make_place_provider(
    lambda place: place.country.currency, place_pins.make_currency_pin
)
provide_currency_symbol = make_place_provider(_show_currency_symbol, place_pins.make_currency_pin)
provide_currency_name = make_place_provider(_show_currency_name, place_pins.make_currency_pin)


# Addresses


def _list_home_postcode_endings(context: FieldContext) -> PostcodeEndings:
    """Return the endings of postal codes at the first place of the locale."""
    return list_postcode_endings(list_localities(context.vocabulary)[0])


def provide_postcode(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a postal code with the prefix of the city."""
    endings = _list_home_postcode_endings(context)
    prefixes = {len(place.postcode_prefix) for place in list_localities(context.vocabulary)}
    ending_length = len(endings[0])
    return build_text_view(
        context,
        partial(_show_postcode, endings, find_home_country(context.vocabulary)),
        build_place_fact(context, owner),
        build_door_fact(owner),
        lengths=(min(prefixes) + ending_length, max(prefixes) + ending_length),
        pin=place_pins.POSTCODE_PIN,
    )


def _show_postcode(
    endings: PostcodeEndings,
    home: Country,
    word: int,
    place: Locality,
    door: int,
) -> str:
    """Return the prefix of the city and the ending that *door* picks, as it picks the house.

    All cities of *home* have the same *endings*.
    """
    if place[10] is not home:
        return _show_foreign_postcode(place, door)
    return place[3] + endings[door * len(endings) >> 32]


def _show_foreign_postcode(place: Locality, door: int) -> str:
    """Return a postal code of a city of another country than that of the locale."""
    if place.postcode_letters:
        endings = list_postcode_endings(place)
        return place.postcode_prefix + endings[door * len(endings) >> 32]
    width = place.postcode_digits
    return f"{place.postcode_prefix}{door * 10**width >> 32:0{width}}" if width else place[3]


def _pick_house_number(step: int) -> int:
    """Return a house number from 1 to 899; most of the numbers are below 257."""
    is_low = step < 99 or step % 3
    return 1 + step if is_low else 100 + step * 7 % 800


HOUSE_NUMBERS = tuple(str(_pick_house_number(step)) for step in range(256))
"""Numbers of houses, mostly low ones."""


def provide_house_number(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the number of the house, as text."""
    return build_text_view(
        context,
        _show_house_number,
        build_door_fact(owner),
        lengths=(1, 3),
    )


def _show_house_number(word: int, door: int) -> str:
    return HOUSE_NUMBERS[door & 255]


def provide_street_name(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the name of the street alone."""
    return build_fact_view(
        context,
        _show_street,
        build_street_fact(context, owner),
        TEXT_PIN,
    )


def _show_street(word: int, street: str) -> str:
    return street


def provide_street(context: FieldContext, owner: str) -> Node | None:
    """Return the node of street and number, or of the street if the number stands beside it."""
    has_number = any(map(HOUSE_NUMBER.search, index_fields(context.record)))
    provide = (provide_street_address, provide_street_name)[has_number]
    return provide(context, owner)


HOUSE_NUMBER = re.compile("(house|street|building)_number$")
"""The end of the name of the number of a house."""


def provide_street_address(context: FieldContext, owner: str) -> Node | None:
    """Return the node of street and number, in the order of the language."""
    sizes = [len(street) for street in list_street_names(context.vocabulary)]
    return build_text_view(
        context,
        _choose_street_format(context),
        build_street_fact(context, owner),
        build_door_fact(owner),
        lengths=(min(sizes) + 2, max(sizes) + 7),
    )


StreetFormat = Callable[[int, str, int], str]
"""A function from a word, a street and a door to a line of an address."""


def _choose_street_format(context: FieldContext) -> StreetFormat:
    """Return how the language of the locale writes the number and the name of a street."""
    language = context.vocabulary.language
    if language == "ja":
        return _show_japanese_block
    return _show_number_first if language in NUMBER_FIRST_LANGUAGES else _show_number_last


def _show_number_first(
    word: int,
    street: str,
    door: int,
) -> str:
    """Return the house number and the street; the low 8 bits of *door* pick the number."""
    return f"{HOUSE_NUMBERS[door & 255]} {street}"


def _show_number_last(
    word: int,
    street: str,
    door: int,
) -> str:
    """Return the street and the house number; the low 8 bits of *door* pick the number."""
    return f"{street} {HOUSE_NUMBERS[door & 255]}"


def _show_japanese_block(
    word: int,
    street: str,
    door: int,
) -> str:
    """Return the name, then the numbers of district (1-8), block (1-30) and house (1-20)."""
    district, block, house = door % 8 + 1, (door >> 8) % 30 + 1, (door >> 16) % 20 + 1
    return f"{street}{district}-{block}-{house}"


def provide_second_line(context: FieldContext, owner: str) -> Node | None:
    """Return the node of an apartment or a floor."""
    words = APARTMENT_WORDS.get(context.vocabulary.language, ENGLISH_APARTMENT_WORDS)
    return build_draw_node(context, partial(_draw_apartment, words))


def _draw_apartment(kinds: tuple[str, str], word: int) -> str:
    return f"{kinds[word & 1]} {(word >> 8) % 420 + 1}"


def provide_address(context: FieldContext, owner: str) -> Node | None:
    """Return the node of an address on one line; of street and number if that is too long."""
    facts: tuple[Fact, ...] = (
        build_street_fact(context, owner),
        build_door_fact(owner),
        build_place_fact(context, owner),
    )
    show = partial(
        _show_one_line,
        _choose_street_format(context),
        _list_home_postcode_endings(context),
        find_home_country(context.vocabulary),
    )
    return build_text_view(context, show, *facts) or provide_street_address(context, owner)


def _show_one_line(
    show_street_line: StreetFormat,
    endings: PostcodeEndings,
    home: Country,
    word: int,
    *facts: Any,
) -> str:
    """Return the street line, the city and the postal code in the order of the country.

    *facts* are the street, the door and the place.
    """
    street, door, place = facts
    line = show_street_line(word, street, door)
    postcode = _show_postcode(endings, home, word, place, door)
    match place.country.alpha2:
        case "JP":
            return f"〒{postcode} {place.state}{place.city}{line}"
        case "US" | "AU" | "CA":
            return f"{line}, {place.city}, {place.state_code} {postcode}"
        case "GB":
            return f"{line}, {place.city} {postcode}"
        case _:
            return f"{line}, {postcode} {place.city}"


# Coordinates


def provide_degrees(
    axis: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the LATITUDE or LONGITUDE (*axis*) of a point in the city."""
    localities = list_localities(context.vocabulary)
    if axis == LATITUDE:
        positions = [place.latitude for place in localities]
    else:
        positions = [place.longitude for place in localities]
    ends = (min(positions) - MAX_CITY_OFFSET, max(positions) + MAX_CITY_OFFSET)
    if not all(_is_valid_degree(end / DEGREE_PARTS, context) for end in ends):
        return None
    facts = (build_place_fact(context, owner),)
    pin = place_pins.make_point_pin(context, axis)
    if context.kind == "float":
        return FactView(
            partial(show_degrees, axis),
            facts,
            pin=pin,
        )
    return FactView(
        partial(_show_exact_degrees, axis),
        facts,
        json=str,
        pin=pin,
    )


def _is_valid_degree(degrees: float, context: FieldContext) -> bool:
    """Return whether *degrees* with four decimal places satisfy the constraints."""
    exact = Decimal(str(degrees)).quantize(Decimal("1.0001"))
    return is_valid_number(exact, context.constraints)


def show_degrees(
    axis: int,
    word: int,
    place: Any,
) -> float:
    """Return the coordinate of a point in *place*, in degrees."""
    offset = (word >> 8) % (2 * MAX_CITY_OFFSET) - MAX_CITY_OFFSET
    return (place[axis] + offset) / DEGREE_PARTS  # type: ignore[no-any-return]


def _show_exact_degrees(
    axis: int,
    word: int,
    place: Any,
) -> Decimal:
    """Return the coordinate as a Decimal with four places, near the center of *place*.

    *axis* is the index of the latitude or of the longitude in the place.
    """
    offset = (word >> 8) % (2 * MAX_CITY_OFFSET) - MAX_CITY_OFFSET
    return Decimal(place[axis] + offset).scaleb(-4)


# Facts of the world


def provide_any_country(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a country of the world, such as the origin of a product."""
    if context.vocabulary.language == "en":
        names = tuple(country.english_name for country in COUNTRIES.values())
    else:
        names = tuple(dict.fromkeys(context.vocabulary.draw_pool("country", 128)))
    return _build_first_pool(context, names, tuple(COUNTRIES))


def provide_any_country_code(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the code of a country of the world."""
    alpha3 = tuple(country.alpha3 for country in COUNTRIES.values())
    return _build_first_pool(context, tuple(COUNTRIES), alpha3)


def provide_any_currency(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the code of a currency of the world."""
    codes = dict.fromkeys(country.currency for country in COUNTRIES.values())
    return text.build_text_pool(tuple(codes), context.constraints)


def provide_any_timezone(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a time zone of the world."""
    names = tuple(country.timezone for country in COUNTRIES.values())
    return text.build_text_pool(names, context.constraints)


def provide_locale(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a locale, most often that of the data.

    Without room for the country, it is a language.
    """
    locales = (*[context.vocabulary.locale] * OWN_LOCALE_SHARE, *COMMON_LOCALES)
    dashed = tuple(locale.replace("_", "-") for locale in locales)
    return _build_first_pool(context, locales, dashed) or provide_language(context, owner)


def provide_language(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the code of a language [ISO 639-1], most often that of the data."""
    codes = (*[context.vocabulary.language] * OWN_LOCALE_SHARE, *COMMON_LANGUAGES)
    return _build_first_pool(context, codes, LONG_LANGUAGE_CODES)


def _build_first_pool(context: FieldContext, *pools: tuple[str, ...]) -> Node | None:
    """Return the node of the first of *pools* whose texts satisfy the constraints."""
    return find_first_node(text.build_text_pool(pool, context.constraints) for pool in pools)


def draw_venue(word: int) -> str:
    """Return the name of a place where people meet."""
    adjective = ADJECTIVES[(word >> 8) % len(ADJECTIVES)].capitalize()
    return f"{adjective} {VENUE_KINDS[word % len(VENUE_KINDS)]}"


NAMES: ProviderTable = build_table(
    (
        "city town hometown municipality city_name locality birthplace birth_place place_of_birth",
        "str",
        provide_city,
    ),
    ("origin departure_city departure_airport_city", "str", partial(provide_journey_city, 0)),
    ("destination arrival_city arrival_airport_city", "str", partial(provide_journey_city, 1)),
    (
        "state province region county state_name prefecture state_province state_or_province",
        "str",
        provide_state,
    ),
    ("state_code province_code region_code state_abbr", "str", provide_state_code),
    ("postal_code postcode zip zip_code zipcode post_code postalcode plz", "str", provide_postcode),
    ("country country_name", "str", provide_country),
    (
        "country_code country_iso iso_country country_alpha2 country_iso2",
        "str",
        provide_country_code,
    ),
    ("country_alpha3 country_iso3", "str", provide_alpha3),
    (
        "country_of_origin made_in manufactured_in country_of_birth",
        "str",
        provide_any_country,
    ),
    ("origin_country nationality_code", "str", provide_any_country_code),
    (
        """phone_prefix phone_code dial_code dialing_code calling_code country_calling_code
        phone_country_code""",
        "str",
        provide_dial_code,
    ),
    ("street_name road", "str", provide_street_name),
    (
        "street",
        "str",
        provide_street,
    ),
    (
        """street_address address_line1 address_line_1 address_line address1 street1 line1
        line_1 addr1""",
        "str",
        provide_street_address,
    ),
    (
        "address_line2 address_line_2 address2 street2 line2 line_2 apartment unit_number suite",
        "str",
        provide_second_line,
    ),
    ("house_number street_number building_number", "str", provide_house_number),
    (
        "address full_address postal_address mailing_address formatted_address location_address",
        "str",
        provide_address,
    ),
    ("location", "str", provide_region),
    ("venue venue_name", "str", make_draw_provider(draw_venue)),
    ("latitude lat", "float decimal", partial(provide_degrees, LATITUDE)),
    ("longitude lng lon long", "float decimal", partial(provide_degrees, LONGITUDE)),
    ("timezone time_zone tz tz_name timezone_name", "str", provide_timezone),
    ("currency currency_code currency_iso", "str", provide_currency),
    ("currency_symbol", "str", provide_currency_symbol),
    ("currency_name", "str", provide_currency_name),
    ("locale locale_code language_tag lang_code", "str", provide_locale),
    ("language lang language_code preferred_language", "str", provide_language),
    (
        "continent",
        "str",
        make_choice_provider(*CONTINENTS),
    ),
)
"""Names of fields and kinds of value, and their providers."""
