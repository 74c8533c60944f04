"""Tests that use fixtures of the plugin."""

import pytest
from models import Customer, Order, Tier

from pytest_fixturegen import Pfg


def total(order: Order) -> float:
    return sum(float(line.product.price) * line.quantity for line in order.lines)


def test_an_order_costs_something(order: Order) -> None:
    assert total(order) > 0


def test_a_customer_is_updated_after_it_was_created(customer: Customer) -> None:
    assert customer.created_at <= customer.updated_at


def test_a_contract_makes_an_enterprise(enterprise: Customer) -> None:
    assert enterprise.tier is Tier.enterprise


def test_a_backlog_has_orders(backlog: list[Order]) -> None:
    assert len(backlog) == 5


@pytest.mark.parametrize("customer", [{"address": {"city": "Oslo"}}], ids=["oslo"], indirect=True)
def test_a_test_may_fix_what_it_is_about(customer: Customer) -> None:
    assert customer.address.city == "Oslo"


def test_models_on_demand(pfg: Pfg) -> None:
    first, second = pfg.batch(Customer, 2)
    assert first != second
