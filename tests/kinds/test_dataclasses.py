"""Dataclasses of the standard library and of Pydantic, with and without constructor fields."""

from __future__ import annotations

import pytest
from pydantic import (
    TypeAdapter,
    ValidationError,
)

from tests.golden.kinds.dataclasses import Box, Parcel, Point, Squared, Store, Ticket
from tests.kinds.round_trips import draw, round_trip, to_json


def test_a_standard_dataclass_is_built_by_its_constructor() -> None:
    assert all(type(each) is Point and each.label == "here" for each in round_trip(Point))
    assert min(draw(Point)).x == min(each.x for each in draw(Point))


def test_a_field_without_init_keeps_its_default_and_is_not_in_json() -> None:
    for each, line in zip(round_trip(Parcel), to_json(Parcel), strict=True):
        assert each.state == "new"
        assert each.street.isupper()
        assert line.keys() == {"weight", "street", "stamps"}


def test_init_variables_are_written_to_json() -> None:
    for each, line in zip(round_trip(Squared), to_json(Squared), strict=True):
        assert each.area == line["side"] ** 2


def test_a_pydantic_dataclass_keeps_its_rules() -> None:
    for each in draw(Ticket):
        assert each.price % 10 == 0
        assert each.row >= 3 or each.price >= 100
        assert not each.sold
    with pytest.raises(ValidationError):
        draw(Ticket)[0].row = 31


def test_dataclasses_work_in_models_and_with_arguments() -> None:
    for each in round_trip(Store):
        assert all(isinstance(item, int) for box in each.boxes for item in box.more)
        assert type(each.first) is Point
    assert {type(each.inside) for each in round_trip(Box[str])} == {str}
    assert TypeAdapter(Box[str]).validate_python(draw(Box[str])[0]) == draw(Box[str])[0]
