"""A journey leads from one city to another, and takes the time between its departure and its arrival."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

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


class Person(NamedTuple):
    first_name: str
    last_name: str
    email: str
    postal_code: str
    city: str
    state: str


class Crew(BaseModel):
    first_name: str
    lead: Person
    members: list[Person]


def test_the_places_of_a_named_tuple_belong_together() -> None:
    crews = list(generate_instances(Crew, 200, seed=5))
    people = [person for crew in crews for person in (crew.lead, *crew.members)]
    assert all(person.email.startswith(person.first_name.lower()) for person in people)
    assert len({person.first_name for person in people}) > 100
    assert any(crew.lead.first_name != crew.first_name for crew in crews)
    cities = {(person.city, person.state) for person in people}
    assert len(cities) < 1.3 * len({city for city, _ in cities})


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "ja_JP", "cs_CZ"])
def test_a_journey_is_one(locale: str) -> None:
    trips = list(generate_instances(Trip, 500, config=GenerationConfig(seed=5, locale=locale)))
    assert all(trip.origin != trip.destination for trip in trips)
    assert all(
        trip.arrival - trip.departure == trip.duration == timedelta(minutes=trip.duration_minutes)
        for trip in trips
    )
    assert len({trip.destination for trip in trips}) > 5


def test_its_json_says_the_same() -> None:
    assert b'"duration":"PT' in next(iter(generate_lines(Trip, 1)))
