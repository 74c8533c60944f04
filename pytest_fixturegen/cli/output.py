"""What the command line prints: results, errors for people, errors as JSON."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from pytest_fixturegen.cli.global_options import GlobalOptions, get_global_options
from pytest_fixturegen.errors import (
    EmitError,
    Findings,
    FixturegenError,
    InternalError,
    combine_failures,
)

if TYPE_CHECKING:
    from pytest_fixturegen.plugins.contracts import WrittenOutput
    from pytest_fixturegen.worker.output_receiver import EmitResult

OUTPUT_FULL_ERRNOS = (
    errno.ENOSPC,
    errno.EIO,
    errno.EFBIG,
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC,
)
"""What the system says of an output that takes no more."""


class ClosedError(Exception):
    """Whoever read our standard output has had enough. Click would turn a BrokenPipeError into an exit of its own."""


@contextmanager
def guard_stdout() -> Iterator[None]:
    """Within the block, trouble with standard output becomes ClosedError, or EmitError where it takes no more."""
    try:
        yield
    except BrokenPipeError as error:
        raise ClosedError from error
    except OSError as error:
        if error.errno not in OUTPUT_FULL_ERRNOS or error.filename is not None:
            raise
        reason = (error.strerror or "").lower()
        raise EmitError(
            f"Standard output cannot be written: {reason}.", hint="Make room, or write elsewhere."
        ) from error


WRITTEN_PATHS_KEY = "pytest_fixturegen.written"
"""Where a context keeps the paths of all files that its command has written."""


def detect_colour(environ: Mapping[str, str] = os.environ) -> bool | None:
    """Whether to use colours; None: where the output is a terminal [no-color.org, force-color.org]."""
    if environ.get("NO_COLOR") or environ.get("TERM") == "dumb":
        return False
    forced = environ.get("FORCE_COLOR") or environ.get("CLICOLOR_FORCE")
    return True if forced and forced != "0" else None


def print_error(error: Exception, options: GlobalOptions) -> int:
    """Print *error* and return the exit code for it."""
    known = error if isinstance(error, FixturegenError) else InternalError.from_exception(error)
    if options.debug:
        import traceback

        click.echo("".join(traceback.format_exception(error)), err=True)
    if options.json_errors and _print_json_error(known):
        return known.code
    _print_styled("error: ", "red", known.message)
    if known.hint:
        _print_styled("  hint: ", "cyan", known.hint)
    return known.code


def _print_json_error(error: FixturegenError) -> bool:
    """Print *error* on standard output as JSON; False where that takes nothing."""
    import json

    text = json.dumps(error.to_json(), ensure_ascii=False, default=str)
    try:
        sys.stdout.buffer.write(
            text.encode("utf-8", "backslashreplace") + b"\n"
        )  # half a surrogate pair is still JSON
        sys.stdout.flush()
    except (OSError, AttributeError):  # full, or closed
        return False
    return True


def _print_styled(heading: str, text_colour: str, text: str) -> None:
    click.secho(
        heading,
        nl=False,
        err=True,
        fg=text_colour,
        bold=text_colour == "red",
        color=detect_colour(),
    )
    click.echo(text, err=True, color=detect_colour())


def print_outputs(outputs: Sequence[WrittenOutput]) -> None:
    """A line for each file, on standard error: standard output belongs to data."""
    from pytest_fixturegen.cli import notices

    for output in outputs:
        if output.path is not None:
            click.get_current_context().meta.setdefault(WRITTEN_PATHS_KEY, set()).add(
                output.path.resolve()
            )
            said = (
                ("stale", "up to date") if output.difference is not None else ("wrote", "unchanged")
            )
            notices.print_notice(f"{said[0] if output.has_changed else said[1]} {output.path}")


def print_outcome(result: EmitResult) -> None:
    """The files written; then, if models failed, one line for each of them. Raises the error they make together."""
    print_outputs(result.outputs)
    if not result.failures:
        _require_up_to_date([each for each in result.outputs if each.difference])
        return
    if len(result.failures) == 1 and not result.outputs:
        raise result.failures[0]
    total = len(result.failures) + len({output.path for output in result.outputs})
    raise combine_failures(result.failures, total)


def _require_up_to_date(stale: Sequence[WrittenOutput]) -> None:
    """Show what would change in files that are stale. Raises Findings when there are any."""
    if not stale:
        return
    if not get_global_options().json_errors:
        click.echo("\n".join(str(each.difference) for each in stale))
    files, verb = ("1 file", "is") if len(stale) == 1 else (f"{len(stale)} files", "are")
    raise Findings(
        f"{files} {verb} not what would be written now.",
        hint=f"The same command without --check writes {'it' if len(stale) == 1 else 'them'}.",
        stale=[{"path": str(each.path), "difference": each.difference} for each in stale],
    )
