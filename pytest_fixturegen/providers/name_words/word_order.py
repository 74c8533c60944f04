"""The order of words: Romance languages put the noun before what belongs to it."""

from __future__ import annotations

from itertools import filterfalse

ROMANCE = frozenset(("fr", "es", "pt", "it"))

PARTICLES = frozenset(
    "de du des la le les del da do das dos di della dei d l el al au aux par por per ht ttc".split()
)
"""Words between the others that have no part in an English name."""

HEADS = frozenset(
    """account address amount balance category city code comment cost count count_of country
    currency date day days description discount document duration email end fee file group id
    image level limit line lines message method mobile month name number percent period phone
    price quantity rate rating reason reference region salary size start status street tax text
    time title total type unit url value vat version weight year height width length
    address_line department role grade grade_of notes nationality""".split()
)
"""English words that say what a field is; the others say where it belongs."""

TIME_UNITS = frozenset("days hours minutes months weeks nights years".split())
"""Words of which a number is a duration."""

COUNT_MARK = "count_of"
"""Stands for "number of": before a noun it is its count, alone a quantity."""


MOMENT_PARTICLES = frozenset("en el le em il op den".split())
"""Words after a participle that make it a moment: ``creado_en``, ``cree_le``."""

AGENT_PARTICLES = frozenset("from of por par da do av door".split())
"""Words after a participle that make it an actor, ``von`` as it is translated."""

IRREGULAR = frozenset(
    "sent paid sold held begun seen read lost done won made built left taken given drawn".split()
)
"""Participles that do not end with ``ed``."""


def arrange_words(pieces: list[str], language: str) -> list[str]:
    """Return the words of *pieces*, translated from *language*, in the order of English."""
    pieces = _drop_repeated(_translate_particle(pieces))
    if language in ROMANCE:
        pieces = [piece for piece in pieces if piece not in PARTICLES] or pieces
        pieces = _put_head_last(pieces)
    if pieces == [COUNT_MARK]:
        return ["quantity"]
    if COUNT_MARK in pieces:
        rest = [piece for piece in pieces if piece != COUNT_MARK]
        if rest[-1] in TIME_UNITS:
            return rest if len(rest) > 1 else [f"number_of_{rest[0]}"]
        pieces = [piece for piece in pieces if piece != COUNT_MARK] + ["count"]
    return pieces


PARTICLE_WORDS = {
    **dict.fromkeys(MOMENT_PARTICLES, "at"),
    **dict.fromkeys(AGENT_PARTICLES, "by"),
}
"""Words after a participle in English."""


def _translate_particle(pieces: list[str]) -> list[str]:
    """Return *pieces* with the word after a participle at their end in English: at, by.

    ``creado_en`` is ``created_at``, ``abgelesen_von`` ``read_by``.
    """
    *front, last = pieces
    word = PARTICLE_WORDS.get(last)
    is_participle = _is_participle("_".join(front).rpartition("_")[2])
    return [*front, word] if word and is_participle else pieces


def _is_participle(word: str) -> bool:
    """Return whether the English *word* says that something happened."""
    return word.endswith("ed") or word in IRREGULAR


def _drop_repeated(pieces: list[str]) -> list[str]:
    """Return *pieces* without those that the last one repeats: the amount of a net amount."""
    *front, last = pieces
    words = last.split("_")
    if len(words) == 1:
        return pieces
    return [*filterfalse(words.__contains__, front), last]


def _put_head_last(pieces: list[str]) -> list[str]:
    """Return *pieces* from the last one to the first if the first one is their noun."""
    if len(pieces) < 2 or not _is_head(pieces[0]):
        return pieces
    tail = pieces[-1:] if pieces[-1].isdigit() else []
    words = pieces[: len(pieces) - len(tail)]
    return words[::-1] + tail


def _is_head(piece: str) -> bool:
    return piece in HEADS or piece.rpartition("_")[2] in HEADS
