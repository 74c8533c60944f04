"""``pfg gen``: records of a target's models as JSON, as fixtures; their schemas."""

from __future__ import annotations

import sys
from typing import Any

import click

from pytest_fixturegen.cli import report
from pytest_fixturegen.cli.explain import explain_command
from pytest_fixturegen.cli.flags import DRAWING, flags_of, plugin_names, settled
from pytest_fixturegen.cli.progress import progress
from pytest_fixturegen.cli.shared import Group, everywhere
from pytest_fixturegen.command_options import (
    FixturesConfig,
    ImportConfig,
    JsonConfig,
    OverridesConfig,
    SchemaConfig,
    SelectionConfig,
)
from pytest_fixturegen.options import GenerationConfig


@click.group(cls=Group)
def gen() -> None:
    """Write records, fixtures or schemas of a target's models."""


@gen.command("json")
@click.argument("target")
@flags_of(JsonConfig, GenerationConfig, SelectionConfig, ImportConfig)
@everywhere
def json_command(target: str, **given: Any) -> None:
    """Write records of TARGET's models as JSON or JSON Lines."""
    from pytest_fixturegen import remote

    configs = settled(given, JsonConfig, GenerationConfig, SelectionConfig, ImportConfig)
    with progress(configs[0].n) as told:
        result = remote.emit_json(target, *configs, standard=sys.stdout.buffer, told=told)
    report.outcome(result)


@gen.command("schema")
@click.argument("target")
@flags_of(SchemaConfig, SelectionConfig, ImportConfig)
@flags_of(GenerationConfig, without=DRAWING)
@everywhere
def schema_command(target: str, **given: Any) -> None:
    """Write the JSON Schema of each of TARGET's models."""
    from pytest_fixturegen import remote

    configs = settled(given, SchemaConfig, SelectionConfig, ImportConfig)
    report.outcome(remote.emit_schema(target, *configs, standard=sys.stdout.buffer, plugins=plugin_names(given)))


@gen.command("overrides")
@click.argument("target")
@flags_of(OverridesConfig, SelectionConfig, ImportConfig)
@flags_of(GenerationConfig, without=DRAWING)
@everywhere
def overrides_command(target: str, **given: Any) -> None:
    """Write a TypedDict of what may be fixed of each of TARGET's models, for type checkers."""
    from pytest_fixturegen import remote

    configs = settled(given, OverridesConfig, SelectionConfig, ImportConfig)
    report.outcome(remote.emit_overrides(target, *configs, standard=sys.stdout.buffer, plugins=plugin_names(given)))


@gen.command("fixtures")
@click.argument("target")
@flags_of(FixturesConfig, GenerationConfig, SelectionConfig, ImportConfig)
@everywhere
def fixtures_command(target: str, **given: Any) -> None:
    """Write a module of pytest fixtures, one for each of TARGET's models."""
    from pytest_fixturegen import remote

    configs = settled(given, FixturesConfig, GenerationConfig, SelectionConfig, ImportConfig)
    report.outcome(remote.emit_fixtures(target, *configs, standard=sys.stdout.buffer))


gen.add_command(explain_command)
