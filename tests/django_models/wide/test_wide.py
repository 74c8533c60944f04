"""What rows of Django are like, without a database and in one."""

import pytest
from django.conf import settings
from django.db import IntegrityError, connection
from django.db import models as fields
from django.db.models.signals import post_save
from shop import models

from pytest_fixturegen import generate_instances, persist_records
from pytest_fixturegen.errors import FixturegenError

STAMPS = ("created", "changed")


def list_values(row):
    names = [each.attname for each in row._meta.concrete_fields if each.name not in STAMPS]
    values = {name: getattr(row, name) for name in names}
    return {name: getattr(value, "name", value) for name, value in values.items()}


def test_values_survive_the_database(make_everything):
    for row in make_everything.batch(25):
        row.full_clean()
        given = list_values(row)
        given["raw"] = bytes(given["raw"])
        loaded = list_values(models.Everything.objects.get(pk=row.pk))
        loaded["raw"] = bytes(loaded["raw"])
        assert loaded == given


def test_values_fit_their_fields(make_everything):
    rows = make_everything.batch(25)
    assert {row.status for row in rows} == {"draft"}
    assert {row.grouped for row in rows} == {"a1", "a2", "b"}
    assert {row.level for row in rows} == {1, 2}
    assert {str(row.rate) for row in rows} == {"0.21", "0.09"}
    assert {row.short for row in rows} <= {"ab", "cd"}
    assert all(5 <= row.positive <= 90 for row in rows)
    assert all(row.moment.tzinfo is not None for row in rows) == settings.USE_TZ
    assert all(row.file.name.startswith("files/20") for row in rows)
    assert all(row.sheet.name.endswith(".csv") for row in rows)


@pytest.mark.django_db
@pytest.mark.parametrize("cls", [models.Author, models.Tag, models.Place, models.Customer])
def test_rows_of_the_api_can_be_cleaned(cls):
    for row in generate_instances(cls, 10):
        row.full_clean()


def test_parents_are_saved_once(make_book):
    books = make_book.batch(3)
    assert models.Author.objects.get() == books[0].author
    for book in books:
        book.full_clean()


def test_a_fixture_is_the_parent(book, author):
    assert book.author is author
    assert models.Author.objects.get() == author


def test_children_are_saved_after_their_parent(shelf):
    assert [book.author for book in shelf.books.all()] == [shelf, shelf]


def test_many_to_many_is_set_after_saving(tagged):
    names = tagged.tags.values_list("name", flat=True)
    assert len(names) == 2
    assert "new" in names


def test_many_to_many_is_set_from_the_other_side(popular):
    assert popular.books.count() == 2
    assert models.Author.objects.count() == 1


def test_many_to_many_through_a_model(club):
    assert club.members.count() == 3
    assert models.Membership.objects.filter(is_active=True).count() == 3


def test_related_rows_without_a_database(unsaved):
    assert unsaved.author.name
    assert unsaved.author.pk is None
    assert unsaved.editor is None


def test_overrides_of_parents(make_book):
    book = make_book(author={"name": "Ada"}, editor={"name": "Bob"})
    book.refresh_from_db()
    assert [book.author.name, book.editor.name] == ["Ada", "Bob"]


def test_lists_with_rows_of_many_to_many(books):
    assert [book.tags.count() for book in books] == [2, 2, 2]
    assert models.Author.objects.count() == 1


def test_children_with_rows_of_their_own(deep):
    edited = deep.books.get(editor__name="Eve")
    assert edited.tags.get().name == "old"
    assert deep.books.get(editor=None).tags.count() == 0


def test_batches_of_rows_with_parents_of_their_own(make_book):
    books = make_book.create_batch(3, author={"name": "Ada"})
    assert models.Author.objects.filter(name="Ada").count() == 3
    assert make_book(author_id=books[0].author_id).author == books[0].author


def test_members_of_choices_are_values(make_everything):
    everything = models.Everything
    row = make_everything(status=everything.Status.DONE, level=models.Level.HIGH)
    row.refresh_from_db()
    assert (row.status, row.level) == ("done", 2)


def test_related_rows_of_the_wrong_kind(make_book):
    with pytest.raises(FixturegenError, match="expected a row of Author"):
        make_book(author=3)
    with pytest.raises(FixturegenError, match="expected a list or a number of rows of Tag"):
        make_book(tags="new")


def test_a_parent_that_is_not_saved(make_book, make_author):
    author = make_author.build()
    assert make_book(author=author).author.pk == author.pk


def test_inherited_tables(novel):
    assert models.Book.objects.get().novel == novel
    assert models.Novel.objects.get().author == novel.author
    novel.full_clean()


def test_keys_of_several_kinds(visits):
    for visit in models.Visit.objects.all():
        visit.full_clean()
        assert visit.bar.name
        assert visit.customer.username == visit.customer_id


def test_one_to_one_has_a_parent_each(profiles):
    assert models.Customer.objects.count() == 3
    assert {profile.customer.pk for profile in profiles} == {row.pk for row in profiles}


def test_a_proxy_is_a_model(loud_tag):
    assert models.LoudTag.objects.get() == loud_tag


def test_keys_are_left_to_the_database(make_tag, make_book):
    assert make_tag.build().pk is None
    assert make_tag(id=7).pk == 7
    assert make_book.build().pk is not None  # a UUID is not the database's


def test_batches_are_inserted_at_once(make_tag, django_assert_num_queries):
    with django_assert_num_queries(1):
        tags = make_tag.create_batch(20)
    assert models.Tag.objects.count() == len({tag.pk for tag in tags}) == 20


def test_batches_send_signals_if_somebody_listens(make_tag):
    names = []

    def listen(instance, **_):
        names.append(instance.name)

    post_save.connect(listen, sender=models.Tag)
    try:
        tags = make_tag.batch(3)
    finally:
        post_save.disconnect(listen, sender=models.Tag)
    assert names == [tag.name for tag in tags]


def test_batches_call_save_of_the_model(loud):
    assert all(row.name.isupper() for row in loud)


def test_the_database_computes(computed):
    computed.refresh_from_db()
    assert computed.double == 2 * computed.width
    assert computed.state == "new"


def test_clean_of_the_model_is_honoured(pfg):
    assert all((row.alpha + row.beta) % 2 for row in pfg.batch(models.Checked, 25))


def test_a_refused_row_names_its_column(make_tag):
    make_tag(name="a")
    with pytest.raises(IntegrityError) as caught:
        make_tag(name="a")
    assert "name has a value that another row has" in caught.value.__notes__[0]


def test_unknown_fields_are_errors(make_tag):
    with pytest.raises(FixturegenError, match="Tag has no field 'nam'"):
        make_tag(nam="a")


def test_values_that_a_field_refuses(make_everything):
    with pytest.raises(ValueError, match="expected an even number"):
        make_everything(even=11)


@pytest.mark.parametrize("cls", [models.Everything, models.Bar])
def test_rows_of_the_sql_handler(cls, transactional_db):
    """Rows that no code of Django has inserted are what Django inserts."""
    given = {row.id: row for row in generate_instances(cls, 5)}
    persist_records(cls, "sql", 5, options={"url": find_url()})
    assert cls.objects.count() == 5
    for row in cls.objects.all():
        row.full_clean()
        for name, value in list_values(given[row.pk]).items():
            assert name == "place_ptr_id" or list_values(row)[name] == value


def find_url():
    parts = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{parts['NAME']}"
    return f"postgresql+psycopg://{parts['USER']}@/{parts['NAME']}?host={parts['HOST']}"


@pytest.mark.skipif(not settings.HAS_ARRAYS, reason="only PostgreSQL has arrays and ranges")
@pytest.mark.django_db
def test_arrays_and_ranges():
    from arrays.models import Parcel

    for row in generate_instances(Parcel, 10):
        row.full_clean()
        row.save(force_insert=True)
        assert list_values(Parcel.objects.get(pk=row.pk)) == list_values(row)


def test_no_kind_of_field_is_missing():
    """A kind of field that a new release of Django adds is found here."""
    standard = {
        each
        for each in vars(fields).values()
        if isinstance(each, type) and issubclass(each, fields.Field)
    }
    used = {type(each) for model in models_of_the_project() for each in model._meta.fields}
    unused = {each.__name__ for each in standard - used if each.__module__ != "shop.models"}
    assert unused <= {
        "Field",
        "AutoField",
        "SmallAutoField",
        "CommaSeparatedIntegerField",
        "FilePathField",
        "ForeignObject",
        "ImageField",
        "IPAddressField",
        "ManyToManyField",
        "NullBooleanField",
        "OrderWrt",
        "CompositePrimaryKey",
    }


def models_of_the_project():
    return [each for each in vars(models).values() if hasattr(each, "_meta")]
