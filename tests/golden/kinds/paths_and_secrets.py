"""Models that show what is special about paths and secrets."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import (
    Base64Bytes,
    Base64Str,
    Base64UrlBytes,
    Base64UrlStr,
    BaseModel,
    DirectoryPath,
    EncodedBytes,
    EncodedStr,
    EncoderProtocol,
    FilePath,
    ImportString,
    Json,
    NewPath,
    Secret,
    SecretBytes,
    SecretStr,
    SocketPath,
)
from pydantic_extra_types.path import ResolvedDirectoryPath, ResolvedFilePath, ResolvedNewPath


class Places(BaseModel):
    file: FilePath
    folder: DirectoryPath
    new: NewPath
    socket: SocketPath
    whole_file: ResolvedFilePath
    whole_folder: ResolvedDirectoryPath
    whole_new: ResolvedNewPath


class Birthday(Secret[dt.date]):
    def _display(self) -> str:
        return "some day"


class Safe(BaseModel):
    word: SecretStr
    raw: SecretBytes
    number: Secret[int]
    born: Birthday


class Hidden(BaseModel):
    word: SecretStr
    raw: SecretBytes


class Bags(BaseModel):
    numbers: Json[list[int]]
    model: Json[dict[str, Label]]
    anything: Json


class Label(BaseModel):
    text: str


class Shifted(EncoderProtocol):
    """Bytes behind a mark, and refused without it."""

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


class Imported(BaseModel):
    thing: ImportString
