"""Types of fields: constraints, unions, references, and classes of one's own."""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Literal, NewType

from annotated_types import LowerCase, Predicate
from pydantic import BaseModel, ConfigDict, EmailStr, Field, HttpUrl, Json
from typing_extensions import TypeAliasType

from pytest_fixturegen import Make, Pfg, pfg_factory
from tests.capabilities.table import capability

if TYPE_CHECKING:
    from decimal import Decimal as Amount

Price = NewType("Price", int)
Prices = TypeAliasType("Prices", list[Price])


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = Field(ge=1, le=9)


class Dog(BaseModel):
    kind: Literal["dog"]
    tricks: list[str]


class Constraints(BaseModel):
    quantity: int = Field(gt=3, le=90, multiple_of=3)
    ratio: float = Field(ge=0, lt=1)
    price: Decimal = Field(max_digits=6, decimal_places=2, gt=0)
    code: str = Field(min_length=4, max_length=8)
    data: bytes = Field(min_length=2, max_length=5)
    day: dt.date = Field(ge=dt.date(2026, 1, 1), lt=dt.date(2026, 2, 1))
    tags: set[str] = Field(min_length=2, max_length=3)
    scores: dict[str, Annotated[int, Field(ge=1, le=6)]] = Field(min_length=1)


class Patterns(BaseModel):
    plate: str = Field(pattern=r"^[A-Z]{2}-\d{3,4}$")
    either: str = Field(pattern=r"^(left|right)\s?\w+$")


class Box:
    """A class that knows nothing of Pydantic."""

    def __init__(self, width: int) -> None:
        self.width = width


class Parcel(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    box: Box
    sender: EmailStr


@dataclass
class Crate:
    box: Box
    weight: int


@dataclass
class Bill:
    total: Amount


@dataclass
class Later:
    box: NotYetDefined


@dataclass
class NotYetDefined:
    size: int


TYPES = {"Box": {"factory": lambda: Box(7)}, "EmailStr": {"value": "ada@example.com"}}
make_parcel = pfg_factory(Parcel, settings={"overrides": TYPES})


@capability(
    "constraints of numbers, texts, dates and collections",
    "P `Field(gt=…)`, `annotated_types`",
    "read from the type",
)
def test_constraints_hold(pfg: Pfg) -> None:
    for each in pfg.batch(Constraints, 10):
        assert Constraints.model_validate(each.model_dump()) == each


@capability("regular expressions", "P `pattern`", "read from the type")
def test_patterns_match(pfg: Pfg) -> None:
    patterns = pfg.build(Patterns)
    assert re.search(r"^[A-Z]{2}-\d{3,4}$", patterns.plate)
    assert re.search(r"^(left|right)", patterns.either)


@capability("predicates of annotated_types", "P `Predicate`", "read from the type")
def test_predicates_hold(pfg: Pfg) -> None:
    assert pfg.build(LowerCase[str]).islower()
    assert pfg.build(Annotated[str, Predicate(str.isalpha)]).isalpha()


@capability("discriminated and other unions", "P one of the members", "one of the members")
def test_unions_have_a_member(pfg: Pfg) -> None:
    class House(BaseModel):
        pet: Annotated[Cat | Dog, Field(discriminator="kind")]
        number: int | str

    pets = {type(house.pet) for house in pfg.batch(House, 20)}
    assert pets == {Cat, Dog}


@capability("enums and literals", "P a member", "a member")
def test_enums_have_a_member(pfg: Pfg) -> None:
    assert pfg.build(Colour) in Colour
    assert pfg.build(Literal["a", 1]) in ("a", 1)


@capability(
    "tuples, sets, deques, abstract collections",
    "P items of the right type",
    "items of the right type",
)
def test_collections_have_items(pfg: Pfg) -> None:
    class Bag(BaseModel):
        pair: tuple[int, str]
        many: tuple[int, ...]
        queue: deque[int]
        frozen: frozenset[str]
        sequence: Sequence[Decimal]
        mapping: Mapping[str, list[int]]

    bag = pfg.build(Bag)
    assert isinstance(bag.queue, deque)
    assert isinstance(bag.sequence[0], Decimal)
    assert isinstance(bag.pair[1], str)


@capability("e-mail addresses, URLs, `Json`", "P values of the type", "values of the type")
def test_special_types_are_valid(pfg: Pfg) -> None:
    class Page(BaseModel):
        author: EmailStr
        url: HttpUrl
        data: Json[list[int]]

    page = pfg.build(Page)
    assert "@" in page.author
    assert isinstance(page.data, list)


@capability("NewType and PEP 695 aliases", "P unwrapped", "unwrapped")
def test_new_types_are_unwrapped(pfg: Pfg) -> None:
    assert isinstance(pfg.build(Prices)[0], int)


@capability("callables, classes, `Any`", "P a function", "a function, a class, a text")
def test_callables_are_functions(pfg: Pfg) -> None:
    assert callable(pfg.build(Callable[[int], str]))
    assert pfg.build(type[Cat]) is Cat
    assert pfg.build(Any) is not None


@capability(
    "names that only type checkers see",
    "P `__forward_references__` by hand",
    "[resolved](types.md#names-for-type-checkers-if-type_checking) from the source",
)
def test_names_for_type_checkers(pfg: Pfg) -> None:
    assert isinstance(pfg.build(Bill).total, Decimal)


@capability(
    "names that are defined later",
    "P `__forward_references__` by hand",
    "resolved from their module",
)
def test_forward_references_are_resolved(pfg: Pfg) -> None:
    assert pfg.build(Later).box.size


@capability(
    "a provider for a class, and for a type of Pydantic",
    "P `add_provider(Box, …)`, `get_provider_map`",
    '[`overrides`](configuration.md#types), also in `settings`: `{"Box": {"factory": …}}`',
)
def test_types_have_providers(make_parcel: Make[Parcel]) -> None:
    parcel = make_parcel()
    assert parcel.box.width == 7
    assert parcel.sender == "ada@example.com"


@capability(
    "a field of any class, made by its constructor",
    "P raises `ParameterException`",
    "`pfg.build(Crate)`",
)
def test_any_class_is_made(pfg: Pfg) -> None:
    assert isinstance(pfg.build(Crate).box.width, int)


@capability(
    "a field of any class, given by the call",
    "P `build(box=Box(3))`",
    "`pfg.build(Parcel, box=Box(3))`",
)
def test_any_class_may_be_given(pfg: Pfg) -> None:
    box = Box(3)
    assert pfg.build(Parcel, box=box).box is box
