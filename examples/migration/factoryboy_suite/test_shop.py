"""The test suite with factory_boy and pytest-factoryboy."""

from __future__ import annotations

import factory
import pytest
from pytest_factoryboy import register

from examples.migration.models import Address, Order, Role, User, greeting, may_refund, spent


class AddressFactory(factory.Factory):
    class Meta:
        model = Address

    street = factory.Faker("street_address")
    city = factory.Faker("city")


class UserFactory(factory.Factory):
    class Meta:
        model = User

    id = factory.Sequence(lambda number: number + 1)
    name = factory.Faker("name")
    email = factory.Faker("safe_email")
    role = Role.CUSTOMER
    born = factory.Faker("date_of_birth")
    address = factory.SubFactory(AddressFactory)


class OrderFactory(factory.Factory):
    class Meta:
        model = Order

    id = factory.Sequence(lambda number: number + 1)
    user_id = 1
    total = factory.Faker("pyfloat", min_value=0, max_value=100)


register(AddressFactory)
register(UserFactory)
register(UserFactory, "clerk", role=Role.STAFF)


@pytest.mark.parametrize(("user__name", "address__city"), [("Ada", "Oslo")])
def test_greeting(user):
    assert greeting(user) == "Dear Ada in Oslo"


def test_staff_may_refund(clerk):
    assert may_refund(clerk)


def test_customers_may_not(user):
    assert not may_refund(user)


def test_spent_counts_the_orders_of_the_user(user):
    orders = OrderFactory.build_batch(3, user_id=user.id, total=5)
    others = OrderFactory.build_batch(2, user_id=user.id + 1)
    assert spent(user, orders + others) == 15
