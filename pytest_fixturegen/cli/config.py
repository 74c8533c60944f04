"""``pfg config``: what is in effect, and who set it; ``pfg schema config``: what may be set."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import click

from pytest_fixturegen.cli.flags import elsewhere, flags_of, given_flags
from pytest_fixturegen.cli.shared import Command, Group, everywhere
from pytest_fixturegen.command_options import ImportConfig, SelectionConfig
from pytest_fixturegen.options import GenerationConfig

CONFIGS = (GenerationConfig, SelectionConfig, ImportConfig)
"""The options that have no section: what a flag sets is the same for every command."""


@click.command("config", cls=Command)
@click.option("--show-origin", is_flag=True, help="Say of each value who set it.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@flags_of(*CONFIGS)
@everywhere
def config_command(show_origin: bool, as_json: bool, **given: Any) -> None:
    """Print the configuration that is in effect, as TOML.

    It takes the flags that stand in no section, and shows what they would change.
    """
    from pytest_fixturegen import declared, sources

    found = list(declared.settings([*(given_flags(given, config) for config in CONFIGS), *elsewhere()]))
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], indent=2, ensure_ascii=False))
    else:
        click.echo(declared.as_toml(found, table=f"tool.{sources.TABLE}", origin=show_origin), nl=False)


@click.group("schema", cls=Group)
def schema_group() -> None:
    """Print schemas of what the user writes."""


@schema_group.command("config")
@everywhere
def schema_config() -> None:
    """Print the JSON Schema of the configuration, for editors: of the table in pyproject.toml, and of pfg.yaml."""
    from pytest_fixturegen import declared

    click.echo(json.dumps(declared.schema(), indent=2, ensure_ascii=False))
