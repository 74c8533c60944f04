"""Keys that a validator misses in a mapping."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, RootModel, model_validator
from typing_extensions import Self

from tests.generator.repair.records import draw_repaired


class Labels(RootModel[dict[str, str]]):
    @model_validator(mode="after")
    def check(self) -> Labels:
        if "shop.order.id" not in self.root:
            raise ValueError("Labels must include the shop.order.id label")
        return self


class Event(BaseModel):
    name: str
    labels: Labels


def test_a_mapping_gets_the_keys_that_a_message_asks_for() -> None:
    records = draw_repaired(Event, attempts=1)
    assert all("shop.order.id" in record.labels.root for record in records)


class Weighed(BaseModel):
    weights: dict[str, int]

    @model_validator(mode="after")
    def check(self) -> Self:
        assert self.weights["gross"] is not None
        assert self.weights["net"] is not None
        return self


def test_a_mapping_gets_the_keys_whose_absence_raised() -> None:
    records = draw_repaired(Weighed, attempts=2)
    assert all(record.weights.keys() >= {"gross", "net"} for record in records)


class Described(BaseModel):
    data: dict[str, Any]

    @model_validator(mode="after")
    def check(self) -> Self:
        if not isinstance(self.data["kind"], str):
            raise ValueError("kind must be a str")
        return self


def test_the_value_of_a_key_that_was_added_is_repaired_too() -> None:
    assert all(isinstance(record.data["kind"], str) for record in draw_repaired(Described, 3))
