"""Values that a call fixes: whole ones, and parts of models in lists, mappings and unions."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NamedTuple

import pytest
from pydantic import (
    BaseModel,
    BeforeValidator,
    Field,
    Json,
    JsonValue,
    RootModel,
    TypeAdapter,
    model_validator,
)
from sqlmodel import Field as Column
from sqlmodel import SQLModel
from typing_extensions import TypedDict

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.errors import MappingError, UsageError


class Port(BaseModel):
    number: int
    name: str


class Cat(BaseModel):
    kind: Literal["cat"]
    meow: int


class Dog(BaseModel):
    kind: Literal["dog"]
    bark: str
    owner: Port


@dataclass
class Point:
    x: int
    y: int


class Address(TypedDict):
    city: str
    zip: str


class Pair(NamedTuple):
    port: Port
    count: int


class Extra(BaseModel):
    all_default: int = 3


Counts = RootModel[dict[str, int]]


class Holder(BaseModel):
    labels: dict[str, str]
    mapping: Mapping[str, int]
    anything: Any
    thing: object
    body: JsonValue
    plain: dict  # type: ignore[type-arg]
    counts: Counts
    number_or_port: int | Port
    text_or_mapping: str | dict[str, int]
    ordered: OrderedDict[str, int]
    maybe: dict[str, int] | None
    text: Json[dict[str, int]]


WHOLE_VALUES = [
    ("labels", {"env": "prod"}),
    ("mapping", {"a": 1}),
    ("anything", {"a": 1}),
    ("thing", {"a": [1]}),
    ("body", {"a": [1, {"b": None}]}),
    ("plain", {1: 2}),
    ("counts", {"a": 1}),
    ("number_or_port", {"number": 80, "name": "http"}),
    ("text_or_mapping", {"a": 1}),
    ("ordered", {"a": 1}),
    ("maybe", {"a": 1}),
    ("labels", {}),
]


def build(
    model: Any,
    index: int = 0,
    **values: Any,
) -> Any:
    return build_instance(model, GenerationConfig(seed=5), "key", index, values)


@pytest.mark.parametrize(("name", "value"), WHOLE_VALUES)
def test_a_mapping_is_the_value_of_a_field_without_a_model(name: str, value: Any) -> None:
    for index in range(6):
        assert build(Holder, index, **{name: value}).model_dump()[name] == value


def test_a_json_text_takes_a_text() -> None:
    assert build(Holder, text='{"a": 1}').text == {"a": 1}


def test_each_record_has_its_own_copy_of_a_container() -> None:
    value = {"tags": ["a"]}
    first, second = (build(Holder, index, anything=value).anything for index in range(2))
    first["tags"].append("b")
    assert second == value == {"tags": ["a"]}


def test_other_objects_are_not_copied() -> None:
    marker = object()
    assert build(Holder, thing=marker).thing is marker


class Kennel(BaseModel):
    pet: Annotated[Cat | Dog, Field(discriminator="kind")]
    plain_pet: Cat | Dog | None
    pets: list[Cat | Dog]
    ports: dict[str, Port]
    by_kind: defaultdict[str, list[Port]]
    first_and_count: tuple[Port, int]
    many: tuple[Port, ...]
    pair: Pair
    point: Point
    address: Address
    addresses: list[Address]
    root: RootModel[list[Port]]
    checked: Annotated[list[Port], BeforeValidator(list)]
    extras: list[Extra]


@pytest.mark.parametrize("name", ["pet", "plain_pet"])
@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"bark": "woof"}, "dog"),
        ({"meow": 3}, "cat"),
        ({"kind": "dog"}, "dog"),
        ({"owner": {"number": 4}}, "dog"),
    ],
)
def test_the_member_of_a_union_has_the_given_fields(name: str, given: Any, kind: str) -> None:
    for index in range(6):
        pet = build(Kennel, index, **{name: given}).model_dump()[name]
        assert pet["kind"] == kind
        assert find_differences(given, pet) == []


PARTIAL_VALUES = [
    ("pets", [{"bark": "a"}, {"meow": 1}, {}]),
    ("ports", {"http": {"number": 80}, "ssh": {}}),
    ("by_kind", {"a": [{"number": 80}, {"name": "b"}]}),
    ("first_and_count", ({"number": 1}, 2)),
    ("many", [{"number": 1}, {"number": 2}, {"number": 3}]),
    ("pair", ({"number": 1}, 2)),
    ("point", {"x": 3}),
    ("address", {"city": "Oslo"}),
    ("addresses", [{"city": "Oslo"}, {"zip": "0150"}]),
    ("root", [{"number": 1}]),
    ("checked", [{"name": "ssh"}]),
    ("extras", [{"all_default": 5}, {}]),
    ("pets", [Cat(kind="cat", meow=7), {"bark": "x"}]),
]


def find_differences(given: Any, built: Any) -> list[Any]:
    if isinstance(given, BaseModel):
        given = given.model_dump()
    if isinstance(given, dict):
        return [d for key in given for d in find_differences(given[key], built[key])]
    if isinstance(given, list | tuple):
        assert len(given) == len(built)
        return [
            difference
            for one, other in zip(given, built, strict=True)
            for difference in find_differences(one, other)
        ]
    return [] if given == built else [(given, built)]


@pytest.mark.parametrize(("name", "given"), PARTIAL_VALUES)
def test_what_is_not_given_is_drawn(name: str, given: Any) -> None:
    drawn = set()
    for index in range(6):
        built = TypeAdapter(Kennel).dump_python(build(Kennel, index, **{name: given}))[name]
        assert find_differences(given, built) == []
        drawn.add(repr(built))
    assert len(drawn) > 1 or name == "extras"


def test_a_root_model_takes_its_value_as_root() -> None:
    assert build(RootModel[list[int]], root=[1, 2]).root == [1, 2]
    assert build(RootModel[list[int]], root=[]).root == []
    assert build(Counts, root={"a": 3}).root == {"a": 3}
    assert build(Counts, a=3).root == {"a": 3}


@pytest.mark.parametrize(
    ("values", "message", "hint"),
    [
        (
            {"pet": {"barks": "x"}},
            "No member of the union pet accepts {'barks': 'x'}: expected fields of Cat, Dog.",
            "Did you mean 'bark'?",
        ),
        (
            {"plain_pet": {"kind": "cow"}},
            "No member of the union plain_pet accepts {'kind': 'cow'}: expected fields of Cat,"
            " Dog.",
            "Name fields of one member.",
        ),
        (
            {"pets": [{"meow": 1, "bark": "x"}, {"meow": 1}]},
            "No member of the union pets.0 accepts {'meow': 1, 'bark': 'x'}: expected fields of"
            " Cat, Dog.",
            "Name fields of one member.",
        ),
        (
            {"ports": {"http": {"numbr": 1}}},
            "Port has no field 'numbr' to override.",
            "Did you mean 'number'?",
        ),
    ],
)
def test_what_cannot_be_merged_is_an_error(values: Any, message: str, hint: str) -> None:
    for index in range(3):
        with pytest.raises(UsageError) as caught:
            build(Kennel, index, **values)
        assert str(caught.value) == f"{message}\n  hint: {hint}"


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("first_and_count", ({"number": 1}, 2, 3), "key.first_and_count was given"),
        ("pets", {"bark": "x"}, "key.pets was given {'bark': 'x'}"),
        ("pets", [3, {"meow": 1}], "was given 3, which is refused"),
    ],
)
def test_a_value_of_the_wrong_form_is_an_error(name: str, value: Any, part: str) -> None:
    for index in range(3):
        with pytest.raises(MappingError) as caught:
            build(Kennel, index, **{name: value})
        assert part in str(caught.value)


class GivenRow(SQLModel, table=True):
    id: int | None = Column(default=None, primary_key=True)
    name: str


class Validated(BaseModel):
    name: str

    @model_validator(mode="before")
    @classmethod
    def accept_anything(cls, given: Any) -> Any:
        return given if "name" in given else {"name": "other"}


@pytest.mark.parametrize("model", [Validated, GivenRow])
def test_an_unknown_field_is_an_error_behind_a_validator_and_in_a_table(model: type) -> None:
    with pytest.raises(UsageError, match="has no field 'nmae' to override"):
        build_instance(model, GenerationConfig(), "key", overrides={"nmae": "x"})
