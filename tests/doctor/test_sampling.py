"""Records are drawn as long as there is time, and each refusal is counted for its record."""

from __future__ import annotations

from itertools import count
from typing import Any

from pydantic import BaseModel, Field, ValidationInfo, field_validator, model_validator

from pytest_fixturegen.api import generate
from pytest_fixturegen.config.options import GenerationConfig
from pytest_fixturegen.doctor.examine import examine
from pytest_fixturegen.doctor.sampling import draw_records


class Even(BaseModel):
    number: int = Field(ge=1, le=50)

    @field_validator("number")
    @classmethod
    def number_is_even(cls, value: int, info: ValidationInfo) -> int:
        if value % 2:
            raise ValueError(f"{value} is odd")
        return value


class Whole(BaseModel):
    name: str

    @model_validator(mode="after")
    def long_enough(self) -> Whole:
        if len(self.name) % 3:
            raise ValueError("its length is no multiple of three")
        return self


def drawn(model: Any, n: int, seconds: float = 60.0, step: float = 0.0) -> Any:
    """*n* records of *model*, by a clock that goes on by *step* seconds each time it is asked."""
    ticks = count()
    return draw_records(
        generate.make_plan(model, GenerationConfig()),
        0,
        n,
        seconds,
        clock=lambda: next(ticks) * step,
    )


def test_the_records_are_those_that_are_drawn_anywhere() -> None:
    assert list(drawn(Even, 30).values) == list(generate.generate_instances(Even, 30, seed=0))


def test_a_record_is_counted_once_however_often_it_is_refused() -> None:
    found = drawn(Even, 30)
    (refusal,) = found.refusals
    assert refusal.records == len(found.refusal_counts)
    assert refusal.times == sum(found.refusal_counts.values()) > refusal.records
    assert refusal.validator.startswith("number_is_even (test_drawing.py:")


def test_a_rule_for_the_whole_record_stands_at_the_model() -> None:
    (refusal,) = drawn(Whole, 20).refusals
    assert (refusal.where, refusal.words) == ("", "Value error, its length is no multiple of three")


def test_drawing_ends_when_the_time_is_over_and_says_how_far_it_came() -> None:
    found = drawn(Even, 30, seconds=4.5, step=1.0)
    assert 0 < len(found.values) == found.tried_count < 30


def test_the_examination_does_not_change_what_is_drawn() -> None:
    before = list(generate.generate_lines(Even, 5, seed=3))
    examine(Even, ("app", "Even", "model"), GenerationConfig(seed=3), 20, 60.0)
    assert list(generate.generate_lines(Even, 5, seed=3)) == before
