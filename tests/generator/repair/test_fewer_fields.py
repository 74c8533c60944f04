"""Other combinations of optional fields."""

from __future__ import annotations

from typing import Optional

from pydantic import BaseModel, model_validator
from typing_extensions import Self

from tests.generator.repair.records import draw_repaired


class Exclusive(BaseModel):
    here: int | None = None
    there: int | None = None

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.here is not None and self.there is not None:
            raise ValueError("wrong")
        return self


def test_optional_fields_are_left_out_in_turn() -> None:
    kept = {
        (record.here is None, record.there is None) for record in draw_repaired(Exclusive, 6, n=60)
    }
    assert {(True, False), (False, True)} <= kept


class Bare(BaseModel):
    one: Optional[int] = None
    two: Optional[int] = None
    three: Optional[int] = None
    tag: str

    @model_validator(mode="after")
    def check(self) -> Self:
        if not self.one is self.two is self.three is None:
            raise ValueError("refused")
        return self


def test_all_optional_fields_may_be_left_out() -> None:
    assert all(record.model_fields_set == {"tag"} for record in draw_repaired(Bare, 4))


class Alone(BaseModel):
    one: Optional[int] = None
    two: Optional[int] = None
    three: Optional[int] = None
    four: Optional[int] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        if sum(value is not None for value in vars(self).values()) != 1:
            raise ValueError("bad combination")
        return self


def test_a_single_optional_field_may_be_kept() -> None:
    records = draw_repaired(Alone, attempts=5, n=40)
    assert len({tuple(record.model_fields_set) for record in records}) == 4


class Misled(BaseModel):
    one: Optional[str] = None
    other: Optional[str] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.one is not None:
            raise ValueError("wrong")
        if self.other is not None:
            raise ValueError("one is required")
        return self


def test_what_a_misleading_message_asked_for_is_forgotten() -> None:
    assert all(not record.model_fields_set for record in draw_repaired(Misled, 20))
