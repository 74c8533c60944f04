"""Handler that sends each batch to a URL, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import httpx

from pytest_fixturegen.persistence.contract import Batch, BatchWriter, PersistenceContext
from pytest_fixturegen.persistence.handlers.http_request import (
    BatchRequest,
    HttpMethod,
    expand_url,
    require_success,
    translate_httpx_errors,
)


def http_post(
    context: PersistenceContext,
    *,
    url: str,
    method: HttpMethod = "POST",
    headers: Mapping[str, str] | None = None,
    timeout: float = 30.0,
    envelope: str = "",
) -> Iterator[BatchWriter]:
    """Send each batch to *url* as a JSON array, or as an object with the array under *envelope*.

    ``{model}`` in *url* is filled in. *timeout* is in seconds for each step of a request.
    """
    request = BatchRequest(
        expand_url(url, context.model),
        method,
        headers or {},
        envelope,
    )
    with httpx.Client(timeout=timeout) as client:

        def write(batch: Batch) -> None:
            """Send *batch*.

            Raises TransientError if another try may succeed, PersistError otherwise.
            """
            with translate_httpx_errors(request.url):
                response = client.request(**request.build_arguments(batch))
            require_success(response)

        yield write
