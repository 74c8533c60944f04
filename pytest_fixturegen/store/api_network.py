"""Reads the network that an API file simulates: delays, failures, limits and lost connections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.store.api_values import Settings, require_mapping
from pytest_fixturegen.store.declarations import (
    read_choice,
    read_flag,
    read_headers,
    read_number,
    read_text,
    read_texts,
    read_whole,
    require_list,
)

NETWORK_KEYS = (
    "delay",
    "latency",
    "errorSimulation",
    "bandwidth",
    "connectionDrops",
    "rateLimit",
)
"""The options of a simulated network."""

PROFILE_KEYS = ("name", "errorRate", *NETWORK_KEYS)
DELAY_KEYS = ("enabled", "fixed", "min", "max", "distribution")
FAILURE_KEYS = ("enabled", "rate", "statusCodes", "methods", "customErrors", "queryParamTrigger")
CUSTOM_ERROR_KEYS = ("statusCode", "rate", "body", "headers")
RATE_LIMIT_KEYS = ("enabled", "limit", "windowMs", "message", "statusCode", "headers")
STREAMING_KEYS = ("enabled", "chunkSize", "chunkDelay")
DISTRIBUTIONS = ("uniform", "normal", "exponential")
NETWORK_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
DEFAULT_STATUSES = (500, 503, 504)
DEFAULT_TRIGGER = "errorCode"
BYTES_PER_KILOBYTE = 1024
MAX_DELAY = 600_000
"""The longest delay in milliseconds: ten minutes."""


@dataclass(frozen=True, slots=True)
class DelayRule:
    """Delays the requests of *method* to *resource*; empty means any. Times are milliseconds."""

    low: float
    high: float
    distribution: str = "uniform"
    method: str = ""
    resource: str = ""


@dataclass(frozen=True, slots=True)
class FailureRule:
    """Lets the share *rate* of the requests fail with one of *statuses*.

    *body* replaces the usual body of an error, if it has one.
    """

    rate: float
    statuses: tuple[int, ...]
    methods: tuple[str, ...] = ()
    resource: str = ""
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RateLimit:
    """Allows *limit* requests of a client in *window* seconds."""

    limit: int
    window: float
    message: str
    status: int
    has_headers: bool


@dataclass(frozen=True, slots=True)
class SlowBody:
    """Sends the bodies of answers in chunks of *chunk_size* bytes, *chunk_delay* seconds apart."""

    chunk_size: int
    chunk_delay: float
    is_chunked: bool = False


@dataclass(frozen=True, slots=True)
class NetworkRules:
    """A simulated network. *delays* and *failures* of a resource replace those of all requests.

    *streams* are by resource. *trigger* is a query parameter that names the status to fail with.
    """

    delays: tuple[DelayRule, ...] = ()
    failures: tuple[FailureRule, ...] = ()
    drop_rate: float = 0
    bandwidth: SlowBody | None = None
    rate_limit: RateLimit | None = None
    streams: Mapping[str, SlowBody] = field(default_factory=dict)
    trigger: str = ""


NO_NETWORK = NetworkRules()


def read_network(
    options: Mapping[str, Any],
    resources: Mapping[str, Any],
    location: str,
) -> NetworkRules:
    """Return the network of *options* and of the keys of each resource.

    Raise ConfigError, with the place below *location*, if a value is invalid.
    """
    place = f"{location}: options"
    own_delays: list[DelayRule] = []
    own_failures: list[FailureRule] = []
    streams: dict[str, SlowBody] = {}
    for name, resource in resources.items():
        settings = resource if isinstance(resource, dict) else {}
        resource_place = f"{location}: resources.{name}"
        own_delays += read_delays(
            settings.get("latency"), f"{resource_place}.latency", resource=name
        )
        own_failures += read_failures(
            settings.get("errorSimulation"), f"{resource_place}.errorSimulation", resource=name
        )
        stream = _read_stream(settings.get("streaming"), f"{resource_place}.streaming")
        if stream:
            streams[name] = stream
    delays = [*own_delays, *read_delays(options.get("latency"), f"{place}.latency")]
    if "delay" in options:
        fixed = read_number(
            options,
            "delay",
            place,
            default=0,
            high=MAX_DELAY,
        )
        delays.append(DelayRule(fixed, fixed))
    errors = options.get("errorSimulation")
    return NetworkRules(
        delays=tuple(delays),
        failures=(*own_failures, *read_failures(errors, f"{place}.errorSimulation")),
        drop_rate=_read_drop_rate(options.get("connectionDrops"), f"{place}.connectionDrops"),
        bandwidth=_read_bandwidth(options.get("bandwidth"), f"{place}.bandwidth"),
        rate_limit=_read_rate_limit(options.get("rateLimit"), f"{place}.rateLimit"),
        streams=streams,
        trigger=_read_trigger(errors, f"{place}.errorSimulation"),
    )


def read_profiles(
    declarations: Any,
    options: Mapping[str, Any],
    resources: Mapping[str, Any],
    location: str,
) -> dict[str, NetworkRules]:
    """Return the network of each profile: its keys replace those of *options*."""
    profiles: dict[str, NetworkRules] = {}
    place = f"{location}: profiles"
    for index, declaration in enumerate(require_list(declarations, place)):
        own_place = f"{place}[{index}]"
        profile = require_mapping(declaration, own_place, PROFILE_KEYS)
        name = read_text(profile, "name", own_place)
        if not name or name in profiles:
            raise ConfigError(
                f"{own_place} needs a name that no other profile has, got {name!r:.80}.",
                hint="Add a name, such as 'name: 3g'.",
            )
        merged = {**options, **profile}
        if "errorRate" in profile:
            rate = read_number(
                profile,
                "errorRate",
                own_place,
                default=0,
                high=1,
            )
            errors = _to_mapping(options.get("errorSimulation"))
            kept = {key: errors[key] for key in ("statusCodes", "methods") if key in errors}
            merged["errorSimulation"] = {**kept, "rate": rate}
        profiles[name] = read_network(merged, resources, location)
    return profiles


def read_delays(
    declaration: Any,
    location: str,
    *,
    resource: str = "",
) -> Iterator[DelayRule]:
    """Yield the delays of a section ``latency``, those of single methods first."""
    settings = require_mapping(declaration, location, (*DELAY_KEYS, "methods"))
    if not settings or not read_flag(settings, "enabled", location, default=True):
        return
    read_choice(settings, "distribution", location, choices=DISTRIBUTIONS, default="uniform")
    place = f"{location}.methods"
    methods = require_mapping(settings.get("methods"), place)
    for method, times in methods.items():
        read_choice(
            {"method": str(method).upper()},
            "method",
            place,
            choices=NETWORK_METHODS,
        )
        own = require_mapping(times, f"{place}.{method}", DELAY_KEYS)
        own = {"distribution": settings.get("distribution", DISTRIBUTIONS[0]), **own}
        yield _read_delay(
            own,
            f"{place}.{method}",
            str(method).upper(),
            resource,
        )
    if set(settings) & {"fixed", "min", "max"}:
        yield _read_delay(settings, location, "", resource)


def _read_delay(
    settings: Settings,
    location: str,
    method: str,
    resource: str,
) -> DelayRule:
    """Return one delay: a fixed one, or a range. Raise ConfigError if the range is reversed."""
    distribution = read_choice(
        settings, "distribution", location, choices=DISTRIBUTIONS, default=DISTRIBUTIONS[0]
    )
    low = read_number(
        settings,
        "min",
        location,
        default=0,
        high=MAX_DELAY,
    )
    high = read_number(
        settings,
        "max",
        location,
        default=low,
        high=MAX_DELAY,
    )
    fixed = read_number(
        settings,
        "fixed",
        location,
        default=0,
        high=MAX_DELAY,
    )
    if high < low:
        raise ConfigError(
            f"{location}.max must be at least min, {low:g}, got {high:g}.", hint="Exchange them."
        )
    if fixed:
        low = high = fixed
    return DelayRule(low, high, distribution, method, resource)


def read_failures(
    declaration: Any,
    location: str,
    *,
    resource: str = "",
) -> Iterator[FailureRule]:
    """Yield the failures of a section ``errorSimulation``.

    A custom error has its own rate, or a share of the rate of the section. The rate of the section
    is for its status codes; without them and with custom errors, nothing else fails.
    """
    settings = require_mapping(declaration, location, FAILURE_KEYS)
    if not settings or not read_flag(settings, "enabled", location, default=True):
        return
    rate = read_number(
        settings,
        "rate",
        location,
        default=0,
        high=1,
    )
    methods = tuple(method.upper() for method in read_texts(settings, "methods", location))
    for method in methods:
        read_choice({"methods": method}, "methods", location, choices=NETWORK_METHODS)
    errors = require_list(settings.get("customErrors"), f"{location}.customErrors")
    for index, error in enumerate(errors):
        place = f"{location}.customErrors[{index}]"
        share = rate / len(errors)
        yield _read_custom_error(error, place, share, methods, resource)
    if not errors or "statusCodes" in settings:
        statuses = _read_statuses(settings, location)
        yield FailureRule(rate, statuses, methods, resource)


def _read_custom_error(
    declaration: Any,
    location: str,
    share: float,
    methods: tuple[str, ...],
    resource: str,
) -> FailureRule:
    """Return the rule of an error that the file declares."""
    settings = require_mapping(declaration, location, CUSTOM_ERROR_KEYS)
    return FailureRule(
        read_number(settings, "rate", location, default=share, high=1),
        (
            read_whole(
                settings,
                "statusCode",
                location,
                default=500,
                low=400,
                high=599,
            ),
        ),
        methods,
        resource,
        settings.get("body"),
        read_headers(settings, "headers", location),
    )


def _read_statuses(settings: Settings, location: str) -> tuple[int, ...]:
    """Return the statuses of errors. Raise ConfigError if one is invalid."""
    place = f"{location}.statusCodes"
    declared = require_list(settings.get("statusCodes"), place)
    keys = [str(index) for index in range(len(declared))]
    by_key = dict(zip(keys, declared, strict=True))
    statuses = [
        read_whole(
            by_key,
            key,
            place,
            default=500,
            low=400,
            high=599,
        )
        for key in keys
    ]
    return tuple(statuses) or DEFAULT_STATUSES


def _read_trigger(declaration: Any, location: str) -> str:
    """Return the parameter of the query that triggers errors; empty if none does."""
    settings = _to_mapping(declaration)
    if not settings or not settings.get("enabled", True):
        return ""
    return read_text(settings, "queryParamTrigger", location, default=DEFAULT_TRIGGER)


def _read_drop_rate(declaration: Any, location: str) -> float:
    """Return the share of connections that are dropped."""
    settings = require_mapping(declaration, location, ("enabled", "rate"))
    is_enabled = read_flag(settings, "enabled", location, default=True)
    rate = read_number(
        settings,
        "rate",
        location,
        default=0,
        high=1,
    )
    return rate if is_enabled else 0.0


def _read_bandwidth(declaration: Any, location: str) -> SlowBody | None:
    """Return the slow bodies of a limit in KB/s. Ten chunks a second follow one another."""
    settings = require_mapping(declaration, location, ("enabled", "limit"))
    if not settings or not read_flag(settings, "enabled", location, default=True):
        return None
    limit = read_number(
        settings,
        "limit",
        location,
        default=0,
        low=0.1,
        high=10**6,
    )
    return SlowBody(
        max(int(limit * BYTES_PER_KILOBYTE / 10), 1),
        0.1,
    )


def _read_rate_limit(declaration: Any, location: str) -> RateLimit | None:
    """Return the limit of requests; None if it is not enabled."""
    settings = require_mapping(declaration, location, RATE_LIMIT_KEYS)
    if not settings or not read_flag(settings, "enabled", location, default=True):
        return None
    headers = require_mapping(
        settings.get("headers"),
        f"{location}.headers",
        ("enabled",),
    )
    default_message = "Rate limit exceeded, please try again later"
    return RateLimit(
        limit=read_whole(settings, "limit", location, default=100),
        window=read_number(
            settings,
            "windowMs",
            location,
            default=60_000,
            low=1,
        )
        / 1000,
        message=read_text(settings, "message", location, default=default_message),
        status=read_whole(
            settings,
            "statusCode",
            location,
            default=429,
            low=400,
            high=599,
        ),
        has_headers=read_flag(headers, "enabled", f"{location}.headers", default=True),
    )


def _read_stream(declaration: Any, location: str) -> SlowBody | None:
    """Return how slowly bodies are sent; None if they are sent at once."""
    settings = require_mapping(declaration, location, STREAMING_KEYS)
    if not settings or not read_flag(settings, "enabled", location, default=True):
        return None
    return SlowBody(
        read_whole(settings, "chunkSize", location, default=1024),
        read_number(
            settings,
            "chunkDelay",
            location,
            default=0,
            high=MAX_DELAY,
        )
        / 1000,
        is_chunked=True,
    )


def _to_mapping(value: Any) -> Settings:
    return value if isinstance(value, dict) else {}
