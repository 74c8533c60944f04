"""The sql handler and rows of hierarchies, of composite keys, and of types of the user."""

from __future__ import annotations

import datetime as dt
import enum
import uuid
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from pytest_fixturegen import GenerationConfig, generate_instances, persist_records
from pytest_fixturegen.strategies import links, sql_keys


class Level(enum.Enum):
    LOW = "low"
    HIGH = "high"


class Cents(sa.TypeDecorator[Decimal]):
    impl = sa.Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> Any:
        return None if value is None else int(value * 100)

    def process_result_value(self, value: Any, dialect: Any) -> Any:
        return None if value is None else Decimal(value) / 100


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "kind_order"
    shop: Mapped[str] = mapped_column(sa.String(3), primary_key=True)
    no: Mapped[int] = mapped_column(primary_key=True)


class Line(Base):
    __tablename__ = "kind_line"
    id: Mapped[int] = mapped_column(sa.Identity(always=True), primary_key=True)
    shop: Mapped[str] = mapped_column(sa.String(3))
    order_no: Mapped[int]
    price: Mapped[Decimal] = mapped_column(Cents)
    total: Mapped[int] = mapped_column(sa.Computed("order_no + 1"))
    __table_args__ = (
        sa.ForeignKeyConstraint(["shop", "order_no"], ["kind_order.shop", "kind_order.no"]),
    )


class Staff(Base):
    __tablename__ = "kind_staff"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    level: Mapped[Level]
    line_id: Mapped[int | None] = mapped_column(sa.ForeignKey("kind_line.id"))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "staff"}


class Dev(Staff):
    language: Mapped[str | None]
    __mapper_args__ = {"polymorphic_identity": "dev"}


class Boss(Staff):
    __tablename__ = "kind_boss"
    id: Mapped[int] = mapped_column(sa.ForeignKey("kind_staff.id"), primary_key=True)
    grade: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "boss"}


class PostgresBase(DeclarativeBase):
    pass


class Special(PostgresBase):
    """Columns of types that only PostgreSQL has."""

    __tablename__ = "kind_special"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    grid: Mapped[list[list[int]]] = mapped_column(pg.ARRAY(sa.Integer, dimensions=2))
    levels: Mapped[list[Level]] = mapped_column(pg.ARRAY(sa.Enum(Level)))
    ip: Mapped[str] = mapped_column(pg.INET)
    net = sa.Column(pg.CIDR, nullable=False)
    mac = sa.Column(pg.MACADDR, nullable=False)
    span: Mapped[Range[int]] = mapped_column(pg.INT4RANGE)
    moments = sa.Column(pg.TSTZRANGE, nullable=False)
    days = sa.Column(pg.DATEMULTIRANGE, nullable=False)
    data: Mapped[dict[str, int]] = mapped_column(pg.JSONB)
    flags = sa.Column(pg.BIT(4), nullable=False)
    vector = sa.Column(pg.TSVECTOR, nullable=False)
    query = sa.Column(pg.TSQUERY, nullable=False)
    path = sa.Column(pg.JSONPATH, nullable=False)
    money = sa.Column(pg.MONEY, nullable=False)
    wait: Mapped[dt.timedelta]
    naive: Mapped[dt.datetime]
    aware: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True))


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    """A database with empty tables that enforces foreign keys."""
    url = f"sqlite:///{tmp_path / 'x.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("dsn").replace("postgresql:", "postgresql+psycopg:")
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        if request.param == "postgresql":
            connection.execute(sa.text("drop schema public cascade; create schema public"))
            PostgresBase.metadata.create_all(connection)
        Base.metadata.create_all(connection)
    yield engine
    engine.dispose()


def deliver(engine: sa.Engine, models: list[Any], n: int) -> GenerationConfig:
    """Deliver *n* records of each of *models*, parents first; return how they were drawn."""
    config = sql_keys.apply_table_keys(GenerationConfig(related=n), models)
    options = {"url": engine.url.render_as_string(hide_password=False)}
    for model in links.sort_parents_first(models, config):
        persist_records(model, "sql", n, config=config, options=options)
    return config


def test_rows_of_a_hierarchy_reach_all_their_tables(engine: sa.Engine) -> None:
    deliver(engine, [Boss, Dev, Staff, Line, Order], 40)
    with Session(engine) as session:
        assert len(session.scalars(sa.select(Staff)).all()) == 120
        bosses = session.scalars(sa.select(Boss)).all()
        assert {(type(boss), boss.kind) for boss in bosses} == {(Boss, "boss")}
        assert len(bosses) == len(session.scalars(sa.select(Dev)).all()) == 40
        lines = set(session.scalars(sa.select(Line.id)))
        assert {boss.line_id for boss in bosses} <= {*lines, None}


def test_composite_keys_and_decorated_values_read_back(engine: sa.Engine) -> None:
    config = deliver(engine, [Line, Order], 40)
    drawn = {line.id: line for line in generate_instances(Line, 40, config=config)}
    with Session(engine) as session:
        orders = {(order.shop, order.no) for order in session.scalars(sa.select(Order))}
        for line in session.scalars(sa.select(Line)):
            assert (line.shop, line.order_no) in orders
            assert line.price == drawn[line.id].price
            assert line.total == line.order_no + 1
        assert len(drawn) == 40


def test_a_nullable_key_is_null_if_its_parent_is_not_delivered(engine: sa.Engine) -> None:
    deliver(engine, [Staff], 10)
    with Session(engine) as session:
        assert set(session.scalars(sa.select(Staff.line_id))) == {None}


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_types_of_postgresql_are_stored(engine: sa.Engine) -> None:
    deliver(engine, [Special], 30)
    names = ("grid", "levels", "span", "days", "data", "wait", "naive", "aware")
    drawn = {row.id: row for row in generate_instances(Special, 30)}
    with Session(engine) as session:
        rows = session.scalars(sa.select(Special)).all()
        for row in rows:
            original = drawn[row.id]
            assert [getattr(row, name) for name in names] == [
                getattr(original, name) for name in names
            ]
            assert str(row.ip) == original.ip
        assert len(rows) == 30
        session.execute(sa.delete(Special))
        session.add_all(drawn.values())
        session.commit()
