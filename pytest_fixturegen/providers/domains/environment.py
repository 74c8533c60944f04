"""Environment: air and water quality, emissions, waste, wildlife surveys."""

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
    via,
    words,
)

CATEGORIES = (
    (50, "Good", "Air quality is satisfactory."),
    (100, "Moderate", "Sensitive people should limit long exertion outdoors."),
    (150, "Unhealthy for Sensitive Groups", "Children and older adults should stay indoors."),
    (200, "Unhealthy", "Everyone should reduce exertion outdoors."),
    (500, "Very Unhealthy", "Avoid being outdoors."),
)
"""The greatest index of a category, its name and advice [US EPA, AQI]."""

POLLUTANTS = ("PM2.5", "PM2.5", "PM10", "O3", "NO2")


def draw_air(word: int) -> tuple[Cell, ...]:
    """Return the quality of the air: the index follows from fine particles."""
    fine = round(dice.tail(word, 1, 2, 95, 2.4), 1)
    index = round(fine * 4.17) if fine < 12 else round(51 + (fine - 12) * 2.1)
    category = next(row for row in CATEGORIES if index <= row[0])
    coarse = round(fine * dice.bell(word, 2, 1.3, 2.3), 1)
    gases = (
        dice.bell(word, 3, 8, 88),
        dice.tail(word, 4, 2, 70),
        dice.tail(word, 5, 0.4, 16),
    )
    carbon = (round(dice.tail(word, 6, 0.1, 2.4), 2), round(dice.bell(word, 7, 408, 520)))
    levels = (
        fine,
        coarse,
        *(round(gas, 1) for gas in gases),
        *carbon,
    )
    return (
        *levels,
        index,
        *category[1:],
        dice.pick(word, 8, POLLUTANTS),
    )


AIR = drawn(
    "air_quality",
    """
    pm25 pm2_5 pm_25 pm2_5_ug_m3 pm25_ug_m3 pm25_level | pm10 pm10_ug_m3 pm_10 pm10_level
    | o3 ozone ozone_ppb o3_ppb ozone_ug_m3 o3_ug_m3 | no2 no2_ppb nitrogen_dioxide no2_ug_m3
    | so2 so2_ppb sulfur_dioxide so2_ug_m3 | co co_ppm carbon_monoxide co_mg_m3
    | co2 co2_ppm carbon_dioxide
    | aqi air_quality_index aqi_value us_aqi
    | aqi_category category air_quality_category air_quality
      aqi_level
    | health_advice health_recommendation advisory | main_pollutant dominant_pollutant pollutant
    """,
    draw_air,
)


def draw_water(word: int) -> tuple[Cell, ...]:
    """Return the quality of water: oxygen falls with the temperature."""
    celsius = round(dice.bell(word, 1, 3, 25), 1)
    oxygen = round((14.6 - 0.26 * celsius) * dice.bell(word, 2, 0.72, 1.05), 1)
    conductivity = round(dice.log_spaced(word, 3, 90, 1400))
    solids = round(conductivity * 0.64)
    rest = (
        dice.tail(word, 4, 0.3, 60),
        dice.bell(word, 5, 6.6, 8.6),
        dice.tail(word, 6, 0.05, 11),
    )
    turbidity, acidity, nitrate = (round(value, 2) for value in rest)
    phosphate, bacteria = round(dice.tail(word, 7, 0.01, 1.2), 2), round(dice.tail(word, 8, 0, 900))
    grade = "good" if bacteria < 200 and oxygen > 6 else "poor" if bacteria > 600 else "fair"
    chlorine = round(dice.bell(word, 9, 0.1, 1.2), 2)
    demand = round(dice.tail(word, 10, 0.6, 12), 1)
    numbers = (
        conductivity,
        solids,
        turbidity,
        acidity,
        nitrate,
        phosphate,
        bacteria,
    )
    return celsius, oxygen, *numbers, chlorine, demand, grade


WATER = drawn(
    "water_quality",
    """
    water_temperature water_temperature_c water_temp_c water_temp
    | dissolved_oxygen dissolved_oxygen_mg_l do_mg_l oxygen_mg_l
    | conductivity conductivity_us_cm specific_conductance conductivity_us
    | total_dissolved_solids tds tds_mg_l tds_ppm | turbidity turbidity_ntu
    | water_ph ph ph_level ph_value | nitrate nitrate_mg_l no3 nitrates
    | phosphate phosphate_mg_l po4 | e_coli e_coli_cfu ecoli_cfu coliform coliform_count
      fecal_coliform bacteria_count
    | chlorine chlorine_mg_l free_chlorine residual_chlorine
    | bod bod_mg_l biochemical_oxygen_demand
    | water_quality water_quality_rating quality_class
    """,
    draw_water,
)

WASTE = read_rows("""
    Paper and cardboard | recyclable | 15 01 01 | 0.2 | 8   | recycling
    Plastic packaging   | recyclable | 15 01 02 | 0.1 | 4   | recycling
    Glass               | recyclable | 15 01 07 | 0.3 | 9   | recycling
    Scrap metal         | recyclable | 20 01 40 | 0.2 | 12  | recycling
    Organic waste       | organic    | 20 01 08 | 0.2 | 7   | composting
    Garden waste        | organic    | 20 02 01 | 0.3 | 9   | composting
    Mixed municipal     | residual   | 20 03 01 | 0.5 | 14  | incineration
    Construction debris | residual   | 17 09 04 | 1   | 22  | landfill
    Electronic waste    | hazardous  | 20 01 36 | 0.05 | 2  | recycling
    Used oil            | hazardous  | 13 02 05 | 0.05 | 1.5 | recovery
    Textiles            | recyclable | 20 01 11 | 0.05 | 2  | reuse
""")
"""Waste, class, code, least and greatest tons, treatment."""


def draw_waste(word: int) -> tuple[Cell, ...]:
    """Return a load of waste, of which a part is recycled."""
    name, kind, number_, low, high, treatment = dice.pick(
        word,
        1,
        WASTE,
    )
    tons = round(dice.log_spaced(word, 2, float(low), float(high)), 2)
    share = (
        dice.bell(word, 3, 60, 95)
        if kind in ("recyclable", "organic")
        else dice.bell(word, 3, 2, 30)
    )
    volume = round(tons * dice.bell(word, 4, 2.5, 6), 1)
    moved = (
        tons,
        round(tons * 1000),
        round(share, 1),
        round(tons * share / 100, 2),
        volume,
    )
    return name, kind, number_, treatment, *moved


LOAD = drawn(
    "waste_load",
    f"""
    waste_type waste_stream waste_material {owned("waste", "type stream")} material_type
    | waste_category {owned("waste", "category class")} | waste_code ewc_code
    | disposal_method treatment_method treatment {owned("waste", "treatment")}
    | weight_tonnes waste_tonnes tonnage weight_t waste_tons | weight_kg waste_kg collected_kg
    | recycling_rate recycling_rate_pct recycled_percent diversion_rate
    | recycled_tonnes recycled_tons | volume_m3 waste_volume_m3
    """,
    draw_waste,
)

OWN: dict[str, Spec] = {
    "ph_level ph_value": number(5.6, 7.2, 8.6, 1),
    "salinity_ppt salinity_psu salinity": number(0.2, 31, 37, 1),
    "ammonia_ppm ammonia_mg_l": number(0, 0.1, 1.2, 2),
    "nitrite_ppm nitrite_mg_l": number(0, 0.1, 1.5, 2),
    "nitrate_ppm": number(1, 14, 60, 1),
    "dbh_cm trunk_diameter_cm": number(6, 31, 110, 1),
    "noise_level noise_db noise_level_db sound_level_db sound_level decibels": number(
        32, 58, 96, 1
    ),
    "co2_emissions_t co2e_tonnes emissions_tonnes co2_tonnes co2e_t ghg_emissions": number(
        0.4, 46, 18000, 1
    ),
    "carbon_footprint_kg co2e_kg co2_kg carbon_footprint": number(0.4, 62, 4200, 1),
    "emission_scope ghg_scope": words("Scope 1*4|Scope 2*4|Scope 3*3"),
    "emission_source": words("""
        Electricity*4|Company vehicles*3|Natural gas heating*3|Business travel*2|Waste|Freight
        |Refrigerants|Purchased goods"""),
    "water_body waterbody river_name lake_name": words("""
        Mill Creek|Lake Serene|Willow River|Otter Brook|Stone Lake|Green River|Heron Pond
        |Black Creek
        |Clear Lake|Salmon River"""),
    "conservation_status": words("Least Concern*5|Near Threatened*2|Vulnerable*2|Endangered"),
    "tree_species": words(
        "English oak*2|Red maple*2|Silver birch|Norway spruce|Scots pine|Beech|Linden"
    ),
    "canopy_cover_pct canopy_cover tree_cover": number(2, 34, 92),
    "radiation_level radiation_usv_h dose_rate": number(0.04, 0.1, 0.4, 3),
    "pollution_source": words(
        "traffic*4|industry*3|agriculture*3|wastewater*2|construction|heating"
    ),
}

WITHIN: dict[str, Spec] = {
    "tree_name plot_species forest_plot_species tree_species_name": words("""
        English oak*2|Norway spruce*3|Scots pine*3|European beech*2|Silver birch*2|Red maple
        |Larch"""),
    "tree_health plot_health forest_plot_health": words("good*5|fair*3|poor|dead"),
    "crown_diameter_m canopy_diameter_m": number(1.2, 5.6, 16, 1),
    "tank tank_name": words("Reef tank*2|Quarantine tank|Main display*2|Tank 1|Tank 2|Nursery"),
    "station_name monitoring_station monitoring_site site_name site sampling_site": words("""
        Riverside Park|Central Square|Harbor East|Industrial Road|North Bridge|Airport West
        |Hill Street
        |Lakeshore|University Campus|Market Place"""),
    "scope": words("Scope 1*4|Scope 2*4|Scope 3*3"),
    "methodology calculation_method": words("""
        GHG Protocol*5|ISO 14064*3|EPA factors*2
        |DEFRA factors"""),
    "disposal_site landfill facility_name treatment_facility": words("""
        Northside Landfill|Greenway Recycling Center|Mill Road Transfer Station|Valley Compost Works
        |Harbor Incineration Plant"""),
    "truck truck_number vehicle": code("TRK-19", "WM-199"),
    "station_type site_type": words("urban background*4|traffic*3|rural*2|industrial*2"),
    "habitat habitat_type": words("forest*3|wetland*2|grassland*2|river*2|coastal|urban"),
    "measured_parameter parameter": words(
        "PM2.5*3|PM10*2|NO2*2|O3*2|pH|Turbidity|Dissolved oxygen"
    ),
    "unit units": words("ug/m3*6|ppm*2|ppb*2|mg/L*3|NTU"),
    "temperature_c temperature": number(-8, 14, 36, 1),
    "humidity humidity_pct": number(18, 62, 99),
    "inspector sampled_by collected_by observer surveyor": via("full_name"),
    "operator company facility_operator": via("company"),
    "container_type bin_type": words("240 L bin*4|1100 L container*3|skip*2|bag"),
    "collection_route route": code("R-19", "Route 1\\A"),
    "permit_number permit": code("ENV-2029-999"),
    "violation violation_type": words(
        "exceeded limit*3|missing report*2|improper storage*2|illegal dumping"
    ),
    "count individual_count abundance": number(1, 6, 140),
    "notes note remarks comment description observations": sentences("""
        Water clear, no odour.|Slight foam near the outlet.|Air hazy during the morning traffic.
        |Main pollutant {pollutant}, index {aqi}.|Bin overfilled, extra bags beside it.
        |Sampling point moved ten metres upstream.|Nest with three chicks seen.
        |Sensor cleaned and calibrated."""),
}

DOMAIN = clear_domain(
    "environment",
    merge(
        select(AIR, "pm25", "pm10", "aqi", "main_pollutant"),
        also(AIR, "ozone_ppb", "ozone ozone_ppb o3_ppb o3"),
        also(AIR, "no2", "no2 no2_ppb nitrogen_dioxide"),
        also(AIR, "so2", "so2 so2_ppb sulfur_dioxide"),
        also(AIR, "co2_ppm", "co2_ppm"),
        select(WATER, "dissolved_oxygen", "turbidity", "tds", "nitrate", "e_coli", "water_quality"),
        also(WATER, "water_temp", "water_temperature water_temperature_c water_temp_c"),
        select(LOAD, "waste_type", "recycling_rate", "waste_code"),
        OWN,
    ),
    merge(AIR, WATER, LOAD, WITHIN),
)
