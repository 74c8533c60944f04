"""The parent of ``pfg serve``: it ends an import that nothing in the server's process can end.

The server imports its target into its own process. Native code that does not return to Python, such
as a regular expression, lets no signal handler and no thread run there. So the server is a child of
a process that imports nothing: it passes on signals, and kills the server if the import takes too
long. Without sigtimedwait(2), which macOS and Windows lack, the server has no such parent.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

TICK_SECONDS = 0.05
IDLE_SECONDS = 3600.0

MAX_TICK_SECONDS = 0.5
"""The most that one tick counts: a process that was stopped (Ctrl-Z) did not wait meanwhile."""

GRACE_SECONDS = 0.5
"""Time for the server to report itself that its limit is over."""

MESSAGE_BYTES = 64
END_MESSAGE = b"end\n"

PR_SET_PDEATHSIG = 1  # [linux/prctl.h]


class GuardedImport:
    """The server's end of the pipe to its parent, if it has one."""

    writer: int | None = None

    @classmethod
    def send(cls, message: bytes) -> None:
        """Tell the parent how many seconds the import may take, or that it has ended."""
        if cls.writer is not None:
            os.write(cls.writer, message)


def fork_server() -> None:
    """Return in a child of this process, which stays as its parent and ends with its exit code."""
    if not hasattr(signal, "sigtimedwait"):
        return
    reader, writer = os.pipe()
    parent = os.getpid()
    watched = (
        signal.SIGINT,
        signal.SIGTERM,
        signal.SIGHUP,
        signal.SIGCHLD,
    )
    old_mask = signal.pthread_sigmask(signal.SIG_BLOCK, watched)
    server = os.fork()
    if server:
        os.close(writer)
        _watch_server(server, ImportClock(reader), watched)
    os.close(reader)
    _end_with_parent(parent)
    signal.pthread_sigmask(signal.SIG_SETMASK, old_mask)
    GuardedImport.writer = writer


def _end_with_parent(parent: int) -> None:
    """Let the kernel kill this process when *parent* ends, however that happens."""
    import ctypes

    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the line above
        os._exit(1)


class ImportClock:
    """The time that the import of the server has taken, by the messages in the pipe *reader*."""

    def __init__(self, reader: int) -> None:
        os.set_blocking(reader, False)
        self._reader = reader
        self._ticked_at = time.monotonic()
        self._passed = 0.0
        self.limit = 0.0
        self.has_ended = False

    def read_messages(self) -> None:
        """Read what the server has sent: its limit, and later that the import has ended."""
        with suppress(BlockingIOError):
            for line in os.read(self._reader, MESSAGE_BYTES).splitlines(keepends=True):
                self.has_ended = line == END_MESSAGE
                self.limit = self.limit or float(line)

    def is_over(self) -> bool:
        """Return whether the import has taken longer than its limit."""
        now = time.monotonic()
        tick = min(now - self._ticked_at, MAX_TICK_SECONDS)
        self._ticked_at = now
        self.read_messages()
        if self.limit and not self.has_ended:
            self._passed += tick
        return not self.has_ended and self._passed > self.limit + GRACE_SECONDS


def _watch_server(
    server: int,
    clock: ImportClock,
    watched: tuple[signal.Signals, ...],
) -> NoReturn:
    """Pass on signals to *server* until it ends, then end as it did; kill it if *clock* is over."""
    while True:
        tick = IDLE_SECONDS if clock.has_ended else TICK_SECONDS
        received = signal.sigtimedwait(watched, tick)
        if received is None or received.si_signo == signal.SIGCHLD:
            _end_like(server)
        elif received.si_code <= 0:  # from a process; the terminal's reach the server, too
            os.kill(server, received.si_signo)
        if clock.is_over():
            os.kill(server, signal.SIGKILL)
            os.waitpid(server, 0)
            os._exit(_report_limit(clock.limit))


def _end_like(server: int) -> None:
    """End this process as *server* has ended, if it has."""
    ended, status = os.waitpid(server, os.WNOHANG)
    if not ended:
        return
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        with suppress(OSError):  # SIGKILL cannot be set
            signal.signal(-code, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        os.kill(os.getpid(), -code)
    os._exit(code)


def _report_limit(seconds: float) -> int:
    """Print the error of an import that takes longer than *seconds*; return its exit code."""
    from pytest_fixturegen.cli import output
    from pytest_fixturegen.cli.global_options import GlobalOptions
    from pytest_fixturegen.cli.start_limit import build_import_error

    options = GlobalOptions()
    options.add_unparsed(sys.argv)
    code = output.print_error(build_import_error(seconds), options)
    sys.stdout.flush()
    return code
