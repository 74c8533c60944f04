"""Click flags made from declared options. Their default is None, so that an absent flag hides nothing."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from pytest_fixturegen import sources
from pytest_fixturegen.options import GenerationConfig, JsonObject, Pairs, Policies, settled_seed

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


def flags_of(*configs: type, without: Sequence[str] = ()) -> Callable[[F], F]:
    """A decorator that gives a command one flag for each option of *configs*, but for those *without*."""

    def decorate(command: F) -> F:
        for config in reversed(configs):
            hints = typing.get_type_hints(config)
            for each in reversed(dataclasses.fields(config)):
                command = command if each.name in without else _flag(each, hints[each.name])(command)
        return command

    return decorate


def settled(given: dict[str, Any], *configs: type[T]) -> list[Any]:
    """Each of *configs*, read from the flags *given*, the environment and the project's configuration."""
    elsewhere = [sources.environment(), sources.project(Path.cwd())]
    return [seeded(sources.read(config, [given_flags(given, config), *elsewhere])) for config in configs]


def given_flags(given: dict[str, Any], config: type) -> sources.Source:
    """Those of the flags *given* that are of *config*."""
    return sources.flags({each.name: given.get(each.name) for each in dataclasses.fields(config)}, config)


def seeded(config: Any) -> Any:
    """*config*; a fresh seed is printed, so that the same data can be made again."""
    if not isinstance(config, GenerationConfig) or config.rng_mode == "portable":
        return config
    fresh = settled_seed(config)
    click.echo(f"seed {fresh.seed}", err=True)
    return fresh


def _flag(each: dataclasses.Field[Any], hint: Any) -> Callable[[F], F]:
    name = each.name.replace("_", "-")
    short = [flag for flag in each.metadata["flag"].split() if flag != f"-{name}"]
    spelt = [f"--{name}", *([f"-{name}"] if len(name) == 1 else []), *short, each.name]
    words = each.metadata["help"] + _default(each)
    if hint is bool:
        return click.option(f"--{name}/--no-{name}", each.name, default=None, help=words)
    return click.option(*spelt, default=None, multiple=typing.get_origin(hint) is tuple, metavar=_metavar(hint), help=words)


def _default(each: dataclasses.Field[Any]) -> str:
    return "" if each.default in ((), False, "", "{}") else f" [default: {each.default}]"


def _metavar(hint: Any) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return "|".join(typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        return {Policies: "PATH=SETTINGS", Pairs: "PATTERN=TEXT"}.get(hint, "PATTERN")
    return {int: "N", float: "NUMBER", str: "TEXT", JsonObject: "JSON"}.get(hint, "DATE")
