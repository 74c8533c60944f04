# databases/from_factory_boy/before/test_library.py
from datetime import date

import pytest
from models import find_overdue, lend, search


def test_adults_keep_books_for_four_weeks(db_session, book, member):
    assert lend(db_session, book, member, date(2026, 3, 1)).due_on == date(2026, 3, 29)


def test_children_keep_books_for_six_weeks(db_session, book, child):
    assert lend(db_session, book, child, date(2026, 3, 1)).due_on == date(2026, 4, 12)


def test_overdue_books_prevent_loans(db_session, loan_factory, book, member):
    overdue = loan_factory(member=member, due_on=date(2026, 2, 1))
    loan_factory(member=member, returned=True)
    assert find_overdue(db_session, member, date(2026, 2, 2)) == [overdue]
    with pytest.raises(ValueError, match="Return the other books"):
        lend(db_session, book, member, date(2026, 2, 2))


def test_books_are_found_by_genre(db_session, book_factory, genre_factory):
    crime, poetry = genre_factory(name="Crime"), genre_factory(name="Poetry")
    book_factory(title="B", genres=[crime, poetry])
    book_factory(title="A", genres=[crime])
    book_factory(genres=[poetry])
    assert search(db_session, "Crime") == ["A", "B"]


@pytest.mark.parametrize("book__title", ["Emma"])
@pytest.mark.parametrize("author__name", ["Jane Austen"])
def test_a_book_has_the_author_of_the_test(book, author):
    assert (book.title, book.author.name) == ("Emma", "Jane Austen")
    assert book.author is author


def test_passwords_are_hashed(member, member_factory):
    assert len(member.password_hash) == 64
    assert member_factory(password="x").password_hash != member.password_hash


@pytest.mark.parametrize("turn", range(3))
def test_members_are_unique(member_factory, turn):
    assert len({member.email for member in member_factory.create_batch(5)}) == 5
