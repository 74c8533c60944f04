"""Foreign keys, unique columns and hierarchies of mapped classes."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    Session,
    mapped_column,
    relationship,
    validates,
)

from pytest_fixturegen import GenerationConfig, generate_instances, generate_lines
from pytest_fixturegen.errors import MappingError
from pytest_fixturegen.introspection.readers.table_classes import is_table
from pytest_fixturegen.introspection.readers.tables.keys import (
    list_foreign_keys,
    list_lost_fields,
    list_unique_groups,
)
from pytest_fixturegen.strategies import sql_keys


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "key_order"
    shop: Mapped[str] = mapped_column(sa.String(3), primary_key=True)
    no: Mapped[int] = mapped_column(primary_key=True)


class Line(Base):
    __tablename__ = "key_line"
    shop: Mapped[str] = mapped_column(sa.String(3), primary_key=True)
    order_no: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("key_node.id"))
    lost_id: Mapped[int | None] = mapped_column(sa.ForeignKey("key_nowhere.id"))
    __table_args__ = (
        sa.ForeignKeyConstraint(["shop", "order_no"], ["key_order.shop", "key_order.no"]),
    )


class Node(Base):
    __tablename__ = "key_node"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("key_node.id"))
    code: Mapped[str] = mapped_column(sa.String(9))
    left: Mapped[int]
    right: Mapped[int]
    __table_args__ = (
        sa.Index("key_node_code", "code", unique=True),
        sa.UniqueConstraint("left", "right"),
    )


class Staff(Base):
    __tablename__ = "key_staff"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "staff"}


class Dev(Staff):
    language: Mapped[str | None]
    __mapper_args__ = {"polymorphic_identity": "dev"}


class Boss(Staff):
    __tablename__ = "key_boss"
    id: Mapped[int] = mapped_column(sa.ForeignKey("key_staff.id"), primary_key=True)
    grade: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "boss"}


class Guest(Staff):
    __tablename__ = "key_guest"
    id: Mapped[int] = mapped_column(primary_key=True)
    room: Mapped[int]
    __mapper_args__ = {"concrete": True, "polymorphic_identity": "guest"}


class Note(MappedAsDataclass, Base, kw_only=True):
    __tablename__ = "key_note"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    author_id: Mapped[int] = mapped_column(sa.ForeignKey("key_staff.id"))
    author: Mapped[Staff] = relationship()


def test_a_foreign_key_of_several_columns_is_one_key() -> None:
    keys = {key.fields: (key.parent, key.parent_fields) for key in list_foreign_keys(Line)}
    assert keys == {
        ("shop", "order_no"): (Order, ("shop", "no")),
        ("parent_id",): (Node, ("id",)),
    }
    assert list_lost_fields(Line) == ["lost_id"]


def test_all_columns_of_a_key_point_to_one_row_and_stay_unique() -> None:
    config = sql_keys.apply_table_keys(GenerationConfig(related=7), [Line, Order])
    orders = {(row.shop, row.no) for row in generate_instances(Order, 7, seed=3, config=config)}
    lines = list(generate_instances(Line, 200, seed=3, config=config))
    assert {(line.shop, line.order_no) for line in lines} == orders
    assert len({(line.shop, line.order_no, line.position) for line in lines}) == 200


def test_a_nullable_key_is_null_without_a_parent() -> None:
    alone = list(generate_instances(Line, 20, seed=3))
    assert {(line.parent_id, line.lost_id) for line in alone} == {(None, None)}
    config = sql_keys.apply_table_keys(GenerationConfig(), [Line, Node])
    both = generate_instances(Line, 20, seed=3, config=config)
    assert any(line.parent_id is not None for line in both)
    assert all(node.parent_id is None for node in generate_instances(Node, 20, seed=3))


def test_unique_columns_constraints_and_indexes_are_groups() -> None:
    assert list_unique_groups(Node) == [("id",), ("left", "right"), ("code",)]
    rows = list(generate_instances(Node, 300, seed=3))
    assert len({row.code for row in rows}) == 300
    assert len({(row.left, row.right) for row in rows}) == 300


@pytest.mark.parametrize(("cls", "kind"), [(Staff, "staff"), (Dev, "dev"), (Boss, "boss")])
def test_the_discriminator_is_the_identity_of_the_class(cls: type[Staff], kind: str) -> None:
    assert {row.kind for row in generate_instances(cls, 20, seed=4)} == {kind}


def test_rows_of_a_hierarchy_can_be_stored_together() -> None:
    engine = sa.create_engine("sqlite://")
    tables = ("key_staff", "key_boss", "key_guest")
    Base.metadata.create_all(engine, [Base.metadata.tables[name] for name in tables])
    with Session(engine) as session:
        for cls in (Staff, Dev, Boss, Guest):
            session.add_all(generate_instances(cls, 40, seed=4))
        session.commit()
        assert len(session.scalars(sa.select(Staff)).all()) == 120
        assert len(session.scalars(sa.select(Guest)).all()) == 40


def test_a_relation_that_the_constructor_requires_stays_unset() -> None:
    engine = sa.create_engine("sqlite://")
    tables = ("key_staff", "key_note")
    Base.metadata.create_all(engine, [Base.metadata.tables[name] for name in tables])
    (note,) = generate_instances(Note, 1, seed=4)
    author_id = note.author_id
    with Session(engine) as session:
        session.add(note)
        session.commit()
        assert note.author_id == author_id


class Even(Base):
    __tablename__ = "key_even"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]

    @validates("number")
    def check_number(self, key: str, value: int) -> int:
        if value % 2:
            raise ValueError("number must be even")
        return value


def test_validators_of_attributes_judge_rows_and_json() -> None:
    assert all(row.number % 2 == 0 for row in generate_instances(Even, 30, seed=5))
    lines = list(generate_lines(Even, 30, seed=5))
    assert all(int(line[-2:-1]) % 2 == 0 for line in lines if line.endswith(b"}"))


class Post(Base):
    """Two keys share a column: the one that must have a row counts, and the other is NULL."""

    __tablename__ = "key_post"
    id: Mapped[int] = mapped_column(primary_key=True)
    shop: Mapped[str] = mapped_column(sa.String(3))
    draft_no: Mapped[int | None]
    order_no: Mapped[int]
    __table_args__ = (
        sa.ForeignKeyConstraint(["shop", "draft_no"], ["key_order.shop", "key_order.no"]),
        sa.ForeignKeyConstraint(["shop", "order_no"], ["key_order.shop", "key_order.no"]),
    )


def test_of_keys_that_share_a_column_the_required_one_counts() -> None:
    assert [key.fields for key in list_foreign_keys(Post)] == [("shop", "order_no")]
    assert list_lost_fields(Post) == ["draft_no"]


class Draft(Base):
    """A class that only its subclasses have rows of."""

    __tablename__ = "key_draft"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_abstract": True}


def test_a_class_without_rows_of_its_own_is_no_table() -> None:
    assert not is_table(Draft)


class BrokenBase(DeclarativeBase):
    pass


class Broken(BrokenBase):
    __tablename__ = "key_broken"
    id: Mapped[int] = mapped_column(primary_key=True)
    other: Mapped[int] = relationship("Nowhere")


def test_a_class_that_cannot_be_configured_is_one_error() -> None:
    with pytest.raises(MappingError, match=r"cannot configure the table class Broken: .*'Nowhere'"):
        next(iter(generate_instances(Broken, 1)))
    config = sql_keys.apply_table_keys(GenerationConfig(), [Broken, Node])
    assert next(iter(generate_instances(Node, 1, config=config))).id


def test_a_list_of_rows_is_a_type_like_any_other() -> None:
    (rows,) = generate_instances(list[Boss], 1, seed=6)
    assert rows
    assert all(isinstance(row, Boss) and row.kind == "boss" for row in rows)
    (line,) = generate_lines(list[Boss], 1, seed=6)
    assert line.count(b'"kind":"boss"') == len(rows)


def test_a_parent_in_another_module_may_have_a_similar_name() -> None:
    class Mark(Base):
        __tablename__ = "key_mark"
        id: Mapped[int] = mapped_column(primary_key=True)
        type_id = mapped_column(sa.ForeignKey("key_mark_type.id"), nullable=False)

    class MarkType(Base):
        __tablename__ = "key_mark_type"
        id: Mapped[int] = mapped_column(primary_key=True)
        node_id: Mapped[int | None] = mapped_column(sa.ForeignKey("key_node.id"))

    (mark,) = generate_instances(Mark, 1)
    assert isinstance(mark, Mark)
    assert issubclass(MarkType, Base)
