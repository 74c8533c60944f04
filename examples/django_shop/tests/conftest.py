"""Fixtures of the shop, one line each."""

from shop.models import Customer, Order, OrderLine, Product, Tag

from pytest_fixturegen import pfg_factory, pfg_fixture

customer = pfg_fixture(Customer, persist="db")
gold_customer = pfg_fixture(Customer, {"tier": "gold"}, persist="db")
order = pfg_fixture(Order, persist="db")
full_order = pfg_fixture(Order, {"lines": 3}, persist="db")
tagged_product = pfg_fixture(Product, {"tags": [{"name": "new"}, {}]}, persist="db")
tags = pfg_fixture(list[Tag], n=20, persist="db", name="tags")

make_order = pfg_factory(Order, persist="db", traits={"paid": {"status": "paid"}})
make_line = pfg_factory(OrderLine, persist="db")
