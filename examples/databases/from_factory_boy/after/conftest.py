# databases/from_factory_boy/after/conftest.py
from typing import Any

import sqlalchemy as sa
from models import Author, Book, Genre, Loan, Member
from sqlalchemy.orm import Session

from pytest_fixturegen import pfg_factory, pfg_fixture


def get_or_create(genre: Genre, db_session: Session) -> Genre:
    found = db_session.scalar(sa.select(Genre).where(Genre.name == genre.name))
    db_session.add(found or genre)
    db_session.flush()
    return found or genre


def save_member(member: Member, db_session: Session) -> None:
    member.set_password(member.password_hash)
    db_session.add(member)
    db_session.flush()


def return_in_time(loan: Loan) -> dict[str, Any]:
    return {"returned_on": loan.due_on} if loan.returned_on else {}


author = pfg_fixture(Author, persist="db_session")
book = pfg_fixture(Book, persist="db_session")
member = pfg_fixture(Member, persist=save_member)
child = pfg_fixture(Member, {"kind": "child"}, persist=save_member)
make_book = pfg_factory(Book, persist="db_session")
make_genre = pfg_factory(Genre, persist=get_or_create)
make_member = pfg_factory(Member, persist=save_member)
make_loan = pfg_factory(
    Loan,
    {"returned_on": None},
    traits={"returned": {"returned_on": "2026-01-31"}},
    after=return_in_time,
    persist="db_session",
)
