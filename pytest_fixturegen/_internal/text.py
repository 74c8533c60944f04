"""Text for people: shorten what would not fit into a message."""

from __future__ import annotations


def shorten(text: str, max_length: int) -> str:
    """Return *text* in at most *max_length* characters; a cut text ends in an ellipsis."""
    if len(text) <= max_length:
        return text
    return text[: max_length - 1] + "…"


def replace_surrogates(text: str) -> str:
    """Return *text*, which JSON may give lone surrogates, as text that UTF-8 can encode."""
    return text.encode("utf-8", "replace").decode()
