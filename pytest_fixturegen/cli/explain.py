"""``pfg gen explain``: for each field who fills it, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from pytest_fixturegen.cli import output
from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, resolve_settings
from pytest_fixturegen.config.command_options import ExplainConfig, ImportConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig

CONFIGS = (ExplainConfig, GenerationConfig, SelectionConfig, ImportConfig)


@click.command("explain", cls=Command)
@click.argument("target", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array.")
@add_flags(*CONFIGS)
@add_common_flags
def explain_command(target: str | None, as_json: bool, **flag_values: Any) -> None:
    """Tell for each field of TARGET's models who fills it, and why."""
    print_explanation(target, resolve_settings(flag_values, *CONFIGS), as_json=as_json)


def print_explanation(target: str | None, configs: Sequence[Any], *, as_json: bool) -> None:
    """Print what *configs*, one of each of CONFIGS, explain of *target*."""
    from pytest_fixturegen.worker import client
    from pytest_fixturegen.worker.output_receiver import EmitResult

    settings, *others = configs
    reports, failures = client.explain_models(target, *others, with_related=settings.with_related)
    if as_json:
        click.echo(json.dumps(reports, indent=2, ensure_ascii=False))
    else:
        for line in format_explanation(reports):
            click.echo(line)
    output.print_outcome(EmitResult(failures=failures))


def format_explanation(reports: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A table for each model, those that stand in another once each; the columns of all are aligned."""
    tables: dict[str, dict[tuple[str, str, str], None]] = {}
    for each in reports:
        for field in each["fields"]:
            rows = tables.setdefault(field["model"] or each["model"], {})
            rows[field["field"], field["provider"], field["reason"]] = None
    widths = [
        max((len(row[place]) for rows in tables.values() for row in rows), default=0)
        for place in (0, 1)
    ]
    for number, (model, rows) in enumerate(tables.items()):
        yield from [""] * bool(number)
        yield model
        yield from (
            f"  {field:<{widths[0]}}  {provider:<{widths[1]}}  {reason}"
            for field, provider, reason in rows
        )
