"""Reproducible trouble: answers that take their time, and requests that fail, drawn from the seed or scripted."""

from __future__ import annotations

import dataclasses
import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import field
from fnmatch import fnmatchcase

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.streams import BLOCK_SIZE, Stream

FAULT_STATUSES = range(400, 600)
HTTP_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Route:
    """Requests of one *method* (any, if that is empty) whose path fits *pattern*."""

    method: str
    pattern: str

    @staticmethod
    def parse(text: str) -> Route:
        """``POST /orders``, ``/orders/*`` or nothing, which is every request. Raises ConfigError for another text."""
        method, _, path = text.strip().rpartition(" ")
        method = method.strip().upper()
        if (method and method not in HTTP_METHODS) or not (
            path.startswith("/") or (not path and not method)
        ):
            raise ConfigError(
                f"{text!r} is no route.", hint="Write it as 'POST /orders' or '/orders/*'."
            )
        return Route(method, path or "*")

    def is_match(self, method: str, path: str) -> bool:
        """Whether a request is meant."""
        return self.method in ("", method) and fnmatchcase(path, self.pattern)


@dataclasses.dataclass(slots=True)
class FaultRule:
    """What befalls requests of a *route*: from *low* to *high* milliseconds, or with a *chance* the *status*."""

    name: str
    route: Route
    low_ms: float = 0
    high_ms: float = 0
    status: int = 0
    chance: float = 1
    match_count: int = 0

    def draw_share(self, seed: int) -> float:
        """A number in [0, 1) for the next request that this rule meets."""
        place, self.match_count = self.match_count, self.match_count + 1
        words = Stream(seed, "trouble").read_words(
            self.name, place // BLOCK_SIZE, place % BLOCK_SIZE + 1
        )
        return words[-1] / 2**64


@dataclasses.dataclass(slots=True)
class FaultInjector:
    """What goes wrong, and when. Each rule counts the requests it meets, so a run repeats itself."""

    seed: int = 0
    latency_rules: Sequence[FaultRule] = ()
    failure_rules: Sequence[FaultRule] = ()
    scripts: list[tuple[Route, deque[int | None]]] = field(default_factory=list)

    def script_statuses(self, route: str, statuses: Iterable[int | None]) -> None:
        """Answer the next requests of *route* with these *statuses*, one each; None lets one through.

        Raises ConfigError for what is no list of them.
        """
        listed = list(statuses) if isinstance(statuses, Iterable) else None
        if listed is None or not all(
            each is None or (type(each) is int and each in FAULT_STATUSES) for each in listed
        ):
            words = f"{route!r} cannot fail with {statuses!r:.80}."
            raise ConfigError(
                words,
                hint="Give a list of statuses from 400 to 599, such as [503, None]; None lets one through.",
            )
        self.scripts.append((Route.parse(route), deque(listed)))

    def add_latency(self, latency: Sequence[str]) -> None:
        """Let answers take *latency*, beside what they take already."""
        self.latency_rules = [
            *self.latency_rules,
            *map(_parse_latency, [latency] if isinstance(latency, str) else latency),
        ]

    def draw_delay(self, method: str, path: str) -> float:
        """Seconds that the answer to a request is kept back."""
        met = [rule for rule in self.latency_rules if rule.route.is_match(method, path)]
        return (
            sum(
                rule.low_ms + (rule.high_ms - rule.low_ms) * rule.draw_share(self.seed)
                for rule in met
            )
            / 1000
        )

    def draw_status(self, method: str, path: str) -> int | None:
        """The status that a request fails with, or None."""
        for route, statuses in self.scripts:
            if statuses and route.is_match(method, path):
                return statuses.popleft()
        met = [rule for rule in self.failure_rules if rule.route.is_match(method, path)]
        drawn = [rule.status for rule in met if rule.draw_share(self.seed) < rule.chance]
        return drawn[0] if drawn else None


def read_faults(latency: Sequence[str], fail: Sequence[str], seed: int) -> FaultInjector:
    """What the options say. Raises ConfigError for what cannot be read."""
    return FaultInjector(
        seed, [_parse_latency(text) for text in latency], [_parse_failure(text) for text in fail]
    )


def _parse_latency(text: str) -> FaultRule:
    route, _, times = text.rpartition("=")
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?(?:ms)?", times.strip())
    if not found:
        raise ConfigError(
            f"The latency {text!r} cannot be read.",
            hint="Write milliseconds: 50, 20-80, 'GET /users=20-80'.",
        )
    low, high = float(found[1]), float(found[2] or found[1])
    return FaultRule(f"latency {text}", Route.parse(route), min(low, high), max(low, high))


def _parse_failure(text: str) -> FaultRule:
    route, _, told = text.rpartition("=")
    found = re.fullmatch(r"([45]\d\d)(?::(\d*\.?\d+))?", told.strip())
    if not found or float(found[2] or 1) > 1:
        raise ConfigError(
            f"The failure {text!r} cannot be read.",
            hint="Write a status and a chance: 'POST /orders=503:0.1'.",
        )
    return FaultRule(
        f"fail {text}", Route.parse(route), status=int(found[1]), chance=float(found[2] or 1)
    )
