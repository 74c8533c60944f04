"""Files and counts of a store that are too large: one sentence, and they are not read or drawn."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from pytest_fixturegen.api.stores import open_store
from pytest_fixturegen.config.command_options import StoreConfig
from pytest_fixturegen.errors import ConfigError, StoreError
from pytest_fixturegen.store.store import Store

THREE_GIGABYTES = 3 << 30


class Town(BaseModel):
    id: int
    name: str


def open_towns(path: Path, **options: Any) -> Store:
    """Return a store of towns in the JSON file at *path*."""
    config = StoreConfig(adapter="json-file", db_path=str(path), count=1, **options)
    return open_store({"towns": Town}, config)


def make_sparse(path: Path, size: int = THREE_GIGABYTES) -> Path:
    """Give the file at *path* a *size* that takes no room on the disk."""
    path.touch()
    os.truncate(path, size)
    return path


@pytest.mark.parametrize("name", ["db.json", "db.json.log"])
def test_a_sparse_file_of_a_store_is_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "db.json").write_text('{"towns": []}')
    sparse = make_sparse(tmp_path / name)
    with pytest.raises(StoreError) as caught:
        open_towns(tmp_path / "db.json")
    assert caught.value.message == f"Cannot read {sparse}: expected at most 256 MB, got more."
    assert "--file-limit-mb" in caught.value.hint
    assert caught.value.facts["limit"] == "file"


@pytest.mark.parametrize("options", [{}, {"snapshots_directory": "kept"}])
def test_a_sparse_snapshot_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(open_towns(tmp_path / "db.json", **options)) as store:
        store.snapshots.save("old")
        make_sparse(tmp_path / options.get("snapshots_directory", "db.snapshots") / "old.json")
        with pytest.raises(StoreError, match="expected at most 256 MB"):
            store.snapshots.restore("old")


def test_a_store_does_not_wait_for_the_log_of_another_one(tmp_path: Path) -> None:
    """The other process holds the lock; only the header of its log is read."""
    with closing(open_towns(tmp_path / "db.json")):
        make_sparse(tmp_path / "db.json.log")
        with pytest.raises(StoreError, match="is in use by this process"):
            open_towns(tmp_path / "db.json")


def test_the_limit_of_files_is_an_option_of_the_store(tmp_path: Path) -> None:
    path = tmp_path / "db.json"
    path.write_text('{"towns": []}' + " " * (2 << 20))
    with pytest.raises(StoreError, match="expected at most 1 MB"):
        open_towns(path, file_limit_mb=1)
    with closing(open_towns(path, file_limit_mb=3)) as store:
        assert len(store["towns"]) == 0


@pytest.mark.parametrize(
    "options",
    [
        {"count": 10**12},
        {"counts": {"towns": 10**12}},
        {"counts": {"towns": 900_000, "b": 200_000}},
    ],
)
def test_an_api_file_cannot_ask_for_records_without_end(options: dict[str, Any]) -> None:
    api = {"resources": {"towns": {}, "b": {}}, "options": {"generateData": options}}
    with pytest.raises(ConfigError, match="expected at most 1,000,000, got more"):
        open_store(api)


@pytest.mark.parametrize("count", ["1000000000000", "9" * 5000, "-1", "²"])
def test_a_count_has_a_limit_whoever_gives_it(count: str) -> None:
    config = StoreConfig(counts=(("towns", count),))
    with pytest.raises(ConfigError, match="The count of towns is"):
        open_store({"towns": Town}, config)
