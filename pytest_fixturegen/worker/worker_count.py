"""How many children share a job."""

from __future__ import annotations

import os


def choose_worker_count(
    workers: int,
    pieces: int,
    cores: int | None = None,
) -> int:
    """Return how many of *workers* children can share *pieces* of work, at least one.

    There are at most as many as *cores*, by default those that this process may run on: more
    children only take turns. If *workers* is 0, use one for each core.
    """
    cores = cores or count_cores()
    return max(
        1,
        min(
            workers or cores,
            cores,
            pieces,
        ),
    )


def count_cores() -> int:
    """Return the number of cores that this process may run on."""
    affinity = getattr(
        os,
        "sched_getaffinity",
        None,
    )  # Linux only
    return len(affinity(0)) if affinity else os.cpu_count() or 1
