"""Read the names of a record: what its class and its fields are called in plain English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from pytest_fixturegen.providers.name_words.compounds import (
    find_inflected,
    find_verb_noun,
    split_compound,
    split_run_together,
    split_tail,
)
from pytest_fixturegen.providers.name_words.dictionary import (
    LANGUAGES,
    WordDictionary,
    fold,
    load_dictionary,
    may_speak,
    normalize,
)
from pytest_fixturegen.providers.name_words.en_office import (
    CURRENCY_TAILS,
    CURRENT_WORDS,
    MOMENT_TAILS,
    PLACED_WORDS,
)
from pytest_fixturegen.providers.name_words.skeletons import restore_word
from pytest_fixturegen.providers.name_words.word_order import arrange_words
from pytest_fixturegen.providers.name_words.words_of_english import (
    list_abbreviations,
    list_english_words,
    list_known_names,
)

STRONG_LENGTH = 6
"""A word of so many letters speaks for its language; shorter ones may be chance."""

TYPE_PREFIXES = frozenset("str int obj bln bool dbl dec sz txt chr lng fld".split())
"""Words before a name that say its type."""

COUNT_PREFIXES = ("num", "nbr", "nb")
"""Words that mean "number of" at the beginning of a name, and a number at its end."""

MIN_PREFIXED = 3
"""So many fields with the same letter before them have it as a prefix: ``c_name``, ``c_phone``."""


class NameReading(NamedTuple):
    """The names of a record in plain English, and the language in which they are written.

    *names* has those of the fields that are read otherwise than they are written.
    """

    model: str
    root: str
    names: Mapping[str, str]
    language: str


class Surroundings(NamedTuple):
    """What tells how a word is read: the dictionaries, and the other words of the record.

    *with_homographs* says that words which are English too are not.
    """

    dictionary: WordDictionary | None
    neighbours: frozenset[str]
    with_homographs: bool
    prefix: str


@lru_cache(maxsize=256)
def read_names(
    model: str,
    root: str,
    names: tuple[str, ...],
    language: str = "auto",
    locale: str = "en",
) -> NameReading:
    """Return the reading of the class *model*, a part of *root*, with fields *names*.

    All are in snake case. *language* is that of the names, or ``auto``; *locale* is the language of
    the data, which counts if the names leave it open.
    """
    around = _find_surroundings(
        (model, root, *names),
        names,
        language,
        locale,
    )
    readings = {name: _read_name(name, around) for name in names}
    return NameReading(
        _read_name(model, around),
        _read_name(root, around),
        {name: reading for name, reading in readings.items() if reading != name},
        around.dictionary.language if around.dictionary else "en",
    )


def _find_surroundings(
    all_names: tuple[str, ...],
    names: tuple[str, ...],
    language: str,
    locale: str,
) -> Surroundings:
    """Return the language, the words and the prefix of the names of a record."""
    words = frozenset(fold(word) for name in all_names for word in name.split("_") if word)
    neighbours = words | frozenset(map(fold, names))
    prefix = _find_prefix(names)
    if language != "auto":
        known = load_dictionary(language) if language in LANGUAGES[1:] else None
        return Surroundings(
            known,
            neighbours,
            True,
            prefix,
        )
    found, votes, english = _recognize(words, locale)
    is_sure = votes >= 2 or not english or (found is not None and found.language == locale)
    return Surroundings(
        found,
        neighbours,
        is_sure and 2 * votes >= english,
        prefix,
    )


def _find_prefix(names: tuple[str, ...]) -> str:
    """Return the letter with which most names begin, before an underscore; "" if none is."""
    letters = [name[0] for name in names if name[1:2] == "_"]
    letter = max(
        set(letters),
        key=lambda each: (letters.count(each), each),
        default="",
    )
    is_usual = letters.count(letter) >= max(MIN_PREFIXED, 0.6 * len(names))
    return f"{letter}_" if letter and is_usual else ""


def _recognize(words: frozenset[str], locale: str) -> tuple[WordDictionary | None, int, int]:
    """Return the dictionary of the language that *words* speak, and how many do.

    The last number is that of the English words among the rest. None means English.
    """
    english = words & list_english_words()
    open_words = words - english - list_abbreviations()
    open_words = frozenset(word for word in open_words if not word.isdigit())
    if not open_words:
        return None, 0, len(english)
    best, best_rank = None, (0, 0, False)
    for language in LANGUAGES[1:]:
        is_locale = language == locale
        if not (is_locale or may_speak(language, open_words)):
            continue
        known = load_dictionary(language)
        spoken = [word for word in open_words if _is_word_of(word, known)]
        both = sum(_is_word_of(word, known) for word in english)
        rank = (len(spoken), both, is_locale)
        is_alone = len(english) > MOSTLY_ENGLISH and all(map(str.isascii, spoken))
        strong = [] if is_alone else list(filter(_is_strong, spoken))
        is_enough = len(spoken) > 1 or bool(strong) or (is_locale and bool(spoken))
        if is_enough and rank > best_rank:  # of two that are equal, the first
            best, best_rank = known, rank
    votes, both, _ = best_rank
    return best, votes, len(english) - both


MOSTLY_ENGLISH = 8
"""More English words than these outweigh one that is a word of another language as well."""


def _is_strong(word: str) -> bool:
    """Return whether *word* alone shows its language: it is long, or has other letters."""
    return len(word) >= STRONG_LENGTH or not word.isascii()


def _is_word_of(word: str, known: WordDictionary) -> bool:
    """Return whether *word* or its parts are words of the language of *known*."""
    spelled = normalize(word, known.language)
    return (
        spelled in known.words
        or spelled in known.readings
        or bool(split_compound(spelled, known.language))
    )


def _read_name(name: str, around: Surroundings) -> str:
    """Return *name* in plain English; as it is if it has its meaning so."""
    if around.dictionary is not None:
        translated = _translate(
            name,
            around.dictionary,
            around,
        )
        if translated:
            return translated
    if name in list_known_names() and not load_dictionary("en").is_told(name, around.neighbours):
        return name
    bare = name.removeprefix(around.prefix) if around.prefix else name
    expanded = _expand(bare, around)
    is_known = expanded != bare or bare in list_known_names()
    return expanded if is_known or bare == name else name


def _translate(
    name: str,
    known: WordDictionary,
    around: Surroundings,
) -> str | None:
    """Return *name* in English; None if it has no word of the language of *known*."""
    tokens = name.split("_")
    pieces: list[str] = []
    translated_count = place = 0
    while place < len(tokens):
        size, english = _find_phrase(
            tokens,
            place,
            known,
            around,
        )
        translated_count += bool(english)
        pieces += english or tokens[place : place + size]
        place += size
    if not translated_count:
        return None
    words = arrange_words(pieces, known.language)
    return _expand("_".join(words), around)


def _find_phrase(
    tokens: list[str],
    place: int,
    known: WordDictionary,
    around: Surroundings,
) -> tuple[int, tuple[str, ...]]:
    """Return how many tokens from *place* are one phrase, and its parts in English, if known."""
    for size in range(
        min(known.longest, len(tokens) - place),
        0,
        -1,
    ):
        phrase = "_".join(tokens[place : place + size])
        is_english = size == 1 and fold(phrase) in list_english_words()
        if is_english and not around.with_homographs:
            return 1, ()
        is_whole = size == len(tokens)
        found = known.find(
            phrase,
            around.neighbours,
            is_whole=is_whole,
        )
        if found:
            return size, (found,)
        if size == 1 and not is_english:
            return 1, _find_derived(normalize(phrase, known.language), known.language)
    return 1, ()


def _find_derived(word: str, language: str) -> tuple[str, ...]:
    """Return the parts in English of a compound or an inflected *word*; () if it is neither."""
    parts = split_compound(word, language)
    if parts:
        return parts
    inflected = find_inflected(word, language) or find_verb_noun(word, language)
    return (inflected,) if inflected else split_tail(word, language)


def _expand(name: str, around: Surroundings) -> str:
    """Return *name* with its abbreviations in full, and without a prefix of its type."""
    known = load_dictionary("en")
    tokens = name.split("_")
    if len(tokens) > 1 and tokens[0] in TYPE_PREFIXES and name not in known.words:
        tokens = tokens[1:]
    tokens = [part for token in tokens for part in _split_token(token)]
    pieces: list[str] = []
    place = 0
    while place < len(tokens):
        size, english = _find_abbreviation(
            tokens,
            place,
            known,
            around,
        )
        pieces.append(english)
        place += size
    return "_".join(pieces)


def _split_token(token: str) -> tuple[str, ...]:
    """Return the words that are run together in *token*."""
    if token in list_english_words() or token in load_dictionary("en").words:
        return (token,)
    return split_run_together(token) or (token,)


def _find_abbreviation(
    tokens: list[str],
    place: int,
    known: WordDictionary,
    around: Surroundings,
) -> tuple[int, str]:
    """Return how many tokens from *place* are one abbreviation, and what it stands for."""
    if place == 0 and tokens[0] in COUNT_PREFIXES and len(tokens) > 1:
        return 1, "num"
    for size in range(
        min(known.longest, len(tokens) - place),
        0,
        -1,
    ):
        phrase = "_".join(tokens[place : place + size])
        is_whole = size == len(tokens)
        if size == 1:
            placed = _read_placed(tokens, place)
            if placed:
                return 1, placed
        found = known.find(
            phrase,
            around.neighbours,
            is_whole=is_whole,
        )
        if found:
            return size, found
        if phrase in list_known_names():
            return size, phrase
    return 1, _read_token(tokens, place)


def _read_placed(tokens: list[str], place: int) -> str | None:
    """Return the meaning that the token at *place* has before another one; None if it has none.

    ``lst`` is the last in the name of a moment, ``curr`` is current before what has a value.
    """
    if place == len(tokens) - 1:
        return None
    token = tokens[place]
    if token in CURRENT_WORDS and place == 0 and tokens[1] not in CURRENCY_TAILS:
        return "current"
    return PLACED_WORDS.get(token) if tokens[-1] in MOMENT_TAILS else None


def _read_token(tokens: list[str], place: int) -> str:
    """Return the word at *place*, in full if its vowels are left out."""
    token = tokens[place]
    if _is_number_mark(tokens, place):
        return "number"
    if token in list_english_words():
        return token
    return restore_word(token) or token


def _is_number_mark(tokens: list[str], place: int) -> bool:
    """Return whether the token at *place* is a "no" that means a number."""
    return tokens[place] == "no" and 0 < place == len(tokens) - 1 and tokens[0] != "yes"
