"""Models of a small web shop."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, EmailStr, Field, HttpUrl


class Tier(str, Enum):
    free = "free"
    pro = "pro"
    enterprise = "enterprise"


class Address(BaseModel):
    street: str
    city: str
    postal_code: str
    country: str


class Customer(BaseModel):
    id: UUID
    first_name: str
    last_name: str
    email: EmailStr
    phone: str
    birth_date: date
    tier: Tier = Tier.free
    address: Address
    created_at: datetime
    updated_at: datetime


class Product(BaseModel):
    sku: str = Field(pattern=r"^[A-Z]{3}-\d{4}$")
    title: str = Field(max_length=60)
    description: str = Field(max_length=300)
    price: Decimal = Field(gt=0, max_digits=7, decimal_places=2)
    tags: list[str] = Field(min_length=1, max_length=4)
    homepage: HttpUrl | None = None


class Card(BaseModel):
    method: Literal["card"] = "card"
    last_digits: str = Field(pattern=r"^\d{4}$")


class Transfer(BaseModel):
    method: Literal["transfer"] = "transfer"
    reference: str = Field(min_length=6, max_length=20)


class OrderLine(BaseModel):
    product: Product
    quantity: int = Field(ge=1, le=20)


class Order(BaseModel):
    number: int = Field(ge=1)
    customer: Customer
    lines: list[OrderLine] = Field(min_length=1, max_length=3)
    payment: Annotated[Card | Transfer, Field(discriminator="method")]
    note: str | None = None
    ordered_at: datetime
