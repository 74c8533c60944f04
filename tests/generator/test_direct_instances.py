"""Instances that are built without validation are those that validation would return."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Generic, Literal, Optional, TypeVar, Union
from uuid import UUID

import pytest
from pydantic import (
    AfterValidator,
    AliasPath,
    BaseModel,
    ConfigDict,
    EmailStr,
    Field,
    HttpUrl,
    PrivateAttr,
    RootModel,
    computed_field,
)
from pydantic.dataclasses import dataclass

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.api.generate import make_plan
from pytest_fixturegen.generator.direct_instances import (
    TRIAL_RECORDS,
    find_instance_maker,
    is_same_value,
)

T = TypeVar("T")


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


class Point(BaseModel):
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)


class Plain(BaseModel):
    id: UUID
    name: str
    email: EmailStr
    born: date
    seen: datetime
    took: timedelta
    price: Decimal = Field(ge=0, max_digits=6, decimal_places=2)
    colour: Colour
    tier: Literal["free", "pro"]
    note: Optional[str]
    point: Point
    track: list[Point]
    sizes: dict[str, int]


class Aliased(BaseModel):
    model_config = ConfigDict(extra="allow")
    full_name: str = Field(alias="fullName")
    age: int = Field(validation_alias="years")


class PartlyValidated(BaseModel):
    site: HttpUrl
    title: str
    text: str
    tags: set[str]
    count: int
    one: Union[int, str]
    body: str
    more: str
    last: str


class WithDefaults(BaseModel):
    name: str
    count: int = 3
    tags: list[str] = []
    seen: list[int] = Field(default_factory=list)
    kind: Literal["a"] = "a"


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)
    name: str
    point: Point


class Node(BaseModel):
    name: str
    children: list[Node] = Field(max_length=2)


class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int


class Computed(BaseModel):
    width: int
    height: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def area(self) -> int:
        return self.width * self.height


BUILT = (Plain, Aliased, PartlyValidated, WithDefaults, Frozen, Node, Page[Point])


class WithPrivate(BaseModel):
    name: str
    _cache: dict[str, int] = PrivateAttr(default_factory=dict)


class WithPostInit(BaseModel):
    name: str

    def model_post_init(self, context: Any) -> None:
        self.__dict__["shout"] = self.name.upper()


class WithInit(BaseModel):
    name: str

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)


class Checked(BaseModel):
    name: Annotated[str, AfterValidator(str.title)]


class ByValue(BaseModel):
    model_config = ConfigDict(use_enum_values=True)
    colour: Colour


class Moved(BaseModel):
    name: str = Field(validation_alias=AliasPath("names", 0))


@dataclass
class Shape:
    width: int


VALIDATED = (WithPrivate, WithPostInit, WithInit, Checked, Moved, Shape, RootModel[int])


def iter_pairs(model: Any, count: int) -> Iterator[tuple[Any, Any]]:
    """Yield *count* records after the trial, each as it is made and as Pydantic validates it."""
    maker = find_instance_maker(make_plan(model, GenerationConfig()))
    made = [*generate_instances(model, TRIAL_RECORDS + count)][TRIAL_RECORDS:]
    build, maker._build = maker._build, None
    validated = [*generate_instances(model, TRIAL_RECORDS + count)][TRIAL_RECORDS:]
    maker._build = build
    return zip(made, validated, strict=True)


@pytest.mark.parametrize(
    "model", [*BUILT, *VALIDATED, ByValue, Computed], ids=lambda model: model.__name__
)
def test_instances_are_those_of_validation(model: Any) -> None:
    for made, validated in iter_pairs(model, 60):
        assert is_same_value(made, validated)
        assert repr(made) == repr(validated)


@pytest.mark.parametrize("model", BUILT, ids=lambda model: model.__name__)
def test_plain_models_are_built(model: Any) -> None:
    list(generate_instances(model, TRIAL_RECORDS))
    assert find_instance_maker(make_plan(model, GenerationConfig()))._build is not None


@pytest.mark.parametrize("model", VALIDATED, ids=lambda model: model.__name__)
def test_models_with_code_are_validated(model: Any) -> None:
    list(generate_instances(model, 1))
    assert find_instance_maker(make_plan(model, GenerationConfig()))._build is None


def test_instances_share_no_mutable_value() -> None:
    records = [*generate_instances(WithDefaults, TRIAL_RECORDS + 40)]
    for record in records:
        record.tags.append("changed")
    assert {tuple(record.tags) for record in records} == {("changed",)}
    assert len({id(record.seen) for record in records}) == len(records)


def test_built_instances_can_be_changed_copied_and_dumped() -> None:
    plain = [*generate_instances(Plain, TRIAL_RECORDS + 1)][-1]
    plain.name = "Ann"
    assert plain.model_copy(update={"note": None}).note is None
    assert Plain.model_validate_json(plain.model_dump_json()) == plain
    assert plain.model_fields_set == set(Plain.model_fields)


def test_values_without_a_single_answer_are_not_the_same() -> None:
    class Ambiguous:
        """A value such as an array, whose comparison is neither true nor false."""

        def __eq__(self, other: object) -> bool:
            raise ValueError("ambiguous")

        __hash__ = object.__hash__

    assert not is_same_value(Ambiguous(), Ambiguous())
    assert is_same_value(float("nan"), float("nan"))
    assert not is_same_value(1, 1.0)
