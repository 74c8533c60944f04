"""Small plots as SVG and lists: histograms, bars of choices, and the coverage of fields."""

from __future__ import annotations

from collections.abc import Mapping

from pytest_fixturegen.doctor.markup import Html, join_html, make_tag
from pytest_fixturegen.doctor.report import FILL_KINDS, Bar, FillKind, Spread

WIDTH, HEIGHT, GAP = 240, 40, 2
"""Size of a histogram, and the gap between its bars, in SVG units."""

MIN_BAR_HEIGHT = 1.5
"""Height of a bar with few values, so that it remains visible."""

COVERAGE_WIDTH = 1000
"""Width of the bar of coverage in SVG units; a browser scales it to the window."""

MEASURE_TITLES = {
    "number": "Numbers",
    "moment": "Moments",
    "duration": "Durations",
    "length": "Lengths in letters",
    "items": "Numbers of items",
}
MAX_LISTED_CHOICES = 8
"""Most choices with a bar each; the others share one bar."""


def render_plot(spread: Spread) -> Html:
    """Return a plot of the distribution of values."""
    if spread.of not in MEASURE_TITLES:
        return _render_choices(spread)
    if len(spread.bars) == 1:
        return _render_single(spread)
    return _render_histogram(spread)


def _render_single(spread: Spread) -> Html:
    """Return the single value of *spread* in words, which need no plot."""
    return make_tag("p", f"{MEASURE_TITLES[spread.of]}: always {spread.low}", class_="range")


def _render_histogram(spread: Spread) -> Html:
    """Return a bar for each range of values, with the lowest and the highest value below."""
    title = MEASURE_TITLES[spread.of]
    max_count = max(bar.count for bar in spread.bars) or 1
    bar_count = len(spread.bars)
    bar_width = (WIDTH - GAP * (bar_count - 1)) / bar_count
    bars = [
        _render_bar(
            index,
            bar,
            bar_width,
            max_count,
        )
        for index, bar in enumerate(spread.bars)
    ]
    svg = make_tag(
        "svg",
        *bars,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=f"Histogram. {title} from {spread.low} to {spread.high}.",
        class_="histogram",
        preserveAspectRatio="none",
    )
    low, high = make_tag("span", spread.low), make_tag("span", spread.high)
    ends = make_tag("p", low, high, class_="ends")
    return make_tag(
        "div",
        make_tag("p", title, class_="range"),
        svg,
        ends,
        class_="plot",
    )


def _render_bar(
    index: int,
    bar: Bar,
    bar_width: float,
    max_count: int,
) -> Html:
    """Return the bar number *index*, whose tooltip is its label and count.

    Its height is relative to *max_count*; a small count remains visible.
    """
    height = 0.0
    if bar.count:
        height = max(HEIGHT * bar.count / max_count, MIN_BAR_HEIGHT)
    rect = make_tag(
        "rect",
        x=f"{index * (bar_width + GAP):.1f}",
        y=f"{HEIGHT - height:.1f}",
        width=f"{bar_width:.1f}",
        height=f"{height:.1f}",
        rx=1,
    )
    title = make_tag(
        "title",
        f"{bar.label}: {bar.count}" if bar.label else str(bar.count),
    )
    return make_tag("g", title, rect)


def _render_choices(spread: Spread) -> Html:
    """Return a list with a bar for each choice; the least frequent choices share the last bar."""
    total = sum(bar.count for bar in spread.bars)
    bars = list(spread.bars[:MAX_LISTED_CHOICES])
    others = spread.bars[MAX_LISTED_CHOICES:]
    if others:
        bars.append(_sum_bars(others))
    max_count = max(bar.count for bar in bars)
    choices = [_render_choice(bar, max_count, total) for bar in bars]
    return make_tag("ul", *choices, class_="choices")


def _sum_bars(bars: tuple[Bar, ...]) -> Bar:
    """Return one bar with the sum of *bars*, whose label is their number."""
    # The last bar may itself be the sum of further values.
    has_others = bars[-1].label.endswith(" others")
    noun = "and more others" if has_others else "others"
    total = sum(bar.count for bar in bars)
    return Bar(f"{len(bars)} {noun}", total)


def _render_choice(
    bar: Bar,
    max_count: int,
    total: int,
) -> Html:
    """Return a list item with a bar relative to *max_count* and a share of *total* in percent."""
    width = f"{100 * bar.count / max_count:.1f}"
    svg = make_tag(
        "svg",
        make_tag(
            "rect",
            x=0,
            y=0,
            width=width,
            height=8,
            rx=1,
        ),
        viewBox="0 0 100 8",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
    label = make_tag(
        "span",
        bar.label or "(empty)",
        class_="label",
        title=bar.label,
    )
    share = make_tag("span", f"{100 * bar.count / total:.0f}%", class_="share")
    return make_tag("li", label, svg, share)


def render_coverage(coverage: Mapping[FillKind, int]) -> Html:
    """Return the number of fields by kind as one bar with its legend."""
    total = sum(coverage.values())
    if not total:
        return Html("")
    rects, legend = [], []
    start = 0.0
    for kind, count in coverage.items():
        width = COVERAGE_WIDTH * count / total
        rects.append(_render_coverage_part(kind, start, width))
        legend.append(_render_legend_entry(kind, count))
        start += width
    listed = ", ".join(f"{FILL_KINDS[kind]} {count}" for kind, count in coverage.items())
    svg = make_tag(
        "svg",
        *rects,
        viewBox=f"0 0 {COVERAGE_WIDTH} 20",
        preserveAspectRatio="none",
        role="img",
        aria_label=f"Fields filled by: {listed}",
        class_="filling",
    )
    return join_html(svg, make_tag("ul", *legend, class_="legend"))


def _render_coverage_part(
    kind: FillKind,
    start: float,
    width: float,
) -> Html:
    """Return the part of the coverage bar for *kind*; *start* and *width* are in SVG units."""
    return make_tag(
        "rect",
        x=f"{start:.1f}",
        y=0,
        width=f"{width:.1f}",
        height=20,
        class_=_get_kind_class(kind),
    )


def _render_legend_entry(kind: FillKind, count: int) -> Html:
    """Return the entry of the legend for *kind* with its colour and its number of fields."""
    square = make_tag(
        "rect",
        width=10,
        height=10,
        rx=2,
        class_=_get_kind_class(kind),
    )
    swatch = make_tag("svg", square, viewBox="0 0 10 10", aria_hidden="true")
    return make_tag(
        "li",
        swatch,
        f" {FILL_KINDS[kind]} ",
        make_tag("b", str(count)),
    )


def _get_kind_class(kind: FillKind) -> str:
    """Return the CSS class of *kind*; page.css numbers the kinds in the order of FILL_KINDS."""
    return f"kind-{list(FILL_KINDS).index(kind)}"
