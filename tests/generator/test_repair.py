"""What repair can put right, each by a model that refuses nearly all that is drawn at first."""

from __future__ import annotations

import abc
import re
from dataclasses import dataclass, field
from typing import Annotated, Any, Optional
from uuid import UUID

import pytest
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    field_validator,
    model_validator,
)

from pytest_fixturegen import GenerationConfig, generate_instances, policies_of
from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.errors import MappingError


def made(model: Any, n: int = 20) -> list[Any]:
    return list(generate_instances(model, n, 1))


def known_tongue(tag: str) -> str:
    if tag not in ("en", "de", "sv", "fr", "ja"):
        raise ValueError(f"invalid language tag: {tag}")
    return tag


class Translated(BaseModel):
    names: dict[Annotated[str, AfterValidator(known_tongue)], str]


def test_a_key_that_is_refused_is_drawn_again() -> None:
    assert all(record.names.keys() <= {"en", "de", "sv", "fr", "ja"} for record in made(Translated))


def in_order(way: str) -> str:
    if way not in ("alpha", "count"):
        raise ValueError('order must be either "alpha" or "count"')
    return way


class Sorted(BaseModel):
    by: dict[str, Annotated[str, AfterValidator(in_order)]]


def test_the_values_of_a_mapping_are_drawn_again() -> None:
    assert {way for record in made(Sorted) for way in record.by.values()} == {"alpha", "count"}


class Labelled(RootModel[dict[str, str]]):
    @model_validator(mode="after")
    def has_an_id(self) -> Labelled:
        if "shop.order.id" not in self.root:
            raise ValueError("Labels must include the shop.order.id label")
        return self


class Event(BaseModel):
    name: str
    labels: Labelled


def test_a_mapping_gets_the_keys_that_a_message_asks_for() -> None:
    assert all("shop.order.id" in record.labels.root for record in made(Event))


class Weighed(BaseModel):
    weights: dict[str, int]

    @model_validator(mode="after")
    def has_both(self) -> Weighed:
        assert self.weights["gross"] is not None
        assert self.weights["net"] is not None
        return self


def test_a_mapping_gets_the_keys_whose_absence_raised() -> None:
    assert all(record.weights.keys() >= {"gross", "net"} for record in made(Weighed))


class Order(BaseModel):
    quantity: Optional[int] = None
    amount: Optional[int] = None
    symbol: Optional[str] = None
    stop: Optional[int] = None
    trail: Optional[int] = None

    @model_validator(mode="after")
    def agree(self) -> Order:
        if self.quantity is None and self.amount is None:
            raise ValueError("At least one of quantity or amount must be provided")
        if self.quantity is not None and self.amount is not None:
            raise ValueError("Both quantity and amount can not be set")
        if self.symbol is None:
            raise ValueError("symbol is required")
        for name in ("stop", "trail"):
            if getattr(self, name) is not None:
                raise ValueError(f"{name} is not supported for such orders")
        return self


def test_several_rules_across_fields_are_kept_together() -> None:
    assert all(record.symbol and record.stop is record.trail is None for record in made(Order))


class Coding(BaseModel):
    system: str
    code: str


class Concept(BaseModel):
    name: Optional[str] = None
    coding: Optional[Coding] = None


class Level(BaseModel):
    concept: Concept
    next: Optional[Level] = None


class Deep(BaseModel):
    level: Level

    @model_validator(mode="after")
    def goes_on(self) -> Deep:
        if self.level.next is None:
            raise ValueError("`next` is required")
        return self


def test_what_the_depth_cut_off_is_drawn_where_a_validator_wants_it() -> None:
    assert all(record.level.next for record in made(Deep))


def is_one_of_two(record: Any) -> Any:
    if record.coding.system != "Guidelines, 2017":
        raise ValueError("`coding.system` must be one of: ['Guidelines, 2017']")
    return record


class Coded(BaseModel):
    system: str
    coding: Coding

    agree = model_validator(mode="after")(is_one_of_two)


def test_a_field_that_is_named_in_full_is_the_one_that_is_drawn_again() -> None:
    assert {record.coding.system for record in made(Coded)} == {"Guidelines, 2017"}
    assert all("Guidelines" not in record.system for record in made(Coded))


class Defaulted(BaseModel):
    model_config = ConfigDict(validate_default=True)

    urn: str = Field(default="none", pattern=r"^urn:[a-z]{3}$")


def test_a_default_that_its_own_rule_refuses_is_drawn() -> None:
    assert all(re.fullmatch(r"urn:[a-z]{3}", record.urn) for record in made(Defaulted))


class Keyed(BaseModel):
    key: Annotated[UUID, BeforeValidator(lambda value: value.replace("-", ""))]


def test_a_validator_that_reads_only_text_gets_text() -> None:
    assert all(isinstance(record.key, UUID) for record in made(Keyed))


@dataclass
class Registry:
    prefixes: dict[str, str] = field(
        default_factory=lambda: {"ex": "https://example.com/", "doi": "https://doi.org/"}
    )


REGISTRY = Registry()
ROWS = re.compile(r"^row [A-H]$")


def expanded(prefix: str) -> str | None:
    return REGISTRY.prefixes.get(prefix)


class Cited(BaseModel):
    prefix: str
    row: str

    @model_validator(mode="after")
    def are_known(self) -> Cited:
        if expanded(self.prefix) is None:
            raise ValueError(f"prefix {self.prefix!r} could not be expanded")
        if not ROWS.match(self.row):
            raise ValueError(f"row {self.row!r} does not exist")
        return self


def test_the_words_that_a_validators_code_refers_to_are_tried() -> None:
    assert {record.prefix for record in made(Cited, 40)} == {"ex", "doi"}


class Priced(BaseModel):
    price: int = Field(ge=0, le=10_000_000)

    @model_validator(mode="after")
    def is_cheap(self) -> Priced:
        if self.price >= 10:
            raise ValueError(f"price must be less than 10, got {self.price}")
        return self


def test_a_number_next_to_a_bound_is_tried() -> None:
    assert all(record.price < 10 for record in made(Priced))


class Reading(BaseModel):
    at: str
    value: float

    def __init__(self, station: str, raw: dict[str, float]) -> None:
        super().__init__(at=station, value=sum(raw.values()))


def test_a_class_is_made_by_its_own_constructor() -> None:
    assert all(isinstance(record, Reading) for record in made(Reading))


class Parser(BaseModel, abc.ABC):
    name: str

    @abc.abstractmethod
    def parse(self) -> str: ...


class Prompt(BaseModel):
    text: str
    parser: Optional[Parser] = None


def test_an_optional_field_of_an_abstract_model_is_left_out() -> None:
    assert all(record.parser is None for record in made(Prompt))


class Pair(BaseModel):
    links: list[int]

    @model_validator(mode="after")
    def are_known(self) -> Pair:
        if self.links:
            raise ValueError(f"unknown links {self.links}")
        return self


def test_a_list_that_may_be_empty_is_tried_empty() -> None:
    assert all(record.links == [] for record in made(Pair))


@pytest.mark.parametrize("model", [Translated, Order, Cited, Deep])
def test_a_repaired_record_is_the_same_whoever_is_drawn_with_it(model: Any) -> None:
    together = made(model, 12)
    alone = [next(iter(generate_instances(model, 1, 1, start=index))) for index in range(12)]
    assert together == alone


def test_a_number_that_is_spread_may_be_drawn_again_as_planned() -> None:
    class Picky(BaseModel):
        size: int = Field(ge=0, le=1000)

        @field_validator("size")
        @classmethod
        def odd(cls, size: int) -> int:
            if size % 5:
                raise ValueError("the size is not one of ours, it is more than 1")
            return size

    for way in ("normal", "spike", "bounds"):
        assert all(
            each.size % 5 == 0
            for each in generate_instances(
                Picky, 20, config=GenerationConfig(number_distribution=way)
            )
        )


class Painted(BaseModel):
    color: str
    password: str = Field(min_length=8)
    password_again: str

    @field_validator("color")
    @classmethod
    def is_known(cls, color: str) -> str:
        if color not in ("red", "blue"):
            raise ValueError("color must be one of 'red', 'blue'")
        return color

    @model_validator(mode="after")
    def is_typed_twice(self) -> Painted:
        if self.password != self.password_again:
            raise ValueError("password and password_again must be the same")
        return self


def of_color() -> str:
    return "green"


@pytest.mark.parametrize("said", [{"value": "green"}, {"factory": of_color}, {"provider": "city"}])
def test_what_the_user_fixed_is_refused_rather_than_replaced(said: dict[str, Any]) -> None:
    config = GenerationConfig(
        overrides=policies_of({"Painted.color": said}), validator_max_retries=20
    )
    with pytest.raises(
        MappingError,
        match=r"Painted\.color was given .* which is refused .*must be one of 'red', 'blue'",
    ):
        next(generate_instances(Painted, config=config))


def test_what_a_call_fixed_is_refused_rather_than_replaced() -> None:
    with pytest.raises(MappingError, match=r"painted\.color was given 'green', which is refused"):
        build_instance(Painted, GenerationConfig(), "painted", overrides={"color": "green"})


@pytest.mark.parametrize("name", ["password", "password_again"])
def test_the_other_field_repeats_the_one_that_was_fixed(name: str) -> None:
    made = build_instance(Painted, GenerationConfig(), "painted", overrides={name: "correct horse"})
    assert (made.password, made.password_again) == ("correct horse", "correct horse")
