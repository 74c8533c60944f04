"""What the command line prints: results, errors for people, errors as JSON."""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Sequence

import click

from pytest_fixturegen.emit.outputs import Written
from pytest_fixturegen.errors import FixturegenError, InternalError, together
from pytest_fixturegen.remote import Outcome


class Notices(logging.Handler):
    """Prints what our rooms have to say beside results, on standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one notice."""
        click.echo(record.getMessage(), err=True)


def listen(*, verbose: bool) -> None:
    """Print warnings from now on; with *verbose*, what is only of interest too."""
    log = logging.getLogger("pytest_fixturegen")
    log.handlers = [Notices()]
    log.setLevel(logging.INFO if verbose else logging.WARNING)
    log.propagate = False


def fail(error: Exception, *, as_json: bool, debug: bool) -> int:
    """Print *error* and return the exit code for it."""
    known = error if isinstance(error, FixturegenError) else InternalError.of(error)
    if debug:
        click.echo("".join(traceback.format_exception(error)), err=True)
    if as_json:
        click.echo(json.dumps(known.as_json(), ensure_ascii=False, default=str))
    else:
        click.secho("error: ", nl=False, err=True, fg="red", bold=True)
        click.echo(known.message, err=True)
        if known.hint:
            click.secho("  hint: ", nl=False, err=True, fg="cyan")
            click.echo(known.hint, err=True)
    return known.code


def written(outputs: Sequence[Written]) -> None:
    """A line for each file, on standard error: standard output belongs to data."""
    for output in outputs:
        if output.path is not None:
            click.echo(f"{'wrote' if output.changed else 'unchanged'} {output.path}", err=True)


def outcome(result: Outcome) -> None:
    """The files written; then, if models failed, one line for each of them. Raises the error they make together."""
    written(result.written)
    if not result.failures:
        return
    if len(result.failures) == 1 and not result.written:
        raise result.failures[0]
    total = len(result.failures) + len({output.path for output in result.written})
    raise together(result.failures, total)
