"""The frame protocol: what the child sends to the parent.

A frame is a tag of one byte, a length of four, and a payload. The parent trusts none of it: a
frame that is cut, too long or unknown ends the run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, Protocol

from pytest_fixturegen.errors import EmitError, UnsafeImportViolation, shorten_text

MODEL = b"M"
"""A model and the number of its outputs; all of these come before the first output."""

OUTPUT = b"O"
"""The start of an output, and the facts about it."""

DATA = b"D"
"""A part of the current output."""

CLOSE = b"C"
"""The end of the current output."""

TURN = b"T"
"""The end of a worker's piece of the current output; the next worker goes on."""

PROGRESS = b"P"
"""The number of records made since the last such frame, in an output or for the next outputs.
Meters and the ledger read it; the reader of the job does not.
"""

FAILURE = b"F"
"""The error of one model. The run goes on with the next one."""

REPORT = b"R"
"""A JSON report."""

ERROR = b"E"
"""An error that ends the run."""

END = b"Z"
"""The end of the run."""

HELLO = b"H"
"""The sandbox layers that hold. The job's reader does not see this frame."""

ATTEMPT = b"A"
"""A forbidden action that the target tried. The job's reader does not see this frame."""

FILE = b"I"
"""A file of a folder that was imported, or the error of its import. These come first."""

TAGS = (
    OUTPUT,
    DATA,
    CLOSE,
    FAILURE,
    REPORT,
    ERROR,
    END,
    HELLO,
    ATTEMPT,
    MODEL,
    TURN,
    PROGRESS,
    FILE,
)
JSON_TAGS = frozenset((OUTPUT, FAILURE, REPORT, ERROR, HELLO, MODEL, PROGRESS, FILE))
"""Frames whose payload is a JSON object."""

HEADER_BYTES = 5
MAX_PAYLOAD_BYTES = 8 << 20
"""Bytes of the longest payload; longer data takes several frames."""

MAX_EMPTY = 0
MAX_PROGRESS = 64
MAX_ANNOUNCEMENT = 4 << 10
MAX_SMALL = 64 << 10
MAX_ERROR = 1 << 20
MAX_BYTES_BY_TAG = {
    CLOSE: MAX_EMPTY,
    TURN: MAX_EMPTY,
    END: MAX_EMPTY,
    HELLO: MAX_SMALL,
    ATTEMPT: MAX_SMALL,
    MODEL: MAX_ANNOUNCEMENT,
    PROGRESS: MAX_PROGRESS,
    ERROR: MAX_ERROR,
    FAILURE: MAX_ERROR,
    FILE: MAX_ERROR,
}
"""Bytes of the longest payload of a tag, if it is less than MAX_PAYLOAD_BYTES."""

BYTES_PER_ITEM = 80
"""Memory that one item of parsed JSON takes at worst: ``[[],[]]`` has three bytes an item."""

MAX_FRAME_MEMORY = 32 << 20
"""Bytes of memory that one parsed object may take at worst."""

MAX_DEPTH = 600
"""Levels of one object. Values of deeply nested models take three levels a model."""

NAME_KEYS = ("module", "name", "model")
MAX_NAME_LENGTH = 1000
MODULE_PATTERN = re.compile(r"[^/\\]+")
NAME_PATTERN = re.compile(r"[^\W\d][\w.]*(\.<locals>\.[\w.]+)*(\[[\w.,| \[\]]*\])?")
"""Names of models that have no meaning in a path or to a terminal."""

Frame = tuple[bytes, bytes]
"""A tag and its payload."""

FrameStream = Iterator[Frame]


class Channel(Protocol):
    """A byte stream from which frames are read."""

    def read(self, length: int, /) -> bytes:
        """Return *length* bytes, or fewer at the end."""


class FrameSender:
    """Writes frames to *channel*, in the child."""

    def __init__(self, channel: IO[bytes]) -> None:
        self._channel = channel

    def send(
        self,
        tag: bytes,
        payload: bytes = b"",
    ) -> None:
        """Write *payload*: one frame, or several if it is too long for one."""
        for start in range(
            0,
            max(len(payload), 1),
            MAX_PAYLOAD_BYTES,
        ):
            piece = payload[start : start + MAX_PAYLOAD_BYTES]
            self._channel.write(tag + len(piece).to_bytes(4, "big") + piece)

    def send_json(
        self,
        tag: bytes,
        value: Any,
    ) -> None:
        """Write one frame that holds *value* as JSON, and flush.

        Raise EmitError if the JSON is too long for one frame.
        """
        payload = json.dumps(value, default=str).encode()
        if len(payload) > MAX_PAYLOAD_BYTES:
            raise EmitError(
                f"A report of {len(payload) >> 20} MB is too long: "
                f"expected at most {MAX_PAYLOAD_BYTES >> 20} MB.",
                hint="Ask for fewer values, or select fewer models.",
            )
        self.send(tag, payload)
        self.flush()

    def send_error(
        self,
        tag: bytes,
        body: dict[str, Any],
    ) -> None:
        """Write the error that *body* describes; an exception of the target may be megabytes long.

        Details that are too long for the frame are left out.
        """
        self.send_json(tag, _shorten_error(body))

    def send_file(
        self,
        number: int,
        body: dict[str, Any] | None,
    ) -> None:
        """Write that a file of a folder was imported, or the error that *body* describes."""
        error = {"error": _shorten_error(body)} if body else {}
        self.send_json(FILE, {"file": number, **error})

    def build_short_sender(self, tag: bytes) -> Callable[[bytes], None]:
        """Return a function that sends one short frame at once.

        The audit hook uses it. The function looks nothing up on this object, since the target
        could have replaced it.
        """
        write, flush = self._channel.write, self._channel.flush

        def send_short(payload: bytes) -> None:
            write(tag + len(payload).to_bytes(4, "big") + payload)
            flush()

        return send_short

    def flush(self) -> None:
        """Hand all frames over to the parent."""
        self._channel.flush()


def _shorten_error(body: dict[str, Any]) -> dict[str, Any]:
    """Return *body* with short texts, and without details if they are too long for a frame."""
    short_body = {**body, **{key: shorten_text(body[key]) for key in ("message", "hint")}}
    if len(json.dumps(short_body, default=str)) > MAX_ERROR - MAX_ANNOUNCEMENT:
        short_body["details"] = {}
    return short_body


def read_frames(channel: Channel) -> FrameStream:
    """Yield the frames of *channel* up to END.

    Raise UnsafeImportViolation if the channel breaks off or carries anything else.
    """
    while True:
        header = channel.read(HEADER_BYTES)
        if len(header) < HEADER_BYTES:
            raise build_protocol_error("ended before it was done")
        tag, length = header[:1], int.from_bytes(header[1:], "big")
        if tag not in TAGS or length > MAX_BYTES_BY_TAG.get(tag, MAX_PAYLOAD_BYTES):
            raise build_protocol_error("sent an invalid frame")
        payload = channel.read(length)
        if len(payload) < length:
            raise build_protocol_error("ended in the middle of a frame")
        if tag == END:
            return
        yield tag, payload


def estimate_memory(payload: bytes) -> int:
    """Return the bytes of memory that the JSON in *payload* takes at worst once it is parsed."""
    items = payload.count(b",") + payload.count(b"[") + payload.count(b"{")
    has_wide_text = b"\\u" in payload or not payload.isascii()
    text_bytes = len(payload) * (4 if has_wide_text else 1)
    return items * BYTES_PER_ITEM + text_bytes


def parse_json_object(payload: bytes) -> dict[str, Any]:
    """Return the JSON object in *payload*.

    Raise UnsafeImportViolation if it holds anything else, needs too much memory, or has the name
    of a model or a module that could have a meaning in a path or to a terminal.
    """
    if estimate_memory(payload) > MAX_FRAME_MEMORY:
        raise build_protocol_error("sent a report that is too large", limit="report")
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError):
        raise build_protocol_error("sent a report that is not JSON") from None
    if not isinstance(value, dict):
        raise build_protocol_error("sent a report that is not a JSON object")
    if payload.count(b"[") + payload.count(b"{") > MAX_DEPTH:
        _require_shallow(value)
    for key in NAME_KEYS:
        if key in value and not _is_valid_name(key, value[key]):
            raise build_protocol_error("sent an invalid name")
    return value


def _require_shallow(value: Any) -> None:
    """Raise UnsafeImportViolation if *value* is nested deeper than MAX_DEPTH."""
    level = [value]
    for _ in range(MAX_DEPTH):
        containers = [item for item in level if isinstance(item, (dict, list))]
        if not containers:
            return
        level = [item for container in containers for item in _list_items(container)]
    raise build_protocol_error("sent a report that is nested too deep")


def _list_items(container: dict[str, Any] | list[Any]) -> Iterable[Any]:
    """Return the items of a list, or the values of an object."""
    return container.values() if isinstance(container, dict) else container


def parse_reports(frame_stream: FrameStream) -> list[dict[str, Any]]:
    """Return the objects in the REPORT frames of *frame_stream*; other frames are skipped."""
    return [parse_json_object(payload) for tag, payload in frame_stream if tag == REPORT]


def _is_valid_name(key: str, value: Any) -> bool:
    """Return whether *value* is a short printable name without ``..``.

    Names come from the child, which the parent does not trust.
    """
    if not isinstance(value, str) or len(value) >= MAX_NAME_LENGTH or ".." in value:
        return False
    # A module that is imported from a file may have any name that a file may have.
    pattern = MODULE_PATTERN if key == "module" else NAME_PATTERN
    shown = value.encode("utf-8", "surrogatepass")  # a file name may be no UTF-8
    return pattern.fullmatch(value) is not None and shown.decode("utf-8", "replace").isprintable()


def build_protocol_error(
    reason: str,
    hint: str = "",
    **facts: Any,
) -> UnsafeImportViolation:
    """Return the error of a channel that the parent can no longer trust.

    *reason* completes the sentence "The process that runs the target …". *facts* may name the
    limit that is exceeded.
    """
    default_hint = (
        "Look for os._exit, closed file descriptors or a crash in the target; "
        "--verbose shows its output."
    )
    return UnsafeImportViolation(
        f"The process that runs the target {reason}.",
        hint=hint or default_hint,
        **facts,
    )


def build_order_error() -> UnsafeImportViolation:
    """Return the error of a frame whose tag the reader does not expect here."""
    return build_protocol_error("sent an unexpected frame")
