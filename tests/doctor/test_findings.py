"""Findings are made of reports alone: what is grave, what is slow, what is said once."""

from __future__ import annotations

from dataclasses import replace

from pytest_fixturegen.doctor.findings import build_findings, group_findings
from pytest_fixturegen.doctor.report import Finding, ModelReport, RuleRefusal

MODEL = ModelReport(
    "app", "User", "model", asked=100, tried=100, drawn=100, retries=100, milliseconds=0.5
)


def refusing(worst: int) -> ModelReport:
    """A model whose worst record took so many attempts."""
    return replace(
        MODEL,
        worst=worst,
        refusals=(RuleRefusal("name", "too plain", "fancy (app.py:3)", "value_error", 3, 40),),
    )


def test_a_validator_is_a_warning_once_it_takes_a_quarter_of_the_attempts() -> None:
    assert [build_findings([refusing(worst)])[0].severity for worst in (0, 24, 25, 100)] == [
        "note",
        "note",
        "warning",
        "warning",
    ]


def test_a_constraint_left_to_repair_is_a_note_until_a_draw_breaks_it() -> None:
    kept = replace(MODEL, unmapped=(("size", "multiple_of"),))
    broken = replace(
        kept,
        refusals=(RuleRefusal("size", "Input should be a multiple of 7", "", "multiple_of", 9, 9),),
    )
    assert [(each.kind, each.severity) for each in build_findings([kept])] == [
        ("constraint", "note")
    ]
    assert [(each.kind, each.severity) for each in build_findings([broken])] == [
        ("constraint", "warning")
    ]


def test_a_model_is_slow_when_it_takes_ten_times_as_long_as_is_usual_and_one_has_to_wait() -> None:
    others = [replace(MODEL, name=f"Other{number}") for number in range(4)]
    slow = [replace(MODEL, name="Slow", milliseconds=time) for time in (4.0, 9.0, 11.0)]
    assert [len(build_findings([*others, each])) for each in slow] == [0, 0, 1]
    assert build_findings([slow[-1]]) == ()


def test_slowness_never_decides_the_exit_code() -> None:
    stopped = replace(MODEL, drawn=3, tried=3, milliseconds=900.0)
    assert [(each.kind, each.severity) for each in build_findings([stopped])] == [("slow", "note")]


def test_a_cycle_is_told_once_however_many_models_hold_it() -> None:
    way = ("Comment.replies", "Comment")
    models = [
        replace(MODEL, name="Comment", cycles=(way,), depth=3),
        replace(MODEL, name="Post", cycles=(way,), depth=4),
    ]
    assert [each.what for each in build_findings(models)] == [
        "Comment.replies → Comment; records are up to 3 deep."
    ]


def test_what_holds_of_many_places_is_said_once() -> None:
    found = [Finding("fallback", "warning", f"User.{name}", "It is guessed.") for name in "abc"]
    assert [places for _, places in group_findings(found)] == [("User.a", "User.b", "User.c")]
