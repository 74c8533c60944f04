"""Drawing of records within a time limit, and counting of refusals."""

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
            raise ValueError("its length must be a multiple of three")
        return self


def draw(model: Any, n: int, seconds: float = 60.0, step: float = 0.0) -> Any:
    """Draw *n* records of *model*; the clock advances by *step* seconds whenever it is read."""
    ticks = count()
    return draw_records(
        generate.make_plan(model, GenerationConfig()),
        0,
        n,
        seconds,
        clock=lambda: next(ticks) * step,
    )


def test_the_records_equal_those_of_generate_instances() -> None:
    assert list(draw(Even, 30).values) == list(generate.generate_instances(Even, 30, seed=0))


def test_a_record_counts_once_even_if_it_is_refused_several_times() -> None:
    result = draw(Even, 30)
    (refusal,) = result.refusals
    assert refusal.records == len(result.refusal_counts)
    assert refusal.times == sum(result.refusal_counts.values()) > refusal.records
    assert refusal.validator.startswith("number_is_even (test_sampling.py:")


def test_a_rule_of_the_whole_record_has_no_field() -> None:
    (refusal,) = draw(Whole, 20).refusals
    assert (refusal.where, refusal.words) == (
        "",
        "Value error, its length must be a multiple of three",
    )


def test_drawing_stops_at_the_time_limit_and_counts_the_records() -> None:
    result = draw(Even, 30, seconds=4.5, step=1.0)
    assert 0 < len(result.values) == result.tried_count < 30


def test_the_examination_does_not_change_generated_records() -> None:
    before = list(generate.generate_lines(Even, 5, seed=3))
    examine(Even, ("app", "Even", "model"), GenerationConfig(seed=3), 20, 60.0)
    assert list(generate.generate_lines(Even, 5, seed=3)) == before
