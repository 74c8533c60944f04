"""The rule configured_type."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from ipaddress import IPv4Address
from typing import Annotated, Any, NewType

import pytest
from pydantic import AfterValidator, BaseModel, EmailStr, Field, HttpUrl, PositiveInt, RootModel

from pytest_fixturegen import GenerationConfig, generate_instances, policies_of
from pytest_fixturegen.errors import ConfigError
from tests.strategies.rules.planning import find_rule
from tests.strategies.rules.plugins import plugins

Slug = Annotated[str, AfterValidator(str.lower)]
UserId = NewType("UserId", int)


class Role(Enum):
    ADMIN = "admin"
    USER = "user"


class Version(str):
    def __new__(cls, version):  # type: ignore[no-untyped-def]
        return super().__new__(cls, version)


class Money:
    def __init__(self, amount: int) -> None:
        self.amount = amount


class Address(BaseModel):
    city: str
    street: str


class Tags(RootModel[list[str]]):
    pass


@dataclass
class User:
    id: UserId
    count: int
    name: str
    code: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    size: PositiveInt
    email: EmailStr
    url: HttpUrl
    born: date
    total: Decimal
    address: IPv4Address
    role: Role
    slug: Slug
    home: Address
    tags: Tags
    version: Version
    money: Money
    emails: list[EmailStr]
    maybe: EmailStr | None
    hidden: Version | None
    kept: EmailStr = "kept@example.com"


def configure(*names: str, **settings: Any) -> GenerationConfig:
    overrides = {name.replace("__", "."): value for name, value in settings.items()}
    return GenerationConfig(overrides=policies_of(overrides), plugins=plugins(*names))


def draw(field: str, **settings: Any) -> list[Any]:
    records = generate_instances(User, 8, seed=1, config=configure(**settings))
    return [getattr(record, field) for record in records]


def make_version(index: int) -> Version:
    return Version(f"1.{index}")


def make_money(index: int) -> Money:
    return Money(index)


VALUES = [
    ("email", "EmailStr", "a@example.com", "a@example.com"),
    ("emails", "EmailStr", "a@example.com", {"a@example.com"}),
    ("url", "HttpUrl", "https://a.example/", HttpUrl("https://a.example/")),
    ("born", "date", "2020-01-01", date(2020, 1, 1)),
    ("total", "Decimal", 3, Decimal(3)),
    ("address", "IPv4Address", "192.0.2.1", IPv4Address("192.0.2.1")),
    ("role", "Role", "admin", Role.ADMIN),
    ("slug", "Slug", "ABC", "abc"),
    ("size", "PositiveInt", 3, 3),
    ("name", "str", "Bob", "Bob"),
    ("count", "int", 7, 7),
    ("home", "Address", {"city": "Oslo", "street": "A"}, Address(city="Oslo", street="A")),
    ("tags", "Tags", ["a"], Tags(["a"])),
    ("version", "Version", "2.0", "2.0"),
]
"""A field, the name of its type, the value in the configuration, and the value of the field."""


@pytest.mark.parametrize(("field", "name", "given", "expected"), VALUES)
def test_each_kind_of_type_takes_a_value(field: str, name: str, given: Any, expected: Any) -> None:
    for value in draw(field, **{name: {"value": given}}):
        assert (set(value) if isinstance(value, list) else value) == expected
    if field != "emails":
        assert find_rule(User, field, configure(**{name: {"value": given}})) == "configured_type"


def test_a_factory_by_path_makes_instances() -> None:
    path = f"{__name__}:make_version"
    assert draw("version", Version={"factory": path}) == [f"1.{index}" for index in range(8)]
    amounts = [money.amount for money in draw("money", Money={"factory": make_money})]
    assert amounts == list(range(8))


def test_a_path_names_one_of_several_types() -> None:
    assert set(draw("version", **{f"{__name__}:Version": {"value": "3"}})) == {"3"}
    assert "3" not in draw("version", **{"no_such.module:Version": {"value": "3"}})


def test_a_provider_serves_a_type() -> None:
    assert all("@" in value for value in draw("email", EmailStr={"provider": "faker.email"}))
    assert len(set(draw("slug", Slug={"provider": "slug"}))) > 1


def test_an_optional_object_is_drawn_if_its_type_is_served() -> None:
    assert set(draw("hidden")) == {None}
    assert "2.0" in draw("hidden", Version={"value": "2.0"})
    assert "a@example.com" in draw("maybe", EmailStr={"value": "a@example.com"})


def test_plain_texts_that_a_field_refuses_are_drawn_as_usual() -> None:
    assert all(len(code) == 3 for code in draw("code", str={"value": "long text"}))


def test_a_field_and_a_default_win_over_the_type() -> None:
    settings = {"EmailStr": {"value": "a@example.com"}, "User__email": {"value": "b@example.com"}}
    assert set(draw("email", **settings)) == {"b@example.com"}
    assert set(draw("kept", **settings)) == {"kept@example.com"}


def test_a_fixed_part_of_a_model_wins_over_its_type() -> None:
    settings = {
        "Address": {"value": {"city": "Oslo", "street": "A"}},
        "Address__city": {"value": "Bergen"},
    }
    assert {home.city for home in draw("home", **settings)} == {"Bergen"}


class Part(BaseModel):
    email: EmailStr


def test_the_type_wins_over_a_plugin() -> None:
    config = configure("TYPES", EmailStr={"value": "a@example.com"})
    assert find_rule(Part, "email", config) == "configured_type"
    assert find_rule(Part, "email", config, without="configured_type") != "configured_type"


@pytest.mark.parametrize(
    ("key", "settings", "message", "hint"),
    [
        ("EmialStr", {"value": 1}, "Unknown type 'EmialStr'", "Did you mean 'EmailStr'?"),
        ("Versoin", {"value": 1}, "Unknown type 'Versoin'", "Did you mean 'Version'?"),
        (f"{__name__}:Mony", {"value": 1}, f"Unknown type '{__name__}:Mony'", "'Money'"),
        ("name", {"value": 1}, "'name' names no field and no type", "Write Model.field."),
        ("UserId", {"value": 1}, "'UserId' names a type that models cannot tell", "Model.field"),
        ("EmailStr", {"p_none": 1}, "Invalid setting 'p_none' of the type EmailStr", "a field"),
        ("EmailStr", {"valeu": 1}, "Unknown setting 'valeu' of EmailStr", "'value'"),
        ("EmailStr", {"factory": "no.such:f"}, "Cannot find the factory 'no.such:f'", "package"),
    ],
)
def test_a_wrong_key_is_an_error(key: str, settings: Any, message: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        draw("email", **{key: settings})
    assert message in caught.value.message
    assert hint in str(caught.value.hint)


def test_the_type_of_another_model_has_no_effect() -> None:
    assert draw("email", SomethingElse={"value": 1}) == draw("email")
