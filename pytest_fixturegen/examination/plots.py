"""Small plots of the report as SVG and lists: histograms, bars of choices, and how fields are filled."""

from __future__ import annotations

from collections.abc import Mapping

from pytest_fixturegen.examination.markup import Html, joined, tag
from pytest_fixturegen.examination.report import KINDS, Bar, Filling, Spread

WIDTH, HEIGHT, GAP = 240, 40, 2
UNITS = {
    "number": "Numbers",
    "moment": "Moments",
    "duration": "Durations",
    "length": "Lengths in letters",
    "items": "Numbers of items",
}
LISTED = 8
"""Choices that are shown; the rest is summed up."""


def plot(spread: Spread) -> Html:
    """How values are spread."""
    if spread.of in UNITS:
        return _histogram(spread) if len(spread.bars) > 1 else _single(spread)
    return _bars(spread)


def _single(spread: Spread) -> Html:
    return tag("p", f"{UNITS[spread.of]}: always {spread.low}", class_="range")


def _histogram(spread: Spread) -> Html:
    most = max(bar.count for bar in spread.bars) or 1
    wide = (WIDTH - GAP * (len(spread.bars) - 1)) / len(spread.bars)
    rects = [_rect(place, bar, wide, most) for place, bar in enumerate(spread.bars)]
    words = f"{UNITS[spread.of]} from {spread.low} to {spread.high}"
    svg = tag(
        "svg", *rects, viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=f"Histogram. {words}.",
        class_="histogram", preserveAspectRatio="none",
    )  # fmt: skip
    ends = tag("p", tag("span", spread.low), tag("span", spread.high), class_="ends")
    return tag("div", tag("p", UNITS[spread.of], class_="range"), svg, ends, class_="plot")


def _rect(place: int, bar: Bar, wide: float, most: int) -> Html:
    high = max(HEIGHT * bar.count / most, 1.5) if bar.count else 0
    title = tag("title", f"{bar.label}: {bar.count}" if bar.label else str(bar.count))
    x, y = f"{place * (wide + GAP):.1f}", f"{HEIGHT - high:.1f}"
    return tag("g", title, tag("rect", x=x, y=y, width=f"{wide:.1f}", height=f"{high:.1f}", rx=1))


def _bars(spread: Spread) -> Html:
    total = sum(bar.count for bar in spread.bars)
    shown, rest = spread.bars[:LISTED], spread.bars[LISTED:]
    if rest:
        others = sum(bar.count for bar in rest)
        shown = (
            *shown,
            Bar(f"{len(rest)} and more others" if rest[-1].label.endswith(" others") else f"{len(rest)} others", others),
        )
    most = max(bar.count for bar in shown)
    return tag("ul", *(_choice(bar, most, total) for bar in shown), class_="choices")


def _choice(bar: Bar, most: int, total: int) -> Html:
    width = f"{100 * bar.count / most:.1f}"
    svg = tag(
        "svg", tag("rect", x=0, y=0, width=width, height=8, rx=1),
        viewBox="0 0 100 8", preserveAspectRatio="none", aria_hidden="true",
    )  # fmt: skip
    return tag(
        "li", tag("span", bar.label or "(empty)", class_="label", title=bar.label), svg,
        tag("span", f"{100 * bar.count / total:.0f}%", class_="share"),
    )  # fmt: skip


def filling(coverage: Mapping[Filling, int]) -> Html:
    """How many fields each kind fills, as one bar with its legend."""
    total = sum(coverage.values())
    if not total:
        return Html("")
    rects, legend, place = [], [], 0.0
    for kind, count in coverage.items():
        wide = 1000 * count / total
        name = f"kind-{list(KINDS).index(kind)}"
        rects.append(tag("rect", x=f"{place:.1f}", y=0, width=f"{wide:.1f}", height=20, class_=name))
        swatch = tag("svg", tag("rect", width=10, height=10, rx=2, class_=name), viewBox="0 0 10 10", aria_hidden="true")
        legend.append(tag("li", swatch, f" {KINDS[kind]} ", tag("b", str(count))))
        place += wide
    said = ", ".join(f"{KINDS[kind]} {count}" for kind, count in coverage.items())
    svg = tag(
        "svg", *rects, viewBox="0 0 1000 20", preserveAspectRatio="none", role="img", aria_label=f"Fields filled by: {said}",
        class_="filling",
    )  # fmt: skip
    return joined(svg, tag("ul", *legend, class_="legend"))
