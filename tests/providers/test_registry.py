"""The provider of a field: by its name, its named type, or its plain type."""

from __future__ import annotations

from ipaddress import IPv4Address
from pathlib import Path

import pytest
from pydantic import Base64Encoder, EmailStr

from pytest_fixturegen.providers.registry import find_provider, find_type_provider
from tests.providers.contexts import make_context


@pytest.mark.parametrize(
    ("name", "kind", "provider", "reason"),
    [
        ("first_name", "str", "by_name.first_name", "the name of the field"),
        ("unheard_of", "str", "text.text", "the type"),
        ("unheard_of", "int", "numeric.integer", "the type"),
        ("unheard_of", IPv4Address, "network.ipv4", "the named type"),
        ("unheard_of", Path, "paths.path", "the named type"),
        ("unheard_of", "url", "network.url", "the type"),
    ],
)
def test_the_best_provider_says_its_name_and_why(name, kind, provider, reason):
    match = find_provider(make_context(name, kind))
    assert match is not None
    assert (match.provider, match.reason, match.plugin) == (provider, reason, "")


def test_an_unknown_kind_has_no_provider():
    class Unknown:
        pass

    assert find_provider(make_context("unheard_of", Unknown)) is None
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
