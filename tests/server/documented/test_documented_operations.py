"""Operations of an OpenAPI description over the records of a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.server.app import make_app
from pytest_fixturegen.server.asgi_transport import sleep_blocking
from pytest_fixturegen.server.clients import ApiClient, make_asgi_client
from pytest_fixturegen.store.store import Store

LIBRARY = Path(__file__).parent / "library.yaml"
NEW_BOOK = {"title": "Emma", "author": "Jane Austen"}


def serve(store: Store, **settings: Any) -> ApiClient:
    """Return a client of the mock over *store*."""
    return make_asgi_client(make_app(store, ServeConfig(**settings), sleep=sleep_blocking))


@pytest.fixture(scope="module")
def library() -> Iterator[Store]:
    """The store of the description, for all tests."""
    store = open_store(LIBRARY)
    yield store
    store.close()


@pytest.fixture
def store(library: Store) -> Iterator[Store]:
    """The store for one test; its changes are rolled back."""
    with library.rollback():
        yield library


@pytest.fixture
def api(store: Store) -> ApiClient:
    """A client of the mock."""
    return serve(store)


def test_a_book_is_created_read_changed_and_deleted(api: ApiClient) -> None:
    made = api.post("/books", json=NEW_BOOK)
    assert made.status_code == 201
    book = made.json()
    assert book == {**NEW_BOOK, "id": 11, "added_at": book["added_at"]}
    assert made.headers["location"] == "http://pfg.test/books/11"
    assert api.get("/books/11").json() == book
    replaced = api.put("/books/11", json={"title": "Persuasion", "pages": 300}).json()
    kept = {"id": 11, "added_at": book["added_at"]}
    assert replaced == {**kept, "title": "Persuasion", "pages": 300}
    assert api.delete("/books/11").status_code == 204
    assert api.get("/books/11").status_code == 404


def test_a_form_patches_fields_that_it_writes_otherwise(api: ApiClient) -> None:
    changed = api.patch("/books/1", data={"Title": "New name", "Pages": "12"}).json()
    assert (changed["title"], changed["pages"]) == ("New name", 12)
    assert api.get("/books/1").json() == changed


def test_fields_that_only_clients_write_are_not_shown(api: ApiClient) -> None:
    made = api.post("/books", json={**NEW_BOOK, "pin": "1234"}).json()
    assert "pin" not in made
    assert "pin" not in api.get(f"/books/{made['id']}").json()


def test_an_envelope_tells_the_page_and_leads_to_the_next(api: ApiClient) -> None:
    first = api.get("/books").json()
    assert [book["id"] for book in first["data"]] == [1, 2, 3]
    assert first["meta"]["total_count"] == 10
    assert first["meta"].get("has_more", True) is True
    second = api.get("/books", params={"after": first["meta"]["next_cursor"]}).json()
    assert [book["id"] for book in second["data"]] == [4, 5, 6]
    third = api.get(second["links"]["next"]).json()
    assert [book["id"] for book in third["data"]] == [7, 8, 9]
    last = api.get(third["links"]["next"]).json()
    assert (last["meta"]["next_cursor"], last["links"]["next"]) == (None, None)


def test_parameters_filter_and_sort_a_list(api: ApiClient) -> None:
    for title in ("Emma", "Lady Susan"):
        api.post("/books", json={"title": title, "author": "Jane Austen"})
    found = api.get("/books?author=Jane Austen&sort=-title").json()["data"]
    assert [book["title"] for book in found] == ["Lady Susan", "Emma"]


def test_a_list_at_another_address_has_the_same_records(api: ApiClient) -> None:
    api.delete("/books/1")
    assert [book["id"] for book in api.get("/books/recent").json()] == list(range(2, 11))


@pytest.mark.parametrize(
    ("method", "address", "body", "status", "pointer"),
    [
        ("POST", "/books", {"title": "E"}, 422, "/body/title"),
        ("POST", "/books", {"title": 1}, 422, "/body/title"),
        ("POST", "/books", {}, 422, "/body"),
        ("GET", "/books?limit=99", None, 422, "/query/limit"),
        ("GET", "/books/one", None, 422, "/path/bookId"),
        ("PUT", "/settings", {"theme": "blue"}, 422, "/body/theme"),
    ],
)
def test_an_invalid_request_gets_the_pointer_of_its_fault(
    api: ApiClient, method: str, address: str, body: Any, status: int, pointer: str
) -> None:
    response = api.request(method, address, json=body)
    assert response.status_code == status
    assert f'"{pointer}"' in response.text


def test_errors_have_the_documented_form(api: ApiClient) -> None:
    missing = api.get("/books/999")
    assert missing.headers["content-type"] == "application/problem+json"
    assert missing.json() == {"status": 404, "title": "books has no record 999."}
    invalid = api.post("/books", json={"title": "E"}).json()
    assert invalid["errors"] == [
        {"pointer": "/body/title", "detail": '"E" is shorter than 2 characters'}
    ]


def test_bodies_of_other_types_are_refused(api: ApiClient) -> None:
    xml = {"content-type": "application/xml"}
    assert api.put("/settings", content=b"<a/>", headers=xml).status_code == 415
    assert api.post("/books", content=b"<a/>", headers=xml).status_code == 422  # as documented
    broken = api.post("/books", content=b"{", headers={"content-type": "application/json"})
    assert broken.status_code == 422


def test_nested_records_belong_to_their_parent(api: ApiClient) -> None:
    response = api.post("/books/2/reviews", json={"stars": 4})
    made = response.json()
    assert made["stars"] == 4
    assert response.headers["location"] == f"http://pfg.test/reviews/{made['id']}"
    assert made in api.get("/books/2/reviews").json()
    assert made not in api.get("/books/3/reviews").json()
    assert api.get(f"/reviews/{made['id']}").json() == made
    assert api.get("/books/999/reviews").status_code == 404
    api.delete("/books/2")
    assert api.get(f"/reviews/{made['id']}").status_code == 404


def test_an_action_answers_with_its_record(api: ApiClient) -> None:
    assert api.post("/books/3/lend").json() == api.get("/books/3").json()


def test_a_single_record_is_written_and_deleted(api: ApiClient) -> None:
    assert api.get("/settings").json()["theme"] in ("light", "dark")
    for theme in ("light", "dark"):
        assert api.put("/settings", json={"theme": theme}).json() == {"theme": theme}
        assert api.get("/settings").json() == {"theme": theme}
    assert api.delete("/settings").status_code == 204
    assert api.get("/settings").status_code == 404
    assert api.put("/settings", json={"theme": "dark"}).status_code == 200
    assert api.get("/settings").json() == {"theme": "dark"}


def test_examples_answer_operations_without_state(api: ApiClient) -> None:
    response = api.get("/status")
    assert response.json() == {"ok": True}
    assert response.headers["x-load"] in ("5", "6")


def test_clients_can_prefer_a_response(api: ApiClient) -> None:
    down = api.get("/status", headers={"prefer": "code=503"})
    assert (down.status_code, down.headers["content-type"]) == (503, "text/plain")
    assert api.get("/status", headers={"prefer": "example=bad"}).json() == {"ok": False}


def test_other_methods_and_addresses_are_refused(api: ApiClient) -> None:
    assert api.delete("/books").headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert api.get("/reviews").status_code == 404
    assert api.head("/books/1").status_code == 200


@pytest.mark.parametrize("base", ["", "/api/v3", "/v4"])
def test_each_server_has_its_base_path(api: ApiClient, base: str) -> None:
    assert api.get(f"{base}/books/1").json()["id"] == 1
    made = api.post(f"{base}/books", json=NEW_BOOK)
    assert made.headers["location"] == f"http://pfg.test{base}/books/{made.json()['id']}"


def test_a_chosen_base_path_replaces_the_others(store: Store) -> None:
    api = serve(store, base_path="/lib")
    assert api.get("/lib/books/1").status_code == 200
    assert api.get("/books/1").status_code == 404
    assert api.get("/v4/books/1").status_code == 404
    assert api.get("/admin/stats").status_code == 200
    assert api.get("/openapi.json").json()["servers"] == [{"url": "/lib"}]


def test_the_store_does_what_it_does_for_models(api: ApiClient) -> None:
    api.post("/admin/snapshots", json={"name": "before"})
    api.delete("/books/1")
    assert api.get("/admin/records/books/1").status_code == 404
    api.post("/admin/snapshots/restore", json={"name": "before"})
    assert api.get("/admin/records/books/1").json() == api.get("/books/1").json()
    assert api.get("/admin/stats").json()["records"] == "/admin/records"
    assert "<title>" in api.get("/").text


def test_requests_fail_as_the_options_say(store: Store) -> None:
    api = serve(store, fail=("GET /books=503",))
    assert api.get("/books").status_code == 503
    assert api.get("/books/1").status_code == 200
    with pytest.raises(ConfigError, match="does not exist"):
        serve(store, fail=("GET /nope=503",))


def test_the_same_seed_draws_the_same_records(library: Store) -> None:
    again = open_store(LIBRARY)
    assert serve(again).get("/books").json() == serve(library).get("/books").json()
    again.close()
