"""Values that a call fixes: keywords, nested mappings, items of lists, functions."""

from __future__ import annotations

import pytest
from pydantic import AliasPath, BaseModel, ConfigDict, Field, ValidationError

from pytest_fixturegen import FixturegenError, Make, Pfg, pfg_factory
from tests.capabilities.table import capability


class Address(BaseModel):
    street: str
    city: str


class Pet(BaseModel):
    name: str
    age: int = Field(ge=0)


class Person(BaseModel):
    name: str
    bio: str | None
    address: Address
    second: Address | None = None
    pets: list[Pet]
    by_name: dict[str, Pet] = {}
    headers: dict[str, str]


class Item(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    title: str = Field(alias="itemTitle")
    price: float = Field(validation_alias=AliasPath("prices", "net"))


make_person = pfg_factory(Person)
make_loose = pfg_factory(Pet, construct=True, name="make_loose")


@capability(
    "a factory on demand",
    "P `create_factory(Pet, age=3)`; F `make_factory(Pet, age=3)`",
    "`pfg.factory(Pet, age=3)`",
)
def test_factories_on_demand(pfg: Pfg) -> None:
    make_pet = pfg.factory(Pet, age=3)
    assert (make_pet().age, make_pet(age=4).age) == (3, 4)


@capability("values by keyword, None too", "P, F `build(bio=None)`", "`make_person(bio=None)`")
def test_keywords_fix_values(make_person: Make[Person]) -> None:
    assert make_person(name="Ada", bio=None).bio is None


@capability("by alias or by name", "P `__by_name__`", "both")
def test_aliases_and_names_fix_values(pfg: Pfg) -> None:
    assert pfg.build(Item, itemTitle="a", price=2.5).price == 2.5
    assert pfg.build(Item, title="b").title == "b"


@capability(
    "part of a nested model",
    'P `build(address={"city": …})`; F `build(address__city=…)`',
    '`make_person(address={"city": "Oslo"})`',
)
def test_nested_mappings_merge(make_person: Make[Person]) -> None:
    address = make_person(address={"city": "Oslo"}).address
    assert address.city == "Oslo"
    assert address.street


@capability("part of an optional model", "P", '`make_person(second={"city": "Rome"})`')
def test_optional_models_merge(make_person: Make[Person]) -> None:
    person = make_person(second={"city": "Rome"})
    assert person.second is not None
    assert person.second.city == "Rome"


@capability(
    "parts of list items and of mappings' values",
    'P `build(pets=[{"name": "Rex"}, {}])`; F `List([SubFactory(…)])`',
    '`make_person(pets=[{"name": "Rex"}, {}])`',
)
def test_items_merge(make_person: Make[Person]) -> None:
    person = make_person(pets=[{"name": "Rex"}, {}], by_name={"a": {"age": 3}})
    assert [person.pets[0].name, len(person.pets)] == ["Rex", 2]
    assert person.by_name["a"].age == 3
    assert person.by_name["a"].name


@capability(
    "a mapping for a dict field",
    'P `build(headers={"x": "1"})`; F `Dict({…})`',
    '`make_person(headers={"x": "1"})`',
)
def test_mappings_are_values_of_dict_fields(make_person: Make[Person]) -> None:
    assert make_person(headers={"x": "1"}).headers == {"x": "1"}


@capability("an instance as a value", "P, F `build(address=home)`", "`make_person(address=home)`")
def test_instances_are_values(make_person: Make[Person], pfg: Pfg) -> None:
    home = pfg.build(Address)
    assert make_person(address=home).address == home


@capability("many at once", "P `batch(3)`; F `build_batch(3)`", "`make_person.batch(3)`")
def test_batches(make_person: Make[Person]) -> None:
    people = make_person.batch(3, bio="x")
    assert [person.bio for person in people] == ["x"] * 3
    assert len({person.name for person in people}) == 3


@capability(
    "unknown fields are errors",
    "P `__check_model__`, for declarations",
    "everywhere, with a suggestion",
)
def test_unknown_fields_are_errors(make_person: Make[Person], pfg: Pfg) -> None:
    for wrong in ({"nam": 1}, {"address": {"cty": 1}}, {"pets": [{"nam": 1}]}):
        with pytest.raises(FixturegenError, match="Did you mean"):
            make_person(**wrong)
        with pytest.raises(FixturegenError, match="Did you mean"):
            pfg.build(Person, **wrong)


@capability(
    "a refused value is the model's error",
    "P, F `ValidationError`",
    "`ValidationError` of Pydantic",
)
def test_refusals_can_be_caught(pfg: Pfg) -> None:
    with pytest.raises(ValidationError, match="greater than or equal to 0"):
        pfg.build(Pet, age=-1)


@capability(
    "values that the model refuses",
    "P `build(factory_use_construct=True)`",
    "`pfg_factory(Pet, construct=True)`",
)
def test_unvalidated_instances(make_loose: Make[Pet]) -> None:
    assert make_loose(age="old").age == "old"


@capability(
    "an object that needs no database",
    "F `stub()`, `stub_batch()`",
    "`make_person.build()`, `make_person.build_batch(2)`",
)
def test_building_needs_no_database(make_person: Make[Person]) -> None:
    assert make_person.build(name="Ada").name == "Ada"
    assert len(make_person.build_batch(2)) == 2


@capability(
    "what a call fixes, the rest follows",
    "F `LazyAttribute` for each field",
    "[facts](realism.md#fixed-values-pin-the-facts)",
)
def test_the_rest_of_a_record_follows(pfg: Pfg) -> None:
    class Page(BaseModel):
        title: str
        slug: str

    class User(BaseModel):
        first_name: str
        email: str

    assert pfg.build(Page, title="Hello World").slug == "hello-world"
    assert "zebedee" in pfg.build(User, first_name="Zebedee").email
