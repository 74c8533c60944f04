"""The models of a small shop, which three test suites use."""

from __future__ import annotations

from datetime import date
from enum import Enum

from pydantic import BaseModel, EmailStr, Field


class Role(str, Enum):
    STAFF = "staff"
    CUSTOMER = "customer"


class Address(BaseModel):
    street: str
    city: str


class User(BaseModel):
    id: int = Field(ge=1)
    name: str
    email: EmailStr
    role: Role
    born: date
    address: Address


class Order(BaseModel):
    id: int = Field(ge=1)
    user_id: int
    total: float = Field(ge=0)


def greeting(user: User) -> str:
    """Return the salutation of a letter."""
    return f"Dear {user.name} in {user.address.city}"


def may_refund(user: User) -> bool:
    """Return whether *user* may refund an order."""
    return user.role is Role.STAFF


def spent(user: User, orders: list[Order]) -> float:
    """Return the total price of the orders of *user*."""
    return sum(order.total for order in orders if order.user_id == user.id)
