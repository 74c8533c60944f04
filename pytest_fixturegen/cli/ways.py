"""What every command that writes can do instead: explain, or write again whenever the target changes."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from pytest_fixturegen.cli import explain
from pytest_fixturegen.cli.flags import settled

Command = Callable[..., Any]


def ways(command: Command) -> Command:
    """Give *command* a target, ``--explain`` and ``--watch``."""

    @click.argument("target", required=False)
    @click.option("--explain", "explains", is_flag=True, help="Write nothing; tell for each field who fills it, and why.")
    @click.option("--watch", "watches", is_flag=True, help="Run again whenever the target or the configuration changes.")
    @functools.wraps(command)
    def wrapped(target: str | None, explains: bool, watches: bool, **given: Any) -> None:
        run = functools.partial(explained if explains else command, target, **given)
        if not watches:
            run()
            return
        from pytest_fixturegen.cli import watching

        watching.watched(target, run)

    return wrapped


def explained(target: str | None, **given: Any) -> None:
    """What ``pfg gen explain`` prints of *target*."""
    explain.tell(target, settled(given, *explain.CONFIGS), as_json=False)
