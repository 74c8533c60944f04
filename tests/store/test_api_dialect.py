"""The dialects of API files mean the same, and mistakes in them are errors with their place."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.api_file import parse_api
from pytest_fixturegen.store.queries import ALL_RECORDS

LISTS: dict[str, Any] = {
    "resources": [
        {
            "name": "users",
            "fields": [
                {"name": "id", "type": "number"},
                {"name": "home", "type": "object", "fields": [{"name": "city"}]},
                {"name": "tags", "items": {"fields": [{"name": "word", "required": True}]}},
            ],
        },
        {
            "name": "posts",
            "fields": [{"name": "userId", "type": "number", "references": {"resource": "users"}}],
        },
    ]
}
MAPPINGS: dict[str, Any] = {
    "resources": {
        "users": {
            "fields": {
                "id": {"type": "integer"},
                "home": {"type": "object", "fields": {"city": {}}},
                "tags": {"items": {"fields": {"word": {"required": True}}}},
            }
        },
        "posts": {"fields": {"userId": {"type": "integer", "references": {"resource": "users"}}}},
    }
}


def read(document: dict[str, Any]) -> Any:
    return parse_api(document, "api.yml", Path("/folder"))


def read_fields(**fields: Any) -> Any:
    return read({"resources": {"a": {"fields": fields}}})


def read_texts(store: Any, resource: str) -> list[bytes]:
    return list(store.rows(resource).find(ALL_RECORDS).texts)


def test_a_list_with_names_is_the_same_as_a_mapping() -> None:
    schemas = [
        {name: model.model_json_schema() for name, model in read(document).models.items()}
        for document in (LISTS, MAPPINGS)
    ]
    assert schemas[0] == schemas[1]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (
            {"resources": [{"name": "a"}, {"nam": "b"}]},
            "api.yml: resources[1] must be a mapping with a name, got {'nam': 'b'}.",
        ),
        (
            {"resources": [{"name": "a"}, {"name": "a"}]},
            "api.yml: resources[1] repeats the name 'a'.",
        ),
        (
            {"resources": [{"name": "a", "fields": [{"name": "x"}, "y"]}]},
            "api.yml: resources.a.fields[1] must be a mapping with a name, got 'y'.",
        ),
        (
            {"resources": {"a": {"fields": {"x": {"fields": [{"name": 1}]}}}}},
            "api.yml: resources.a.fields.x.fields[0]"
            " must be a mapping with a name, got {'name': 1}.",
        ),
        ({"resources": ["users"]}, "api.yml: resources must be a mapping, got ['users']."),
        ({"resources": []}, "api.yml does not declare any resources."),
        (
            {"resources": {"a": {"fields": {"x": {"generate": {"type": "email", "options": 3}}}}}},
            "api.yml: resources.a.fields.x.generate.options must be a mapping, got 3.",
        ),
        (
            {
                "resources": {
                    "a": {
                        "fields": {
                            "x": {
                                "generate": {
                                    "type": "pickOne",
                                    "values": [1],
                                    "options": {"values": [2]},
                                }
                            }
                        }
                    }
                }
            },
            "api.yml: resources.a.fields.x.generate has 'values' twice:"
            " in options, and next to them.",
        ),
        (
            {**MAPPINGS, "options": {"database": {"snapshts": {"enabled": True}}}},
            "api.yml: unknown option options.database.snapshts.enabled.",
        ),
        (
            {
                **MAPPINGS,
                "options": {
                    "snapshots": {"enabled": True},
                    "database": {"snapshots": {"enabled": False}},
                },
            },
            "api.yml: options.database.snapshots.enabled is given twice.",
        ),
        (
            {"resources": {"posts": {"fields": {"x": {"references": {"resource": "post"}}}}}},
            "api.yml: posts.x refers to 'post', which is not a resource.",
        ),
        (
            {"resources": {"posts": {"fields": {"x": {"references": "users"}}}}},
            "api.yml: posts.x refers to 'users', which is not a resource.",
        ),
    ],
)
def test_a_mistake_in_a_dialect_is_an_error(document: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(document)
    assert caught.value.message == message


@pytest.mark.parametrize(
    "section", ["snapshots.enabled", "snapshots.directory", "optimizations.cacheSize"]
)
def test_options_within_database_are_the_same_options(section: str) -> None:
    group, _, name = section.partition(".")
    value = {"enabled": False, "directory": "x", "cacheSize": 7}[name]
    outer = read({**MAPPINGS, "options": {group: {name: value}}})
    inner = read({**MAPPINGS, "options": {"database": {group: {name: value}}}})
    assert outer.settings == inner.settings
    assert len(outer.settings) == 2


@pytest.mark.parametrize(
    ("path", "adapter"),
    [("db.json", "json-file"), ("db", "json-file"), ("postgresql://h/x", "postgres")],
)
def test_a_path_decides_the_default_adapter(path: str, adapter: str) -> None:
    options = {"database": {"dbPath": path}}
    assert read({**MAPPINGS, "options": options}).settings["store.adapter"] == adapter
    chosen = {"database": {"dbPath": path, "adapter": "sqlite"}}
    assert read({**MAPPINGS, "options": chosen}).settings["store.adapter"] == "sqlite"
    assert "store.adapter" not in read({**MAPPINGS, "options": {}}).settings


@pytest.mark.parametrize(
    "resources",
    [
        {"a": {"fields": {"id": "number", "b": "number"}}},
        {"a": {"fields": {"key": {"type": "number", "primaryKey": True}}}},
        {"a": {"fields": {"key": {"type": "number"}}, "primaryKey": "key"}},
        {
            "a": {"fields": {"id": {"type": "number"}}},
            "b": {"fields": {"a": {"type": "number", "references": "a.id"}}},
        },
        {
            "a": {"fields": {"id": "number"}},
            "b": {
                "fields": {"a": "number"},
                "relationships": [{"type": "belongsTo", "resource": "a", "foreignKey": "a"}],
            },
        },
        {
            "a": {"relationships": {"x": {"type": "hasMany", "resource": "b", "field": "a"}}},
            "b": {"fields": {"a": "number"}},
        },
        {"a": {}, "b": {"fields": {"a": {"items": "number", "references": "a"}}}},
        {"a": {}, "b": {"fields": {"a": {"type": "number", "autoIncrement": True}}}},
    ],
)
def test_a_number_that_identifies_a_record_is_whole(resources: dict[str, Any]) -> None:
    options = {"generateData": {"counts": dict.fromkeys(resources, 3)}}
    with closing(open_store({"resources": resources, "options": options})) as store:
        records = [record.model_dump() for name in resources for record in store[name].all()]
    identifying = [
        value
        for record in records
        for name, value in record.items()
        if name != "b" and value is not None
    ]
    assert identifying
    flat = [
        each for value in identifying for each in (value if isinstance(value, list) else [value])
    ]
    assert all(type(value) is int for value in flat)


def test_relationships_of_the_file_make_references_whole() -> None:
    document = {
        "resources": {"a": {"fields": {"id": "number"}}, "b": {"fields": {"a": "number"}}},
        "relationships": [{"from": "b.a", "to": "a"}],
        "data": {"a": [{"id": 7}], "b": [{"id": 1, "a": 7}]},
    }
    with closing(open_store(document)) as store:
        assert read_texts(store, "b") == [b'{"id":1,"a":7}']


def test_a_number_is_served_as_it_was_given() -> None:
    records = [{"id": 1, "x": 5}, {"id": 2, "x": 5.5}, {"id": 3, "x": -3}, {"id": 4, "x": 1e300}]
    document = {"resources": {"a": {"fields": {"x": "number"}}}, "data": {"a": records}}
    with closing(open_store(document)) as store:
        assert read_texts(store, "a") == [
            b'{"id":1,"x":5}',
            b'{"id":2,"x":5.5}',
            b'{"id":3,"x":-3}',
            b'{"id":4,"x":1e+300}',
        ]
        rows = store.rows("a")
        assert rows.patch(2, b'{"x": 8}') == b'{"id":2,"x":8}'
        assert [note.id for note in store["a"].all(x_gt=5)] == [2, 4]
        assert [note.id for note in store["a"].all(x=8)] == [2]


def test_an_undeclared_target_has_a_key_and_any_fields() -> None:
    reference = {"resource": "people", "field": "mail", "onDelete": "nullify"}
    document = {"resources": {"posts": {"fields": {"by": {"references": reference}}}}}
    declared = read(document)
    assert declared.notices == (
        "people is not declared, but referred to: its records may have any fields",
    )
    with closing(open_store(document)) as store:
        store["people"].create(mail="a@example.com", tags=[1, {"a": 2}])
        store["posts"].create(by="a@example.com")
        assert read_texts(store, "people") == [b'{"mail":"a@example.com","tags":[1,{"a":2}]}']
        store["people"].delete("a@example.com")
        assert store["posts"].get(1).by is None


def test_a_bare_indexed_field_means_every_resource_with_it() -> None:
    document = {
        "resources": {
            "a": {"fields": {"x": "string"}},
            "b": {"fields": {"x": "string", "y": "string"}},
        },
        "options": {"optimizations": {"indexedFields": ["x", "b.y"]}},
    }
    with closing(open_store(document)) as store:
        assert {each.name: each.indexed for each in store.schema.resources} == {
            "a": ("x",),
            "b": ("x", "y"),
        }
    document["options"] = {"optimizations": {"indexedFields": ["z"]}}
    with pytest.raises(ConfigError, match="Cannot index 'z': no resource has such a field"):
        open_store(document)


@pytest.mark.parametrize("options", [None, {}, {"domain": "acme.example"}])
def test_options_of_generate_are_arguments(options: Any) -> None:
    nested = {"type": "email", "options": options}
    inline = {"type": "email", **(options or {})}
    rules = [
        read_fields(x={"generate": each}).generate_rules["a"]["x"].arguments
        for each in (nested, inline)
    ]
    assert rules[0] == rules[1] == (options or {})


@pytest.mark.parametrize("name", ["_snapshot", "_numbers", "_NUMBERS", "pfg_x"])
def test_names_that_files_of_records_use_are_reserved(name: str) -> None:
    with pytest.raises(ConfigError, match="Invalid name of a resource"):
        open_store({"resources": {name: {}}})
    open_store({"resources": {f"{name}s".removeprefix("pfg_"): {}}}).close()
