"""Texts of a pattern or a format that a message names."""

from __future__ import annotations

import re
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, BaseModel, create_model
from pydantic_core import PydanticCustomError

from pytest_fixturegen.generator.repair.text_formats import FORMATS, list_pattern_nodes
from pytest_fixturegen.nodes import Choice
from tests.generator.repair.records import draw_repaired


def make_model(pattern: str, message: str) -> Any:
    """Return a model of a text that has to match *pattern* and is refused with *message*."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(message)
        return text

    return create_model("Formed", value=(Annotated[str, AfterValidator(check)], ...))


@pytest.mark.parametrize(
    ("pattern", "message", "attempts"),
    [
        (r"[\w.]+@[\w.]+", "invalid e-mail address", 1),
        (r"https?://.+", "invalid url", 1),
        (r"\d{4}-\d\d-\d\d", "no date in the form %Y-%m-%d", 1),
        (r"\d\d:\d\d:\d\d", "no time of %H", 2),
        (r"[A-Z]\w+(/\w+)?", "unknown time zone", 1),
        (r"#[0-9a-f]{6}", "hex wanted", 3),
        (r"[0-9a-f]{64}", "bad digest", 1),
        (r"[A-Z]+", "upper case only", 1),
    ],
)
def test_a_text_of_the_format_is_drawn(pattern: str, message: str, attempts: int) -> None:
    assert len(draw_repaired(make_model(pattern, message), attempts)) == 20


def check_reference(text: str) -> str:
    """Refuse what does not match a pattern that the error tells."""
    if not re.fullmatch(r"[A-Z]{3}-\d{2}", text):
        raise PydanticCustomError("bad", "no match", {"pattern": r"^[A-Z]{3}-\d{2}$"})
    return text


class Referenced(BaseModel):
    ref: Annotated[str, AfterValidator(check_reference)]


def test_a_text_of_the_pattern_in_the_error_is_drawn() -> None:
    assert len({record.ref for record in draw_repaired(Referenced, 1)}) == 20


def test_a_pattern_that_cannot_be_drawn_from_is_ignored() -> None:
    assert list(list_pattern_nodes("(", Choice(("a",), ("a",)))) == []


def test_every_form_can_be_drawn() -> None:
    assert all(make() for text_format in FORMATS for make in text_format.forms)
