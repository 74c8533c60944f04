"""Dictionaries: what words of names mean in English, by language.

A line of a table is ``english: word word``. A word of several parts (``nom_famille``) is a phrase;
``=mi`` is read only where it is the whole name. A line with ``>`` is about one word that means
several things: ``st: city zip > state | status`` is a state beside a city or a zip code, else a
status.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

LANGUAGES = ("en", "sv", "de", "fr", "es", "pt", "it", "nl", "ja")
"""Languages with a dictionary; that of English has abbreviations."""

WHOLE_MARK = "="
"""Begins a word that has its meaning only as a whole name."""

LETTER_SPELLINGS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe"})
UMLAUT_SPELLINGS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
LONG_VOWELS = re.compile("ou|oo|uu")
"""Vowels of Latin Japanese that are spelled long or short."""

ACCENTS = re.compile("[\u0300-\u036f]")
"""Marks of Latin letters. Those of kana make other letters, and stay."""


class Reading(NamedTuple):
    """One meaning of a word: *english*, if one of *neighbours* is a name of the record."""

    neighbours: frozenset[str]
    english: str


class WordDictionary(NamedTuple):
    """The words of *language*: those that have one meaning, and those that have several.

    *longest* is the number of parts of its longest phrase.
    """

    language: str
    words: dict[str, str]
    readings: dict[str, tuple[Reading, ...]]
    longest: int

    def find(
        self,
        word: str,
        neighbours: frozenset[str],
        *,
        is_whole: bool,
    ) -> str | None:
        """Return what *word* means in English beside *neighbours*; None if it is unknown."""
        spelled = unicodedata.normalize("NFC", word).lower()
        spellings = dict.fromkeys((spelled, normalize(spelled, self.language)))
        marks = (WHOLE_MARK, "") if is_whole else ("",)
        for mark in marks:
            for spelling in spellings:
                found = self._find_exact(mark + spelling, neighbours)
                if found:
                    return found
        return None

    def _find_exact(
        self,
        word: str,
        neighbours: frozenset[str],
    ) -> str | None:
        """Return what *word* as it is spelled means beside *neighbours*; None if unknown."""
        if word in self.words:
            return self.words[word]
        for reading in self.readings.get(word, ()):
            if not reading.neighbours or not reading.neighbours.isdisjoint(neighbours):
                return reading.english
        return None

    def is_told(
        self,
        word: str,
        neighbours: frozenset[str],
    ) -> bool:
        """Return whether *neighbours* tell which meaning of *word* is meant."""
        readings = self.readings.get(word, ())
        return any(not reading.neighbours.isdisjoint(neighbours) for reading in readings)


PREFIX_LENGTH = 4

ACCENTED = {"a": "åäàâáã", "e": "éèêë", "i": "îïíì", "o": "öôóõò", "u": "ûüùú", "c": "ç", "n": "ñ"}
"""By plain letter, the same letter with accents."""


def load_table(language: str) -> str:
    """Return the table of *language*, whose module is imported when it is first needed."""
    table: str = import_module(f"{__package__}.{language}").WORDS
    return table


@lru_cache(maxsize=16)
def load_dictionary(language: str) -> WordDictionary:
    """Return the dictionary of *language*."""
    return parse_words(language, load_table(language))


def may_speak(language: str, words: frozenset[str]) -> bool:
    """Return whether a word of *language* begins like one of *words*.

    Looking that up in the text is ten times as fast as parsing the table.
    """
    if not all(map(str.isascii, words)):
        return True
    return _compile_beginnings(words).search(load_table(language)) is not None


@lru_cache(maxsize=64)
def _compile_beginnings(words: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of the beginnings of *words*, with or without accents."""
    beginnings = sorted({word[:PREFIX_LENGTH] for word in words})
    return re.compile(f" (?:{'|'.join(map(_format_accented, beginnings))})")


def _format_accented(word: str) -> str:
    """Return the regular expression of *word* with or without its accents."""
    return "".join(
        f"[{letter}{ACCENTED[letter]}]" if letter in ACCENTED else re.escape(letter)
        for letter in word
    )


def parse_words(language: str, table: str) -> WordDictionary:
    """Return the dictionary of *table*. Of two meanings of a word, the first one counts."""
    words: dict[str, str] = {}
    readings: dict[str, tuple[Reading, ...]] = {}
    for line in re.sub(r"\n\s+", " ", table).strip().splitlines():
        target, _, rest = line.partition(":")
        if ">" in rest:
            readings[normalize(target, language)] = tuple(_iter_readings(rest))
            continue
        spellings = rest.lower().split()
        if not rest.isascii() or language == "ja":
            spellings = [each for word in spellings for each in _list_spellings(word, language)]
        for spelling in spellings:
            words.setdefault(spelling, target)
    longest = max(word.count("_") for word in words) + 1
    return WordDictionary(language, words, readings, longest)


def _iter_readings(text: str) -> Iterator[Reading]:
    """Yield the meanings in *text* with the words around that each needs."""
    for part in text.split("|"):
        neighbours, _, english = part.rpartition(">")
        yield Reading(
            frozenset(map(fold, neighbours.split())),
            english.strip(),
        )


def _list_spellings(word: str, language: str) -> tuple[str, ...]:
    """Return *word* as names spell it, with and without accents."""
    folded = normalize(word, language)
    if language != "de":
        return (word, folded)
    return (word, folded, word.translate(UMLAUT_SPELLINGS))


def normalize(word: str, language: str) -> str:
    """Return *word* as the dictionary of *language* spells it, without long vowels.

    ``kouza`` and ``koza``, ``juusho`` and ``jusho`` are one word.
    """
    folded = fold(word)
    if language != "ja" or not folded.isascii():
        return folded
    return LONG_VOWELS.sub(lambda match: match[0][0], folded)


def fold(word: str) -> str:
    """Return *word* in lower case and without accents, as it is looked up."""
    if word.isascii():
        return word.lower()
    spelled = unicodedata.normalize("NFKC", word).lower().translate(LETTER_SPELLINGS)
    bare = ACCENTS.sub("", unicodedata.normalize("NFD", spelled))
    return unicodedata.normalize("NFC", bare)


def translate_word(word: str, languages: tuple[str, ...] = LANGUAGES) -> str:
    """Return what *word* means in English, such as ``paid`` for ``bezahlt``; else *word* itself.

    It is looked up in *languages*, in their order. Capitals, accents and spaces do not count.
    """
    key = fold("_".join(word.replace("-", " ").split()))
    for language in languages:
        english = load_dictionary(language).find(key, frozenset(), is_whole=True)
        if english is not None:
            return english
    return _translate_parts(key, languages) or word


JAPANESE_STATES = {
    "済み": "done",
    "済": "done",
    "完了": "done",
    "待ち": "waiting",
    "予定": "scheduled",
    "中": "in_progress",
    "前": "pending",
}
"""Endings of Japanese states, by what they say of the word before: awaited, under way, done."""


def _translate_parts(key: str, languages: tuple[str, ...]) -> str | None:
    """Return what the words of the state *key* mean in English; None unless all are known.

    That of ``出荷済み`` is "shipped", that of ``入金待ち`` "waiting", ``en_separacao`` is known by
    its noun.
    """
    if not key.isascii() and "ja" in languages:
        for ending, english in JAPANESE_STATES.items():
            stem = key.removesuffix(ending)
            if stem != key:
                known = load_dictionary("ja").find(stem, frozenset(), is_whole=True)
                return known if known and english == "done" else english
    tokens = [token for token in key.split("_") if token not in STATE_PARTICLES]
    if not tokens or "_" not in key:
        return None
    for language in languages:
        if language == "en":
            continue
        known_words = load_dictionary(language)
        found = [known_words.find(token, frozenset(), is_whole=False) for token in tokens]
        if all(found):
            return "_".join(filter(None, found))
    return None


STATE_PARTICLES = frozenset(
    "de du des la le les en a au do da em del el in im zu am att av i pa och et y e".split()
)
"""Words between the others of a state that say nothing of it."""
