"""Pets and veterinary care: species with their breeds, weights and names."""

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
    sentences,
    via,
    words,
)

PETS = read_rows("""
    dog     | Labrador Retriever; Golden Retriever; German Shepherd; Boxer        | 22 | 36 | 13
    dog     | Beagle; French Bulldog; Cocker Spaniel; Border Collie; Whippet      | 9  | 19 | 14
    dog     | Chihuahua; Dachshund; Pug; Yorkshire Terrier; Shih Tzu              | 2.2 | 8 | 15
    dog     | Mixed breed; Poodle; Siberian Husky; Australian Shepherd            | 12 | 28 | 13
    cat     | Domestic Shorthair; Siamese; British Shorthair; Bengal; Abyssinian  | 3.1 | 6.2 | 18
    cat     | Maine Coon; Ragdoll; Persian; Norwegian Forest Cat; Sphynx          | 3.8 | 8.4 | 16
    rabbit  | Holland Lop; Netherland Dwarf; Rex; Mini Lop                        | 1.1 | 3.4 | 10
    bird    | Budgerigar; Cockatiel; Canary; Lovebird                             | 0.03 | 0.11 | 12
    hamster | Syrian; Roborovski; Campbell's Dwarf                                | 0.03 | 0.15 | 3
    guinea pig | American; Abyssinian; Peruvian                                   | 0.7 | 1.2 | 7
    fish    | Betta; Guppy; Goldfish; Neon Tetra                                  | 0.01 | 0.2 | 5
    reptile | Leopard Gecko; Bearded Dragon; Corn Snake; Red-eared Slider         | 0.05 | 1.6 | 15
    horse   | Quarter Horse; Arabian; Thoroughbred; Haflinger                     | 380 | 560 | 27
""")
"""Species, breeds, weights in kilograms, greatest age."""

KEPT = (
    ("dog",) * 8
    + ("cat",) * 7
    + ("rabbit", "rabbit", "bird", "hamster", "guinea pig", "fish", "reptile")
)

NAMES = (
    "Luna Max Bella Charlie Coco Milo Daisy Rocky Nala Oscar Ruby Simba Willow Leo Poppy Felix "
    "Buddy Molly Pepper Toby Chloe Jasper Hazel Biscuit Ziggy Mocha Shadow Ginger Olive Archie"
).split()

COATS = (
    "black",
    "white",
    "brown",
    "tan",
    "grey",
    "tabby",
    "tricolor",
    "golden",
    "cream",
    "brindle",
)


def draw_pet(word: int) -> tuple[Cell, ...]:
    """Return a pet: its breed and weight are those of its species."""
    species = dice.pick(word, 1, KEPT)
    row = dice.pick(
        word,
        2,
        [row for row in PETS if row[0] == species],
    )
    breed = dice.pick(
        word,
        3,
        [breed.strip() for breed in row[1].split(";")],
    )
    weight = round(dice.bell(word, 4, float(row[2]), float(row[3])), 2)
    years = min(int(row[4]), int(dice.tail(word, 5, 0, int(row[4]), 1.5)))
    name, coat = dice.pick(word, 6, NAMES), dice.pick(word, 7, COATS)
    sex = "female" if dice.chance(word, 8, 50) else "male"
    months = years * 12 + round(11 * dice.share(word, 9))
    size = "large" if weight > 25 else "medium" if weight > 9 else "small"
    food = f"{'Canned' if dice.chance(word, 10, 30) else 'Dry'} {species} food"
    return species, breed, weight, years, name, coat, sex, months, size, food, sex[0].upper()


PET = drawn(
    "pet",
    f"""
    species animal_species pet_type animal_type pet_species
      {owned("pet animal", "type kind species")}
    | breed pet_breed animal_breed dog_breed cat_breed
    | weight_kg weight pet_weight_kg current_weight_kg body_weight_kg
    | life_stage_years
    | pet_name animal_name {owned("pet dog cat animal horse puppy kitten", "name")}
    | coat_color color coat fur_color colour | sex gender pet_gender | age_months
    | size pet_size size_category | diet food food_type | sex_code
    """,
    draw_pet,
)

OWN: dict[str, Spec] = {
    "microchip microchip_number microchip_id chip_number chip_id": code(
        r"\985\199999999999", r"\98\1099999999999"
    ),
    "vet_name veterinarian vet veterinarian_name attending_vet": via("full_name"),
    "pet_owner": via("full_name"),
    "temperament personality": words("""
        friendly*4|playful*3|calm*3|shy*2|energetic*2|independent|affectionate*2|curious"""),
    "vet_clinic veterinary_clinic": words("""
        Oak Street Animal Clinic|Happy Paws Veterinary|Riverside Pet Hospital|Four Legs Clinic
        |Northside Animal Care"""),
}

WITHIN: dict[str, Spec] = {
    "vaccine vaccination vaccine_name vaccinations": words("""
        Rabies*4|DHPP*3|Bordetella*2|Leptospirosis|FVRCP*3|FeLV*2|Lyme"""),
    "keeper zookeeper caretaker trainer groomer walker owner owner_name adopter adopter_name": via(
        "full_name"
    ),
    "patient_name": words("|".join(NAMES)),
    "rabies_tag rabies_tag_number": code(r"R-9\A9999"),
    "shelter_name shelter rescue rescue_organization": words("""
        Happy Tails Shelter|Riverside Animal Rescue|Second Chance Shelter|Paws and Claws Rescue
        |City Animal Shelter"""),
    "visit_reason reason reason_for_visit complaint": words("""
        Annual check-up*3|Vaccination*3|Limping|Ear infection*2|Dental cleaning*2|Skin itching
        |Vomiting|Neutering|Weight check"""),
    "diagnosis condition": words("""
        Otitis externa*2|Dental disease*2|Obesity|Flea allergy*2|Gastroenteritis*2|Healthy*3
        |Arthritis
        |Conjunctivitis|Sprain"""),
    "treatment medication prescription drug": words("""
        Amoxicillin|Carprofen*2|Ear drops*2|Flea treatment*2|Metronidazole|Special diet|Rest"""),
    "temperature_c temperature body_temperature": number(37.5, 38.6, 40.1, 1),
    "heart_rate pulse": number(60, 118, 220),
    "kennel kennel_number cage_number": code("K-19", "A-19", "C-9"),
    "adoption_fee": words("50|75|95|120*3|150*2|200|250*2|350"),
    "activity_level energy_level": words("low*2|medium*4|high*3"),
    "food_brand": words("Happy Bowl|Green Paw|NatureBite|Purely Pet"),
    "feeding_time": words("07:30|08:00*2|12:00|17:00|18:00*2"),
    "notes note comments description comment bio behavior_notes about": sentences("""
        {pet_name} gets along well with children.|Walks nicely on the leash.|Needs a quiet home.
        |A bit shy at first, then very affectionate.|{pet_name} is house-trained and neutered.
        |Eats well and is up to date on vaccinations.|Prefers to be the only pet.
        |Weight stable since the last visit."""),
}

DOMAIN = clear_domain(
    "pets",
    merge(
        also(PET, "pet_name", "pet_name animal_name dog_name cat_name"),
        also(PET, "dog_breed", "pet_breed dog_breed cat_breed"),
        also(PET, "pet_type", "pet_type pet_species"),
        also(PET, "coat_color", "coat_color fur_color"),
        OWN,
    ),
    merge(PET, WITHIN),
)
