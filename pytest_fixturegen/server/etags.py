"""ETags: the version of a record, or of a view of it, and the preconditions of a request.

The tag of a view (``?fields=``, ``?expand=``) begins with the tag of its record: ``"record.view"``.
So a client that read a view may send its tag as If-Match to change the record.
"""

from __future__ import annotations

import hashlib

from starlette.requests import Request

from pytest_fixturegen.server.bodies import GZIP_SUFFIX
from pytest_fixturegen.store.errors import StaleError

DIGEST_BYTES = 12


def compute_etag(text: bytes, record: bytes | None = None) -> str:
    """Return the ETag of *text*, quotes included; equal bytes have equal tags.

    If *text* is a view of a *record*, the tag begins with the one of the record.
    """
    if record is None or text == record:
        return f'"{_compute_digest(text)}"'
    return f'"{_compute_digest(record)}.{_compute_digest(text)}"'


def has_matching_tag(
    request: Request,
    header: str,
    tag: str,
) -> bool:
    """Return whether *header*, ``if-match`` or ``if-none-match``, lists *tag* or ``*``.

    The header may come on several lines. The tag of a compressed response counts as the plain one.
    """
    tags = _read_tags(request, header)
    return "*" in tags or tag in tags


def require_match(request: Request, text: bytes) -> None:
    """Raise StaleError if the preconditions of *request* do not hold for the record *text*.

    The tag of a view names the version of its record, too.
    """
    tag = compute_etag(text)
    if "if-match" in request.headers and not _has_record_tag(request, "if-match", tag):
        raise StaleError(
            "The record has changed since it was read.",
            hint="Read it again, and send its ETag as If-Match.",
        )
    if _has_record_tag(request, "if-none-match", tag):
        raise StaleError(
            "The record exists, and If-None-Match says that it must not.",
            hint="Send the change without If-None-Match.",
        )


def _compute_digest(text: bytes) -> str:
    return hashlib.blake2b(text, digest_size=DIGEST_BYTES).hexdigest()


def _has_record_tag(
    request: Request,
    header: str,
    tag: str,
) -> bool:
    """Return whether *header* lists *tag*, the tag of a view of its record, or ``*``."""
    start = tag.removesuffix('"')
    tags = _read_tags(request, header)
    return any(each in ("*", tag) or each.startswith(f"{start}.") for each in tags)


def _read_tags(request: Request, header: str) -> list[str]:
    """Return the tags of *header* without marks of weakness and compression."""
    names = ",".join(request.headers.getlist(header)).split(",")
    tags = [name.strip().removeprefix("W/") for name in names]
    ending = f'{GZIP_SUFFIX}"'
    return [f'{tag.removesuffix(ending)}"' if tag.endswith(ending) else tag for tag in tags]
