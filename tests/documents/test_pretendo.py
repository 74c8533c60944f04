"""API files with the shape of Pretendo's examples: served by ``pfg serve``, over real sockets."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

FOLDER = Path(__file__).parent / "pretendo"
EXAMPLES = ("library", "magazine", "workshop", "forum", "shop", "diary", "garden")
PASSWORDS = {"admin": "swordfish", "wren": "feather"}
ADMIN_ID = "550e8400-e29b-41d4-a716-446655440000"


@contextmanager
def serve(name: str, *words: str) -> Iterator[httpx.Client]:
    """Yield a client of ``pfg serve`` with a file of the folder, on a free port."""
    file = str(FOLDER / f"{name}.yml")
    command = [sys.executable, "-m", "pytest_fixturegen", "serve", file, *words, "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        address = process.stdout.readline().strip()
        assert address, process.stderr.read()
        with httpx.Client(base_url=address, trust_env=False) as client:
            yield client
    finally:
        process.send_signal(signal.SIGINT)
        errors = process.communicate(timeout=20)[1]
        assert "Traceback" not in errors
        assert process.returncode == 0


def log_in(client: httpx.Client, username: str, path: str = "/auth/login") -> dict[str, str]:
    """Return the header with the token of a user."""
    password = PASSWORDS.get(username, "welcome")
    answer = client.post(path, json={"username": username, "password": password})
    assert answer.status_code == 200, answer.text
    return {"authorization": f"Bearer {answer.json()['token']}"}


def status_of(answer: httpx.Response) -> int:
    return answer.status_code


@pytest.fixture(scope="module")
def library() -> Iterator[httpx.Client]:
    with serve("library") as client:
        yield client


@pytest.fixture(scope="module")
def magazine() -> Iterator[httpx.Client]:
    with serve("magazine") as client:
        yield client


@pytest.fixture(scope="module")
def workshop() -> Iterator[httpx.Client]:
    with serve("workshop") as client:
        yield client


@pytest.fixture(scope="module")
def forum() -> Iterator[httpx.Client]:
    with serve("forum") as client:
        yield client


@pytest.fixture(scope="module")
def diary() -> Iterator[httpx.Client]:
    with serve("diary") as client:
        yield client


@pytest.fixture(scope="module")
def shop() -> Iterator[httpx.Client]:
    with serve("shop") as client:
        yield client


class TestLibrary:
    def test_a_route_has_its_canned_answer(self, library: httpx.Client) -> None:
        answer = library.get("/opening-hours")
        assert answer.json() == {"monday": "9-17", "sunday": None}
        assert answer.headers["content-type"] == "application/json"

    def test_parameters_fill_the_placeholders_of_an_answer(self, library: httpx.Client) -> None:
        answer = library.get("/readers/a%2Fb/card").json()
        assert answer["card"] == {"number": "L-a/b", "labels": ["card a/b", "unknown {other}"]}

    def test_a_route_that_runs_javascript_says_so(self, library: httpx.Client) -> None:
        answer = library.post("/scan", json={})
        assert answer.status_code == 501
        assert "JavaScript" in answer.json()["error"]["message"]

    def test_a_route_leaves_other_methods_to_the_resource(self, library: httpx.Client) -> None:
        assert library.head("/opening-hours").status_code == 200
        assert library.delete("/opening-hours").status_code == 405
        assert library.get("/readers/1").json()["name"] == "Ada Byron"

    def test_pages_have_the_declared_sizes(self, library: httpx.Client) -> None:
        assert len(library.get("/loans").json()) == 2
        answer = library.get("/loans?limit=900")
        assert len(answer.json()) == 3
        assert "limit=900" not in answer.headers.get("link", "")

    def test_a_default_value_fills_a_new_record(self, library: httpx.Client) -> None:
        loan = library.post("/loans", json={"book": "Tables", "readerId": 1}).json()
        assert loan["returned"] is False
        assert library.get(f"/loans/{loan['id']}/reader").json()["id"] == 1
        library.delete(f"/loans/{loan['id']}")

    def test_nobody_has_to_log_in(self, library: httpx.Client) -> None:
        assert library.get("/openapi.json").json()["security"] == [{}, {"token": []}]
        assert library.post("/auth/login", json={}).status_code == 404


class TestMagazine:
    def test_a_login_answers_with_a_token_and_the_user(self, magazine: httpx.Client) -> None:
        body = {"username": "wren", "password": "feather"}
        answer = magazine.post("/auth/login", json=body).json()
        user = {"id": 2, "username": "wren", "role": "writer", "email": "wren@example.com"}
        assert answer["user"] == user
        assert {name: answer[name] for name in user} == user
        assert answer["token"].count(".") == 2
        assert isinstance(answer["expiresAt"], int)
        assert "feather" not in json.dumps(answer)

    @pytest.mark.parametrize(
        ("body", "status"),
        [
            ({"username": "wren", "password": "Feather"}, 401),
            ({"username": "nobody", "password": "feather"}, 401),
            ({"username": "wren"}, 400),
            ({"username": "wren", "password": 5}, 400),
            (["wren"], 400),
        ],
    )
    def test_a_wrong_login_is_refused(self, magazine: httpx.Client, body: Any, status: int) -> None:
        answer = magazine.post("/auth/login", json=body)
        assert answer.status_code == status
        assert "feather" not in answer.text.lower()

    def test_requests_need_a_valid_token(self, magazine: httpx.Client) -> None:
        assert magazine.get("/articles").status_code == 401
        token = log_in(magazine, "wren")["authorization"]
        for wrong in (f"{token}x", "Bearer x", "Bearer a.b.c", "Bearer \u00e9.b.c".encode()):
            answer = magazine.get("/articles", headers={"authorization": wrong})
            assert answer.status_code == 401, wrong
            assert answer.headers["www-authenticate"] == "Bearer"
        assert magazine.get("/articles", headers={"authorization": token}).status_code == 200

    def test_roles_decide_about_each_action(self, magazine: httpx.Client) -> None:
        admin, wren, guest = (log_in(magazine, name) for name in ("admin", "wren", "guest"))
        assert magazine.get("/users", headers=wren).status_code == 403
        assert magazine.get("/users", headers=admin).status_code == 200
        assert magazine.get("/users/1", headers=guest).status_code == 200
        answer = magazine.post("/articles", headers=guest, json={"title": "No"})
        assert answer.status_code == 403
        assert "guest may not create articles" in answer.json()["error"]["message"]
        assert magazine.post("/topics", headers=wren, json={"name": "x"}).status_code == 403

    def test_an_owner_may_change_only_their_own_records(self, magazine: httpx.Client) -> None:
        wren = log_in(magazine, "wren")
        patch = {"title": "A wren"}
        assert magazine.patch("/articles/1", headers=wren, json=patch).status_code == 200
        assert magazine.patch("/articles/2", headers=wren, json=patch).status_code == 403
        assert magazine.patch("/users/2", headers=wren, json={"bio": "b"}).status_code == 200
        assert magazine.patch("/users/1", headers=wren, json={"bio": "b"}).status_code == 403

    def test_whoever_creates_a_record_owns_it(self, magazine: httpx.Client) -> None:
        wren = log_in(magazine, "wren")
        body = {"title": "Nests", "authorId": 1}
        created = magazine.post("/articles", headers=wren, json=body).json()
        assert created["authorId"] == 2
        assert created["status"] == "draft"
        assert magazine.delete(f"/articles/{created['id']}", headers=wren).status_code == 204

    def test_a_list_for_owners_has_their_own_records_alone(self, magazine: httpx.Client) -> None:
        wren = log_in(magazine, "wren")
        notes = magazine.get("/notes", headers=wren)
        assert [note["id"] for note in notes.json()] == [2]
        assert notes.headers["x-total-count"] == "1"
        assert magazine.get("/notes?ownerId=1", headers=wren).status_code == 400
        assert magazine.get("/notes/1", headers=wren).status_code == 403
        assert magazine.get("/notes/2", headers=wren).status_code == 200

    def test_a_relation_shows_nothing_that_is_forbidden(self, magazine: httpx.Client) -> None:
        wren = log_in(magazine, "wren")
        assert magazine.get("/users/1?expand=notes", headers=wren).status_code == 403
        assert magazine.get("/notes?expand=users", headers=wren).status_code == 403
        assert magazine.get("/articles?expand=author", headers=wren).status_code == 200

    def test_many_to_many_relations_lead_both_ways(self, magazine: httpx.Client) -> None:
        wren = log_in(magazine, "wren")
        topics = magazine.get("/articles/1/topics?sort=-id", headers=wren).json()
        assert [topic["name"] for topic in topics] == ["Trees", "Birds"]
        expanded = magazine.get("/topics/2?expand=articles", headers=wren).json()
        assert [article["id"] for article in expanded["articles"]] == [1, 2]
        assert magazine.get("/articles/9/topics", headers=wren).status_code == 404

    def test_the_administration_is_for_admins(self, magazine: httpx.Client) -> None:
        admin, wren = log_in(magazine, "admin"), log_in(magazine, "wren")
        assert magazine.get("/admin/stats").status_code == 401
        assert magazine.get("/admin/stats", headers=wren).status_code == 403
        assert magazine.get("/admin/stats", headers=admin).status_code == 200

    def test_a_user_can_ask_who_they_are_and_log_out(self, magazine: httpx.Client) -> None:
        wren = log_in(magazine, "wren")
        assert magazine.get("/auth/me").status_code == 401
        assert magazine.get("/auth/me", headers=wren).json()["username"] == "wren"
        assert magazine.post("/auth/logout", headers=wren).status_code == 204
        assert magazine.get("/auth/me", headers=wren).status_code == 401
        assert magazine.post("/auth/logout").status_code == 204

    def test_a_refresh_token_only_buys_new_tokens(self, magazine: httpx.Client) -> None:
        body = {"username": "wren", "password": "feather"}
        refresh = magazine.post("/auth/login", json=body).json()["refreshToken"]
        headers = {"authorization": f"Bearer {refresh}"}
        assert magazine.get("/articles", headers=headers).status_code == 401
        answer = magazine.post("/auth/refresh", json={"refreshToken": refresh})
        headers = {"authorization": f"Bearer {answer.json()['token']}"}
        assert magazine.get("/articles", headers=headers).status_code == 200

    def test_dates_may_have_a_time(self, magazine: httpx.Client) -> None:
        admin = log_in(magazine, "admin")
        assert magazine.get("/users/2", headers=admin).json()["createdAt"] == "2025-01-02T10:30:00Z"

    def test_openapi_has_login_roles_and_relations(self, magazine: httpx.Client) -> None:
        document = magazine.get("/openapi.json").json()
        assert document["security"] == [{"token": []}]
        assert document["paths"]["/auth/login"]["post"]["security"] == []
        assert "403" in document["paths"]["/users"]["get"]["responses"]
        assert document["paths"]["/users"]["get"]["description"] == "Roles: admin."
        assert "/articles/{key}/topics" in document["paths"]
        assert "/articles/{key}/author" in document["paths"]


class TestWorkshop:
    def test_a_route_needs_the_login_and_the_roles_that_it_names(
        self, workshop: httpx.Client
    ) -> None:
        admin, user = log_in(workshop, "admin"), log_in(workshop, "user")
        assert workshop.get("/status").json() == {"status": "open"}
        assert workshop.get("/hello").status_code == 401
        assert workshop.get("/hello", headers=user).json() == {"message": "Hello!"}
        assert workshop.get("/report", headers=user).status_code == 403
        assert workshop.get("/report", headers=admin).json() == {"tools": 3}
        assert workshop.get("/plan", headers=user).status_code == 200
        assert workshop.post("/calculate", headers=user, json={}).status_code == 403
        assert workshop.post("/calculate", headers=admin, json={}).status_code == 501

    def test_a_route_goes_before_a_resource_of_the_same_path(self, workshop: httpx.Client) -> None:
        user = log_in(workshop, "user")
        assert workshop.get("/tools/7", headers=user).json()["tool"]["name"] == "Tool 7"
        assert workshop.get("/tools/1/reviews/2", headers=user).json() == {"review": "2 of 1"}
        patched = workshop.patch("/tools/1", headers=user, json={"price": 13})
        assert patched.json() == {"id": 1, "name": "Saw", "price": 13}

    def test_a_wildcard_takes_the_rest_of_the_path(self, workshop: httpx.Client) -> None:
        assert workshop.get("/drawings/a/b.svg").json() == {"wildcard": "a/b.svg"}
        photo = workshop.get("/photos/2025/1.jpg")
        assert photo.text == "photo 2025/1.jpg"
        assert photo.headers["content-type"] == "text/plain; charset=utf-8"

    def test_a_route_has_its_status_and_headers(self, workshop: httpx.Client) -> None:
        answer = workshop.post("/orders", headers=log_in(workshop, "user"), json={"n": 1})
        assert answer.status_code == 202
        assert answer.headers["x-queue"] == "slow"

    def test_openapi_lists_the_routes(self, workshop: httpx.Client) -> None:
        paths = workshop.get("/openapi.json").json()["paths"]
        assert paths["/status"]["get"]["security"] == []
        assert paths["/report"]["get"]["description"] == "Roles: admin."
        assert paths["/photos/{file}"]["get"]["parameters"][0]["name"] == "file"
        assert [*paths["/calculate"]["post"]["responses"]] == ["501", "403"]
        assert "/tools/{id}" not in paths  # it would be the same as /tools/{key}
        assert paths["/tools/{key}"]["get"]["operationId"] == "route_GET_tools_id"


class TestForum:
    def test_all_addresses_have_the_base_path(self, forum: httpx.Client) -> None:
        headers = log_in(forum, "jo", "/api/v1/auth/login")
        assert forum.get("/threads", headers=headers).status_code == 404
        assert "/api/v1" in forum.get("/apiv1").json()["error"]["hint"]
        body = {"title": "New", "userId": 2}
        created = forum.post("/api/v1/threads", headers=headers, json=body)
        assert created.headers["location"] == f"/api/v1/threads/{created.json()['id']}"
        page = forum.get("/api/v1/threads?limit=1", headers=headers)
        assert '</api/v1/threads?limit=1&page=2>; rel="next"' in page.headers["link"]
        assert forum.get("/api/v1/users/3/badge", headers=headers).json() == {"badge": "gold-3"}

    def test_the_initial_data_have_the_same_time_in_every_run(self, forum: httpx.Client) -> None:
        headers = log_in(forum, "jo", "/api/v1/auth/login")
        with serve("forum") as other:
            tokens = log_in(other, "jo", "/api/v1/auth/login")
            again = other.get("/api/v1/threads/1", headers=tokens).json()
        assert forum.get("/api/v1/threads/1", headers=headers).json() == again
        assert again["createdAt"].startswith("20")

    def test_the_document_needs_a_login_if_the_file_says_so(self, forum: httpx.Client) -> None:
        assert forum.get("/api/v1/openapi.json").status_code == 401
        headers = log_in(forum, "jo", "/api/v1/auth/login")
        document = forum.get("/api/v1/openapi.json", headers=headers).json()
        assert document["servers"] == [{"url": "/api/v1"}]

    def test_users_can_register(self, forum: httpx.Client) -> None:
        body = {"username": "kit", "email": "kit@example.com", "password": "welcome"}
        session = forum.post("/api/v1/auth/register", json=body)
        assert session.status_code == 201
        headers = {"authorization": f"Bearer {session.json()['token']}"}
        assert forum.get("/api/v1/auth/me", headers=headers).json()["email"] == "kit@example.com"
        assert log_in(forum, "kit", "/api/v1/auth/login")
        assert forum.post("/api/v1/auth/register", json=body).status_code == 409
        admin = {**body, "username": "root", "role": "admin"}
        assert forum.post("/api/v1/auth/register", json=admin).status_code == 403


class TestDiary:
    def test_special_values_fill_a_new_record(self, diary: httpx.Client) -> None:
        headers = log_in(diary, "admin")
        first, second = (
            diary.post("/entries", headers=headers, json={"text": text}).json() for text in "ab"
        )
        assert first["authorId"] == ADMIN_ID
        assert second["page"] == first["page"] + 1
        assert len(first["code"]) == 36
        assert first["code"] != second["code"]
        assert first["createdAt"] == first["updatedAt"] > "2026"

    def test_a_change_keeps_all_special_values_but_its_own_time(self, diary: httpx.Client) -> None:
        headers = log_in(diary, "admin")
        old = diary.post("/entries", headers=headers, json={"text": "old"}).json()
        url = f"/entries/{old['id']}"
        for new in (
            diary.patch(url, headers=headers, json={"text": "new"}).json(),
            diary.put(url, headers=headers, json={"text": "new"}).json(),
        ):
            assert new["updatedAt"] > old["updatedAt"]
            assert {**new, "text": "old", "updatedAt": old["updatedAt"]} == old

    def test_passwords_are_hashed_and_still_log_in(self, diary: httpx.Client) -> None:
        headers = log_in(diary, "admin")
        users = diary.get("/users", headers=headers).json()
        assert all(user["password"].startswith("pbkdf2_sha256$") for user in users)
        short = diary.patch(f"/users/{ADMIN_ID}", headers=headers, json={"password": "short"})
        assert short.status_code == 422
        renamed = diary.patch(f"/users/{ADMIN_ID}", headers=headers, json={"username": "boss"})
        assert renamed.json()["password"] == users[0]["password"]
        body = {"password": "other-one", "username": "admin"}
        assert diary.patch(f"/users/{ADMIN_ID}", headers=headers, json=body).status_code == 200
        for password, status in (("swordfish", 401), ("other-one", 200)):
            login = {"username": "admin", "password": password}
            assert diary.post("/auth/login", json=login).status_code == status
        diary.patch(f"/users/{ADMIN_ID}", headers=headers, json={"password": "swordfish"})
        assert log_in(diary, "admin")


class TestShop:
    def test_every_kind_of_relation_can_be_followed(self, shop: httpx.Client) -> None:
        headers = log_in(shop, "admin")
        assert shop.get("/customers/1/addresses", headers=headers).json()[0]["isDefault"] is True
        assert shop.get("/categories/2/parent", headers=headers).json()["name"] == "Tea"
        assert shop.get("/categories/1/categories", headers=headers).json()[0]["id"] == 2
        assert shop.get("/categories/1/parent", headers=headers).status_code == 404

    def test_objects_and_empty_times_are_kept(self, shop: httpx.Client) -> None:
        order = shop.get("/orders/1", headers=log_in(shop, "admin")).json()
        assert order["shippingAddress"] == {"street": "Main Street 1", "city": "Oslo"}
        assert (order["status"], order["shippedAt"]) == ("pending", None)
        assert order["orderDate"] == "2025-03-01T10:30:00Z"


def test_uuid_keys_routes_and_switched_off_documents() -> None:
    with serve("garden") as garden:
        bed = garden.get("/beds").json()[0]
        plant = {"name": "Mint", "bedId": bed["id"]}
        created = garden.post("/plants", json=plant).json()
        assert len(created["id"]) == 36
        sign = garden.get(f"/beds/{bed['id']}/sign").json()
        assert sign["sign"].endswith(f"/{bed['id']}.png")
        assert garden.get("/openapi.json").status_code == 404
        answer = garden.get("/beds", headers={"origin": "http://localhost:9"})
        assert "access-control-allow-origin" not in answer.headers


def test_every_example_opens_with_each_adapter(tmp_path: Path) -> None:
    from pytest_fixturegen.api.stores import open_store
    from pytest_fixturegen.config.command_options import StoreConfig

    for name in (*EXAMPLES, "mobile"):
        for adapter in ("sqlite", "json-file"):
            path = str(tmp_path / f"{name}.{adapter}")
            config = StoreConfig(adapter=adapter, db_path=path, generate=False)
            open_store(FOLDER / f"{name}.yml", config).close()


class TestNetwork:
    @staticmethod
    def list_statuses(client: httpx.Client, count: int = 60) -> list[int]:
        return [client.get("/messages").status_code for _ in range(count)]

    def test_failures_repeat_for_a_seed_and_have_bodies_and_headers(self) -> None:
        seen = []
        for _ in range(2):
            with serve("mobile", "--seed", "7") as mobile:
                answers = [mobile.get("/messages") for _ in range(60)]
            seen.append([answer.status_code for answer in answers])
        assert seen[0] == seen[1]
        assert set(seen[0]) == {200, 429, 503}
        limited = next(answer for answer in answers if answer.status_code == 429)
        assert limited.json() == {"code": "SLOW_DOWN", "retryAfter": 30}
        assert limited.headers["retry-after"] == "30"
        assert limited.headers["x-request-id"]

    def test_failures_of_methods_and_resources_stay_there(self) -> None:
        with serve("mobile") as mobile:
            posts = [mobile.post("/messages", json={"text": "t"}).status_code for _ in range(30)]
            assert set(posts) == {201}
            assert mobile.get("/large").status_code == 507
            assert mobile.get("/large/1").status_code == 507
            assert mobile.get("/messages?errorCode=418").status_code in (418, 429, 503)

    def test_the_administration_changes_the_network(self) -> None:
        with serve("mobile") as mobile:
            assert mobile.post("/admin/errors", json={"rate": 2}).status_code in (400, 429, 503)
            while mobile.post("/admin/errors", json={"enabled": False}).status_code != 200:
                pass
            assert set(self.list_statuses(mobile)) == {200}
            assert mobile.post("/admin/latency", json={"min": 2, "max": 1}).status_code == 400
            assert mobile.post("/admin/latency", json={"fixed": 1}).json() == {"latency": True}
            mobile.post("/admin/errors", json={"rate": 1, "statusCodes": [599]})
            assert mobile.get("/messages").status_code == 599

    def test_a_stream_comes_in_chunks(self) -> None:
        with serve("mobile", "--network-profile", "good") as mobile:
            answer = mobile.get("/stream/1", headers={"accept-encoding": "identity"})
            assert answer.json()["text"].startswith("a long text")
            assert answer.headers["transfer-encoding"] == "chunked"
            assert "content-length" not in answer.headers

    def test_a_dead_network_drops_connections(self) -> None:
        with serve("mobile", "--network-profile", "dead") as mobile:
            with pytest.raises(httpx.RemoteProtocolError):
                mobile.get("/messages")
            with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
                mobile.post("/messages", json={"text": "lost"})

    def test_a_client_that_asks_too_often_has_to_wait(self) -> None:
        with serve("mobile", "--network-profile", "limited") as mobile:
            answers = [mobile.get("/messages") for _ in range(5)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
        left = [answer.headers["x-ratelimit-remaining"] for answer in answers]
        assert left == ["2", "1", "0", "0", "0"]
        assert answers[3].json() == {"status": 429, "message": "Take a break"}
        assert 3500 < int(answers[3].headers["retry-after"]) <= 3601

    def test_a_thin_line_delivers_whole_bodies(self) -> None:
        with serve("mobile", "--network-profile", "thin") as mobile:
            texts = [{"text": "x" * 500} for _ in range(60)]
            assert mobile.post("/messages", json=texts).status_code == 201
            answer = mobile.get("/messages", headers={"accept-encoding": "identity"})
            assert len(answer.json()) == 61
            assert int(answer.headers["content-length"]) == len(answer.content) > 10_240

    def test_an_unknown_profile_is_an_error(self) -> None:
        words = [sys.executable, "-m", "pytest_fixturegen", "serve", str(FOLDER / "mobile.yml")]
        done = subprocess.run(
            [*words, "--port", "0", "--network-profile", "goood"],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        assert done.returncode != 0
        assert "no network profile 'goood'" in done.stderr
        assert "'good'" in done.stderr
