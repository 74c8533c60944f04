"""Fixtures that replace the factories of both other suites."""

from examples.migration.models import Order, Role, User
from pytest_fixturegen import pfg_factory, pfg_fixture

user = pfg_fixture(User, {"role": Role.CUSTOMER})
clerk = pfg_fixture(User, {"role": Role.STAFF}, doc="Somebody of the staff.")
make_order = pfg_factory(Order, links={"user_id": "user.id"})
