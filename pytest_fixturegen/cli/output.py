"""Output of commands: results, and errors as text or JSON."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from pytest_fixturegen.cli import terminal
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
"""Errors of the system for an output that is full or broken."""


class ClosedError(Exception):
    """The reader of standard output has closed it.

    Not a BrokenPipeError, which Click would turn into exit code 1.
    """


@contextmanager
def guard_stdout() -> Iterator[None]:
    """Turn errors of standard output into ClosedError, or EmitError if it is full."""
    try:
        yield
    except BrokenPipeError as error:
        terminal.discard_stream(sys.stdout)
        raise ClosedError from error
    except OSError as error:
        if error.errno not in OUTPUT_FULL_ERRNOS or error.filename is not None:
            raise
        terminal.discard_stream(sys.stdout)
        reason = (error.strerror or "").lower()
        raise EmitError(
            f"Standard output cannot be written: {reason}.", hint="Make room, or write elsewhere."
        ) from error


WRITTEN_PATHS_KEY = "pytest_fixturegen.written"
"""Key of Click's context for the paths of all files that the command has written."""


def detect_colour(environ: Mapping[str, str] = os.environ) -> bool | None:
    """Return whether to use colours; None: only on a terminal [no-color.org, force-color.org]."""
    if environ.get("NO_COLOR") or environ.get("TERM") == "dumb":
        return False
    forced = environ.get("FORCE_COLOR") or environ.get("CLICOLOR_FORCE")
    if forced and forced != "0":
        return True
    return None


def print_error(error: Exception, options: GlobalOptions) -> int:
    """Print *error* and return the exit code for it."""
    if isinstance(error, FixturegenError):
        reported = error
    else:
        reported = InternalError.from_exception(error)
    if options.debug:
        import traceback

        terminal.print_error_line("".join(traceback.format_exception(error)))
    if options.json_errors and _print_json_error(reported):
        return reported.code
    use_colour = detect_colour()
    terminal.print_error_line(
        reported.message,
        "error: ",
        use_colour=use_colour,
    )
    if reported.hint:
        terminal.print_error_line(
            reported.hint,
            "  hint: ",
            colour="cyan",
            use_colour=use_colour,
        )
    return reported.code


def _print_json_error(error: FixturegenError) -> bool:
    """Print *error* as JSON on standard output; return False if that is full or closed."""
    import json

    try:
        terminal.print_code(
            json.dumps(
                error.to_json(),
                ensure_ascii=False,
                default=str,
            )
            + "\n"
        )
    except (OSError, AttributeError):  # full, or closed
        terminal.discard_stream(sys.stdout)
        return False
    return True


def print_outputs(outputs: Sequence[WrittenOutput]) -> None:
    """Print a line for each file on standard error, since standard output belongs to data."""
    from pathlib import Path

    from pytest_fixturegen.cli import notices

    written_paths = click.get_current_context().meta.setdefault(
        WRITTEN_PATHS_KEY,
        set(),
    )
    for output in outputs:
        if output.path is not None:
            written_paths.add(Path(os.path.realpath(output.path)))
            notices.print_notice(f"{_describe_status(output)} {output.path}")


def _describe_status(output: WrittenOutput) -> str:
    """Return the fate of *output*; a check, which writes nothing, has different words."""
    is_check = output.difference is not None
    if is_check:
        return "stale" if output.has_changed else "up to date"
    if output.is_removed:
        return "removed"
    return "wrote" if output.has_changed else "unchanged"


def print_outcome(result: EmitResult) -> None:
    """Print what was found out about cases, and the written files.

    Raises:
        FixturegenError: If models or files failed: one error that lists them.
        Findings: If files are stale.
    """
    from pytest_fixturegen.cli import notices

    for notice in result.notices:
        notices.print_notice(notice)
    print_outputs(result.outputs)
    result.unread.require_read(result.failures)
    if not result.failures:
        _require_up_to_date([output for output in result.outputs if output.difference])
        return
    if len(result.failures) == 1 and not result.outputs:
        raise result.failures[0]
    failed = {str(failure.facts.get("model")) for failure in result.failures}
    written_count = len({output.path for output in result.outputs})
    total = result.model_count or len(failed) + written_count
    raise combine_failures(result.failures, total)


def _require_up_to_date(stale: Sequence[WrittenOutput]) -> None:
    """Print the differences of *stale* files; raise Findings if there are any."""
    if not stale:
        return
    if not get_global_options().json_errors:
        differences = "\n".join(str(output.difference) for output in stale)
        for line in differences.split("\n"):
            terminal.print_line(line)
    is_single = len(stale) == 1
    subject = "1 file is" if is_single else f"{len(stale)} files are"
    pronoun = "it" if is_single else "them"
    raise Findings(
        f"{subject} out of date.",
        hint=f"The same command without --check writes {pronoun}.",
        stale=[{"path": str(output.path), "difference": output.difference} for output in stale],
    )
