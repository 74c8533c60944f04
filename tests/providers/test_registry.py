"""The provider of a type: by the class, its name, or the methods of an encoder."""

from __future__ import annotations

from ipaddress import IPv4Address
from pathlib import Path

import pytest
from pydantic import Base64Encoder, EmailStr

from pytest_fixturegen.providers.registry import find_type_provider, format_provider_name


@pytest.mark.parametrize(
    ("kind", "provider"),
    [
        ("str", "text.text"),
        ("int", "numeric.integer"),
        ("url", "network.url"),
        (IPv4Address, "network.ipv4"),
        (Path, "paths.path"),
    ],
)
def test_a_type_has_a_provider_with_a_name(kind, provider):
    found = find_type_provider(kind)
    assert found is not None
    assert format_provider_name(found) == provider


def test_an_unknown_type_has_no_provider():
    class Unknown:
        pass

    assert find_type_provider(Unknown) is None
    assert find_type_provider("unheard of") is None


def test_classes_of_known_libraries_are_found_by_name():
    assert find_type_provider(EmailStr) is not None

    class EmailStr_(str):
        __slots__ = ()

    EmailStr_.__name__ = "EmailStr"
    assert find_type_provider(EmailStr_) is None


def test_an_encoder_of_the_user_has_the_provider_of_encoded_bytes():
    class Reversed:
        @classmethod
        def encode(cls, value: bytes) -> bytes:
            return value[::-1]

        decode = encode

        @classmethod
        def get_json_format(cls) -> str:
            return "reversed"

    provider = find_type_provider(Reversed)
    assert provider is not None
    assert provider.args[0](b"ab") == b"ba"
    assert find_type_provider(Base64Encoder) is not provider
