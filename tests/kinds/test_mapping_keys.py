"""Mappings whose keys Pydantic writes as texts that it does not read again."""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, TypeAdapter, create_model

from pytest_fixturegen import generate_instances, generate_lines


class Number(Enum):
    ONE = 1
    TWO = 2


class Pair(Enum):
    ONE = (1, 2)


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Word(Enum):
    YES = "yes"
    NO = "no"


class Truth(Enum):
    YES = True
    NO = False


UNREADABLE = {"Enum": Number, "pairs": Pair, "Literal": Literal[1, 2]}
READABLE = {"IntEnum": Level, "texts": Word, "booleans": Truth, "Literal": Literal["a", "b"]}


def build(annotation: Any) -> list[Any]:
    """Return records with a field of this type, each of which passes its model by its JSON, too."""
    model = create_model("Row", values=(annotation, ...))
    records = list(generate_instances(model, 20))
    for record in records:
        assert model.model_validate_json(record.model_dump_json()) == record
    assert [TypeAdapter(model).validate_json(line) for line in generate_lines(model, 20)]
    return [record.values for record in records]


@pytest.mark.parametrize("key", UNREADABLE.values(), ids=UNREADABLE)
def test_mappings_without_a_key_in_json_are_empty(key: Any) -> None:
    assert build(dict[key, int]) == [{}] * 20


@pytest.mark.parametrize("key", READABLE.values(), ids=READABLE)
def test_other_mappings_have_items(key: Any) -> None:
    assert all(build(dict[key, int]))


def test_a_mapping_that_must_have_items_has_some() -> None:
    model = create_model("Row", values=(Annotated[dict[Number, int], Field(min_length=1)], ...))
    assert all(record.values for record in generate_instances(model, 5))
