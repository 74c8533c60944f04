"""Reproducible trouble: answers that take their time, and requests that fail, drawn from the seed or scripted."""

from __future__ import annotations

import dataclasses
import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import field
from fnmatch import fnmatchcase

from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.frozen import dataclass
from pytest_fixturegen.streams import BLOCK, Stream

STATUSES = range(400, 600)
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


@dataclass(frozen=True, slots=True)
class Route:
    """Requests of one *method* (any, if that is empty) whose path fits *pattern*."""

    method: str
    pattern: str

    @staticmethod
    def of(text: str) -> Route:
        """``POST /orders``, ``/orders/*`` or nothing, which is every request. Raises ConfigError for another text."""
        method, _, path = text.strip().rpartition(" ")
        method = method.strip().upper()
        if (method and method not in METHODS) or not (path.startswith("/") or (not path and not method)):
            raise ConfigError(f"{text!r} is no route.", hint="Write it as 'POST /orders' or '/orders/*'.")
        return Route(method, path or "*")

    def fits(self, method: str, path: str) -> bool:
        """Whether a request is meant."""
        return self.method in ("", method) and fnmatchcase(path, self.pattern)


@dataclasses.dataclass(slots=True)
class Rule:
    """What befalls requests of a *route*: from *low* to *high* milliseconds, or with a *chance* the *status*."""

    name: str
    route: Route
    low: float = 0
    high: float = 0
    status: int = 0
    chance: float = 1
    met: int = 0

    def share(self, seed: int) -> float:
        """A number in [0, 1) for the next request that this rule meets."""
        place, self.met = self.met, self.met + 1
        words = Stream(seed, "trouble").words(self.name, place // BLOCK, place % BLOCK + 1)
        return words[-1] / 2**64


@dataclasses.dataclass(slots=True)
class Trouble:
    """What goes wrong, and when. Each rule counts the requests it meets, so a run repeats itself."""

    seed: int = 0
    delays: Sequence[Rule] = ()
    failures: Sequence[Rule] = ()
    scripts: list[tuple[Route, deque[int | None]]] = field(default_factory=list)

    def script(self, route: str, statuses: Iterable[int | None]) -> None:
        """Answer the next requests of *route* with these *statuses*, one each; None lets one through.

        Raises ConfigError for what is no list of them.
        """
        listed = list(statuses) if isinstance(statuses, Iterable) else None
        if listed is None or not all(each is None or (type(each) is int and each in STATUSES) for each in listed):
            words = f"{route!r} cannot fail with {statuses!r:.80}."
            raise ConfigError(
                words, hint="Give a list of statuses from 400 to 599, such as [503, None]; None lets one through."
            )
        self.scripts.append((Route.of(route), deque(listed)))

    def slow(self, latency: Sequence[str]) -> None:
        """Let answers take *latency*, beside what they take already."""
        self.delays = [*self.delays, *map(_delay, [latency] if isinstance(latency, str) else latency)]

    def delay(self, method: str, path: str) -> float:
        """Seconds that the answer to a request is kept back."""
        met = [rule for rule in self.delays if rule.route.fits(method, path)]
        return sum(rule.low + (rule.high - rule.low) * rule.share(self.seed) for rule in met) / 1000

    def status(self, method: str, path: str) -> int | None:
        """The status that a request fails with, or None."""
        for route, statuses in self.scripts:
            if statuses and route.fits(method, path):
                return statuses.popleft()
        met = [rule for rule in self.failures if rule.route.fits(method, path)]
        drawn = [rule.status for rule in met if rule.share(self.seed) < rule.chance]
        return drawn[0] if drawn else None


def read_trouble(latency: Sequence[str], fail: Sequence[str], seed: int) -> Trouble:
    """What the options say. Raises ConfigError for what cannot be read."""
    return Trouble(seed, [_delay(text) for text in latency], [_failure(text) for text in fail])


def _delay(text: str) -> Rule:
    route, _, times = text.rpartition("=")
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?(?:ms)?", times.strip())
    if not found:
        raise ConfigError(f"The latency {text!r} cannot be read.", hint="Write milliseconds: 50, 20-80, 'GET /users=20-80'.")
    low, high = float(found[1]), float(found[2] or found[1])
    return Rule(f"latency {text}", Route.of(route), min(low, high), max(low, high))


def _failure(text: str) -> Rule:
    route, _, told = text.rpartition("=")
    found = re.fullmatch(r"([45]\d\d)(?::(\d*\.?\d+))?", told.strip())
    if not found or float(found[2] or 1) > 1:
        raise ConfigError(f"The failure {text!r} cannot be read.", hint="Write a status and a chance: 'POST /orders=503:0.1'.")
    return Rule(f"fail {text}", Route.of(route), status=int(found[1]), chance=float(found[2] or 1))
