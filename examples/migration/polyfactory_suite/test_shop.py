"""The test suite with polyfactory."""

from __future__ import annotations

from polyfactory import Use
from polyfactory.factories.pydantic_factory import ModelFactory
from polyfactory.pytest_plugin import register_fixture

from examples.migration.models import Order, Role, User, greeting, may_refund, spent


@register_fixture
class UserFactory(ModelFactory[User]):
    __random_seed__ = 1


@register_fixture(name="staff_factory")
class StaffFactory(ModelFactory[User]):
    __random_seed__ = 1
    role = Use(lambda: Role.STAFF)


class OrderFactory(ModelFactory[Order]):
    __random_seed__ = 1


def test_greeting(user_factory):
    user = user_factory.build(name="Ada", address={"street": "Main Street 1", "city": "Oslo"})
    assert greeting(user) == "Dear Ada in Oslo"


def test_staff_may_refund(staff_factory):
    assert may_refund(staff_factory.build())


def test_customers_may_not(user_factory):
    assert not may_refund(user_factory.build(role=Role.CUSTOMER))


def test_spent_counts_the_orders_of_the_user(user_factory):
    user = user_factory.build()
    orders = OrderFactory.batch(3, user_id=user.id, total=5)
    others = OrderFactory.batch(2, user_id=user.id + 1)
    assert spent(user, orders + others) == 15
