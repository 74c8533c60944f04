"""``pfg persist``: records are handed to a handler instead of a file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import click

from pytest_fixturegen.cli import notices, output
from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, resolve_settings
from pytest_fixturegen.cli.progress import show_progress
from pytest_fixturegen.config.command_options import (
    DeliveryConfig,
    ImportConfig,
    PersistConfig,
    PersistenceConfig,
    SelectionConfig,
)
from pytest_fixturegen.config.options import GenerationConfig

if TYPE_CHECKING:
    from pytest_fixturegen.persistence.counts import DeliverySummary

CONFIGS = (
    PersistConfig,
    DeliveryConfig,
    GenerationConfig,
    SelectionConfig,
    ImportConfig,
    PersistenceConfig,
)


@click.command("persist", cls=Command)
@click.argument("target", required=False)
@add_flags(*CONFIGS)
@add_common_flags
def persist_command(target: str | None, **flag_values: Any) -> None:
    """Hand records of TARGET's models to a handler, in batches."""
    from pytest_fixturegen.worker.output_receiver import EmitResult
    from pytest_fixturegen.worker.persist_client import persist_target

    *configs, persistence = resolve_settings(flag_values, *CONFIGS)
    began = time.perf_counter()
    with show_progress(configs[0].n) as told:

        def on_delivered(delivered: DeliverySummary) -> None:
            told(delivered.records + delivered.skipped, "acknowledged")

        result = persist_target(target, *configs, persistence=persistence, on_progress=on_delivered)
    notices.print_notice(
        format_summary(result.summary, time.perf_counter() - began, is_dry_run=configs[1].dry_run)
    )
    output.print_outcome(EmitResult(failures=result.failures))


def format_summary(delivered: DeliverySummary, seconds: float, *, is_dry_run: bool) -> str:
    """The last line: records, batches, retries and time."""
    words = "would deliver" if is_dry_run else "delivered"
    records = f"{delivered.records} {'record' if delivered.records == 1 else 'records'}"
    before = (
        f" ({delivered.skipped} {'was' if delivered.skipped == 1 else 'were'} there before)"
        if delivered.skipped
        else ""
    )
    retries = f"{delivered.retries} {'retry' if delivered.retries == 1 else 'retries'}"
    batches = f"{delivered.batches} {'batch' if delivered.batches == 1 else 'batches'}"
    return f"{words} {records}{before}, {batches}, {retries}, in {seconds:.2f}s"
