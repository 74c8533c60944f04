"""Functions of ``validate_call``: every kind of parameter gets its argument."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field, validate_call
from typing_extensions import NotRequired, TypedDict, Unpack

from tests.kinds.round_trips import draw


class Size(TypedDict):
    width: int
    height: Annotated[int, Field(ge=0, le=9)]
    unit: NotRequired[str]


class Node(TypedDict):
    name: str
    children: NotRequired[list[Any]]


class User(BaseModel):
    age: int = Field(ge=0)


@validate_call
def call_positional(a: int, /, b: str) -> Any:
    return {"a": a, "b": b}


@validate_call
def call_all_positional(a: int, b: Annotated[str, Field(min_length=3)] = "no", /) -> Any:
    return {"a": a, "b": b}


@validate_call
def call_mixed(a: int, /, b: str, *args: int, c: bool, **kwargs: str) -> Any:
    assert isinstance(c, bool)
    return {"a": a, "b": b}


@validate_call
def call_aliased(a: Annotated[int, Field(alias="A")], b: str) -> Any:
    return {"a": a, "b": b}


@validate_call
def call_keyword_alias(a: int, *, b: Annotated[str, Field(alias="B")]) -> Any:
    return {"a": a, "b": b}


@validate_call
def call_unpacked(a: int, **size: Unpack[Size]) -> Any:
    assert 0 <= size["height"] <= 9
    assert isinstance(size["width"], int)
    return {"a": a, "b": "size"}


@validate_call
def call_everything(a: int, /, b: str, *args: int, **size: Unpack[Size]) -> Any:
    assert size.keys() >= {"width", "height"}
    return {"a": a, "b": b}


@validate_call
def call_variadic(*args: int, **kwargs: str) -> Any:
    return {"a": 0, "b": "nothing is required"}


@validate_call
def call_with_model(a: int, user: User, /, b: str = "b") -> Any:
    assert user.age >= 0
    return {"a": a, "b": b}


def call_plain(a: int, /, b: str) -> Any:
    return {"a": a, "b": b}


FUNCTIONS = [
    call_positional,
    call_all_positional,
    call_mixed,
    call_aliased,
    call_keyword_alias,
    call_unpacked,
    call_everything,
    call_variadic,
    call_with_model,
    call_plain,
]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_a_function_is_called_with_all_its_parameters(function: Any) -> None:
    results = draw(function, only_one=function is call_variadic)
    assert all(isinstance(each["a"], int) and isinstance(each["b"], str) for each in results)
    if function is not call_variadic:
        assert len({each["a"] for each in results}) > 1
