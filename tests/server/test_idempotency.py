"""Requests that are repeated with an Idempotency-Key."""

from __future__ import annotations

from typing import Any

import pytest

from pytest_fixturegen.server.clients import ApiClient
from pytest_fixturegen.store.errors import InvalidError
from pytest_fixturegen.store.idempotency import ENTRY_BYTES, IdempotentAnswers
from pytest_fixturegen.store.store import Store
from tests.server.test_rest import NEW, error_of

KEY = {"idempotency-key": "k1"}


def create(api: ApiClient, **headers: str) -> Any:
    return api.post("/users", json=NEW, headers={**KEY, **headers})


REFUSED = (
    ("POST", "/users", {"age": 3}, 422),
    ("POST", "/users", [{**NEW, "email": "c@example.com"}, {"age": 3}], 422),
    ("POST", "/users", {**NEW, "id": 1}, 409),
    ("PATCH", "/users/1", {"age": 3}, 422),
    ("PUT", "/users/99", NEW, 404),
    ("DELETE", "/users/99", None, 404),
    ("POST", "/admin/restore", {"users": [{"age": 3}]}, 422),
    ("POST", "/admin/restore", {"users": [{**NEW, "id": 1}, {**NEW, "id": 1}]}, 409),
    ("POST", "/admin/snapshots/restore", {"name": "missing"}, 404),
)


@pytest.mark.parametrize(("method", "path", "body", "status"), REFUSED)
def test_a_key_survives_the_failure_of_another_request(
    api: ApiClient, store: Store, method: str, path: str, body: Any, status: int
) -> None:
    once = create(api)
    assert api.request(method, path, json=body).status_code == status
    again = create(api)
    assert (once.json(), once.status_code) == (again.json(), again.status_code)
    assert again.headers["etag"] == once.headers["etag"]
    assert again.headers["location"] == once.headers["location"]
    assert len(store["users"]) == 7


def test_a_key_is_forgotten_when_its_record_is_undone(api: ApiClient, store: Store) -> None:
    with store.rollback():
        undone = create(api).json()["id"]
    assert api.get(f"/users/{undone}").status_code == 404
    made = create(api).json()["id"]
    assert api.get(f"/users/{made}").status_code == 200
    with store.rollback():
        assert create(api).json()["id"] == made
    assert create(api).json()["id"] == made


def test_a_key_is_forgotten_when_its_transaction_fails(api: ApiClient, store: Store) -> None:
    def fail() -> None:
        with store.transaction():
            create(api)
            store["users"].create(age=3)

    with pytest.raises(InvalidError):
        fail()
    assert api.get(f"/users/{create(api).json()['id']}").status_code == 200


@pytest.mark.parametrize("action", ["reset", "restore", "snapshots/restore"])
def test_a_key_is_forgotten_when_all_data_is_replaced(
    api: ApiClient, store: Store, action: str
) -> None:
    backup = api.post("/admin/backup").content
    api.post("/admin/snapshots", json={"name": "before"})
    create(api)
    bodies = {"reset": b"", "restore": backup, "snapshots/restore": b'{"name": "before"}'}
    assert api.post(f"/admin/{action}", content=bodies[action]).status_code == 200
    assert create(api).status_code == 201
    assert len(store["users"]) == 7


def test_every_kind_of_change_may_be_repeated(api: ApiClient, store: Store) -> None:
    path = f"/users/{create(api).json()['id']}"
    tag = api.get(path).headers["etag"]
    headers = {**KEY, "if-match": tag}
    patched = [api.patch(path, json={"age": 40}, headers=headers) for _ in range(2)]
    assert [each.status_code for each in patched] == [200, 200]
    assert patched[0].headers["etag"] == patched[1].headers["etag"]
    body = {**NEW, "name": "Eve"}
    replaced = [api.put(path, json=body, headers={"idempotency-key": "k2"}) for _ in range(2)]
    assert replaced[0].json() == replaced[1].json()
    deleted = [api.delete(path, headers=KEY) for _ in range(2)]
    assert [(each.status_code, each.content) for each in deleted] == [(204, b"")] * 2
    assert api.delete(path).status_code == 404


def test_a_key_belongs_to_its_method_address_and_body(api: ApiClient, store: Store) -> None:
    create(api)
    other = api.post("/users", json={**NEW, "email": "b@example.com"}, headers=KEY)
    assert other.status_code == 201
    assert len(store["users"]) == 8
    post = {"user_id": 1, "title": "x", "price": 1, "tags": []}
    assert api.post("/posts", json=post, headers=KEY).status_code == 201


def test_a_refused_request_may_be_repeated_with_its_key(api: ApiClient, store: Store) -> None:
    taken = api.patch("/users/1", json={"email": NEW["email"]})
    assert taken.status_code == 200
    assert error_of(create(api))["status"] == 409
    api.patch("/users/1", json={"email": "free@example.com"})
    assert create(api).status_code == 201


def test_answers_are_limited_in_number() -> None:
    answers = IdempotentAnswers(max_answers=3)
    for number in range(10):
        answers.put(number, 201, b"x", {})
    assert [number for number in range(10) if answers.get(number)] == [7, 8, 9]


def test_answers_are_limited_in_bytes() -> None:
    answers = IdempotentAnswers(max_bytes=3 * (ENTRY_BYTES + 1000))
    for number in range(10):
        answers.put(number, 201, b"x" * 1000, {})
    assert [number for number in range(10) if answers.get(number)] == [7, 8, 9]
    answers.put("large", 201, b"x" * 100_000, {})
    assert len(answers) == 1
    assert answers.get("large")
    answers.put("small", 201, b"x", {})
    assert [bool(answers.get(each)) for each in ("large", "small")] == [False, True]


def test_forgotten_answers_make_room() -> None:
    answers = IdempotentAnswers(max_bytes=3 * (ENTRY_BYTES + 1))
    answers.put("kept", 201, b"x", {})
    for _ in range(5):
        last = answers.last_number
        answers.put("undone", 201, b"x", {})
        answers.forget_since(last)
    answers.put("next", 201, b"x", {})
    assert [bool(answers.get(each)) for each in ("kept", "undone", "next")] == [True, False, True]
