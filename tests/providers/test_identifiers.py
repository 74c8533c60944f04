"""UUIDs, secrets, encoded bytes, import paths, regular expressions and functions."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from pydantic import (
    UUID1,
    UUID3,
    UUID4,
    UUID5,
    Base64Bytes,
    Base64UrlBytes,
    ImportString,
    SecretBytes,
    SecretStr,
    TypeAdapter,
)

from pytest_fixturegen import generate_instances
from pytest_fixturegen.providers.identifiers import PROVIDERS, base64_text, base64url_text
from tests.providers.samples import model, records


def values_of(type_: Any, n: int = 50) -> list[Any]:
    return [thing.x for thing in generate_instances(model(x=type_), n, seed=3)]


@pytest.mark.parametrize(
    ("type_", "version"), [(UUID, 4), (UUID1, 1), (UUID3, 3), (UUID4, 4), (UUID5, 5)]
)
def test_a_uuid_has_the_version_of_its_type(type_: Any, version: int) -> None:
    values = values_of(type_)
    assert {value.version for value in values} == {version}
    assert len(set(values)) == len(values)


@pytest.mark.parametrize(("type_", "secret_type"), [(SecretStr, str), (SecretBytes, bytes)])
def test_a_secret_is_masked_in_json(type_: Any, secret_type: type) -> None:
    secrets = [value.get_secret_value() for value in values_of(type_)]
    assert {type(secret) for secret in secrets} == {secret_type}
    assert len(set(secrets)) > 45
    assert {record["x"] for record in records(model(x=type_))} == {"**********"}


@pytest.mark.parametrize(
    ("type_", "decode"),
    [(Base64Bytes, base64.b64decode), (Base64UrlBytes, base64.urlsafe_b64decode)],
)
def test_encoded_bytes_are_encoded_as_their_type_asks(
    type_: Any, decode: Callable[[bytes], bytes]
) -> None:
    for value in values_of(type_):
        assert value == decode(TypeAdapter(type_).dump_python(value))


def test_the_two_encodings_differ_in_two_characters() -> None:
    assert base64_text(b"\xfb\xff") == b"+/8="
    assert base64url_text(b"\xfb\xff") == b"-_8="


def test_import_paths_can_be_imported() -> None:
    values = values_of(ImportString)
    assert len(set(map(repr, values))) == 5
    assert all(callable(value) for value in values)


@pytest.mark.parametrize(
    ("type_", "text_type"), [(re.Pattern[str], str), (re.Pattern[bytes], bytes)]
)
def test_regular_expressions_are_over_the_type_of_text(type_: Any, text_type: type) -> None:
    values = values_of(type_)
    assert {type(value.pattern) for value in values} == {text_type}
    assert len(set(values)) >= 3


def test_functions_take_one_argument() -> None:
    values = values_of(Callable[[str], Any])
    assert set(values) == {len, str, repr, bool, id}


def test_every_kind_has_a_provider() -> None:
    assert {"uuid", "SecretStr", "SecretBytes", "callable"} < set(PROVIDERS)
