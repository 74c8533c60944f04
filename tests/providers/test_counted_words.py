"""Counted words: each index draws another text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from pytest_fixturegen.providers import codes, web
from pytest_fixturegen.providers.counted_words import UNLIMITED_COUNT, find_counted_words
from pytest_fixturegen.providers.regex.patterns import compile_pattern, draw_match

SAMPLE_SIZE = 5000


def draw_texts(draw: Callable[[int], str]) -> tuple[int, set[str], int]:
    """How many texts *draw* counts, the different ones of a sample, and the size of the sample."""
    counted = find_counted_words(draw)
    assert counted is not None
    size, index_to_word = counted
    step = max(size // SAMPLE_SIZE, 1)
    indices = [*range(min(size, SAMPLE_SIZE)), *range(SAMPLE_SIZE, size, step)][: 2 * SAMPLE_SIZE]
    return size, {draw(index_to_word(index)) for index in indices}, len(indices)


@pytest.mark.parametrize(
    ("draw", "size"),
    [
        (partial(web.draw_hexadecimal, 2), 256),
        (partial(web.draw_hexadecimal, 6), 16**6),
        (partial(web.draw_hexadecimal, 32), UNLIMITED_COUNT),
        (web.draw_uuid, UNLIMITED_COUNT),
        (partial(codes.draw_code, 2), 1024),
        (partial(codes.draw_code, 8), 32**8),
        (partial(codes.draw_code, 20), UNLIMITED_COUNT),
        (partial(codes.draw_iban, "DE"), 10**10),
        (partial(codes.draw_iban, "NL"), 10**10),
        (partial(codes.draw_iban, "US"), 10**14),
        (codes.draw_isbn, 10**8),
        (partial(codes.draw_barcode, 8), 10**6),
        (codes._draw_long_sku, 32**3 * 10**6),
        (codes._draw_short_sku, 32**2 * 10**4),
        (codes._draw_tiny_sku, 32 * 10**3),
    ],
)
def test_every_index_draws_another_text(draw: Callable[[int], str], size: int) -> None:
    counted, texts, sample_size = draw_texts(draw)
    assert counted == size
    assert len(texts) == sample_size


@pytest.mark.parametrize(
    ("pattern", "size"),
    [(r"^[A-Z]{2}$", 26**2), (r"^[ab]{1,3}$", 2 + 4 + 8), (r"^X-[0-9]{3}$", 1000)],
)
def test_the_texts_of_a_pattern_are_counted(pattern: str, size: int) -> None:
    counted, texts, _ = draw_texts(partial(draw_match, compile_pattern(pattern)))
    assert counted == len(texts) == size


@pytest.mark.parametrize("pattern", [r"^(a|ab)(c|bc)$", r"^\w+ \w+$"])
def test_a_pattern_that_may_repeat_a_text_is_not_counted_too_high(pattern: str) -> None:
    counted = find_counted_words(partial(draw_match, compile_pattern(pattern)))
    if counted is not None:
        size, index_to_word = counted
        grammar = compile_pattern(pattern)
        sample = range(min(size, 1000))
        assert len({draw_match(grammar, index_to_word(k)) for k in sample}) == len(sample)


def unknown(word: Any) -> str:
    return str(word)


@pytest.mark.parametrize("draw", [unknown, partial(unknown)])
def test_an_unknown_function_is_not_counted(draw: Callable[[int], str]) -> None:
    assert find_counted_words(draw) is None
