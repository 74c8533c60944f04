"""Text for people: shorten what would not fit into a message."""

from __future__ import annotations

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
