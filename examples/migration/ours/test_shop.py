"""The same test suite with pytest-fixturegen."""

from __future__ import annotations

import pytest

from examples.migration.models import Order, User, greeting, may_refund, spent
from pytest_fixturegen import Make


@pytest.mark.pfg(user={"name": "Ada", "address": {"city": "Oslo"}})
def test_greeting(user: User):
    assert greeting(user) == "Dear Ada in Oslo"


def test_staff_may_refund(clerk: User):
    assert may_refund(clerk)


def test_customers_may_not(user: User):
    assert not may_refund(user)


def test_spent_counts_the_orders_of_the_user(user: User, make_order: Make[Order]):
    orders = make_order.batch(3, total=5)
    others = make_order.batch(2, user_id=user.id + 1)
    assert spent(user, orders + others) == 15
