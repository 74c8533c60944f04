"""Fields of a record that depend on each other."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationInfo, field_validator, model_validator
from typing_extensions import Self

from tests.generator.repair.records import draw_repaired

CITIES = {"SE": ["Malmö", "Lund"], "NO": ["Oslo", "Bergen"]}


class Booking(BaseModel):
    arrival: dt.datetime
    note: str
    departure: dt.datetime

    @field_validator("departure")
    @classmethod
    def check(cls, departure: dt.datetime, info: ValidationInfo) -> dt.datetime:
        if departure <= info.data["arrival"]:
            raise ValueError("no")
        return departure


def test_a_field_lies_after_its_sibling() -> None:
    records = draw_repaired(Booking, 20, n=40)
    assert all(record.arrival < record.departure for record in records)


class Line(BaseModel):
    price: int
    quantity: int


class Invoice(BaseModel):
    lines: list[Line]
    total: int

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.total != sum(line.price * line.quantity for line in self.lines):
            raise ValueError("no")
        return self


def test_a_total_is_the_sum_of_products() -> None:
    assert len({record.total for record in draw_repaired(Invoice, 40)}) > 5


class Price(BaseModel):
    net: Decimal
    discount: Decimal
    final: Decimal

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.final != self.net - self.discount:
            raise ValueError("no")
        return self


def test_a_number_is_the_difference_of_two_others() -> None:
    assert len({record.final for record in draw_repaired(Price, 40)}) > 5


class Home(BaseModel):
    country: str
    city: str

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.city not in CITIES.get(self.country, []):
            raise ValueError("no")
        return self


def test_a_field_is_an_entry_of_a_table_for_its_sibling() -> None:
    pairs = {(record.country, record.city) for record in draw_repaired(Home, 40, n=60)}
    assert pairs == {(country, city) for country in CITIES for city in CITIES[country]}


class Trips(BaseModel):
    homes: list[Home]
    label: str


def test_the_fields_of_nested_records_are_related() -> None:
    for record in draw_repaired(Trips, 40):
        assert all(home.city in CITIES[home.country] for home in record.homes)


class Levels(BaseModel):
    floor: int
    warning: int
    ceiling: int

    @model_validator(mode="after")
    def check(self) -> Self:
        if not self.floor < self.warning < self.ceiling:
            raise ValueError("no")
        return self


def test_three_fields_are_in_order() -> None:
    records: list[Any] = draw_repaired(Levels, 40, n=40)
    assert len({record.warning for record in records}) > 10
