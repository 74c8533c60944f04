"""Findings from reports: severity, slow models, and grouping."""

from __future__ import annotations

from dataclasses import replace

from pytest_fixturegen.doctor.findings import build_findings, group_findings
from pytest_fixturegen.doctor.report import Finding, ModelReport, RuleRefusal

MODEL = ModelReport(
    "app", "User", "model", asked=100, tried=100, drawn=100, retries=100, milliseconds=0.5
)


def build_refusing(worst: int) -> ModelReport:
    """Return a report whose worst record took *worst* further attempts."""
    return replace(
        MODEL,
        worst=worst,
        refusals=(RuleRefusal("name", "too plain", "fancy (app.py:3)", "value_error", 3, 40),),
    )


def test_a_validator_is_a_warning_from_a_quarter_of_the_attempts() -> None:
    assert [build_findings([build_refusing(worst)])[0].severity for worst in (0, 24, 25, 100)] == [
        "note",
        "note",
        "warning",
        "warning",
    ]


def test_an_unmapped_constraint_is_a_note_until_a_draw_breaks_it() -> None:
    kept = replace(MODEL, unmapped=(("size", "multiple_of"),))
    broken = replace(
        kept,
        refusals=(RuleRefusal("size", "Input should be a multiple of 7", "", "multiple_of", 9, 9),),
    )
    assert [(finding.kind, finding.severity) for finding in build_findings([kept])] == [
        ("constraint", "note")
    ]
    assert [(finding.kind, finding.severity) for finding in build_findings([broken])] == [
        ("constraint", "warning")
    ]


def test_a_model_is_slow_at_ten_times_the_median_and_ten_milliseconds() -> None:
    others = [replace(MODEL, name=f"Other{number}") for number in range(4)]
    slow = [replace(MODEL, name="Slow", milliseconds=time) for time in (4.0, 9.0, 11.0)]
    assert [len(build_findings([*others, model])) for model in slow] == [0, 0, 1]
    assert build_findings([slow[-1]]) == ()


def test_an_unfinished_model_is_only_a_note() -> None:
    stopped = replace(MODEL, drawn=3, tried=3, milliseconds=900.0)
    assert [(finding.kind, finding.severity) for finding in build_findings([stopped])] == [
        ("slow", "note")
    ]


def test_a_cycle_of_several_models_is_reported_once() -> None:
    way = ("Comment.replies", "Comment")
    models = [
        replace(MODEL, name="Comment", cycles=(way,), depth=3),
        replace(MODEL, name="Post", cycles=(way,), depth=4),
    ]
    assert [finding.what for finding in build_findings(models)] == [
        "Comment.replies → Comment; records are up to 3 deep."
    ]


def test_equal_findings_are_grouped_with_their_locations() -> None:
    found = [
        Finding("fallback", "warning", f"User.{name}", "The values are guessed.") for name in "abc"
    ]
    assert [places for _, places in group_findings(found)] == [("User.a", "User.b", "User.c")]


def test_texts_whose_names_say_nothing_are_noted_once_a_model() -> None:
    neutral = tuple(f"Thing.field_{number}" for number in range(14))
    (finding,) = build_findings([ModelReport("m", "Thing", "model", neutral=neutral)])
    assert (finding.kind, finding.severity, finding.where) == ("neutral", "note", "Thing")
    assert finding.what.startswith("14 of its texts")
    assert finding.what.endswith("Thing.field_11, ….")
