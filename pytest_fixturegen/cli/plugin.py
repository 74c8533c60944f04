"""``pfg plugin list``: who plugs in, where it comes from, and what it does."""

from __future__ import annotations

import json
from typing import Any

import click

from pytest_fixturegen.cli.command_base import CommandGroup, add_common_flags
from pytest_fixturegen.cli.flags import DRAWING_OPTIONS, add_flags, resolve_settings
from pytest_fixturegen.config.command_options import ImportConfig
from pytest_fixturegen.config.options import GenerationConfig


@click.group("plugin", cls=CommandGroup)
def plugin_group() -> None:
    """Show what plugs in."""


@plugin_group.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@add_flags(GenerationConfig, excluded=DRAWING_OPTIONS)
@add_flags(ImportConfig)
@add_common_flags
def list_command(as_json: bool, **flag_values: Any) -> None:
    """List plugins: what is built in, what is installed, what the configuration names. A child imports them."""
    from pytest_fixturegen.worker import client

    imports, config = resolve_settings(
        flag_values, ImportConfig, GenerationConfig, needs_seed=False
    )
    found, failures = client.list_plugins(config.plugins, imports)
    if as_json:
        click.echo(json.dumps(found, indent=2))
    else:
        _print_plugins(found)
    for failure in failures:
        raise failure


def _print_plugins(plugins: list[dict[str, Any]]) -> None:
    rows = [(each["plugin"], _format_origin(each), ", ".join(each["hooks"])) for each in plugins]
    widths = [max(len(row[place]) for row in rows) for place in (0, 1)]
    for name, origin, hooks in rows:
        click.echo(f"{name:<{widths[0]}}  {origin:<{widths[1]}}  {hooks}")


def _format_origin(plugin: dict[str, Any]) -> str:
    return (
        f"{plugin['distribution']} {plugin['version']}"
        if plugin["distribution"]
        else str(plugin["kind"])
    )
