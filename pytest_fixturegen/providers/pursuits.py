"""Pursuits of people: music and films, work and its rooms, health."""

from __future__ import annotations

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.fact_fields import (
    ProviderTable,
    build_table,
    make_choice_provider,
    make_draw_provider,
)
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.places import provide_city
from pytest_fixturegen.providers.prose import (
    make_sentence_provider,
    provide_label,
    provide_thing_name,
)
from pytest_fixturegen.providers.quantity import make_evenly_spaced, make_number_provider

MUSIC_GENRES = (
    "Rock",
    "Pop",
    "Jazz",
    "Electronic",
    "Classical",
    "Folk",
    "Hip-Hop",
    "Soul",
    "Country",
    "Blues",
    "Reggae",
    "Indie",
)
STORY_GENRES = (
    "Drama",
    "Comedy",
    "Mystery",
    "Fantasy",
    "Science Fiction",
    "Adventure",
    "Romance",
    "Thriller",
    "History",
    "Documentary",
)
MUSIC_NOUNS = frozenset(
    "song track album artist playlist band concert musician singer record festival".split()
)
"""Nouns in the names of models that describe music."""

SKILLS = (
    "Python",
    "SQL",
    "Excel",
    "Project Management",
    "Public Speaking",
    "Data Analysis",
    "JavaScript",
    "Copywriting",
    "Negotiation",
    "Bookkeeping",
    "Graphic Design",
    "Customer Service",
    "Java",
    "Linux",
    "Photography",
    "Technical Writing",
    "Sales",
    "Recruiting",
    "Budgeting",
    "Quality Assurance",
    "Event Planning",
    "User Research",
    "Welding",
    "Carpentry",
    "First Aid",
    "Machine Learning",
    "Video Editing",
    "Translation",
    "Product Management",
    "Cloud Computing",
)
ALLERGENS = (
    "Peanuts",
    "Penicillin",
    "Pollen",
    "Latex",
    "Shellfish",
    "Milk",
    "Eggs",
    "Soy",
    "Wheat",
    "Dust Mites",
    "Cat Dander",
    "Bee Stings",
)
MEDICATIONS = (
    "Ibuprofen",
    "Paracetamol",
    "Amoxicillin",
    "Metformin",
    "Atorvastatin",
    "Lisinopril",
    "Omeprazole",
    "Levothyroxine",
    "Amlodipine",
    "Salbutamol",
    "Cetirizine",
    "Simvastatin",
    "Losartan",
    "Azithromycin",
    "Sertraline",
    "Insulin",
    "Warfarin",
    "Prednisone",
)


def provide_genre(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a genre: of music, or of stories."""
    is_music = MUSIC_NOUNS & {*context.model.split("_")}
    genres = MUSIC_GENRES if is_music else STORY_GENRES
    return make_choice_provider(*genres)(context, owner)


def provide_skill(context: FieldContext, owner: str) -> Node | None:
    """Return the node of a skill; of any word in languages other than English."""
    if context.vocabulary.language == "en":
        return make_choice_provider(*SKILLS)(context, owner)
    return provide_label(context, owner)


def draw_room(word: int) -> str:
    """Return a room by its floor and number; half of them with the letter of their building."""
    number = f"{1 + word % 5}{1 + (word >> 8) % 30:02}"
    if word & 1 << 40:
        return number
    building = "ABCD"[(word >> 16) % 4]
    return f"{building}-{number}"


def draw_isrc(word: int) -> str:
    """Return the code of a recording [ISO 3901] with ZZ, which is not the code of a country."""
    return f"ZZTST{word % 26:02}{(word >> 16) % 100_000:05}"


def draw_blood_pressure(word: int) -> str:
    """Return the systolic and the diastolic pressure, in mmHg."""
    systolic, diastolic = 100 + word % 45, 62 + (word >> 16) % 28
    return f"{systolic}/{diastolic}"


def provide_office(context: FieldContext, owner: str) -> Node | None:
    """Return the node of the city of an office, which may differ from that of the home."""
    return provide_city(context, owner or "office")


NAMES: ProviderTable = build_table(
    (
        """album album_name album_title playlist playlist_name song song_name song_title track_name
        track_title movie movie_name movie_title film film_title series_name show_name podcast
        podcast_name episode_title game_title""",
        "str",
        provide_thing_name,
    ),
    ("genre genre_name music_genre", "str", provide_genre),
    ("bpm tempo", "int float", make_number_provider(make_evenly_spaced(62, 178))),
    (
        "track_number track_no disc_number episode episode_number",
        "int",
        make_number_provider(range(1, 19)),
    ),
    ("season season_number", "int", make_number_provider((1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8))),
    ("isrc", "str", make_draw_provider(draw_isrc, (12, 12))),
    ("lyrics transcript", "str", make_sentence_provider(90, 320)),
    ("skill skill_name expertise competency", "str", provide_skill),
    ("allergy allergen allergen_name", "str", make_choice_provider(*ALLERGENS)),
    (
        "medication medication_name medicine drug drug_name",
        "str",
        make_choice_provider(*MEDICATIONS),
    ),
    (
        "room room_number room_no office_number meeting_room classroom",
        "str",
        make_draw_provider(draw_room),
    ),
    ("office office_location", "str", provide_office),
    (
        "heart_rate pulse resting_heart_rate",
        "int float",
        make_number_provider(make_evenly_spaced(52, 118)),
    ),
    ("blood_pressure", "str", make_draw_provider(draw_blood_pressure)),
)
"""Names of fields and kinds of value, and their providers."""
