"""``pfg``: the command group, and the one place that turns errors into exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from pytest_fixturegen.cli import output
from pytest_fixturegen.cli.command_base import CommandGroup
from pytest_fixturegen.cli.global_options import (
    GlobalOptions,
    get_global_options,
    parse_global_options,
)
from pytest_fixturegen.errors import InterruptedRun, UsageError

COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("init:init_command", "Begin: write a commented configuration and a first conftest."),
    "list": ("list_models:list_models", "List the models of a target."),
    "gen": ("gen:gen", "Write data, fixtures or schemas of a target's models; explain them."),
    "doctor": (
        "doctor:doctor_command",
        "Tell what records of models show; test what this machine does for you.",
    ),
    "persist": (
        "persist:persist_command",
        "Hand records to a database, a server or code of yours.",
    ),
    "serve": ("serve:serve_command", "Serve models, or an API file, as a REST API with a memory."),
    "config": (
        "config:config_command",
        "Print the configuration that is in effect, and who set it.",
    ),
    "schema": ("config:schema_group", "Print the JSON Schema of the configuration."),
    "plugin": ("plugin:plugin_group", "List what plugs in."),
    "completion": ("completion:completion_command", "Print what a shell needs to complete pfg."),
}
"""Each command in the order in which people need it: where it lives, and in a sentence what it does."""

EPILOG = """\b
Examples:
  pfg gen json app/models.py:User -n 5 --seed 42
  pfg gen fixtures app/models.py --out tests/fixtures/test_models.py

A target is a file (app/models.py), a module (app.models), or a class in one of them (app.models:User).
"""


class RootGroup(CommandGroup):
    """A group that loads the command that runs, reports every failure the same way, and exits with its code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded when it is first asked for."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            module, _, name = COMMANDS[cmd_name][0].partition(":")
            self.add_command(
                getattr(import_module(f"pytest_fixturegen.cli.{module}"), name), cmd_name
            )
        return self.commands.get(cmd_name)

    def list_summaries(self, ctx: click.Context) -> Sequence[tuple[str, str]]:
        """Each command's name, and what it does."""
        return [(name, words) for name, (_, words) in COMMANDS.items()]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what goes wrong with standard output itself is told apart from all else."""
        from pytest_fixturegen.cli import notices  # help and slips need not wait for logging

        _require_working_folder()
        manner = get_global_options()
        notices.start_notices(verbose=manner.verbose, quiet=manner.quiet)
        with output.guard_stdout():
            result = super().invoke(ctx)
        notices.finish_notices()
        return result

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run the command that *args* name, and exit."""
        sys.exit(self._run_for_exit_code(list(sys.argv[1:] if args is None else args)))

    def _run_for_exit_code(self, arguments: list[str]) -> int:
        manner = GlobalOptions()
        try:
            manner = parse_global_options(arguments, self)
            manner.require_one_verbosity()
            with output.guard_stdout():
                code = super().main(
                    arguments,
                    "pfg",
                    standalone_mode=False,
                    obj=manner,
                    color=output.detect_colour(),
                )
        except click.UsageError as error:
            return output.print_error(_convert_usage_error(error), manner)
        except (click.Abort, KeyboardInterrupt):
            hint = "Files are whole, or as they were: run the command again."
            return output.print_error(InterruptedRun("The run was interrupted.", hint=hint), manner)
        except output.ClosedError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return 0
        except Exception as error:
            return output.print_error(error, manner)
        return code if isinstance(code, int) else 0


def _require_working_folder() -> None:
    """Raise UsageError where the working directory has been taken away."""
    try:
        os.getcwd()  # noqa: PTH109 - pathlib need not be here
    except OSError as error:
        raise UsageError(
            "The working directory is not there any more.",
            hint="Change into a folder that is there.",
        ) from error


def _convert_usage_error(error: click.UsageError) -> UsageError:
    """What Click says of a command line, with a hint."""
    path = error.ctx.command_path if error.ctx else "pfg"
    near = getattr(error, "possibilities", None)
    message = error.message if near else error.format_message()
    hint = f"Did you mean {near[0]!r}?" if near else f"See '{path} --help'."
    if (
        isinstance(error, click.NoSuchOption)
        and error.ctx
        and isinstance(error.ctx.command, click.Group)
    ):
        hint = f"Options of a command stand after its name; see '{path} --help'."
    told = UsageError(
        message if message.endswith((".", "?")) else f"{message}.", hint=hint, command=path
    )
    told.__cause__ = error
    return told


@click.group(cls=RootGroup, epilog=EPILOG)
@click.version_option(package_name="pytest-fixturegen", prog_name="pfg")
def main() -> None:
    """Deterministic, valid, realistic test data from the types you already have."""
