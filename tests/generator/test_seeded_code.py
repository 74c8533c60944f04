"""User code that draws from the global generators: the same values for the same record."""

from __future__ import annotations

import dataclasses
import random
from random import random as draw_share
from typing import Annotated, Any

import attrs
import numpy as np
import pytest
from faker import Faker
from faker import generator as faker_generator
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    computed_field,
    field_validator,
    model_validator,
)

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines, policies_of
from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig

FAKER = Faker()
N = 260
"""More than one block of records."""


class PostInit(BaseModel):
    x: int
    z: float = 0.0

    def model_post_init(self, context: Any) -> None:
        self.z = random.random()


class FieldValidator(BaseModel):
    x: int
    name: str

    @field_validator("name")
    @classmethod
    def decorate(cls, value: str) -> str:
        return f"{value}{random.choice('abc')}{FAKER.first_name()}{np.random.randint(99)}"


class Unlucky(BaseModel):
    x: int

    @model_validator(mode="after")
    def refuse_half(self) -> Unlucky:
        if draw_share() < 0.5:
            raise ValueError("unlucky")
        return self


class Private(BaseModel):
    x: int
    _share: float = PrivateAttr(default_factory=random.random)


class InAnnotated(BaseModel):
    share: Annotated[float, AfterValidator(lambda value: value + draw_share())]


class LeftOut(BaseModel):
    x: int
    share: complex = Field(default_factory=lambda: complex(draw_share()), exclude=True)


@dataclasses.dataclass
class Uninitialized:
    x: int
    y: float = dataclasses.field(init=False, default_factory=random.random)

    def __post_init__(self) -> None:
        self.z = random.gauss(0, 1)


@attrs.define
class OfAttrs:
    x: int
    y: float = attrs.field(init=False, factory=random.random)


class Opaque:
    def __init__(self) -> None:
        self.share = draw_share()


class Holder(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    opaque: Opaque


class Outer(BaseModel):
    inner: list[PostInit]
    one: FieldValidator


class Computed(BaseModel):
    x: int

    @computed_field
    def share(self) -> float:
        return draw_share()


MODELS = [PostInit, FieldValidator, Unlucky, Private, InAnnotated, Uninitialized]
MODELS += [OfAttrs, Holder, Outer, LeftOut]
WRITABLE = [PostInit, FieldValidator, InAnnotated, Outer, Computed, Uninitialized]


def describe(value: Any) -> Any:
    """Return the attributes of *value* at any depth."""
    if isinstance(value, list | tuple):
        return [describe(item) for item in value]
    if isinstance(value, OfAttrs):
        return value.x, value.y
    private = getattr(value, "__pydantic_private__", None)
    attributes = getattr(value, "__dict__", None)
    if attributes is None:
        return value
    return [(name, describe(item)) for name, item in attributes.items()], private


def read_states() -> list[str]:
    states = (random.getstate(), faker_generator.random.getstate(), np.random.get_state())
    return [repr(state) for state in states]


@pytest.mark.parametrize("model", MODELS)
def test_a_record_is_the_same_in_every_run_and_alone(model: Any) -> None:
    random.seed(1)
    records = [describe(record) for record in generate_instances(model, N, seed=5)]
    random.seed(2)
    assert [describe(record) for record in generate_instances(model, N, seed=5)] == records
    for index in (0, 7, 255, 256, 259):
        alone = next(generate_instances(model, 1, seed=5, start=index))
        assert describe(alone) == records[index]
    others = [describe(record) for record in generate_instances(model, N, seed=6)]
    assert others != records


@pytest.mark.parametrize("model", WRITABLE)
def test_a_line_is_the_same_in_every_run_and_alone(model: Any) -> None:
    random.seed(1)
    lines = list(generate_lines(model, N, seed=5))
    random.seed(2)
    assert list(generate_lines(model, N, seed=5)) == lines
    assert next(generate_lines(model, 1, seed=5, start=257)) == lines[257]
    assert len(set(lines)) > N / 2


@pytest.mark.parametrize("model", [*MODELS, Computed])
def test_generators_outside_are_unchanged(model: Any) -> None:
    from pytest_fixturegen.api import generate

    generate._make_cached_plan.cache_clear()  # planning runs user code, too
    before = read_states()
    list(generate_instances(model, 20, seed=5))
    assert read_states() == before
    if model in WRITABLE:
        list(generate_lines(model, 20, seed=5))
        assert read_states() == before


def test_records_of_a_list_differ() -> None:
    (records,) = generate_instances(list[PostInit], 1, seed=3)
    assert len({record.z for record in records}) == len(records)
    shares = [record.z for record in generate_instances(PostInit, N, seed=3)]
    assert len(set(shares)) == N


def draw_factory() -> float:
    return draw_share() + np.random.rand()


def draw_both(rng: random.Random) -> tuple[float, float]:
    return rng.random(), random.random()


def add_share(value: float) -> float:
    return value + draw_share()


class Two(BaseModel):
    a: float
    b: Any


@pytest.mark.parametrize(
    "policies",
    [
        {"Two.a": {"factory": f"{__name__}:draw_factory"}},
        {"Two.b": {"factory": f"{__name__}:draw_both"}},
        {"Two.a": {"post_generate": f"{__name__}:add_share"}},
    ],
)
def test_functions_of_the_configuration_are_seeded(policies: dict[str, Any]) -> None:
    config = GenerationConfig(overrides=policies_of(policies))
    before = read_states()
    first = [record.model_dump() for record in generate_instances(Two, 20, 1, config)]
    assert read_states() == before
    random.seed(9)
    assert [record.model_dump() for record in generate_instances(Two, 20, 1, config)] == first
    assert len({str(record) for record in first}) == 20


def test_a_factory_does_not_repeat_the_numbers_of_its_generator() -> None:
    policies = policies_of({"Two.b": {"factory": f"{__name__}:draw_both"}})
    records = generate_instances(Two, 20, 1, GenerationConfig(overrides=policies))
    assert all(record.b[0] != record.b[1] for record in records)


def test_a_store_has_the_same_records_in_every_run() -> None:
    class Owner(BaseModel):
        id: int

    class Item(BaseModel):
        id: int
        owner_id: int
        share: float = 0.0

        def model_post_init(self, context: Any) -> None:
            self.share = random.random()

    texts = []
    for _ in range(2):
        generation = GenerationConfig(link=("Item.owner_id=Owner.id",))
        store = open_store([Owner, Item], StoreConfig(counts=(("items", "5"),)), generation)
        keys = [item.id for item in store["items"].all()]
        texts.append([store.rows("items").get(key) for key in keys])
        store.close()
    assert texts[0] == texts[1]
