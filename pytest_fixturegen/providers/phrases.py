"""Texts of an exact range of lengths, made of whole words: a head, and one of the tails that fit it.

All that takes thought is done while planning; to draw is to look up a head and a tail.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache

from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.providers import prose_words
from pytest_fixturegen.providers.local_prose import PROSE, Prose
from pytest_fixturegen.providers.vocabulary import Vocabulary
from pytest_fixturegen.streams import mixed

PHRASE = 20
"""Characters up to which text is a few words; longer text is sentences."""

HEADS = 1024
LETTERS = 200_000
"""How many heads there are, and how many letters they have together, at most."""


Topics = tuple[int, ...]
ALL: Topics = tuple(range(len(prose_words.TOPICS)))


@dataclass(frozen=True, slots=True)
class Phrases:
    """A head and one of the tails that fit it: of the *tails*, which stand in order, *count* from *start*."""

    heads: tuple[tuple[str, int, int], ...] = field(repr=False)
    tails: tuple[str, ...] = field(repr=False)

    def __call__(self, word: int) -> str:
        heads = self.heads
        head, start, count = heads[(word >> 32) * len(heads) >> 32]
        return head + self.tails[start + ((word & 0xFFFFFFFF) * count >> 32)]


def composed(heads: Sequence[str], tails: Sequence[str], low: int, high: int) -> Phrases:
    """Each head that has tails with which it is *low* to *high* characters long, with these; maybe none."""
    ordered = sorted(set(tails), key=lambda tail: (len(tail), tail))
    lengths = [len(tail) for tail in ordered]
    fitted = []
    for head in heads:
        start, end = bisect_left(lengths, low - len(head)), bisect_right(lengths, high - len(head))
        if start < end:
            fitted.append((head, start, end - start))
    return Phrases(tuple(fitted), tuple(ordered))


@lru_cache(maxsize=512)
def phrases(words: Vocabulary, low: int, high: int, *, plain: bool = False) -> Phrases:
    """Texts of *low* to *high* characters (both ends in): a word or two, or sentences where more is asked for.

    *plain* ones have letters of ASCII only.
    """
    if low > PHRASE:
        return sentences(words, low, high, plain=plain)
    firsts, seconds = lexicon(words, plain=plain)
    two = [f" {second}" for second in seconds]
    three = [f" {first} {second}" for first, second in zip(firsts, seconds[len(seconds) // 2 :], strict=False)]
    for heads, tails in ((firsts, two), (firsts, two + three), (("",), (*firsts, *seconds, *prose_words.SHORT))):
        made = composed(heads, tails, low, high)
        if sum(count for _, _, count in made.heads) >= 4 and high >= 8 - 8 * (not heads[0]):
            return made
    return filled(firsts, low, high)


@lru_cache(maxsize=512)
def sentences(words: Vocabulary, low: int, high: int, topics: Topics = ALL, *, plain: bool = False) -> Phrases:
    """Whole sentences on *topics*, *low* to *high* characters; a phrase where there is no room for one."""
    pieces = sayings(words, topics, plain=plain)
    space = "" if pieces[0].endswith("。") else " "
    tails = [f"{space}{piece}" for piece in pieces[::-1]]
    longest = max(map(len, tails))
    heads = [_grown(pieces, place, low - longest) for place in range(min(HEADS, max(8, LETTERS // (low + 1))))]
    made = composed(heads, ["", *tails], low, high)
    if len(made.heads) >= 4:
        return made
    return phrases(words, low, high, plain=plain) if low <= PHRASE else filled(pieces, low, high)


def _grown(pieces: Sequence[str], place: int, least: int) -> str:
    """Some of *pieces* in a row, at least *least* characters."""
    text, step = pieces[place % len(pieces)], 0
    while len(text) < least:
        text += ("" if text.endswith("。") else " ") + pieces[mixed(place, step := step + 1) % len(pieces)]
    return text


def filled(pieces: Sequence[str], low: int, high: int) -> Phrases:
    """Texts cut to length: the last resort, for lengths that no whole words have."""
    cut = [_grown(pieces, place, high)[: low + place % (high - low + 1)] for place in range(64)]
    return composed(("",), [f"{text[:-1]}s" if text.endswith(" ") else text for text in cut], low, high)


@lru_cache(maxsize=64)
def lexicon(words: Vocabulary, *, plain: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """First and second words of a phrase of two."""
    if words.language == "en" or plain:
        return prose_words.ADJECTIVES, prose_words.NOUNS
    listed = prose_words.LOCAL.get(words.language) or words.entries("lorem", "word_list") or words.pool("word")
    tame = tuple(word for word in dict.fromkeys(map(str.strip, listed)) if len(word.upper()) == len(word) and " " not in word)
    return tame[::2], tame[1::2]


@lru_cache(maxsize=64)
def sayings(words: Vocabulary, topics: Topics = ALL, *, plain: bool = False) -> tuple[str, ...]:
    """Sentences of the locale, one after another of ever another of *topics*."""
    if words.language == "en" or plain:
        return tuple(_english(mixed(place, 1), topics[place % len(topics)]) for place in range(HEADS))
    known = PROSE.get(words.language)
    if known:
        places = [LOCAL_TOPICS.get(topic, 1) for topic in topics]
        return tuple(_local(known, mixed(place, 1), places[place % len(places)]) for place in range(HEADS // 2))
    firsts, seconds = lexicon(words)
    listed = [*firsts, *seconds]
    space, stop = ("", "。") if words.language in ("ja", "zh") else (" ", ".")
    return tuple(_strung(listed, mixed(place, 1), space) + stop for place in range(HEADS // 2))


def _english(bits: int, topic: int) -> str:
    who, did, how = prose_words.TOPICS[topic]
    return f"{who[bits % 12]} {did[(bits >> 8) % 12]} {how[(bits >> 16) % 12]}."


LOCAL_TOPICS = {0: 0, 7: 0, 3: 2, 4: 2}
"""Which of the fewer topics of other languages each of the English ones is; the second is of people at work."""


def _local(known: Prose, bits: int, topic: int) -> str:
    parts = [part[(bits >> shift) % len(part)] for part, shift in zip(known.topics[topic], (0, 8, 16), strict=True)]
    return known.space.join(parts) + known.stop


def _strung(listed: Sequence[str], bits: int, space: str) -> str:
    count = 4 + bits % 4
    text = space.join(listed[mixed(bits, place) % len(listed)] for place in range(count))
    return f"{text[0].upper()}{text[1:]}"
