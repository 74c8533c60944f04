"""``pfg gen``: write records, fixtures, schemas or override types of a target's models."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from pytest_fixturegen.cli import output
from pytest_fixturegen.cli.command_base import CommandGroup, add_common_flags
from pytest_fixturegen.cli.command_mixins import add_target_options, add_watched_target
from pytest_fixturegen.cli.explain import explain_command
from pytest_fixturegen.cli.flags import DRAWING_OPTIONS, add_flags, resolve_settings
from pytest_fixturegen.cli.progress import show_progress
from pytest_fixturegen.config.command_options import (
    ExamplesConfig,
    FixturesConfig,
    FreezeConfig,
    ImportConfig,
    JsonConfig,
    MswConfig,
    OverridesConfig,
    RequestTestsConfig,
    SchemaConfig,
    SelectionConfig,
)
from pytest_fixturegen.config.dataset_options import DatasetConfig
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.record_ranges import select_rows

if TYPE_CHECKING:
    from pytest_fixturegen.worker.output_receiver import EmitResult

VALUE_OPTIONS = tuple(name for name in DRAWING_OPTIONS if name != "link")
"""Options of generation that schemas, which have no values, do not need."""


@click.group(cls=CommandGroup)
def gen() -> None:
    """Write records, fixtures or schemas of a target's models."""


@gen.command("json")
@add_flags(
    JsonConfig,
    FreezeConfig,
    GenerationConfig,
    SelectionConfig,
    ImportConfig,
)
@add_common_flags
@add_target_options
def json_command(target: str | None, **flag_values: Any) -> None:
    """Write records of TARGET's models as JSON or JSON Lines."""
    from pytest_fixturegen.worker import client

    _write_records("json", target, JsonConfig, flag_values, client.emit_json)


@gen.command("dataset")
@add_flags(
    DatasetConfig,
    FreezeConfig,
    GenerationConfig,
    SelectionConfig,
    ImportConfig,
)
@add_common_flags
@add_target_options
def dataset_command(target: str | None, **flag_values: Any) -> None:
    """Write records of TARGET's models as tables: Parquet, Arrow, CSV or SQL."""
    from pytest_fixturegen.worker import dataset_client

    _write_records("dataset", target, DatasetConfig, flag_values, dataset_client.emit_dataset)


def _write_records(
    kind: str,
    target: str | None,
    own_config: type[Any],
    flag_values: dict[str, Any],
    emit: Callable[..., EmitResult],
) -> None:
    """Write the records of a command of *kind* by *emit*, or on a cluster of Dask.

    *own_config* is the class of the command's own options.
    """
    *configs, freeze = resolve_settings(
        flag_values,
        own_config,
        GenerationConfig,
        SelectionConfig,
        ImportConfig,
        FreezeConfig,
    )
    if configs[0].engine == "dask":
        _run_with_dask(kind, target, configs, freeze)
        return
    with show_progress(len(select_rows(configs[0]))) as on_progress:
        result = emit(
            target,
            *configs,
            freeze=freeze,
            stdout=sys.stdout.buffer,
            on_progress=on_progress,
        )
    output.print_outcome(result)


def _run_with_dask(
    kind: str,
    target: str | None,
    configs: Sequence[Any],
    freeze: FreezeConfig,
) -> None:
    """Write the files of a command on a cluster of Dask, and say where their lock is.

    *configs* are the command's own options and those of generation, selection and imports.
    """
    from pytest_fixturegen.cli import notices
    from pytest_fixturegen.emitters.modules import build_command
    from pytest_fixturegen.worker.dask_engine import write_with_dask
    from pytest_fixturegen.worker.locked_runs import LockedCommand

    settings, config, selection, imports = configs
    groups = (settings, config, selection, freeze)
    local = replace(settings, engine="local", scheduler="local")  # the lock holds any engine's
    text = build_command(kind, target, local, *groups[1:])
    command = LockedCommand(text, kind, target, groups)
    with show_progress(len(select_rows(settings))) as on_progress:
        lock = write_with_dask(
            command,
            imports,
            settings.scheduler,
            workers=settings.workers,
            on_progress=on_progress,
        )
    notices.print_notice(f"wrote {lock}")


@gen.command("schema")
@add_flags(
    SchemaConfig,
    SelectionConfig,
    ImportConfig,
)
@add_flags(GenerationConfig, excluded=VALUE_OPTIONS)
@add_common_flags
@add_target_options
def schema_command(target: str | None, **flag_values: Any) -> None:
    """Write the JSON Schema of each of TARGET's models."""
    from pytest_fixturegen.worker import client

    *configs, config = resolve_settings(
        flag_values, SchemaConfig, SelectionConfig, ImportConfig, GenerationConfig, needs_seed=False
    )
    output.print_outcome(
        client.emit_schema(
            target,
            *configs,
            config=config,
            stdout=sys.stdout.buffer,
        )
    )


@gen.command("overrides")
@add_flags(
    OverridesConfig,
    SelectionConfig,
    ImportConfig,
    excluded=("type",),
)
@add_flags(GenerationConfig, excluded=DRAWING_OPTIONS)
@add_common_flags
@add_target_options
def overrides_command(target: str | None, **flag_values: Any) -> None:
    """Write a TypedDict with the overrides of each of TARGET's models, for type checkers."""
    from pytest_fixturegen.worker import client

    *configs, config = resolve_settings(
        flag_values,
        OverridesConfig,
        SelectionConfig,
        ImportConfig,
        GenerationConfig,
        needs_seed=False,
    )
    output.print_outcome(
        client.emit_overrides(
            target,
            *configs,
            config=config,
            stdout=sys.stdout.buffer,
        )
    )


@gen.command("fixtures")
@add_flags(
    FixturesConfig,
    FreezeConfig,
    GenerationConfig,
    SelectionConfig,
    ImportConfig,
)
@add_common_flags
@add_target_options
def fixtures_command(target: str | None, **flag_values: Any) -> None:
    """Write a module of pytest fixtures, one for each of TARGET's models."""
    from pytest_fixturegen.worker import client

    *configs, freeze = resolve_settings(
        flag_values, FixturesConfig, GenerationConfig, SelectionConfig, ImportConfig, FreezeConfig
    )
    output.print_outcome(
        client.emit_fixtures(
            target,
            *configs,
            freeze=freeze,
            stdout=sys.stdout.buffer,
        )
    )


@gen.command("tests")
@add_flags(RequestTestsConfig, ImportConfig)
@add_common_flags
@add_watched_target
def tests_command(target: str | None, **flag_values: Any) -> None:
    """Write a test module that sends requests to TARGET, a FastAPI application."""
    from pytest_fixturegen.worker import request_tests_client

    settings, imports = resolve_settings(
        flag_values, RequestTestsConfig, ImportConfig, needs_seed=False
    )
    output.print_outcome(
        request_tests_client.emit_tests(
            target,
            settings,
            imports,
            stdout=sys.stdout.buffer,
        )
    )


@gen.command("examples")
@add_flags(ExamplesConfig, GenerationConfig, SelectionConfig, excluded=("type",))
@add_common_flags
@add_watched_target
def examples_command(target: str | None, **flag_values: Any) -> None:
    """Write valid examples into TARGET, an OpenAPI description or a JSON Schema.

    Every other byte of the document stays as it is.
    """
    from pytest_fixturegen.worker import examples_client

    configs = resolve_settings(flag_values, ExamplesConfig, GenerationConfig, SelectionConfig)
    output.print_outcome(
        examples_client.emit_examples(
            target,
            *configs,
            stdout=sys.stdout.buffer,
        )
    )


@gen.command("msw")
@add_flags(MswConfig, GenerationConfig, SelectionConfig, excluded=("type",))
@add_common_flags
@add_watched_target
def msw_command(target: str | None, **flag_values: Any) -> None:
    """Write handlers and data for Mock Service Worker from TARGET, an OpenAPI description."""
    from pytest_fixturegen.worker import msw_client

    configs = resolve_settings(flag_values, MswConfig, GenerationConfig, SelectionConfig)
    output.print_outcome(
        msw_client.emit_handlers(
            target,
            *configs,
            stdout=sys.stdout.buffer,
        )
    )


gen.add_command(explain_command)
