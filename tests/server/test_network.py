"""The simulated network: distributions, precedence, chunks, and a clock of the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import mean
from typing import Any

import httpx
import pytest

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import ServeConfig
from pytest_fixturegen.server.app import make_app
from pytest_fixturegen.server.clients import ApiClient, make_asgi_client
from pytest_fixturegen.server.fault_injection import FaultRule, Route
from pytest_fixturegen.store.api_file import parse_api

RESOURCES: dict[str, Any] = {
    "users": {"fields": {"name": "string"}, "latency": {"fixed": 7}},
    "posts": {"fields": {"text": "string"}},
}


class Wire:
    """The sleeps that the server asked for, and a clock."""

    def __init__(self) -> None:
        self.sleeps: list[float] = []
        self.seconds = 0.0

    async def sleep(self, seconds: float) -> None:
        self.sleeps.append(round(seconds * 1000, 3))

    def read(self) -> float:
        return self.seconds


@contextmanager
def serve(wire: Wire, resources: Any = None, **options: Any) -> Iterator[ApiClient]:
    document = {"resources": {**RESOURCES, **(resources or {})}, "options": options}
    store = open_store(parse_api(document, "api.yml", Path()))
    app = make_app(store, ServeConfig(), sleep=wire.sleep, read_clock=wire.read)
    with make_asgi_client(app) as client:
        yield client
    store.close()


def draw(distribution: str, count: int = 2000) -> list[float]:
    rule = FaultRule("x", Route("", "*"), low_ms=100, high_ms=200, distribution=distribution)
    return [rule.draw_delay(1) for _ in range(count)]


def test_distributions_have_their_shape_within_the_bounds() -> None:
    uniform, normal, exponential = map(draw, ("uniform", "normal", "exponential"))
    for delays in (uniform, normal, exponential):
        assert 100 <= min(delays) < max(delays) <= 200
        assert delays == draw("uniform") or delays != uniform
    middle = [sum(125 <= delay <= 175 for delay in each) for each in (uniform, normal)]
    assert 900 < middle[0] < 1100
    assert middle[1] > 1650
    assert 145 < mean(normal) < 155
    assert 115 < mean(exponential) < 127


def test_the_most_specific_delay_counts() -> None:
    wire = Wire()
    latency = {"fixed": 20, "methods": {"POST": {"fixed": 30}}}
    with serve(wire, latency=latency) as client:
        client.get("/posts")
        client.post("/posts", json={})
        client.get("/users")
        client.get("/users/1")
        client.get("/usersx")
    assert wire.sleeps == [20, 30, 7, 7, 20]


@pytest.mark.parametrize("options", [{"latency": {"enabled": False, "fixed": 9}}, {}])
def test_a_switched_off_section_has_no_effect(options: dict[str, Any]) -> None:
    wire = Wire()
    with serve(wire, **options) as client:
        assert client.get("/posts?limit=1").status_code == 200
    assert wire.sleeps == []


def test_the_fixed_delay_is_for_everything_else() -> None:
    wire = Wire()
    with serve(wire, delay=4) as client:
        client.get("/posts")
        client.get("/users")
    assert wire.sleeps == [4, 7]


def test_failures_of_a_resource_replace_the_general_ones() -> None:
    posts = {"posts": {**RESOURCES["posts"], "errorSimulation": {"rate": 0}}}
    errors = {"rate": 1, "statusCodes": [502]}
    with serve(Wire(), posts, errorSimulation=errors) as client:
        assert client.get("/users").status_code == 502
        assert client.get("/posts").status_code == 200


def test_a_parameter_asks_for_a_failure() -> None:
    with serve(Wire(), errorSimulation={"queryParamTrigger": "fail"}) as client:
        assert client.get("/posts?fail=503").status_code == 503
        assert client.get("/posts?fail=200").status_code == 400
        assert client.get("/posts").status_code == 200


def test_each_status_has_its_share() -> None:
    errors = {"rate": 0.5, "statusCodes": [500, 503]}
    with serve(Wire(), errorSimulation=errors) as client:
        seen = [client.get("/posts").status_code for _ in range(400)]
    assert 150 < seen.count(200) < 250
    assert 60 < seen.count(500) < 140
    assert seen.count(503) == 400 - seen.count(200) - seen.count(500)


def test_the_window_of_a_rate_limit_ends() -> None:
    wire = Wire()
    with serve(
        wire, rateLimit={"limit": 2, "windowMs": 1000, "headers": {"enabled": False}}
    ) as api:
        seen = [api.get("/posts").status_code for _ in range(3)]
        limited = api.get("/posts")
        assert limited.headers["retry-after"] == "2"
        assert "x-ratelimit-limit" not in limited.headers
        wire.seconds = 1.0
        assert [*seen, api.get("/posts").status_code] == [200, 200, 429, 200]


def test_a_slow_line_sends_ten_chunks_a_second() -> None:
    wire = Wire()
    with serve(wire, bandwidth={"limit": 1}) as client:
        answer = client.post("/posts", json={"text": "x" * 300})
    assert len(answer.json()["text"]) == 300
    assert wire.sleeps == [100, 100, 100]


def test_a_lost_connection_has_no_answer_and_is_logged() -> None:
    with serve(Wire(), connectionDrops={"rate": 1}) as client:
        with pytest.raises(httpx.RemoteProtocolError):
            client.post("/posts", json={"text": "lost"})
        (entry,) = client.app.requests
        assert entry.status == 0
        assert "lost the connection" in str(entry)


def test_a_read_only_api_refuses_changes() -> None:
    with serve(Wire(), readOnly=True) as client:
        answer = client.post("/posts", json={})
        assert answer.status_code == 403
        assert answer.json()["error"]["message"] == "The API is read-only."
        assert client.get("/posts").status_code == 200
        assert "post" not in client.get("/openapi.json").json()["paths"]["/posts"]
