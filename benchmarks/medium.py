"""The medium model of every speed figure: 22 fields, 3 nested models, a list."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, EmailStr, Field, HttpUrl


class Status(str, Enum):
    new = "new"
    active = "active"
    blocked = "blocked"
    gone = "gone"


class Address(BaseModel):
    street: str = Field(min_length=3, max_length=60)
    city: str
    postal_code: str = Field(min_length=5, max_length=10)
    country_code: str = Field(pattern=r"^[A-Z]{2}$")
    lat: float = Field(ge=-90, le=90)
    lon: float = Field(ge=-180, le=180)


class Contact(BaseModel):
    phone: str
    email: EmailStr
    website: HttpUrl
    preferred: Literal["phone", "email"]
    verified: bool


class LineItem(BaseModel):
    sku: str = Field(min_length=4, max_length=12)
    title: str
    quantity: int = Field(ge=1, le=99)
    unit_price: Decimal = Field(ge=0, max_digits=8, decimal_places=2)
    in_stock: bool


class Customer(BaseModel):
    id: UUID
    number: int = Field(ge=1, le=1_000_000)
    first_name: str
    last_name: str
    username: str = Field(min_length=3, max_length=30)
    email: EmailStr
    age: int = Field(ge=18, le=99)
    score: float = Field(ge=0, le=1)
    balance: Decimal = Field(ge=0, max_digits=10, decimal_places=2)
    status: Status
    tier: Literal["free", "pro", "enterprise"]
    birthday: date
    created_at: datetime
    updated_at: datetime
    is_admin: bool
    nickname: str | None
    bio: str = Field(max_length=200)
    tags: list[str] = Field(min_length=1, max_length=5)
    rating: int | None = Field(ge=1, le=5)
    locale: str = Field(min_length=2, max_length=5)
    address: Address
    contact: Contact
    items: list[LineItem] = Field(min_length=1, max_length=3)
