"""``pfg plugin list``: list plugins with their origin and hooks."""

from __future__ import annotations

from typing import Any

import click

from pytest_fixturegen._internal.text import measure_column
from pytest_fixturegen.cli import terminal
from pytest_fixturegen.cli.command_base import CommandGroup, add_common_flags
from pytest_fixturegen.cli.flags import DRAWING_OPTIONS, add_flags, resolve_settings
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.config.options import GenerationConfig


@click.group("plugin", cls=CommandGroup)
def plugin_group() -> None:
    """Show plugins."""


@plugin_group.command("list")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print a JSON array.",
)
@add_flags(GenerationConfig, excluded=DRAWING_OPTIONS)
@add_flags(ImportConfig)
@add_common_flags
def list_command(as_json: bool, **flag_values: Any) -> None:
    """List plugins: built-in, installed, and named by the configuration.

    They are imported in a sandboxed child.
    """
    from pytest_fixturegen.worker import client

    imports, config = resolve_settings(
        flag_values, ImportConfig, GenerationConfig, needs_seed=False
    )
    found, failures = client.list_plugins(config.plugins, imports)
    if as_json:
        terminal.print_json(found)
    else:
        _print_plugins(found)
    for failure in failures:
        raise failure


def _print_plugins(plugins: list[dict[str, Any]]) -> None:
    """Print a line for each plugin, with names and origins padded to columns."""
    rows = [
        (plugin["plugin"], _format_origin(plugin), ", ".join(plugin["hooks"])) for plugin in plugins
    ]
    name_width = measure_column(name for name, _, _ in rows)
    origin_width = measure_column(origin for _, origin, _ in rows)
    for name, origin, hooks in rows:
        terminal.print_line(f"{name:<{name_width}}  {origin:<{origin_width}}  {hooks}")


def _format_origin(plugin: dict[str, Any]) -> str:
    """Return the distribution and the version of *plugin*, or its kind."""
    if plugin["distribution"]:
        return f"{plugin['distribution']} {plugin['version']}"
    return str(plugin["kind"])
