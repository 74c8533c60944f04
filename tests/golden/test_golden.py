"""Pins generated data: the same seed gives the same bytes."""

from __future__ import annotations

import pytest

from tests.golden.artifacts import compute_artifacts
from tests.golden.cases import GROUPS
from tests.golden.chunks import CHUNKS, Chunk, check_chunk, check_names, check_rows
from tests.golden.words import compute_words


@pytest.mark.parametrize("chunk", CHUNKS, ids=str)
def test_data_is_what_it_was(chunk: Chunk) -> None:
    problems = check_chunk(chunk)
    assert not problems, problems


@pytest.mark.parametrize("group", [*GROUPS])
def test_every_case_has_a_digest_and_every_digest_a_case(group: str) -> None:
    problems = check_names(group)
    assert not problems, problems


def test_the_words_of_streams_are_what_they_were() -> None:
    problems = check_rows("words", compute_words())
    assert not problems, problems


def test_what_the_outlets_write_is_what_it_was() -> None:
    problems = check_rows("artifacts", compute_artifacts())
    assert not problems, problems
