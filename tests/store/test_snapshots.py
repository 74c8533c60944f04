"""Snapshots: what a list shows of them, where they are kept, and what a rollback undoes."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from examples.adapters.document import Documents
from pytest_fixturegen.api.stores import choose_snapshots_folder, open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.errors import StoreError
from pytest_fixturegen.store.adapters.json_file import JsonFileAdapter
from pytest_fixturegen.store.errors import BadRequestError, InvalidError
from pytest_fixturegen.store.snapshots import Snapshots

API = {
    "resources": {"notes": {"fields": {"text": {"type": "string", "required": True}}}},
    "data": {"notes": [{"id": 1, "text": "a"}]},
}
NOON = datetime(2024, 2, 29, 12, 0, 0, 1500, tzinfo=timezone.utc)
KINDS = ("memory", "sqlite", "json-file", "directory", "custom")


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    kind = request.param
    name = "json-file" if kind == "directory" else kind
    config = StoreConfig(
        adapter=name,
        db_path=str(tmp_path / "notes.db"),
        snapshots_directory=str(tmp_path / "states") if kind == "directory" else "",
    )
    adapter = Documents(str(tmp_path / "documents")) if kind == "custom" else None
    with closing(open_store(API, config, adapter=adapter)) as opened:
        yield opened


def test_a_list_shows_description_time_and_counts(store: Any) -> None:
    directory = store.hooks.snapshots_directory
    snapshots = Snapshots(store, directory, is_enabled=True, get_time=lambda: NOON)
    made = snapshots.save("one", "before the change")
    store["notes"].create(text="b")
    snapshots.save("two")
    infos = [info.to_json() for info in snapshots.list_infos()]
    assert infos[0] == made.to_json()
    assert infos == [
        {
            "name": "one",
            "description": "before the change",
            "created": "2024-02-29T12:00:00.001Z",
            "counts": {"notes": 1},
        },
        {
            "name": "two",
            "description": "",
            "created": "2024-02-29T12:00:00.001Z",
            "counts": {"notes": 2},
        },
    ]


def test_a_saved_name_replaces_its_snapshot(store: Any) -> None:
    store.snapshots.save("one", "old")
    store["notes"].create(text="b")
    store.snapshots.save("one", "new")
    (info,) = store.snapshots.list_infos()
    assert (info.description, info.counts) == ("new", {"notes": 2})


@pytest.mark.parametrize("description", [None, 5, ["x"], "x" * 1001])
def test_an_invalid_description_is_refused(store: Any, description: Any) -> None:
    with pytest.raises(BadRequestError, match="Invalid description of a snapshot"):
        store.snapshots.save("one", description)
    assert store.snapshots.list_names() == []


def test_a_snapshot_of_an_older_version_is_listed_and_restored(store: Any) -> None:
    """Check a state without facts about itself, as earlier versions wrote it."""
    text = store.backup()
    directory = store.hooks.snapshots_directory
    if directory:
        Path(directory).mkdir()
        file = Path(directory, "old.json")
        file.write_bytes(text)
        os.utime(file, (NOON.timestamp(), NOON.timestamp()))
    else:
        store.adapter.snapshot("old", text)
    (info,) = store.snapshots.list_infos()
    assert (info.name, info.description, info.counts) == ("old", "", {"notes": 1})
    assert info.created == ("2024-02-29T12:00:00.001Z" if directory else None)
    store["notes"].delete(1)
    store.snapshots.restore("old")
    assert len(store["notes"]) == 1


class TestFilesBesideTheJsonFile:
    """The folder ``notes.snapshots`` next to ``notes.json``."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "notes.json"

    @pytest.fixture
    def notes(self, path: Path) -> Iterator[Any]:
        config = StoreConfig(adapter="json-file", db_path=str(path))
        with closing(open_store(API, config)) as opened:
            yield opened

    def test_a_rollback_undoes_saved_and_deleted_snapshots(self, notes: Any, path: Path) -> None:
        notes.snapshots.save("kept", "first")
        with notes.rollback():
            notes.snapshots.save("kept", "second")
            with notes.rollback():
                notes.snapshots.delete("kept")
                notes.snapshots.save("inner")
            assert notes.snapshots.list_infos()[0].description == "second"
            notes.snapshots.save("outer")
            notes.snapshots.save("kept", "third")
        assert [info.description for info in notes.snapshots.list_infos()] == ["first"]
        assert [file.name for file in path.with_suffix(".snapshots").iterdir()] == ["kept.json"]

    def test_an_edited_snapshot_is_validated(self, notes: Any, path: Path) -> None:
        notes.snapshots.save("edited", "by hand")
        file = path.with_suffix(".snapshots") / "edited.json"
        document = json.loads(file.read_text())
        document["notes"][0]["text"] = "changed"
        file.write_text(json.dumps(document, indent=2))
        (info,) = notes.snapshots.list_infos()
        assert (info.description, info.counts) == ("by hand", {"notes": 1})
        notes.snapshots.restore("edited")
        assert notes["notes"].get(1).text == "changed"
        file.write_text(file.read_text().replace('"changed"', "5"))
        with pytest.raises(InvalidError, match=r"The snapshot 'edited': notes\[0\]\.text"):
            notes.snapshots.restore("edited")

    def test_a_snapshot_that_cannot_be_written_is_an_error(self, notes: Any, path: Path) -> None:
        path.with_suffix(".snapshots").write_text("a file, not a folder")
        with pytest.raises(StoreError) as caught:
            notes.snapshots.save("one")
        assert "directory for snapshots" in caught.value.hint
        assert notes.snapshots.list_names() == []

    def test_a_snapshot_that_cannot_be_read_is_an_error(self, notes: Any, path: Path) -> None:
        (path.with_suffix(".snapshots") / "one.json").mkdir(parents=True)
        with pytest.raises(StoreError, match=r"Cannot use the snapshot .*one\.json: Is a dir"):
            notes.snapshots.restore("one")

    def test_a_folder_is_created_with_the_first_snapshot(self, notes: Any, path: Path) -> None:
        assert notes.snapshots.list_infos() == []
        assert not path.with_suffix(".snapshots").exists()


def test_broken_texts_are_listed_without_facts(tmp_path: Path) -> None:
    (tmp_path / "states").mkdir()
    for name, text in (("a", b""), ("b", b"[1]"), ("c", b'{"_snapshot": 5,\n}'), ("d", b"\xff")):
        (tmp_path / "states" / f"{name}.json").write_bytes(text)
    config = StoreConfig(snapshots_directory=str(tmp_path / "states"))
    with closing(open_store(API, config)) as opened:
        infos = opened.snapshots.list_infos()
    assert [(info.name, info.description, info.counts) for info in infos] == [
        (name, "", {}) for name in "abcd"
    ]


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("", "pfg-store.snapshots"),
        ("postgresql://host/name", "pfg-store.snapshots"),
        ("dbname=x", "pfg-store.snapshots"),
        ("data/kept.db", "data/kept.snapshots"),
    ],
)
def test_the_folder_of_an_adapter_without_snapshots(path: str, folder: str) -> None:
    assert choose_snapshots_folder(StoreConfig(db_path=path)) == folder


def test_keep_in_changes_neither_own_snapshots_nor_a_chosen_folder(tmp_path: Path) -> None:
    with closing(open_store(API, adapter=Documents(str(tmp_path / "d")))) as custom:
        custom.snapshots.keep_in(str(tmp_path / "kept"))
        custom.snapshots.save("one")
    assert (tmp_path / "kept" / "one.json").is_file()
    config = StoreConfig(snapshots_directory=str(tmp_path / "chosen"))
    for adapter in (Documents(str(tmp_path / "e")), None):
        with closing(open_store(API, config, adapter=adapter)) as opened:
            opened.snapshots.keep_in(str(tmp_path / "other"))
            opened.snapshots.save("one")
    with closing(open_store(API)) as memory:
        memory.snapshots.keep_in(str(tmp_path / "other"))
        memory.snapshots.save("one")
    assert (tmp_path / "chosen" / "one.json").is_file()
    assert not (tmp_path / "other").exists()


def test_the_folder_of_json_file_has_the_name_of_the_file(tmp_path: Path) -> None:
    adapter = JsonFileAdapter(
        str(tmp_path / "db.json"), auto_save=False, interval=0, lock=threading.RLock()
    )
    adapter.snapshot("one", b"{}")
    assert (tmp_path / "db.snapshots" / "one.json").read_bytes() == b"{}"
    assert adapter.get_snapshot("two") is None
