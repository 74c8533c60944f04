"""Generic base classes with arguments: ``class IntBox(Box[int])`` has an item of int."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

import attrs
import msgspec
import pytest
from pydantic import BaseModel
from pydantic.dataclasses import dataclass as pydantic_dataclass
from typing_extensions import TypedDict

from tests.kinds.round_trips import draw, to_json

T = TypeVar("T")
K = TypeVar("K")


class User(BaseModel):
    id: int


@dataclass
class Box(Generic[T]):
    item: T


@dataclass
class IntBox(Box[int]):
    label: str


@dataclass
class DateBox(Box[datetime]):
    label: str


@dataclass
class UserBox(Box[User]):
    label: str


@dataclass
class UsersBox(Box[list[User]]):
    label: str


@dataclass
class NestedBox(Box[IntBox]):
    label: str


@dataclass
class ListBox(Box[list[K]], Generic[K]):
    mark: K


@dataclass
class UuidListBox(ListBox[UUID]):
    label: str


@dataclass
class Defaults(Generic[T]):
    item: list[T] = field(default_factory=list)


@dataclass
class IntDefaults(Defaults[int]):
    label: str = ""


@dataclass
class OwnBox(Box[int]):
    item: str  # type: ignore[assignment]
    label: str


@pydantic_dataclass
class PydanticBox(Generic[T]):
    item: T


@pydantic_dataclass
class PydanticIntBox(PydanticBox[int]):
    label: str


class Row(TypedDict, Generic[T]):
    item: T


class IntRow(Row[int]):
    label: str


@attrs.define
class AttrsBox(Generic[T]):
    item: T


@attrs.define
class AttrsIntBox(AttrsBox[int]):
    label: str


class StructBox(msgspec.Struct, Generic[T]):
    item: T


class StructIntBox(StructBox[int]):
    label: str


BOXES = [
    (IntBox, int),
    (DateBox, datetime),
    (UserBox, User),
    (NestedBox, IntBox),
    (OwnBox, str),
    (PydanticIntBox, int),
    (IntRow, int),
    (AttrsIntBox, int),
    (StructIntBox, int),
    (Box[int], int),
]

LISTS = [(UsersBox, User), (UuidListBox, UUID), (IntDefaults, int)]


def get_item(record: Any) -> Any:
    return record["item"] if isinstance(record, dict) else record.item


@pytest.mark.parametrize(("kind", "item"), BOXES, ids=str)
def test_an_inherited_field_has_the_type_of_the_base(kind: Any, item: type) -> None:
    assert {type(get_item(record)) for record in draw(kind)} == {item}
    to_json(kind)


@pytest.mark.parametrize(("kind", "item"), LISTS, ids=str)
def test_items_of_an_inherited_list_have_the_type_of_the_base(kind: Any, item: type) -> None:
    assert {type(one) for record in draw(kind) for one in record.item} == {item}
    to_json(kind)


class Holder(BaseModel):
    box: UserBox
    row: IntRow


def test_a_field_of_a_model_has_it_too() -> None:
    for record in draw(Holder):
        assert isinstance(record.box.item, User)
        assert isinstance(record.row["item"], int)


@dataclass
class MarkedBox(Box[int], Generic[K]):
    mark: K


@dataclass
class SameBox(Box[K], Generic[K]):
    mark: K


@dataclass
class RenamedBox(Box[K], Generic[K]):
    """No field has the type variable of this class."""


@dataclass
class TextMarkedBox(MarkedBox[str]):
    label: str


@dataclass
class Pair(Generic[T, K]):
    item: T
    other: K


@dataclass
class HalfPair(Pair[int, T], Generic[T]):
    mark: T


@dataclass
class WholePair(HalfPair[str]):
    """Its bases use one type variable for two things."""


@pydantic_dataclass
class PydanticMarkedBox(PydanticBox[int], Generic[K]):
    mark: K


class MarkedRow(Row[int], Generic[K]):
    mark: K


class SameRow(Row[K], Generic[K]):
    mark: K


@attrs.define
class AttrsMarkedBox(AttrsBox[int], Generic[T]):
    mark: T


@attrs.define
class AttrsSameBox(AttrsBox[K], Generic[K]):
    mark: K


class StructSameBox(StructBox[K], Generic[K]):
    mark: K


class Place(NamedTuple, Generic[T]):
    item: T
    mark: list[T]


class IntPlace(Place[int]):
    """A tuple with the arguments of its base."""


class RenamedPlace(Place[K], Generic[K]):
    """A tuple that is still generic."""


class ModelBox(BaseModel, Generic[T]):
    item: T


class ModelMarkedBox(ModelBox[int], Generic[K]):
    mark: K


GENERIC_BOXES = [
    (MarkedBox[str], int),
    (MarkedBox, int),
    (SameBox[int], int),
    (RenamedBox[int], int),
    (TextMarkedBox, int),
    (WholePair, int),
    (PydanticMarkedBox[str], int),
    (PydanticMarkedBox, int),
    (MarkedRow[str], int),
    (MarkedRow, int),
    (SameRow[int], int),
    (AttrsMarkedBox[str], int),
    (AttrsMarkedBox, int),
    (AttrsSameBox[int], int),
    (StructSameBox[int], int),
    (IntPlace, int),
    (RenamedPlace[int], int),
    (ModelMarkedBox[str], int),
    (ModelMarkedBox, int),
]


@pytest.mark.parametrize(("kind", "item"), GENERIC_BOXES, ids=str)
def test_a_subclass_that_is_still_generic_has_it_too(kind: Any, item: type) -> None:
    assert {type(get_item(record)) for record in draw(kind)} == {item}
    to_json(kind)


class Shelf(BaseModel):
    boxes: list[SameBox[int]]
    places: dict[str, RenamedPlace[int]]
    renamed: RenamedBox[str]


def test_arguments_are_found_in_the_fields_of_models() -> None:
    for record in draw(Shelf):
        assert {type(box.item) for box in record.boxes} <= {int}
        assert {type(place.item) for place in record.places.values()} <= {int}
        assert type(record.renamed.item) is str


class TwoShelves(BaseModel):
    numbers: RenamedBox[int]
    texts: RenamedBox[str]


def test_a_class_with_several_arguments_is_drawn_as_anything() -> None:
    for record in draw(TwoShelves):
        TwoShelves.model_validate(record.model_dump())


class Reply(TypedDict):
    text: str
    code: int | None
    extra: Any


def test_a_class_of_unknown_arguments_may_have_unions() -> None:
    assert {type(each["code"]) for each in draw(Reply)} <= {int, type(None)}
