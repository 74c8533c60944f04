"""Railways: trains, coaches, causes of delay, engines and lines."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    domain,
    merge,
    number,
    select,
    shape,
    table,
    via,
    words,
)

ENGINES = table(
    "locomotive",
    """
    locomotive_class loco_class locomotive_type rolling_stock_class class_name engine_class
    | builder manufacturer maker | traction traction_type power_type
    | power_kw output_kw | max_speed_kmh top_speed_kmh max_speed | weight_t mass_t weight_tonnes
    """,
    """
    Class 66   | Northern Diesel Works | diesel   | 2385 | 121 | 127
    Class 101  | Union Locomotive      | electric | 6400 | 220 | 83
    Class 185  | Union Locomotive      | electric | 6600 | 140 | 84
    Class 193  | Valley Rail Systems   | electric | 6400 | 200 | 87
    Class 218  | Northern Diesel Works | diesel   | 2061 | 140 | 79
    Class 390  | Valley Rail Systems   | electric | 5100 | 225 | 466
    Class 800  | Harbor Traction       | hybrid   | 2712 | 225 | 243
    Class 158  | Harbor Traction       | diesel   | 522  | 145 | 77
    Class 745  | Summit Rail           | electric | 5200 | 160 | 285
    Class 2016 | Northern Diesel Works | diesel   | 2000 | 140 | 80
    """,
)

CAUSES = words("""
    Signal failure*4|Late arrival of the connecting train*3|Track maintenance*3|Crew shortage*2
    |Technical fault on the train*3|Severe weather|Points failure*2|Congestion on the line*2
    |Passenger taken ill|Power supply failure""")

OWN: dict[str, Spec] = {
    "delay_cause delay_reason reason_for_delay": CAUSES,
    "train_name service_name": words("""
        Coast Express|Night Star|Valley Flyer|Capital Shuttle|Northern Line Express|Lake Explorer
        |Harbor Link|Mountain Regional"""),
    "track_gauge_mm gauge_mm track_gauge": words("1435*9|1520*2|1668|1067|1000"),
    "rail_line line_name railway_line track_section": words("""
        Main Line North|Coast Line|Valley Branch|Airport Link|Southern Line|Lakeside Line"""),
    "coach_number coach carriage carriage_number car_number wagon_letter": words(
        "1|2|3|4*2|5*2|6*2|7|8|9|11|12"
    ),
    "loco_number locomotive_number unit_number set_number": shape("66 ###", "193 ###"),
}

WITHIN: dict[str, Spec] = {
    "platform platform_number track track_number": words("1*2|2*3|3*3|4*2|5|6|7|8|9|11|4A|7B"),
    "seat seat_number berth": shape("##", "#", "4%"),
    "train_number train_no": shape("IC ###", "RE ##", "EC 1##", "ICE 5##"),
    "operator operating_company railway": words("""
        Northern Rail|Coastline Railways|Valley Trains|Intercity East|Union Regional"""),
    "cause reason": CAUSES,
    "coach_count coaches car_count number_of_coaches wagons": number(2, 7, 14),
    "distance distance_km route_length_km": number(28, 190, 720, 1),
    "driver train_driver guard": via("full_name"),
    "depot home_depot": words("Central Depot|Northfield Depot|Harbor Yard|East Junction Depot"),
    "mileage mileage_km": number(90000, 1400000, 6200000),
    "fare base_fare ticket_price": number(4, 28, 180, 2),
}

DOMAIN = domain(
    "railway",
    merge(select(ENGINES, "locomotive_class"), OWN),
    merge(ENGINES, WITHIN),
    "coach carriage unit_number car_number engine_class class_name set_number line_name"
    " service_name",
)
