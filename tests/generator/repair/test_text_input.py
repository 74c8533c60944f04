"""Texts for validators that read nothing else."""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Callable
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, BeforeValidator, create_model, model_validator

from pytest_fixturegen import generate_lines
from tests.generator.repair.records import draw_repaired


class Point(BaseModel):
    x: int
    y: int


def read_pairs(text: str) -> dict[str, str]:
    """Return the pairs of a text such as ``a=1;b=2``."""
    return dict(pair.split("=") for pair in text.split(";"))


@pytest.mark.parametrize(
    ("kind", "read"),
    [
        (list[str], lambda text: text.split(",")),
        (list[int], lambda text: [int(item) for item in text.strip().split(" | ")]),
        (set[str], lambda text: text.lower().split(";")),
        (dict[str, str], read_pairs),
        (dict[str, int], json.loads),
        (Point, json.loads),
        (dt.date, lambda text: dt.datetime.strptime(text, "%Y/%m/%d").date()),
        (dt.datetime, lambda text: dt.datetime.fromisoformat(text.replace("Z", "+00:00"))),
        (int, lambda text: text.removesuffix(" kg")),
        (bytes, lambda text: base64.b64decode(text.encode())),
    ],
)
def test_a_validator_gets_the_text_that_it_reads(kind: Any, read: Callable[[str], Any]) -> None:
    model = create_model("Row", cell=(Annotated[kind, BeforeValidator(read)], ...))
    assert len({repr(record.cell) for record in draw_repaired(model, 40)}) > 3


class Row(BaseModel):
    tags: list[str]
    day: dt.date

    @model_validator(mode="before")
    @classmethod
    def split(cls, data: dict[str, Any]) -> dict[str, Any]:
        day = dt.datetime.strptime(data["day"], "%d %b %Y").date()
        return {"tags": data["tags"].split("/"), "day": day}


def test_a_validator_of_the_record_gets_the_texts_that_it_reads() -> None:
    assert len({repr(record) for record in draw_repaired(Row, 60)}) > 10


def test_the_json_of_a_split_text_is_read_again() -> None:
    kind = Annotated[list[str], BeforeValidator(lambda text: text.split(","))]
    model = create_model("Row", cell=(kind, ...))
    for line in generate_lines(model, 5, 1):
        model.model_validate_json(line)
