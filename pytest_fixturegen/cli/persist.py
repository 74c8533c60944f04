"""``pfg persist``: send records to a persistence handler."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pytest_fixturegen._internal.interrupts import defer_interrupts
from pytest_fixturegen.cli import notices
from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.flags import (
    add_flags,
    list_obeyed_sources,
    resolve_printed_seed,
    resolve_settings,
)
from pytest_fixturegen.cli.progress import show_progress
from pytest_fixturegen.config.command_options import (
    DeliveryConfig,
    ImportConfig,
    PersistConfig,
    PersistenceConfig,
    SelectionConfig,
)
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.config.record_ranges import select_rows
from pytest_fixturegen.config.sources import get_option_key
from pytest_fixturegen.errors import combine_failures

if TYPE_CHECKING:
    from pytest_fixturegen.persistence.counts import DeliverySummary
    from pytest_fixturegen.persistence.option_values import FileOptions

CONFIGS = (
    PersistConfig,
    DeliveryConfig,
    GenerationConfig,
    SelectionConfig,
    ImportConfig,
    PersistenceConfig,
)


EPILOG = """\b
Handlers:
  http-post, http-post-async   send batches to a URL
  sqlite-json, postgres-json   keep the JSON of each record in a table
  sql                          insert rows into the tables of your models
  jsonl                        write a file of lines
  memory                       keep records in memory, for tests
  or pkg.module:callable, or an alias of the configuration
"""


@click.command("persist", cls=Command, epilog=EPILOG)
@click.argument("target", required=False)
@add_flags(*CONFIGS)
@add_common_flags
def persist_command(target: str | None, **flag_values: Any) -> None:
    """Send records of TARGET's models to a handler, in batches."""
    with defer_interrupts():
        from pytest_fixturegen.persistence.run import require_resumable
        from pytest_fixturegen.worker.persist_client import persist_target
        from pytest_fixturegen.worker.unread_files import UnreadFiles

    *configs, persistence = resolve_settings(
        flag_values,
        *CONFIGS,
        needs_seed=False,
    )
    require_resumable(configs[2], configs[1])
    configs = [resolve_printed_seed(group) for group in configs]
    began, unread = time.perf_counter(), UnreadFiles()
    with show_progress(len(select_rows(configs[0]))) as on_progress:

        def on_delivered(delivered: DeliverySummary) -> None:
            on_progress(delivered.records + delivered.skipped, "acknowledged")

        result = persist_target(
            target,
            *configs,
            persistence=persistence,
            file_options=find_file_options(flag_values),
            on_progress=on_delivered,
            unread=unread,
        )
    notices.print_notice(
        format_summary(result.summary, time.perf_counter() - began, is_dry_run=configs[1].dry_run)
    )
    unread.require_read(result.failures)
    if len(result.failures) == result.model_count == 1:
        raise result.failures[0]
    if result.failures:
        raise combine_failures(result.failures, result.model_count, "delivered")


def find_file_options(flag_values: dict[str, Any]) -> FileOptions:
    """Return which options of the handler the configuration file sets, and not a stronger source.

    Relative paths among them start at the folder of that file.
    """
    from pytest_fixturegen.persistence.option_values import FileOptions

    *stronger, file = list_obeyed_sources(flag_values, CONFIGS)
    aliases_key = get_option_key(PersistenceConfig, "handlers")
    explicit_key = get_option_key(PersistConfig, "handler_config")
    aliases = file.values.get(aliases_key)
    return FileOptions(
        folder=str(Path(file.file).resolve().parent) if file.file else "",
        aliases=frozenset(aliases if isinstance(aliases, Mapping) else ()),
        has_explicit=explicit_key in file.values
        and not any(explicit_key in source.values for source in stronger),
    )


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
