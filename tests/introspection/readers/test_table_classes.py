"""Columns of SQLAlchemy classes: annotations, limits and labels."""

from __future__ import annotations

from enum import Enum

import sqlalchemy
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from pytest_fixturegen.introspection.readers.table_classes import (
    build_table_model,
    describe_table,
    is_plain_table,
    is_table,
)
from pytest_fixturegen.introspection.type_reader import read_type


class State(Enum):
    NEW = "new"
    OLD = "OLD"


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column("order_title", sqlalchemy.String(20))
    state: Mapped[State] = mapped_column()
    note: Mapped[str | None] = mapped_column()


def test_a_mapped_class_is_a_table_and_other_classes_are_not() -> None:
    assert is_table(Order)
    assert is_plain_table(Order)
    assert not is_table(State)
    assert describe_table(State) == {}


def test_a_table_has_a_name_columns_and_labels_that_differ_from_values() -> None:
    assert describe_table(Order) == {
        "name": "orders",
        "columns": {"id": "id", "title": "order_title", "state": "state", "note": "note"},
        "labels": {"state": {"new": "NEW"}},
    }


def test_a_column_that_may_be_null_may_be_left_out() -> None:
    stand_in = build_table_model(Order)
    required = [name for name, field in stand_in.model_fields.items() if field.is_required()]
    assert required == ["id", "title", "state"]
    assert stand_in(id=1, title="text", state="new").note is None
    order = read_type(Order).validate({"id": 1, "title": "text", "state": "new"})
    assert isinstance(order, Order)
    assert order.note is None
    read = read_type(Order).read_json(b'{"id": 1, "title": "text", "state": "new"}')
    assert isinstance(read, Order)


def test_the_stand_in_has_the_columns_as_fields() -> None:
    fields = build_table_model(Order).model_fields
    assert {name: field.annotation for name, field in fields.items()} == {
        "id": int,
        "title": str,
        "state": State,
        "note": str | None,
    }
    assert [limit.max_length for limit in fields["title"].metadata] == [20]


def test_a_table_is_built_and_written_through_its_stand_in() -> None:
    reading = read_type(Order)
    order = reading.validate({"id": 1, "title": "Tea", "state": "new", "note": None})
    assert isinstance(order, Order)
    assert reading.dump_json(order) == b'{"id":1,"title":"Tea","state":"new","note":null}'
