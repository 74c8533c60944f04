"""Aviation: airports, airlines, aircraft, flights, boarding, weather reports."""

from __future__ import annotations

import math
from functools import lru_cache

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    Spec,
    also,
    code,
    drawn,
    make_code,
    merge,
    number,
    owned,
    read_rows,
    select,
    sentences,
    via,
    words,
)
from pytest_fixturegen.streams import mix_word

AIRPORT_ROWS = """
    JFK|KJFK|John F. Kennedy International|New York|United States|US|40.6413|-73.7781
    LAX|KLAX|Los Angeles International|Los Angeles|United States|US|33.9416|-118.4085
    ORD|KORD|Chicago O'Hare International|Chicago|United States|US|41.9742|-87.9073
    ATL|KATL|Hartsfield-Jackson Atlanta|Atlanta|United States|US|33.6407|-84.4277
    SFO|KSFO|San Francisco International|San Francisco|United States|US|37.6213|-122.3790
    LHR|EGLL|London Heathrow|London|United Kingdom|GB|51.4700|-0.4543
    CDG|LFPG|Paris Charles de Gaulle|Paris|France|FR|49.0097|2.5479
    FRA|EDDF|Frankfurt am Main|Frankfurt|Germany|DE|50.0379|8.5622
    AMS|EHAM|Amsterdam Schiphol|Amsterdam|Netherlands|NL|52.3105|4.7683
    MAD|LEMD|Madrid-Barajas|Madrid|Spain|ES|40.4983|-3.5676
    ARN|ESSA|Stockholm Arlanda|Stockholm|Sweden|SE|59.6498|17.9238
    ZRH|LSZH|Zurich|Zurich|Switzerland|CH|47.4582|8.5555
    FCO|LIRF|Rome Fiumicino|Rome|Italy|IT|41.8003|12.2389
    DXB|OMDB|Dubai International|Dubai|United Arab Emirates|AE|25.2532|55.3657
    SIN|WSSS|Singapore Changi|Singapore|Singapore|SG|1.3644|103.9915
    HND|RJTT|Tokyo Haneda|Tokyo|Japan|JP|35.5494|139.7798
    SYD|YSSY|Sydney Kingsford Smith|Sydney|Australia|AU|-33.9399|151.1753
    YYZ|CYYZ|Toronto Pearson|Toronto|Canada|CA|43.6777|-79.6248
    GRU|SBGR|Sao Paulo Guarulhos|Sao Paulo|Brazil|BR|-23.4356|-46.4731
    DEL|VIDP|Indira Gandhi International|Delhi|India|IN|28.5562|77.1000
"""
"""IATA and ICAO code, name, city, country and its code, latitude, longitude."""

PLACES = read_rows(AIRPORT_ROWS)

ZONES = """
    America/New_York America/Los_Angeles America/Chicago America/New_York America/Los_Angeles
    Europe/London Europe/Paris Europe/Berlin Europe/Amsterdam Europe/Madrid Europe/Stockholm
    Europe/Zurich Europe/Rome Asia/Dubai Asia/Singapore Asia/Tokyo Australia/Sydney America/Toronto
    America/Sao_Paulo Asia/Kolkata
""".split()
FEET = (
    *(13, 128, 680, 1026, 13, 83, 392, 364, -11, 1998),
    *(137, 1416, 13, 62, 22, 21, 21, 569, 2461, 777),
)
"""The time zones of the airports, and their heights."""


def draw_airport(word: int) -> tuple[Cell, ...]:
    """Return an airport, its time zone and its height."""
    at = mix_word(word, 1) % len(PLACES)
    row = PLACES[at]
    place = (
        float(row[6]),
        float(row[7]),
        ZONES[at],
        FEET[at],
        round(FEET[at] * 0.3048),
    )
    return (
        *row[:6],
        *place,
        1 + mix_word(word, 2) % 5,
    )


AIRPORTS = drawn(
    "airport",
    f"""
    iata iata_code airport_iata airport_code airport {owned("airport", "code id")}
    | icao icao_code airport_icao | airport_name {owned("airport", "name")}
    | airport_city city | airport_country country | country_code | latitude lat airport_latitude
    | longitude lon lng airport_longitude | timezone time_zone tz airport_timezone
    | elevation_ft elevation airport_elevation_ft elevation_feet | elevation_m
    | runway_count number_of_runways runways
    """,
    draw_airport,
)

EARTH_RADIUS_KM = 6371


def _measure_distance(start: tuple[str, ...], end: tuple[str, ...]) -> float:
    """Return the kilometres between two airports, along a great circle."""
    north, south = math.radians(float(start[6])), math.radians(float(end[6]))
    turn = math.radians(float(end[7]) - float(start[7]))
    cosine = math.sin(north) * math.sin(south) + math.cos(north) * math.cos(south) * math.cos(turn)
    return EARTH_RADIUS_KM * math.acos(max(-1.0, min(1.0, cosine)))


@lru_cache(maxsize=64)
def _list_neighbours(start: int) -> tuple[int, ...]:
    """Return the airports a few hours from that at *start*: most flights are short."""
    others = [place for place in range(len(PLACES)) if place != start]
    distances = {place: _measure_distance(PLACES[start], PLACES[place]) for place in others}
    near = [place for place in others if distances[place] < SHORT_KM]
    return tuple(near) or tuple(sorted(others, key=distances.__getitem__)[:3])


SHORT_KM = 3800


def draw_journey(word: int) -> tuple[Cell, ...]:
    """Return two airports, their distance, and the time that a flight takes."""
    start = mix_word(word, 1) % len(PLACES)
    end = dice.pick(
        word,
        2,
        _list_neighbours(start),
    )
    distance = _measure_distance(PLACES[start], PLACES[end])
    minutes = round(distance / 13.6 + 32 + dice.bell(word, 3, -6, 14))
    nautical = round(distance / 1.852)
    numbers = (
        round(distance),
        nautical,
        round(distance / 1.609),
        minutes,
        round(minutes / 60, 1),
    )
    route = f"{PLACES[start][0]}-{PLACES[end][0]}"
    return (
        *PLACES[start][:5],
        *PLACES[end][:5],
        *numbers,
        route,
    )


JOURNEY = drawn(
    "flight_journey",
    """
    origin departure_airport origin_airport from_airport origin_iata departure_iata dep_iata
      origin_code departure_code origin_airport_code departure_airport_code departure dep_airport
    | origin_icao departure_icao dep_icao adep | departure_airport_name origin_airport_name
    | origin_city departure_city | origin_country departure_country
    | destination arrival_airport destination_airport to_airport destination_iata arrival_iata
      arr_iata destination_code arrival_code destination_airport_code arrival_airport_code arrival
      arr_airport
    | destination_icao arrival_icao arr_icao ades | arrival_airport_name destination_airport_name
    | destination_city arrival_city | destination_country arrival_country
    | distance_km distance route_distance_km flight_distance_km great_circle_km
    | distance_nm | distance_miles distance_mi
    | duration_minutes flight_time_minutes block_time_minutes duration flight_duration_minutes
      flight_duration scheduled_duration_minutes
    | duration_hours flight_hours_planned
    | route route_code city_pair
    """,
    draw_journey,
)

AIRLINES = read_rows("""
    Northwind Airways   | XN | XNW | NORTHWIND
    Skylark Air         | XS | XSK | SKYLARK
    Blue Horizon        | XB | XBH | HORIZON
    Meridian Airlines   | XM | XMD | MERIDIAN
    Pacific Crest       | XP | XPC | CREST
    Aurora Nordic       | XA | XAN | AURORA
    Sunline Express     | XE | XSE | SUNLINE
    Continental Arrow   | XC | XCA | ARROW
""")
"""Invented airlines: name, codes, call sign."""

AIRCRAFT = read_rows("""
    Airbus A320-200     | A320 | Airbus  | 180 | 455 | 78000  | 12.4
    Airbus A320neo      | A20N | Airbus  | 186 | 460 | 79000  | 12.2
    Airbus A321neo      | A21N | Airbus  | 220 | 460 | 97000  | 11.9
    Airbus A330-300     | A333 | Airbus  | 293 | 470 | 242000 | 12.6
    Airbus A350-900     | A359 | Airbus  | 325 | 488 | 283000 | 13.1
    Boeing 737-800      | B738 | Boeing  | 189 | 453 | 79000  | 12.5
    Boeing 737 MAX 8    | B38M | Boeing  | 178 | 453 | 82200  | 12.3
    Boeing 777-300ER    | B77W | Boeing  | 350 | 490 | 351500 | 13.1
    Boeing 787-9        | B789 | Boeing  | 296 | 488 | 254000 | 13.1
    Embraer E190        | E190 | Embraer | 100 | 447 | 51800  | 12.4
    Bombardier CRJ900   | CRJ9 | Bombardier | 90 | 447 | 38300 | 12.4
    ATR 72-600          | AT76 | ATR     | 70  | 275 | 23000  | 7.6
    Cessna 172 Skyhawk  | C172 | Cessna  | 4   | 122 | 1111   | 4.1
""")
"""Model, ICAO type, maker, seats, knots, take-off weight in kg, ceiling in kilometres."""

REGISTRATIONS = ("N9{}A", "G-X{}", "D-A{}", "F-H{}", "SE-R{}", "N7{}X", "C-F{}", "PH-B{}")


def draw_flight(word: int) -> tuple[Cell, ...]:
    """Return a flight: its number shows the airline, its figures the type of the aircraft."""
    airline, iata, icao, sign = dice.pick(
        word,
        1,
        AIRLINES,
    )
    kind = dice.pick(word, 2, AIRCRAFT)
    model, type_code, maker, seats, knots, weight, _ = kind
    flight = 100 + mix_word(word, 3) % 2900
    pattern = dice.pick(word, 4, REGISTRATIONS)
    tail = dice.digits(word, 5, 2) if pattern[0] == "N" else dice.letters(word, 5, 3)
    taken = round(int(seats) * dice.bell(word, 6, 0.55, 1))
    speed = round(int(knots) * dice.bell(word, 7, 0.9, 1.02))
    level = (
        10 * round(dice.bell(word, 8, 28, 41))
        if int(knots) > 300
        else 80 + mix_word(word, 8) % 9 * 10
    )
    heading = mix_word(word, 9) % 360
    climb = dice.pick(
        word,
        10,
        (0, 0, 0, 0, 640, 1280, -960, -1400),
    )
    figures = (
        int(seats),
        taken,
        int(seats) - taken,
        round(100 * taken / int(seats), 1),
    )
    moves = (
        speed,
        round(speed * 1.852),
        level * 100,
        round(level * 30.48),
        heading,
        climb,
    )
    codes = (f"{iata}{flight}", f"{icao}{flight}", f"{sign} {flight}", pattern.format(tail))
    transponder = f"{mix_word(word, 11) % 0xFFFFFF:06x}"
    squawk = "".join(str(mix_word(word, 12 + place) % 8) for place in range(4))
    names = (
        airline,
        iata,
        icao,
        *codes,
        model,
        type_code,
        maker,
    )
    return (
        *names,
        *figures,
        *moves,
        int(weight),
        transponder,
        squawk,
    )


FLIGHT = drawn(
    "flight",
    f"""
    airline airline_name operating_carrier marketing_carrier {owned("airline", "name")}
      operated_by carrier operator
    | airline_iata airline_code carrier_code iata_airline {owned("airline", "code iata iata_code")}
    | airline_icao {owned("airline", "icao icao_code")}
    | flight_number flight_no flight_iata flight {owned("flight", "number code")} flight_num
    | flight_icao callsign call_sign | radio_callsign
    | tail_number aircraft_registration aircraft_reg registration tail tail_no
      {owned("aircraft", "registration")}
    | aircraft_type ac_type aircraft_model aircraft
      {owned("aircraft", "model name type")} plane_model
      plane_type
    | aircraft_code icao_type aircraft_icao type_designator icao_aircraft_type
    | aircraft_manufacturer {owned("aircraft plane", "manufacturer maker")}
    | seat_capacity seats seats_total total_seats passenger_capacity {owned("aircraft", "capacity")}
    | passengers passenger_count pax pax_count seats_booked booked_seats passengers_onboard
    | seats_available available_seats remaining_seats | load_factor_pct occupancy_pct
    | ground_speed_kt ground_speed airspeed speed_kt speed_knots cruise_speed_kt airspeed_kt speed
    | ground_speed_kmh cruise_speed_kmh speed_kmh cruising_speed
    | altitude_ft altitude cruise_altitude_ft flight_altitude baro_altitude geo_altitude
      cruising_altitude altitude_feet
    | altitude_m | heading track true_track heading_deg
    | vertical_rate vertical_speed vertical_speed_fpm climb_rate
    | max_takeoff_weight_kg mtow mtow_kg | icao24 mode_s hex_code transponder_hex | squawk
      transponder_code
    """,
    draw_flight,
)


def draw_seat(word: int) -> str:
    """Return a seat of an aircraft: its row and its letter."""
    return f"{1 + mix_word(word, 1) % 38}{dice.pick(word, 2, 'ABCDEF')}"


OWN: dict[str, Spec] = {
    "flight_class cabin_class cabin travel_class fare_class service_class": words("""
        Economy*8|Premium Economy*2|Business*2|First"""),
    "seat_assignment": make_code(draw_seat),
    "boarding_group boarding_zone": words("1|2*2|3*3|4*3|5"),
    "gate gate_number departure_gate arrival_gate boarding_gate": code(
        "A19", "B1", "C19", "D9", "19"
    ),
    "runway runway_id": words("04L|22R|09R|27L|13|31*2|18|36|07|25"),
    "booking_class": words("Y*4|M*3|B*2|J|C|F|K*2|L*2"),
    "frequent_flyer_number frequent_flyer_no loyalty_number": code(r"\XN199999999", "FF19999999"),
    "baggage_allowance_kg baggage_kg baggage_weight_kg checked_baggage_kg": words(
        "0|20*2|23*6|30|32*2"
    ),
    "eticket_number e_ticket_number eticket": code("999-1999999999"),
    "delay_reason delay_cause delay_code_text": words("""
        Late arrival of aircraft*4|Air traffic control*3|Weather*3|Technical check*2
        |Crew availability|Baggage loading|De-icing|Security"""),
}

WITHIN: dict[str, Spec] = {
    "max_range_km range_km": number(1400, 5900, 15600),
    "engine_type": words("turbofan*7|turboprop*2|piston"),
    "engine engine_model": words("CFM56-7B*3|LEAP-1A*3|GE90-115B|Trent XWB-84|PW127M|GEnx-1B"),
    "special_assistance special_service ssr": words("None*8|wheelchair*2|unaccompanied minor"),
    "seat_number seat seat_no": make_code(draw_seat),
    "baggage_count bags checked_bags": words("0*3|1*6|2*3|3"),
    "terminal arrival_terminal departure_terminal terminal_number": words("1*3|2*3|3|A|B|T5"),
    "delay_minutes delay departure_delay arrival_delay delay_min": number(0, 9, 190),
    "baggage_belt carousel belt baggage_claim": words("1|2|3|4|5|6|7|8|12"),
    "flight_hours total_flight_hours airframe_hours hours_flown": number(120, 6400, 68000),
    "flight_cycles cycles": number(60, 4100, 41000),
    "fuel_kg fuel_onboard_kg fuel_burn_kg fuel_load_kg fuel": number(1800, 9800, 102000),
    "pilot captain first_officer pilot_name pilot_in_command captain_name co_pilot": via(
        "full_name"
    ),
    "passenger passenger_name": via("full_name"),
    "crew_count cabin_crew crew_size number_of_crew": words("4|5*2|6*4|8*2|10|12"),
    "stops number_of_stops stopovers": words("0*7|1*3|2"),
    "meal meal_preference meal_type special_meal": words(
        "standard*6|vegetarian*2|vegan|kosher|halal"
    ),
    "runway_length_ft": number(20, 480, 9800),
    "remarks notes remark comment description": sentences("""
        Departed {delay_minutes} minutes late: {delay_reason}.|Boarding at gate {gate} started.
        |Aircraft changed to {aircraft_type}.|Landed on runway {runway}.
        |Holding due to traffic.|Gate change from {gate}.|Crew briefed, fuel checked."""),
    "weather_minima visibility_sm": words("10*6|6*2|3|1"),
}

DOMAIN = clear_domain(
    "aviation",
    merge(
        select(FLIGHT, "flight_number", "tail_number", "aircraft_type", "icao24", "squawk", "mtow"),
        also(FLIGHT, "airline_name", "airline airline_name"),
        also(FLIGHT, "airline_iata", "airline_iata airline_code"),
        also(FLIGHT, "altitude_ft", "altitude_ft cruise_altitude_ft altitude_feet"),
        also(AIRPORTS, "iata", "iata iata_code airport_code airport_iata"),
        also(AIRPORTS, "icao", "icao icao_code airport_icao"),
        also(AIRPORTS, "airport_name", "airport_name airport"),
        also(JOURNEY, "origin_iata", "origin_airport departure_airport origin_iata departure_iata"),
        also(JOURNEY, "arrival_iata", "destination_airport arrival_airport arrival_iata"),
        OWN,
    ),
    merge(FLIGHT, AIRPORTS, JOURNEY, WITHIN),
)
