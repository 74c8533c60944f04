"""Settings of single fields: overrides and field policies."""

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


class House(BaseModel):
    city: City


class Street(BaseModel):
    homes: list[House] = Field(min_length=2)
    first: City


class Node(BaseModel):
    parent: Optional[Node] = None


def upper(value: str) -> str:
    return value.upper()


def numbered(index: int) -> str:
    return f"user{index}@example.com"


def make_text(rng: Random, faker: Any) -> str:
    return f"{rng.random()} {faker.word()}"


HERE = __name__


def draw_users(n: int = 3, **overrides: dict[str, Any]) -> list[User]:
    config = GenerationConfig(
        overrides=policies_of(
            {path.replace("__", "."): settings for path, settings in overrides.items()}
        )
    )
    return list(generate_instances(User, n, config=config))


def test_a_fixed_value_changes_no_other_field() -> None:
    fixed, free = draw_users(User__email={"value": "a@example.com"}), draw_users()
    assert {user.email for user in fixed} == {"a@example.com"}
    assert [user.model_copy(update={"email": ""}) for user in fixed] == [
        user.model_copy(update={"email": ""}) for user in free
    ]


def test_each_record_gets_its_own_copy_of_a_list_as_value() -> None:
    one, two = draw_users(2, User__tags={"value": ["a", "b"]})
    assert one.tags == two.tags == ["a", "b"]
    assert one.tags is not two.tags


def test_a_factory_may_ask_for_its_index_and_a_seeded_generator() -> None:
    assert [user.email for user in draw_users(User__email={"factory": f"{HERE}:numbered"})] == [
        f"user{index}@example.com" for index in range(3)
    ]
    drawn = [user.email for user in draw_users(User__email={"factory": f"{HERE}:make_text"})]
    assert drawn == [
        user.email for user in draw_users(User__email={"factory": f"{HERE}:make_text"})
    ]
    assert len(set(drawn)) == 3


def test_a_factory_knows_its_index_in_a_later_block() -> None:
    config = GenerationConfig(
        overrides=policies_of({"User.email": {"factory": f"{HERE}:numbered"}})
    )
    assert (
        next(iter(generate_instances(User, 1, config=config, start=600))).email
        == "user600@example.com"
    )


def test_ignore_keeps_the_default() -> None:
    config = GenerationConfig(
        ignore_defaults=True, overrides=policies_of({"User.role": {"ignore": True}})
    )
    assert {user.role for user in generate_instances(User, 5, config=config)} == {"user"}


def test_a_required_field_is_never_none() -> None:
    config = GenerationConfig(
        p_none=1.0, overrides=policies_of({"User.nickname": {"require": True}})
    )
    assert all(user.nickname for user in generate_instances(User, 20, config=config))


def test_a_cyclic_reference_cannot_be_required() -> None:
    config = GenerationConfig(overrides=policies_of({"Node.parent": {"require": True}}))
    with pytest.raises(ConfigError, match=r"Node\.parent refers to itself"):
        list(generate_instances(Node, 1, config=config))


def test_post_generate_sees_the_value() -> None:
    assert all(
        user.email.isupper() for user in draw_users(User__email={"post_generate": f"{HERE}:upper"})
    )


def test_a_provider_is_one_of_this_package_or_of_faker() -> None:
    assert all(
        "@" in user.nickname
        for user in draw_users(User__nickname={"provider": "email"})
        if user.nickname
    )
    assert all(
        user.nickname[:2].isalpha()
        for user in draw_users(User__nickname={"provider": "faker.iban"})
        if user.nickname
    )


def test_p_none_and_sizes_of_one_field() -> None:
    drawn = draw_users(
        30, User__nickname={"p_none": 1.0}, User__tags={"min_items": 4, "max_items": 6}
    )
    assert {user.nickname for user in drawn} == {None}
    assert {len(user.tags) for user in drawn} == {4, 5, 6}


def test_a_path_wins_over_the_name_of_the_model() -> None:
    drawn = draw_users(2, City__name={"value": "Oslo"}, User__work__name={"value": "Rome"})
    assert {(user.home.name, user.work.name) for user in drawn} == {("Oslo", "Rome")}


@pytest.mark.parametrize(
    "path",
    [
        "$.homes[*].city.name",
        "$['homes'][*]['city']['name']",
        '$["homes"][*].city.name',
        "Street.homes[*].city.name",
        "Street.homes.city.name",
        "$.homes.city.name",
    ],
)
def test_a_json_path_names_the_fields_of_all_items(path: str) -> None:
    settings = policies_of({path: {"value": "Porto"}})
    config = GenerationConfig(overrides=settings)
    (street,) = generate_instances(Street, 1, config=config)
    assert {home.city.name for home in street.homes} == {"Porto"}
    assert street.first.name != "Porto"


@pytest.mark.parametrize(
    "path", ["$.homes[0].city", "Street.homes[1:2].city", "$", "$[*]", "$..name", "$.homes[*]"]
)
def test_a_json_path_with_other_steps_is_an_error(path: str) -> None:
    config = GenerationConfig(overrides=policies_of({path: {"value": "Porto"}}))
    with pytest.raises(ConfigError, match="is not the path of a field"):
        list(generate_instances(Street, 1, config=config))


def test_an_alias_names_its_field() -> None:
    assert draw_users(1, User__theCode={"value": "x"})[0].code == "x"


def test_a_call_wins_over_the_configuration() -> None:
    from pytest_fixturegen.api.generate import build_instance

    config = GenerationConfig(overrides=policies_of({"User.email": {"value": "a@example.com"}}))
    assert (
        build_instance(User, config, "key", overrides={"email": "b@example.com"}).email
        == "b@example.com"
    )


@pytest.mark.parametrize(
    ("path", "settings", "expected"),
    [
        ("User.emial", {"value": 1}, "'email'"),
        ("User.home.nme", {"value": 1}, "'name'"),
        ("Usr.email", {"value": 1}, "'User'"),
        ("emails", {"value": 1}, "Model.field"),
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
def test_an_invalid_setting_is_an_error_that_names_the_nearest(
    path: str, settings: dict[str, Any], expected: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        draw_users(**{path.replace(".", "__"): settings})
    assert expected in f"{caught.value.message} {caught.value.hint}"


def test_overrides_of_other_models_are_ignored() -> None:
    config = GenerationConfig(
        overrides=policies_of({"Node.parent": {"value": None}, "Elsewhere.x": {"value": 1}})
    )
    assert list(generate_instances(City, 1, config=config))


def test_policies_are_patterns_and_overrides_win_over_them() -> None:
    policies = policies_of(
        {"*.na*": {"p_none": 1.0}, r"re:.*\.nickname": {"p_none": 1.0}, "*.email": {"value": "p"}}
    )
    config = GenerationConfig(
        field_policies=policies, overrides=policies_of({"User.email": {"value": "o"}})
    )
    drawn = list(generate_instances(User, 5, config=config))
    assert {(user.nickname, user.email) for user in drawn} == {(None, "o")}


def test_an_error_names_two_patterns_that_contradict_each_other() -> None:
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


def test_explain_gives_the_provider_and_the_reason_of_each_field() -> None:
    config = GenerationConfig(overrides=policies_of({"User.email": {"value": "x"}}))
    found = {
        (decision.model, decision.field): (decision.provider, decision.reason)
        for decision in explain(User, config)
    }
    assert found["User", "email"] == ("'x'", "a configured override")
    assert found["User", "role"] == ("'user'", "the default")
    assert found["User", "tags.*"][1] == "the name of the field"
    assert found["City", "zip"][1] in ("the type", "the name of the field")


def test_explain_names_hints_and_chosen_providers() -> None:
    class Hinted(BaseModel):
        mood: str = Field(examples=["calm"])
        note: str

    overrides = policies_of({"Hinted.note": {"provider": "email"}})
    found = explain(Hinted, GenerationConfig(field_hints="examples", overrides=overrides))
    assert [(decision.field, decision.provider, decision.reason) for decision in found] == [
        ("mood", "examples", "field_hints"),
        ("note", "by_name.email", "a configured override"),
    ]


def test_a_guess_can_be_refused() -> None:
    class Odd(BaseModel):
        thing: Any

    class Plain(BaseModel, arbitrary_types_allowed=True):
        thing: memoryview

    for model in (Odd, Plain):
        with pytest.raises(MappingError, match="thing"):
            list(generate_instances(model, 1, config=GenerationConfig(allow_fallback=False)))
