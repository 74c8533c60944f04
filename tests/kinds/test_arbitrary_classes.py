"""Instances of classes that are not models: their constructors get drawn arguments."""

from __future__ import annotations

import abc
import datetime as dt
from decimal import Decimal
from enum import Enum
from typing import Any, Generic, Literal, TypeVar

import pytest
from pydantic import BaseModel, ConfigDict, create_model

from pytest_fixturegen import generate_instances
from pytest_fixturegen.errors import MappingError

T = TypeVar("T")


class Color(Enum):
    RED = "red"
    BLUE = "blue"


class Part(BaseModel):
    name: str


class Money:
    def __init__(self, amount: int, currency: str) -> None:
        self.amount, self.currency = amount, currency


class Price:
    def __init__(self, money: Money, since: dt.date, *, rate: Decimal) -> None:
        self.money, self.since, self.rate = money, since, rate


class Position:
    def __init__(self, x: float, /, y: float, z: float = 0.5) -> None:
        self.x, self.y, self.z = x, y, z


class Paint:
    def __init__(self, color: Color, kind: Literal["oil", "water"], parts: list[Part]) -> None:
        self.color, self.kind, self.parts = color, kind, parts


class Box(Generic[T]):
    def __init__(self, size: int) -> None:
        self.size = size


class Picky:
    def __init__(self, number: int) -> None:
        if number != 1:
            raise ValueError("expected 1")
        self.number = number


class Untyped:
    def __init__(self, value) -> None:  # type: ignore[no-untyped-def]
        self.value = value


class Source(abc.ABC):
    @abc.abstractmethod
    def read(self) -> str: ...


class Channel(abc.ABC):
    @abc.abstractmethod
    def send(self) -> int: ...


class SlowChannel(Channel):
    pass


class Email(SlowChannel):
    def __init__(self, port: int) -> None:
        self.port = port

    def send(self) -> int:
        return self.port


class Store:
    """A base class that says without ``abc`` that only its subclasses are of use."""

    def load(self) -> str:
        raise NotImplementedError

    @property
    def size(self) -> int:
        raise NotImplementedError("size")


class PartStore(Store):
    def load(self) -> str:
        return "part"


class FileStore(PartStore):
    @property
    def size(self) -> int:
        return 3


class Hook:
    """A class whose optional method nobody implements."""

    @classmethod
    def install(cls) -> None:
        raise NotImplementedError


class NamedHook(Hook):
    def __init__(self, name: str) -> None:
        self.name = name


def draw(cls: Any, count: int = 20) -> list[Any]:
    model: Any = create_model(
        "Holder", __config__=ConfigDict(arbitrary_types_allowed=True), thing=(cls, ...)
    )
    return [made.thing for made in generate_instances(model, count, seed=1)]


@pytest.mark.parametrize(
    ("cls", "attributes"),
    [
        (Money, "amount"),
        (Price, "since rate"),
        (Position, "x y"),
        (Paint, "color kind"),
        (Box, "size"),
        (Email, "port"),
    ],
)
def test_the_arguments_of_a_constructor_are_drawn(cls: Any, attributes: str) -> None:
    things = draw(cls)
    assert all(isinstance(thing, cls) for thing in things)
    for attribute in attributes.split():
        assert len({getattr(thing, attribute) for thing in things}) > 1


def test_arguments_have_the_types_that_they_are_annotated_with() -> None:
    price, paint = draw(Price)[0], draw(Paint)[0]
    assert isinstance(price.money, Money)
    assert isinstance(price.rate, Decimal)
    assert isinstance(paint.color, Color)
    assert all(isinstance(part, Part) for part in paint.parts)


def test_an_argument_with_a_default_keeps_it() -> None:
    assert {position.z for position in draw(Position)} == {0.5}


@pytest.mark.parametrize("cls", [Picky, Untyped])
def test_a_constructor_that_refuses_what_is_drawn_gets_a_sample(cls: Any) -> None:
    assert all(isinstance(thing, cls) for thing in draw(cls))


def test_an_abstract_class_is_served_by_a_subclass_of_its_package() -> None:
    channels = draw(Channel)
    assert {type(channel) for channel in channels} == {Email}
    assert len({channel.send() for channel in channels}) > 1


def test_a_class_of_unfinished_methods_is_served_by_a_finished_subclass() -> None:
    assert {(store.load(), store.size) for store in draw(Store)} == {("part", 3)}


def test_a_class_with_an_unfinished_method_serves_itself_if_no_subclass_does() -> None:
    assert {type(hook) for hook in draw(Hook)} == {Hook}
    assert {type(hook) for hook in draw(NamedHook)} == {NamedHook}


def test_an_abstract_class_without_a_subclass_is_an_error_that_names_the_field() -> None:
    with pytest.raises(MappingError) as caught:
        draw(Source)
    assert "Holder.thing: Source is abstract, and its package has no subclass" in str(caught.value)


class Order(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    price: Money
    source: Source | None


def test_an_optional_abstract_class_is_none() -> None:
    orders = list(generate_instances(Order, 20, seed=1))
    assert {order.source for order in orders} == {None}


def test_the_same_seed_gives_the_same_arguments() -> None:
    first, second = ([vars(money) for money in draw(Money)] for _ in range(2))
    assert first == second
