"""The one place where commands write to standard output and standard error.

Names and values come from the target. A terminal obeys the control characters in them, and shows
text after a direction character in another order. So they are replaced here in text for people, and
escaped in JSON and source code.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from typing import Any

import click

from pytest_fixturegen._internal.text import escape_controls
from pytest_fixturegen.errors import replace_controls

STYLE_CODE = re.compile(r"(\x1b\[[0-9;]*m)")
"""The codes of :func:`click.style`."""


def print_line(text: str) -> None:
    """Print *text* as one line, without its control characters, on standard output."""
    click.echo(replace_controls(text).replace("\n", " "))


def print_styled(line: str) -> None:
    """Print *line*, in which :func:`click.style` has put codes, on standard output."""
    parts = STYLE_CODE.split(line)
    parts[::2] = map(replace_controls, parts[::2])
    click.echo("".join(parts))


def print_code(text: str) -> None:
    """Print *text*, which is JSON or TOML, with its control characters escaped."""
    sys.stdout.flush()
    sys.stdout.buffer.write(escape_controls(text).encode())
    sys.stdout.buffer.flush()


def print_json(value: Any) -> None:
    """Print *value* as indented JSON in UTF-8, whatever the encoding of the terminal is."""
    import json  # help does not need it

    print_code(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def print_error_line(
    text: str,
    heading: str = "",
    *,
    colour: str = "red",
    use_colour: bool | None = None,
) -> None:
    """Print *heading* in *colour*, and *text* without its control characters, on standard error.

    A standard error that is full or closed takes no message; the exit code still tells the outcome.
    """
    shown = replace_controls(text)
    if heading:
        shown = click.style(heading, fg=colour, bold=colour == "red") + shown
    try:
        click.echo(shown, err=True, color=use_colour)
    except (OSError, ValueError):
        discard_stream(sys.stderr)


def discard_stream(stream: Any) -> None:
    """Let *stream* end in the null device, so that the final flush of Python succeeds."""
    with suppress(OSError, ValueError, AttributeError):
        number = stream.fileno()
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, number)
        os.close(null)


def accept_all_characters() -> None:
    """Let both streams write escape sequences for characters that their encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):  # not the streams of Python
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
