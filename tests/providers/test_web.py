"""The web: nothing leads to a real place."""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network
from typing import Annotated
from uuid import UUID

import pytest
from pydantic import Field, HttpUrl

from pytest_fixturegen.providers.web import NAMES
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
