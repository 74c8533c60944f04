"""The time limit of an import in this process, which ``pfg serve`` needs."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

from pytest_fixturegen.cli import output
from pytest_fixturegen.cli.global_options import GlobalOptions
from pytest_fixturegen.cli.serve_guard import END_MESSAGE, GuardedImport
from pytest_fixturegen.errors import UnsafeImportViolation


@contextmanager
def limit_import(seconds: float) -> Iterator[None]:
    """End this process if the block takes longer than *seconds*, with one sentence.

    An exception would not do: the module that is imported may catch it. Code that never returns to
    Python is not interrupted; there the parent ends this process. Windows has no such timer.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    options = click.get_current_context().ensure_object(GlobalOptions)

    def end_process(number: int, frame: FrameType | None) -> None:
        os._exit(output.print_error(build_import_error(seconds), options))

    previous = signal.signal(signal.SIGALRM, end_process)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    GuardedImport.send(b"%g\n" % seconds)
    try:
        yield
    finally:
        GuardedImport.send(END_MESSAGE)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def build_import_error(seconds: float) -> UnsafeImportViolation:
    """Return the error of a target whose import takes longer than *seconds*."""
    return UnsafeImportViolation(
        f"The target took longer than {seconds:g} seconds to import.",
        hint="Allow more with --timeout, or move slow work out of the module.",
        limit="time",
        timeout=seconds,
        phase="import",
    )
