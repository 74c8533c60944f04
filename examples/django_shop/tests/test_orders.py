"""Tests of orders in a database."""

from decimal import Decimal

import pytest
from shop.models import Customer, Order, Product, Tag
from shop.orders import compute_total, pay_order


def test_an_order_belongs_to_the_customer_of_the_test(order, customer):
    assert order.customer == customer
    order.full_clean()


def test_the_total_counts_each_line(make_order, make_line):
    order = make_order()
    make_line(order=order, quantity=2, product={"price": Decimal("5.00")})
    make_line(order=order, quantity=1, product={"price": Decimal("1.50")})
    assert compute_total(order) == Decimal("11.50")


def test_gold_customers_pay_less(make_order, make_line, gold_customer):
    order = make_order(customer=gold_customer)
    make_line(order=order, quantity=1, product={"price": Decimal("10.00")})
    assert compute_total(order) == Decimal("9.00")


def test_an_order_with_lines_can_be_paid(full_order):
    assert full_order.lines.count() == 3
    pay_order(full_order)
    assert Order.objects.get().status == "paid"


def test_an_order_is_paid_once(make_order):
    with pytest.raises(ValueError, match="paid already"):
        pay_order(make_order("paid"))


def test_tags_are_found_by_product(tagged_product):
    assert Product.objects.get(tags__name="new") == tagged_product
    assert tagged_product.tags.count() == 2


def test_many_tags_are_inserted_at_once(tags):
    assert Tag.objects.count() == len(tags) == 20


def test_a_customer_without_a_database(pfg):
    customer = pfg.build(Customer, user={"username": "ada"})
    assert customer.user.username == "ada"
    assert customer.pk is None
