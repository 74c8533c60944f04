"""Rows, tables and trees that fit the lengths."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_fixturegen.providers.regex.length_fit import (
    MAX_ROWS,
    MAX_TABLE_SIZE,
    WORD_CAPACITY,
    CaptureNode,
    ChainNode,
    ForkNode,
    RowsNode,
    add_lengths,
    build_node,
    build_row,
    expand_rows,
    list_set_bits,
)
from pytest_fixturegen.providers.regex.syntax_tree import Syntax, bound_repetitions, parse_pattern

length_sets = st.sets(st.integers(0, 40))


def read(source: str) -> Syntax:
    return bound_repetitions(parse_pattern(source, 0)[0], 0)


def to_bits(lengths: set[int]) -> int:
    return sum(1 << length for length in lengths)


@given(length_sets)
def test_a_bit_set_lists_its_lengths(lengths: set[int]) -> None:
    assert list_set_bits(to_bits(lengths)) == sorted(lengths)


@given(length_sets, length_sets)
def test_added_sets_hold_every_sum(left: set[int], right: set[int]) -> None:
    sums = {a + b for a, b in product(left, right)}
    assert add_lengths(to_bits(left), to_bits(right)) == to_bits(sums)


def test_an_unbroken_run_of_lengths_is_added_like_any_other() -> None:
    run = to_bits(set(range(3, 1000)))
    assert list_set_bits(add_lengths(run, to_bits({0, 5000}))) == [
        *range(3, 1000),
        *range(5003, 6000),
    ]


def test_neighbouring_constants_share_a_slot_and_digits_share_a_table() -> None:
    row = build_row(("a", "b", *["0123456789"] * 4, "c"))
    ((constant, three_digits, one_digit, last),) = row.slot_groups
    assert (constant, last) == ((("ab",), 0), (("c",), 0))
    assert (three_digits[1], three_digits[0][42]) == (1000, "042")
    assert one_digit[1] == 10
    assert row.length == 7


def test_no_table_and_no_word_holds_too_much() -> None:
    row = build_row(("0123456789abcdef",) * 64)
    for slots in row.slot_groups:
        used = 1
        for _, size in slots:
            assert size <= MAX_TABLE_SIZE
            used *= size
        assert used <= WORD_CAPACITY


@pytest.mark.parametrize(
    ("source", "low", "high", "lengths"),
    [
        ("^[ab]c?$", 0, 9, [1, 2]),
        ("^[ab]c?$", 2, 9, [2]),
        ("^(ab){1,3}$", 3, 5, [4]),
        ("^(a|bcd)$", 0, 2, [1]),
        ("^a$", 2, 9, []),
    ],
)
def test_rows_are_those_within_the_lengths(
    source: str, low: int, high: int, lengths: list[int]
) -> None:
    rows = expand_rows(read(source), low, high)
    assert rows is not None
    assert sorted({len(row) for row in rows}) == lengths


def test_too_many_rows_become_a_tree() -> None:
    assert expand_rows(read("^(ab|c|def)+$"), 0, 100) is None
    assert isinstance(build_node(read("^(ab|c|def){0,7}$"), 0, 100), ChainNode)
    assert isinstance(build_node(read("^[a-z]{2,60}$"), 0, 100), RowsNode)
    assert len(expand_rows(read(f"^a{{0,{MAX_ROWS - 1}}}$"), 0, 100) or ()) == MAX_ROWS


def test_groups_are_kept_for_references_alone() -> None:
    assert isinstance(build_node(read(r"^(a+|b)$"), 0, 9), RowsNode)
    node = build_node(read(r"^(a|b)\1$"), 0, 9)
    assert isinstance(node, ChainNode)
    assert any(isinstance(item, CaptureNode) for item in node.items)
    conditional = build_node(read("^(a)?(?(1)b|c)$"), 0, 9)
    assert isinstance(conditional, ChainNode)
    (fork,) = [item for item in conditional.items if isinstance(item, ForkNode)]
    assert fork.group_number == 1


def test_a_row_that_another_covers_is_dropped() -> None:
    node = build_node(read("^([ab]|a|[abc])$"), 0, 9)
    assert isinstance(node, RowsNode)
    assert (len(node.rows), node.ways) == (1, 3)
