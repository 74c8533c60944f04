"""The report as one page of HTML that needs nothing else: no script, no font, no picture from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pytest_fixturegen.doctor.findings import FINDING_TITLES, group_findings
from pytest_fixturegen.doctor.markup import Html, make_tag
from pytest_fixturegen.doctor.plots import render_coverage, render_plot
from pytest_fixturegen.doctor.report import (
    FILL_KINDS,
    SEVERITIES,
    DoctorReport,
    FieldReport,
    Finding,
    ModelReport,
)

STYLESHEET = Path(__file__).with_name("page.css")
CONTENT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
"""Nothing is loaded, nothing is run, whatever stands in the page."""

OBVIOUS_REASONS = ("the name of the field", "the type", "the named type", "the default")
"""Reasons that the kind of a field says already."""

MAX_OPEN_MODELS = 12
"""Models up to which all are shown unfolded."""


def render_page(report: DoctorReport) -> str:
    """The whole page."""
    head = make_tag(
        "head",
        make_tag("meta", charset="utf-8"),
        make_tag("meta", http_equiv="Content-Security-Policy", content=CONTENT_POLICY),
        make_tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        make_tag("meta", name="color-scheme", content="light dark"),
        make_tag("title", f"Doctor: {report.target}"),
        make_tag("style", Html(STYLESHEET.read_text("utf-8"))),
    )
    body = make_tag("body", _render_header(report), make_tag("main", *_render_sections(report)))
    return f"<!doctype html>\n{make_tag('html', head, body, lang='en')}\n"


def _render_header(report: DoctorReport) -> Html:
    drawn = sum(each.drawn for each in report.models)
    how = (
        f"{drawn} records drawn with seed {report.seed}"
        if report.way == "drawn"
        else "the source was read, nothing executed"
    )
    walls = (
        ". The import was not watched (sandbox off)"
        if report.sandbox == "off" and report.way == "drawn"
        else ""
    )
    links = [
        make_tag("a", text, href=f"#{name}")
        for name, text in (("findings", "Findings"), ("models", "Models"))
    ]
    nav = make_tag("nav", *links, aria_label="Sections")
    return make_tag(
        "header",
        make_tag("p", "pfg doctor", class_="kicker"),
        make_tag("h1", report.target),
        make_tag("p", f"{how}{walls}."),
        nav,
    )


def _render_sections(report: DoctorReport) -> Iterator[Html]:
    yield make_tag(
        "section",
        make_tag("h2", "At a glance"),
        _render_tiles(report),
        render_coverage(report.coverage),
    )
    yield make_tag("section", make_tag("h2", "Findings"), *_render_findings(report), id="findings")
    if report.models:
        yield make_tag("section", make_tag("h2", "Models"), _render_models(report), id="models")
    for number, model in enumerate(report.models):
        yield _render_model(model, number, report)


def _render_tiles(report: DoctorReport) -> Html:
    fields = sum(len(each.fields) for each in report.models)
    covered = sum(each.covered for each in report.models)
    tiles = [("models", str(len(report.models)), ""), ("fields", str(fields), "")]
    if report.way == "drawn":
        tiles.append(("covered", f"{100 * covered // fields}%" if fields else "-", ""))
    tiles += [
        (f"{each}s", str(report.count_findings(each)), each if report.count_findings(each) else "")
        for each in SEVERITIES
    ]
    return make_tag(
        "dl",
        *(
            make_tag("div", make_tag("dt", name), make_tag("dd", value), class_=kind or None)
            for name, value, kind in tiles
        ),
        class_="tiles",
    )


def _render_findings(report: DoctorReport) -> Iterator[Html]:
    if not report.findings:
        yield make_tag("p", "None.")
    for kind, group in groupby(report.findings, lambda each: each.kind):
        found = list(group)
        yield make_tag("h3", FINDING_TITLES[kind])
        alike = len({each.todo for each in found}) == 1
        yield make_tag(
            "ul",
            *(_render_finding(*each, with_advice=not alike) for each in group_findings(found)),
            class_="findings",
        )
        yield _render_advice(found[0].todo) if alike else Html("")


def _render_finding(finding: Finding, places: tuple[str, ...], *, with_advice: bool) -> Html:
    badge = make_tag("span", finding.severity, class_=f"badge {finding.severity}")
    advice = _render_advice(finding.todo) if with_advice else Html("")
    codes = [part for place in places for part in (make_tag("code", place), " ")]
    said = (
        [*codes, finding.what] if len(places) == 1 else [f"{finding.what} ", make_tag("p", *codes)]
    )
    return make_tag("li", badge, make_tag("div", *said, advice))


def _render_advice(todo: str) -> Html:
    return make_tag("p", todo, class_="advice") if todo else Html("")


def _render_models(report: DoctorReport) -> Html:
    drawn = report.way == "drawn"
    names = ["Model", "Fields", "Covered", "Fallback", "Drawn", "Drawn again", "Depth", "ms/record"]
    names = names if drawn else ["Model", "Fields", "Kind", "Line"]
    rows = [
        _render_model_row(each, number, has_records=drawn)
        for number, each in enumerate(report.models)
    ]
    caption = make_tag("caption", "In the order of their definition")
    head = make_tag("thead", make_tag("tr", *(make_tag("th", name, scope="col") for name in names)))
    return make_tag(
        "div",
        make_tag("table", caption, head, make_tag("tbody", *rows), class_="models"),
        class_="wide",
        tabindex=0,
    )


def _render_model_row(model: ModelReport, number: int, *, has_records: bool) -> Html:
    link = make_tag("th", make_tag("a", model.name, href=f"#model-{number}"), scope="row")
    if not has_records:
        return make_tag(
            "tr",
            link,
            *(
                make_tag("td", str(cell))
                for cell in (len(model.fields), model.kind, model.line or "")
            ),
        )
    guessed = sum(field.kind == "fallback" for field in model.fields)
    count = f"{model.drawn}/{model.asked}" if model.drawn < model.asked else str(model.drawn)
    speed = f"{model.milliseconds:.2f}" if model.drawn else "-"
    cells = (len(model.fields), model.covered, guessed, count, model.again, model.depth, speed)
    return make_tag("tr", link, *(make_tag("td", str(cell)) for cell in cells))


def _render_model(model: ModelReport, number: int, report: DoctorReport) -> Html:
    facts = [f"{model.module}.{model.name}", model.kind]
    facts += (
        [", ".join(f"{kind} {count}" for kind, count in model.coverage.items())]
        if model.coverage
        else []
    )
    facts += [f"validators: {', '.join(model.validators)}"] if model.validators else []
    title = make_tag("summary", make_tag("h2", model.name))
    about = make_tag(
        "p", " · ".join(facts), class_="about", id=f"model-{number}"
    )  # within: a link to it unfolds it
    body = (
        _render_fields(model, has_records=report.way == "drawn")
        if model.fields
        else make_tag("p", "No fields were read.")
    )
    return make_tag(
        "details",
        title,
        about,
        body,
        class_="model",
        open=len(report.models) <= MAX_OPEN_MODELS or False,
    )


def _render_fields(model: ModelReport, *, has_records: bool) -> Html:
    names = (
        ["Field", "Filled by", "None", "Distinct", "Values", "Samples"]
        if has_records
        else ["Field", "Type", "Line"]
    )
    head = make_tag(
        "tr",
        *(make_tag("th", name, scope="col", role="columnheader") for name in names),
        role="row",
    )
    rows = [
        _render_field(each) if has_records else _render_source_field(each) for each in model.fields
    ]
    caption = make_tag("caption", f"Fields of {model.name}")
    kind = "fields" if has_records else "fields plain"
    return make_tag(
        "table",
        caption,
        make_tag("thead", head, role="rowgroup"),
        make_tag("tbody", *rows, role="rowgroup"),
        class_=kind,
        role="table",
    )


def _render_field(field: FieldReport) -> Html:
    name = make_tag(
        "th",
        make_tag("code", field.name),
        make_tag("p", field.type, class_="type"),
        scope="row",
        role="rowheader",
    )
    share = (
        f"{100 * (field.none + field.missing) / field.drawn:.0f}%"
        if field.drawn and field.none + field.missing
        else "-"
    )
    constant = (
        make_tag("p", "Always the same", class_="range")
        if field.distinct == 1 and field.drawn > 1
        else Html("")
    )
    cells = [
        _render_cell("Filled by", *_render_fillers(field)),
        _render_cell("None", share),
        _render_cell("Distinct", str(field.distinct)),
        _render_cell("Values", render_plot(field.spread) if field.spread else constant),
        _render_cell(
            "Samples",
            make_tag(
                "ul",
                *(make_tag("li", make_tag("code", text)) for text in field.samples),
                class_="samples",
            ),
        ),
    ]
    return make_tag("tr", name, *cells, role="row")


def _render_fillers(field: FieldReport) -> Iterator[Html]:
    yield make_tag("span", field.kind, class_=f"kind kind-{list(FILL_KINDS).index(field.kind)}")
    for filler in field.fillers:
        place = f"{filler.place}: " if filler.place else ""
        reason = "" if filler.reason in OBVIOUS_REASONS else f", {filler.reason}"
        yield make_tag("p", place, make_tag("code", filler.provider), reason, class_="filler")
    if not field.fillers:
        yield make_tag("p", FILL_KINDS[field.kind], class_="filler")


def _render_source_field(field: FieldReport) -> Html:
    name = make_tag("th", make_tag("code", field.name), scope="row", role="rowheader")
    return make_tag(
        "tr",
        name,
        _render_cell("Type", field.type),
        _render_cell("Line", str(field.line or "")),
        role="row",
    )


def _render_cell(label: str, *children: str) -> Html:
    """A cell that says what it is where the table is too narrow for a head."""
    return make_tag("td", make_tag("div", *children), data_label=label, role="cell")
