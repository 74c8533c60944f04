"""Generic models, root models and type aliases pass their arguments on."""

from __future__ import annotations

from typing import Union

from pydantic import BaseModel

from tests.golden.kinds.generics import (
    Album,
    Aliased,
    Answer,
    Scale,
    Scores,
    Shelf,
    Song,
    Stack,
    Team,
    depth,
)
from tests.kinds.round_trips import draw, round_trip, to_json


def test_a_generic_model_is_filled_with_its_argument() -> None:
    assert {type(each.first) for each in round_trip(Answer[int])} == {int}
    for each in round_trip(Answer[Song]):
        assert all(
            30 <= song.seconds <= 900 for song in (*each.found, each.first, *each.by_name.values())
        )
    assert {type(each.first) for each in round_trip(Album)} == {Song}
    assert {type(inner) for each in round_trip(Answer[Answer[str]]) for inner in each.found} == {
        Answer[str]
    }


def test_a_generic_model_without_arguments_follows_its_type_variables() -> None:
    assert {type(each.low) for each in draw(Scale)} <= {int, float}
    assert all(isinstance(thing, BaseModel) for each in draw(Shelf) for thing in each.things)


def test_a_root_model_is_written_as_its_content() -> None:
    assert all(
        line == each.root for each, line in zip(round_trip(Scores), to_json(Scores), strict=True)
    )
    assert all(each.best() <= 10 for each in draw(Scores))
    assert all(2 <= len(each.names.root) <= 4 for each in round_trip(Team))
    assert {type(item) for each in round_trip(Stack[int]) for item in each.root} == {int}


def test_type_aliases_resolve_to_their_type() -> None:
    for each in round_trip(Aliased):
        assert each.positive > 0
        assert all(isinstance(item, str) for item in each.listed)
        assert depth(each.nested) < 8
        assert isinstance(each.user, int)


def test_a_union_of_generic_models_keeps_its_members() -> None:
    records = round_trip(Union[Answer[int], Scale[float]])
    assert {type(each) for each in records} == {Answer[int], Scale[float]}
