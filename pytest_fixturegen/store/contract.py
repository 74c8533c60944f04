"""The contract of adapters as tests. The author of an adapter inherits them.

    from pytest_fixturegen.store.contract import AdapterContract

    class TestMine(AdapterContract):
        @pytest.fixture
        def adapter(self, tmp_path):
            return MyAdapter(tmp_path)

The store emulates the capabilities that an adapter lacks, so the same tests hold for every adapter.
PYTEST_DONT_REWRITE
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pytest_fixturegen._internal.json_values import dumps, loads
from pytest_fixturegen.store.adapters.emulation import complete_adapter
from pytest_fixturegen.store.contract_sample import (
    BOOKS,
    QUERIES,
    SampleStore,
    build_sample_schema,
    is_same_state,
)
from pytest_fixturegen.store.errors import ConflictError
from pytest_fixturegen.store.queries import ALL_RECORDS, Query
from pytest_fixturegen.store.store import Store, StoreHooks

PAGES = {1: 1, 2: 1, 3: 2}
"""The book of each page."""


class AdapterContract:
    """Tests of an adapter. A subclass defines the fixture ``adapter``: a new, empty one."""

    @pytest.fixture
    def adapter(self) -> Any:
        """Return the adapter under test."""
        raise NotImplementedError("Define a fixture 'adapter'.")

    @pytest.fixture
    def shop(self, adapter: Any) -> Iterator[SampleStore]:
        """Yield a store over the adapter, with three shelves, four books and three pages."""
        complete = complete_adapter(adapter)
        store = Store(
            build_sample_schema(),
            complete,
            StoreHooks(cache_size=0),
        )
        for key in (1, 2, 3):
            store.rows("shelves").create(dumps({"id": key, "room": f"room {key}"}))
        store.rows("books").create_many(map(dumps, BOOKS))
        for key, book in PAGES.items():
            store.rows("pages").create(dumps({"id": key, "book_id": book}))
        yield SampleStore(store, complete)
        store.close()

    def test_initialize_returns_true_for_empty_storage(self, adapter: Any) -> None:
        complete = complete_adapter(adapter)
        assert complete.initialize(build_sample_schema()) is True
        complete.close()

    def test_a_query_filters_and_sorts(self, shop: SampleStore) -> None:
        assert {text: shop.list_ids(text) for text, _ in QUERIES} == dict(QUERIES)

    def test_a_page_has_the_total_of_all_matches(self, shop: SampleStore) -> None:
        """Check that neither a limit nor an offset changes the total of a page."""
        for page in (
            "limit=1",
            "limit=3",
            "limit=9",
            "limit=2&offset=1",
            "limit=2&offset=2",
            "offset=7",
        ):
            assert shop.read_page(f"price_gte=10&{page}").total == 3, page
        assert shop.adapter.count("books") == 4

    def test_a_record_is_read_as_it_was_written(self, shop: SampleStore) -> None:
        """Check that quotes, placeholders and non-ASCII text survive unchanged."""
        text = dumps({"id": 9, "room": "Ünï ☃ 'x' \"y\" %s ? {}"})
        shop.adapter.create_resource("shelves", 9, text)
        assert shop.adapter.get_resource("shelves", 9) == text
        assert shop.adapter.get_resource("shelves", 10) is None

    def test_an_update_keeps_the_position_of_a_record(self, shop: SampleStore) -> None:
        """Check that an update leaves the order alone and that filters see the new value."""
        shop.store.rows("books").patch(2, b'{"title": "pear"}')
        assert shop.list_ids() == [1, 2, 3, 4]
        assert loads(shop.adapter.get_resource("books", 2) or b"")["title"] == "pear"
        assert shop.list_ids("title=pear") == [2]
        assert shop.list_ids("title=apple") == []

    def test_patch_resource_changes_only_the_named_fields(self, shop: SampleStore) -> None:
        """Check that a patch keeps the other fields, in the body and for filters."""
        before = loads(shop.adapter.get_resource("books", 3) or b"")
        shop.adapter.patch_resource("books", 3, {"title": "Fig"})
        assert loads(shop.adapter.get_resource("books", 3) or b"") == {**before, "title": "Fig"}
        assert shop.list_ids("title=Fig") == [3]

    def test_delete_resource_returns_whether_the_record_existed(self, shop: SampleStore) -> None:
        assert shop.adapter.delete_resource("pages", 1) is True
        assert shop.adapter.delete_resource("pages", 1) is False
        assert shop.list_ids(resource="pages") == [2, 3]

    def test_create_many_writes_all_records_or_none(self, shop: SampleStore) -> None:
        """Check that a conflict in one record of a batch leaves none of them."""
        rows = [(key, dumps({"id": key, "room": "x"})) for key in (7, 8)]
        shop.adapter.create_many("shelves", rows)
        assert shop.list_ids(resource="shelves") == [1, 2, 3, 7, 8]
        before = shop.take_backup()
        with pytest.raises(ConflictError):
            shop.store.rows("shelves").create_many(
                [b'{"id": 20, "room": "z"}', b'{"id": 7, "room": "again"}']
            )
        assert is_same_state(shop.take_backup(), before)

    def test_records_created_together_may_refer_to_each_other(self, shop: SampleStore) -> None:
        """Check that a batch may hold a reference cycle, and that it raises the next number."""
        twins = [
            (key, dumps({**BOOKS[1], "id": key, "twin_id": other}))
            for key, other in ((10, 11), (11, 10))
        ]
        shop.adapter.create_many("books", twins)
        assert shop.list_ids("twin_id_in=10,11") == [10, 11]
        assert shop.store.rows("shelves").create(b'{"room": "x"}')[0] == 4
        rows = [(key, dumps({"id": key, "room": "x"})) for key in (30, 20)]
        shop.adapter.create_many("shelves", rows)
        assert shop.store.rows("shelves").create(b'{"room": "x"}')[0] == 31

    def test_find_related_returns_referring_records(self, shop: SampleStore) -> None:
        """Check that an adapter finds the referrers of many keys, even if it splits their list."""
        assert shop.adapter.find_related("pages", "book_id", [4]) == []
        shop.adapter.create_resource(
            "pages",
            4,
            dumps({"id": 4, "book_id": 3}),
        )
        # The keys that exist lie around the places where an adapter may split a long list.
        many = [
            1,
            *range(-498, 0),
            2,
            3,
            *range(-1500, -500),
        ]
        related = shop.adapter.find_related("pages", "book_id", many)
        assert sorted(key for key, _ in related) == [1, 2, 3, 4]
        rows = [(key, dumps({"id": key, "book_id": 4})) for key in range(10, 520)]
        shop.adapter.create_many("pages", rows)
        assert shop.adapter.find_related("pages", "book_id", [4]) == rows

    def test_a_repeated_key_is_rejected(self, shop: SampleStore) -> None:
        with pytest.raises(ConflictError, match=r"books\.id is unique, and 1 is taken"):
            shop.store.rows("books").create(dumps(BOOKS[0]))

    @pytest.mark.parametrize("method", ["create", "patch"])
    def test_a_repeated_unique_value_is_rejected(
        self,
        shop: SampleStore,
        method: str,
    ) -> None:
        """Check that *method* cannot repeat a unique value, and then changes nothing."""
        books, before = shop.store.rows("books"), shop.take_backup()
        calls: dict[str, Callable[[], Any]] = {
            "create": lambda: books.create(dumps({**BOOKS[0], "id": 5, "isbn": "a-1"})),
            "patch": lambda: books.patch(1, b'{"isbn": "a-1"}'),
        }
        with pytest.raises(ConflictError, match=r"books\.isbn is unique, and 'a-1' is taken"):
            calls[method]()
        assert is_same_state(shop.take_backup(), before)

    def test_a_dangling_reference_is_rejected(self, shop: SampleStore) -> None:
        """Check that neither a patch nor a creation may refer to a missing record."""
        with pytest.raises(
            ConflictError, match=r"books\.shelf_id refers to shelves 77, which does not exist"
        ):
            shop.store.rows("books").patch(1, b'{"shelf_id": 77}')
        with pytest.raises(
            ConflictError, match=r"pages\.book_id refers to books 77, which does not exist"
        ):
            shop.store.rows("pages").create(b'{"book_id": 77}')

    def test_restrict_rejects_deletion_of_a_referenced_record(self, shop: SampleStore) -> None:
        """Check that only a record without referrers can be deleted if the rule is "restrict"."""
        with pytest.raises(ConflictError, match=r"shelves 1 is still in use: books 1"):
            shop.store.rows("shelves").delete(1)
        shop.store.rows("shelves").delete(3)
        assert shop.list_ids(resource="shelves") == [1, 2]

    def test_cascade_deletes_and_nullify_clears(self, shop: SampleStore) -> None:
        """Check that one deletion removes cascading referrers and clears nullifying ones."""
        books = shop.store.rows("books")
        books.patch(2, b'{"twin_id": 1}')
        books.delete(1)
        assert shop.list_ids() == [2, 3, 4]
        assert shop.list_ids(resource="pages") == [3]
        assert loads(books.get(2))["twin_id"] is None
        assert shop.list_ids("twin_id_null=true") == [2, 3, 4]

    def test_cascades_follow_chains_and_cycles(self, shop: SampleStore) -> None:
        """Check that a cascade ends on chains, on self-references and on cycles."""
        pages = shop.store.rows("pages")
        for key, previous in ((4, 3), (5, 4), (6, 6)):
            pages.create(dumps({"id": key, "book_id": 4, "after_id": previous}))
        pages.delete(3)
        assert shop.list_ids(resource="pages") == [1, 2, 6]
        pages.delete(6)
        pages.patch(1, b'{"after_id": 2}')
        pages.patch(2, b'{"after_id": 1}')
        pages.delete(2)
        assert shop.list_ids(resource="pages") == []

    def test_numbers_never_repeat(self, shop: SampleStore) -> None:
        """Check that a deleted or an explicit key is not drawn again as a number."""
        pages = shop.store.rows("pages")
        first, _ = pages.create(b'{"book_id": 1}')
        assert first == 4
        pages.create(b'{"id": 50, "book_id": 1}')
        assert pages.create(b'{"book_id": 1}')[0] == 51
        pages.delete(51)
        assert pages.create(b'{"book_id": 1}')[0] == 52
        pages.delete(52)
        pages.create(b'{"id": 20, "book_id": 1}')
        assert pages.create(b'{"book_id": 1}')[0] == 53
        assert [shop.adapter.next_number("pages") for _ in range(2)] == [54, 55]

    def test_a_savepoint_without_keep_leaves_no_changes(self, shop: SampleStore) -> None:
        """Check that a discarded savepoint undoes changes, numbers and snapshots."""
        before = shop.take_backup()
        with shop.adapter.savepoint(keep=False):
            shop.store.rows("books").delete(1)
            shop.store.rows("shelves").create(b'{"room": "new"}')
            shop.store.snapshots.save("within")
            shop.adapter.patch_resource("books", 2, {"title": "pear"})
            shop.adapter.create_many(
                "shelves",
                [(60, dumps({"id": 60, "room": "x"}))],
            )
        after = shop.take_backup()
        assert is_same_state(after, before)
        assert dict(after.numbers) == dict(before.numbers)
        assert shop.store.snapshots.list_names() == []

    def test_an_inner_savepoint_is_undone_with_its_outer_one(self, shop: SampleStore) -> None:
        """Check that an outer savepoint undoes what an inner one kept."""
        before = shop.take_backup()
        with shop.adapter.savepoint(keep=False):
            with shop.adapter.savepoint():
                shop.adapter.update_resource(
                    "shelves",
                    3,
                    dumps({"id": 3, "room": "other"}),
                )
                shop.adapter.reset()
                shop.adapter.restore(before)
                shop.store.rows("pages").create(b'{"book_id": 1}')
            assert shop.list_ids(resource="pages") == [1, 2, 3, 4]
        assert is_same_state(shop.take_backup(), before)

    def test_a_reset_and_a_deleted_snapshot_are_undone(self, shop: SampleStore) -> None:
        """Check that a reset and the deletion of a snapshot can be undone."""
        shop.adapter.snapshot("saved", b"{}")
        before = shop.take_backup()
        with shop.adapter.savepoint(keep=False):
            shop.adapter.reset()
            assert shop.adapter.delete_snapshot("saved") is True
            shop.store.rows("shelves").create(b'{"room": "first"}')
        assert is_same_state(shop.take_backup(), before)
        assert shop.adapter.list_snapshots() == ["saved"]

    def test_savepoints_nest(self, shop: SampleStore) -> None:
        """Check that each discarded savepoint undoes only its own changes and inner ones."""
        seen = [shop.list_ids()]
        with shop.adapter.savepoint(keep=False):
            shop.store.rows("books").delete(1)
            seen.append(shop.list_ids())
            with shop.adapter.savepoint(keep=False):
                shop.store.rows("books").delete(2)
                with shop.adapter.savepoint():
                    shop.store.rows("books").delete(3)
                assert shop.list_ids() == [4]
            assert shop.list_ids() == seen[1] == [2, 3, 4]
        assert shop.list_ids() == seen[0] == [1, 2, 3, 4]

    def test_an_exception_undoes_only_its_own_savepoint(self, shop: SampleStore) -> None:
        """Check that changes of the outer savepoint survive an exception in the inner one."""
        with shop.adapter.savepoint(keep=False):
            shop.store.rows("shelves").delete(3)
            with pytest.raises(ZeroDivisionError):
                shop.delete_and_fail()
            assert shop.list_ids() == [1, 2, 3, 4]
            assert shop.list_ids(resource="shelves") == [1, 2]

    def test_a_backup_is_restored_in_its_order(self, shop: SampleStore) -> None:
        """Check that a restore brings back the order of records and the next numbers."""
        pages = shop.store.rows("pages")
        assert pages.create(b'{"book_id": 1}')[0] == 4
        pages.delete(4)
        before = shop.take_backup()
        shop.store.rows("books").delete(1)
        shop.store.rows("books").create(dumps({**BOOKS[0], "id": 6}))
        shop.adapter.reset()
        shop.adapter.restore(before)
        assert is_same_state(shop.take_backup(), before)
        assert shop.list_ids() == [1, 2, 3, 4]
        assert pages.create(b'{"book_id": 1}')[0] == 5

    def test_a_backup_with_cyclic_references_is_restored(self, shop: SampleStore) -> None:
        """Check that records that refer to each other can be restored, also inside a transaction.

        Constraints hold again after the restore.
        """
        shop.store.rows("books").patch(1, b'{"twin_id": 4}')
        shop.store.rows("books").patch(4, b'{"twin_id": 1}')
        before = shop.take_backup()
        shop.adapter.restore(before)
        assert is_same_state(shop.take_backup(), before)
        with shop.store.transaction():
            shop.adapter.restore(before)
            with pytest.raises(ConflictError, match=r"pages\.book_id refers to books 77"):
                shop.store.rows("pages").create(b'{"book_id": 77}')

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"pages": [{"id": 1, "book_id": 77}]}, r"pages\.book_id refers to books 77"),
            (
                {
                    "shelves": [{"id": 1, "room": "a"}, {"id": 1, "room": "b"}],
                    "pages": [],
                    "books": [],
                },
                r"shelves\.id is unique",
            ),
            (
                {"books": [{**BOOKS[2], "id": key} for key in (1, 2)], "pages": []},
                r"books\.isbn is unique, and 'a-1'",
            ),
        ],
    )
    def test_a_backup_that_breaks_a_constraint_changes_nothing(
        self, shop: SampleStore, change: Any, message: str
    ) -> None:
        """Check that a backup with a conflict is rejected with *message* and undone."""
        before = shop.store.backup()
        with pytest.raises(ConflictError, match=message):
            shop.store.restore(dumps({**loads(before), **change}))
        assert shop.store.backup() == before

    def test_reset_deletes_records_and_restarts_numbers(self, shop: SampleStore) -> None:
        """Check that a reset removes records but keeps snapshots, and restarts numbers at 1."""
        shop.adapter.snapshot("saved", b"{}")
        shop.store.rows("books").patch(1, b'{"twin_id": 4}')
        shelves = shop.store.rows("shelves")
        assert shelves.create(b'{"room": "fourth"}')[0] == 4
        shop.adapter.reset()
        assert shop.list_ids() == []
        assert shop.adapter.list_snapshots() == ["saved"]
        assert shelves.create(b'{"room": "first"}')[0] == 1

    def test_snapshots_are_saved_listed_and_deleted(self, shop: SampleStore) -> None:
        """Check that saving replaces a snapshot of the same name, and that names are sorted."""
        shop.adapter.snapshot("b", b"{1}")
        shop.adapter.snapshot("a", b"{2}")
        shop.adapter.snapshot("b", b"{3}")
        assert shop.adapter.list_snapshots() == ["a", "b"]
        assert shop.adapter.get_snapshot("b") == b"{3}"
        assert shop.adapter.get_snapshot("c") is None
        assert shop.adapter.delete_snapshot("a") is True
        assert shop.adapter.delete_snapshot("a") is False
        assert shop.adapter.list_snapshots() == ["b"]

    def test_a_snapshot_of_a_store_is_restored(self, shop: SampleStore) -> None:
        """Check that a snapshot brings back the records and numbers of its moment."""
        before = shop.take_backup()
        shop.store.snapshots.save("before")
        shop.store.rows("books").delete(2)
        shop.store.snapshots.restore("before")
        assert is_same_state(shop.take_backup(), before)

    def test_load_restores_the_saved_state(self, shop: SampleStore) -> None:
        """Check that a load undoes changes after the last save.

        An adapter that does not save must not announce the capability.
        """
        if not shop.store.save():
            assert "saving" not in shop.adapter.capabilities
            return
        before = shop.take_backup()
        shop.adapter.delete_resource("pages", 1)
        assert shop.store.load() is True
        assert is_same_state(shop.take_backup(), before)

    def test_stats_can_be_written_as_json(self, shop: SampleStore) -> None:
        assert isinstance(loads(dumps(shop.adapter.get_stats())), dict)

    def test_repeated_queries_return_the_same_records(self, shop: SampleStore) -> None:
        first = shop.adapter.get_resources("books", ALL_RECORDS)
        second = shop.adapter.get_resources("books", Query())
        assert list(first.texts) == list(second.texts)
