"""Optional fields that a message asks for or forbids."""

from __future__ import annotations

from typing import Optional

from pydantic import BaseModel, Field, model_validator
from typing_extensions import Self

from tests.generator.repair.records import draw_repaired


class Order(BaseModel):
    quantity: Optional[int] = None
    amount: Optional[int] = None
    symbol: Optional[str] = None
    stop: Optional[int] = None
    trail: Optional[int] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.quantity is None and self.amount is None:
            raise ValueError("At least one of quantity or amount must be provided")
        if self.quantity is not None and self.amount is not None:
            raise ValueError("Both quantity and amount can not be set")
        if self.symbol is None:
            raise ValueError("symbol is required")
        for name in ("stop", "trail"):
            if getattr(self, name) is not None:
                raise ValueError(f"{name} is not supported for such orders")
        return self


def test_several_rules_across_fields_are_kept_together() -> None:
    for record in draw_repaired(Order, attempts=3):
        assert record.symbol
        assert record.stop is record.trail is None


class Needing(BaseModel):
    url: Optional[str] = None
    first: Optional[str] = None
    second: Optional[str] = None
    third: Optional[str] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.url is None:
            raise ValueError("a value for the field 'url' is required")
        if sum(value is not None for value in (self.first, self.second, self.third)) > 1:
            raise ValueError("only one of first, second, third")
        return self


def test_a_field_that_a_message_asks_for_is_kept() -> None:
    assert all(record.url for record in draw_repaired(Needing, attempts=3))


class Payment(BaseModel):
    card: Optional[str] = None
    iban: Optional[str] = None
    note: str

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.card is not None and self.iban is not None:
            raise ValueError("card and iban are mutually exclusive")
        return self


def test_a_field_that_is_left_out_moves_no_other() -> None:
    class Unchecked(BaseModel):
        card: Optional[str] = None
        iban: Optional[str] = None
        note: str

    Unchecked.__qualname__ = Payment.__qualname__  # the seed of its data
    before, after = draw_repaired(Unchecked, attempts=0), draw_repaired(Payment, attempts=1)
    assert [record.note for record in after] == [record.note for record in before]
    assert all(record.card is None or record.iban is None for record in after)


class Extension(BaseModel):
    as_text: Optional[str] = None
    as_int: Optional[int] = None
    as_float: Optional[float] = None
    as_bool: Optional[bool] = None
    as_bytes: Optional[bytes] = None
    as_list: Optional[list[int]] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        present = [name for name, value in vars(self).items() if value is not None]
        if len(present) != 1:
            names = list(type(self).model_fields)
            raise ValueError(f"Any one field value is expected of {names}, but got multiple!")
        return self


def test_one_of_many_exclusive_fields_is_kept_at_once() -> None:
    records = draw_repaired(Extension, attempts=2, n=40)
    assert len({tuple(record.model_fields_set) for record in records}) > 4


class Contact(BaseModel):
    phone: Optional[str] = Field(default=None, alias="phoneNumber")
    chat: Optional[str] = Field(default=None, alias="chatName")
    mark: Optional[int] = None
    spot: Optional[int] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.mark is not None and self.spot is not None:
            raise ValueError("wrong combination")
        if self.phone is None:
            raise ValueError("phoneNumber is required")
        return self


def test_a_field_that_a_message_asks_for_is_kept_by_its_alias() -> None:
    assert all(record.phone for record in draw_repaired(Contact, attempts=9, n=40))
