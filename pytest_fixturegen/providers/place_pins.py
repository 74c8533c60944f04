"""The places that fixed cities, countries, postal codes and coordinates belong to.

A fixed value that no city of the locale's country has may belong to another country.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

from pytest_fixturegen.nodes import FactPin, Integer, Node
from pytest_fixturegen.providers.data.cities import CITIES
from pytest_fixturegen.providers.data.countries import (
    CALLING_CODES,
    COUNTRIES,
    CURRENCY_NAMES,
    CURRENCY_SYMBOLS,
    Country,
)
from pytest_fixturegen.providers.data.world_cities import (
    CANADIAN_CITIES,
    LOCAL_CITY_NAMES,
    OTHER_COUNTRY_NAMES,
    WORLD_CITIES,
)
from pytest_fixturegen.providers.fact_pins import (
    PinnedNodes,
    build_choice,
    is_same_text,
    list_options,
    read_number,
    read_text,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.place_facts import (
    DEGREE_PARTS,
    Locality,
    list_localities,
    list_postcode_endings,
    parse_degree_parts,
    parse_locality,
)

Matcher = Callable[[Any, Locality], bool]
"""Returns whether a fixed value belongs to a city."""

Adapter = Callable[[Any, Locality], Locality]
"""Returns a city with a fixed value that no known city has."""

COUNTRY_ORDER, STATE_ORDER, CITY_ORDER, POINT_ORDER, PHONE_ORDER = range(5)
"""A fixed country goes before a fixed city, and so on: each limits the places that are left."""

POINT_TOLERANCE = 1000
"""Most distance of a fixed coordinate from its city, in ten-thousandths of a degree."""


@lru_cache(maxsize=1)
def list_world_localities() -> tuple[Locality, ...]:
    """Return cities of every country in :data:`COUNTRIES`."""
    tables = {**CITIES, "CA": CANADIAN_CITIES}
    localities = [
        parse_locality(row, COUNTRIES[alpha2])
        for alpha2, rows in tables.items()
        for row in rows.splitlines()
    ]
    for alpha2, (digits, rows) in WORLD_CITIES.items():
        localities += [_parse_world_city(row, digits, COUNTRIES[alpha2]) for row in rows.split(";")]
    return tuple(localities)


def _parse_world_city(
    row: str,
    digits: int,
    country: Country,
) -> Locality:
    """Return the locality of one *row* of a country whose postal codes have *digits* digits."""
    city, state, prefix, latitude, longitude = row.split("|")
    return Locality(
        city=city,
        state=state,
        state_code=state[:2].upper(),
        postcode_prefix=prefix,
        postcode_digits=max(digits - len(prefix), 0),
        postcode_letters=0,
        area_code="",
        latitude=parse_degree_parts(latitude),
        longitude=parse_degree_parts(longitude),
        timezone=country.timezone,
        country=country,
    )


def make_place_pin(
    context: FieldContext,
    matches: Matcher,
    order: int,
    adapt: Adapter | None = None,
) -> FactPin:
    """Return the pin of a view of a city to which a value belongs if it *matches*.

    Cities of the locale's country come before those of other countries. If no city matches, *adapt*
    changes those that are left.
    """
    home = list_localities(context.vocabulary)
    return FactPin(
        _keep_value,
        partial(_find_places, home, matches, adapt),
        order,
    )


def _keep_value(value: Any) -> Any:
    return value


def _find_places(
    home: Sequence[Locality],
    matches: Matcher,
    adapt: Adapter | None,
    value: Any,
    node: Node,
) -> PinnedNodes | None:
    """Return the node of the places to which *value* belongs; None if there are none."""
    options = list_options(node)
    found = [place for place in options if matches(value, place)]
    if not found and options is home:
        found = [place for place in list_world_localities() if matches(value, place)]
    if not found and adapt is not None and read_text(value):
        found = [adapt(value, place) for place in options]
    return (build_choice(found),) if found else None


def make_city_pin(context: FieldContext) -> FactPin:
    """Return the pin of a city."""
    return make_place_pin(context, _is_city, CITY_ORDER, _rename_city)


def _is_city(value: Any, place: Locality) -> bool:
    """Return whether *value* names the city of *place*, in English or as locals call it."""
    text = read_text(value)
    local_name = LOCAL_CITY_NAMES.get(text.casefold(), text)
    return is_same_text(text, place.city) or local_name == place.city


def _rename_city(value: Any, place: Locality) -> Locality:
    """Return *place* with the city that the user fixed."""
    return place._replace(city=read_text(value))


def make_state_pin(context: FieldContext) -> FactPin:
    """Return the pin of a state, by its name or its code."""
    return make_place_pin(context, _is_state, STATE_ORDER, _rename_state)


def _is_state(value: Any, place: Locality) -> bool:
    """Return whether *value* is the state of *place* or its code."""
    return is_same_text(value, place.state) or is_same_text(value, place.state_code)


def _rename_state(value: Any, place: Locality) -> Locality:
    """Return *place* with the state *value*: a text of up to three letters is a code."""
    text = read_text(value)
    if len(text) <= 3:
        return place._replace(state_code=text)
    return place._replace(
        state=text,
        state_code=text[:2].upper(),
    )


def make_country_pin(context: FieldContext) -> FactPin:
    """Return the pin of a country, by one of its names or codes."""
    return make_place_pin(context, _is_country, COUNTRY_ORDER)


def _is_country(value: Any, place: Locality) -> bool:
    """Return whether *value* is a name or a code of the country of *place*."""
    text = read_text(value)
    country = place.country
    known = OTHER_COUNTRY_NAMES.get(text.casefold())
    return known == country.alpha2 or any(is_same_text(text, name) for name in country[:4])


def make_currency_pin(context: FieldContext) -> FactPin:
    """Return the pin of a currency, by its code, its symbol or its name."""
    return make_place_pin(context, _is_currency, COUNTRY_ORDER)


def _is_currency(value: Any, place: Locality) -> bool:
    """Return whether *value* is the currency of *place*, by its code, symbol or name."""
    code = place.country.currency
    names = (
        code,
        CURRENCY_SYMBOLS.get(code, code),
        CURRENCY_NAMES.get(code, code),
    )
    return any(is_same_text(value, name) for name in names)


def make_timezone_pin(context: FieldContext) -> FactPin:
    """Return the pin of a time zone."""
    return make_place_pin(context, _is_timezone, STATE_ORDER, _move_timezone)


def _is_timezone(value: Any, place: Locality) -> bool:
    return is_same_text(str(value), place.timezone)


def _move_timezone(value: Any, place: Locality) -> Locality:
    return place._replace(timezone=read_text(value))


def make_region_pin(context: FieldContext) -> FactPin:
    """Return the pin of a text with a city and its state."""
    return make_place_pin(context, _is_region, CITY_ORDER)


def _is_region(value: Any, place: Locality) -> bool:
    """Return whether *value*, such as "Graz, Styria", is where *place* is."""
    city, _, rest = read_text(value).partition(",")
    regions = (
        place.state,
        place.state_code,
        *place.country[:4],
    )
    in_region = not rest or any(is_same_text(rest, region) for region in regions)
    return _is_city(city, place) and in_region


def make_dial_code_pin(context: FieldContext) -> FactPin:
    """Return the pin of a dialling code such as +47."""
    return make_place_pin(context, _has_dial_code, COUNTRY_ORDER)


def _has_dial_code(value: Any, place: Locality) -> bool:
    """Return whether *value* is the calling code of the country of *place*."""
    return str(value).strip().lstrip("+0") == CALLING_CODES[place.country.alpha2]


def make_point_pin(context: FieldContext, axis: int) -> FactPin:
    """Return the pin of a latitude or a longitude: *axis* is its index in a place."""
    return make_place_pin(context, partial(_is_near, axis), POINT_ORDER)


def _is_near(
    axis: int,
    value: Any,
    place: Locality,
) -> bool:
    """Return whether *value* is about the latitude or longitude of *place*."""
    degrees = read_number(value)
    if degrees is None:
        return False
    middle: Any = place[axis]
    return bool(abs(degrees * DEGREE_PARTS - middle) <= POINT_TOLERANCE)


def make_phone_pin(context: FieldContext) -> FactPin:
    """Return the pin of a telephone number that begins with the code of a country."""
    home = list_localities(context.vocabulary)

    def find_places(digits: str, node: Node) -> PinnedNodes | None:
        """Return the node of places with the area code of the number, else of its country."""
        by_area = _find_places(home, _has_area_code, None, digits, node)
        return by_area or _find_places(home, _has_country_code, None, digits, node)

    return FactPin(_read_phone, find_places, PHONE_ORDER)


def _read_phone(value: Any) -> str:
    """Return the digits of a number that begins with the code of a country, else ""."""
    text = str(value).strip()
    return "".join(filter(str.isdigit, text)) if text.startswith("+") else ""


def _has_area_code(digits: str, place: Locality) -> bool:
    """Return whether *digits* begin with the area code of *place*."""
    code = CALLING_CODES[place.country.alpha2] + place.area_code
    return bool(place.area_code) and digits.startswith(code)


def _has_country_code(digits: str, place: Locality) -> bool:
    """Return whether *digits* begin with the calling code of *place*, and no longer one."""
    code = CALLING_CODES[place.country.alpha2]
    longer = (other for other in CALLING_CODES.values() if len(other) > len(code))
    return digits.startswith(code) and not digits.startswith(tuple(longer))


def _find_postcode(
    text: str,
    place_node: Node,
    door_node: Node,
) -> PinnedNodes | None:
    """Return the nodes of places with the beginning of a postal code, and of doors with its end."""
    places = [
        place
        for place in list_options(place_node)
        if place.postcode_prefix and text.startswith(place.postcode_prefix)
    ]
    if not places:
        return None
    longest = max(len(place.postcode_prefix) for place in places)
    nearest = [place for place in places if len(place.postcode_prefix) == longest]
    return build_choice(nearest), _find_door(text[longest:], nearest[0], door_node)


def _find_door(
    ending: str,
    place: Locality,
    node: Node,
) -> Node | None:
    """Return the node of the doors whose postal code has *ending*; None if there are none."""
    endings = list_postcode_endings(place)
    if ending not in endings or not isinstance(node, Integer):
        return None
    index, count = endings.index(ending), len(endings)
    low, end = (-(-(step << 32) // count) for step in (index, index + 1))
    return Integer(low, end - 1)


POSTCODE_PIN = FactPin(read_text, _find_postcode, POINT_ORDER)
