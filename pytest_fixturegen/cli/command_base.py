"""What every command has: its flags, and the looks of its help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from pytest_fixturegen.cli.param_types import FILE, TARGET
from pytest_fixturegen.errors import UsageError, suggest_nearest

F = TypeVar("F", bound=Callable[..., Any])
CONTEXT_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
OWN, LAST = "Options", "On every command"


class HeadedOption(click.Option):
    """An option that stands in help under a *heading*; of a switch, both ways are one word."""

    def __init__(self, *words: Any, heading: str = OWN, **settings: Any) -> None:
        super().__init__(*words, **settings)
        self.heading = heading

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option as it is spelt, and what it means."""
        record = super().get_help_record(ctx)
        if record is None or not self.secondary_opts:
            return record
        return self.opts[-1].replace("--", "--[no-]", 1), record[1]


COMMON_FLAGS: tuple[Callable[[Any], Any], ...] = tuple(
    click.option(*spelt, cls=HeadedOption, heading=LAST, expose_value=False, help=words, **settings)
    for spelt, words, settings in (
        (
            ["--config"],
            "Read this file, TOML, YAML or JSON, instead of the project's.",
            {"type": FILE, "metavar": "FILE"},
        ),
        (["--json-errors"], "Print errors as JSON, on standard output.", {"is_flag": True}),
        (["-q", "--quiet"], "Print nothing but data and errors.", {"is_flag": True}),
        (
            ["-v", "--verbose"],
            "Tell of the walls, of what the target prints, and in the end of speed.",
            {"is_flag": True},
        ),
        (["--debug"], "Show the traceback of an error, too.", {"is_flag": True}),
    )
)
"""The flags that stand anywhere on the line. Who reads them is ``manner``: to a command's function they are not given."""


def add_common_flags(command: F) -> F:
    """Give *command* the flags that every command has."""
    for option in reversed(COMMON_FLAGS):
        command = option(command)
    return command


class Command(click.Command):
    """A command whose help has its options under headings, and whose TARGET a shell completes."""

    def __init__(self, *words: Any, **settings: Any) -> None:
        super().__init__(*words, **settings)
        for each in self.params:
            if isinstance(each, click.Argument) and each.name == "target":
                each.type = TARGET

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, those of the command alone first, those of every command last."""
        headed: dict[str, list[tuple[str, str]]] = {OWN: []}
        for each in self.get_params(ctx):
            record = each.get_help_record(ctx) if isinstance(each, click.Option) else None
            if record is not None:
                heading = LAST if each.name == "help" else getattr(each, "heading", OWN)
                headed.setdefault(heading, []).append(record)
        last = headed.pop(LAST, [])
        for heading, rows in {**headed, LAST: last}.items():
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)


class CommandGroup(Command, click.Group):
    """A group whose commands stand in the order in which they were added. Its flags are those of every command."""

    command_class = Command

    def __init__(self, *words: Any, **settings: Any) -> None:
        super().__init__(
            *words, **{"context_settings": CONTEXT_SETTINGS, "no_args_is_help": False, **settings}
        )
        for option in COMMON_FLAGS:
            option(self)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return list(self.commands)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Whoever gives no command is shown which there are."""
        from pytest_fixturegen.cli.global_options import GlobalOptions

        if (
            not args
            and not ctx.resilient_parsing
            and not (ctx.find_object(GlobalOptions) or GlobalOptions()).json_errors
        ):
            click.echo(self.get_help(ctx), err=True, color=ctx.color)
            ctx.exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named first. Raises UsageError that suggests the nearest."""
        known = self.list_commands(ctx)
        if args[0] not in known and not ctx.resilient_parsing:
            raise UsageError(
                f"'{ctx.command_path}' has no command {args[0]!r}.",
                hint=suggest_nearest(args[0], known),
                command=args[0],
            )
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, then the options."""
        with formatter.section("Commands"):
            formatter.write_dl(self.list_summaries(ctx))
        super().format_options(ctx, formatter)

    def list_summaries(self, ctx: click.Context) -> Sequence[tuple[str, str]]:
        """Each command's name, and in a sentence what it does."""
        return [
            (name, each.get_short_help_str(200))
            for name, each in self.commands.items()
            if not each.hidden
        ]
