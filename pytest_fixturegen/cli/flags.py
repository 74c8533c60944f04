"""Click flags made from declared options. Their default is None, so that an absent flag hides nothing."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from pytest_fixturegen.cli import global_options, notices
from pytest_fixturegen.cli.command_base import HeadedOption
from pytest_fixturegen.cli.param_types import FILE, TEXT, TextParam
from pytest_fixturegen.config import sources
from pytest_fixturegen.config.options import (
    GenerationConfig,
    JsonObject,
    Pairs,
    Policies,
    resolve_seed,
)

T = TypeVar("T")
DRAWING_OPTIONS = [
    each.name for each in dataclasses.fields(GenerationConfig) if each.name != "plugins"
]
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

PATH_OPTIONS = frozenset(
    "allow_read allow_write db_path freeze_seeds_file html journal out seed_script snapshots_directory".split()
)
"""Options that are paths: a shell completes them."""

PATTERN_OPTIONS = ("include", "exclude")
"""Those that match names."""


def add_flags(*configs: type, excluded: Sequence[str] = ()) -> Callable[[F], F]:
    """A decorator that gives a command one flag for each option of *configs*, but for those *without*."""

    def decorate(command: F) -> F:
        for config in reversed(configs):
            hints = typing.get_type_hints(config)
            heading = HEADINGS.get(config.__name__, "Options")
            for each in reversed(dataclasses.fields(config)):
                command = (
                    command
                    if each.name in excluded
                    else _build_flag(each, hints[each.name], heading)(command)
                )
        return command

    return decorate


def resolve_settings(
    flag_values: dict[str, Any],
    *configs: type[T],
    extra_sources: Sequence[sources.Source] = (),
    needs_seed: bool = True,
) -> list[Any]:
    """Each of *configs*: a flag *given* goes before the environment, that before the project's configuration, and that before
    what *also* says. For a command that *draws* nothing no fresh seed is settled on and told.
    """
    places = [*list_other_sources(), *extra_sources]
    found = [
        sources.read_options(config, [select_flags(flag_values, config), *places])
        for config in configs
    ]
    return [resolve_printed_seed(each) for each in found] if needs_seed else found


def list_other_sources() -> list[sources.Source]:
    """Where options are set beside the command line: the environment, and the file of the project or of ``--config``."""
    from pytest_fixturegen.config.project_file import load_configuration

    return [
        sources.read_environment(),
        load_configuration(Path.cwd(), global_options.get_global_options().config),
    ]


def select_flags(flag_values: dict[str, Any], config: type) -> sources.Source:
    """Those of the flags *given* that are of *config*."""
    return sources.read_flags(
        {each.name: flag_values.get(each.name) for each in dataclasses.fields(config)}, config
    )


def resolve_printed_seed(config: Any) -> Any:
    """*config*; a fresh seed is printed, so that the same data can be made again."""
    if not isinstance(config, GenerationConfig) or config.rng_mode == "portable":
        return config
    fresh = resolve_seed(config)
    notices.print_notice(f"seed {fresh.seed}")
    return fresh


def _build_flag(
    option_field: dataclasses.Field[Any], annotation: Any, heading: str
) -> Callable[[F], F]:
    name = option_field.name.replace("_", "-")
    words = option_field.metadata["help"] + _format_default(option_field, annotation)
    if annotation is bool:
        return click.option(
            f"--{name}/--no-{name}",
            option_field.name,
            cls=HeadedOption,
            heading=heading,
            default=None,
            help=words,
        )
    short = [flag for flag in option_field.metadata["flag"].split() if flag != f"-{name}"]
    spelt = [f"--{name}", *([f"-{name}"] if len(name) == 1 else []), *short, option_field.name]
    kind = (
        TextParam(typing.get_args(annotation))
        if typing.get_origin(annotation) is typing.Literal
        else FILE
        if option_field.name in PATH_OPTIONS
        else TEXT
    )
    return click.option(
        *spelt,
        cls=HeadedOption,
        heading=heading,
        default=None,
        type=kind,
        multiple=typing.get_origin(annotation) is tuple,
        metavar=_choose_metavar(option_field.name, annotation),
        help=words,
    )


def _format_default(option_field: dataclasses.Field[Any], annotation: Any) -> str:
    """What the option is unless it is set, and for a choice what else it may be."""
    choices = typing.get_args(annotation) if typing.get_origin(annotation) is typing.Literal else ()
    others = (
        f"; or {', '.join(choice for choice in choices if choice != option_field.default)}"
        if choices
        else ""
    )
    default = (
        f"{option_field.default:%Y-%m-%d}"
        if hasattr(option_field.default, "year")
        else option_field.default
    )
    default = {True: "yes"}.get(default, default) if isinstance(default, bool) else default
    default = ", ".join(default) if isinstance(default, tuple) else default
    return "" if default is False or default in ("", "{}") else f" [{default}{others}]"


def _choose_metavar(name: str, annotation: Any) -> str:
    if typing.get_origin(annotation) is typing.Literal:
        return "CHOICE"
    if typing.get_origin(annotation) is tuple:
        several = (
            "PATH" if name in PATH_OPTIONS else "PATTERN" if name in PATTERN_OPTIONS else "TEXT"
        )
        return {Policies: "PATH=SETTINGS", Pairs: "NAME=TEXT"}.get(annotation, several)
    return {
        int: "N",
        float: "NUMBER",
        str: "PATH" if name in PATH_OPTIONS else "TEXT",
        JsonObject: "JSON",
    }.get(annotation, "DATE")
