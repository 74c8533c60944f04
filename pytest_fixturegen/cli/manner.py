"""How a command is to speak: the flags that every command has, wherever on the line they stand.

They are read before Click parses, since an error of parsing is to be told in the same manner.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

import click

from pytest_fixturegen.errors import UsageError
from pytest_fixturegen.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """What the flags say; *config* names the file of the configuration."""

    json_errors: bool = False
    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    config: str = ""

    def require_one(self) -> None:
        """Raise UsageError where less and more are asked for at once."""
        other = "--verbose" if self.verbose else "--debug"
        if self.quiet and (self.verbose or self.debug):
            raise UsageError(f"--quiet asks for less and {other} for more.", hint="Give one of them.")


NAMES = tuple(Manner.__dataclass_fields__)


def manner_of(words: Sequence[str], group: click.Command) -> Manner:
    """What *words*, a command line of *group*, say. What is no option of ours is passed over, and so are values."""
    found = {name: value if name == "config" else True for name, value in _options(deque(words), group) if name in NAMES}
    return Manner(**found)  # type: ignore[arg-type]  # the file of --config is text, the others are flags


def current() -> Manner:
    """The manner of the command that runs."""
    context = click.get_current_context(silent=True)
    found = context.find_object(Manner) if context else None
    return found or Manner()


def _options(words: deque[str], command: click.Command) -> Iterator[tuple[str, str]]:
    """Each option on the line by its name, with its value if it takes one."""
    while words:
        word = words.popleft()
        if word == "--" and not isinstance(command, click.Group):
            return
        if word in {"--", "-"} or not word.startswith("-"):
            command = _below(command, word)
        else:
            yield from _spelt(word, words, _known(command))


def _below(command: click.Command, word: str) -> click.Command:
    """The command that *word* names below *command*, if it is a group."""
    if not isinstance(command, click.Group):
        return command
    return command.get_command(click.Context(command), word) or command


def _known(command: click.Command) -> dict[str, click.Option]:
    return {spelt: each for each in command.params if isinstance(each, click.Option) for spelt in each.opts}


def _spelt(word: str, words: deque[str], known: dict[str, click.Option]) -> Iterator[tuple[str, str]]:
    """The options that *word* spells: one, or short ones in a cluster; a value may be the next of *words*."""
    name, sign, value = word.partition("=")
    if word.startswith("--"):
        option = known.get(name)
        if option is None:
            return
        yield option.name or "", value if sign or option.is_flag else _next(words)
        return
    for place, letter in enumerate(word[1:], 2):
        option = known.get(f"-{letter}")
        if option is not None and not option.is_flag:
            yield option.name or "", word[place:] or _next(words)
            return
        if option is not None:
            yield option.name or "", ""


def _next(words: deque[str]) -> str:
    return words.popleft() if words else ""
