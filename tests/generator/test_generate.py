"""From types to records, without any door."""

from __future__ import annotations

import datetime as dt
import enum
import ipaddress
import pathlib
from collections import deque
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, NamedTuple, Optional, TypeVar, Union

import pytest
from pydantic import (
    AliasChoices,
    AliasPath,
    BaseModel,
    ConfigDict,
    DirectoryPath,
    Field,
    FilePath,
    Json,
    RootModel,
    SecretStr,
    TypeAdapter,
    computed_field,
    field_serializer,
    field_validator,
    model_validator,
)
from typing_extensions import NotRequired, TypedDict

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines
from pytest_fixturegen.api import generate
from pytest_fixturegen.errors import MappingError


def draw_records(model: Any, n: int = 20, **options: Any) -> list[Any]:
    return list(generate_instances(model, n, 1, GenerationConfig(**options)))


def said(model: Any, n: int = 20, **options: Any) -> list[bytes]:
    return list(generate_lines(model, n, 1, GenerationConfig(**options)))


class Level(enum.IntEnum):
    low = 1
    high = 2


class Mode(enum.Flag):
    read = 1
    write = 2


class Point(NamedTuple):
    x: int
    label: str


class Options(TypedDict):
    size: int
    name: NotRequired[str]


@dataclass
class Plain:
    size: int
    name: str = "unnamed"


T = TypeVar("T")


class Box(BaseModel, Generic[T]):
    content: T


class Tree(BaseModel):
    name: str
    children: list[Tree] = Field(default_factory=list)
    parent: Tree | None = None


TYPES: tuple[Any, ...] = (
    int,
    float,
    bool,
    str,
    bytes,
    Decimal,
    complex,
    dt.date,
    dt.datetime,
    dt.time,
    dt.timedelta,
    Level,
    Mode,
    Point,
    Options,
    Plain,
    Box[int],
    Box[Plain],
    Tree,
    Literal["a", 1],
    Optional[int],
    Union[int, str],
    list[int],
    set[str],
    frozenset[int],
    tuple[int, str],
    tuple[int, ...],
    deque[int],
    dict[str, int],
    dict[int, Plain],
    SecretStr,
    ipaddress.IPv4Address,
    ipaddress.IPv6Network,
    pathlib.Path,
    list[dict[str, set[Level] | None]],
    Any,
    Annotated[float, Field(gt=0, lt=1e-7)],
    Annotated[Decimal, Field(max_digits=3, decimal_places=2, ge=1)],
    Annotated[dt.datetime, Field(ge=dt.datetime(2024, 1, 1))],
    Annotated[int, Field(multiple_of=7, gt=-3)],
)


@pytest.mark.parametrize("kind", TYPES, ids=repr)
def test_whatever_a_type_adapter_accepts_is_drawn(kind: Any) -> None:
    adapter = TypeAdapter(kind)
    for value, line in zip(draw_records(kind), said(kind), strict=True):
        assert adapter.validate_python(value) == value
        if kind is not complex:
            adapter.validate_json(line)


def test_bounds_hold_at_both_ends() -> None:
    sizes = set(draw_records(Annotated[int, Field(ge=1, le=3)], 200))
    assert sizes == {1, 2, 3}


class Aliased(BaseModel):
    model_config = ConfigDict(extra="forbid")
    user_name: str = Field(alias="userName")
    first: int = Field(validation_alias=AliasPath("numbers", 0))
    second: int = Field(validation_alias=AliasPath("numbers", 1))
    city: str = Field(validation_alias=AliasChoices(AliasPath("place", "city"), "city"))


def test_aliases_and_alias_paths_are_served() -> None:
    assert len({each.first for each in draw_records(Aliased)}) > 1


class Validated(BaseModel):
    even: int = Field(ge=0, le=100)
    first: int = Field(ge=0, le=100)
    last: int = Field(ge=0, le=100)

    @field_validator("even")
    @classmethod
    def is_even(cls, value: int) -> int:
        if value % 2:
            raise ValueError("odd")
        return value

    @model_validator(mode="after")
    def is_ordered(self) -> Validated:
        if self.first > self.last:
            raise ValueError("first lies after last")
        return self


def test_a_refused_record_is_drawn_again_where_it_failed() -> None:
    records = draw_records(Validated, 50)
    assert all(record.even % 2 == 0 and record.first <= record.last for record in records)
    assert len({record.even for record in records}) > 10


class Accepting(BaseModel):
    even: int = Field(ge=0, le=100)
    other: int = Field(ge=0, le=10**6)


class Choosy(Accepting):
    @field_validator("even")
    @classmethod
    def is_even(cls, value: int) -> int:
        if value % 2:
            raise AssertionError("odd")
        return value


def test_repair_leaves_the_rest_of_a_record_alone() -> None:
    Choosy.__qualname__ = Accepting.__qualname__
    for free, chosen in zip(draw_records(Accepting, 50), draw_records(Choosy, 50), strict=True):
        assert chosen.other == free.other
        assert chosen.even == free.even or free.even % 2


class Never(BaseModel):
    name: str

    @field_validator("name")
    @classmethod
    def refuse(cls, value: str) -> str:
        raise ValueError("no name will do")


def test_the_error_names_the_field_and_the_validators_words() -> None:
    with pytest.raises(
        MappingError, match=r"Never\.name is refused after 3 more attempts .*no name will do"
    ):
        draw_records(Never, 1, validator_max_retries=3)


def test_without_repair_a_refused_record_is_an_error() -> None:
    with pytest.raises(MappingError, match=r"Never\.name is refused, and repair is disabled"):
        draw_records(Never, 1, respect_validators=False)


class OneOfTwo(BaseModel):
    here: int | None = None
    there: int | None = None

    @model_validator(mode="after")
    def exclusive(self) -> OneOfTwo:
        if self.here is not None and self.there is not None:
            raise ValueError("one of the two")
        return self


def test_a_rule_across_fields_may_leave_optional_ones_out() -> None:
    kept = {(record.here is None, record.there is None) for record in draw_records(OneOfTwo, 60)}
    assert {(True, False), (False, True)} <= kept


class Written(BaseModel):
    price: Decimal
    day: dt.date
    secret: SecretStr

    @field_serializer("day")
    def in_words(self, day: dt.date) -> str:
        return day.strftime("%Y%m%d")

    @field_validator("day", mode="before")
    @classmethod
    def from_words(cls, day: Any) -> Any:
        return dt.datetime.strptime(day, "%Y%m%d").date() if isinstance(day, str) else day


def test_json_is_what_a_custom_serializer_writes() -> None:
    for record, line in zip(draw_records(Written), said(Written), strict=True):
        assert line == record.model_dump_json(by_alias=True).encode()


class Computed(BaseModel):
    model_config = ConfigDict(extra="forbid")
    side: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def area(self) -> int:
        return self.side**2


class Texts(BaseModel):
    numbers: Json[list[int]]


@pytest.mark.parametrize("model", [Computed, Texts])
def test_a_model_that_refuses_its_own_dump_gets_one_that_it_accepts(model: type[BaseModel]) -> None:
    for line in said(model):
        model.model_validate_json(line)


class Defaults(BaseModel):
    level: Level = Level.high
    count: int = 5
    tags: list[str] = Field(default_factory=list)
    label: str | None = None


def test_a_constant_default_is_kept_and_a_factory_is_not_called() -> None:
    records = draw_records(Defaults)
    assert {(record.level, record.count) for record in records} == {(Level.high, 5)}
    assert all(record.tags and record.label for record in records)
    assert all("level" not in record.model_fields_set for record in records)


def test_ignored_defaults_are_drawn() -> None:
    assert {record.level for record in draw_records(Defaults, 50, ignore_defaults=True)} == set(
        Level
    )


@pytest.mark.parametrize(("chance", "nones"), [(0.0, 0), (1.0, 200)])
def test_an_optional_field_is_none_with_the_given_probability(chance: float, nones: int) -> None:
    assert sum(value is None for value in draw_records(Optional[int], 200, p_none=chance)) == nones


def test_half_of_the_optional_fields_may_be_none() -> None:
    assert 60 < sum(value is None for value in draw_records(Optional[int], 200, p_none=0.5)) < 140


def test_a_recursive_model_ends() -> None:
    tree = draw_records(Tree, 1)[0]
    assert tree.children
    assert tree.children[0].children
    assert deepest(tree) <= 4


def deepest(tree: Tree) -> int:
    return 1 + max((deepest(child) for child in tree.children), default=0)


def test_depth_zero_fills_no_optional_model() -> None:
    tree = draw_records(Tree, 1, max_depth=0)[0]
    assert (tree.children, tree.parent) == ([], None)


class Strict(BaseModel):
    model_config = ConfigDict(strict=True)
    inner: Plain
    level: Level
    moments: tuple[dt.datetime, ...]
    names: set[str]


def test_strict_models_get_instances() -> None:
    assert all(isinstance(record.inner, Plain) for record in draw_records(Strict))


class Numbers(RootModel[list[int]]):
    pass


def test_a_root_model_is_drawn_as_its_content() -> None:
    assert said(Numbers, 1)[0].startswith(b"[")


class Left(BaseModel):
    size: int


class Right(Left):
    color: str | None = None


class Sides(BaseModel):
    side: Left | Right


def test_a_member_of_a_union_is_an_instance_of_the_class_that_was_drawn() -> None:
    assert {type(record.side) for record in draw_records(Sides, 50)} == {Left, Right}
    for record, line in zip(draw_records(Sides), said(Sides), strict=True):
        assert line == record.model_dump_json(by_alias=True).encode()


def test_the_option_now_moves_dates() -> None:
    early, late = (
        draw_records(dt.datetime, 5, now=dt.datetime(year, 1, 1, tzinfo=dt.timezone.utc))
        for year in (1999, 2019)
    )
    assert all(moment.year < 1999 for moment in early)
    assert all(2013 < moment.year < 2019 for moment in late)


def test_zero_records_can_be_drawn() -> None:
    assert draw_records(Plain, 0) == said(Plain, 0) == []


class Files(BaseModel):
    source: FilePath
    folder: DirectoryPath


def test_a_path_that_has_to_exist_exists() -> None:
    record = draw_records(Files, 1)[0]
    assert record.source.is_file()
    assert record.folder.is_dir()
    assert record == draw_records(Files, 1)[0]


def test_the_medium_model_goes_to_json_without_an_instance() -> None:
    from benchmarks.medium import Customer as Medium

    assert generate.make_plan(Medium, GenerationConfig()).is_direct
