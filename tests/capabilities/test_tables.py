"""Table classes of SQLAlchemy: columns of every kind, and relationships."""

from __future__ import annotations

import datetime as dt
import ipaddress
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    Session,
    attribute_keyed_dict,
    column_property,
    mapped_column,
    relationship,
)

from pytest_fixturegen import Make, Pfg, pfg_factory, pfg_fixture
from tests.capabilities.table import capability


class Base(DeclarativeBase):
    pass


class Money(sa.types.TypeDecorator[Decimal]):
    """A price in cents."""

    impl = sa.Integer
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> int:
        return int(value * 100)

    def process_result_value(self, value: Any, dialect: Any) -> Decimal:
        return Decimal(value) / 100


links = sa.Table(
    "link",
    Base.metadata,
    sa.Column("book_id", sa.ForeignKey("book.id"), primary_key=True),
    sa.Column("tag_id", sa.ForeignKey("label.id"), primary_key=True),
)


class Writer(Base):
    __tablename__ = "writer"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(30))
    books: Mapped[list[Book]] = relationship(back_populates="writer")
    awards: Mapped[set[Award]] = relationship()
    prizes: Mapped[dict[str, Prize]] = relationship(
        collection_class=attribute_keyed_dict("category")
    )


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    price: Mapped[Decimal] = mapped_column(Money)
    pages: Mapped[int] = mapped_column("page_count", sa.CheckConstraint("page_count > 0"))
    sold_at: Mapped[dt.datetime | None]
    writer_id: Mapped[int] = mapped_column(sa.ForeignKey("writer.id"))
    writer: Mapped[Writer] = relationship(back_populates="books")
    labels: Mapped[list[Label]] = relationship(secondary=links, back_populates="books")
    label_names: AssociationProxy[list[str]] = association_proxy(
        "labels", "name", creator=lambda name: Label(name=name)
    )


class Label(Base):
    __tablename__ = "label"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    books: Mapped[list[Book]] = relationship(secondary=links, back_populates="labels")


class Award(Base):
    __tablename__ = "award"
    id: Mapped[int] = mapped_column(primary_key=True)
    writer_id: Mapped[int] = mapped_column(sa.ForeignKey("writer.id"))


class Prize(Base):
    __tablename__ = "prize"
    id: Mapped[int] = mapped_column(primary_key=True)
    category: Mapped[str]
    writer_id: Mapped[int] = mapped_column(sa.ForeignKey("writer.id"))


class Invoice(Base):
    __tablename__ = "invoice"
    id: Mapped[int] = mapped_column(primary_key=True)
    net: Mapped[int] = mapped_column()
    gross: Mapped[int] = mapped_column(sa.Computed("net * 2"))
    double = column_property(net * 2)

    @hybrid_property
    def half(self) -> float:
        return self.net / 2


class Host(Base):
    __tablename__ = "host"
    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[ipaddress.IPv4Address] = mapped_column(postgresql.INET)
    settings: Mapped[dict[str, int]] = mapped_column(postgresql.JSONB)
    names: Mapped[list[str]] = mapped_column(postgresql.ARRAY(sa.Text))
    rate: Mapped[Decimal] = mapped_column(sa.Numeric(6, 2))


class Plain(MappedAsDataclass, DeclarativeBase):
    pass


class Member(Plain):
    __tablename__ = "member"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="reader")


@pytest.fixture
def library() -> Iterator[Session]:
    """Yield a session of a new database."""
    engine = sa.create_engine("sqlite://")
    tables = [table for table in Base.metadata.sorted_tables if table.name != "host"]
    Base.metadata.create_all(engine, tables)
    with Session(engine) as session:
        yield session
    engine.dispose()


writer = pfg_fixture(Writer, persist="library")
make_book = pfg_factory(Book, persist="library")
make_invoice = pfg_factory(Invoice, persist="library")
make_writer = pfg_factory(Writer, persist="library", name="make_writer")
make_related = pfg_factory(Book, related=True, name="make_related")


@capability("columns", "P `SQLAlchemyFactory`; F `SQLAlchemyModelFactory`", "`pfg.build(Writer)`")
def test_columns_have_values(pfg: Pfg) -> None:
    assert 0 < len(pfg.build(Writer).name) <= 30


@capability(
    "columns with another name than the attribute, constraints",
    "P by the attribute",
    "by the attribute; simple CHECK and UNIQUE hold",
)
def test_attributes_name_columns(pfg: Pfg) -> None:
    assert pfg.build(Book).pages > 0
    assert pfg.build(Book, pages=3).pages == 3


@capability("nullable columns", "P None by chance", "usual values; [`fill`](configuration.md)")
def test_nullable_columns(pfg: Pfg) -> None:
    assert pfg.build(Book, sold_at=None).sold_at is None


@capability(
    "`TypeDecorator`, types of one's own",
    "P `get_sqlalchemy_types`",
    "the annotation, then the column's type",
)
def test_own_column_types(make_book: Make[Book], library: Session) -> None:
    book = make_book()
    assert isinstance(book.price, Decimal)
    library.refresh(book)
    assert isinstance(book.price, Decimal)


@capability(
    "`Computed`, `column_property`, `hybrid_property`",
    "P left out",
    "left to the database",
)
def test_computed_columns(make_invoice: Make[Invoice], library: Session) -> None:
    invoice = make_invoice(net=3)
    library.refresh(invoice)
    assert (invoice.gross, invoice.double, invoice.half) == (6, 6, 1.5)


@capability(
    "types of PostgreSQL: INET, JSONB, ARRAY, NUMERIC",
    "P `get_sqlalchemy_types`",
    "values of the annotation",
)
def test_postgresql_types(pfg: Pfg) -> None:
    host = pfg.build(Host)
    assert isinstance(host.address, ipaddress.IPv4Address)
    assert isinstance(host.settings, dict)
    assert isinstance(host.names, list)
    assert abs(host.rate) < 10_000


@capability(
    "`MappedAsDataclass`: defaults, `init=False`",
    "P `SQLAlchemyFactory`",
    "defaults are kept",
)
def test_mapped_dataclasses(pfg: Pfg) -> None:
    assert pfg.build(Member).role == "reader"


@capability(
    "foreign keys",
    "P `__set_foreign_keys__`",
    "a saved row refers to a row that exists",
)
def test_foreign_keys_refer_to_rows(make_book: Make[Book], library: Session) -> None:
    book = make_book()
    assert library.get(Writer, book.writer_id) is book.writer


@capability(
    "parents are built",
    "P `__set_relationships__`; F `SubFactory(WriterFactory)`",
    "`related=True`, or `writer={}`",
)
def test_parents_are_built(make_related: Make[Book], pfg: Pfg) -> None:
    book = make_related()
    assert book.writer_id == book.writer.id
    assert pfg.build(Book, writer={"name": "Ada"}).writer.name == "Ada"


@capability(
    "a parent is given",
    "P, F `build(writer=writer)`",
    "`make_book(writer=writer)`",
)
def test_a_parent_is_given(make_book: Make[Book], pfg: Pfg) -> None:
    ada = pfg.build(Writer)
    book = make_book(writer=ada)
    assert book.writer_id == ada.id
    assert ada.books == [book]


@capability(
    "children",
    "P a list of the relationship; F `RelatedFactory`, `RelatedFactoryList(…, size=2)`",
    "`make_writer(books=2)`",
)
def test_children_are_built(make_writer: Make[Writer]) -> None:
    ada = make_writer(books=[{"title": "One"}, {}])
    assert {book.writer_id for book in ada.books} == {ada.id}
    assert len(make_writer(books=2).books) == 2


@capability(
    "many to many",
    "F `post_generation` that adds rows",
    "`make_book(labels=[label, {}])`",
)
def test_many_to_many(make_book: Make[Book], pfg: Pfg) -> None:
    label = pfg.build(Label, name="new")
    book = make_book(labels=[label, {"name": "old"}])
    assert [each.name for each in book.labels] == ["new", "old"]
    assert label.books == [book]


@capability(
    "relationships that are sets or dicts",
    "P `collection_class`",
    "`make_writer(awards=2, prizes=2)`",
)
def test_collection_classes(make_writer: Make[Writer]) -> None:
    ada = make_writer(awards=2, prizes=[{"category": "novel"}])
    assert len(ada.awards) == 2
    assert list(ada.prizes) == ["novel"]


@capability(
    "association proxies",
    "P `__set_association_proxy__`",
    'through their relationship: `labels=[{"name": "x"}]`',
)
def test_association_proxies(make_book: Make[Book]) -> None:
    assert list(make_book(labels=[{"name": "x"}]).label_names) == ["x"]
