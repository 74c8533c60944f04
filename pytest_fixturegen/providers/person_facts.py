"""The person that a record speaks of: a given and a family name, as the locale writes them and in letters of ASCII."""

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
"""Different names that a table of names has; with fewer it is a stand-in of Faker's."""

NAME_POOL_SIZE = 512
"""Names in a table that tells how common each is."""

BUILTIN_NAMES = {
    "first_names_female": FEMALE_FIRST_NAMES,
    "first_names_male": MALE_FIRST_NAMES,
    "last_names_male": FAMILY_NAMES,
    "last_names_female": FAMILY_NAMES,
}
"""The names of en_US, the most common first: they need no Faker, whose import takes as long as all else."""

ZIPF_OFFSET = 40
"""How common the name in place *p* is: as 1 / (p + RANK), a law of Zipf's that is flatter than life, so that fewer repeat."""

FAMILY_NAME_FIRST = {"ja": " ", "zh": "", "ko": "", "hu": " ", "vi": " "}
"""Languages that say the family name first, and what stands between the names."""

GERMAN_SPELLINGS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
ASCII_SPELLINGS: dict[str, dict[str, str]] = {
    "de": GERMAN_SPELLINGS,
    "da": {"æ": "ae", "ø": "oe", "å": "aa"},
    "no": {"æ": "ae", "ø": "o", "å": "a"},
}
"""How a language spells its own letters in ASCII, where that is not to leave out the accent."""


class FirstName(NamedTuple):
    """A given name, how an address spells it, and whose it is."""

    name: str
    ascii_form: str
    sex: int


class LastName(NamedTuple):
    """A family name as a woman and as a man has it, and how an address spells it."""

    female: str
    male: str
    ascii_form: str


def build_first_name_fact(context: FieldContext, owner: str) -> Fact:
    """The given name of the person that the record speaks of."""
    names = list_first_names(context.vocabulary)
    return Fact(format_fact_name(owner, "first_name"), Choice(names, names))


def build_last_name_fact(context: FieldContext, owner: str) -> Fact:
    """The family name of that person."""
    names = list_last_names(context.vocabulary)
    return Fact(format_fact_name(owner, "last_name"), Choice(names, names))


@lru_cache(maxsize=32)
def list_first_names(vocabulary: Vocabulary) -> tuple[FirstName, ...]:
    """The locale's given names, common ones more than once; women's and men's in turns, where it tells them apart."""
    sexes = [_list_names(vocabulary, f"first_names_{sex}") for sex in ("female", "male")]
    if not all(sexes):
        both = _list_names(vocabulary, "first_names") or _list_faker_names(vocabulary, "first_name")
        sexes = [both, both]
    count = max(map(len, sexes))
    pairs = (
        (names[place * len(names) // count], sex)
        for place in range(count)
        for sex, names in enumerate(sexes)
    )
    return tuple(
        FirstName(str(shown), plain or to_ascii_name(shown, vocabulary.language), sex)
        for (shown, plain), sex in map(_split_romanized, pairs)
    )


def _split_romanized(entry: tuple[Any, int]) -> tuple[tuple[str, str], int]:
    """A name with its romanised form, if Faker knows it: (kanji, kana, romaji)."""
    name, sex = entry
    return ((name[0], name[-1].lower()), sex) if isinstance(name, tuple) else ((name, ""), sex)


@lru_cache(maxsize=32)
def list_last_names(vocabulary: Vocabulary) -> tuple[LastName, ...]:
    """The locale's family names, common ones more than once."""
    male = (
        _list_names(vocabulary, "last_names_male")
        or _list_names(vocabulary, "last_names")
        or _list_faker_names(vocabulary, "last_name")
    )
    female = _list_names(vocabulary, "last_names_female")
    if len(female) != len(male):  # no pairs of one family
        female = male
    return tuple(
        _build_last_name(his, hers, vocabulary.language)
        for his, hers in zip(male, female, strict=True)
    )


@lru_cache(maxsize=64)
def find_name_lengths(
    vocabulary: Vocabulary, fixed_length: int, variable_length: int, *, ascii_only: bool = False
) -> tuple[int, int]:
    """How short and how long both names together can be: *least* characters more, to *least* and *most* more."""
    firsts = {
        len(first.ascii_form if ascii_only else first.name)
        for first in list_first_names(vocabulary)
    }
    lasts = {
        len(name)
        for last in list_last_names(vocabulary)
        for name in ((last.ascii_form,) if ascii_only else (last.female, last.male))
    }
    return min(firsts) + min(lasts) + fixed_length, max(firsts) + max(
        lasts
    ) + fixed_length + variable_length


def _build_last_name(male_entry: Any, female_entry: Any, language: str) -> LastName:
    (male, plain), _ = _split_romanized((male_entry, MALE))
    (female, _), _ = _split_romanized((female_entry, FEMALE))
    return LastName(female, male, plain or to_ascii_name(male, language))


def _list_names(vocabulary: Vocabulary, name: str) -> Sequence[Any]:
    """A table of names, of ours or of Faker's: romanised pairs where there are any."""
    if vocabulary.locale == FALLBACK_LOCALE:
        return expand_weights(
            {each: 1 / (place + ZIPF_OFFSET) for place, each in enumerate(BUILTIN_NAMES[name])},
            NAME_POOL_SIZE,
        )
    pairs = vocabulary.list_entries(
        "person", f"{name.replace('names', 'name')}_pairs", NAME_POOL_SIZE
    )
    listed = pairs or vocabulary.list_entries("person", name, NAME_POOL_SIZE)
    return listed if len(set(listed)) >= MIN_DISTINCT_NAMES else ()


def _list_faker_names(vocabulary: Vocabulary, provider: str) -> tuple[str, ...]:
    drawn = vocabulary.draw_pool(provider)
    return (
        drawn
        if len(set(drawn)) >= MIN_DISTINCT_NAMES
        else Vocabulary(FALLBACK_LOCALE).draw_pool(provider)
    )


@lru_cache(maxsize=8192)
def to_ascii_name(name: str, language: str = "") -> str:
    """*name* in lower-case letters of ASCII, as an address in *language* would spell it; "user" when it has none."""
    if name.isascii():
        return "".join(filter(str.isalnum, name.lower())) or "user"
    from faker.decode import unidecode

    spelled = "".join(
        ASCII_SPELLINGS.get(language, {}).get(letter, letter) for letter in name.lower()
    )
    return (
        "".join(
            letter for letter in unidecode(spelled).lower() if letter.isascii() and letter.isalnum()
        )
        or "user"
    )
