"""The tables of a library, and what it does with them."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(60))
    books: Mapped[list[Book]] = relationship(back_populates="author")


class Genre(Base):
    __tablename__ = "genre"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class Book(Base):
    __tablename__ = "book"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(sa.String(80))
    isbn: Mapped[str] = mapped_column(sa.String(20), unique=True)
    author_id: Mapped[int] = mapped_column(sa.ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="books")
    genres: Mapped[list[Genre]] = relationship(secondary="book_genre")
    loans: Mapped[list[Loan]] = relationship(back_populates="book")


class Member(Base):
    __tablename__ = "member"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(default="adult")
    password_hash: Mapped[str] = mapped_column(sa.String(64))
    loans: Mapped[list[Loan]] = relationship(back_populates="member")

    def set_password(self, password: str) -> None:
        self.password_hash = hashlib.sha256(password.encode()).hexdigest()


class Loan(Base):
    __tablename__ = "loan"
    id: Mapped[int] = mapped_column(primary_key=True)
    book_id: Mapped[int] = mapped_column(sa.ForeignKey("book.id"))
    member_id: Mapped[int] = mapped_column(sa.ForeignKey("member.id"))
    lent_on: Mapped[date]
    due_on: Mapped[date]
    returned_on: Mapped[date | None]
    book: Mapped[Book] = relationship(back_populates="loans")
    member: Mapped[Member] = relationship(back_populates="loans")


book_genre = sa.Table(
    "book_genre",
    Base.metadata,
    sa.Column("book_id", sa.ForeignKey("book.id"), primary_key=True),
    sa.Column("genre_id", sa.ForeignKey("genre.id"), primary_key=True),
)

PERIODS = {"adult": timedelta(days=28), "child": timedelta(days=42)}


def lend(session: Session, book: Book, member: Member, day: date) -> Loan:
    """Lend *book*, unless *member* has not returned another one in time."""
    if find_overdue(session, member, day):
        raise ValueError("Return the other books first.")
    loan = Loan(book=book, member=member, lent_on=day, due_on=day + PERIODS[member.kind])
    session.add(loan)
    session.commit()
    return loan


def find_overdue(session: Session, member: Member, day: date) -> list[Loan]:
    """Return the loans that *member* has not returned in time."""
    is_overdue = (Loan.member == member, Loan.returned_on.is_(None), Loan.due_on < day)
    return [*session.scalars(sa.select(Loan).where(*is_overdue))]


def search(session: Session, genre: str) -> list[str]:
    """Return the titles of a genre, in alphabetical order."""
    query = sa.select(Book.title).join(Book.genres).where(Genre.name == genre)
    return [*session.scalars(query.order_by(Book.title))]
