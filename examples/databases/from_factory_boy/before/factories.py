# databases/from_factory_boy/before/factories.py
from datetime import date, timedelta

import factory
from factory.alchemy import SQLAlchemyModelFactory
from factory.fuzzy import FuzzyDate
from models import Author, Book, Genre, Loan, Member


class BaseFactory(SQLAlchemyModelFactory):
    class Meta:
        abstract = True
        sqlalchemy_session_persistence = "flush"


class AuthorFactory(BaseFactory):
    class Meta:
        model = Author

    name = factory.Faker("name")


class GenreFactory(BaseFactory):
    class Meta:
        model = Genre
        sqlalchemy_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"Genre {n}")


class BookFactory(BaseFactory):
    class Meta:
        model = Book

    title = factory.Faker("sentence", nb_words=4)
    isbn = factory.Sequence(lambda n: f"978-0-{n:06}")
    author = factory.SubFactory(AuthorFactory)

    @factory.post_generation
    def genres(book, create, extracted, **kwargs):  # noqa: N805
        book.genres.extend(extracted or [])


class MemberFactory(BaseFactory):
    class Meta:
        model = Member

    name = factory.Faker("name")
    email = factory.LazyAttributeSequence(
        lambda member, n: f"{member.name.lower().replace(' ', '.')}{n}@example.com"
    )
    kind = "adult"
    password = factory.PostGenerationMethodCall("set_password", "secret")
    password_hash = ""


class LoanFactory(BaseFactory):
    class Meta:
        model = Loan

    class Params:
        returned = factory.Trait(
            returned_on=factory.LazyAttribute(lambda loan: loan.due_on - timedelta(days=1))
        )

    book = factory.SubFactory(BookFactory)
    member = factory.SubFactory(MemberFactory)
    lent_on = FuzzyDate(date(2026, 1, 1), date(2026, 2, 1))
    due_on = factory.LazyAttribute(lambda loan: loan.lent_on + timedelta(days=28))
    returned_on = None
