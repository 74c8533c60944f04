"""Existing and new paths, secrets, JSON text, encoded text and import strings."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Annotated

from pydantic import (
    Base64Bytes,
    Base64Str,
    Base64UrlBytes,
    Base64UrlStr,
    BaseModel,
    EncodedBytes,
    EncodedStr,
    EncoderProtocol,
)

from pytest_fixturegen import generate_instances
from tests.golden.kinds.paths_and_secrets import Bags, Hidden, Imported, Label, Places, Safe
from tests.kinds.round_trips import draw, read_back, round_trip, to_json


def test_a_path_has_the_properties_of_its_type() -> None:
    for each in round_trip(Places):
        assert each.file.is_file()
        assert each.whole_file.is_file()
        assert each.folder.is_dir()
        assert each.whole_folder.is_dir()
        assert each.socket.is_socket()
        assert not each.new.exists()
        assert each.whole_new.is_absolute()
        assert not each.whole_new.exists()
        assert isinstance(each.new, Path)


def test_a_secret_is_hidden_and_has_a_value() -> None:
    records = list(generate_instances(Safe, 20, 3))
    assert all("*" in str(each.word) and str(each.born) == "some day" for each in records)
    assert len({each.word.get_secret_value() for each in records}) > 10
    assert {type(each.number.get_secret_value()) for each in records} == {int}
    assert {type(each.born.get_secret_value()) for each in records} == {dt.date}
    assert {line["word"] for line in to_json(Hidden)} == {"**********"}


def test_json_text_is_parsed_in_the_record_and_text_in_its_json() -> None:
    for each, line in zip(round_trip(Bags), to_json(Bags), strict=True):
        assert json.loads(line["numbers"]) == each.numbers
        assert {type(label) for label in each.model.values()} <= {Label}


class Shifted(EncoderProtocol):
    """An encoder that requires a prefix."""

    @classmethod
    def decode(cls, data: bytes) -> bytes:
        if not data.startswith(b"mark:"):
            raise ValueError("no mark")
        return data[5:]

    @classmethod
    def encode(cls, value: bytes) -> bytes:
        return b"mark:" + value

    @classmethod
    def get_json_format(cls) -> str:
        return "marked"


class Encoded(BaseModel):
    raw: Base64Bytes
    text: Base64Str
    url_raw: Base64UrlBytes
    url_text: Base64UrlStr
    own: Annotated[bytes, EncodedBytes(encoder=Shifted)]
    own_text: Annotated[str, EncodedStr(encoder=Shifted)]


def test_encoded_text_is_decoded_in_the_record_and_encoded_in_json() -> None:
    for each, line in zip(round_trip(Encoded), to_json(Encoded), strict=True):
        assert line["own"] == f"mark:{each.own.decode()}"
        assert line["own_text"] == f"mark:{each.own_text}"
        assert isinstance(each.text, str)


def test_an_import_string_yields_an_object() -> None:
    assert all(callable(each.thing) for each in draw(Imported))
    assert len(read_back(Imported)) == 20
    assert all("." in line["thing"] for line in to_json(Imported))
