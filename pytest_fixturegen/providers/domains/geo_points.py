"""Points of the earth: latitude, longitude, geometries, boxes and codes of one place agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from pytest_fixturegen.nodes import Fact, FactView, Integer, Node, Outer, ToJson, Tuple
from pytest_fixturegen.providers.fact_fields import build_text_view, get_json_converter
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.place_facts import DEGREE_PARTS, Locality, build_place_fact
from pytest_fixturegen.providers.place_pins import make_point_pin
from pytest_fixturegen.providers.quantity import is_valid_number
from pytest_fixturegen.streams import WORD_MASK

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

PLACE_AXES = (7, 8)
"""The places of latitude and longitude in a :class:`Locality`."""

MAX_OFFSET = 600
"""The greatest distance of a point from the middle of its city, in 1/10,000 degree."""

POINT_NOUNS = frozenset("geometry point coordinates geo geo_point position geo_json".split())
"""Classes that say where the record around them is."""

GEOHASH_CHARS = "0123456789bcdefghjkmnpqrstuvwxyz"
PLUS_CHARS = "23456789CFGHJMPQRVWX"


def _show_point(
    word: int,
    place: Locality,
    offset: int,
) -> Point:
    """Return a point in *place*."""
    span = 2 * MAX_OFFSET
    north, east = offset % span - MAX_OFFSET, (offset >> 24) % span - MAX_OFFSET
    return (
        (place.latitude + north) / DEGREE_PARTS,
        (place.longitude + east) / DEGREE_PARTS,
    )


def _list_point_facts(context: FieldContext) -> tuple[Fact, Fact]:
    """Return the facts of the point: the record's city, and how far it is from its middle."""
    return build_place_fact(context, ""), Fact("point offset", Integer(0, WORD_MASK))


def build_point_fact(context: FieldContext) -> Fact:
    """Return the fact of the point of the record, for which a geometry in it asks."""
    return Fact("point", FactView(_show_point, _list_point_facts(context)))


def _build_view(
    context: FieldContext,
    show: Callable[[Point], Any],
    json: ToJson | None = None,
) -> FactView:
    """Return a view of the point of the record, or of the record around a geometry."""
    if context.record.model in POINT_NOUNS:
        own = build_point_fact(context)
        fact = Fact("outer point", Outer(own.name, own.node))
        return FactView(
            lambda word, point: show(point),
            (fact,),
            json,
        )
    facts = _list_point_facts(context)
    return FactView(
        lambda word, *parts: show(_show_point(word, *parts)),
        facts,
        json,
    )


def _provide_degrees(
    axis: int,
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of one coordinate of the point."""
    if context.kind not in ("float", "decimal") or owner:
        return None
    if not is_valid_number(Decimal("179.9999" if axis else "89.9999"), context.constraints):
        return None
    convert: Callable[[float], Any] = _to_exact if context.kind == "decimal" else float
    to_json = get_json_converter(context.kind)
    view = _build_view(
        context,
        lambda point: convert(point[axis]),
        to_json,
    )
    if context.record.model in POINT_NOUNS:
        return view
    return replace(view, pin=make_point_pin(context, PLACE_AXES[axis]))


def _to_exact(degrees: float) -> Decimal:
    return Decimal(f"{degrees:.4f}")


provide_point_latitude = partial(_provide_degrees, 0)
provide_point_longitude = partial(_provide_degrees, 1)


def _provide_code(
    encode: Callable[[Point], str],
    context: FieldContext,
    owner: str,
) -> Node | None:
    """Return the node of the code that *encode* makes of the place of the record."""
    if context.kind != "str":
        return None
    view = _build_view(context, encode)
    return build_text_view(context, view.show, *view.facts)


def encode_geohash(point: Point, length: int = 9) -> str:
    """Return the geohash of *point* [Niemeyer, 2008]."""
    ranges = ([-90.0, 90.0], [-180.0, 180.0])
    number, chars = 0, []
    for step in range(length * 5):
        bounds, value = ranges[(step + 1) % 2], point[(step + 1) % 2]
        middle = sum(bounds) / 2
        is_upper = value >= middle
        bounds[0 if is_upper else 1] = middle
        number = number * 2 + is_upper
        if step % 5 == 4:
            chars.append(GEOHASH_CHARS[number])
            number = 0
    return "".join(chars)


def encode_plus_code(point: Point) -> str:
    """Return the plus code of *point* with ten digits [Open Location Code]."""
    north, east = int((point[0] + 90) * 8000), int((point[1] + 180) * 8000)
    pairs = []
    for _ in range(5):
        north, row = divmod(north, 20)
        east, column = divmod(east, 20)
        pairs.append(PLUS_CHARS[row] + PLUS_CHARS[column])
    code = "".join(reversed(pairs))
    return f"{code[:8]}+{code[8:]}"


def format_wkt(point: Point) -> str:
    """Return *point* as well-known text [OGC 06-103r4]: longitude before latitude."""
    return f"POINT({point[1]:.4f} {point[0]:.4f})"


def format_pair(point: Point) -> str:
    """Return *point* as people write it: latitude before longitude."""
    return f"{point[0]:.4f}, {point[1]:.4f}"


provide_geohash = partial(_provide_code, encode_geohash)
provide_plus_code = partial(_provide_code, encode_plus_code)
provide_wkt = partial(_provide_code, format_wkt)
provide_pair = partial(_provide_code, format_pair)


def build_position(context: FieldContext, count: int) -> Node:
    """Return the node of a position [RFC 7946 3.1.1]: longitude, latitude, and a height."""
    axes = [_build_view(context, lambda point: point[1])]
    axes.append(_build_view(context, lambda point: point[0]))
    heights: Sequence[Node] = [Integer(0, 900)] * (count - 2)
    return Tuple((*axes, *heights))


def build_box(context: FieldContext) -> Node:
    """Return the node of a box around the point: west, south, east, north [RFC 7946 5]."""
    corners = (
        (1, -0.05),
        (0, -0.03),
        (1, 0.05),
        (0, 0.03),
    )
    return Tuple(tuple(_build_view(context, partial(_show_edge, *corner)) for corner in corners))


def _show_edge(
    axis: int,
    distance: float,
    point: Point,
) -> float:
    """Return an edge of the box around *point*, which is *distance* degrees away."""
    return round(point[axis] + distance, 4)


OFFSETS = {
    zone: offset
    for offset, zones in {
        "-08:00": "America/Los_Angeles America/Vancouver America/Tijuana",
        "-07:00": "America/Denver America/Phoenix America/Boise America/Edmonton",
        "-06:00": "America/Chicago America/Mexico_City America/Winnipeg America/Costa_Rica",
        "-05:00": "America/New_York America/Detroit America/Toronto America/Bogota America/Lima "
        "America/Indiana/Indianapolis America/Kentucky/Louisville",
        "-03:00": "America/Sao_Paulo America/Argentina/Buenos_Aires America/Santiago",
        "+00:00": "Europe/London Europe/Dublin Europe/Lisbon Africa/Casablanca UTC",
        "+02:00": "Europe/Helsinki Europe/Athens Europe/Kyiv Africa/Cairo Africa/Johannesburg",
        "+03:00": "Europe/Istanbul Europe/Moscow Africa/Nairobi Asia/Riyadh",
        "+05:30": "Asia/Kolkata",
        "+08:00": "Asia/Shanghai Asia/Singapore Asia/Manila Australia/Perth Asia/Hong_Kong",
        "+09:00": "Asia/Tokyo Asia/Seoul",
        "+10:00": "Australia/Sydney Australia/Melbourne Australia/Brisbane",
        "+12:00": "Pacific/Auckland",
        "-10:00": "Pacific/Honolulu",
        "-09:00": "America/Anchorage",
    }.items()
    for zone in zones.split()
}
"""Distances from UTC in winter, by time zone."""


def provide_utc_offset(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the distance of the city's time from UTC."""
    if context.kind != "str":
        return None
    return build_text_view(context, _show_offset, build_place_fact(context, owner))


def _show_offset(word: int, place: Locality) -> str:
    """Return the offset from UTC of the timezone of *place*."""
    usual = "+01:00" if place.timezone.startswith("Europe") else "+00:00"
    return OFFSETS.get(place.timezone, usual)
