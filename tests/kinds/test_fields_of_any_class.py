"""Fields of any class, in classes that Pydantic reads without a model of theirs."""

from __future__ import annotations

import abc
import re
from collections.abc import Callable
from dataclasses import InitVar, dataclass, field, make_dataclass
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import attrs
import httpx
import pytest
from pydantic import BaseModel
from typing_extensions import TypedDict

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines, hookimpl
from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.errors import MappingError

T = TypeVar("T")


class Part(BaseModel):
    size: int


class Money:
    def __init__(self, amount: int, currency: str = "EUR", *, part: Part) -> None:
        self.amount, self._currency, self.part = amount, currency, part


class Version(str):
    """A text with an untyped constructor, as AwesomeVersion."""

    def __new__(cls, version):  # type: ignore[no-untyped-def]
        return super().__new__(cls, version)


class Untyped:
    def __init__(self, text) -> None:  # type: ignore[no-untyped-def]
        self.text = text


class Closed:
    def __init__(self, connection) -> None:  # type: ignore[no-untyped-def]
        raise RuntimeError("no database")


class Empty:
    pass


class Source(abc.ABC):
    @abc.abstractmethod
    def read(self) -> str: ...


class Reader(Protocol):
    def read(self) -> str: ...


class Sender(Protocol):
    def send(self) -> str: ...


class PostSender(Sender):
    def __init__(self, street: str) -> None:
        self.street = street

    def send(self) -> str:
        return self.street


@attrs.define
class Label:
    text: str


@dataclass
class Line:
    money: Money
    part: Part


@dataclass
class Order:
    name: str
    lines: list[Line]
    money: Money
    part: Part
    label: Label
    extra: InitVar[int]
    before: Order | None = None
    error: Exception | None = None
    notes: list[str] = field(default_factory=list)


class OrderDict(TypedDict):
    money: Money


class OrderTuple(NamedTuple):
    money: Money
    size: int


@attrs.define
class OrderAttrs:
    money: Money


@dataclass
class Box(Generic[T]):
    item: T
    money: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    money: Money


HOLDERS = [Order, OrderDict, OrderTuple, OrderAttrs, Box[Part], Frozen]


def hold(annotation: Any) -> Any:
    return make_dataclass("Holder", [("name", str), ("field", annotation)])


def build(model: Any, overrides: dict[str, Any]) -> Any:
    return build_instance(model, GenerationConfig(), "key", overrides=overrides)


def draw(annotation: Any, count: int = 5) -> list[Any]:
    return [made.field for made in generate_instances(hold(annotation), count, seed=1)]


def get(value: Any, name: str) -> Any:
    return value[name] if isinstance(value, dict) else getattr(value, name)


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_class_is_made_by_its_constructor_in_each_kind_of_holder(holder: Any) -> None:
    records = list(generate_instances(holder, 10, seed=1))
    found = [get(record, "money") for record in records]
    assert {type(money) for money in found} == {Money}
    assert len({money.amount for money in found}) > 1
    assert {type(money.part) for money in found} == {Part}


@pytest.mark.parametrize("holder", HOLDERS)
def test_the_json_has_the_arguments(holder: Any) -> None:
    lines = [line.decode() for line in generate_lines(holder, 5, seed=1)]
    assert all('"amount":' in line and '"part":{"size":' in line for line in lines)
    assert lines == [line.decode() for line in generate_lines(holder, 5, seed=1)]


def test_a_part_of_an_instance_can_be_fixed() -> None:
    order = build(Order, {"money": {"amount": 7}, "extra": 1})
    assert order.money.amount == 7
    assert isinstance(order.money.part, Part)


@pytest.mark.parametrize(
    "annotation", [Empty, Untyped, Label, Exception, Version, httpx.Timeout, type[Empty], Sender]
)
def test_any_class_that_can_be_made_is_made(annotation: Any) -> None:
    for value in draw(annotation):
        expected = {type[Empty]: type, Sender: PostSender}.get(annotation, annotation)
        assert isinstance(value, expected)


def test_a_class_of_texts_gets_drawn_texts() -> None:
    assert len(set(draw(Version))) > 1
    assert all('"field":"' in line.decode() for line in generate_lines(hold(Version), 3, seed=1))


@pytest.mark.parametrize(
    "annotation",
    [list[Money], dict[str, Money], Money | None, tuple[Money, int], set[Version], Label | Money],
)
def test_a_container_of_a_class_is_drawn(annotation: Any) -> None:
    assert any(draw(annotation))
    assert len(list(generate_lines(hold(annotation), 5, seed=1))) == 5


IMPOSSIBLE = [
    (Closed, "Closed cannot be made: its constructor does not say the type of 'connection'."),
    (re.Match, "Match cannot be made: its constructor raises TypeError: cannot create 're.Match'"),
    (Source, "Source is abstract, and its package has no subclass that can be made."),
    (Reader, "Reader is abstract, and its package has no subclass that can be made."),
]


@pytest.mark.parametrize(("annotation", "reason"), IMPOSSIBLE)
def test_what_cannot_be_made_is_an_error_that_names_the_field(annotation: Any, reason: str) -> None:
    with pytest.raises(MappingError) as caught:
        draw(annotation)
    assert f"Holder.field: {reason}" in caught.value.message
    assert caught.value.hint == (
        "Override the field with an instance, or register a provider for the class."
    )


@pytest.mark.parametrize("annotation", [annotation for annotation, _ in IMPOSSIBLE])
def test_what_cannot_be_made_is_none_if_it_may(annotation: Any) -> None:
    assert set(draw(annotation | None)) == {None}


class FileReader:
    def read(self) -> str:
        return "file"


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        (Closed, Closed.__new__(Closed)),
        (re.Match, re.match("a", "a")),
        (Reader, FileReader()),
        (Untyped, Untyped("given")),
        (Exception, ValueError("given")),
        (Callable[[], int], len),
        (Reader | None, FileReader()),
    ],
)
def test_an_override_serves_a_field_of_any_class(annotation: Any, value: Any) -> None:
    assert build(hold(annotation), {"field": value}).field is value


def test_a_text_is_an_argument_of_the_constructor() -> None:
    made = build(hold(Untyped), {"field": "1.0"}).field
    assert (type(made), made.text) == (Untyped, "1.0")


def test_an_object_of_another_class_is_refused() -> None:
    with pytest.raises(MappingError, match=r"field.* expected an instance of Untyped"):
        build(hold(Untyped), {"field": Empty()})


def make_closed(rng: Any) -> Closed:
    return Closed.__new__(Closed)


@hookimpl
def pfg_register_providers(registry: Any) -> None:
    registry.add(Closed, make_closed)


@pytest.mark.parametrize("annotation", [Closed, list[Closed]])
def test_a_provider_serves_a_field_of_any_class(annotation: Any) -> None:
    config = GenerationConfig(plugins=(__name__,))
    made = next(generate_instances(hold(annotation), config=config)).field
    assert isinstance(made[0] if isinstance(made, list) else made, Closed)


def test_a_protocol_is_not_changed() -> None:
    draw(Sender)
    with pytest.raises(TypeError, match="runtime_checkable"):
        isinstance(1, Sender)
