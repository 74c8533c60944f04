"""Texts and numbers in a union stand for the same as its other members."""

from __future__ import annotations

from datetime import date, datetime
from typing import Union
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import BaseModel, HttpUrl

from pytest_fixturegen import GenerationConfig, generate_instances

CONFIG = GenerationConfig(seed=3)


class Slot(BaseModel):
    marker: Union[date, str]
    start: Union[date, datetime, str, int, float]
    anchor: Union[UUID, str]
    spot: Union[HttpUrl, str]


def test_texts_have_the_form_of_the_other_member() -> None:
    slots = list(generate_instances(Slot, 60, config=CONFIG))
    markers = [slot.marker for slot in slots if isinstance(slot.marker, str)]
    anchors = [slot.anchor for slot in slots if isinstance(slot.anchor, str)]
    targets = [slot.spot for slot in slots if isinstance(slot.spot, str)]
    assert all(map(date.fromisoformat, markers))
    assert all(map(UUID, anchors))
    assert all(urlsplit(target).scheme for target in targets)
    assert min(map(len, (markers, anchors, targets))) > 10


def test_numbers_of_moments_are_seconds() -> None:
    slots = generate_instances(Slot, 60, config=CONFIG)
    numbers = [slot.start for slot in slots if isinstance(slot.start, (int, float))]
    assert len(numbers) > 10
    assert all(datetime.fromtimestamp(number).year > 2000 for number in numbers)


class Cell(BaseModel):
    value: Union[int, str, bool, date]


def test_what_a_cell_of_a_table_holds_is_no_date() -> None:
    cells = [cell.value for cell in generate_instances(Cell, 100, config=CONFIG)]
    texts = [value for value in cells if isinstance(value, str)]
    assert len(texts) > 10
    assert not any(text[:2] == "20" for text in texts)
    assert all(value < 10**6 for value in cells if isinstance(value, int))
