"""``pfg persist``: send records to a persistence handler."""

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
    """Send records of TARGET's models to a handler, in batches."""
    from pytest_fixturegen.worker.output_receiver import EmitResult
    from pytest_fixturegen.worker.persist_client import persist_target

    *configs, persistence = resolve_settings(flag_values, *CONFIGS)
    began = time.perf_counter()
    with show_progress(configs[0].n) as on_progress:

        def on_delivered(delivered: DeliverySummary) -> None:
            on_progress(delivered.records + delivered.skipped, "acknowledged")

        result = persist_target(
            target,
            *configs,
            persistence=persistence,
            on_progress=on_delivered,
        )
    notices.print_notice(
        format_summary(result.summary, time.perf_counter() - began, is_dry_run=configs[1].dry_run)
    )
    output.print_outcome(EmitResult(failures=result.failures))


def format_summary(
    delivered: DeliverySummary,
    seconds: float,
    *,
    is_dry_run: bool,
) -> str:
    """Return the last line: records, batches, retries and time."""
    verb = "would deliver" if is_dry_run else "delivered"
    records = _format_count(delivered.records, "record", "records")
    batches = _format_count(delivered.batches, "batch", "batches")
    retries = _format_count(delivered.retries, "retry", "retries")
    earlier = ""
    if delivered.skipped:
        earlier = f" ({_format_count(delivered.skipped, 'was', 'were')} there before)"
    return f"{verb} {records}{earlier}, {batches}, {retries}, in {seconds:.2f}s"


def _format_count(
    count: int,
    singular: str,
    plural: str,
) -> str:
    """Return *count* with the form of the noun that agrees with it."""
    return f"{count} {singular if count == 1 else plural}"
