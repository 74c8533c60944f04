"""Fixtures of the tests, which a test of the package runs on each database."""

from shop import models

from pytest_fixturegen import pfg_factory, pfg_fixture

author = pfg_fixture(models.Author, persist="db")
book = pfg_fixture(models.Book, persist="db")
shelf = pfg_fixture(models.Author, {"books": 2}, persist="db")
tagged = pfg_fixture(models.Book, {"tags": [{"name": "new"}, {}]}, persist="db")
popular = pfg_fixture(models.Tag, {"books": 2}, persist="db")
books = pfg_fixture(list[models.Book], {"tags": 2}, n=3, persist="db", name="books")
deep = pfg_fixture(
    models.Author,
    {"books": [{"tags": [{"name": "old"}], "editor": {"name": "Eve"}}, {}]},
    persist="db",
)
unsaved = pfg_fixture(models.Book, related=True)
novel = pfg_fixture(models.Novel, persist="db")
visits = pfg_fixture(list[models.Visit], n=3, persist="db", name="visits")
profiles = pfg_fixture(list[models.Profile], n=3, persist="db", name="profiles")
loud_tag = pfg_fixture(models.LoudTag, persist="db", name="loud_tag")
club = pfg_fixture(models.Club, {"members": 3}, persist="db")
loud = pfg_fixture(list[models.Shouting], n=3, persist="db", name="loud")
computed = pfg_fixture(models.Computed, persist="db")
make_author = pfg_factory(models.Author, persist="db")
make_book = pfg_factory(models.Book, persist="db")
make_tag = pfg_factory(models.Tag, persist="db")
make_everything = pfg_factory(models.Everything, persist="db")
