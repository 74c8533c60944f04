"""Rules that validators of real projects check, each as a function of one value or one record.

Each function says no more than such validators say, and often less: the message of many does not
name the field, nor what would be right.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, Optional
from urllib.parse import urlparse
from uuid import UUID

from pydantic import BaseModel, EmailStr

MIN_AGE, MAX_AGE = 18, 67
OPENING = dt.date(2021, 3, 1)
REGIONS = {"north", "south", "east"}
TAX_RATES = {"food": 0.07, "books": 0.05, "other": 0.19}
CURRENCIES = {"SE": "SEK", "DE": "EUR", "JP": "JPY"}
PLATE = re.compile(r"[A-Z]{3}-\d{3}")


class Size(Enum):
    small = "S"
    large = "L"


class Point(BaseModel):
    x: int
    y: int


class Rule(NamedTuple):
    """A rule that *check* applies to a field of the type *kind*: it returns a value or raises.

    *mode* is that of the validator. *values* is how many of ten values must differ at least.
    """

    kind: Any
    check: Callable[[Any], Any]
    field: str = "value"
    mode: str = "after"
    values: int = 3


def in_the_future(value: dt.date) -> dt.date:
    if value <= dt.date.today():
        raise ValueError("date must be in the future")
    return value


def not_in_the_past(value: dt.date) -> dt.date:
    if value < dt.date.today():
        raise ValueError("start date cannot be in the past")
    return value


def in_the_past(value: dt.date) -> dt.date:
    if value >= dt.date.today():
        raise ValueError("must lie in the past")
    return value


def later_than_now(value: dt.datetime) -> dt.datetime:
    if value <= dt.datetime.now(dt.timezone.utc):
        raise ValueError("expired")
    return value


def after_the_opening(value: dt.date) -> dt.date:
    if value < OPENING:
        raise ValueError("we were not open then")
    return value


def before_a_day(value: dt.date) -> dt.date:
    if value >= dt.date(2012, 6, 1):
        raise ValueError("too late")
    return value


def on_a_working_day(value: dt.date) -> dt.date:
    if value.weekday() >= 5:
        raise ValueError("closed at weekends")
    return value


def of_full_age(value: dt.date) -> dt.date:
    if (dt.date.today() - value).days < 18 * 365:
        raise ValueError("must be an adult")
    return value


def with_time_zone(value: dt.datetime) -> dt.datetime:
    if value.tzinfo is None:
        raise ValueError("a time zone is needed")
    return value


def without_time_zone(value: dt.datetime) -> dt.datetime:
    if value.tzinfo is not None:
        raise ValueError("local time only")
    return value


def on_the_hour(value: dt.datetime) -> dt.datetime:
    if value.minute or value.second or value.microsecond:
        raise ValueError("full hours only")
    return value


def at_our_domain(value: str) -> str:
    if not value.endswith("@acme.com"):
        raise ValueError("must be an address of ours")
    return value


def at_a_known_domain(value: str) -> str:
    if value.split("@")[1] not in {"acme.com", "acme.org"}:
        raise ValueError("domain is not allowed")
    return value


def a_picture(value: str) -> str:
    if not value.endswith((".png", ".jpg")):
        raise ValueError("not a picture")
    return value


def a_table(value: Path) -> Path:
    if value.suffix not in {".csv", ".parquet"}:
        raise ValueError("unsupported file")
    return value


def with_a_file_type(value: str) -> str:
    if value.rsplit(".", 1)[-1].lower() not in ("pdf", "docx"):
        raise ValueError("unsupported file type")
    return value


def german_number(value: str) -> str:
    if not re.match(r"^\+49\d{9,11}$", value):
        raise ValueError("invalid phone")
    return value


def a_sku(value: str) -> str:
    if re.fullmatch(r"[A-Z]{2}\d{4}", value) is None:
        raise ValueError("bad")
    return value


def with_a_digit(value: str) -> str:
    if not re.search(r"\d", value):
        raise ValueError("too weak")
    return value


def a_strong_password(value: str) -> str:
    if len(value) < 8:
        raise ValueError("too short")
    if not any(letter.isupper() for letter in value):
        raise ValueError("no upper-case letter")
    if not any(letter.isdigit() for letter in value):
        raise ValueError("no digit")
    if not any(letter in "!@#$%" for letter in value):
        raise ValueError("no special character")
    return value


def without_blanks(value: str) -> str:
    if " " in value:
        raise ValueError("no blanks, please")
    return value


def of_a_pattern(value: str) -> str:
    if not PLATE.fullmatch(value):
        raise ValueError("invalid")
    return value


def of_ten_digits(value: str) -> str:
    if len(re.sub(r"\D", "", value)) != 10:
        raise ValueError("phone number must have 10 digits")
    return value


def of_two_letters(value: str) -> str:
    if len(value) != 2:
        raise ValueError("must be ISO alpha-2")
    return value.upper()


def of_three_to_five(value: str) -> str:
    if not 3 <= len(value) <= 5:
        raise ValueError("wrong length")
    return value


def in_capitals(value: str) -> str:
    if value != value.upper():
        raise ValueError("bad case")
    return value


def in_small_letters(value: str) -> str:
    if not value.islower():
        raise ValueError("bad case")
    return value


def in_title_case(value: str) -> str:
    if value != value.title():
        raise ValueError("bad case")
    return value


def of_letters(value: str) -> str:
    if not value.isalpha():
        raise ValueError("something else in it")
    return value


def of_letters_and_digits(value: str) -> str:
    if not value.isalnum():
        raise ValueError("something else in it")
    return value


def of_digits(value: str) -> str:
    if not value.isdigit():
        raise ValueError("something else in it")
    return value


def an_identifier(value: str) -> str:
    if not value.isidentifier():
        raise ValueError("cannot be used in code")
    return value


def with_a_beginning(value: str) -> str:
    if not value.startswith("ord_"):
        raise ValueError("not a reference")
    return value


def with_two_words(value: str) -> str:
    if len(value.split()) < 2:
        raise ValueError("first and last name, please")
    return value


def with_a_blank(value: str) -> str:
    if " " not in value:
        raise ValueError("must contain a space")
    return value.title()


def of_known_words(value: str) -> str:
    if value not in REGIONS:
        raise ValueError("unknown")
    return value


def of_known_keys(value: str) -> str:
    if TAX_RATES.get(value) is None:
        raise ValueError("unknown")
    return value


def of_an_enum(value: str) -> str:
    if value not in [size.value for size in Size]:
        raise ValueError("unknown")
    return value


def in_a_range(value: int) -> int:
    if not MIN_AGE <= value <= MAX_AGE:
        raise ValueError("out of the question")
    return value


def above_a_bound(value: float) -> float:
    if value <= 1000:
        raise ValueError("not enough")
    return value


def positive(value: int) -> int:
    if value <= 0:
        raise ValueError("must be positive")
    return value


def negative(value: int) -> int:
    if value >= 0:
        raise ValueError("wrong sign")
    return value


def in_steps(value: int) -> int:
    if value % 25:
        raise ValueError("wrong step")
    return value


def even(value: int) -> int:
    if value % 2 != 0:
        raise ValueError("odd")
    return value


def odd(value: int) -> int:
    if value % 2 == 0:
        raise ValueError("even")
    return value


def of_known_numbers(value: int) -> int:
    if value not in (80, 443, 8080):
        raise ValueError("unknown")
    return value


def in_cents(value: Decimal) -> Decimal:
    if value != value.quantize(Decimal("0.01")) or value < 5:
        raise ValueError("not an amount")
    return value


def of_shares(value: list[float]) -> list[float]:
    if abs(sum(value) - 1) > 1e-6:
        raise ValueError("shares do not add up")
    return value


def of_percentages(value: dict[str, int]) -> dict[str, int]:
    if sum(value.values()) != 100:
        raise ValueError("must sum to 100")
    return value


def sorted_numbers(value: list[int]) -> list[int]:
    if value != sorted(value):
        raise ValueError("wrong order")
    return value


def rising_numbers(value: list[int]) -> list[int]:
    if any(one >= other for one, other in pairwise(value)):
        raise ValueError("wrong order")
    return value


def falling_numbers(value: list[int]) -> list[int]:
    if value != sorted(value, reverse=True):
        raise ValueError("wrong order")
    return value


def unique_texts(value: list[str]) -> list[str]:
    if len(value) != len(set(value)):
        raise ValueError("twice the same")
    return value


def not_empty(value: list[int]) -> list[int]:
    if not value:
        raise ValueError("nothing in it")
    return value


def of_exact_length(value: list[int]) -> list[int]:
    if len(value) != 4:
        raise ValueError("wrong number")
    return value


def with_a_key(value: dict[str, str]) -> dict[str, str]:
    if "name" not in value:
        raise ValueError("incomplete")
    return value


def split_at_commas(value: str) -> list[str]:
    return [each.strip() for each in value.split(",")]


def read_a_day(value: str) -> dt.date:
    return dt.datetime.strptime(value, "%d.%m.%Y").date()


def read_json(value: str) -> dict[str, int]:
    return json.loads(value)


def strip_a_sign(value: str) -> Decimal:
    return Decimal(value.strip().removeprefix("$"))


def read_minutes(value: str) -> dt.timedelta:
    hours, minutes = value.split(":")
    return dt.timedelta(hours=int(hours), minutes=int(minutes))


def with_attributes(value: Any) -> Any:
    if value.x == value.y:
        raise ValueError("not on the diagonal")
    return value


def luhn(value: str) -> str:
    digits = [int(digit) for digit in value if digit.isdigit()]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    if len(digits) < 12 or (sum(doubled) + sum(digits[-1::-2])) % 10:
        raise ValueError("invalid card number")
    return value


def ean(value: str) -> str:
    if len(value) != 13 or not value.isdigit():
        raise ValueError("13 digits, please")
    if sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(value)) % 10:
        raise ValueError("wrong check digit")
    return value


def of_a_version(value: UUID) -> UUID:
    if value.version != 7:
        raise ValueError("wrong version")
    return value


def a_secure_address(value: str) -> str:
    if urlparse(value).scheme != "https":
        raise ValueError("not secure")
    return value


def at_our_host(value: str) -> str:
    if urlparse(value).hostname not in ("api.acme.com", "www.acme.com"):
        raise ValueError("not ours")
    return value


def json_text(value: str) -> str:
    try:
        json.loads(value)
    except json.JSONDecodeError:
        raise ValueError("cannot be read") from None
    return value


def base64_text(value: str) -> str:
    base64.b64decode(value, validate=True)
    return value


def hex_text(value: str) -> str:
    bytes.fromhex(value)
    return value


def a_color(value: str) -> str:
    if len(value) != 7 or value[0] != "#":
        raise ValueError("not a colour")
    int(value[1:], 16)
    return value


RULES = (
    Rule(dt.date, in_the_future, "due"),
    Rule(dt.date, not_in_the_past, "start_date"),
    Rule(dt.date, in_the_past, "built"),
    Rule(dt.datetime, later_than_now, "expires_at"),
    Rule(dt.date, after_the_opening, "day"),
    Rule(dt.date, before_a_day, "day"),
    Rule(dt.date, on_a_working_day, "day"),
    Rule(dt.date, of_full_age, "birth_date"),
    Rule(dt.datetime, with_time_zone, "at"),
    Rule(dt.datetime, without_time_zone, "at"),
    Rule(dt.datetime, on_the_hour, "at"),
    Rule(EmailStr, at_our_domain, "email"),
    Rule(str, at_a_known_domain, "email"),
    Rule(str, a_picture, "avatar"),
    Rule(Path, a_table, "source"),
    Rule(str, with_a_file_type, "filename"),
    Rule(str, german_number, "phone"),
    Rule(str, a_sku, "sku"),
    Rule(str, of_a_pattern, "plate"),
    Rule(str, with_a_digit, "password"),
    Rule(str, a_strong_password, "password"),
    Rule(str, without_blanks, "username"),
    Rule(str, of_ten_digits, "phone"),
    Rule(str, of_two_letters, "country"),
    Rule(str, of_three_to_five, "code"),
    Rule(str, in_capitals, "code"),
    Rule(str, in_small_letters, "code"),
    Rule(str, in_title_case, "name"),
    Rule(str, of_letters, "name"),
    Rule(str, of_letters_and_digits, "title"),
    Rule(str, of_digits, "number"),
    Rule(str, an_identifier, "title"),
    Rule(str, with_a_beginning, "reference"),
    Rule(str, with_two_words, "customer"),
    Rule(str, with_a_blank, "name"),
    Rule(str, of_known_words, "region"),
    Rule(str, of_known_keys, "category"),
    Rule(str, of_an_enum, "size", values=2),
    Rule(int, in_a_range, "age"),
    Rule(float, above_a_bound, "budget"),
    Rule(int, positive, "amount"),
    Rule(int, negative, "offset"),
    Rule(int, in_steps, "quantity"),
    Rule(int, even, "quantity", values=2),
    Rule(int, odd, "quantity", values=2),
    Rule(int, of_known_numbers, "port", values=2),
    Rule(Decimal, in_cents, "price"),
    Rule(list[float], of_shares, "weights"),
    Rule(dict[str, int], of_percentages, "mix"),
    Rule(list[int], sorted_numbers, "levels"),
    Rule(list[int], rising_numbers, "levels"),
    Rule(list[int], falling_numbers, "levels"),
    Rule(list[str], unique_texts, "tags"),
    Rule(list[int], not_empty, "levels"),
    Rule(list[int], of_exact_length, "levels"),
    Rule(dict[str, str], with_a_key, "labels"),
    Rule(list[str], split_at_commas, "stops", "before"),
    Rule(dt.date, read_a_day, "day", "before"),
    Rule(dict[str, int], read_json, "options", "before"),
    Rule(Decimal, strip_a_sign, "price", "before"),
    Rule(dt.timedelta, read_minutes, "length", "before"),
    Rule(Point, with_attributes, "corner", "before"),
    Rule(str, luhn, "card_number"),
    Rule(str, ean, "barcode"),
    Rule(UUID, of_a_version, "key"),
    Rule(str, a_secure_address, "homepage"),
    Rule(str, at_our_host, "homepage", values=2),
    Rule(str, json_text, "payload"),
    Rule(str, base64_text, "secret"),
    Rule(str, hex_text, "digest"),
    Rule(str, a_color, "color"),
)
"""Rules about one value."""


class RecordRule(NamedTuple):
    """A rule about the fields of a record, which *check* reads from *values* by name."""

    fields: dict[str, Any]
    check: Callable[..., None]


def end_after_start(values: Any) -> None:
    if values.end <= values.start:
        raise ValueError("ends before it begins")


def same_password(values: Any) -> None:
    if values.password != values.confirm:
        raise ValueError("passwords do not match")


def total_of_items(values: Any) -> None:
    if values.total != sum(values.items):
        raise ValueError("wrong total")


def total_of_fields(values: Any) -> None:
    if values.gross != values.net + values.tax:
        raise ValueError("does not add up")


def currency_of_country(values: Any) -> None:
    if values.currency != CURRENCIES.get(values.country):
        raise ValueError("another currency")


def low_below_high(values: Any) -> None:
    assert values.low < values.high


def exactly_one(values: Any) -> None:
    if (values.email is None) == (values.phone is None):
        raise ValueError("exactly one of them")


def at_least_one(values: Any) -> None:
    if not any([values.email, values.phone]):
        raise ValueError("some contact is needed")


def not_both(values: Any) -> None:
    if values.email and values.phone:
        raise ValueError("one at a time")


def needs_other(values: Any) -> None:
    if values.kind == "company" and values.vat_number is None:
        raise ValueError("companies have one")


def count_of_items(values: Any) -> None:
    if values.count != len(values.items):
        raise ValueError("wrong count")


RECORD_RULES = (
    RecordRule({"start": dt.date, "end": dt.date}, end_after_start),
    RecordRule({"low": int, "high": int}, low_below_high),
    RecordRule({"password": str, "confirm": str}, same_password),
    RecordRule({"items": list[int], "total": int}, total_of_items),
    RecordRule({"items": list[str], "count": int}, count_of_items),
    RecordRule({"net": int, "tax": int, "gross": int}, total_of_fields),
    RecordRule({"country": str, "currency": str}, currency_of_country),
    RecordRule({"email": Optional[str], "phone": Optional[str]}, exactly_one),
    RecordRule({"email": Optional[str], "phone": Optional[str]}, at_least_one),
    RecordRule({"email": Optional[str], "phone": Optional[str]}, not_both),
    RecordRule({"kind": str, "vat_number": Optional[str]}, needs_other),
)
"""Rules about several fields."""
