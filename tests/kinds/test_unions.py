"""Unions: every member is drawn, keeps its type, and agrees with its discriminator."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from pydantic import Field, IPvAnyAddress, RootModel

from tests.golden.kinds.unions import (
    Apple,
    Berry,
    BlackDog,
    Cat,
    Control,
    Dog,
    Far,
    Fruit,
    Fuel,
    Heater,
    Inner,
    Mixed,
    Near,
    Owner,
    Press,
    Stove,
    Turn,
    WhiteDog,
    shape_of,
)
from tests.kinds.round_trips import draw, read_back, round_trip, to_json


def test_a_discriminator_agrees_with_its_member() -> None:
    kinds = {Cat: ("cat", None), BlackDog: ("dog", "black"), WhiteDog: ("dog", "white")}
    records = round_trip(Owner)
    assert {type(each.pet) for each in records} == set(kinds)
    for pet in (pet for each in records for pet in (each.pet, *each.others)):
        assert (pet.kind, getattr(pet, "color", None)) == kinds[type(pet)]


def test_a_discriminator_can_have_an_alias_default_and_several_values() -> None:
    types = {line["action"]["type"] for line in to_json(Control)}
    assert types == {"key", "button", "wheel"}
    assert {type(each.action) for each in round_trip(Control)} == {Press, Turn}


def test_a_discriminator_can_be_an_enum_member() -> None:
    records = round_trip(Annotated[Union[Stove, Heater], Field(discriminator="fuel")])
    assert {(type(each), each.fuel) for each in records} == {(Stove, Fuel.wood), (Heater, Fuel.gas)}


def test_a_callable_discriminator_accepts_every_drawn_member() -> None:
    records = round_trip(Fruit)
    assert {type(each) for each in records} == {Apple, Berry, str}
    assert {shape_of(each) for each in records} == {"apple", "berry", "word"}


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


def test_every_member_of_a_union_is_drawn_and_stays_what_it_is() -> None:
    records = round_trip(Mixed)
    assert {type(each.plain) for each in records} == {int, str}
    assert {type(each.smart) for each in records} == {bool, float, list}
    assert {type(each.model) for each in records} == {Berry, dict}


def test_union_members_that_cannot_round_trip_are_replaced() -> None:
    kind = tuple[Union[IPvAnyAddress, Inner], int]
    assert len(read_back(kind)) == len(draw(kind)) == 20
    awkward = Union[Literal["text", b"bytes"], tuple[Literal[b"more"], int]]
    assert set(read_back(awkward)) == {"text"}
