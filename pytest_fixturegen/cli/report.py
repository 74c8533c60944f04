"""What the command line prints: results, errors for people, errors as JSON."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from pytest_fixturegen.cli.manner import Manner, current
from pytest_fixturegen.errors import EmitError, Findings, FixturegenError, InternalError, together

if TYPE_CHECKING:
    from pytest_fixturegen.emit.outputs import Written
    from pytest_fixturegen.outputs_received import Outcome

FULL = (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC)
"""What the system says of an output that takes no more."""


class ClosedError(Exception):
    """Whoever read our standard output has had enough. Click would turn a BrokenPipeError into an exit of its own."""


@contextmanager
def standard_output() -> Iterator[None]:
    """Within the block, trouble with standard output becomes ClosedError, or EmitError where it takes no more."""
    try:
        yield
    except BrokenPipeError as error:
        raise ClosedError from error
    except OSError as error:
        if error.errno not in FULL or error.filename is not None:
            raise
        reason = (error.strerror or "").lower()
        raise EmitError(f"Standard output cannot be written: {reason}.", hint="Make room, or write elsewhere.") from error


WRITTEN = "pytest_fixturegen.written"
"""Where a context keeps the paths of all files that its command has written."""


def colour(environ: Mapping[str, str] = os.environ) -> bool | None:
    """Whether to use colours; None: where the output is a terminal [no-color.org, force-color.org]."""
    if environ.get("NO_COLOR") or environ.get("TERM") == "dumb":
        return False
    forced = environ.get("FORCE_COLOR") or environ.get("CLICOLOR_FORCE")
    return True if forced and forced != "0" else None


def fail(error: Exception, manner: Manner) -> int:
    """Print *error* and return the exit code for it."""
    known = error if isinstance(error, FixturegenError) else InternalError.of(error)
    if manner.debug:
        import traceback

        click.echo("".join(traceback.format_exception(error)), err=True)
    if manner.json_errors and _say_json(known):
        return known.code
    _tell("error: ", "red", known.message)
    if known.hint:
        _tell("  hint: ", "cyan", known.hint)
    return known.code


def _say_json(error: FixturegenError) -> bool:
    """Print *error* on standard output as JSON; False where that takes nothing."""
    import json

    text = json.dumps(error.as_json(), ensure_ascii=False, default=str)
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")  # half a surrogate pair is still JSON
        sys.stdout.flush()
    except (OSError, AttributeError):  # full, or closed
        return False
    return True


def _tell(heading: str, fg: str, text: str) -> None:
    click.secho(heading, nl=False, err=True, fg=fg, bold=fg == "red", color=colour())
    click.echo(text, err=True, color=colour())


def written(outputs: Sequence[Written]) -> None:
    """A line for each file, on standard error: standard output belongs to data."""
    from pytest_fixturegen.cli import notices

    for output in outputs:
        if output.path is not None:
            click.get_current_context().meta.setdefault(WRITTEN, set()).add(output.path.resolve())
            said = ("stale", "up to date") if output.difference is not None else ("wrote", "unchanged")
            notices.say(f"{said[0] if output.changed else said[1]} {output.path}")


def outcome(result: Outcome) -> None:
    """The files written; then, if models failed, one line for each of them. Raises the error they make together."""
    written(result.written)
    if not result.failures:
        _require_fresh([each for each in result.written if each.difference])
        return
    if len(result.failures) == 1 and not result.written:
        raise result.failures[0]
    total = len(result.failures) + len({output.path for output in result.written})
    raise together(result.failures, total)


def _require_fresh(stale: Sequence[Written]) -> None:
    """Show what would change in files that are stale. Raises Findings when there are any."""
    if not stale:
        return
    if not current().json_errors:
        click.echo("\n".join(str(each.difference) for each in stale))
    files, verb = ("1 file", "is") if len(stale) == 1 else (f"{len(stale)} files", "are")
    raise Findings(
        f"{files} {verb} not what would be written now.",
        hint=f"The same command without --check writes {'it' if len(stale) == 1 else 'them'}.",
        stale=[{"path": str(each.path), "difference": each.difference} for each in stale],
    )
