"""``pfg gen``: records of a target's models as JSON, as fixtures; their schemas."""

from __future__ import annotations

import sys
from typing import Any

import click

from pytest_fixturegen.cli import report
from pytest_fixturegen.cli.explain import explain_command
from pytest_fixturegen.cli.flags import DRAWING, flags_of, settled
from pytest_fixturegen.cli.progress import progress
from pytest_fixturegen.cli.shared import Group, everywhere
from pytest_fixturegen.cli.ways import ways
from pytest_fixturegen.command_options import (
    FixturesConfig,
    FreezeConfig,
    ImportConfig,
    JsonConfig,
    OverridesConfig,
    SchemaConfig,
    SelectionConfig,
)
from pytest_fixturegen.options import GenerationConfig

VALUES = tuple(name for name in DRAWING if name != "link")
"""Options of generation that a schema, which holds no values, has no use for."""


@click.group(cls=Group)
def gen() -> None:
    """Write records, fixtures or schemas of a target's models."""


@gen.command("json")
@flags_of(JsonConfig, FreezeConfig, GenerationConfig, SelectionConfig, ImportConfig)
@everywhere
@ways
def json_command(target: str | None, **given: Any) -> None:
    """Write records of TARGET's models as JSON or JSON Lines."""
    from pytest_fixturegen import remote

    *configs, freeze = settled(given, JsonConfig, GenerationConfig, SelectionConfig, ImportConfig, FreezeConfig)
    with progress(configs[0].n) as told:
        result = remote.emit_json(target, *configs, freeze=freeze, standard=sys.stdout.buffer, told=told)
    report.outcome(result)


@gen.command("schema")
@flags_of(SchemaConfig, SelectionConfig, ImportConfig)
@flags_of(GenerationConfig, without=VALUES)
@everywhere
@ways
def schema_command(target: str | None, **given: Any) -> None:
    """Write the JSON Schema of each of TARGET's models."""
    from pytest_fixturegen import remote

    *configs, config = settled(given, SchemaConfig, SelectionConfig, ImportConfig, GenerationConfig, draws=False)
    report.outcome(remote.emit_schema(target, *configs, config=config, standard=sys.stdout.buffer))


@gen.command("overrides")
@flags_of(OverridesConfig, SelectionConfig, ImportConfig, without=("type",))
@flags_of(GenerationConfig, without=DRAWING)
@everywhere
@ways
def overrides_command(target: str | None, **given: Any) -> None:
    """Write a TypedDict of what may be fixed of each of TARGET's models, for type checkers."""
    from pytest_fixturegen import remote

    *configs, config = settled(given, OverridesConfig, SelectionConfig, ImportConfig, GenerationConfig, draws=False)
    report.outcome(remote.emit_overrides(target, *configs, config=config, standard=sys.stdout.buffer))


@gen.command("fixtures")
@flags_of(FixturesConfig, FreezeConfig, GenerationConfig, SelectionConfig, ImportConfig)
@everywhere
@ways
def fixtures_command(target: str | None, **given: Any) -> None:
    """Write a module of pytest fixtures, one for each of TARGET's models."""
    from pytest_fixturegen import remote

    *configs, freeze = settled(given, FixturesConfig, GenerationConfig, SelectionConfig, ImportConfig, FreezeConfig)
    report.outcome(remote.emit_fixtures(target, *configs, freeze=freeze, standard=sys.stdout.buffer))


gen.add_command(explain_command)
