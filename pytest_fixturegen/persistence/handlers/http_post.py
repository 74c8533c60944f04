"""POST or PUT of each batch to an address, one after the other."""

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
    """Send each batch to *url* as an array of JSON, or under the name *envelope* in an object.

    ``{model}`` in *url* is filled in. *timeout*: seconds for each step of a request.
    """
    request = BatchRequest(expand_url(url, context.model), method, headers or {}, envelope)
    with httpx.Client(timeout=timeout) as client:

        def write(batch: Batch) -> None:
            with translate_httpx_errors(request.url):
                answer = client.request(**request.build_arguments(batch))
            require_success(answer)

        yield write
