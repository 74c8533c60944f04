"""Texts that are drawn as numbers: a message that names another text is still understood."""

from __future__ import annotations

from pydantic import BaseModel, model_validator
from typing_extensions import Self

from tests.generator.repair.records import draw_repaired


class Reputation(BaseModel):
    base_score: int
    score: str

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.score != "Unknown":
            raise ValueError(f"Inconsistent score={self.score!r} (expected 'Unknown'), not 0 or 1")
        return self


def test_a_text_that_looks_like_a_number_is_replaced_by_the_named_one() -> None:
    assert {record.score for record in draw_repaired(Reputation, attempts=2)} == {"Unknown"}
