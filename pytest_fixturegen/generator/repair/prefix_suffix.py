"""What a text must begin or end with, as a validator says: what was drawn is kept, with that before or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

AFFIX_PATTERN = re.compile(
    r"(?<!not )\b(start|begin|prefix|end|suffix)(?:s|ed|ing)?(?: with| by| in|:)?(?: the| an?| prefix| suffix|:)*\s+"
    r"(?:'([^'\n]{1,40})'|\"([^\"\n]{1,40})\"|`([^`\n]{1,40})`)",
    re.IGNORECASE,
)


def add_affixes(message: str, refused_value: str) -> Iterator[str]:
    """*given* with what *words* miss at its beginning or its end."""
    for found in AFFIX_PATTERN.finditer(message):
        part = found[2] or found[3] or found[4]
        yield (
            add_prefix(part, refused_value)
            if found[1].lower() in ("start", "begin", "prefix")
            else add_suffix(part, refused_value)
        )


def add_prefix(prefix: str, text: str) -> str:
    """*part*, then the number in *given* if it has one (``TR-`` and ``REF-2023-17`` make ``TR-2023-17``), or its words."""
    number = re.search(r"\d", text)
    rest = text[number.start() :] if number else _to_slug(text)
    return prefix + (rest.upper() if prefix.isupper() else rest)


def add_suffix(suffix: str, text: str) -> str:
    """*given*, without the ending of a file where *part* is one, and *part*."""
    return (re.sub(r"\.\w+$", "", _to_slug(text)) if suffix.startswith(".") else text) + suffix


def _to_slug(text: str) -> str:
    return re.sub(r"[^\w.]+", "-", text).strip("-.").lower()
