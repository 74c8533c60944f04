# databases/from_factory_boy/after/test_library.py
from datetime import date

import pytest
from models import Author, Book, Genre, Loan, Member, find_overdue, lend, search
from sqlalchemy.orm import Session

from pytest_fixturegen import Make


def test_adults_keep_books_for_four_weeks(db_session: Session, book: Book, member: Member):
    assert lend(db_session, book, member, date(2026, 3, 1)).due_on == date(2026, 3, 29)


def test_children_keep_books_for_six_weeks(db_session: Session, book: Book, child: Member):
    assert lend(db_session, book, child, date(2026, 3, 1)).due_on == date(2026, 4, 12)


def test_overdue_books_prevent_loans(
    db_session: Session, make_loan: Make[Loan], book: Book, member: Member
):
    overdue = make_loan(member=member, due_on=date(2026, 2, 1))
    make_loan("returned", member=member)
    assert find_overdue(db_session, member, date(2026, 2, 2)) == [overdue]
    with pytest.raises(ValueError, match="Return the other books"):
        lend(db_session, book, member, date(2026, 2, 2))


def test_books_are_found_by_genre(
    db_session: Session, make_book: Make[Book], make_genre: Make[Genre]
):
    crime, poetry = make_genre(name="Crime"), make_genre(name="Poetry")
    make_book(title="B", genres=[crime, poetry])
    make_book(title="A", genres=[crime])
    make_book(genres=[poetry])
    assert search(db_session, "Crime") == ["A", "B"]


@pytest.mark.pfg(book={"title": "Emma"}, author={"name": "Jane Austen"})
def test_a_book_has_the_author_of_the_test(book: Book, author: Author):
    assert (book.title, book.author.name) == ("Emma", "Jane Austen")
    assert book.author is author


def test_passwords_are_hashed(member: Member, make_member: Make[Member]):
    assert len(member.password_hash) == 64
    assert make_member(password_hash="x").password_hash != member.password_hash


@pytest.mark.parametrize("turn", range(3))
def test_members_are_unique(make_member: Make[Member], turn: int):
    assert len({member.email for member in make_member.batch(5)}) == 5
