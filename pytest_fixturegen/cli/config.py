"""``pfg config``: print the options in effect; ``pfg schema config``: print their JSON Schema."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from pytest_fixturegen.cli import terminal
from pytest_fixturegen.cli.command_base import Command, CommandGroup, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, list_other_sources, merge_flags
from pytest_fixturegen.config.command_options import ImportConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig

CONFIGS = (GenerationConfig, SelectionConfig, ImportConfig)
"""The groups without a section: their flags mean the same for every command."""


@click.command("config", cls=Command)
@click.option("--show-origin", is_flag=True, help="Print the source of each value.")
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print a JSON array.",
)
@add_flags(*CONFIGS)
@add_common_flags
def config_command(
    show_origin: bool,
    as_json: bool,
    **flag_values: Any,
) -> None:
    """Print the configuration in effect, as TOML.

    The flags of options without a section are accepted, and show what they would change.
    """
    from pytest_fixturegen.config import description, sources, trust

    all_sources = [merge_flags(flag_values, CONFIGS), *list_other_sources()]
    trust.warn_untrusted(
        all_sources[-1],
        all_sources[:-1],
    )
    combined = trust.combine_sandbox_keys(all_sources)
    settings = list(description.list_settings(combined))
    if as_json:
        rows = [asdict(setting) for setting in settings]
        terminal.print_json(rows)
        return
    table = f"tool.{sources.TOOL_TABLE}"
    text = description.format_toml_table(
        settings,
        table=table,
        with_origin=show_origin,
    )
    terminal.print_code(text)


@click.group("schema", cls=CommandGroup)
def schema_group() -> None:
    """Print JSON Schemas."""


@schema_group.command("config")
@add_common_flags
def schema_config() -> None:
    """Print the JSON Schema of the configuration, for editors.

    It describes the table in pyproject.toml as well as pfg.yaml.
    """
    from pytest_fixturegen.config import description

    terminal.print_json(description.build_config_schema())
