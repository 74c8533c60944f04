"""Plain classes as models: their annotated constructors, or attributes, say what makes them."""

from __future__ import annotations

import json
from typing import Annotated, Any, ClassVar, Generic, TypeVar

import pytest
from pydantic import BaseModel, Field, TypeAdapter

from pytest_fixturegen import (
    GenerationConfig,
    Pfg,
    generate_instances,
    generate_lines,
    pfg_factory,
    pfg_fixture,
)
from pytest_fixturegen.api.generate import build_instance
from pytest_fixturegen.emitters.literals import describe_value
from pytest_fixturegen.errors import MappingError, UsageError
from pytest_fixturegen.introspection.type_reader import build_json_schema

T = TypeVar("T")


class Address(BaseModel):
    city: str


class User:
    def __init__(
        self, name: str, email: str, age: int = 18, *, home: Address | None = None, tags: set[str]
    ) -> None:
        self.name, self.email, self.age, self.home, self.tags = name, email, age, home, tags


class Admin(User):
    """A class that inherits its constructor."""


class Renamed:
    def __init__(self, amount: int, currency: str) -> None:
        self._amount, self.__currency = amount, currency

    @property
    def text(self) -> str:
        return f"{self._amount} {self.__currency}"


class Forgetful:
    def __init__(self, amount: int) -> None:
        self.double = amount * 2


class Changing:
    def __init__(self, amount: int) -> None:
        self.amount = amount * 2


class Slotted:
    __slots__ = ("amount",)

    def __init__(self, amount: int) -> None:
        self.amount = amount


class Created:
    amount: int

    def __new__(cls, amount: int) -> Created:
        created = super().__new__(cls)
        created.amount = amount
        return created


class Attributes:
    kind: ClassVar[str] = "x"
    amount: int
    note: str = "none"


class Positional:
    def __init__(self, amount: int, /, *rest: int, label: str, **more: str) -> None:
        self.amount, self.rest, self.label, self.more = amount, rest, label, more


class Partly:
    def __init__(self, amount: int, hook=None) -> None:  # type: ignore[no-untyped-def]
        self.amount, self.hook = amount, hook


class Node:
    def __init__(self, amount: int, after: Node | None) -> None:
        self.amount, self.after = amount, after


class Box(Generic[T]):
    def __init__(self, amount: T) -> None:
        self.amount = amount


class Limited:
    def __init__(self, amount: Annotated[int, Field(ge=5, le=7)]) -> None:
        self.amount = amount


class Picky:
    def __init__(self, amount: int) -> None:
        if amount < 100:
            raise TypeError("expected at least 100")
        self.amount = amount


class Untyped:
    def __init__(self, amount) -> None:  # type: ignore[no-untyped-def]
        self.amount = amount


class Failing:
    def __init__(self, amount: int) -> None:
        raise RuntimeError("no database")


def build(model: Any, overrides: dict[str, Any]) -> Any:
    return build_instance(model, GenerationConfig(), "key", overrides=overrides)


CLASSES = [
    Renamed,
    Forgetful,
    Changing,
    Slotted,
    Created,
    Attributes,
    Positional,
    Partly,
    Node,
    Box[int],
    Limited,
    Picky,
]


@pytest.mark.parametrize("cls", CLASSES)
def test_each_kind_of_class_is_drawn_and_written(cls: Any) -> None:
    records = list(generate_instances(cls, 10, seed=1))
    assert {type(record) for record in records} == {getattr(cls, "__origin__", cls)}
    amounts = [json.loads(line)["amount"] for line in generate_lines(cls, 10, seed=1)]
    assert len(set(amounts)) > 1
    assert amounts == [json.loads(line)["amount"] for line in generate_lines(cls, 10, seed=1)]


@pytest.mark.parametrize("cls", CLASSES)
def test_each_kind_of_class_is_an_item(cls: Any) -> None:
    lists = list(generate_instances(list[cls], 10, seed=1))
    assert all(lists)
    assert all(map(json.loads, generate_lines(list[cls], 10, seed=1)))


@pytest.mark.parametrize("cls", [User, Admin])
def test_arguments_are_drawn_like_fields(cls: Any) -> None:
    user = next(iter(generate_instances(cls, 1, seed=1)))
    assert user.name.split()[0].lower() in user.email
    assert user.age == 18
    assert user.home is None or isinstance(user.home, Address)


def test_the_json_has_defaults_and_sorted_sets() -> None:
    for line in map(json.loads, generate_lines(User, 20, seed=1)):
        assert list(line) == ["name", "email", "age", "home", "tags"]
        assert line["tags"] == sorted(line["tags"])


def test_overrides_name_arguments() -> None:
    user = build(User, {"name": "Zoe", "home": {"city": "Oslo"}})
    assert (user.name, user.home.city) == ("Zoe", "Oslo")
    with pytest.raises(UsageError, match="no field 'nmae'"):
        build(User, {"nmae": "Zoe"})


user = pfg_fixture(User, {"age": 40})
make_user = pfg_factory(User)


def test_fixtures_and_factories_take_plain_classes(user: Any, make_user: Any, pfg: Pfg) -> None:
    assert (type(user), user.age) == (User, 40)
    assert len({each.name for each in make_user.batch(3)}) == 3
    assert pfg.build(User, name="Zoe").name == "Zoe"


@pytest.mark.parametrize(
    ("cls", "call"),
    [
        (Renamed, "Renamed(amount="),
        (Forgetful, "Forgetful(amount="),
        (Positional, "Positional("),
    ],
)
def test_source_calls_the_constructor(cls: Any, call: str) -> None:
    record = next(iter(generate_instances(cls, 1, seed=1)))
    kind, _, arguments, keywords = describe_value(record)
    assert kind == "call"
    assert len(arguments) == (cls is Positional)
    assert keywords


def test_an_object_of_the_user_is_written_by_its_attributes() -> None:
    line = next(iter(generate_lines(list[Renamed], 1, seed=1)))
    assert set(json.loads(line)[0]) == {"amount", "currency"}


def test_the_json_schema_describes_the_arguments() -> None:
    schema = build_json_schema(User)
    assert set(schema["properties"]) == {"name", "email", "age", "home", "tags"}
    assert TypeAdapter(dict).validate_python(schema)


def test_a_constructor_without_types_is_an_error() -> None:
    with pytest.raises(MappingError) as caught:
        list(generate_instances(Untyped, 1))
    assert "Untyped cannot be made: its constructor does not say the type of 'amount'." in str(
        caught.value
    )
    assert caught.value.hint == "Annotate the parameters of its constructor."


def test_a_constructor_that_always_fails_is_an_error_with_its_message() -> None:
    with pytest.raises(MappingError, match=r"Failing is refused .*no database"):
        list(generate_instances(Failing, 1))
