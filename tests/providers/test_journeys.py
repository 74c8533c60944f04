"""A journey leads from one city to another, and takes the time between its departure and its arrival."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines


class Trip(BaseModel):
    origin: str
    destination: str
    departure: datetime
    arrival: datetime
    duration: timedelta
    duration_minutes: int


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "ja_JP", "cs_CZ"])
def test_a_journey_is_one(locale: str) -> None:
    trips = list(generate_instances(Trip, 500, config=GenerationConfig(seed=5, locale=locale)))
    assert all(trip.origin != trip.destination for trip in trips)
    assert all(trip.arrival - trip.departure == trip.duration == timedelta(minutes=trip.duration_minutes) for trip in trips)
    assert len({trip.destination for trip in trips}) > 5


def test_its_json_says_the_same() -> None:
    assert b'"duration":"PT' in next(iter(generate_lines(Trip, 1)))
