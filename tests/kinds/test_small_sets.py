"""Sets and mappings that need most of the values that their items can have."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, create_model

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines
from pytest_fixturegen.errors import MappingError

Hundred = Annotated[int, Field(ge=1, le=100)]
Code = Annotated[str, Field(pattern="^[a-c]{3}$")]
Step = Annotated[int, Field(ge=0, le=60, multiple_of=5)]
Cents = Annotated[Decimal, Field(ge=0, le=1, decimal_places=2)]
Week = Annotated[dt.date, Field(ge=dt.date(2024, 1, 1), le=dt.date(2024, 1, 31))]
Card = Enum("Card", {f"C{i}": i for i in range(52)})
Level = IntEnum("Level", {f"L{i}": i for i in range(40)})
Suit = Enum("Suit", {f"C{i}": f"c{i}" for i in range(52)})
Thing = Enum("Thing", "a b c")


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        (set[Hundred], 100),
        (set[Hundred], 95),
        (frozenset[Code], 27),
        (set[Card], 52),
        (set[Level], 39),
        (set[Step], 13),
        (set[Cents], 101),
        (set[Week], 31),
        (set[bool], 2),
        (dict[Suit, int], 52),
        (dict[Code, Hundred], 26),
        (dict[Hundred, bool], 100),
        (list[set[Card]], 1),
    ],
    ids=str,
)
def test_a_set_gets_all_the_values_that_it_needs(kind: Any, least: int) -> None:
    model: Any = create_model("Deck", value=(kind, Field(min_length=least)))
    decks = list(generate_instances(model, 20, seed=1))
    assert all(len(deck.value) >= least for deck in decks)
    assert [model.model_validate_json(line) for line in generate_lines(model, 20, seed=1)] == decks


@pytest.mark.parametrize(
    ("kind", "size"),
    [(set[Thing], 3), (set[bool], 2), (dict[Literal["x", "y"], int], 2), (frozenset[Step], 4)],
    ids=str,
)
def test_a_configured_minimum_yields_to_the_type(kind: Any, size: int) -> None:
    model: Any = create_model("Model", value=(kind, ...))
    config = GenerationConfig(collection_min_items=4)
    assert {len(made.value) for made in generate_instances(model, 9, config=config)} == {size}


def test_a_set_that_needs_more_values_than_there_are_is_an_error() -> None:
    model = create_model("Deck", value=(set[Thing], Field(min_length=4)))
    with pytest.raises(MappingError, match="no set has 4 different items of this type"):
        list(generate_instances(model, 1))
