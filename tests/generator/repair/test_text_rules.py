"""Texts that satisfy the checks in a validator's code."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, ClassVar

import pytest
from pydantic import AfterValidator, BaseModel, Field, HttpUrl, create_model, field_validator

from pytest_fixturegen.generator.repair.check_digits import DRAWS
from pytest_fixturegen.generator.repair.text_changes import end_with, fit_length, replace_host
from tests.generator.repair.records import draw_repaired

ENDINGS = {"report": (".xlsx", ".ods")}


def make_check(is_right: Callable[[str], object]) -> Callable[[str], str]:
    """Return a validator whose message says nothing."""

    def check(value: str) -> str:
        if not is_right(value):
            raise ValueError("no")
        return value

    return check


@pytest.mark.parametrize(
    "is_right",
    [
        lambda value: value.endswith("-draft"),
        lambda value: value.startswith(("INV", "CRN")),
        lambda value: value[:5] == "https",
        lambda value: value.split("/")[0] in {"docs", "src"},
        lambda value: value.partition("=")[2] in ("on", "off"),
        lambda value: len(value.split("-")) == 3,
        lambda value: " " not in value and value.islower(),
        lambda value: ";" in value,
        lambda value: len(value) == 12 and value.isupper(),
        lambda value: 20 <= len(value) <= 24,
        lambda value: re.search(r"\d{3}", value),
        lambda value: re.match(r"v\d+\.\d+$", value),
        lambda value: value.isnumeric() and len(value) == 6,
        lambda value: value == value.capitalize(),
        lambda value: value.isascii() and value.isidentifier(),
    ],
)
def test_a_check_in_the_code_is_satisfied_with_different_texts(
    is_right: Callable[[str], object],
) -> None:
    model = create_model("Note", text=(Annotated[str, AfterValidator(make_check(is_right))], ...))
    assert len({record.text for record in draw_repaired(model, 60)}) > 3


@pytest.mark.parametrize("endings", [(".xlsx", ".ods"), ENDINGS["report"]])
def test_every_ending_of_a_group_is_drawn(endings: tuple[str, ...]) -> None:
    def check(value: str) -> str:
        if not value.endswith(endings):
            raise ValueError("no")
        return value

    model = create_model("Sheet", name=(Annotated[str, AfterValidator(check)], ...))
    names = [record.name for record in draw_repaired(model, 20, n=30)]
    assert {ending for ending in endings if any(name.endswith(ending) for name in names)} == {
        *endings
    }
    assert all(len(name) > len(".xlsx") for name in names)


class Hook(BaseModel):
    target: HttpUrl

    @field_validator("target")
    @classmethod
    def check(cls, target: HttpUrl) -> HttpUrl:
        if target.host != "hooks.example.org":
            raise ValueError("no")
        return target


def test_an_address_gets_the_host_of_the_code() -> None:
    assert {record.target.host for record in draw_repaired(Hook, 20)} == {"hooks.example.org"}


class Pass(BaseModel):
    code: str
    word: str = Field(max_length=40)

    @field_validator("word")
    @classmethod
    def check(cls, word: str) -> str:
        if len(word) < 10:
            raise ValueError("too short")
        if word.lower() != word:
            raise ValueError("capitals")
        if "-" in word:
            raise ValueError("hyphens")
        return word


def test_the_checks_of_one_validator_are_satisfied_together() -> None:
    words = {record.word for record in draw_repaired(Pass, 60)}
    assert all(len(word) >= 10 and word == word.lower() and "-" not in word for word in words)
    assert len(words) > 10


class Limits(BaseModel):
    SHORTEST: ClassVar[int] = 30

    note: str

    @field_validator("note")
    @classmethod
    def check(cls, note: str) -> str:
        if len(note) < cls.SHORTEST:
            raise ValueError("no")
        return note


def test_a_constant_of_the_class_counts() -> None:
    assert all(len(record.note) >= 30 for record in draw_repaired(Limits, 20))


@pytest.mark.parametrize("name", DRAWS)
def test_numbers_with_check_digits_differ(name: str) -> None:
    assert len({DRAWS[name](word * 0x9E3779B97F4A7C15) for word in range(50)}) == 50


def test_texts_are_changed_as_little_as_possible() -> None:
    assert end_with("@acme.com", "Ada Lovelace") == "ada.lovelace@acme.com"
    assert end_with("acme.com", "ada@example.org") == "ada@acme.com"
    assert end_with(".png", "old harbor.gif") == "old-harbor.png"
    assert fit_length(3, 5, "quiet harbor") == "quiet"
    assert fit_length(8, 9, "ab") == "abababab"
    assert replace_host(".acme.com", "https://x.org/a") == "https://www.acme.com/a"
