"""Small plots of the report as SVG and lists: histograms, bars of choices, and how fields are filled."""

from __future__ import annotations

from collections.abc import Mapping

from pytest_fixturegen.doctor.markup import Html, join_html, make_tag
from pytest_fixturegen.doctor.report import FILL_KINDS, Bar, FillKind, Spread

WIDTH, HEIGHT, GAP = 240, 40, 2
MEASURE_TITLES = {
    "number": "Numbers",
    "moment": "Moments",
    "duration": "Durations",
    "length": "Lengths in letters",
    "items": "Numbers of items",
}
MAX_LISTED_CHOICES = 8
"""Choices that are shown; the rest is summed up."""


def render_plot(spread: Spread) -> Html:
    """How values are spread."""
    if spread.of in MEASURE_TITLES:
        return _render_histogram(spread) if len(spread.bars) > 1 else _render_single(spread)
    return _render_choices(spread)


def _render_single(spread: Spread) -> Html:
    return make_tag("p", f"{MEASURE_TITLES[spread.of]}: always {spread.low}", class_="range")


def _render_histogram(spread: Spread) -> Html:
    most = max(bar.count for bar in spread.bars) or 1
    wide = (WIDTH - GAP * (len(spread.bars) - 1)) / len(spread.bars)
    rects = [_render_bar(place, bar, wide, most) for place, bar in enumerate(spread.bars)]
    words = f"{MEASURE_TITLES[spread.of]} from {spread.low} to {spread.high}"
    svg = make_tag(
        "svg", *rects, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=f"Histogram. {words}.",
        class_="histogram", preserveAspectRatio="none",
    )  # fmt: skip
    ends = make_tag("p", make_tag("span", spread.low), make_tag("span", spread.high), class_="ends")
    return make_tag(
        "div", make_tag("p", MEASURE_TITLES[spread.of], class_="range"), svg, ends, class_="plot"
    )


def _render_bar(index: int, bar: Bar, bar_width: float, max_count: int) -> Html:
    high = max(HEIGHT * bar.count / max_count, 1.5) if bar.count else 0
    title = make_tag("title", f"{bar.label}: {bar.count}" if bar.label else str(bar.count))
    x, y = f"{index * (bar_width + GAP):.1f}", f"{HEIGHT - high:.1f}"
    return make_tag(
        "g", title, make_tag("rect", x=x, y=y, width=f"{bar_width:.1f}", height=f"{high:.1f}", rx=1)
    )


def _render_choices(spread: Spread) -> Html:
    total = sum(bar.count for bar in spread.bars)
    shown, rest = spread.bars[:MAX_LISTED_CHOICES], spread.bars[MAX_LISTED_CHOICES:]
    if rest:
        others = sum(bar.count for bar in rest)
        shown = (
            *shown,
            Bar(
                f"{len(rest)} and more others"
                if rest[-1].label.endswith(" others")
                else f"{len(rest)} others",
                others,
            ),
        )
    most = max(bar.count for bar in shown)
    return make_tag("ul", *(_render_choice(bar, most, total) for bar in shown), class_="choices")


def _render_choice(bar: Bar, max_count: int, total: int) -> Html:
    width = f"{100 * bar.count / max_count:.1f}"
    svg = make_tag(
        "svg", make_tag("rect", x=0, y=0, width=width, height=8, rx=1),
        viewBox="0 0 100 8", preserveAspectRatio="none", aria_hidden="true",
    )  # fmt: skip
    return make_tag(
        "li", make_tag("span", bar.label or "(empty)", class_="label", title=bar.label), svg,
        make_tag("span", f"{100 * bar.count / total:.0f}%", class_="share"),
    )  # fmt: skip


def render_coverage(coverage: Mapping[FillKind, int]) -> Html:
    """How many fields each kind fills, as one bar with its legend."""
    total = sum(coverage.values())
    if not total:
        return Html("")
    rects, legend, place = [], [], 0.0
    for kind, count in coverage.items():
        wide = 1000 * count / total
        name = f"kind-{list(FILL_KINDS).index(kind)}"
        rects.append(
            make_tag("rect", x=f"{place:.1f}", y=0, width=f"{wide:.1f}", height=20, class_=name)
        )
        swatch = make_tag(
            "svg",
            make_tag("rect", width=10, height=10, rx=2, class_=name),
            viewBox="0 0 10 10",
            aria_hidden="true",
        )
        legend.append(make_tag("li", swatch, f" {FILL_KINDS[kind]} ", make_tag("b", str(count))))
        place += wide
    said = ", ".join(f"{FILL_KINDS[kind]} {count}" for kind, count in coverage.items())
    svg = make_tag(
        "svg", *rects, viewBox="0 0 1000 20", preserveAspectRatio="none", role="img", aria_label=f"Fields filled by: {said}",
        class_="filling",
    )  # fmt: skip
    return join_html(svg, make_tag("ul", *legend, class_="legend"))
