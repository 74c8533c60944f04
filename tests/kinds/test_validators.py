"""Validators of every mode accept the records, and transform each value once."""

from __future__ import annotations

from tests.golden.kinds.validators import (
    Answers,
    Chain,
    Gauge,
    Percent,
    Sample,
    Signup,
    Step,
    Trip,
    Unchecked,
    Window,
    Word,
)
from tests.kinds.round_trips import draw, read_back, round_trip, to_json


def test_annotated_validators_are_applied() -> None:
    for each in draw(Chain):
        assert each.after % 2 == 0
        assert 0 <= each.after <= 99
        assert each.wrapped <= 50
        assert each.plain in range(7)
        assert not any(item % 2 for item in each.listed)
    assert len(read_back(Chain)) == 20


def test_field_and_model_validators_of_every_mode_hold() -> None:
    for each in round_trip(Trip):
        assert each.origin.isupper()
        assert each.nights < each.days
        assert each.origin != each.target


def test_fields_drawn_together_are_redrawn_together() -> None:
    records = round_trip(Window)
    assert all(each.low % 2 == 0 for each in records)
    assert len({each.low for each in records}) > 3


def test_repeated_passwords_and_addresses_are_equal() -> None:
    for each in draw(Signup):
        assert each.password == each.password_again
        assert each.email == each.confirm_email
    assert len({each.password.get_secret_value() for each in draw(Signup)}) > 10


def test_a_custom_pydantic_error_is_understood() -> None:
    assert all(each.answer % 14 == 0 for each in round_trip(Sample))


def test_predicates_hold() -> None:
    for each in round_trip(Answers):
        assert each.lower.islower()
        assert each.upper.isupper()
        assert each.digits.isdigit()
        assert (each.even % 2, each.odd % 2) == (0, 1)


def test_unvalidated_fields_still_hold_instances() -> None:
    for each in draw(Unchecked):
        assert isinstance(each.gauge, Gauge)
        assert isinstance(each.gauge.level, int)


def test_every_step_of_a_pipeline_holds() -> None:
    assert all(0 <= each <= 100 for each in round_trip(Percent))
    assert all(each == each.lower() for each in round_trip(Word))
    assert all(each % 3 == 0 for each in round_trip(Step))
    assert to_json(Step) == draw(Step)
