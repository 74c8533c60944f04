"""A progress bar on a terminal: how much is done, how fast, and how long the rest takes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from pytest_fixturegen.cli import notices, output
from pytest_fixturegen.errors import replace_controls

ProgressCallback = Callable[[int, str], None]
"""Called with the number of records done, and the label of the current work."""

BAR_DELAY_SECONDS = 0.5
"""Seconds before a bar appears, so that short runs show none."""


@contextmanager
def show_progress(
    total: int, clock: Callable[[], float] = time.monotonic
) -> Iterator[ProgressCallback]:
    """Yield a function to call as work goes on; *total* is the number of records of each model.

    After BAR_DELAY_SECONDS a bar appears on standard error, made by rich if that is installed.
    ``--quiet`` hides it, and so does a standard error that is not a terminal.
    """
    if not sys.stderr.isatty() or not notices.has_notices():
        yield lambda done, label: None
        return
    started = clock()
    bars: list[ProgressCallback] = []
    with ExitStack() as stack:

        def on_progress(done: int, label: str) -> None:
            """Open the bar if the run takes long enough, and move it to *done* records."""
            if not bars and clock() - started >= BAR_DELAY_SECONDS:
                bars.append(stack.enter_context(_open_bar(total)))
            for bar in bars:
                bar(done, label)

        yield on_progress


@contextmanager
def _open_bar(total: int) -> Iterator[ProgressCallback]:
    """Open a bar on stderr, drawn by rich if it is installed."""
    try:
        import rich.progress as rich
    except ImportError:
        with _open_plain_bar(total) as on_progress:
            yield on_progress
        return
    with _open_rich_bar(rich, total) as on_progress:
        yield on_progress


@contextmanager
def _open_rich_bar(rich: Any, total: int) -> Iterator[ProgressCallback]:
    """Open a bar of rich that disappears at its end.

    It restarts whenever the label changes, so that the rate is the one of that model.
    """
    from rich.console import Console

    columns = (
        rich.TextColumn("{task.description}", markup=False),
        rich.BarColumn(),
        rich.TextColumn("{task.completed:,.0f}/{task.total:,.0f}"),
        rich.TextColumn("{task.fields[rate]} records/s"),
        rich.TimeRemainingColumn(),
    )
    console = Console(
        stderr=True,
        no_color=output.detect_colour() is False,
    )
    with rich.Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total, rate="…")

        def on_progress(done: int, label: str) -> None:
            """Move the bar to *done* records, and restart it if *label* names another model."""
            description = replace_controls(label)
            if description != bar.tasks[0].description:
                bar.reset(task, description=description)
            speed = bar.tasks[0].speed
            rate = f"{speed:,.0f}" if speed else "…"
            bar.update(
                task,
                completed=done,
                total=max(total, done),
                rate=rate,
            )

        yield on_progress


@contextmanager
def _open_plain_bar(total: int) -> Iterator[ProgressCallback]:
    """Open Click's progress bar."""
    min_steps = max(total // 1000, 1)
    with click.progressbar(
        length=total, show_pos=True, file=sys.stderr, update_min_steps=min_steps
    ) as bar:

        def on_progress(done: int, label: str) -> None:
            bar.label = replace_controls(label)
            bar.length = max(bar.length or 0, done)
            bar.update(done - bar.pos)

        yield on_progress
