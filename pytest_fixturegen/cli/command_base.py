"""Base classes of commands: global flags and help formatting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from pytest_fixturegen.cli.command_examples import EXAMPLES
from pytest_fixturegen.cli.global_options import get_global_options, store_global_option
from pytest_fixturegen.cli.param_types import FILE, TARGET
from pytest_fixturegen.errors import UsageError, suggest_nearest

F = TypeVar("F", bound=Callable[..., Any])
CONTEXT_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

OWN_HEADING = "Options"
"""Heading of the options that only one command has."""

GLOBAL_HEADING = "On every command"


class HeadedOption(click.Option):
    """An option with a *heading* in the help. A switch is shown as ``--[no-]name``."""

    def __init__(
        self,
        *words: Any,
        heading: str = OWN_HEADING,
        **settings: Any,
    ) -> None:
        super().__init__(*words, **settings)
        self.heading = heading

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the spelling and the help text of the option."""
        record = super().get_help_record(ctx)
        if record is None or not self.secondary_opts:
            return record
        return self.opts[-1].replace("--", "--[no-]", 1), record[1]


GLOBAL_FLAGS: tuple[tuple[list[str], str, dict[str, Any]], ...] = (
    (
        ["--config"],
        "Read this TOML, YAML or JSON file instead of the project's configuration.",
        {"type": FILE, "metavar": "FILE"},
    ),
    (["--json-errors"], "Print errors as JSON on standard output.", {"is_flag": True}),
    (["-q", "--quiet"], "Print only data and errors.", {"is_flag": True}),
    (
        ["-v", "--verbose"],
        "Show sandbox status, output of the target, and timings.",
        {"is_flag": True},
    ),
    (["--debug"], "Show the traceback of an error.", {"is_flag": True}),
)


class ParameterGroup:
    """Options that *build* makes when their command is run or described.

    Most commands of a group are only named in a run, and their options take long to build.
    """

    def __init__(self, build: Callable[[], Sequence[click.Parameter]]) -> None:
        self.build = build


def add_parameter_group(command: F, build: Callable[[], Sequence[click.Parameter]]) -> F:
    """Add the options that *build* returns to the function *command*, as decorators do."""
    attributes = vars(command)
    # Click reads this attribute when it makes the command, in the order of the decorators.
    attributes.setdefault("__click_params__", []).append(ParameterGroup(build))
    return command


def add_common_flags(command: F) -> F:
    """Add the global flags to *command*. They are stored, not passed to its function."""
    return add_parameter_group(command, _build_common_flags)


def _build_common_flags() -> list[click.Parameter]:
    """Return the global flags."""
    return [
        HeadedOption(
            spellings,
            heading=GLOBAL_HEADING,
            expose_value=False,
            callback=store_global_option,
            help=help_text,
            **settings,
        )
        for spellings, help_text, settings in GLOBAL_FLAGS
    ]


class Command(click.Command):
    """A command whose help groups options under headings, and whose TARGET a shell completes."""

    _declared_params: Sequence[click.Parameter | ParameterGroup] = ()

    @property
    def params(self) -> list[click.Parameter]:
        """The arguments and options; the first caller builds them."""
        built: list[click.Parameter] = []
        for declared in self._declared_params:
            built += declared.build() if isinstance(declared, ParameterGroup) else [declared]
        for param in built:
            if isinstance(param, click.Argument) and param.name == "target":
                param.type = TARGET
        self._declared_params = built
        return built

    @params.setter
    def params(self, declared: Sequence[click.Parameter | ParameterGroup]) -> None:
        self._declared_params = declared

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command with the verbosity that its flags ask for."""
        from pytest_fixturegen.cli import notices  # imports logging, which help does not need

        options = get_global_options()
        options.is_parsed = True
        options.require_one_verbosity()
        notices.start_notices(verbose=options.verbose, quiet=options.quiet)
        return super().invoke(ctx)

    def format_options(
        self,
        ctx: click.Context,
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the options: those of this command first, global flags last."""
        rows_by_heading: dict[str, list[tuple[str, str]]] = {OWN_HEADING: []}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
            if record is not None:
                rows_by_heading.setdefault(_get_heading(param), []).append(record)
        global_rows = rows_by_heading.pop(GLOBAL_HEADING, [])
        for heading, rows in [*rows_by_heading.items(), (GLOBAL_HEADING, global_rows)]:
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)

    def format_epilog(
        self,
        ctx: click.Context,
        formatter: click.HelpFormatter,
    ) -> None:
        """Write what else the help says, then the examples of the command."""
        super().format_epilog(ctx, formatter)
        examples = EXAMPLES.get(
            ctx.command_path.partition(" ")[2],
            (),
        )
        if examples:
            with formatter.section("Examples"):
                formatter.write("".join(f"  {example}\n" for example in examples))


def _get_heading(param: click.Parameter) -> str:
    """Return the heading under which the help lists *param*.

    ``--help`` belongs to the global options, although Click adds it to each command.
    """
    if param.name == "help":
        return GLOBAL_HEADING
    heading: str = getattr(param, "heading", OWN_HEADING)
    return heading


class CommandGroup(Command, click.Group):
    """A group that lists its commands in the order in which they were added."""

    command_class = Command

    def __init__(
        self,
        *words: Any,
        **settings: Any,
    ) -> None:
        defaults = {"context_settings": CONTEXT_SETTINGS, "no_args_is_help": False}
        super().__init__(*words, **{**defaults, **settings})
        flags = ParameterGroup(lambda: _build_common_flags()[::-1])
        self._declared_params = [*self._declared_params, flags]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named; the flags of a group are not yet all of them."""
        return click.Group.invoke(self, ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the help."""
        return list(self.commands)

    def parse_args(
        self,
        ctx: click.Context,
        args: list[str],
    ) -> list[str]:
        """Parse *args*; without any, print the help and exit with 2."""
        if not args and not ctx.resilient_parsing and not get_global_options().json_errors:
            click.echo(
                self.get_help(ctx),
                err=True,
                color=ctx.color,
            )
            ctx.exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(
        self,
        ctx: click.Context,
        args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that *args* name first.

        Raises:
            UsageError: If the command is unknown; the hint suggests the closest name.
        """
        known = self.list_commands(ctx)
        if args[0] not in known and not ctx.resilient_parsing:
            raise UsageError(
                f"'{ctx.command_path}' has no command {args[0]!r}.",
                hint=suggest_nearest(args[0], known),
                command=args[0],
            )
        return super().resolve_command(ctx, args)

    def format_options(
        self,
        ctx: click.Context,
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the commands, then the options."""
        with formatter.section("Commands"):
            formatter.write_dl(self.list_summaries(ctx))
        super().format_options(ctx, formatter)

    def list_summaries(self, ctx: click.Context) -> Sequence[tuple[str, str]]:
        """Return the name of each command, and what it does in one sentence."""
        return [
            (name, command.get_short_help_str(200))
            for name, command in self.commands.items()
            if not command.hidden
        ]
