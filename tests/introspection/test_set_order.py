"""Sets are written in the order of their text, wherever they occur."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple

import attrs
import pytest
from pydantic import AfterValidator, BaseModel, Field, RootModel, computed_field

from pytest_fixturegen.introspection.set_order import order_sets
from pytest_fixturegen.introspection.type_reader import read_type

EIGHT_FIRST = [8, 0]
"""A set keeps numbers with equal hashes, modulo its size, in the order of their arrival."""


class Words(RootModel[set[int]]):
    pass


class Pair(NamedTuple):
    numbers: frozenset[int]


@dataclass(frozen=True)
class Box:
    numbers: frozenset[int]


@attrs.frozen
class Crate:
    _numbers: frozenset[int]


class Aliased(BaseModel):
    numbers: set[int] = Field(alias="theNumbers")


class Computed(BaseModel):
    first: int

    @computed_field
    def numbers(self) -> set[int]:
        return {self.first, 0}


def make_set(values: list[int]) -> Any:
    return set(values)


CASES = {
    "set": (set[int], EIGHT_FIRST),
    "frozenset": (frozenset[int], EIGHT_FIRST),
    "list of sets": (list[set[int]], [EIGHT_FIRST, EIGHT_FIRST]),
    "tuple": (tuple[int, frozenset[int]], [1, EIGHT_FIRST]),
    "set in a tuple in a set": (frozenset[tuple[int, frozenset[int]]], [[1, EIGHT_FIRST]]),
    "set in a set": (frozenset[frozenset[int]], [EIGHT_FIRST]),
    "set in a tuple in a set in a set": (
        frozenset[frozenset[tuple[frozenset[int], ...]]],
        [[[EIGHT_FIRST]]],
    ),
    "named tuple in a set": (frozenset[Pair], [[EIGHT_FIRST]]),
    "dataclass in a set": (frozenset[Box], [{"numbers": EIGHT_FIRST}]),
    "dict": (dict[str, set[int]], {"a": EIGHT_FIRST}),
    "root model": (Words, EIGHT_FIRST),
    "alias": (Aliased, {"theNumbers": EIGHT_FIRST}),
    "attrs": (Crate, {"numbers": EIGHT_FIRST}),
    "optional": (set[int] | None, EIGHT_FIRST),
    "computed": (Computed, {"first": 8}),
    "validator": (Annotated[list[int], AfterValidator(make_set)], EIGHT_FIRST),
    "any": (dict[str, Annotated[Any, AfterValidator(make_set)]], {"a": EIGHT_FIRST}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_set_is_written_in_the_order_of_its_text(name: str) -> None:
    annotation, value = CASES[name]
    reading = read_type(annotation)
    text = json.dumps(value).encode()
    assert b"8,0" in reading.dump_json(reading.validate_json(text)), "the premise of the test"
    ordered = order_sets(reading)
    written = ordered.dump_json(ordered.validate_json(text))
    assert b"0,8" in written
    assert b"8,0" not in written


def test_types_without_sets_keep_their_functions() -> None:
    reading = read_type(dict[str, list[int]])
    assert order_sets(reading) is reading


def test_a_validated_value_without_sets_keeps_its_text() -> None:
    reading = order_sets(read_type(dict[str, Annotated[float, AfterValidator(abs)]]))
    assert reading.dump_json({"a": 1e-7}) == read_type(dict[str, float]).dump_json({"a": 1e-7})
