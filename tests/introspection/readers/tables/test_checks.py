"""CHECK constraints as limits of fields."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlmodel import Field, SQLModel

from pytest_fixturegen import generate_instances
from pytest_fixturegen.introspection.readers.tables.checks import (
    Rule,
    UnreadableError,
    list_orders,
    parse_check,
)


class Base(DeclarativeBase):
    pass


class Offer(Base):
    __tablename__ = "check_offer"
    id: Mapped[int] = mapped_column(primary_key=True)
    price: Mapped[Decimal] = mapped_column(sa.Numeric(8, 2))
    amount: Mapped[int] = mapped_column(sa.CheckConstraint("amount BETWEEN 1 AND 5"))
    state: Mapped[str] = mapped_column(sa.String(10))
    code: Mapped[str] = mapped_column(sa.String(20))
    share: Mapped[int | None]
    start: Mapped[dt.date] = mapped_column("starts_on")
    end: Mapped[dt.date] = mapped_column("ends_on")
    __table_args__ = (
        sa.CheckConstraint("price > 0 AND price <= 99.5"),
        sa.CheckConstraint("state IN ('on', 'off')"),
        sa.CheckConstraint("length(code) >= 4 AND length(code) < 7"),
        sa.CheckConstraint("share IS NULL OR (share >= 0 AND share <= 7)"),
        sa.CheckConstraint("starts_on < ends_on"),
        sa.CheckConstraint("price > (amount - 1) / 100"),
    )


class Ticket(SQLModel, table=True):
    __tablename__ = "check_ticket"
    id: int | None = Field(default=None, primary_key=True)
    state: str
    amount: int
    word: str = Field(sa_type=sa.String(5))
    twice: int | None = Field(
        default=None, sa_column=sa.Column(sa.Integer, sa.Computed("amount * 2"))
    )
    __table_args__ = (
        sa.CheckConstraint("amount BETWEEN 1 AND 5"),
        sa.CheckConstraint("state IN ('on', 'off')"),
    )


def test_rows_satisfy_the_constraints_of_their_table() -> None:
    engine = sa.create_engine("sqlite://")
    Base.metadata.create_all(engine)
    rows = list(generate_instances(Offer, 60, seed=2))
    assert {row.amount for row in rows} == {1, 2, 3, 4, 5}
    assert {row.state for row in rows} == {"on", "off"}
    with sa.orm.Session(engine) as session:
        session.add_all(rows)
        session.commit()


def test_constraints_of_sqlmodel_tables_hold() -> None:
    engine = sa.create_engine("sqlite://")
    SQLModel.metadata.tables["check_ticket"].create(engine)
    rows = list(generate_instances(Ticket, 60, seed=2))
    assert all(len(row.word) <= 5 and row.twice is None for row in rows)
    with sa.orm.Session(engine) as session:
        session.add_all(rows)
        session.commit()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("price > 0", [Rule("price", {"gt": 0})]),
        ("0 < price", [Rule("price", {"gt": 0})]),
        ('"offer"."price" >= 1.5', [Rule("price", {"ge": Decimal("1.5")})]),
        ("(price > 0::numeric)", [Rule("price", {"gt": 0})]),
        ("name <> ''", [Rule("name", {"min_length": 1})]),
        ("length(name) = 3", [Rule("name", {"min_length": 3, "max_length": 3})]),
        ("state = 'on'", [Rule("state", {}, ("on",))]),
        ("level IN (1, 2)", [Rule("level", {}, (1, 2))]),
        ("it = 'it''s'", [Rule("it", {}, ("it's",))]),
    ],
)
def test_a_simple_constraint_is_read(text: str, rules: Any) -> None:
    assert parse_check(text) == rules


@pytest.mark.parametrize(
    "text",
    ["a > 1 OR b > 1", "lower(name) = name", "name LIKE 'a%'", "a > b + 1", "a >", "", "(a > 1"],
)
def test_any_other_constraint_is_left_to_the_database(text: str) -> None:
    with pytest.raises(UnreadableError):
        parse_check(text)


def test_a_comparison_of_two_columns_is_a_check_of_the_row() -> None:
    assert [(order.left, order.sign, order.right) for order in list_orders(Offer)] == [
        ("starts_on", "<", "ends_on")
    ]
