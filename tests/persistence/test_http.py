"""The HTTP handlers: their requests, and how they treat answers."""

from __future__ import annotations

import gzip
import json
import ssl
import threading
from collections.abc import Iterator
from datetime import datetime, timezone

import pytest
import trustme

from pytest_fixturegen import DeliveryConfig, PersistError, generate_lines, persist_records
from pytest_fixturegen.persistence.handlers.http_request import parse_retry_after
from tests.persistence.conftest import User, made
from tests.persistence.server import (
    DRIPPING_BODY,
    DRIPPING_HEAD,
    ENDLESS,
    LOST,
    RESET,
    SLOW,
    Behaviour,
    serving,
)

BOTH = pytest.mark.parametrize("handler", ["http-post", "http-post-async"])
AT_ONCE = DeliveryConfig(batch_size=10, retry_wait=0, max_retries=5)


@BOTH
def test_request_bodies_contain_the_lines_of_the_records(handler: str) -> None:
    with serving() as inbox:
        persist_records(User, handler, 35, options={"url": inbox.url}, delivery=AT_ONCE)
    lines = list(generate_lines(User, 35))
    wanted = [b"[" + b",".join(lines[start : start + 10]) + b"]" for start in range(0, 35, 10)]
    assert sorted(request[3] for request in inbox.requests) == sorted(wanted)


@BOTH
def test_options_set_method_headers_envelope_and_url(handler: str) -> None:
    with serving() as inbox:
        options = {
            "url": inbox.url + "/{model}",
            "method": "PUT",
            "headers": {"X-Team": "qa"},
            "envelope": "users",
        }
        persist_records(User, handler, 2, options=options)
    ((method, path, headers, body),) = inbox.requests
    assert (method, path, headers["x-team"], headers["content-type"]) == (
        "PUT",
        "/users/User",
        "qa",
        "application/json",
    )
    assert json.loads(body) == {"users": made(2)}


@BOTH
@pytest.mark.parametrize(
    "failure",
    [RESET, LOST, SLOW, (429, "", {"Retry-After": "0"}), (500, "", {}), (503, "down", {})],
)
def test_transient_failures_are_retried_without_duplicates(
    handler: str, failure: Behaviour
) -> None:
    with serving([failure, failure]) as inbox:
        options = {"url": inbox.url, "timeout": 0.2 if failure == SLOW else 5}
        assert persist_records(User, handler, 10, options=options, delivery=AT_ONCE).retries == 2
    assert len({request[2]["idempotency-key"] for request in inbox.requests}) == 1
    assert inbox.records == made(10)


@BOTH
@pytest.mark.parametrize("answer", [ENDLESS, DRIPPING_BODY])
def test_a_body_without_an_end_is_not_read_to_it(handler: str, answer: Behaviour) -> None:
    with serving([answer]) as inbox:
        counts = persist_records(User, handler, 10, options={"url": inbox.url}, delivery=AT_ONCE)
    assert counts.retries == 0
    assert inbox.records == made(10)


@BOTH
def test_a_head_without_an_end_is_given_up(handler: str) -> None:
    with serving([DRIPPING_HEAD]) as inbox:
        options = {"url": inbox.url, "timeout": 0.3}
        assert persist_records(User, handler, 10, options=options, delivery=AT_ONCE).retries == 1
    assert inbox.records == made(10)


@BOTH
def test_a_compressed_answer_that_nobody_asked_for_is_not_unpacked(handler: str) -> None:
    bomb = gzip.compress(b"x" * (1 << 24)).decode("latin-1")
    answer = (400, bomb, {"Content-Encoding": "gzip"})
    with serving([answer]) as inbox, pytest.raises(PersistError, match="answered 400") as raised:
        persist_records(User, handler, 1, options={"url": inbox.url}, delivery=AT_ONCE)
    assert raised.value.facts["answer"] == ""
    assert inbox.requests[0][2]["accept-encoding"] == "identity"


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 405, 409, 413, 422])
def test_client_errors_are_not_retried(status: int) -> None:
    with (
        serving([(status, f"reason {'x' * 500}", {"Location": "/there"})]) as inbox,
        pytest.raises(PersistError) as raised,
    ):
        persist_records(User, "http-post", 10, options={"url": inbox.url}, delivery=AT_ONCE)
    facts = raised.value.facts
    assert (
        facts["status"],
        facts["first"],
        facts["last"],
        facts["tries"],
        len(inbox.requests),
    ) == (status, 0, 9, 1, 1)
    assert facts["answer"].startswith("reason xxx")
    assert len(facts["answer"]) == 300
    assert raised.value.hint


def test_async_requests_run_concurrently() -> None:
    together = threading.Barrier(4, timeout=10)

    with serving() as inbox:
        receive = inbox.receive
        inbox.receive = lambda *request: (together.wait(), receive(*request))[1]  # type: ignore[method-assign]
        options = {"url": inbox.url, "concurrency": 4}
        assert (
            persist_records(User, "http-post-async", 80, options=options, delivery=AT_ONCE).batches
            == 8
        )


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("7", 7),
        ("Sun, 01 Jan 2023 00:00:30 GMT", 30),
        ("Sat, 31 Dec 2022 23:00:00 GMT", 0),
        ("soon", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str | None, seconds: float | None) -> None:
    assert parse_retry_after(header, datetime(2023, 1, 1, tzinfo=timezone.utc)) == seconds


@pytest.fixture
def untrusted() -> Iterator[str]:
    """The URL of a server with an untrusted certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with serving(tls=context) as inbox:
        yield inbox.url.replace("http:", "https:")


@BOTH
def test_untrusted_certificates_are_not_retried(handler: str, untrusted: str) -> None:
    with pytest.raises(PersistError, match="cannot be trusted") as raised:
        persist_records(User, handler, options={"url": untrusted}, delivery=AT_ONCE)
    assert raised.value.facts["tries"] == 1


@BOTH
@pytest.mark.parametrize(
    "url", ["ftp://x/", "no address", "http://[::1", "http://127.0.0.1:99999/"]
)
def test_invalid_urls_fail_before_any_request(handler: str, url: str) -> None:
    with pytest.raises(PersistError, match=f"{handler} could not be opened for User: Invalid URL"):
        persist_records(User, handler, options={"url": url}, delivery=AT_ONCE)
