"""Command lines in the docs that are not run: the command and its options exist."""

from __future__ import annotations

import re
import shlex

import click
import pytest

from pytest_fixturegen.cli.command_examples import EXAMPLES
from pytest_fixturegen.cli.main import main
from tests.docs.examples import PAGES
from tests.docs.test_commands_page import list_commands

SHELL = re.compile(r"^```(?:shell|bash|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(?:PFG_\w+=\S+ )?(pfg [a-z-][^`]*)`")
TEXTS = {page.name: page.read_text("utf-8") for page in PAGES}
BLOCKS = [
    line
    for text in TEXTS.values()
    for block in SHELL.findall(text)
    for line in re.sub(r"\\\n\s*", "", block).splitlines()
]
LINES = [line[line.index("pfg ") :] for line in BLOCKS if re.match(r"(\S+=\S+ )*pfg ", line)]
NAMED = sorted({" ".join(line.split()) for text in TEXTS.values() for line in INLINE.findall(text)})


def find_command(words: list[str]) -> tuple[click.Command, list[str]]:
    """Return the command that *words* begin with, and the remaining words."""
    command: click.Command = main
    while words and isinstance(command, click.Group):
        below = command.get_command(click.Context(command), words[0])
        if below is None:
            break
        command, words = below, words[1:]
    return command, words


@pytest.mark.parametrize("line", LINES)
def test_command_lines_in_code_blocks_can_be_parsed(line: str) -> None:
    command, words = find_command(shlex.split(line, comments=True)[1:])
    command.make_context("pfg", words)


@pytest.mark.parametrize("line", NAMED)
def test_commands_and_options_named_in_the_text_exist(line: str) -> None:
    command, words = find_command(line.split()[1:])
    assert command is not main or words[0].startswith("-")
    known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)} | {
        "--help",
        "-h",
    }
    flags = [
        word.strip("[]").partition("=")[0] for word in words if word.strip("[]").startswith("-")
    ]
    assert [flag for flag in flags if flag not in known] == []


@pytest.mark.parametrize("line", sum(EXAMPLES.values(), ()))
def test_the_examples_in_the_help_can_be_parsed(line: str) -> None:
    command, words = find_command(shlex.split(line)[1:])
    command.make_context("pfg", words)


def test_every_command_has_an_example() -> None:
    commands = [context.command_path for context in list_commands()]
    assert [f"pfg {name}" for name in EXAMPLES] == commands[1:]


def test_the_docs_contain_command_lines() -> None:
    assert len(LINES) >= 3
    assert len(NAMED) >= 10
