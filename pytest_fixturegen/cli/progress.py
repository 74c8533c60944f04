"""A bar on a terminal while work is long: how much is done, how fast, how long it takes still."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from pytest_fixturegen.cli import notices, output

ProgressCallback = Callable[[int, str], None]
"""Called with how much is done of what is worked on, and what that is called."""

BAR_DELAY_SECONDS = 0.5
"""Seconds before a bar is worth its line."""


@contextmanager
def show_progress(
    total: int, clock: Callable[[], float] = time.monotonic
) -> Iterator[ProgressCallback]:
    """What to call as work goes on, *total* being how much there is of each thing.

    A bar is drawn on standard error after PATIENCE, by rich where it is installed; nothing when that is no terminal, or
    when quiet. Nothing of it is loaded before.
    """
    if not sys.stderr.isatty() or not notices.has_notices():
        yield lambda done, what: None
        return
    began = clock()
    drawn: list[ProgressCallback] = []
    with ExitStack() as stack:

        def on_progress(done: int, label: str) -> None:
            if not drawn and clock() - began >= BAR_DELAY_SECONDS:
                drawn.append(stack.enter_context(_open_bar(total)))
            for bar in drawn:
                bar(done, label)

        yield on_progress


@contextmanager
def _open_bar(total: int) -> Iterator[ProgressCallback]:
    try:
        import rich.progress as rich
    except ImportError:
        with _open_plain_bar(total) as told:
            yield told
        return
    with _open_rich_bar(rich, total) as told:
        yield told


@contextmanager
def _open_rich_bar(rich: Any, total: int) -> Iterator[ProgressCallback]:
    from rich.console import Console

    columns = (
        rich.TextColumn("{task.description}"),
        rich.BarColumn(),
        rich.TextColumn("{task.completed:,.0f}/{task.total:,.0f}"),
        rich.TextColumn("{task.fields[rate]} records/s"),
        rich.TimeRemainingColumn(),
    )
    console = Console(stderr=True, no_color=output.detect_colour() is False)
    with rich.Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total, rate="…")

        def on_progress(done: int, label: str) -> None:
            if label != bar.tasks[0].description:
                bar.reset(task, description=label)
            speed = bar.tasks[0].speed
            bar.update(
                task, completed=done, total=max(total, done), rate=f"{speed:,.0f}" if speed else "…"
            )

        yield on_progress


@contextmanager
def _open_plain_bar(total: int) -> Iterator[ProgressCallback]:
    """Click's own bar."""
    with click.progressbar(
        length=total, show_pos=True, file=sys.stderr, update_min_steps=max(total // 1000, 1)
    ) as bar:

        def on_progress(done: int, label: str) -> None:
            bar.label = label
            bar.length = max(bar.length or 0, done)
            bar.update(done - bar.pos)

        yield on_progress
