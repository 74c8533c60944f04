"""POST or PUT of each batch to an address, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import httpx

from pytest_fixturegen.persist.contract import Batch, PersistenceContext, Write
from pytest_fixturegen.persist.http_request import Method, Request, address, require_accepted, translated


def http_post(
    context: PersistenceContext,
    *,
    url: str,
    method: Method = "POST",
    headers: Mapping[str, str] | None = None,
    timeout: float = 30.0,
    envelope: str = "",
) -> Iterator[Write]:
    """Send each batch to *url* as an array of JSON, or under the name *envelope* in an object.

    ``{model}`` in *url* is filled in. *timeout*: seconds for each step of a request.
    """
    request = Request(address(url, context.model), method, headers or {}, envelope)
    with httpx.Client(timeout=timeout) as client:

        def write(batch: Batch) -> None:
            with translated(request.url):
                answer = client.request(**request.of(batch))
            require_accepted(answer)

        yield write
