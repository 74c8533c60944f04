"""The report as one self-contained HTML page, without scripts and without external resources."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pytest_fixturegen.doctor.findings import (
    EXERCISE_ADVICE,
    EXERCISE_TITLE,
    FINDING_TITLES,
    group_findings,
    list_exercise,
)
from pytest_fixturegen.doctor.markup import Html, make_tag
from pytest_fixturegen.doctor.plots import render_coverage, render_plot
from pytest_fixturegen.doctor.report import (
    FILL_KINDS,
    SEVERITIES,
    DoctorReport,
    ExerciseReport,
    FieldReport,
    Finding,
    ModelReport,
)

STYLESHEET = Path(__file__).with_name("page.css")
CONTENT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
"""Forbids scripts and requests, even if a sample contains markup that escaping missed."""

OBVIOUS_REASONS = ("the name of the field", "the type", "the named type", "the default")
"""Reasons that the kind of a field already expresses."""

MAX_OPEN_MODELS = 12
"""All models are unfolded up to this number of models."""

DRAWN_COLUMNS = (
    "Model",
    "Fields",
    "Covered",
    "Fallback",
    "Drawn",
    "Drawn again",
    "Depth",
    "ms/record",
)
SOURCE_COLUMNS = ("Model", "Fields", "Kind", "Line")
"""Columns of the table of models if records were drawn, and if the source was read."""

DRAWN_FIELD_COLUMNS = ("Field", "Filled by", "None", "Distinct", "Values", "Samples")
SOURCE_FIELD_COLUMNS = ("Field", "Type", "Line")


def render_page(report: DoctorReport) -> str:
    """Return *report* as an HTML document."""
    head = make_tag(
        "head",
        make_tag("meta", charset="utf-8"),
        make_tag(
            "meta",
            http_equiv="Content-Security-Policy",
            content=CONTENT_POLICY,
        ),
        make_tag(
            "meta",
            name="generator",
            content="pytest-fixturegen",
        ),
        make_tag(
            "meta",
            name="viewport",
            content="width=device-width, initial-scale=1",
        ),
        make_tag(
            "meta",
            name="color-scheme",
            content="light dark",
        ),
        make_tag("title", f"Doctor: {report.target}"),
        make_tag("style", Html(STYLESHEET.read_text("utf-8"))),
    )
    main = make_tag("main", *_render_sections(report))
    body = make_tag(
        "body",
        _render_header(report),
        main,
    )
    return f"<!doctype html>\n{make_tag('html', head, body, lang='en')}\n"


def _render_header(report: DoctorReport) -> Html:
    """Return the head of the page: the target, how it was examined, and links to the sections."""
    links = [
        make_tag(
            "a",
            "Findings",
            href="#findings",
        ),
        make_tag(
            "a",
            "Models",
            href="#models",
        ),
    ]
    return make_tag(
        "header",
        make_tag(
            "p",
            "pfg doctor",
            class_="kicker",
        ),
        make_tag("h1", report.target),
        make_tag("p", _describe_run(report)),
        make_tag(
            "nav",
            *links,
            aria_label="Sections",
        ),
    )


def _describe_run(report: DoctorReport) -> str:
    """Return how the models were examined, and whether the sandbox watched the import."""
    if report.way == "source":
        return "The source was read, nothing was executed."
    drawn_count = sum(model.drawn for model in report.models)
    text = f"{drawn_count} records drawn with seed {report.seed}."
    if report.sandbox == "off":
        text += " The import was not watched (sandbox off)."
    return text


def _render_sections(report: DoctorReport) -> Iterator[Html]:
    """Yield the overview, the findings, the table of models, and the details of each model.

    The table is left out of a report without models.
    """
    title = make_tag("h2", "At a glance")
    yield make_tag(
        "section",
        title,
        _render_tiles(report),
        render_coverage(report.coverage),
    )
    yield make_tag(
        "section",
        make_tag("h2", "Findings"),
        *_render_findings(report),
        id="findings",
    )
    if report.models:
        yield make_tag(
            "section",
            make_tag("h2", "Models"),
            _render_models(report),
            id="models",
        )
    for number, model in enumerate(report.models):
        yield _render_model(
            model,
            number,
            report,
        )


def _render_tiles(report: DoctorReport) -> Html:
    """Return the counts of models, fields and findings; a severity without findings is plain."""
    field_count = sum(len(model.fields) for model in report.models)
    tiles = [
        _render_tile("models", str(len(report.models))),
        _render_tile("fields", str(field_count)),
    ]
    if report.way == "drawn":
        share = _format_covered_share(report, field_count)
        tiles.append(_render_tile("covered", share))
    for severity in SEVERITIES:
        count = report.count_findings(severity)
        colour = severity if count else None
        tiles.append(
            _render_tile(
                f"{severity}s",
                str(count),
                colour,
            )
        )
    return make_tag(
        "dl",
        *tiles,
        class_="tiles",
    )


def _format_covered_share(report: DoctorReport, field_count: int) -> str:
    """Return the share of covered fields, rounded down to a whole percent.

    Rounding down keeps ``100%`` for reports in which every field is covered.
    """
    if not field_count:
        return "-"
    covered_count = sum(model.covered for model in report.models)
    return f"{100 * covered_count // field_count}%"


def _render_tile(
    name: str,
    value: str,
    severity: str | None = None,
) -> Html:
    """Return one figure of the overview; *severity* colours it, None leaves it plain."""
    return make_tag(
        "div",
        make_tag("dt", name),
        make_tag("dd", value),
        class_=severity,
    )


def _render_findings(report: DoctorReport) -> Iterator[Html]:
    """Yield a heading and a list for each kind of finding.

    Advice that all findings of a kind share follows the list once.
    """
    if not report.findings:
        yield make_tag("p", "None.")
    for kind, group in groupby(report.findings, lambda finding: finding.kind):
        findings = list(group)
        yield make_tag("h3", FINDING_TITLES[kind])
        has_same_advice = len({finding.todo for finding in findings}) == 1
        items = [
            _render_finding(
                finding,
                locations,
                with_advice=not has_same_advice,
            )
            for finding, locations in group_findings(findings)
        ]
        yield make_tag(
            "ul",
            *items,
            class_="findings",
        )
        if has_same_advice:
            yield _render_advice(findings[0].todo)


def _render_finding(
    finding: Finding,
    locations: tuple[str, ...],
    *,
    with_advice: bool,
) -> Html:
    """Return a list item with *finding* and its locations.

    A single location comes before the text, several come below it.
    """
    badge = make_tag(
        "span",
        finding.severity,
        class_=f"badge {finding.severity}",
    )
    advice = _render_advice(finding.todo) if with_advice else Html("")
    codes = [part for location in locations for part in (make_tag("code", location), " ")]
    if len(locations) == 1:
        return make_tag(
            "li",
            badge,
            make_tag(
                "div",
                *codes,
                finding.what,
                advice,
            ),
        )
    listed = make_tag("p", *codes)
    return make_tag(
        "li",
        badge,
        make_tag(
            "div",
            f"{finding.what} ",
            listed,
            advice,
        ),
    )


def _render_advice(advice: str) -> Html:
    """Return the paragraph of *advice*, or nothing if it is empty."""
    return (
        make_tag(
            "p",
            advice,
            class_="advice",
        )
        if advice
        else Html("")
    )


def _render_models(report: DoctorReport) -> Html:
    """Return the table of all models, whose columns depend on how they were examined."""
    is_drawn = report.way == "drawn"
    render_row = _render_drawn_model_row if is_drawn else _render_source_model_row
    names = DRAWN_COLUMNS if is_drawn else SOURCE_COLUMNS
    caption = make_tag("caption", "In the order of their definition")
    headers = [
        make_tag(
            "th",
            name,
            scope="col",
        )
        for name in names
    ]
    head = make_tag("thead", make_tag("tr", *headers))
    rows = [render_row(model, number) for number, model in enumerate(report.models)]
    table = make_tag(
        "table",
        caption,
        head,
        make_tag("tbody", *rows),
        class_="models",
    )
    return make_tag(
        "div",
        table,
        class_="wide",
        tabindex=0,
    )


def _render_source_model_row(model: ModelReport, number: int) -> Html:
    """Return the row of a model that was read from the source: fields, kind and line."""
    line = str(model.line or "")
    cells = [
        str(len(model.fields)),
        model.kind,
        line,
    ]
    return _render_model_row(
        model,
        number,
        cells,
    )


def _render_drawn_model_row(model: ModelReport, number: int) -> Html:
    """Return the row of a model whose records were drawn.

    The number of records shows the goal too if the model falls short of it.
    """
    is_complete = model.drawn >= model.asked
    cells = [
        str(len(model.fields)),
        str(model.covered),
        str(sum(field.kind == "fallback" for field in model.fields)),
        str(model.drawn) if is_complete else f"{model.drawn}/{model.asked}",
        str(model.again),
        str(model.depth),
        f"{model.milliseconds:.2f}" if model.drawn else "-",
    ]
    return _render_model_row(
        model,
        number,
        cells,
    )


def _render_model_row(
    model: ModelReport,
    number: int,
    cells: list[str],
) -> Html:
    """Return a row with the *cells*, whose heading links to the details of the model."""
    link = make_tag(
        "a",
        model.name,
        href=f"#model-{number}",
    )
    header = make_tag(
        "th",
        link,
        scope="row",
    )
    return make_tag(
        "tr",
        header,
        *(make_tag("td", cell) for cell in cells),
    )


def _render_model(
    model: ModelReport,
    number: int,
    report: DoctorReport,
) -> Html:
    """Return the details of one model, which are unfolded if the report has few models."""
    facts = [f"{model.module}.{model.name}", model.kind]
    if model.coverage:
        counts = [f"{kind} {count}" for kind, count in model.coverage.items()]
        facts.append(", ".join(counts))
    if model.validators:
        facts.append(f"validators: {', '.join(model.validators)}")
    title = make_tag("summary", make_tag("h2", model.name))
    # The target of links is inside of <details>, so that a browser unfolds it.
    about = make_tag(
        "p",
        " · ".join(facts),
        class_="about",
        id=f"model-{number}",
    )
    if model.fields:
        body = _render_fields(model, is_drawn=report.way == "drawn")
    else:
        body = make_tag("p", "No fields were read.")
    is_open = len(report.models) <= MAX_OPEN_MODELS
    exercise = _render_exercise(model.exercise) if model.exercise else ()
    return make_tag(
        "details",
        title,
        about,
        body,
        *exercise,
        class_="model",
        open=is_open,
    )


def _render_exercise(exercise: ExerciseReport) -> Iterator[Html]:
    """Yield the list of classes that the records of a model do not exercise."""
    yield make_tag("h3", EXERCISE_TITLE)
    total = exercise.classes
    yield make_tag("p", f"{exercise.missed} of {total} classes of values occur in no record.")
    listed = [
        make_tag(
            "li",
            make_tag("code", label),
            f" {text}",
        )
        for label, text in list_exercise(exercise)
    ]
    if listed:
        yield make_tag(
            "ul",
            *listed,
            class_="exercise",
        )
        yield _render_advice(EXERCISE_ADVICE)


def _render_fields(model: ModelReport, *, is_drawn: bool) -> Html:
    """Return the table of fields; ARIA roles keep it a table if the style makes it a list."""
    names = DRAWN_FIELD_COLUMNS if is_drawn else SOURCE_FIELD_COLUMNS
    render_row = _render_field if is_drawn else _render_source_field
    headers = [
        make_tag(
            "th",
            name,
            scope="col",
            role="columnheader",
        )
        for name in names
    ]
    head = make_tag(
        "tr",
        *headers,
        role="row",
    )
    rows = [render_row(field) for field in model.fields]
    return make_tag(
        "table",
        make_tag("caption", f"Fields of {model.name}"),
        make_tag(
            "thead",
            head,
            role="rowgroup",
        ),
        make_tag(
            "tbody",
            *rows,
            role="rowgroup",
        ),
        class_="fields" if is_drawn else "fields plain",
        role="table",
    )


def _render_field(field: FieldReport) -> Html:
    """Return the row of a field whose values were drawn."""
    type_text = make_tag(
        "p",
        field.type,
        class_="type",
    )
    name = make_tag(
        "th",
        make_tag("code", field.name),
        type_text,
        scope="row",
        role="rowheader",
    )
    samples = [make_tag("li", make_tag("code", text)) for text in field.samples]
    cells = [
        _render_cell("Filled by", *_render_fillers(field)),
        _render_cell("None", _format_none_share(field)),
        _render_cell("Distinct", str(field.distinct)),
        _render_cell("Values", _render_values(field)),
        _render_cell(
            "Samples",
            make_tag(
                "ul",
                *samples,
                class_="samples",
            ),
        ),
    ]
    return make_tag(
        "tr",
        name,
        *cells,
        role="row",
    )


def _format_none_share(field: FieldReport) -> str:
    """Return the share of records in which the field is None or missing, in percent."""
    absent = field.none + field.missing
    if not absent:
        return "-"
    return f"{100 * absent / field.drawn:.0f}%"


def _render_values(field: FieldReport) -> Html:
    """Return the plot of the values, a note that they never change, or nothing."""
    if field.spread:
        return render_plot(field.spread)
    if field.distinct == 1 and field.drawn > 1:
        return make_tag(
            "p",
            "Always the same",
            class_="range",
        )
    return Html("")


def _render_fillers(field: FieldReport) -> Iterator[Html]:
    """Yield the kind of the field and its providers with their reasons.

    A reason that the provider's name implies is left out. A field without providers shows the
    meaning of its kind.
    """
    yield make_tag(
        "span",
        field.kind,
        class_=f"kind kind-{list(FILL_KINDS).index(field.kind)}",
    )
    for filler in field.fillers:
        place = f"{filler.place}: " if filler.place else ""
        reason = "" if filler.reason in OBVIOUS_REASONS else f", {filler.reason}"
        yield make_tag(
            "p",
            place,
            make_tag("code", filler.provider),
            reason,
            class_="filler",
        )
    if not field.fillers:
        yield make_tag(
            "p",
            FILL_KINDS[field.kind],
            class_="filler",
        )


def _render_source_field(field: FieldReport) -> Html:
    """Return the row of a field that was read from the source: its type and line."""
    name = make_tag(
        "th",
        make_tag("code", field.name),
        scope="row",
        role="rowheader",
    )
    type_cell = _render_cell("Type", field.type)
    line_cell = _render_cell("Line", str(field.line or ""))
    return make_tag(
        "tr",
        name,
        type_cell,
        line_cell,
        role="row",
    )


def _render_cell(label: str, *children: str) -> Html:
    """Return a cell that carries its label, for windows too narrow for a table head."""
    return make_tag(
        "td",
        make_tag("div", *children),
        data_label=label,
        role="cell",
    )
