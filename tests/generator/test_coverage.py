"""Few records that show each form of a model: members, truth values, None, nested models."""

from __future__ import annotations

from collections import deque
from enum import Enum
from typing import Annotated, Any, Literal, NamedTuple

import pytest
from pydantic import AfterValidator, BaseModel, Field, RootModel, field_validator

from pytest_fixturegen import GenerationConfig, generate_coverage

Size = Enum("Size", [f"S{number}" for number in range(40)])


class Car(BaseModel):
    kind: Literal["car"]
    doors: Literal[3, 5]


class Boat(BaseModel):
    kind: Literal["boat"]
    sail: bool


class Tree(BaseModel):
    branches: list[Tree]
    is_dead: bool


class Names(RootModel[list[Literal["a", "b"]]]):
    pass


class Pair(NamedTuple):
    left: bool
    right: Literal[1, 2]


class Garage(BaseModel):
    place: Car | Boat
    cars: list[Car]
    by_name: dict[str, Boat]
    owner: Literal["me", "you"] = "me"
    note: str | None = "x"
    names: Names
    pair: Pair
    row: tuple[bool, ...]
    nothing: tuple[()]
    number: int | str


class Refusing(BaseModel):
    size: Literal[1, 2, 3]
    note: str | None

    @field_validator("note")
    @classmethod
    def refuse_none(cls, value: str | None) -> str:
        if value is None:
            raise ValueError("a note is needed")
        return value


class Joined(BaseModel):
    words: Annotated[list[Names], AfterValidator(len)]
    table: Annotated[dict[str, bool], AfterValidator(len)]
    items: deque[bool]


def collect(path: str, records: list[Any]) -> set[Any]:
    """Return the values at *path*, attributes of which the first may be a list."""
    values = records
    for name in path.split("."):
        found = [getattr(value, name, None) for value in values]
        values = [item for each in found for item in (each if isinstance(each, list) else [each])]
    return set(values)


def test_each_form_of_a_model_is_shown() -> None:
    garages = generate_coverage(Garage)
    assert {type(each.place) for each in garages} == {Car, Boat}
    assert collect("place.doors", garages) >= {3, 5}
    assert collect("place.sail", garages) >= {True, False}
    assert collect("cars.doors", garages) == {3, 5}
    assert collect("owner", garages) == {"me", "you"}
    assert {each.note is None for each in garages} == {True, False}
    assert collect("names.root", garages) == {"a", "b"}
    assert collect("pair.right", garages) == {1, 2}
    assert {type(each.number) for each in garages} == {int, str}
    assert {item for each in garages for item in each.row} == {True, False}
    assert len(garages) <= 6


def test_all_members_of_a_large_enum_are_shown() -> None:
    assert set(generate_coverage(Size)) == set(Size)


def test_no_record_is_redundant() -> None:
    assert len(generate_coverage(Car)) == 2
    assert len(generate_coverage(Tree)) <= 3
    assert len(generate_coverage(int)) == 1


def test_forms_that_are_refused_are_left_out() -> None:
    assert collect("size", generate_coverage(Refusing)) == {1, 2, 3}


def test_values_that_validators_transform_are_skipped() -> None:
    joined = generate_coverage(Joined)
    assert {item for each in joined for item in each.items} == {True, False}


def test_unique_fields_limit_the_search() -> None:
    config = GenerationConfig(unique=("Refusing.size",))
    assert sorted(each.size for each in generate_coverage(Refusing, config=config)) == [1, 2, 3]


@pytest.mark.parametrize("model", [Garage, Tree])
def test_a_seed_gives_the_same_records(model: Any) -> None:
    assert generate_coverage(model, seed=3) == generate_coverage(model, seed=3)


def test_options_apply() -> None:
    class Note(BaseModel):
        text: str | None
        tags: list[bool] = Field(min_length=1)

    config = GenerationConfig(p_none=1.0)
    assert collect("text", generate_coverage(Note, config=config)) == {None}
