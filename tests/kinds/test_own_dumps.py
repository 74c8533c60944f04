"""Instances that their model takes again: from Python and from JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pytest
from pydantic import AnyUrl, BaseModel, Field, field_validator, model_validator
from typing_extensions import Self

from pytest_fixturegen import generate_instances


class Month(BaseModel):
    """Reads a text in its own format, and dumps a date that it does not read."""

    start: date | None = None
    count: int = 0

    @field_validator("start", mode="before")
    @classmethod
    def parse_month(cls, value: Any) -> Any:
        return datetime.strptime(value, "%Y-%m").date() if value is not None else None


class Card(BaseModel):
    """Reads an address as a text alone."""

    mail: list[AnyUrl] | None = None
    name: str

    @field_validator("mail", mode="before")
    @classmethod
    def add_scheme(cls, value: Any) -> Any:
        if value is None:
            return None
        return [each if each.startswith("mailto:") else f"mailto:{each}" for each in value]


class Rounded(BaseModel):
    """Rounds what its own bound then refuses."""

    price: int = Field(gt=0, le=15)

    @field_validator("price")
    @classmethod
    def round_down(cls, value: int) -> int:
        return value // 10 * 10


class Owner(BaseModel):
    cards: list[Card] = []


class Total(BaseModel):
    """Changes what it has checked."""

    parts: list[int] = Field(max_length=3)
    total: int = 0

    @model_validator(mode="after")
    def add_up(self) -> Self:
        if self.total not in (0, len(self.parts)):
            raise ValueError("the total must be the number of parts")
        self.total = len(self.parts)
        return self


class OwnDump(BaseModel):
    """Leaves empty lists out of its own dump, but requires them."""

    tags: list[str]

    @field_validator("tags")
    @classmethod
    def keep_order(cls, value: list[str]) -> list[str]:
        return sorted(value)

    def model_dump(self, **options: Any) -> dict[str, Any]:
        return {key: value for key, value in super().model_dump(**options).items() if value}


@pytest.mark.parametrize("model", [Month, Card, Owner, Rounded, Total, OwnDump])
@pytest.mark.parametrize("seed", [0, 7])
def test_a_model_takes_its_own_dumps(model: type[BaseModel], seed: int) -> None:
    for instance in generate_instances(model, 20, seed=seed):
        model.model_validate(instance.model_dump())
        model.model_validate_json(instance.model_dump_json())


@pytest.mark.parametrize("model", [Card, Rounded])
def test_a_record_is_the_same_alone_and_among_others(model: type[BaseModel]) -> None:
    together = list(generate_instances(model, 12, seed=3))
    alone = [next(iter(generate_instances(model, 1, seed=3, start=index))) for index in range(12)]
    assert together == alone


class Stubborn(BaseModel):
    """Never takes its own dump, and is drawn all the same."""

    code: str

    @field_validator("code", mode="before")
    @classmethod
    def split_code(cls, value: Any) -> Any:
        if isinstance(value, str) and value.startswith("x-"):
            raise ValueError("the code is parsed already")
        return f"x-{value}"


def test_a_model_that_never_takes_its_dump_is_drawn() -> None:
    assert all(each.code.startswith("x-") for each in generate_instances(Stubborn, 5, seed=0))


class Lazy(BaseModel):
    """Holds an iterator, which a dump would use up."""

    numbers: Iterable[int]
    name: str

    @field_validator("name")
    @classmethod
    def fold_name(cls, value: str) -> str:
        if value.islower():
            raise ValueError("a name starts with a capital letter")
        return value.lower()


def test_a_check_does_not_use_up_iterators() -> None:
    counts = [len(list(each.numbers)) for each in generate_instances(Lazy, 20, seed=0)]
    assert any(counts)
