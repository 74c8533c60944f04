"""What every adapter must do, as tests that the author of one runs on theirs.

    from pytest_fixturegen.store.contract import AdapterContract

    class TestMine(AdapterContract):
        @pytest.fixture
        def adapter(self, tmp_path):
            return MyAdapter(tmp_path)

What an adapter is not capable of is tested as what stands in for it, so the same tests hold for all. PYTEST_DONT_REWRITE
"""

from __future__ import annotations

from collections.abc import Iterator
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


class AdapterContract:
    """Inherit it, and give it a fixture ``adapter``: a new, empty one for each test."""

    @pytest.fixture
    def adapter(self) -> Any:
        """The adapter to be tested."""
        raise NotImplementedError("Give a fixture 'adapter'.")

    @pytest.fixture
    def shop(self, adapter: Any) -> Iterator[SampleStore]:
        """A store over the adapter, with two shelves, four books and three pages."""
        whole = complete_adapter(adapter)
        store = Store(build_sample_schema(), whole, StoreHooks(cache_size=0))
        for place in (1, 2, 3):
            store.rows("shelves").create(dumps({"id": place, "room": f"room {place}"}))
        store.rows("books").create_many(map(dumps, BOOKS))
        for place, owner in ((1, 1), (2, 1), (3, 2)):
            store.rows("pages").create(dumps({"id": place, "book_id": owner}))
        yield SampleStore(store, whole)
        store.close()

    def test_initialize_tells_that_nothing_was_there(self, adapter: Any) -> None:
        whole = complete_adapter(adapter)
        assert whole.initialize(build_sample_schema()) is True
        whole.close()

    def test_a_query_gives_what_it_asks_for_in_its_order(self, shop: SampleStore) -> None:
        assert {text: shop.list_ids(text) for text, _ in QUERIES} == dict(QUERIES)

    def test_a_page_tells_how_many_there_are_in_all(self, shop: SampleStore) -> None:
        for place in (
            "limit=1",
            "limit=3",
            "limit=9",
            "limit=2&offset=1",
            "limit=2&offset=2",
            "offset=7",
        ):
            assert shop.read_page(f"price_gte=10&{place}").total == 3, place
        assert shop.adapter.count("books") == 4

    def test_a_record_comes_back_as_it_was_given(self, shop: SampleStore) -> None:
        text = dumps({"id": 9, "room": "Ünï ☃ 'x' \"y\" %s ? {}"})
        shop.adapter.create_resource("shelves", 9, text)
        assert shop.adapter.get_resource("shelves", 9) == text
        assert shop.adapter.get_resource("shelves", 10) is None

    def test_an_update_keeps_the_place_of_a_record(self, shop: SampleStore) -> None:
        shop.store.rows("books").patch(2, b'{"title": "pear"}')
        assert shop.list_ids() == [1, 2, 3, 4]
        assert loads(shop.adapter.get_resource("books", 2) or b"")["title"] == "pear"
        assert (shop.list_ids("title=pear"), shop.list_ids("title=apple")) == ([2], [])

    def test_patch_resource_changes_what_it_names_and_nothing_else(self, shop: SampleStore) -> None:
        before = loads(shop.adapter.get_resource("books", 3) or b"")
        shop.adapter.patch_resource("books", 3, {"title": "Fig"})
        assert loads(shop.adapter.get_resource("books", 3) or b"") == {**before, "title": "Fig"}
        assert shop.list_ids("title=Fig") == [3]

    def test_delete_resource_tells_whether_it_was_there(self, shop: SampleStore) -> None:
        assert shop.adapter.delete_resource("pages", 1) is True
        assert shop.adapter.delete_resource("pages", 1) is False
        assert shop.list_ids(resource="pages") == [2, 3]

    def test_create_many_keeps_all_or_nothing(self, shop: SampleStore) -> None:
        rows = [(7, dumps({"id": 7, "room": "x"})), (8, dumps({"id": 8, "room": "y"}))]
        shop.adapter.create_many("shelves", rows)
        assert shop.list_ids(resource="shelves") == [1, 2, 3, 7, 8]
        before = shop.take_backup()
        with pytest.raises(ConflictError):
            shop.store.rows("shelves").create_many(
                [b'{"id": 20, "room": "z"}', b'{"id": 7, "room": "again"}']
            )
        assert is_same_state(shop.take_backup(), before)

    def test_records_made_together_may_refer_to_one_another(self, shop: SampleStore) -> None:
        twins = [
            (key, dumps({**BOOKS[1], "id": key, "twin_id": other}))
            for key, other in ((10, 11), (11, 10))
        ]
        shop.adapter.create_many("books", twins)
        assert shop.list_ids("twin_id_in=10,11") == [10, 11]
        assert shop.store.rows("shelves").create(b'{"room": "x"}')[0] == 4
        shop.adapter.create_many(
            "shelves", [(key, dumps({"id": key, "room": "x"})) for key in (30, 20)]
        )
        assert shop.store.rows("shelves").create(b'{"room": "x"}')[0] == 31

    def test_find_related_gives_those_that_refer(self, shop: SampleStore) -> None:
        assert shop.adapter.find_related("pages", "book_id", [4]) == []
        shop.adapter.create_resource("pages", 4, dumps({"id": 4, "book_id": 3}))
        many = [1, *range(-498, 0), 2, 3, *range(-1500, -500)]  # wherever a long list may be cut
        assert sorted(key for key, _ in shop.adapter.find_related("pages", "book_id", many)) == [
            1,
            2,
            3,
            4,
        ]
        shop.adapter.create_many(
            "pages", rows := [(key, dumps({"id": key, "book_id": 4})) for key in range(10, 520)]
        )
        assert shop.adapter.find_related("pages", "book_id", [4]) == rows

    def test_a_key_that_is_taken_is_refused(self, shop: SampleStore) -> None:
        with pytest.raises(ConflictError, match=r"books\.id is unique, and 1 is taken"):
            shop.store.rows("books").create(dumps(BOOKS[0]))

    @pytest.mark.parametrize("act", ["create", "patch"])
    def test_a_unique_value_that_is_taken_is_refused(self, shop: SampleStore, act: str) -> None:
        books, before = shop.store.rows("books"), shop.take_backup()
        with pytest.raises(ConflictError, match=r"books\.isbn is unique, and 'a-1' is taken"):
            books.create(
                dumps({**BOOKS[0], "id": 5, "isbn": "a-1"})
            ) if act == "create" else books.patch(1, b'{"isbn": "a-1"}')
        assert is_same_state(shop.take_backup(), before)

    def test_a_reference_that_leads_nowhere_is_refused(self, shop: SampleStore) -> None:
        with pytest.raises(
            ConflictError, match=r"books\.shelf_id refers to shelves 77, which does not exist"
        ):
            shop.store.rows("books").patch(1, b'{"shelf_id": 77}')
        with pytest.raises(
            ConflictError, match=r"pages\.book_id refers to books 77, which does not exist"
        ):
            shop.store.rows("pages").create(b'{"book_id": 77}')

    def test_restrict_keeps_what_is_in_use(self, shop: SampleStore) -> None:
        with pytest.raises(ConflictError, match=r"shelves 1 is still in use: books 1"):
            shop.store.rows("shelves").delete(1)
        shop.store.rows("shelves").delete(3)
        assert shop.list_ids(resource="shelves") == [1, 2]

    def test_cascade_takes_along_and_nullify_forgets(self, shop: SampleStore) -> None:
        books = shop.store.rows("books")
        books.patch(2, b'{"twin_id": 1}')
        books.delete(1)
        assert shop.list_ids() == [2, 3, 4]
        assert shop.list_ids(resource="pages") == [3]
        assert loads(books.get(2))["twin_id"] is None
        assert shop.list_ids("twin_id_null=true") == [2, 3, 4]

    def test_a_record_takes_along_those_after_it(self, shop: SampleStore) -> None:
        pages = shop.store.rows("pages")
        for key, before in ((4, 3), (5, 4), (6, 6)):
            pages.create(dumps({"id": key, "book_id": 4, "after_id": before}))
        pages.delete(3)
        assert shop.list_ids(resource="pages") == [1, 2, 6]
        pages.delete(6)
        pages.patch(1, b'{"after_id": 2}')
        pages.patch(2, b'{"after_id": 1}')
        pages.delete(2)
        assert shop.list_ids(resource="pages") == []

    def test_numbers_are_never_given_out_twice(self, shop: SampleStore) -> None:
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

    def test_a_savepoint_that_is_not_kept_leaves_nothing(self, shop: SampleStore) -> None:
        before = shop.take_backup()
        with shop.adapter.savepoint(keep=False):
            shop.store.rows("books").delete(1)
            shop.store.rows("shelves").create(b'{"room": "new"}')
            shop.store.snapshots.save("within")
            shop.adapter.patch_resource("books", 2, {"title": "pear"})
            shop.adapter.create_many("shelves", [(60, dumps({"id": 60, "room": "x"}))])
        after = shop.take_backup()
        assert is_same_state(after, before)
        assert dict(after.numbers) == dict(before.numbers)
        assert shop.store.snapshots.list_names() == []

    def test_a_savepoint_that_is_kept_is_undone_with_the_one_around_it(
        self, shop: SampleStore
    ) -> None:
        before = shop.take_backup()
        with shop.adapter.savepoint(keep=False):
            with shop.adapter.savepoint():
                shop.adapter.update_resource("shelves", 3, dumps({"id": 3, "room": "other"}))
                shop.adapter.reset()
                shop.adapter.restore(before)
                shop.store.rows("pages").create(b'{"book_id": 1}')
            assert shop.list_ids(resource="pages") == [1, 2, 3, 4]
        assert is_same_state(shop.take_backup(), before)

    def test_a_reset_and_a_forgotten_snapshot_are_undone(self, shop: SampleStore) -> None:
        shop.adapter.snapshot("kept", b"{}")
        before = shop.take_backup()
        with shop.adapter.savepoint(keep=False):
            shop.adapter.reset()
            assert shop.adapter.delete_snapshot("kept") is True
            shop.store.rows("shelves").create(b'{"room": "first"}')
        assert is_same_state(shop.take_backup(), before)
        assert shop.adapter.list_snapshots() == ["kept"]

    def test_savepoints_nest(self, shop: SampleStore) -> None:
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

    def test_what_raises_in_a_savepoint_undoes_it_and_no_more(self, shop: SampleStore) -> None:
        with shop.adapter.savepoint(keep=False):
            shop.store.rows("shelves").delete(3)
            with pytest.raises(ZeroDivisionError):
                shop.delete_and_fail()
            assert (shop.list_ids(), shop.list_ids(resource="shelves")) == ([1, 2, 3, 4], [1, 2])

    def test_a_backup_is_restored_in_its_order(self, shop: SampleStore) -> None:
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

    def test_a_backup_is_restored_whatever_refers_to_what(self, shop: SampleStore) -> None:
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
        ("change", "words"),
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
    def test_a_backup_that_breaks_a_rule_changes_nothing(
        self, shop: SampleStore, change: Any, words: str
    ) -> None:
        before = shop.store.backup()
        with pytest.raises(ConflictError, match=words):
            shop.store.restore(dumps({**loads(before), **change}))
        assert shop.store.backup() == before

    def test_reset_leaves_nothing_and_numbers_from_one(self, shop: SampleStore) -> None:
        shop.adapter.snapshot("kept", b"{}")
        shop.store.rows("books").patch(1, b'{"twin_id": 4}')
        shelves = shop.store.rows("shelves")
        assert shelves.create(b'{"room": "fourth"}')[0] == 4
        shop.adapter.reset()
        assert shop.list_ids() == []
        assert shop.adapter.list_snapshots() == ["kept"]
        assert shelves.create(b'{"room": "first"}')[0] == 1

    def test_snapshots_are_kept_listed_and_forgotten(self, shop: SampleStore) -> None:
        shop.adapter.snapshot("b", b"{1}")
        shop.adapter.snapshot("a", b"{2}")
        shop.adapter.snapshot("b", b"{3}")
        assert shop.adapter.list_snapshots() == ["a", "b"]
        assert (shop.adapter.get_snapshot("b"), shop.adapter.get_snapshot("c")) == (b"{3}", None)
        assert shop.adapter.delete_snapshot("a") is True
        assert shop.adapter.delete_snapshot("a") is False
        assert shop.adapter.list_snapshots() == ["b"]

    def test_a_snapshot_of_a_store_is_restored(self, shop: SampleStore) -> None:
        before = shop.take_backup()
        shop.store.snapshots.save("before")
        shop.store.rows("books").delete(2)
        shop.store.snapshots.restore("before")
        assert is_same_state(shop.take_backup(), before)

    def test_what_is_saved_is_loaded_again(self, shop: SampleStore) -> None:
        if not shop.store.save():
            assert "saving" not in shop.adapter.capabilities
            return
        before = shop.take_backup()
        shop.adapter.delete_resource("pages", 1)
        assert shop.store.load() is True
        assert is_same_state(shop.take_backup(), before)

    def test_stats_are_a_mapping_that_json_can_say(self, shop: SampleStore) -> None:
        assert isinstance(loads(dumps(shop.adapter.get_stats())), dict)

    def test_whatever_is_asked_twice_is_answered_alike(self, shop: SampleStore) -> None:
        once = shop.adapter.get_resources("books", ALL_RECORDS)
        assert list(once.texts) == list(shop.adapter.get_resources("books", Query()).texts)
