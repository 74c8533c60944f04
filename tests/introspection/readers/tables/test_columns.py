"""Columns of SQLAlchemy classes: the type of each field, its limits and its default."""

from __future__ import annotations

import datetime as dt
import enum
import json
import uuid
from decimal import Decimal
from ipaddress import IPv4Address, ip_address, ip_network
from typing import Annotated, Any, Literal

import pytest
import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    column_property,
    declared_attr,
    mapped_column,
)

from pytest_fixturegen import generate_instances, generate_lines

Key = Annotated[int, mapped_column(primary_key=True)]


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Address(BaseModel):
    city: str


class AddressType(sa.TypeDecorator[Address]):
    impl = sa.JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> Any:
        return value.model_dump()


class Guid(sa.TypeDecorator[Any]):
    impl = sa.CHAR(32)
    cache_ok = True

    @property
    def python_type(self) -> type[uuid.UUID]:
        return uuid.UUID


class BareGuid(sa.TypeDecorator):  # type: ignore[type-arg]
    impl = sa.CHAR(32)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> Any:
        return None if value is None else uuid.UUID(str(value)).hex


class JsonText(sa.TypeDecorator):  # type: ignore[type-arg]
    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> Any:
        return None if value is None else json.dumps(value)


class Cents(sa.TypeDecorator[Decimal]):
    impl = sa.Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> Any:
        return None if value is None else int(value * 100)


class Lower(sa.TypeDecorator[str]):
    impl = sa.String(9)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> Any:
        if value.startswith(("a", "b", "c", "d", "e", "f", "s")):
            raise ValueError("these letters are reserved")
        return value


class Base(DeclarativeBase):
    pass


class Stamped:
    """A mixin whose annotations are texts of this module."""

    made: Mapped[dt.datetime]

    @declared_attr
    def marked(cls) -> Mapped[Colour]:
        return mapped_column(sa.Enum(Colour))


class Row(Stamped, Base):
    __tablename__ = "column_row"
    id: Mapped[Key]
    guid: Mapped[uuid.UUID] = mapped_column(Guid)
    bare = sa.Column(BareGuid, nullable=False)
    cents = sa.Column(Cents, nullable=False)
    lower: Mapped[str] = mapped_column(Lower)
    home: Mapped[Address] = mapped_column(AddressType)
    counts: Mapped[dict[str, int]] = mapped_column(pg.JSONB)
    plain = sa.Column(sa.JSON, nullable=False)
    json_text = sa.Column(JsonText, nullable=False)
    json_list = sa.Column(sa.JSON, nullable=False, default=list)
    grid: Mapped[list[list[int]]] = mapped_column(pg.ARRAY(sa.Integer, dimensions=2))
    short: Mapped[list[str]] = mapped_column(pg.ARRAY(sa.String(5)))
    colours = sa.Column(pg.ARRAY(sa.Enum(Colour)), nullable=False)
    ip_text: Mapped[str] = mapped_column(pg.INET)
    ip: Mapped[IPv4Address] = mapped_column(pg.INET)
    net = sa.Column(pg.CIDR, nullable=False)
    mac = sa.Column(pg.MACADDR, nullable=False)
    span: Mapped[Range[int]] = mapped_column(pg.INT4RANGE)
    rating: Mapped[Range[int]] = mapped_column(pg.INT4RANGE)
    days = sa.Column(pg.DATEMULTIRANGE, nullable=False)
    wait: Mapped[dt.timedelta]
    naive: Mapped[dt.datetime]
    aware: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True))
    price: Mapped[Decimal] = mapped_column(sa.Numeric(6, 2))
    whole = sa.Column(sa.Numeric(5), nullable=False)
    rate: Mapped[float] = mapped_column(sa.Float(53))
    kind: Mapped[str] = mapped_column(sa.Enum("a", "b", name="kind"))
    mode: Mapped[Literal["x", "y"]]
    data: Mapped[bytes] = mapped_column(sa.LargeBinary(6))
    word: Mapped[str] = mapped_column(sa.String(4))
    uuid_text: Mapped[str] = mapped_column(sa.Uuid(as_uuid=False))
    flags = sa.Column(pg.BIT(4), nullable=False)
    vector: Mapped[Any] = mapped_column(pg.TSVECTOR)
    note: Mapped[str | None]
    _hidden: Mapped[int]
    model_config: Mapped[str] = mapped_column("config")
    class_: Mapped[str] = mapped_column("class", sa.String(5))
    total: Mapped[int] = mapped_column(sa.Computed("id + 1"))

    @hybrid_property
    def double(self) -> int:
        return self.id * 2


Row.upper = column_property(Row.word + "!")

ROWS = list(generate_instances(Row, 30, seed=1))


def is_range(value: Any) -> bool:
    return isinstance(value, Range) and value.lower < value.upper


CHECKS: dict[str, Any] = {
    "guid": lambda value: isinstance(value, uuid.UUID),
    "bare": lambda value: isinstance(value, uuid.UUID),
    "cents": lambda value: isinstance(value, Decimal),
    "lower": lambda value: value[0] not in "abcdefs" and len(value) <= 9,
    "home": lambda value: isinstance(value, Address),
    "counts": lambda value: all(isinstance(count, int) for count in value.values()),
    "plain": lambda value: isinstance(value, dict) and value,
    "json_text": lambda value: isinstance(value, dict) and value,
    "json_list": lambda value: isinstance(value, list) and all(isinstance(x, str) for x in value),
    "grid": lambda value: all(isinstance(number, int) for line in value for number in line),
    "short": lambda value: all(len(text) <= 5 for text in value),
    "colours": lambda value: all(isinstance(colour, Colour) for colour in value),
    "ip_text": lambda value: isinstance(value, str) and ip_address(value),
    "ip": lambda value: isinstance(value, IPv4Address),
    "net": lambda value: isinstance(value, str) and ip_network(value),
    "mac": lambda value: len(value.split(":")) == 6,
    "span": is_range,
    "days": lambda value: all(map(is_range, value)),
    "wait": lambda value: isinstance(value, dt.timedelta),
    "made": lambda value: value.tzinfo is None,
    "naive": lambda value: value.tzinfo is None,
    "aware": lambda value: value.tzinfo is not None,
    "price": lambda value: abs(value) < 10_000 and value.as_tuple().exponent >= -2,
    "whole": lambda value: value == int(value),
    "rate": lambda value: isinstance(value, float),
    "kind": lambda value: value in ("a", "b"),
    "mode": lambda value: value in ("x", "y"),
    "data": lambda value: isinstance(value, bytes) and len(value) <= 6,
    "word": lambda value: len(value) <= 4,
    "uuid_text": lambda value: isinstance(value, str) and uuid.UUID(value),
    "flags": lambda value: len(value) == 4 and set(value) <= {"0", "1"},
    "vector": lambda value: isinstance(value, str),
    "marked": lambda value: isinstance(value, Colour),
    "_hidden": lambda value: isinstance(value, int),
    "model_config": lambda value: isinstance(value, str),
    "class_": lambda value: len(value) <= 5,
}


@pytest.mark.parametrize("name", CHECKS)
def test_a_column_has_values_of_its_type(name: str) -> None:
    values = [getattr(row, name) for row in ROWS]
    assert all(map(CHECKS[name], values)), values
    assert len({str(value) for value in values}) > 1


def test_expressions_and_computed_columns_are_no_fields() -> None:
    (line,) = generate_lines(Row, 1, seed=1)
    for name in ("upper", "total", "double"):
        assert f'"{name}"' not in line.decode()


def test_json_has_the_names_of_the_attributes() -> None:
    (line,) = generate_lines(Row, 1, seed=1)
    assert all(f'"{name}":' in line.decode() for name in ("_hidden", "model_config", "class_"))


def test_the_json_of_a_range_is_its_text_in_order() -> None:
    for row, line in zip(ROWS, generate_lines(Row, 30, seed=1), strict=True):
        assert f'"span":"[{row.span.lower},{row.span.upper})"' in line.decode()


class Defaults(Base):
    __tablename__ = "column_defaults"
    id: Mapped[Key]
    done: Mapped[bool] = mapped_column(default=False)
    colour: Mapped[Colour] = mapped_column(default=Colour.BLUE)
    named: Mapped[Colour] = mapped_column(default="BLUE")
    state: Mapped[str] = mapped_column(server_default="new")
    count: Mapped[int] = mapped_column(server_default=sa.text("0"))
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    extra: Mapped[dict[str, Any]] = mapped_column(pg.JSONB, server_default=sa.text("'{}'::jsonb"))
    note: Mapped[str | None] = mapped_column(default="none")
    steps = sa.Column(sa.JSON, default=[])
    words = sa.Column(sa.JSON, nullable=False, server_default="[]")
    tags: Mapped[list[str]] = mapped_column(sa.JSON, default=list)
    made: Mapped[dt.datetime] = mapped_column(server_default=sa.func.now(), onupdate=sa.func.now())
    touched: Mapped[int] = mapped_column(default=lambda context: context.missing)


KEPT = {
    "done": False,
    "colour": Colour.BLUE,
    "named": Colour.BLUE,
    "state": "new",
    "count": 0,
    "active": True,
    "extra": {},
    "note": "none",
    "steps": [],
    "words": [],
}


def test_constant_defaults_are_kept_and_computed_ones_drawn() -> None:
    rows = list(generate_instances(Defaults, 10, seed=1))
    for row in rows:
        assert {name: getattr(row, name) for name in KEPT} == KEPT
    assert len({row.made for row in rows}) > 1
    assert len({row.touched for row in rows}) > 1
    assert any(row.tags for row in rows)


class Small(Base):
    __tablename__ = "column_small"
    id: Mapped[Key]
    views: Mapped[int] = mapped_column(sa.SmallInteger)
    rank: Mapped[int] = mapped_column(sa.SmallInteger)


def test_small_integers_fit_and_stay_usual() -> None:
    rows = list(generate_instances(Small, 500, seed=1))
    assert all(row.views < 2**15 for row in rows)
    assert all(0 < row.rank <= 1000 for row in rows)
    lines = [json.loads(line) for line in generate_lines(Small, 500, seed=1)]
    assert [line["views"] for line in lines] == [row.views for row in rows]


class DataBase(MappedAsDataclass, DeclarativeBase):
    pass


class Item(DataBase):
    __tablename__ = "column_item"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    size: Mapped[int] = mapped_column(default=3)
    tags: Mapped[list[str]] = mapped_column(sa.JSON, default_factory=list)


def test_a_mapped_dataclass_keeps_its_defaults() -> None:
    rows = list(generate_instances(Item, 5, seed=1))
    assert {row.size for row in rows} == {3}
    assert len({row.id for row in rows}) == 5


REGISTRY = sa.orm.registry()
PLACES = sa.Table(
    "column_places",
    REGISTRY.metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("class", sa.String(4)),
    sa.Column("name", sa.String(8), nullable=False),
)


class Place:
    """A class with a constructor of its own, which is mapped from outside."""

    name: str

    def __init__(self, name: str) -> None:
        self.name = name.upper()


REGISTRY.map_imperatively(Place, PLACES)


def test_an_imperatively_mapped_class_is_served() -> None:
    rows = list(generate_instances(Place, 5, seed=1))
    assert all(row.name.isupper() and len(row.name) <= 8 for row in rows)
    assert len({row.id for row in rows}) == 5
    assert all(len(getattr(row, "class") or "") <= 4 for row in rows)
