"""Plans are kept for overrides that can be told from others, and for no others."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

import pytest

from pytest_fixturegen.strategies.overrides import HashableOverrides


class Size(Enum):
    S = 1
    M = 1.0  # an alias, since it is equal
    L = 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (1, 1.0),
        (0.0, -0.0),
        (Decimal("1.0"), Decimal("1.00")),
        ([1], (1,)),
        ({"a": 1}, {"b": 1}),
        (Size.S, Size.L),
    ],
)
def test_what_is_not_the_same_has_another_key(one: object, other: object) -> None:
    assert HashableOverrides.from_mapping({"field": one}) != HashableOverrides.from_mapping(
        {"field": other}
    )


@pytest.mark.parametrize("value", [1, "x", None, Decimal("1.0"), Size.M, {"a": {"b": [1, "x"]}}])
def test_what_is_the_same_has_one_key(value: object) -> None:
    assert hash(HashableOverrides.from_mapping({"field": value})) == hash(
        HashableOverrides.from_mapping({"field": value})
    )
    assert HashableOverrides.from_mapping({"field": value}) == HashableOverrides.from_mapping(
        {"field": value}
    )


@pytest.mark.parametrize("value", [object(), {1, 2}, [object()], type])
def test_what_cannot_be_told_apart_has_none(value: object) -> None:
    with pytest.raises(TypeError, match="is not plain"):
        HashableOverrides.from_mapping({"field": value})
