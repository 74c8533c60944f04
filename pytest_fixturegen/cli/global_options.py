"""The flags that every command has, wherever they appear on the command line.

Click stores them in one :class:`GlobalOptions` while it parses. If parsing itself fails, the error
may come before a flag was read, so :meth:`GlobalOptions.add_unparsed` looks at the raw arguments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import click

from pytest_fixturegen.errors import UsageError


@dataclass(slots=True)
class GlobalOptions:
    """The values of the global flags; *config* is the path of a configuration file."""

    json_errors: bool = False
    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    config: str = ""
    is_parsed: bool = False

    def require_one_verbosity(self) -> None:
        """Raise UsageError if the flags ask for both less and more output."""
        if self.quiet and (self.verbose or self.debug):
            other = "--verbose" if self.verbose else "--debug"
            raise UsageError(
                f"--quiet and {other} are mutually exclusive.", hint="Give one of them."
            )

    def add_unparsed(self, arguments: Sequence[str]) -> None:
        """Set the flags of *arguments* that decide how an error of parsing is printed."""
        if not self.is_parsed:
            self.json_errors = self.json_errors or "--json-errors" in arguments
            self.debug = self.debug or "--debug" in arguments


def get_global_options() -> GlobalOptions:
    """Return the global options of the running command."""
    context = click.get_current_context(silent=True)
    options = context.find_object(GlobalOptions) if context else None
    return options or GlobalOptions()


def store_global_option(
    ctx: click.Context,
    param: click.Parameter,
    value: Any,
) -> None:
    """Store the *value* of a global flag: the callback of its Click option."""
    options = ctx.find_object(GlobalOptions)
    if value and options is not None and param.name is not None:
        setattr(options, param.name, value)
