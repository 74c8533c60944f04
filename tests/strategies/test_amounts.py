"""How many, how large, which, and how deep."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from statistics import mean, pstdev
from typing import Any, Literal, Optional, Union

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, EmailStr, Field

from pytest_fixturegen import GenerationConfig, generate_instances
from pytest_fixturegen.errors import ConfigError
from pytest_fixturegen.strategies.distributions import DISTRIBUTION_TRANSFORMS
from pytest_fixturegen.streams import WORD_MASK


class Kind(Enum):
    a = "a"
    b = "b"
    c = "c"


class Cat(BaseModel):
    cat: int


class Dog(BaseModel):
    dog: int


class Thing(BaseModel):
    kind: Kind
    size: Literal["s", "m", "l"]
    pet: Union[Cat, Dog]
    parts: list[int]
    few: list[int] = Field(min_length=2, max_length=4)
    level: int = Field(ge=10, le=109)
    ratio: float = Field(ge=0, le=1)
    note: str = Field(min_length=3, max_length=40)
    code: str = Field(pattern=r"^[A-Z]{2}\d+$")
    state: str = Field(default="new", examples=["old", "used"])
    hint: str = Field(examples=["x", "y"])


class Person(BaseModel):
    first_name: str
    email: EmailStr
    phone: str
    city: str


class Node(BaseModel):
    label: str
    extra: Optional[str] = None
    next: Optional[Node] = None


class Wide(BaseModel):
    left: Optional[Thing] = None
    right: Optional[Thing] = None


class Outer(BaseModel):
    inner: Optional[Wide] = None


def things(n: int = 200, **options: Any) -> list[Thing]:
    return list(generate_instances(Thing, n, config=GenerationConfig(**options)))


@given(st.sampled_from(sorted(DISTRIBUTION_TRANSFORMS)), st.integers(0, WORD_MASK))
def test_a_bent_word_is_a_word(way: str, word: int) -> None:
    assert 0 <= DISTRIBUTION_TRANSFORMS[way](word) <= WORD_MASK


@pytest.mark.parametrize(
    ("policy", "field"), [("enum_policy", "kind"), ("enum_policy", "size"), ("union_policy", "pet")]
)
def test_the_first_or_the_first_ones_more_often(policy: str, field: str) -> None:
    assert (
        len(
            {
                type(getattr(one, field)) if field == "pet" else getattr(one, field)
                for one in things(50)
            }
        )
        > 1
    )

    def counts(way: str) -> list[int]:
        values = [getattr(one, field) for one in things(400, **{policy: way})]
        return list(Counter(type(value) if field == "pet" else value for value in values).values())

    assert counts("first") == [400]
    assert max(counts("weighted")) > 1.3 * (400 - max(counts("weighted"))) * (
        0.9 if field == "pet" else 0.8
    )


def test_sizes_are_what_is_asked_where_the_type_lets_them() -> None:
    made = things(collection_min_items=5, collection_max_items=7)
    assert {len(one.parts) for one in made} == {5, 6, 7}
    assert {len(one.few) for one in made} == {4}
    assert {len(one.parts) for one in things(collection_max_items=0)} == {0}
    assert {len(one.parts) for one in things(collection_min_items=6)} == {6}


def test_sizes_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(ConfigError, match="collection_min_items=5"):
        things(1, collection_min_items=5, collection_max_items=2)


def test_sizes_are_spread_as_asked() -> None:
    average = {
        way: mean(
            len(one.parts) for one in things(collection_max_items=9, collection_distribution=way)
        )
        for way in ("min-heavy", "uniform", "max-heavy", "maximum")
    }
    assert (
        average["min-heavy"]
        < average["uniform"] - 0.5
        < average["max-heavy"] - 1
        < average["maximum"]
        == 9
    )
    assert {
        len(one.few) for one in things(collection_distribution="bounds", collection_max_items=4)
    } == {2, 4}


def test_numbers_are_spread_as_asked_within_their_bounds() -> None:
    spread = {
        way: [one.level for one in things(number_distribution=way)]
        for way in ("uniform", "normal", "spike", "bounds")
    }
    assert all(10 <= level <= 109 for levels in spread.values() for level in levels)
    assert pstdev(spread["spike"]) < pstdev(spread["uniform"]) < pstdev(spread["bounds"])
    assert pstdev(spread["normal"]) < pstdev(spread["uniform"])
    assert set(spread["bounds"]) == {10, 109}
    assert {one.ratio for one in things(20, number_distribution="maximum")} == {1.0}


@pytest.mark.parametrize(
    ("mode", "state", "hint"),
    [
        ("none", False, False),
        ("defaults", {"new"}, False),
        ("examples", {"old", "used"}, {"x", "y"}),
        ("defaults-then-examples", {"new"}, {"x", "y"}),
        ("examples-then-defaults", {"old", "used"}, {"x", "y"}),
    ],
)
def test_hints_are_taken_in_the_order_asked_for(mode: str, state: Any, hint: Any) -> None:
    made = things(40, field_hints=mode)
    states, hints = {one.state for one in made}, {one.hint for one in made}
    assert states == state if state else not states & {"new"}
    assert hints == hint if hint else not hints & {"x", "y"}


def test_texts_at_their_bounds_and_odd_ones_keep_their_rules() -> None:
    assert {len(one.note) for one in things(text_style="bounds")} == {3, 4, 39, 40}
    assert {len(one.note) for one in things(20, text_style="longest")} == {40}
    odd = things(text_style="odd")
    assert any("'" in one.note for one in odd)
    assert any(not one.note.isascii() for one in odd)
    assert all(re.search(r"^[A-Z]{2}\d+$", one.code) for one in odd)


def test_a_synthetic_person_is_seen_to_be_one() -> None:
    for one in generate_instances(Person, 20, config=GenerationConfig(profile="pii-safe")):
        assert re.fullmatch(r"Given\d+", one.first_name)
        assert re.fullmatch(r"person\d+@example\.com", one.email)
        assert one.phone.startswith("+1-555-555-0")
        assert one.city.startswith("Example City")


@pytest.mark.parametrize(
    ("bundle", "level"),
    [
        ({"preset": "boundary"}, {10, 109}),
        ({"preset": "boundary-max"}, {109}),
        ({"profile": "edge"}, {10, 109}),
        ({"profile": "adversarial"}, {10, 109}),
    ],
)
def test_a_bundle_sets_what_nobody_set(bundle: dict[str, str], level: set[int]) -> None:
    assert {one.level for one in things(40, **bundle)} == level
    own = {one.level for one in things(40, number_distribution="normal", **bundle)}
    assert not own <= {10, 109}


@pytest.mark.parametrize("bundle", [{"preset": "realistic"}, {"profile": "realistic"}])
def test_realistic_data_lacks_something_now_and_then(bundle: dict[str, str]) -> None:
    made = list(generate_instances(Node, 60, config=GenerationConfig(max_depth=0, **bundle)))
    assert 0 < sum(one.extra is None for one in made) < 30


def depth(node: Optional[Node]) -> int:
    return 0 if node is None else 1 + depth(node.next)


@pytest.mark.parametrize(("way", "deep"), [("null", 2), ("stub", 3), ("reuse", 4)])
def test_a_circle_ends_as_asked(way: str, deep: int) -> None:
    (made,) = generate_instances(Node, 1, config=GenerationConfig(on_cycle=way, max_depth=4))
    assert depth(made) >= deep
    shallow = depth(next(iter(generate_instances(Node, 1, config=GenerationConfig(max_depth=4)))))
    assert depth(made) == shallow + {"null": 0, "stub": 1, "reuse": 2}[way]


def test_a_stub_holds_what_it_must() -> None:
    (made,) = generate_instances(Node, 1, config=GenerationConfig(on_cycle="stub"))
    last, above = made, made
    while last.next:
        last, above = last.next, last
    assert (last.extra, above.extra is None) == (None, False)


def test_a_small_budget_leaves_optional_parts_out() -> None:
    (made,) = generate_instances(Outer, 1)
    assert made.inner
    assert made.inner.left
    (made,) = generate_instances(Outer, 1, config=GenerationConfig(object_budget=1))
    assert made.inner
    assert made.inner.left is None


def test_fields_may_have_another_locale() -> None:
    plain = [one.city for one in generate_instances(Person, 20)]
    mapped = list(
        generate_instances(
            Person, 20, config=GenerationConfig(locale_map=(("Person.city", "sv_SE"),))
        )
    )
    assert [one.city for one in mapped] != plain
    assert [one.first_name for one in mapped] == [
        one.first_name for one in generate_instances(Person, 20)
    ]


def test_entropy_gives_other_data_each_time() -> None:
    config = GenerationConfig(rng_mode="entropy")
    one, two = (list(generate_instances(Person, 3, config=config)) for _ in range(2))
    assert one != two
