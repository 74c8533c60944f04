"""Options of msgspec's Structs: msgspec itself decodes the JSON."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
import pytest

from pytest_fixturegen import generate_lines
from tests.kinds.round_trips import draw, read_back


class Pair(msgspec.Struct, array_like=True):
    a: int
    b: str


class TaggedPair(msgspec.Struct, array_like=True, tag=True):
    a: int
    b: list[int] = msgspec.field(default_factory=list, name="bee")


class Renamed(msgspec.Struct, rename="camel", gc=False):
    first_name: str
    zip_code: Annotated[int, msgspec.Meta(ge=3, le=5)]


class Tagged(msgspec.Struct, tag=str.lower, tag_field="kind", frozen=True):
    a: int


class OtherTag(msgspec.Struct, tag="other", tag_field="kind", kw_only=True):
    pair: Pair | None = None
    b: str


class Strict(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    a: int = 3
    b: list[str] = msgspec.field(default_factory=list, name="bee")


class Holder(msgspec.Struct, array_like=True, rename="kebab"):
    all_pairs: list[Pair]
    either_one: Tagged | OtherTag
    by_name: dict[str, TaggedPair]


STRUCTS = [Pair, TaggedPair, Renamed, Tagged, OtherTag, Strict, Holder, list[Pair]]


@pytest.mark.parametrize("kind", STRUCTS, ids=str)
def test_msgspec_decodes_the_json(kind: Any) -> None:
    records = draw(kind)
    decoded = [msgspec.json.decode(line, type=kind) for line in generate_lines(kind, 20, 3)]
    assert decoded == records
    assert read_back(kind) == records


def test_arrays_hold_the_values_in_the_order_of_the_fields() -> None:
    line = next(iter(generate_lines(TaggedPair, 1, 3)))
    tag, number, items = msgspec.json.decode(line)
    assert tag == "TaggedPair"
    assert isinstance(number, int)
    assert isinstance(items, list)
