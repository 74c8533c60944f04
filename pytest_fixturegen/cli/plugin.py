"""``pfg plugin list``: who plugs in, where it comes from, and what it does."""

from __future__ import annotations

import json
from typing import Any

import click

from pytest_fixturegen.cli.flags import DRAWING, flags_of, settled
from pytest_fixturegen.cli.shared import Group, everywhere
from pytest_fixturegen.command_options import ImportConfig
from pytest_fixturegen.options import GenerationConfig


@click.group("plugin", cls=Group)
def plugin_group() -> None:
    """Show what plugs in."""


@plugin_group.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@flags_of(GenerationConfig, without=DRAWING)
@flags_of(ImportConfig)
@everywhere
def list_command(as_json: bool, **given: Any) -> None:
    """List plugins: what is built in, what is installed, what the configuration names. A child imports them."""
    from pytest_fixturegen import remote

    imports, config = settled(given, ImportConfig, GenerationConfig, draws=False)
    found, failures = remote.list_plugins(config.plugins, imports)
    if as_json:
        click.echo(json.dumps(found, indent=2))
    else:
        _print(found)
    for failure in failures:
        raise failure


def _print(found: list[dict[str, Any]]) -> None:
    rows = [(each["plugin"], _origin(each), ", ".join(each["hooks"])) for each in found]
    widths = [max(len(row[place]) for row in rows) for place in (0, 1)]
    for name, origin, hooks in rows:
        click.echo(f"{name:<{widths[0]}}  {origin:<{widths[1]}}  {hooks}")


def _origin(found: dict[str, Any]) -> str:
    return f"{found['distribution']} {found['version']}" if found["distribution"] else str(found["kind"])
