"""Nodes that read what is around their record: other records, lists, links, its index."""

from __future__ import annotations

from typing import Any

import pytest

from pytest_fixturegen.generator.columns import ColumnReader
from pytest_fixturegen.generator.generate import build_instance
from pytest_fixturegen.generator.scope import Scope
from pytest_fixturegen.nodes import (
    Aggregate,
    Array,
    Constant,
    Fact,
    FactView,
    Integer,
    Length,
    Linked,
    Node,
    Nullable,
    Outer,
    Position,
    Record,
    RecordIndex,
    Slot,
)
from pytest_fixturegen.streams import BLOCK_SIZE, Stream

BIRTH = Fact("birth", Integer(0, 10**9))
NOTHING = Constant("none", "none")


def build_slot(name: str, node: Node) -> Slot:
    return Slot(name, (name,), name, node)


def read(node: Node, rows: list[int], block: int = 0) -> list[Any]:
    reader = ColumnReader(Stream(1, "Model"), block, build_instance)
    return reader.read_column(node, "", rows, Scope("", rows))


def build_parent(child: Node) -> Record:
    child_record = Record((build_slot("asked", child),))
    items = Array(child_record, 1, 3)
    birth = FactView(lambda word, birth: birth, (BIRTH,))
    slots = (build_slot("birth", birth), build_slot("items", Nullable(items, 1 << 63)))
    return Record(slots, facts=(BIRTH,))


def test_children_see_a_fact_of_the_record_around_them() -> None:
    records = read(build_parent(Outer("birth", NOTHING)), list(range(20)))
    asked = [
        item["asked"] == record["birth"] for record in records for item in record["items"] or ()
    ]
    assert asked
    assert all(asked)


@pytest.mark.parametrize("name", ["birth", "other"])
def test_a_record_without_such_a_record_around_it_draws_the_default(name: str) -> None:
    record = Record((build_slot("asked", Outer(name, NOTHING)),), facts=(BIRTH,))
    assert read(record, [0])[0]["asked"] == "none"


def test_positions_count_the_items_of_the_innermost_list() -> None:
    records = read(build_parent(Position()), list(range(20)))
    for record in records:
        asked = [item["asked"] for item in record["items"] or ()]
        assert asked == [*range(len(asked))]


def test_indices_count_over_all_blocks() -> None:
    assert read(RecordIndex(), [3, 5], block=2) == [2 * BLOCK_SIZE + 3, 2 * BLOCK_SIZE + 5]


def build_order(*, is_optional: bool) -> Record:
    items: Node = Array(Record((build_slot("price", Integer(1, 9)),)), 0, 4)
    slots = (
        build_slot("items", Nullable(items, 1 << 62) if is_optional else items),
        build_slot("count", Length("items", NOTHING)),
        build_slot("total", Aggregate("items", "price", sum, NOTHING)),
        build_slot("other", Length("lines", NOTHING)),
    )
    return Record(slots)


@pytest.mark.parametrize("is_optional", [False, True])
def test_lengths_and_aggregates_are_those_of_the_list(is_optional: bool) -> None:
    for record in read(build_order(is_optional=is_optional), list(range(40))):
        prices = [item["price"] for item in record["items"] or ()]
        assert (record["count"], record["total"]) == (len(prices), sum(prices))
        assert record["other"] == "none"


def test_a_record_without_links_has_no_linked_facts() -> None:
    assert (
        read(Record((build_slot("linked", Linked("birth", ("asked",))),)), [0])[0]["linked"] == ()
    )


def test_a_fact_is_the_same_for_one_row_and_for_many() -> None:
    node = build_parent(Outer("birth", NOTHING))
    assert read(node, list(range(9)))[7] == read(node, [7])[0]
