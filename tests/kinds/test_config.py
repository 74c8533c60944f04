"""Model settings: each changes the records as documented."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
from pydantic import ConfigDict, ValidationError, create_model

from tests.golden.kinds.config import Car, Engine, FromRow, Row, Spoken, Word
from tests.kinds.round_trips import draw, read_back, round_trip, to_json


def build_model(**settings: Any) -> Any:
    """Return a model with the same fields under *settings*."""
    return type(
        "Under", (Spoken,), {"model_config": ConfigDict(**settings), "__module__": __name__}
    )


def test_the_case_and_the_length_of_texts() -> None:
    assert all(each.word.isupper() for each in round_trip(build_model(str_to_upper=True)))
    assert all(each.word.islower() for each in round_trip(build_model(str_to_lower=True)))
    assert all(
        each.word == each.word.strip()
        for each in round_trip(build_model(str_strip_whitespace=True))
    )
    assert all(
        3 <= len(each.word) <= 5
        for each in round_trip(build_model(str_min_length=3, str_max_length=5))
    )


def test_values_of_enums() -> None:
    records = round_trip(build_model(use_enum_values=True, validate_default=True))
    assert {each.hue for each in records} == {"r", "b"}
    assert {each.usual for each in records} == {"r"}


@pytest.mark.parametrize("encoding", ["utf8", "base64", "hex"])
def test_bytes_in_json(encoding: Any) -> None:
    kind = build_model(ser_json_bytes=encoding, val_json_bytes=encoding)
    assert round_trip(kind)
    if encoding == "hex":
        assert all(
            bytes.fromhex(line["raw"]) == each.raw
            for each, line in zip(draw(kind), to_json(kind), strict=True)
        )


def test_durations_and_moments_in_json() -> None:
    floats = build_model(ser_json_timedelta="float")
    assert all(
        line["wait"] == each.wait.total_seconds()
        for each, line in zip(round_trip(floats), to_json(floats), strict=True)
    )
    settings = ConfigDict(ser_json_temporal="milliseconds", val_temporal_unit="milliseconds")
    numbers = create_model("Numbers", __config__=settings, when=(dt.datetime, ...))
    assert all(
        line["when"] == each.when.timestamp() * 1000
        for each, line in zip(round_trip(numbers), to_json(numbers), strict=True)
    )


def test_nan_and_infinity_follow_the_settings() -> None:
    assert not any(math.isnan(each.real) for each in round_trip(build_model(allow_inf_nan=False)))
    assert len(round_trip(build_model(ser_json_inf_nan="strings"))) == 20


@pytest.mark.parametrize(
    "settings",
    [
        {"validate_assignment": True},
        {"revalidate_instances": "always"},
        {"hide_input_in_errors": True},
        {"coerce_numbers_to_str": True},
        {"regex_engine": "python-re"},
        {"defer_build": True},
        {"validate_return": True},
        {"cache_strings": "none"},
        {"protected_namespaces": ()},
        {"title": "Another"},
        {"loc_by_alias": False},
        {"from_attributes": True},
        {"serialize_by_alias": True},
        {"strict": True},
        {"frozen": True},
        {"extra": "forbid"},
    ],
    ids=str,
)
def test_unrelated_settings_change_no_value(settings: Any) -> None:
    assert [dict(each) for each in round_trip(build_model(**settings))] == [
        dict(each) for each in draw(build_model(extra="ignore"))
    ]


def test_assignments_are_still_validated() -> None:
    with pytest.raises(ValidationError):
        draw(build_model(validate_assignment=True))[0].wait = "long"


def test_patterns_that_only_python_knows() -> None:
    assert all(
        each.word.endswith("z") and not each.word.startswith("foo") for each in round_trip(Word)
    )


def test_a_record_can_be_built_from_attributes() -> None:
    assert all(
        FromRow.model_validate(row) == FromRow(size=row.size, name=row.name)
        for row in round_trip(Row)
    )
    assert len(round_trip(FromRow)) == 20


def test_an_arbitrary_class_is_built_by_its_constructor() -> None:
    assert all(isinstance(each.engine.power, int) for each in draw(Car))
    without = create_model("Without", __base__=Car, engine=(Engine | None, None))
    assert len(read_back(without)) == 20
