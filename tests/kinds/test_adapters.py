"""Types that need a TypeAdapter: bare annotations, functions, nested containers."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, Field, OnErrorOmit, validate_call

from pytest_fixturegen import generate_instances
from pytest_fixturegen._internal.type_names import format_type
from pytest_fixturegen.errors import MappingError
from tests.golden.kinds.adapters import CONTAINERS, Pet, Stream, Tools
from tests.kinds.round_trips import draw, read_back, round_trip, to_json


@pytest.mark.parametrize(("kind", "cls"), CONTAINERS, ids=str)
def test_a_container_keeps_its_class_and_round_trips(kind: Any, cls: type) -> None:
    assert {type(each) for each in round_trip(kind)} == {cls}


def test_containers_keep_their_bounds() -> None:
    assert {
        len(each) for each in draw(Annotated[list[int], Field(min_length=4, max_length=6)])
    } <= {4, 5, 6}
    assert all(
        min(each, default=5) >= 5 for each in draw(list[OnErrorOmit[Annotated[int, Field(ge=5)]]])
    )


def test_iterables_and_generators_yield_their_items() -> None:
    first, again = (
        [list(each.numbers) for each in generate_instances(Stream, 20, 3)] for _ in range(2)
    )
    assert first == again
    assert all(isinstance(number, int) for numbers in first for number in numbers)
    assert len(read_back(Stream)) == 20


@validate_call
def repeat(
    text: Annotated[str, Field(min_length=3)],
    times: Annotated[int, Field(ge=1, le=4)],
    *,
    end: str = "!",
) -> str:
    return text * times + end


def test_a_validated_function_is_called_with_valid_arguments() -> None:
    for each, line in zip(draw(repeat), to_json(repeat), strict=True):
        assert each == line["text"] * line["times"] + "!"


def test_classes_and_functions_are_themselves() -> None:
    for each in draw(Tools):
        assert issubclass(each.make, Pet)
        assert callable(each.call)
        assert isinstance(hash(each.key), int)
        assert isinstance(each.some, type)


def test_values_json_cannot_represent_are_an_error() -> None:
    with pytest.raises(MappingError, match=r"Tools.*does not accept its own JSON"):
        to_json(Tools)


def test_the_name_of_a_type_does_not_depend_on_function_addresses() -> None:
    # Each type has its own function, at a different address.
    kinds = [Annotated[int, AfterValidator(lambda value: value)] for _ in range(2)]
    assert len({format_type(kind) for kind in kinds}) == 1
    assert format_type(repeat) == "repeat"
