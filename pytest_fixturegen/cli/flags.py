"""Click flags made from declared options. Their default is None, so that an absent flag hides nothing."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from pytest_fixturegen import sources
from pytest_fixturegen.cli import manner, notices
from pytest_fixturegen.cli.completing import FILE, TEXT, Words
from pytest_fixturegen.cli.shared import Flag
from pytest_fixturegen.options import GenerationConfig, JsonObject, Pairs, Policies, settled_seed

T = TypeVar("T")
DRAWING = [each.name for each in dataclasses.fields(GenerationConfig) if each.name != "plugins"]
"""What a command that draws nothing has no use for."""

F = TypeVar("F", bound=Callable[..., Any])

HEADINGS = {
    "GenerationConfig": "How values are chosen",
    "SelectionConfig": "Which models",
    "ImportConfig": "Behind walls",
    "StoreConfig": "The store",
    "ServeConfig": "The server",
    "DeliveryConfig": "Delivery",
    "PersistenceConfig": "Delivery",
}
"""Under which words of help the flags of a group stand; those of any other stand first."""

PATHS = frozenset("allow_read allow_write db_path freeze_seeds_file html journal out seed_script snapshots_directory".split())
"""Options that are paths: a shell completes them."""

PATTERNS = ("include", "exclude")
"""Those that match names."""


def flags_of(*configs: type, without: Sequence[str] = ()) -> Callable[[F], F]:
    """A decorator that gives a command one flag for each option of *configs*, but for those *without*."""

    def decorate(command: F) -> F:
        for config in reversed(configs):
            hints = typing.get_type_hints(config)
            heading = HEADINGS.get(config.__name__, "Options")
            for each in reversed(dataclasses.fields(config)):
                command = command if each.name in without else _flag(each, hints[each.name], heading)(command)
        return command

    return decorate


def settled(given: dict[str, Any], *configs: type[T], also: Sequence[sources.Source] = (), draws: bool = True) -> list[Any]:
    """Each of *configs*: a flag *given* goes before the environment, that before the project's configuration, and that before
    what *also* says. For a command that *draws* nothing no fresh seed is settled on and told.
    """
    places = [*elsewhere(), *also]
    found = [sources.read(config, [given_flags(given, config), *places]) for config in configs]
    return [seeded(each) for each in found] if draws else found


def elsewhere() -> list[sources.Source]:
    """Where options are set beside the command line: the environment, and the file of the project or of ``--config``."""
    from pytest_fixturegen.configuration import configured

    return [sources.environment(), configured(Path.cwd(), manner.current().config)]


def given_flags(given: dict[str, Any], config: type) -> sources.Source:
    """Those of the flags *given* that are of *config*."""
    return sources.flags({each.name: given.get(each.name) for each in dataclasses.fields(config)}, config)


def seeded(config: Any) -> Any:
    """*config*; a fresh seed is printed, so that the same data can be made again."""
    if not isinstance(config, GenerationConfig) or config.rng_mode == "portable":
        return config
    fresh = settled_seed(config)
    notices.say(f"seed {fresh.seed}")
    return fresh


def _flag(each: dataclasses.Field[Any], hint: Any, heading: str) -> Callable[[F], F]:
    name = each.name.replace("_", "-")
    words = each.metadata["help"] + _default(each, hint)
    if hint is bool:
        return click.option(f"--{name}/--no-{name}", each.name, cls=Flag, heading=heading, default=None, help=words)
    short = [flag for flag in each.metadata["flag"].split() if flag != f"-{name}"]
    spelt = [f"--{name}", *([f"-{name}"] if len(name) == 1 else []), *short, each.name]
    kind = Words(typing.get_args(hint)) if typing.get_origin(hint) is typing.Literal else FILE if each.name in PATHS else TEXT
    return click.option(
        *spelt,
        cls=Flag,
        heading=heading,
        default=None,
        type=kind,
        multiple=typing.get_origin(hint) is tuple,
        metavar=_metavar(each.name, hint),
        help=words,
    )


def _default(each: dataclasses.Field[Any], hint: Any) -> str:
    """What the option is unless it is set, and for a choice what else it may be."""
    choices = typing.get_args(hint) if typing.get_origin(hint) is typing.Literal else ()
    others = f"; or {', '.join(choice for choice in choices if choice != each.default)}" if choices else ""
    default = f"{each.default:%Y-%m-%d}" if hasattr(each.default, "year") else each.default
    default = {True: "yes"}.get(default, default) if isinstance(default, bool) else default
    default = ", ".join(default) if isinstance(default, tuple) else default
    return "" if default is False or default in ("", "{}") else f" [{default}{others}]"


def _metavar(name: str, hint: Any) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return "CHOICE"
    if typing.get_origin(hint) is tuple:
        several = "PATH" if name in PATHS else "PATTERN" if name in PATTERNS else "TEXT"
        return {Policies: "PATH=SETTINGS", Pairs: "NAME=TEXT"}.get(hint, several)
    return {int: "N", float: "NUMBER", str: "PATH" if name in PATHS else "TEXT", JsonObject: "JSON"}.get(hint, "DATE")
