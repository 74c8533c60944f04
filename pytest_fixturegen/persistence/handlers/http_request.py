"""Requests and responses that both HTTP handlers share."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any, Literal

import httpx

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen._internal.json_values import dumps
from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.errors import PersistError, TransientError
from pytest_fixturegen.persistence.contract import Batch

HttpMethod = Literal["POST", "PUT"]
RETRYABLE_STATUSES = (408, 425, 429)
"""Statuses below 500 that another try may change [RFC 9110, RFC 8470, RFC 6585]."""

URL_PASSWORD = re.compile(r"(//[^/@:]*:)[^/@]+(@)")

MAX_SHOWN_CHARACTERS = 300
"""Characters of a response that an error shows."""

STATUS_HINTS = {
    401: "Check the Authorization header in the handler's options.",
    403: "Check the Authorization header in the handler's options.",
    404: "Check the handler's url.",
    405: "Set the handler's method to one that the server supports.",
    413: "Make batches smaller with --batch-size.",
    422: "The server rejects these records; its answer says why.",
}


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """Turns batches into requests.

    The body is an array of records, or an object that has the array under the name *envelope*.
    """

    url: str
    method: HttpMethod
    headers: Mapping[str, str]
    envelope: str = ""

    def build_arguments(self, batch: Batch) -> dict[str, Any]:
        """Return the arguments of an httpx client's ``request`` for *batch*."""
        body = b"[" + b",".join(batch.lines) + b"]"
        if self.envelope:
            body = b"{" + dumps(self.envelope) + b":" + body + b"}"
        headers = {
            "Content-Type": "application/json",
            "Accept-Encoding": "identity",
            "Idempotency-Key": batch.key,
            **self.headers,
        }
        return {
            "method": self.method,
            "url": self.url,
            "content": body,
            "headers": headers,
        }


def expand_url(url: str, model: str) -> str:
    """Return *url* with ``{model}`` filled in.

    Raises PersistError if the result is not an HTTP URL with a host and a valid port.
    """
    filled = url.replace("{model}", model)
    if not _is_http_url(filled):
        shown = hide_password(filled)
        raise PersistError(
            f"Invalid URL {shown!r}.", hint="Give url as https://host/path.", url=shown
        )
    return filled


def hide_password(url: object) -> str:
    """Return *url* as text for people: a password in it is replaced."""
    return URL_PASSWORD.sub(r"\1***\2", str(url))


def _is_http_url(text: str) -> bool:
    """Return whether *text* is an HTTP or HTTPS URL with a host and a port below 65536."""
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        return False
    has_valid_port = 0 <= (url.port or 0) < 1 << 16
    return url.scheme in ("http", "https") and bool(url.host) and has_valid_port


def require_success(response: httpx.Response, now: datetime | None = None) -> None:
    """Raise an error unless *response* is a success.

    The error is a TransientError if another try may succeed, or else a PersistError. *now* is the
    time that a date in ``Retry-After`` is compared with.
    """
    if response.is_success:
        return
    answer = shorten(
        " ".join(response.text.split()),
        MAX_SHOWN_CHARACTERS,
    )
    status = f"{response.status_code} {response.reason_phrase}".strip()
    url = hide_password(response.url)
    message = f"{url} answered {status}" + (f": {answer}" if answer else ".")
    facts: dict[str, Any] = {
        "status": response.status_code,
        "answer": answer,
        "url": url,
    }
    if response.status_code in RETRYABLE_STATUSES or response.status_code >= 500:
        retry_after = parse_retry_after(response.headers.get("Retry-After"), now)
        raise TransientError(message, retry_after=retry_after, **facts)
    raise PersistError(
        message,
        hint=_suggest_fix(response),
        **facts,
    )


def _suggest_fix(response: httpx.Response) -> str:
    """Return a hint for *response*, which no other try will change."""
    if response.is_redirect:
        location = response.headers.get("Location", "")
        if not location:
            return "The server redirects without saying where to: correct the handler's url."
        return f"Set the handler's url to {hide_password(response.url.join(location))}."
    return STATUS_HINTS.get(response.status_code, "The server's answer says why.")


def parse_retry_after(header: str | None, now: datetime | None = None) -> float | None:
    """Return the seconds that a ``Retry-After`` header asks for, or None if it is invalid.

    The header holds seconds or an HTTP date [RFC 9110, section 10.2.3].
    """
    if not header:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        retry_time = parsedate_to_datetime(header)
    except ValueError:
        return None
    if retry_time.tzinfo is None:
        retry_time = retry_time.replace(tzinfo=timezone.utc)
    wait = retry_time - (now or datetime.now(timezone.utc))
    return max(0.0, wait.total_seconds())


@contextmanager
def translate_httpx_errors(url: str) -> Iterator[None]:
    """Translate what httpx raises within the block.

    The error is a TransientError if another try may succeed, or else a PersistError.
    """
    url = hide_password(url)
    try:
        yield
    except httpx.TimeoutException as error:
        raise TransientError(
            f"{url} did not answer in time ({type(error).__name__}).", url=url
        ) from error
    except httpx.LocalProtocolError as error:
        raise PersistError(
            f"Invalid request: {error}", hint="Check the handler's headers.", url=url
        ) from error
    except httpx.TransportError as error:
        if _is_tls_error(error):
            raise PersistError(
                f"The certificate of {url} cannot be trusted: {error}",
                hint="Set SSL_CERT_FILE to the certificate that signed the server's, or correct "
                "the host in url.",
                url=url,
            ) from error
        raise TransientError(
            f"{url} cannot be reached: {error or type(error).__name__}.", url=url
        ) from error


def _is_tls_error(error: BaseException | None) -> bool:
    """Return whether *error* or one of its causes is an SSLError, which httpx hides in its own."""
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
