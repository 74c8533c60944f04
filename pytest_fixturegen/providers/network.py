"""Addresses of machines and people that reach nobody: reserved domains and test networks only."""

from __future__ import annotations

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
"""The three /24 of RFC 5737."""

IPV6_TEST_NETWORK = 0x20010DB8 << 96
"""2001:db8::/32 of RFC 3849."""

RESERVED_DOMAINS = ("example.com", "example.org", "example.net")
"""The names of RFC 2606."""

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
"""What a data source's address ends in, and the port it is registered for."""


def ipv4(bits: int) -> IPv4Address:
    """A host of one of the three test nets: no sample names a real machine."""
    return IPv4Address(IPV4_TEST_NETWORKS[bits % 3] + 1 + (bits >> 32) % 254)


def ipv6(bits: int) -> IPv6Address:
    """A host of the documentation net."""
    return IPv6Address(IPV6_TEST_NETWORK | (bits >> 48 << 64) | (bits & 0xFFFF) + 1)


def ipv4_network(bits: int) -> IPv4Network:
    """A part of one of the test nets, /24 to /30."""
    size = 8 - bits % 7
    return IPv4Network(
        (IPV4_TEST_NETWORKS[bits % 3] | ((bits >> 40) % (256 >> size) << size), 32 - size)
    )


def ipv6_network(bits: int) -> IPv6Network:
    """A /64 of the documentation net."""
    return IPv6Network((IPV6_TEST_NETWORK | ((bits >> 16) & 0xFFFFFFFF) << 64, 64))


def ipv4_interface(bits: int) -> IPv4Interface:
    """A host of a test net, with the net's size."""
    return IPv4Interface((int(ipv4(bits)), 24))


def ipv6_interface(bits: int) -> IPv6Interface:
    """A host of the documentation net, with the net's size."""
    return IPv6Interface((int(ipv6(bits)), 64))


def _provide_address(draw: Any, context: FieldContext) -> Node:
    return Call(draw, json=str)


def url(context: FieldContext) -> Node | None:
    """An address with one of the schemes allowed, as Pydantic would write it."""
    schemes = context.constraints.schemes or ("https",)
    scheme = next((each for each in ("https", "wss") if each in schemes), schemes[0])
    words = tuple(
        word
        for word in sum(list_phrase_words(context.vocabulary), ())
        if word.isascii() and word.isalpha()
    ) or ("page",)
    node = Call(partial(_draw_url, scheme, words))
    samples = [node.draw((number * 0x9E3779B97F4A7C15) % 2**64) for number in range(16)]
    return (
        node
        if all(is_valid_text(sample, context.constraints) for sample in samples)
        else Call(partial(_draw_short_url, scheme))
    )


def _draw_url(scheme: str, words: tuple[str, ...], bits: int) -> str:
    word = words[(bits >> 20) % len(words)].lower()
    name = RESERVED_DOMAINS[bits % len(RESERVED_DOMAINS)]
    if scheme in ("http", "https", "ws", "wss", "ftp"):
        return f"{scheme}://{('www', 'api', 'app')[(bits >> 8) % 3]}.{name}/{word}/{(bits >> 40) % 1000}"
    if scheme == "file":
        return f"file:///srv/{word}/{(bits >> 40) % 1000}.txt"
    family = next((known for known in DATA_SOURCE_DEFAULTS if scheme.startswith(known)), None)
    if family is None:
        return f"{scheme}://{name}/{word}"
    path, port = DATA_SOURCE_DEFAULTS[family]
    login = f"{word}:secret@" if family != "kafka" else ""
    if scheme.endswith("+srv"):  # a name that is looked up has no port
        return f"{scheme}://{login}db{(bits >> 40) % 100}.{name}/{path}"
    return f"{scheme}://{login}db{(bits >> 40) % 100}.{name}:{port}/{path}"


def _draw_short_url(scheme: str, bits: int) -> str:
    return f"{scheme}://{'abcdefghijklmnopqrstuvwxyz'[bits % 26]}{(bits >> 20) % 100}.test/"


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
