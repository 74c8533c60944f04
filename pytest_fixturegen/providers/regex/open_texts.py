"""Patterns of texts that may go on with any number, such as ``^[\\w.-]+$``."""

from __future__ import annotations

import re

OPEN_PATTERN = re.compile(
    r"""
    \^?
    (?P<chars> \\w | \[ (?:(?!--|&&|~~) (?:[^\[\]\\]|\\.))+ \])  # no sets of sets, as Rust has
    (?: [+*] | \{\d+,(?P<most>\d*)\})
    (?: \$ | \\[Zz])?
    """,
    re.VERBOSE,
)
"""One class of characters, repeated, and nothing else."""

NUMBER_CHARS = "0123456789x"
"""The characters that a number adds to a text: digits, and what fills a gap."""

NO_LIMIT = 1 << 30
"""The length of texts without an upper bound."""


def find_open_length(source: str) -> int:
    """Return how long a text may be that *source* matches with any number at its end; 0 if none is.

    Such a pattern repeats one class of characters, digits among them.
    """
    found = OPEN_PATTERN.fullmatch(source)
    if found is None or not re.fullmatch(f"{found['chars']}+", NUMBER_CHARS):
        return 0
    return int(found["most"] or NO_LIMIT)
