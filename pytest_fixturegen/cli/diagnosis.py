"""The report of an examination on a terminal: a line for each model, a line for each field of a single one, the findings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby

import click

from pytest_fixturegen.examination.findings import TITLES, together
from pytest_fixturegen.examination.report import SEVERITIES, FieldReport, Finding, ModelReport, Report

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
NARROW, WIDE = 60, 120
"""Columns that a table has at least and at most."""

NAME, NAMES, SAMPLE = 30, 48, 36
"""Letters of a place beside its words, of the first cell of a line, and of the others."""


def lines(report: Report, columns: int) -> Iterator[str]:
    """The report for a terminal that is *columns* wide."""
    width = min(max(columns, NARROW), WIDE)
    yield from textwrap.wrap(headline(report), width)
    if report.models:
        yield ""
        yield from _models(report)
    if len(report.models) == 1 and report.models[0].fields:
        yield ""
        yield from _fields(report.models[0], width, drawn=report.way == "drawn")
    for kind, group in groupby(report.findings, lambda each: each.kind):
        yield ""
        yield click.style(TITLES[kind], bold=True)
        yield from _group(list(group), width)
    yield ""
    yield counted(report)


def headline(report: Report) -> str:
    """What was examined, and how far it is covered."""
    fields = sum(len(each.fields) for each in report.models)
    what = f"{report.target}: {_count(len(report.models), 'model')}, {_count(fields, 'field')}"
    if report.way == "source":
        return f"{what}. The source was read, nothing was executed."
    drawn = sum(each.drawn for each in report.models)
    parts = ", ".join(f"{kind} {count}" for kind, count in report.coverage.items())
    walls = " The import was not watched (sandbox off)." if report.sandbox == "off" else ""
    return f"{what}, {_count(drawn, 'record')} drawn with seed {report.seed}.{f' Filled by: {parts}.' if parts else ''}{walls}"


def counted(report: Report) -> str:
    """How many findings there are of each severity."""
    counts = [(severity, report.count(severity)) for severity in SEVERITIES]
    said = [click.style(_count(count, severity), fg=COLOURS[severity]) for severity, count in counts if count]
    return f"{', '.join(said)}." if said else click.style("No findings.", fg="green")


def _models(report: Report) -> Iterator[str]:
    if report.way == "source":
        rows = [[each.name, each.kind, str(each.line or ""), str(len(each.fields))] for each in report.models]
        yield from table(["model", "kind", "line", "fields"], rows, left=2)
        return
    rows = [_model(each) for each in report.models]
    yield from table(["model", "fields", "covered", "fallback", "drawn", "again", "depth", "ms/record"], rows, left=1)


def _model(each: ModelReport) -> list[str]:
    guessed = sum(field.kind == "fallback" for field in each.fields)
    drawn = f"{each.drawn}/{each.asked}" if each.drawn < each.asked else str(each.drawn)
    speed = f"{each.milliseconds:.2f}" if each.drawn else "-"
    return [each.name, *map(str, (len(each.fields), each.covered, guessed, drawn, each.again, each.depth)), speed]


def _fields(model: ModelReport, width: int, *, drawn: bool) -> Iterator[str]:
    if not drawn:
        rows = [[each.name, each.type, str(each.line)] for each in model.fields]
        yield from table(["field", "type", "line"], rows, left=2)
        return
    rows = [
        [each.name, each.kind, provider(each), none(each), str(each.distinct), extent(each), _sample(each)]
        for each in model.fields
    ]
    head = ["field", "filled by", "provider", "None", "distinct", "range", "sample"]
    if not any(each.none + each.missing for each in model.fields):
        head, rows = _without(3, head, rows)
    if _width(head, rows) > width + SAMPLE // 2:
        head, rows = _without(2, head, rows)
    yield from table(head, rows, left=head.index("distinct") - ("None" in head), width=width)


def _without(place: int, head: list[str], rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    return [*head[:place], *head[place + 1 :]], [[*row[:place], *row[place + 1 :]] for row in rows]


def _width(head: list[str], rows: list[list[str]]) -> int:
    return sum(2 + max(len(_cell(row[place])) for row in [head, *rows]) for place in range(len(head)))


def provider(field: FieldReport) -> str:
    """The provider of a field; of several the first, and how many more there are."""
    known = list(dict.fromkeys(each.provider for each in field.fillers)) or [field.type]
    return known[0] + (f" +{len(known) - 1}" if len(known) > 1 else "")


def none(field: FieldReport) -> str:
    """How often the field was None, or not there."""
    return f"{100 * (field.none + field.missing) // field.drawn}%" if field.none + field.missing else "-"


def extent(field: FieldReport) -> str:
    """From where to where its values lie."""
    spread = field.spread
    if field.drawn and field.distinct == 1:
        return "always the same"
    if spread is None or not spread.low:
        return f"{len(spread.bars)} choices" if spread else ""
    low, high = (end.partition(" ")[0] if spread.of == "moment" else end for end in (spread.low, spread.high))
    unit = {"length": " letters", "items": " items"}.get(spread.of, "")
    return f"{low} – {high}{unit}" if low != high else f"{low}{unit}"


def _sample(field: FieldReport) -> str:
    return field.samples[0] if field.samples else ""


def _group(found: Sequence[Finding], width: int) -> Iterator[str]:
    """The findings of one kind; what holds of many places, and what to do, is said once."""
    alike = len({each.todo for each in found}) == 1
    merged = [(each, tuple(map(_line, places))) for each, places in together(found)]
    wide = max((len(places[0]) for _, places in merged if len(places) == 1), default=0)
    for each, places in merged:
        yield from _finding(each, places, wide, width)
        if not alike:
            yield from _advice(each.todo, width)
    if alike:
        yield from _advice(found[0].todo, width)


def _finding(each: Finding, places: tuple[str, ...], wide: int, width: int) -> Iterator[str]:
    """One finding: the place before the words, above them where it is long, and many places below them."""
    mark = click.style(f"{each.severity:<7}", fg=COLOURS[each.severity])
    margin = " " * 11
    if len(places) > 1:
        first, *rest = textwrap.wrap(each.what, width - 11)
        rest += textwrap.wrap(", ".join(places), width - 11, break_on_hyphens=False)
    elif wide <= NAME:
        margin += " " * (wide + 2)
        first, *rest = textwrap.wrap(each.what, width - len(margin)) or [""]
        first = f"{places[0]:<{wide}}  {first}"
    else:
        first, *rest = [places[0], *textwrap.wrap(each.what, width - 11)]
    yield f"  {mark}  {first}"
    yield from (f"{margin}{line}" for line in rest)


def _advice(todo: str, width: int) -> Iterator[str]:
    yield from textwrap.wrap(todo, width, initial_indent=" " * 9 + "→ ", subsequent_indent=" " * 11)


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, left: int, width: int = WIDE) -> Iterator[str]:
    """*rows* below *head*, in columns: the first *left* of them begin at the left, and so does the last if it is words."""
    cells = [[_cell(cell, SAMPLE if place else NAMES) for place, cell in enumerate(row)] for row in rows]
    wide = [max(len(row[place]) for row in [list(head), *cells]) for place in range(len(head))]
    words = head[-1] in ("sample", "range")
    for number, row in enumerate([list(head), *cells]):
        shown = [
            cell.ljust(wide[place]) if place < left or (words and place > len(head) - 3) else cell.rjust(wide[place])
            for place, cell in enumerate(row)
        ]
        line = ("  " + "  ".join(shown)).rstrip()
        line = line if len(line) <= width else line[: width - 1] + "…"
        yield click.style(line, bold=True) if number == 0 else line


def _line(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str, most: int = SAMPLE) -> str:
    line = _line(text)
    return line if len(line) <= most else line[: most - 1] + "…"


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
