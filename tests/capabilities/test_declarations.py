"""Values that a declaration fixes or computes: functions, traits, values from other fields."""

from __future__ import annotations

import hashlib
from itertools import cycle
from typing import Any

import pytest
from faker.providers import BaseProvider
from pydantic import BaseModel, Field

from pytest_fixturegen import Make, ValueContext, pfg_factory, pfg_fixture
from tests.capabilities.table import capability


class Pet(BaseModel):
    name: str
    species: str


class User(BaseModel):
    id: int
    name: str
    email: str
    role: str
    password: str
    rank: int = 0
    pets: list[Pet] = Field(min_length=1)


class ShopProvider(BaseProvider):
    """A provider of the user for Faker."""

    def role(self) -> str:
        return self.random_element(["buyer", "seller"])


def draw_role(context: ValueContext) -> str:
    context.faker.add_provider(ShopProvider)
    return context.faker.role()


def refuse_to_guess() -> Any:
    raise ValueError("Give the name.")


def describe(user: User) -> dict[str, Any]:
    return {"email": f"{user.name.lower()}@example.com", "rank": user.id * 10}


def name_pets(user: User) -> dict[str, Any]:
    pets = [{"name": f"{user.name}'s Rex"} for _ in user.pets]
    return {"pets": pets, "rank": len(user.pets)}


def hash_password(user: User) -> dict[str, Any]:
    return {"password": hashlib.sha256(user.password.encode()).hexdigest()}


def choose_email(user: User) -> dict[str, Any]:
    return {"email": "staff@example.com"} if user.role == "staff" else {}


STAFF = {"role": "staff", "rank": 5}
LEAD = {**STAFF, "rank": 9}
ROLES = ("buyer", "seller")
RANKS = cycle([1, 2])

make_user = pfg_factory(User, {"role": "buyer"})
make_drawn = pfg_factory(
    User,
    {
        "id": lambda index: index + 1,
        "name": lambda context: f"User {context.index}",
        "rank": lambda rng: rng.randint(3, 5),
        "role": draw_role,
    },
    name="make_drawn",
)
make_cycled = pfg_factory(
    User,
    {"role": lambda index: ROLES[index % 2], "rank": lambda: next(RANKS)},
    name="make_cycled",
)
make_strict = pfg_factory(User, {"name": refuse_to_guess}, name="make_strict")
make_described = pfg_factory(User, after=describe, name="make_described")
make_family = pfg_factory(User, after=name_pets, name="make_family")
make_hashed = pfg_factory(User, after=hash_password, name="make_hashed")
make_maybe = pfg_factory(User, after=choose_email, name="make_maybe")
make_sequence = pfg_factory(
    User, {"id": lambda index: index + 1}, after=describe, name="make_sequence"
)
make_lead = pfg_factory(User, LEAD, name="make_lead")
make_traits = pfg_factory(
    User, traits={"staff": STAFF, "hidden": {"name": "?"}}, name="make_traits"
)
owner = pfg_fixture(User, {"pets": [{"species": "cat"}, {}]})


@capability("a constant", 'P, F `role = "buyer"`', '`pfg_factory(User, {"role": "buyer"})`')
def test_constants(make_user: Make[User]) -> None:
    assert (make_user().role, make_user(role="seller").role) == ("buyer", "seller")


@capability(
    "a function for each record",
    "P `Use(f)`, a callable; F `LazyFunction(f)`, `lazy_attribute`",
    '`{"name": f}`, with `index`, `rng`, `faker` or a context',
)
def test_functions_are_called_for_each_record(make_drawn: Make[User]) -> None:
    names = [user.name for user in make_drawn.batch(2)]
    assert names == ["User 0", "User 1"]
    assert make_drawn().rank in range(3, 6)


@capability(
    "sequences 1, 2, 3",
    "F `Sequence(lambda n: …)`",
    '`{"id": lambda index: index + 1}`',
)
def test_sequences_count(make_drawn: Make[User]) -> None:
    assert [user.id for user in make_drawn.batch(3)] == [1, 2, 3]


@capability(
    "resetting or forcing a sequence",
    "F `reset_sequence()`, `__sequence=42`",
    "each test counts from 0; a call fixes the value",
)
def test_sequences_start_in_each_test(make_drawn: Make[User]) -> None:
    assert (make_drawn().id, make_drawn(id=42).id) == (1, 42)


@capability(
    "values in turn",
    "F `Iterator([…])`, `iterator`",
    '`{"role": lambda index: ROLES[index % 2]}`, or `lambda: next(iterator)`',
)
def test_values_in_turn(make_cycled: Make[User]) -> None:
    users = make_cycled.batch(3)
    assert [user.role for user in users] == ["buyer", "seller", "buyer"]
    assert users[0].rank != users[1].rank


@capability(
    "random choices and numbers",
    "P `__random__.choice`; F `FuzzyChoice`, `FuzzyInteger`, `FuzzyDate`",
    "the type (`Literal`, `Field(ge=…)`), or `lambda rng: rng.randint(3, 5)`",
)
def test_random_numbers_are_seeded(make_drawn: Make[User]) -> None:
    ranks = {user.rank for user in make_drawn.batch(30)}
    assert ranks == {3, 4, 5}


@capability(
    "own providers of Faker",
    "P `__faker__.add_provider`; F `Faker.add_provider`",
    "`lambda faker: …`, also with own providers",
)
def test_own_faker_providers(make_drawn: Make[User]) -> None:
    assert make_drawn().role in ROLES


@capability(
    "a value that each call must give",
    "P `Require()`",
    "a function that raises",
)
def test_a_call_must_give_a_value(make_strict: Make[User]) -> None:
    assert make_strict(name="Ada").name == "Ada"
    with pytest.raises(Exception, match=r"Give the name\."):
        make_strict()


@capability(
    "values from other fields",
    "P `PostGenerated`, `@post_generated`; F `LazyAttribute(lambda o: …)`",
    "`after=lambda user: {…}`",
)
def test_values_from_other_fields(make_described: Make[User]) -> None:
    user = make_described(name="Ada", id=3)
    assert (user.email, user.rank) == ("ada@example.com", 30)


@capability(
    "values from a sequence and other fields",
    "F `LazyAttributeSequence(lambda o, n: …)`",
    "a function as override, and `after`",
)
def test_values_from_a_sequence_and_other_fields(make_sequence: Make[User]) -> None:
    assert [user.rank for user in make_sequence.batch(2)] == [10, 20]


@capability(
    "values of a child from its parent, and the reverse",
    'F `SelfAttribute("..name")`, `SelfAttribute("pet.name")`',
    "`after` with a nested mapping",
)
def test_values_from_the_parent(make_family: Make[User]) -> None:
    user = make_family(name="Ada")
    assert user.pets[0].name == "Ada's Rex"
    assert user.rank == len(user.pets)


@capability(
    "a transformation, of given values too",
    "F `Transformer(transform=hash)`",
    '`after=lambda user: {"password": hash(user.password)}`',
)
def test_values_are_transformed(make_hashed: Make[User]) -> None:
    assert make_hashed(password="x").password == hashlib.sha256(b"x").hexdigest()


@capability(
    "a choice of declarations",
    'F `Maybe("role", yes, no)`',
    "a condition in `after`",
)
def test_conditions_choose_values(make_maybe: Make[User]) -> None:
    assert make_maybe(role="staff").email == "staff@example.com"
    assert make_maybe(role="buyer").email != "staff@example.com"


@capability(
    "parameters that are no fields",
    "F `Params`",
    "traits, or a function that calls the factory",
)
def test_traits_are_no_fields(make_traits: Make[User]) -> None:
    assert make_traits("hidden").name == "?"


@capability(
    "traits that compose",
    "F `Trait`, `UserFactory(staff=True)`",
    '`traits={"staff": {…}}`, `make_user("staff", "hidden", name="Bob")`',
)
def test_traits_compose(make_traits: Make[User]) -> None:
    user = make_traits("staff", "hidden", name="Bob")
    assert (user.role, user.rank, user.name) == ("staff", 5, "Bob")


@capability(
    "factories that inherit",
    "P, F subclasses",
    'mappings: `{**STAFF, "rank": 9}`',
)
def test_mappings_extend_each_other(make_lead: Make[User]) -> None:
    user = make_lead()
    assert (user.role, user.rank) == ("staff", 9)


@capability(
    "a factory as the value of a field",
    "P `pets = Use(PetFactory.batch, size=2)`; F `SubFactory(PetFactory, species=…)`",
    '`{"pets": [{"species": "cat"}, {}]}`',
)
def test_declarations_nest(owner: User) -> None:
    assert len(owner.pets) == 2
    assert owner.pets[0].species == "cat"
