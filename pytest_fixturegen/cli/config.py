"""``pfg config``: what is in effect, and who set it; ``pfg schema config``: what may be set."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from pytest_fixturegen.cli.shared import everywhere


@click.command("config")
@click.option("--show-origin", is_flag=True, help="Say of each value who set it.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@everywhere
def config_command(show_origin: bool, as_json: bool) -> None:
    """Print the configuration that is in effect, as TOML."""
    from pytest_fixturegen import declared, sources

    found = list(declared.settings([sources.environment(), sources.project(Path.cwd())]))
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], indent=2, ensure_ascii=False))
    else:
        click.echo(declared.as_toml(found, table=f"tool.{sources.TABLE}", origin=show_origin), nl=False)


@click.group("schema")
def schema_group() -> None:
    """Print schemas of what the user writes."""


@schema_group.command("config")
@everywhere
def schema_config() -> None:
    """Print the JSON Schema of the configuration, for editors."""
    from pytest_fixturegen import declared

    click.echo(json.dumps(declared.schema(), indent=2, ensure_ascii=False))
