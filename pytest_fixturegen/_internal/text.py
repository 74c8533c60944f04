"""Text for people: shorten what would not fit into a message."""

from __future__ import annotations


def shorten(text: str, max_length: int) -> str:
    """Return *text* in at most *max_length* characters; a cut text ends in an ellipsis."""
    if len(text) <= max_length:
        return text
    return text[: max_length - 1] + "…"
