"""``pfg gen explain``: print for each field which provider fills it, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from pytest_fixturegen._internal.text import measure_column
from pytest_fixturegen.cli import output, terminal
from pytest_fixturegen.cli.command_base import Command, add_common_flags
from pytest_fixturegen.cli.flags import add_flags, resolve_settings
from pytest_fixturegen.config.command_options import ExplainConfig, ImportConfig, SelectionConfig
from pytest_fixturegen.config.options import GenerationConfig

CONFIGS = (ExplainConfig, GenerationConfig, SelectionConfig, ImportConfig)

ExplanationRow = tuple[str, str, str]
"""A field, its provider, and the reason for the choice."""


@click.command("explain", cls=Command)
@click.argument("target", required=False)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Print a JSON array.",
)
@add_flags(*CONFIGS)
@add_common_flags
def explain_command(
    target: str | None,
    as_json: bool,
    **flag_values: Any,
) -> None:
    """Print for each field of TARGET's models which provider fills it, and why."""
    print_explanation(
        target,
        resolve_settings(flag_values, *CONFIGS),
        as_json=as_json,
    )


def print_explanation(
    target: str | None,
    configs: Sequence[Any],
    *,
    as_json: bool,
) -> None:
    """Print the explanation of *target*; *configs* are the options of each of CONFIGS."""
    from pytest_fixturegen.worker import client
    from pytest_fixturegen.worker.output_receiver import EmitResult

    settings, *others = configs
    reports, failures = client.explain_models(
        target,
        *others,
        with_related=settings.with_related,
    )
    if as_json:
        terminal.print_json(reports)
    else:
        for line in format_explanation(reports):
            terminal.print_line(line)
    output.print_outcome(EmitResult(failures=failures))


def format_explanation(reports: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a table for each model, nested ones once each; the columns of all are aligned."""
    tables = _group_rows(reports)
    all_rows = [row for rows in tables.values() for row in rows]
    field_width = measure_column(field for field, _, _ in all_rows)
    provider_width = measure_column(provider for _, provider, _ in all_rows)
    for number, (model, rows) in enumerate(tables.items()):
        if number:
            yield ""
        yield model
        for field, provider, reason in rows:
            yield f"  {field:<{field_width}}  {provider:<{provider_width}}  {reason}"


def _group_rows(reports: Sequence[Mapping[str, Any]]) -> dict[str, list[ExplanationRow]]:
    """Return the different rows of each model in the order of their first occurrence."""
    tables: dict[str, dict[ExplanationRow, None]] = {}
    for report in reports:
        for field in report["fields"]:
            model = field["model"] or report["model"]
            row = (
                field["field"],
                field["provider"],
                field["reason"],
            )
            tables.setdefault(model, {})[row] = None
    return {model: list(rows) for model, rows in tables.items()}
