"""Generic models, root models and type aliases pass their arguments on."""

from __future__ import annotations

from typing import Annotated, Any, Generic, NewType, TypeVar, Union

from pydantic import BaseModel, Field, JsonValue, RootModel
from typing_extensions import TypeAliasType

from tests.kinds.round_trips import draw, round_trip, to_json

T = TypeVar("T")
Number = TypeVar("Number", int, float)
Kind = TypeVar("Kind", bound=BaseModel)


class Song(BaseModel):
    seconds: int = Field(ge=30, le=900)


class Answer(BaseModel, Generic[T]):
    found: list[T]
    first: T
    by_name: dict[str, T]


class Album(Answer[Song]):
    year: int


class Scale(BaseModel, Generic[Number]):
    low: Number


class Shelf(BaseModel, Generic[Kind]):
    things: list[Kind] = Field(min_length=1)


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


class Scores(RootModel[dict[str, Annotated[int, Field(ge=0, le=10)]]]):
    def best(self) -> int:
        return max(self.root.values(), default=0)


class Stack(RootModel[list[T]], Generic[T]):
    pass


class Names(RootModel):  # type: ignore[type-arg]
    root: list[str] = Field(min_length=2, max_length=4)


class Team(BaseModel):
    names: Names
    scores: Scores


def test_a_root_model_is_written_as_its_content() -> None:
    assert all(
        line == each.root for each, line in zip(round_trip(Scores), to_json(Scores), strict=True)
    )
    assert all(each.best() <= 10 for each in draw(Scores))
    assert all(2 <= len(each.names.root) <= 4 for each in round_trip(Team))
    assert {type(item) for each in round_trip(Stack[int]) for item in each.root} == {int}


Positive = TypeAliasType("Positive", Annotated[int, Field(gt=0)])
Listed = TypeAliasType("Listed", list[T], type_params=(T,))
Nested = TypeAliasType("Nested", "Union[dict[str, Nested], list[Nested], int]")
UserId = NewType("UserId", int)


class Aliased(BaseModel):
    positive: Positive
    listed: Listed[str]
    nested: Nested
    user: UserId
    anything: JsonValue


def depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0)


def test_type_aliases_resolve_to_their_type() -> None:
    for each in round_trip(Aliased):
        assert each.positive > 0
        assert all(isinstance(item, str) for item in each.listed)
        assert depth(each.nested) < 8
        assert isinstance(each.user, int)


def test_a_union_of_generic_models_keeps_its_members() -> None:
    records = round_trip(Union[Answer[int], Scale[float]])
    assert {type(each) for each in records} == {Answer[int], Scale[float]}
