"""Standard and constrained types: numbers, text, dates, enums, identifiers."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from pydantic import (
    UUID1,
    UUID3,
    UUID4,
    UUID5,
)
from pydantic.types import UUID6, UUID7, UUID8

from tests.golden.kinds.standard_types import (
    LOW,
    MOMENTS,
    NUMBERS,
    TEXTS,
    Choices,
    Level,
    Plain,
    Weight,
)
from tests.kinds.round_trips import draw, round_trip, to_json


@pytest.mark.parametrize(
    ("kind", "holds"),
    [*NUMBERS, *TEXTS, *MOMENTS],
    ids=lambda each: "" if callable(each) and not isinstance(each, type) else None,
)
def test_values_satisfy_their_type(kind: Any, holds: Any) -> None:
    assert all(holds(value) for value in round_trip(kind))


@pytest.mark.parametrize(
    ("kind", "version"),
    [
        (UUID1, 1),
        (UUID3, 3),
        (UUID4, 4),
        (UUID5, 5),
        (UUID6, 6),
        (UUID7, 7),
        (UUID8, 8),
        (uuid.UUID, 4),
    ],
)
def test_a_uuid_has_its_version(kind: Any, version: int) -> None:
    assert {value.version for value in round_trip(kind)} == {version}
    assert len(set(draw(kind))) == 20


def test_choices_are_members_and_all_of_them_are_drawn() -> None:
    records = round_trip(Choices)
    assert {each.plain for each in records} == set(Plain)
    assert {each.level for each in records} == set(Level)
    assert {each.weight for each in records} == set(Weight)
    assert {each.word for each in records} >= {"a", "b", 3}
    assert all(
        line["plain"] == each.plain.value
        for each, line in zip(records, to_json(Choices), strict=True)
    )


def test_a_pattern_is_matched_before_the_case_changes() -> None:
    assert all(re.fullmatch(r"[a-z]{2}-\d{3}", each) for each in round_trip(LOW))
    assert all(line == each.upper() for each, line in zip(draw(LOW), to_json(LOW), strict=True))
