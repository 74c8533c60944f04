"""The facts that a refused field shows."""

from __future__ import annotations

from pydantic import BaseModel, field_validator

from tests.generator.repair.records import draw_repaired


class Person(BaseModel):
    first_name: str
    last_name: str

    @field_validator("first_name")
    @classmethod
    def check(cls, name: str) -> str:
        if name[0] not in "ABCDEFGHIJKLM":
            raise ValueError("late in the alphabet")
        return name


def test_the_person_behind_a_name_is_drawn_again() -> None:
    assert all(record.first_name[0] <= "M" for record in draw_repaired(Person, attempts=14))
