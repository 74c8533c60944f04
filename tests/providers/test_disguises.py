"""A name keeps its meaning in another type."""

from __future__ import annotations

import re
from typing import Annotated

import pytest
from pydantic import Field

from tests.providers.samples import model, records

Short = Annotated[str, Field(max_length=5)]


@pytest.mark.parametrize(
    ("name", "type_", "like"),
    [
        ("created", str, r"20\d\d-\d\d-\d\dT.*Z"),
        ("year", str, r"(19|20)\d\d"),
        ("exam_score", str, r"\d+(\.\d+)?"),
        ("zip", int, r"\d{5}"),
        ("phone_number", int, r"1\d{10}"),
        ("price_cents", int, r"\d{2,7}"),
        ("is_active", int, "0|1"),
        ("last_login", float, r"1\d{9}\.0"),
        ("first_name", Short, r"[A-Z]\w{1,4}"),
        ("email", Annotated[str, Field(max_length=24)], r"[a-z._]+\d*@example\.(com|net|org)"),
    ],
)
def test_a_value_is_of_its_kind_in_another_type(name, type_, like):
    for record in records(model("Thing", **{name: type_}), 30):
        assert re.fullmatch(like, str(record[name])), record


def test_a_short_address_is_of_the_person():
    fields = {"last_name": str, "email": Annotated[str, Field(max_length=30)]}
    rows = records(model("User", **fields), 40)
    shown = sum(row["last_name"].lower()[:4] in row["email"] for row in rows)
    assert shown > 25


@pytest.mark.parametrize("rules", [{"ge": 5}, {"le": 0}])
def test_a_flag_whose_range_is_another_is_a_number(rules):
    (row,) = records(model(is_active=Annotated[int, Field(**rules)]), 1)
    assert row["is_active"] not in (0, 1) or rules == {"le": 0}
