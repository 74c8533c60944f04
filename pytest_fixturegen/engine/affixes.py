"""What a text must begin or end with, as a validator says: what was drawn is kept, with that before or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

SAID = re.compile(
    r"(?<!not )\b(start|begin|prefix|end|suffix)(?:s|ed|ing)?(?: with| by| in|:)?(?: the| an?| prefix| suffix|:)*\s+"
    r"(?:'([^'\n]{1,40})'|\"([^\"\n]{1,40})\"|`([^`\n]{1,40})`)",
    re.IGNORECASE,
)


def affixed(words: str, given: str) -> Iterator[str]:
    """*given* with what *words* miss at its beginning or its end."""
    for found in SAID.finditer(words):
        part = found[2] or found[3] or found[4]
        yield begun(part, given) if found[1].lower() in ("start", "begin", "prefix") else ended(part, given)


def begun(part: str, given: str) -> str:
    """*part*, then the number in *given* if it has one (``TR-`` and ``REF-2023-17`` make ``TR-2023-17``), or its words."""
    number = re.search(r"\d", given)
    rest = given[number.start() :] if number else _joined(given)
    return part + (rest.upper() if part.isupper() else rest)


def ended(part: str, given: str) -> str:
    """*given*, without the ending of a file where *part* is one, and *part*."""
    return (re.sub(r"\.\w+$", "", _joined(given)) if part.startswith(".") else given) + part


def _joined(text: str) -> str:
    return re.sub(r"[^\w.]+", "-", text).strip("-.").lower()
