"""``docs/commands.md`` shows the help of every command.

``python -m tests.docs.test_commands_page`` writes the page.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from pytest_fixturegen.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "commands.md"
WIDTH = 100
INTRODUCTION = """\
# Every command and its options

This page is the output of `pfg COMMAND --help`. [Command line](cli.md) explains the commands;
[Options](configuration.md) lists the keys of the configuration and the variables.
"""


def list_commands() -> list[click.Context]:
    """Return the contexts of ``pfg`` and of all its commands, in the order of the help."""
    settings = {**main.context_settings, "terminal_width": WIDTH}
    return list(walk_commands(main, click.Context(main, info_name="pfg", **settings)))


def walk_commands(command: click.Command, context: click.Context) -> Iterator[click.Context]:
    """Yield the context of *command*, then those of its subcommands."""
    yield context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            inner_context = click.Context(inner, context, name, terminal_width=WIDTH)
            yield from walk_commands(inner, inner_context)


def build_page() -> str:
    """Return the page."""
    sections = [
        f"## {context.command_path}\n\n```text\n{context.command.get_help(context).rstrip()}\n```\n"
        for context in list_commands()
    ]
    return "\n".join([INTRODUCTION, *sections])


def test_the_page_shows_the_help_of_every_command() -> None:
    # Click keeps the options of a help that another test has asked for.
    command = [sys.executable, "-m", "tests.docs.test_commands_page", "--print"]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    assert PAGE.read_text("utf-8") == result.stdout


if __name__ == "__main__":
    if sys.argv[1:] == ["--print"]:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write(build_page())
    else:
        PAGE.write_text(build_page(), "utf-8")
