"""Handler that sends batches to a URL, several at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import httpx

from pytest_fixturegen.persistence.contract import Batch, PersistenceContext
from pytest_fixturegen.persistence.handlers.http_answer import send_request
from pytest_fixturegen.persistence.handlers.http_request import (
    BatchRequest,
    HttpMethod,
    expand_url,
    require_success,
)


class HttpPostAsync:
    """Sends the same requests as ``http-post``, *concurrency* of them at a time."""

    def __init__(
        self,
        *,
        url: str,
        method: HttpMethod = "POST",
        headers: Mapping[str, str] | None = None,
        timeout: float = 30.0,
        envelope: str = "",
        concurrency: int = 8,
    ) -> None:
        """Prepare the client; *timeout* is in seconds, and *envelope* names the array in the body.

        An empty *envelope* sends the array alone.
        """
        self.concurrency = concurrency
        self._request = BatchRequest(
            url,
            method,
            headers or {},
            envelope,
        )
        limits = httpx.Limits(max_connections=concurrency, max_keepalive_connections=concurrency)
        self._timeout = timeout
        self._client = httpx.AsyncClient(timeout=timeout, limits=limits)

    def open(self, context: PersistenceContext) -> None:
        """Fill ``{model}`` into the URL."""
        self._request = replace(self._request, url=expand_url(self._request.url, context.model))

    async def write(self, batch: Batch) -> None:
        """Send *batch*."""
        require_success(await send_request(self._client, self._request, batch, self._timeout))

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()
