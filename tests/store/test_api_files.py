"""What an API file says: each word means something where it stands, or is an error that says where and what to do."""

from __future__ import annotations

import re
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.errors import InvalidError, RequestError

NAME = {"type": "string", "required": True}
POSTS = {"fields": {"title": "string", "userId": {"type": "integer", "references": "users"}}}


class Told:
    """An API file of users and posts, with one more field of users, or with other parts."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "api.yml"

    def open(self, **parts: Any) -> Any:
        resources = {
            "users": {"fields": {"name": NAME}},
            "posts": POSTS,
            **parts.pop("resources", {}),
        }
        drawn = {"generateData": {"counts": {"users": 4, "posts": 8}}}
        self.path.write_text(yaml.safe_dump({"resources": resources, "options": drawn, **parts}))
        return closing(open_store(self.path))

    def field(self, said: Any) -> Any:
        return self.open(resources={"users": {"fields": {"name": NAME, "extra": said}}})


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path)


@pytest.mark.parametrize(
    ("said", "words", "hint"),
    [
        (
            {"type": "string", "min": 3},
            ": min does not apply to the type string.",
            "minLength",
        ),
        (
            {"type": "boolean", "maxLength": 3},
            ": maxLength does not apply to the type boolean.",
            "This type has no constraints.",
        ),
        ({"type": "integer", "min": "a"}, ": min must be of type integer, got 'a'.", ""),
        ({"type": "integer", "min": True}, ": min must be of type integer, got True.", ""),
        ({"type": "date", "max": "soon"}, ": max must be of type date, got 'soon'.", ""),
        (
            {"type": "string", "minLength": -1},
            ": minLength must be a whole number of at least 0, got -1.",
            "",
        ),
        (
            {"type": "string", "pattern": "["},
            "has an invalid pattern: unclosed character class.",
            "Rust",
        ),
        ({"type": "string", "enum": "ab"}, ".enum must be a list of values, got 'ab'.", "[a, b]"),
        ({"type": "string", "enum": []}, ".enum must be a list of values, got [].", "[a, b]"),
        (
            {"type": "string", "enum": [True]},
            ".enum has True, which is not of type string.",
            "quotes",
        ),
        (
            {"type": "string", "enum": ["a"], "default": "z"},
            "has an invalid default 'z': Input should be 'a'.",
            "accept",
        ),
        (
            {"type": "integer", "default": "x"},
            "has an invalid default 'x': Input should be a valid integer",
            "accept",
        ),
        (
            {"type": "string", "required": "no"},
            ".required must be true or false, got 'no'.",
            "",
        ),
        (
            {"type": "string", "format": "emial"},
            "has an unknown format 'emial'.",
            "'email'",
        ),
        (
            {"type": "string", "items": "string"},
            "has 'items', but its type is string.",
            "Only an array",
        ),
        ({"fields": ["a"]}, ".fields must be a mapping, got ['a'].", ""),
        (
            {"items": {"type": "string", "generate": "city"}},
            ".items cannot have 'generate'.",
            "enum",
        ),
        (
            {"items": {"type": "string", "unique": True}},
            ".items has an unknown key 'unique'.",
            "",
        ),
        (
            {"fields": {"a": {"references": "users"}}},
            ".a has an unknown key 'references'.",
            "",
        ),
        ({"generate": 5}, ".generate must name a provider, got 5.", "city"),
        (
            {"generate": {"type": "username", "x": 1}},
            "the provider username does not accept the argument 'x'.",
            "",
        ),
        (
            {"generate": {"type": "sentence", "words": 3}},
            "Faker cannot generate sentence with {'words': 3}: ",
            "arguments",
        ),
    ],
)
def test_what_means_nothing_of_a_field_is_told(
    told: Told, said: Any, words: str, hint: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        told.field(said)
    error = caught.value
    assert (words in error.message, hint in error.hint) == (True, True), error
    assert error.message.startswith(f"{told.path}: resources.users.fields.extra")


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"relationships": [{"to": "users"}]}, "relationships: a relationship needs 'from'"),
        (
            {"relationships": [{"from": "posts.userId", "to": "users", "type": "x"}]},
            "relationships has an unknown key 'type'.",
        ),
        (
            {"resources": {"a": {"relationships": [{"resource": "posts", "type": "hasMany"}]}}},
            "a relationship needs 'foreignKey'",
        ),
        (
            {
                "resources": {
                    "a": {
                        "fields": {
                            "b": {
                                "items": "integer",
                                "references": {"resource": "users", "onDelete": "cascade"},
                            }
                        }
                    }
                }
            },
            "a.b cannot cascade on delete, because it does not hold the key of one record",
        ),
        (
            {"resources": {"a": {"fields": {"b": {"type": "number", "primaryKey": True}}}}},
            "The field a.b cannot be the key of a record.",
        ),
        (
            {"resources": {"a": {"fields": {"b": {"items": "string"}}, "primaryKey": "b"}}},
            "The field a.b cannot be the key of a record.",
        ),
        ({"resources": {"a": {"count": 2}}}, "resources.a has an unknown key 'count'."),
        (
            {"resources": {"a": {"fields": {"b": {"references": "users.name"}}}}},
            "which is not the key of users",
        ),
        (
            {"resources": {"a": {"fields": {"b": {"references": "users"}}}}},
            "a.b cannot refer to users.id: a.b is a text, and users.id is a whole number",
        ),
    ],
)
def test_what_means_nothing_of_a_relation_is_told(told: Told, parts: Any, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        told.open(**parts)
    assert words in caught.value.message


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ({"type": "date", "min": "2024-01-01", "max": "2024-02-01"}, "2024-01-01", "2024-02-01"),
        (
            {"type": "datetime", "min": "2024-01-01", "max": "2024-02-01T00:00:00Z"},
            "2024-01-01",
            "2024-02-01",
        ),
        ({"type": "time", "min": "09:00", "max": "17:00"}, "09:00", "17:00"),
    ],
)
def test_bounds_in_time_are_texts(told: Told, said: Any, low: str, high: str) -> None:
    with told.field({**said, "required": True}) as store:
        drawn = [user.model_dump(mode="json")["extra"] for user in store["users"]]
        assert len(set(drawn)) > 1
        assert all(low <= value <= high for value in drawn)
        with pytest.raises(
            InvalidError, match=r"users\.extra: Input should be greater than or equal"
        ):
            store["users"].create(
                name="x",
                extra={"date": "2000-01-01", "time": "08:00"}.get(said["type"], "2000-01-01"),
            )


def test_items_keep_their_rules(told: Told) -> None:
    with told.field(
        {"type": "array", "required": True, "items": {"type": "integer", "min": 1, "max": 3}}
    ) as store:
        assert {item for user in store["users"] for item in user.extra} <= {1, 2, 3}
        with pytest.raises(
            InvalidError, match=r"users\.extra\.1: Input should be less than or equal to 3"
        ):
            store["users"].create(name="x", extra=[1, 4])


@pytest.mark.parametrize("form", ["object", "array"])
def test_generate_is_heard_within_objects(told: Told, form: str) -> None:
    inner = {
        "fields": {"a-b": {"required": True, "generate": {"type": "pickOne", "values": ["P"]}}}
    }
    with told.field(
        {"required": True, **(inner if form == "object" else {"items": inner})}
    ) as store:
        drawn = [user.model_dump(mode="json", by_alias=True)["extra"] for user in store["users"]]
    assert all(
        each == {"a-b": "P"} for value in drawn for each in (value if form == "array" else [value])
    )


def test_keys_of_others_are_drawn_in_lists_too(told: Told) -> None:
    posts = {"fields": {"userIds": {"items": "integer", "required": True, "references": "users"}}}
    with told.open(resources={"posts": posts}) as store:
        drawn = [post.userIds for post in store["posts"]]
    assert {key for keys in drawn for key in keys} <= {1, 2, 3, 4}
    assert len({tuple(keys) for keys in drawn}) > 2
    assert all(len(set(keys)) == len(keys) for keys in drawn)


def test_a_type_that_needs_another_package_says_so(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "email_validator", None)
    with pytest.raises(
        ConfigError, match=r"fields\.extra is of type email, which needs email-validator"
    ) as caught:
        told.field("email")
    assert "pytest-fixturegen[serve]" in caught.value.hint


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([{"name": "a"}, {}], r"^The initial data: users\[1\]\.name: Field required\.$"),
        (
            [{"id": 1, "name": "a"}, {"id": 1, "name": "b"}],
            r"^The initial data: users\[1\]\.id is unique, and 1 is taken\.$",
        ),
        (["x"], r"^The initial data: users\[0\]: A record must be a JSON object\.$"),
    ],
)
def test_the_record_of_the_data_that_is_wrong_is_named(told: Told, data: Any, words: str) -> None:
    with pytest.raises(RequestError) as caught:
        told.open(data={"users": data})
    assert re.search(words, caught.value.message)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            {"database": {"saveInterval": "5s"}},
            "options.database.saveInterval of the API file is '5s'",
        ),
        (
            {"optimizations": {"cacheSize": -1}},
            "options.optimizations.cacheSize of the API file is -1",
        ),
        ({"seed": "abc"}, "options.seed of the API file is 'abc'"),
        ({"seedScript": "nope.py"}, "Cannot find the seed script"),
    ],
)
def test_an_option_is_named_as_the_file_names_it(told: Told, options: Any, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        told.open(options=options)
    assert caught.value.message.startswith(words)
