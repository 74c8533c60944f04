"""Times of day that are written as text."""

from __future__ import annotations

import re

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances


class OpeningHour(BaseModel):
    day_of_week: str
    opens_at: str
    closes_at: str


class Auction(BaseModel):
    title: str
    opens_at: str
    closes_at: str


def test_what_happens_each_week_has_times_of_day() -> None:
    for hour in generate_instances(OpeningHour, 100, config=GenerationConfig(seed=5)):
        assert re.fullmatch(r"\d\d:\d\d", hour.opens_at)
        assert re.fullmatch(r"\d\d:\d\d", hour.closes_at)
        assert hour.opens_at < hour.closes_at


def test_what_happens_once_has_no_times_of_day() -> None:
    for auction in generate_instances(Auction, 100, config=GenerationConfig(seed=5)):
        assert not re.fullmatch(r"\d\d:\d\d", auction.opens_at)
