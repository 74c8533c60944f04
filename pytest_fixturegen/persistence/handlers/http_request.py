"""What both HTTP handlers send, and what an answer means."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any, Literal

import httpx

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen.errors import PersistError, TransientError
from pytest_fixturegen.persistence.contract import Batch

HttpMethod = Literal["POST", "PUT"]
RETRYABLE_STATUSES = (408, 425, 429)
"""Refusals that another try may change [RFC 9110, RFC 8470, RFC 6585], beside those from 500 on."""

MAX_SHOWN_CHARACTERS = 300
"""Characters of an answer that an error shows."""

STATUS_HINTS = {
    401: "Look at the Authorization header in the handler's options.",
    403: "Look at the Authorization header in the handler's options.",
    404: "Look at the handler's url.",
    405: "Set the handler's method to what the server takes.",
    413: "Make batches smaller with --batch-size.",
    422: "The server judges these records invalid: its words say why.",
}


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """How batches become requests: an array of records, or with *envelope* an object that holds it under that name."""

    url: str
    method: HttpMethod
    headers: Mapping[str, str]
    envelope: str = ""

    def build_arguments(self, batch: Batch) -> dict[str, Any]:
        """The arguments of an httpx client's ``request`` for *batch*."""
        body = b"[" + b",".join(batch.lines) + b"]"
        if self.envelope:
            body = b"{" + dumps(self.envelope) + b":" + body + b"}"
        headers = {"Content-Type": "application/json", "Idempotency-Key": batch.key, **self.headers}
        return {"method": self.method, "url": self.url, "content": body, "headers": headers}


def expand_url(url: str, model: str) -> str:
    """*url* with ``{model}`` filled in. Raises PersistError when it is no address that can be posted to."""
    filled = url.replace("{model}", model)
    try:
        parsed = httpx.URL(filled)
        if parsed.scheme in ("http", "https") and parsed.host and 0 <= (parsed.port or 0) < 1 << 16:
            return filled
    except httpx.InvalidURL:
        pass
    raise PersistError(
        f"{filled!r} is no address.", hint="Give url as https://host/path.", url=filled
    )


def require_success(response: httpx.Response, now: datetime | None = None) -> None:
    """Raises TransientError for an answer that another try may change, PersistError for any other than success."""
    if response.is_success:
        return
    shown = " ".join(response.text.split())[:MAX_SHOWN_CHARACTERS]
    status = f"{response.status_code} {response.reason_phrase}".strip()
    message = f"{response.url} answered {status}" + (f": {shown}" if shown else ".")
    facts: dict[str, Any] = {
        "status": response.status_code,
        "answer": shown,
        "url": str(response.url),
    }
    if response.status_code in RETRYABLE_STATUSES or response.status_code >= 500:
        raise TransientError(
            message,
            retry_after=parse_retry_after(response.headers.get("Retry-After"), now),
            **facts,
        )
    if response.is_redirect:
        hint = f"Set the handler's url to {response.headers.get('Location', 'where it leads')}."
        raise PersistError(message, hint=hint, **facts)
    raise PersistError(
        message, hint=STATUS_HINTS.get(response.status_code, "The server's words say why."), **facts
    )


def parse_retry_after(header: str | None, now: datetime | None = None) -> float | None:
    """Seconds that a ``Retry-After`` header asks for, given as such or as a date [RFC 9110]; None when it says nothing."""
    if not header:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return max(0.0, (moment - (now or datetime.now(timezone.utc))).total_seconds())


@contextmanager
def translate_httpx_errors(url: str) -> Iterator[None]:
    """What httpx raises within the block, as an error of ours: transient unless no other try can help."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise TransientError(
            f"{url} did not answer in time ({type(error).__name__}).", url=url
        ) from error
    except httpx.LocalProtocolError as error:
        raise PersistError(
            f"No request can be made: {error}", hint="Look at the handler's headers.", url=url
        ) from error
    except httpx.TransportError as error:
        if _is_tls_error(error):
            hint = "Set SSL_CERT_FILE to the certificate that signed the server's, or correct the host in url."
            raise PersistError(f"{url} cannot be trusted: {error}", hint=hint, url=url) from error
        raise TransientError(
            f"{url} cannot be reached: {error or type(error).__name__}.", url=url
        ) from error


def _is_tls_error(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
