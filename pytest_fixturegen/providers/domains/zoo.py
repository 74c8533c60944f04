"""Zoos and wildlife: animals with their origin, diet, status and weight."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import dice
from pytest_fixturegen.providers.domains.clear_names import clear_domain
from pytest_fixturegen.providers.domains.pets import NAMES
from pytest_fixturegen.providers.domains.specs import (
    Cell,
    Spec,
    code,
    drawn,
    merge,
    number,
    read_rows,
    select,
    sentences,
    via,
    words,
)

ZOO = read_rows("""
    African Elephant|Loxodonta africana|Mammal|Africa|herbivore|Vulnerable|3200|5400
    Asian Elephant|Elephas maximus|Mammal|Asia|herbivore|Endangered|2400|4200
    Lion|Panthera leo|Mammal|Africa|carnivore|Vulnerable|120|220
    Siberian Tiger|Panthera tigris|Mammal|Asia|carnivore|Endangered|110|240
    Reticulated Giraffe|Giraffa camelopardalis|Mammal|Africa|herbivore|Vulnerable|700|1300
    Plains Zebra|Equus quagga|Mammal|Africa|herbivore|Near Threatened|220|350
    Red Panda|Ailurus fulgens|Mammal|Asia|omnivore|Endangered|4|7
    Polar Bear|Ursus maritimus|Mammal|Arctic|carnivore|Vulnerable|200|480
    Western Gorilla|Gorilla gorilla|Mammal|Africa|herbivore|Critically Endangered|80|190
    Humboldt Penguin|Spheniscus humboldti|Bird|South America|carnivore|Vulnerable|3.2|5.2
    Greater Flamingo|Phoenicopterus roseus|Bird|Africa|omnivore|Least Concern|2.1|4
    Bald Eagle|Haliaeetus leucocephalus|Bird|North America|carnivore|Least Concern|3|6.3
    Nile Crocodile|Crocodylus niloticus|Reptile|Africa|carnivore|Least Concern|120|480
    Green Iguana|Iguana iguana|Reptile|South America|herbivore|Least Concern|1.2|6
    Meerkat|Suricata suricatta|Mammal|Africa|omnivore|Least Concern|0.6|0.95
    California Sea Lion|Zalophus californianus|Mammal|North America|carnivore|Least Concern|80|320
""")
"""Animal, species, class, origin, diet, status, weights in kilograms."""


def draw_resident(word: int) -> tuple[Cell, ...]:
    """Return an animal of a zoo."""
    name, latin, group, home, diet, status, low, high = dice.pick(
        word,
        1,
        ZOO,
    )
    weight = round(dice.bell(word, 2, float(low), float(high)), 2)
    meal = round(weight * (0.035 if diet == "carnivore" else 0.02) + 0.05, 2)
    area = round(dice.log_spaced(word, 3, 60, 9000))
    return name, latin, group, home, diet, status, weight, meal, area


RESIDENT = drawn(
    "zoo_animal",
    """
    exhibit_species zoo_species zoo_animal common_name species animal_type animal_species
    | scientific_name latin_name species_name binomial_name | animal_class taxonomic_class
    | native_region native_range origin continent | diet diet_type feeding_type
    | conservation_status iucn_status | weight_kg weight | daily_food_kg food_kg_per_day
    | enclosure_size_m2 enclosure_area_m2 area_m2
    """,
    draw_resident,
)


WITHIN: dict[str, Spec] = {
    "enclosure enclosure_name exhibit habitat exhibit_name": words("""
        Savanna Plains|Rainforest House|Penguin Cove|Big Cat Ridge|Reptile House|Aviary
        |Elephant Valley
        |Arctic Coast|Petting Farm|Primate Island"""),
    "name animal_name zoo_animal_name nickname": words("|".join(NAMES)),
    "keeper zookeeper caretaker trainer ranger researcher observer": via("full_name"),
    "sex gender": words("female*5|male*4"),
    "habitat": words("savanna*3|rainforest*2|mountain forest|arctic coast|wetland*2|desert|river"),
    "collar_id tag_id band_number transponder": code("ZA-1999", "C-99999", "B1999-99999"),
    "group_size herd_size population_count count": number(1, 5, 60),
    "behavior behaviour activity": words("feeding*4|resting*4|walking*3|grooming|playing|alert"),
    "feeding_time": words("07:30|09:00*2|11:00|14:30*2|16:00"),
    "notes note observations comment description health_notes": sentences("""
        {common_name} ate well and was active in the morning.|Weight stable since the last check.
        |Moved to {enclosure} for the night.|Enrichment accepted after a few minutes.
        |Small scratch on the left side, treated.|Calm during the veterinary check."""),
}

DOMAIN = clear_domain(
    "zoo",
    select(RESIDENT, "zoo_animal", "enclosure_size_m2", "native_region"),
    merge(RESIDENT, WITHIN),
)
