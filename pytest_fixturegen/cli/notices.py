"""Notices of commands on standard error: warnings, and details with ``--verbose``."""

from __future__ import annotations

import logging

from pytest_fixturegen.cli import terminal

LOGGER = logging.getLogger("pytest_fixturegen")


class NoticeHandler(logging.Handler):
    """Print log records on standard error; those marked ``last`` come at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.last: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Print one notice."""
        if getattr(record, "last", False):
            self.last.append(record.getMessage())
        else:
            terminal.print_error_line(record.getMessage())

    def finish(self) -> None:
        """Print the records that were held back."""
        for line in self.last:
            terminal.print_error_line(line)


def finish_notices() -> None:
    """Print the notices that come last."""
    for handler in LOGGER.handlers:
        if isinstance(handler, NoticeHandler):
            handler.finish()


def start_notices(*, verbose: bool, quiet: bool = False) -> None:
    """Print warnings from now on, details as well if *verbose*, and neither if *quiet*."""
    LOGGER.handlers = [NoticeHandler()]
    if verbose:
        LOGGER.setLevel(logging.INFO)
    else:
        LOGGER.setLevel(logging.ERROR if quiet else logging.WARNING)
    LOGGER.propagate = False


def has_notices() -> bool:
    """Return whether notices are printed: not with ``--quiet``."""
    return LOGGER.isEnabledFor(logging.WARNING)


def print_notice(text: str) -> None:
    """Print *text* on standard error, unless ``--quiet`` is set."""
    if has_notices():
        terminal.print_error_line(text)
