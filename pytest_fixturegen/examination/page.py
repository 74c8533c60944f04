"""The report as one page of HTML that needs nothing else: no script, no font, no picture from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pytest_fixturegen.examination.findings import TITLES, together
from pytest_fixturegen.examination.markup import Html, tag
from pytest_fixturegen.examination.plots import filling, plot
from pytest_fixturegen.examination.report import KINDS, SEVERITIES, FieldReport, Finding, ModelReport, Report

STYLE = Path(__file__).with_name("page.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Nothing is loaded, nothing is run, whatever stands in the page."""

PLAIN = ("the name of the field", "the type", "the named type", "the default")
"""Reasons that the kind of a field says already."""

OPEN = 12
"""Models up to which all are shown unfolded."""


def page(report: Report) -> str:
    """The whole page."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"Doctor: {report.target}"),
        tag("style", Html(STYLE.read_text("utf-8"))),
    )
    body = tag("body", _header(report), tag("main", *_sections(report)))
    return f"<!doctype html>\n{tag('html', head, body, lang='en')}\n"


def _header(report: Report) -> Html:
    drawn = sum(each.drawn for each in report.models)
    how = f"{drawn} records drawn with seed {report.seed}" if report.way == "drawn" else "the source was read, nothing executed"
    walls = ". The import was not watched (sandbox off)" if report.sandbox == "off" and report.way == "drawn" else ""
    links = [tag("a", text, href=f"#{name}") for name, text in (("findings", "Findings"), ("models", "Models"))]
    nav = tag("nav", *links, aria_label="Sections")
    return tag("header", tag("p", "pfg doctor", class_="kicker"), tag("h1", report.target), tag("p", f"{how}{walls}."), nav)


def _sections(report: Report) -> Iterator[Html]:
    yield tag("section", tag("h2", "At a glance"), _tiles(report), filling(report.coverage))
    yield tag("section", tag("h2", "Findings"), *_findings(report), id="findings")
    if report.models:
        yield tag("section", tag("h2", "Models"), _models(report), id="models")
    for number, model in enumerate(report.models):
        yield _model(model, number, report)


def _tiles(report: Report) -> Html:
    fields = sum(len(each.fields) for each in report.models)
    covered = sum(each.covered for each in report.models)
    tiles = [("models", str(len(report.models)), ""), ("fields", str(fields), "")]
    if report.way == "drawn":
        tiles.append(("covered", f"{100 * covered // fields}%" if fields else "-", ""))
    tiles += [(f"{each}s", str(report.count(each)), each if report.count(each) else "") for each in SEVERITIES]
    return tag(
        "dl",
        *(tag("div", tag("dt", name), tag("dd", value), class_=kind or None) for name, value, kind in tiles),
        class_="tiles",
    )


def _findings(report: Report) -> Iterator[Html]:
    if not report.findings:
        yield tag("p", "None.")
    for kind, group in groupby(report.findings, lambda each: each.kind):
        found = list(group)
        yield tag("h3", TITLES[kind])
        alike = len({each.todo for each in found}) == 1
        yield tag("ul", *(_finding(*each, advised=not alike) for each in together(found)), class_="findings")
        yield _advice(found[0].todo) if alike else Html("")


def _finding(each: Finding, places: tuple[str, ...], *, advised: bool) -> Html:
    badge = tag("span", each.severity, class_=f"badge {each.severity}")
    advice = _advice(each.todo) if advised else Html("")
    codes = [part for place in places for part in (tag("code", place), " ")]
    said = [*codes, each.what] if len(places) == 1 else [f"{each.what} ", tag("p", *codes)]
    return tag("li", badge, tag("div", *said, advice))


def _advice(todo: str) -> Html:
    return tag("p", todo, class_="advice") if todo else Html("")


def _models(report: Report) -> Html:
    drawn = report.way == "drawn"
    names = ["Model", "Fields", "Covered", "Fallback", "Drawn", "Drawn again", "Depth", "ms/record"]
    names = names if drawn else ["Model", "Fields", "Kind", "Line"]
    rows = [_row(each, number, drawn=drawn) for number, each in enumerate(report.models)]
    caption = tag("caption", "In the order of their definition")
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names)))
    return tag("div", tag("table", caption, head, tag("tbody", *rows), class_="models"), class_="wide", tabindex=0)


def _row(each: ModelReport, number: int, *, drawn: bool) -> Html:
    link = tag("th", tag("a", each.name, href=f"#model-{number}"), scope="row")
    if not drawn:
        return tag("tr", link, *(tag("td", str(cell)) for cell in (len(each.fields), each.kind, each.line or "")))
    guessed = sum(field.kind == "fallback" for field in each.fields)
    count = f"{each.drawn}/{each.asked}" if each.drawn < each.asked else str(each.drawn)
    speed = f"{each.milliseconds:.2f}" if each.drawn else "-"
    cells = (len(each.fields), each.covered, guessed, count, each.again, each.depth, speed)
    return tag("tr", link, *(tag("td", str(cell)) for cell in cells))


def _model(model: ModelReport, number: int, report: Report) -> Html:
    facts = [f"{model.module}.{model.name}", model.kind]
    facts += [", ".join(f"{kind} {count}" for kind, count in model.coverage.items())] if model.coverage else []
    facts += [f"validators: {', '.join(model.validators)}"] if model.validators else []
    title = tag("summary", tag("h2", model.name))
    about = tag("p", " · ".join(facts), class_="about", id=f"model-{number}")  # within: a link to it unfolds it
    body = _fields(model, drawn=report.way == "drawn") if model.fields else tag("p", "No fields were read.")
    return tag("details", title, about, body, class_="model", open=len(report.models) <= OPEN or False)


def _fields(model: ModelReport, *, drawn: bool) -> Html:
    names = ["Field", "Filled by", "None", "Distinct", "Values", "Samples"] if drawn else ["Field", "Type", "Line"]
    head = tag("tr", *(tag("th", name, scope="col", role="columnheader") for name in names), role="row")
    rows = [_field(each) if drawn else _read(each) for each in model.fields]
    caption = tag("caption", f"Fields of {model.name}")
    kind = "fields" if drawn else "fields plain"
    return tag(
        "table", caption, tag("thead", head, role="rowgroup"), tag("tbody", *rows, role="rowgroup"), class_=kind, role="table"
    )


def _field(each: FieldReport) -> Html:
    name = tag("th", tag("code", each.name), tag("p", each.type, class_="type"), scope="row", role="rowheader")
    share = f"{100 * (each.none + each.missing) / each.drawn:.0f}%" if each.drawn and each.none + each.missing else "-"
    constant = tag("p", "Always the same", class_="range") if each.distinct == 1 and each.drawn > 1 else Html("")
    cells = [
        _cell("Filled by", *_fillers(each)),
        _cell("None", share),
        _cell("Distinct", str(each.distinct)),
        _cell("Values", plot(each.spread) if each.spread else constant),
        _cell("Samples", tag("ul", *(tag("li", tag("code", text)) for text in each.samples), class_="samples")),
    ]
    return tag("tr", name, *cells, role="row")


def _fillers(each: FieldReport) -> Iterator[Html]:
    yield tag("span", each.kind, class_=f"kind kind-{list(KINDS).index(each.kind)}")
    for filler in each.fillers:
        place = f"{filler.place}: " if filler.place else ""
        reason = "" if filler.reason in PLAIN else f", {filler.reason}"
        yield tag("p", place, tag("code", filler.provider), reason, class_="filler")
    if not each.fillers:
        yield tag("p", KINDS[each.kind], class_="filler")


def _read(each: FieldReport) -> Html:
    name = tag("th", tag("code", each.name), scope="row", role="rowheader")
    return tag("tr", name, _cell("Type", each.type), _cell("Line", str(each.line or "")), role="row")


def _cell(label: str, *children: str) -> Html:
    """A cell that says what it is where the table is too narrow for a head."""
    return tag("td", tag("div", *children), data_label=label, role="cell")
