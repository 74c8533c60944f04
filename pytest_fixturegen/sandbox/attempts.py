"""Forbidden actions that the target tried: the child encodes them, the parent reports them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import UnsafeImportViolation, replace_controls

PART_SEPARATOR = "\x1f"
PART_COUNT = 6
MAX_PART_LENGTH = 500
"""Characters of one part of an encoded attempt."""

MAX_LINE_DIGITS = 9

MAX_ATTEMPTS = 100
"""Attempts that the parent records; more of them tell the user nothing new."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One action that the sandbox refused.

    *action* is a verb phrase ("write /etc/hosts"). *file* and *line* are the code that tried it.
    *grant* is the command-line option that would permit it, if there is one. A *quiet* attempt is
    one that need not be deliberate, such as a package that inspects the machine on import.
    """

    category: str
    action: str
    file: str = ""
    line: int = 0
    grant: str = ""
    layer: str = "audit hook"
    is_quiet: bool = False

    @property
    def location(self) -> str:
        """``models.py:7``, or an empty string if the file is unknown."""
        return f"{self.file}:{self.line}" if self.file else ""

    @property
    def grant_hint(self) -> str:
        """The options that would permit the action, as a hint shows them."""
        alternatives = f"{self.grant}, or --trust" if self.grant else "--trust"
        return f"If you trust it: {alternatives}."

    def as_json(self) -> dict[str, Any]:
        """Return the attempt as error details show it, without its empty parts."""
        parts = {
            "category": self.category,
            "what": self.action,
            "file": self.file,
            "line": self.line,
            "layer": self.layer,
            "grant": self.grant,
        }
        return {name: value for name, value in parts.items() if value}


def encode_attempt(attempt: Attempt) -> bytes:
    """Return *attempt* as one line of bytes.

    The audit hook calls this while the target runs, so it uses string methods only: the target
    cannot replace those.
    """
    parts = (
        attempt.category,
        attempt.action,
        attempt.file,
        str(attempt.line),
        attempt.grant,
        "1" if attempt.is_quiet else "",
    )
    shortened = [part.replace(PART_SEPARATOR, " ")[:MAX_PART_LENGTH] for part in parts]
    return PART_SEPARATOR.join(shortened).encode("utf-8", "backslashreplace")


def decode_attempt(payload: bytes) -> Attempt | None:
    """Return the attempt that *payload* encodes, or None if it is malformed."""
    text = payload[: 10 * MAX_PART_LENGTH].decode("utf-8", "replace")
    parts = text.split(PART_SEPARATOR)
    if len(parts) != PART_COUNT:
        return None
    category, action, file, line, grant, quiet = map(replace_controls, parts)
    if not line.isascii() or not line.isdigit():
        return None
    line_number = int(line[:MAX_LINE_DIGITS])
    return Attempt(
        category,
        action,
        file,
        line_number,
        grant,
        is_quiet=bool(quiet),
    )


def build_violation(attempts: Sequence[Attempt], extra_message: str = "") -> UnsafeImportViolation:
    """Return the error for *attempts*, which are not empty.

    *extra_message* is the message of another error that ended the same run.
    """
    first = attempts[0]
    location = f" at {first.location}" if first.location else ""
    sentences = [f"The sandbox refused to let the target {first.action}{location}."]
    if len(attempts) > 1:
        sentences.append(f"It refused {len(attempts) - 1} more attempts.")
    if extra_message:
        sentences.append(extra_message)
    return UnsafeImportViolation(
        " ".join(sentences),
        hint=first.grant_hint,
        attempts=[attempt.as_json() for attempt in attempts],
    )
