"""Streams: the same words for ever."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from pytest_fixturegen.streams import (
    BLOCK_SIZE,
    Stream,
    choose_bucket,
    compute_choice_cuts,
    mix_word,
)

counts = st.integers(1, BLOCK_SIZE)
words = st.integers(0, 2**64 - 1)
GOLDEN = (13030377845361534141, 8557283309514831092)


@given(st.integers(), st.text(), st.text(), st.integers(0, 1000), counts, counts)
def test_fewer_words_are_a_prefix_of_more_words(
    seed: int, name: str, path: str, block: int, one: int, other: int
) -> None:
    few, many = sorted((one, other))
    stream = Stream(seed, name)
    assert stream.read_words(path, block, many)[:few] == stream.read_words(path, block, few)


@given(st.integers(), st.integers(0, 99))
def test_seed_name_path_block_and_attempt_each_change_the_words(seed: int, block: int) -> None:
    plain = Stream(seed, "User").read_words("name", block, 4)
    others = [
        Stream(seed + 1, "User").read_words("name", block, 4),
        Stream(seed, "Order").read_words("name", block, 4),
        Stream(seed, "User").read_words("email", block, 4),
        Stream(seed, "User").read_words("name", block + 1, 4),
        Stream(seed, "User").read_words("name", block, 4, attempt=1),
    ]
    assert plain not in others


def test_the_words_of_a_path_never_change() -> None:
    """Golden: other words are other data, which needs a changelog entry and another ALGORITHM."""
    assert Stream(42, "User").read_words("name", 0, 2) == GOLDEN


@given(st.integers(1, 16))
def test_choices_are_equally_frequent(count: int) -> None:
    cuts, owners = compute_choice_cuts(count)
    edges = [0, *cuts, 1 << 64]
    shares = [0] * count
    for owner, start, end in zip(owners, edges, edges[1:], strict=False):
        shares[owner] += end - start
    assert max(shares) - min(shares) < 2**16


@given(st.integers(1, 15), st.integers(0, 2**64 - 1))
def test_another_choice_moves_only_the_words_that_it_wins(count: int, word: int) -> None:
    before, after = owner_of(word, count), owner_of(word, count + 1)
    assert after in (before, count)


def owner_of(word: int, count: int) -> int:
    cuts, owners = compute_choice_cuts(count)
    return owners[sum(cut <= word for cut in cuts)]


def test_mixed_words_differ() -> None:
    assert len({mix_word(7, step) for step in range(1000)}) == 1000


@given(st.integers(1, 2000), words)
def test_another_member_moves_only_the_words_that_it_wins(count: int, word: int) -> None:
    before, after = choose_bucket(word, count), choose_bucket(word, count + 1)
    assert 0 <= before < count
    assert after in (before, count)


def test_members_of_wide_unions_are_about_equally_frequent() -> None:
    chosen = [choose_bucket(mix_word(7, step), 100) for step in range(20_000)]
    counts = Counter(chosen)
    assert len(counts) == 100
    assert min(counts.values()) > 140
    assert max(counts.values()) < 260


def test_the_member_of_a_wide_union_never_changes() -> None:
    """Golden: other members are other data, which needs a changelog entry."""
    chosen = [choose_bucket(mix_word(7, step), 400) for step in range(6)]
    assert chosen == [378, 249, 211, 259, 284, 203]
