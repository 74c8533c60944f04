"""How a command is to speak: the flags that every command has, wherever on the line they stand.

They are read before Click parses, since an error of parsing is to be told in the same manner.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

import click

from pytest_fixturegen._internal.frozen_dataclass import dataclass
from pytest_fixturegen.errors import UsageError


@dataclass(frozen=True, slots=True)
class GlobalOptions:
    """What the flags say; *config* names the file of the configuration."""

    json_errors: bool = False
    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    config: str = ""

    def require_one_verbosity(self) -> None:
        """Raise UsageError where less and more are asked for at once."""
        other = "--verbose" if self.verbose else "--debug"
        if self.quiet and (self.verbose or self.debug):
            raise UsageError(
                f"--quiet asks for less and {other} for more.", hint="Give one of them."
            )


OPTION_NAMES = tuple(GlobalOptions.__dataclass_fields__)


def parse_global_options(words: Sequence[str], group: click.Command) -> GlobalOptions:
    """What *words*, a command line of *group*, say. What is no option of ours is passed over, and so are values."""
    found = {
        name: value if name == "config" else True
        for name, value in _parse_options(deque(words), group)
        if name in OPTION_NAMES
    }
    return GlobalOptions(**found)  # type: ignore[arg-type]  # the file of --config is text, the others are flags


def get_global_options() -> GlobalOptions:
    """The manner of the command that runs."""
    context = click.get_current_context(silent=True)
    found = context.find_object(GlobalOptions) if context else None
    return found or GlobalOptions()


def _parse_options(words: deque[str], command: click.Command) -> Iterator[tuple[str, str]]:
    """Each option on the line by its name, with its value if it takes one."""
    while words:
        word = words.popleft()
        if word == "--" and not isinstance(command, click.Group):
            return
        if word in {"--", "-"} or not word.startswith("-"):
            command = _find_subcommand(command, word)
        else:
            yield from _parse_word(word, words, _list_options(command))


def _find_subcommand(command: click.Command, word: str) -> click.Command:
    """The command that *word* names below *command*, if it is a group."""
    if not isinstance(command, click.Group):
        return command
    return command.get_command(click.Context(command), word) or command


def _list_options(command: click.Command) -> dict[str, click.Option]:
    return {
        spelt: each
        for each in command.params
        if isinstance(each, click.Option)
        for spelt in each.opts
    }


def _parse_word(
    word: str, words: deque[str], options_by_flag: dict[str, click.Option]
) -> Iterator[tuple[str, str]]:
    """The options that *word* spells: one, or short ones in a cluster; a value may be the next of *words*."""
    name, sign, value = word.partition("=")
    if word.startswith("--"):
        option = options_by_flag.get(name)
        if option is None:
            return
        yield option.name or "", value if sign or option.is_flag else _take_next(words)
        return
    for place, letter in enumerate(word[1:], 2):
        option = options_by_flag.get(f"-{letter}")
        if option is not None and not option.is_flag:
            yield option.name or "", word[place:] or _take_next(words)
            return
        if option is not None:
            yield option.name or "", ""


def _take_next(words: deque[str]) -> str:
    return words.popleft() if words else ""
