"""What the child says to the parent: frames of bytes, each a tag, a length and a payload.

The parent trusts nothing of it: a frame that is cut, too long or unknown ends the run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import IO, Any

from pytest_fixturegen.errors import EmitError, UnsafeImportViolation

OUTPUT, DATA, CLOSE, FAILURE, REPORT, ERROR, END = b"O", b"D", b"C", b"F", b"R", b"E", b"Z"
"""A new output and what it is; a piece of it; its end; a model that cannot be served; a JSON report; an error that ends
the run; the end of all."""

MODEL = b"M"
"""A model, and how many outputs it will have: before the first output."""

TURN = b"T"
"""The end of a piece, after which another worker goes on."""

HELLO, ATTEMPT = b"H", b"A"
"""Which walls are up; something that the target tried and may not. For the parent's own ears."""

TAGS = (OUTPUT, DATA, CLOSE, FAILURE, REPORT, ERROR, END, HELLO, ATTEMPT, MODEL, TURN)
LONGEST = 16 << 20
"""Bytes of a payload at most."""

NAMES = ("module", "name", "model")
FILE = re.compile(r"[^/\\]+")
NAME = re.compile(r"[^\W\d][\w.]*(\.<locals>\.[\w.]+)*(\[[\w.,| \[\]]*\])?")
"""What a module or a model may be called: nothing that means something in a path, or to a terminal."""

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
        """One frame that holds *value* as JSON. Raises EmitError when it is too much for one."""
        payload = json.dumps(value, default=str).encode()
        if len(payload) > LONGEST:
            raise EmitError(
                f"{len(payload) >> 20} MB are too much for one report.", hint="Ask for fewer values, or select fewer models."
            )
        self.send(tag, payload)
        self._channel.flush()

    def teller(self, tag: bytes) -> Callable[[bytes], None]:
        """A function that sends one short frame at once. It rests on nothing that could be replaced later."""
        write, flush = self._channel.write, self._channel.flush

        def tell(payload: bytes) -> None:
            write(tag + len(payload).to_bytes(4, "big") + payload)
            flush()

        return tell

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
    for name in NAMES:
        if name in value and not _is_name(name, value[name]):
            raise broken("sent a name that is none")
    return value


def _is_name(of: str, value: Any) -> bool:
    """Whether *value* may be the name *of* what it is said to be; that of a module is as free as names of files are."""
    if not isinstance(value, str) or len(value) >= 1000 or ".." in value:
        return False
    form = FILE if of == "module" else NAME
    return form.fullmatch(value) is not None and value.isprintable()


def broken(what: str, hint: str = "") -> UnsafeImportViolation:
    """The channel is not to be trusted any more."""
    return UnsafeImportViolation(
        f"The process that runs the target {what}.",
        hint=hint or "Look for os._exit, closed file descriptors or a crash in the target; --verbose shows what it printed.",
    )
