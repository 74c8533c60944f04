"""The medium model, as users of mimesis write it by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from mimesis import Field, Fieldset, Locale, Schema
from mimesis.random import random

from benchmarks.medium import Status


def make_schema() -> Schema:
    """Return the schema of a customer."""
    random.seed(2)
    field, fieldset = Field(Locale.EN, seed=2), Fieldset(Locale.EN, seed=2)

    def make_item() -> dict[str, Any]:
        return {
            "sku": field("code.pin", mask="@@@-####"),
            "title": field("food.fruit"),
            "quantity": field("numeric.integer_number", start=1, end=99),
            "unit_price": Decimal(field("numeric.integer_number", start=100, end=99_999)) / 100,
            "in_stock": field("development.boolean"),
        }

    def make_customer() -> dict[str, Any]:
        return {
            "id": field("cryptographic.uuid"),
            "number": field("numeric.integer_number", start=1, end=1_000_000),
            "first_name": field("person.first_name"),
            "last_name": field("person.last_name"),
            "username": field("person.username")[:30].ljust(3, "x"),
            "email": field("person.email", domains=["example.com"]),
            "age": field("numeric.integer_number", start=18, end=99),
            "score": field("numeric.float_number", start=0, end=1),
            "balance": Decimal(field("numeric.integer_number", start=0, end=99_999_999)) / 100,
            "status": field("choice", items=list(Status)),
            "tier": field("choice", items=["free", "pro", "enterprise"]),
            "birthday": field("datetime.date", start=1940, end=2005),
            "created_at": field("datetime.datetime", start=2020, end=2023, timezone="UTC"),
            "updated_at": field("datetime.datetime", start=2024, end=2025, timezone="UTC"),
            "is_admin": field("development.boolean"),
            "nickname": field("person.username"),
            "bio": field("text.sentence")[:200],
            "tags": fieldset("text.word", i=3),
            "rating": field("numeric.integer_number", start=1, end=5),
            "locale": "en_US",
            "address": {
                "street": field("address.address")[:60].ljust(3, "x"),
                "city": field("address.city"),
                "postal_code": field("address.postal_code"),
                "country_code": "US",
                "lat": field("address.latitude"),
                "lon": field("address.longitude"),
            },
            "contact": {
                "phone": field("person.phone_number"),
                "email": field("person.email", domains=["example.com"]),
                "website": field("internet.url"),
                "preferred": "email",
                "verified": field("development.boolean"),
            },
            "items": [make_item() for _ in range(2)],
        }

    return Schema(schema=make_customer, iterations=1)
