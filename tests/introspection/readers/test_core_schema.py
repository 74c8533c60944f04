"""Shapes of core schemas: unions, containers and constraints."""

from __future__ import annotations

from collections import Counter, deque
from typing import Annotated, Any, Optional, Union

import pytest
from pydantic import BaseModel, ConfigDict, StringConstraints

from pytest_fixturegen.introspection.shapes import (
    CollectionShape,
    Constraints,
    MappingShape,
    ModelShape,
    OptionalShape,
    Scalar,
    Shape,
    TupleShape,
    UnionShape,
)
from pytest_fixturegen.introspection.type_reader import read_type

INT, TEXT = Scalar("int"), Scalar("str")
INTEGERS = CollectionShape("list", INT)


class Upper(BaseModel):
    model_config = ConfigDict(str_to_upper=True, str_max_length=5)
    code: str
    own: Annotated[str, StringConstraints(max_length=3)]


@pytest.mark.parametrize(
    ("annotation", "shape"),
    [
        (Optional[int], OptionalShape(INT)),
        (Union[int, str], UnionShape((("int", INT), ("str", TEXT)))),
        (Union[int, str, None], OptionalShape(UnionShape((("int", INT), ("str", TEXT))))),
        (
            Union[list[int], list[Annotated[int, "other"]]],
            UnionShape((("list[int]", INTEGERS), ("list[int]'", INTEGERS))),
        ),
        (deque[int], CollectionShape("deque", INT)),
        (Counter[str], MappingShape("Counter", TEXT, Scalar("int", Constraints(ge=1)))),
        (tuple[int, ...], TupleShape((INT,), variadic_index=0)),
    ],
)
def test_a_type_has_its_shape(annotation: Any, shape: Shape) -> None:
    assert read_type(annotation).shape == shape


def test_the_config_of_a_model_constrains_its_texts() -> None:
    (model,) = read_type(Upper).refs.values()
    assert isinstance(model, ModelShape)
    assert [field.shape for field in model.fields] == [
        Scalar("str", Constraints(upper=True, max_length=5)),
        Scalar("str", Constraints(upper=True, max_length=3)),
    ]
