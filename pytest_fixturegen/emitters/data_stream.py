"""Standard output for JSON and source code, which a terminal may show."""

from __future__ import annotations

import re
from typing import BinaryIO

PLAIN_CONTROLS = bytes([*range(9), *range(11, 32), 127])
"""The control characters of ASCII, without the tab and the line feed."""

UNFINISHED_CHARACTER = re.compile(rb"[\xc2\xd8]\Z|\xe2[\x80\x81]?\Z|\xed[\xa0-\xbf]?\Z")
"""The first bytes of a character to escape, at the end of a block [RFC 3629]."""

ESCAPED_CHARACTERS = re.compile(
    rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c"
    rb"|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xed[\xa0-\xbf][\x80-\xbf]"
)
"""The characters of :data:`errors.CONTROL_CHARACTERS` in UTF-8."""


class DataStream:
    r"""Standard output for JSON and Python: control characters become ``\uXXXX``.

    Both formats allow these characters only in strings, whose values stay the same. So the output
    on standard output and the one in a file have equal values.
    """

    def __init__(self, stream: BinaryIO) -> None:
        """Write to *stream*."""
        self._stream = stream
        self._held = b""

    def write(self, chunk: bytes) -> int:
        """Write *chunk*; a character at its end that is not complete is held back."""
        text = self._held + chunk
        self._held = b""
        if text.isascii() and len(text.translate(None, PLAIN_CONTROLS)) == len(text):
            self._stream.write(text)
            return len(chunk)
        unfinished = UNFINISHED_CHARACTER.search(text)
        if unfinished:
            self._held = unfinished[0]
            text = text[: unfinished.start()]
        self._stream.write(ESCAPED_CHARACTERS.sub(_escape_bytes, text))
        return len(chunk)

    def flush(self) -> None:
        """Flush the stream, except for the bytes of an incomplete character."""
        self._stream.flush()


def _escape_bytes(match: re.Match[bytes]) -> bytes:
    """Return the escape sequence for the matched character."""
    character = match[0].decode("utf-8", "surrogatepass")
    return b"\\u%04x" % ord(character)
