"""The medium model, as users of Faker and of factory_boy write it by hand."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal

import factory
from faker import Faker

from benchmarks.medium import Address, Contact, Customer, LineItem, Status

TIERS = ("free", "pro", "enterprise")


def make_item(fake: Faker) -> LineItem:
    """Return a line of an order."""
    return LineItem(
        sku=fake.bothify("???-####").upper(),
        title=fake.catch_phrase(),
        quantity=fake.random_int(1, 99),
        unit_price=Decimal(fake.random_int(100, 99_999)) / 100,
        in_stock=fake.pybool(),
    )


def make_customer(fake: Faker) -> Customer:
    """Return a customer whose fields do not contradict each other."""
    first_name, last_name = fake.first_name(), fake.last_name()
    created_at = fake.date_time_between("-3y", "-1y", tzinfo=timezone.utc)
    return Customer(
        id=fake.uuid4(),
        number=fake.random_int(1, 1_000_000),
        first_name=first_name,
        last_name=last_name,
        username=f"{first_name}{last_name}".lower()[:30].replace(" ", "").ljust(3, "x"),
        email=f"{first_name}.{last_name}@example.com".lower().replace(" ", ""),
        age=fake.random_int(18, 99),
        score=fake.random.random(),
        balance=Decimal(fake.random_int(0, 99_999_999)) / 100,
        status=fake.random_element(Status),
        tier=fake.random_element(TIERS),
        birthday=fake.date_of_birth(minimum_age=18, maximum_age=99),
        created_at=created_at,
        updated_at=created_at + timedelta(days=fake.random_int(0, 300)),
        is_admin=fake.pybool(),
        nickname=fake.user_name(),
        bio=fake.text(200),
        tags=fake.words(3),
        rating=fake.random_int(1, 5),
        locale="en_US",
        address=Address(
            street=fake.street_address()[:60],
            city=fake.city(),
            postal_code=fake.postcode(),
            country_code="US",
            lat=float(fake.latitude()),
            lon=float(fake.longitude()),
        ),
        contact=Contact(
            phone=fake.phone_number(),
            email=fake.email(),
            website=fake.url(),
            preferred="email",
            verified=fake.pybool(),
        ),
        items=[make_item(fake) for _ in range(2)],
    )


class AddressFactory(factory.Factory):
    """An address."""

    class Meta:
        model = Address

    street = factory.Faker("street_address")
    city = factory.Faker("city")
    postal_code = factory.Faker("postcode")
    country_code = "US"
    lat = factory.Faker("pyfloat", min_value=-90, max_value=90)
    lon = factory.Faker("pyfloat", min_value=-180, max_value=180)


class ContactFactory(factory.Factory):
    """A way to reach a customer."""

    class Meta:
        model = Contact

    phone = factory.Faker("phone_number")
    email = factory.Faker("email")
    website = factory.Faker("url")
    preferred = "email"
    verified = factory.Faker("pybool")


class LineItemFactory(factory.Factory):
    """A line of an order."""

    class Meta:
        model = LineItem

    sku = factory.Faker("bothify", text="???-####")
    title = factory.Faker("catch_phrase")
    quantity = factory.Faker("random_int", min=1, max=99)
    unit_price = factory.Faker("pydecimal", min_value=1, max_value=999, right_digits=2)
    in_stock = factory.Faker("pybool")


class CustomerFactory(factory.Factory):
    """A customer."""

    class Meta:
        model = Customer

    id = factory.Faker("uuid4")
    number = factory.Sequence(lambda n: n + 1)
    first_name = factory.Faker("first_name")
    last_name = factory.Faker("last_name")
    username = factory.LazyAttribute(lambda each: f"{each.first_name}_{each.number}".lower())
    email = factory.LazyAttribute(lambda each: f"{each.username}@example.com")
    age = factory.Faker("random_int", min=18, max=99)
    score = factory.Faker("pyfloat", min_value=0, max_value=1)
    balance = factory.Faker("pydecimal", min_value=0, max_value=99999, right_digits=2)
    status = factory.Faker("random_element", elements=list(Status))
    tier = factory.Faker("random_element", elements=TIERS)
    birthday = factory.Faker("date_of_birth", minimum_age=18)
    created_at = factory.LazyFunction(lambda: datetime(2025, 1, 1, tzinfo=timezone.utc))
    updated_at = factory.LazyAttribute(lambda each: each.created_at + timedelta(days=3))
    is_admin = factory.Faker("pybool")
    nickname = factory.Faker("user_name")
    bio = factory.Faker("text", max_nb_chars=200)
    tags = factory.Faker("words", nb=3)
    rating = factory.Faker("random_int", min=1, max=5)
    locale = "en_US"
    address = factory.SubFactory(AddressFactory)
    contact = factory.SubFactory(ContactFactory)
    items = factory.List([factory.SubFactory(LineItemFactory) for _ in range(2)])
