"""Responses of HTTP servers, read with limits: a server may send endlessly, or very slowly."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import httpx

from pytest_fixturegen.errors import TransientError
from pytest_fixturegen.persistence.contract import Batch
from pytest_fixturegen.persistence.handlers.http_request import (
    BatchRequest,
    hide_password,
    translate_httpx_errors,
)

MAX_ANSWER_BYTES = 64 << 10
"""Bytes of an answer that are read. Only the first characters appear in an error."""

MAX_BODY_SECONDS = 2.0
"""Seconds for the body of an answer. Its status is known by then, and decides alone."""

BODY_HEADERS = ("content-encoding", "content-length", "transfer-encoding")
"""Headers that describe the body as it was sent, not the part of it that was read."""


async def send_request(
    client: httpx.AsyncClient,
    request: BatchRequest,
    batch: Batch,
    timeout: float,
) -> httpx.Response:
    """Send *batch* and return the answer, whose body may be cut off.

    Raises TransientError if the head of the answer takes longer than *timeout* seconds, and what
    :func:`translate_httpx_errors` makes of other failures.
    """
    arguments = request.build_arguments(batch)
    with translate_httpx_errors(request.url):
        sending = client.send(
            client.build_request(**arguments),
            stream=True,
        )
        try:
            response = await asyncio.wait_for(sending, timeout)
        except asyncio.TimeoutError as error:
            url = hide_password(request.url)
            raise TransientError(
                f"{url} did not answer in {timeout:g} seconds.", url=url
            ) from error
        try:
            return _copy_response(response, await _read_body(response))
        finally:
            await response.aclose()


async def _read_body(response: httpx.Response) -> bytes:
    """Return the start of the body of *response*: what arrives within the limits."""
    body = bytearray()

    async def read_chunks() -> None:
        async for chunk in response.aiter_raw():
            body.extend(chunk)
            if len(body) > MAX_ANSWER_BYTES:
                return

    with suppress(asyncio.TimeoutError):
        await asyncio.wait_for(read_chunks(), MAX_BODY_SECONDS)
    return bytes(body[:MAX_ANSWER_BYTES])


def _copy_response(response: httpx.Response, body: bytes) -> httpx.Response:
    """Return *response* with the *body* alone; a compressed one, which nobody asked for, is empty.

    A small compressed body may be a large one.
    """
    encoding = response.headers.get("content-encoding", "identity")
    headers = [item for item in response.headers.multi_items() if item[0] not in BODY_HEADERS]
    reason = response.extensions.get("reason_phrase", b"")
    return httpx.Response(
        response.status_code,
        headers=headers,
        content=body if encoding == "identity" else b"",
        request=response.request,
        extensions={"reason_phrase": reason},
    )
