"""Handler that sends each batch to a URL, one after the other."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

import httpx

from pytest_fixturegen.persistence.contract import Batch, PersistenceContext
from pytest_fixturegen.persistence.handlers.http_answer import send_request
from pytest_fixturegen.persistence.handlers.http_request import (
    BatchRequest,
    HttpMethod,
    expand_url,
    require_success,
)


async def http_post(
    context: PersistenceContext,
    *,
    url: str,
    method: HttpMethod = "POST",
    headers: Mapping[str, str] | None = None,
    timeout: float = 30.0,
    envelope: str = "",
) -> AsyncIterator[Callable[[Batch], Awaitable[None]]]:
    """Send each batch to *url* as a JSON array, or as an object with the array under *envelope*.

    ``{model}`` in *url* is filled in. *timeout* is in seconds for a request and the head of its
    answer.
    """
    request = BatchRequest(
        expand_url(url, context.model),
        method,
        headers or {},
        envelope,
    )
    async with httpx.AsyncClient(timeout=timeout) as client:

        async def write(batch: Batch) -> None:
            """Send *batch*.

            Raises TransientError if another try may succeed, PersistError otherwise.
            """
            require_success(await send_request(client, request, batch, timeout))

        yield write
