"""Another value as planned."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, Field, field_validator, model_validator
from typing_extensions import Self

from pytest_fixturegen import GenerationConfig, generate_instances
from tests.generator.repair.records import draw_repaired


class Picky(BaseModel):
    size: int = Field(ge=0, le=1000)
    note: str

    @field_validator("size")
    @classmethod
    def check(cls, size: int) -> int:
        if size % 2:
            raise ValueError("wrong")
        return size


def test_a_number_is_drawn_again_and_its_neighbours_stay() -> None:
    class Unchecked(BaseModel):
        size: int = Field(ge=0, le=1000)
        note: str

    Unchecked.__qualname__ = Picky.__qualname__  # the seed of its data
    planned, repaired = draw_repaired(Unchecked, 0), draw_repaired(Picky, 12)
    assert [record.note for record in repaired] == [record.note for record in planned]
    assert len({record.size for record in repaired}) > 15


@pytest.mark.parametrize("distribution", ["normal", "spike", "bounds"])
def test_a_number_of_any_distribution_is_drawn_again(distribution: Any) -> None:
    config = GenerationConfig(number_distribution=distribution)
    assert all(record.size % 2 == 0 for record in generate_instances(Picky, 20, config=config))


class Misleading(BaseModel):
    size: int = Field(ge=0, le=1000)

    @field_validator("size")
    @classmethod
    def check(cls, size: int) -> int:
        if size % 5:
            raise ValueError("the size is not one of ours, it is more than 1")
        return size


@pytest.mark.parametrize("distribution", ["normal", "spike", "bounds"])
def test_a_misleading_message_does_not_keep_a_number_from_a_redraw(distribution: Any) -> None:
    config = GenerationConfig(number_distribution=distribution)
    assert all(record.size % 5 == 0 for record in generate_instances(Misleading, 20, config=config))


class Ordered(BaseModel):
    low: int = Field(ge=0, le=500)
    top: int = Field(ge=0, le=500)
    note: str

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.low >= self.top:
            raise ValueError("top is wrong")
        return self


def test_the_field_that_a_message_names_is_drawn_before_the_record() -> None:
    class Unchecked(BaseModel):
        low: int = Field(ge=0, le=500)
        top: int = Field(ge=0, le=500)
        note: str

    Unchecked.__qualname__ = Ordered.__qualname__
    pairs = list(zip(draw_repaired(Unchecked, 0), draw_repaired(Ordered, 30), strict=True))
    same = [old.note == new.note and old.low == new.low for old, new in pairs]
    assert sum(same) > len(pairs) / 2
