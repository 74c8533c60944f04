"""Fixtures of the shop, one line each."""

from models import Customer, Order

from pytest_fixturegen import pfg_fixture

customer = pfg_fixture(Customer)
enterprise = pfg_fixture(Customer, {"tier": "enterprise"}, doc="A customer with a contract.")
order = pfg_fixture(Order, cases=3)
backlog = pfg_fixture(list[Order], n=5)
