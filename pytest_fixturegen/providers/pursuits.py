"""What people do: music and films, work and its rooms, health."""

from __future__ import annotations

from pytest_fixturegen.nodes import Node
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.places import city
from pytest_fixturegen.providers.prose import label, thing_name, written
from pytest_fixturegen.providers.quantity import counted, even
from pytest_fixturegen.providers.views import Table, drawing, picked, table

MUSIC = "Rock, Pop, Jazz, Electronic, Classical, Folk, Hip-Hop, Soul, Country, Blues, Reggae, Indie".split(", ")
STORIES = "Drama, Comedy, Mystery, Fantasy, Science Fiction, Adventure, Romance, Thriller, History, Documentary".split(", ")
SOUNDING = frozenset("song track album artist playlist band concert musician singer record festival".split())
"""Nouns of models that speak of music."""

SKILLS = """Python, SQL, Excel, Project Management, Public Speaking, Data Analysis, JavaScript, Copywriting, Negotiation,
    Bookkeeping, Graphic Design, Customer Service, Java, Linux, Photography, Technical Writing, Sales, Recruiting, Budgeting,
    Quality Assurance, Event Planning, User Research, Welding, Carpentry, First Aid, Machine Learning, Video Editing,
    Translation, Product Management, Cloud Computing""".replace("\n    ", " ").split(", ")
ALLERGENS = "Peanuts, Penicillin, Pollen, Latex, Shellfish, Milk, Eggs, Soy, Wheat, Dust Mites, Cat Dander, Bee Stings".split(
    ", "
)
DRUGS = """Ibuprofen, Paracetamol, Amoxicillin, Metformin, Atorvastatin, Lisinopril, Omeprazole, Levothyroxine, Amlodipine,
    Salbutamol, Cetirizine, Simvastatin, Losartan, Azithromycin, Sertraline, Insulin, Warfarin,
    Prednisone""".replace("\n    ", " ").split(", ")


def genre(ask: Ask, whose: str) -> Node | None:
    """Of music, or of what is told."""
    return picked(*(MUSIC if SOUNDING & {*ask.model.split("_")} else STORIES))(ask, whose)


def skill(ask: Ask, whose: str) -> Node | None:
    """What somebody can do."""
    return (picked(*SKILLS) if ask.words.language == "en" else label)(ask, whose)


def room(word: int) -> str:
    """A room by its floor and number, with the letter of its house now and then."""
    number = f"{1 + word % 5}{1 + (word >> 8) % 30:02}"
    return number if word & 1 << 40 else f"{'ABCD'[(word >> 16) % 4]}-{number}"


def isrc(word: int) -> str:
    """The code of a recording [ISO 3901], of a country that is none."""
    return f"ZZTST{word % 26:02}{(word >> 16) % 100_000:05}"


def blood_pressure(word: int) -> str:
    """Of a heart that beats, and that rests, in mmHg."""
    return f"{100 + word % 45}/{62 + (word >> 16) % 28}"


def office(ask: Ask, whose: str) -> Node | None:
    """The city of an office, which need not be that of a home."""
    return city(ask, whose or "office")


NAMES: Table = table(
    (
        """album album_name album_title playlist playlist_name song song_name song_title track_name track_title movie movie_name
        movie_title film film_title series_name show_name podcast podcast_name episode_title game_title""",
        "str",
        thing_name,
    ),
    ("genre genre_name music_genre", "str", genre),
    ("bpm tempo", "int float", counted(even(62, 178))),
    ("track_number track_no disc_number episode episode_number", "int", counted(range(1, 19))),
    ("season season_number", "int", counted((1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8))),
    ("isrc", "str", drawing(isrc, (12, 12))),
    ("lyrics transcript", "str", written(90, 320)),
    ("skill skill_name expertise competency", "str", skill),
    ("allergy allergen allergen_name", "str", picked(*ALLERGENS)),
    ("medication medication_name medicine drug drug_name", "str", picked(*DRUGS)),
    ("room room_number room_no office_number meeting_room classroom", "str", drawing(room)),
    ("office office_location", "str", office),
    ("heart_rate pulse resting_heart_rate", "int float", counted(even(52, 118))),
    ("blood_pressure", "str", drawing(blood_pressure)),
)
"""Names of fields and kinds of value, and who serves them."""
