"""Reports of a hostile child: each one is refused, or every rendering can show it."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_fixturegen.cli import doctor_report
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.doctor.examine import examine
from pytest_fixturegen.doctor.findings import build_findings
from pytest_fixturegen.doctor.page import render_page
from pytest_fixturegen.doctor.report import DoctorReport, ModelReport, parse_model_report
from tests.doctor import troubles

NAMES = ("Guessed", "Refusing", "Comment", "Impossible", "Hopeless", "Unmapped")
HONEST = [
    json.loads(
        json.dumps(
            asdict(
                examine(
                    getattr(troubles, name), ("app", name, "model"), GenerationConfig(), 5, 60.0
                )
            )
        )
    )
    for name in NAMES
]
leaves = (
    st.none()
    | st.integers(-3, 3)
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from([[], {}, [[]], "fallback", 10**30])
)


@st.composite
def lies(draw: st.DrawFn) -> Any:
    """Draw an honest report with some of its parts replaced."""
    body = deepcopy(draw(st.sampled_from(HONEST)))
    for _ in range(draw(st.integers(1, 3))):
        place: Any = body
        while True:
            key = draw(
                st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place)))
            )
            if not isinstance(place[key], dict | list) or not place[key] or draw(st.booleans()):
                break
            place = place[key]
        place[key] = deepcopy(draw(leaves))
    return body


def show(model: ModelReport) -> None:
    """Render *model* in every format."""
    report = DoctorReport(
        "app.py", "drawn", 0, "auto", (model, model), build_findings([model, model])
    )
    assert "</html>" in render_page(report)
    assert list(doctor_report.format_report(report, 80))
    assert json.dumps(report.as_json())


@pytest.mark.parametrize("body", HONEST, ids=NAMES)
def test_an_honest_report_survives_the_round_trip(body: Any) -> None:
    model = parse_model_report(body)
    assert json.loads(json.dumps(asdict(model))) == body
    show(model)


@given(lies())
def test_a_manipulated_report_is_refused_or_rendered(body: Any) -> None:
    try:
        model = parse_model_report(body)
    except ValueError:
        return
    show(model)
