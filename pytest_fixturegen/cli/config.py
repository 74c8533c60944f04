"""``pfg config``: what is in effect, and who set it; ``pfg schema config``: what may be set."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import click

from pytest_fixturegen.cli.command_base import Command, CommandGroup, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, list_other_sources, select_flags
from pytest_fixturegen.config.command_options import ImportConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig

CONFIGS = (GenerationConfig, SelectionConfig, ImportConfig)
"""The options that have no section: what a flag sets is the same for every command."""


@click.command("config", cls=Command)
@click.option("--show-origin", is_flag=True, help="Say of each value who set it.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@add_flags(*CONFIGS)
@add_common_flags
def config_command(show_origin: bool, as_json: bool, **flag_values: Any) -> None:
    """Print the configuration that is in effect, as TOML.

    It takes the flags that stand in no section, and shows what they would change.
    """
    from pytest_fixturegen.config import description, sources

    found = list(
        description.list_settings(
            [*(select_flags(flag_values, config) for config in CONFIGS), *list_other_sources()]
        )
    )
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], indent=2, ensure_ascii=False))
    else:
        click.echo(
            description.format_toml_table(
                found, table=f"tool.{sources.TOOL_TABLE}", with_origin=show_origin
            ),
            nl=False,
        )


@click.group("schema", cls=CommandGroup)
def schema_group() -> None:
    """Print schemas of what the user writes."""


@schema_group.command("config")
@add_common_flags
def schema_config() -> None:
    """Print the JSON Schema of the configuration, for editors: of the table in pyproject.toml, and of pfg.yaml."""
    from pytest_fixturegen.config import description

    click.echo(json.dumps(description.build_config_schema(), indent=2, ensure_ascii=False))
