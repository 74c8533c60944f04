"""Fault injection: delayed answers and failing requests, drawn from the seed or scripted."""

from __future__ import annotations

import dataclasses
import re
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from fnmatch import fnmatchcase
from math import log
from statistics import NormalDist
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.errors import RequestError
from pytest_fixturegen.streams import BLOCK_SIZE, Stream

FAULT_STATUSES = range(400, 600)
HTTP_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

FAULT_STREAM = "trouble"
"""Name of the random stream. Another name would let other requests fail for the same seed."""

LATENCY_PATTERN = re.compile(r"(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?(?:ms)?")
FAILURE_PATTERN = re.compile(r"([45]\d\d)(?::(\d*\.?\d+))?")


@dataclass(frozen=True, slots=True)
class Route:
    """Requests of one *method*, or of any if it is empty, whose path matches *pattern*.

    *resource* limits them to the addresses of one resource: ``/users``, ``/users/1``, …
    """

    method: str
    pattern: str
    resource: str = ""

    def __str__(self) -> str:
        """Return the route as users write it."""
        return f"{self.method} {self.pattern}".strip()

    @staticmethod
    def parse(text: str) -> Route:
        """Return the route ``POST /orders`` or ``/orders/*``; no text means every request.

        Raises ConfigError for any other text.
        """
        method, _, path = text.strip().rpartition(" ")
        method = method.strip().upper()
        is_known_method = not method or method in HTTP_METHODS
        is_every_request = not path and not method
        is_valid_path = path.startswith("/") or is_every_request
        if not is_known_method or not is_valid_path:
            raise ConfigError(
                f"Invalid route {text!r}.", hint="Write it as 'POST /orders' or '/orders/*'."
            )
        return Route(method, path or "*")

    def is_match(
        self,
        method: str,
        path: str,
    ) -> bool:
        """Return whether a request belongs to the route."""
        if self.method not in ("", method):
            return False
        if self.resource and path.split("/")[1:2] != [self.resource]:
            return False
        return fnmatchcase(path, self.pattern)


@dataclass(frozen=True, slots=True)
class Failure:
    """The answer of a request that fails. A *body* replaces the usual one of an error."""

    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


class SimulatedError(RequestError):
    """A request fails because the simulated network says so. *failure* is the answer."""

    def __init__(
        self,
        failure: Failure,
        hint: str,
    ) -> None:
        """Describe *failure*, whose status becomes that of the error."""
        super().__init__(
            f"Simulated failure: this request is configured to fail with {failure.status}.",
            hint=hint,
        )
        self.failure = failure
        self.status = failure.status  # type: ignore[misc]  # each failure has its own


def _draw_normal(share: float) -> float:
    """Return a value from 0 to 1 around 0.5: three standard deviations to each end."""
    bounded = min(max(share, 1e-9), 1 - 1e-9)
    return min(max(NormalDist(0.5, 1 / 6).inv_cdf(bounded), 0.0), 1.0)


def _draw_exponential(share: float) -> float:
    """Return a value from 0 to 1, mostly near 0: one in a hundred is at the end."""
    return min(log(1 - share) / log(0.01), 1.0)


DISTRIBUTIONS: dict[str, Callable[[float], float]] = {
    "uniform": lambda share: share,
    "normal": _draw_normal,
    "exponential": _draw_exponential,
}
"""How a random share in [0, 1) becomes a position between the shortest and the longest delay."""


@dataclasses.dataclass(slots=True)
class FaultRule:
    """One fault for the requests of *route*.

    A latency rule delays the answer by *low_ms* to *high_ms* milliseconds. A failure rule answers
    with one of *failures* at the probability *chance*, from 0 to 1. *name* keys the random numbers.
    """

    name: str
    route: Route
    low_ms: float = 0
    high_ms: float = 0
    distribution: str = "uniform"
    failures: tuple[Failure, ...] = ()
    chance: float = 1
    match_count: int = 0

    def draw_share(self, seed: int) -> float:
        """Return a number in [0, 1) for the next request that matches this rule."""
        index = self.match_count
        self.match_count += 1
        block, offset = divmod(index, BLOCK_SIZE)
        words = Stream(seed, FAULT_STREAM).read_words(self.name, block, offset + 1)
        return words[-1] / 2**64

    def draw_delay(self, seed: int) -> float:
        """Return a delay in milliseconds for the next request that matches this rule."""
        share = DISTRIBUTIONS[self.distribution](self.draw_share(seed))
        return self.low_ms + (self.high_ms - self.low_ms) * share

    def draw_failure(self, seed: int) -> Failure | None:
        """Return the failure of the next request that matches this rule, or None."""
        share = self.draw_share(seed)
        if share >= self.chance:
            return None
        return self.failures[int(share / self.chance * len(self.failures))]


@dataclass(frozen=True, slots=True)
class ScriptedFailure:
    """A script that requests have to use up: its *statuses*, and those that are still *unused*."""

    route: Route
    statuses: tuple[int | None, ...]
    unused: deque[int | None]

    @property
    def is_unfinished(self) -> bool:
        """Whether a failure is left. None at the end disturbs nothing, so it need not be used."""
        return any(status is not None for status in self.unused)

    def __str__(self) -> str:
        """Return the sentence about what was not requested."""
        script = f"{str(self.route)!r} should fail with {list(self.statuses)}"
        used = len(self.statuses) - len(self.unused)
        if not used:
            return f"{script}, but it was never requested."
        times = "once" if used == 1 else f"{used} times"
        return f"{script}, but it was requested only {times}: {list(self.unused)} is left."


@dataclasses.dataclass(slots=True)
class FaultInjector:
    """Decides which requests are delayed and which fail.

    Each rule counts the requests that match it, so that a run with the same seed repeats itself.
    Of the rules of a *network*, which an API file simulates, only the most specific ones apply.
    """

    seed: int = 0
    latency_rules: Sequence[FaultRule] = ()
    failure_rules: Sequence[FaultRule] = ()
    network_delays: Sequence[FaultRule] = ()
    network_failures: Sequence[FaultRule] = ()
    drop_rule: FaultRule | None = None
    scripts: list[tuple[Route, deque[int | None]]] = field(default_factory=list)
    required: list[ScriptedFailure] = field(default_factory=list)

    def script_statuses(
        self,
        route: str,
        statuses: Iterable[int | None],
        *,
        required: bool = True,
    ) -> Route:
        """Answer the next requests of *route* with *statuses*, one each; None lets one through.

        If *required*, the script is in the list of those that a test has to use up. Raises
        ConfigError unless *statuses* is a list of None and integers from 400 to 599.
        """
        script = list(statuses) if isinstance(statuses, Iterable) else None
        if script is None or not all(map(_is_scriptable, script)):
            raise ConfigError(
                f"{route!r} cannot fail with {shorten(repr(statuses), 80)}.",
                hint="Give a list of statuses from 400 to 599, such as [503, None]; "
                "None lets one through.",
            )
        parsed, unused = Route.parse(route), deque(script)
        self.scripts.append((parsed, unused))
        if required:
            self.required.append(ScriptedFailure(parsed, tuple(script), unused))
        return parsed

    def add_latency(self, latency: Sequence[str]) -> None:
        """Add latency rules, such as ``GET /users=20-80``, to those that exist."""
        texts = [latency] if isinstance(latency, str) else latency
        self.latency_rules = [*self.latency_rules, *map(_parse_latency, texts)]

    def draw_delay(
        self,
        method: str,
        path: str,
    ) -> float:
        """Return the seconds to wait before a request is answered."""
        rules = [rule for rule in self.latency_rules if rule.route.is_match(method, path)]
        rules += [rule for rule in self.network_delays if rule.route.is_match(method, path)][:1]
        return sum(rule.draw_delay(self.seed) for rule in rules) / 1000

    def draw_failure(
        self,
        method: str,
        path: str,
    ) -> Failure | None:
        """Return how a request fails, or None if it does not fail."""
        for route, statuses in self.scripts:
            if statuses and route.is_match(method, path):
                status = statuses.popleft()
                return Failure(status) if status else None
        rules = [rule for rule in self.failure_rules if rule.route.is_match(method, path)]
        rules += self._find_network_failures(method, path)
        # Every matching rule draws, also after the first hit: each counts its own requests.
        drawn = [rule.draw_failure(self.seed) for rule in rules]
        return next((failure for failure in drawn if failure), None)

    def is_dropped(
        self,
        method: str,
        path: str,
    ) -> bool:
        """Return whether the connection of a request breaks instead of an answer."""
        rule = self.drop_rule
        if rule is None or not rule.route.is_match(method, path):
            return False
        return rule.draw_share(self.seed) < rule.chance

    def _find_network_failures(
        self,
        method: str,
        path: str,
    ) -> list[FaultRule]:
        """Return the failures of the resource of a request, or else those of all requests."""
        rules = [rule for rule in self.network_failures if rule.route.resource]
        own = [rule for rule in rules if rule.route.is_match(method, path)]
        has_own = any(rule.route.is_match(rule.route.method, path) for rule in rules)
        if has_own:
            return own
        return [
            rule
            for rule in self.network_failures
            if not rule.route.resource and rule.route.is_match(method, path)
        ]


def read_faults(
    latency: Sequence[str],
    fail: Sequence[str],
    seed: int,
) -> FaultInjector:
    """Return the faults of the options ``--latency`` and ``--fail``.

    Raises ConfigError for a text that is not a latency or a failure.
    """
    return FaultInjector(
        seed,
        latency_rules=[_parse_latency(text) for text in latency],
        failure_rules=[_parse_failure(text) for text in fail],
    )


def _is_scriptable(status: object) -> bool:
    """Return whether *status* may be part of a script; None means an undisturbed request."""
    if status is None:
        return True
    # bool is an int: type() keeps True out.
    return type(status) is int and status in FAULT_STATUSES


def _parse_latency(text: str) -> FaultRule:
    """Return the rule of one latency; the bounds may come in either order.

    Raise ConfigError unless the times are one number or a range of milliseconds.
    """
    route, _, times = text.rpartition("=")
    parsed = LATENCY_PATTERN.fullmatch(times.strip())
    if not parsed:
        raise ConfigError(
            f"Invalid latency {text!r}.",
            hint="Write milliseconds: 50, 20-80, 'GET /users=20-80'.",
        )
    first = float(parsed[1])
    second = float(parsed[2] or parsed[1])
    return FaultRule(
        f"latency {text}",
        Route.parse(route),
        low_ms=min(first, second),
        high_ms=max(first, second),
    )


def _parse_failure(text: str) -> FaultRule:
    """Return the rule of one failure; its chance is 1 if *text* names none.

    Raise ConfigError if the status or the chance is invalid.
    """
    route, _, fault = text.rpartition("=")
    parsed = FAILURE_PATTERN.fullmatch(fault.strip())
    chance = float(parsed[2] or 1) if parsed else 0.0
    if not parsed or chance > 1:
        raise ConfigError(
            f"Invalid failure {text!r}.",
            hint="Write a status and a chance: 'POST /orders=503:0.1'.",
        )
    return FaultRule(
        f"fail {text}",
        Route.parse(route),
        failures=(Failure(int(parsed[1])),),
        chance=chance,
    )
