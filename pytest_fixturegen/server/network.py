"""The network that an API file simulates: delays, failures, limits, slow and lost connections."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from pytest_fixturegen.errors import ConfigError, suggest_nearest
from pytest_fixturegen.server.fault_injection import (
    Failure,
    FaultInjector,
    FaultRule,
    Route,
    SimulatedError,
)
from pytest_fixturegen.server.resources import parse_object, refuse_parameters
from pytest_fixturegen.server.responses import make_value_response
from pytest_fixturegen.store.api_network import (
    DELAY_KEYS,
    FAILURE_KEYS,
    DelayRule,
    FailureRule,
    NetworkRules,
    RateLimit,
    SlowBody,
    read_delays,
    read_failures,
)
from pytest_fixturegen.store.api_service import ServiceRules
from pytest_fixturegen.store.errors import BadRequestError

Sleep = Callable[[float], Awaitable[None]]

DROP_EXTENSION = "pfg.drop"
"""Key of the ASGI extension with a function that breaks the connection without an answer."""


class DroppedConnectionError(Exception):
    """The simulated network loses the connection, so nobody gets an answer."""


def choose_network(rules: ServiceRules, profile: str) -> NetworkRules:
    """Return the network of *profile*, or of the file if it is empty.

    Raise ConfigError if the file has no such profile.
    """
    if not profile:
        return rules.network
    if profile not in rules.profiles:
        known_profiles = suggest_nearest(profile, rules.profiles) if rules.profiles else ""
        raise ConfigError(
            f"The API file has no network profile {profile!r}.",
            hint=known_profiles or "Declare it under 'profiles' in the API file.",
        )
    return rules.profiles[profile]


def add_network(faults: FaultInjector, network: NetworkRules) -> FaultInjector:
    """Return *faults* with the delays, failures and lost connections of *network*."""
    drop_rule = None
    if network.drop_rate:
        drop_rule = FaultRule(
            "network drop",
            Route("", "*"),
            chance=network.drop_rate,
        )
    return replace(
        faults,
        network_delays=[_make_delay(rule) for rule in network.delays],
        network_failures=[each for rule in network.failures for each in _make_failures(rule)],
        drop_rule=drop_rule,
    )


def _make_delay(rule: DelayRule) -> FaultRule:
    """Return the fault that delays the answers of *rule*."""
    return FaultRule(
        f"network delay {rule.method} {rule.resource}",
        Route(rule.method, "*", rule.resource),
        low_ms=rule.low,
        high_ms=rule.high,
        distribution=rule.distribution,
    )


def _make_failures(rule: FailureRule) -> list[FaultRule]:
    """Return one rule for each method, because each counts its own requests."""
    failures = tuple(Failure(status, rule.body, rule.headers) for status in rule.statuses)
    statuses = ",".join(map(str, rule.statuses))
    return [
        FaultRule(
            f"network failure {method} {rule.resource} {statuses}",
            Route(method, "*", rule.resource),
            failures=failures,
            chance=rule.rate,
        )
        for method in rule.methods or ("",)
    ]


class NetworkSimulator:
    """Applies a simulated *network* to requests.

    *sleep* waits for delays, and *read_clock* returns the seconds since 1970.
    """

    def __init__(
        self,
        network: NetworkRules,
        sleep: Sleep,
        read_clock: Callable[[], float] = time.time,
    ) -> None:
        """Start with an empty window of the rate limit."""
        self.rules = network
        self._sleep = sleep
        self._read_clock = read_clock
        self._window_start = float("-inf")
        self._counts: dict[str, int] = {}

    async def disturb(self, request: Request, faults: FaultInjector) -> None:
        """Wait, or raise an error, as the rules want it for *request*."""
        method, path = request.method, request.scope["path"]
        self._count_request(request)
        seconds = faults.draw_delay(method, path)
        if seconds:
            await self._sleep(seconds)
        if faults.is_dropped(method, path):
            raise DroppedConnectionError
        failure = faults.draw_failure(method, path) or self._find_requested_failure(request)
        if failure is not None:
            raise SimulatedError(failure, "See --fail, or errorSimulation in the API file.")

    def add_limit_headers(
        self,
        request: Request,
        response: Response,
    ) -> None:
        """Add the headers that tell a client how many requests it has left."""
        limit = self.rules.rate_limit
        if limit is None or not limit.has_headers or request.method == "OPTIONS":
            return
        count = self._counts.get(_get_client(request), 0)
        reset = self._window_start + limit.window
        response.headers["x-ratelimit-limit"] = str(limit.limit)
        response.headers["x-ratelimit-remaining"] = str(max(limit.limit - count, 0))
        response.headers["x-ratelimit-reset"] = str(int(reset) + 1)

    def slow_down(
        self,
        scope: Scope,
        send: Send,
    ) -> Send:
        """Return *send*, or a function that sends bodies as slowly as the rules want it."""
        resource = "".join(scope["path"].split("/")[1:2])
        slow = self.rules.streams.get(resource) or self.rules.bandwidth
        return _make_slow_send(send, slow, self._sleep) if slow else send

    def _count_request(self, request: Request) -> None:
        """Count *request*. Raise SimulatedError if its client has sent too many in this window."""
        limit = self.rules.rate_limit
        if limit is None:
            return
        now = self._read_clock()
        if now >= self._window_start + limit.window:
            self._window_start = now
            self._counts.clear()
        client = _get_client(request)
        self._counts[client] = self._counts.get(client, 0) + 1
        if self._counts[client] > limit.limit:
            raise SimulatedError(self._make_limit_failure(limit, now), "See rateLimit.")

    def _make_limit_failure(
        self,
        limit: RateLimit,
        now: float,
    ) -> Failure:
        """Return the answer to a request over *limit*, with the seconds to wait."""
        seconds = int(self._window_start + limit.window - now) + 1
        body = {"status": limit.status, "message": limit.message}
        return Failure(
            limit.status,
            body,
            {"retry-after": str(seconds)},
        )

    def _find_requested_failure(self, request: Request) -> Failure | None:
        """Return the failure that a query parameter asks for, such as ``?errorCode=503``."""
        trigger = self.rules.trigger
        if not trigger:
            return None
        query = request.scope["query_string"].decode("latin-1")
        status = dict(parse_qsl(query)).get(trigger, "")
        is_failure = status.isdecimal() and len(status) == 3 and int(status) in range(400, 600)
        return Failure(int(status)) if is_failure else None


def _get_client(request: Request) -> str:
    return request.client.host if request.client else ""


def _make_slow_send(
    send: Send,
    slow: SlowBody,
    sleep: Sleep,
) -> Send:
    """Return a function that sends bodies in chunks, with a pause between them."""

    async def send_slowly(message: Message) -> None:
        """Send *message*; a stream does not announce its length."""
        if message["type"] == "http.response.start" and slow.is_chunked:
            headers = [pair for pair in message["headers"] if pair[0] != b"content-length"]
            message = {**message, "headers": headers}
        body = message.get("body", b"")
        if message["type"] != "http.response.body" or len(body) <= slow.chunk_size:
            await send(message)
            return
        for start in range(0, len(body), slow.chunk_size):
            if start:
                await sleep(slow.chunk_delay)
            end = start + slow.chunk_size
            has_more = end < len(body) or message.get("more_body", False)
            await send({**message, "body": body[start:end], "more_body": has_more})

    return send_slowly


async def drop_connection(
    scope: Scope,
    receive: Receive,
    send: Send,
) -> None:
    """Break the connection without an answer.

    A server that cannot do so gets an answer that ends too early, which breaks it as well.
    """
    drop = scope.get("extensions", {}).get(DROP_EXTENSION)
    if drop is None:
        headers = [(b"content-length", b"1"), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": 500, "headers": headers})
        return
    drop()
    while (await receive())["type"] != "http.disconnect":
        pass


@contextmanager
def _translate_errors() -> Iterator[None]:
    """Turn the error of a declaration in a file into one of the request that sent it."""
    try:
        yield
    except ConfigError as error:
        raise BadRequestError(error.message, hint=error.hint) from error


async def set_latency(state: Any, request: Request) -> Response:
    """Replace the delays of the simulated network while the server runs.

    ``{"enabled": true}`` brings those of the API file back.
    """
    refuse_parameters(request)
    body = parse_object(
        await state.read_body(request),
        *DELAY_KEYS,
        "methods",
    )
    with _translate_errors():
        delays = list(read_delays({"enabled": True, **body}, "latency"))
    if body == {"enabled": True}:
        delays = list(state.network.rules.delays)
    state.faults.network_delays = [_make_delay(rule) for rule in delays]
    return make_value_response({"latency": len(delays) > 0})


async def set_errors(state: Any, request: Request) -> Response:
    """Replace the failures of the simulated network while the server runs.

    ``{"enabled": true}`` brings those of the API file back.
    """
    refuse_parameters(request)
    body = parse_object(await state.read_body(request), *FAILURE_KEYS)
    with _translate_errors():
        failures = list(read_failures({"enabled": True, **body}, "errors"))
    if body == {"enabled": True}:
        failures = list(state.network.rules.failures)
    rules = [each for rule in failures for each in _make_failures(rule)]
    state.faults.network_failures = rules
    return make_value_response({"errors": any(rule.chance for rule in rules)})
