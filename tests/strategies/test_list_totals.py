"""Counts, sums and shares of lists: what a record says of a list agrees with its items."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, Field

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines
from pytest_fixturegen.api.generate import build_instance


class Parcel(BaseModel):
    weight_kg: float


class Shipment(BaseModel):
    parcels: list[Parcel] = Field(min_length=1)
    parcel_count: int
    total_weight_kg: float


class OrderLine(BaseModel):
    quantity: int
    unit_price: Decimal
    line_total: Decimal


class Order(BaseModel):
    lines: list[OrderLine] = Field(min_length=1)
    subtotal: Decimal
    tax: Decimal
    shipping_cost: Decimal
    discount_amount: Decimal
    total: Decimal


class Option(BaseModel):
    percentage: float
    is_default: bool


class Poll(BaseModel):
    options: list[Option] = Field(min_length=1, max_length=5)


def draw(model: Any, n: int = 60) -> list[Any]:
    return list(generate_instances(model, n, seed=2))


def test_a_count_is_the_length_and_a_sum_that_of_the_items() -> None:
    for record in draw(Shipment):
        assert record.parcel_count == len(record.parcels)
        weights = sum(parcel.weight_kg for parcel in record.parcels)
        assert record.total_weight_kg == pytest.approx(weights)


def test_a_bill_adds_up_its_lines_and_what_stands_beside_them() -> None:
    for order in draw(Order):
        assert order.subtotal == sum(line.line_total for line in order.lines)
        extras = order.tax + order.shipping_cost - order.discount_amount
        assert order.total == order.subtotal + extras


def test_shares_of_the_items_are_a_whole_and_one_is_the_first() -> None:
    for poll in draw(Poll):
        assert sum(option.percentage for option in poll.options) == pytest.approx(100)
        assert [option.is_default for option in poll.options].count(True) == 1


def test_a_count_that_the_user_fixes_stays() -> None:
    record = build_instance(Shipment, GenerationConfig(), "key", overrides={"parcel_count": 7})
    assert record.parcel_count == 7


def test_json_has_the_same_numbers() -> None:
    instances = [json.loads(order.model_dump_json()) for order in draw(Order, 5)]
    assert instances == [json.loads(line) for line in generate_lines(Order, 5, seed=2)]


class Window(BaseModel):
    readings: list[float] = Field(min_length=4, max_length=9)
    min_value: float
    avg_value: float
    max_value: float
    sample_count: int


class Report(BaseModel):
    date: dt.date
    year: int
    quarter: int


def test_a_record_sums_up_its_readings_which_are_near_each_other() -> None:
    for window in draw(Window):
        assert window.min_value == pytest.approx(min(window.readings))
        assert window.max_value == pytest.approx(max(window.readings))
        assert window.min_value <= window.avg_value <= window.max_value
        assert window.max_value - window.min_value <= 0.1 * abs(window.avg_value) + 0.02
        assert window.sample_count == len(window.readings)


def test_a_year_and_a_quarter_are_those_of_the_day() -> None:
    for report in draw(Report):
        assert report.year == report.date.year
        assert report.quarter == (report.date.month + 2) // 3
