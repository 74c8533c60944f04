"""Constraints of shapes: merging, and adding one to a shape."""

from __future__ import annotations

from typing import Any

import pytest

from pytest_fixturegen.introspection.shapes import (
    CheckedShape,
    ChoiceShape,
    CollectionShape,
    Constraints,
    OptionalShape,
    Scalar,
    Shape,
    add_constraint,
)

NUMBER = Scalar("int")
CHOICE = ChoiceShape((1, 2), (1, 2))


def test_merged_constraints_override_all_but_none() -> None:
    merged = Constraints(ge=1, le=9).merge(ge=3, le=None, lower=True)
    assert merged == Constraints(ge=3, le=9, lower=True)


@pytest.mark.parametrize(
    ("shape", "constraint", "expected"),
    [
        (NUMBER, {"ge": 1}, Scalar("int", Constraints(ge=1))),
        (OptionalShape(NUMBER), {"ge": 1}, OptionalShape(Scalar("int", Constraints(ge=1)))),
        (
            CollectionShape("list", NUMBER, low=1),
            {"max_length": 3},
            CollectionShape("list", NUMBER, low=1, high=3),
        ),
        (CHOICE, {"multiple_of": 2}, CheckedShape(CHOICE, "multiple_of")),
    ],
)
def test_a_constraint_is_added_or_becomes_a_rule(
    shape: Shape, constraint: dict[str, Any], expected: Shape
) -> None:
    assert add_constraint(shape, constraint) == expected
