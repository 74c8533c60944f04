"""The parent's end of the pipe to the child: reading ends when the watchdog says so.

The end of the child is not enough. A process that the child has forked holds the pipe open, and a
plain read would wait for it.
"""

from __future__ import annotations

import os
import select

READ_BYTES = 1 << 16
"""Bytes of one read: as much as a pipe of Linux holds [pipe(7)]."""


class ChildPipe:
    """Reads from *descriptor* until its end, or until :meth:`cut` is called."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._buffer = bytearray()
        self._is_waiting = False
        self._waker, self._wake_end = os.pipe()
        self._poller = select.poll()
        self._poller.register(descriptor, select.POLLIN)
        self._poller.register(self._waker, select.POLLIN)

    def read(self, length: int) -> bytes:
        """Return *length* bytes; fewer after the end of the pipe, or after a cut."""
        buffer = self._buffer
        while len(buffer) < length:
            piece = self._read_piece()
            if not piece:
                break
            buffer += piece
        data = bytes(memoryview(buffer)[:length])
        del buffer[:length]
        return data

    def _read_piece(self) -> bytes:
        """Wait for data and return it, or b"" after the end of the pipe or a cut."""
        self._is_waiting = True
        ready = {descriptor for descriptor, _ in self._poller.poll()}
        self._is_waiting = False
        if self._waker in ready:
            return b""
        return os.read(self._descriptor, READ_BYTES)

    def is_drained(self) -> bool:
        """Return whether a reader waits for data in an empty pipe, so no writer is blocked."""
        poller = select.poll()  # that of the reader cannot be used by two threads
        poller.register(self._descriptor, select.POLLIN)
        return self._is_waiting and not poller.poll(0)

    def cut(self) -> None:
        """End a read in another thread, and all later ones that need the pipe."""
        os.write(self._wake_end, b"x")

    def close(self) -> None:
        """Close what this object has opened; the descriptor belongs to its owner."""
        os.close(self._waker)
        os.close(self._wake_end)
