"""Distributions of numbers, sizes and choices."""

from __future__ import annotations

from collections import Counter
from statistics import mean, pstdev
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.strategies.distributions import DISTRIBUTION_TRANSFORMS
from pytest_fixturegen.streams import WORD_MASK
from tests.strategies.models import Thing, draw_things

CHOICES = [("enum_policy", "kind"), ("enum_policy", "size"), ("union_policy", "pet")]


@given(st.sampled_from(sorted(DISTRIBUTION_TRANSFORMS)), st.integers(0, WORD_MASK))
def test_a_transformed_word_has_64_bits(distribution: str, word: int) -> None:
    assert 0 <= DISTRIBUTION_TRANSFORMS[distribution](word) <= WORD_MASK


def count_choices(field: str, things: list[Thing]) -> Counter[Any]:
    """Count the values of *field*; models count by their class."""
    values = [getattr(thing, field) for thing in things]
    return Counter(type(value) if field == "pet" else value for value in values)


@pytest.mark.parametrize(("policy", "field"), CHOICES)
def test_the_policy_random_draws_several_options(policy: str, field: str) -> None:
    assert len(count_choices(field, draw_things(50, **{policy: "random"}))) > 1


@pytest.mark.parametrize(("policy", "field"), CHOICES)
def test_the_policy_first_draws_one_option(policy: str, field: str) -> None:
    assert [*count_choices(field, draw_things(400, **{policy: "first"})).values()] == [400]


@pytest.mark.parametrize(("policy", "field"), CHOICES)
def test_the_policy_weighted_prefers_the_first_option(policy: str, field: str) -> None:
    counts = count_choices(field, draw_things(400, **{policy: "weighted"}))
    most = max(counts.values())
    # Of two options 267 are expected to be the first, of three 229.
    least_ratio = 1.17 if field == "pet" else 1.04
    assert most > least_ratio * (400 - most)


def test_sizes_follow_the_options_within_the_bounds_of_the_type() -> None:
    things = draw_things(collection_min_items=5, collection_max_items=7)
    assert {len(thing.parts) for thing in things} == {5, 6, 7}
    assert {len(thing.few) for thing in things} == {4}


def test_one_size_option_moves_the_other() -> None:
    assert {len(thing.parts) for thing in draw_things(collection_max_items=0)} == {0}
    assert {len(thing.parts) for thing in draw_things(collection_min_items=6)} == {6}


def test_size_options_that_contradict_each_other_are_an_error() -> None:
    with pytest.raises(ConfigError, match="collection_min_items=5"):
        draw_things(1, collection_min_items=5, collection_max_items=2)


def test_sizes_have_the_distribution_of_the_option() -> None:
    averages = {
        distribution: mean(
            len(thing.parts)
            for thing in draw_things(collection_max_items=9, collection_distribution=distribution)
        )
        for distribution in ("min-heavy", "uniform", "max-heavy", "maximum")
    }
    assert averages["min-heavy"] < averages["uniform"] - 0.5
    assert averages["uniform"] - 0.5 < averages["max-heavy"] - 1
    assert averages["max-heavy"] - 1 < averages["maximum"]
    assert averages["maximum"] == 9
    bounds = draw_things(collection_distribution="bounds", collection_max_items=4)
    assert {len(thing.few) for thing in bounds} == {2, 4}


def test_numbers_have_the_distribution_of_the_option() -> None:
    levels = {
        distribution: [thing.level for thing in draw_things(number_distribution=distribution)]
        for distribution in ("uniform", "normal", "spike", "bounds")
    }
    assert all(10 <= level <= 109 for drawn in levels.values() for level in drawn)
    assert pstdev(levels["spike"]) < pstdev(levels["uniform"]) < pstdev(levels["bounds"])
    assert pstdev(levels["normal"]) < pstdev(levels["uniform"])
    assert set(levels["bounds"]) == {10, 109}
    assert {thing.ratio for thing in draw_things(20, number_distribution="maximum")} == {1.0}
