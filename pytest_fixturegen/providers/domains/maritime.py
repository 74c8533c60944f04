"""Shipping: vessels, their positions and movements, ports and calls at them."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
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
    table,
    via,
    words,
)
from pytest_fixturegen.streams import mix_word

FLAGS = read_rows("""
    Panama           | PA | PAN | 352 | HO
    Panama           | PA | PAN | 371 | H3
    Liberia          | LR | LBR | 636 | D5
    Liberia          | LR | LBR | 636 | A8
    Marshall Islands | MH | MHL | 538 | V7
    Hong Kong        | HK | HKG | 477 | VR
    Singapore        | SG | SGP | 563 | 9V
    Malta            | MT | MLT | 215 | 9H
    Bahamas          | BS | BHS | 311 | C6
    Greece           | GR | GRC | 240 | SV
    Cyprus           | CY | CYP | 209 | 5B
    Norway           | NO | NOR | 257 | LA
    Denmark          | DK | DNK | 219 | OX
    United Kingdom   | GB | GBR | 232 | GB
    Germany          | DE | DEU | 211 | DD
    Netherlands      | NL | NLD | 244 | PH
    Japan            | JP | JPN | 431 | JD
    China            | CN | CHN | 413 | BO
    United States    | US | USA | 367 | WD
    France           | FR | FRA | 228 | FM
""")
"""State, its codes of two and three letters, country code of MMSI, prefix of call signs."""

KINDS = read_rows("""
    Container ship         | Cargo     | 70 | 170 | 366 | 6.9 | 1.9  | 0.62
    Bulk carrier           | Cargo     | 70 | 150 | 300 | 6.4 | 2.6  | 0.56
    General cargo          | Cargo     | 70 | 80  | 150 | 6.1 | 2.1  | 0.68
    Crude oil tanker       | Tanker    | 80 | 180 | 333 | 5.7 | 2.7  | 0.55
    Chemical tanker        | Tanker    | 80 | 90  | 183 | 5.9 | 2.4  | 0.6
    LNG carrier            | Tanker    | 84 | 220 | 315 | 6.3 | 3.9  | 1.2
    Ro-Ro cargo            | Cargo     | 70 | 120 | 230 | 6.6 | 4.2  | 2.1
    Passenger ferry        | Passenger | 60 | 60  | 200 | 5.9 | 4.1  | 3.2
    Cruise ship            | Passenger | 60 | 180 | 345 | 7.6 | 4.4  | 8
    Fishing vessel         | Fishing   | 30 | 18  | 75  | 4.1 | 2.2  | 1.4
    Tug                    | Tug       | 52 | 20  | 38  | 3.1 | 2.4  | 1.5
    Offshore supply vessel | Offshore  | 90 | 55  | 95  | 4.6 | 2.8  | 0.9
    Yacht                  | Pleasure  | 37 | 16  | 80  | 4.7 | 2.6  | 4
    Dredger                | Dredger   | 33 | 50  | 160 | 5.2 | 2.9  | 0.9
""")
"""Type, group, AIS code, lengths, length / beam, beam / draught, gross tonnage / deadweight."""

CLASSES = (
    "DNV",
    "Lloyd's Register",
    "Bureau Veritas",
    "ABS",
    "ClassNK",
    "RINA",
    "CCS",
    "Korean Register",
)

NAME_STARTS = (
    "Northern Ocean Sea Pacific Atlantic Baltic Nordic Golden Silver Blue Eastern Southern Star "
    "Royal Coral Polar Arctic Crystal Emerald Morning Evening Western Aegean Viking"
).split()
NAME_ENDS = (
    "Star Spirit Pride Queen Express Wave Wind Voyager Pioneer Lady Horizon Trader Fortune Dawn "
    "Bay Explorer Breeze Champion Harmony Courage"
).split()
PREFIXES = ("MV ", "", "", "", "MS ", "")
TANKER_PREFIXES = ("MT ", "", "", "")


def draw_imo(word: int) -> str:
    """Return an IMO number: the last digit checks the six before it."""
    digits = str(900000 + mix_word(word, 1) % 99000)
    check = sum(int(digit) * (7 - place) for place, digit in enumerate(digits)) % 10
    return f"{digits}{check}"


def draw_vessel(word: int) -> tuple[Cell, ...]:
    """Return a vessel: its dimensions fit its type, and its numbers its flag."""
    kind, group, ais, short, long, to_beam, to_draught, to_gross = dice.pick(
        word,
        1,
        KINDS,
    )
    flag, alpha2, alpha3, digits, prefix = dice.pick(
        word,
        2,
        FLAGS,
    )
    length = round(dice.bell(word, 3, float(short), float(long)), 1)
    beam = round(length / (float(to_beam) * dice.bell(word, 4, 0.92, 1.08)), 1)
    draught = round(beam / (float(to_draught) * dice.bell(word, 5, 0.92, 1.1)), 1)
    deadweight = round(length * beam * draught * 0.78)
    gross = min(235000, max(25, round(deadweight * float(to_gross))))
    mmsi = f"{digits}{mix_word(word, 6) % 10**6:06}"
    sign = f"{prefix}{dice.letters(word, 7, 2)}{mix_word(word, 8) % 10}"
    imo = draw_imo(mix_word(word, 9))
    start, end = dice.pick(word, 10, NAME_STARTS), dice.pick(word, 11, NAME_ENDS)
    before = dice.pick(
        word,
        12,
        TANKER_PREFIXES if group == "Tanker" else PREFIXES,
    )
    name = f"{before}{start} {end if end != start else 'Horizon'}"
    sizes = (
        length,
        beam,
        draught,
        gross,
        deadweight,
        round(draught + length * 0.03, 1),
    )
    built = 1991 + round(33 * dice.share(word, 13) ** 0.6)
    teu = round(deadweight / 14) if kind == "Container ship" else None
    crew = round(dice.bell(word, 14, 3, 9) + length / 18)
    codes = (
        mmsi,
        int(imo),
        f"IMO {imo}",
        sign,
        name,
        kind,
        group,
        int(ais),
    )
    service = dice.pick(word, 15, CLASSES)
    knots = round(dice.bell(word, 16, 10, 24), 1)
    return (
        *codes,
        flag,
        alpha2,
        alpha3,
        *sizes,
        built,
        service,
        teu,
        crew,
        knots,
    )


VESSEL = drawn(
    "vessel",
    f"""
    mmsi mmsi_number vessel_mmsi ship_mmsi
    | imo imo_number vessel_imo imo_no ship_imo lloyds_number
    | imo_text
    | callsign call_sign radio_call_sign
    | ship_name vessel_name shipname vessel ship {owned("vessel ship boat", "name")} boat_name
      mother_vessel feeder_vessel
    | ship_type vessel_type ship_class vessel_class {owned("vessel ship boat", "type category")}
      type_of_ship boat_type
    | vessel_group ship_category ship_type_group
    | ais_type ship_type_code vessel_type_code ais_ship_type
    | flag flag_state flag_country vessel_flag flag_name registry registration_country
    | flag_code flag_iso2 country_iso2 | country_iso3 flag_iso3 flag_alpha3
    | length_m length_overall loa length loa_m length_overall_m vessel_length
    | beam_m beam breadth breadth_m width width_m | draught_m draught draft draft_m max_draught
      max_draft current_draught draught_max
    | gross_tonnage gt grt gross_tons | deadweight_tonnage dwt deadweight deadweight_tons
      deadweight_t summer_dwt
    | air_draft_m height_m
    | year_built built_year build_year built year_of_build
    | class_society classification_society classification
    | teu_capacity teu capacity_teu | crew_size crew_count crew | max_speed_knots service_speed
      service_speed_knots design_speed max_speed
    """,
    draw_vessel,
)

STATUSES = read_rows("""
    0 | Under way using engine | 14 | 0.3
    1 | At anchor              | 0  | 0.1
    5 | Moored                 | 0  | 0
    0 | Under way using engine | 12 | 0.3
    0 | Under way using engine | 9  | 0.6
    8 | Under way sailing      | 6  | 0.5
    7 | Engaged in fishing     | 4  | 1.5
    3 | Restricted manoeuvrability | 3 | 1
""")
"""Code, navigational status, knots, rate of turn [ITU-R M.1371]."""


def draw_movement(word: int) -> tuple[Cell, ...]:
    """Return how a vessel moves: it heads about where it goes."""
    status, name, knots, turn = dice.pick(
        word,
        1,
        STATUSES,
    )
    speed = round(float(knots) * dice.bell(word, 2, 0.7, 1.35), 1)
    if not speed:
        speed = round(0.2 * dice.share(word, 3), 1)
    course = round(359.9 * dice.share(word, 4), 1)
    heading = round(course + dice.bell(word, 5, -9, 9)) % 360
    rate = round(float(turn) * dice.bell(word, 6, -20, 20), 1)
    return speed, course, heading, rate, int(status), name


MOVEMENT = drawn(
    "movement",
    """
    speed_over_ground sog speed_knots speed sog_knots speed_kn current_speed
    | course_over_ground cog course course_deg cog_deg | true_heading heading heading_deg hdg
    | rate_of_turn rot turn_rate
    | nav_status navigational_status_code nav_status_code navigation_status_code
    | navigational_status navigation_status nav_status_text nav_status_name
    """,
    draw_movement,
)

PORT_ROWS = """
    Port of Rotterdam    | NLRTM | Netherlands    | NL | 51.95  | 4.14
    Port of Singapore    | SGSIN | Singapore      | SG | 1.26   | 103.84
    Port of Shanghai     | CNSHA | China          | CN | 31.23  | 121.49
    Port of Hamburg      | DEHAM | Germany        | DE | 53.54  | 9.97
    Port of Antwerp      | BEANR | Belgium        | BE | 51.27  | 4.33
    Port of Los Angeles  | USLAX | United States  | US | 33.73  | -118.26
    Port of New York     | USNYC | United States  | US | 40.67  | -74.04
    Port of Busan        | KRPUS | South Korea    | KR | 35.10  | 129.04
    Port of Yokohama     | JPYOK | Japan          | JP | 35.45  | 139.66
    Port of Felixstowe   | GBFXT | United Kingdom | GB | 51.95  | 1.31
    Port of Valencia     | ESVLC | Spain          | ES | 39.44  | -0.32
    Port of Piraeus      | GRPIR | Greece         | GR | 37.94  | 23.62
    Port of Gothenburg   | SEGOT | Sweden         | SE | 57.69  | 11.85
    Port of Le Havre     | FRLEH | France         | FR | 49.48  | 0.11
    Port of Jebel Ali    | AEJEA | United Arab Emirates | AE | 25.01 | 55.06
    Port of Santos       | BRSSZ | Brazil         | BR | -23.97 | -46.29
    Port of Durban       | ZADUR | South Africa   | ZA | -29.87 | 31.03
    Port of Sydney       | AUSYD | Australia      | AU | -33.86 | 151.20
    Port of Vancouver    | CAVAN | Canada         | CA | 49.29  | -123.11
    Port of Tanger Med   | MAPTM | Morocco        | MA | 35.89  | -5.50
"""
"""Name, code [UN/LOCODE], country and its code, latitude, longitude."""

PORTS = table(
    "port",
    f"""
    port_name port harbor harbour_name {owned("port harbour harbor", "name")}
    | port_code unlocode un_locode locode port_locode {owned("port", "code id")}
    | port_country country | port_country_code country_code
    | port_latitude port_lat | port_longitude port_lon port_lng
    """,
    PORT_ROWS,
)
PLACES = read_rows(PORT_ROWS)


def draw_trade(word: int) -> tuple[Cell, ...]:
    """Return two ports, and the way between them."""
    start = mix_word(word, 1) % len(PLACES)
    end = (start + 1 + mix_word(word, 2) % (len(PLACES) - 1)) % len(PLACES)
    miles = round(dice.log_spaced(word, 3, 420, 11500))
    days = round(miles / 24 / dice.bell(word, 4, 11, 19), 1)
    return (
        *PLACES[start][:3],
        *PLACES[end][:3],
        miles,
        days,
    )


TRADE = drawn(
    "sea_trade",
    """
    port_of_loading pol loading_port origin_port departure_port last_port previous_port load_port
      origin
    | pol_code loading_port_code origin_port_code departure_port_code last_port_code origin_locode
    | origin_country
    | port_of_discharge pod discharge_port destination_port arrival_port next_port discharging_port
      destination dest
    | pod_code discharge_port_code destination_port_code arrival_port_code next_port_code
      destination_locode
    | destination_country
    | distance_nm voyage_distance_nm distance_to_go_nm sailed_distance_nm
    | transit_days transit_time_days voyage_days voyage_duration_days
    """,
    draw_trade,
)


def draw_container_number(word: int) -> str:
    """Return a container number with its check digit [ISO 6346]."""
    body = f"{dice.pick(word, 1, OWNERS)}U{mix_word(word, 2) % 10**6:06}"
    values = [CONTAINER_VALUES[char] for char in body]
    check = sum(value << place for place, value in enumerate(values)) % 11 % 10
    return f"{body}{check}"


OWNERS = ("XQA", "XQB", "ZZK", "QXT", "XLW", "QQV")
"""Codes of three letters that no owner of containers has registered."""

CONTAINER_VALUES = {
    **{str(digit): digit for digit in range(10)},
    **{
        char: 10 + place + (place + 9) // 10
        for place, char in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    },
}
"""The values of characters: letters skip the multiples of 11."""

OWN = {
    "container_number container_no container_num": make_code(draw_container_number),
    "bill_of_lading bill_of_lading_number bol_number bl_number b_l_number bol": code(
        r"\XQSU199999999", r"Q\XTR199999999"
    ),
    "ais_class": words("A*8|B*2"),
    "imo_class imdg_class": words("3*3|8*2|9*2|2.1|5.1|6.1"),
    "seal_number seal_no": code("\\XQ999999", "S9999999"),
    "voyage_number voyage_no voyage": code("199E", "199W", "19\\AE", "0199N"),
    "sea_state": words("calm|smooth*2|slight*4|moderate*4|rough*2"),
    "incoterm incoterms": words("FOB*4|CIF*3|EXW*2|DAP*2|DDP|CFR"),
}

CONTAINERS = read_rows("""
    22G1 | 20' standard  | 2230 | 28250
    42G1 | 40' standard  | 3750 | 28750
    45G1 | 40' high cube | 3900 | 28600
    45G1 | 40' high cube | 3900 | 28600
    22R1 | 20' reefer    | 3080 | 27400
    45R1 | 40' reefer    | 4800 | 29200
    22T1 | 20' tank      | 3600 | 26880
""")
"""ISO type, name, tare and greatest payload in kilograms."""


def draw_container(word: int) -> tuple[Cell, ...]:
    """Return a container with a load that its type takes."""
    iso, name, tare, limit = dice.pick(
        word,
        1,
        CONTAINERS,
    )
    load = round(int(limit) * dice.bell(word, 2, 0.2, 0.96))
    celsius = dice.pick(word, 3, (-20.0, -18.0, 2.0, 4.0, 13.0)) if "R" in iso else None
    limits = (
        int(tare),
        int(limit),
        int(tare) + int(limit),
    )
    return iso, name, *limits, load, int(tare) + load, celsius


CONTAINER = drawn(
    "container",
    f"""
    container_type iso_container_type iso_type size_type {owned("container", "type iso_code")}
    | container_size container_description {owned("container", "size description")}
    | tare_weight_kg tare_kg tare_weight | max_payload_kg payload_capacity_kg
    | max_gross_weight_kg | cargo_weight_kg net_weight_kg payload_kg
    | gross_weight_kg gross_weight vgm_kg verified_gross_mass_kg
    | temperature_setpoint_c reefer_temperature_c set_temperature_c
    """,
    draw_container,
)

WITHIN = {
    "current_port port_name_current": also(PORTS, "port_name", "x")["x"],
    "average_speed_knots avg_speed_knots mean_speed_knots": number(7, 13.4, 22, 1),
    "fuel_consumption_tonnes": number(12, 260, 2600, 1),
    "cargo_weight_tonnes_total": number(450, 21000, 180000, 1),
    "rank crew_member_rank seafarer_rank position crew_rank": words("""
        Captain|Chief Officer|Second Officer|Third Officer|Chief Engineer|Second Engineer|Bosun*2
        |Able Seaman*4|Ordinary Seaman*2|Oiler*2|Cook|Electrician|Deck Cadet"""),
    "contents goods container_contents": words("""
        Electronics*2|Furniture*2|Frozen fish|Coffee beans|Machine parts*2|Textiles*2|Tyres|Wine
        |Paper rolls|Household goods|Auto parts*2|Plastics"""),
    "berth berth_name berth_number quay": code("B19", "Berth 1", "Q-19", "T1-9"),
    "terminal terminal_name": words("""
        Container Terminal 1|Container Terminal 2|North Terminal|Oil Terminal|Bulk Terminal East
        |Ro-Ro Terminal|Deepwater Terminal"""),
    "cargo_type cargo cargo_description commodity goods_description cargo_name": words("""
        Containers*4|Crude oil*2|Iron ore*2|Coal*2|Grain*2|LNG|Vehicles*2|Steel coils
        |General cargo*2|Timber|Refined oil products|Chemicals|Cement|Reefer cargo|Dry bulk"""),
    "cargo_tonnes cargo_weight_t cargo_tons cargo_weight cargo_weight_tonnes tonnage": number(
        450, 21000, 180000, 1
    ),
    "containers_teu container_count teu_count containers teu_loaded": number(20, 1450, 14000),
    "agent shipping_agent port_agent owner operator ship_owner manager charterer shipper consignee "
    "shipping_line carrier_name vessel_owner registered_owner": via("company"),
    "captain master captain_name master_name pilot pilot_name chief_engineer skipper": via(
        "full_name"
    ),
    "wind_speed_kt wind_knots": number(1, 13, 42),
    "wave_height_m wave_height swell_m": number(0.2, 1.4, 7, 1),
    "fuel_type bunker_type": words("VLSFO*5|MGO*3|HFO*2|LNG"),
    "fuel_consumption_t fuel_consumption bunker_tonnes": number(2, 34, 180, 1),
    "hull_material hull_type": words("steel*6|aluminium*2|double hull*2"),
    "source data_source receiver": words("terrestrial*6|satellite*4"),
    "message_type msg_type": words("1*6|3*2|5*2|18"),
    "log_entry remarks remark notes note comment description voyage_log": sentences("""
        Departed {port_name} with pilot on board.|Wind force 5, sea {sea_state}, visibility good.
        |Anchored off {port_name}, waiting for berth.|Cargo operations completed; hatches closed.
        |Course altered to avoid fishing boats.|Bunkering finished, lines cast off.
        |Engine running normally, speed {speed_knots} knots.
        |Pilot embarked, two tugs made fast.|Discharging of {cargo_type} started."""),
    "port_type": words("seaport*6|river port|inland port|marina"),
    "service service_name route trade_lane": words("""
        Asia-Europe*3|Transpacific*3|Transatlantic*2|Intra-Asia*2|North Sea feeder|Baltic loop"""),
}

DOMAIN = clear_domain(
    "maritime",
    merge(
        select(
            VESSEL, "mmsi", "imo", "vessel_name", "vessel_type", "call_sign", "dwt", "flag_state"
        ),
        select(VESSEL, "class_society", "gross_tonnage", "draught_m", "teu_capacity", "beam_m"),
        select(MOVEMENT, "sog", "cog", "true_heading", "rate_of_turn", "nav_status"),
        select(MOVEMENT, "navigational_status"),
        also(PORTS, "port_name", "port_name home_port"),
        also(PORTS, "unlocode", "unlocode un_locode locode port_code port_locode"),
        also(TRADE, "pol", "port_of_loading loading_port departure_port"),
        also(TRADE, "pod", "port_of_discharge discharge_port arrival_port"),
        OWN,
    ),
    merge(VESSEL, MOVEMENT, CONTAINER, PORTS, TRADE, WITHIN),
)
