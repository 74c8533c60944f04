"""Fixtures of pytest: registration, parameters, shared objects, namespaces."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from pytest_fixturegen import Make, Pfg, PfgFixture, pfg_factory, pfg_fixture
from tests.capabilities.table import capability


class Author(BaseModel):
    name: str
    age: int
    log: list[str] = []


class Book(BaseModel):
    title: str
    pages: int
    author: Author


class Shop(BaseModel):
    owner: Author
    clerk: Author
    books: list[Book]


class Registry:
    """Objects that refer to each other, as in a database."""

    def __init__(self) -> None:
        self.books: dict[str, list[Book]] = {}


@pytest.fixture
def registry() -> Registry:
    """Return an empty registry."""
    return Registry()


@pytest.fixture
def language() -> str:
    """Return a value that another fixture needs."""
    return "Norwegian"


def greet(author: Author, language: str) -> None:
    author.log.append(f"speaks {language}")


def publish(author: Author, registry: Registry) -> None:
    registry.books[author.name] = []


def publish_book(book: Book, registry: Registry) -> None:
    registry.books.setdefault(book.author.name, []).append(book)


author = pfg_fixture(Author)
second_author = pfg_fixture(Author, name="second_author")
old_author = pfg_fixture(Author, {"age": 90}, name="old_author")
pfg_fixture(Shop)  # a bare statement binds shop
pfg_factory(Author)  # and this one make_author
book = pfg_fixture(Book, links={"author": "author"})
other_book = pfg_fixture(Book, links={"author": "second_author"}, name="other_book")
make_book = pfg_factory(Book, links={"author": "author"})
named_book = pfg_fixture(Book, links={"title": "language"}, name="named_book")
any_author = pfg_fixture(Author, variants={"young": {"age": 9}, "old": {"age": 90}})
some_author = pfg_fixture(Author, cases=2, unique=["name"])
greeted = pfg_fixture(Author, persist=greet, name="greeted")
published = pfg_fixture(Author, persist=publish, name="published")
published_book = pfg_fixture(
    Book, links={"author": "published"}, persist=publish_book, name="published_book"
)
three_books = pfg_fixture(list[Book], n=3, name="three_books")
typed: PfgFixture[Author] = pfg_fixture(Author, name="typed")
once = pfg_fixture(Author, scope="module", name="once")
staff = pfg_fixture(
    Author, traits={"old": {"age": 90}, "ada": {"name": "Ada"}}, apply=["old"], name="staff"
)


@pytest.fixture
def after_all(published_book: Book, registry: Registry) -> list[str]:
    """Return what is there once all objects are saved."""
    return sorted(registry.books)


@capability(
    "a fixture of a model",
    "R `register(AuthorFactory)`: `author`",
    "`author = pfg_fixture(Author)`",
)
def test_a_fixture_of_a_model(author: Author) -> None:
    assert isinstance(author, Author)


@capability(
    "a fixture of a factory",
    "R `author_factory`; P `register_fixture`",
    "`make_author = pfg_factory(Author)`",
)
def test_a_fixture_of_a_factory(make_author: Make[Author]) -> None:
    assert make_author(name="Ada").name == "Ada"


@capability("names derived from the model", "R `author`, `author_factory`", "bare statements")
def test_names_are_derived(shop: Shop, make_author: Make[Author]) -> None:
    assert isinstance(shop, Shop)


@capability(
    "a fixture with a name",
    'R `register(AuthorFactory, "second_author")`; P `register_fixture(name=…)`',
    "the variable, or `name=`",
)
def test_named_fixtures(author: Author, second_author: Author) -> None:
    assert author != second_author


@capability(
    "values of one registration",
    'R `register(AuthorFactory, "old_author", age=90)`',
    '`pfg_fixture(Author, {"age": 90})`',
)
def test_partial_registration(old_author: Author) -> None:
    assert old_author.age == 90


@capability(
    "values of one test",
    'R `parametrize("author__name", ["Ada"])`',
    '`@pytest.mark.pfg(author={"name": "Ada"})`',
)
@pytest.mark.pfg(author={"name": "Ada"})
def test_marks_fix_values(author: Author) -> None:
    assert author.name == "Ada"


@capability(
    "several values, a test for each",
    'R `parametrize("author__age", [9, 90])`',
    '`parametrize("author", [{"age": 9}, …], indirect=True)`',
)
@pytest.mark.parametrize("author", [{"age": 9}, {"age": 90}], indirect=True)
def test_indirect_parameters_fix_values(author: Author) -> None:
    assert author.age in (9, 90)


@pytest.mark.pfg(make_book={"pages": 7}, author={"name": "Eve"})
class TestMarks:
    @capability("values of a class or a module", "R `parametrize` on the class", "a mark on it")
    @pytest.mark.pfg(make_book={"title": "T"})
    def test_marks_of_classes_merge(self, make_book: Make[Book]) -> None:
        book = make_book()
        assert (book.title, book.pages, book.author.name) == ("T", 7, "Eve")


@capability(
    "values of the object below",
    'R `parametrize("book__author__name", …)`, `author__name`',
    "a mark for both fixtures",
)
@pytest.mark.pfg(book={"title": "T"}, author={"name": "Ada"})
def test_marks_reach_linked_fixtures(book: Book) -> None:
    assert (book.title, book.author.name) == ("T", "Ada")


@capability(
    "marks on factories",
    "R `parametrize` of a fixture such as `book__title`",
    '`@pytest.mark.pfg(make_book={"pages": 3})`',
)
@pytest.mark.pfg(make_book={"pages": 3})
def test_marks_reach_factories(make_book: Make[Book]) -> None:
    assert [book.pages for book in make_book.batch(2)] == [3, 3]


@capability(
    "one object shared by fixtures",
    "R `SubFactory`: `book.author is author`",
    '`links={"author": "author"}`',
)
def test_objects_are_shared(book: Book, author: Author, other_book: Book) -> None:
    assert book.author is author
    assert other_book.author is not author


@capability(
    "shared objects in factories",
    "R `book_factory(author=author)`",
    '`pfg_factory(Book, links={"author": "author"})`',
)
def test_factories_share_objects(make_book: Make[Book], author: Author) -> None:
    assert {id(book.author) for book in make_book.batch(2)} == {id(author)}


@capability(
    "a field from any fixture",
    'R a fixture `book__title`, `LazyFixture("language")`',
    '`links={"title": "language"}`',
)
def test_fields_from_fixtures(named_book: Book) -> None:
    assert named_book.title == "Norwegian"


@capability(
    "a field computed from fixtures",
    "R `LazyFixture(lambda second_author: …)`",
    "an ordinary fixture and `links`, or the fixture `pfg`",
)
def test_fields_computed_from_fixtures(second_author: Author, pfg: Pfg) -> None:
    assert pfg.build(Book, author=second_author, pages=second_author.age).pages > 0


class TestOtherAuthor:
    @pytest.fixture
    def author(self, second_author: Author) -> Author:
        return second_author

    @capability(
        "another object for one test",
        'R `parametrize("book__author", [LazyFixture(…)])`',
        "a fixture of the same name nearer to the test",
    )
    def test_a_nearer_fixture_wins(self, book: Book, second_author: Author) -> None:
        assert book.author is second_author


@capability(
    "a value of another fixture's value",
    "R `getfixturevalue`",
    "`request.getfixturevalue`",
)
def test_fixtures_on_request(request: pytest.FixtureRequest) -> None:
    assert isinstance(request.getfixturevalue("author"), Author)


@capability(
    "what happens after the value is made",
    "F `post_generation`, `PostGenerationMethodCall`",
    "`persist=greet`, whose parameters are fixtures",
)
def test_functions_follow(greeted: Author) -> None:
    assert greeted.log == ["speaks Norwegian"]


@capability(
    "objects that refer to each other",
    "R `RelatedFactory`, deferred post-generation",
    "`persist` of both fixtures",
)
def test_circular_objects(published: Author, published_book: Book, registry: Registry) -> None:
    assert registry.books == {published.name: [published_book]}


@capability(
    "a hook once all objects are there",
    "R `pytest_factoryboy_done(request)`",
    "a fixture that requests them",
)
def test_a_fixture_runs_after_others(after_all: list[str], published: Author) -> None:
    assert after_all == [published.name]


@capability(
    "traits of a registration and of a test",
    "F `Trait`; R `register(…, old=True)`",
    '`apply=["old"]`, `@pytest.mark.pfg(staff="ada")`',
)
@pytest.mark.pfg(staff=["ada", {"log": ["x"]}])
def test_marks_apply_traits(staff: Author) -> None:
    assert (staff.name, staff.age, staff.log) == ("Ada", 90, ["x"])


@capability(
    "all variants of an object",
    "P `coverage()`; R `parametrize`",
    '`variants={"young": {…}, "old": {…}}`',
)
def test_variants(any_author: Author, request: pytest.FixtureRequest) -> None:
    assert any_author.age == {"young": 9, "old": 90}[request.node.callspec.id]


@capability("several random objects, a test for each", "P, F a loop in the test", "`cases=2`")
def test_cases(some_author: Author) -> None:
    assert some_author.name


@capability(
    "a list of objects", "F `build_batch(3)` in a fixture", "`pfg_fixture(list[Book], n=3)`"
)
def test_lists(three_books: list[Book]) -> None:
    assert len(three_books) == 3


@capability("scopes", "R function scope", '`scope="module"`')
def test_scopes(once: Author) -> None:
    assert isinstance(once, Author)


class TestNamespace:
    inner = pfg_fixture(Author, {"name": "Inner"})

    class TestNested:
        @capability("fixtures of a class", "R `register` in a class", "`pfg_fixture` in a class")
        def test_fixtures_of_a_class(self, inner: Author) -> None:
            assert inner.name == "Inner"


@capability("types of fixtures", "R none", "`PfgFixture[Author]`, `Make[Author]`, checked")
def test_fixtures_have_types(typed: Author, make_author: Make[Author]) -> None:
    assert (type(typed), repr(make_author)) == (Author, "Make[Author]")


@capability(
    "data that other tests do not change",
    "P, F one sequence of random numbers for all",
    "the same alone, in any order, under xdist",
)
def test_data_depends_on_no_other_test(author: Author, request: pytest.FixtureRequest) -> None:
    listed: list[Any] = request.config.pluginmanager.get_plugin("pfg_run").list_recipes(
        request.node
    )
    assert [(recipe.key, recipe.index) for recipe in listed] == [("author", 0)]


@capability(
    "the values of a failed test",
    "none",
    "[the report](pytest.md#report-of-a-failed-test), and how to reproduce them",
)
def test_a_failed_test_shows_its_values(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        from dataclasses import dataclass
        from pytest_fixturegen import pfg_factory

        @dataclass
        class Author:
            age: int

        make_author = pfg_factory(Author)

        def test_it(make_author):
            assert make_author(age=3).age == 4
        """
    )
    result = pytester.runpytest_inprocess("--pfg-vary=test", "-p", "no:asyncio")
    result.stdout.fnmatch_lines(
        ["make_author = Author(age=3)", "reproduce with: --pfg-seed=0 --pfg-vary=test"]
    )
