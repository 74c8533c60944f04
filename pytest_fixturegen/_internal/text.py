"""Text for people: shorten what would not fit into a message, escape what would not show."""

from __future__ import annotations

from collections.abc import Iterable

from pytest_fixturegen.errors import CONTROL_CHARACTERS

MAX_COLUMN = 60
"""Characters of the widest column of a table. Longer cells stick out."""

NOISE = ("Error building ", "For further information visit ")
"""Beginnings of lines of Pydantic's messages that say nothing about the cause."""


def shorten(text: str, max_length: int) -> str:
    """Return *text* in at most *max_length* characters; a cut text ends in an ellipsis."""
    if len(text) <= max_length:
        return text
    return text[: max_length - 1] + "…"


def summarize_message(message: str, max_lines: int) -> str:
    """Return the first *max_lines* lines of an error's *message* and its last one, as one line.

    The last line often has the cause.
    """
    lines = [" ".join(line.split()).removeprefix("SchemaError: ") for line in message.splitlines()]
    told = [line for line in lines if line.strip("^~") and not line.startswith(NOISE)]
    cut = ["…"] if len(told) > max_lines + 1 else []
    return " ".join(told[:max_lines] + cut + told[max_lines:][-1:])


def replace_surrogates(text: str) -> str:
    """Return *text*, which JSON may give lone surrogates, as text that UTF-8 can encode."""
    return text.encode("utf-8", "replace").decode()


def measure_column(cells: Iterable[str]) -> int:
    """Return the width of a column with *cells*; a single long cell makes it no wider."""
    return max((len(cell) for cell in cells if len(cell) <= MAX_COLUMN), default=0)


def escape_controls(text: str) -> str:
    r"""Return *text*, which is JSON, TOML or Python, with control characters as ``\uXXXX``.

    Outside of strings, these formats allow none of them; within strings, the value stays the same.
    """
    return CONTROL_CHARACTERS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
