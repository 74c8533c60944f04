"""The keys by which plans with overrides are cached."""

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
def test_different_overrides_have_different_keys(one: object, other: object) -> None:
    assert HashableOverrides.from_mapping({"field": one}) != HashableOverrides.from_mapping(
        {"field": other}
    )


@pytest.mark.parametrize("value", [1, "x", None, Decimal("1.0"), Size.M, {"a": {"b": [1, "x"]}}])
def test_equal_overrides_have_equal_keys(value: object) -> None:
    assert hash(HashableOverrides.from_mapping({"field": value})) == hash(
        HashableOverrides.from_mapping({"field": value})
    )
    assert HashableOverrides.from_mapping({"field": value}) == HashableOverrides.from_mapping(
        {"field": value}
    )


@pytest.mark.parametrize("value", [object(), {1, 2}, [object()], type])
def test_a_value_that_is_not_plain_has_no_key(value: object) -> None:
    with pytest.raises(TypeError, match="is not plain"):
        HashableOverrides.from_mapping({"field": value})
