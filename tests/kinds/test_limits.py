"""Bounds at the ends of what a type can hold: served, or an error that names the bound."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import pytest
from pydantic import AwareDatetime, Field, FutureDate, NaiveDatetime, PastDate, create_model

from pytest_fixturegen import generate_instances, generate_lines
from pytest_fixturegen.errors import MappingError

UTC = dt.timezone.utc
EAST = dt.timezone(dt.timedelta(hours=5))
WEST = dt.timezone(dt.timedelta(hours=-5))
MICROSECOND = dt.timedelta.resolution

SERVED = [
    (dt.date, {"le": dt.date.min}),
    (dt.date, {"ge": dt.date(9999, 12, 30)}),
    (dt.date, {"gt": dt.date(9999, 12, 30)}),
    (dt.date, {"lt": dt.date(1, 1, 2)}),
    (dt.datetime, {"ge": dt.datetime.max}),
    (dt.datetime, {"le": dt.datetime.min}),
    (dt.datetime, {"ge": dt.datetime(9999, 12, 31, tzinfo=UTC)}),
    (AwareDatetime, {"le": dt.datetime(1, 1, 1, 1, tzinfo=UTC)}),
    (NaiveDatetime, {"ge": dt.datetime(9999, 12, 31, 23, 59, 59)}),
    (dt.datetime, {"gt": dt.datetime(2020, 1, 1), "lt": dt.datetime(2020, 1, 1, 0, 0, 0, 5)}),
    (PastDate, {"le": dt.date(1, 1, 5)}),
    (FutureDate, {"ge": dt.date(9999, 12, 30)}),
    (dt.timedelta, {"ge": dt.timedelta.max}),
    (dt.timedelta, {"le": dt.timedelta.min}),
    (dt.timedelta, {"ge": dt.timedelta(days=999_999_990)}),
    (dt.timedelta, {"ge": dt.timedelta(0), "le": dt.timedelta(0)}),
    (dt.timedelta, {"gt": dt.timedelta(0), "lt": 2 * MICROSECOND}),
    (dt.timedelta, {"gt": -3 * MICROSECOND, "lt": -MICROSECOND}),
    (dt.timedelta, {"ge": dt.timedelta(milliseconds=500), "le": dt.timedelta(seconds=2)}),
    (dt.time, {"ge": dt.time.max}),
    (dt.time, {"le": dt.time.min}),
    (dt.time, {"gt": dt.time(12), "lt": dt.time(12, 0, 0, 7)}),
    (int, {"ge": 2**63}),
    (int, {"ge": 10**400}),
    (int, {"ge": -(2**70), "le": 2**70}),
    (int, {"gt": 2**64, "lt": 2**64 + 2}),
    (float, {"ge": 1.7e308}),
    (float, {"le": -1.7976931348623157e308}),
    (float, {"gt": 0, "lt": 1e-323}),
]

IMPOSSIBLE = [
    (dt.date, {"gt": dt.date.max}, "gt=9999-12-31"),
    (dt.date, {"lt": dt.date.min}, "lt=0001-01-01"),
    (dt.datetime, {"gt": dt.datetime.max}, "gt=9999-12-31 23:59:59.999999"),
    (dt.datetime, {"lt": dt.datetime.min}, "lt=0001-01-01 00:00:00"),
    (dt.datetime, {"ge": dt.datetime(9999, 12, 31, 23, tzinfo=WEST)}, "ge=9999-12-31 23:00"),
    (dt.datetime, {"le": dt.datetime(1, 1, 1, 1, tzinfo=EAST)}, "le=0001-01-01 01:00"),
    (dt.timedelta, {"gt": dt.timedelta.max}, "gt=999999999 days"),
    (dt.timedelta, {"lt": dt.timedelta.min}, "lt=-999999999 days"),
    (dt.time, {"gt": dt.time.max}, "gt=23:59:59.999999"),
    (dt.time, {"lt": dt.time.min}, "lt=00:00:00"),
    (float, {"gt": 1.7976931348623157e308}, "gt=1.797"),
    (float, {"gt": 0, "lt": 5e-324}, "gt=0, lt=5e-324"),
]


def make_model(value_type: Any, rules: dict[str, Any]) -> Any:
    return create_model("Model", value=(Annotated[value_type, Field(**rules)], ...))


@pytest.mark.parametrize(("value_type", "rules"), SERVED, ids=str)
def test_a_bound_at_the_limit_of_its_type_is_served(value_type: Any, rules: dict[str, Any]) -> None:
    model = make_model(value_type, rules)
    instances = list(generate_instances(model, 20, seed=3))
    lines = list(generate_lines(model, 20, seed=3))
    assert [model.model_validate_json(line) for line in lines] == instances


@pytest.mark.parametrize(("value_type", "rules", "bound"), IMPOSSIBLE, ids=str)
def test_a_bound_beyond_its_type_is_an_error(
    value_type: Any, rules: dict[str, Any], bound: str
) -> None:
    with pytest.raises(MappingError) as caught:
        list(generate_instances(make_model(value_type, rules), 1, seed=3))
    assert "satisfies" in str(caught.value)
    assert bound in str(caught.value)
