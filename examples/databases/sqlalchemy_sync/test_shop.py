# databases/sqlalchemy_sync/test_shop.py
from decimal import Decimal

import pytest
from models import Customer, Line, Order, Product, cancel, find_customer, get_total
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from pytest_fixturegen import Make


def test_customers_are_found(db_session: Session, make_customer: Make[Customer]):
    customer, deleted = make_customer(), make_customer("deleted")
    assert find_customer(db_session, customer.email) is customer
    assert find_customer(db_session, deleted.email) is None


def test_an_order_belongs_to_the_customer_of_the_test(order: Order, customer: Customer):
    assert order.customer is customer
    assert customer.orders == [order]


def test_an_order_brings_its_own_customer(make_order: Make[Order], db_session: Session):
    order = make_order(customer={"name": "Ada"})
    assert order.customer in db_session
    assert order.customer.name == "Ada"


def test_the_total_of_an_order(make_order: Make[Order], db_session: Session):
    lines = [
        {"quantity": 2, "product": {"price": "1.50"}},
        {"quantity": 1, "product": {"price": 4}},
    ]
    order = make_order(customer={"tier": "premium"}, lines=lines)
    assert get_total(db_session, order) == Decimal("6.30")


def test_a_line_has_the_order_and_the_product_of_the_test(
    make_line: Make[Line], order: Order, product: Product
):
    line = make_line(quantity=3)
    assert (line.order, line.product) == (order, product)


def test_the_database_chooses_keys_and_defaults(make_order: Make[Order]):
    first, second = make_order.batch(2, id=None, status=None)
    assert second.id == first.id + 1
    assert first.status == "open"


def test_commits_are_rolled_back_after_the_test(order: Order, db_session: Session):
    cancel(db_session, order)
    db_session.refresh(order)
    assert order.status == "cancelled"


def test_e_mail_addresses_are_unique(make_customer: Make[Customer], customer: Customer):
    with pytest.raises(IntegrityError, match="customer_email_key"):
        make_customer(email=customer.email)
    assert make_customer.build(email=customer.email).email == customer.email


@pytest.mark.parametrize("turn", range(5))
def test_rows_never_collide(make_customer: Make[Customer], turn: int):
    assert len({customer.id for customer in make_customer.batch(10)}) == 10
