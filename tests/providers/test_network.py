"""Addresses lead to reserved domains and test networks only."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from pydantic import AnyUrl, MongoDsn, TypeAdapter

from pytest_fixturegen.providers import network
from tests.providers.contexts import SAMPLE_WORDS, draw_samples, make_context

TEST_NETWORKS = [ip_network(net) for net in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")]
DOCUMENTATION_NETWORK = ip_network("2001:db8::/32")


def test_hosts_are_in_the_networks_for_documentation() -> None:
    hosts = [network.ipv4(word) for word in SAMPLE_WORDS]
    assert all(any(host in net for net in TEST_NETWORKS) for host in hosts)
    assert all(1 <= int(host) & 255 <= 254 for host in hosts)
    assert all(network.ipv6(word) in DOCUMENTATION_NETWORK for word in SAMPLE_WORDS)
    assert {next(net for net in TEST_NETWORKS if host in net) for host in hosts} == {*TEST_NETWORKS}


def test_networks_are_parts_of_those_for_documentation() -> None:
    for word in SAMPLE_WORDS:
        drawn = network.ipv4_network(word)
        assert any(drawn.subnet_of(net) for net in TEST_NETWORKS)
        assert 24 <= drawn.prefixlen <= 30
        assert network.ipv6_network(word).subnet_of(DOCUMENTATION_NETWORK)


def test_an_interface_is_a_host_with_the_size_of_its_network() -> None:
    for word in SAMPLE_WORDS:
        four, six = network.ipv4_interface(word), network.ipv6_interface(word)
        assert (four.ip, four.network.prefixlen) == (network.ipv4(word), 24)
        assert (six.ip, six.network.prefixlen) == (network.ipv6(word), 64)


@pytest.mark.parametrize(
    ("schemes", "expected"),
    [
        ((), "https"),
        (("http", "https"), "https"),
        (("ws", "wss"), "wss"),
        (("ftp",), "ftp"),
        (("postgres", "postgresql"), "postgres"),
        (("redis",), "redis"),
        (("file",), "file"),
        (("gopher",), "gopher"),
    ],
)
def test_a_url_has_an_allowed_scheme_and_a_reserved_host(
    schemes: tuple[str, ...], expected: str
) -> None:
    for text in draw_samples(network.url(make_context("url", "url", schemes=schemes))):
        url = TypeAdapter(AnyUrl).validate_python(text)
        assert (url.scheme, str(url)) == (expected, text)
        assert expected == "file" or str(url.host).endswith(network.RESERVED_DOMAINS)


def test_a_data_source_has_its_usual_port_and_a_looked_up_one_has_none() -> None:
    plain = draw_samples(network.url(make_context("dsn", "url", schemes=("mongodb",))))
    looked_up = draw_samples(network.url(make_context("dsn", "url", schemes=("mongodb+srv",))))
    assert all(":27017/app" in text for text in plain)
    assert not any(":27017" in text for text in looked_up)
    assert all(TypeAdapter(MongoDsn).validate_python(text) for text in plain + looked_up)


def test_a_url_without_room_is_short() -> None:
    texts = draw_samples(network.url(make_context("url", "url", max_length=20)))
    assert all(len(text) <= 20 and text.endswith(".test/") for text in texts)
