"""Documents on the network, which are read only from the addresses that the user allows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from pytest_fixturegen.errors import DiscoveryError
from pytest_fixturegen.introspection.readers.documents.loading import MAX_BYTES

PORTS = {"http": 80, "https": 443}
"""The port of each scheme that documents may have."""

TIMEOUT = 10.0
"""Seconds that a host may take to answer."""


def find_address(uri: str) -> str:
    """Return the ``HOST:PORT`` of *uri*; empty if it is not an address on the network."""
    try:
        parts = urlsplit(uri)
        port = parts.port or PORTS.get(parts.scheme)
    except ValueError:  # a port that is no number
        return ""
    return f"{parts.hostname}:{port}" if parts.hostname and parts.scheme in PORTS else ""


def fetch_document(
    uri: str,
    addresses: Sequence[str],
) -> bytes | None:
    """Return the bytes of the document at *uri*; None if its address is not among *addresses*.

    Redirections are followed to these addresses only. Raise DiscoveryError if the host does not
    answer, or the document is too large.
    """
    if find_address(uri) not in addresses:
        return None
    import urllib.request  # slow to import, and few documents need the network

    class AllowedRedirects(urllib.request.HTTPRedirectHandler):
        """Follows redirections to allowed addresses."""

        def redirect_request(
            self,
            req: urllib.request.Request,
            fp: object,
            code: int,
            msg: str,
            headers: object,
            newurl: str,
        ) -> urllib.request.Request | None:
            """Return the next request. Raise OSError if its address is not allowed."""
            if find_address(newurl) not in addresses:
                raise OSError(f"it redirects to {newurl:.100}, which is not allowed")
            return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]

    opener = urllib.request.build_opener(AllowedRedirects)
    try:
        with opener.open(uri, timeout=TIMEOUT) as response:
            content: bytes = response.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise DiscoveryError(
            f"Cannot read {uri:.200}: {error}.",
            hint="Put the document beside the others, or check its address.",
            path=uri,
        ) from error
    if len(content) > MAX_BYTES:
        raise DiscoveryError(
            f"{uri:.200} is too large: expected at most {MAX_BYTES >> 20} MB.",
            hint="Put the part that is needed beside the document.",
            path=uri,
        )
    return content


def name_file(uri: str, content: bytes) -> PurePosixPath:
    """Return the name of the file at *uri*, whose ending says that *content* is JSON or YAML."""
    path = PurePosixPath(urlsplit(uri).path.rpartition("/")[2] or "document")
    is_json = content.lstrip()[:1] in (b"{", b"[")
    return path.with_suffix(".json" if is_json else ".yaml") if not path.suffix else path
