"""Models for providers and rules that the other groups do not reach."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, NamedTuple, Optional, Union
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    EmailStr,
    Field,
    HttpUrl,
    IPvAnyAddress,
    NaiveDatetime,
    PastDate,
)
from typing_extensions import Self, TypedDict

PEOPLE = {
    "Person",
    "Woman",
    "Man",
    "Employee",
    "Couple",
    "Team",
    "ShortNames",
    "LongNames",
    "Nicknames",
    "Letter",
}
"""Models that are drawn in Russian, too, whose family names differ between women and men."""


class Sex(str, Enum):
    female = "female"
    male = "male"


class Person(BaseModel):
    prefix: str
    first_name: str
    middle_name: str
    last_name: str
    full_name: str
    initials: str
    nickname: str
    gender: str
    username: str
    email: EmailStr
    phone: str
    birth_date: dt.date
    age: int
    job_title: str


class Woman(BaseModel):
    gender: Literal["female"]
    first_name: str
    last_name: str
    full_name: str
    salutation: str
    maiden_name: str


class Man(BaseModel):
    sex: Literal["male"]
    given_name: str
    family_name: str
    name: str
    honorific: str


class Employee(BaseModel):
    name: str
    sex: Sex
    email: str
    work_email: str
    manager_name: str
    mother_name: str
    father_name: str
    department: str
    company: str
    salary: Decimal
    hired_at: dt.datetime
    terminated_at: Optional[dt.datetime]
    emergency_contact_name: str
    emergency_contact_phone: str
    ssn: str
    password: str
    bio: str
    avatar_url: HttpUrl
    website: str


class Couple(BaseModel):
    bride_first_name: str
    bride_last_name: str
    groom_first_name: str
    groom_last_name: str
    witness: str
    author: str
    speaker: str


class Team(BaseModel):
    members: list[Person]
    names: list[str]
    emails: list[EmailStr]
    by_name: dict[str, Woman]
    lead: Union[Woman, Man]


class ShortNames(BaseModel):
    first_name: str = Field(max_length=4)
    last_name: str = Field(max_length=5)
    full_name: str = Field(max_length=9)
    nickname: str = Field(max_length=3)
    username: str = Field(min_length=3, max_length=8)
    email: str = Field(max_length=24)
    city: str = Field(max_length=6)


class LongNames(BaseModel):
    first_name: str = Field(min_length=8)
    last_name: str = Field(min_length=9)
    full_name: str = Field(min_length=18)
    username: str = Field(min_length=16)
    email: str = Field(min_length=30)
    nickname: str = Field(min_length=5, pattern=r"^[A-Z]")


class Nicknames(BaseModel):
    first_name: str
    nickname: str
    nick_name: str
    alias: str
    preferred_name: str


class Letter(BaseModel):
    sender: str
    recipient: str
    sender_email: EmailStr
    recipient_email: EmailStr
    cc: list[str]
    subject: str
    body: str
    sent_at: dt.datetime
    read_at: dt.datetime


class Place(BaseModel):
    street: str
    house_number: str
    address: str
    city: str
    state: str
    state_code: str
    postal_code: str
    country: str
    country_code: str
    latitude: float = Field(ge=-90, le=90)
    longitude: Decimal
    timezone: str
    currency: str
    language: str
    locale: str
    phone_prefix: str
    flag: str
    continent: str
    elevation: float
    area: float


class Journey(BaseModel):
    origin: str
    destination: str
    departure_city: str
    arrival_city: str
    departure_time: dt.datetime
    arrival_time: dt.datetime
    duration: dt.timedelta
    duration_minutes: int
    distance_km: float
    flight_number: str
    seat: str
    gate: str


class TwoPlaces(BaseModel):
    home_city: str
    home_country: str
    office_city: str
    office_country: str
    billing_postal_code: str
    shipping_postal_code: str
    countries: list[str]
    currencies: set[str]


class Invoice(BaseModel):
    number: str
    lines: list[InvoiceLine]
    subtotal: Decimal = Field(decimal_places=2)
    discount: Decimal
    tax_rate: float
    tax: Decimal
    shipping: Decimal
    total: Decimal
    currency: str
    issued_at: dt.date
    due_date: dt.date
    paid_at: dt.datetime
    status: str
    iban: str
    bic: str


class InvoiceLine(BaseModel):
    product: str
    sku: str
    quantity: int
    unit_price: Decimal
    line_total: Decimal


class Cents(BaseModel):
    price: int
    price_cents: int
    cost: float
    sale_price: float
    min_price: float
    max_price: float
    quantity: int = Field(ge=10, le=12)
    line_total: float
    subtotal: float = Field(le=50)


class Product(BaseModel):
    name: str
    title: str
    slug: str
    description: str
    category: str
    brand: str
    color: str
    material: str
    ean: str
    isbn: str
    upc: str
    weight: float
    height: float
    width: float
    stock: int
    rating: float = Field(ge=1, le=5)
    reviews: int
    tags: list[str]
    url: HttpUrl
    image_url: str
    priority: str
    plan: str
    unit: str


class Lifeline(BaseModel):
    created_at: dt.datetime
    confirmed_at: dt.datetime
    paid_at: dt.datetime
    shipped_at: dt.datetime
    delivered_at: dt.datetime
    updated_at: dt.datetime
    last_login: dt.datetime
    archived_at: dt.datetime
    deleted_at: dt.datetime


class Stamps(BaseModel):
    created: str
    created_ts: int
    updated_ms: int
    created_date: str
    timestamp: float
    published_on: dt.date
    birth_date: dt.date
    age: int
    dob: str
    retired_at: NaiveDatetime
    hired_at: AwareDatetime
    expires_at: dt.datetime
    next_visit: dt.datetime
    scheduled_for: dt.date
    start_time: dt.time
    end_time: dt.time
    start_date: dt.date
    end_date: dt.date
    valid_from: dt.date
    valid_until: dt.date
    year: int
    month: int
    weekday: str


class BoundMoments(BaseModel):
    created_at: dt.datetime = Field(ge=dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc))
    updated_at: dt.datetime = Field(le=dt.datetime(2024, 6, 1, tzinfo=dt.timezone.utc))
    birth_date: PastDate
    day: dt.date = Field(ge=dt.date(2025, 2, 1), lt=dt.date(2025, 2, 4))
    at: dt.time = Field(ge=dt.time(8), le=dt.time(9))
    pause: dt.timedelta = Field(ge=dt.timedelta(minutes=5), le=dt.timedelta(hours=1))


class Schedule(BaseModel):
    opens_at: dt.time
    closes_at: dt.time
    day_of_week: str
    start: dt.datetime
    end: dt.datetime
    duration_minutes: int
    cron: str
    check_in: dt.date
    check_out: dt.date
    nights: int
    min_age: int
    max_age: int


class Article(BaseModel):
    title: str
    subtitle: str
    slug: str
    summary: str
    content: str = Field(max_length=400)
    body: str = Field(min_length=200)
    comment: str
    quote: str
    keywords: list[str]
    excerpt: str = Field(max_length=60)
    message: str
    note: str = Field(min_length=1, max_length=12)


class Site(BaseModel):
    domain: str
    url: str
    api_url: HttpUrl
    callback_url: HttpUrl
    hostname: str
    ip: str
    ip_address: IPvAnyAddress
    ipv6: str
    mac_address: str
    port: int
    user_agent: str
    mime_type: str
    path: str
    filename: str
    file_extension: str
    token: str
    api_key: str
    session_id: str
    sha256: str
    etag: str
    http_method: str
    status_code: int
    color_hex: str
    uuid: str
    request_id: UUID


class Company(BaseModel):
    name: str
    legal_name: str
    website: HttpUrl
    domain: str
    email: EmailStr
    industry: str
    slogan: str
    vat_id: str
    employees: int
    founded_year: int
    revenue: Decimal


class Codes(BaseModel):
    vin: str
    iban: str
    bic: str
    isbn: str
    ean: str
    imei: str
    license_plate: str
    card_number: str
    cvv: str
    tracking_number: str
    serial_number: str
    order_number: str
    invoice_number: str
    reference: str
    code: str
    currency_code: str
    version: str
    passport_number: str
    tax_id: str


class Measures(BaseModel):
    count: int
    temperature: float
    humidity: float
    speed_kmh: float
    pressure: float
    percent: int = Field(ge=0, le=100)
    probability: float = Field(ge=0, le=1)
    score: float
    views: int
    size_bytes: int
    duration_ms: int
    latitude: float
    min_size: int
    max_size: int
    low: float
    high: float
    level: int = Field(ge=1, le=10, multiple_of=3)
    ratio: Decimal = Field(ge=0, le=1, decimal_places=3)


class Body(BaseModel):
    height_cm: float
    weight_kg: float
    bmi: float
    blood_type: str
    heart_rate: int


class Patient(BaseModel):
    name: str
    sex: Literal["f", "m"]
    height: float
    weight: float
    bmi: float
    allergies: list[str]
    medication: str
    diagnosis: str


class Pursuits(BaseModel):
    song: str
    album: str
    artist: str
    film: str
    genre: str
    skill: str
    hobby: str
    game: str
    sport: str
    recipe: str
    pet: str


class Pet(BaseModel):
    name: str
    breed: str
    type: str


class Task(BaseModel):
    title: str
    state: str
    status: str
    priority: Literal["low", "high"]
    progress: float
    assignee: str
    due_at: dt.datetime
    completed_at: Optional[dt.datetime]
    estimated_hours: float
    is_done: bool
    parent: Optional[Task] = None
    children: list[Task] = []


class Tree(BaseModel):
    name: str
    left: Optional[Tree] = None
    right: Optional[Tree] = None
    branches: list[Tree]


class Point(NamedTuple):
    latitude: float
    longitude: float
    city: str


class Options(TypedDict, total=False):
    email: str
    size: int
    point: Point


@dataclass
class Machine:
    name: str
    serial_number: str
    purchased_at: dt.date
    owner: Person
    location: Point
    options: Options


def cut(value: str) -> str:
    """Return the first letters of *value*."""
    return value[:3]


class Mixed(BaseModel):
    anything: Any
    first: Annotated[str, AfterValidator(cut)]
    choice: Union[int, str, list[int], None]
    letters: dict[Literal["a", "b", "c"], int]
    nested: dict[str, list[dict[int, bool]]]
    machine: Machine
    maybe: Optional[Machine] = None
    pattern: str = Field(pattern=r"^(?:[A-F]{2}|x\d{1,3})(?:-[a-z]+)?$")
    optional: Optional[list[Optional[int]]]
    itself: Optional[Self] = None


class Defaults(BaseModel):
    name: str = "unset"
    size: int = 3
    tags: list[str] = Field(default_factory=list)
    color: str = Field(default="red", examples=["blue", "green"])
    hint: str = Field(examples=["one", "two", "three"])
    level: Optional[int] = None


class Patterns(BaseModel):
    zip_code: str = Field(pattern=r"^\d{5}$")
    phone: str = Field(pattern=r"^\+49\d{6,10}$")
    email: str = Field(pattern=r"^[a-z]+@acme\.org$")
    slug: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=20)
    code: str = Field(pattern=r"^[A-Z]{2}\d+$")
    hour: str = Field(pattern=r"^(?:[01]\d|2[0-3]):[0-5]\d$")
    word: str = Field(pattern=r"^\w{3,8}$")
    free: str = Field(pattern=r"colou?r")
    group: str = Field(pattern=r"^(a|bb|ccc){2,4}$")


class Customer(BaseModel):
    id: int = Field(ge=1)
    email: EmailStr
    city: str
    name: str


class Order(BaseModel):
    id: int = Field(ge=1)
    customer_id: int
    customer_city: str
    total: Decimal
    status: Literal["new", "paid", "sent"]
