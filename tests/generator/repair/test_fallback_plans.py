"""Another plan of the whole record."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Optional

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from typing_extensions import Self

from pytest_fixturegen import GenerationConfig
from pytest_fixturegen.api.generate import make_plan
from pytest_fixturegen.generator import generate
from pytest_fixturegen.nodes import Unsatisfiable
from pytest_fixturegen.streams import Stream
from tests.generator.repair.records import draw_repaired


class Level(BaseModel):
    name: str
    next: Optional[Level] = None


class Deep(BaseModel):
    level: Level

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.level.next is None:
            raise ValueError("`next` is required")
        return self


def test_what_the_depth_cut_off_is_drawn() -> None:
    assert all(record.level.next for record in draw_repaired(Deep, attempts=30))


class Coding(BaseModel):
    system: str
    code: str


class Concept(BaseModel):
    name: Optional[str] = None
    coding: Optional[Coding] = None


class Step(BaseModel):
    concept: Concept
    next: Optional[Step] = None


class Path(BaseModel):
    step: Step

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.step.next is None:
            raise ValueError("`next` is required")
        return self


def test_what_the_depth_cut_off_is_drawn_between_other_models() -> None:
    assert all(record.step.next for record in draw_repaired(Path, attempts=100))


class Defaulted(BaseModel):
    model_config = ConfigDict(validate_default=True)

    urn: str = Field(default="none", pattern=r"^urn:[a-z]{3}$")


def test_a_default_that_its_own_rule_refuses_is_drawn() -> None:
    records = draw_repaired(Defaulted, attempts=40)
    assert all(re.fullmatch(r"urn:[a-z]{3}", record.urn) for record in records)


def test_a_fallback_plan_that_draws_nothing_is_skipped() -> None:
    plan = make_plan(Defaulted, GenerationConfig(validator_max_retries=40))
    unsatisfiable = Unsatisfiable("its type has no values.", "Widen it.")
    plan = replace(plan, fallbacks=(lambda: unsatisfiable, plan.fallbacks[1]))
    record = generate.build_instance(plan, Stream(1, "Defaulted"), 0)
    assert re.fullmatch(r"urn:[a-z]{3}", record.urn)


class Word(BaseModel):
    text: str


class Strict(BaseModel):
    word: Word

    @field_validator("word", mode="wrap")
    @classmethod
    def check(cls, word: Any, handler: Any) -> Any:
        if not isinstance(word, Word):
            raise ValueError("expected an instance")
        return handler(word)


def test_a_model_is_drawn_as_an_instance() -> None:
    assert all(isinstance(record.word, Word) for record in draw_repaired(Strict, attempts=60))
