"""Click flags built from declared options.

Their default is None, so that an absent flag does not hide a value of another source.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from pytest_fixturegen.cli import global_options, notices
from pytest_fixturegen.cli.command_base import OWN_HEADING, HeadedOption, add_parameter_group
from pytest_fixturegen.cli.param_types import FILE, TEXT, TextParam
from pytest_fixturegen.config import sources
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.config.file_paths import PATH_OPTIONS
from pytest_fixturegen.config.options import (
    GenerationConfig,
    JsonObject,
    Pairs,
    Policies,
    resolve_seed,
)
from pytest_fixturegen.errors import UsageError

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])

DRAWING_OPTIONS = [
    option.name for option in dataclasses.fields(GenerationConfig) if option.name != "plugins"
]
"""Options that commands without generated values do not need."""

HEADINGS = {
    "GenerationConfig": "Value generation",
    "SelectionConfig": "Model selection",
    "ImportConfig": "Sandbox",
    "StoreConfig": "Store",
    "ServeConfig": "Server",
    "DeliveryConfig": "Delivery",
    "PersistenceConfig": "Delivery",
}
"""Headings of the help by group of options. Other groups come first."""

PATTERN_OPTIONS = ("include", "exclude")
"""Options that are patterns of names."""

METAVARS = {int: "N", float: "NUMBER", str: "TEXT", JsonObject: "JSON"}


def add_flags(*configs: type, excluded: Sequence[str] = ()) -> Callable[[F], F]:
    """Return a decorator that adds a flag for each option of *configs*, except the *excluded*."""

    def decorate(command: F) -> F:
        """Add the flags of all *configs* to *command*, except the excluded ones."""
        return add_parameter_group(command, partial(_build_flags, configs, excluded))

    return decorate


def _build_flags(configs: Sequence[type], excluded: Sequence[str]) -> list[click.Parameter]:
    """Return the flags of all *configs*, except the *excluded* ones."""
    flags: list[click.Parameter] = []
    for config in configs:
        hints = typing.get_type_hints(config)
        heading = HEADINGS.get(config.__name__, OWN_HEADING)
        flags += [
            _build_flag(option, hints[option.name], heading)
            for option in dataclasses.fields(config)
            if option.name not in excluded
        ]
    return flags


def resolve_settings(
    flag_values: dict[str, Any],
    *configs: type[T],
    extra_sources: Sequence[sources.Source] = (),
    needs_seed: bool = True,
    is_in_process: bool = False,
) -> list[Any]:
    """Return the options of each of *configs*.

    A flag beats the environment, which beats the configuration file, which beats *extra_sources*.
    If *needs_seed*, a random seed is chosen and printed where the options ask for one.
    *is_in_process*: whether values are generated in this process, without a sandbox.

    Raises:
        ConfigError: If a file that the user does not trust widens rights.
    """
    all_sources = list_obeyed_sources(
        flag_values,
        configs,
        extra_sources,
        is_in_process=is_in_process,
    )
    settings: list[Any] = [sources.read_options(config, all_sources) for config in configs]
    return [resolve_printed_seed(group) for group in settings] if needs_seed else settings


def list_obeyed_sources(
    flag_values: dict[str, Any],
    configs: Sequence[type],
    extra_sources: Sequence[sources.Source] = (),
    *,
    is_in_process: bool = False,
) -> list[sources.Source]:
    """Return the sources of the options of *configs*, with the settings that this run obeys.

    They are flags, environment, configuration file, and *extra_sources*.

    Raises:
        ConfigError: If a file that the user does not trust widens rights.
    """
    from pytest_fixturegen.config import trust

    obeyed: list[sources.Source] = []
    for source in (merge_flags(flag_values, configs), *list_other_sources(), *extra_sources):
        obeyed.append(trust.refuse_untrusted(source, configs, obeyed, is_in_process=is_in_process))
    return trust.combine_sandbox_keys(obeyed)


def list_other_sources() -> list[sources.Source]:
    """Return the environment and the configuration file as sources of options."""
    from pytest_fixturegen.config.project_file import load_configuration

    config_file = global_options.get_global_options().config
    return [sources.read_environment(), load_configuration(Path.cwd(), config_file)]


def merge_flags(flag_values: dict[str, Any], configs: Sequence[type]) -> sources.Source:
    """Return the flags of all *configs* as one source of options, and ``--trust`` with them."""
    values: dict[str, Any] = {}
    for config in (*configs, ImportConfig):
        values |= select_flags(flag_values, config).values
    return sources.Source(values, "--{flag}", UsageError)


def select_flags(flag_values: dict[str, Any], config: type) -> sources.Source:
    """Return the flags of the group *config* as a source of options."""
    names = [option.name for option in dataclasses.fields(config)]
    return sources.read_flags(
        {name: flag_values.get(name) for name in names},
        config,
    )


def resolve_printed_seed(config: Any) -> Any:
    """Return *config* with its seed; a random one is printed, so that the run can be repeated."""
    if not isinstance(config, GenerationConfig) or config.rng_mode == "portable":
        return config
    seeded = resolve_seed(config)
    notices.print_notice(f"seed {seeded.seed}")
    return seeded


def _build_flag(
    option_field: dataclasses.Field[Any],
    annotation: Any,
    heading: str,
) -> HeadedOption:
    """Return the flag of *option_field*.

    A bool gets ``--no-`` as its opposite, and a name of one letter gets a short flag.
    """
    name = option_field.name
    spelling = f"--{name.replace('_', '-')}"
    settings: dict[str, Any] = {
        "heading": heading,
        "default": None,
        "help": option_field.metadata["help"] + _format_default(option_field, annotation),
    }
    if annotation is bool:
        return HeadedOption([f"{spelling}/--no-{spelling[2:]}", name], **settings)
    short = f"-{name}"
    aliases = [flag for flag in option_field.metadata["flag"].split() if flag != short]
    spellings = [spelling, short, *aliases] if len(name) == 1 else [spelling, *aliases]
    return HeadedOption(
        [*spellings, name],
        type=_choose_param_type(name, annotation),
        multiple=typing.get_origin(annotation) is tuple,
        metavar=_choose_metavar(name, annotation),
        **settings,
    )


def _choose_param_type(name: str, annotation: Any) -> click.ParamType:  # type: ignore[type-arg]
    """Return the type of the flag of an option with this *annotation*."""
    if typing.get_origin(annotation) is typing.Literal:
        return TextParam(typing.get_args(annotation))
    return FILE if name in PATH_OPTIONS else TEXT


def _format_default(option_field: dataclasses.Field[Any], annotation: Any) -> str:
    """Return the default, and the other choices, in brackets for the help."""
    default = option_field.default
    is_off_or_empty = default is False or default in ("", "{}", ())
    if is_off_or_empty:
        return ""
    shown = _format_default_value(default)
    if typing.get_origin(annotation) is typing.Literal:
        others = [choice for choice in typing.get_args(annotation) if choice != default]
        shown += f"; or {', '.join(others)}"
    return f" [{shown}]"


def _format_default_value(default: Any) -> str:
    """Return *default* as a user would write it; a date is recognized by its year."""
    if default is True:
        return "yes"
    if isinstance(default, tuple):
        return ", ".join(default)
    if hasattr(default, "year"):
        return f"{default:%Y-%m-%d}"
    return str(default)


def _choose_metavar(name: str, annotation: Any) -> str:
    """Return the word that the help shows for the value; a type without one is a date."""
    if typing.get_origin(annotation) is typing.Literal:
        return "CHOICE"
    if annotation == Policies:
        return "PATH=SETTINGS"
    if annotation == Pairs:
        return "NAME=TEXT"
    if name in PATH_OPTIONS:
        return "PATH"
    if name in PATTERN_OPTIONS:
        return "PATTERN"
    if typing.get_origin(annotation) is tuple:
        return "TEXT"
    return METAVARS.get(annotation, "DATE")
