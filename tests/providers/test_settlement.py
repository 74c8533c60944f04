"""Bills of which as much is paid as their status says."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel

from pytest_fixturegen import GenerationConfig, generate_instances

CONFIG = GenerationConfig(seed=5)


class Invoice(BaseModel):
    total: Decimal
    amount_paid: Decimal
    balance_due: Decimal
    status: Literal["draft", "sent", "partially_paid", "paid", "overdue"]


class Booking(BaseModel):
    total: Decimal
    deposit: Decimal
    balance_due: Decimal
    status: Literal["reserved", "paid", "cancelled"]


def test_as_much_is_paid_as_the_status_says() -> None:
    met = set()
    for invoice in generate_instances(Invoice, 200, config=CONFIG):
        met.add(invoice.status)
        assert invoice.total == invoice.amount_paid + invoice.balance_due
        assert {
            "draft": invoice.amount_paid == 0,
            "sent": invoice.amount_paid == 0,
            "partially_paid": 0 < invoice.amount_paid < invoice.total,
            "paid": invoice.balance_due == 0,
            "overdue": invoice.balance_due > 0,
        }[invoice.status]
    assert len(met) == 5


def test_a_deposit_is_a_part_whatever_the_status() -> None:
    bookings = list(generate_instances(Booking, 100, config=CONFIG))
    assert all(booking.total == booking.deposit + booking.balance_due for booking in bookings)
    assert any(booking.balance_due for booking in bookings if booking.status == "paid")
