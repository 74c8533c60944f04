"""The data-quality report on a terminal: models, the fields of a single model, and findings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from pytest_fixturegen._internal.text import shorten
from pytest_fixturegen.doctor.findings import (
    EXERCISE_ADVICE,
    EXERCISE_TITLE,
    FINDING_TITLES,
    group_findings,
    list_exercise,
)
from pytest_fixturegen.doctor.report import (
    SEVERITIES,
    DoctorReport,
    ExerciseReport,
    FieldReport,
    Finding,
    ModelReport,
    Spread,
)

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}

MIN_WIDTH, MAX_WIDTH = 60, 120
"""Width of the report in columns, whatever the terminal has."""

MAX_LOCATION_WIDTH = 30
"""Longest location that is printed on the line of its finding."""

MAX_FIRST_CELL = 48
MAX_CELL = 36
"""Characters of a table's first cell, and of other cells."""

INDENT = 11
"""Columns before the text of a finding: margin, severity and gap."""

Row = list[str]

LENGTH_UNITS = {"length": " letters", "items": " items"}


def format_report(report: DoctorReport, terminal_width: int) -> Iterator[str]:
    """Yield the lines of *report* for a terminal of *terminal_width* columns."""
    width = min(max(terminal_width, MIN_WIDTH), MAX_WIDTH)
    yield from textwrap.wrap(format_headline(report), width)
    if report.models:
        yield ""
        yield from _format_models(report)
    if report.types:
        yield ""
        rows = [
            [name, str(counts.fields), str(counts.covered)] for name, counts in report.types.items()
        ]
        yield from format_table(
            ["type", "fields", "covered"],
            rows,
            left_columns=1,
        )
    if len(report.models) == 1 and report.models[0].fields:
        yield ""
        yield from _format_fields(
            report.models[0],
            width,
            is_drawn=report.way == "drawn",
        )
    for kind, findings in groupby(report.findings, lambda finding: finding.kind):
        yield ""
        yield click.style(FINDING_TITLES[kind], bold=True)
        yield from _format_group(list(findings), width)
    yield from _format_exercise(report, width)
    yield ""
    yield format_counts(report)


def format_headline(report: DoctorReport) -> str:
    """Return the first line of the report: the subject, and the providers that fill fields."""
    field_count = sum(len(model.fields) for model in report.models)
    models = _format_count(len(report.models), "model")
    subject = f"{report.target}: {models}, {_format_count(field_count, 'field')}"
    if report.way == "source":
        return f"{subject}. The source was read, nothing was executed."
    records = _format_count(
        sum(model.drawn for model in report.models),
        "record",
    )
    headline = f"{subject}, {records} drawn with seed {report.seed}."
    if report.coverage:
        kinds = ", ".join(f"{kind} {count}" for kind, count in report.coverage.items())
        headline += f" Filled by: {kinds}."
    if report.sandbox == "off":
        headline += " The import was not watched (sandbox off)."
    return headline


def format_counts(report: DoctorReport) -> str:
    """Return the number of findings by severity."""
    counts = [(severity, report.count_findings(severity)) for severity in SEVERITIES]
    parts = [
        click.style(_format_count(count, severity), fg=COLOURS[severity])
        for severity, count in counts
        if count
    ]
    return f"{', '.join(parts)}." if parts else click.style("No findings.", fg="green")


def _format_models(report: DoctorReport) -> Iterator[str]:
    """Yield the table of all models, whose columns depend on how they were examined."""
    if report.way == "source":
        rows = [
            [model.name, model.kind, str(model.line or ""), str(len(model.fields))]
            for model in report.models
        ]
        yield from format_table(
            ["model", "kind", "line", "fields"],
            rows,
            left_columns=2,
        )
        return
    head = ["model", "fields", "covered", "fallback", "drawn", "again", "depth", "ms/record"]
    rows = [_build_model_row(model) for model in report.models]
    yield from format_table(
        head,
        rows,
        left_columns=1,
    )


def _format_exercise(report: DoctorReport, width: int) -> Iterator[str]:
    """Yield the classes that no record shows: by place for one model, or as counts by model."""
    examined = [model for model in report.models if model.exercise is not None]
    if not examined:
        return
    yield ""
    yield click.style(EXERCISE_TITLE, bold=True)
    if len(report.models) == 1 and examined[0].exercise is not None:
        yield from _format_places(examined[0].exercise, width)
    else:
        head = ["model", "classes", "never drawn", "refused", "coercions"]
        rows = [_build_exercise_row(model) for model in examined]
        yield from format_table(
            head,
            rows,
            left_columns=1,
        )
    yield from _format_advice(EXERCISE_ADVICE, width)


def _build_exercise_row(model: ModelReport) -> Row:
    """Return the cells of a model: its classes, and what was found out about them."""
    exercise = model.exercise or ExerciseReport()
    return [
        model.name,
        str(exercise.classes),
        str(exercise.missed),
        "-" if exercise.refused is None else str(len(exercise.refused)),
        str(len(exercise.coercions)),
    ]


def _format_places(exercise: ExerciseReport, width: int) -> Iterator[str]:
    """Yield the classes that no record shows by place, then refused combinations and coercions."""
    lines = [*list_exercise(exercise)]
    label_width = max((len(label) for label, _ in lines), default=0)
    for label, text in lines or [("", f"All {exercise.classes} classes occur.")]:
        heading = f"  {label:<{label_width}}  "
        yield from textwrap.wrap(
            _join_lines(text),
            width,
            initial_indent=heading,
            subsequent_indent=" " * len(heading),
            break_on_hyphens=False,
        )


def _build_model_row(model: ModelReport) -> Row:
    """Return the cells of a drawn model; too few records are shown with the goal."""
    fallback_count = sum(field.kind == "fallback" for field in model.fields)
    is_complete = model.drawn >= model.asked
    return [
        model.name,
        str(len(model.fields)),
        str(model.covered),
        str(fallback_count),
        str(model.drawn) if is_complete else f"{model.drawn}/{model.asked}",
        str(model.again),
        str(model.depth),
        f"{model.milliseconds:.2f}" if model.drawn else "-",
    ]


def _format_fields(
    model: ModelReport,
    width: int,
    *,
    is_drawn: bool,
) -> Iterator[str]:
    """Yield the table of the fields of *model*.

    If it is too wide, the providers are left out. So are the shares of None if no field has any.
    """
    if not is_drawn:
        rows = [[field.name, field.type, str(field.line)] for field in model.fields]
        yield from format_table(
            ["field", "type", "line"],
            rows,
            left_columns=2,
        )
        return
    head = ["field", "filled by", "provider", "None", "distinct", "range", "sample"]
    rows = [_build_field_row(field) for field in model.fields]
    if not any(field.none + field.missing for field in model.fields):
        head, rows = _drop_column(
            "None",
            head,
            rows,
        )
    if _measure_table(head, rows) > width + MAX_CELL // 2:
        head, rows = _drop_column(
            "provider",
            head,
            rows,
        )
    left_columns = head.index("None") if "None" in head else head.index("distinct")
    yield from format_table(
        head,
        rows,
        left_columns=left_columns,
        width=width,
    )


def _build_field_row(field: FieldReport) -> Row:
    """Return the cells of a drawn field; the last is its first sample, or empty."""
    return [
        field.name,
        field.kind,
        format_provider(field),
        format_none_share(field),
        str(field.distinct),
        format_range(field),
        field.samples[0] if field.samples else "",
    ]


def _drop_column(
    name: str,
    head: Row,
    rows: list[Row],
) -> tuple[Row, list[Row]]:
    """Return *head* and *rows* without the column *name*."""
    column = head.index(name)
    head, *rows = [[*row[:column], *row[column + 1 :]] for row in [head, *rows]]
    return head, rows


def _measure_table(head: Row, rows: list[Row]) -> int:
    """Return the width of the table in columns, with two spaces before each cell."""
    total = 0
    for column in zip(
        head,
        *rows,
        strict=True,
    ):
        total += 2 + max(len(_format_cell(cell)) for cell in column)
    return total


def format_provider(field: FieldReport) -> str:
    """Return the first provider of a field, and how many more there are."""
    names = dict.fromkeys(filler.provider for filler in field.fillers)
    providers = list(names) or [field.type]
    more = len(providers) - 1
    return f"{providers[0]} +{more}" if more else providers[0]


def format_none_share(field: FieldReport) -> str:
    """Return the share of records in which the field is None or missing, in percent."""
    absent = field.none + field.missing
    return f"{100 * absent // field.drawn}%" if absent else "-"


def format_range(field: FieldReport) -> str:
    """Return the lowest and the highest value, or the number of choices."""
    if field.drawn and field.distinct == 1:
        return "always the same"
    if field.spread is None:
        return ""
    return _format_spread(field.spread)


def _format_spread(spread: Spread) -> str:
    """Return the range of *spread* with its unit; times are shortened to their dates."""
    if not spread.low:
        return f"{len(spread.bars)} choices"
    low, high = spread.low, spread.high
    if spread.of == "moment":  # the date is enough
        low, high = low.partition(" ")[0], high.partition(" ")[0]
    unit = LENGTH_UNITS.get(spread.of, "")
    if low == high:
        return f"{low}{unit}"
    return f"{low} – {high}{unit}"


def _format_group(findings: Sequence[Finding], width: int) -> Iterator[str]:
    """Yield the findings of one kind; equal findings and equal advice are printed once."""
    has_same_advice = len({finding.todo for finding in findings}) == 1
    groups = [
        (finding, tuple(map(_join_lines, locations)))
        for finding, locations in group_findings(findings)
    ]
    location_width = _measure_locations([locations for _, locations in groups])
    for finding, locations in groups:
        yield from _format_finding(
            finding,
            locations,
            location_width,
            width,
        )
        if not has_same_advice:
            yield from _format_advice(finding.todo, width)
    if has_same_advice:
        yield from _format_advice(findings[0].todo, width)


def _measure_locations(location_groups: Sequence[tuple[str, ...]]) -> int:
    """Return the width of the longest location that is the single one of its group, or 0."""
    singles = [locations[0] for locations in location_groups if len(locations) == 1]
    return max(map(len, singles), default=0)


def _format_finding(
    finding: Finding,
    locations: tuple[str, ...],
    location_width: int,
    width: int,
) -> Iterator[str]:
    """Yield one finding with its locations.

    A single location comes before the text, or on the line above if locations are long. Several
    locations come below the text.
    """
    severity = click.style(f"{finding.severity:<7}", fg=COLOURS[finding.severity])
    margin = " " * INDENT
    if len(locations) > 1:
        first, *rest = textwrap.wrap(
            finding.what,
            width - INDENT,
        )
        listed = ", ".join(locations)
        rest += textwrap.wrap(
            listed,
            width - INDENT,
            break_on_hyphens=False,
        )
    elif location_width <= MAX_LOCATION_WIDTH:
        margin += " " * (location_width + 2)
        first, *rest = textwrap.wrap(finding.what, width - len(margin)) or [""]
        first = f"{locations[0]:<{location_width}}  {first}"
    else:
        first, *rest = [locations[0], *textwrap.wrap(finding.what, width - INDENT)]
    yield f"  {severity}  {first}"
    for line in rest:
        yield f"{margin}{line}"


def _format_advice(advice: str, width: int) -> Iterator[str]:
    """Yield the lines of *advice* after an arrow, aligned with the text of the findings."""
    yield from textwrap.wrap(
        advice,
        width,
        initial_indent=" " * 9 + "→ ",
        subsequent_indent=" " * INDENT,
    )


def format_table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    left_columns: int,
    width: int = MAX_WIDTH,
) -> Iterator[str]:
    """Yield *rows* in columns below *head*.

    The first *left_columns* are aligned to the left, and so are the last two if they are words;
    numbers are aligned to the right.
    """
    table = [list(head), *([_shorten_row(row) for row in rows])]
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    first_right = left_columns
    has_words = head[-1] in ("sample", "range")
    last_right = len(head) - 2 if has_words else len(head)
    for number, row in enumerate(table):
        cells = [
            cell.rjust(widths[column])
            if first_right <= column < last_right
            else cell.ljust(widths[column])
            for column, cell in enumerate(row)
        ]
        line = shorten(
            ("  " + "  ".join(cells)).rstrip(),
            width,
        )
        yield click.style(line, bold=True) if number == 0 else line


def _shorten_row(row: Sequence[str]) -> Row:
    """Return *row* with each cell on one line; the first cell may be longer than the others."""
    first, *others = row
    shortened = [_format_cell(cell) for cell in others]
    return [_format_cell(first, MAX_FIRST_CELL), *shortened]


def _join_lines(text: str) -> str:
    """Return *text* on one line, with single spaces between its words."""
    return " ".join(text.split())


def _format_cell(text: str, max_length: int = MAX_CELL) -> str:
    """Return *text* as the cell of a table: one line, cut to *max_length* characters."""
    return shorten(_join_lines(text), max_length)


def _format_count(count: int, noun: str) -> str:
    """Return *count* and *noun*, with an s unless the count is 1."""
    ending = "" if count == 1 else "s"
    return f"{count} {noun}{ending}"
