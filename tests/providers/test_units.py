"""Numbers by their unit, their noun and the class of their record."""

from __future__ import annotations

from statistics import mean, median
from typing import Any

import pytest

from pytest_fixturegen.providers.by_name import find_named_provider
from pytest_fixturegen.providers.units import lookup, suffixes
from pytest_fixturegen.providers.units.specs import parse_spec
from tests.providers.samples import draw_values, field, model, records


def draw(name: str, kind: str = "float", **rules: Any) -> list[Any]:
    """Return values of a field *name* of a model ``thing``."""
    found = find_named_provider(field(name, kind, **rules))
    assert found is not None, name
    return draw_values(found[1])


RANGES = [
    ("soil_ph", "float", 3.5, 9.5),
    ("dew_point_c", "float", -60, 35),
    ("dew_point_f", "float", 10, 80),
    ("pressure_hpa", "float", 920, 1065),
    ("pressure_kpa", "float", 92, 107),
    ("wind_speed_ms", "float", 0, 45),
    ("wind_speed_kmh", "float", 0, 160),
    ("latency_ms", "float", 0, 10_000),
    ("wind_direction_deg", "int", 0, 360),
    ("p_value", "float", 0, 1),
    ("exit_code", "int", 0, 255),
    ("year_built", "int", 1900, 2026),
    ("no_claims_years", "int", 0, 50),
    ("fte", "float", 0.1, 1),
    ("precipitation_probability", "int", 0, 100),
    ("acceptance_rate", "float", 0, 1),
    ("interest_rate", "float", 0, 25),
    ("mortgage_rate", "decimal", 0, 25),
    ("memory_mb", "int", 256, 1_048_576),
]


@pytest.mark.parametrize("name", ["interest_rate", "apr", "mortgage_rate", "coupon_rate", "roi"])
@pytest.mark.parametrize("kind", ["float", "decimal"])
def test_a_rate_that_ends_at_one_is_a_share(name: str, kind: str) -> None:
    values = draw(name, kind, ge=0, le=1)
    assert all(0 <= value <= 0.3 for value in values)
    assert 0.01 <= median(values) <= 0.15
    assert median(draw(name, kind, ge=0, le=30)) > 1


@pytest.mark.parametrize(("name", "kind", "low", "high"), RANGES)
def test_a_unit_and_a_noun_give_the_range(name: str, kind: str, low: float, high: float) -> None:
    assert all(low <= value <= high for value in draw(name, kind))


def test_the_class_says_which_quantity_it_is() -> None:
    recipes = records(model("Recipe", temperature_c=int))
    patients = records(model("VitalSigns", temperature_c=float))
    assert all(100 <= record["temperature_c"] <= 280 for record in recipes)
    assert all(record["temperature_c"] % 5 == 0 for record in recipes)
    assert all(34 <= record["temperature_c"] <= 42 for record in patients)


def test_counts_have_a_long_tail() -> None:
    values = draw("download_count", "int")
    assert mean(values) > 1.5 * median(values)


def test_what_is_usually_zero_is_zero() -> None:
    assert median(draw("late_fee")) == 0


def test_bounds_that_leave_no_usual_value_are_filled() -> None:
    assert all(2000 <= value <= 3000 for value in draw("depth_m", "int", ge=2000, le=3000))


def test_every_row_can_be_read() -> None:
    rows = [*lookup.index_heads().values()]
    rows += [row for section in lookup.index_sections().values() for row in section.values()]
    rows += [unit.spec.strip() for units in suffixes.index_units().values() for unit in units]
    rows += [row for _, _, row in lookup.AFFIX_SPECS]
    for row in rows:
        spec = parse_spec(row)
        assert spec.low <= spec.median <= spec.high, row


def test_values_of_a_long_list_of_numbers_are_of_its_noun() -> None:
    record = model("Station", temperatures=list[float])
    assert all(-20 <= value <= 45 for r in records(record) for value in r["temperatures"])
