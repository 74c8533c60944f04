"""The REST sections of an API file: what is invalid is one sentence with its place."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.api_file import ApiFile, parse_api
from pytest_fixturegen.store.special_values import (
    CURRENT_USER_ID,
    hash_password,
    is_hashed,
    is_same_password,
)

USERS = {"fields": {"username": "string", "password": "string", "role": "string"}}
NOTES = {"fields": {"text": "string", "ownerId": {"type": "integer", "required": True}}}
ADMIN = {"username": "admin", "password": "secret word", "role": "admin"}


def read(**sections: Any) -> ApiFile:
    """Return what an API file with these sections declares."""
    resources = {"users": USERS, "notes": NOTES, **sections.pop("resources", {})}
    return parse_api({"resources": resources, **sections}, "api.yml", Path())


def read_with_route(**keys: Any) -> ApiFile:
    return read(routes=[{"path": "/a", "method": "get", **keys}])


def read_with_auth(**keys: Any) -> ApiFile:
    return read(options={"auth": {"users": [ADMIN], **keys}})


def read_with_note(**keys: Any) -> ApiFile:
    return read(resources={"notes": {**NOTES, **keys}})


def read_with_field(**keys: Any) -> ApiFile:
    return read(resources={"notes": {"fields": {"x": keys}}})


def message_of(build: Any, *arguments: Any, **keys: Any) -> str:
    with pytest.raises(ConfigError) as caught:
        build(*arguments, **keys)
    assert caught.value.hint
    return caught.value.message


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"path": "/a?b=1"}, "api.yml: routes[0].path must be a path, got '/a?b=1'."),
        ({"path": ""}, "api.yml: routes[0].path must be a text, got ''."),
        ({"path": "/:id/:id"}, "routes[0].path names a parameter twice: '/:id/:id'."),
        ({"path": "/*/b"}, "routes[0].path may have one wildcard, as its last part, got '/*/b'."),
        ({"method": "fetch"}, "routes[0].method must be one of get, post, put, patch, delete,"),
        ({"type": "jsn"}, "routes[0].type must be one of json, text, html, xml, javascript, got"),
        ({"status": 99}, "routes[0].status must be a whole number from 200 to 599, got 99."),
        ({"status": True}, "routes[0].status must be a whole number from 200 to 599, got True."),
        ({"headers": {"a b": "c"}}, "routes[0].headers cannot set 'a b'"),
        ({"headers": {"Content-Length": "3"}}, "routes[0].headers cannot set 'Content-Length'"),
        ({"headers": {"x": "a\nb"}}, "routes[0].headers.x must be printable ASCII text, got"),
        ({"code": "x"}, "routes[0] has 'code', but its type is json."),
        ({"type": "javascript", "response": 1}, "has 'response', but its type is javascript."),
        ({"type": "text", "response": 3}, "routes[0].response must be a text, because its type"),
        ({"response": {"a": {1, 2}}}, "routes[0].response cannot be written as JSON"),
        ({"auth": {"role": "x"}}, "routes[0].auth has an unknown key 'role'."),
        ({"auth": {"roles": []}}, "routes[0].auth.roles must be a list of texts, got []."),
        ({"auth": {"enabled": 1}}, "routes[0].auth.enabled must be true or false, got 1."),
        ({"respnse": 1}, "routes[0] has an unknown key 'respnse'."),
    ],
)
def test_an_invalid_route_is_refused(keys: dict[str, Any], message: str) -> None:
    assert message in message_of(read_with_route, **keys)


def test_routes_are_a_list_of_different_addresses() -> None:
    assert "routes must be a list" in message_of(read, routes={"a": 1})
    assert "routes[0] needs 'path'" in message_of(read, routes=[{"method": "get"}])
    route = {"path": "/a", "method": "get"}
    repeated = message_of(read, routes=[route, {**route, "path": "a/"}])
    assert "routes[1] repeats GET /a of [0]." in repeated
    read(routes=[route, {**route, "method": "POST"}])


@pytest.mark.parametrize(
    ("path", "address", "parameters"),
    [
        ("/users/:id", ["users", "1"], {"id": "1"}),
        ("/users/{id}", ["users", "1"], {"id": "1"}),
        ("/users/:id.json", ["users", "1.json"], {"id": "1"}),
        ("/:from-:to", ["a-b"], {"from": "a", "to": "b"}),
        ("/users/:id", ["users"], None),
        ("/users/:id", ["users", "1", "2"], None),
        ("/users/:id", ["users", ""], None),
        ("/files/*", ["files", "a", "b"], {"*": "a/b"}),
        ("/files/{*rest}", ["files", "a"], {"rest": "a"}),
        ("/files/*", ["files"], None),
        ("/", [], {}),
        ("/a.b", ["axb"], None),
    ],
)
def test_a_path_matches_its_addresses_alone(
    path: str, address: list[str], parameters: dict[str, str] | None
) -> None:
    (route,) = read(routes=[{"path": path, "method": "get"}]).service.routes
    assert route.pattern.match(address) == parameters


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"users": []}, None),
        ({"users": [{"username": "a"}]}, "users[0] needs a username and a password."),
        ({"users": ["a"]}, "users[0] must be a mapping."),
        ({"users": [ADMIN, ADMIN]}, "users[1] repeats the username 'admin'."),
        ({"userResource": "readers"}, "userResource must be one of users, notes, got 'readers'."),
        ({"userResource": "notes"}, "the resource notes has no field 'username'."),
        (
            {"userResource": "users", "passwordField": "hash", "users": []},
            "the resource users has no field 'hash'.",
        ),
        ({"tokenExpiration": "soon"}, "tokenExpiration must be seconds or a duration"),
        ({"tokenExpiration": -1}, "tokenExpiration must be a number of at least 0, got -1."),
        ({"jwt": {"algorithm": "none"}}, "jwt.algorithm must be one of HS256, HS384, HS512"),
        ({"jwt": {"expires": 1}}, "jwt has an unknown key 'expires'."),
        ({"authEndpoint": "/:a"}, "authEndpoint must be a path, got '/:a'."),
        ({"tokenHeader": "a b"}, "tokenHeader must be the name of a header, got 'a b'."),
        ({"passwordHashing": {}}, "passwordHashing is not supported."),
        ({"enabled": "yes"}, "auth.enabled must be true or false, got 'yes'."),
        ({"user": []}, "auth has an unknown key 'user'."),
    ],
)
def test_an_invalid_login_is_refused(keys: dict[str, Any], message: str | None) -> None:
    if message is None:
        assert read_with_auth(**keys).service.login is not None  # the resource has passwords
        return
    assert message in message_of(read_with_auth, **keys)


def test_a_login_without_users_is_refused() -> None:
    people = {"users": {"fields": {"name": "string"}}}
    message = message_of(read, resources=people, options={"auth": {"enabled": True}})
    assert "options.auth has no users who could log in." in message


@pytest.mark.parametrize("secret", [12345678, ["hidden"], {"hidden": 1}])
def test_no_error_shows_a_password(secret: Any) -> None:
    user = {"username": "a", "password": secret}
    messages = [
        message_of(read_with_auth, users=[user]),
        message_of(read_with_auth, secretKey=secret),
        message_of(read_with_auth, jwt={"secret": secret}),
    ]
    assert not any("hidden" in message or "1234" in message for message in messages)
    login = read_with_auth(jwt={"secret": "hidden"}).service.login
    assert "hidden" not in repr(login)
    assert "secret word" not in repr(login)


def test_durations_are_seconds_or_have_a_unit() -> None:
    login = read_with_auth(jwt={"expiresIn": "90m", "refreshExpiresIn": 60}).service.login
    assert login is not None
    assert (login.lifetime, login.refresh_lifetime) == (5400, 60)
    assert read_with_auth(enabled=False).service.login is None


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"access": {"read": ["a"]}}, "resources.notes.access has an unknown key 'read'."),
        ({"access": {"list": []}}, "access.list must be a list of texts, got []."),
        ({"access": {"get": ["owner"]}}, "access.get allows the owner, but the resource has no"),
        ({"ownedBy": "owner"}, "ownedBy must be one of id, text, ownerId, got 'owner'."),
        ({"latency": {"min": 5, "max": 1}}, "latency.max must be at least min, 5, got 1."),
        ({"latency": {"mean": 5}}, "latency has an unknown key 'mean'."),
        ({"errorSimulation": {"rate": 2}}, "errorSimulation.rate must be a number from 0 to 1"),
        ({"streaming": {"chunkSize": 0}}, "streaming.chunkSize must be a whole number from 1"),
    ],
)
def test_an_invalid_key_of_a_resource_is_refused(keys: dict[str, Any], message: str) -> None:
    assert message in message_of(read_with_note, **keys)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"latency": {"min": -1}}, "options.latency.min must be a number from 0 to 600000"),
        ({"latency": {"distribution": "flat"}}, "distribution must be one of uniform, normal,"),
        ({"latency": {"methods": {"GETS": {}}}}, "latency.methods.method must be one of GET,"),
        ({"delay": "1s"}, "options.delay must be a number from 0 to 600000, got '1s'."),
        ({"errorSimulation": {"statusCodes": [200]}}, "statusCodes.0 must be a whole number from"),
        ({"errorSimulation": {"statusCodes": 500}}, "statusCodes must be a list, got 500."),
        ({"errorSimulation": {"methods": ["X"]}}, "errorSimulation.methods must be one of GET,"),
        (
            {"errorSimulation": {"customErrors": [{"statusCode": 200}]}},
            "customErrors[0].statusCode must be a whole number from 400 to 599, got 200.",
        ),
        ({"errorSimulation": {"customErrors": [{"code": 1}]}}, "customErrors[0] has an unknown"),
        ({"bandwidth": {"limit": 0}}, "bandwidth.limit must be a number from 0.1 to 1e+06, got 0"),
        ({"connectionDrops": {"rate": "x"}}, "connectionDrops.rate must be a number from 0 to 1"),
        ({"rateLimit": {"limit": 0}}, "rateLimit.limit must be a whole number from 1"),
        ({"rateLimit": {"headers": True}}, "rateLimit.headers must be a mapping, got True."),
        ({"baseUrl": "http://a/b"}, "options.baseUrl must be a path, got 'http://a/b'."),
        ({"readOnly": "no"}, "options.readOnly must be true or false, got 'no'."),
        ({"maxPageSize": 0}, "options.maxPageSize must be a whole number from 1 to 10000, got 0."),
        ({"docs": {"enable": True}}, "options.docs has an unknown key 'enable'."),
        ({"corsEnabled": "yes"}, "options.corsEnabled must be true or false, got 'yes'."),
        ({"https": True}, "options.https is not supported."),
        ({"latncy": {}}, "unknown option options.latncy"),
    ],
)
def test_an_invalid_option_is_refused(options: dict[str, Any], message: str) -> None:
    if options == {"latncy": {}}:
        options = {"latncy": 1}
    assert message in message_of(read, options=options)


def test_a_profile_needs_a_name_of_its_own() -> None:
    assert "profiles[0] needs a name" in message_of(read, profiles=[{"errorRate": 0}])
    twice = [{"name": "3g"}, {"name": "3g"}]
    assert "profiles[1] needs a name that no other" in message_of(read, profiles=twice)
    assert "unknown key 'latncy'" in message_of(read, profiles=[{"name": "a", "latncy": 1}])


def test_a_profile_replaces_what_it_names() -> None:
    options = {"delay": 5, "errorSimulation": {"rate": 1, "customErrors": [{"statusCode": 429}]}}
    service = read(options=options, profiles=[{"name": "good", "errorRate": 0.5}]).service
    assert [rule.statuses for rule in service.network.failures] == [(429,)]
    (failure,) = service.profiles["good"].failures
    assert (failure.rate, failure.statuses) == (0.5, (500, 503, 504))
    assert service.profiles["good"].delays == service.network.delays


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"type": "boolean", "defaultValue": "$now"}, "cannot have the default $now: expected a"),
        ({"type": "string", "defaultValue": "$increment"}, "cannot have the default $increment"),
        ({"default": 1, "defaultValue": 1}, "has both 'default' and 'defaultValue'."),
        ({"type": "integer", "defaultValue": "x"}, "has an invalid default 'x'"),
        ({"fields": {"a": {"defaultValue": "$uuid"}}}, "cannot have the default $uuid"),
    ],
)
def test_an_invalid_default_value_is_refused(keys: dict[str, Any], message: str) -> None:
    assert message in message_of(read_with_field, **keys)


@pytest.mark.parametrize(
    ("relationship", "message"),
    [
        ({"resource": "notes"}, "a relationship needs 'through'"),
        ({"resource": "notes", "through": "pairs"}, "a relationship needs 'foreignKey'"),
        (
            {"resource": "notes", "through": "pairs", "foreignKey": "a", "targetKey": "b"},
            "pairs",
        ),
    ],
)
def test_an_incomplete_many_to_many_relation_is_refused(
    relationship: dict[str, Any], message: str, tmp_path: Path
) -> None:
    users = {**USERS, "relationships": [{"type": "manyToMany", **relationship}]}

    def open_file() -> None:
        open_store(read(resources={"users": users})).close()

    assert message in message_of(open_file)


def test_a_date_with_a_time_is_a_point_in_time() -> None:
    fields = {"day": "date", "at": {"type": "date"}, "made": {"type": "date", "default": "$now"}}
    records = [{"id": 1, "day": "2025-01-02", "at": "2025-01-02T03:04:05Z"}]
    generation = GenerationConfig(now=datetime(2030, 1, 1, tzinfo=timezone.utc))
    source = read(resources={"notes": {"fields": fields, "initialData": records}})
    store = open_store(source, generation=generation)
    note = store["notes"].get(1)
    assert str(note.day) == "2025-01-02"
    assert note.at.hour == 3
    assert note.made.year == 2030
    store.close()


def test_an_increment_continues_after_the_greatest_value() -> None:
    fields = {"page": {"type": "number", "defaultValue": "$increment"}}
    data = {"notes": [{"id": 1, "page": 41}, {"id": 2}]}
    store = open_store(read(resources={"notes": {"fields": fields}}, data=data))
    assert [note.page for note in store["notes"].all()] == [41, 42]
    store.close()


def test_the_owner_is_whoever_creates_the_record() -> None:
    store = open_store(read_with_note(ownedBy="ownerId"))
    token = CURRENT_USER_ID.set(7)
    try:
        _, text = store.rows("notes").create(b'{"text": "a", "ownerId": 1}')
    finally:
        CURRENT_USER_ID.reset(token)
    assert b'"ownerId":7' in text
    _, text = store.rows("notes").create(b'{"text": "a", "ownerId": 1}')
    assert b'"ownerId":1' in text
    store.close()


def test_passwords_are_compared_hashed_or_plain() -> None:
    hashed = hash_password("pass\u00e9", "salt")
    assert is_hashed(hashed)
    assert is_same_password(hashed, "pass\u00e9")
    assert not is_same_password(hashed, hashed)
    assert is_same_password("plain", "plain")
    assert not is_same_password("plain", "plain ")
    assert not is_same_password("\ud800", "plain")
