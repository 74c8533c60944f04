"""Bodies on the wire: what requests may send, and the compression of both directions."""

from __future__ import annotations

import gzip
import re
import zlib

from starlette.requests import Request
from starlette.responses import Response

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.store.errors import BadRequestError, RequestError, TooLargeError

MAX_LENGTH_DIGITS = 18
"""Digits of a ``Content-Length`` header that are read; a longer one is not believed."""

JSON_MEDIA_TYPE = re.compile(r"(?:application|text)/(?:[\w.!#$&^+-]+\+)?json", re.ASCII)
UTF8_CHARSETS = ("", "utf-8", "utf8", "us-ascii")

GZIP_SUFFIX = "-gzip"
"""What the ETag of a compressed response ends in: its bytes differ from the plain ones."""

GZIP_WINDOW = zlib.MAX_WBITS + 16
"""The setting of zlib that reads gzip."""

GZIP_LEVEL = 4
"""A list of 100 records takes half the time of level 9, and 8 % more bytes."""

MIN_COMPRESSED_BYTES = 1000
"""Size from which a response is compressed: smaller ones fit into one packet anyway."""

MAX_SHOWN_CHARACTERS = 80


class MediaTypeError(RequestError):
    """The body is not JSON in UTF-8, by its headers."""

    status = 415


async def receive_body(
    request: Request,
    limit: int,
    *,
    needs_json: bool = True,
) -> bytes:
    """Return the body of *request*, decompressed.

    Raise TooLargeError if the body, or what it decompresses to, exceeds *limit* bytes; the rest is
    not read. If it *needs_json*, raise MediaTypeError if the headers say that it is not JSON.
    """
    if _get_announced_size(request) > limit:
        raise _make_size_error(limit)
    parts = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise _make_size_error(limit)
        parts.append(part)
    body = b"".join(parts)
    if body and needs_json:
        _require_json_type(request.headers.get("content-type", ""))
    return _decode_body(
        body,
        request.headers.get("content-encoding", ""),
        limit,
    )


def compress_response(request: Request, response: Response) -> Response:
    """Return *response*, compressed with gzip if the client accepts that and it is large enough."""
    body = bytes(response.body)
    if len(body) < MIN_COMPRESSED_BYTES:
        return response
    response.headers["vary"] = "Accept-Encoding"
    if not _accepts_gzip(request.headers.get("accept-encoding", "")):
        return response
    response.body = gzip.compress(
        body,
        GZIP_LEVEL,
        mtime=0,
    )
    response.headers["content-encoding"] = "gzip"
    response.headers["content-length"] = str(len(response.body))
    etag = response.headers.get("etag")
    if etag:
        response.headers["etag"] = f'{etag.removesuffix(chr(34))}{GZIP_SUFFIX}"'
    return response


def _get_announced_size(request: Request) -> int:
    """Return the size in the Content-Length header, or 0 if it is missing or not plausible."""
    header = request.headers.get("content-length", "0")
    if header.isdecimal() and len(header) <= MAX_LENGTH_DIGITS:
        return int(header)
    return 0


def _make_size_error(limit: int) -> TooLargeError:
    """Return the error of a request whose body exceeds *limit* bytes."""
    return TooLargeError(
        f"The body is too large: expected at most {limit} bytes.",
        hint="Send less, or raise --body-limit.",
    )


def _require_json_type(header: str) -> None:
    """Raise MediaTypeError if the Content-Type *header* names something else than JSON in UTF-8.

    Without the header, the body is taken for JSON.
    """
    media_type, *parameters = (part.strip() for part in header.lower().split(";"))
    charsets = [part for part in parameters if part.partition("=")[0].strip() == "charset"]
    charset = charsets[0].partition("=")[2].strip(" \"'") if charsets else ""
    is_json = not media_type or JSON_MEDIA_TYPE.fullmatch(media_type)
    if is_json and charset in UTF8_CHARSETS:
        return
    raise MediaTypeError(
        "Unsupported media type: expected application/json in UTF-8, got"
        f" {shorten(header, MAX_SHOWN_CHARACTERS)!r}.",
        hint="Send 'Content-Type: application/json'.",
    )


def _decode_body(
    body: bytes,
    header: str,
    limit: int,
) -> bytes:
    """Return *body* without the compression that the Content-Encoding *header* names."""
    encoding = header.strip().lower()
    if encoding in ("", "identity"):
        return body
    if encoding not in ("gzip", "x-gzip"):
        raise MediaTypeError(
            "Unsupported content encoding: expected gzip or none, got"
            f" {shorten(header, MAX_SHOWN_CHARACTERS)!r}.",
            hint="Send the body without compression.",
        )
    try:
        return _decompress(body, limit)
    except zlib.error as error:
        raise BadRequestError(
            f"The body is not gzip: {error}.", hint="Send the body without compression."
        ) from error


def _decompress(body: bytes, limit: int) -> bytes:
    """Return the content of *body*, one member of gzip.

    Raise TooLargeError as soon as it exceeds *limit* bytes: a small body can hold gigabytes.
    """
    reader = zlib.decompressobj(GZIP_WINDOW)
    content = reader.decompress(body, limit + 1)
    if len(content) > limit:
        raise _make_size_error(limit)
    if not reader.eof:
        raise zlib.error("the data ends too early")
    if reader.unused_data:
        raise zlib.error("data follows the end")
    return content


def _accepts_gzip(header: str) -> bool:
    """Return whether the Accept-Encoding *header* allows gzip, by its name or by ``*``."""
    weights: dict[str, bool] = {}
    for part in header.lower().split(","):
        name, _, parameter = part.partition(";")
        is_refused = re.fullmatch(r"\s*q\s*=\s*0(?:\.0*)?\s*", parameter) is not None
        weights[name.strip()] = not is_refused
    return weights.get(
        "gzip",
        weights.get("x-gzip", weights.get("*", False)),
    )
