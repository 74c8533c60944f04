"""Kinds of models: whatever class the other libraries have a factory for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Annotated, Generic, Literal, TypeVar

import attrs
import msgspec
import pydantic.dataclasses
from pydantic import BaseModel, Field, RootModel
from sqlmodel import Field as SQLField
from sqlmodel import SQLModel
from typing_extensions import NotRequired, TypedDict

from pytest_fixturegen import Pfg
from tests.capabilities.table import capability

T = TypeVar("T")


class Pet(BaseModel):
    name: str
    age: int = Field(ge=0, le=30)


@dataclass
class Kennel:
    pet: Pet
    size: int
    rooms: list[str] = dataclass_field(default_factory=list)
    label: str = dataclass_field(init=False, default="kennel")


@pydantic.dataclasses.dataclass
class Collar:
    length: Annotated[int, Field(gt=20, lt=60)]


class Leash(TypedDict):
    length: int
    colour: NotRequired[str]


@attrs.define
class Shelf:
    _width: int
    height: int = attrs.field(validator=attrs.validators.ge(2), alias="tall")
    area: int = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.area = self._width * self.height


class Crate(msgspec.Struct):
    width: Annotated[int, msgspec.Meta(ge=3, le=9)]
    code: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]


class Visit(SQLModel, table=True):
    __tablename__ = "capability_visit"
    id: int | None = SQLField(default=None, primary_key=True)
    reason: str = SQLField(max_length=40)


class Response(BaseModel, Generic[T]):
    data: T
    total: int


class Folder(BaseModel):
    name: str
    folders: list[Folder] = []
    parent: Folder | None = None


class Money:
    """A class that knows nothing of data: its constructor says what it needs."""

    def __init__(self, amount: int, currency: Literal["EUR", "NOK"] = "NOK") -> None:
        self.amount = amount
        self.currency = currency


class Names(RootModel[list[str]]):
    pass


class Frozen(BaseModel, frozen=True):
    width: int
    _secret: int = 0

    @pydantic.computed_field
    def area(self) -> int:
        return self.width**2


@capability("Pydantic models", "P `ModelFactory[Pet]`", "`pfg.build(Pet)`")
def test_pydantic_models(pfg: Pfg) -> None:
    assert 0 <= pfg.build(Pet).age <= 30


@capability("dataclasses, nested, `init=False`", "P `DataclassFactory`", "`pfg.build(Kennel)`")
def test_dataclasses(pfg: Pfg) -> None:
    kennel = pfg.build(Kennel, size=3)
    assert isinstance(kennel.pet, Pet)
    assert (kennel.size, kennel.label) == (3, "kennel")


@capability("Pydantic dataclasses", "P `DataclassFactory`", "`pfg.build(Collar)`")
def test_pydantic_dataclasses(pfg: Pfg) -> None:
    assert 20 < pfg.build(Collar).length < 60


@capability("TypedDict, `NotRequired`", "P `TypedDictFactory`", "`pfg.build(Leash)`")
def test_typed_dicts(pfg: Pfg) -> None:
    leash = pfg.build(Leash, length=2)
    assert leash["length"] == 2
    assert isinstance(leash["colour"], str)


@capability("attrs: aliases, private and computed fields", "P `AttrsFactory`", "`pfg.build(Shelf)`")
def test_attrs_classes(pfg: Pfg) -> None:
    shelf = pfg.build(Shelf, width=3)
    assert shelf.area == 3 * shelf.height
    assert shelf.height >= 2


@capability("msgspec, `Meta`", "P `MsgspecFactory`", "`pfg.build(Crate)`")
def test_msgspec_structs(pfg: Pfg) -> None:
    crate = pfg.build(Crate)
    assert 3 <= crate.width <= 9
    assert crate.code.isupper()


@capability("SQLModel", "P `ModelFactory`", "`pfg.build(Visit)`")
def test_sqlmodel_tables(pfg: Pfg) -> None:
    visit = pfg.build(Visit)
    assert isinstance(visit, Visit)
    assert len(visit.reason) <= 40


@capability("generic models", "P `ModelFactory[Response[Pet]]`", "`pfg.build(Response[Pet])`")
def test_generic_models(pfg: Pfg) -> None:
    assert isinstance(pfg.build(Response[Pet]).data, Pet)


@capability(
    "recursive models", "P recursion ends at the second level", "[`on_cycle`](configuration.md)"
)
def test_recursive_models(pfg: Pfg) -> None:
    assert isinstance(pfg.build(Folder).folders, list)


@capability("root models", "P `ModelFactory[Names]`", "`pfg.build(Names)`")
def test_root_models(pfg: Pfg) -> None:
    names = pfg.build(Names).root
    assert names
    assert all(isinstance(name, str) for name in names)


@capability(
    "frozen models, private attributes, computed fields",
    "P `ModelFactory`",
    "`pfg.build(Frozen)`",
)
def test_frozen_models(pfg: Pfg) -> None:
    assert pfg.build(Frozen, width=4).area == 16


@capability(
    "dicts and lists as models",
    'F `DictFactory`, `ListFactory`; R `named_model(dict, "Payload")`',
    "`payload = pfg_fixture(dict[str, int])`, or a TypedDict",
)
def test_containers_are_models(pfg: Pfg) -> None:
    assert isinstance(pfg.build(dict[str, int]), Mapping)
    assert isinstance(pfg.build(list[Pet])[0], Pet)


@capability(
    "any other class, by its constructor",
    "F `Factory` with `Meta.model`, `inline_args`, `rename`",
    "`pfg.build(Money, amount=3)`",
)
def test_plain_classes(pfg: Pfg) -> None:
    money = pfg.build(Money, amount=3)
    assert (money.amount, money.currency) == (3, "NOK")


@capability(
    "a model with fields named like methods of a factory",
    "P, F `build`, `batch`, `create` as fields",
    "overrides are positional-only mappings and keywords",
)
def test_any_field_name_is_free(pfg: Pfg) -> None:
    class Build(BaseModel):
        build: str
        batch: int
        name: str
        n: int
        self: int

    fixed = {"build": "a", "batch": 1, "name": "b", "n": 2, "self": 3}
    assert pfg.build(Build, **fixed) == Build(**fixed)
    assert pfg.factory(Build, **fixed).batch(1) == [Build(**fixed)]
