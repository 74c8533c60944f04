"""Texts of an exact range of lengths, made of whole words: a head, and one of the tails that fit it.

All that takes thought is done while planning; to draw is to look up a head and a tail.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.providers.data import prose_words
from pytest_fixturegen.providers.data.local_prose import LOCAL_PROSE, Prose
from pytest_fixturegen.providers.vocabulary import Vocabulary
from pytest_fixturegen.streams import mix_word

MAX_PHRASE_LENGTH = 20
"""Characters up to which text is a few words; longer text is sentences."""

MAX_HEADS = 1024
MAX_HEAD_LETTERS = 200_000
"""How many heads there are, and how many letters they have together, at most."""


Topics = tuple[int, ...]
ALL_TOPICS: Topics = tuple(range(len(prose_words.TOPIC_SENTENCE_PARTS)))


@dataclass(frozen=True, slots=True)
class PhraseSampler:
    """A head and one of the tails that fit it: of the *tails*, which stand in order, *count* from *start*."""

    heads: tuple[tuple[str, int, int], ...] = field(repr=False)
    tails: tuple[str, ...] = field(repr=False)

    def __call__(self, word: int) -> str:
        heads = self.heads
        head, start, count = heads[(word >> 32) * len(heads) >> 32]
        return head + self.tails[start + ((word & 0xFFFFFFFF) * count >> 32)]


def compose_phrases(
    heads: Sequence[str], tails: Sequence[str], low: int, high: int
) -> PhraseSampler:
    """Each head that has tails with which it is *low* to *high* characters long, with these; maybe none."""
    ordered = sorted(set(tails), key=lambda tail: (len(tail), tail))
    lengths = [len(tail) for tail in ordered]
    fitted = []
    for head in heads:
        start, end = bisect_left(lengths, low - len(head)), bisect_right(lengths, high - len(head))
        if start < end:
            fitted.append((head, start, end - start))
    return PhraseSampler(tuple(fitted), tuple(ordered))


@lru_cache(maxsize=512)
def build_phrases(
    vocabulary: Vocabulary, low: int, high: int, *, ascii_only: bool = False
) -> PhraseSampler:
    """Texts of *low* to *high* characters (both ends in): a word or two, or sentences where more is asked for.

    *plain* ones have letters of ASCII only.
    """
    if low > MAX_PHRASE_LENGTH:
        return build_sentences(vocabulary, low, high, ascii_only=ascii_only)
    firsts, seconds = list_phrase_words(vocabulary, ascii_only=ascii_only)
    two = [f" {second}" for second in seconds]
    three = [
        f" {first} {second}"
        for first, second in zip(firsts, seconds[len(seconds) // 2 :], strict=False)
    ]
    for heads, tails in (
        (firsts, two),
        (firsts, two + three),
        (("",), (*firsts, *seconds, *prose_words.SHORT_WORDS)),
    ):
        made = compose_phrases(heads, tails, low, high)
        if sum(count for _, _, count in made.heads) >= 4 and high >= 8 - 8 * (not heads[0]):
            return made
    return cut_to_length(firsts, low, high)


@lru_cache(maxsize=512)
def build_sentences(
    vocabulary: Vocabulary,
    low: int,
    high: int,
    topics: Topics = ALL_TOPICS,
    *,
    ascii_only: bool = False,
) -> PhraseSampler:
    """Whole sentences on *topics*, *low* to *high* characters; a phrase where there is no room for one."""
    pieces = list_sentences(vocabulary, topics, ascii_only=ascii_only)
    space = "" if pieces[0].endswith("。") else " "
    tails = [f"{space}{piece}" for piece in pieces[::-1]]
    longest = max(map(len, tails))
    heads = [
        _join_pieces(pieces, place, low - longest)
        for place in range(min(MAX_HEADS, max(8, MAX_HEAD_LETTERS // (low + 1))))
    ]
    made = compose_phrases(heads, ["", *tails], low, high)
    if len(made.heads) >= 4:
        return made
    return (
        build_phrases(vocabulary, low, high, ascii_only=ascii_only)
        if low <= MAX_PHRASE_LENGTH
        else cut_to_length(pieces, low, high)
    )


def _join_pieces(pieces: Sequence[str], index: int, min_length: int) -> str:
    """Some of *pieces* in a row, at least *least* characters."""
    text, step = pieces[index % len(pieces)], 0
    while len(text) < min_length:
        text += ("" if text.endswith("。") else " ") + pieces[
            mix_word(index, step := step + 1) % len(pieces)
        ]
    return text


def cut_to_length(pieces: Sequence[str], low: int, high: int) -> PhraseSampler:
    """Texts cut to length: the last resort, for lengths that no whole words have."""
    cut = [
        _join_pieces(pieces, place, high)[: low + place % (high - low + 1)] for place in range(64)
    ]
    return compose_phrases(
        ("",), [f"{text[:-1]}s" if text.endswith(" ") else text for text in cut], low, high
    )


@lru_cache(maxsize=64)
def list_phrase_words(
    vocabulary: Vocabulary, *, ascii_only: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """First and second words of a phrase of two."""
    if vocabulary.language == "en" or ascii_only:
        return prose_words.ADJECTIVES, prose_words.NOUNS
    listed = (
        prose_words.LOCAL_WORDS.get(vocabulary.language)
        or vocabulary.list_entries("lorem", "word_list")
        or vocabulary.draw_pool("word")
    )
    tame = tuple(
        word
        for word in dict.fromkeys(map(str.strip, listed))
        if len(word.upper()) == len(word) and " " not in word
    )
    return tame[::2], tame[1::2]


@lru_cache(maxsize=64)
def list_sentences(
    vocabulary: Vocabulary, topics: Topics = ALL_TOPICS, *, ascii_only: bool = False
) -> tuple[str, ...]:
    """Sentences of the locale, one after another of ever another of *topics*."""
    if vocabulary.language == "en" or ascii_only:
        return tuple(
            _draw_english_sentence(mix_word(place, 1), topics[place % len(topics)])
            for place in range(MAX_HEADS)
        )
    known = LOCAL_PROSE.get(vocabulary.language)
    if known:
        places = [LOCAL_TOPIC_INDEX.get(topic, 1) for topic in topics]
        return tuple(
            _draw_local_sentence(known, mix_word(place, 1), places[place % len(places)])
            for place in range(MAX_HEADS // 2)
        )
    firsts, seconds = list_phrase_words(vocabulary)
    listed = [*firsts, *seconds]
    space, stop = ("", "。") if vocabulary.language in ("ja", "zh") else (" ", ".")
    return tuple(
        _draw_word_sequence(listed, mix_word(place, 1), space) + stop
        for place in range(MAX_HEADS // 2)
    )


def _draw_english_sentence(bits: int, topic: int) -> str:
    who, did, how = prose_words.TOPIC_SENTENCE_PARTS[topic]
    return f"{who[bits % 12]} {did[(bits >> 8) % 12]} {how[(bits >> 16) % 12]}."


LOCAL_TOPIC_INDEX = {0: 0, 7: 0, 3: 2, 4: 2}
"""Which of the fewer topics of other languages each of the English ones is; the second is of people at work."""


def _draw_local_sentence(prose: Prose, bits: int, topic: int) -> str:
    parts = [
        part[(bits >> shift) % len(part)]
        for part, shift in zip(prose.topics[topic], (0, 8, 16), strict=True)
    ]
    return prose.word_separator.join(parts) + prose.full_stop


def _draw_word_sequence(words: Sequence[str], bits: int, space: str) -> str:
    count = 4 + bits % 4
    text = space.join(words[mix_word(bits, place) % len(words)] for place in range(count))
    return f"{text[0].upper()}{text[1:]}"
