"""``pfg persist``: records are handed to a handler instead of a file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import click

from pytest_fixturegen.cli import notices, report
from pytest_fixturegen.cli.flags import flags_of, settled
from pytest_fixturegen.cli.progress import progress
from pytest_fixturegen.cli.shared import Command, everywhere
from pytest_fixturegen.command_options import DeliveryConfig, ImportConfig, PersistConfig, PersistenceConfig, SelectionConfig
from pytest_fixturegen.options import GenerationConfig

if TYPE_CHECKING:
    from pytest_fixturegen.persist.tally import Delivered

CONFIGS = (PersistConfig, DeliveryConfig, GenerationConfig, SelectionConfig, ImportConfig, PersistenceConfig)


@click.command("persist", cls=Command)
@click.argument("target", required=False)
@flags_of(*CONFIGS)
@everywhere
def persist_command(target: str | None, **given: Any) -> None:
    """Hand records of TARGET's models to a handler, in batches."""
    from pytest_fixturegen.outputs_received import Outcome
    from pytest_fixturegen.remote_persist import persist

    *configs, persistence = settled(given, *CONFIGS)
    began = time.perf_counter()
    with progress(configs[0].n) as told:

        def acknowledged(delivered: Delivered) -> None:
            told(delivered.records + delivered.skipped, "acknowledged")

        result = persist(target, *configs, persistence=persistence, told=acknowledged)
    notices.say(summary(result.delivered, time.perf_counter() - began, dry=configs[1].dry_run))
    report.outcome(Outcome(failures=result.failures))


def summary(delivered: Delivered, seconds: float, *, dry: bool) -> str:
    """The last line: records, batches, retries and time."""
    words = "would deliver" if dry else "delivered"
    records = f"{delivered.records} {'record' if delivered.records == 1 else 'records'}"
    before = f" ({delivered.skipped} {'was' if delivered.skipped == 1 else 'were'} there before)" if delivered.skipped else ""
    retries = f"{delivered.retries} {'retry' if delivered.retries == 1 else 'retries'}"
    batches = f"{delivered.batches} {'batch' if delivered.batches == 1 else 'batches'}"
    return f"{words} {records}{before}, {batches}, {retries}, in {seconds:.2f}s"
