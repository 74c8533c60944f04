"""Fault injection: latency and failures, drawn from the seed or scripted."""

from __future__ import annotations

from typing import Any

import pytest

from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.server.clients import ApiClient
from pytest_fixturegen.server.fault_injection import read_faults
from pytest_fixturegen.store.store import Store
from tests.server.conftest import client_of


def statuses(api: ApiClient, count: int, path: str = "/users") -> list[int]:
    return [api.get(path).status_code for _ in range(count)]


def test_failures_have_their_chance_and_repeat_for_a_seed(store: Store) -> None:
    once, again, other = (
        statuses(client_of(store, seed, fail=("GET /users=503:0.3",)), 300) for seed in (1, 1, 2)
    )
    assert once == again != other
    assert set(once) == {200, 503}
    assert 50 < once.count(503) < 130  # 90, and five standard deviations


def test_failures_affect_only_their_route(store: Store) -> None:
    api = client_of(store, fail=("POST /*=500", "/posts=429"))
    assert statuses(api, 2) == [200, 200]
    assert statuses(api, 2, "/posts") == [429, 429]
    assert api.post("/users", json={}).json()["error"]["status"] == 500


def test_scripted_statuses_come_in_order(api: ApiClient) -> None:
    api.fail("GET /users", [503, None, 500])
    assert statuses(api, 4) == [503, 200, 500, 200]
    assert [entry.status for entry in api.requests] == [503, 200, 500, 200]


def test_a_failing_request_changes_nothing(api: ApiClient, store: Store) -> None:
    api.fail("DELETE /users/*", [503])
    key = store["users"].all()[0].id
    assert api.delete(f"/users/{key}").status_code == 503
    assert api.get(f"/users/{key}").status_code == 200


def test_answers_are_delayed_on_their_route_only(store: Store) -> None:
    waits: list[float] = []

    async def record_wait(seconds: float) -> None:
        waits.append(seconds)

    api = client_of(store, sleep=record_wait, latency=("GET /users=30",))
    api.get("/users")
    assert waits == [0.03]
    api.get("/posts")
    assert waits == [0.03]


def test_delays_lie_within_their_bounds() -> None:
    faults, again = (read_faults(("20-80",), (), 5) for _ in range(2))
    delays = [faults.draw_delay("GET", "/users") for _ in range(200)]
    assert delays == [again.draw_delay("GET", "/users") for _ in range(200)]
    assert 0.02 <= min(delays) < 0.03
    assert 0.07 < max(delays) <= 0.08


@pytest.mark.parametrize("text", ["x", "GET users=3", "-5", "5-", "FETCH /x=3"])
def test_invalid_latencies_are_refused(text: str) -> None:
    with pytest.raises(ConfigError):
        read_faults((text,), (), 0)


@pytest.mark.parametrize("text", ["200", "503:2", "POST /x", "999", "x=503"])
def test_invalid_failures_are_refused(text: str) -> None:
    with pytest.raises(ConfigError):
        read_faults((), (text,), 0)


@pytest.mark.parametrize("statuses", [503, "503", [200], ["503"], [True]])
def test_invalid_scripts_are_refused(api: ApiClient, statuses: Any) -> None:
    with pytest.raises(
        ConfigError, match=r"'GET /users' cannot fail with .*503|200|True"
    ) as caught:
        api.fail("GET /users", statuses)
    assert "[503, None]" in caught.value.hint


@pytest.mark.parametrize("setting", ["fail", "latency"])
def test_unknown_routes_of_options_are_refused(store: Store, setting: str) -> None:
    fault = {"fail": "503:0.5", "latency": "20-80"}[setting]
    with pytest.raises(ConfigError, match=r"The route 'GET /userz' does not exist") as caught:
        client_of(store, **{setting: (f"GET /userz={fault}",)})
    assert caught.value.hint == "Did you mean 'users'?"
