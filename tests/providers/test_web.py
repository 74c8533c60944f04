"""The web: no URL or host leads to a real machine."""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network
from typing import Annotated
from uuid import UUID

import pytest
from pydantic import Field, HttpUrl

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.providers import web
from pytest_fixturegen.providers.web import NAMES
from tests.providers.contexts import SAMPLE_WORDS, draw_samples, make_context
from tests.providers.samples import model, records

TEST_NETS = [
    ip_network(net)
    for net in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
]


@pytest.mark.parametrize("type_", [str, HttpUrl])
def test_addresses_of_pages_are_at_reserved_domains(type_):
    kind = "str" if type_ is str else "url"
    every = model(**{name: type_ for name, of in NAMES if of == kind and not name.startswith("_")})
    for record in records(every):
        for value in record.values():
            for host in re.findall(r"https?://([^/\s]+)", value):
                assert host.endswith(("example.com", "example.org", "example.net"))


@pytest.mark.parametrize("field", ["domain", "host", "server_name"])
def test_names_of_machines_are_reserved(field):
    assert all(
        re.search(r"\.example\.(com|org|net)$", record[field])
        for record in records(model(**{field: str}))
    )


def test_addresses_of_machines_are_for_documentation():
    for record in records(model(ip=str, ipv6=str, client_ip=str)):
        assert all(any(ip_address(value) in net for net in TEST_NETS) for value in record.values())


def test_an_id_of_text_is_a_uuid_and_ids_are_different():
    ids = [record["id"] for record in records(model(id=str), 1000)]
    assert all(UUID(value).version == 4 and str(UUID(value)) == value for value in ids)
    assert len(set(ids)) == 1000


@pytest.mark.parametrize("length", [4, 8, 16, 32])
def test_an_id_with_less_room_is_a_code(length):
    ids = {
        record["user_id"]
        for record in records(model(user_id=Annotated[str, Field(max_length=length)]), 200)
    }
    assert all(value.isalnum() and len(value) <= length for value in ids)
    assert len(ids) > 190


@pytest.mark.parametrize(("field", "length"), [("sha256", 64), ("md5", 32), ("commit_sha", 40)])
def test_a_digest_has_the_digits_of_its_kind(field, length):
    assert all(
        re.fullmatch(f"[0-9a-f]{{{length}}}", record[field])
        for record in records(model(**{field: str}))
    )


def test_a_token_says_that_it_is_a_test():
    assert all(record["api_key"].startswith("test_") for record in records(model(api_key=str)))


@pytest.mark.parametrize("length", [1, 16, 17, 64])
def test_hexadecimal_digits_are_as_many_as_asked(length):
    texts = {web.draw_hexadecimal(length, word) for word in SAMPLE_WORDS}
    assert all(re.fullmatch(f"[0-9a-f]{{{length}}}", text) for text in texts)
    assert length == 1 or len(texts) == len(SAMPLE_WORDS)


@pytest.mark.parametrize(
    ("rules", "accepted"),
    [
        ({}, True),
        ({"schemes": ("http", "https")}, True),
        ({"schemes": ("ftp",)}, False),
        ({"max_length": 79}, False),
        ({"min_length": 23}, False),
        ({"min_length": 22, "max_length": 80}, True),
        ({"pattern": "."}, False),
    ],
)
def test_typed_urls_are_drawn_only_if_all_are_valid(rules, accepted):
    assert web.accepts_https_url(Constraints(**rules), *web.URL_LENGTHS) == accepted


def test_urls_are_within_the_lengths_that_are_promised():
    low, high = web.URL_LENGTHS
    draws = (web.draw_page_url, web.draw_home_url, web.draw_image_url, web.draw_hook_url)
    assert all(low <= len(draw(word)) <= high for draw in draws for word in SAMPLE_WORDS)


@pytest.mark.parametrize(
    ("field", "pattern"),
    [
        ("mac_address", r"00:00:5e:00:53:[0-9a-f]{2}"),
        ("version", r"[0-4]\.1?\d\.1?\d"),
        ("file_path", r"/[a-z]+/202[0-5]/[a-z]+-[a-z]+\.[a-z]+"),
        ("folder", r"/srv/[a-z]+"),
        ("hex_color", r"#[0-9a-f]{6}"),
        ("http_method", r"GET|POST|PUT|PATCH|DELETE"),
        ("user_agent", r"Mozilla/5\.0 \(.+\) .+"),
        ("mime_type", r"[a-z]+/[a-z0-9+]+"),
    ],
)
def test_texts_of_the_web_have_their_form(field, pattern):
    values = [record[field] for record in records(model("Thing", **{field: str}))]
    assert all(re.fullmatch(pattern, value) for value in values), values


def test_a_short_token_is_hexadecimal():
    node = web.provide_token(make_context("token", max_length=20), "")
    assert all(re.fullmatch("[0-9a-f]{16}", text) for text in draw_samples(node))
