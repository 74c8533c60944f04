"""What every command that writes can do instead: explain, or write again whenever the target changes."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from pytest_fixturegen.cli import explain
from pytest_fixturegen.cli.flags import resolve_settings

CommandFunction = Callable[..., Any]


def add_target_options(command: CommandFunction) -> CommandFunction:
    """Give *command* a target, ``--explain`` and ``--watch``."""

    @click.argument("target", required=False)
    @click.option(
        "--explain",
        "explains",
        is_flag=True,
        help="Write nothing; tell for each field who fills it, and why.",
    )
    @click.option(
        "--watch",
        "watches",
        is_flag=True,
        help="Run again whenever the target or the configuration changes.",
    )
    @functools.wraps(command)
    def run_command(target: str | None, explains: bool, watches: bool, **flag_values: Any) -> None:
        run = functools.partial(explain_target if explains else command, target, **flag_values)
        if not watches:
            run()
            return
        from pytest_fixturegen.cli import watch

        watch.run_on_changes(target, run)

    return run_command


def explain_target(target: str | None, **flag_values: Any) -> None:
    """What ``pfg gen explain`` prints of *target*."""
    explain.print_explanation(
        target, resolve_settings(flag_values, *explain.CONFIGS), as_json=False
    )
