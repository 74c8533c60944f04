# databases/sqlalchemy_sync/models.py
"""The tables of a shop, and what it does with them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customer"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(sa.String(200), unique=True)
    name: Mapped[str]
    tier: Mapped[str] = mapped_column(default="basic")
    deleted_at: Mapped[datetime | None] = mapped_column(sa.DateTime(timezone=True))
    orders: Mapped[list[Order]] = relationship(back_populates="customer")


class Product(Base):
    __tablename__ = "product"
    id: Mapped[int] = mapped_column(primary_key=True)
    sku: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    price: Mapped[Decimal] = mapped_column(sa.Numeric(8, 2), sa.CheckConstraint("price > 0"))


class Order(Base):
    __tablename__ = "order"
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(sa.ForeignKey("customer.id"))
    placed_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))
    status: Mapped[str] = mapped_column(server_default="open")
    customer: Mapped[Customer] = relationship(back_populates="orders")
    lines: Mapped[list[Line]] = relationship(back_populates="order")


class Line(Base):
    __tablename__ = "line"
    order_id: Mapped[int] = mapped_column(sa.ForeignKey("order.id"), primary_key=True)
    product_id: Mapped[int] = mapped_column(sa.ForeignKey("product.id"), primary_key=True)
    quantity: Mapped[int] = mapped_column(sa.CheckConstraint("quantity > 0"))
    order: Mapped[Order] = relationship(back_populates="lines")
    product: Mapped[Product] = relationship()


def find_customer(session: Session, email: str) -> Customer | None:
    """Return the customer with *email*, unless deleted."""
    query = sa.select(Customer).where(Customer.email == email, Customer.deleted_at.is_(None))
    return session.scalar(query)


def get_total(session: Session, order: Order) -> Decimal:
    """Return what *order* costs; premium customers pay 10 % less."""
    total = sa.func.sum(Line.quantity * Product.price)
    query = sa.select(total).join(Product).where(Line.order_id == order.id)
    price = Decimal(session.scalar(query) or 0)
    return price * Decimal("0.9") if order.customer.tier == "premium" else price


def cancel(session: Session, order: Order) -> None:
    """Cancel *order*, in a transaction of its own."""
    order.status = "cancelled"
    session.commit()
