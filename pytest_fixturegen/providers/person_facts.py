"""The person that a record describes.

A person has a given and a family name, each in the spelling of the locale and in ASCII.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from pytest_fixturegen.nodes import Choice, Fact
from pytest_fixturegen.providers.data.names import (
    FAMILY_NAMES,
    FEMALE_FIRST_NAMES,
    MALE_FIRST_NAMES,
)
from pytest_fixturegen.providers.fact_fields import format_fact_name
from pytest_fixturegen.providers.field_context import FieldContext
from pytest_fixturegen.providers.vocabulary import FALLBACK_LOCALE, Vocabulary, expand_weights

FEMALE, MALE = 0, 1

MIN_DISTINCT_NAMES = 5
"""Different names that a table must have. With fewer, it is a placeholder in Faker."""

NAME_POOL_SIZE = 512
"""Names drawn from a table with weights."""

BUILTIN_NAMES = {
    "first_names_female": FEMALE_FIRST_NAMES,
    "first_names_male": MALE_FIRST_NAMES,
    "last_names_male": FAMILY_NAMES,
    "last_names_female": FAMILY_NAMES,
}
"""Names of en_US, the most common first.

They are built in because importing Faker takes as long as everything else together.
"""

ZIPF_OFFSET = 40
"""The name of rank p has the weight 1 / (p + ZIPF_OFFSET).

That is Zipf's law, but flatter than in real life, so that fewer names repeat.
"""

FAMILY_NAME_FIRST = {"ja": " ", "zh": "", "ko": "", "hu": " ", "vi": " "}
"""Languages that write the family name first, and the separator between the names."""

GERMAN_SPELLINGS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
ASCII_SPELLINGS: dict[str, dict[str, str]] = {
    "de": GERMAN_SPELLINGS,
    "da": {"æ": "ae", "ø": "oe", "å": "aa"},
    "no": {"æ": "ae", "ø": "o", "å": "a"},
}
"""By language: letters that are not just written without their accent in ASCII."""


class FirstName(NamedTuple):
    """A given name, its spelling in ASCII, and the sex of its bearers (FEMALE or MALE).

    *kana* says how a Japanese name is read.
    """

    name: str
    ascii_form: str
    sex: int
    kana: str = ""


class LastName(NamedTuple):
    """A family name in its forms for women and for men, and its spelling in ASCII.

    A value of :attr:`FirstName.sex` is the index of the form.
    """

    female: str
    male: str
    ascii_form: str
    kana: str = ""


def build_first_name_fact(context: FieldContext, owner: str) -> Fact:
    """Return the fact of the given name of the record's person."""
    names = list_first_names(context.vocabulary)
    sex = _find_relative_sex(owner) if owner else None
    if sex is not None:
        names = tuple(name for name in names if name.sex == sex)
    return Fact(format_fact_name(owner, "first_name"), Choice(names, names))


RELATIVE_SEXES = {
    **dict.fromkeys(
        "mother mom mum wife daughter sister aunt grandmother bride niece".split(), FEMALE
    ),
    **dict.fromkeys("father dad husband son brother uncle grandfather groom nephew".split(), MALE),
}
"""The sex of relatives, by the word of the owner."""


def _find_relative_sex(owner: str) -> int | None:
    """Return the sex of the relative that *owner* is; None if it may be either."""
    sexes = (RELATIVE_SEXES.get(word) for word in reversed(owner.split("_")))
    return next(
        (sex for sex in sexes if sex is not None),
        None,
    )


def build_last_name_fact(context: FieldContext, owner: str) -> Fact:
    """Return the fact of the family name of that person."""
    names = list_last_names(context.vocabulary)
    return Fact(format_fact_name(owner, "last_name"), Choice(names, names))


@lru_cache(maxsize=32)
def list_first_names(vocabulary: Vocabulary) -> tuple[FirstName, ...]:
    """Return the locale's given names, common ones more than once.

    Names of women and of men alternate.
    """
    female = _list_names(vocabulary, "first_names_female")
    male = _list_names(vocabulary, "first_names_male")
    if not (female and male):  # the locale does not separate them
        unisex = _list_names(vocabulary, "first_names")
        female = male = unisex or _list_faker_names(vocabulary, "first_name")
    count = max(len(female), len(male))
    names = []
    for place in range(count):
        for sex, entries in ((FEMALE, female), (MALE, male)):
            entry = entries[place * len(entries) // count]
            names.append(_build_first_name(entry, sex, vocabulary.language))
    return tuple(names)


def _build_first_name(
    entry: Any,
    sex: int,
    language: str,
) -> FirstName:
    """Return *entry* of a name table as a first name of *sex*.

    The ASCII form is the romanized name of the entry, or derived from the spelling in *language*.
    """
    name, romanized = _split_romanized(entry)
    ascii_form = romanized or to_ascii_name(name, language)
    return FirstName(
        str(name),
        ascii_form,
        sex,
        _find_kana(entry),
    )


def _split_romanized(entry: Any) -> tuple[str, str]:
    """Return a name and its romanized form, "" if Faker does not list one.

    Faker lists Japanese names as (kanji, kana, romaji).
    """
    return (entry[0], entry[-1].lower()) if isinstance(entry, tuple) else (entry, "")


def _find_kana(entry: Any) -> str:
    return entry[1] if isinstance(entry, tuple) and len(entry) == 3 else ""


@lru_cache(maxsize=32)
def list_last_names(vocabulary: Vocabulary) -> tuple[LastName, ...]:
    """Return the locale's family names, common ones more than once."""
    male = (
        _list_names(vocabulary, "last_names_male")
        or _list_names(vocabulary, "last_names")
        or _list_faker_names(vocabulary, "last_name")
    )
    female = _list_names(vocabulary, "last_names_female")
    if len(female) != len(male):  # the entries are not the two forms of one name
        female = male
    pairs = zip(female, male, strict=True)
    return tuple(_build_last_name(*pair, vocabulary.language) for pair in pairs)


def _build_last_name(
    female_entry: Any,
    male_entry: Any,
    language: str,
) -> LastName:
    """Return the female and the male form of a family name, and the ASCII form of the male one."""
    female, _ = _split_romanized(female_entry)
    male, romanized = _split_romanized(male_entry)
    ascii_form = romanized or to_ascii_name(male, language)
    return LastName(female, male, ascii_form, _find_kana(male_entry))


@lru_cache(maxsize=64)
def find_name_lengths(
    vocabulary: Vocabulary,
    fixed_length: int,
    variable_length: int,
    *,
    ascii_only: bool = False,
) -> tuple[int, int]:
    """Return the lengths of the shortest and of the longest text with both names.

    *fixed_length* characters are added to both lengths, *variable_length* to the longest alone.
    """
    first_names = list_first_names(vocabulary)
    last_names = list_last_names(vocabulary)
    if ascii_only:
        firsts = {len(first.ascii_form) for first in first_names}
        lasts = {len(last.ascii_form) for last in last_names}
    else:
        firsts = {len(first.name) for first in first_names}
        lasts = {len(form) for last in last_names for form in (last.female, last.male)}
    shortest = min(firsts) + min(lasts) + fixed_length
    longest = max(firsts) + max(lasts) + fixed_length + variable_length
    return shortest, longest


def _list_names(vocabulary: Vocabulary, name: str) -> Sequence[Any]:
    """Return the table *name*, built-in or of Faker; () if there are too few names.

    Entries are pairs with a romanized form if Faker lists those.
    """
    if vocabulary.locale == FALLBACK_LOCALE:
        ranked = enumerate(BUILTIN_NAMES[name])
        weights = {entry: 1 / (rank + ZIPF_OFFSET) for rank, entry in ranked}
        return expand_weights(weights, NAME_POOL_SIZE)
    if vocabulary.language == "ja":
        return _list_japanese_names(name)
    pairs_name = f"{name.replace('names', 'name')}_pairs"
    entries = vocabulary.list_entries("person", pairs_name, NAME_POOL_SIZE)
    entries = entries or vocabulary.list_entries("person", name, NAME_POOL_SIZE)
    usual = tuple(entry for entry in entries if _is_usual_name(entry, vocabulary.language))
    return usual if _has_enough_names(usual) else ()


def _list_japanese_names(name: str) -> Sequence[Any]:
    """Return the Japanese names of the table *name*, the most common first and more often."""
    from pytest_fixturegen.providers.data import japanese_names

    tables = {
        "first_names_female": japanese_names.FEMALE_NAMES,
        "first_names_male": japanese_names.MALE_NAMES,
    }
    entries = japanese_names.list_entries(tables.get(name, japanese_names.FAMILY_NAMES))
    weights = {entry: 1 / (rank + ZIPF_OFFSET) for rank, entry in enumerate(entries)}
    return expand_weights(weights, NAME_POOL_SIZE)


PARTICLE_LANGUAGES = ("de", "es", "pt")
"""Languages in which many write the particle of a family name with a capital."""


def _is_usual_name(entry: Any, language: str) -> bool:
    """Return whether *entry* is a name without initials, remarks, and particles to sort by."""
    name, _ = _split_romanized(entry)
    has_particle = language in PARTICLE_LANGUAGES and name[:1].islower()
    return not has_particle and not {".", ",", "("}.intersection(name) and "  " not in name


def _list_faker_names(vocabulary: Vocabulary, provider: str) -> tuple[str, ...]:
    """Return names that Faker draws; those of en_US if the locale has too few."""
    names = vocabulary.draw_pool(provider)
    if _has_enough_names(names):
        return names
    return Vocabulary(FALLBACK_LOCALE).draw_pool(provider)


def _has_enough_names(names: Sequence[Any]) -> bool:
    return len(set(names)) >= MIN_DISTINCT_NAMES


@lru_cache(maxsize=8192)
def to_ascii_name(name: str, language: str = "") -> str:
    """Return *name* in lower-case ASCII, as an e-mail address in *language* would spell it.

    Return "user" if no letter is left.
    """
    if name.isascii():
        return "".join(filter(str.isalnum, name.lower())) or "user"
    from faker.decode import unidecode

    spellings = ASCII_SPELLINGS.get(language, {})
    spelled = "".join(spellings.get(letter, letter) for letter in name.lower())
    letters = filter(str.isascii, unidecode(spelled).lower())
    return "".join(filter(str.isalnum, letters)) or "user"
