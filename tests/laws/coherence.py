"""Models whose fields show facts, and what makes a record of each coherent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from pydantic import BaseModel, EmailStr, HttpUrl

from pytest_fixturegen.providers.place_facts import list_localities
from pytest_fixturegen.providers.vocabulary import Vocabulary


class User(BaseModel):
    first_name: str
    last_name: str
    full_name: str
    initials: str
    gender: str
    prefix: str
    email: EmailStr
    username: str


def check_person(user: Any) -> None:
    first, last = user.first_name, user.last_name
    assert user.full_name == f"{first} {last}"
    assert user.initials == first[0] + last[0]
    mailbox_name = "".join(filter(str.isalpha, last.lower()))
    assert first.lower() in user.email
    assert mailbox_name in user.email
    assert mailbox_name in user.username
    titles = {"female": ("Ms.", "Mrs.", "Dr."), "male": ("Mr.", "Dr.")}
    assert user.prefix in titles[user.gender]


class Address(BaseModel):
    city: str
    state: str
    state_code: str
    postal_code: str
    country: str
    country_code: str
    currency: str
    timezone: str
    latitude: float
    phone: str


def check_place(address: Any) -> None:
    places = list_localities(Vocabulary("en_US"))
    assert any(
        (place.city, place.state, place.state_code, place.timezone)
        == (address.city, address.state, address.state_code, address.timezone)
        and address.postal_code.startswith(place.postcode_prefix)
        and abs(place.latitude / 10_000 - address.latitude) <= 0.11
        and address.phone[3:6] == place.area_code
        for place in places
    )
    assert (address.country, address.country_code, address.currency) == (
        "United States",
        "US",
        "USD",
    )


class Invoice(BaseModel):
    quantity: int
    unit_price: Decimal
    subtotal: Decimal
    tax_rate: Decimal
    tax: Decimal
    total: Decimal


def check_amounts(bill: Any) -> None:
    cent = Decimal("0.01")
    assert bill.quantity * bill.unit_price == bill.subtotal
    assert (bill.subtotal * bill.tax_rate).quantize(cent, ROUND_HALF_UP) == bill.tax
    assert bill.subtotal + bill.tax == bill.total


class Row(BaseModel):
    created_at: dt.datetime
    confirmed_at: dt.datetime
    paid_at: dt.datetime
    completed_at: dt.datetime
    updated_at: dt.datetime
    last_seen_at: dt.datetime
    archived_at: dt.datetime
    deleted_at: dt.datetime


def check_timeline(row: Any) -> None:
    moments = list(row.__dict__.values())
    assert moments == sorted(moments)


class Meeting(BaseModel):
    created_at: dt.datetime
    start_time: dt.datetime
    end_time: dt.datetime
    start_date: dt.date
    end_date: dt.date


def check_period(meeting: Any) -> None:
    assert meeting.created_at <= meeting.start_time <= meeting.end_time
    assert meeting.created_at.date() <= meeting.start_date <= meeting.end_date


class Trip(BaseModel):
    departure: dt.datetime
    arrival: dt.datetime
    duration: dt.timedelta


def check_trip(trip: Any) -> None:
    assert trip.departure + trip.duration == trip.arrival


class Page(BaseModel):
    title: str
    slug: str
    url: HttpUrl


def check_title(page: Any) -> None:
    words = page.title.lower().replace("'", "").replace(":", "").replace(",", "")
    assert page.slug == "-".join(words.replace("-", " ").split())
    assert str(page.url).endswith(f"/{page.slug}")


class Company(BaseModel):
    name: str
    domain: str
    website: HttpUrl
    email: EmailStr


def check_company(company: Any) -> None:
    slug = "-".join(company.name.lower().replace("&", " ").replace(".", " ").split())
    assert company.domain.startswith(f"{slug}.")
    assert str(company.website) == f"https://{company.domain}/"
    assert company.email.endswith(f"@{company.domain}")


class Player(BaseModel):
    birthday: dt.date
    age: int
    birth_year: int
    height: float
    weight: float
    bmi: float


def check_body(player: Any) -> None:
    today = dt.date(2026, 1, 1)
    had_birthday = (today.month, today.day) >= (player.birthday.month, player.birthday.day)
    assert player.birthday.year == player.birth_year
    assert player.age == today.year - player.birth_year - (not had_birthday)
    assert abs(player.weight / (player.height / 100) ** 2 - player.bmi) < 0.15


class Offer(BaseModel):
    min_price: Decimal
    max_price: Decimal
    opens: dt.time
    closes: dt.time


def check_ranges(offer: Any) -> None:
    assert offer.min_price <= offer.max_price
    assert offer.opens <= offer.closes


class Family(NamedTuple):
    """A model, and what makes its records coherent."""

    model: type[BaseModel]
    check: Callable[[Any], None]


FAMILIES = (
    Family(User, check_person),
    Family(Address, check_place),
    Family(Invoice, check_amounts),
    Family(Row, check_timeline),
    Family(Meeting, check_period),
    Family(Trip, check_trip),
    Family(Page, check_title),
    Family(Company, check_company),
    Family(Player, check_body),
    Family(Offer, check_ranges),
)
