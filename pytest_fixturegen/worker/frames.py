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
MAX_PAYLOAD_BYTES = 16 << 20
"""Bytes of a payload at most."""

NAME_KEYS = ("module", "name", "model")
MODULE_PATTERN = re.compile(r"[^/\\]+")
NAME_PATTERN = re.compile(r"[^\W\d][\w.]*(\.<locals>\.[\w.]+)*(\[[\w.,| \[\]]*\])?")
"""What a module or a model may be called: nothing that means something in a path, or to a terminal."""

Frame = tuple[bytes, bytes]


class FrameSender:
    """Writes frames to *channel*."""

    def __init__(self, channel: IO[bytes]) -> None:
        self._channel = channel

    def send(self, tag: bytes, payload: bytes = b"") -> None:
        """One frame. A payload longer than a frame may be goes in pieces."""
        for start in range(0, max(len(payload), 1), MAX_PAYLOAD_BYTES):
            piece = payload[start : start + MAX_PAYLOAD_BYTES]
            self._channel.write(tag + len(piece).to_bytes(4, "big") + piece)

    def send_json(self, tag: bytes, value: Any) -> None:
        """One frame that holds *value* as JSON. Raises EmitError when it is too much for one."""
        payload = json.dumps(value, default=str).encode()
        if len(payload) > MAX_PAYLOAD_BYTES:
            raise EmitError(
                f"{len(payload) >> 20} MB are too much for one report.",
                hint="Ask for fewer values, or select fewer models.",
            )
        self.send(tag, payload)
        self._channel.flush()

    def build_short_sender(self, tag: bytes) -> Callable[[bytes], None]:
        """A function that sends one short frame at once. It rests on nothing that could be replaced later."""
        write, flush = self._channel.write, self._channel.flush

        def send_short(payload: bytes) -> None:
            write(tag + len(payload).to_bytes(4, "big") + payload)
            flush()

        return send_short

    def flush(self) -> None:
        """Hand everything over."""
        self._channel.flush()


def read_frames(channel: IO[bytes]) -> Iterator[Frame]:
    """The frames of *channel*, up to END.

    Raises UnsafeImportViolation when the channel breaks off or carries something else.
    """
    while True:
        head = channel.read(5)
        if len(head) < 5:
            raise build_protocol_error("ended before it was done")
        tag, length = head[:1], int.from_bytes(head[1:], "big")
        if tag not in TAGS or length > MAX_PAYLOAD_BYTES:
            raise build_protocol_error("sent something that is no frame")
        payload = channel.read(length)
        if len(payload) < length:
            raise build_protocol_error("ended in the middle of a frame")
        if tag == END:
            return
        yield tag, payload


def parse_json_object(payload: bytes) -> dict[str, Any]:
    """The JSON object that *payload* holds. Raises UnsafeImportViolation when it holds none."""
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError):
        raise build_protocol_error("sent a report that is no JSON") from None
    if not isinstance(value, dict):
        raise build_protocol_error("sent a report that is no object")
    for name in NAME_KEYS:
        if name in value and not _is_valid_name(name, value[name]):
            raise build_protocol_error("sent a name that is none")
    return value


def _is_valid_name(name_key: str, value: Any) -> bool:
    """Whether *value* may be the name *of* what it is said to be; that of a module is as free as names of files are."""
    if not isinstance(value, str) or len(value) >= 1000 or ".." in value:
        return False
    form = MODULE_PATTERN if name_key == "module" else NAME_PATTERN
    return form.fullmatch(value) is not None and value.isprintable()


def build_protocol_error(reason: str, hint: str = "") -> UnsafeImportViolation:
    """The channel is not to be trusted any more."""
    return UnsafeImportViolation(
        f"The process that runs the target {reason}.",
        hint=hint
        or "Look for os._exit, closed file descriptors or a crash in the target; --verbose shows what it printed.",
    )
