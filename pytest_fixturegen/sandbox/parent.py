"""Starts the child, keeps its time, and reads its frames. The parent itself never imports the target."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

from pytest_fixturegen.errors import UnsafeImportViolation, from_json
from pytest_fixturegen.sandbox.frames import ERROR, Frame, as_mapping, received

COMMAND = "import sys; sys.path[:1] == [''] and sys.path.pop(0); from pytest_fixturegen.sandbox.child import main; main()"
"""Without the working directory on the path: a ``types.py`` of the project must not become Python's own."""


@contextmanager
def running(job: str, request: dict[str, Any], timeout: float) -> Iterator[Iterator[Frame]]:
    """The frames of the child that runs *job*, a ``module:function``, with the arguments *request*.

    *timeout*: seconds until the first frame must have come, since the target's import is done by then. Raises the
    child's own error, and UnsafeImportViolation when the channel breaks or time runs out.
    """
    child = subprocess.Popen([sys.executable, "-c", COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdin is not None
    assert child.stdout is not None
    late = threading.Event()
    timer = threading.Timer(timeout, _expire, (late, child))
    timer.daemon = True
    timer.start()
    try:
        with suppress(BrokenPipeError):  # it died before it listened: the frames say so better
            child.stdin.write(json.dumps({"job": job, **request}).encode() + b"\n")
            child.stdin.close()
        yield _frames(child.stdout, timer, late, timeout)
    finally:
        timer.cancel()
        child.kill()
        child.stdout.close()
        child.wait()


def _expire(late: threading.Event, child: subprocess.Popen[bytes]) -> None:
    late.set()
    child.kill()


def _frames(channel: IO[bytes], timer: threading.Timer, late: threading.Event, timeout: float) -> Iterator[Frame]:
    try:
        for tag, payload in received(channel):
            timer.cancel()
            if tag == ERROR:
                raise from_json(as_mapping(payload))
            yield tag, payload
    except UnsafeImportViolation:
        if late.is_set():
            raise UnsafeImportViolation(
                f"The import of the target took longer than {timeout:g} seconds.",
                hint="Give it more time with --timeout, or take slow work out of the module.",
                timeout=timeout,
            ) from None
        raise
