"""Network addresses that reach nobody: reserved domains and test networks only."""

from __future__ import annotations

import string
from collections.abc import Sequence
from functools import partial
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Interface,
    IPv6Network,
)
from typing import Any

from pytest_fixturegen.nodes import Call, Node
from pytest_fixturegen.providers.field_context import FieldContext, Provider
from pytest_fixturegen.providers.phrases import list_phrase_words
from pytest_fixturegen.providers.text import is_valid_text

IPV4_TEST_NETWORKS = (0xC0000200, 0xC6336400, 0xCB007100)
"""The first addresses of the three /24 networks for documentation [RFC 5737]."""

IPV6_TEST_NETWORK = 0x20010DB8 << 96
"""The first address of 2001:db8::/32 [RFC 3849]."""

RESERVED_DOMAINS = ("example.com", "example.org", "example.net")
"""Second-level domains for documentation [RFC 2606 3]."""

DATA_SOURCE_DEFAULTS = {
    "postgres": ("app", 5432),
    "mysql": ("app", 3306),
    "mariadb": ("app", 3306),
    "mongodb": ("app", 27017),
    "redis": ("0", 6379),
    "amqp": ("app", 5672),
    "kafka": ("app", 9092),
    "nats": ("app", 4222),
    "cockroachdb": ("app", 26257),
    "clickhouse": ("app", 9000),
    "snowflake": ("app", 443),
}
"""By scheme: the path at the end of a data source's address, and its usual port."""

WEB_SCHEMES = ("http", "https", "ws", "wss", "ftp")
HOST_NAMES = ("www", "api", "app")

SAMPLE_COUNT = 16
SAMPLE_STEP = 0x9E3779B97F4A7C15
"""2**64 divided by the golden ratio: its multiples are spread evenly over the words."""


def ipv4(bits: int) -> IPv4Address:
    """Return a host of one of the three test networks."""
    host = 1 + (bits >> 32) % 254
    return IPv4Address(IPV4_TEST_NETWORKS[bits % 3] + host)


def ipv6(bits: int) -> IPv6Address:
    """Return a host of the documentation network."""
    subnet = bits >> 48
    host = (bits & 0xFFFF) + 1
    return IPv6Address(IPV6_TEST_NETWORK | subnet << 64 | host)


def ipv4_network(bits: int) -> IPv4Network:
    """Return a part of one of the test networks, /24 to /30."""
    host_bits = 8 - bits % 7
    subnet = (bits >> 40) % (256 >> host_bits) << host_bits
    return IPv4Network((IPV4_TEST_NETWORKS[bits % 3] | subnet, 32 - host_bits))


def ipv6_network(bits: int) -> IPv6Network:
    """Return a /64 of the documentation network."""
    subnet = (bits >> 16) & 0xFFFFFFFF
    return IPv6Network((IPV6_TEST_NETWORK | subnet << 64, 64))


def ipv4_interface(bits: int) -> IPv4Interface:
    """Return a host of a test network, with the size of the network."""
    return IPv4Interface((int(ipv4(bits)), 24))


def ipv6_interface(bits: int) -> IPv6Interface:
    """Return a host of the documentation network, with the size of the network."""
    return IPv6Interface((int(ipv6(bits)), 64))


def _provide_address(draw: Any, context: FieldContext) -> Node:
    return Call(draw, json=str)


def url(context: FieldContext) -> Node | None:
    """Return the node of a URL with one of the allowed schemes, as Pydantic would write it."""
    scheme = _pick_scheme(context.constraints.schemes or ("https",))
    node = Call(partial(_draw_url, scheme, _list_path_words(context)))
    samples = [node.draw((number * SAMPLE_STEP) % 2**64) for number in range(SAMPLE_COUNT)]
    if all(is_valid_text(sample, context.constraints) for sample in samples):
        return node
    return Call(partial(_draw_short_url, scheme))


def _pick_scheme(allowed: Sequence[str]) -> str:
    """Return an encrypted scheme if one is *allowed*, https before wss, else the first one."""
    for scheme in ("https", "wss"):
        if scheme in allowed:
            return scheme
    return allowed[0]


def _list_path_words(context: FieldContext) -> tuple[str, ...]:
    """Return the ASCII words of the locale for paths; only ``page`` if it has none."""
    firsts, seconds = list_phrase_words(context.vocabulary)
    words = (word for word in (*firsts, *seconds) if word.isascii() and word.isalpha())
    return tuple(words) or ("page",)


def _draw_url(
    scheme: str,
    words: tuple[str, ...],
    bits: int,
) -> str:
    """Return a URL in the form that is usual for *scheme*: web, file, data source or other.

    The domains are reserved for documentation. A host that is looked up as a service has no port.
    """
    word = words[(bits >> 20) % len(words)].lower()
    domain = RESERVED_DOMAINS[bits % len(RESERVED_DOMAINS)]
    number = bits >> 40
    if scheme in WEB_SCHEMES:
        host = HOST_NAMES[(bits >> 8) % 3]
        return f"{scheme}://{host}.{domain}/{word}/{number % 1000}"
    if scheme == "file":
        return f"file:///srv/{word}/{number % 1000}.txt"
    family = _find_data_source(scheme)
    if family is None:
        return f"{scheme}://{domain}/{word}"
    path, port = DATA_SOURCE_DEFAULTS[family]
    login = "" if family == "kafka" else f"{word}:secret@"
    host = f"db{number % 100}.{domain}"
    if not scheme.endswith("+srv"):  # a host that is looked up by its service has no port
        host += f":{port}"
    return f"{scheme}://{login}{host}/{path}"


def _find_data_source(scheme: str) -> str | None:
    """Return the family with whose name *scheme* begins; None if it is no data source."""
    return next(
        (family for family in DATA_SOURCE_DEFAULTS if scheme.startswith(family)),
        None,
    )


def _draw_short_url(scheme: str, bits: int) -> str:
    """Return a URL that is as short as possible."""
    letter = string.ascii_lowercase[bits % 26]
    return f"{scheme}://{letter}{(bits >> 20) % 100}.test/"


PROVIDERS: dict[Any, Provider] = {
    "url": url,
    "multi-host-url": url,
    IPv4Address: partial(_provide_address, ipv4),
    IPv6Address: partial(_provide_address, ipv6),
    IPv4Network: partial(_provide_address, ipv4_network),
    IPv6Network: partial(_provide_address, ipv6_network),
    IPv4Interface: partial(_provide_address, ipv4_interface),
    IPv6Interface: partial(_provide_address, ipv6_interface),
    "IPvAnyAddress": partial(_provide_address, ipv4),
    "IPvAnyNetwork": partial(_provide_address, ipv4_network),
    "IPvAnyInterface": partial(_provide_address, ipv4_interface),
}
