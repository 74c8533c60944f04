"""``pfg gen explain``: print for each field which provider fills it, and why."""

from __future__ import annotations

import textwrap
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

CLASSES_WIDTH = 100
"""Columns of the table of classes."""

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
    """Print for each field of TARGET's models which provider fills it, and why.

    With --classes, print the classes of its values instead: what tests should show.
    """
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
    from pytest_fixturegen.worker.unread_files import UnreadFiles

    settings, *others = configs
    unread = UnreadFiles()
    reports, failures = client.explain_models(
        target,
        *others,
        with_related=settings.with_related,
        with_classes=settings.classes,
        unread=unread,
    )
    if as_json:
        terminal.print_json(reports)
    else:
        lines = format_classes(reports) if settings.classes else format_explanation(reports)
        for line in lines:
            terminal.print_line(line)
    output.print_outcome(EmitResult(failures=failures, unread=unread))


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


def format_classes(reports: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the places of each model with their classes; the columns of all are aligned."""
    from pytest_fixturegen.doctor.findings import WHOLE_VALUE  # imports statistics

    place_width = measure_column(
        place["place"] or WHOLE_VALUE for report in reports for place in report["classes"]
    )
    for number, report in enumerate(reports):
        if number:
            yield ""
        yield report["model"]
        for place in report["classes"]:
            heading = f"  {place['place'] or WHOLE_VALUE:<{place_width}}  "
            yield from textwrap.wrap(
                _join_classes(place["classes"]),
                CLASSES_WIDTH,
                initial_indent=heading,
                subsequent_indent=" " * len(heading),
                break_on_hyphens=False,
            )


def _join_classes(classes: Sequence[Mapping[str, str]]) -> str:
    """Return the names of *classes*: choices and bounds, then the unusual values."""
    usual = [each for each in classes if each["kind"] != "sample"]
    unusual = [each for each in classes if each["kind"] == "sample"]
    parts = [", ".join(map(_name_class, group)) for group in (usual, unusual)]
    return "; unusual: ".join(filter(None, parts)) if usual else f"unusual: {parts[1]}"


def _name_class(value_class: Mapping[str, str]) -> str:
    """Return the name of a class, with the value that shows it if that is short."""
    name, label = value_class["name"], value_class["label"]
    return name if label == name else f"{name} {label}"


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
