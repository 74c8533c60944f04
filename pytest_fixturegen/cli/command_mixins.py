"""Options of every command that writes: ``--watch`` and, if it draws values, ``--explain``."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from pytest_fixturegen.cli.flags import resolve_settings

CommandFunction = Callable[..., Any]


def add_target_options(command: CommandFunction) -> CommandFunction:
    """Add a target, ``--explain`` and ``--watch`` to *command*."""

    @functools.wraps(command)
    def run_command(target: str | None, explains: bool, **flag_values: Any) -> None:
        run = explain_target if explains else command
        run(target, **flag_values)

    add_explain = click.option(
        "--explain",
        "explains",
        is_flag=True,
        help="Write nothing; print for each field which provider fills it, and why.",
    )
    return add_explain(add_watched_target(run_command))


def add_watched_target(command: CommandFunction) -> CommandFunction:
    """Add a target and ``--watch`` to *command*."""

    @click.argument("target", required=False)
    @click.option(
        "--watch",
        "watches",
        is_flag=True,
        help="Run again when the target or the configuration changes.",
    )
    @functools.wraps(command)
    def run_command(target: str | None, watches: bool, **flag_values: Any) -> None:
        run = functools.partial(
            command,
            target,
            **flag_values,
        )
        if not watches:
            run()
            return
        from pytest_fixturegen.cli import watch

        watch.run_on_changes(target, run)

    return run_command


def explain_target(target: str | None, **flag_values: Any) -> None:
    """Print what ``pfg gen explain`` prints for *target*."""
    from pytest_fixturegen.cli import explain

    explain.print_explanation(
        target, resolve_settings(flag_values, *explain.CONFIGS), as_json=False
    )
