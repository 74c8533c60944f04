"""The report of an examination on a terminal: a line for each model, a line for each field of a single one, the findings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from pytest_fixturegen.doctor.findings import FINDING_TITLES, group_findings
from pytest_fixturegen.doctor.report import (
    SEVERITIES,
    DoctorReport,
    FieldReport,
    Finding,
    ModelReport,
)

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
NARROW, WIDE = 60, 120
"""Columns that a table has at least and at most."""

NAME, NAMES, SAMPLE = 30, 48, 36
"""Letters of a place beside its words, of the first cell of a line, and of the others."""


def format_report(report: DoctorReport, terminal_width: int) -> Iterator[str]:
    """The report for a terminal that is *columns* wide."""
    width = min(max(terminal_width, NARROW), WIDE)
    yield from textwrap.wrap(format_headline(report), width)
    if report.models:
        yield ""
        yield from _format_models(report)
    if len(report.models) == 1 and report.models[0].fields:
        yield ""
        yield from _format_fields(report.models[0], width, is_drawn=report.way == "drawn")
    for kind, group in groupby(report.findings, lambda each: each.kind):
        yield ""
        yield click.style(FINDING_TITLES[kind], bold=True)
        yield from _format_group(list(group), width)
    yield ""
    yield format_counts(report)


def format_headline(report: DoctorReport) -> str:
    """What was examined, and how far it is covered."""
    fields = sum(len(each.fields) for each in report.models)
    what = f"{report.target}: {_format_count(len(report.models), 'model')}, {_format_count(fields, 'field')}"
    if report.way == "source":
        return f"{what}. The source was read, nothing was executed."
    drawn = sum(each.drawn for each in report.models)
    parts = ", ".join(f"{kind} {count}" for kind, count in report.coverage.items())
    walls = " The import was not watched (sandbox off)." if report.sandbox == "off" else ""
    return f"{what}, {_format_count(drawn, 'record')} drawn with seed {report.seed}.{f' Filled by: {parts}.' if parts else ''}{walls}"


def format_counts(report: DoctorReport) -> str:
    """How many findings there are of each severity."""
    counts = [(severity, report.count_findings(severity)) for severity in SEVERITIES]
    said = [
        click.style(_format_count(count, severity), fg=COLOURS[severity])
        for severity, count in counts
        if count
    ]
    return f"{', '.join(said)}." if said else click.style("No findings.", fg="green")


def _format_models(report: DoctorReport) -> Iterator[str]:
    if report.way == "source":
        rows = [
            [each.name, each.kind, str(each.line or ""), str(len(each.fields))]
            for each in report.models
        ]
        yield from format_table(["model", "kind", "line", "fields"], rows, left_columns=2)
        return
    rows = [_build_model_row(each) for each in report.models]
    yield from format_table(
        ["model", "fields", "covered", "fallback", "drawn", "again", "depth", "ms/record"],
        rows,
        left_columns=1,
    )


def _build_model_row(model: ModelReport) -> list[str]:
    guessed = sum(field.kind == "fallback" for field in model.fields)
    drawn = f"{model.drawn}/{model.asked}" if model.drawn < model.asked else str(model.drawn)
    speed = f"{model.milliseconds:.2f}" if model.drawn else "-"
    return [
        model.name,
        *map(str, (len(model.fields), model.covered, guessed, drawn, model.again, model.depth)),
        speed,
    ]


def _format_fields(model: ModelReport, width: int, *, is_drawn: bool) -> Iterator[str]:
    if not is_drawn:
        rows = [[each.name, each.type, str(each.line)] for each in model.fields]
        yield from format_table(["field", "type", "line"], rows, left_columns=2)
        return
    rows = [
        [
            each.name,
            each.kind,
            format_provider(each),
            format_none_share(each),
            str(each.distinct),
            format_range(each),
            _get_sample(each),
        ]
        for each in model.fields
    ]
    head = ["field", "filled by", "provider", "None", "distinct", "range", "sample"]
    if not any(each.none + each.missing for each in model.fields):
        head, rows = _drop_column(3, head, rows)
    if _measure_table(head, rows) > width + SAMPLE // 2:
        head, rows = _drop_column(2, head, rows)
    yield from format_table(
        head, rows, left_columns=head.index("distinct") - ("None" in head), width=width
    )


def _drop_column(
    column: int, head: list[str], rows: list[list[str]]
) -> tuple[list[str], list[list[str]]]:
    return [*head[:column], *head[column + 1 :]], [
        [*row[:column], *row[column + 1 :]] for row in rows
    ]


def _measure_table(head: list[str], rows: list[list[str]]) -> int:
    return sum(
        2 + max(len(_format_cell(row[place])) for row in [head, *rows])
        for place in range(len(head))
    )


def format_provider(field: FieldReport) -> str:
    """The provider of a field; of several the first, and how many more there are."""
    known = list(dict.fromkeys(each.provider for each in field.fillers)) or [field.type]
    return known[0] + (f" +{len(known) - 1}" if len(known) > 1 else "")


def format_none_share(field: FieldReport) -> str:
    """How often the field was None, or not there."""
    return (
        f"{100 * (field.none + field.missing) // field.drawn}%"
        if field.none + field.missing
        else "-"
    )


def format_range(field: FieldReport) -> str:
    """From where to where its values lie."""
    spread = field.spread
    if field.drawn and field.distinct == 1:
        return "always the same"
    if spread is None or not spread.low:
        return f"{len(spread.bars)} choices" if spread else ""
    low, high = (
        end.partition(" ")[0] if spread.of == "moment" else end for end in (spread.low, spread.high)
    )
    unit = {"length": " letters", "items": " items"}.get(spread.of, "")
    return f"{low} – {high}{unit}" if low != high else f"{low}{unit}"


def _get_sample(field: FieldReport) -> str:
    return field.samples[0] if field.samples else ""


def _format_group(findings: Sequence[Finding], width: int) -> Iterator[str]:
    """The findings of one kind; what holds of many places, and what to do, is said once."""
    alike = len({each.todo for each in findings}) == 1
    merged = [(each, tuple(map(_join_lines, places))) for each, places in group_findings(findings)]
    wide = max((len(places[0]) for _, places in merged if len(places) == 1), default=0)
    for each, places in merged:
        yield from _format_finding(each, places, wide, width)
        if not alike:
            yield from _format_advice(each.todo, width)
    if alike:
        yield from _format_advice(findings[0].todo, width)


def _format_finding(
    finding: Finding, places: tuple[str, ...], place_width: int, width: int
) -> Iterator[str]:
    """One finding: the place before the words, above them where it is long, and many places below them."""
    mark = click.style(f"{finding.severity:<7}", fg=COLOURS[finding.severity])
    margin = " " * 11
    if len(places) > 1:
        first, *rest = textwrap.wrap(finding.what, width - 11)
        rest += textwrap.wrap(", ".join(places), width - 11, break_on_hyphens=False)
    elif place_width <= NAME:
        margin += " " * (place_width + 2)
        first, *rest = textwrap.wrap(finding.what, width - len(margin)) or [""]
        first = f"{places[0]:<{place_width}}  {first}"
    else:
        first, *rest = [places[0], *textwrap.wrap(finding.what, width - 11)]
    yield f"  {mark}  {first}"
    yield from (f"{margin}{line}" for line in rest)


def _format_advice(advice: str, width: int) -> Iterator[str]:
    yield from textwrap.wrap(
        advice, width, initial_indent=" " * 9 + "→ ", subsequent_indent=" " * 11
    )


def format_table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, left_columns: int, width: int = WIDE
) -> Iterator[str]:
    """*rows* below *head*, in columns: the first *left* of them begin at the left, and so does the last if it is words."""
    cells = [
        [_format_cell(cell, SAMPLE if place else NAMES) for place, cell in enumerate(row)]
        for row in rows
    ]
    wide = [max(len(row[place]) for row in [list(head), *cells]) for place in range(len(head))]
    words = head[-1] in ("sample", "range")
    for number, row in enumerate([list(head), *cells]):
        shown = [
            cell.ljust(wide[place])
            if place < left_columns or (words and place > len(head) - 3)
            else cell.rjust(wide[place])
            for place, cell in enumerate(row)
        ]
        line = ("  " + "  ".join(shown)).rstrip()
        line = line if len(line) <= width else line[: width - 1] + "…"
        yield click.style(line, bold=True) if number == 0 else line


def _join_lines(text: str) -> str:
    return " ".join(text.split())


def _format_cell(text: str, max_length: int = SAMPLE) -> str:
    line = _join_lines(text)
    return line if len(line) <= max_length else line[: max_length - 1] + "…"


def _format_count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
