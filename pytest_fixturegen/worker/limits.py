"""The limits of one run on what the child sends, and the errors that name the exceeded one.

None of them is reached by honest targets. They bound the time and the memory that a hostile child
can take from the parent.
"""

from __future__ import annotations

from typing import Any

from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.errors import UnsafeImportViolation

MAX_MODELS = 10_000
"""Models of one run, announced or reported."""

MAX_ATTEMPT_FRAMES = 10_000
"""Attempts of one run, quiet ones included; MAX_ATTEMPTS of them are kept."""

MAX_IDLE_FRAMES = 50_000
"""Frames in a row that bring nothing that was asked for, such as ends of pieces."""

MAX_ERROR_BYTES = 4 << 20
"""Bytes of all failures of a run."""

BASE_REPORT_MEMORY = 32 << 20
REPORT_MEMORY_PER_MODEL = 512 << 10
MAX_REPORT_MEMORY = 192 << 20
"""Bytes of memory that the reports of a run may take once they are parsed, at worst: a base, so
many for each announced model, and the most for all of them.
"""

MAX_RECORD_BYTES = 16 << 20
"""Bytes of one record as JSON."""

BASE_OUTPUT_BYTES = 32 << 20
OUTPUT_BYTES_PER_RECORD = 1 << 20
DELIVERED_BYTES_PER_RECORD = 256 << 10
"""Bytes of all outputs of a run: a base, and so many for each requested record on average. Those
for a handler are fewer, because the parent keeps a batch of records in memory.
"""

RAISE_OUTPUT_HINT = "Ask for fewer records, or raise --output-limit-mb."
SHORTER_RECORDS_HINT = "Limit the lengths of the fields: that is too much for so many records."
"""Hints for an output that exceeds --output-limit-mb, or the size allowed for its records."""

ATTEMPT_GRACE_SECONDS = 1.5
"""Time for further attempts after a deliberate one, so that one run reports several of them."""


def build_limit_error(
    limit: str,
    reason: str,
    hint: str = "",
    **facts: Any,
) -> UnsafeImportViolation:
    """Return the error of a target that exceeds the limit *limit*; *reason* is the sentence."""
    default_hint = "No honest target reaches this limit; --verbose shows what the target prints."
    return UnsafeImportViolation(
        reason,
        hint=hint or default_hint,
        limit=limit,
        **facts,
    )


def build_count_error(
    limit: str,
    allowed: float,
    noun: str,
) -> UnsafeImportViolation:
    """Return the error of a target that sends more than *allowed* of something."""
    return build_limit_error(
        limit, f"The process that runs the target sent more than {allowed:,} {noun}."
    )


def build_size_error(allowed: int, hint: str = RAISE_OUTPUT_HINT) -> UnsafeImportViolation:
    """Return the error of a run whose output has more than *allowed* bytes."""
    reason = f"The process that runs the target sent more than {allowed >> 20:,} MB of output."
    return build_limit_error("output", reason, hint)


def build_total_error(total: float) -> UnsafeImportViolation:
    """Return the error of a target that took longer than *total* seconds in all."""
    return build_limit_error(
        "time",
        f"The target took longer than {total:g} seconds in all, the most for one run.",
        hint="Select fewer models with --include, or allow more with --timeout.",
        seconds=total,
    )


def build_cpu_error(seconds: int) -> UnsafeImportViolation:
    """Return the error of a target that used *seconds* of processor time."""
    return build_limit_error(
        "time",
        f"The target used {seconds} seconds of processor time, the most for one run.",
        hint="Select fewer models with --include, or allow more with --timeout.",
        seconds=seconds,
    )


WATCH_HINTS = {
    "time": "Allow more with --timeout, or move slow work out of the module.",
    "memory": "Allow more with --memory-limit-mb.",
    "disk": "--trust runs it without limits.",
    "sleep": "Remove what waits from the target, or allow more with --timeout.",
    "watch": "Try again; --trust runs it without limits of memory and disk.",
}
"""Hints for the user, by verdict of the watchdog."""


def build_watch_error(
    verdict: str,
    imports: ImportConfig,
    phase: str,
    received: str,
) -> UnsafeImportViolation:
    """Return the error for the *verdict* of the watchdog.

    *phase* says what the target took its time for, and *received* what it sent last.
    """
    reasons = {
        "time": f"The target took longer than {imports.timeout:g} seconds {phase}. {received}",
        "memory": f"The target needs more than {imports.memory_limit_mb} MB of memory.",
        "disk": "The target fills the disk with temporary files, or hides them.",
        "sleep": f"The target slept longer than {imports.timeout:g} seconds in all. {received}",
        "watch": "The limits of the target could not be watched any longer, so it was stopped.",
    }
    facts: dict[str, dict[str, Any]] = {
        "time": {"timeout": imports.timeout, "phase": phase.removeprefix("to ")},
        "memory": {"memory_limit_mb": imports.memory_limit_mb},
        "sleep": {"timeout": imports.timeout},
    }
    return build_limit_error(
        verdict,
        reasons[verdict],
        WATCH_HINTS[verdict],
        **facts.get(verdict, {}),
    )
