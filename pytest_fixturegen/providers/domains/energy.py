"""Energy and utilities: meters and their readings, tariffs, plants, solar and wind power."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    Spec,
    also,
    code,
    drawn,
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

UTILITIES = read_rows("""
    electricity | kWh | 60  | 900  | 0.11 | 0.34 | 12
    electricity | kWh | 60  | 900  | 0.11 | 0.34 | 12
    electricity | kWh | 60  | 900  | 0.11 | 0.34 | 12
    gas         | m3  | 8   | 240  | 0.6  | 1.3  | 9
    water       | m3  | 3   | 32   | 1.4  | 4.2  | 6
    heat        | MWh | 0.3 | 2.6  | 70   | 130  | 15
""")
"""Utility, unit, usage of a month, price of a unit, monthly charge."""


def draw_meter(word: int) -> tuple[Cell, ...]:
    """Return a meter and its readings: usage is what it counted since the one before."""
    kind, unit, low, high, cheap, dear, charge = dice.pick(
        word,
        1,
        UTILITIES,
    )
    places = 2 if kind == "heat" else 1
    used = round(dice.log_spaced(word, 2, float(low), float(high)), places)
    before = round(used * dice.bell(word, 3, 4, 90), places)
    price = round(dice.between(word, 4, float(cheap), float(dear), 4), 4)
    base = round(float(charge) * dice.bell(word, 5, 0.7, 1.4), 2)
    energy = round(used * price, 2)
    code_of = {"electricity": "E", "gas": "G", "water": "W", "heat": "H"}[kind]
    meter = f"{code_of}{dice.digits(word, 6, 8)}"
    peak = round(used * dice.bell(word, 7, 0.4, 0.75), places)
    readings = (
        before,
        round(before + used, places),
        used,
        peak,
        round(used - peak, places),
    )
    return kind, unit, meter, *readings, price, base, energy, round(energy + base, 2)


METER = drawn(
    "meter",
    f"""
    utility_type utility meter_type energy_type commodity {owned("meter utility", "type kind")}
      service_type
    | consumption_unit reading_unit {owned("meter reading consumption", "unit uom")}
    | meter_number meter_no meter_serial meter_id {owned("meter", "number id serial")} mpan mprn
    | previous_reading start_reading opening_reading last_reading prior_reading
    | current_reading meter_reading end_reading closing_reading reading_value
      {owned("reading", "value")} reading
    | consumption usage consumption_kwh usage_kwh energy_kwh energy_consumed_kwh energy_used_kwh
      total_consumption kwh units_consumed kwh_used consumption_m3 energy_usage
      energy_consumption_kwh total_kwh
    | peak_kwh peak_usage on_peak_kwh peak_consumption | off_peak_kwh off_peak_usage
    | price_per_kwh unit_rate rate_per_kwh tariff_rate kwh_price energy_rate unit_price
    | standing_charge base_fee fixed_charge monthly_charge service_charge
    | energy_charge energy_cost usage_charge consumption_charge
    | bill_amount total_charge amount_due total_bill total_amount amount
    """,
    draw_meter,
)

PLANTS = read_rows("""
    Solar     | solar   | 0.02  | 180  | 21 | 0
    Wind      | wind    | 2     | 420  | 34 | 0
    Hydro     | water   | 1     | 900  | 42 | 0
    Gas       | natural gas | 40 | 1200 | 52 | 410
    Coal      | coal    | 150   | 1800 | 58 | 880
    Nuclear   | uranium | 600   | 1600 | 91 | 0
    Biomass   | wood    | 2     | 90   | 62 | 40
""")
"""Kind, fuel, megawatts, capacity factor, grams of carbon dioxide for a kWh."""

PLANT_NAMES = (
    "Riverbend|Cedar Ridge|Northfield|Stonebridge|Lakeshore|High Plains|Westport|Sunny Mesa"
)
PLANT_ENDS = {"Solar": "Solar Park", "Wind": "Wind Farm", "Hydro": "Dam"}


def draw_plant(word: int) -> tuple[Cell, ...]:
    """Return a power plant: what it makes is a part of what it could."""
    kind, fuel, low, high, factor, grams = dice.pick(
        word,
        1,
        PLANTS,
    )
    capacity = round(dice.log_spaced(word, 2, float(low), float(high)), 2)
    share = float(factor) * dice.bell(word, 3, 0.75, 1.2) / 100
    output = round(capacity * min(1.0, share * dice.bell(word, 4, 0.5, 1.4)), 2)
    stem = dice.pick(
        word,
        5,
        PLANT_NAMES.split("|"),
    )
    name = f"{stem} {PLANT_ENDS.get(kind, 'Power Station')}"
    year = round(capacity * 8760 * share)
    efficiency = round(
        dice.bell(word, 6, 17, 23) if kind == "Solar" else dice.bell(word, 6, 33, 60), 1
    )
    return (
        *(name, kind.lower(), fuel, capacity, round(capacity * 1000, 1), output, year),
        round(year / 1000, 2),
        *(round(100 * share, 1), int(grams), efficiency, round(year * int(grams) / 1000, 1)),
    )


PLANT = drawn(
    "power_plant",
    f"""
    plant_name power_plant power_station wind_farm solar_farm facility_name site_name
      {owned("plant power_plant", "name")}
    | energy_source plant_type generation_type source_type {owned("plant power_plant", "type")}
      power_source
    | fuel_type fuel primary_fuel
    | capacity_mw installed_capacity_mw nameplate_capacity_mw rated_power_mw capacity
      installed_capacity
    | capacity_kw installed_capacity_kw rated_power_kw peak_power_kw nominal_power_kw
    | output_mw current_output_mw power_output_mw generation_mw power_mw
    | annual_generation_mwh generation_mwh energy_mwh energy_generated_mwh annual_output_mwh
    | annual_output_gwh annual_generation_gwh generation_gwh
    | capacity_factor capacity_factor_pct | carbon_intensity co2_intensity emission_factor
    | efficiency efficiency_pct conversion_efficiency | annual_co2_tonnes
    """,
    draw_plant,
)

TURBINES = read_rows("""
    Vestas V90-2.0     | 2000 | 90  | 95
    Vestas V117-3.45   | 3450 | 117 | 112
    Siemens SWT-3.6    | 3600 | 107 | 90
    GE 2.5-120         | 2500 | 120 | 110
    Nordex N149/4.5    | 4500 | 149 | 125
    Enercon E-126      | 4200 | 127 | 135
""")
"""Model, rated power in kilowatts, diameter and hub height in metres."""


def draw_turbine(word: int) -> tuple[Cell, ...]:
    """Return a wind turbine: its output follows from the wind."""
    model, rated, rotor, hub = dice.pick(
        word,
        1,
        TURBINES,
    )
    wind = round(dice.bell(word, 2, 1.5, 16), 1)
    share = 0.0 if wind < 3 else min(1.0, ((wind - 2.5) / 9.5) ** 3)
    output = round(int(rated) * share * dice.bell(word, 3, 0.9, 1), 1)
    speed = round(min(18.0, 4 + wind), 1) if share else 0.0
    pitch = round(max(0.0, wind - 12) * 3.2, 1)
    return (
        model,
        int(rated),
        float(rotor),
        float(hub),
        wind,
        min(output, float(rated)),
        speed,
        pitch,
    )


TURBINE = drawn(
    "turbine",
    f"""
    turbine_model {owned("turbine wind_turbine", "model name_plate")} | turbine_rated_power_kw
      {owned("turbine wind_turbine", "rated_power_kw capacity_kw")}
      | rotor_diameter_m rotor_diameter
    | hub_height_m hub_height | {owned("turbine wind_turbine", "wind_speed_ms wind_speed")}
    | power_output_kw {owned("turbine wind_turbine", "power_kw output_kw active_power_kw")}
    | rotor_rpm rotor_speed_rpm | pitch_angle_deg blade_pitch_deg pitch_angle
    """,
    draw_turbine,
)

TARIFFS = table(
    "tariff",
    f"""
    tariff_name tariff {owned("tariff", "name")} rate_plan tariff_plan
    | tariff_type {owned("tariff", "type")} | tariff_code {owned("tariff", "code")}
    """,
    """
    Standard Variable   | variable    | SVT-1
    Fixed 12 Months     | fixed       | FIX-12
    Time of Use         | time-of-use | TOU-3
    Green Choice        | fixed       | GRN-24
    Night Saver         | time-of-use | NGT-2
    Business Flex       | dynamic     | BUS-5
    EV Overnight        | time-of-use | EVN-1
    """,
)

OWN: dict[str, Spec] = {
    "grid_frequency grid_frequency_hz frequency_hz": number(49.9, 50, 50.1, 2),
    "power_factor": number(0.78, 0.95, 1, 2),
    "state_of_charge soc soc_percent battery_soc": number(4, 68, 100),
    "state_of_health soh battery_health_pct": number(72, 94, 100),
    "power_kw active_power_kw load_kw demand_kw peak_demand_kw": number(0.1, 3.4, 42, 2),
    "power_w active_power_w watts power_watts": number(4, 420, 9200),
    "reactive_power_kvar": number(0.1, 1.2, 16, 2),
    "irradiance irradiance_wm2 ghi": number(0, 320, 1050),
    "panel_efficiency module_efficiency solar_panel_efficiency": number(17, 20.4, 23.1, 1),
    "panel_tilt tilt_angle tilt_deg": number(5, 32, 60),
    "connector_type plug_type connector": words("CCS*4|Type 2*5|CHAdeMO|NACS*2"),
    "charging_power_kw charger_power_kw": words("3.7|7.4*2|11*4|22*3|50*2|150*2|350"),
    "outage_cause interruption_cause": words("""
        Equipment failure*3|Storm*3|Tree contact*2|Animal contact|Planned maintenance*3|Overload
        |Vehicle accident|Cable damage"""),
    "customers_affected affected_customers": number(4, 320, 24000),
    "substation substation_name feeder feeder_name grid_node": words("""
        North Substation|Mill Road 11 kV|Harbor 66 kV|Westgate|Substation 14|Feeder B7"""),
    "inverter_model inverter": words("SunVolt 5000|GridLine X8|HelioMax 10K|PowerCore 3.6"),
    "panel_model module_type panel_type": words("monocrystalline*5|polycrystalline*2|thin film"),
}

WITHIN: dict[str, Spec] = {
    "vehicle vehicle_model ev_model": words("""
        Tesla Model 3*3|Tesla Model Y*2|VW ID.4*2|Nissan Leaf|Hyundai Ioniq 5*2|Kia EV6|Renault Zoe
        |BMW i4|Polestar 2"""),
    "voltage voltage_v": number(219, 230.4, 242, 1),
    "current current_a amperage": number(0.2, 6.4, 63, 2),
    "temperature temperature_c": number(-8, 26, 71, 1),
    "reading_type read_type": words("actual*6|estimated*2|customer"),
    "phase phases": words("1*5|3*5"),
    "customer_type customer_class rate_class": words("residential*7|commercial*3|industrial"),
    "supplier provider utility_company utility_name energy_supplier retailer": words("""
        Brightgrid Energy|Northern Light Power|Clearwater Utilities|Evergreen Electric
        |Summit Energy"""),
    "service_address premise_address": via("address"),
    "co2_kg co2_saved_kg carbon_kg emissions_kg": number(2, 86, 2400, 1),
    "operator owner": via("company"),
    "notes note comment remarks description": sentences("""
        Reading taken remotely.|Meter inaccessible, reading estimated.
        |Output reduced for maintenance of one inverter.|Outage: {outage_cause}.
        |Usage higher than in the same month last year.|Meter exchanged, seals checked."""),
    "account_number account_no": code("1999999999", "E-19999999"),
}

DOMAIN = clear_domain(
    "energy",
    merge(
        also(METER, "meter_number", "meter_number meter_no meter_serial mpan mprn"),
        select(METER, "standing_charge", "price_per_kwh", "peak_kwh", "off_peak_kwh"),
        also(METER, "usage_kwh", "usage_kwh consumption_kwh energy_kwh kwh energy_consumed_kwh"),
        also(METER, "previous_reading", "previous_reading"),
        also(METER, "meter_reading", "current_reading meter_reading"),
        also(METER, "utility_type", "utility_type energy_type"),
        select(PLANT, "capacity_mw", "capacity_kw", "generation_mwh", "energy_source", "output_mw"),
        also(PLANT, "power_plant", "power_plant power_station wind_farm solar_farm"),
        also(PLANT, "fuel_type", "primary_fuel"),
        TARIFFS,
        OWN,
    ),
    merge(METER, PLANT, TURBINE, WITHIN),
)
