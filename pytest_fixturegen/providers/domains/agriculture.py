"""Agriculture: farms, fields, crops, soils, livestock, irrigation."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.specs import (
    Cell,
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

CROPS = read_rows("""
    Wheat|Winter Wheat Skagen; Julius; Apache|cereal|winter|5.2|230|290|140
    Corn|Pioneer P9610; DKC 5144; Golden Bantam|cereal|summer|9.6|190|130|180
    Rice|Basmati 370; IR64; Koshihikari|cereal|monsoon|4.8|420|120|110
    Soybean    | AG 2834; Merlin; Pioneer P28T          | legume    | summer | 2.9 | 460  | 120 | 20
    Barley|Planet; Quench; Harrington|cereal|spring|5.4|205|110|100
    Oats       | Canyon; Magellan; Husky                | cereal    | spring | 4.2 | 215  | 105 | 80
    Rye        | Serafino; Tayo; Brasetto               | cereal    | winter | 4.9 | 190  | 280 | 95
    Sorghum    | Macia; Pacific MR43; NK 8828           | cereal    | summer | 3.6 | 210  | 115 | 90
    Potato|Russet Burbank; Agria; Bintje|root|spring|38|240|110|150
    Carrot|Nantes; Chantenay; Imperator|root|spring|42|330|95|110
    Onion|Yellow Granex; Red Baron; Sturon|vegetable|spring|40|290|130|120
    Tomato|Roma; San Marzano; Heirloom Brandywine|vegetable|summer|62|720|95|160
    Lettuce    | Butterhead; Iceberg; Lollo Rosso       | vegetable | spring | 28  | 820  | 60  | 90
    Pepper|California Wonder; Cayenne; Jalapeno|vegetable|summer|33|940|85|150
    Cotton|Deltapine 1646; Acala; Pima|fibre|summer|2.1|1650|165|110
    Sugar beet|Beta 9131; Kristallina; Smart Janninka|root|spring|72|48|180|120
    Sugarcane|Co 0238; Q208; CP 96|sugar|perennial|74|44|365|150
    Sunflower  | Peredovik; SY Bacardi; Neoma           | oilseed   | summer | 2.4 | 520  | 115 | 60
    Canola|InVigor L233; DK Exstorm; Aurelia|oilseed|winter|3.3|540|300|150
    Alfalfa|Vernal; Ranger; Magnum 7|forage|perennial|9.2|210|180|15
    Bean       | Pinto Othello; Black Turtle; Navy      | legume    | summer | 2.3 | 980  | 95  | 30
    Apple|Gala; Braeburn; Honeycrisp|fruit|perennial|31|640|165|60
    Grape|Riesling; Merlot; Chardonnay|fruit|perennial|11|1350|170|40
    Coffee|Bourbon; Caturra; Catuai|beverage|perennial|1.4|3900|270|150
""")
"""Crop, varieties, kind, season, tons per hectare, price of a ton, days, kilograms of nitrogen."""

FAILURES = (
    *("Late frost", "Drought", "Hail damage", "Flooding", "Fungal disease", "Pest infestation"),
    *("Poor germination", "Heat stress", "Storm damage", "Wireworm damage"),
)


def draw_crop(word: int) -> tuple[Cell, ...]:
    """Return a crop on a field of a size, with yields that fit it."""
    name, varieties, kind, season, tons, price, days, nitrogen = dice.pick(
        word,
        1,
        CROPS,
    )
    variety = dice.pick(
        word,
        2,
        [variety.strip() for variety in varieties.split(";")],
    )
    area = round(dice.log_spaced(word, 3, 0.8, 120), 1)
    expected = round(float(tons) * dice.bell(word, 4, 0.75, 1.25), 1)
    actual = round(expected * dice.bell(word, 5, 0.6, 1.25), 1)
    production, planned = round(actual * area, 2), round(expected * area, 2)
    ton_price = round(float(price) * dice.bell(word, 6, 0.8, 1.25), 2)
    fertilizer = round(float(nitrogen) * dice.bell(word, 7, 0.6, 1.3), 1)
    acres = round(area * 2.471, 1)
    yields = (
        expected,
        actual,
        production,
        planned,
        round(actual * 1000),
    )
    grown = round(int(days) * dice.bell(word, 8, 0.9, 1.1))
    seed = round(dice.log_spaced(word, 9, 4, 180), 1)
    prices = (ton_price, round(ton_price / 1000, 2))
    return (
        name,
        variety,
        kind,
        season,
        area,
        acres,
        *yields,
        *prices,
        fertilizer,
        grown,
        seed,
    )


CROP = drawn(
    "crop",
    f"""
    crop_name crop crop_type current_crop primary_crop main_crop {owned("crop", "name")}
      commodity previous_crop produce
    | crop_variety variety cultivar seed_variety {owned("crop seed", "variety")} hybrid
    | crop_category crop_group crop_family | season growing_season crop_season planting_season
    | area_ha area_hectares field_area_ha planted_area_ha cultivated_area_ha sown_area_ha hectares
      size_ha size_hectares plot_area_ha area harvested_area_ha
    | area_acres acres acreage field_size_acres size_acres
    | expected_yield_t_ha expected_yield yield_estimate yield_target estimated_yield target_yield
      expected_yield_tons_per_ha
    | actual_yield_t_ha actual_yield yield_t_ha yield_per_ha yield_per_hectare crop_yield yield_tha
      yield
    | total_production_t total_production production_tons harvested_tons total_yield
      harvest_weight_t yield_tons quantity_tons
    | planned_production_t expected_production expected_production_t
    | yield_kg_ha yield_kg_per_ha
    | price_per_ton ton_price market_price_per_ton price_per_tonne
    | price_per_kg market_price_per_kg kg_price
    | nitrogen_kg_ha n_kg_ha fertilizer_kg_ha nitrogen_rate
    | days_to_maturity growing_days days_to_harvest maturity_days growth_duration_days
    | seed_rate_kg_ha seeding_rate sowing_rate seed_rate
    """,
    draw_crop,
)

ANIMALS = read_rows("""
    cattle  | Holstein; Angus; Hereford; Jersey; Simmental; Charolais | 380 | 760  | 29 | Bovine
    cattle  | Holstein Friesian; Brown Swiss; Limousin; Ayrshire      | 360 | 740  | 26 | Bovine
    sheep   | Merino; Suffolk; Dorset; Texel; Romney                  | 42  | 105  | 1.6 | Ovine
    goat    | Boer; Saanen; Nubian; Alpine; LaMancha                  | 34  | 92   | 3.1 | Caprine
    pig     | Large White; Duroc; Landrace; Hampshire; Berkshire      | 55  | 260  |    | Porcine
    chicken | Leghorn; Rhode Island Red; Plymouth Rock; Sussex        | 1.4 | 3.9  |    | Avian
    horse   | Haflinger; Percheron; Quarter Horse; Belgian            | 420 | 720  |    | Equine
    duck    | Pekin; Khaki Campbell; Muscovy                          | 1.8 | 3.8  |    | Avian
    turkey  | Broad Breasted White; Bronze; Narragansett              | 6   | 14   |    | Avian
""")
"""Species, breeds, weights in kilograms, litres of milk a day, kind."""

HERD = ("cattle",) * 5 + ("sheep",) * 2 + ("goat", "pig", "pig", "chicken", "horse", "duck")


def draw_animal(word: int) -> tuple[Cell, ...]:
    """Return an animal of a herd: its breed, sex and weight, and the milk of those that give it."""
    species = dice.pick(word, 1, HERD)
    rows = [row for row in ANIMALS if row[0] == species]
    _, breeds, light, heavy, litres, kind = dice.pick(
        word,
        2,
        rows,
    )
    breed = dice.pick(
        word,
        3,
        [breed.strip() for breed in breeds.split(";")],
    )
    sex = "female" if dice.chance(word, 4, 70) else "male"
    weight = dice.bell(
        word,
        5,
        float(light),
        float(heavy),
    )
    is_milked = bool(litres) and sex == "female"
    milk = round(float(litres) * dice.bell(word, 6, 0.55, 1.35), 1) if is_milked else None
    eggs = round(dice.bell(word, 7, 3, 7)) if kind == "Avian" and sex == "female" else None
    feed = round(weight * dice.bell(word, 8, 0.022, 0.034) + 0.08, 2)
    size = round(dice.log_spaced(word, 9, 6, 260))
    return species, breed, sex, sex[0].upper(), round(weight, 2), milk, eggs, feed, kind, size


ANIMAL = drawn(
    "animal",
    f"""
    species animal_species animal_type livestock_type {owned("animal livestock herd", "type kind")}
    | breed animal_breed livestock_breed | sex gender animal_sex | sex_code
    | weight_kg weight live_weight_kg animal_weight_kg body_weight_kg current_weight_kg live_weight
      current_weight weight_kilograms
    | milk_yield_l_day milk_yield daily_milk_yield milk_yield_l milk_liters milk_litres_per_day
      milk_production_liters daily_milk_l milk_liters_per_day milk_per_day_l
    | eggs_per_week egg_count weekly_eggs | feed_kg_day feed_intake_kg daily_feed_kg feed_kg
    | animal_class | herd_size head_count flock_size number_of_animals
    """,
    draw_animal,
)


def draw_farm(word: int) -> tuple[Cell, ...]:
    """Return the areas of a farm: what is tilled and what is wild are parts of the whole."""
    total = round(dice.log_spaced(word, 1, 3, 60) * dice.log_spaced(word, 2, 1, 40), 1)
    arable = round(total * dice.bell(word, 3, 0.35, 0.8), 1)
    wild = round((total - arable) * dice.bell(word, 4, 0.2, 0.8), 1)
    pasture = round(total - arable - wild, 1)
    irrigated = round(arable * dice.share(word, 5), 1)
    stems = "Green Valley|Willow Creek|Oak Hill|Sunny Acres|Maple Ridge|Red Barn|Stony Brook"
    more = "|North Fork|Cedar Grove|Harvest Moon|Blue Sky|Meadow Lane|Old Mill|Four Winds|Rolling"
    name = f"{dice.pick(word, 6, (stems + more).split('|'))} {dice.pick(word, 7, FARM_KINDS)}"
    return name, total, arable, wild, pasture, irrigated, round(total * 2.471, 1)


FARM_KINDS = ("Farm", "Farm", "Farms", "Ranch", "Orchard", "Acres", "Estate", "Homestead")

FARM = drawn(
    "farm",
    """
    farm_name holding_name farm ranch_name orchard_name estate_name
    | total_area_ha farm_size_ha farm_area_ha total_hectares total_area total_farm_area_ha
    | arable_area_ha arable_area cultivable_area_ha agricultural_area_ha agricultural_area
      cropland_ha arable_land_ha
    | vegetation_area_ha vegetation_area forest_area_ha natural_area_ha wooded_area_ha
    | pasture_area_ha pasture_area grazing_area_ha grassland_ha
    | irrigated_area_ha irrigated_area | total_acres farm_size_acres total_area_acres
    """,
    draw_farm,
)

OWN = {
    "soil_type soil soil_class soil_texture dominant_soil_type": words("""
        Clay*2|Clay loam*3|Loam*4|Sandy loam*4|Silt loam*3|Sandy*2|Silty clay|Peat|Chalky loam
        |Black cotton soil|Red laterite|Alluvial*2"""),
    "soil_ph": number(4.6, 6.6, 8.3, 1),
    "soil_moisture soil_moisture_pct soil_moisture_percent soil_humidity": number(8, 27, 48, 1),
    "soil_temperature soil_temperature_c soil_temp_c": number(2, 15, 29, 1),
    "organic_matter organic_matter_pct soil_organic_matter organic_carbon": number(
        0.6, 2.7, 6.8, 1
    ),
    "electrical_conductivity soil_ec ec_ds_m": number(0.1, 0.8, 3.6, 2),
    "brix brix_level": number(6, 14.5, 26, 1),
    "irrigation_type irrigation_method irrigation_system irrigation": words("""
        drip*4|sprinkler*3|center pivot*2|furrow*2|flood|rainfed*2|surface|subsurface drip"""),
    "fertilizer fertilizer_type fertilizer_name fertiliser": words("""
        NPK 15-15-15*3|Urea 46%*3|Ammonium nitrate*2|DAP 18-46*2|Potassium chloride (potash)
        |Cattle manure*2|Compost|Calcium ammonium nitrate*2|Organic pellets|Lime"""),
    "pesticide pesticide_name herbicide crop_protection fungicide insecticide": words("""
        Glyphosate|Mancozeb|Copper oxychloride|Neem oil|Imidacloprid|Pendimethalin|Azoxystrobin
        |Sulfur 80 WG|Spinosad|Metribuzin"""),
    "pest pest_name pest_type disease_name crop_disease": words("""
        Aphids*2|Late blight*2|Powdery mildew*2|Fall armyworm|Rust|Whitefly|Fusarium wilt|Corn borer
        |Spider mites|Leaf spot|Stem borer|Colorado potato beetle"""),
    "ear_tag ear_tag_number animal_tag tag_number mother_tag father_tag dam_tag sire_tag tag_no "
    "ear_tag_id tag_id": code("US199999999", "EU9999999"),
    "growth_stage crop_stage phenological_stage": words("""
        germination|seedling*2|vegetative*4|tillering|flowering*3|fruiting*2|ripening*2
        |maturity"""),
    "ndvi ndvi_mean ndvi_index": number(0.12, 0.58, 0.89, 2),
    "failure_cause crop_failure_reason loss_cause_crop": words("|".join(FAILURES)),
    "tillage tillage_method tillage_type": words("no-till*3|conventional*3|strip-till|minimum*2"),
    "tractor tractor_model": words(
        "John Deere 6155M|Fendt 724 Vario|New Holland T7|Case IH Puma 150"
    ),
}

WITHIN = {
    "irrigation_event_method irrigation_method method": words("""
        drip*4|sprinkler*3|pivot*2
        |furrow*2|flood"""),
    "water_volume_m3 water_m3 volume_m3": number(4, 120, 2400, 1),
    "soil_moisture_before": number(8, 17, 26, 1),
    "soil_moisture_after": number(24, 33, 46, 1),
    "harvest_quantity_kg quantity_kg harvested_kg yield_kg": number(120, 2400, 48000),
    "ec ec_ms_cm": number(0.6, 1.8, 3.4, 2),
    "moisture_percent": number(9, 14, 24, 1),
    "fertilizer_use_kg fertilizer_amount_kg fertilizer_kg": number(40, 620, 9800),
    "tractor_make make equipment_make": words("""
        John Deere*3|Fendt*2|New Holland*2|Case IH
        |Massey Ferguson"""),
    "tractor_model model equipment_model": words("""
        6155M|724 Vario|T7.270|Puma 150|MF 5713|8R 340
        |T6.180"""),
    "engine_hours operating_hours": number(120, 3400, 14000),
    "horsepower hp": number(45, 145, 420),
    "greenhouse_name": words("""
        Greenhouse 1*2|Greenhouse 2*2|Glasshouse North|Tunnel A|Tunnel B
        |House 7"""),
    "storage_location storage": words("Silo 1*3|Silo 2*2|Barn North*2|Cold store 3|Grain bin 4"),
    "ph ph_level": number(4.6, 6.6, 8.3, 1),
    "nitrogen nitrogen_ppm n nitrogen_level nitrogen_mg_kg": number(6, 28, 95),
    "phosphorus phosphorus_ppm p phosphorus_level phosphorus_mg_kg": number(4, 24, 80),
    "potassium potassium_ppm k potassium_level potassium_mg_kg": number(40, 150, 380),
    "phosphorus_kg_ha potassium_kg_ha": number(0, 45, 180, 1),
    "moisture moisture_pct moisture_content grain_moisture grain_moisture_pct": number(
        9, 14, 24, 1
    ),
    "rainfall_mm rainfall annual_rainfall_mm precipitation_mm": number(40, 480, 1900),
    "temperature temperature_c avg_temperature_c": number(-4, 18, 38, 1),
    "humidity humidity_pct": number(22, 64, 98),
    "water_liters water_volume_l water_amount water_used_liters water_usage": number(
        200, 4200, 90000
    ),
    "irrigation_mm water_mm": number(4, 22, 60),
    "field_name plot_name parcel_name block_name paddock paddock_name field_label": words("""
        North Field*2|South Field*2|East Field|West Field|River Meadow|Hill Block|Long Acre
        |Mill Field|Lower Pasture|Upper Terrace|Home Paddock|Church Field|Block A|Block C-2
        |Orchard Row 4|Creek Bottom"""),
    "district taluk block mandal": via("city"),
    "soil_health soil_quality quality_grade grade": words("A*4|B*4|C*2"),
    "failure_reason cause_of_death": words("|".join(FAILURES)),
    "application_method": words("broadcast*3|foliar spray*3|banding|drip|seed treatment"),
    "farm_type": words("crop*4|livestock*3|mixed*4|dairy*2|organic"),
    "equipment equipment_name machine implement": words("""
        Tractor*3|Combine harvester*2|Seed drill|Sprayer|Plough|Baler|Disc harrow|Milking robot"""),
    "sensor_depth_cm depth_cm": words("10|20*3|30*3|60|90"),
    "feed_type feed ration": words(
        "Corn silage*3|Hay*3|Pasture*2|Barley mix|Soybean meal|Layer pellets"
    ),
    "certification certifications": words("Organic*3|GlobalG.A.P.*3|Fairtrade|Rainforest Alliance"),
    "unit yield_unit": words("t*4|kg*5|bushel|bag|ha"),
    "weather weather_condition": words("sunny*4|cloudy*3|light rain|windy|dry*2"),
    "activity task operation operation_type activity_type": words("""
        Sowing*2|Irrigation*3|Fertilizing*2|Spraying*2|Weeding|Harvesting*2|Ploughing|Pruning
        |Soil sampling|Mowing"""),
    "notes note observation observations remarks comments description": sentences("""
        {crop_name} in the {growth_stage} stage; stand is even.
        |Some {pest} on the lower leaves, treated with {pesticide}.
        |Soil moist after rain, no {irrigation_type} irrigation needed this week.
        |Applied {fertilizer} before the forecast rain.
        |Weeds along the edge of the field; scheduled mowing.
        |Harvest of {crop_name} expected to start in two weeks.
        |Animals healthy, feed intake normal.|Fence repaired on the south side.
        |Leaf samples sent to the laboratory."""),
    "recommendation advice": sentences("""
        Apply {fertilizer} before the next rain.|Irrigate in the evening with {irrigation_type}.
        |Scout for {pest} twice a week.|Rotate with a legume after {crop_name}.
        |Raise the soil pH with lime."""),
}

DOMAIN = clear_domain(
    "agriculture",
    merge(
        also(CROP, "crop_name", "crop_name crop crop_type main_crop primary_crop"),
        select(CROP, "crop_variety", "days_to_maturity", "seed_rate", "nitrogen_kg_ha"),
        select(ANIMAL, "milk_yield", "breed", "feed_kg_day"),
        also(FARM, "farm_name", "farm_name"),
        OWN,
    ),
    merge(CROP, ANIMAL, FARM, WITHIN),
)
