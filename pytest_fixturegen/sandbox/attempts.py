"""What the target tried and may not: how the child tells it, how the parent shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import UnsafeImportViolation, replace_controls

PART_SEPARATOR = "\x1f"
MAX_PART_LENGTH = 500
"""Letters of one part of an attempt."""

MAX_ATTEMPTS = 100
"""Attempts that are kept; a thousand of the same say no more."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Something that was refused: its *category*, *what* it was, the *file* and *line* that tried, the *grant* that permits it.

    *quiet*: the target need not mean it, such as a package that looks around while it is imported.
    """

    category: str
    what: str
    file: str = ""
    line: int = 0
    grant: str = ""
    layer: str = "audit hook"
    is_quiet: bool = False

    @property
    def location(self) -> str:
        """``models.py:7``, or nothing."""
        return f"{self.file}:{self.line}" if self.file else ""

    def as_json(self) -> dict[str, Any]:
        """The attempt as errors show it."""
        names = ("category", "what", "file", "line", "layer", "grant")
        return {name: getattr(self, name) for name in names if getattr(self, name)}


def encode_attempt(attempt: Attempt) -> bytes:
    """The attempt in one line. Calls nothing that the target could have replaced."""
    parts = (
        attempt.category,
        attempt.what,
        attempt.file,
        str(attempt.line),
        attempt.grant,
        "1" if attempt.is_quiet else "",
    )
    return PART_SEPARATOR.join(
        [part.replace(PART_SEPARATOR, " ")[:MAX_PART_LENGTH] for part in parts]
    ).encode("utf-8", "backslashreplace")


def decode_attempt(payload: bytes) -> Attempt | None:
    """The attempt that *payload* tells of; None when it tells of none."""
    parts = payload[: 10 * MAX_PART_LENGTH].decode("utf-8", "replace").split(PART_SEPARATOR)
    if len(parts) != 6 or not (parts[3].isascii() and parts[3].isdigit()):
        return None
    category, what, file, line, grant, quiet = map(replace_controls, parts)
    return Attempt(category, what, file, int(line[:9]), grant, is_quiet=bool(quiet))


def build_violation(attempts: Sequence[Attempt], extra_message: str = "") -> UnsafeImportViolation:
    """The error that tells of *attempts*; *also*: what else came of the run."""
    first = attempts[0]
    place = f" at {first.location}" if first.location else ""
    more = f" It tried {len(attempts) - 1} more." if len(attempts) > 1 else ""
    rest = f" {extra_message}" if extra_message else ""
    return UnsafeImportViolation(
        f"The target tried what it may not, and was refused: {first.what}{place}.{more}{rest}",
        hint=f"If you trust it: {first.grant + ', or ' if first.grant else ''}--trust.",
        attempts=[attempt.as_json() for attempt in attempts],
    )
