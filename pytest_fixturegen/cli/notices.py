"""What commands have to say beside data and errors, on standard error: warnings, and lines of interest."""

from __future__ import annotations

import logging

import click

LOG = logging.getLogger("pytest_fixturegen")


class Notices(logging.Handler):
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


def finish() -> None:
    """Nothing comes any more but an error."""
    for each in LOG.handlers:
        if isinstance(each, Notices):
            each.finish()


def listen(*, verbose: bool, quiet: bool = False) -> None:
    """Print warnings from now on; when *verbose*, what is only of interest too; when *quiet*, neither."""
    LOG.handlers = [Notices()]
    LOG.setLevel(logging.INFO if verbose else logging.ERROR if quiet else logging.WARNING)
    LOG.propagate = False


def is_heard() -> bool:
    """Whether lines that are no data are wanted: not when quiet."""
    return LOG.isEnabledFor(logging.WARNING)


def say(text: str) -> None:
    """*text*, a line that is no data, on standard error; not when quiet."""
    if is_heard():
        click.echo(text, err=True)
