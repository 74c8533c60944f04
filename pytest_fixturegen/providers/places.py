"""Places: addresses whose city lies in their country, and all else that is said of where something is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import Node, View
from pytest_fixturegen.providers import text
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.country_tables import COUNTRIES, CURRENCIES, DIALS, SYMBOLS
from pytest_fixturegen.providers.place_facts import GRID, Place, door_fact, place_fact, places, street_fact, streets
from pytest_fixturegen.providers.prose_words import ADJECTIVES
from pytest_fixturegen.providers.quantity import keeps_number
from pytest_fixturegen.providers.views import Named, Table, drawing, drawn, first, owned, picked, shown, table, told

NUMBER_FIRST = frozenset({"en", "fr"})
"""Languages in which the number of a house goes before the street."""

LATITUDE, LONGITUDE = 7, 8

CODE_LETTERS = "ABDEFGHJLNPQRSTUWXY"
NEAR = 800
"""How far from the middle of its city a place lies at most, in ten-thousandths of a degree."""


def of_place(show: Callable[[Place], str]) -> Named:
    """A provider that shows something of the place."""
    return lambda ask, whose: told(ask, lambda word, place: show(place), place_fact(ask, whose))


def first_that_fits(*serving: Named) -> Named:
    """A provider that is the first of *serving* that can serve."""
    return lambda ask, whose: first(serve(ask, whose) for serve in serving)


def country_name(ask: Ask, whose: str) -> Node | None:
    """What the country calls itself, or English does where that is the language."""
    return of_place(lambda place: place.country[2 if ask.words.language == "en" else 3])(ask, whose)


city = of_place(lambda place: place[0])


def at_end(which: int, ask: Ask, whose: str) -> Node | None:
    """The city at which a journey begins, or another one, at which it ends."""
    cities = tuple(dict.fromkeys(place[0] for place in places(ask.words)))
    start = place_fact(ask, owned(whose, "origin"))
    if which == 0 or len(cities) == 1:
        return told(ask, lambda word, place: place[0], start)

    def show(word: int, here: Place, there: Place) -> str:
        return there[0] if there[0] != here[0] else cities[(cities.index(here[0]) + 1) % len(cities)]

    sizes = (min(map(len, cities)), max(map(len, cities)))
    return shown(ask, show, start, place_fact(ask, owned(whose, "destination")), lengths=sizes)


state_code = of_place(lambda place: place[2])
state = first_that_fits(of_place(lambda place: place[1]), state_code)
alpha2 = of_place(lambda place: place[10][0])
alpha3 = of_place(lambda place: place[10][1])
country_code = first_that_fits(alpha2, alpha3)
country = first_that_fits(country_name, country_code)
dial = of_place(lambda place: f"+{DIALS[place[10][0]]}")
zone = of_place(lambda place: place[9])
currency = of_place(lambda place: place[10][4])
currency_symbol = of_place(lambda place: SYMBOLS.get(place[10][4], place[10][4]))
currency_name = of_place(lambda place: CURRENCIES.get(place[10][4], place[10][4]))
region = of_place(lambda place: f"{place[0]}, {place[1]}")


Ends = tuple[str, ...]


@lru_cache(maxsize=32)
def ends_of(place: Place) -> Ends:
    """All that can follow the beginning of a postal code of the place."""
    digits = [f"{number:0{place.digits}}" for number in range(10**place.digits)] if place.digits else [""]
    letters = [one + two for one in CODE_LETTERS for two in CODE_LETTERS] if place.letters else [""]
    return tuple(first + last for first in digits for last in letters)


def postcode(ask: Ask, whose: str) -> Node | None:
    """A postal code that begins as those of the city do."""
    ends, starts = ends_of(places(ask.words)[0]), {len(place.start) for place in places(ask.words)}
    sizes = (min(starts) + len(ends[0]), max(starts) + len(ends[0]))
    return shown(ask, partial(_postcode, ends), place_fact(ask, whose), door_fact(whose), lengths=sizes)


def _postcode(ends: Ends, word: int, place: Place, door: int) -> str:
    return place[3] + ends[door * len(ends) >> 32]


NUMBERS = tuple(str(1 + step) if step < 99 or step % 3 else str(100 + step * 7 % 800) for step in range(256))
"""Numbers of houses: low ones more often."""


def house_number(ask: Ask, whose: str) -> Node | None:
    """The number of the house, as text."""
    return shown(ask, _number, door_fact(whose), lengths=(1, 3))


def _number(word: int, door: int) -> str:
    return NUMBERS[door & 255]


def street_name(ask: Ask, whose: str) -> Node | None:
    """The name of the street alone."""
    return told(ask, _street, street_fact(ask, whose))


def _street(word: int, street: str) -> str:
    return street


def street_address(ask: Ask, whose: str) -> Node | None:
    """Street and number, in the order of the language."""
    sizes = [len(street) for street in streets(ask.words)]
    return shown(ask, _door_in(ask), street_fact(ask, whose), door_fact(whose), lengths=(min(sizes) + 2, max(sizes) + 7))


def _door_in(ask: Ask) -> Callable[[int, str, int], str]:
    language = ask.words.language
    if language == "ja":
        return _quarter
    return _number_first if language in NUMBER_FIRST else _number_last


def _number_first(word: int, street: str, door: int) -> str:
    return f"{NUMBERS[door & 255]} {street}"


def _number_last(word: int, street: str, door: int) -> str:
    return f"{street} {NUMBERS[door & 255]}"


def _quarter(word: int, street: str, door: int) -> str:
    return f"{street}{door % 8 + 1}-{(door >> 8) % 30 + 1}-{(door >> 16) % 20 + 1}"


def second_line(ask: Ask, whose: str) -> Node | None:
    """A flat, a floor."""
    kinds = {"de": ("Whg.", "Etage"), "sv": ("lgh", "tr"), "fr": ("Appt", "Bât."), "ja": ("号室", "階")}
    return drawn(ask, partial(_flat, kinds.get(ask.words.language, ("Apt", "Suite"))))


def _flat(kinds: tuple[str, str], word: int) -> str:
    return f"{kinds[word & 1]} {(word >> 8) % 420 + 1}"


def address(ask: Ask, whose: str) -> Node | None:
    """All of an address on one line; street and number where there is no room for that."""
    facts = street_fact(ask, whose), door_fact(whose), place_fact(ask, whose)
    return shown(ask, partial(_one_line, _door_in(ask), ends_of(places(ask.words)[0])), *facts) or street_address(ask, whose)


def _one_line(lines: Callable[[int, str, int], str], ends: Ends, word: int, *facts: Any) -> str:
    street, door, place = facts
    line, code = lines(word, street, door), _postcode(ends, word, place, door)
    match place.country.alpha2:
        case "JP":
            return f"〒{code} {place[1]}{place[0]}{line}"
        case "US" | "AU" | "CA":
            return f"{line}, {place[0]}, {place[2]} {code}"
        case "GB":
            return f"{line}, {place[0]} {code}"
        case _:
            return f"{line}, {code} {place[0]}"


def degrees(axis: int, ask: Ask, whose: str) -> Node | None:
    """Latitude or longitude (*axis*: where it stands in a place) of a point in the city, as a float or a Decimal."""
    found = [(place.latitude, place.longitude)[axis - LATITUDE] for place in places(ask.words)]
    ends = [(min(found) - NEAR) / GRID, (max(found) + NEAR) / GRID]
    if not all(keeps_number(Decimal(str(end)).quantize(Decimal("1.0001")), ask.rules) for end in ends):
        return None
    if ask.kind == "float":
        return View(partial(shown_degrees, axis), (place_fact(ask, whose),))
    return View(partial(_exact_degrees, axis), (place_fact(ask, whose),), json=str)


def shown_degrees(axis: int, word: int, place: Any) -> float:
    """A point of *place* in degrees."""
    return (place[axis] + (word >> 8) % (2 * NEAR) - NEAR) / GRID  # type: ignore[no-any-return]


def _exact_degrees(axis: int, word: int, place: Any) -> Decimal:
    return Decimal(place[axis] + (word >> 8) % (2 * NEAR) - NEAR).scaleb(-4)


def anywhere(ask: Ask, whose: str) -> Node | None:
    """A country of the world: where a thing comes from."""
    names = tuple(each.english for each in COUNTRIES.values())
    local = names if ask.words.language == "en" else tuple(dict.fromkeys(ask.words.pool("country", 128)))
    return text.pool(local, ask.rules) or text.pool(tuple(COUNTRIES), ask.rules)


def world_code(ask: Ask, whose: str) -> Node | None:
    """The code of a country of the world."""
    return text.pool(tuple(COUNTRIES), ask.rules) or text.pool(tuple(each.alpha3 for each in COUNTRIES.values()), ask.rules)


def world_currency(ask: Ask, whose: str) -> Node | None:
    """The code of a currency of the world."""
    return text.pool(tuple(dict.fromkeys(each.currency for each in COUNTRIES.values())), ask.rules)


def world_zone(ask: Ask, whose: str) -> Node | None:
    """A time zone of the world."""
    return text.pool(tuple(each.zone for each in COUNTRIES.values()), ask.rules)


def locale(ask: Ask, whose: str) -> Node | None:
    """A locale, most often that of the data; with no room for the country, a language."""
    own = ask.words.locale
    others = ("en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "sv_SE", "ja_JP", "pt_BR", "it_IT", "nl_NL")
    listed = (*[own] * 30, *others)
    dashed = tuple(each.replace("_", "-") for each in listed)
    return text.pool(listed, ask.rules) or text.pool(dashed, ask.rules) or language(ask, whose)


def language(ask: Ask, whose: str) -> Node | None:
    """The code of a language [ISO 639-1], most often that of the data."""
    codes = (*[ask.words.language] * 30, "en", "de", "fr", "es", "it", "sv", "ja", "pt", "nl", "pl")
    return text.pool(codes, ask.rules) or text.pool(("eng", "deu", "fra", "spa", "swe", "jpn"), ask.rules)


def venue(word: int) -> str:
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


NAMES: Table = table(
    ("city town hometown municipality city_name locality birthplace birth_place place_of_birth", "str", city),
    ("origin departure_city departure_airport_city", "str", partial(at_end, 0)),
    ("destination arrival_city arrival_airport_city", "str", partial(at_end, 1)),
    ("state province region county state_name prefecture state_province state_or_province", "str", state),
    ("state_code province_code region_code state_abbr", "str", state_code),
    ("postal_code postcode zip zip_code zipcode post_code postalcode plz", "str", postcode),
    ("country country_name", "str", country),
    ("country_code country_iso iso_country country_alpha2 country_iso2", "str", country_code),
    ("country_alpha3 country_iso3", "str", alpha3),
    ("country_of_origin made_in nationality citizenship manufactured_in country_of_birth", "str", anywhere),
    ("origin_country nationality_code", "str", world_code),
    ("phone_prefix phone_code dial_code dialing_code calling_code country_calling_code phone_country_code", "str", dial),
    ("street_name road", "str", street_name),
    (
        "street street_address address_line1 address_line_1 address_line address1 street1 line1 line_1 addr1",
        "str",
        street_address,
    ),
    ("address_line2 address_line_2 address2 street2 line2 line_2 apartment unit_number suite", "str", second_line),
    ("house_number street_number building_number", "str", house_number),
    ("address full_address postal_address mailing_address formatted_address location_address", "str", address),
    ("location", "str", region),
    ("venue venue_name", "str", drawing(venue)),
    ("latitude lat", "float decimal", partial(degrees, LATITUDE)),
    ("longitude lng lon long", "float decimal", partial(degrees, LONGITUDE)),
    ("timezone time_zone tz tz_name timezone_name", "str", zone),
    ("currency currency_code currency_iso", "str", currency),
    ("currency_symbol", "str", currency_symbol),
    ("currency_name", "str", currency_name),
    ("locale locale_code language_tag lang_code", "str", locale),
    ("language lang language_code preferred_language", "str", language),
    ("continent", "str", picked("Africa", "Antarctica", "Asia", "Europe", "North America", "Oceania", "South America")),
)
"""Names of fields and kinds of value, and who serves them."""
