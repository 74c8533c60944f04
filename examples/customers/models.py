"""Customers of a shop in any country; the tests validate them with independent libraries."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from pydantic import BaseModel, EmailStr, Field


class Address(BaseModel):
    street: str
    city: str
    region: str
    postal_code: str
    country: str
    country_code: str = Field(min_length=2, max_length=2)
    country_alpha3: str
    phone_prefix: str
    latitude: float
    longitude: float
    timezone: str
    currency: str
    language: str


class Bank(BaseModel):
    iban: str
    bic: str
    card_number: str


class Company(BaseModel):
    name: str
    domain: str
    website: str
    email: str


class Customer(BaseModel):
    id: UUID
    first_name: str
    last_name: str
    full_name: str
    initials: str
    gender: str
    username: str
    email: EmailStr
    phone: str
    mobile: str
    birth_date: date
    age: int
    address: Address
    bank: Bank
    company: Company
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime


class Book(BaseModel):
    title: str
    slug: str
    author: str
    isbn: str
    ean: str
    price: Decimal
    currency: str


class Car(BaseModel):
    vin: str
    make: str
    color: str
    model_year: int


class Line(BaseModel):
    title: str
    quantity: int
    unit_price: Decimal
    line_total: Decimal


class Invoice(BaseModel):
    invoice_number: str
    subtotal: Decimal
    tax_rate: Decimal
    tax: Decimal
    total: Decimal
    start_date: date
    end_date: date
    issued_at: datetime
    due_date: date
    expires_at: datetime
    status: str


class Purchase(BaseModel):
    """All that one customer's purchase is made of."""

    customer: Customer
    book: Book
    car: Car
    line: Line
    invoice: Invoice
