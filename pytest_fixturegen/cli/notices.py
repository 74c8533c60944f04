"""What commands have to say beside data and errors, on standard error: warnings, and lines of interest."""

from __future__ import annotations

import logging

import click

LOGGER = logging.getLogger("pytest_fixturegen")


class NoticeHandler(logging.Handler):
    """Prints what our rooms have to say beside results, on standard error; what is to come *last*, in the end."""

    def __init__(self) -> None:
        super().__init__()
        self.last: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Print one notice."""
        if getattr(record, "last", False):
            self.last.append(record.getMessage())
        else:
            click.echo(record.getMessage(), err=True)

    def finish(self) -> None:
        """Print what was kept back."""
        for line in self.last:
            click.echo(line, err=True)


def finish_notices() -> None:
    """Nothing comes any more but an error."""
    for each in LOGGER.handlers:
        if isinstance(each, NoticeHandler):
            each.finish()


def start_notices(*, verbose: bool, quiet: bool = False) -> None:
    """Print warnings from now on; when *verbose*, what is only of interest too; when *quiet*, neither."""
    LOGGER.handlers = [NoticeHandler()]
    LOGGER.setLevel(logging.INFO if verbose else logging.ERROR if quiet else logging.WARNING)
    LOGGER.propagate = False


def has_notices() -> bool:
    """Whether lines that are no data are wanted: not when quiet."""
    return LOGGER.isEnabledFor(logging.WARNING)


def print_notice(text: str) -> None:
    """*text*, a line that is no data, on standard error; not when quiet."""
    if has_notices():
        click.echo(text, err=True)
