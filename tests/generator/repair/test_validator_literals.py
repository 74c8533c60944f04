"""Words and patterns that the code of a validator refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from pydantic import BaseModel, ValidationInfo, field_validator, model_validator
from typing_extensions import Self

from pytest_fixturegen.generator.repair.validator_code import read_validator_code
from tests.generator.repair.records import draw_repaired


@dataclass
class Registry:
    prefixes: dict[str, str] = field(
        default_factory=lambda: {"ex": "https://example.com/", "doi": "https://doi.org/"}
    )


REGISTRY = Registry()
ROWS = re.compile(r"^row [A-H]$")
SIDES = {"port": 1, "starboard": 2}
SEEN_NAMES = ["left over from an earlier record"]


def expand(prefix: str) -> str | None:
    """Return what *prefix* stands for."""
    return REGISTRY.prefixes.get(prefix)


class Cited(BaseModel):
    prefix: str

    @field_validator("prefix")
    @classmethod
    def check(cls, prefix: str) -> str:
        if expand(prefix) is None:
            raise ValueError("it could not be expanded")
        return prefix


def test_the_keys_of_a_table_behind_a_function_are_drawn() -> None:
    assert {record.prefix for record in draw_repaired(Cited, 1)} == {"ex", "doi"}


class Placed(BaseModel):
    row: str

    @field_validator("row")
    @classmethod
    def check(cls, row: str) -> str:
        if not ROWS.match(row):
            raise ValueError("it does not exist")
        return row


def test_a_text_of_a_pattern_in_the_code_is_drawn() -> None:
    assert len({record.row for record in draw_repaired(Placed, 1)}) > 4


class Located(BaseModel):
    prefix: str
    row: str

    @model_validator(mode="after")
    def check(self) -> Self:
        if expand(self.prefix) is None:
            raise ValueError(f"prefix {self.prefix!r} could not be expanded")
        if not ROWS.match(self.row):
            raise ValueError(f"row {self.row!r} does not exist")
        return self


def test_the_fields_of_one_validator_are_repaired_one_after_the_other() -> None:
    assert {record.prefix for record in draw_repaired(Located, 20, n=40)} == {"ex", "doi"}


class Grade(Enum):
    low = "low"
    high = "high"


class Graded(BaseModel):
    grade: str

    @field_validator("grade")
    @classmethod
    def check(cls, grade: str) -> str:
        return Grade(grade).value


def test_the_values_of_an_enum_in_the_code_are_drawn() -> None:
    assert {record.grade for record in draw_repaired(Graded, 2)} == {"low", "high"}


def check_side(side: str) -> None:
    """Refuse *side* unless the code knows it."""
    if side not in SIDES and side not in ("bow", "stern") and side not in SEEN_NAMES:
        raise ValueError("unknown")


def test_words_come_from_constants_and_tables_but_not_from_caches() -> None:
    try:
        check_side("up")
    except ValueError as error:
        words = read_validator_code(error).words
    assert list(words)[:4] == ["bow", "stern", "port", "starboard"]
    assert not words.keys() & {*SEEN_NAMES}


def test_an_error_without_a_traceback_has_no_literals() -> None:
    assert not read_validator_code(None).words


DIALECTS = {"duckdb": 1, "snowflake": 2, "presto": 3}


class Query(BaseModel):
    dialect: str
    column: str

    @field_validator("column")
    @classmethod
    def parse(cls, column: str, info: ValidationInfo) -> str:
        dialect = info.data["dialect"]
        if dialect not in DIALECTS:
            raise ValueError(f"unknown dialect '{dialect}'")
        return column


def test_a_validator_may_be_about_the_field_that_its_message_quotes() -> None:
    assert {record.dialect for record in draw_repaired(Query, 2)} <= set(DIALECTS)
