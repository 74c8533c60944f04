"""Views of facts: which of them serve a field, and what replaces an invalid value."""

from __future__ import annotations

from typing import Any

import pytest

from pytest_fixturegen.introspection.shapes import Constraints
from pytest_fixturegen.nodes import (
    Call,
    Choice,
    Constant,
    Converted,
    Fact,
    FactView,
    Integer,
    Node,
    RandomUuid,
)
from pytest_fixturegen.providers import fact_fields
from tests.providers.samples import draw_values, field

COLORS = ("red", "green", "blue")
COLOR = Fact("color", Choice(COLORS, COLORS))


def show_color(word: int, color: str) -> str:
    return color


def provide_nothing(context: Any, owner: str) -> None:
    return None


def test_a_table_has_each_name_with_each_kind() -> None:
    table = fact_fields.build_table(("a b", "str int", provide_nothing))
    assert [*table] == [("a", "str"), ("a", "int"), ("b", "str"), ("b", "int")]


@pytest.mark.parametrize(("owner", "name"), [("", "city"), ("billing", "billing_city")])
def test_a_fact_is_named_after_its_owner(owner: str, name: str) -> None:
    assert fact_fields.format_fact_name(owner, "city") == name


def test_a_decimal_is_a_text_in_json() -> None:
    assert fact_fields.get_json_converter("decimal") is str
    assert fact_fields.get_json_converter("float") is None


@pytest.mark.parametrize(
    ("rules", "is_free"),
    [
        ({}, True),
        ({"min_length": 0}, True),
        ({"lower": True}, True),
        ({"min_length": 1}, False),
        ({"max_length": 99}, False),
        ({"pattern": "a"}, False),
        ({"ascii_only": True}, False),
    ],
)
def test_constraints_are_free_if_they_allow_every_text(rules: Any, is_free: bool) -> None:
    assert fact_fields.is_free(Constraints(**rules)) is is_free


def test_a_view_whose_texts_are_all_valid_has_no_checks() -> None:
    for rules in ({}, {"max_length": 5}):
        view = fact_fields.build_fact_view(field(**rules), show_color, COLOR)
        assert view == FactView(show_color, (COLOR,))


def test_known_lengths_need_no_samples() -> None:
    view = fact_fields.build_text_view(field(max_length=5), show_color, COLOR, lengths=(3, 5))
    assert view == FactView(show_color, (COLOR,))


def test_an_invalid_text_is_replaced_by_a_valid_one() -> None:
    view = fact_fields.build_fact_view(field(max_length=4), show_color, COLOR)
    texts = draw_values(view)
    assert {"red", "blue"} < set(texts)
    assert "green" not in texts
    assert all(1 <= len(text) <= 4 for text in texts)


@pytest.mark.parametrize("rules", [{"min_length": 5}, {"pattern": "^z"}, {"max_length": 0}])
def test_there_is_no_view_if_most_texts_are_invalid(rules: Any) -> None:
    assert fact_fields.build_fact_view(field(**rules), show_color, COLOR) is None


@pytest.mark.parametrize(("valid", "is_enough"), [(96, True), (58, True), (57, False), (0, False)])
def test_three_in_five_samples_must_be_valid(valid: int, is_enough: bool) -> None:
    samples = [True] * valid + [False] * (96 - valid)
    assert fact_fields.has_enough_valid(samples) is is_enough


@pytest.mark.parametrize(
    ("rules", "value", "shown"),
    [
        ({"max_length": 3}, "abc", "abc"),
        ({"max_length": 2}, "abc", "fallback"),
        ({"min_length": 4}, "abc", "fallback"),
        ({"pattern": "^a"}, "abc", "abc"),
        ({"pattern": "^b"}, "abc", "fallback"),
        ({"pattern": "^a", "max_length": 2}, "abc", "fallback"),
        ({"upper": True}, "abc", "ABC"),
        ({"lower": True}, "ABC", "abc"),
        ({"ascii_only": True}, "äbc", "fallback"),
        ({"ascii_only": True}, "abc", "abc"),
    ],
)
def test_only_a_valid_text_is_shown(rules: Any, value: str, shown: str) -> None:
    show = fact_fields.guard_show(
        lambda word, text: text, Constraints(**rules), lambda word: "fallback"
    )
    assert show(0, value) == shown


@pytest.mark.parametrize(
    ("node", "values"),
    [
        (Constant(7, 7), {7}),
        (Choice(COLORS, COLORS), set(COLORS)),
        (Integer(2, 9, 3), {2, 5, 8}),
        (Call(lambda word: word % 2), {0, 1}),
        (Converted(Integer(1, 2), str), {"1", "2"}),
        (Converted(Integer(1, 2), None), {1, 2}),
        (FactView(show_color, (COLOR,)), set(COLORS)),
    ],
)
def test_a_node_is_drawn_from_one_word(node: Node, values: set[Any]) -> None:
    assert set(draw_values(node)) == values


def test_a_node_of_another_kind_cannot_be_drawn_from_one_word() -> None:
    with pytest.raises(TypeError, match="RandomUuid"):
        fact_fields.build_draw(RandomUuid(4))


def test_detached_views_show_no_fact_of_their_record() -> None:
    detached = fact_fields.detach_facts(FactView(show_color, (COLOR,), str.upper))
    assert isinstance(detached, Call)
    assert detached.json == str.upper
    assert set(draw_values(detached)) == set(COLORS)
    converted = fact_fields.detach_facts(Converted(FactView(show_color, (COLOR,)), str.upper))
    assert isinstance(converted, Converted)
    assert isinstance(converted.inner, Call)
    assert fact_fields.detach_facts(Constant(1, 1)) == Constant(1, 1)


def test_the_first_node_is_found() -> None:
    nodes = [None, Constant(1, 1), Constant(2, 2)]
    assert fact_fields.find_first_node(nodes) == Constant(1, 1)
    assert fact_fields.find_first_node([None]) is None


def test_drawn_texts_are_calls() -> None:
    provide = fact_fields.make_draw_provider(lambda word: f"{word % 10}")
    assert isinstance(provide(field(), ""), Call)
    assert set(draw_values(provide(field(), ""))) == set("0123456789")


def test_choices_are_those_that_fit() -> None:
    provide = fact_fields.make_choice_provider("S", "M", "XXL")
    assert set(draw_values(provide(field(max_length=1), ""))) == {"S", "M"}
    assert provide(field(min_length=9), "") is None
