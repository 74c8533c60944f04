"""API files: each key has an effect, or is an error with its place and a hint."""

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


class SampleFile:
    """An API file of users and posts, with an extra field of users, or with other sections."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "api.yml"

    def open(self, **sections: Any) -> Any:
        resources = {
            "users": {"fields": {"name": NAME}},
            "posts": POSTS,
            **sections.pop("resources", {}),
        }
        options = {"generateData": {"counts": {"users": 4, "posts": 8}}}
        self.path.write_text(
            yaml.safe_dump({"resources": resources, "options": options, **sections})
        )
        return closing(open_store(self.path))

    def open_with_field(self, declaration: Any) -> Any:
        fields = {"name": NAME, "extra": declaration}
        return self.open(resources={"users": {"fields": fields}})


@pytest.fixture
def api_file(tmp_path: Path) -> SampleFile:
    return SampleFile(tmp_path)


@pytest.mark.parametrize(
    ("declaration", "message", "hint"),
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
def test_an_invalid_field_is_an_error_with_its_place(
    api_file: SampleFile, declaration: Any, message: str, hint: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        api_file.open_with_field(declaration)
    error = caught.value
    assert message in error.message
    assert hint in error.hint
    assert error.message.startswith(f"{api_file.path}: resources.users.fields.extra")


@pytest.mark.parametrize(
    ("sections", "message"),
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
            {"resources": {"a": {"fields": {"b": {"type": "boolean", "primaryKey": True}}}}},
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
def test_an_invalid_relationship_is_an_error_with_its_place(
    api_file: SampleFile, sections: Any, message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        api_file.open(**sections)
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("declaration", "low", "high"),
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
def test_bounds_of_dates_and_times_are_texts(
    api_file: SampleFile, declaration: Any, low: str, high: str
) -> None:
    with api_file.open_with_field({**declaration, "required": True}) as store:
        drawn = [user.model_dump(mode="json")["extra"] for user in store["users"]]
        assert len(set(drawn)) > 1
        assert all(low <= value <= high for value in drawn)
        with pytest.raises(
            InvalidError, match=r"users\.extra: Input should be greater than or equal"
        ):
            store["users"].create(
                name="x",
                extra={"date": "2000-01-01", "time": "08:00"}.get(
                    declaration["type"], "2000-01-01"
                ),
            )


def test_items_keep_their_constraints(api_file: SampleFile) -> None:
    with api_file.open_with_field(
        {"type": "array", "required": True, "items": {"type": "integer", "min": 1, "max": 3}}
    ) as store:
        assert {item for user in store["users"] for item in user.extra} <= {1, 2, 3}
        with pytest.raises(
            InvalidError, match=r"users\.extra\.1: Input should be less than or equal to 3"
        ):
            store["users"].create(name="x", extra=[1, 4])


@pytest.mark.parametrize("form", ["object", "array"])
def test_generate_applies_within_objects(api_file: SampleFile, form: str) -> None:
    inner = {
        "fields": {"a-b": {"required": True, "generate": {"type": "pickOne", "values": ["P"]}}}
    }
    with api_file.open_with_field(
        {"required": True, **(inner if form == "object" else {"items": inner})}
    ) as store:
        drawn = [user.model_dump(mode="json", by_alias=True)["extra"] for user in store["users"]]
    assert all(
        each == {"a-b": "P"} for value in drawn for each in (value if form == "array" else [value])
    )


def test_lists_of_keys_are_drawn_from_existing_records(api_file: SampleFile) -> None:
    posts = {"fields": {"userIds": {"items": "integer", "required": True, "references": "users"}}}
    with api_file.open(resources={"posts": posts}) as store:
        drawn = [post.userIds for post in store["posts"]]
    assert {key for keys in drawn for key in keys} <= {1, 2, 3, 4}
    assert len({tuple(keys) for keys in drawn}) > 2
    assert all(len(set(keys)) == len(keys) for keys in drawn)


def test_a_type_that_needs_another_package_names_it(
    api_file: SampleFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "email_validator", None)
    with pytest.raises(
        ConfigError, match=r"fields\.extra is of type email, which needs email-validator"
    ) as caught:
        api_file.open_with_field("email")
    assert "pytest-fixturegen[serve]" in caught.value.hint


@pytest.mark.parametrize(
    ("data", "pattern"),
    [
        ([{"name": "a"}, {}], r"^The initial data: users\[1\]\.name: Field required\.$"),
        (
            [{"id": 1, "name": "a"}, {"id": 1, "name": "b"}],
            r"^The initial data: users\[1\]\.id is unique, and 1 is taken\.$",
        ),
        (["x"], r"^The initial data: users\[0\]: A record must be a JSON object\.$"),
    ],
)
def test_an_invalid_record_of_the_data_is_named(
    api_file: SampleFile, data: Any, pattern: str
) -> None:
    with pytest.raises(RequestError) as caught:
        api_file.open(data={"users": data})
    assert re.search(pattern, caught.value.message)


@pytest.mark.parametrize(
    ("options", "message"),
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
def test_an_invalid_option_has_its_name_in_the_file(
    api_file: SampleFile, options: Any, message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        api_file.open(options=options)
    assert caught.value.message.startswith(message)
