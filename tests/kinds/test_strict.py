"""Strict mode: values already have the exact type, in Python and in JSON."""

from __future__ import annotations

from pydantic import (
    SecretStr,
    TypeAdapter,
)

from tests.golden.kinds.strict import Inner, Level, Locked, Point, Single, Whole
from tests.kinds.round_trips import draw, read_back, round_trip


def test_strict_models_and_fields_get_what_they_ask_for() -> None:
    assert {
        (type(each.inner), type(each.point), type(each.level)) for each in round_trip(Whole)
    } == {(Inner, Point, Level)}
    for each in round_trip(Single):
        assert [
            type(value) for value in (each.number, each.flag, each.text, each.raw, each.real)
        ] == [
            int,
            bool,
            str,
            bytes,
            float,
        ]


def test_a_strict_validator_accepts_the_records() -> None:
    adapter = TypeAdapter(Whole)
    for each in draw(Whole):
        assert adapter.validate_python(dict(each), strict=True) == each


def test_a_strict_secret_is_a_secret() -> None:
    assert {type(each.key) for each in draw(Locked)} == {SecretStr}
    assert len(read_back(Locked)) == 20
