"""Descriptions of types and their constraints."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, Optional

import pytest
from pydantic import BaseModel, EmailStr, Field, Json

from pytest_fixturegen.doctor.shape_names import describe_shape
from pytest_fixturegen.introspection.type_reader import read_type


class Address(BaseModel):
    city: str


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (Annotated[float, Field(ge=0, le=1)], "float ≥ 0, ≤ 1"),
        (Annotated[int, Field(gt=0, multiple_of=5)], "int > 0, a multiple of 5"),
        (
            Annotated[Decimal, Field(max_digits=7, decimal_places=2)],
            "decimal at most 7 digits, 2 decimal places",
        ),
        (Annotated[str, Field(min_length=3)], "str (3 or more)"),
        (Annotated[str, Field(min_length=3, max_length=3)], "str (3)"),
        (Annotated[str, Field(pattern="^a+$")], "str matching ^a+$"),
        (EmailStr, "EmailStr"),
        (Any, "anything"),
        (Literal["a", "b"], "one of a, b"),
        (Optional[Address], "Address or None"),
        (int | str, "int or str"),
        (Annotated[list[Address], Field(max_length=3)], "list of Address (0 to 3)"),
        (dict[str, set[int]], "dict of str to set of int"),
        (tuple[int, str], "tuple of int, str"),
        (Json[list[int]], "JSON text of list of int"),
        (
            Literal[tuple(f"choice{number}" for number in range(50))],
            "one of choice0, choice1, choice2, choice3, choice4, choice5…",
        ),
    ],
)
def test_a_type_is_described_in_words(annotation: Any, words: str) -> None:
    reading = read_type(annotation)
    assert describe_shape(reading.shape, reading) == words
