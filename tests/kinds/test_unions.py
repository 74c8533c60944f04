"""Unions: every member is drawn, keeps its type, and agrees with its discriminator."""

from __future__ import annotations

import enum
from typing import Annotated, Any, Literal, Optional, Union

from pydantic import BaseModel, Discriminator, Field, IPvAnyAddress, RootModel, Tag
from typing_extensions import TypedDict

from tests.kinds.round_trips import draw, read_back, round_trip, to_json


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = Field(ge=1, le=9)


class BlackDog(BaseModel):
    kind: Literal["dog"]
    color: Literal["black"]
    walks: int


class WhiteDog(BaseModel):
    kind: Literal["dog"]
    color: Literal["white"]
    tricks: list[str]


Dog = Annotated[Union[BlackDog, WhiteDog], Field(discriminator="color")]


class Owner(BaseModel):
    pet: Annotated[Union[Cat, Dog], Field(discriminator="kind")]
    others: list[Annotated[Union[Cat, Dog], Field(discriminator="kind")]]


def test_a_discriminator_agrees_with_its_member() -> None:
    kinds = {Cat: ("cat", None), BlackDog: ("dog", "black"), WhiteDog: ("dog", "white")}
    records = round_trip(Owner)
    assert {type(each.pet) for each in records} == set(kinds)
    for pet in (pet for each in records for pet in (each.pet, *each.others)):
        assert (pet.kind, getattr(pet, "color", None)) == kinds[type(pet)]


class Press(BaseModel):
    type_: Literal["key", "button"] = Field(alias="type")
    times: int


class Turn(BaseModel):
    type_: Literal["wheel"] = Field("wheel", alias="type")
    degrees: int


class Control(BaseModel):
    action: Press | Turn = Field(discriminator="type_")


def test_a_discriminator_can_have_an_alias_default_and_several_values() -> None:
    types = {line["action"]["type"] for line in to_json(Control)}
    assert types == {"key", "button", "wheel"}
    assert {type(each.action) for each in round_trip(Control)} == {Press, Turn}


class Fuel(str, enum.Enum):
    gas = "gas"
    wood = "wood"


class Stove(BaseModel):
    fuel: Literal[Fuel.wood]
    logs: int


class Heater(BaseModel):
    fuel: Literal[Fuel.gas] = Fuel.gas
    liters: int


def test_a_discriminator_can_be_an_enum_member() -> None:
    records = round_trip(Annotated[Union[Stove, Heater], Field(discriminator="fuel")])
    assert {(type(each), each.fuel) for each in records} == {(Stove, Fuel.wood), (Heater, Fuel.gas)}


class Apple(BaseModel):
    weight: int
    sweet: bool


class Berry(BaseModel):
    weight: int


def shape_of(value: Any) -> str | None:
    if isinstance(value, str):
        return "word"
    keys = value if isinstance(value, dict) else value.model_dump()
    return "apple" if "sweet" in keys else "berry"


Fruit = Annotated[
    Union[
        Annotated[Apple, Tag("apple")], Annotated[Berry, Tag("berry")], Annotated[str, Tag("word")]
    ],
    Discriminator(shape_of),
]


def test_a_callable_discriminator_accepts_every_drawn_member() -> None:
    records = round_trip(Fruit)
    assert {type(each) for each in records} == {Apple, Berry, str}
    assert {shape_of(each) for each in records} == {"apple", "berry", "word"}


class Near(TypedDict):
    at: Literal["near"]
    steps: int


class Far(TypedDict):
    at: Literal["far"]
    miles: float


def test_typed_dicts_are_discriminated_like_models() -> None:
    records = round_trip(Annotated[Union[Near, Far], Field(discriminator="at")])
    assert {(each["at"], frozenset(each)) for each in records} == {
        ("near", frozenset({"at", "steps"})),
        ("far", frozenset({"at", "miles"})),
    }


def test_a_root_model_can_hold_the_members() -> None:
    pets = RootModel[list[Annotated[Union[Cat, Dog], Field(discriminator="kind")]]]
    assert {type(pet) for each in round_trip(pets) for pet in each.root} == {
        Cat,
        BlackDog,
        WhiteDog,
    }


class Mixed(BaseModel):
    plain: Union[int, str]
    smart: Union[bool, float, list[int]]
    first: Union[str, int] = Field(union_mode="left_to_right")
    model: Union[Berry, dict[str, int]]
    maybe: Optional[Union[int, Berry]]


def test_every_member_of_a_union_is_drawn_and_stays_what_it_is() -> None:
    records = round_trip(Mixed)
    assert {type(each.plain) for each in records} == {int, str}
    assert {type(each.smart) for each in records} == {bool, float, list}
    assert {type(each.model) for each in records} == {Berry, dict}


class Inner(BaseModel):
    code: int
    label: str = Field(max_length=12)


def test_union_members_that_cannot_round_trip_are_replaced() -> None:
    kind = tuple[Union[IPvAnyAddress, Inner], int]
    assert len(read_back(kind)) == len(draw(kind)) == 20
    awkward = Union[Literal["text", b"bytes"], tuple[Literal[b"more"], int]]
    assert set(read_back(awkward)) == {"text"}
