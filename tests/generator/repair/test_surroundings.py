"""The records around a refused part."""

from __future__ import annotations

from pydantic import BaseModel, Field, ValidationInfo, field_validator

from tests.generator.repair.records import draw_repaired


class Inner(BaseModel):
    size: int = Field(ge=0, le=99)
    low: int = Field(ge=0, le=20)

    @field_validator("low")
    @classmethod
    def check(cls, low: int, info: ValidationInfo) -> int:
        if info.data["size"] % 4:
            raise ValueError("wrong")
        return low


class Outer(BaseModel):
    inner: Inner
    label: str


def test_a_field_that_depends_on_its_neighbour_is_repaired() -> None:
    assert all(record.inner.size % 4 == 0 for record in draw_repaired(Outer, attempts=60))
