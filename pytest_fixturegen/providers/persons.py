"""The person that a record speaks of: a given and a family name, as the locale writes them and in letters of ASCII."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from pytest_fixturegen.nodes import Choice, Fact
from pytest_fixturegen.providers.asks import Ask
from pytest_fixturegen.providers.name_tables import FAMILIES, MEN, WOMEN
from pytest_fixturegen.providers.views import owned
from pytest_fixturegen.providers.vocabulary import FALLBACK, Vocabulary, spread

FEMALE, MALE = 0, 1

FEWEST = 5
"""Different names that a table of names has; with fewer it is a stand-in of Faker's."""

POOL = 512
"""Names in a table that tells how common each is."""

OURS = {"first_names_female": WOMEN, "first_names_male": MEN, "last_names_male": FAMILIES, "last_names_female": FAMILIES}
"""The names of en_US, the most common first: they need no Faker, whose import takes as long as all else."""

RANK = 40
"""How common the name in place *p* is: as 1 / (p + RANK), a law of Zipf's that is flatter than life, so that fewer repeat."""

FAMILY_FIRST = {"ja": " ", "zh": "", "ko": "", "hu": " ", "vi": " "}
"""Languages that say the family name first, and what stands between the names."""

GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
SPELLED: dict[str, dict[str, str]] = {
    "de": GERMAN,
    "da": {"æ": "ae", "ø": "oe", "å": "aa"},
    "no": {"æ": "ae", "ø": "o", "å": "a"},
}
"""How a language spells its own letters in ASCII, where that is not to leave out the accent."""


class First(NamedTuple):
    """A given name, how an address spells it, and whose it is."""

    shown: str
    plain: str
    sex: int


class Last(NamedTuple):
    """A family name as a woman and as a man has it, and how an address spells it."""

    female: str
    male: str
    plain: str


def first_fact(ask: Ask, whose: str) -> Fact:
    """The given name of the person that the record speaks of."""
    names = first_names(ask.words)
    return Fact(owned(whose, "first_name"), Choice(names, names))


def last_fact(ask: Ask, whose: str) -> Fact:
    """The family name of that person."""
    names = last_names(ask.words)
    return Fact(owned(whose, "last_name"), Choice(names, names))


@lru_cache(maxsize=32)
def first_names(words: Vocabulary) -> tuple[First, ...]:
    """The locale's given names, common ones more than once; women's and men's in turns, where it tells them apart."""
    sexes = [_listed(words, f"first_names_{sex}") for sex in ("female", "male")]
    if not all(sexes):
        both = _listed(words, "first_names") or _pool(words, "first_name")
        sexes = [both, both]
    count = max(map(len, sexes))
    pairs = ((names[place * len(names) // count], sex) for place in range(count) for sex, names in enumerate(sexes))
    return tuple(
        First(str(shown), plain or ascii_name(shown, words.language), sex) for (shown, plain), sex in map(_paired, pairs)
    )


def _paired(entry: tuple[Any, int]) -> tuple[tuple[str, str], int]:
    """A name with its romanised form, if Faker knows it: (kanji, kana, romaji)."""
    name, sex = entry
    return ((name[0], name[-1].lower()), sex) if isinstance(name, tuple) else ((name, ""), sex)


@lru_cache(maxsize=32)
def last_names(words: Vocabulary) -> tuple[Last, ...]:
    """The locale's family names, common ones more than once."""
    male = _listed(words, "last_names_male") or _listed(words, "last_names") or _pool(words, "last_name")
    female = _listed(words, "last_names_female")
    if len(female) != len(male):  # no pairs of one family
        female = male
    return tuple(_last(his, hers, words.language) for his, hers in zip(male, female, strict=True))


@lru_cache(maxsize=64)
def lengths(words: Vocabulary, least: int, most: int, *, plain: bool = False) -> tuple[int, int]:
    """How short and how long both names together can be: *least* characters more, to *least* and *most* more."""
    firsts = {len(first.plain if plain else first.shown) for first in first_names(words)}
    lasts = {len(name) for last in last_names(words) for name in ((last.plain,) if plain else (last.female, last.male))}
    return min(firsts) + min(lasts) + least, max(firsts) + max(lasts) + least + most


def _last(his: Any, hers: Any, language: str) -> Last:
    (male, plain), _ = _paired((his, MALE))
    (female, _), _ = _paired((hers, FEMALE))
    return Last(female, male, plain or ascii_name(male, language))


def _listed(words: Vocabulary, name: str) -> Sequence[Any]:
    """A table of names, of ours or of Faker's: romanised pairs where there are any."""
    if words.locale == FALLBACK:
        return spread({each: 1 / (place + RANK) for place, each in enumerate(OURS[name])}, POOL)
    pairs = words.entries("person", f"{name.replace('names', 'name')}_pairs", POOL)
    listed = pairs or words.entries("person", name, POOL)
    return listed if len(set(listed)) >= FEWEST else ()


def _pool(words: Vocabulary, provider: str) -> tuple[str, ...]:
    drawn = words.pool(provider)
    return drawn if len(set(drawn)) >= FEWEST else Vocabulary(FALLBACK).pool(provider)


@lru_cache(maxsize=8192)
def ascii_name(name: str, language: str = "") -> str:
    """*name* in lower-case letters of ASCII, as an address in *language* would spell it; "user" when it has none."""
    if name.isascii():
        return "".join(filter(str.isalnum, name.lower())) or "user"
    from faker.decode import unidecode

    spelled = "".join(SPELLED.get(language, {}).get(letter, letter) for letter in name.lower())
    return "".join(letter for letter in unidecode(spelled).lower() if letter.isascii() and letter.isalnum()) or "user"
