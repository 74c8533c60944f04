"""What the configuration asks of single fields."""

from __future__ import annotations

from random import Random
from typing import Any, Optional

import pytest
from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, explain, generate_instances, policies_of
from pytest_fixturegen.errors import ConfigError, MappingError


class City(BaseModel):
    name: str
    zip: str = Field(pattern=r"^\d{5}$")


class User(BaseModel):
    id: int = Field(ge=1)
    email: str
    role: str = "user"
    nickname: Optional[str] = None
    tags: list[str]
    code: str = Field(default="", validation_alias="theCode")
    home: City
    work: City


class Node(BaseModel):
    parent: Optional[Node] = None


def upper(value: str) -> str:
    return value.upper()


def numbered(index: int) -> str:
    return f"user{index}@example.com"


def drawn(rng: Random, faker: Any) -> str:
    return f"{rng.random()} {faker.word()}"


HERE = __name__


def users(n: int = 3, **said: dict[str, Any]) -> list[User]:
    config = GenerationConfig(
        overrides=policies_of({path.replace("__", "."): each for path, each in said.items()})
    )
    return list(generate_instances(User, n, config=config))


def test_a_value_is_fixed_and_the_rest_stays() -> None:
    fixed, free = users(User__email={"value": "a@example.com"}), users()
    assert {user.email for user in fixed} == {"a@example.com"}
    assert [user.model_copy(update={"email": ""}) for user in fixed] == [
        user.model_copy(update={"email": ""}) for user in free
    ]


def test_a_list_as_a_value_is_each_records_own() -> None:
    one, two = users(2, User__tags={"value": ["a", "b"]})
    assert one.tags == two.tags == ["a", "b"]
    assert one.tags is not two.tags


def test_a_factory_may_ask_for_its_index_and_a_seeded_generator() -> None:
    assert [user.email for user in users(User__email={"factory": f"{HERE}:numbered"})] == [
        f"user{index}@example.com" for index in range(3)
    ]
    made = [user.email for user in users(User__email={"factory": f"{HERE}:drawn"})]
    assert made == [user.email for user in users(User__email={"factory": f"{HERE}:drawn"})]
    assert len(set(made)) == 3


def test_a_factory_knows_its_index_in_a_later_block() -> None:
    config = GenerationConfig(
        overrides=policies_of({"User.email": {"factory": f"{HERE}:numbered"}})
    )
    assert (
        next(iter(generate_instances(User, 1, config=config, start=600))).email
        == "user600@example.com"
    )


def test_ignore_leaves_the_default() -> None:
    config = GenerationConfig(
        ignore_defaults=True, overrides=policies_of({"User.role": {"ignore": True}})
    )
    assert {user.role for user in generate_instances(User, 5, config=config)} == {"user"}


def test_what_is_required_is_never_none() -> None:
    config = GenerationConfig(
        p_none=1.0, overrides=policies_of({"User.nickname": {"require": True}})
    )
    assert all(user.nickname for user in generate_instances(User, 20, config=config))


def test_what_refers_to_itself_cannot_be_required() -> None:
    config = GenerationConfig(overrides=policies_of({"Node.parent": {"require": True}}))
    with pytest.raises(ConfigError, match=r"Node\.parent refers to itself"):
        list(generate_instances(Node, 1, config=config))


def test_post_generate_sees_the_value() -> None:
    assert all(
        user.email.isupper() for user in users(User__email={"post_generate": f"{HERE}:upper"})
    )


def test_providers_are_ours_or_fakers() -> None:
    assert all(
        "@" in user.nickname
        for user in users(User__nickname={"provider": "email"})
        if user.nickname
    )
    assert all(
        user.nickname[:2].isalpha()
        for user in users(User__nickname={"provider": "faker.iban"})
        if user.nickname
    )


def test_p_none_and_sizes_of_one_field() -> None:
    made = users(30, User__nickname={"p_none": 1.0}, User__tags={"min_items": 4, "max_items": 6})
    assert {user.nickname for user in made} == {None}
    assert {len(user.tags) for user in made} == {4, 5, 6}


def test_a_whole_path_goes_before_the_model() -> None:
    made = users(2, City__name={"value": "Oslo"}, User__work__name={"value": "Rome"})
    assert {(user.home.name, user.work.name) for user in made} == {("Oslo", "Rome")}


def test_an_alias_names_its_field() -> None:
    assert users(1, User__theCode={"value": "x"})[0].code == "x"


def test_a_call_goes_before_the_configuration() -> None:
    from pytest_fixturegen.api.generate import build_instance

    config = GenerationConfig(overrides=policies_of({"User.email": {"value": "a@example.com"}}))
    assert (
        build_instance(User, config, "key", overrides={"email": "b@example.com"}).email
        == "b@example.com"
    )


@pytest.mark.parametrize(
    ("path", "said", "words"),
    [
        ("User.emial", {"value": 1}, "'email'"),
        ("User.home.nme", {"value": 1}, "'name'"),
        ("Usr.email", {"value": 1}, "'User'"),
        ("User", {"value": 1}, "Model.field"),
        ("User.email", {"valu": 1}, "'value'"),
        ("User.email", {"provider": "emial"}, "'email'"),
        ("User.email", {"provider": "faker.ibann"}, "'faker.iban'"),
        ("User.email", {"factory": "nowhere:f"}, "nowhere:f"),
        ("User.email", {"factory": f"{HERE}:HERE"}, "cannot be called"),
        ("User.email", {"p_none": 2}, "0 to 1"),
        ("User.email", {"ignore": True}, "no default"),
        ("User.id", {"provider": "email"}, "no value for User.id"),
        ("User.tags", {"min_items": 3, "max_items": 2}, "3 to 2"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_nearest(
    path: str, said: dict[str, Any], words: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        users(**{path.replace(".", "__"): said})
    assert words in f"{caught.value.message} {caught.value.hint}"


def test_another_models_overrides_are_passed_over() -> None:
    config = GenerationConfig(
        overrides=policies_of({"Node.parent": {"value": None}, "Elsewhere.x": {"value": 1}})
    )
    assert list(generate_instances(City, 1, config=config))


def test_policies_are_patterns_and_give_way_to_overrides() -> None:
    policies = policies_of(
        {"*.na*": {"p_none": 1.0}, r"re:.*\.nickname": {"p_none": 1.0}, "*.email": {"value": "p"}}
    )
    config = GenerationConfig(
        field_policies=policies, overrides=policies_of({"User.email": {"value": "o"}})
    )
    made = list(generate_instances(User, 5, config=config))
    assert {(user.nickname, user.email) for user in made} == {(None, "o")}


def test_two_patterns_that_disagree_are_both_named() -> None:
    config = GenerationConfig(
        field_policies=policies_of({"*.nickname": {"p_none": 0.5}, "User.n*": {"p_none": 0.1}})
    )
    with pytest.raises(ConfigError, match=r"'\*\.nickname' and 'User\.n\*'"):
        list(generate_instances(User, 1, config=config))


def test_a_config_with_overrides_can_be_a_key() -> None:
    one, two = (
        GenerationConfig(overrides=policies_of({"User.tags": {"value": ["a"]}})) for _ in range(2)
    )
    assert hash(one) == hash(two)


def test_explain_tells_who_fills_each_field_and_why() -> None:
    config = GenerationConfig(overrides=policies_of({"User.email": {"value": "x"}}))
    told = {
        (each.model, each.field): (each.provider, each.reason) for each in explain(User, config)
    }
    assert told["User", "email"] == ("'x'", "a configured override")
    assert told["User", "role"] == ("'user'", "the default")
    assert told["User", "tags.*"][1] == "the name of the field"
    assert told["City", "zip"][1] in ("the type", "the name of the field")


def test_explain_names_hints_and_chosen_providers() -> None:
    class Hinted(BaseModel):
        mood: str = Field(examples=["calm"])
        note: str

    overrides = policies_of({"Hinted.note": {"provider": "email"}})
    told = explain(Hinted, GenerationConfig(field_hints="examples", overrides=overrides))
    assert [(each.field, each.provider, each.reason) for each in told] == [
        ("mood", "examples", "field_hints"),
        ("note", "by_name.email", "a configured override"),
    ]


def test_a_guess_can_be_refused() -> None:
    class Odd(BaseModel):
        thing: Any

    class Plain(BaseModel, arbitrary_types_allowed=True):
        thing: memoryview

    assert list(generate_instances(Odd, 1, config=GenerationConfig(allow_fallback=False)))
    with pytest.raises(MappingError, match="thing"):
        list(generate_instances(Plain, 1, config=GenerationConfig(allow_fallback=False)))
