"""Shortened texts for the report."""

from __future__ import annotations


def truncate_text(text: str, max_length: int) -> str:
    """Return *text* with at most *max_length* characters; an ellipsis replaces the rest."""
    if len(text) <= max_length:
        return text
    return text[: max_length - 1] + "…"
