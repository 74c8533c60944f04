"""The facts that a refused field shows."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, field_validator

from tests.generator.repair.records import draw_repaired


class Person(BaseModel):
    birth_date: dt.date
    age: int

    @field_validator("age")
    @classmethod
    def check(cls, age: int) -> int:
        if age % 3 == 0:
            raise ValueError("wrong")
        return age


def test_the_birth_behind_an_age_is_drawn_again() -> None:
    records = draw_repaired(Person, attempts=9, n=40)
    spans = [record.age - (2026 - record.birth_date.year) for record in records]
    assert set(spans) <= {-2, -1, 0, 1}
