"""The flags that every command has."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import click

R = TypeVar("R")


def everywhere(command: Callable[..., R]) -> Callable[..., R]:
    """Give *command* ``--json-errors``, ``--verbose`` and ``--debug``, which the group reads."""

    @click.option("--json-errors", is_flag=True, help="Print errors as JSON, on standard output.")
    @click.option("-v", "--verbose", is_flag=True, help="Show the walls around the target, and what it prints.")
    @click.option("--debug", is_flag=True, help="Show the traceback of an error, too.")
    @functools.wraps(command)
    def wrapped(*args: Any, json_errors: bool, verbose: bool, debug: bool, **given: Any) -> R:
        return command(*args, **given)

    return wrapped
