"""Texts of whole words within a range of lengths: a head, and one of the tails that fit it.

Planning does the expensive work. A draw only looks up a head and a tail.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.providers.data import prose_words
from pytest_fixturegen.providers.data.all_prose import PROSE_LANGUAGES, find_prose
from pytest_fixturegen.providers.vocabulary import Vocabulary
from pytest_fixturegen.streams import mix_word

if TYPE_CHECKING:
    from pytest_fixturegen.providers.data.local_prose import Prose

MAX_PHRASE_LENGTH = 20
"""Characters up to which text is a few words; longer text is sentences."""

MAX_HEADS = 1024
MAX_HEAD_LETTERS = 200_000
"""The most heads, and the most letters of all heads together."""

MIN_HEADS = 4
"""Heads with fitting tails below which another kind of text is tried."""

MIN_TEXTS = 4
"""Texts below which longer or shorter phrases are tried."""

Topics = tuple[int, ...]
ALL_TOPICS: Topics = tuple(range(len(prose_words.TOPIC_SENTENCE_PARTS)))

LOCAL_TOPIC_INDEX = {0: 0, 7: 0, 3: 2, 4: 2}
"""From topics in English to those of other languages, which have fewer."""

WORK_TOPIC = 1
"""The topic of other languages for the rest: people at work."""


@dataclass(frozen=True, slots=True)
class PhraseSampler:
    """A draw of a head and one of the tails that fit it.

    *heads* are triples of a text, the index of the first tail that fits, and the number of these.
    """

    heads: tuple[tuple[str, int, int], ...] = field(repr=False)
    tails: tuple[str, ...] = field(repr=False)

    def __call__(self, word: int) -> str:
        """Return the text that *word*, in [0, 2**64), picks."""
        heads = self.heads
        head, start, count = heads[(word >> 32) * len(heads) >> 32]
        return head + self.tails[start + ((word & 0xFFFFFFFF) * count >> 32)]


def compose_phrases(
    heads: Sequence[str],
    tails: Sequence[str],
    low: int,
    high: int,
) -> PhraseSampler:
    """Return the sampler of every head and tail with *low* to *high* characters together.

    It has no heads if no tail fits any.
    """
    ordered = sorted(set(tails), key=lambda tail: (len(tail), tail))
    lengths = [len(tail) for tail in ordered]
    fitted = []
    for head in heads:
        start = bisect_left(lengths, low - len(head))
        end = bisect_right(lengths, high - len(head))
        if start < end:
            fitted.append((head, start, end - start))
    return PhraseSampler(tuple(fitted), tuple(ordered))


@lru_cache(maxsize=512)
def build_phrases(
    vocabulary: Vocabulary,
    low: int,
    high: int,
    *,
    ascii_only: bool = False,
) -> PhraseSampler:
    """Return the sampler of texts of *low* to *high* characters, both included.

    They are one to three words, or sentences if that is too short.
    """
    if low > MAX_PHRASE_LENGTH:
        return build_sentences(vocabulary, low, high, ascii_only=ascii_only)
    firsts, seconds = list_phrase_words(vocabulary, ascii_only=ascii_only)
    two_words = [f" {second}" for second in seconds]
    later_seconds = seconds[len(seconds) // 2 :]
    three_words = [
        f" {first} {second}" for first, second in zip(firsts, later_seconds, strict=False)
    ]
    if high >= 8:  # shorter text has room for one word only
        heads = [f"{first[:1].upper()}{first[1:]}" for first in firsts]
        for tails in (two_words, two_words + three_words):
            phrases = compose_phrases(heads, tails, low, high)
            if _count_texts(phrases) >= MIN_TEXTS:
                return phrases
    single_words = (*firsts, *seconds, *prose_words.SHORT_WORDS)
    phrases = compose_phrases(
        ("",),
        single_words,
        low,
        high,
    )
    if _count_texts(phrases) >= MIN_TEXTS:
        return phrases
    return cut_to_length(firsts, low, high)


def _count_texts(phrases: PhraseSampler) -> int:
    """Return the number of texts of *phrases*, summed over its heads."""
    return sum(count for _, _, count in phrases.heads)


@lru_cache(maxsize=512)
def build_sentences(
    vocabulary: Vocabulary,
    low: int,
    high: int,
    topics: Topics = ALL_TOPICS,
    *,
    ascii_only: bool = False,
) -> PhraseSampler:
    """Return the sampler of sentences on *topics*, of *low* to *high* characters.

    Without room for a sentence, it samples phrases.
    """
    sentences = list_sentences(vocabulary, topics, ascii_only=ascii_only)
    space = "" if sentences[0].endswith("。") else " "
    tails = [f"{space}{sentence}" for sentence in sentences[::-1]]
    longest_tail = max(map(len, tails))
    head_count = min(MAX_HEADS, max(8, MAX_HEAD_LETTERS // (low + 1)))
    heads = [_join_pieces(sentences, place, low - longest_tail) for place in range(head_count)]
    phrases = compose_phrases(
        heads,
        ["", *tails],
        low,
        high,
    )
    if len(phrases.heads) >= MIN_HEADS:
        return phrases
    if low <= MAX_PHRASE_LENGTH:
        return build_phrases(vocabulary, low, high, ascii_only=ascii_only)
    return cut_to_length(sentences, low, high)


def _join_pieces(
    pieces: Sequence[str],
    index: int,
    min_length: int,
) -> str:
    """Return pieces in a row, from that of *index* on, with at least *min_length* characters."""
    text = pieces[index % len(pieces)]
    step = 0
    while len(text) < min_length:
        step += 1
        space = "" if text.endswith("。") else " "
        text += space + pieces[mix_word(index, step) % len(pieces)]
    return text


def cut_to_length(
    pieces: Sequence[str],
    low: int,
    high: int,
) -> PhraseSampler:
    """Return the sampler of texts cut to length: the last resort if no whole words fit."""
    texts = []
    for place in range(64):
        length = low + place % (high - low + 1)
        text = _join_pieces(pieces, place, high)[:length]
        texts.append(f"{text[:-1]}s" if text.endswith(" ") else text)
    return compose_phrases(("",), texts, low, high)


@lru_cache(maxsize=64)
def list_phrase_words(
    vocabulary: Vocabulary, *, ascii_only: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the first and the second words of a phrase of two words."""
    if ascii_only or vocabulary.language not in PROSE_LANGUAGES:
        return prose_words.LABEL_ADJECTIVES, prose_words.LABEL_NOUNS
    listed = (
        prose_words.LOCAL_WORDS.get(vocabulary.language)
        or vocabulary.list_entries("lorem", "word_list")
        or vocabulary.draw_pool("word")
    )
    distinct = dict.fromkeys(map(str.strip, listed))
    words = tuple(filter(_is_plain_word, distinct))
    return words[::2], words[1::2]


def _is_plain_word(word: str) -> bool:
    """Return whether *word* is one word, and as long in upper case ("ß" becomes "SS")."""
    return " " not in word and len(word.upper()) == len(word)


@lru_cache(maxsize=64)
def list_sentences(
    vocabulary: Vocabulary,
    topics: Topics = ALL_TOPICS,
    *,
    ascii_only: bool = False,
) -> tuple[str, ...]:
    """Return sentences of the locale. The *topics* take turns."""
    if vocabulary.language == "en" or ascii_only:
        return _list_english_sentences(topics)
    prose = find_prose(vocabulary.language)
    return _list_local_sentences(prose, topics) if prose else _list_english_sentences(topics)


def _list_english_sentences(topics: Topics) -> tuple[str, ...]:
    """Return ``MAX_HEADS`` sentences, of which each takes the next of *topics*."""
    return tuple(
        _draw_english_sentence(mix_word(place, 1), topics[place % len(topics)])
        for place in range(MAX_HEADS)
    )


def _draw_english_sentence(bits: int, topic: int) -> str:
    """Return a sentence about *topic*."""
    subjects, verbs, endings = prose_words.TOPIC_SENTENCE_PARTS[topic]
    return f"{subjects[bits % 12]} {verbs[(bits >> 8) % 12]} {endings[(bits >> 16) % 12]}."


def _list_local_sentences(prose: Prose, topics: Topics) -> tuple[str, ...]:
    """Return half of ``MAX_HEADS`` sentences in the language of *prose*.

    A topic that the language has no words for becomes the topic of work.
    """
    local_topics = [LOCAL_TOPIC_INDEX.get(topic, WORK_TOPIC) for topic in topics]
    return tuple(
        _draw_local_sentence(prose, mix_word(place, 1), local_topics[place % len(local_topics)])
        for place in range(MAX_HEADS // 2)
    )


def _draw_local_sentence(
    prose: Prose,
    bits: int,
    topic: int,
) -> str:
    """Return a sentence of three parts about *topic*, picked from bit 0, 8 and 16 of *bits* on."""
    parts = [
        options[(bits >> shift) % len(options)]
        for options, shift in zip(prose.topics[topic], (0, 8, 16), strict=True)
    ]
    return prose.word_separator.join(parts) + prose.full_stop
