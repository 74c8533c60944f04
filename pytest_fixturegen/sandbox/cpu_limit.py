"""The processor time that a child may use: a backstop, should its parent no longer watch it."""

from __future__ import annotations

from contextlib import suppress

SPARE_SECONDS = 10
"""Time for the start of the child, which no budget counts."""

SPARE_FACTOR = 2
"""The budget counts no time in which the parent works, and libraries may use several threads."""

MAX_SECONDS = 10**8


def choose_cpu_limit(seconds: float) -> int:
    """Return the seconds of processor time of a child whose parent waits for *seconds* at most."""
    return int(min(seconds * SPARE_FACTOR + SPARE_SECONDS, MAX_SECONDS))


def limit_cpu(seconds: int) -> None:
    """Let the system send SIGXCPU after *seconds*, and SIGKILL one second later.

    A lower limit that this process already has stays. Windows has no such limit.
    """
    with suppress(ImportError):
        import resource

        limits = (seconds, seconds + 1)
        present = resource.getrlimit(resource.RLIMIT_CPU)
        soft, hard = (
            limit if now == resource.RLIM_INFINITY else min(limit, now)
            for limit, now in zip(limits, present, strict=True)
        )
        resource.setrlimit(
            resource.RLIMIT_CPU,
            (min(soft, hard), hard),
        )
