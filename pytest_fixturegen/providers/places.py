"""Places: addresses whose city lies in their country, and all else that is said of where something is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import FactView, Node
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.data.countries import (
    CALLING_CODES,
    COUNTRIES,
    CURRENCY_NAMES,
    CURRENCY_SYMBOLS,
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
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.place_facts import (
    DEGREE_PARTS,
    Locality,
    build_door_fact,
    build_place_fact,
    build_street_fact,
    list_localities,
    list_street_names,
)
from pytest_fixturegen.providers.quantity import is_valid_number

NUMBER_FIRST_LANGUAGES = frozenset({"en", "fr"})
"""Languages in which the number of a house goes before the street."""

LATITUDE, LONGITUDE = 7, 8

POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXY"
MAX_CITY_OFFSET = 800
"""How far from the middle of its city a place lies at most, in ten-thousandths of a degree."""


def make_place_provider(show: Callable[[Locality], str]) -> NamedProvider:
    """A provider that shows something of the place."""
    return lambda context, owner: build_fact_view(
        context, lambda word, place: show(place), build_place_fact(context, owner)
    )


def make_fallback_provider(*providers: NamedProvider) -> NamedProvider:
    """A provider that is the first of *serving* that can serve."""
    return lambda context, owner: find_first_node(serve(context, owner) for serve in providers)


def provide_country_name(context: FieldContext, owner: str) -> Node | None:
    """What the country calls itself, or English does where that is the language."""
    return make_place_provider(
        lambda place: place.country[2 if context.vocabulary.language == "en" else 3]
    )(context, owner)


provide_city = make_place_provider(lambda place: place[0])


def provide_journey_city(end_index: int, context: FieldContext, owner: str) -> Node | None:
    """The city at which a journey begins, or another one, at which it ends."""
    cities = tuple(dict.fromkeys(place[0] for place in list_localities(context.vocabulary)))
    start = build_place_fact(context, format_fact_name(owner, "origin"))
    if end_index == 0 or len(cities) == 1:
        return build_fact_view(context, lambda word, place: place[0], start)

    def show_destination(word: int, origin: Locality, destination: Locality) -> str:
        return (
            destination[0]
            if destination[0] != origin[0]
            else cities[(cities.index(origin[0]) + 1) % len(cities)]
        )

    sizes = (min(map(len, cities)), max(map(len, cities)))
    return build_text_view(
        context,
        show_destination,
        start,
        build_place_fact(context, format_fact_name(owner, "destination")),
        lengths=sizes,
    )


provide_state_code = make_place_provider(lambda place: place[2])
provide_state = make_fallback_provider(
    make_place_provider(lambda place: place[1]), provide_state_code
)
provide_alpha2 = make_place_provider(lambda place: place[10][0])
provide_alpha3 = make_place_provider(lambda place: place[10][1])
provide_country_code = make_fallback_provider(provide_alpha2, provide_alpha3)
provide_country = make_fallback_provider(provide_country_name, provide_country_code)
provide_dial_code = make_place_provider(lambda place: f"+{CALLING_CODES[place[10][0]]}")
provide_timezone = make_place_provider(lambda place: place[9])
provide_currency = make_place_provider(lambda place: place[10][4])
provide_currency_symbol = make_place_provider(
    lambda place: CURRENCY_SYMBOLS.get(place[10][4], place[10][4])
)
provide_currency_name = make_place_provider(
    lambda place: CURRENCY_NAMES.get(place[10][4], place[10][4])
)
provide_region = make_place_provider(lambda place: f"{place[0]}, {place[1]}")


PostcodeEndings = tuple[str, ...]


@lru_cache(maxsize=32)
def list_postcode_endings(place: Locality) -> PostcodeEndings:
    """All that can follow the beginning of a postal code of the place."""
    digits = (
        [f"{number:0{place.postcode_digits}}" for number in range(10**place.postcode_digits)]
        if place.postcode_digits
        else [""]
    )
    letters = (
        [one + two for one in POSTCODE_LETTERS for two in POSTCODE_LETTERS]
        if place.postcode_letters
        else [""]
    )
    return tuple(first + last for first in digits for last in letters)


def provide_postcode(context: FieldContext, owner: str) -> Node | None:
    """A postal code that begins as those of the city do."""
    ends, starts = (
        list_postcode_endings(list_localities(context.vocabulary)[0]),
        {len(place.postcode_prefix) for place in list_localities(context.vocabulary)},
    )
    sizes = (min(starts) + len(ends[0]), max(starts) + len(ends[0]))
    return build_text_view(
        context,
        partial(_show_postcode, ends),
        build_place_fact(context, owner),
        build_door_fact(owner),
        lengths=sizes,
    )


def _show_postcode(endings: PostcodeEndings, word: int, place: Locality, door: int) -> str:
    return place[3] + endings[door * len(endings) >> 32]


HOUSE_NUMBERS = tuple(
    str(1 + step) if step < 99 or step % 3 else str(100 + step * 7 % 800) for step in range(256)
)
"""Numbers of houses: low ones more often."""


def provide_house_number(context: FieldContext, owner: str) -> Node | None:
    """The number of the house, as text."""
    return build_text_view(context, _show_house_number, build_door_fact(owner), lengths=(1, 3))


def _show_house_number(word: int, door: int) -> str:
    return HOUSE_NUMBERS[door & 255]


def provide_street_name(context: FieldContext, owner: str) -> Node | None:
    """The name of the street alone."""
    return build_fact_view(context, _show_street, build_street_fact(context, owner))


def _show_street(word: int, street: str) -> str:
    return street


def provide_street_address(context: FieldContext, owner: str) -> Node | None:
    """Street and number, in the order of the language."""
    sizes = [len(street) for street in list_street_names(context.vocabulary)]
    return build_text_view(
        context,
        _choose_street_format(context),
        build_street_fact(context, owner),
        build_door_fact(owner),
        lengths=(min(sizes) + 2, max(sizes) + 7),
    )


def _choose_street_format(context: FieldContext) -> Callable[[int, str, int], str]:
    language = context.vocabulary.language
    if language == "ja":
        return _show_japanese_block
    return _show_number_first if language in NUMBER_FIRST_LANGUAGES else _show_number_last


def _show_number_first(word: int, street: str, door: int) -> str:
    return f"{HOUSE_NUMBERS[door & 255]} {street}"


def _show_number_last(word: int, street: str, door: int) -> str:
    return f"{street} {HOUSE_NUMBERS[door & 255]}"


def _show_japanese_block(word: int, street: str, door: int) -> str:
    return f"{street}{door % 8 + 1}-{(door >> 8) % 30 + 1}-{(door >> 16) % 20 + 1}"


def provide_second_line(context: FieldContext, owner: str) -> Node | None:
    """A flat, a floor."""
    kinds = {
        "de": ("Whg.", "Etage"),
        "sv": ("lgh", "tr"),
        "fr": ("Appt", "Bât."),
        "ja": ("号室", "階"),
    }
    return build_draw_node(
        context, partial(_draw_apartment, kinds.get(context.vocabulary.language, ("Apt", "Suite")))
    )


def _draw_apartment(kinds: tuple[str, str], word: int) -> str:
    return f"{kinds[word & 1]} {(word >> 8) % 420 + 1}"


def provide_address(context: FieldContext, owner: str) -> Node | None:
    """All of an address on one line; street and number where there is no room for that."""
    facts = (
        build_street_fact(context, owner),
        build_door_fact(owner),
        build_place_fact(context, owner),
    )
    return build_text_view(
        context,
        partial(
            _show_one_line,
            _choose_street_format(context),
            list_postcode_endings(list_localities(context.vocabulary)[0]),
        ),
        *facts,
    ) or provide_street_address(context, owner)


def _show_one_line(
    show_street_line: Callable[[int, str, int], str],
    endings: PostcodeEndings,
    word: int,
    *facts: Any,
) -> str:
    street, door, place = facts
    line, code = show_street_line(word, street, door), _show_postcode(endings, word, place, door)
    match place.country.alpha2:
        case "JP":
            return f"〒{code} {place[1]}{place[0]}{line}"
        case "US" | "AU" | "CA":
            return f"{line}, {place[0]}, {place[2]} {code}"
        case "GB":
            return f"{line}, {place[0]} {code}"
        case _:
            return f"{line}, {code} {place[0]}"


def provide_degrees(axis: int, context: FieldContext, owner: str) -> Node | None:
    """Latitude or longitude (*axis*: where it stands in a place) of a point in the city, as a float or a Decimal."""
    found = [
        (place.latitude, place.longitude)[axis - LATITUDE]
        for place in list_localities(context.vocabulary)
    ]
    ends = [
        (min(found) - MAX_CITY_OFFSET) / DEGREE_PARTS,
        (max(found) + MAX_CITY_OFFSET) / DEGREE_PARTS,
    ]
    if not all(
        is_valid_number(Decimal(str(end)).quantize(Decimal("1.0001")), context.constraints)
        for end in ends
    ):
        return None
    if context.kind == "float":
        return FactView(partial(show_degrees, axis), (build_place_fact(context, owner),))
    return FactView(
        partial(_show_exact_degrees, axis), (build_place_fact(context, owner),), json=str
    )


def show_degrees(axis: int, word: int, place: Any) -> float:
    """A point of *place* in degrees."""
    return (place[axis] + (word >> 8) % (2 * MAX_CITY_OFFSET) - MAX_CITY_OFFSET) / DEGREE_PARTS  # type: ignore[no-any-return]


def _show_exact_degrees(axis: int, word: int, place: Any) -> Decimal:
    return Decimal(place[axis] + (word >> 8) % (2 * MAX_CITY_OFFSET) - MAX_CITY_OFFSET).scaleb(-4)


def provide_any_country(context: FieldContext, owner: str) -> Node | None:
    """A country of the world: where a thing comes from."""
    names = tuple(each.english_name for each in COUNTRIES.values())
    local = (
        names
        if context.vocabulary.language == "en"
        else tuple(dict.fromkeys(context.vocabulary.draw_pool("country", 128)))
    )
    return text.build_text_pool(local, context.constraints) or text.build_text_pool(
        tuple(COUNTRIES), context.constraints
    )


def provide_any_country_code(context: FieldContext, owner: str) -> Node | None:
    """The code of a country of the world."""
    return text.build_text_pool(tuple(COUNTRIES), context.constraints) or text.build_text_pool(
        tuple(each.alpha3 for each in COUNTRIES.values()), context.constraints
    )


def provide_any_currency(context: FieldContext, owner: str) -> Node | None:
    """The code of a currency of the world."""
    return text.build_text_pool(
        tuple(dict.fromkeys(each.currency for each in COUNTRIES.values())), context.constraints
    )


def provide_any_timezone(context: FieldContext, owner: str) -> Node | None:
    """A time zone of the world."""
    return text.build_text_pool(
        tuple(each.timezone for each in COUNTRIES.values()), context.constraints
    )


def provide_locale(context: FieldContext, owner: str) -> Node | None:
    """A locale, most often that of the data; with no room for the country, a language."""
    own = context.vocabulary.locale
    others = (
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
    listed = (*[own] * 30, *others)
    dashed = tuple(each.replace("_", "-") for each in listed)
    return (
        text.build_text_pool(listed, context.constraints)
        or text.build_text_pool(dashed, context.constraints)
        or provide_language(context, owner)
    )


def provide_language(context: FieldContext, owner: str) -> Node | None:
    """The code of a language [ISO 639-1], most often that of the data."""
    codes = (
        *[context.vocabulary.language] * 30,
        "en",
        "de",
        "fr",
        "es",
        "it",
        "sv",
        "ja",
        "pt",
        "nl",
        "pl",
    )
    return text.build_text_pool(codes, context.constraints) or text.build_text_pool(
        ("eng", "deu", "fra", "spa", "swe", "jpn"), context.constraints
    )


def draw_venue(word: int) -> str:
    """A place where people meet."""
    kinds = (
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
    return f"{ADJECTIVES[(word >> 8) % len(ADJECTIVES)].capitalize()} {kinds[word % len(kinds)]}"


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
        "country_of_origin made_in nationality citizenship manufactured_in country_of_birth",
        "str",
        provide_any_country,
    ),
    ("origin_country nationality_code", "str", provide_any_country_code),
    (
        "phone_prefix phone_code dial_code dialing_code calling_code country_calling_code phone_country_code",
        "str",
        provide_dial_code,
    ),
    ("street_name road", "str", provide_street_name),
    (
        "street street_address address_line1 address_line_1 address_line address1 street1 line1 line_1 addr1",
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
        make_choice_provider(
            "Africa", "Antarctica", "Asia", "Europe", "North America", "Oceania", "South America"
        ),
    ),
)
"""Names of fields and kinds of value, and who serves them."""
