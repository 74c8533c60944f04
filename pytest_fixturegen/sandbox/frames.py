"""What the child says to the parent: frames of bytes, each a tag, a length and a payload.

The parent trusts nothing of it: a frame that is cut, too long or unknown ends the run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from pytest_fixturegen.errors import UnsafeImportViolation

OUTPUT, DATA, CLOSE, FAILURE, REPORT, ERROR, END = b"O", b"D", b"C", b"F", b"R", b"E", b"Z"
"""A new output and what it is; a piece of it; its end; a model that cannot be served; a JSON report; an error that ends
the run; the end of all."""

TAGS = (OUTPUT, DATA, CLOSE, FAILURE, REPORT, ERROR, END)
LONGEST = 64 << 20
"""Bytes of a payload at most."""

Frame = tuple[bytes, bytes]


class Sender:
    """Writes frames to *channel*."""

    def __init__(self, channel: IO[bytes]) -> None:
        self._channel = channel

    def send(self, tag: bytes, payload: bytes = b"") -> None:
        """One frame. A payload longer than a frame may be goes in pieces."""
        for start in range(0, max(len(payload), 1), LONGEST):
            piece = payload[start : start + LONGEST]
            self._channel.write(tag + len(piece).to_bytes(4, "big") + piece)

    def say(self, tag: bytes, value: Any) -> None:
        """One frame that holds *value* as JSON."""
        self.send(tag, json.dumps(value, default=str).encode())
        self._channel.flush()

    def flush(self) -> None:
        """Hand everything over."""
        self._channel.flush()


def received(channel: IO[bytes]) -> Iterator[Frame]:
    """The frames of *channel*, up to END.

    Raises UnsafeImportViolation when the channel breaks off or carries something else.
    """
    while True:
        head = channel.read(5)
        if len(head) < 5:
            raise broken("ended before it was done")
        tag, length = head[:1], int.from_bytes(head[1:], "big")
        if tag not in TAGS or length > LONGEST:
            raise broken("sent something that is no frame")
        payload = channel.read(length)
        if len(payload) < length:
            raise broken("ended in the middle of a frame")
        if tag == END:
            return
        yield tag, payload


def as_mapping(payload: bytes) -> dict[str, Any]:
    """The JSON object that *payload* holds. Raises UnsafeImportViolation when it holds none."""
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError):
        raise broken("sent a report that is no JSON") from None
    if not isinstance(value, dict):
        raise broken("sent a report that is no object")
    return value


def broken(what: str) -> UnsafeImportViolation:
    """The channel is not to be trusted any more."""
    return UnsafeImportViolation(
        f"The process that runs the target {what}.",
        hint="Look for os._exit, closed file descriptors or a crash in the target; its own output is on standard error.",
    )
