"""Models that refuse most of what is drawn at first, so that their records have to be repaired."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, NamedTuple, Optional, Union
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    SecretStr,
    ValidationInfo,
    computed_field,
    create_model,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError
from typing_extensions import Self

PARTS = {
    "Coding",
    "Concept",
    "Step",
    "Word",
    "Point",
    "Leg",
    "Registry",
    "Spread",
    "Ends",
    "Around",
    "Shelf",
    "Corner",
    "Level",
}
"""Classes that are only parts of other models."""


def require(is_right: bool, message: str) -> None:
    """Raise ValueError with *message* unless *is_right*."""
    if not is_right:
        raise ValueError(message)


# Values that a message names


class OneOfQuoted(BaseModel):
    role: str
    note: str

    @field_validator("role")
    @classmethod
    def check(cls, role: str) -> str:
        require(
            role in ("keeper", "reader", "writer"), "must be one of ['keeper', 'reader', 'writer']"
        )
        return role


class OneOfBare(BaseModel):
    size: str

    @field_validator("size")
    @classmethod
    def check(cls, size: str) -> str:
        known = {"small", "medium", "large"}
        require(size in known, "size must be one of small, medium or large")
        return size


class EitherOr(BaseModel):
    order: str

    @field_validator("order")
    @classmethod
    def check(cls, order: str) -> str:
        require(order in ("alpha", "count"), 'order must be either "alpha" or "count".')
        return order


class EchoedValue(BaseModel):
    mode: str

    @field_validator("mode")
    @classmethod
    def check(cls, mode: str) -> str:
        require(mode in ("fast", "slow"), f"{mode!r} is not valid: use 'fast' or 'slow'")
        return mode


class ExampleOnly(BaseModel):
    item: str

    @field_validator("item")
    @classmethod
    def check(cls, item: str) -> str:
        require(re.match(r"^Q\d+$", item) is not None, "Must be Q followed by digits (e.g., Q123)")
        return item


class MustBeNumber(BaseModel):
    category: int
    label: str

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.category == 5, f"category must be 5 for this event, got {self.category}")
        return self


class NumbersListed(BaseModel):
    port: int

    @field_validator("port")
    @classmethod
    def check(cls, port: int) -> int:
        require(port in (80, 443, 8080), "port must be one of 80, 443 or 8080")
        return port


class FloatNamed(BaseModel):
    factor: float

    @field_validator("factor")
    @classmethod
    def check(cls, factor: float) -> float:
        require(factor in (0.25, 0.5), "allowed values: 0.25, 0.5")
        return factor


class UntypedValue(BaseModel):
    setting: Any

    @field_validator("setting")
    @classmethod
    def check(cls, setting: Any) -> Any:
        require(setting in (1, 2, "auto"), "expected 1, 2 or auto")
        return setting


class Grade(Enum):
    low = "low"
    mid = "mid"
    high = "high"
    top = "top"


class EnumMember(BaseModel):
    grade: Grade

    @field_validator("grade")
    @classmethod
    def check(cls, grade: Grade) -> Grade:
        require(grade in (Grade.high, Grade.top), "only ['high', 'top'] are allowed here")
        return grade


class NumberEnum(BaseModel):
    level: Literal[1, 2, 3, 4, 5]

    @field_validator("level")
    @classmethod
    def check(cls, level: int) -> int:
        require(level == 4, "level must be 4")
        return level


class CustomError(BaseModel):
    answer: int

    @field_validator("answer")
    @classmethod
    def check(cls, answer: int) -> int:
        if answer % 14:
            raise PydanticCustomError(
                "not_a_multiple", "{number} is not a multiple of 14", {"number": answer}
            )
        return answer


class NamedInFull(BaseModel):
    system: str
    coding: Coding

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.coding.system == "Guide", "`coding.system` must be one of: ['Guide']")
        return self


class Coding(BaseModel):
    system: str
    code: str


# Numbers: steps, bounds, neighbours


class Multiple(BaseModel):
    amount: int = Field(ge=0, le=10_000)

    @field_validator("amount")
    @classmethod
    def check(cls, amount: int) -> int:
        require(amount % 25 == 0, "amount must be a multiple of 25")
        return amount


class Divisible(BaseModel):
    amount: int = Field(ge=-500, le=500)

    @field_validator("amount")
    @classmethod
    def check(cls, amount: int) -> int:
        require(amount % 7 == 0, "must be divisible by 7")
        return amount


class BelowBound(BaseModel):
    gap: int = Field(ge=0, le=10_000_000)

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.gap < 10, f"gap must be less than 10, got {self.gap}")
        return self


class HalfOfBound(BaseModel):
    gap: int = Field(ge=0, le=10_000_000)

    @field_validator("gap")
    @classmethod
    def check(cls, gap: int) -> int:
        require(10 < gap <= 60, "gap must be at most half of 120")
        return gap


class TwiceTheBound(BaseModel):
    gap: int = Field(ge=0, le=10_000_000)

    @field_validator("gap")
    @classmethod
    def check(cls, gap: int) -> int:
        require(gap in (84, 43), "gap must be well above 42")
        return gap


class AboveBound(BaseModel):
    depth: float = Field(ge=0, le=1)

    @field_validator("depth")
    @classmethod
    def check(cls, depth: float) -> float:
        require(depth > 0.9, "depth must be above 0.9")
        return depth


class DecimalBound(BaseModel):
    rate: Decimal = Field(max_digits=6, decimal_places=2)

    @field_validator("rate")
    @classmethod
    def check(cls, rate: Decimal) -> Decimal:
        require(0 <= rate <= 40, "rate must be between 0 and 40")
        return rate


class OddNumber(BaseModel):
    size: int = Field(ge=0, le=1000)

    @field_validator("size")
    @classmethod
    def check(cls, size: int) -> int:
        require(size % 2 == 1, "the size is not odd, it is more than 1")
        return size


class RangeAcross(BaseModel):
    low: int = Field(ge=0, le=500)
    high: int = Field(ge=0, le=500)

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.low + 100 < self.high, "high must exceed low by 100")
        return self


class EvenRange(BaseModel):
    low: int = Field(ge=0, le=50)
    high: int = Field(ge=0, le=50)

    @field_validator("low")
    @classmethod
    def check(cls, low: int) -> int:
        require(low % 2 == 0, "must be even")
        return low


class FewerNights(BaseModel):
    days: int = Field(ge=1, le=30)
    nights: int = Field(ge=0, le=30)

    @field_validator("nights")
    @classmethod
    def check(cls, nights: int, info: ValidationInfo) -> int:
        require(nights < info.data.get("days", 31), "nights must be fewer than days")
        return nights


class SumsToHundred(BaseModel):
    first: int = Field(ge=0, le=100)
    second: int = Field(ge=0, le=100)

    @model_validator(mode="after")
    def check(self) -> Self:
        require(
            80 <= self.first + self.second <= 100, "first and second must add up to at most 100"
        )
        return self


# Dates after each other


class DatesInOrder(BaseModel):
    opening: dt.date
    tasting: dt.date

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.tasting > self.opening, "tasting must be after opening")
        return self


class MomentsInOrder(BaseModel):
    alpha: dt.datetime
    beta: dt.datetime
    gamma: dt.datetime

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.alpha < self.beta, "beta must be later than alpha")
        require(self.beta < self.gamma, "gamma must be later than beta")
        return self


class TimesInOrder(BaseModel):
    morning: dt.time
    evening: dt.time

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.morning < self.evening, "evening must not be before morning")
        return self


class LongEnough(BaseModel):
    pause: dt.timedelta

    @field_validator("pause")
    @classmethod
    def check(cls, pause: dt.timedelta) -> dt.timedelta:
        require(pause.total_seconds() % 60 == 0, "pause must be whole minutes")
        return pause


# Equal fields


class Passwords(BaseModel):
    password: SecretStr
    password_again: SecretStr

    @field_validator("password_again")
    @classmethod
    def check(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        require(value == info.data["password"], "Passwords do not match")
        return value


class EqualByName(BaseModel):
    email: str
    backup: str
    confirm_email: str

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.email == self.confirm_email, "email and confirm_email must match")
        return self


class EqualByStem(BaseModel):
    code: str
    secret1: str
    secret2: str

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.secret1 == self.secret2, "both secrets have to be identical")
        return self


class EqualNumbers(BaseModel):
    before: int
    after: int
    width: int

    @model_validator(mode="after")
    def check(self) -> Self:
        require(
            self.before == self.width,
            "width must equal the other: before and width are not the same",
        )
        return self


class EqualTwice(BaseModel):
    name: str
    repeat_name: str
    mail: str
    repeat_mail: str

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.name == self.repeat_name, "name mismatch")
        require(self.mail == self.repeat_mail, "mail mismatch")
        return self


class EqualInNested(BaseModel):
    legs: list[Leg]


class Leg(BaseModel):
    start_code: str
    end_code: str

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.start_code == self.end_code, "start_code and end_code must agree")
        return self


class MustDiffer(BaseModel):
    origin: Literal["a", "b"]
    target: Literal["a", "b"]

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.origin != self.target, "origin and target must not be the same")
        return self


class ThreeAlike(BaseModel):
    code_one: str
    code_two: str
    code_three: str

    @model_validator(mode="after")
    def check(self) -> Self:
        alike = self.code_one == self.code_two == self.code_three
        require(alike, "all codes must be equal")
        return self


# Prefixes and suffixes


class Prefixed(BaseModel):
    reference: str

    @field_validator("reference")
    @classmethod
    def check(cls, value: str) -> str:
        require(value.startswith("TR-"), "reference must start with 'TR-'")
        return value


class PrefixedInvoice(BaseModel):
    invoice_number: str
    order_number: str

    @field_validator("invoice_number", "order_number")
    @classmethod
    def check(cls, value: str) -> str:
        require(value.startswith("ZX-"), 'must begin with the prefix "ZX-"')
        return value


class PrefixedTitle(BaseModel):
    title: str

    @field_validator("title")
    @classmethod
    def check(cls, value: str) -> str:
        require(value.startswith("my_"), "title should start with `my_`")
        return value


class Suffixed(BaseModel):
    filename: str

    @field_validator("filename")
    @classmethod
    def check(cls, value: str) -> str:
        require(value.endswith(".parquet"), "filename must end with '.parquet'")
        return value


class SuffixedWord(BaseModel):
    label: str

    @field_validator("label")
    @classmethod
    def check(cls, value: str) -> str:
        require(value.endswith("_v2"), "label must have the suffix '_v2'")
        return value


class EitherAffix(BaseModel):
    key: str

    @field_validator("key")
    @classmethod
    def check(cls, value: str) -> str:
        is_right = value.startswith("pk_") or value.endswith("_live")
        require(is_right, "key must start with 'pk_' or end with '_live'")
        return value


# Keys of mappings


class LabelNeeded(BaseModel):
    labels: dict[str, str]

    @field_validator("labels")
    @classmethod
    def check(cls, labels: dict[str, str]) -> dict[str, str]:
        require("shop.order.id" in labels, "Labels must include the shop.order.id label")
        return labels


class QuotedKeys(BaseModel):
    options: dict[str, int]

    @field_validator("options")
    @classmethod
    def check(cls, options: dict[str, int]) -> dict[str, int]:
        require({"width", "height"} <= options.keys(), "missing keys: 'width' and 'height'")
        return options


class KeyErrors(BaseModel):
    weights: dict[str, int]

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.weights["gross"] is not None, "no gross")
        require(self.weights["net"] is not None, "no net")
        return self


class AnyKeys(BaseModel):
    data: dict[str, Any]

    @model_validator(mode="after")
    def check(self) -> Self:
        require(isinstance(self.data["kind"], str), "kind must be a str")
        require(isinstance(self.data["size"], int), "size must be an int")
        return self


class RootKeys(RootModel[dict[str, str]]):
    @model_validator(mode="after")
    def check(self) -> Self:
        require("main" in self.root, "must contain key 'main'")
        return self


def check_tongue(tag: str) -> str:
    """Refuse all but a few languages."""
    require(tag in ("en", "de", "sv", "fr", "ja"), f"invalid language tag: {tag}")
    return tag


class RefusedKey(BaseModel):
    names: dict[Annotated[str, AfterValidator(check_tongue)], str]


class RefusedValue(BaseModel):
    by: dict[str, Annotated[str, AfterValidator(check_tongue)]]


class RefusedItem(BaseModel):
    tags: list[Annotated[str, AfterValidator(check_tongue)]]
    pair: tuple[Annotated[str, AfterValidator(check_tongue)], int]


# Optional fields: required, exclusive


class NeedsOne(BaseModel):
    url: Optional[str] = None
    first: Optional[str] = None
    second: Optional[str] = None
    third: Optional[str] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.url is not None, "a value for the field 'url' is required")
        given = [each for each in (self.first, self.second, self.third) if each is not None]
        require(len(given) <= 1, "only one of first, second, third")
        return self


class ExactlyOne(BaseModel):
    card: Optional[str] = None
    iban: Optional[str] = None
    cash: Optional[int] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        given = [each for each in (self.card, self.iban, self.cash) if each is not None]
        require(len(given) == 1, "exactly one of card, iban or cash must be set")
        return self


class ManyRules(BaseModel):
    quantity: Optional[int] = None
    amount: Optional[int] = None
    symbol: Optional[str] = None
    stop: Optional[int] = None
    trail: Optional[int] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        both = self.quantity is not None and self.amount is not None
        either = self.quantity is not None or self.amount is not None
        require(either, "At least one of quantity or amount must be provided")
        require(not both, "Both quantity and amount can not be set")
        require(self.symbol is not None, "symbol is required")
        for name in ("stop", "trail"):
            require(getattr(self, name) is None, f"{name} is not supported for such orders")
        return self


class Conflicting(BaseModel):
    model_config = ConfigDict(extra="forbid")
    inline: Optional[str] = None
    path: Optional[str] = None
    remote: Optional[str] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.inline is None or self.path is None, "inline conflicts with path")
        require(self.remote is None or self.path is None, "remote is incompatible with path")
        require(any((self.inline, self.path, self.remote)), "missing inline, path or remote")
        return self


class AloneByChance(BaseModel):
    one: Optional[int] = None
    two: Optional[int] = None
    three: Optional[int] = None
    four: Optional[int] = None
    five: Optional[int] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        require(sum(each is not None for each in vars(self).values()) == 1, "bad combination")
        return self


class NothingByChance(BaseModel):
    one: Optional[int] = None
    two: Optional[int] = None
    three: Optional[int] = None
    tag: str

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.one is None and self.two is None and self.three is None, "refused")
        return self


class HalfByChance(BaseModel):
    a: Optional[int] = None
    b: Optional[int] = None
    c: Optional[int] = None
    d: Optional[int] = None
    e: Optional[int] = None
    f: Optional[int] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        pattern = tuple(each is not None for each in (self.a, self.b, self.c))
        require(pattern in ((True, False, True), (False, True, False)), "not this way")
        require(self.f is None, "nor this")
        return self


class ManyNamed(BaseModel):
    alpha: Optional[str] = None
    beta: Optional[str] = None
    gamma: Optional[str] = None
    delta: Optional[str] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        given = [each for each in vars(self).values() if each is not None]
        require(
            len(given) == 2, "must have two: not both of alpha, beta, gamma, delta, and no more"
        )
        return self


class Contradicting(BaseModel):
    """Its messages ask for what others forbid, until what they said is forgotten."""

    left: Optional[int] = None
    right: Optional[int] = None
    spare: Optional[int] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        require(
            self.left is None or self.spare is None,
            "right is required, left and spare are not allowed",
        )
        require(self.right is None, "left is required: right must not be there")
        require(self.spare is None or self.left is not None, "spare requires left")
        require(self.left is not None, "left or right is required")
        return self


class ForgetsWhatWasSaid(BaseModel):
    """The first message misleads: only without what it asks for is the record taken."""

    draft: Optional[str] = None
    final: Optional[str] = None
    number: int = Field(ge=0, le=30)

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.draft is None, "final is required")
        require(self.final is None, "draft must not be given")
        require(self.number % 3 == 0, "number is wrong")
        return self


class Aliased(BaseModel):
    user_name: Optional[str] = Field(default=None, alias="userName")
    user_id: Optional[int] = Field(default=None, alias="userId")

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.user_name is None or self.user_id is None, "userName and userId are exclusive")
        require(
            self.user_name is not None or self.user_id is not None, "userName or userId is missing"
        )
        return self


# Patterns, texts of a form


class PatternTold(BaseModel):
    ref: str

    @field_validator("ref")
    @classmethod
    def check(cls, ref: str) -> str:
        if not re.fullmatch(r"[A-Z]{3}-\d{2}", ref):
            raise PydanticCustomError("bad", "does not match", {"pattern": r"^[A-Z]{3}-\d{2}$"})
        return ref


class BadDefault(BaseModel):
    model_config = ConfigDict(validate_default=True)
    urn: str = Field(default="none", pattern=r"^urn:[a-z]{3}$")
    size: int = 4


class RefusedDefault(BaseModel):
    kind: str = "unset"
    count: int = 0

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.kind != "unset" and self.count != 0, "defaults will not do")
        return self


class DefaultsThenRules(BaseModel):
    """Needs many turns after its defaults are given up."""

    kind: str = "unset"
    alpha: int = 0
    beta: int = 0

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.kind != "unset" and self.alpha != 0, "defaults will not do")
        require(self.alpha % 4 == 1, "alpha or beta is wrong")
        require(self.beta % 4 == 2, "alpha or beta is wrong")
        return self


def check_form(pattern: str, message: str) -> Any:
    """Return a type of texts that match *pattern* and are refused with *message*."""

    def check(value: str) -> str:
        require(re.fullmatch(pattern, value) is not None, message)
        return value

    return Annotated[str, AfterValidator(check)]


FORMS: dict[str, tuple[str, str]] = {
    "json": (r'[{\["\d].*', "not JSON"),
    "email": (r"[\w.]+@[\w.]+", "invalid e-mail address"),
    "mailto": (r"mailto:.+@.+", "a mailto link, please"),
    "url": (r"https?://.+", "invalid url"),
    "uuid": (r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "badly formed uuid"),
    "datetime": (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "no timestamp"),
    "date": (r"\d{4}-\d\d-\d\d", "no date in the form %Y-%m-%d"),
    "time": (r"\d\d:\d\d", "no time of %H:%M"),
    "hex": (r"[0-9a-f]{8}", "hex wanted"),
    "hex40": (r"0x[0-9a-f]{40}", "hex wanted"),
    "color": (r"#[0-9a-f]{6}", "unknown colour"),
    "base64": (r"[A-Za-z0-9+/]+=+", "bad base64"),
    "version": (r"\d+\.\d+\.\d+", "no semver"),
    "cron": (r"\d+ \d+ \* \* \d", "bad cron"),
    "language": (r"[a-z]{2}", "bad bcp 47"),
    "timezone": (r"[A-Z]\w+(/\w+)?", "unknown time zone"),
    "country": (r"[A-Z]{2}", "unknown country"),
    "currency": (r"[A-Z]{3}", "unknown currency"),
    "wkt": (r"[A-Z]+ \(.+\)", "bad wkt"),
    "subdivision": (r"[A-Z]{2}-[A-Z0-9]{1,3}", "no subdivision"),
    "webvtt": (r"\d\d:\d\d:\d\d\.\d{3}", "bad webvtt"),
    "ipv6": (r"[0-9a-f:]+:[0-9a-f:]+", "invalid ipv6"),
    "ipv4": (r"\d+\.\d+\.\d+\.\d+", "invalid ip address"),
    "md5": (r"[0-9a-f]{32}", "bad md5"),
    "sha1": (r"[0-9a-f]{40}", "bad sha-1"),
    "sha256": (r"[0-9a-f]{64}", "bad digest"),
    "digits": (r"\d+", "only digits"),
    "decimal": (r"\d+\.\d", "a decimal, please"),
    "lower": (r"[a-z]+", "lower case only"),
    "upper": (r"[A-Z]+", "upper case only"),
}
"""A pattern that a text must match, and the message that only hints at it."""


# What the code of a validator knows


@dataclass
class Registry:
    prefixes: dict[str, str] = field(
        default_factory=lambda: {"ex": "https://ex.org/", "doi": "https://doi.org/"}
    )


REGISTRY = Registry()
ROWS = re.compile(r"^row [A-H]$")
STATES = ("draft", "ready", "sent")
SIDES = {"port": 1, "starboard": 2}


def expand(prefix: str) -> str | None:
    """Return what *prefix* abbreviates."""
    return REGISTRY.prefixes.get(prefix)


class KnownToCode(BaseModel):
    prefix: str

    @field_validator("prefix")
    @classmethod
    def check(cls, prefix: str) -> str:
        require(expand(prefix) is not None, "it could not be expanded")
        return prefix


class PatternInCode(BaseModel):
    row: str

    @field_validator("row")
    @classmethod
    def check(cls, row: str) -> str:
        if not ROWS.match(row):
            raise ValueError("it does not exist")
        return row


class TableInCode(BaseModel):
    side: str
    state: str

    @field_validator("side")
    @classmethod
    def check_side(cls, side: str) -> str:
        if side not in SIDES:
            raise ValueError("unknown")
        return side

    @field_validator("state")
    @classmethod
    def check_state(cls, state: str) -> str:
        if state not in STATES:
            raise ValueError("unknown")
        return state


HUES = {"amber", "jade", "coral"}


class SetInCode(BaseModel):
    hue: str

    @field_validator("hue")
    @classmethod
    def check(cls, hue: str) -> str:
        if hue not in HUES:
            raise ValueError("unknown")
        return hue


class EnumInCode(BaseModel):
    grade: str

    @field_validator("grade")
    @classmethod
    def check(cls, grade: str) -> str:
        if grade not in Grade.__members__:
            raise ValueError("unknown")
        return grade


class EnumOfLibrary(BaseModel):
    grade: str

    @field_validator("grade")
    @classmethod
    def check(cls, grade: str) -> str:
        return Grade(grade).value


class ConstantsInCode(BaseModel):
    flavor: str

    @field_validator("flavor")
    @classmethod
    def check(cls, flavor: str) -> str:
        if flavor not in ("vanilla", "mint", "plum"):
            raise ValueError("sold out")
        return flavor


# Lists: length, order, items, empty


class ExactLength(BaseModel):
    between: list[float]

    @field_validator("between")
    @classmethod
    def check(cls, between: list[float]) -> list[float]:
        require(len(between) == 2, f"must have exactly 2 values, got {len(between)}")
        require(between[0] < between[1], "start must be less than end")
        return between


class SortedList(BaseModel):
    marks: list[int] = Field(min_length=4, max_length=8)

    @field_validator("marks")
    @classmethod
    def check(cls, marks: list[int]) -> list[int]:
        require(marks == sorted(marks), "marks must be sorted")
        return marks


class AtLeast(BaseModel):
    votes: list[str]

    @field_validator("votes")
    @classmethod
    def check(cls, votes: list[str]) -> list[str]:
        require(len(votes) >= 6, "needs at least 6 votes")
        return votes


class EmptyList(BaseModel):
    links: list[int]

    @model_validator(mode="after")
    def check(self) -> Self:
        require(not self.links, f"unknown links {self.links}")
        return self


class EmptyMapping(BaseModel):
    extra: dict[str, int]

    @field_validator("extra")
    @classmethod
    def check(cls, extra: dict[str, int]) -> dict[str, int]:
        require(not extra, "nothing may be here")
        return extra


class NullOnly(BaseModel):
    legacy: Optional[int]

    @field_validator("legacy")
    @classmethod
    def check(cls, legacy: int | None) -> int | None:
        require(legacy is None, "legacy is out of use")
        return legacy


class ItemsOneOf(BaseModel):
    days: list[str]

    @field_validator("days")
    @classmethod
    def check(cls, days: list[str]) -> list[str]:
        require(set(days) <= {"mon", "tue", "wed"}, "each must be one of 'mon', 'tue', 'wed'")
        return days


class ListOfRecords(BaseModel):
    steps: list[Step]

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.steps[0].kind == "start", "steps.0.kind must be 'start'")
        return self


class Step(BaseModel):
    kind: str
    cost: int


# Deeper, without defaults, from JSON, as instances


class Level(BaseModel):
    concept: Concept
    next: Optional[Level] = None


class Concept(BaseModel):
    name: Optional[str] = None
    coding: Optional[Coding] = None


class DeeperNeeded(BaseModel):
    level: Level

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.level.next is not None, "`next` is required")
        return self


class DeeperOrDrawn(BaseModel):
    """Either a deeper record or one without defaults will do, and then takes a few more turns."""

    level: Level
    kind: str = "unset"
    size: int = Field(ge=0, le=999)
    weight: int = Field(ge=0, le=999)

    @model_validator(mode="after")
    def check(self) -> Self:
        is_deep = self.level.next is not None
        require(is_deep or self.kind != "unset", "neither deep nor of a kind")
        require(self.size % 4 == 0, "size or weight is wrong")
        require(self.weight % 4 == 1, "size or weight is wrong")
        return self


class DeepInside(BaseModel):
    outer: Level

    @model_validator(mode="after")
    def check(self) -> Self:
        concept = self.outer.concept
        require(
            concept.coding is not None and concept.coding.code[0] < "m",
            "code is required to be early",
        )
        return self


class ReadsTextOnly(BaseModel):
    key: Annotated[UUID, BeforeValidator(lambda value: value.replace("-", ""))]


class ReadsDateText(BaseModel):
    day: Annotated[dt.date, BeforeValidator(lambda value: value.strip()[:10])]
    name: str


class ReadsInstances(BaseModel):
    word: Any

    @field_validator("word", mode="before")
    @classmethod
    def check(cls, word: Any) -> Any:
        require(not isinstance(word, dict), "no mapping")
        return word


class Word(BaseModel):
    text: str


class WantsInstance(BaseModel):
    word: Word
    words: list[Word]

    @field_validator("word", mode="wrap")
    @classmethod
    def check(cls, word: Any, handler: Any) -> Any:
        require(isinstance(word, Word), "no instance")
        return handler(word)


class AroundNeeded(BaseModel):
    """Only what is around the refused field helps, which is drawn again after twelve turns."""

    inner: Around
    label: str


class Around(BaseModel):
    size: int = Field(ge=0, le=99)
    low: int = Field(ge=0, le=20)

    @field_validator("low")
    @classmethod
    def check(cls, low: int, info: ValidationInfo) -> int:
        require(info.data["size"] % 4 == 0, "wrong")
        return low


class AroundTwice(BaseModel):
    pair: tuple[Around, int]


class AroundDeep(BaseModel):
    shelf: Shelf


class Shelf(BaseModel):
    box: Around
    height: float


class HasPath(BaseModel):
    """Its fault is said of an optional part that had better not be there."""

    part: Optional[Around] = None
    other: Optional[Word] = None

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.part is None or self.other is None, "part instead of other")
        return self


class Stubborn(BaseModel):
    """Refuses with nothing but a riddle, one time in forty."""

    a: int = Field(ge=0, le=200)
    b: int = Field(ge=0, le=200)

    @model_validator(mode="after")
    def check(self) -> Self:
        require((self.a * 31 + self.b * 17) % 41 == 0, "wrong")
        return self


class StubbornInside(BaseModel):
    """Refuses on three levels."""

    spread: Spread

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.spread.size % 2 == 0, "wrong")
        return self


class Spread(BaseModel):
    size: int = Field(ge=0, le=99)
    ends: Ends

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.ends.low < self.size, "too low")
        return self


class Ends(BaseModel):
    low: int = Field(ge=0, le=99)
    label: str

    @field_validator("low")
    @classmethod
    def check(cls, low: int) -> int:
        require(low % 3 == 0, "wrong")
        return low


class InnerDependsOnOuter(BaseModel):
    """Only another outer record helps: the fault is said of the inner one."""

    box: Point

    @field_validator("box", mode="after")
    @classmethod
    def check(cls, box: Point) -> Point:
        require(box.x % 5 == 0 and box.y % 7 == 0, "wrong")
        return box


class Point(BaseModel):
    x: int = Field(ge=0, le=1000)
    y: int = Field(ge=0, le=1000)


class Corner(NamedTuple):
    x: int
    y: int


class RowFault(BaseModel):
    corner: Corner
    name: str

    @field_validator("corner")
    @classmethod
    def check(cls, corner: Corner) -> Corner:
        require(corner.x < corner.y, "x must be below y")
        return corner


class UnionFault(BaseModel):
    value: Union[int, str]

    @field_validator("value")
    @classmethod
    def check(cls, value: int | str) -> int | str:
        require(value in (7, "seven"), "must be 7 or 'seven'")
        return value


class FactsBehind(BaseModel):
    """The view of a fact is refused, so that the fact is drawn again."""

    first_name: str
    email: str
    birth_date: dt.date
    age: int

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.email[0] in "abcdefghi", "email must come early in the alphabet")
        require(self.age % 2 == 0, "age must be even")
        return self


class PlaceFact(BaseModel):
    city: str
    country: str
    postal_code: str

    @field_validator("postal_code")
    @classmethod
    def check(cls, value: str) -> str:
        require(value[-1] in "02468", "bad postal_code")
        return value


@dataclass
class RepairedDataclass:
    name: str
    size: int

    def __post_init__(self) -> None:
        require(self.size % 4 == 0, "size must be a multiple of 4")


class MissingJsonKey(BaseModel):
    """Leaves out of its JSON what it reads, so that it is written as it was read."""

    token: str = Field(exclude=True)
    label: str


class OtherJsonName(BaseModel):
    size: int = Field(validation_alias="Size", serialization_alias="SIZE")


class WrittenByName(BaseModel):
    """Reads the names of its fields alone, and says others."""

    size: int = Field(serialization_alias="SIZE")
    label: str = Field(serialization_alias="theLabel")

    @field_validator("label")
    @classmethod
    def change(cls, label: str) -> str:
        return label.upper()


class WrittenRoundTrip(BaseModel):
    """Says more than it reads, unless it is asked for what it reads."""

    model_config = ConfigDict(extra="forbid")
    size: int

    @computed_field  # type: ignore[prop-decorator]
    @property
    def area(self) -> int:
        return self.size**2

    @field_validator("size")
    @classmethod
    def check(cls, size: int) -> int:
        require(size % 2 == 0, "must be even")
        return size


class UniqueButRefused(BaseModel):
    """Its unique field is drawn again and again without repeating another record's."""

    code: int = Field(ge=1, le=9000)
    size: int = Field(ge=0, le=400)

    @model_validator(mode="after")
    def check(self) -> Self:
        require(self.size % 12 == 5, "wrong")
        return self


class JsonRefused(BaseModel):
    """Takes its own JSON back only now and then."""

    code: str
    size: int = Field(ge=0, le=99)

    @model_validator(mode="before")
    @classmethod
    def check(cls, data: Any, info: ValidationInfo) -> Any:
        require(info.mode != "json" or data["size"] % 3 == 0, "size must be a multiple of 3")
        return data


def make_form(name: str, pattern: str, message: str) -> Any:
    """Return a model of a text that is refused with *message*."""
    return create_model(
        f"Form{name.title()}", value=(check_form(pattern, message), ...), __module__="golden"
    )


CASES: dict[str, tuple[Any, dict[str, Any]]] = {
    **{f"form.{name}": (make_form(name, *form), {}) for name, form in FORMS.items()},
    "some_none": (ManyRules, {"p_none": 0.4}),
    "longer": (StubbornInside, {"validator_max_retries": 300}),
    "normal_numbers": (OddNumber, {"number_distribution": "normal"}),
    "no_defaults": (RefusedDefault, {"ignore_defaults": True}),
    "unique": (UniqueButRefused, {"unique": ("UniqueButRefused.code",)}),
    "shallow": (DeeperNeeded, {"max_depth": 2}),
}
"""More models, and those drawn with options."""
