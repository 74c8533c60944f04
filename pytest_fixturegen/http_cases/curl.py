"""The curl command that repeats a request."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

TEST_HOSTS = ("testserver", "test", "")
"""Hosts of clients that call an application without a server."""

SERVER = "http://localhost:8000"
"""Where `fastapi dev` and uvicorn serve the application."""

USUAL_HEADERS = (
    "host",
    "accept",
    "accept-encoding",
    "connection",
    "user-agent",
    "content-length",
    "transfer-encoding",
)
"""Headers that every client sends, so that a command need not show them."""

MAX_BODY = 4000
"""Characters of a body that a command shows."""


def format_curl(
    method: str,
    url: str,
    headers: Mapping[str, str],
    content: bytes | None,
    own_headers: Mapping[str, str],
) -> str:
    """Return the command that sends *content* with *headers* to *url*.

    The values of headers that are not among *own_headers* may be secrets of the client, so the
    command has a variable of the shell for each of them.
    """
    words = ["curl", "-X", method, shlex.quote(_choose_server(url))]
    for name, value in headers.items():
        if name.lower() in USUAL_HEADERS:
            continue
        if own_headers.get(name.lower()) == value:
            words += ["-H", shlex.quote(f"{name}: {value}" if value else f"{name};")]
        else:
            variable = re.sub(
                r"\W",
                "_",
                name,
            ).upper()
            words += ["-H", f'"{name}: ${variable}"']
    if content is not None:
        words += ["--data-binary", "".join(_quote_body(content))]
    return " ".join(words)


def _choose_server(url: str) -> str:
    """Return *url*, at a server of the developer if it has the host of a test client."""
    parts = urlsplit(url)
    if parts.hostname not in (*TEST_HOSTS, None):
        return url
    path = url.partition("://")[2].partition("/")[2] if "://" in url else url.lstrip("/")
    return f"{SERVER}/{path}"


def _quote_body(content: bytes) -> Iterator[str]:
    """Yield *content* as a word of the shell, and a comment if a part of it is left out."""
    text = content.decode("utf-8", "replace")
    quoted = shlex.quote(text[:MAX_BODY])
    if "\r" in text:  # a terminal would show it as the start of the line
        escaped = text[:MAX_BODY].replace("\\", "\\\\").replace("'", "\\'")
        quoted = "$'" + escaped.replace("\r", "\\r").replace("\n", "\\n") + "'"
    yield quoted
    if len(text) > MAX_BODY:
        yield f"  # the first {MAX_BODY} of {len(text)} characters"
