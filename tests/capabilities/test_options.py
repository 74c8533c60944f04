"""Options of a factory or of a project: optional values, sizes, seeds, languages, providers."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from pydantic import BaseModel, Field

from pytest_fixturegen import (
    GenerationConfig,
    Make,
    generate_cases,
    generate_instances,
    pfg_factory,
)
from tests.capabilities.table import capability


class Colour(Enum):
    RED = "red"
    BLUE = "blue"
    GREEN = "green"


class Pet(BaseModel):
    name: str
    species: str
    colour: Colour
    nick: str | None
    tags: list[str] = Field(default_factory=list)
    legs: int = 4
    food: str = Field(examples=["fish", "hay"])
    size: Literal["big", "small"]


class Owner(BaseModel):
    name: str
    pets: list[Pet]


make_none = pfg_factory(Pet, settings={"p_none": 1.0}, name="make_none")
make_some = pfg_factory(Pet, settings={"p_none": 0.0}, name="make_some")
make_pet = pfg_factory(Pet)
make_drawn = pfg_factory(Pet, settings={"ignore_defaults": True}, name="make_drawn")
make_small = pfg_factory(Pet, settings={"fill": "required"}, name="make_small")
make_example = pfg_factory(Pet, settings={"field_hints": "examples"}, name="make_example")
make_full = pfg_factory(
    Owner, settings={"collection_min_items": 4, "collection_max_items": 4}, name="make_full"
)
make_two = pfg_factory(
    Owner,
    settings={"overrides": {"Owner.pets": {"min_items": 2, "max_items": 2}}},
    name="make_two",
)
make_ignored = pfg_factory(
    Pet, settings={"overrides": {"Pet.tags": {"ignore": True}}}, name="make_ignored"
)
make_cats = pfg_factory(
    Owner, settings={"overrides": {"Pet.species": {"value": "cat"}}}, name="make_cats"
)
make_german = pfg_factory(Owner, settings={"locale": "de_DE"}, name="make_german")
make_code = pfg_factory(
    Pet, settings={"overrides": {"Pet.name": {"provider": "faker.iban"}}}, name="make_code"
)
make_first = pfg_factory(Pet, key="first", name="make_first")
make_second = pfg_factory(Pet, settings={"seed": 2}, key="second", name="make_second")
make_coloured = pfg_factory(Pet, unique=["colour"], name="make_coloured")


@capability(
    "optional values off and on",
    "P `__allow_none_optionals__`",
    '`settings={"p_none": 0.0}`, `--pfg-p-none`',
)
def test_optional_values(make_none: Make[Pet], make_some: Make[Pet]) -> None:
    assert {pet.nick for pet in make_none.batch(10)} == {None}
    assert all(pet.nick for pet in make_some.batch(10))


@capability(
    "defaults kept or drawn",
    "P `__use_defaults__`",
    "kept; `ignore_defaults` draws them",
)
def test_defaults(make_pet: Make[Pet], make_drawn: Make[Pet]) -> None:
    assert {pet.legs for pet in make_pet.batch(5)} == {4}
    assert {pet.legs for pet in make_drawn.batch(5)} != {4}


@capability(
    "default factories kept",
    "P `__use_defaults__`",
    '`settings={"fill": "required"}`',
)
def test_default_factories(make_small: Make[Pet]) -> None:
    assert make_small().tags == []


@capability("examples of the schema", "P `__use_examples__`", "`field_hints`")
def test_examples(make_example: Make[Pet]) -> None:
    assert make_example().food in ("fish", "hay")


@capability(
    "sizes of collections",
    "P `__randomize_collection_length__`, `__min_collection_length__`",
    "`collection_min_items`, `collection_max_items`",
)
def test_sizes_of_collections(make_full: Make[Owner]) -> None:
    assert len(make_full().pets) == 4


@capability(
    "the size of one collection",
    "P `Use(PetFactory.batch, size=2)`",
    '`settings={"overrides": {"Owner.pets": {"min_items": 2, …}}}`',
)
def test_the_size_of_one_collection(make_two: Make[Owner]) -> None:
    assert len(make_two().pets) == 2


@capability(
    "a field that keeps its default",
    "P `Ignore()`; F `exclude`",
    '`{"Pet.tags": {"ignore": True}}`',
)
def test_ignored_fields(make_ignored: Make[Pet]) -> None:
    assert make_ignored().tags == []


@capability(
    "the default factory of a type",
    "P `__set_as_default_factory_for_type__`",
    '`{"Pet.species": {"value": "cat"}}`, also for the project',
)
def test_defaults_of_a_type(make_cats: Make[Owner]) -> None:
    assert {pet.species for pet in make_cats().pets} == {"cat"}


@capability(
    "a base factory for all factories",
    "P `__is_base_factory__`; F an abstract factory",
    "[the project file](configuration.md)",
)
def test_the_project_sets_options_of_all_factories() -> None:
    config = GenerationConfig(overrides={"Pet.name": {"value": "Rex"}}, p_none=1.0)
    (owner,) = generate_instances(Owner, 1, config=config)
    assert {(pet.name, pet.nick) for pet in owner.pets} == {("Rex", None)}


@capability(
    "the seed of a run",
    "P `__random_seed__`, `seed_random`; F `reseed_random`",
    "`--pfg-seed`; the data of a test never depends on other tests",
)
def test_a_seed_gives_the_same_data() -> None:
    first = list(generate_instances(Pet, 3, seed=5))
    assert first == list(generate_instances(Pet, 3, seed=5))
    assert first != list(generate_instances(Pet, 3, seed=6))


@capability(
    "the seed of one factory",
    "P `__random_seed__`",
    '`key="first"`, `settings={"seed": 2}`',
)
def test_the_seed_of_one_factory(make_first: Make[Pet], make_second: Make[Pet]) -> None:
    assert make_first() != make_second()


@capability(
    "the random generator itself",
    "P `__random__`; F `get_random_state`",
    "`pfg_seed`: `random.Random(pfg_seed)`",
)
def test_the_seed_is_a_fixture(pfg_seed: int) -> None:
    assert isinstance(pfg_seed, int)


@capability(
    "the language of names and texts",
    'P `__faker__ = Faker("de_DE")`; F `Faker("name", locale="de_DE")`',
    '`settings={"locale": "de_DE"}`, `locale_map`',
)
def test_languages(make_german: Make[Owner]) -> None:
    letters = "".join(owner.name for owner in make_german.batch(30))
    assert not {*"äöüß"}.isdisjoint(letters)


@capability(
    "a provider of Faker for one field",
    'F `Faker("iban")`',
    '`{"Pet.name": {"provider": "faker.iban"}}`',
)
def test_faker_providers(make_code: Make[Pet]) -> None:
    assert make_code().name.startswith("GB")


@capability(
    "each form of a model in few records",
    "P `coverage()`",
    "`generate_cases(Owner)`",
)
def test_few_records_cover_each_form() -> None:
    pets = [pet for owner in generate_cases(Owner) for pet in owner.pets]
    assert {pet.colour for pet in pets} == set(Colour)
    assert {pet.size for pet in pets} == {"big", "small"}
    assert {pet.nick is None for pet in pets} == {True, False}


@capability(
    "each member of an enum once",
    "P, F a loop",
    '`pfg_factory(Pet, unique=["colour"])`, `cases=3`',
)
def test_unique_fields_take_each_member(make_coloured: Make[Pet]) -> None:
    assert {pet.colour for pet in make_coloured.batch(3)} == set(Colour)


@capability(
    "data outside of tests",
    "P, F `PetFactory.build()`",
    "`generate_instances(Pet, 3, config=…)`",
)
def test_data_outside_of_tests() -> None:
    config = GenerationConfig(overrides={"Pet.name": {"value": "Rex"}})
    assert [pet.name for pet in generate_instances(Pet, 2, config=config)] == ["Rex", "Rex"]
