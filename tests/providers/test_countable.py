"""Countable nodes: how many different values there are, and each of them by its index."""

from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import pytest

from pytest_fixturegen.nodes import (
    Call,
    Choice,
    Constant,
    Converted,
    Day,
    FactView,
    FixedPoint,
    GridFloat,
    Instant,
    Integer,
    Node,
    Nullable,
)
from pytest_fixturegen.providers import codes, contacts
from pytest_fixturegen.providers.countable import (
    append_number,
    build_countable,
    build_numbered_text,
    find_countable_fact,
)
from pytest_fixturegen.providers.fact_fields import build_draw
from pytest_fixturegen.providers.person_facts import build_first_name_fact
from tests.providers.samples import field


def list_values(node: Node) -> list[Any]:
    """Each value that *node* can draw, by its index."""
    countable = build_countable(node)
    assert countable is not None
    return [value_at(countable.build_node, index) for index in range(countable.size)]


def value_at(build_node: Any, index: int) -> Any:
    return build_draw(build_node(Constant(index, index)))(0)


@pytest.mark.parametrize(
    ("node", "values"),
    [
        (Constant("a", "a"), ["a"]),
        (Choice(("a", "b", "a"), ("a", "b", "a")), ["a", "b"]),
        (Choice((1, True, 1.0), (1, True, 1.0)), [1, True, 1.0]),
        (Integer(0, 3), [0, 1, 2, 3]),
        (Integer(10, 21, 5), [10, 15, 20]),
        (GridFloat(1, 3, 2.0), [0.5, 1.0, 1.5]),
        (FixedPoint(5, 15, 5, 2), [Decimal("0.05"), Decimal("0.10"), Decimal("0.15")]),
        (Day(737_791, 737_792), [date(2021, 1, 1), date(2021, 1, 2)]),
        (
            Instant(0, 2_000_000, 1_000_000, True),
            [datetime(1970, 1, 1, second=second, tzinfo=timezone.utc) for second in range(3)],
        ),
        (Instant(5, 5, 1, False), [datetime(1970, 1, 1, microsecond=5)]),
        (Converted(Integer(1, 2), str), ["1", "2"]),
    ],
)
def test_each_value_has_an_index(node: Node, values: list[Any]) -> None:
    assert list_values(node) == values
    assert [type(value) for value in list_values(node)] == [type(value) for value in values]


def test_the_values_of_a_nullable_node_are_those_inside_it() -> None:
    countable = build_countable(Nullable(Integer(0, 4), 1 << 62))
    assert countable is not None
    assert countable.size == 5
    assert countable.build_node(Integer(0, 4)) == Nullable(Integer(0, 4), 1 << 62)


@pytest.mark.parametrize(
    "node",
    [Converted(Choice(("A", "a"), ("A", "a")), str.lower), Call(str), FactView(str, ())],
)
def test_values_that_cannot_be_counted_have_no_size(node: Node) -> None:
    assert build_countable(node) is None


def test_drawn_codes_have_the_same_text_in_json() -> None:
    countable = build_countable(Call(codes.draw_isbn, str.upper))
    assert countable is not None
    node = countable.build_node(Constant(7, 7))
    assert isinstance(node, Converted)
    assert node.json is not None
    assert node.json(7) == value_at(countable.build_node, 7) == codes.draw_isbn(7)


@pytest.mark.parametrize(
    ("text", "number", "numbered"),
    [
        ("lamp", 6, "lamp7"),
        ("Blue Lamp", 6, "Blue Lamp 7"),
        ("blue-lamp", 6, "blue-lamp-7"),
        ("ORD-2024-000123", 6, "ORD-2024-000007"),
        ("item 9", 99, "item 100"),
        ("ann12@example.com", 6, "ann07@example.com"),
        ("ann@example.com", 6, "ann7@example.com"),
    ],
)
def test_a_number_replaces_the_digits_at_the_end(text: str, number: int, numbered: str) -> None:
    assert append_number(1 << 30, 0, text, number) == numbered


@pytest.mark.parametrize(
    ("max_length", "text", "number", "numbered"),
    [
        (6, "abcdefgh", 41, "abcd42"),
        (3, "a1b2c3d", 6, "ax7"),
        (1, "ab", 41, "42"),
        (16, "annabelle@example.com", 6, "ann7@example.com"),
    ],
)
def test_a_long_text_is_cut_before_its_number(
    max_length: int, text: str, number: int, numbered: str
) -> None:
    assert append_number(max_length, 0, text, number) == numbered


@pytest.mark.parametrize("max_length", [None, 6, 20, 40])
def test_numbered_texts_are_different_and_fit(max_length: int | None) -> None:
    words = ("Oak Lamp", "oak", "9", "a-b", "Oak 1")
    countable = build_numbered_text(Choice(words, words), "title", max_length)
    assert countable is not None
    assert countable.is_open
    view = countable.build_node(Constant(0, 0))
    assert isinstance(view, FactView)
    for word in words:
        texts = [view.show(0, word, number) for number in range(300)]
        assert len(set(texts)) == 300
        assert all(len(text) <= (max_length or 100) for text in texts)


@pytest.mark.parametrize(
    ("max_length", "size"), [(None, 10**9 - 1), (8, 10**7 - 1), (2, 9), (1, None)]
)
def test_there_are_as_many_numbers_as_there_is_room_for(
    max_length: int | None, size: int | None
) -> None:
    countable = build_numbered_text(Choice(("a",), ("a",)), "x", max_length)
    assert (countable and countable.size) == size


def test_numbered_addresses_replace_their_random_numbers() -> None:
    node = contacts.provide_email(field("email"), "")
    assert isinstance(node, FactView)
    countable = build_numbered_text(node, "email", None)
    assert countable is not None
    draws = [build_draw(countable.build_node(Constant(number, number))) for number in range(2000)]
    addresses = {draw(5 << 40) for draw in draws}
    assert len(addresses) == 2000
    assert all(address.split("@")[1].startswith("example.") for address in addresses)


def test_the_options_of_a_fact_are_counted_by_their_looks() -> None:
    fact = build_first_name_fact(field("first_name"), "")
    found = find_countable_fact(FactView(lambda word, name: name[0], (fact,)))
    assert found is not None
    name, countable = found
    assert name == "first_name"
    assert isinstance(fact.node, Choice)
    assert countable.size == len({option[0] for option in fact.node.options})
    assert find_countable_fact(Integer(0, 5)) is None
