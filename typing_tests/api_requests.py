"""What type checkers see of requests: the fixture's value, and the response of each client."""

from __future__ import annotations

from typing import Any

import httpx
from typing_extensions import assert_type

from pytest_fixturegen import ApiRequest, PfgFixture, pfg_requests

app: Any = object()
api_request = pfg_requests(app, known={"user_id": "user.id"}, cases="pairs", include="POST *")
assert_type(api_request, PfgFixture[ApiRequest])


def test_sync(api_request: ApiRequest, client: httpx.Client) -> None:
    response = api_request.send(client)
    assert_type(response, httpx.Response)
    api_request.check(response, also=(409,))


async def test_async(api_request: ApiRequest, client: httpx.AsyncClient) -> None:
    response = await api_request.send(client)
    assert_type(response, httpx.Response)
    api_request.check(response)
