"""Requests to the REST API and their answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from pytest_fixturegen import generate_lines
from pytest_fixturegen.server.clients import ApiClient
from pytest_fixturegen.store.filter_names import OPERATORS
from pytest_fixturegen.store.store import Store
from tests.server.conftest import User, client_of

NEW = {
    "name": "Ada",
    "email": "ada@example.com",
    "age": 36,
    "home": {"city": "Oslo"},
    "created_at": "2024-05-01T12:00:00Z",
}
POST = {"title": "On engines", "price": "9.90", "tags": ["old"]}


def first(store: Store) -> User:
    found: User = store[User].all()[0]
    return found


def error_of(answer: Any) -> dict[str, Any]:
    """Return the error of *answer*, and check the form that all errors share."""
    body = answer.json()
    assert body.keys() == {"error"}
    assert body["error"].keys() == {
        "status",
        "kind",
        "message",
        "hint",
        "suggestions",
        "details",
        "request_id",
    }
    assert body["error"]["status"] == answer.status_code
    assert body["error"]["request_id"] == answer.headers["x-request-id"]
    found: dict[str, Any] = body["error"]
    return found


def test_a_record_can_be_created_read_changed_and_deleted(api: ApiClient) -> None:
    made = api.post("/users", json=NEW)
    assert made.status_code == 201
    address = made.headers["location"]
    assert (
        api.get(address).json()
        == made.json()
        == {**NEW, "id": made.json()["id"], "is_admin": False}
    )
    assert api.patch(address, json={"age": 37}).json()["age"] == 37
    assert api.put(address, json={**NEW, "name": "Bob"}).json()["name"] == "Bob"
    assert api.delete(address).status_code == 204
    assert api.get(address).status_code == 404


def test_requests_and_python_calls_see_the_same_data(api: ApiClient, store: Store) -> None:
    key = api.post("/users", json=NEW).json()["id"]
    assert store[User].get(key).home.city == "Oslo"
    store[User].patch(key, name="Eve")
    assert api.get(f"/users/{key}").json()["name"] == "Eve"


def test_an_array_creates_all_its_records_or_none(api: ApiClient) -> None:
    assert len(api.post("/users", json=[NEW, {**NEW, "email": "b@example.com"}]).json()) == 2
    refused = api.post("/users", json=[{**NEW, "email": "c@example.com"}, {**NEW, "age": 3}])
    assert refused.status_code == 422
    assert api.get("/users?email=c@example.com").json() == []


def test_records_posted_in_batches_read_back_equal(api: ApiClient, store: Store) -> None:
    for user in store[User].all():
        store[User].delete(user.id)
    lines = [json.loads(line) for line in generate_lines(User, 60, seed=9)]
    for start in range(0, 60, 25):
        assert api.post("/users", json=lines[start : start + 25]).status_code == 201
    assert api.get("/users?limit=100").json() == lines


def test_a_repeated_idempotency_key_creates_nothing(api: ApiClient, store: Store) -> None:
    once, again = (
        api.post("/users", json=[NEW], headers={"idempotency-key": "k1"}) for _ in range(2)
    )
    assert (again.status_code, again.json()) == (201, once.json())
    assert len(store[User]) == 7
    assert api.post("/users", json=[NEW], headers={"idempotency-key": "k2"}).status_code == 409
    store.reset()
    assert api.post("/users", json=[NEW], headers={"idempotency-key": "k1"}).status_code == 201
    assert len(store[User]) == 7


def test_a_refused_record_lists_the_path_of_each_field(api: ApiClient) -> None:
    error = error_of(api.post("/users", json={**NEW, "age": 3, "home": {}}))
    assert [(each["path"], each["type"]) for each in error["details"]["problems"]] == [
        ("age", "greater_than_equal"),
        ("home.city", "missing"),
    ]
    assert error["message"] == "users.age: Input should be greater than or equal to 18, and 1 more."


@pytest.mark.parametrize("body", [b"[1]", b"3", b'"x"', b"null"])
def test_bodies_that_are_not_records_are_refused(api: ApiClient, body: bytes) -> None:
    assert error_of(api.post("/users", content=body))["status"] == 422


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "The body is empty"),
        (b" \n", "The body is empty"),
        (b"{", "The body is not JSON"),
        (b"{'a': 1}", "The body is not JSON"),
        (b'{"name": "\xff"}', "The body is not JSON"),
        (b'{"id": 1e400}', "The body is not JSON"),
        (b"\xef\xbb\xbf{}", "begins with a byte order mark"),
        ('{"name": "x"}'.encode("utf-16"), "begins with a byte order mark"),
        (b"[" * 100_000, "The body is not JSON"),
    ],
)
def test_bodies_that_are_not_json_are_bad_requests(api: ApiClient, body: bytes, words: str) -> None:
    for method, path in (("POST", "/users"), ("PUT", "/users/1"), ("PATCH", "/users/1")):
        error = error_of(api.request(method, path, content=body))
        assert (error["status"], words in error["message"]) == (400, True)


def test_a_key_cannot_be_changed(api: ApiClient, store: Store) -> None:
    key = first(store).id
    assert "never changes" in error_of(api.patch(f"/users/{key}", json={"id": 5}))["hint"]


@pytest.mark.parametrize("spelling", ["age_gte=40&age_lt=60", "age[gte]=40&age[lt]=60"])
def test_filters_can_be_written_in_two_ways(api: ApiClient, store: Store, spelling: str) -> None:
    ages = [user["age"] for user in api.get(f"/users?{spelling}").json()]
    assert ages == [user.age for user in store[User].all() if 40 <= user.age < 60]
    assert ages


def test_filter_values_are_parsed_by_field_type(api: ApiClient) -> None:
    api.post("/users", json=NEW)
    for query in (
        "created_at=2024-05-01T14:00:00%2B02:00",
        "is_admin=no&age=36",
        "home.city=Oslo",
        "name_like=ADA",
        "q=oslo",
    ):
        assert [user["email"] for user in api.get(f"/users?{query}").json()] == [
            "ada@example.com"
        ], query


MEANINGS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "eq": ("36", lambda age: age == 36),
    "ne": ("36", lambda age: age != 36),
    "gt": ("36", lambda age: age > 36),
    "gte": ("36", lambda age: age >= 36),
    "lt": ("36", lambda age: age < 36),
    "lte": ("36", lambda age: age <= 36),
    "in": ("36,20", lambda age: age in (36, 20)),
    "nin": ("36,20", lambda age: age not in (36, 20)),
    "null": ("false", lambda age: age is not None),
}


@pytest.mark.parametrize("spelling", ["age_{}", "age[{}]"])
def test_every_operator_filters_as_documented(api: ApiClient, store: Store, spelling: str) -> None:
    api.post("/users", json={**NEW, "name": "Ada Lovelace"})
    assert {*MEANINGS, "like", "starts"} == set(OPERATORS)
    ages = [user.age for user in store[User].all()]
    for operator, (text, means) in MEANINGS.items():
        found = api.get("/users", params={spelling.format(operator): text}).json()
        assert [user["age"] for user in found] == list(filter(means, ages)), operator
    for operator, text in (("like", "LOVELA"), ("starts", "ada l")):
        found = api.get(
            "/users", params={spelling.replace("age", "name").format(operator): text}
        ).json()
        assert [user["email"] for user in found] == ["ada@example.com"], operator


def test_prices_are_compared_as_numbers(api: ApiClient, store: Store) -> None:
    api.post("/posts", json={**POST, "user_id": first(store).id, "price": "1000.50"})
    assert [post["price"] for post in api.get("/posts?price_gt=999").json()] == ["1000.50"]
    prices = [float(post["price"]) for post in api.get("/posts?sort=-price").json()]
    assert prices == sorted(prices, reverse=True)


@pytest.mark.parametrize(
    ("query", "words", "suggestion"),
    [
        ("agee=3", "Unknown field or parameter of users 'agee'.", "age"),
        ("_sort=age", "Unknown field or parameter of users '_sort'.", "sort"),
        ("home_city=Oslo", "Unknown field or parameter of users 'home_city'.", "home.city"),
        ("age=x", "age: 'x' is not a whole number.", None),
        ("is_admin=maybe", "is_admin: 'maybe' is not true or false.", None),
        ("age[gtx]=3", "Unknown operator 'gtx'.", "gte"),
        ("age_gtx=3", "Unknown operator 'gtx'.", "gte"),
        ("age_like=3", "age is not a text", None),
        ("sort=nam", "Unknown field of users 'nam'.", "name"),
        ("sort=home", "home has no order", None),
        ("fields=nam", "Unknown field of users 'nam'.", "name"),
        ("expand=post", "Unknown relation of users 'post'.", "posts"),
        ("page=0", "page is '0'.", None),
        ("limit=-1", "limit is '-1'.", None),
        ("limit=99999", "limit is '99999'.", None),
        ("page=²", "page is '²'.", None),
        ("name=%ff", "The query cannot be read", None),
        ("id=99999999999999999999", "id is a number that is too large.", None),
    ],
)
def test_invalid_queries_are_refused_with_suggestions(
    api: ApiClient, query: str, words: str, suggestion: str | None
) -> None:
    error = error_of(api.get(f"/users?{query}"))
    assert error["status"] in (400, 422)
    assert words in error["message"]
    assert suggestion is None or suggestion in error["suggestions"]


def test_pages_have_links_and_totals(api: ApiClient) -> None:
    answer = api.get("/users?limit=2&page=2&sort=age")
    assert len(answer.json()) == 2
    assert answer.headers["x-total-count"] == "6"
    links = {
        part.split('rel="')[1].rstrip('"'): part.split(";")[0].strip(" <>")
        for part in answer.headers["link"].split(",")
    }
    assert links.keys() == {"first", "prev", "next", "last"}
    assert links["next"] == "/users?limit=2&sort=age&page=3"
    pages = [api.get(f"/users?limit=2&page={page}&sort=age").json() for page in (1, 2, 3)]
    assert [user for page in pages for user in page] == api.get("/users?sort=age").json()


def test_fields_can_be_selected(api: ApiClient) -> None:
    assert api.get("/users?fields=name,home.city&limit=1").json()[0].keys() == {"name", "home"}
    assert api.get("/users?fields=id&limit=1").json()[0].keys() == {"id"}


def test_references_can_be_expanded_in_both_directions(api: ApiClient, store: Store) -> None:
    post = api.get("/posts?expand=user&limit=1").json()[0]
    assert post["user"] == api.get(f"/users/{post['user_id']}").json()
    user = api.get(f"/users/{post['user_id']}?expand=posts").json()
    assert post["id"] in [each["id"] for each in user["posts"]]


def test_related_records_can_be_listed_and_filtered(api: ApiClient) -> None:
    owner = api.get("/posts?limit=1").json()[0]["user_id"]
    found = api.get(f"/users/{owner}/posts?sort=id").json()
    assert found == api.get(f"/posts?sort=id&user_id={owner}").json() != []
    assert error_of(api.get(f"/users/{owner}/pots"))["suggestions"] == ["posts"]
    assert api.get("/users/4711/posts").status_code == 404


def test_a_known_etag_gets_304_without_a_body(api: ApiClient, store: Store) -> None:
    for path in ("/users", f"/users/{first(store).id}", "/openapi.json"):
        tag = api.get(path).headers["etag"]
        again = api.get(path, headers={"if-none-match": tag})
        assert (again.status_code, again.content) == (304, b"")


def test_if_match_refuses_changes_to_outdated_records(api: ApiClient, store: Store) -> None:
    path = f"/users/{first(store).id}"
    tag = api.get(path).headers["etag"]
    changed = api.patch(path, json={"age": 50}, headers={"if-match": tag})
    assert changed.status_code == 200
    for method in ("PUT", "PATCH", "DELETE"):
        late = api.request(method, path, json={**NEW, "age": 51}, headers={"if-match": tag})
        assert error_of(late)["status"] == 412
    assert (
        api.patch(path, json={"age": 51}, headers={"if-match": changed.headers["etag"]}).status_code
        == 200
    )
    assert api.delete(path, headers={"if-match": "*"}).status_code == 204


def test_cors_allows_configured_origins(store: Store) -> None:
    api = client_of(store, cors=("https://app.example",))
    ask = {
        "origin": "https://app.example",
        "access-control-request-method": "PUT",
        "access-control-request-headers": "if-match",
    }
    allowed = api.options("/users/1", headers=ask)
    assert allowed.headers["access-control-allow-origin"] == "https://app.example"
    assert "PUT" in allowed.headers["access-control-allow-methods"]
    answer = api.get("/users", headers={"origin": "https://app.example"})
    assert "X-Total-Count" in answer.headers["access-control-expose-headers"]
    assert (
        "access-control-allow-origin"
        not in api.get("/users", headers={"origin": "https://evil.example"}).headers
    )


def test_too_large_bodies_are_refused(store: Store) -> None:
    api = client_of(store, body_limit=100)
    assert error_of(api.post("/users", content=b" " * 101))["status"] == 413
    assert (
        error_of(api.post("/users", content=b" " * 101, headers={"content-length": "5"}))["status"]
        == 413
    )


def test_every_request_gets_an_id(api: ApiClient) -> None:
    assert api.get("/users", headers={"x-request-id": "mine-7"}).headers["x-request-id"] == "mine-7"
    once, again = (api.get("/users").headers["x-request-id"] for _ in range(2))
    assert once != again


def test_a_configured_token_is_required(store: Store) -> None:
    api = client_of(store, token="sesame")
    assert api.get("/users").status_code == 200
    del api.headers["authorization"]
    for path in ("/users", "/admin/stats", "/openapi.json"):
        assert error_of(api.get(path))["status"] == 401
        assert api.get(path, headers={"authorization": "Bearer wrong"}).status_code == 401
    assert api.get("/").status_code == 200


def test_head_answers_headers_without_a_body(api: ApiClient) -> None:
    answer = api.head("/users")
    assert (answer.status_code, answer.headers["x-total-count"], answer.content) == (200, "6", b"")


def test_unsupported_methods_list_the_allowed_ones(api: ApiClient) -> None:
    assert "Allowed: GET, HEAD, OPTIONS, POST." in error_of(api.delete("/users"))["hint"]
    assert api.options("/users/1").headers["allow"] == "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"


def test_unknown_addresses_get_suggestions(api: ApiClient) -> None:
    assert error_of(api.get("/user"))["suggestions"] == ["users"]
    assert error_of(api.get("/users/x"))["status"] == 404
    assert error_of(api.get("/users/1/posts/2"))["status"] == 404
    assert error_of(api.get("/users/77"))["hint"] == "It has 6: 1, 2, 3, …."
    assert "/admin/reset" in error_of(api.post("/admin/resett"))["suggestions"]


def test_meaningless_parameters_are_refused(api: ApiClient, store: Store) -> None:
    assert error_of(api.post("/users?age=3", json=NEW))["status"] == 400
    assert error_of(api.get(f"/users/{first(store).id}?age=3"))["status"] == 400
    assert error_of(api.post("/admin/reset?x=1"))["status"] == 400
    assert error_of(api.post("/admin/snapshots", json={"nam": "x"}))["suggestions"] == ["name"]


def test_keys_may_contain_any_characters(store: Store) -> None:
    from pydantic import BaseModel

    from pytest_fixturegen.api.stores import open_store
    from pytest_fixturegen.config.command_options import StoreConfig

    class Page(BaseModel):
        path: str

    pages = open_store([Page], StoreConfig(key=("Page.path",), generate=False))
    api = client_of(pages)
    for key in ("a/b", "ä ö?", "...", "'; drop table pages; --", "%2F"):
        made = api.post("/pages", json={"path": key})
        assert api.get(made.headers["location"]).json() == {"path": key}
    pages.close()


def test_the_document_describes_resources_and_schemas(api: ApiClient) -> None:
    document = api.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert {"/users", "/users/{key}", "/users/{key}/posts", "/admin/snapshots/restore"} <= document[
        "paths"
    ].keys()
    new = document["components"]["schemas"]["users.new"]
    assert "id" not in new["required"]
    assert new["properties"]["age"]["minimum"] == 18
    assert json.dumps(document).count("$defs") == 0


def test_the_root_answers_json_to_programs_and_html_to_browsers(api: ApiClient) -> None:
    assert api.get("/", headers={"accept": "application/json"}).json()["resources"] == [
        "users",
        "posts",
    ]
    assert api.get("/").headers["content-type"].startswith("text/html")
