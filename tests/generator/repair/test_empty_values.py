"""Nothing at all, where that is allowed."""

from __future__ import annotations

from typing import Optional

from pydantic import BaseModel, field_validator, model_validator
from typing_extensions import Self

from tests.generator.repair.records import draw_repaired


class Linked(BaseModel):
    links: list[int]

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.links:
            raise ValueError(f"unknown links {self.links}")
        return self


def test_a_list_that_may_be_empty_is_tried_empty() -> None:
    assert all(record.links == [] for record in draw_repaired(Linked, attempts=12))


class Extended(BaseModel):
    extra: dict[str, int]

    @field_validator("extra")
    @classmethod
    def check(cls, extra: dict[str, int]) -> dict[str, int]:
        if extra:
            raise ValueError("nothing may be here")
        return extra


def test_a_mapping_that_may_be_empty_is_tried_empty() -> None:
    assert all(record.extra == {} for record in draw_repaired(Extended, attempts=12))


class Retired(BaseModel):
    legacy: Optional[int]

    @field_validator("legacy")
    @classmethod
    def check(cls, legacy: int | None) -> int | None:
        if legacy is not None:
            raise ValueError("out of use")
        return legacy


def test_a_field_that_may_be_none_is_tried_as_none() -> None:
    assert all(record.legacy is None for record in draw_repaired(Retired, attempts=12))
