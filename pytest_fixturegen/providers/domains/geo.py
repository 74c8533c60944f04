"""Geography: features, layers, reference systems, land use, terrain, routes."""

from __future__ import annotations

import math

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.geo_points import (
    provide_geohash,
    provide_pair,
    provide_plus_code,
    provide_point_latitude,
    provide_point_longitude,
    provide_utc_offset,
    provide_wkt,
)
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    Spec,
    also,
    code,
    drawn,
    drawn_items,
    make_code,
    merge,
    number,
    owned,
    provided,
    select,
    sentences,
    table,
    via,
    words,
)
from pytest_fixturegen.streams import mix_word

FEATURES = table(
    "feature",
    f"""
    osm_key feature_category poi_category place_category
      {owned("place poi feature amenity landmark", "category class")}
    | osm_value feature_type poi_type place_type amenity {owned("place poi feature", "type kind")}
    | poi_name landmark_name landmark feature_name place_name {owned("poi landmark place", "name")}
    """,
    """
    amenity  | restaurant     | Harbor Grill
    amenity  | cafe           | Corner Cafe
    amenity  | school         | Lincoln Elementary School
    amenity  | hospital       | Riverside General Hospital
    amenity  | library        | City Library
    amenity  | parking        | Market Street Parking
    place    | neighbourhood  | Old Town
    place    | village        | Millbrook
    place    | suburb         | Northgate
    tourism  | museum         | Museum of Natural History
    tourism  | hotel          | Grand Plaza Hotel
    tourism  | viewpoint      | Eagle Point
    leisure  | park           | Riverside Park
    leisure  | playground     | Maple Playground
    leisure  | sports_centre  | Eastside Sports Centre
    shop     | supermarket    | Green Valley Market
    shop     | bakery         | Main Street Bakery
    highway  | residential    | Oak Avenue
    highway  | bus_stop       | Central Station
    natural  | peak           | Granite Peak
    natural  | water          | Mirror Lake
    natural  | wood           | Pine Ridge Forest
    building | apartments     | Harbor View Apartments
    building | church         | St. Mary's Church
    historic | castle         | Castle Hill
    railway  | station        | Union Station
    office   | government     | Town Hall
    boundary | administrative | Jefferson County
    landuse  | industrial     | Southport Industrial Park
    """,
)

SYSTEMS = table(
    "crs",
    """
    srid epsg epsg_code spatial_reference
    | crs coordinate_system coordinate_reference_system srs crs_code
    | crs_name projection datum
    """,
    "4326 | EPSG:4326 | WGS 84\n" * 7
    + """
    3857  | EPSG:3857  | WGS 84 / Pseudo-Mercator
    3857  | EPSG:3857  | WGS 84 / Pseudo-Mercator
    25832 | EPSG:25832 | ETRS89 / UTM zone 32N
    4269  | EPSG:4269  | NAD83
    27700 | EPSG:27700 | OSGB36 / British National Grid
    """.lstrip(),
)


def draw_region(word: int) -> tuple[Cell, ...]:
    """Return how many people live in an area of a size."""
    area = round(dice.log_spaced(word, 1, 2, 900), 2)
    people = round(area * dice.log_spaced(word, 2, 30, 6000))
    density = round(people / area, 2)
    homes = round(people / dice.bell(word, 3, 2, 3))
    return people, area, round(area * 100, 1), density, homes, round(math.sqrt(area) * 4.4, 2)


REGION = drawn(
    "region",
    """
    population inhabitants population_count total_population pop resident_population
    | area_km2 area_sq_km surface_area_km2 land_area_km2 area_sqkm
    | area_hectares area_ha surface_ha
    | population_density density_per_km2 density pop_density | households household_count
    | perimeter_km boundary_length_km
    """,
    draw_region,
)

SPEEDS = {
    "walking": (4.2, 5.8),
    "cycling": (14, 22),
    "driving": (28, 72),
    "running": (8, 12),
    "hiking": (3, 4.5),
    "transit": (18, 32),
}
"""By mode of travel, kilometres an hour."""

MODES = (
    "walking",
    "walking",
    "cycling",
    "driving",
    "driving",
    "driving",
    "running",
    "transit",
    "hiking",
)

KM_PER_DEGREE = 111.2


def _find_start(word: int) -> tuple[float, float, float, float]:
    """Return where a route starts, its direction and its length in degrees."""
    latitude, longitude = dice.pick(word, 41, STARTS)
    shift = dice.bell(
        word,
        42,
        -0.05,
        0.05,
    )
    angle = 2 * math.pi * dice.share(word, 43)
    return latitude + shift, longitude - shift, angle, dice.log_spaced(word, 44, 0.012, 0.09)


STARTS = (
    *((40.7306, -73.9866), (51.5136, -0.1365), (48.8589, 2.3469), (52.5170, 13.3889)),
    *((59.3293, 18.0686), (41.8755, -87.6244), (47.3769, 8.5417), (37.7749, -122.4194)),
    *((45.4641, 9.1919), (55.6761, 12.5683), (43.6532, -79.3832), (35.6812, 139.7671)),
)


def _find_point(start: tuple[float, float, float, float], part: float) -> tuple[float, float]:
    """Return the point of a route after *part* of its length, on a slight curve."""
    latitude, longitude, angle, span = start
    bend = angle + 0.3 * math.sin(part * math.pi)
    north, east = span * part * math.cos(bend), span * part * math.sin(bend)
    stretch = max(0.2, math.cos(math.radians(latitude)))
    return round(latitude + north, 6), round(longitude + east / stretch, 6)


def draw_route(
    word: int,
    own: int,
    around: int,
    position: int,
) -> tuple[Cell, ...]:
    """Return a route: its ends, its length, and the time that its mode of travel takes."""
    start = _find_start(own)
    mode = dice.pick(word, 1, MODES)
    first, last = _find_point(start, 0), _find_point(start, 1)
    metres = start[3] * KM_PER_DEGREE * 1000
    distance = round(metres * dice.bell(word, 2, 1.12, 1.5))
    speed = dice.bell(
        word,
        3,
        *SPEEDS[mode],
    )
    seconds = round(distance / speed * 3.6)
    climb = round(distance * dice.tail(word, 4, 0.001, 0.05, 2))
    line = encode_polyline([_find_point(start, step / 8) for step in range(9)])
    kilometres, miles = round(distance / 1000, 2), round(distance / 1609.34, 2)
    descent = round(climb * dice.bell(word, 5, 0.6, 1.4))
    numbers = (
        distance,
        kilometres,
        miles,
        seconds,
        round(seconds / 60),
        round(seconds / 3600, 2),
    )
    name = f"{dice.pick(word, 6, ROUTE_STARTS)} {dice.pick(word, 7, ROUTE_ENDS)}"
    return (
        mode,
        *first,
        *last,
        *numbers,
        climb,
        descent,
        round(speed, 1),
        line,
        name,
    )


ROUTE_STARTS = "Riverside|Old Town|Lakeside|Harbor|Forest|Hilltop|Canal|City|Valley|North".split(
    "|"
)
ROUTE_ENDS = "Loop|Trail|Circuit|Route|Path|Ring|Crossing|Way".split("|")


def encode_polyline(points: list[tuple[float, float]]) -> str:
    """Return *points* as an encoded polyline [Google, Encoded Polyline Algorithm Format]."""
    chars: list[str] = []
    last = (0, 0)
    for point in points:
        scaled = (round(point[0] * 1e5), round(point[1] * 1e5))
        for value, before in zip(scaled, last, strict=True):
            chars.append(_encode_number(value - before))
        last = scaled
    return "".join(chars)


def _encode_number(value: int) -> str:
    """Return *value* as characters of an encoded polyline."""
    left = ~(value << 1) if value < 0 else value << 1
    chars = []
    while left >= 0x20:
        chars.append(chr((0x20 | (left & 0x1F)) + 63))
        left >>= 5
    return "".join((*chars, chr(left + 63)))


ROUTE = drawn_items(
    "route",
    f"""
    travel_mode mode_of_travel route_mode transport_mode mode route_type
    | start_lat start_latitude origin_lat from_lat origin_latitude
    | start_lng start_lon start_longitude origin_lng origin_lon from_lng from_lon origin_longitude
    | end_lat end_latitude destination_lat dest_lat to_lat destination_latitude
    | end_lng end_lon end_longitude destination_lng destination_lon dest_lng to_lng to_lon
      destination_longitude
    | distance_m distance_meters total_distance_m length_m route_length_m
    | distance_km total_distance_km length_km route_length_km distance
    | distance_miles distance_mi length_miles
    | duration_s duration_seconds travel_time_s total_duration_s duration
    | duration_minutes travel_time_minutes duration_min travel_time_min estimated_time_minutes
    | duration_hours travel_time_hours estimated_time_hours estimated_hours
    | elevation_gain_m elevation_gain ascent_m total_ascent total_ascent_m climb_m
    | elevation_loss_m elevation_loss descent_m total_descent
    | average_speed_kmh avg_speed_kmh average_speed avg_speed
    | polyline encoded_polyline overview_polyline
    | route_name trail_name {owned("route trail track", "name title")}
    """,
    draw_route,
)


def draw_waypoint(
    word: int,
    own: int,
    around: int,
    position: int,
) -> tuple[Cell, ...]:
    """Return the point at a position of the route around it."""
    start = _find_start(around)
    latitude, longitude = _find_point(
        start,
        min(1.0, position / 7),
    )
    base = dice.tail(
        around,
        45,
        8,
        900,
        2,
    )
    height = round(base + 14 * math.sin(position + dice.share(around, 46) * 6), 1)
    error = round(dice.tail(word, 1, 2.5, 28, 2), 1)
    heading = round(math.degrees(start[2]) + dice.bell(word, 2, -25, 25)) % 360
    speed = round(dice.bell(around, 47, 1.1, 16) * dice.bell(word, 3, 0.8, 1.2), 1)
    return latitude, longitude, height, error, heading, speed, mix_word(word, 4) % 9 + 6


POINTS = "waypoint track_point trackpoint gps_point route_point location_point gps_fix point fix"

WAYPOINT = drawn_items(
    "waypoint",
    f"""
    {owned(POINTS, "latitude lat")} | {owned(POINTS, "longitude lon lng")}
    | {owned(POINTS, "altitude elevation altitude_m elevation_m ele alt height")}
    | accuracy_m horizontal_accuracy gps_accuracy accuracy_meters {owned(POINTS, "accuracy")} hdop_m
    | bearing heading_degrees {owned(POINTS, "heading course bearing")}
    | {owned(POINTS, "speed speed_ms")} | satellites satellite_count num_satellites
    """,
    draw_waypoint,
)


def draw_h3(word: int) -> str:
    """Return the index of an H3 cell: its resolution, a base cell, and filled unused digits."""
    resolution = 5 + mix_word(word, 1) % 5
    base, digits = mix_word(word, 2) % 122, mix_word(word, 3)
    number = 1 << 59 | resolution << 52 | base << 45
    for level in range(15):
        digit = (digits >> 3 * level) % 7 if level < resolution else 7
        number |= digit << 3 * (14 - level)
    return f"{number:x}"


OWN: dict[str, Spec] = {
    "geohash geo_hash": provided(provide_geohash),
    "plus_code open_location_code olc": provided(provide_plus_code),
    "utc_offset gmt_offset tz_offset timezone_offset": provided(provide_utc_offset),
    "wkt geom_wkt wkt_geometry point_wkt": provided(provide_wkt),
    "lat_lng latlng lat_lon latlon lat_long gps_coordinates": provided(provide_pair),
    "h3_index h3 h3_cell h3_id": make_code(draw_h3),
    "quadkey quad_key": words("0231102|1202213|0320110|1203131|0313102|1221003"),
    "mag_type magnitude_type": words("ml*5|mb*3|mww*2|md"),
    "what3words": words("filled.count.soap|index.home.raft|daring.lion.race|planet.inches.most"),
    "osm_id osm_node_id": number(120000, 410000000, 11800000000),
    "land_use landuse land_use_type land_cover landcover land_cover_class": words("""
        residential*5|commercial*2|industrial*2|agricultural*4|forest*4|grassland*2|wetland|water*2
        |urban*2|barren"""),
    "terrain terrain_type landform": words("flat*3|hilly*3|mountainous*2|coastal*2|valley|plateau"),
    "slope slope_degrees slope_deg": number(0, 6.5, 44, 1),
    "aspect_degrees slope_aspect": number(0, 180, 359),
    "geometry_type geom_type": words("Point*5|Polygon*4|LineString*3|MultiPolygon"),
    "zoom zoom_level map_zoom min_zoom": number(3, 12, 18),
    "zoning zoning_code zone_type zoning_type": words("R-1*3|R-2*2|C-1*2|C-2|I-1|M-1|AG"),
    "parcel_id apn parcel_number cadastral_number": code("199-999-99", "999-99-999"),
    "census_tract": code("9909.09"),
    "climate_zone koppen climate": words("Cfb*4|Cfa*3|Dfb*3|Csa*2|BSk|BWh|Af|Aw"),
    "biome ecoregion": words("""
        temperate forest*3|grassland*2|taiga|desert|tropical rainforest|shrubland|tundra"""),
}

WITHIN: dict[str, Spec] = {
    "latitude lat y_coordinate": provided(provide_point_latitude),
    "longitude lon lng long x_coordinate": provided(provide_point_longitude),
    "display_name full_name formatted_address label": via("full_address"),
    "importance relevance rank_score": number(0.05, 0.42, 0.96, 4),
    "elevation_m elevation altitude altitude_m elevation_meters height_m": number(-2, 142, 2400, 1),
    "accuracy precision_m accuracy_m": number(2.5, 8, 60, 1),
    "area_sqm area_m2 lot_size_sqm": number(180, 720, 24000),
    "parcel_owner": via("full_name"),
    "place_id feature_id": number(1000, 240000, 99000000),
    "layer_name layer layer_title": words("""
        Roads*2|Buildings*2|Parcels*2|Rivers|Land use|Contour lines|Points of interest|Boundaries
        |Bus stops|Flood zones|Trees|Elevation"""),
    "layer_type source_type": words("vector*5|raster*3|WMS*2|WFS|tile"),
    "admin_level administrative_level": words("2|4*3|6*4|8*5|10"),
    "surface road_surface surface_type": words("asphalt*6|gravel*2|concrete*2|unpaved|cobblestone"),
    "trail_difficulty difficulty": words("easy*5|moderate*4|hard*2|expert"),
    "instruction instructions maneuver_instruction": sentences("""
        Turn left onto Oak Avenue.|Continue straight for 400 m.|Turn right at the traffic light.
        |Take the second exit at the roundabout.|Keep left at the fork.|You have arrived."""),
    "maneuver maneuver_type": words("turn-left*3|turn-right*3|straight*4|roundabout|arrive|depart"),
    "scale map_scale": words("1:10000*2|1:25000*4|1:50000*3|1:100000"),
    "format data_format file_format": words("GeoJSON*5|Shapefile*3|GeoPackage*2|KML|GeoTIFF"),
    "attribution data_source source": words(
        "OpenStreetMap contributors*5|National survey*2|USGS*2"
    ),
    "max_speed speed_limit maxspeed": words("30*4|50*6|70*2|80|100*2|120"),
    "lanes lane_count": words("1*2|2*6|3*2|4"),
    "resolution_m pixel_size_m resolution": words("0.5|1|2|5|10*5|20*2|30*4"),
    "notes description comment remarks summary": sentences("""
        Boundary taken from the latest survey.|Access from the north side only.
        |Popular viewpoint above the valley.|Position checked in the field.
        |Path partly unpaved, steep in the last section.|Merged from two older polygons."""),
}

DOMAIN = clear_domain(
    "geo",
    merge(
        select(ROUTE, "polyline", "elevation_gain_m"),
        select(SYSTEMS, "srid", "crs", "projection"),
        select(REGION, "population_density"),
        also(REGION, "area_km2", "area_km2 area_sq_km land_area_km2"),
        also(REGION, "inhabitants", "population inhabitants total_population"),
        also(FEATURES, "poi_name", "poi_name landmark landmark_name"),
        also(FEATURES, "poi_type", "poi_type amenity"),
        select(WAYPOINT, "gps_accuracy"),
        OWN,
    ),
    merge(FEATURES, SYSTEMS, REGION, ROUTE, WAYPOINT, WITHIN),
)
