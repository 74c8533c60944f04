"""``pfg``: the command group, and the one place that turns errors into exit codes."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from pytest_fixturegen._internal.interrupts import defer_interrupts
from pytest_fixturegen.cli import output, terminal
from pytest_fixturegen.cli.command_base import CommandGroup
from pytest_fixturegen.cli.global_options import GlobalOptions
from pytest_fixturegen.cli.version import show_version
from pytest_fixturegen.errors import EmitError, InterruptedRun, UsageError, format_os_error

COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("init:init_command", "Write a commented configuration and a first conftest."),
    "list": ("list_models:list_models", "List the models of a target."),
    "gen": ("gen:gen", "Write data, fixtures or schemas of a target's models; explain them."),
    "lock": ("lock:lock_command", "Record what commands make, and from what, in pfg.lock."),
    "verify": ("lock:verify_command", "Find and explain what has drifted from pfg.lock."),
    "doctor": ("doctor:doctor_command", "Report the data quality of models; test the sandbox."),
    "persist": ("persist:persist_command", "Send records to a database, a server or your code."),
    "serve": ("serve:serve_command", "Serve models, or an API file, as a stateful REST API."),
    "config": ("config:config_command", "Print the configuration in effect, and its origins."),
    "schema": ("config:schema_group", "Print the JSON Schema of the configuration."),
    "plugin": ("plugin:plugin_group", "List plugins."),
    "trust": ("trust:trust_command", "Trust the whole configuration of a project."),
    "completion": ("completion:completion_command", "Print the completion script of a shell."),
}
"""The commands in the order of the help: where each is defined, and what it does."""

RESOURCE_ERRNOS = frozenset(
    (errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM, errno.ENOSPC, errno.EROFS)
)
"""Errors of the system that say nothing about this package, wherever they occur."""

EPILOG = """\b
Examples:
  pfg gen json app/models.py:User -n 5 --seed 42
  pfg gen fixtures app/models.py --out tests/fixtures/test_models.py
  pfg serve app/models.py

A target is a file (app/models.py), a module (app.models), or a class (app.models:User).
"""


class RootGroup(CommandGroup):
    """The group ``pfg``: it loads commands when they run, and turns errors into exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,
        cmd_name: str,
    ) -> click.Command | None:
        """Return the command *cmd_name*, imported with the first call."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            module, _, name = COMMANDS[cmd_name][0].partition(":")
            with defer_interrupts():
                command = getattr(import_module(f"pytest_fixturegen.cli.{module}"), name)
            self.add_command(command, cmd_name)
        return self.commands.get(cmd_name)

    def list_summaries(self, ctx: click.Context) -> Sequence[tuple[str, str]]:
        """Return the name of each command, and what it does in one sentence."""
        return [(name, summary) for name, (_, summary) in COMMANDS.items()]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. Errors of standard output are handled separately."""
        from pytest_fixturegen.cli import notices  # imports logging, which help does not need

        _require_working_folder()
        with output.guard_stdout():
            result = super().invoke(ctx)
        notices.finish_notices()
        return result

    def main(
        self,
        args: Sequence[str] | None = None,
        *_: Any,
        **__: Any,
    ) -> NoReturn:
        """Run the command that *args* name, and exit."""
        sys.exit(self._run_for_exit_code(list(sys.argv[1:] if args is None else args)))

    def _run_for_exit_code(self, arguments: list[str]) -> int:
        """Run the command in *arguments* and return its exit code; print every error.

        A reader that closes the pipe early, such as ``head``, is not an error. Stdout becomes the
        null device, so that the final flush of Python succeeds.
        """
        options = GlobalOptions()
        terminal.accept_all_characters()
        try:
            with output.guard_stdout():
                code = super().main(
                    arguments,
                    "pfg",
                    standalone_mode=False,
                    obj=options,
                    color=output.detect_colour(),
                )
                sys.stdout.flush()
        except output.ClosedError:
            return 0
        except (click.Abort, KeyboardInterrupt):
            error = InterruptedRun(
                "The run was interrupted.", hint="No file is half written: run the command again."
            )
            return output.print_error(error, options)
        except Exception as raised:  # the border: every exception becomes an exit code
            options.add_unparsed(arguments)
            return output.print_error(_convert_error(raised), options)
        return code if isinstance(code, int) else 0


def _require_working_folder() -> None:
    """Raise UsageError if the working directory was deleted."""
    try:
        os.getcwd()  # noqa: PTH109 - pathlib is not imported yet
    except OSError as error:
        raise UsageError(
            "The working directory does not exist any more.",
            hint="Change into an existing folder.",
        ) from error


def _convert_error(error: Exception) -> Exception:
    """Return *error*, or an error with a hint for one of Click or of the system."""
    if isinstance(error, OSError) and error.errno in RESOURCE_ERRNOS:
        return _build_resource_error(error)
    if not isinstance(error, click.UsageError):
        return error
    possibilities = getattr(error, "possibilities", None)
    message = error.message if possibilities else error.format_message()
    path = error.ctx.command_path if error.ctx else "pfg"
    converted = UsageError(
        message if message.endswith((".", "?")) else f"{message}.",
        hint=_choose_hint(error, path, possibilities),
        command=path,
    )
    converted.__cause__ = error
    return converted


def _build_resource_error(error: OSError) -> EmitError:
    """Return the error that the system has no more files, processes or room for this command."""
    converted = EmitError(
        f"The system refuses what this command needs: {format_os_error(error)}.",
        hint="Raise the limits of this shell (ulimit -a), or make room.",
    )
    converted.__cause__ = error
    return converted


def _choose_hint(
    error: click.UsageError,
    path: str,
    possibilities: Sequence[str] | None,
) -> str:
    """Return the hint for a usage error: a misplaced option, the nearest name, or the help."""
    is_group = error.ctx is not None and isinstance(error.ctx.command, click.Group)
    if is_group and isinstance(error, click.NoSuchOption):
        return f"Options of a command come after its name; see '{path} --help'."
    if isinstance(error, click.NoSuchOption) and error.option_name.strip("-") == "n":
        return _suggest_count(error.ctx, path)
    if possibilities:
        return f"Did you mean {possibilities[0]!r}?"
    return f"See '{path} --help'."


def _suggest_count(context: click.Context | None, path: str) -> str:
    """Return the hint for ``--n``: the option that counts records, which not every command has.

    The nearest name would be ``--now``.
    """
    parameters = context.command.params if context is not None else ()
    names = [name for parameter in parameters for name in parameter.opts]
    for name in ("--cases", "--count"):
        if name in names:
            return f"Did you mean {name!r}?"
    return f"This command has no number of records. See '{path} --help'."


@click.group(cls=RootGroup, epilog=EPILOG)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_version,
    help="Show the version and exit.",
)
def main() -> None:
    """Deterministic, valid, realistic test data from the types you already have."""
